"""STIX 2.1: a bundle of identities and relationships, with a marking that carries licence and citation."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from tiebook.export.content import Link, citations, plain, spell
from tiebook.export.files import write_text
from tiebook.export.registry import Format, Job, Written
from tiebook.model.records import Node

_CLASSES: Final = {
    "Person": "individual",
    "Bloc": "group",
    "ArmedGroup": "group",
    "Collective": "class",
}
_NO_DAY: Final = "1970-01-01"


def write(job: Job) -> Written:
    """Write the bundle; ids come from what they name, so that the same graph gives the same file."""
    content = job.content
    days = {node.id: _made(node) for node in content.sources}
    marks = {node.id: _marking(node, days[node.id]) for node in content.sources}
    first = min(days.values(), default=_NO_DAY)
    objects = [*marks.values(), *(_identity(actor, first, marks) for actor in content.actors)]
    objects += [
        _relationship(link, days.get(str(link.props.get("source")), first), content.sources) for link in content.links()
    ]
    key = json.dumps(objects, sort_keys=True)
    bundle = {"type": "bundle", "id": _id("bundle", key), "objects": objects}
    return Written((write_text(job.path, [json.dumps(bundle, ensure_ascii=False, indent=1)]),))


def _marking(source: Node, day: str) -> dict[str, Any]:
    return {
        **_head("marking-definition", source.id, day, versioned=False),
        "definition_type": "statement",
        "definition": {"statement": citations([source])[0]},
    }


def _identity(actor: Node, day: str, marks: dict[str, dict[str, Any]]) -> dict[str, Any]:
    declared = actor.props.get("sources")
    out = {
        **_head("identity", actor.id, day),
        "name": str(plain(actor.props["name"])),
        "identity_class": _CLASSES.get(str(actor.kind_label), "organization"),
        "labels": [str(actor.kind_label)],
        "external_references": [{"source_name": "tiebook", "external_id": actor.id}],
    }
    if actor.props.get("note"):
        out["description"] = str(plain(actor.props["note"]))
    held = [marks[each]["id"] for each in declared if each in marks] if isinstance(declared, list) else []
    return {**out, "object_marking_refs": held} if held else out


def _relationship(link: Link, day: str, sources: list[Node]) -> dict[str, Any]:
    say = link.props.get
    start, end = spell(link.props)
    said = [plain(each) for each in (say("gloss"), say("quote"), say("held_by")) if each]
    source = next((node for node in sources if node.id == say("source")), None)
    out = {
        **_head("relationship", link.id, day),
        "relationship_type": link.type.lower().replace("_", "-"),
        "source_ref": _id("identity", link.start),
        "target_ref": _id("identity", link.end),
        "labels": [f"sign:{say('sign', 0)}", "endorsed" if say("endorsed") else "reported"],
        "external_references": [{"source_name": str(say("source") or "tiebook"), "external_id": link.id}],
    }
    if said:
        out["description"] = " | ".join(map(str, said))
    if start:
        out["start_time"] = f"{start}T00:00:00.000Z"
    if end:
        out["stop_time"] = f"{end}T23:59:59.999Z"
    confidence = say("confidence")
    if isinstance(confidence, (int, float)):
        out["confidence"] = max(0, min(100, round(100 * confidence)))
    return {**out, "object_marking_refs": [_id("marking-definition", source.id)]} if source else out


def _head(kind: str, key: str, day: str, *, versioned: bool = True) -> dict[str, Any]:
    moment = f"{day}T00:00:00.000Z"
    head = {"type": kind, "spec_version": "2.1", "id": _id(kind, key), "created": moment}
    return {**head, "modified": moment} if versioned else head


def _id(kind: str, key: str) -> str:
    return f"{kind}--{uuid5(NAMESPACE_URL, f'https://tiebook/stix/{kind}/{key}')}"


def _made(source: Node) -> str:
    """Return the day on which a source was coded, or up to which it speaks."""
    days = [source.props.get(name) for name in ("coded_on", "covers_until")]
    return next((day.isoformat() for day in days if isinstance(day, date)), _NO_DAY)


FORMATS = (
    Format(
        name="stix",
        title="STIX 2.1 bundle",
        endings=(".stix.json", ".stix"),
        write=write,
        scope="network",
        drops="what is not an identity or relationship; kinds, sign and endorsement stand in `labels`, holder and quote in"
        " `description`; factor, mechanism and what a tie regards",
        opens="OpenCTI, MISP, `stix2.parse`",
    ),
)
