"""Times whole commands against each other, interleaved, in one run."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of several runs of one command."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle run."""
        return statistics.median(self.seconds)

    def __str__(self) -> str:
        """Give median and range in milliseconds."""
        low, high = min(self.seconds), max(self.seconds)
        return f"{self.median * 1000:.0f} ms ({low * 1000:.0f}-{high * 1000:.0f})"


def interleaved(commands: Mapping[str, Sequence[str]], runs: int, environment: Mapping[str, str]) -> dict[str, Timing]:
    """Run all commands in turn, `runs` times after one warm-up each; every command must end with 0."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, env=dict(environment))
            if turn:
                seconds[name].append(time.perf_counter() - start)
    return {name: Timing(tuple(found)) for name, found in seconds.items()}
