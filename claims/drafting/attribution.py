from typing import NamedTuple


class Attribution(NamedTuple):
    chain: tuple[str, ...]
    signal: str


def attributions(text, parts, reader):
    return [None] * len(parts)
