"""FollowTheMoney: things become actors, links between them ties; every property is a list; a delta wraps its entities."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tiebook.load.accounts import UNRESOLVED
from tiebook.load.desk import Desk, Skip
from tiebook.load.groups import slug
from tiebook.model.dates import parse
from tiebook.model.errors import BadDate, BadSource, DuplicateTie
from tiebook.model.records import Entity
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


@dataclass(frozen=True, slots=True)
class _Thing:
    id: str
    schema: str
    caption: str
    props: dict[str, list[str]]

    def first(self, name: str) -> str | None:
        return next(iter(self.props.get(name, [])), None)

    def date(self, name: str) -> str | None:
        text = (self.first(name) or "")[:10]
        try:
            parse(text)
        except BadDate:
            return None
        return text


def read(desk: Desk) -> None:
    """Read the entities, then the links among them: a link may stand before its ends."""
    for path in desk.files["entities"]:
        things = [(line, _thing(value, path, line)) for line, value in json_lines(path)]
        known = {thing.id: thing for _, thing in things if thing and thing.schema in KINDS}
        account = desk.account(path, "entities")
        for line, thing in things:
            try:
                desk.note(account, partial(_take, desk, thing, known))
            except DuplicateTie as error:
                raise BadSource(str(error), where=f"{path}:{line}") from None


def _thing(value: dict[str, Any], path: Path, line: int) -> _Thing | None:
    """Give an entity; None for what a delta takes out."""
    entity = value.get("entity", value) if "op" in value else value
    if value.get("op") == "DEL":
        return None
    props = entity.get("properties") if isinstance(entity, dict) else None
    if (
        not isinstance(props, dict)
        or not isinstance(entity.get("id"), str)
        or not isinstance(entity.get("schema"), str)
    ):
        raise BadSource("not a FollowTheMoney entity: it needs id, schema and properties", where=f"{path}:{line}")
    lists = {key: [str(each) for each in (got if isinstance(got, list) else [got])] for key, got in props.items()}
    return _Thing(entity["id"], entity["schema"], str(entity.get("caption") or entity["id"]), lists)


def _take(desk: Desk, thing: _Thing | None, known: dict[str, _Thing]) -> None:
    if thing is None:
        raise Skip("a deletion of a delta: load the full file to take entities out")
    if thing.schema in KINDS:
        _actor(desk, thing)
    elif thing.schema == "Sanction":
        _sanction(desk, thing, known)
    elif thing.schema in LINKS:
        _link(desk, thing, known)
    else:
        raise Skip(f"{thing.schema} is no actor and no tie here")


def _actor(desk: Desk, thing: _Thing) -> str:
    names = tuple(dict.fromkeys(name for name in thing.props.get("name", []) if name != thing.caption))
    return desk.declare(Entity("Actor", f"ftm-{slug(thing.id)}", thing.caption, KINDS[thing.schema], names))


def _end(desk: Desk, number: str | None, known: dict[str, _Thing]) -> str:
    if number is None or number not in known:
        raise Skip("an end of the link is not in the file, or is no actor")
    return _actor(desk, known[number])


def _sanction(desk: Desk, thing: _Thing, known: dict[str, _Thing]) -> None:
    target = _end(desk, thing.first("entity"), known)
    country = (thing.first("country") or "").upper()
    authority = thing.first("authority") or "an authority that is not named"
    sender = {"EU": "european-union", "UN": "un-security-council"}.get(country)
    sender = sender or (desk.resolver.code("iso2", country) if country else desk.resolver.name(authority))
    if sender is None:
        raise Skip(UNRESOLVED)
    programme = thing.first("program") or thing.first("programId")
    desk.tie(
        "SANCTIONS",
        sender,
        target,
        thing.id,
        since=thing.date("startDate") or thing.date("listingDate"),
        until=thing.date("endDate"),
        gloss=f"{desk.name_of(target)} is sanctioned by {authority}" + (f": {programme}" if programme else ""),
        mechanism=programme,
    )


def _link(desk: Desk, thing: _Thing, known: dict[str, _Thing]) -> None:
    type_, source, target, words = LINKS[thing.schema]
    one, two = _end(desk, thing.first(source), known), _end(desk, thing.first(target), known)
    if type_ == "HOLDS_OFFICE_IN" and known[thing.first(source) or ""].schema != "Person":
        raise Skip("an office that is not held by a person")
    role = thing.first("role") or (f"{thing.first('percentage')}%" if thing.first("percentage") else None)
    desk.tie(
        type_,
        one,
        two,
        thing.id,
        since=thing.date("startDate"),
        until=thing.date("endDate"),
        gloss=f"{desk.name_of(one)} {words} {desk.name_of(two)}" + (f" ({role})" if role else ""),
        mechanism=role,
    )
