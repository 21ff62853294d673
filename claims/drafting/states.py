"""States under their many names: the country, its capital, the seat of its government."""

from functools import cache

from argmap.claims.drafting.lexicon import table

_SIDES = frozenset(("government", "side", "leadership", "authorities", "position", "view"))


def state(name: str) -> str | None:
    """Give the state that a name stands for: "Moscow", "the Kremlin" or "the Russian side".

    >>> state("the Kremlin"), state("Russian authorities"), state("the mayor")
    ('Russia', 'Russia', None)
    """
    plain = _without_the(name)
    adjective, _, side = plain.rpartition(" ")
    return _adjectives().get(adjective) if side in _SIDES else _names().get(plain)


def is_state(name: str) -> bool:
    """Tell whether a name is one of a state, its capital, or a seat of its government."""
    return state(name) is not None


def _without_the(name: str) -> str:
    return name[4:] if name[:4] in ("the ", "The ") else name


@cache
def _names() -> dict[str, str]:
    return {
        _without_the(name): row["name"]
        for row in table("states")
        for name in (row["name"], *row["also"].split("; "))
    }


@cache
def _adjectives() -> dict[str, str]:
    return {row["adjective"]: row["name"] for row in table("nationalities")}
