"""A digest of the whole graph, equal on every engine: sha256 over its nodes and edges in canonical form."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from tiebook.engine.base import Engine


def digest(engine: Engine) -> str:
    """Give the digest of all nodes and edges with their labels, types, properties and the types of values.

    The Meta node is left out. Two graphs with the same digest give the same answers.
    """
    lines = sorted(
        json.dumps(record, sort_keys=True, ensure_ascii=False, default=_typed) for record in contents(engine)
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def contents(engine: Engine) -> Iterator[list[Any]]:
    """Give every node as ["node", labels, id, properties] and edge as ["edge", type, from, to, properties]."""
    nodes = engine.read("MATCH (n) WHERE NOT n:Meta RETURN labels(n) AS labels, n.id AS id, properties(n) AS props")
    for labels, node_id, props in nodes.rows:
        yield ["node", sorted(labels), node_id, props]
    edges = engine.read(
        "MATCH (a)-[t]->(b) RETURN type(t) AS type, labels(a) AS source_labels, a.id AS source,"
        " labels(b) AS target_labels, b.id AS target, properties(t) AS props"
    )
    for name, source_labels, source, target_labels, target, props in edges.rows:
        yield ["edge", name, [sorted(source_labels), source], [sorted(target_labels), target], props]


def _typed(value: object) -> object:
    if isinstance(value, date):
        return {"date": value.isoformat()}
    raise TypeError(f"{type(value).__name__} is not a value of the graph")
