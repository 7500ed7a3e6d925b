"""GEXF 1.3 for Gephi: typed attributes, colours by sign, and the dates of ties as intervals for its timeline."""

from __future__ import annotations

from xml.etree import ElementTree as ET  # only written here

from tiebook.export.content import Plain
from tiebook.export.flat import FlatEdge, about, flat_edges, flat_nodes
from tiebook.export.registry import Format, Job, Written
from tiebook.export.xml import Columns, save, xml_text

_NAMESPACE = "http://gexf.net/1.3"
_VIZ = "http://gexf.net/1.3/viz"


def write(job: Job) -> Written:
    """Write the file; an edge without dates has no interval, which Gephi shows at all times."""
    root = ET.Element("gexf", {"xmlns": _NAMESPACE, "xmlns:viz": _VIZ, "version": "1.3"})
    said = about(job.content)
    meta = ET.SubElement(root, "meta")
    ET.SubElement(meta, "creator").text = "Tiebook"
    ET.SubElement(meta, "description").text = said["tiebook_sources"]
    ET.SubElement(meta, "keywords").text = f"tiebook:{said['tiebook']}"
    graph = ET.SubElement(
        root, "graph", defaultedgetype="directed", mode="dynamic", timeformat="date", timerepresentation="interval"
    )
    declared = {
        scope: ET.SubElement(graph, "attributes", {"class": scope, "mode": "static"}) for scope in ("node", "edge")
    }
    columns = {scope: Columns(scope[0]) for scope in declared}

    def fill(element: ET.Element, scope: str, values: dict[str, Plain]) -> None:
        holder = ET.SubElement(element, "attvalues")
        for name, value in values.items():
            ET.SubElement(holder, "attvalue", {"for": columns[scope].id_of(name, value), "value": xml_text(value)})

    nodes, edges = ET.SubElement(graph, "nodes"), ET.SubElement(graph, "edges")
    for node in flat_nodes(job.content):
        fill(ET.SubElement(nodes, "node", id=node.id, label=node.label), "node", node.columns)
    colours = _rgb(job)
    for edge in flat_edges(job.content):
        ends = {"source": edge.source, "target": edge.target, "type": "directed", "kind": edge.type, "label": edge.type}
        element = ET.SubElement(edges, "edge", {"id": edge.id, **ends})
        fill(element, "edge", {"type": edge.type, **edge.columns})
        _spell(element, edge)
        colour = colours.get(str(edge.columns.get("sign", edge.columns.get("sign:long"))))
        if colour and edge.fact:
            ET.SubElement(element, "viz:color", colour)
    for scope, each in columns.items():
        for (name, kind), key in each.ids.items():
            ET.SubElement(declared[scope], "attribute", id=key, title=name, type=kind)
    return Written((save(root, job.path),))


def _spell(element: ET.Element, edge: FlatEdge) -> None:
    first, last = edge.spell
    if first or last:
        days = {name: day for name, day in (("start", first), ("end", last)) if day}
        ET.SubElement(ET.SubElement(element, "spells"), "spell", days)


def _rgb(job: Job) -> dict[str, dict[str, str]]:
    theme = job.colours["themes"]["light"] if job.colours else {}
    return {
        sign: {part: str(int(theme[sign][at : at + 2], 16)) for part, at in (("r", 1), ("g", 3), ("b", 5))}
        for sign in ("1", "0", "-1")
        if sign in theme
    }


FORMATS = (
    Format(
        name="gexf",
        title="GEXF 1.3",
        endings=(".gexf",),
        write=write,
        scope="either",
        drops="lists become one text (`; `); an interval spans every day on which the tie may have held",
        opens="Gephi (Timeline: enable at the bottom), `networkx.read_gexf`, sigma.js",
        claims=True,
        read_back=True,
    ),
)
