"""COW state system: membership spells as dated MEMBER_OF ties; the file by year is the second computation of the same."""

from __future__ import annotations

from collections import defaultdict

from tiebook.model.dates import parse
from tiebook.model.records import Entity
from tiebook.sources.source_reader import MERGED, Skip, SourceReader
from tiebook.tables import Row
from tiebook.tables.cells import code, day, last_day, runs, whole

SYSTEM = Entity("Actor", "cow-state-system", "State system (COW)", "Collective", ("interstate system",))
MAJORS = Entity("Actor", "cow-major-powers", "Major powers (COW)", "Collective", ("major powers",))


def read(reader: SourceReader) -> None:
    """Read whichever of the four files are given."""
    ends = [day(row, "endyear", "endmonth", "endday") for kind in ("states", "majors") for row in reader.peek(kind)]
    years = [whole(row, "year") for row in reader.peek("years")]
    known = [parse(end).latest for end in ends if end] + [last for year in years if (last := last_day([year]))]
    if known:
        reader.covers_until = max(known)  # a spell that ends with the release is still open
    for kind in ("years", "majors", "states"):
        reader.version = next((row["version"] for row in reader.peek(kind)), reader.version)
    for kind in ("states", "majors"):
        _spells(reader, kind, SYSTEM if kind == "states" else MAJORS)
    _years(reader)
    reader.each("codes", lambda row: _code(reader, row))


def _spells(reader: SourceReader, kind: str, group: Entity) -> None:
    def spell(row: Row) -> None:
        since = day(row, "styear", "stmonth", "stday")
        until = day(row, "endyear", "endmonth", "endday")
        if since is None:
            raise Skip("no year of entry")
        ends = None if until is None or parse(until).latest == reader.covers_until else until
        reader.declare(group)
        for actor, first, last in reader.spells("cow", code(row, "ccode"), since, ends):
            name = reader.resolver.crosswalk.actors[actor].name
            reader.tie(
                "MEMBER_OF",
                actor,
                group.id,
                f"{kind}/{code(row, 'ccode')}/{first}",
                since=first,
                until=last,
                gloss=f"{name} is in the list of {group.name.lower().replace('(cow)', '(COW)')}",
            )

    reader.each(kind, spell)


def _years(reader: SourceReader) -> None:
    """Read the file by year: without the spells it makes spells of whole years, with them it must agree."""
    given = reader.has("states")
    members: dict[str, set[int]] = defaultdict(set)
    spells = [(code(row, "ccode"), whole(row, "styear"), whole(row, "endyear")) for row in reader.peek("states")]

    def year(row: Row) -> str | None:
        ccode, when = code(row, "ccode"), whole(row, "year")
        if given:
            if not any(ccode == each and first <= when <= last for each, first, last in spells):
                raise Skip("a year that no spell of the membership list covers")
            return MERGED
        reader.coded("cow", ccode, parse(str(when)))  # a code that nobody knows is left out here
        first = not members[ccode]
        members[ccode].add(when)
        return None if first else MERGED

    reader.each("years", year)
    last = reader.covers_until.year if reader.covers_until else None
    for ccode, years in members.items():
        reader.declare(SYSTEM)
        for first, end in runs(years):
            for actor, since, until in reader.spells("cow", ccode, str(first), None if end == last else str(end)):
                name = reader.resolver.crosswalk.actors[actor].name
                gloss = f"{name} is in the list of state system (COW)"
                reader.tie(
                    "MEMBER_OF", actor, SYSTEM.id, f"years/{ccode}/{since}", since=since, until=until, gloss=gloss
                )


def _code(reader: SourceReader, row: Row) -> str | None:
    actor = reader.coded("cow", code(row, "CCode"))
    return MERGED if reader.declare(reader.resolver.crosswalk.entity(actor)) and not reader.added else None
