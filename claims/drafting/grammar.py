"""The grammar of attribution, from its table to patterns, all of bounded length."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from argmap.claims.drafting.lexicon import table, words

_OPEN_ENDED = ("CLAUSE", "'s")
_MANNER = r"(?!family|assembly|ally|monopoly)[a-z]{3,12}ly"
_CAPITAL = r"[A-Z][\w.'&-]{0,30}"
_NAME = (
    rf"(?:(?:the|The) )?{_CAPITAL}"
    rf"(?: (?:(?:of|the|de|von|van|der|al|bin|for|and|&) ){{0,2}}{_CAPITAL}){{0,6}}"
)
PLAIN = str.maketrans("’‘“”„«»–—", '\'\'""""";;')
"""To one form of each mark: a class of characters beyond ASCII costs much to compile."""


@dataclass(frozen=True)
class Pattern:
    """A rule of the grammar.

    Attributes:
        rule: As it stands in the table.
        needs: Sets of words, of each of which a sentence must have one.
    """

    rule: str
    needs: tuple[frozenset[str], ...]

    def may_fit(self, spoken: frozenset[str]) -> bool:
        """Tell whether a sentence has the words without which the rule cannot fit."""
        return not any(spoken.isdisjoint(choice) for choice in self.needs)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern; its groups `holder`, `named` and `adjective` tell who it is."""
        return re.compile(_compiled(self.rule))


@cache
def patterns() -> tuple[Pattern, ...]:
    """Give the rules in the order of the table."""
    rules = (row["pattern"] for row in table("attribution"))
    return tuple(Pattern(rule, tuple(_needs(rule))) for rule in rules)


def _needs(rule: str) -> Iterator[frozenset[str]]:
    """Give, for each part of a rule that stands for words, those of which one must be there."""
    for token in rule.split():
        choices = [
            _CLASSES[part]() if part in _CLASSES else frozenset((part,))
            for part in token.split("/")
            if part in _CLASSES or (part.isalpha() and part.islower())
        ]
        if len(choices) == token.count("/") + 1:
            yield frozenset().union(*choices)


@cache
def _holder(*, last: bool) -> str:
    """Write the pattern of a holder; where nothing comes after it, it takes all words it can."""
    fewest = "" if last else "?"
    group = (
        rf"(?:[\w.'-]{{1,20}} ){{0,4}}{fewest}[\w'-]{{2,20}}"
        rf"(?: (?:of|in|from|at|for) (?:the )?{_CAPITAL}(?: {_CAPITAL}){{0,3}})?"
    )
    counted = rf"(?:(?:{_either_case(words('word_classes', 'counting'))}) ){_CAPITAL}"
    titled = r"(?P<titled>(?:(?:The|A|An|Former|Many|Some) )?(?:[a-z][\w'-]{0,19} ){0,4}?)"
    alone = rf"(?:{_either_case(words('word_classes', 'alone'))})(?![\w'-])"
    first = counted if last else rf"{alone}|{counted}"
    return (
        rf"(?:(?P<holder>{first})|{titled}(?P<named>{_NAME})|(?P<group>{group}))"
        r"(?: \([^()]{1,30}\))?"
        r"(?:, (?P<apposed>[^,.;:\"]{2,80}),| (?:of|from|at)(?: [\w'-]{1,20}){1,4}?)?"
    )


def _either_case(choice: Iterable[str]) -> str:
    """Write words that may begin with a capital; costs less than to ignore case."""
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in sorted(choice))


def _either(choice: frozenset[str]) -> str:
    return "|".join(sorted(choice))


@cache
def _participles() -> frozenset[str]:
    every = words("saying", "as") | words("saying", "thing")
    return frozenset(word for word in every if word.endswith("ed")) | {"seen", "held", "decried"}


@cache
def _view_nouns() -> frozenset[str]:
    return words("word_classes", "view") | {f"{noun}s" for noun in words("word_classes", "view")}


_CLASSES: Mapping[str, Callable[[], frozenset[str]]] = {
    "SAYS": lambda: words("saying", "says"),
    "THAT": lambda: words("saying", "that"),
    "AS": lambda: words("saying", "as"),
    "THING": lambda: words("saying", "thing"),
    "SAID": _participles,
    "VIEW": _view_nouns,
}


@cache
def _wild() -> dict[str, str]:
    adjectives = "|".join(re.escape(row["adjective"]) for row in table("nationalities"))
    return {
        "^": (
            rf"(?:^[\s\"]*(?:{_either_case(words('word_classes', 'before'))}),? "
            r"|^[\s\"'(\[]*|[;:,] |[;,] (?:and|but|while|as|so|because|although|where|which) )"
        ),
        ",": ",",
        ":": ":",
        "$": r"\s*[.!?]?$",
        "”": '"',
        "“": '"',
        "'s": "'s?",
        "ADJECTIVE": rf"(?P<adjective>{adjectives})",
        **{name: f"(?:{_either(choice())})" for name, choice in _CLASSES.items()},
        "CLAUSE": (
            rf"(?:(?:{_either(words('word_classes', 'opener'))})\b|[A-Z]"
            r"|(?:[\w'-]{1,20}\s){1,4}?(?:is|are|was|were|has|have|had|will|would|can|could|should)\b)"
        ),
        "that": "that",
    }


def _compiled(rule: str) -> str:
    """Compile a rule: tokens stand apart by one space but for marks that cling to a word."""
    pattern = ""
    tokens = rule.split()
    for number, token in enumerate(tokens):
        before = tokens[number - 1] if number else ""
        pattern += _gap(before, token) + _token(tokens, number, token)
    return pattern


def _gap(before: str, part: str) -> str:
    if not before or before in "^…" or part in (*",:$…", "'s") or part.startswith("("):
        return ""
    return r"\s?" if part in "“”" or before in "“”" else r"\s"


def _token(tokens: list[str], number: int, part: str) -> str:
    after = tokens[number + 1] if number + 1 < len(tokens) else ""
    if part == "…":
        return _some_words(after)
    if part == "HOLDER":
        return _holder(last=not after)
    if part.startswith("("):
        return rf"(?:\s(?:{part[1:-1].replace('/', '|')}))?"
    choices = [_wild().get(word) or _plain(word) for word in part.split("/")]
    ends = r"(?![\w'-])" if part[-1].isalpha() and part not in _OPEN_ENDED else ""
    return f"(?:{'|'.join(choices)}){ends}"


def _some_words(after: str) -> str:
    """Write the pattern of a few words before something: adverbs, if it is a verb."""
    if after == "that":
        return r"\s(?:[\w'.,-]{1,20}\s){1,6}?"
    if after == "“":
        return r"[^\".;]{0,60}?"
    if after == "as":
        return r"\s[^.;\"]{2,160}?\s"
    if after.startswith(("VIEW", "ADJECTIVE")):
        return r"\s(?:[\w'-]{1,20}\s){0,2}?"
    adverbs = _either(words("word_classes", "adverb"))
    return rf"\s(?:(?:{adverbs}|{_MANNER})\s){{0,4}}?"


def _plain(word: str) -> str:
    first = word[0]
    return f"[{first.upper()}{first}]{re.escape(word[1:])}" if first.isalpha() else re.escape(word)
