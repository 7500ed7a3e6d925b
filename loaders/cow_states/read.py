"""COW state system: membership spells as dated MEMBER_OF ties; the file by year is the second computation of the same."""

from __future__ import annotations

from collections import defaultdict

from tiebook.load.cells import code, day, last_day, runs, whole
from tiebook.load.desk import MERGED, Desk, Skip
from tiebook.model.dates import parse
from tiebook.model.records import Entity
from tiebook.tables import Row

SYSTEM = Entity("Actor", "cow-state-system", "State system (COW)", "Collective", ("interstate system",))
MAJORS = Entity("Actor", "cow-major-powers", "Major powers (COW)", "Collective", ("major powers",))


def read(desk: Desk) -> None:
    """Read whichever of the four files are given."""
    ends = [day(row, "endyear", "endmonth", "endday") for kind in ("states", "majors") for row in desk.peek(kind)]
    years = [whole(row, "year") for row in desk.peek("years")]
    known = [parse(end).latest for end in ends if end] + [last for year in years if (last := last_day([year]))]
    if known:
        desk.covers_until = max(known)  # a spell that ends with the release is still open
    for kind in ("years", "majors", "states"):
        desk.version = next((row["version"] for row in desk.peek(kind)), desk.version)
    for kind in ("states", "majors"):
        _spells(desk, kind, SYSTEM if kind == "states" else MAJORS)
    _years(desk)
    desk.each("codes", lambda row: _code(desk, row))


def _spells(desk: Desk, kind: str, group: Entity) -> None:
    def spell(row: Row) -> None:
        since = day(row, "styear", "stmonth", "stday")
        until = day(row, "endyear", "endmonth", "endday")
        if since is None:
            raise Skip("no year of entry")
        ends = None if until is None or parse(until).latest == desk.covers_until else until
        desk.declare(group)
        for actor, first, last in desk.spells("cow", code(row, "ccode"), since, ends):
            name = desk.resolver.crosswalk.actors[actor].name
            desk.tie(
                "MEMBER_OF",
                actor,
                group.id,
                f"{kind}/{code(row, 'ccode')}/{first}",
                since=first,
                until=last,
                gloss=f"{name} is in the list of {group.name.lower().replace('(cow)', '(COW)')}",
            )

    desk.each(kind, spell)


def _years(desk: Desk) -> None:
    """Read the file by year: without the spells it makes spells of whole years, with them it must agree."""
    given = desk.has("states")
    members: dict[str, set[int]] = defaultdict(set)
    spells = [(code(row, "ccode"), whole(row, "styear"), whole(row, "endyear")) for row in desk.peek("states")]

    def year(row: Row) -> str | None:
        ccode, when = code(row, "ccode"), whole(row, "year")
        if given:
            if not any(ccode == each and first <= when <= last for each, first, last in spells):
                raise Skip("a year that no spell of the membership list covers")
            return MERGED
        desk.coded("cow", ccode, parse(str(when)))  # a code that nobody knows is left out here
        first = not members[ccode]
        members[ccode].add(when)
        return None if first else MERGED

    desk.each("years", year)
    last = desk.covers_until.year if desk.covers_until else None
    for ccode, years in members.items():
        desk.declare(SYSTEM)
        for first, end in runs(years):
            for actor, since, until in desk.spells("cow", ccode, str(first), None if end == last else str(end)):
                name = desk.resolver.crosswalk.actors[actor].name
                gloss = f"{name} is in the list of state system (COW)"
                desk.tie("MEMBER_OF", actor, SYSTEM.id, f"years/{ccode}/{since}", since=since, until=until, gloss=gloss)


def _code(desk: Desk, row: Row) -> str | None:
    actor = desk.coded("cow", code(row, "CCode"))
    return MERGED if desk.declare(desk.resolver.crosswalk.entity(actor)) and not desk.added else None
