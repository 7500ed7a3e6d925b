"""Reads graphs in JSON: nodes and links as networkx, D3, vis.js, Cytoscape and Graphology write them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from tiebook.tables.graphs import DIRECTED

_START: Final = re.compile(r'\s*\{\s*"(?:directed|multigraph|graph|nodes|links|edges|elements|options|attributes)"\s*:')
# of Cytoscape, which says other things first, and networkx, which writes for it
_ELEMENTS: Final = re.compile(r'\s*\{\s*"(?:data|format_version|generated_by|target_cytoscapejs_version)"\s*:')
_NODES: Final = re.compile(r'"elements"\s*:\s*\{\s*"(?:nodes|edges)"\s*:\s*\[')
_LISTED: Final = re.compile(r'\s*\[\s*\{\s*"(?:data|group)"\s*:')  # the elements of Cytoscape in one list
_OF_EDGE: Final = re.compile(r'"data"\s*:\s*\{[^{}]*"(?:source"\s*:[^{}]*"target|target"\s*:[^{}]*"source)"\s*:')
_KEYS: Final = ("id", "key")  # of a node, by which edges name it
_ENDS: Final = (("source", "target"), ("from", "to"))
_NESTED: Final = ("data", "attributes")  # in which Cytoscape and Graphology have what is said of a node or edge


def is_json_graph(start: str) -> bool:
    """Return whether a JSON file that starts so may be a graph."""
    listed = _LISTED.match(start) and _OF_EDGE.search(start)
    return _START.match(start) is not None or bool(listed or (_ELEMENTS.match(start) and _NODES.search(start)))


def graph_of_json(text: str) -> tuple[Any, bool | None]:
    """Return a graph of JSON, and whether its edges have a direction, None where it does not say.

    Nodes have an `id` or `key`, or are known by their place. Edges stand as they are written, also where they have no direction.

    Raises ValueError, TypeError, KeyError.
    """
    import networkx as nx  # noqa: PLC0415 -- heavy, and few files are graphs

    read = json.loads(text)
    whole = read if isinstance(read, dict) else {"elements": read}
    data = whole.get("elements", whole)
    data = data if isinstance(data, dict) else _apart(data)
    nodes, lists = data.get("nodes"), [data[name] for name in ("links", "edges") if name in data]
    if not isinstance(nodes, list) or not lists or not all(isinstance(each, list) for each in lists):
        raise TypeError("an object with `nodes` and with `links` or `edges` is expected")
    graph: Any = nx.MultiDiGraph()
    found = _Nodes()
    for place, node in enumerate(map(_flat, nodes)):
        key = found.add(node, place)
        graph.add_node(key, **{name: value for name, value in node.items() if name not in _KEYS or value != key})
    said = whole.get("directed")
    default = said if isinstance(said, bool) else None
    if default is None and isinstance(whole.get("options"), dict):
        default = {"directed": True, "undirected": False}.get(whole["options"].get("type"))
    edges = [_edge(edge, found) for each in lists for edge in map(_flat, each)]
    ways = {_way(edge, default) for _, _, edge in edges}
    for one, other, edge in edges:
        way = _way(edge, default)
        edge.pop("undirected", None)
        if len(ways) > 1:
            edge[DIRECTED] = str(way is not False).lower()
        graph.add_edges_from([(one, other, edge)])  # which may say `key`
    return graph, True if len(ways) > 1 else next(iter(ways), default)


def _apart(elements: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the nodes and edges of a list of both: an edge names its ends."""
    edges = [each for each in elements if set(_ENDS[0]) <= _flat(each).keys()]
    return {"nodes": [each for each in elements if each not in edges], "edges": edges}


def _way(edge: Mapping[str, Any], default: bool | None) -> bool | None:
    said = edge.get("undirected")
    return not said if isinstance(said, bool) else default


def _flat(each: dict[str, Any]) -> dict[str, Any]:
    """Return what is said of a node or edge in one level."""
    inner = [name for name in _NESTED if isinstance(each.get(name), dict)]
    out = {name: value for name, value in each.items() if name not in inner}
    for name in inner:
        out = {**each[name], **out}
    return out


def _edge(edge: dict[str, Any], nodes: _Nodes) -> tuple[Any, Any, dict[str, Any]]:
    source, target = next((ends for ends in _ENDS if ends[0] in edge and ends[1] in edge), _ENDS[0])
    rest = {name: value for name, value in edge.items() if name not in (source, target)}
    return nodes.meant(edge[source]), nodes.meant(edge[target]), rest


class _Nodes:
    """The nodes by their keys. An edge names one by its key, as text or not, by its place, or as a whole, as D3 does."""

    def __init__(self) -> None:
        self._keys: set[Any] = set()
        self._texts: dict[str, Any] = {}
        self._places: list[Any] = []

    def add(self, node: Mapping[str, Any], place: int) -> Any:
        """Return the key of a node.

        Raises ValueError where another has it.
        """
        key = next((node[name] for name in _KEYS if name in node), place)
        if key in self._keys:
            raise ValueError(f"two nodes have the id {key!r}")
        self._keys.add(key)
        self._texts[str(key)] = key
        self._places.append(key)
        return key

    def meant(self, end: Any) -> Any:
        """Return the key of the node that an edge names; one that is not a node is used as it is."""
        if isinstance(end, dict):
            end = next(end[name] for name in (*_KEYS, "index") if name in end)
        if end in self._keys:
            return end
        if type(end) is int and 0 <= end < len(self._places) and not any(map(str.isdecimal, self._texts)):
            return self._places[end]
        return self._texts.get(str(end), end)
