"""The graph of a map: search and naming, routes and polarity, figures, and checks.

`import argmap` offers the functions that users want; the modules here hold them, and only those
that need networkx load it.
"""
