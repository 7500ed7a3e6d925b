"""Drafts tables of which a row is an observation in a year: values of states by year, pairs of states by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Any, Final

import tomlkit

from tiebook.sources.declaration import TO_DO
from tiebook.sources.mapped.draft_dates import OBSERVED
from tiebook.sources.mapped.draft_remarks import number_columns
from tiebook.sources.mapped.draft_types import weighed
from tiebook.support.numbers import first_of
from tiebook.tables import Row
from tiebook.tables.cells import CODES, number_of

MEASURE: Final = "MEASURED_AS"
_MOST: Final = 6  # columns of values for which a [[tie]] is drafted
_FEW: Final = 2  # codes for missing in a column, as -8 and -9
_HALF: Final = 0.5  # of the rows must have the same ends in the year before or after
_LONGEST: Final = 10  # years from one observation to the next


def of_its_year(rows: list[Row], ends: Collection[str], when: dict[str, Any]) -> dict[str, Any]:
    """Return the begin and the end of a tie: if a row says what was in one year, both are that year.

    It does if most rows have the same ends as another one, of the year before or after; in a table of every fifth year, of the
    fifth.

    ends -- the columns of the ends; when -- the begin and the end as drafted
    """
    since = when.get("since")
    if not isinstance(since, str) or "until" in when or "dates" in when or since.lower() not in OBSERVED:
        return when
    years: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    said = 0
    for row in rows:
        number = number_of(row.get(since))
        if number is not None and number.is_integer():
            years[tuple(map(row.get, ends))].add(int(number))
            said += 1
    beside = set()  # a year and the next one of the table, which is the year after, or is so for several pairs
    for year, later in pairwise(sorted(set[int]().union(*years.values()))):
        if later - year == 1 or (
            later - year <= _LONGEST and sum({year, later} <= each for each in years.values()) > 1
        ):
            beside |= {(year, later), (later, year)}
    again = sum(any((year, other) in beside for other in each) for each in years.values() for year in each)
    return {**when, "until": since} if again > _HALF * said else when


def measures(
    rows: list[Row], tie: dict[str, Any], columns: Sequence[str], label: str
) -> tuple[list[dict[str, Any]], list[str]]:
    """Return a [[tie]] for each column of numbers of a table that gives actors values, and remarks on them.

    tie -- as drafted, with its end; columns -- those that may hold values; label -- of the source
    """
    since = tie.get("since")
    dated = isinstance(since, str) and since in rows[0].cells
    if dated and "until" not in tie and str(since).lower() in OBSERVED:
        tie = {**tie, "until": since}
    found = [column for column, mark in number_columns(rows, columns).items() if not mark]
    found = [column for column in found if not (dated and _has_year(rows, column, str(since)))]
    ties = []
    for column in found[:_MOST]:
        to = tomlkit.inline_table()
        to.update({"issue": column, "name": f"{column} ({label})"})
        when = f", {{{since}}}" if dated else ""
        ties.append({**tie, "to": to, **_value(rows, column), "gloss": f"{{from}}{when}: {column} {{{column}}}"})
    if not ties:
        to = tomlkit.inline_table()
        to.update({"issue": f"{TO_DO}: what is measured"})
        return [{**tie, "to": to, "value": f"{TO_DO}: the column of its numbers"}], []
    remarks = [f"Each of {', '.join(found[:_MOST])} is an indicator: delete the [[tie]] of a column that is none"]
    for column in found[:_MOST]:
        codes = sorted({row.get(column).removesuffix(".0") for row in rows} & CODES, key=int)
        if codes and not any(each["value"] == column and "scale" in each for each in ties):
            what = f"{', '.join(codes)} in {column} are read as missing. If they are values, in its [[tie]]"
            remarks.append(f"{what}: scale = true")
    more = found[_MOST:]
    if more:
        remarks.append(f"These columns are numbers too, and no [[tie]] reads them: {first_of(more, _MOST)}")
    return ties, remarks


def _has_year(rows: list[Row], column: str, since: str) -> bool:
    """Return whether the numbers of a column end in the year of their row: 7101989 is no value."""
    cells = [(row.get(column).removesuffix(".0"), row.get(since).removesuffix(".0")) for row in rows]
    return all(year and cell.endswith(year) for cell, year in cells if cell)


def _value(rows: list[Row], column: str) -> dict[str, Any]:
    """Return what a [[tie]] says of its value: whether it is on a scale that goes below 0, and not only in codes for missing."""
    cells = {row.get(column).removesuffix(".0") for row in rows}
    below = {cell for cell in cells if (number := number_of(cell)) is not None and number < 0}
    return weighed(rows, column) if len(below) > _FEW or below - CODES else {"value": column}
