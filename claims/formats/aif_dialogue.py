"""The dialogue of an AIF graph: who put a statement forward, and in which words.

A locution (L) leads through an illocution (YA) to the statement (I) that it puts forward. That
becomes the statement's locution, and its first speaker becomes its holder; illocutions that ask or
challenge commit nobody to what they ask about.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from argmap.claims.formats.aif_graph import AifGraph
from argmap.claims.formats.gathering import Gathering
from argmap.claims.model import Locution

ASSERTING = "Asserting"
NOBODY = "0"
_CALLED = re.compile(r"\s*([^\s:?!][^:?!\n]{0,60}?)\s*:\s").match
_QUESTIONS = ("questioning", "pure questioning", "challenging", "pure challenging")


class Said(NamedTuple):
    """Who said a locution, by name, and when."""

    speaker: str | None = None
    time: str | None = None


class _Saying(NamedTuple):
    """A locution as that of one statement; `commits` says that its speaker holds it."""

    words: str | None
    said: Said
    commits: bool


def gather_dialogue(graph: AifGraph, said: dict[str, Said]) -> dict[str, list[str]]:
    """Give the statements of a graph their locutions and holders.

    Args:
        graph: all nodes and edges of the file.
        said: what is known of each locution, by the key of its node.

    Returns:
        The statements that each locution puts forward, by key.
    """
    ledger = graph.gathering.ledger
    spoken = _put_forward(graph)
    sayings: defaultdict[str, list[_Saying]] = defaultdict(list)
    for key, text in graph.locutions.items():
        if key not in spoken:
            ledger.lost("locution without a statement", key, text)
            continue
        words = graph.gathering.clean(text, key) if text.strip() else None
        for target, commits in spoken[key]:
            sayings[target].append(_Saying(words, said.get(key, Said()), commits))
    for target, found in sayings.items():
        _say(graph.gathering, target, found)
    for key in said:
        if key not in graph.locutions:
            ledger.lost("speaker of a locution that is not there", key)
    return {key: [target for target, _ in ends] for key, ends in spoken.items()}


def called(
    locutions: Mapping[str, str], speakers: Mapping[str, str | None], names: Mapping[str, str]
) -> dict[str, str]:
    """Find names in what was said, for AIFdb has them there: "Ann Lee : It is late".

    Args:
        locutions: the words, by the key of their node.
        speakers: who said them, by id.
        names: the names that are known, by id.

    Returns:
        The names of those who have none, where all their locutions begin with one, and no one
        else's do.
    """
    found: dict[str, str | None] = {}
    for key, speaker in speakers.items():
        if speaker is not None and speaker != NOBODY and speaker not in names:
            begins = _CALLED(locutions.get(key, ""))
            name = begins[1] if begins else None
            found[speaker] = name if found.get(speaker, name) == name else None
    times = Counter([*found.values(), *names.values()])
    return {speaker: name for speaker, name in found.items() if name and times[name] == 1}


def _put_forward(graph: AifGraph) -> dict[str, list[tuple[str, bool]]]:
    """Find the statements that each locution leads to, and whether it commits its speaker."""
    spoken: defaultdict[str, list[tuple[str, bool]]] = defaultdict(list)
    for key, step in graph.illocutions.items():
        if len(step.sources) > 1 and len(step.targets) > 1:
            what = "illocution of several locutions for several statements"
            graph.gathering.ledger.lost(what, key)
            continue
        name = step.fields.get("scheme", "")
        if not (step.sources and step.targets) or name != ASSERTING:
            graph.gathering.ledger.lost("illocution", key, name)
        commits = name.casefold() not in _QUESTIONS
        for locution in step.sources:
            spoken[locution] += ((target, commits) for target in step.targets)
    return spoken


def _say(gathering: Gathering, target: str, sayings: list[_Saying]) -> None:
    statement = gathering.statement(target)
    if statement is None:
        return
    holder = statement.holder
    locutions = []
    for words, (name, time), commits in sayings:
        speaker = None if name is None else gathering.add_holder(name)
        if commits and speaker and not holder:
            holder = (speaker,)
        if words is not None:
            locutions.append(Locution(words=words, speaker=speaker, time=time))
    gathering.change_statement(target, holder=holder, locutions=tuple(locutions))
