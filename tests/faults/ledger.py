"""Keeps count of what a campaign tried and how it ended."""

from __future__ import annotations

import contextlib
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from tests.faults.command import Fault


class Ledger:
    """Tries by kind: how many, how each ended, and every fault."""

    def __init__(self, engine: str, seed: int) -> None:
        """Take what the table names."""
        self._engine = engine
        self._seed = seed
        self._ends: dict[str, Counter[str]] = defaultdict(Counter)
        self.faults: list[str] = []

    @contextlib.contextmanager
    def one(self, what: str, detail: str = "") -> Iterator[Callable[[str], None]]:
        """Count one try; a Fault in it is noted. Gives a function that notes how it ended."""
        notes: list[str] = []
        began = time.monotonic()
        try:
            yield notes.append
        except Fault as fault:
            self.fault(f"{what} {detail}", str(fault))
            self._ends[what]["FAULT"] += 1
            return
        self._ends[what][notes[-1] if notes else "held"] += 1
        print(f"  {what} {detail}: {notes[-1] if notes else 'held'} ({time.monotonic() - began:.1f} s)", flush=True)

    def fault(self, what: str, how: str) -> None:
        """Note what did not hold."""
        self.faults.append(f"{what}: {how}")
        print(f"  FAULT {what}: {how}", flush=True)

    def show(self) -> None:
        """Print rows for the table: what, engine, how many times, how it ended."""
        for what, ends in self._ends.items():
            told = "; ".join(f"{count} {end}" if sum(ends.values()) > 1 else end for end, count in ends.most_common())
            print(f"| {what} | {self._engine} | {sum(ends.values())} | {told} |")
        total = sum(sum(ends.values()) for ends in self._ends.values())
        print(f"{total} tries on {self._engine}, seed {self._seed}: {len(self.faults)} faults")
