"""Benchmarks: ratios measured side by side in one run, so that a busy machine skews both sides."""
