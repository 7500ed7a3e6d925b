"""How far a load has come: the work reports it, and a display shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Progress(Protocol):
    """One phase after another: reading a file (in bytes of it), writing (in nodes and edges)."""

    def begin(self, what: str, total: int, unit: str) -> None:
        """Begin a phase: what is done, how much there is of it, in which unit."""
        ...

    def at(self, done: int) -> None:
        """Report how much of the phase is done."""
        ...


class Silent:
    """Shows nothing."""

    def begin(self, what: str, total: int, unit: str) -> None:
        """Nothing."""

    def at(self, done: int) -> None:
        """Nothing."""


def begin_counting(progress: Progress, what: str, total: int, unit: str) -> Callable[[int], None]:
    """Begin a phase that reports how much more is done, not how much in all."""
    progress.begin(what, total, unit)
    done = 0

    def more(count: int) -> None:
        nonlocal done
        done += count
        progress.at(done)

    return more
