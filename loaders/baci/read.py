"""BACI: the products of a pair in a year are one tie, with their sum and number; millions of rows are summed as they are read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from operator import itemgetter
from pathlib import Path
from typing import Final

from tiebook.errors import BadSource
from tiebook.model.dates import Span, parse
from tiebook.sources.report import LOADED, MERGED, OUTSIDE, UNRESOLVED
from tiebook.sources.source_reader import SourceReader
from tiebook.tables import read_table
from tiebook.tables.cells import MISSING, number_of, plain_code

UNIT: Final = "thousand current US dollars"
NO_VALUE: Final = "there is no value"
NO_TRADE: Final = "no trade (0)"
SELF: Final = "trade of a state with itself"
_RELEASE: Final = re.compile(r"V(\d{6}[a-z]?)", re.ASCII)
_YEAR: Final = re.compile(r"[12]\d{3}(?:\.0)?", re.ASCII)

Pair = tuple[str, str, str]  # year, exporter and importer as the file has them
Flow = tuple[str, str, int]  # the same as actors


class _Sum:
    """What a pair traded in a year: thousands of dollars, and rows, one for each product."""

    __slots__ = ("rows", "value")

    def __init__(self) -> None:
        self.value = 0.0
        self.rows = 0


def read(reader: SourceReader) -> None:
    """Sum up each file, and make its ties."""
    found: dict[int, Path] = {}
    releases = {release[1] if (release := _RELEASE.search(path.name)) else None for path in reader.files["flows"]}
    reader.version = releases.pop() if len(releases) == 1 else None
    for path in reader.files["flows"]:
        years = _file(reader, path)
        for year in sorted(years):
            if year in found:
                what = (
                    f"{year} is in {found[year].name} too: of two classifications (HS92, HS12) only one can be counted"
                )
                raise BadSource(what, where=str(path))
            found[year] = path
    if found:
        days = [(date(year, 1, 1), date(year, 12, 31)) for year in found]
        held = sum((last - first).days + 1 for first, last in days)
        reader.covers(min(days)[0], max(days)[1], held)
        reader.parts = sorted(map(str, found))


def _file(reader: SourceReader, path: Path) -> set[int]:
    """Read a file, and return its years."""
    became: Counter[str] = Counter()
    table = read_table(path, reader.source.kind("flows").shape(), reader.progress.at)
    account = reader.account(path, "flows", table.notes)
    sums: dict[Pair, _Sum] = {}
    for pair, value in _rows(path, table.columns, table.records):
        if value is None:
            became[NO_VALUE] += 1
            continue
        one = sums.get(pair)
        if one is None:
            one = sums[pair] = _Sum()
        one.value += value
        one.rows += 1
    flows: dict[Flow, _Sum] = {}
    for pair, one in sums.items():
        flow = _actors(reader, pair)
        reason = _refused(reader, flow, one)
        if reason is not None or flow is None:
            became[reason or UNRESOLVED] += one.rows
            continue
        all_ = flows.setdefault(flow, _Sum())  # two codes may mean one state
        became[MERGED if all_.rows else LOADED] += 1
        became[MERGED] += one.rows - 1
        all_.value += one.value
        all_.rows += one.rows
    for flow, one in flows.items():
        _tie(reader, flow, one)
    named = became.total() - became[NO_VALUE]
    account.enter(became, named=named, resolved=named - became[UNRESOLVED])
    return {int(year.removesuffix(".0")) for year, _, _ in sums}


def _rows(
    path: Path, columns: tuple[str, ...], records: Iterator[tuple[int, list[str]]]
) -> Iterator[tuple[Pair, float | None]]:
    """Return the pair of each row, and its value.

    Raises BadSource with file:line for a row without a year, or with a value that is no number.
    """
    pick = itemgetter(*map(columns.index, ("t", "i", "j", "v")))
    for line, cells in records:
        year, one, two, value = pick(cells)
        if not _YEAR.fullmatch(year.strip()):
            raise BadSource(f"column t: {year!r} is not a year", where=f"{path}:{line}")
        try:
            found = _value(value)
        except ValueError:
            raise BadSource(f"column v: {value!r} is not a value in dollars", where=f"{path}:{line}") from None
        yield (year.strip(), one.strip(), two.strip()), found


def _value(cell: str) -> float | None:
    """Return the value of a cell, None where it says nothing.

    Raises ValueError.
    """
    text = cell.strip()
    if text in MISSING:
        return None
    found = number_of(text)
    if found is None or found < 0:
        raise ValueError(cell)
    return found


def _actors(reader: SourceReader, pair: Pair) -> Flow | None:
    """Return the actors of a pair in its year, None where one of them is not known."""
    year = int(pair[0].removesuffix(".0"))
    on = _year(year)
    one, two = (reader.resolver.code("iso_num", plain_code("iso_num", code), on) for code in pair[1:])
    return None if one is None or two is None else (one, two, year)


def _refused(reader: SourceReader, flow: Flow | None, one: _Sum) -> str | None:
    """Return why a pair makes no tie, None where it makes one."""
    if flow is None:
        return UNRESOLVED
    if flow[0] == flow[1]:
        return SELF
    if one.value == 0:
        return NO_TRADE
    return None if reader.wanted.takes(_year(flow[2]), flow[:2]) else OUTSIDE


def _tie(reader: SourceReader, flow: Flow, one: _Sum) -> None:
    exporter, importer, year = flow
    value = round(one.value, 3)  # as BACI has it
    reader.tie(
        "ECONOMIC_TIE_TO",
        exporter,
        importer,
        f"{exporter}/{importer}/{year}",
        since=str(year),
        until=str(year),
        gloss=(
            f"{reader.name_of(exporter)} exports goods worth {value / 1000:,.1f} million current US dollars"
            f" to {reader.name_of(importer)} in {year}, of {one.rows:,} products"
        ),
        value=value,
        unit=UNIT,
        count=one.rows,
    )


def _year(year: int) -> Span:
    return parse(f"{year:04d}")
