"""The interactive page of a map, its layout, and still pictures.

pyvis and Graphviz are loaded when they are first used.
"""

from argmap.viz.draw import draw
from argmap.viz.page import Page, page

__all__ = ["Page", "draw", "page"]
