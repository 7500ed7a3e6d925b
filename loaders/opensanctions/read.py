"""FollowTheMoney: things become actors, links between them ties; every property is a list; a delta wraps its entities."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

from tiebook.crosswalk.own_actors import own_ids
from tiebook.errors import BadDate, BadSource, DuplicateTie
from tiebook.model.dates import parse
from tiebook.model.records import Entity
from tiebook.sources.report import UNRESOLVED
from tiebook.sources.source_reader import MERGED, Skip, SourceReader
from tiebook.tables import Row
from tiebook.tables.sheets import json_lines

KINDS = {
    "Person": "Person",
    "Company": "Organization",
    "Organization": "Organization",
    "LegalEntity": "Organization",
    "PublicBody": "GovernmentBody",
}
LINKS = {  # schema: (type of tie, property of the source, property of the target, words)
    "Ownership": ("CONTROLS", "owner", "asset", "owns"),
    "Directorship": ("HOLDS_OFFICE_IN", "director", "organization", "holds an office in"),
    "Employment": ("HOLDS_OFFICE_IN", "employee", "employer", "is employed by"),
    "Membership": ("MEMBER_OF", "member", "organization", "is a member of"),
}
OTHERS = ("alias", "previousName", "weakAlias", "abbreviation")  # properties with other names, in order
PARTS = ("firstName", "secondName", "middleName", "lastName")  # of the name of a person who has none as a whole
SENDERS = {"EU": "european-union", "UN": "un-security-council"}
BODIES = {"SECO": "CH"}  # that a programme is named after in place of its country
_COUNTRY = 2  # letters of a country's code


@dataclass(frozen=True, slots=True)
class _Thing:
    id: str
    schema: str
    caption: str
    props: dict[str, list[str]]
    before: tuple[str, ...] = ()  # ids that it had before, which links may still name
    replaces: bool = False  # what a delta changes

    def first(self, name: str) -> str | None:
        return next(iter(self.props.get(name, [])), None)

    def date(self, name: str) -> str | None:
        return _dated(self.first(name) or "")

    def named(self) -> tuple[str, tuple[str, ...]]:
        """Return the name to show, and the others: plain FollowTheMoney has no caption, or the id in its place."""
        names = list(filter(str.strip, self.props.get("name", [])))
        parts = " ".join(part for part in map(self._part, PARTS) if part)
        others = [name for key in OTHERS for name in self.props.get(key, []) if name.strip()]
        caption = "" if self.caption == self.id else self.caption.strip()
        shown = caption or _readable(names) or parts or next(iter(others), self.id)
        return shown, tuple(dict.fromkeys(name for name in (*names, *others) if name != shown))

    def with_more(self, other: _Thing) -> _Thing:
        """Return the entity with what a later line says of it: FollowTheMoney writes one in several pieces."""
        if other.replaces:
            return other
        props = {
            key: list(dict.fromkeys((*self.props.get(key, ()), *other.props.get(key, ()))))
            for key in (*self.props, *other.props)
        }
        return _Thing(self.id, self.schema, self.caption or other.caption, props, (*self.before, *other.before))

    def _part(self, key: str) -> str:
        return _readable(list(filter(str.strip, self.props.get(key, [])))) or ""


@dataclass(frozen=True, slots=True)
class _Known:
    """An entity that can be an end: where its link is met, all entities have been looked through."""

    id: str
    schema: str
    name: str
    others: tuple[str, ...]


Known = dict[str, _Known]  # by the number of the entity
Seen = dict[str, _Thing | None]  # the links that were read, and the numbers of actors


def read(reader: SourceReader) -> None:
    """Read lists of targets, and entities with the links among them: a link may stand before its ends."""
    ids = own_ids("ftm", [row["id"] for row in reader.peek("targets")])
    reader.each("targets", lambda row: _target(reader, row, ids))
    found: dict[str, _Thing] = {}
    for path in reader.files.get("entities", []):
        for line, value in json_lines(path):
            for thing in _things(value, path, line):
                if thing is not None and thing.schema in KINDS:
                    found[thing.id] = found[thing.id].with_more(thing) if thing.id in found else thing
    ids = own_ids("ftm", found)
    named = {number: _Known(ids[number], thing.schema, *thing.named()) for number, thing in found.items()}
    known = {old: named[number] for number, thing in found.items() for old in thing.before} | named
    seen: Seen = {}
    for path in reader.files.get("entities", []):
        account = reader.account(path, "entities")
        for line, value in json_lines(path, reader.progress.at):
            for thing in _things(value, path, line):
                try:
                    reader.note(account, partial(_take, reader, thing, known, seen))
                except DuplicateTie as error:
                    raise BadSource(str(error), where=f"{path}:{line}") from None


def _things(value: dict[str, Any], path: Path, line: int) -> Iterator[_Thing | None]:
    """Return an entity and those nested in its properties; None for what a delta takes out."""
    if value.get("op") == "DEL":
        yield None
        return
    entity = value.get("entity", value) if "op" in value else value
    props = entity.get("properties") if isinstance(entity, dict) else None
    if (
        not isinstance(props, dict)
        or not isinstance(entity.get("id"), str)
        or not isinstance(entity.get("schema"), str)
    ):
        raise BadSource("not a FollowTheMoney entity: it needs id, schema and properties", where=f"{path}:{line}")
    lists = {key: got if isinstance(got, list) else [got] for key, got in props.items()}
    texts = {key: [_text(each) for each in got if each is not None] for key, got in lists.items()}
    old = entity.get("referents")
    before = tuple(map(str, old)) if isinstance(old, list) else ()
    yield _Thing(
        entity["id"], entity["schema"], str(entity.get("caption") or ""), texts, before, value.get("op") == "MOD"
    )
    for each in (each for got in lists.values() for each in got):
        if isinstance(each, dict) and "properties" in each:
            yield from _things(each, path, line)


def _text(value: object) -> str:
    """Return a value; of a nested entity, its id."""
    return str(value.get("id", "")) if isinstance(value, dict) else str(value)


def _readable(names: list[str]) -> str | None:
    """Return the first of several names that is in Latin letters, else the first; None where there is none."""
    latin = (name for name in names if any(unicodedata.name(each, "").startswith("LATIN") for each in name))
    return next(latin, next(iter(names), None))


def _take(reader: SourceReader, thing: _Thing | None, known: Known, seen: Seen) -> str | None:
    if thing is None:
        raise Skip("a deletion of a delta: load the full file to take entities out")
    if thing.schema in KINDS:
        again = thing.id in seen
        seen[thing.id] = None
        _actor(reader, thing.id, known)
        return MERGED if again else None
    if thing.schema != "Sanction" and thing.schema not in LINKS:
        raise Skip(f"{thing.schema} is neither an actor nor a tie in Tiebook")
    if seen.get(thing.id) == thing:
        return MERGED
    seen[thing.id] = thing
    (_sanction if thing.schema == "Sanction" else _link)(reader, thing, known)
    return None


def _actor(reader: SourceReader, number: str, known: Known) -> str:
    each = known[number]
    return reader.declare(Entity("Actor", each.id, each.name, KINDS[each.schema], each.others))


def _ends(reader: SourceReader, numbers: list[str], known: Known) -> list[str]:
    found = dict.fromkeys(number for number in numbers if number in known)
    if not found:
        raise Skip("an end of the link is not in the file, or is not an actor")
    return list(dict.fromkeys(_actor(reader, number, known) for number in found))


def _sender(reader: SourceReader, country: str, authority: str) -> str:
    sender = SENDERS.get(country)
    sender = sender or (reader.resolver.code("iso2", country) if country else reader.resolver.name(authority))
    if sender is None:
        raise Skip(UNRESOLVED)
    return sender


def _sanction(reader: SourceReader, thing: _Thing, known: Known) -> None:
    targets = _ends(reader, thing.props.get("entity", []), known)
    authority = thing.first("authority") or "an authority that is not named"
    sender = _sender(reader, (thing.first("country") or "").upper(), authority)
    programme = thing.first("program") or thing.first("programId")
    for target in targets:
        reader.tie(
            "SANCTIONS",
            sender,
            target,
            thing.id if target == targets[0] else f"{thing.id}/{target}",
            since=thing.date("startDate") or thing.date("listingDate"),
            until=thing.date("endDate"),
            gloss=f"{reader.name_of(target)} is sanctioned by {authority}" + (f": {programme}" if programme else ""),
            mechanism=programme,
        )


def _link(reader: SourceReader, thing: _Thing, known: Known) -> None:
    type_, source, target, words = LINKS[thing.schema]
    holders = thing.props.get(source, [])
    if type_ == "HOLDS_OFFICE_IN":
        persons = [number for number in holders if number not in known or known[number].schema == "Person"]
        if holders and not persons:
            raise Skip("an office that is not held by a person")
        holders = persons
    pairs = [*product(_ends(reader, holders, known), _ends(reader, thing.props.get(target, []), known))]
    role = thing.first("role") or (f"{thing.first('percentage')}%" if thing.first("percentage") else None)
    for one, two in pairs:
        reader.tie(
            type_,
            one,
            two,
            thing.id if (one, two) == pairs[0] else f"{thing.id}/{one}/{two}",
            since=thing.date("startDate"),
            until=thing.date("endDate"),
            gloss=f"{reader.name_of(one)} {words} {reader.name_of(two)}" + (f" ({role})" if role else ""),
            mechanism=role,
        )


def _target(reader: SourceReader, row: Row, ids: dict[str, str]) -> str | None:
    """Take a row of targets.simple.csv: several values in a cell have `;` between them; a programme tells who sanctions."""
    schema = row["schema"]
    if schema not in KINDS:
        raise Skip(f"{schema} is neither an actor nor a tie in Tiebook")
    number, name = row["id"], row["name"]
    aliases = (each.strip() for each in row["aliases"].split(";"))
    names = tuple(dict.fromkeys(each for each in aliases if each and each != name))
    target = reader.declare(Entity("Actor", ids[number], name, KINDS[schema], names))
    for programme in dict.fromkeys(each.strip() for each in row.get("program_ids").split(";") if each.strip()):
        sender = _of_programme(reader, programme)
        if sender is not None:
            reader.tie(
                "SANCTIONS",
                sender,
                target,
                f"{number}/{programme}",
                gloss=f"{reader.name_of(target)} is sanctioned under the programme {programme}",
                mechanism=programme,
            )
    return None if reader.added else MERGED


def _of_programme(reader: SourceReader, programme: str) -> str | None:
    """Return who runs a programme, by the country or body before its first hyphen: EU-RUS, US-IRAN, SECO-UKRAINE."""
    country = programme.partition("-")[0].upper()
    country = BODIES.get(country, country)
    if country in SENDERS or len(country) != _COUNTRY:
        return SENDERS.get(country)
    return reader.resolver.code("iso2", country)


def _dated(text: str) -> str | None:
    try:
        parse(text[:10])
    except BadDate:
        return None
    return text[:10]
