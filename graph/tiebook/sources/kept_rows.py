"""The rows of a table that make no tie, each with the reason: those with a fault end the load, once all of them are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tiebook.errors import BadRows
from tiebook.sources.report import LOADED, MERGED

RowFault = tuple[str, int, str]


@dataclass(slots=True)
class KeptRows:
    """Rows, each as (table, line, reason). `faults`: what cannot be read; `skipped`: what is read and makes nothing."""

    faults: list[RowFault] = field(default_factory=list)
    skipped: list[RowFault] = field(default_factory=list)

    def begin(self) -> None:
        """Forget everything: the table is read again."""
        self.faults.clear()
        self.skipped.clear()

    def enter(self, table: str, lines: Sequence[int], became: Sequence[str]) -> None:
        """Record what became of some rows."""
        self.skipped += [
            (table, line, reason) for line, reason in zip(lines, became, strict=True) if reason not in (LOADED, MERGED)
        ]

    def check(self, source: str) -> None:
        """Check that a table has no faults.

        Raises BadRows.
        """
        if self.faults:
            raise BadRows(source, [(f"{table}:{line}", what) for table, line, what in self.faults])
