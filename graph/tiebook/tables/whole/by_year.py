"""Columns by year as rows: of a table with a column for each year, every cell of these is a row, with its year and value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tiebook.errors import BadSource
from tiebook.tables.shape import Cells

YEAR: Final = "year"  # the column that says of which year a row is
_CALLED: Final = re.compile(r"(?P<stem>\D{0,30})(?P<year>(?:1[5-9]|20)\d\d)", re.ASCII)  # 2001, X2001, trade_2001
_FEWEST: Final = 3


def year_columns(columns: Sequence[str]) -> dict[str, str]:
    """Return the columns that are called by their year, all alike, with the year; nothing if there are fewer than three."""
    found = {column: match for column in columns if (match := _CALLED.fullmatch(column))}
    alike = len({match["stem"] for match in found.values()}) == 1
    return {column: match["year"] for column, match in found.items()} if alike and len(found) >= _FEWEST else {}


class ByYear:
    """The columns of a table whose columns by year have become rows, and these rows."""

    def __init__(self, columns: Sequence[str], value: str, where: str) -> None:
        """Find the columns by year.

        value -- what the column of their cells is called; where -- the file

        Raises BadSource if there are none, or if the table has a column that would be made.
        """
        years = year_columns(columns)
        if not years:
            what = "`years` is declared, and no three columns are called by their year"
            raise BadSource(what, where=where, hint="call them 2001, 2002, 2003, or all alike before the year")
        self._years = [(columns.index(column), year) for column, year in years.items()]
        self._kept = [place for place, column in enumerate(columns) if column not in years]
        kept = [columns[place] for place in self._kept]
        there = next((column for column in (YEAR, value) if column in kept), None)
        if there is not None:
            what = f"there is a column {there!r}, and `years` would make another"
            raise BadSource(what, where=where, hint="rename it, or declare another name in `years`")
        self.columns = (*kept, YEAR, value)

    def rows(self, records: Iterator[Cells]) -> Iterator[Cells]:
        """Return a row for each column by year of each record, also if its cell is blank: the account counts these."""
        for line, cells in records:
            kept = [cells[place] for place in self._kept]
            for place, year in self._years:
                yield line, [*kept, year, cells[place]]
