"""UCDP: active dyads as USES_FORCE_AGAINST in both directions, supporters with troops as AIDS, conflicts as events."""

from __future__ import annotations

from dataclasses import dataclass, field

from tiebook.model.dates import Span, parse
from tiebook.model.records import Entity
from tiebook.sources.report import UNRESOLVED
from tiebook.sources.source_reader import MERGED, Skip, SourceReader
from tiebook.tables import Row
from tiebook.tables.cells import MISSING, bare, known, last_day, runs, whole


@dataclass(slots=True)
class _Dyad:
    """What the yearly rows of one pair, or of one supporter and a side, come to."""

    type: str
    words: str
    conflict: str
    years: set[int] = field(default_factory=set)
    level: int = 0


NOBODY = MISSING | {"-999"}  # as releases write it
Found = dict[tuple[str, str, str], _Dyad]  # (record, from, to)


def read(reader: SourceReader) -> None:
    """Read whichever of the three files are given; pairs come from the dyadic file where it is there."""
    rows = [row for kind in ("dyads", "conflicts") for row in reader.peek(kind)]
    if rows:
        reader.covers_until = last_day(whole(row, "year") for row in rows)
        reader.version = next((row["version"].replace(",", ".") for row in rows if row.get("version")), reader.version)
    aliases: dict[str, Entity] = {}
    reader.each("actors", lambda row: _actor(reader, row, aliases))
    found: Found = {}
    reader.each("dyads", lambda row: _year(reader, row, bare(row, "dyad_id"), aliases, found))
    paired = reader.has("dyads")
    reader.each("conflicts", lambda row: _conflict(reader, row, aliases, None if paired else found))
    for (record, one, two), dyad in found.items():
        for first, last in runs(dyad.years):
            reader.tie(
                dyad.type,
                one,
                two,
                f"{record}/{first}",
                since=str(first),
                until=None if reader.covers_until and last == reader.covers_until.year else str(last),
                gloss=f"{reader.name_of(one)} {dyad.words} {reader.name_of(two)}, active {first}-{last}",
                level=dyad.level,
                count=last - first + 1,
                regarding=[dyad.conflict],
            )


def _actor(reader: SourceReader, row: Row, aliases: dict[str, Entity]) -> str | None:
    if bare(row, "Org") == "4":
        raise Skip("a government: its ties are its state's")
    number, name = bare(row, "ActorId"), " ".join(row["NameData"].split())
    others = (" ".join(row.get(column).split()) for column in ("NameOrigFullEng", "NameOrig"))
    names = tuple(dict.fromkeys(other for other in others if other not in {"", "n/a", name}))
    kind = "ArmedGroup" if bare(row, "Org") in {"1", "2"} else "Collective"
    aliases[number] = Entity("Actor", f"ucdp-{number}", name, kind, names)
    reader.declare(aliases[number])
    return None


def _conflict(reader: SourceReader, row: Row, aliases: dict[str, Entity], found: Found | None) -> str | None:
    if found is not None:
        return _year(reader, row, f"c{bare(row, 'conflict_id')}", aliases, found)
    _event(reader, row)
    return None if reader.added else MERGED


def _event(reader: SourceReader, row: Row) -> str:
    number = bare(row, "conflict_id")
    about = ", ".join(filter(None, (row["location"], known(row, "territory_name"))))
    return reader.declare(Entity("Event", f"ucdp-conflict-{number}", f"Armed conflict {number} ({about})", "war"))


def _year(reader: SourceReader, row: Row, record: str, aliases: dict[str, Entity], found: Found) -> str | None:
    year = whole(row, "year")
    on = parse(str(year))
    sides = {side: _primary(reader, row, side, on, aliases) for side in ("a", "b")}
    helpers = {side: _states(reader, row[f"gwno_{side}_2nd"], on) for side in ("a", "b")}
    if not sides["a"] or not sides["b"]:
        raise Skip(UNRESOLVED)
    everyone = [actor for group in (*sides.values(), *helpers.values()) for actor in group]
    reader.want(on, *everyone)
    conflict = _event(reader, row)
    new = False
    for one, two in (("a", "b"), ("b", "a")):
        for actor in sides[one]:
            for other in sides[two]:
                words = "uses armed force against"
                key = (f"{record}/{one}/{actor}/{other}", actor, other)
                new |= _add(found, key, _Dyad("USES_FORCE_AGAINST", words, conflict), row)
            for helper in helpers[one]:
                if helper != actor:
                    words = "supports with troops"
                    key = (f"{record}/{one}2/{helper}/{actor}", helper, actor)
                    new |= _add(found, key, _Dyad("AIDS", words, conflict), row)
    return None if new else MERGED


def _add(found: Found, key: tuple[str, str, str], fresh: _Dyad, row: Row) -> bool:
    new = key not in found
    dyad = found.setdefault(key, fresh)
    dyad.years.add(whole(row, "year"))
    dyad.level = max(dyad.level, whole(row, "intensity_level"))
    return new


def _primary(reader: SourceReader, row: Row, side: str, on: Span, aliases: dict[str, Entity]) -> list[str]:
    """Return the parties of a side: states by their number, groups by the actor's number (several in the conflict file)."""
    if _numbers(row[f"gwno_{side}"]):
        return _states(reader, row[f"gwno_{side}"], on)
    numbers = _numbers(row.get(f"side_{side}_id"))
    names = [part.strip() for part in row[f"side_{side}"].split(",")]
    if len(names) != len(numbers):  # a name with a comma in it
        names = [row[f"side_{side}"]] if len(numbers) == 1 else [f"UCDP actor {number}" for number in numbers]
    return [
        reader.declare(aliases.get(number) or Entity("Actor", f"ucdp-{number}", name, "ArmedGroup"))
        for number, name in zip(numbers, names, strict=True)
    ]


def _states(reader: SourceReader, cell: str, on: Span) -> list[str]:
    found = (reader.resolver.code("gw", number, on) for number in _numbers(cell))
    return [state for state in found if state is not None]


def _numbers(cell: str) -> list[str]:
    """Return the numbers that a cell lists; a copy that a program saved may have them as decimals ("750.0")."""
    return [part.strip().removesuffix(".0") for part in cell.split(",") if part.strip() not in NOBODY]
