"""JSON-LD with PROV-O: the whole graph as linked data, every tie and claim with where it comes from."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final
from urllib.parse import quote

from tiebook.export.content import Content, citations
from tiebook.export.files import write_text
from tiebook.export.registry import Format, Job, Written
from tiebook.model.records import Edge, Node, Props, Value
from tiebook.model.roles import ROLES

_CONTEXT: Final = {
    "tb": "urn:tiebook:ns:",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_TERMS: Final = {"name": "rdfs:label", "licence": "dcterms:license", "citation": "dcterms:bibliographicCitation"}


def write(job: Job) -> Written:
    """Write the document: entities, claims, ties, and how each source was coded."""
    content = job.content
    things = [
        *(thing for source in content.sources for thing in _coding(source)),
        *(_node(node) for node in content.nodes),
        *_claims_roles(content),
        *(_tie(edge) for edge in content.edges if edge.type not in ROLES),
    ]
    document = {"@context": _CONTEXT, "rdfs:comment": citations(content.sources), "@graph": things}
    return Written((write_text(job.path, [json.dumps(document, ensure_ascii=False, indent=1)]),))


def _coding(source: Node) -> list[dict[str, Any]]:
    """Return the activity by which a source became claims, and who did it."""
    coder = source.props.get("coder")
    activity: dict[str, Any] = {"@id": _coding_id(source.id), "@type": "prov:Activity", "prov:used": _ref(source.id)}
    if source.props.get("coded_on"):
        activity["prov:endedAtTime"] = _value(source.props["coded_on"])
    if not coder:
        return [activity]
    agent = f"urn:tiebook:coder:{_safe(str(coder))}"
    activity["prov:wasAssociatedWith"] = {"@id": agent}
    return [activity, {"@id": agent, "@type": "prov:Agent", "rdfs:label": coder}]


def _node(node: Node) -> dict[str, Any]:
    types = ["prov:Entity", f"tb:{node.label}", *([f"tb:{node.kind_label}"] if node.kind_label else [])]
    if node.label == "Actor":
        types.append("prov:Agent")
    out = {"@id": _urn(node.id), "@type": types, **_props(node.props)}
    return {**out, **_origin(node.props, "Claim")} if node.label == "Claim" else out


def _claims_roles(content: Content) -> list[dict[str, Any]]:
    """Return the edges of claims, each with its position."""
    return [
        {
            "@id": _urn(edge.source[1]),
            f"tb:{edge.type}": [{"tb:position": edge.props.get("position", 0), "tb:is": _ref(edge.target[1])}],
        }
        for edge in content.edges
        if edge.type in ROLES
    ]


def _tie(edge: Edge) -> dict[str, Any]:
    key = str(edge.props.get("id") or f"{edge.type}/{edge.source[1]}/{edge.target[1]}/{edge.props.get('source')}")
    out = {
        "@id": f"urn:tiebook:tie:{_safe(key)}",
        "@type": ["prov:Entity", "tb:Tie", f"tb:{edge.type}"],
        "tb:start": _ref(edge.source[1]),
        "tb:target": _ref(edge.target[1]),
        **_props(edge.props),
        **_origin(edge.props, "Tie"),
    }
    return {**out, "tb:claim": _ref(str(edge.props["claim"]))} if edge.props.get("claim") else out


def _origin(props: Props, what: str) -> dict[str, Any]:
    """Return the provenance in PROV-O's words."""
    source, holders, claim = props.get("source"), props.get("holder"), props.get("claim")
    out: dict[str, Any] = {}
    if isinstance(source, str):
        relation = "prov:wasQuotedFrom" if props.get("quote") else "prov:wasDerivedFrom"
        out |= {relation: _ref(source), "prov:wasGeneratedBy": {"@id": _coding_id(source)}}
    if isinstance(holders, list) and holders:
        out["prov:wasAttributedTo"] = [_ref(holder) for holder in holders]
    if what == "Tie" and isinstance(claim, str):
        out["prov:hadPrimarySource"] = _ref(claim)
    return out


def _props(props: Props) -> dict[str, Any]:
    return {_TERMS.get(name, f"tb:{name}"): _value(value) for name, value in sorted(props.items())}


def _value(value: Value) -> Any:
    if isinstance(value, date):
        return {"@value": value.isoformat(), "@type": "xsd:date"}
    if isinstance(value, float):
        return {"@value": repr(value), "@type": "xsd:double"}
    return {"@list": value} if isinstance(value, list) else value


def _ref(key: str) -> dict[str, str]:
    return {"@id": _urn(key)}


def _urn(key: str) -> str:
    return f"urn:tiebook:{_safe(key)}"


def _coding_id(source: str) -> str:
    return f"urn:tiebook:coding:{_safe(source)}"


def _safe(text: str) -> str:
    return quote(text, safe="")


FORMATS = (
    Format(
        name="jsonld",
        title="JSON-LD with PROV-O",
        endings=(".jsonld",),
        write=write,
        scope="full",
        drops="nothing (not read back)",
        opens="RDF tools: `rdflib.Graph().parse(f, format='json-ld')`, Apache Jena, GraphDB",
    ),
)
