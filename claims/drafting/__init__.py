"""Propose a first map from raw text, offline and by rules that can be read."""
