"""`python -m tests.bench startup [--runs 15]`: prints a Markdown table; ratios are what counts."""

from __future__ import annotations

import argparse
import platform
import sys

import kglite

from tests.bench.startup import BUDGET, startup


def main() -> None:
    """Run the named benchmark."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("what", choices=["startup"])
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--short", action="store_true", help="three runs: only to see that it works")
    arguments = parser.parse_args()
    runs = 3 if arguments.short else arguments.runs
    print(
        f"{platform.machine()}, Python {platform.python_version()}, KGLite {kglite.__version__}, {runs} runs each, interleaved"
    )
    print(f"Budget for `tiebook ask`: at most {BUDGET} times the bare process\n")
    print("| what | median (range) | ratio |\n| --- | --- | --- |")
    for row in startup(runs):
        print(f"| {' | '.join(row)} |")
    sys.exit(0)


if __name__ == "__main__":
    main()
