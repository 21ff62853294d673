"""The colours of page and picture, each for light and for dark."""

from types import MappingProxyType
from typing import NamedTuple


class Tone(NamedTuple):
    """One colour in both schemes."""

    light: str
    dark: str


PALETTE = MappingProxyType(
    {
        "canvas": Tone("#f6f7f9", "#0e1217"),
        "panel": Tone("#ffffff", "#161b22"),
        "raised": Tone("#ffffff", "#1c232c"),
        "sunken": Tone("#eef0f3", "#0f141a"),
        "line": Tone("#dfe3e8", "#2a323c"),
        "edge": Tone("#7b8794", "#6f7d8c"),
        "ink": Tone("#17202b", "#e7edf4"),
        "muted": Tone("#55606e", "#a3b0be"),
        "accent": Tone("#3d4fc4", "#a9b6ff"),
        "accent-soft": Tone("#e8ebfd", "#262e57"),
        "on-accent": Tone("#ffffff", "#10142b"),
        "claim": Tone("#ffffff", "#1b2430"),
        "claim-edge": Tone("#6584ad", "#6f93c4"),
        "claim-ink": Tone("#33557f", "#a8c6ec"),
        "evidence": Tone("#fff7e3", "#2b2616"),
        "evidence-edge": Tone("#a8862a", "#b79a48"),
        "evidence-ink": Tone("#705408", "#e6cb80"),
        "main": Tone("#1f3354", "#d9e5f7"),
        "main-ink": Tone("#ffffff", "#101a2b"),
        "main-muted": Tone("#c3d2ea", "#3c5274"),
        "support": Tone("#086549", "#4fd0a7"),
        "contrast": Tone("#a8320a", "#ff9a6b"),
        "hit": Tone("#ffe38a", "#5f4a00"),
        "mark": Tone("#e4e9fb", "#28305a"),
        "chosen": Tone("#ffd75e", "#7a5f00"),
    }
)
