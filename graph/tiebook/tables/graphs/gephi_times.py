"""Times as Gephi writes them into tables and GraphML: `<[2001.0, 2003.0]; [2005.0, 2006.0]>` is a row for each spell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tiebook.errors import BadSource
from tiebook.tables.graphs.over_time import is_endless

_CALLED: Final = frozenset({"timeset", "interval", "timeinterval", "timestamp", "timestamps"})
_SET: Final = re.compile(r"<\s*(?P<inner>[\[(].*[\])])\s*>", re.DOTALL)
_NONE: Final = ("", "<empty>", "<>")
_PART: Final = re.compile(r"[\[(]([^\[\]()]*)[\])]")
_TWO: Final = 2  # bounds of a spell
_YEAR: Final = re.compile(r"(\d{4})\.0")  # 2001.0
Spell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class GephiTimes:
    """The column of a table that has Gephi's times; its rows become one for each spell, or each moment.

    place -- of the column; moments -- whether it lists moments, and not from when to when
    """

    name: str
    place: int
    moments: bool

    @property
    def columns(self) -> tuple[str, str]:
        """The columns for the begin and the end of each row."""
        return f"{self.name}.start", f"{self.name}.end"

    def note(self) -> str:
        """Return what an account says of it."""
        what = "moment" if self.moments else "spell"
        return f"a row for each {what} of {self.name}, as Gephi writes them"

    def rows(self, found: Iterable[tuple[int, list[str]]], where: str) -> Iterator[tuple[int, list[str]]]:
        """Return a row for each spell of each row, with its begin and end; blanks in one without times.

        Raises BadSource.
        """
        for line, cells in found:
            spells = _spells(cells[self.place], moments=self.moments)
            if spells is None:
                what = f"column {self.name}: {cells[self.place][:40]!r} is no time as the others are"
                raise BadSource(what, where=f"{where}:{line}", hint="<[2001.0, 2003.0]> is a spell in Gephi")
            for start, end in spells:
                yield line, [*cells, start, end]


def gephi_times(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> GephiTimes | None:
    """Return the column with Gephi's times among the first rows of a table; None if there is none."""
    called = [place for place, name in enumerate(columns) if "".join(filter(str.isalpha, name.casefold())) in _CALLED]
    first = [row for row in rows if len(row) == len(columns)] if called else []
    for place in called:
        name = columns[place]
        cells = [row[place].strip() for row in first if row[place].strip() not in _NONE]
        if not cells or not all(map(_SET.fullmatch, cells)):
            continue
        if f"{name}.start" in columns or f"{name}.end" in columns:
            continue
        parts = [_parts(cell) for cell in cells]
        # two moments are written like the bounds of one spell; but of moments, some rows have one, or three
        alone = all(len(each) == 1 for each in parts) and not any("(" in cell or ")" in cell for cell in cells)
        moments = alone and any(len(bounds) != _TWO for (bounds,) in parts)
        return GephiTimes(name, place, moments)
    return None


def _parts(cell: str) -> list[list[str]]:
    return [[each.strip() for each in part.split(",")] for part in _PART.findall(cell)]


def _spells(cell: str, *, moments: bool) -> list[Spell] | None:
    """Return the spells of a cell; one without bounds if it has none, None if they cannot be read."""
    text = cell.strip()
    if text in _NONE:
        return [("", "")]
    if _SET.fullmatch(text) is None:
        return None
    parts = _parts(text)
    if moments:
        return [(time, time) for bounds in parts for time in map(_time, bounds)]
    if any(len(bounds) != _TWO for bounds in parts):
        return None
    return [(_time(start), _time(end)) for start, end in parts]


def _time(text: str) -> str:
    """Return a time without what stands for no bound, and a year without decimals."""
    if is_endless(text):
        return ""
    year = _YEAR.fullmatch(text)
    return year[1] if year else text
