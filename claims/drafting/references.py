"""Whom a name in a text refers to, by what the text said before: "Smith", "the WHO", "the bank"."""

import re
from collections.abc import Iterator

from argmap.claims.drafting.lexicon import words
from argmap.claims.drafting.parties import is_party, without_title
from argmap.claims.drafting.states import is_state

PERSON = re.compile(r"(?:[A-Z][\w.’'-]{0,30} ){1,6}[A-Z][\w’'-]{1,30}")
_REACH = 600
_NAMES = re.compile(
    r"[A-Z][\w.’'&-]{1,30}(?: (?:(?:of|for|and|the|on) ){0,2}[A-Z][\w’'&-]{1,30}){1,7}"
)
_SHORT_FORM = re.compile(r"\(([A-Z][A-Za-z]{0,6}[A-Z])s?\)")
_APPOSED = re.compile(
    r", (?:a|an|the) ([a-z][\w -]{2,60}?)(?=[,.;:]| that | which | in | of | at )"
)
_ONE = frozenset(("the", "a", "an", "one", "his", "her", "its", "their"))
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof|Sir)\.? ")


def first_person(said: str) -> str | None:
    """Give the first name of two words or more that may be a person's."""
    return next(_persons(said), None)


def may_be_he(holder: str) -> bool:
    """Tell whether "he" or "she" may mean a holder: a person's name, or one by an office."""
    spoken = holder.lower().split()
    if PERSON.fullmatch(holder):
        return not is_state(holder)
    return bool(spoken) and spoken[0] in _ONE and spoken[-1] in words("parties") - words("bodies")


def _persons(said: str) -> Iterator[str]:
    """Give the names of two words or more that may be a person's, without titles before them."""
    for match in PERSON.finditer(said[:_REACH]):
        first, _, rest = match[0].partition(" ")
        small = first.lower() in words("stop_words") | words("word_classes", "nobody")
        name = without_title(rest if small else match[0])
        if " " in name and not (is_party(name) or is_state(name)):
            yield name


class References:
    """What the names of a text refer to, learned as the text goes on."""

    def __init__(self) -> None:
        self._full: dict[str, str] = {}
        self._by_first_name: dict[str, str] = {}

    def learn(self, said: str) -> None:
        """Take note of the full names in a sentence, and of what stands for each later on."""
        said = said[:_REACH]
        for name in _persons(said):
            self._by_first_name[name.partition(" ")[0]] = name
            self._full[name.rpartition(" ")[2]] = name
        for match in _NAMES.finditer(said):
            name = match[0]
            for body in words("bodies").intersection(name.lower().split()):
                self._full[f"the {body}"] = name
            short = _SHORT_FORM.match(said, match.end() + 1)
            if short and _initials(name).endswith(short[1].upper()):
                self._full[short[1]] = self._full[f"the {short[1]}"] = name
            apposed = _APPOSED.match(said, match.end())
            last = apposed[1].split()[-1] if apposed else ""
            if last in words("bodies"):
                self._full[f"the {last}"] = name

    def meant(self, name: str) -> str:
        """Give the full name that a name stands for; the name itself if nothing is known."""
        if is_state(name):
            return name
        plain = _TITLE.sub("", name)
        if plain.startswith("The "):
            plain = f"the {plain[4:]}"
        return self._full.get(plain) or self._by_first_name.get(plain, name)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())
