"""COW contiguity: consecutive years of one kind of contiguity are one BORDERS tie of the pair, whichever direction."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from tiebook.load.cells import code, runs, whole
from tiebook.load.desk import MERGED, Desk
from tiebook.model.dates import parse
from tiebook.tables import Row

KINDS = {
    1: "touch by land or river",
    2: "lie at most 12 miles of water apart",
    3: "lie at most 24 miles of water apart",
    4: "lie at most 150 miles of water apart",
    5: "lie at most 400 miles of water apart",
}
Pair = tuple[str, str]


def read(desk: Desk) -> None:
    """Read the directed file."""
    kinds: defaultdict[Pair, dict[int, int]] = defaultdict(dict)  # pair of actors -> year -> kind
    directions: defaultdict[tuple[Pair, int], set[str]] = defaultdict(set)
    desk.each("pairs", lambda row: _year(desk, row, kinds, directions))
    one_way = sum(len(seen) == 1 for seen in directions.values())
    if one_way:
        desk.accounts[-1].notes.append(f"{one_way:,} pair-years stand in one direction only")
    if not kinds:
        return
    last = max(year for years in kinds.values() for year in years)
    desk.covers_until = date(last, 12, 31)
    for (one, two), years in kinds.items():
        for kind in sorted(set(years.values())):
            for first, end in runs({year for year, each in years.items() if each == kind}):
                desk.tie(
                    "BORDERS",
                    one,
                    two,
                    f"{one}/{two}/{kind}/{first}",
                    since=str(first),
                    until=None if end == last else str(end),
                    gloss=f"{desk.name_of(one)} and {desk.name_of(two)} {KINDS.get(kind, 'are contiguous')}",
                    level=kind,
                    count=end - first + 1,
                )


def _year(
    desk: Desk, row: Row, kinds: dict[Pair, dict[int, int]], directions: dict[tuple[Pair, int], set[str]]
) -> str | None:
    year, kind = whole(row, "year"), whole(row, "conttype")
    desk.version = row.get("version") or desk.version
    on = parse(str(year))
    first, second = desk.coded("cow", code(row, "state1no"), on), desk.coded("cow", code(row, "state2no"), on)
    desk.want(on, first, second)
    pair = (min(first, second), max(first, second))
    new = not kinds[pair]
    kinds[pair][year] = min(kind, kinds[pair].get(year, kind))
    directions[pair, year].add(first)
    return None if new else MERGED
