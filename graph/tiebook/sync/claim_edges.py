"""The edges of a load that are not ties: from a claim to what it speaks of, from a sub-factor to its factor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from tiebook.engine.base import Writer
from tiebook.engine.chunks import in_chunks
from tiebook.model import schema
from tiebook.model.records import Edge
from tiebook.model.roles import PART_OF, ROLES

Key = tuple[str, str, str, str]


def read(writer: Writer, source: str) -> dict[Key, Edge]:
    """Read those that a source has in the graph."""
    found: dict[Key, Edge] = {}
    for query in (
        f"MATCH (a:Claim {{source: $source}})-[t:{'|'.join(ROLES)}]->(b)",
        f"MATCH (a)-[t:{PART_OF}]->(b) WHERE t.source = $source",
    ):
        table = writer.run(
            f"{query} RETURN type(t) AS type, labels(a) AS source_labels, a.id AS source,"
            " labels(b) AS target_labels, b.id AS target, properties(t) AS props",
            {"source": source},
        )
        for name, source_labels, one, target_labels, two, props in table.rows:
            edge = Edge(name, (schema.first_label(source_labels), one), (schema.first_label(target_labels), two), props)
            found[edge.key] = edge
    return found


def delete(writer: Writer, edges: Iterable[Edge]) -> None:
    """Remove edges."""
    for (name, one, two), rows in _grouped(edges):
        placed = [{**row, "position": row["props"].get("position")} for row in rows]
        which = "" if name == PART_OF else "{position: row.position}"
        in_chunks(
            writer,
            f"UNWIND $rows AS row MATCH (:{one} {{id: row.source}})-[t:{name} {which}]->(:{two} {{id: row.target}})"
            " DELETE t",
            placed,
        )


def _grouped(edges: Iterable[Edge]) -> list[tuple[tuple[str, str, str], list[dict[str, Any]]]]:
    groups: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for edge in edges:
        row = {"source": edge.source[1], "target": edge.target[1], "props": edge.props}
        groups[edge.type, edge.source[0], edge.target[0]].append(row)
    return sorted(groups.items())
