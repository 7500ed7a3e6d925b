"""Runs a query on a graph of `graphs.py`, on KGLite or a server, and gives its rows or its fault."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import kglite

from tests.differential.graphs import Graph
from tests.servers import Server, wipe
from tiebook.engine.kglite.calls import open_read_only, rewritten, with_schema
from tiebook.engine.neo4j.writer import _row
from tiebook.model.schema import constraints, indexes

Rows = list[tuple[Any, ...]]
MILLISECONDS = 500  # a query of the long campaign; one that needs more is passed over
PATIENT = 60_000  # the same in a test, which must not depend on how fast the machine is
ALL = tuple(kglite.cypher_pass_names())


class Fault(Exception):
    """An engine refuses a query."""


class Embedded:
    """KGLite, on a file written with our schema, as users have it."""

    name = "kglite"

    def __init__(self, off: Sequence[str], *, anchors: bool = True, milliseconds: int = MILLISECONDS) -> None:
        self._milliseconds = milliseconds
        self.off = list(off)
        self.anchors = anchors
        self._graph: Any = None

    def load(self, graph: Graph) -> None:
        made = kglite.KnowledgeGraph()
        with_schema(made)
        for labels, rows in nodes_by_labels(graph).items():
            made.cypher(
                f"UNWIND $rows AS row CREATE (n:{':'.join(labels)} {{id: row.id}}) SET n += row", params={"rows": rows}
            )
        for (kind, start, end), rows in edges_by_type(graph).items():
            names = sorted({name for row in rows for name in row["props"]})
            props = ", ".join(f"{name}: row.props.{name}" for name in names)
            made.cypher(
                f"UNWIND $rows AS row MATCH (a:{start} {{id: row.begins}}), (b:{end} {{id: row.ends}})"
                f" CREATE (a)-[t:{kind} {{{props}}}]->(b)",
                params={"rows": rows},
            )
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "t.kgl"
            made.save(str(path))
            self._graph = open_read_only(path)

    def run(
        self, cypher: str, params: dict[str, Any], off: Sequence[str] | None = None, *, as_it_is: bool = False
    ) -> Rows:
        passes = self.off if off is None else list(off)
        text = rewritten(cypher) if self.anchors and not as_it_is else cypher
        try:
            view = self._graph.cypher(
                text, params=params, disabled_passes=passes, hide_structural_keys=True, timeout_ms=self._milliseconds
            )
            return [tuple(row.values()) for row in view]
        except (kglite.KgError, ValueError, TypeError, OverflowError, RecursionError) as error:
            raise Fault(f"{type(error).__name__}: {str(error).splitlines()[0]}") from None


class OnServer:
    """A Neo4j server, emptied."""

    def __init__(self, server: Server) -> None:
        self.name = server.version
        wipe(server)
        self._session = server.driver().session(database="neo4j")
        for statement in (*constraints(), *indexes()):
            self._session.run(statement).consume()

    def close(self) -> None:
        self._session.close()

    def load(self, graph: Graph) -> None:
        nodes = [{"labels": list(node.labels), "props": node.props} for node in graph.nodes]
        edges = [
            {"start": graph.nodes[edge.start].props["id"], "end": graph.nodes[edge.end].props["id"]}
            | {"type": edge.type, "props": edge.props}
            for edge in graph.edges
        ]
        self._session.run("MATCH (n) DETACH DELETE n").consume()
        self._session.run("UNWIND $nodes AS node CREATE (n:$(node.labels)) SET n = node.props", nodes=nodes).consume()
        self._session.run(
            "UNWIND $edges AS edge MATCH (a {id: edge.start}) MATCH (b {id: edge.end})"
            " CREATE (a)-[t:$(edge.type)]->(b) SET t = edge.props",
            edges=edges,
        ).consume()

    def run(self, cypher: str, params: dict[str, Any]) -> Rows:
        from neo4j.exceptions import Neo4jError  # noqa: PLC0415 - collecting tests must not import the driver

        try:
            return [_row(list(record.values())) for record in self._session.run(cypher, params)]
        except Neo4jError as error:
            raise Fault(f"{error.code}: {(error.message or '').splitlines()[0]}") from None


def nodes_by_labels(graph: Graph) -> dict[tuple[str, ...], list[dict[str, Any]]]:
    """Return the properties of all nodes, by labels."""
    found = defaultdict(list)
    for node in graph.nodes:
        found[node.labels].append(node.props)
    return found


def edges_by_type(graph: Graph) -> dict[tuple[str, str, str], list[dict[str, Any]]]:
    """Return all edges by type and first labels of their ends."""
    found = defaultdict(list)
    for edge in graph.edges:
        start, end = graph.nodes[edge.start], graph.nodes[edge.end]
        row = {"begins": start.props["id"], "ends": end.props["id"], "props": edge.props}
        found[edge.type, start.labels[0], end.labels[0]].append(row)
    return found
