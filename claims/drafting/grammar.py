"""The grammar of attribution, from its table to patterns, all of bounded length."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from argmap.claims.drafting.lexicon import table, words
from argmap.claims.drafting.marking import Marks
from argmap.claims.drafting.quoted import ENDS_QUOTED

_CLINGING = (",", ":", "$", "…", "'s", "END", "WHEN")
_BEFORE_CONTENT = ("that", "CLAUSE", "FULL", ":")
_MANNER = r"(?!family|assembly|ally|monopoly)[a-z]{3,12}ly"
_WORD = r"[\w'$%-]{1,20}"
_CAPITAL = r"(?!The )[A-Z][\w.'&-]{0,30}"
_SPOKEN = re.compile(r"[^\W_]+")
_SMALL = {
    "of a name": "of the de von van der al bin for and",
    "before a title": "the a an former many some both even",
    "place of a party": "of in from at for",
    "behind a holder": "of from at in for to on by with",
    "those": "who in on with of against",
    "when": (
        "in on at after during before to as by for from when late last this yesterday today "
        "earlier later recently"
    ),
    "finite": "is are was were has have had will would can could should may might must",
    "about": "at more nearly almost",
    "joins": "and but while as so because although where which",
}


@dataclass(frozen=True)
class Pattern:
    """A rule of the grammar.

    Attributes:
        rule: As it stands in the table.
        who: Who can be the holder: "any" noun, a "party", or a "state" and "many" of a people.
        needs: Sets of words, of each of which a sentence must have one, as bits.
    """

    rule: str
    who: str
    needs: int

    @property
    def follows(self) -> bool:
        """Whether the holder is named behind what is held: "..., Hill said"."""
        return self.rule.startswith((",", "”", "as "))

    @property
    def opens(self) -> bool:
        """Whether what is held comes next, and may begin with a holder of its own."""
        return self.rule.startswith("^ according") or self.rule.endswith(_BEFORE_CONTENT)

    @property
    def nests(self) -> bool:
        """Whether the rule may fit within what another holder holds: "... that Dale believes"."""
        return self.rule.startswith("^ HOLDER …") and self.rule.endswith(("as", *_BEFORE_CONTENT))

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, for marked text; its groups tell who it is."""
        return re.compile(_compiled(self.rule))


@cache
def patterns() -> tuple[Pattern, ...]:
    """Give the rules in the order of the table."""
    bits = _bits()
    return tuple(
        Pattern(row["pattern"], row["who"], sum(bits[c] for c in _needs(row["pattern"])))
        for row in table("attribution")
    )


def fitting(plain: str) -> list[Pattern]:
    """List the rules without those that ask for words which a sentence has not."""
    known, met = _bits_of_words(), 0
    for word in _SPOKEN.findall(plain.lower()):
        met |= known.get(word, 0)
    return [pattern for pattern in patterns() if not pattern.needs & ~met]


@cache
def _bits() -> dict[frozenset[str], int]:
    """Give each set of words that a rule asks for a bit of its own."""
    sets = dict.fromkeys(c for row in table("attribution") for c in _needs(row["pattern"]))
    return {choice: 1 << number for number, choice in enumerate(sets)}


@cache
def _bits_of_words() -> dict[str, int]:
    found: dict[str, int] = {}
    for choice, bit in _bits().items():
        for word in choice:
            found[word] = found.get(word, 0) | bit
    return found


def marked(plain: str) -> str:
    """Give a sentence the letters that the patterns ask for; as long as it was."""
    return _marks().marked(plain)


def _needs(rule: str) -> set[frozenset[str]]:
    """Give, for each part of a rule that stands for words, those of which one must be there."""
    return {_chosen(token) for token in rule.split() if not token.startswith("(")} - {frozenset()}


def _chosen(token: str) -> frozenset[str]:
    """Give the words that a token of a rule stands for; none if it stands for something else."""
    if token in _CLASSES:
        return _CLASSES[token]()
    parts = token.strip("()").split("/")
    known = [part for part in parts if part in _CLASSES or (part.isalpha() and part.islower())]
    if len(known) < len(parts):
        return frozenset()
    return frozenset().union(*(_CLASSES[p]() if p in _CLASSES else (p,) for p in known))


@cache
def _participles() -> frozenset[str]:
    every = words("saying", "as") | words("saying", "thing")
    return frozenset(word for word in every if word.endswith("ed")) | {"seen", "decried"}


@cache
def _view_nouns() -> frozenset[str]:
    return words("word_classes", "view") | {f"{noun}s" for noun in words("word_classes", "view")}


def _class(name: str) -> frozenset[str]:
    return words("word_classes", name)


_CLASSES: Mapping[str, Callable[[], frozenset[str]]] = {
    "SAYS": lambda: words("saying", "says"),
    "ADDS": lambda: words("saying", "adds"),
    "THAT": lambda: words("saying", "that"),
    "TELLS": lambda: words("saying", "tells"),
    "UTTERS": lambda: words("saying", "utters"),
    "AS": lambda: words("saying", "as"),
    "THING": lambda: words("saying", "thing"),
    "SAID": _participles,
    "VIEW": _view_nouns,
    "MINDED": lambda: _class("minded"),
}


@cache
def _marks() -> Marks:
    small = [frozenset(said.split()) for said in _SMALL.values()]
    names = ("before", "adverb", "alone", "counting", "opener", "pronoun", "linking")
    literal = [_chosen(token) for row in table("attribution") for token in row["pattern"].split()]
    classes = [
        *(choice() for choice in _CLASSES.values()),
        *map(_class, names),
        _class("verb"),
        *small,
        frozenset().union(*literal),
    ]
    content = words("saying") | _class("verb") | _view_nouns()
    return Marks(classes, frozenset().union(*classes) - content)


def _one_of(choice: frozenset[str]) -> str:
    return _marks().pattern(choice)


@cache
def _small(name: str) -> str:
    return _one_of(frozenset(_SMALL[name].split()))


@cache
def _name() -> str:
    return (
        rf"(?:(?:{_one_of(frozenset(['the']))}|The) )?{_CAPITAL}"
        rf"(?: (?:(?:{_small('of a name')}|&) ){{0,2}}{_CAPITAL}){{0,6}}"
    )


@cache
def _holder(*, last: bool) -> str:
    """Write the pattern of a holder; where nothing comes after it, it takes all words it can."""
    fewest = "" if last else "?"
    group = (
        rf"(?:[\w.'-]{{1,20}} ){{0,4}}{fewest}[\w'-]{{2,20}}"
        rf"(?: {_small('place of a party')} (?:{_one_of(frozenset(['the']))} )?"
        rf"{_CAPITAL}(?: {_CAPITAL}){{0,3}})?"
    )
    counted = rf"{_one_of(_class('counting'))} {_CAPITAL}"
    those = rf"{_one_of(frozenset(['those']))} {_small('those')}(?: {_WORD}){{1,5}}?"
    titled = (
        rf"(?P<titled>(?:{_small('before a title')} )??(?:[A-Z][a-z'-]{{1,19}} (?=[a-z]))?"
        r"(?:[a-z][\w'-]{0,19} ){0,4}?)"
    )
    alone = "" if last else rf"{_one_of(_class('alone'))}(?! who\b)|"
    return (
        rf"(?:(?P<holder>{alone}{counted}|{those})"
        rf"|{titled}(?P<named>{_name()})|(?P<group>{group}))"
        r"(?: \([^()]{1,30}\))?"
        rf"(?: (?:[a-z]+ed |close |familiar )?{_small('behind a holder')}(?: {_WORD}){{1,7}}?)?"
        r"(?:, (?P<apposed>[^,.;:]{2,120}),)?"
    )


@cache
def _near_verb(most: int) -> str:
    """Write the pattern of a subject of so many words, and its verb."""
    return rf"(?:{_no_link()}{_WORD}\s){{1,{most}}}?{_small('finite')}"


@cache
def _no_link() -> str:
    return rf"(?!{_one_of(_class('linking') - {'of', 'in'})}\s)"


@cache
def _wild() -> dict[str, str]:
    adjectives = "|".join(re.escape(row["adjective"]) for row in table("nationalities"))
    contracted = frozenset(w for w in _class("verb") if w.partition("'")[0] in _class("pronoun"))
    opener, pronoun = _one_of(_class("opener") | contracted), _one_of(_class("pronoun"))
    return {
        "^": (
            rf"(?:^[\s\"]*{_one_of(_class('before'))},? |^[\s\"'(\[]*"
            rf"|(?:[;:,]|\) -) (?:{_small('joins')} )?)"
        ),
        ",": ",",
        ":": ":",
        "$": r"\s*[.!?]?$",
        "”": '"',
        ",”": rf'[{"".join(ENDS_QUOTED)}]"',
        "“": '"',
        "'s": "'s?",
        "ADJECTIVE": rf"(?P<adjective>{adjectives})",
        "CLAUSE": rf"(?={opener}|[A-Z\d]|{_small('about')}\s|{_near_verb(4)})",
        "FULL": (
            rf"(?={pronoun}\s\w|{_one_of(contracted)}|{_near_verb(6)}"
            rf"|(?:{_no_link()}{_WORD}\s){{2,5}}?[a-z]{{2,15}}ed\b)"
        ),
        "WHOM": rf"(?:{_WORD}\s){{0,3}}?{_WORD}",
        "WHEN": (
            rf"(?:\s(?:{_small('when')}|[A-Z][a-z]+day|[a-z]{{3,12}}ly)\b[^;:\"]{{0,100}})?"
            r"\s*[.!?]?\"?$"
        ),
        "END": rf"(?=\s*(?:[,.;:!?\"]|$)|\s(?:{_small('when')}|{_small('those')}))",
        "WORDS": r"(?:(?!-\s)[^,;:\"]){2,140}?",
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
    if not before or before in "^…" or part in _CLINGING or part.startswith("("):
        return ""
    return r"\s?" if part in "“”" or before in ("”", ",”", "“") else r"\s"


def _token(tokens: list[str], number: int, part: str) -> str:
    after = tokens[number + 1] if number + 1 < len(tokens) else ""
    if part == "…":
        return _some_words(after)
    if part == "HOLDER":
        return _holder(last=not after)
    if part in _wild():
        return _wild()[part]
    chosen = _one_of(_chosen(part))
    return rf"(?:\s{chosen})?" if part.startswith("(") else chosen


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
    return rf"\s(?:(?:{_one_of(_class('adverb'))}|{_MANNER})\s){{0,4}}?"
