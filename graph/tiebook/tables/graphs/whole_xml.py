"""Puts GraphML and GEXF into a form of which networkx reads every edge.

Left alone, it passes over edges within groups and second graphs, keeps one of several edges with the same id, and refuses
graphs of which some edges have a direction and others have none.
"""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final
from xml.etree import ElementTree as ET  # writes, and names the type

from tiebook.errors import BadSource
from tiebook.tables.graphs import DIRECTED
from tiebook.tables.graphs.over_time import is_endless, without_change
from tiebook.tables.xml import xml_of

_OWN: Final = "tiebook."  # begins the keys that are added here
_NAMESPACE: Final = re.compile(r"\{(?P<space>http://(?:www\.)?gexf\.net/(?P<version>\d\.\d)(?:draft)?)\}")
_SPACES: Final = {"gexf": "http://gexf.net/1.3", "graphml": "http://graphml.graphdrawing.org/xmlns"}
_DECLARED: Final = re.compile(r"\s*<\?xml[^>]*\?>")
_LABELS: Final = ("nodegraphics", "edgegraphics")  # in which networkx finds the labels of yEd
_TYPES: Final = (
    "integer",
    "long",
    "float",
    "double",
    "boolean",
    "string",
    "anyURI",
    "liststring",
)  # of GEXF in networkx
_TIMES: Final = ("integer", "double", "date", "string")


def whole_xml(text: str, form: str, where: str) -> str:
    """Return a GraphML or GEXF document as networkx reads all of it.

    Raises BadSource for XML of another kind, and for what is not read: several graphs in a file, and hyperedges.
    """
    root = xml_of(text, where)  # refuses what expands without end
    if "}" not in root.tag and root.tag in _SPACES:  # edited by hand, or by a program that drops it
        text = re.sub(rf"<{root.tag}\b", f'<{root.tag} xmlns="{_SPACES[root.tag]}"', text, count=1)
        root = xml_of(text, where)
    tag = root.tag.rpartition("}")[2]
    if tag != form:
        hint = f"name it .{tag}" if tag in _SPACES else None
        raise BadSource(f"this is no .{form} file, but XML whose root is <{tag[:40]}>", where=where, hint=hint)
    graphs = root.findall("{*}graph")
    if len(graphs) > 1:
        raise BadSource(f"this file holds {len(graphs)} graphs", where=where, hint="save each in a file of its own")
    if root.find(".//{*}hyperedge") is not None:
        raise BadSource(
            "a hyperedge, between several nodes, is not read", where=where, hint="write an edge for each pair"
        )
    change = _graphml if form == "graphml" else _gexf
    if graphs and change(root, graphs[0]):
        text = ET.tostring(root, encoding="unicode")
    if form == "gexf":
        text = _as_networkx_knows_it(text, root.tag)
    return _DECLARED.sub("", text, count=1)  # what it said of its encoding is done with


def _graphml(root: ET.Element, graph: ET.Element) -> bool:
    """Put GraphML right, and return whether there was a need to."""
    changed = _without_drawing(root)
    edges = [
        (edge, _is_directed(edge, each))
        for each in root.iter()
        if _is(each, "graph")
        for edge in each.findall("{*}edge")
    ]
    changed |= _lifted(root, graph)
    ways = {directed for _, directed in edges}
    if ways and (len(ways) > 1 or any(edge.get("directed") for edge, _ in edges)):
        graph.set("edgedefault", "directed" if True in ways else "undirected")
        for edge, _ in edges:
            edge.attrib.pop("directed", None)
        changed = True
    if len(ways) > 1:
        name = {"id": f"{_OWN}directed", "for": "edge", "attr.name": DIRECTED, "attr.type": "string"}
        ET.SubElement(root, _like(root, "key"), name)
        for edge, directed in edges:
            ET.SubElement(edge, _like(root, "data"), {"key": name["id"]}).text = str(directed).lower()
    for number, edge in enumerate(_parallel((edge for edge, _ in edges), directed=True in ways)):
        edge.set("id", f"{_OWN}{number}")
        changed = True
    return changed


def _is_directed(edge: ET.Element, graph: ET.Element) -> bool:
    said = edge.get("directed")
    return graph.get("edgedefault") == "directed" if said is None else said.lower() in ("true", "1")


def _lifted(root: ET.Element, graph: ET.Element) -> bool:
    """Move what stands in graphs within nodes to the graph itself, but for groups of yEd, which networkx reads."""
    moved = False
    while True:
        inner = [
            (node, nested)
            for node in root.iter()
            if _is(node, "node") and node.get("yfiles.foldertype") != "group"
            for nested in node.findall("{*}graph")
        ]
        if not inner:
            return moved
        moved = True
        for node, nested in inner:
            node.remove(nested)
            graph.extend([each for each in nested if _is(each, "node") or _is(each, "edge")])


def _without_drawing(root: ET.Element) -> bool:
    """Take out the data that have no name, as visone and yEd write them to draw by; return whether there are any."""
    nameless = [
        key for key in root.findall("{*}key") if not key.get("attr.name") and key.get("yfiles.type") not in _LABELS
    ]
    ids = {key.get("id") for key in nameless}
    for key in nameless:
        root.remove(key)
    for parent in root.iter() if ids else ():
        for data in [each for each in parent.findall("{*}data") if each.get("key") in ids]:
            parent.remove(data)
    return bool(nameless)


def _gexf(root: ET.Element, graph: ET.Element) -> bool:
    """Put GEXF right, and return whether there was a need to."""
    changed = without_change(graph) | _timed(graph) | _all_declared(root, graph)
    for attribute in graph.iterfind("{*}attributes/{*}attribute"):
        if attribute.get("type") not in _TYPES:
            attribute.set("type", "string")
            changed = True
    if graph.get("timeformat") not in _TIMES and any(map(_has_time, graph.iter())):
        graph.set("timeformat", "string")
        changed = True
    top = graph.find("{*}edges")
    within = [each for each in graph.iter() if _is(each, "edges") and each is not top]
    if top is None and within:
        top = ET.SubElement(graph, _like(root, "edges"))
    if top is not None:
        for each in within:
            top.extend(list(each))
            changed = True
        changed |= _by_spell(top) | _both_ways(top)
    default = graph.get("defaultedgetype")
    edges = [(edge, edge.get("type", default) == "directed") for edge in graph.iterfind("{*}edges/{*}edge")]
    ways = {directed for _, directed in edges}
    if len(ways) > 1 or (ways and (True in ways) != (default == "directed")):
        graph.set("defaultedgetype", "directed" if True in ways else "undirected")
        for edge, _ in edges:
            edge.attrib.pop("type", None)
        changed = True
    if len(ways) > 1:
        changed |= _told(root, graph, DIRECTED, ((edge, str(directed).lower()) for edge, directed in edges))
    parallel = _parallel((edge for edge, _ in edges), directed=graph.get("defaultedgetype") == "directed")
    return changed | _told(root, graph, "networkx_key", ((e, f"{_OWN}{n}") for n, e in enumerate(parallel)))


def _all_declared(root: ET.Element, graph: ET.Element) -> bool:
    """Declare the attributes that nodes and edges have and nothing declares, as Gephi reads them; return whether there are any."""
    changed = False
    for what in ("node", "edge"):
        listed = [each for each in graph.iterfind("{*}attributes") if each.get("class") == what]
        known = {each.get("id") for one in listed for each in one.iterfind("{*}attribute")}
        used = dict.fromkeys(
            each.get("for") for one in graph.iter() if _is(one, what) for each in one.iter() if _is(each, "attvalue")
        )
        unknown = [name for name in used if name and name not in known]
        if unknown:
            made = ET.Element(_like(root, "attributes"), {"class": what, "mode": "static"})
            for name in unknown:
                ET.SubElement(made, _like(root, "attribute"), {"id": name, "title": name, "type": "string"})
            graph.insert(0, made)
            changed = True
    return changed


def _timed(graph: ET.Element) -> bool:
    """Write times of edges as networkx knows them: open ends as ends, moments as spells; return whether there are any."""
    found = False
    for element in list(graph.iter()):
        for name in ("start", "end"):
            value = element.attrib.pop(f"{name}open", None)
            if value is not None:
                element.set(name, value)
                found = True
            if is_endless(element.get(name, "")):
                del element.attrib[name]
                found = True
        if not _is(element, "edge"):
            continue
        times = [(moment, moment) for moment in _listed(element, "timestamp", "timestamps")]
        times += [(each[0], each[-1]) for text in _intervals(element) if (each := _within(text))]
        if times and not {"start", "end"} & set(element.attrib):
            spells = ET.SubElement(element, f"{element.tag.rpartition('}')[0]}}}spells")
            for start, end in times:
                ET.SubElement(spells, f"{element.tag.rpartition('}')[0]}}}spell", {"start": start, "end": end})
            found = True
    return found


def _listed(element: ET.Element, *names: str) -> list[str]:
    """Return the times of attributes of GEXF 1.3: one, or several as <[1, 2, 3]>."""
    return [each for name in names for each in _within(element.attrib.pop(name, ""))]


def _intervals(element: ET.Element) -> list[str]:
    """Return the spells of an attribute of GEXF 1.3: <[1, 2]; [3, 4]>."""
    return element.attrib.pop("intervals", "").split(";")


def _within(text: str) -> list[str]:
    return [each.strip() for each in text.strip("<[(])> ").split(",") if each.strip()]


def _by_spell(edges: ET.Element) -> bool:
    """Write an edge that has several spells as an edge for each, with its start and end; return whether there is any."""
    found = False
    for place, edge in reversed(list(enumerate(edges))):
        inside = next((each for each in edge if _is(each, "spells") or _is(each, "slices")), None)
        if inside is None or not len(inside) or "start" in edge.attrib or "end" in edge.attrib:
            continue
        found = True
        edges.remove(edge)
        for spell in reversed(list(inside)):
            one = copy.deepcopy(edge)
            one.attrib.update({name: value for name in ("start", "end") if (value := spell.get(name))})
            one.remove(
                next(each for each in one if each.tag == inside.tag)
            )  # networkx wants a begin and an end in each
            edges.insert(place, one)
    return found


def _both_ways(edges: ET.Element) -> bool:
    """Write an edge that is mutual as one in each direction; return whether there is any."""
    mutual = [(place, edge) for place, edge in enumerate(edges) if edge.get("type") == "mutual"]
    for place, edge in reversed(mutual):
        edge.set("type", "directed")
        back = copy.deepcopy(edge)
        back.attrib.update(source=edge.get("target", ""), target=edge.get("source", ""))
        edges.insert(place + 1, back)
    return bool(mutual)


def _told(root: ET.Element, graph: ET.Element, name: str, values: Iterable[tuple[ET.Element, str]]) -> bool:
    """Add an attribute to edges of GEXF; return whether there are any to add it to."""
    found = list(values)
    if found:
        attributes = ET.SubElement(graph, _like(root, "attributes"), {"class": "edge", "mode": "static"})
        made = {"id": f"{_OWN}{name}", "title": name, "type": "string"}
        ET.SubElement(attributes, _like(root, "attribute"), made)
    for edge, value in found:
        said = edge.find("{*}attvalues")
        if said is None:
            said = ET.SubElement(edge, _like(root, "attvalues"))
        ET.SubElement(said, _like(root, "attvalue"), {"for": f"{_OWN}{name}", "value": value})
    return bool(found)


def _as_networkx_knows_it(text: str, tag: str) -> str:
    """Return a GEXF file in the namespace of its version: tools write it with and without `www`, and `draft`."""
    found = _NAMESPACE.match(tag)
    if found is None:
        return text
    version = found["version"]
    known = f"http://www.gexf.net/{version}draft" if version in ("1.1", "1.2") else f"http://gexf.net/{version}"
    return text.replace(found["space"], known)


def _parallel(edges: Iterable[ET.Element], *, directed: bool) -> Iterator[ET.Element]:
    """Return the edges that have another one between the same ends: by their ids networkx tells them apart."""
    between: dict[tuple[str, ...], list[ET.Element]] = defaultdict(list)
    for edge in edges:
        ends = edge.get("source", ""), edge.get("target", "")
        between[ends if directed else tuple(sorted(ends))].append(edge)
    for several in between.values():
        if len(several) > 1:
            yield from several


def _has_time(element: ET.Element) -> bool:
    return "start" in element.attrib or "end" in element.attrib or element.get("mode") == "dynamic"


def _is(element: ET.Element, name: str) -> bool:
    return element.tag.rpartition("}")[2] == name


def _like(root: ET.Element, name: str) -> str:
    """Return the tag of an element in the namespace of the document."""
    return f"{root.tag.rpartition('}')[0]}}}{name}"
