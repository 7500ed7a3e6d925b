"""TIES: a case is a threat, or sanctions that were imposed, or both, of each of its senders against its target."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from tiebook.model.dates import parse
from tiebook.sources.source_reader import Skip, SourceReader
from tiebook.tables import Row
from tiebook.tables.cells import BadCell, bare, code, day, known, whole

SENDERS: Final = ("primarysender", "sender1", "sender2", "sender3", "sender4", "sender5")
MEASURES: Final = {  # by the numbers of the codebook
    "1": "total embargo",
    "2": "partial embargo",
    "3": "import restriction",
    "4": "export restriction",
    "5": "blockade",
    "6": "asset freeze",
    "7": "end of foreign aid",
    "8": "travel ban",
    "9": "end of an economic agreement",
    "10": "other measure",
}
_FIRST: Final = re.compile(r"\s*(\d{4})\b")


def read(reader: SourceReader) -> None:
    """Read the cases."""
    reader.each("cases", lambda row: _case(reader, row))


def _case(reader: SourceReader, row: Row) -> None:
    begun = day(row, "startyear", *(column for column in ("startmonth", "startday") if column in row.cells))
    if begun is None:
        raise Skip("no year in which it began")
    if known(row, "targetstate") is None:
        raise Skip("no state is named as the target")
    if not any(_said(row, column) for column in ("threat", "imposition")):
        raise Skip("neither threatened nor imposed")
    on = parse(begun)
    codes = dict.fromkeys(code(row, column) for column in SENDERS if column in row.cells and known(row, column))
    if not codes:
        raise Skip("no state is named as a sender")
    target = reader.coded("cow", code(row, "targetstate"), on)
    senders = dict.fromkeys(reader.coded("cow", each, on) for each in codes)
    for sender in senders:
        if sender != target:
            _ties(reader, row, (sender, target), begun)


def _said(row: Row, column: str) -> bool:
    return known(row, column) is not None and whole(row, column) == 1


def _ties(reader: SourceReader, row: Row, ends: tuple[str, str], begun: str) -> None:
    """Make what a case says of one sender."""
    names = tuple(map(reader.name_of, ends))
    record = f"{code(row, 'caseid')}/{ends[0]}"
    if _said(row, "threat"):
        measures = _measures(row, "sanctiontypethreat")
        reader.tie(
            "THREATENS",
            *ends,
            record,
            since=begun,
            event=True,
            gloss=f"{names[0]} threatens {names[1]} with economic sanctions{_told(measures)}",
            mechanism=measures or "economic sanctions",
        )
    if _said(row, "imposition"):
        measures = _measures(row, "sanctiontype")
        until, ongoing = _end(row)
        reader.tie(
            "SANCTIONS",
            *ends,
            record,
            since=_imposed(row) or begun,
            until=until,
            going_on=ongoing,
            gloss=f"{names[0]} imposes economic sanctions on {names[1]}{_told(measures)}",
            mechanism=measures or None,
        )


def _imposed(row: Row) -> str | None:
    """Return the date on which sanctions were first imposed; a cell may list the years of several steps."""
    column = "sancimpositionstartyear"
    year = _FIRST.match(row.get(column))
    if year is None:
        return None
    if bare(row, column) != year[1]:
        return year[1]
    more = (each for each in ("sancimpositionstartmonth", "sancimpositionstartday") if each in row.cells)
    try:
        return day(row, column, *more)
    except BadCell:
        return year[1]


def _end(row: Row) -> tuple[str | None, date | None]:
    """Return the end of a case; where it has none, the last day on which it is known to go on."""
    until = day(row, "endyear", *(column for column in ("endmonth", "endday") if column in row.cells))
    if until is not None:
        return until, None
    ongoing = known(row, "ongoingasofyear")
    return None, None if ongoing is None else date(whole(row, "ongoingasofyear"), 12, 31)


def _measures(row: Row, column: str) -> str:
    return _words(row.get(column), MEASURES)


def _words(cell: str, words: Mapping[str, str]) -> str:
    """Return in words a cell that lists numbers ("3,4")."""
    numbers = [part.strip().removesuffix(".0") for part in re.split(r"[,;&]", cell)]
    return ", ".join(dict.fromkeys(words[number] for number in numbers if number in words))


def _told(measures: str) -> str:
    return f": {measures}" if measures else ""
