"""Tests of the map: its file, its quotes, its formats."""
