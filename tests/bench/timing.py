"""Runs whole commands as processes of their own, and takes their time and the most memory that they held."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

_KIB: Final = 1 if sys.platform.startswith("linux") else 1 / 1024  # ru_maxrss: KiB on Linux, bytes on macOS
# A process begins with the peak of the one that starts it, so a small one starts it: ours would be the least of every peak.
LAUNCHER: Final = """
import os, sys, time
start = time.perf_counter()
child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(child, 0)
os.write(int(sys.argv[1]), f"{time.perf_counter() - start} {usage.ru_maxrss}".encode())
sys.exit(os.waitstatus_to_exitcode(status))
"""
_FAST: Final = 2.0  # seconds below which a time is told in milliseconds


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command: seconds of the wall, and MiB at its peak (the largest process where it starts others)."""

    seconds: float
    mib: float = 0.0


@dataclass(frozen=True, slots=True)
class Timing:
    """Several runs of one command."""

    runs: tuple[Run, ...]

    @property
    def median(self) -> float:
        """The seconds of the middle run."""
        return statistics.median(run.seconds for run in self.runs)

    @property
    def mib(self) -> float:
        """The peak of the middle run in MiB."""
        return statistics.median(run.mib for run in self.runs)

    def __str__(self) -> str:
        """Return median and range, in milliseconds or seconds."""
        low, high = min(run.seconds for run in self.runs), max(run.seconds for run in self.runs)
        if self.median < _FAST:
            return f"{self.median * 1000:.0f} ms ({low * 1000:.0f}-{high * 1000:.0f})"
        return f"{self.median:.1f} s ({low:.1f}-{high:.1f})"


def timed(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Run a command to its end.

    Raises SystemExit with the end of what it said where it fails: a bench of what does not work is none.
    """
    read, write = os.pipe()
    launcher = [sys.executable, "-S", "-E", "-c", LAUNCHER, str(write), *command]
    with os.fdopen(read, "rb") as told:
        try:
            done = subprocess.run(
                launcher,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                pass_fds=(write,),
                check=False,
            )
        finally:
            os.close(write)
        words = told.read().split()
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr.decode(errors='replace')[-2000:]}")
    return Run(float(words[0]), int(words[1]) * _KIB / 1024)


def interleaved(commands: Mapping[str, Sequence[str]], runs: int, environment: Mapping[str, str]) -> dict[str, Timing]:
    """Run all commands in turn, `runs` times after one warm-up each."""
    found: dict[str, list[Run]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            run = timed(command, environment)
            if turn:
                found[name].append(run)
    return {name: Timing(tuple(each)) for name, each in found.items()}
