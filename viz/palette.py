"""The colours of page and picture, each for light and for dark."""

from types import MappingProxyType
from typing import NamedTuple


class Tone(NamedTuple):
    """One colour in both schemes."""

    light: str
    dark: str


# As many holders have a colour of their own, but for the last, which is that of all others.
HOLDER_TONES = 8
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
        # Lines differ in brightness too, so that they are told apart without colour.
        "support-line": Tone("#1a8f6a", "#2f9373"),
        "contrast-line": Tone("#8a2400", "#ffab82"),
        "hit": Tone("#ffe38a", "#5f4a00"),
        "mark": Tone("#e4e9fb", "#28305a"),
        "chosen": Tone("#ffd75e", "#7a5f00"),
        "holder-0": Tone("#e6effb", "#17293f"),
        "holder-0-edge": Tone("#2f6fb5", "#6aa6ea"),
        "holder-1": Tone("#fdebd8", "#3a2510"),
        "holder-1-edge": Tone("#b8610f", "#e79a4c"),
        "holder-2": Tone("#e2f3e6", "#15301d"),
        "holder-2-edge": Tone("#2d7d46", "#62bd7e"),
        "holder-3": Tone("#efe7fa", "#2b2040"),
        "holder-3-edge": Tone("#7a4fb3", "#b293ea"),
        "holder-4": Tone("#fce4ea", "#3b1823"),
        "holder-4-edge": Tone("#b8395e", "#ee87a3"),
        "holder-5": Tone("#dcf3f3", "#0f3032"),
        "holder-5-edge": Tone("#1b7c83", "#55bfc6"),
        "holder-6": Tone("#f3eed6", "#302a0e"),
        "holder-6-edge": Tone("#7d6b14", "#c9b44a"),
        "holder-7": Tone("#eceef1", "#23282f"),
        "holder-7-edge": Tone("#6a7480", "#95a1ae"),
    }
)
