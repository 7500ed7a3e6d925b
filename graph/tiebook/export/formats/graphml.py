"""GraphML: typed attributes, read by Gephi, yEd, Cytoscape, igraph, networkx and visone."""

from __future__ import annotations

from xml.etree import ElementTree as ET  # only written here

from tiebook.export.content import Plain
from tiebook.export.flat import about, flat_edges, flat_nodes
from tiebook.export.registry import Format, Job, Written
from tiebook.export.xml import Columns, save, xml_text

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


def write(job: Job) -> Written:
    """Write the file."""
    root = ET.Element("graphml", xmlns=_NAMESPACE)
    graph = ET.Element("graph", id="tiebook", edgedefault="directed")
    columns = {scope: Columns(scope[0]) for scope in ("graph", "node", "edge")}

    def fill(element: ET.Element, scope: str, values: dict[str, Plain]) -> None:
        for name, value in values.items():
            ET.SubElement(element, "data", key=columns[scope].id_of(name, value)).text = xml_text(value)

    fill(graph, "graph", {**about(job.content)})
    for node in flat_nodes(job.content):
        fill(ET.SubElement(graph, "node", id=node.id), "node", {"label": node.label, **node.columns})
    for edge in flat_edges(job.content):
        element = ET.SubElement(graph, "edge", id=edge.id, source=edge.source, target=edge.target)
        fill(element, "edge", {"type": edge.type, **edge.columns})
    for scope, declared in columns.items():
        for (name, kind), key in declared.ids.items():
            ET.SubElement(root, "key", {"id": key, "for": scope, "attr.name": name, "attr.type": kind})
    root.append(graph)
    return Written((save(root, job.path),))


FORMATS = (
    Format(
        name="graphml",
        title="GraphML",
        endings=(".graphml",),
        write=write,
        scope="either",
        drops="lists become one text (`; `), dates ISO text",
        opens="Gephi, yEd, Cytoscape, visone, R igraph `read_graph(f, 'graphml')`, `networkx.read_graphml`",
        claims=True,
        read_back=True,
    ),
)
