"""COW wars: both sides that a row names fight each other; who joined a side fights the opponents named in the war."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final, NamedTuple

from tiebook.crosswalk.own_actors import slug
from tiebook.model.dates import parse
from tiebook.model.records import Entity
from tiebook.sources.source_reader import Skip, SourceReader
from tiebook.tables import Row
from tiebook.tables.cells import BadCell, bare, code, day, known, last_day, whole

TYPES: Final = {
    "1": "war between states",
    "2": "colonial war",
    "3": "war of a state with others outside the state system",
    "4": "civil war for central control",
    "5": "civil war over local issues",
    "6": "regional war within a state",
    "7": "war between communities of a state",
}
ONGOING: Final = "-7"
SPELLS: Final = ("1", "2", "3", "4")
YEARS: Final = tuple(f"{which}Year{number}" for which in ("Start", "End") for number in SPELLS)
LAST_OF_4: Final = 2007  # to which releases 4.0 and 4.1 reach; of some wars they know that they ended later
OTHER: Final = {"A": "B", "B": "A"}


class _Spell(NamedTuple):
    """A time of fighting; `ended` where its end is not known, and it is over."""

    since: str
    until: str | None
    ended: bool


Named = defaultdict[tuple[str, str], dict[str, Row]]  # (war, side): who is named together with an opponent, and where


@dataclass(frozen=True, slots=True)
class _Party:
    """One side of a row: a state, or a name that means somebody in this war only."""

    side: str  # "A" or "B"; of a war between states "1" or "2"
    actor: str
    spells: tuple[_Spell, ...]


def read(reader: SourceReader) -> None:
    """Read whichever of the three files are given."""
    _extent(reader)
    for kind in ("intra", "extra"):
        named: Named = defaultdict(dict)
        begun = _begins(reader, kind)
        for row in reader.peek(kind):
            if _named(row, "A") and _named(row, "B"):
                for side in OTHER:
                    named[_war(row), side].setdefault(_identity(row, side), row)
        reader.each(kind, lambda row, named=named, begun=begun: _row(reader, row, named, begun))
    _between(reader)


def _extent(reader: SourceReader) -> None:
    """Set the release, and the last year to which all files reach."""
    lasts, versions = [], set()
    for kind in ("intra", "extra", "inter"):
        rows = list(reader.peek(kind))
        years = [whole(row, column) for row in rows for column in YEARS if known(row, column)]
        release = {version for row in rows if (version := known(row, "Version"))}
        if years:
            lasts.append(LAST_OF_4 if any(each.startswith("4") for each in release) else max(years))
        versions |= release
    reader.covers_until = last_day([min(lasts)]) if lasts else None
    reader.version = max(versions, default=None)


def _war(row: Row) -> str:
    return bare(row, "WarNum")


def _begins(reader: SourceReader, kind: str) -> dict[str, str]:
    """Return when each war of a file began."""
    found: dict[str, str] = {}
    for row in reader.peek(kind):
        since = _day(row, "Start", "1")
        if since:
            found[_war(row)] = min(since, found.get(_war(row), since))
    return found


def _named(row: Row, side: str) -> bool:
    """Return whether a row names somebody on a side."""
    return known(row, f"Side{side}") is not None


def _identity(row: Row, side: str) -> str:
    """Return a side of a row as it is told from others in its war: by a state's code, else by its name."""
    return known(row, f"Ccode{side}") or slug(row[f"Side{side}"])


def _spells(row: Row) -> Iterator[_Spell]:
    for number in SPELLS:
        if f"StartYear{number}" not in row.cells:
            return
        since, until = _day(row, "Start", number), _day(row, "End", number)
        if since is None:
            continue
        yield _Spell(since, until, until is None and bare(row, f"EndYear{number}") != ONGOING)


def _day(row: Row, which: str, number: str) -> str | None:
    """Return a date of a spell; the month of a day that does not exist (29 February 1894)."""
    year, month, day_ = (f"{which}{part}{number}" for part in ("Year", "Month", "Day"))
    try:
        return day(row, year, month, day_)
    except BadCell:
        return day(row, year, month)


def _party(reader: SourceReader, row: Row, side: str) -> _Party:
    spells = tuple(_spells(row))
    if not spells:
        raise Skip("no year in which it began")
    return _Party(side, _actor(reader, row, side, spells[0].since), spells)


def _actor(reader: SourceReader, row: Row, side: str, since: str) -> str:
    """Return a side: the state of its code at a time, else one that this war has alone ("Liberals" are others in each)."""
    if known(row, f"Ccode{side}"):
        return reader.coded("cow", code(row, f"Ccode{side}"), parse(since))
    name = " ".join(row[f"Side{side}"].split())
    made = f"cow-war-{_war(row)}-{slug(name)}".replace(".", "-")
    return reader.declare(Entity("Actor", made, f"{name} ({row['WarName'].strip()})", "ArmedGroup"))


def _event(reader: SourceReader, row: Row, begun: dict[str, str]) -> str:
    war = _war(row)
    if war not in begun:
        raise Skip("no year in which it began")
    since = begun[war]
    name = f"{row['WarName'].strip()} (COW war {war}, {since[:4]})"
    return reader.declare(Entity("Event", f"cow-war-{war.replace('.', '-')}", name, "war", date=since))


def _row(reader: SourceReader, row: Row, named: Named, begun: dict[str, str]) -> None:
    """Read a row: two sides that fight each other, or one that joined a war."""
    sides = [side for side in OTHER if _named(row, side)]
    if not sides:
        raise Skip("nobody is named")
    parties = {side: _party(reader, row, side) for side in sides}
    if len(parties) == len(OTHER):
        _fight(reader, row, (parties["A"], parties["B"]), begun, inferred=False)
        return
    (side,) = sides
    joined = parties[side]
    since = joined.spells[0].since
    others = [_actor(reader, each, OTHER[side], since) for each in named[_war(row), OTHER[side]].values()]
    if not others:
        raise Skip("nobody is named on the other side of this war")
    for other in others:
        _fight(reader, row, (joined, _Party(OTHER[side], other, joined.spells)), begun, inferred=True)
    for each in named[_war(row), side].values():
        friend = _actor(reader, each, side, since)
        if friend != joined.actor:
            _tie(reader, row, "AIDS", (joined.actor, friend), joined.spells, begun, inferred=True)


def _fight(
    reader: SourceReader, row: Row, parties: tuple[_Party, _Party], begun: dict[str, str], *, inferred: bool
) -> None:
    one, two = (party.actor for party in parties)
    for ends in ((one, two), (two, one)):
        _tie(reader, row, "USES_FORCE_AGAINST", ends, parties[0].spells, begun, inferred=inferred)


def _tie(
    reader: SourceReader,
    row: Row,
    type_: str,
    ends: tuple[str, str],
    spells: tuple[_Spell, ...],
    begun: dict[str, str],
    *,
    inferred: bool,
) -> None:
    words = "uses armed force against" if type_ == "USES_FORCE_AGAINST" else "fights on the side of"
    kind = TYPES.get(bare(row, "WarType"), "war")
    one, two = map(reader.name_of, ends)
    for spell in spells:
        reader.tie(
            type_,
            *ends,
            "/".join((_war(row), *ends, spell.since, spell.until or "")),
            since=spell.since,
            until=spell.until,
            ended=spell.ended,
            gloss=f"{one} {words} {two}: {row['WarName'].strip()}, a {kind}",
            mechanism=kind,
            regarding=[_event(reader, row, begun)],
            inferred=inferred,
        )


def _between(reader: SourceReader) -> None:
    """Pair the states of the two sides of each war between states, for the time in which both fought."""
    begun = _begins(reader, "inter")
    sides: defaultdict[str, list[tuple[_Party, Row]]] = defaultdict(list)

    def state(row: Row) -> None:
        spells = tuple(_spells(row))
        if not spells:
            raise Skip("no year in which it began")
        actor = reader.coded("cow", code(row, "ccode"), parse(spells[0].since))
        _event(reader, row, begun)
        sides[_war(row)].append((_Party(bare(row, "Side"), actor, spells), row))

    reader.each("inter", state)
    for parties in sides.values():
        for (one, row), (two, _) in product(parties, parties):
            if one.side != two.side:
                shared = tuple(filter(None, (_shared(*both) for both in product(one.spells, two.spells))))
                _tie(reader, row, "USES_FORCE_AGAINST", (one.actor, two.actor), shared, begun, inferred=True)


def _shared(one: _Spell, two: _Spell) -> _Spell | None:
    """Return the time in which two spells overlap, None where they do not."""
    later = max(one, two, key=lambda spell: parse(spell.since).latest)
    ends = [spell for spell in (one, two) if spell.until is not None]
    sooner = min(ends, key=lambda spell: parse(spell.until or "").earliest, default=None)
    if sooner is None or sooner.until is None:
        return _Spell(later.since, None, one.ended or two.ended)
    return (
        _Spell(later.since, sooner.until, False) if parse(sooner.until).latest >= parse(later.since).earliest else None
    )
