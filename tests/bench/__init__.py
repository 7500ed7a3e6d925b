"""Benchmarks: ratios, both sides in one run. `python -m tests.bench --help`."""
