"""COW contiguity: unbroken contiguity of one kind is one BORDERS tie of the pair, from the file by year or the one by spell."""

from __future__ import annotations

import re
from collections import defaultdict

from tiebook.model.dates import parse
from tiebook.sources.source_reader import MERGED, Skip, SourceReader
from tiebook.tables import Row
from tiebook.tables.cells import BadCell, code, last_day, runs, whole

KINDS = {
    1: "touch by land or river",
    2: "lie at most 12 miles of water apart",
    3: "lie at most 24 miles of water apart",
    4: "lie at most 150 miles of water apart",
    5: "lie at most 400 miles of water apart",
}
MONTH = re.compile(r"(\d{4})(\d{2})")
Pair = tuple[str, str]


def read(reader: SourceReader) -> None:
    """Read the directed file by year; the one by spell is its second computation, or stands alone."""
    kinds: defaultdict[Pair, dict[int, int]] = defaultdict(dict)  # pair of actors -> year -> kind
    directions: defaultdict[tuple[Pair, int], set[str]] = defaultdict(set)
    reader.each("pairs", lambda row: _year(reader, row, kinds, directions))
    one_way = sum(len(seen) == 1 for seen in directions.values())
    if one_way:
        reader.accounts[-1].notes.append(f"{one_way:,} pair-years stand in one direction only")
    if kinds:
        _make(reader, kinds)
    _spells(reader, kinds)


def _make(reader: SourceReader, kinds: dict[Pair, dict[int, int]]) -> None:
    last = max(year for years in kinds.values() for year in years)
    reader.covers_until = last_day([last])
    for (one, two), years in kinds.items():
        for kind in sorted(set(years.values())):
            for first, end in runs({year for year, each in years.items() if each == kind}):
                record = f"{one}/{two}/{kind}/{first}"
                _tie(reader, (one, two), record, kind, (str(first), None if end == last else str(end)), end - first + 1)


def _tie(
    reader: SourceReader, pair: Pair, record: str, kind: int, spell: tuple[str, str | None], years: int | None
) -> None:
    one, two = pair
    reader.tie(
        "BORDERS",
        one,
        two,
        record,
        since=spell[0],
        until=spell[1],
        gloss=f"{reader.name_of(one)} and {reader.name_of(two)} {KINDS.get(kind, 'are contiguous')}",
        level=kind,
        count=years,
    )


def _year(
    reader: SourceReader, row: Row, kinds: dict[Pair, dict[int, int]], directions: dict[tuple[Pair, int], set[str]]
) -> str | None:
    year, kind = whole(row, "year"), whole(row, "conttype")
    reader.version = row.get("version") or reader.version
    on = parse(str(year))
    first, second = reader.coded("cow", code(row, "state1no"), on), reader.coded("cow", code(row, "state2no"), on)
    reader.want(on, first, second)
    pair = (min(first, second), max(first, second))
    new = not kinds[pair]
    kinds[pair][year] = min(kind, kinds[pair].get(year, kind))
    directions[pair, year].add(first)
    return None if new else MERGED


def _spells(reader: SourceReader, kinds: dict[Pair, dict[int, int]]) -> None:
    """Read the file by spell, dated by month; with the file by year it must agree and makes nothing."""
    last = max((_month(row, "end") for row in reader.peek("spells")), default="")
    if last and not kinds:
        reader.covers_until = parse(last).latest

    def spell(row: Row) -> str | None:
        reader.version = row.get("version") or reader.version
        since, until, kind = _month(row, "begin"), _month(row, "end"), whole(row, "conttype")
        on = parse(until)
        first, second = reader.coded("cow", code(row, "statelno"), on), reader.coded("cow", code(row, "statehno"), on)
        pair = (min(first, second), max(first, second))
        if kinds:
            year = min(on.latest.year, reader.covers_until.year if reader.covers_until else on.latest.year)
            if kinds.get(pair, {}).get(year, kind + 1) > kind:
                raise Skip("a spell that the file by year does not have")
            return MERGED
        record = f"{pair[0]}/{pair[1]}/{kind}/{since}"
        _tie(reader, pair, record, kind, (since, None if until == last else until), None)
        return None

    reader.each("spells", spell)


def _month(row: Row, column: str) -> str:
    found = MONTH.fullmatch(row[column])
    if not found:
        raise BadCell(row, column, "a year and month (YYYYMM)")
    return f"{found[1]}-{found[2]}" if "01" <= found[2] <= "12" else found[1]  # release 3.1 has a month 90
