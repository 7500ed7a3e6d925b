"""A digest of the whole graph, equal on every engine: sha256 over its nodes and edges in canonical form."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, Protocol

from tiebook.engine.base import Table
from tiebook.errors import QueryFailed
from tiebook.model.schema import edge_types, first_labels, node_labels

FINGERPRINT: Final = "fingerprint"
_FEW: Final = 20_000  # edges that are read at a time


class Readable(Protocol):
    """What a graph is read from: an engine, or a transaction that is open."""

    def read(self, cypher: str, params: Mapping[str, Any] | None = None) -> Table:
        """Run a trusted read query in full."""
        ...


def digest(graph: Readable) -> str:
    """Return the digest of all nodes and edges with their labels, types, properties and the types of values.

    The Meta node is left out, and of sources the fingerprint of the load: it tells by which files, settings and Tiebook the
    graph came to be, and not what it says. The same rows have one digest from a CSV file, a workbook and a data frame.
    Two graphs with the same digest give the same answers.
    """
    return digest_of(lines(graph))


def digest_of(in_order: Iterable[str]) -> str:
    """Return the digest of canonical lines: the sha256 of a file that holds them, with no line end after the last."""
    found = hashlib.sha256()
    for number, line in enumerate(in_order):
        found.update((f"\n{line}" if number else line).encode())
    return found.hexdigest()


def lines(graph: Readable) -> list[str]:
    """Return what the digest is of: a line of canonical JSON for every node and edge, sorted; edges come before nodes."""
    return sorted(canonical(record) for record in contents(graph))


def canonical(record: Sequence[Any]) -> str:
    """Return a node or edge of `contents` as the line that the digest is of."""
    *first, props = record
    kept = {name: value for name, value in props.items() if name != FINGERPRINT} if FINGERPRINT in props else props
    return _encoded([*first, kept])


def contents(graph: Readable) -> Iterator[list[Any]]:
    """Return every node as ["node", labels, id, properties] and edge as ["edge", type, from, to, properties].

    Nodes come first. Edges are read by the nodes that they leave, some of them at a time, so that a large graph needs little
    memory.
    """
    nodes = graph.read("MATCH (n) WHERE NOT n:Meta RETURN labels(n) AS labels, n.id AS id, properties(n) AS props")
    starts: dict[str, list[str]] = defaultdict(list)
    for labels, node_id, props in nodes.rows:
        first = next((label for label in first_labels() if label in labels), None)
        if first is not None and node_id is not None:
            starts[first].append(node_id)
        yield ["node", _own(labels), node_id, props]
    total = graph.read("MATCH ()-[t]->() RETURN count(*) AS total").rows[0][0]
    if total <= _FEW or sum(map(len, starts.values())) < len(nodes.rows):  # or not all of it is ours
        yield from _edges(graph, "MATCH (a)-[t]->(b)", {})
        return
    size = max(1, _FEW * len(nodes.rows) // total)
    for label, ids in starts.items():
        for start in range(0, len(ids), size):
            match = f"MATCH (a:{label})-[t]->(b) WHERE a.id IN $ids"
            yield from _edges(graph, match, {"ids": ids[start : start + size]})


def _edges(graph: Readable, match: str, params: Mapping[str, Any]) -> Iterator[list[Any]]:
    edges = graph.read(
        f"{match} RETURN type(t) AS type, labels(a) AS source_labels, a.id AS source,"
        " labels(b) AS target_labels, b.id AS target, properties(t) AS props",
        params,
    )
    own: dict[tuple[str, ...], list[str]] = {}  # there are few kinds of nodes, and two to every edge
    types = edge_types()

    def known(labels: list[str]) -> list[str]:
        found = own.get(key := tuple(labels))
        if found is None:
            found = own[key] = _own(labels)
        return found

    for name, source_labels, source, target_labels, target, props in edges.rows:
        if name in types or "source" in props:  # or somebody has drawn it between nodes of ours
            yield ["edge", name, [known(source_labels), source], [known(target_labels), target], props]


def _own(labels: list[str]) -> list[str]:
    """Return a node's labels without what somebody may have added to a node of ours; all of them, where none is known."""
    return sorted(label for label in labels if label in node_labels()) or sorted(labels)


def _typed(value: object) -> object:
    if isinstance(value, date):
        return {"date": value.isoformat()}
    raise QueryFailed(f"a node or edge has a value of type {type(value).__name__}, which Tiebook does not write")


_encoded: Final = json.JSONEncoder(
    sort_keys=True, ensure_ascii=False, default=_typed
).encode  # made once, not for each line
