"""A first, empty map of an article."""

import json

_TEMPLATE = """\
# yaml-language-server: $schema=./argmap.schema.json
# 'argmap schema -o argmap.schema.json' writes the schema; 'argmap check' checks this map.
argmap: 1
title: {title}
source:
  file: {file}
  title: {title}
holders:
  author: {{name: The author}}
claims:
  # The main claim comes first. Each statement has its own words (text) and the article's (quote).
  # main-claim:
  #   text: What the article wants its readers to believe.
  #   holder: author
  #   quote: first words … last words
  #   main: true
evidence:
  # a-fact:
  #   text: A fact, example, figure, event or testimony.
  #   type: example
  #   quote: the article's own words
  #   supports:
  #     - to: main-claim
  #       because: Why the one bears on the other.
"""


def new_map(file: str, text: str) -> str:
    """Write the map file of an article whose text is in `file`; its first line is the title."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    title = next((line for line in lines if line), file)
    return _TEMPLATE.format(file=_scalar(file), title=_scalar(title))


def _scalar(text: str) -> str:
    """Quote a text for YAML, of which JSON's strings are a part."""
    return json.dumps(text, ensure_ascii=False)
