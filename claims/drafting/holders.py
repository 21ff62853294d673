"""The holders of a draft: names gathered, those that mean the same party joined."""

import re

from argmap.claims.drafting.naming import Ids
from argmap.claims.drafting.parties import is_party
from argmap.claims.drafting.states import is_state, state
from argmap.claims.model import Holder

AUTHOR = Holder(id="author", name="The author")
_TITLES = re.compile(r"^(?:(?:the|mr|mrs|ms|dr|prof|sir|many|some|most)\.? )+", re.IGNORECASE)
_PLACES = ("north", "south", "east", "west", "new ", "great ", "united ", "saudi ")
_POSSESSIVE = re.compile(r"['’]s?$")


class Holders:
    """Gives each name its holder; a name and the last word of it, "Hill", are the same one."""

    def __init__(self) -> None:
        self._ids = Ids([AUTHOR.id])
        self._names: dict[str, list[str]] = {}
        self._by_key: dict[str, str] = {}
        self._by_last_word: dict[str, str] = {}

    def id_of(self, name: str) -> str:
        """Give the id of the holder with that name, new or known."""
        plain = " ".join(_POSSESSIVE.sub("", name).split())
        key = (state(plain) or _TITLES.sub("", plain)).lower()
        first, *_, last = (key or plain.lower(), *key.split())
        is_full = " " in key and _is_person(plain) and not first.startswith(_PLACES)
        known = self._by_key.get(key)
        if known is None and " " not in key:
            known = self._by_last_word.get(last)
        elif known is None and is_full and last not in self._by_last_word:
            known = self._by_key.get(last)
        if known is None:
            known = self._ids.make(plain, "holder")
            self._names[known] = []
        if is_full and not is_party(last):
            self._by_last_word.setdefault(last, known)
        self._by_key[key] = known
        if plain not in self._names[known]:
            self._names[known].append(plain)
        return known

    def all(self) -> tuple[Holder, ...]:
        """List the holders, the author first, each under the name that tells the most."""
        named = ((name, _longest(names), names) for name, names in self._names.items())
        return (
            AUTHOR,
            *(
                Holder(
                    id=i, name=_capital(longest), aliases=tuple(n for n in names if n != longest)
                )
                for i, longest, names in named
            ),
        )


def _longest(names: list[str]) -> str:
    """Give the name that tells the most; of a state's the one that it was given first."""
    return names[0] if is_state(names[0]) else max(names, key=_fullness)


def _fullness(name: str) -> tuple[int, int, str]:
    """Order names by how much they tell, titles apart."""
    return len(_TITLES.sub("", name.lower())), -len(name), name


def _is_person(name: str) -> bool:
    """Tell whether a name is made of capitalised words alone, so that its last one may stand."""
    words = name.split()
    return all(word[:1].isupper() for word in words) and words[0].lower() not in ("the", "many")


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
