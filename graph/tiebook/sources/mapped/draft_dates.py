"""Drafts in which columns a table says when, and in which form."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from tiebook.errors import BadDate
from tiebook.model.dates import parse
from tiebook.sources.declaration import TO_DO
from tiebook.tables import Row
from tiebook.tables.cells import day_in, known

_MOST: Final = 0.6  # of a column's cells must be dates
_YEARS: Final = range(1500, 2101)  # another number is hardly a year
_ENDS: Final = re.compile(r"end|until|exit|last|termin|stop|finish|clos|expir", re.IGNORECASE)
_PARTS: Final = ("year", "month", "day")
_FORMS: Final = tuple(
    "%Y%m%d|%Y/%m/%d|%d.%m.%Y|%d %B %Y|%d %b %Y|%d-%b-%Y|%B %d, %Y|%b %d, %Y|%b-%Y|%b %Y|%B %Y"
    "|%d/%m/%Y|%m/%d/%Y|%d-%m-%Y|%m-%d-%Y|%Y-%m-%d %H:%M:%S|%Y-%m-%dT%H:%M:%S|%Y-%m-%dT%H:%M:%SZ|%d/%m/%Y %H:%M".split(
        "|"
    )
)


def spell(rows: list[Row], columns: Sequence[str]) -> dict[str, Any]:
    """Return the columns of the begin and the end, and the form of their dates where it is not EDTF.

    A second date that is not called an end is none (signed, in force). Where two forms fit, both are left to a person.
    """
    plain = [column for column in columns if share_of(rows, column, _is_date) > _MOST]
    if not plain:
        return _in_a_form(rows, columns) or _in_parts(rows, columns)
    found: dict[str, Any] = _begin_and_end(plain)
    if found.get("since", "").lower() == "year":
        found |= _in_parts(rows, columns)
    return found


def _begin_and_end(dates: list[str]) -> dict[str, Any]:
    since = next((column for column in dates if not _ENDS.search(column)), None)
    until = next((column for column in dates if _ENDS.search(column)), None)
    return {key: column for key, column in (("since", since), ("until", until)) if column}


def _in_a_form(rows: list[Row], columns: Sequence[str]) -> dict[str, Any]:
    for column in columns:
        read = {form: days for form in _FORMS if (days := _days(rows, column, form))}
        if not read:
            continue
        form = next(iter(read))
        ends = [each for each in columns if _days(rows, each, form)]
        one = all(days == read[form] for days in read.values())
        return {**_begin_and_end(ends), "dates": form if one else f"{TO_DO}: {' or '.join(read)}"}
    return {}


def _in_parts(rows: list[Row], columns: Sequence[str]) -> dict[str, Any]:
    """Return the columns of a year, and of the month and the day where they are there."""
    called = {column.lower(): column for column in columns}
    parts = []
    for name in _PARTS:
        if name not in called or not all(
            known(row, called[name]) is None or row[called[name]].removesuffix(".0").isdecimal() for row in rows
        ):
            break
        parts.append(called[name])
    return {"since": parts[0] if len(parts) == 1 else parts} if parts else {}


def share_of(rows: list[Row], column: str, test: Callable[[str], bool]) -> float:
    """Return for which part of a column's cells a test holds; 0 where no cell says anything ("NA" is hardly Namibia)."""
    cells = [text for row in rows if (text := known(row, column))]
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def _is_date(text: str) -> bool:
    try:
        return parse(text).earliest.year in _YEARS
    except BadDate:
        return False


def _days(rows: list[Row], column: str, form: str) -> list[date]:
    """Return the days of a column; none where some cell is not in the form."""
    found = [day_in(text, (form,)) for row in rows if (text := known(row, column))]
    days = [day for day in found if day is not None and day.year in _YEARS]
    return days if len(days) == len(found) else []
