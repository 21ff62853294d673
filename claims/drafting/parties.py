"""Who may hold a view: parties known by their noun, and names without their titles."""

from functools import cache

from argmap.claims.drafting.lexicon import words

_ENDINGS = ("ists", "ist", "ians", "crats", "ers", "ors")
_THINGS = frozenset(["numbers", "factors", "letters", "sectors", "rumours", "colours", "matters"])
_LONG = 7
_SHORTEST_TITLE = 4  # "Sen."; "Mr." stays with the name
_OF = frozenset(["of", "in", "from", "at", "for"])
_SEEN = frozenset(["seen", "known", "quoted", "published", "released", "obtained", "written"])
_ENDINGS_OF_VERBS = ("es", "ed", "id", "ld")
_PRONOUNS = frozenset(["he", "she", "they", "it"])
_DETERMINERS = frozenset(["the", "a", "an", "his", "her", "its", "their", "this", "no"])


@cache
def _parties() -> frozenset[str]:
    nouns = words("parties")
    plurals = {noun[:-1] + "ies" for noun in nouns if noun.endswith("y")}
    return nouns | plurals | {f"{noun}s" for noun in nouns} | {f"{noun}es" for noun in nouns}


def party(said: str) -> str | None:
    """Give the party that words name by its noun, "some senior officials in Rome"; None if none.

    What follows the noun is left out, but for the place or body that the party is of.
    """
    spoken = said.split()
    for number, word in enumerate(spoken):
        if _ends_noun(word):
            return None
        if _is_party(word.lower()) and not _goes_on(spoken, number):
            of = spoken[number + 1 : number + 2]
            if (of and of[0] in words("word_classes", "verb")) or "that" in spoken[number:]:
                return None  # "critics might", "polls indicate that": another verb comes first
            end = (
                len(spoken)
                if of and of[0] in _OF and _is_named(spoken[number + 2 :])
                else number + 1
            )
            return " ".join(spoken[:end])
    return None


def is_party(name: str) -> bool:
    """Tell whether a name says itself what it is the name of: "the Green Party"."""
    return any(_is_party(word.lower()) for word in name.split())


def noun(said: str) -> str | None:
    """Give the noun that words begin with, and what is before it; None if they do not.

    >>> noun("a confidential memo seen by us"), noun("he might")
    ('a confidential memo', None)
    """
    spoken = said.split()
    if spoken[0].lower() in words("word_classes", "nobody") or not spoken[0][0].isalnum():
        return None
    end = next((n for n, word in enumerate(spoken) if _ends_noun(word)), len(spoken))
    if end < len(spoken) and spoken[end].lower() in words("word_classes", "verb") | {"that"}:
        return None
    kept = spoken[: end - 1] if end > 1 and spoken[end - 1] in _SEEN else spoken[:end]
    return " ".join(kept) if kept and kept[-1].lower() not in _DETERMINERS else None


def _ends_noun(word: str) -> bool:
    """Tell whether a word cannot be part of the words for a party: a verb, or a small word."""
    return word.lower() in _no_nouns()


@cache
def _no_nouns() -> frozenset[str]:
    said = frozenset(word for word in words("saying") if word.endswith(_ENDINGS_OF_VERBS))
    small = words("word_classes", "linking") | (words("word_classes", "alone") & _PRONOUNS)
    return words("word_classes", "verb") | said | small


def _is_party(word: str) -> bool:
    is_agent = len(word) >= _LONG and word.endswith(_ENDINGS) and word not in _THINGS
    return word in _parties() or is_agent


def _goes_on(spoken: list[str], number: int) -> bool:
    """Tell whether the next word is the party's noun as well: "government officials"."""
    return number + 1 < len(spoken) and _is_party(spoken[number + 1].lower())


def _is_named(after: list[str]) -> bool:
    return bool(after) and all(word[0].isupper() for word in after if word != "the")


def without_title(name: str) -> str:
    """Leave out what a person is in front of a name: "Russian President Vladimir Putin"."""
    spoken = name.split()
    titles = (n for n, word in enumerate(spoken[:-1]) if _is_title(word))
    last = max(titles, default=-1)
    rest = spoken[last + 1 :]
    is_name = rest[0][0].isupper() and rest[0].lower() != "the" and not _is_party(rest[-1].lower())
    return " ".join(rest) if is_name else name


def _is_title(word: str) -> bool:
    return word.lower() in _parties() or (word.endswith(".") and len(word) >= _SHORTEST_TITLE)


def is_title(said: str) -> bool:
    """Tell whether words may stand before a name: "former prime minister"; no verb, no "that"."""
    if said.rstrip().endswith("ing"):
        return False
    spoken = {word.lower() for word in said.split()}
    verbs = words("word_classes", "verb") | words("saying")
    return spoken.isdisjoint(words("word_classes", "linking")) and spoken.isdisjoint(verbs)
