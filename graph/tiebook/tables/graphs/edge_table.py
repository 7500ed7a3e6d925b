"""Reads the graph files of other tools as tables of edges: GraphML, GEXF 1.1 to 1.3, GML, Pajek and JSON with nodes and links.

An edge is a row: `source` and `target` (the names that nodes show, where they have one), the edge's own attributes, and those
of its ends as `source.NAME` and `target.NAME`. So `tiebook map` drafts a mapping of a graph like that of any other table.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tiebook.errors import BadSource
from tiebook.tables.graphs import DIRECTED
from tiebook.tables.graphs.pajek import pajek
from tiebook.tables.graphs.plain_json import graph_of_json, is_json_graph
from tiebook.tables.graphs.whole_xml import whole_xml
from tiebook.tables.packed import chunks, is_larger, suffix_within
from tiebook.tables.shape import cell_text
from tiebook.tables.text import text_of
from tiebook.tables.xml import wide, xml_text

SUFFIXES: Final = (".graphml", ".gexf", ".gml", ".net", ".paj")
_MOST: Final = 256 << 20  # bytes; networkx holds the whole graph
_NAMES: Final = ("label", "name", "Label", "Name")  # attributes by which tools name a node
_NO_NUMBER: Final = re.compile(r"^(\s*[A-Za-z]\w*\s+)([-+]?(?:nan|inf(?:inity)?))\s*$", re.IGNORECASE)
_ENDS: Final = ("source", "target")


def is_graph(path: Path) -> bool:
    """Return whether a file is a graph of another tool, by its name or, as JSON, by how it starts."""
    if suffix_within(path) == ".json" and path.is_file():
        start = next(chunks(path), b"")
        return is_json_graph(start.decode(wide(start) or "utf-8-sig", "replace"))
    return suffix_within(path) in SUFFIXES


def edge_rows(path: Path, encoding: str | None = None) -> Iterator[list[str]]:
    """Return the header, then a row for each edge; raises what `EdgeTable` does."""
    return EdgeTable(path, encoding).rows()


class EdgeTable:
    """The edges of a graph.

    directed -- whether they have a direction; None if the file does not say
    mixed -- whether some have one and others have none, as their column `directed` says
    """

    def __init__(self, path: Path, encoding: str | None = None) -> None:
        """Read a graph.

        encoding -- of the file, where it is declared

        Raises BadSource for a file that is not in its format, or too large for memory.
        """
        if is_larger(path, _MOST):
            raise BadSource("the graph has more than 256 MiB", where=str(path), hint="write its edges as CSV")
        self._graph, self.directed = _graph(path, encoding)
        said = {data.get(DIRECTED) for _, _, data in self._graph.edges(data=True)}
        self.mixed = self.directed is True and said == {"true", "false"}

    def rows(self) -> Iterator[list[str]]:
        """Return the header, then a row for each edge."""
        graph = self._graph
        names = _names(graph)
        edges = list(graph.edges(data=True))
        defaults = graph.graph.get("edge_default", {}), graph.graph.get("node_default", {})
        own = sorted({str(key) for _, _, data in edges for key in data} | set(defaults[0]))
        nodes = sorted({str(key) for _, data in graph.nodes(data=True) for key in data} | set(defaults[1]))
        shown = [f"edge.{key}" if key in _ENDS else key for key in own]
        yield [*_ENDS, *shown, *(f"{end}.{key}" for end in _ENDS for key in ("node", *nodes))]
        for one, other, data in edges:
            ends = [
                cell
                for end in (one, other)
                for cell in (
                    cell_text(end),
                    *(cell_text(graph.nodes[end].get(key, defaults[1].get(key))) for key in nodes),
                )
            ]
            cells = [cell_text(data.get(key, defaults[0].get(key))) for key in own]
            yield [names[one], names[other], *cells, *ends]


def _graph(path: Path, encoding: str | None) -> tuple[Any, bool | None]:
    suffix = suffix_within(path)
    if suffix in (".graphml", ".gexf"):
        text = whole_xml(xml_text(b"".join(chunks(path)), str(path), encoding), suffix[1:], str(path))
    else:
        text, _ = text_of(path, encoding)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of what visone and yEd write to draw by
            return _parsed(suffix, text)
    except Exception as error:  # noqa: BLE001 -- another library's reader on a damaged file fails in any way
        what = " ".join(str(error).split())[:200] or type(error).__name__
        raise BadSource(f"this {suffix} file cannot be read: {what}", where=str(path)) from None


def _parsed(suffix: str, text: str) -> tuple[Any, bool | None]:
    import networkx as nx  # noqa: PLC0415 -- heavy, and few files are graphs

    if suffix == ".json":
        return graph_of_json(text)
    if suffix == ".graphml":
        graph = nx.read_graphml(io.BytesIO(text.encode()))
    elif suffix == ".gexf":
        graph = _gexf(text)
    elif suffix == ".gml":
        graph = _gml(text.splitlines())
    else:
        return pajek(text.splitlines())
    return graph, graph.is_directed()


def _gml(lines: list[str]) -> Any:
    """Return the graph of GML; parallel edges also where it does not call itself a multigraph, as igraph does not."""
    import networkx as nx  # noqa: PLC0415

    # "&apos;", and weights NaN and Inf as igraph writes them, are what networkx does not know
    plain = [_NO_NUMBER.sub(r'\1"\2"', line.replace("&apos;", "'")) for line in lines]
    try:
        return nx.parse_gml(plain, label="id")
    except nx.NetworkXError as error:
        if not ("edge #" in str(error) and "duplicated" in str(error)):
            raise
    text = "\n".join(plain)
    return nx.parse_gml(text.replace("[", "[ multigraph 1", 1).splitlines(), label="id")


def _gexf(text: str) -> Any:
    import networkx as nx  # noqa: PLC0415

    for version in ("1.1draft", "1.2draft", "1.3"):
        try:
            return nx.read_gexf(io.BytesIO(text.encode()), version=version)
        except nx.NetworkXError as error:
            if "No <graph> element" not in str(error):
                raise
    raise ValueError("it has no <graph> of GEXF 1.1, 1.2 or 1.3")


def _names(graph: Any) -> dict[Any, str]:
    """Return the name that each node shows: that of an attribute which names every node differently, else its id."""
    if "names" in graph.graph:  # Pajek, where two have the same
        return {node: graph.graph["names"].get(node, node) for node in graph}
    for key in _NAMES:
        names = {node: cell_text(data.get(key)) for node, data in graph.nodes(data=True)}
        if names and all(names.values()) and len(set(names.values())) == len(names):
            return names
    return {node: cell_text(node) for node in graph}
