"""Feeds readers with sound files that were broken at random."""
