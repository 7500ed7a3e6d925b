"""FollowTheMoney entities, a JSON object a line: for Aleph, OpenSanctions' tools and other readers of that model."""

from __future__ import annotations

import json
import re
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from tiebook.crosswalk import crosswalk
from tiebook.export.content import Link, citations, plain
from tiebook.export.files import write_text
from tiebook.export.registry import Format, Job, Written
from tiebook.model.dates import when
from tiebook.model.records import Node

_SCHEMATA: Final = {"State": "PublicBody", "GovernmentBody": "PublicBody", "Person": "Person", "Party": "Organization"}
_DAY: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def write(job: Job) -> Written:
    """Write the file: an entity for each actor, an UnknownLink for each tie (Membership for one with an organisation)."""
    sources = {node.id: node for node in job.content.sources}
    kinds = {actor.id: actor.kind_label for actor in job.content.actors}
    entities = [_actor(actor, sources) for actor in job.content.actors]
    links = [_link(link, kinds, sources.get(str(link.props.get("source")))) for link in job.content.links()]
    dump = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
    return Written((write_text(job.path, map(dump, [*entities, *links])),))


def _entity(schema: str, key: str, properties: dict[str, list[Any]]) -> dict[str, Any]:
    said = {name: [str(plain(each)) for each in values if each] for name, values in properties.items()}
    return {"id": _id(key), "schema": schema, "properties": {name: values for name, values in said.items() if values}}


def _actor(actor: Node, sources: dict[str, Node]) -> dict[str, Any]:
    schema = _SCHEMATA.get(str(actor.kind_label), "Organization")
    declared = actor.props.get("sources")
    where = [sources[each] for each in declared if each in sources] if isinstance(declared, list) else []
    aliases = actor.props.get("aliases")
    properties: dict[str, list[Any]] = {
        "name": [actor.props["name"]],
        "alias": aliases if isinstance(aliases, list) else [],
        "summary": [f"{actor.kind_label} in a Tiebook graph (id {actor.id})"],
        "description": [actor.props.get("note")],
        "notes": list(citations(where)),
    }
    state = crosswalk().actors.get(actor.id) if actor.kind_label == "State" else None
    codes = [code.value.lower() for code in state.codes.get("iso2", ())] if state else []
    return _entity(schema, f"actor/{actor.id}", {**properties, "country": codes[-1:]})


def _link(link: Link, kinds: dict[str, str | None], source: Node | None) -> dict[str, Any]:
    member = link.type == "MEMBER_OF" and kinds.get(link.end) in ("Organization", "Bloc", "Party")
    ends = ("member", "organization") if member else ("subject", "object")
    say = link.props.get
    properties: dict[str, list[Any]] = {
        ends[0]: [_id(f"actor/{link.start}")],
        ends[1]: [_id(f"actor/{link.end}")],
        "role": [link.type.lower().replace("_", " ")],
        "startDate": [_day(say("since"))],
        "endDate": [_day(say("until"))],
        "summary": [say("gloss")],
        "description": [_said(link)],
        "recordId": [say("record") or say("claim")],
        "publisher": [source.props.get("name")] if source else [],
        "sourceUrl": [source.props.get("url")] if source else [],
    }
    return _entity("Membership" if member else "UnknownLink", f"tie/{link.id}", properties)


def _said(link: Link) -> str:
    """Put what the model has no field for into words."""
    parts = [
        ("", link.props.get("quote")),
        ("paragraph ", link.props.get("paragraph")),
        ("held by ", link.props.get("held_by")),
        ("sign ", link.props.get("sign")),
        ("", when(link.props.get("since"), link.props.get("until"), event=_at_once(link))),
    ]
    return "; ".join(f"{lead}{plain(value)}" for lead, value in parts if value is not None and value != "")


def _at_once(link: Link) -> bool:
    return all(link.props.get(f"since_{end}") == link.props.get(f"until_{end}") for end in ("earliest", "latest"))


def _day(value: object) -> str | None:
    """Return a date that the model knows; "198X" and "2015~" are only in the description."""
    return value if isinstance(value, str) and _DAY.fullmatch(value) else None


def _id(key: str) -> str:
    return f"tiebook-{uuid5(NAMESPACE_URL, f'https://tiebook/{key}')}"


FORMATS = (
    Format(
        name="ftm",
        title="FollowTheMoney",
        endings=(".ftm.jsonl", ".ftm.json"),
        write=write,
        scope="network",
        drops="tie types become the text `role`; sign, holder, quote and imprecise dates stand in `description`; kinds beyond"
        " PublicBody, Organization, Person",
        opens="Aleph (`alephclient write-entities`), `ftm` command line",
    ),
)
