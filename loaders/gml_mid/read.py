"""Gibler-Miller-Little disputes: the yearly rows of one direction are one tie, by the highest level that its side reached."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from tiebook.model.dates import parse
from tiebook.model.records import Entity
from tiebook.sources.source_reader import MERGED, Skip, SourceReader
from tiebook.tables import Row
from tiebook.tables.cells import code, known, last_day, whole

# highest level of hostility of a side: 1 no militarised action, 2 threat, 3 display, 4 use of force, 5 war
TYPES = {2: "THREATENS", 3: "THREATENS", 4: "USES_FORCE_AGAINST", 5: "USES_FORCE_AGAINST"}
WORDS = {2: "threatens to use force against", 3: "displays force against", 4: "uses force against", 5: "is at war with"}

Key = tuple[str, str, str]  # dispute, and the codes of the acting state and of the other


@dataclass(slots=True)
class _Spell:
    """The years of one direction of a dispute, and the highest level in them."""

    years: set[int] = field(default_factory=set)
    level: int = 0


def read(reader: SourceReader) -> None:
    """Take a direction's years together, and make its tie at its first row."""
    spells: defaultdict[Key, _Spell] = defaultdict(_Spell)
    for row in reader.peek("dyads"):
        spell = spells[_key(row)]
        spell.years.add(whole(row, "year"))
        spell.level = max(spell.level, whole(row, "hostlev1"))
        reader.version = known(row, "version") or reader.version
    reader.covers_until = last_day(year for spell in spells.values() for year in spell.years)
    made: set[Key] = set()
    reader.each("dyads", lambda row: _dyad(reader, row, spells, made))


def _key(row: Row) -> Key:
    return code(row, "dispnum"), code(row, "ccode1"), code(row, "ccode2")


def _dyad(reader: SourceReader, row: Row, spells: dict[Key, _Spell], made: set[Key]) -> str | None:
    key = _key(row)
    dispute, spell = key[0], spells[key]
    if spell.level not in TYPES:
        raise Skip("this side took no militarised action in the dispute")
    on = parse(str(whole(row, "year")))
    one, two = reader.coded("cow", key[1], on), reader.coded("cow", key[2], on)
    if key in made:
        return MERGED
    made.add(key)
    first, last = min(spell.years), max(spell.years)
    reader.declare(
        Entity("Event", f"mid-{dispute}", f"Militarised dispute {dispute} ({first})", "other", date=str(first))
    )
    reader.tie(
        TYPES[spell.level],
        one,
        two,
        "/".join(key),
        since=str(first),
        until=str(last),
        gloss=f"{reader.name_of(one)} {WORDS[spell.level]} {reader.name_of(two)} in militarised dispute {dispute}",
        level=spell.level,
        regarding=[f"mid-{dispute}"],
    )
    return None
