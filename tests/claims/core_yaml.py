"""A YAML 1.2 core schema loader, as the editors that use the JSON Schema have one."""

import re
from typing import Any

import yaml


class CoreLoader(yaml.SafeLoader):
    """PyYAML's loader with the plain words of YAML 1.2: `no` and `2024-01-01` are text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"null|Null|NULL|~|", ["n", "N", "~", ""]),
):
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), list(_first)
    )

CoreLoader.add_constructor(
    "tag:yaml.org,2002:int",
    lambda _, node: int(node.value, 0 if "o" in node.value or "x" in node.value else 10),
)
CoreLoader.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))


def load_core(text: str) -> Any:
    """Load YAML as a YAML 1.2 core schema loader does."""
    return yaml.load(text, CoreLoader)  # noqa: S506 (it is a safe loader)
