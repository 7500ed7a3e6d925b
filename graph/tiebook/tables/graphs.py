"""Reads the graph files of other tools as tables of edges: GraphML, GEXF 1.1 to 1.3, GML, Pajek and node-link JSON.

An edge is a row: `source` and `target` (the names that nodes show, where they have one), the edge's own attributes, and those
of its ends as `source.NAME` and `target.NAME`. So `tiebook map` drafts a mapping of a graph like that of any other table.
"""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET  # writes, and names the type

from tiebook.errors import BadSource
from tiebook.tables.packed import chunks
from tiebook.tables.text import text_of
from tiebook.tables.xml import wide, xml_of, xml_text

SUFFIXES: Final = (".graphml", ".gexf", ".gml", ".net", ".paj")
_MOST: Final = 256 << 20  # bytes; networkx holds the whole graph
_NAMESPACE: Final = re.compile(r"\{(?P<space>http://(?:www\.)?gexf\.net/(?P<version>\d\.\d)(?:draft)?)\}")
_SPACES: Final = {"gexf": "http://gexf.net/1.3", "graphml": "http://graphml.graphdrawing.org/xmlns"}
_NODE_LINK: Final = re.compile(r'\s*\{\s*"(?:directed|multigraph|graph|nodes|links|edges)"\s*:')
_DECLARED: Final = re.compile(r"\s*<\?xml[^>]*\?>")
_LABELS: Final = ("nodegraphics", "edgegraphics")  # in which networkx finds the labels of yEd
_DIRECTED: Final = "directed"  # the attribute of a graph by which node-link JSON says it
_NAMES: Final = ("label", "name", "Label", "Name")  # attributes by which tools name a node


def is_graph(path: Path) -> bool:
    """Return whether a file is a graph of another tool, by its name or, as JSON, by how it starts."""
    if path.suffix.lower() == ".json" and path.is_file():
        start = next(chunks(path), b"")
        return _NODE_LINK.match(start.decode(wide(start) or "utf-8-sig", "replace")) is not None
    return path.suffix.lower() in SUFFIXES


def edge_rows(path: Path, encoding: str | None = None) -> Iterator[list[str]]:
    """Return the header, then a row for each edge; raises what `EdgeTable` does."""
    return EdgeTable(path, encoding).rows()


class EdgeTable:
    """The edges of a graph. `directed`: whether they have a direction; None where the file does not say."""

    def __init__(self, path: Path, encoding: str | None = None) -> None:
        """Read a graph.

        encoding -- of the file, where it is declared

        Raises BadSource for a file that is not in its format, or too large for memory.
        """
        if path.is_file() and path.stat().st_size > _MOST:
            raise BadSource("the graph has more than 256 MiB", where=str(path), hint="write its edges as CSV")
        self._graph = _graph(path, encoding)
        json_ = path.suffix.lower() == ".json"
        self.directed: bool | None = self._graph.graph[_DIRECTED] if json_ else self._graph.is_directed()

    def rows(self) -> Iterator[list[str]]:
        """Return the header, then a row for each edge."""
        graph = self._graph
        names = _names(graph)
        edges = list(graph.edges(data=True))
        own = sorted({str(key) for _, _, data in edges for key in data} - {"source", "target"})
        nodes = sorted({str(key) for _, data in graph.nodes(data=True) for key in data})
        yield ["source", "target", *own, *(f"{end}.{key}" for end in ("source", "target") for key in ("node", *nodes))]
        for one, other, data in edges:
            ends = [
                cell
                for end in (one, other)
                for cell in (_text(end), *(_text(graph.nodes[end].get(key)) for key in nodes))
            ]
            yield [names[one], names[other], *(_text(data.get(key)) for key in own), *ends]


def _graph(path: Path, encoding: str | None) -> Any:
    import networkx as nx  # noqa: PLC0415 -- heavy, and few files are graphs

    suffix = path.suffix.lower()
    if suffix in (".graphml", ".gexf"):
        text = xml_text(b"".join(chunks(path)), str(path), encoding)
        root = xml_of(text, str(path))  # refuses what expands without end
        if "}" not in root.tag and root.tag in _SPACES:  # edited by hand, or by a program that drops it
            text = re.sub(rf"<{root.tag}\b", f'<{root.tag} xmlns="{_SPACES[root.tag]}"', text, count=1)
            root = xml_of(text, str(path))
        tag = root.tag.rpartition("}")[2]
        if tag != suffix[1:]:
            hint = f"name it .{tag}" if tag in _SPACES else None
            raise BadSource(f"this is no {suffix} file, but XML whose root is <{tag[:40]}>", where=str(path), hint=hint)
        text = _as_networkx_knows_it(text, root.tag) if suffix == ".gexf" else _without_drawing(text, root)
    else:
        text, _ = text_of(path, encoding)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of what visone and yEd write to draw by
            return _parsed(nx, suffix, text)
    except Exception as error:  # noqa: BLE001 -- another library's reader on a damaged file fails in any way
        what = " ".join(str(error).split())[:200] or type(error).__name__
        raise BadSource(f"this {suffix} file cannot be read: {what}", where=str(path)) from None


def _parsed(nx: Any, suffix: str, text: str) -> Any:
    import io  # noqa: PLC0415

    if suffix in (".graphml", ".gexf"):
        file = io.BytesIO(_DECLARED.sub("", text, count=1).encode())  # what it said of its encoding is done with
        return nx.read_graphml(file) if suffix == ".graphml" else _gexf(nx, file)
    if suffix == ".json":
        return _node_link(nx, text)
    lines = text.splitlines()
    return nx.parse_gml(lines, label="id") if suffix == ".gml" else nx.parse_pajek(lines)


def _node_link(nx: Any, text: str) -> Any:
    """Return the graph of node-link JSON, as networkx and D3 write it: nodes with an `id`, or known by their place.

    Its edges stand as they are written, also where it says that they have no direction.
    """
    data = json.loads(text)
    if not isinstance(data.get("nodes"), list) or not isinstance(data.get("links", data.get("edges")), list):
        raise TypeError("an object with `nodes` and with `links` or `edges` is expected")
    nodes, edges = data["nodes"], data.get("links", data.get("edges"))
    said = data.get("directed")
    graph = nx.MultiDiGraph(**{_DIRECTED: said if isinstance(said, bool) else None})
    graph.add_nodes_from((node.get("id", place), _without(node, "id")) for place, node in enumerate(nodes))
    graph.add_edges_from((edge["source"], edge["target"], _without(edge, "source", "target")) for edge in edges)
    return graph


def _without(attributes: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: value for key, value in attributes.items() if key not in names}


def _without_drawing(text: str, root: ET.Element) -> str:
    """Return a GraphML file without the data that have no name, as visone and yEd write them to draw by."""
    nameless = [
        key for key in root.findall("{*}key") if not key.get("attr.name") and key.get("yfiles.type") not in _LABELS
    ]
    if not nameless:
        return text
    ids = {key.get("id") for key in nameless}
    for key in nameless:
        root.remove(key)
    for parent in root.iter():
        for data in [each for each in parent.findall("{*}data") if each.get("key") in ids]:
            parent.remove(data)
    plain: str = ET.tostring(root, encoding="unicode")
    return plain


def _as_networkx_knows_it(text: str, tag: str) -> str:
    """Return a GEXF file in the namespace of its version: tools write it with and without `www`, and `draft`."""
    found = _NAMESPACE.match(tag)
    if found is None:
        return text
    version = found["version"]
    known = f"http://www.gexf.net/{version}draft" if version in ("1.1", "1.2") else f"http://gexf.net/{version}"
    return text.replace(found["space"], known)


def _gexf(nx: Any, file: Any) -> Any:
    for version in ("1.1draft", "1.2draft", "1.3"):
        file.seek(0)
        try:
            return nx.read_gexf(file, version=version)
        except nx.NetworkXError as error:
            if "No <graph> element" not in str(error):
                raise
    raise ValueError("it has no <graph> of GEXF 1.1, 1.2 or 1.3")


def _names(graph: Any) -> dict[Any, str]:
    """Return the name that each node shows: that of an attribute which names every node differently, else its id."""
    for key in _NAMES:
        names = {node: _text(data.get(key)) for node, data in graph.nodes(data=True)}
        if names and all(names.values()) and len(set(names.values())) == len(names):
            return names
    return {node: _text(node) for node in graph}


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (list, tuple)):
        return "; ".join(map(_text, value))
    return str(value)
