"""Militarised disputes: each is an event; who threatened or used force against whom comes from the dyadic file."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from tiebook.model.dates import parse
from tiebook.model.records import Entity
from tiebook.sources.source_reader import MERGED, Skip, SourceReader
from tiebook.tables import Row
from tiebook.tables.cells import BadCell, bare, code, day, known, last_day, whole

# highest hostility level of a side: 1 no militarised action, 2 threat, 3 display, 4 use of force, 5 war
TYPES = {2: "THREATENS", 3: "THREATENS", 4: "USES_FORCE_AGAINST", 5: "USES_FORCE_AGAINST"}
SIDES = ("0", "1")
WORDS = {2: "threatens to use force against", 3: "displays force against", 4: "uses force against", 5: "is at war with"}


@dataclass(frozen=True, slots=True)
class _Side:
    actor: str
    side_a: bool
    since: str
    until: str | None
    level: int


def read(reader: SourceReader) -> None:
    """Read whichever of the three files are given."""
    years = [whole(row, "endyear") for kind in reader.files for row in reader.peek(kind)]
    reader.covers_until = last_day(years)
    version = [row.get("version") for row in reader.peek("disputes")]
    reader.version = version[0] if version and version[0] else reader.version
    reader.each("disputes", lambda row: _dispute(reader, row))
    disputes = {_number(row) for row in reader.peek("disputes")}
    dyadic = {code(row, "disno") for row in reader.peek("dyads")}
    _dyads(reader, disputes)
    _participants(reader, dyadic)


def _number(row: Row) -> str:
    """Return a dispute's number; release 4 has a column for the numbers of release 3 and one for its own."""
    return code(row, "dispnum" if known(row, "dispnum") else "dispnum4")


def _dispute(reader: SourceReader, row: Row) -> str | None:
    since = day(row, "styear", "stmon", "stday")
    _event(reader, _number(row), since)
    return None if reader.added else MERGED


def _event(reader: SourceReader, dispute: str, since: str | None) -> str:
    year = since[:4] if since else "?"
    return reader.declare(
        Entity("Event", f"mid-{dispute}", f"Militarised dispute {dispute} ({year})", "other", date=since)
    )


def _dyads(reader: SourceReader, disputes: set[str]) -> None:
    """Take a dispute's yearly rows of one direction together, with the highest level that the acting side reached.

    disputes -- the dispute-level file's, where it is given: a dispute that it no longer has is left out
    """
    levels: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    for row in reader.peek("dyads"):
        key = (code(row, "disno"), code(row, "statea"), code(row, "stateb"))
        levels[key] = max(levels[key], whole(row, "hihosta"))
    spells: dict[tuple[str, str, str], tuple[str, str | None]] = {}
    for row in reader.peek("dyads"):
        key = (code(row, "disno"), code(row, "statea"), code(row, "stateb"))
        since, until = _spell(row, "strtyr", "strtmnth", "strtday", "endmnth")
        old = spells.get(key)
        spells[key] = (min(old[0], since), max(old[1] or "", until or "") or None) if old else (since, until)
    made: set[tuple[str, str, str]] = set()

    def dyad(row: Row) -> str | None:
        key = (code(row, "disno"), code(row, "statea"), code(row, "stateb"))
        if disputes and key[0] not in disputes:
            raise Skip("the dispute-level file does not have this dispute (dropped or merged in its release)")
        if levels[key] not in TYPES:
            raise Skip("this side took no militarised action in the dispute")
        since, until = spells[key]
        on = parse(str(whole(row, "year")))
        one, two = reader.coded("cow", key[1], on), reader.coded("cow", key[2], on)
        if key in made:
            return MERGED
        made.add(key)
        _event(reader, key[0], since)
        _tie(reader, key[0], "/".join(key), (one, two), (since, until), level=levels[key], derived=False)
        return None

    reader.each("dyads", dyad)


def _participants(reader: SourceReader, dyadic: set[str]) -> None:
    sides: defaultdict[str, list[_Side]] = defaultdict(list)

    def participant(row: Row) -> str | None:
        dispute, side = _number(row), bare(row, "sidea")
        if side not in SIDES:
            raise Skip(f"side {side or 'unknown'} is neither side A (1) nor side B (0)")
        if dispute in dyadic:
            return MERGED  # its dyads are those of the dyadic file
        since, until = _spell(row, "styear", "stmon", "stday", "endmon")
        actor = reader.coded("cow", code(row, "ccode"), parse(since))
        _event(reader, dispute, since)
        sides[dispute].append(_Side(actor, side == "1", since, until, whole(row, "hostlev")))
        return None

    reader.each("participants", participant)
    again = 0
    for dispute, parties in sides.items():
        made: set[tuple[str, str]] = set()
        for one in parties:
            for two in parties:
                if one.side_a == two.side_a or one.level not in TYPES:
                    continue
                since, until = max(one.since, two.since), min(filter(None, (one.until, two.until)), default=None)
                if until is not None and parse(until).latest < parse(since).earliest:
                    continue  # one that enters twice may meet another in a later spell only
                ends = (one.actor, two.actor)
                if ends in made:
                    again += 1
                    continue
                made.add(ends)
                record = f"derived/{dispute}/{one.actor}/{two.actor}"
                _tie(reader, dispute, record, ends, (since, until), level=one.level, derived=True)
    if again:
        reader.accounts[-1].notes.append(
            f"{again:,} more meetings of two sides in one dispute: their tie has the dates of the first"
        )


def _tie(
    reader: SourceReader,
    dispute: str,
    record: str,
    ends: tuple[str, str],
    spell: tuple[str, str | None],
    *,
    level: int,
    derived: bool,
) -> None:
    one, two = ends
    reader.tie(
        TYPES[level],
        one,
        two,
        record,
        since=spell[0],
        until=spell[1],
        gloss=f"{reader.name_of(one)} {WORDS[level]} {reader.name_of(two)} in militarised dispute {dispute}",
        level=level,
        regarding=[f"mid-{dispute}"],
        inferred=derived,
    )


def _spell(row: Row, year: str, month: str, day_: str, end_month: str) -> tuple[str, str | None]:
    since, until = day(row, year, month, day_), day(row, "endyear", end_month, "endday")
    if since is None:
        raise BadCell(row, year, "a year")
    return since, until
