"""Drafts tables with a column for each year: how their cells become rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import tomlkit

from tiebook.tables import Row
from tiebook.tables.whole.by_year import YEAR, ByYear, year_columns

VALUE: Final = "value"
_LOOKED: Final = 3  # columns by year: enough to see that rows are of one year each


def along_years(file: dict[str, Any], rows: list[Row]) -> list[Row]:
    """Return the first rows of a table; if it has columns by year, those that the last of these make, and declare `years`."""
    columns = tuple(rows[0].cells)
    years = list(year_columns(columns))
    if not years or {YEAR, VALUE} & set(columns) or "form" in file or "header" in file:
        return rows
    file["years"] = VALUE
    wanted = [column for column in columns if column not in years[:-_LOOKED]]
    made = ByYear(wanted, VALUE, "")
    records = ((row.line, [row.cells[column] for column in wanted]) for row in rows)
    return [Row(line, dict(zip(made.columns, cells, strict=True))) for line, cells in made.rows(records)]


def own_columns(file: dict[str, Any], columns: Sequence[str]) -> tuple[str, ...]:
    """Return the columns that the file itself has."""
    return tuple(column for column in columns if "years" not in file or column not in (YEAR, VALUE))


def with_values(file: dict[str, Any], tie: dict[str, Any]) -> list[str]:
    """Declare that a cell of a column by year is the value of its tie, and that a blank one makes none; return remarks on it."""
    if "years" not in file:
        return []
    if "value" not in tie:
        tie["value"] = VALUE
    where = tomlkit.inline_table()
    where.update({"column": VALUE, "known": True})
    tie.setdefault("where", where)
    more = f'If 0 says that there is no tie: where = [{{column = "{VALUE}", known = true}}, {{column = "{VALUE}", above = 0}}]'
    return [f"Each cell of the columns by year is a row, with its {YEAR} and {VALUE}. {more}"]
