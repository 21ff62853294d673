"""The interactive page, the layout, and still pictures of a map."""
