"""The crosswalk: dated codes and spellings of actors, and dated memberships, read from the tables beside this module.

A cell holds one or more values, `|` between them; a value may carry the time in which it means the actor:
`Soviet Union@1922-12-30/1991-12-31`, `260@1949-05-23/`, `Prussia@/1871-01-17`.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Final, Literal

from tiebook.model.dates import Span, parse
from tiebook.model.records import Entity
from tiebook.support.names import folded

System = Literal["iso3", "iso2", "iso_num", "cow", "cow_abbrev", "gw", "cameo", "cow_igo"]
SYSTEMS: Final[tuple[System, ...]] = ("iso3", "iso2", "iso_num", "cow", "cow_abbrev", "gw", "cameo", "cow_igo")
On = date | Span | None
Steady = tuple[str | None, date, date]  # an id, None for nobody, and the first and last day on which that holds

_ON_NODE: Final[tuple[System, ...]] = ("iso3", "cow", "gw", "cameo")  # codes that an entity carries in the graph
_FIRST, _LAST = date.min, date.max


@dataclass(frozen=True, slots=True)
class Dated:
    """A code or spelling and the days, both inclusive, on which it means the actor."""

    value: str
    since: date = _FIRST
    until: date = _LAST

    @classmethod
    def read(cls, text: str) -> Dated:
        """Read `value` or `value@since/until`, either end open."""
        value, mark, spell = text.partition("@")
        if not mark:
            return cls(value)
        since, _, until = spell.partition("/")
        return cls(value, parse(since).earliest if since else _FIRST, parse(until).latest if until else _LAST)

    def holds(self, on: date) -> bool:
        """Return whether it means the actor on a day."""
        return self.since <= on <= self.until

    def touches(self, span: Span) -> bool:
        """Return whether it means the actor at any time of a span."""
        return self.since <= span.latest and span.earliest <= self.until


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of the crosswalk. `exists` is the time in which there is such an actor."""

    id: str
    name: str
    kind: str
    exists: Dated
    codes: dict[System, tuple[Dated, ...]]
    aliases: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class Membership:
    """A member of a bloc or organisation; since and until as EDTF, until None while it lasts."""

    bloc: str
    member: str
    since: str
    until: str | None


class Crosswalk:
    """All actors, found by code or by name."""

    def __init__(
        self,
        actors: Iterable[Actor],
        memberships: Iterable[Membership] = (),
        elsewhere: Callable[[], Mapping[str, Sequence[str]]] = dict,
    ) -> None:
        """Index the actors.

        elsewhere -- returns what states are called in other languages than English, by id: in tables only, where a cell is a
            name; asked when a name is not found
        """
        self.actors = {actor.id: actor for actor in actors}
        self.memberships = tuple(memberships)
        self._codes: dict[tuple[System, str], list[tuple[Dated, Actor]]] = defaultdict(list)
        self._names: dict[str, list[tuple[Dated, Actor]]] = defaultdict(list)
        for actor in self.actors.values():
            for system, codes in actor.codes.items():
                for code in codes:
                    self._codes[system, code.value].append((code, actor))
            own = () if any(alias.value == actor.name for alias in actor.aliases) else (Dated(actor.name),)
            for alias in (*own, *actor.aliases):
                self._names[folded(alias.value)].append((alias, actor))
        self._read_elsewhere = elsewhere

    def by_code(self, system: System, code: str, on: On = None) -> str | None:
        """Return the id that a code means, or None where it means nothing, or more than one actor, at that time."""
        return _one(self._codes.get((system, code.strip()), []), on)

    def by_name(self, name: str, on: On = None) -> str | None:
        """Return the id that a spelling means, or None; case, accents and punctuation do not count."""
        return _one(self._names.get(folded(name), []), on)

    @cached_property
    def _elsewhere(self) -> dict[str, list[tuple[Dated, Actor]]]:
        found: dict[str, list[tuple[Dated, Actor]]] = defaultdict(list)
        for actor_id, names in self._read_elsewhere().items():
            for name in names:
                if folded(name) not in self._names:
                    found[folded(name)].append((Dated(name), self.actors[actor_id]))
        return dict(found)

    def in_any_language(self, name: str, on: On = None) -> str | None:
        """Return the id that a spelling means, like `by_name`, or that a name in another language means and nobody else has."""
        plain = folded(name)
        return _one(self._names.get(plain) or self._elsewhere.get(plain, []), on)

    def steady_code(self, system: System, code: str) -> Steady | None:
        """Return the only actor that a code can ever mean, and from when to when; None where there are several."""
        return _steady(self._codes.get((system, code.strip()), []))

    def steady_name(self, name: str) -> Steady | None:
        """Return the only actor that a spelling can ever mean, in any language, like `steady_code`."""
        plain = folded(name)
        return _steady(self._names.get(plain) or self._elsewhere.get(plain, []))

    def entity(self, actor_id: str) -> Entity:
        """Return an actor as a source declares it: with the codes that it has now, or had last.

        A spelling that today means somebody else ("Yemen" for the north before 1990) is not an alias.
        """
        actor = self.actors[actor_id]
        codes = {
            str(system): (next((code for code in given if code.until == _LAST), given[-1])).value
            for system in _ON_NODE
            if (given := actor.codes.get(system))
        }
        spellings = dict.fromkeys(alias.value for alias in actor.aliases if alias.value != actor.name)
        aliases = tuple(spelling for spelling in spellings if self.by_name(spelling) == actor_id)
        return Entity("Actor", actor.id, actor.name, actor.kind, aliases, codes)

    def names(self) -> Iterator[tuple[str, str]]:
        """Return every spelling with the id that it can mean."""
        for found in self._names.values():
            for alias, actor in found:
                yield alias.value, actor.id

    def members(self, bloc: str, on: date) -> list[str]:
        """Return the ids of those who certainly are members of a bloc on a day, in order."""
        return sorted(
            each.member
            for each in self.memberships
            if each.bloc == bloc
            and parse(each.since).latest <= on
            and (each.until is None or on <= parse(each.until).earliest)
        )

    def spells(self, system: System, code: str, span: Span) -> list[tuple[str, Span]]:
        """Cut a span in which a code is used at the days on which it passes from one actor to another."""
        found = []
        for used, actor in self._codes.get((system, code.strip()), []):
            first = max(used.since, actor.exists.since, span.earliest)
            last = min(used.until, actor.exists.until, span.latest)
            if first <= last:
                found.append((first, last, actor.id))
        return [(actor_id, Span(first, last)) for first, last, actor_id in sorted(found)]


def _one(found: list[tuple[Dated, Actor]], on: On) -> str | None:
    """Return the only actor meant. A span is read as its last day, or, where nothing holds then, as any time in it."""
    if isinstance(on, Span):
        return _one(found, on.latest) or _only(
            actor.id for each, actor in found if each.touches(on) and actor.exists.touches(on)
        )
    if on is not None:
        return _only(actor.id for each, actor in found if each.holds(on) and actor.exists.holds(on))
    ids = {actor.id for _, actor in found}
    if len(ids) <= 1:
        return _only(ids)
    return _only(actor.id for each, actor in found if each.until == _LAST and actor.exists.until == _LAST)


def _steady(found: list[tuple[Dated, Actor]]) -> Steady | None:
    if not found:
        return None, _FIRST, _LAST
    if len(found) > 1:
        return None
    used, actor = found[0]
    return actor.id, max(used.since, actor.exists.since), min(used.until, actor.exists.until)


def _only(ids: Iterable[str]) -> str | None:
    unique = set(ids)
    return unique.pop() if len(unique) == 1 else None


def _values(cell: str | None) -> tuple[Dated, ...]:
    return tuple(Dated.read(value) for value in (cell or "").split("|") if value)


def _actors(table: str) -> Iterator[Actor]:
    for row in _rows(table):
        spell = f"{row['since']}/{row['until']}"
        yield Actor(
            id=row["id"],
            name=row["name"],
            kind=row["kind"],
            exists=Dated.read(f"{row['id']}@{spell}"),
            codes={system: codes for system in SYSTEMS if (codes := _values(row.get(system)))},
            aliases=_values(row["aliases"]),
        )


def _rows(table: str) -> Iterator[dict[str, str]]:
    lines = files(__package__).joinpath(table).read_text("utf-8").splitlines()
    return csv.DictReader(line for line in lines if not line.startswith("#"))


def names_in_languages() -> dict[str, list[str]]:
    """Return the names of states in other languages than English, by their ids."""
    return {row["id"]: row["names"].split("|") for row in _rows("languages.csv")}


@lru_cache(maxsize=1)
def crosswalk() -> Crosswalk:
    """Read the crosswalk that ships (once a process)."""
    memberships = (
        Membership(row["bloc"], row["member"], row["since"], row["until"] or None) for row in _rows("memberships.csv")
    )
    return Crosswalk([*_actors("states.csv"), *_actors("organisations.csv")], memberships, names_in_languages)
