"""Records without a key that stand twice: each is a tie of its own, so the account says how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tiebook.sources.report import LOADED, where
from tiebook.tables.shape import Cells

_MOST: Final = 1_000_000  # records that are remembered
_SHOWN: Final = 3  # lines that are named


class Repeats:
    """The records of a kind of file that make ties and have no key."""

    def __init__(self) -> None:
        """Start with none met."""
        self._met: set[int] = set()  # as hashes of their cells, which are keyed for texts
        self._count = 0
        self._lines: list[int] = []

    def look(self, records: Sequence[Cells], became: Sequence[str]) -> None:
        """Look through some records for those that an earlier one was like in every cell.

        became -- what became of each
        """
        for (line, cells), outcome in zip(records, became, strict=True):
            if outcome != LOADED:
                continue
            cell_hash = hash(tuple(cells))
            if cell_hash in self._met:
                self._count += 1
                self._lines += [line] if len(self._lines) < _SHOWN else []
            elif len(self._met) < _MOST:
                self._met.add(cell_hash)

    def notes(self, *, lines: bool) -> list[str]:
        """Return what an account says of those met since it was last asked, nothing where there are none.

        lines -- whether their lines are those of a file
        """
        if not self._count:
            return []
        one = self._count == 1
        said = "1 record is" if one else f"{self._count:,} records are"
        least = "at least " if len(self._met) == _MOST else ""
        shown = where(self._lines if lines else (), self._count)
        own = "a tie of its own" if one else "ties of their own"
        self._count, self._lines = 0, []
        return [f"{least}{said} like an earlier one in every cell{shown}, and {own}: without `record`, none has a key"]
