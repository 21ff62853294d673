"""The interactive page of a map, its layout, and still pictures.

`argmap.page` and `argmap.draw` are what users want; pyvis and Graphviz are loaded when they are
first used.
"""
