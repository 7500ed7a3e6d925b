"""UCDP: active dyads as USES_FORCE_AGAINST in both directions, supporters with troops as AIDS, conflicts as events."""

from __future__ import annotations

from dataclasses import dataclass, field

from tiebook.load.accounts import UNRESOLVED
from tiebook.load.cells import MISSING, bare, known, last_day, runs, whole
from tiebook.load.desk import MERGED, Desk, Skip
from tiebook.model.dates import Span, parse
from tiebook.model.records import Entity
from tiebook.tables import Row


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


def read(desk: Desk) -> None:
    """Read whichever of the three files are given; pairs come from the dyadic file where it is there."""
    rows = [row for kind in ("dyads", "conflicts") for row in desk.peek(kind)]
    if rows:
        desk.covers_until = last_day(whole(row, "year") for row in rows)
        desk.version = next((row["version"].replace(",", ".") for row in rows if row.get("version")), desk.version)
    aliases: dict[str, Entity] = {}
    desk.each("actors", lambda row: _actor(desk, row, aliases))
    found: Found = {}
    desk.each("dyads", lambda row: _year(desk, row, bare(row, "dyad_id"), aliases, found))
    paired = desk.has("dyads")
    desk.each("conflicts", lambda row: _conflict(desk, row, aliases, None if paired else found))
    for (record, one, two), dyad in found.items():
        for first, last in runs(dyad.years):
            desk.tie(
                dyad.type,
                one,
                two,
                f"{record}/{first}",
                since=str(first),
                until=None if desk.covers_until and last == desk.covers_until.year else str(last),
                gloss=f"{desk.name_of(one)} {dyad.words} {desk.name_of(two)}, active {first}-{last}",
                level=dyad.level,
                count=last - first + 1,
                regarding=[dyad.conflict],
            )


def _actor(desk: Desk, row: Row, aliases: dict[str, Entity]) -> str | None:
    if bare(row, "Org") == "4":
        raise Skip("a government: its ties are its state's")
    number, name = bare(row, "ActorId"), " ".join(row["NameData"].split())
    others = (" ".join(row.get(column).split()) for column in ("NameOrigFullEng", "NameOrig"))
    names = tuple(dict.fromkeys(other for other in others if other not in {"", "n/a", name}))
    kind = "ArmedGroup" if bare(row, "Org") in {"1", "2"} else "Collective"
    aliases[number] = Entity("Actor", f"ucdp-{number}", name, kind, names)
    desk.declare(aliases[number])
    return None


def _conflict(desk: Desk, row: Row, aliases: dict[str, Entity], found: Found | None) -> str | None:
    if found is not None:
        return _year(desk, row, f"c{bare(row, 'conflict_id')}", aliases, found)
    _event(desk, row)
    return None if desk.added else MERGED


def _event(desk: Desk, row: Row) -> str:
    number = bare(row, "conflict_id")
    about = ", ".join(filter(None, (row["location"], known(row, "territory_name"))))
    return desk.declare(Entity("Event", f"ucdp-conflict-{number}", f"Armed conflict {number} ({about})", "war"))


def _year(desk: Desk, row: Row, record: str, aliases: dict[str, Entity], found: Found) -> str | None:
    year = whole(row, "year")
    on = parse(str(year))
    sides = {side: _primary(desk, row, side, on, aliases) for side in ("a", "b")}
    helpers = {side: _states(desk, row[f"gwno_{side}_2nd"], on) for side in ("a", "b")}
    if not sides["a"] or not sides["b"]:
        raise Skip(UNRESOLVED)
    everyone = [actor for group in (*sides.values(), *helpers.values()) for actor in group]
    desk.want(on, *everyone)
    conflict = _event(desk, row)
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


def _primary(desk: Desk, row: Row, side: str, on: Span, aliases: dict[str, Entity]) -> list[str]:
    """Give the parties of a side: states by their number, groups by the actor's number (several in the conflict file)."""
    if _numbers(row[f"gwno_{side}"]):
        return _states(desk, row[f"gwno_{side}"], on)
    numbers = _numbers(row.get(f"side_{side}_id"))
    names = [part.strip() for part in row[f"side_{side}"].split(",")]
    if len(names) != len(numbers):  # a name with a comma in it
        names = [row[f"side_{side}"]] if len(numbers) == 1 else [f"UCDP actor {number}" for number in numbers]
    return [
        desk.declare(aliases.get(number) or Entity("Actor", f"ucdp-{number}", name, "ArmedGroup"))
        for number, name in zip(numbers, names, strict=True)
    ]


def _states(desk: Desk, cell: str, on: Span) -> list[str]:
    found = (desk.resolver.code("gw", number, on) for number in _numbers(cell))
    return [state for state in found if state is not None]


def _numbers(cell: str) -> list[str]:
    """Give the numbers that a cell lists; a copy that a program saved may have them as decimals ("750.0")."""
    return [part.strip().removesuffix(".0") for part in cell.split(",") if part.strip() not in NOBODY]
