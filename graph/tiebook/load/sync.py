"""Makes the graph hold exactly what a source says: what is new is created, what changed replaced, what is gone removed.

The same statements run on both engines. Labels and types in them come from the codebook, never from data.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from tiebook.engine.base import Engine, Writer
from tiebook.engine.meta import take_turn
from tiebook.load.batch import Batch
from tiebook.model import schema
from tiebook.model.errors import BadSource, IdClash
from tiebook.model.records import PART_OF, ROLES, Edge, Node, Props

_CHUNK: Final = 2000  # rows a statement

NodeKey = tuple[str, str]
EdgeKey = tuple[str, str, str, str]
Key = TypeVar("Key")
Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Changes:
    """How many nodes and edges a load created, changed, removed, and found as they were."""

    created: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0

    @property
    def nothing(self) -> bool:
        """Whether the graph was already as the source says."""
        return not (self.created or self.changed or self.removed)


def sync(engine: Engine, batch: Batch, *, dry_run: bool = False) -> Changes:
    """Load a source; loading it again changes nothing.

    Raises IdClash and DuplicateTie before anything is written, and what the engine raises; then nothing is changed.
    """
    batch.check()

    def work(writer: Writer) -> Changes:
        job = _Sync(writer, engine.place, batch)
        changes = job.plan()
        if dry_run or changes.nothing:
            raise _Undone(changes)
        job.run()
        return changes

    try:
        return engine.write(work)
    except _Undone as undone:
        return undone.changes


class _Undone(Exception):
    """No failure: it ends a transaction that has nothing to write."""

    def __init__(self, changes: Changes) -> None:
        super().__init__()
        self.changes = changes


def unload(engine: Engine, source: str) -> Changes:
    """Take a source out: its claims, its ties, and the entities that no other source declares or uses.

    Raises BadSource where it is not loaded.
    """
    if not engine.read("MATCH (s:Source {id: $id}) RETURN s.id AS id", {"id": source}).rows:
        raise BadSource(f"{source} is not loaded", hint="tiebook sources lists what is")
    return sync(engine, Batch(source))


class _Sync:
    """One load inside one transaction."""

    def __init__(self, writer: Writer, place: str, batch: Batch) -> None:
        take_turn(writer, place)
        self._writer = writer
        self._batch = batch
        self._nodes = {node.key: node for node in batch.nodes}
        self._edges = {edge.key: edge for edge in batch.edges}
        self._old_nodes = self._read_nodes()
        self._old_edges = self._read_edges()
        self._check_ids()
        wanted = self._merged_nodes()
        self._unchanged = 0
        self._new_nodes, self._changed_nodes = self._compare(wanted, self._old_nodes)
        self._new_edges, self._changed_edges = self._compare(self._edges, self._old_edges)
        self._gone_nodes = [node for key, node in self._old_nodes.items() if key not in wanted]
        self._gone_edges = [edge for key, edge in self._old_edges.items() if key not in self._edges]

    def plan(self) -> Changes:
        """Tell what a load would do."""
        return Changes(
            created=len(self._new_nodes) + len(self._new_edges),
            changed=len(self._changed_nodes) + len(self._changed_edges),
            removed=len(self._gone_nodes) + len(self._gone_edges),
            unchanged=self._unchanged,
        )

    def run(self) -> None:
        """Do it."""
        self._delete_edges([*(self._old_edges[edge.key] for edge in self._changed_edges), *self._gone_edges])
        self._delete_nodes(self._gone_nodes)
        self._create_nodes(self._new_nodes)
        self._update_nodes(self._changed_nodes)
        self._create_edges([*self._new_edges, *self._changed_edges])

    def _compare(self, wanted: Mapping[Key, Record], old: Mapping[Key, Record]) -> tuple[list[Record], list[Record]]:
        """Give what is new and what changed, and count what is as it was."""
        new = [record for key, record in wanted.items() if key not in old]
        changed = [record for key, record in wanted.items() if key in old and record != old[key]]
        self._unchanged += len(wanted) - len(new) - len(changed)
        return new, changed

    # what is there

    def _read_nodes(self) -> dict[NodeKey, Node]:
        """Read the nodes that the source declares now, or that it is about to declare."""
        found: dict[NodeKey, Node] = {}
        wanted: dict[str, list[str]] = defaultdict(list)
        for label, node_id in self._nodes:
            wanted[label].append(node_id)
        for label in schema.first_labels():
            if label == schema.META:
                continue
            mine = "n.source = $source" if label == "Claim" else "$source IN n.sources"
            query = (
                f"MATCH (n:{label}) WHERE {mine} OR n.id IN $ids"
                " RETURN labels(n) AS labels, n.id AS id, properties(n) AS props"
            )
            table = self._writer.run(query, {"source": self._batch.source, "ids": wanted[label]})
            for labels, node_id, props in table.rows:
                node = _node(label, labels, node_id, props)
                found[node.key] = node
        return found

    def _read_edges(self) -> dict[EdgeKey, Edge]:
        roles = "|".join(ROLES)
        ties = "|".join(name for name in schema.edge_types() if name not in ROLES and name != PART_OF)
        queries = (
            f"MATCH (a:Claim {{source: $source}})-[t:{roles}]->(b)",
            f"MATCH (a)-[t:{PART_OF}|{ties}]->(b) WHERE t.source = $source",
        )
        found: dict[EdgeKey, Edge] = {}
        for query in queries:
            table = self._writer.run(
                f"{query} RETURN type(t) AS type, labels(a) AS source_labels, a.id AS source,"
                " labels(b) AS target_labels, b.id AS target, properties(t) AS props",
                {"source": self._batch.source},
            )
            for name, source_labels, source, target_labels, target, props in table.rows:
                edge = Edge(name, (_first(source_labels), source), (_first(target_labels), target), props)
                found[edge.key] = edge
        return found

    def _check_ids(self) -> None:
        """Refuse a new id that names something else already: ids are unique over all entities."""
        ids = sorted({node_id for _, node_id in self._nodes})
        for label in schema.first_labels():
            table = self._writer.run(f"MATCH (n:{label}) WHERE n.id IN $ids RETURN n.id AS id", {"ids": ids})
            for (node_id,) in table.rows:
                if (label, node_id) not in self._nodes:
                    raise IdClash(f"{self._batch.source}: the id {node_id!r} already names a {label} in this graph")

    # what it becomes

    def _merged_nodes(self) -> dict[NodeKey, Node]:
        """Give the wanted nodes: entities that other sources declare too keep what those say of them."""
        return {key: self._merged(node) for key, node in self._nodes.items()} | self._given_up()

    def _merged(self, node: Node) -> Node:
        old = self._old_nodes.get(node.key)
        others = _other_sources(old, self._batch.source)
        if old is None or not others:
            return node
        if old.kind_label != node.kind_label:
            raise IdClash(
                f"{self._batch.source}: {node.id!r} is a {node.kind_label} here and a {old.kind_label} in {others[0]}"
            )
        names = {*_texts(old.props, "aliases"), *_texts(node.props, "aliases"), str(node.props["name"])}
        aliases = sorted(names - {str(old.props["name"])})
        sources = sorted({*others, self._batch.source})
        props: Props = {**node.props, **old.props, "aliases": aliases, "sources": list(sources)}
        return Node(node.label, node.id, props, node.kind_label)

    def _given_up(self) -> dict[NodeKey, Node]:
        """Give the entities that the source no longer declares but others do."""
        kept = {}
        for key, old in self._old_nodes.items():
            others = _other_sources(old, self._batch.source)
            if key not in self._nodes and others:
                kept[key] = Node(old.label, old.id, {**old.props, "sources": list(others)}, old.kind_label)
        return kept

    # writing

    def _create_nodes(self, nodes: Iterable[Node]) -> None:
        groups: dict[str, list[Node]] = defaultdict(list)
        for node in nodes:
            groups[f"{node.label}:{node.kind_label}" if node.kind_label else node.label].append(node)
        for labels, group in sorted(groups.items()):
            rows = [{"id": node.id, "props": node.props} for node in group]
            self._in_chunks(f"UNWIND $rows AS row CREATE (n:{labels} {{id: row.id}}) SET n += row.props", rows)

    def _update_nodes(self, nodes: Iterable[Node]) -> None:
        groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for node in nodes:
            groups[node.label].append({"id": node.id, "props": {**node.props, "id": node.id}})
        for label, rows in sorted(groups.items()):
            self._in_chunks(f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n = row.props", rows)

    def _delete_nodes(self, nodes: Iterable[Node]) -> None:
        groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for node in nodes:
            groups[node.label].append({"id": node.id})
        for label, rows in sorted(groups.items()):
            self._in_chunks(f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) DETACH DELETE n", rows)

    def _create_edges(self, edges: Iterable[Edge]) -> None:
        groups: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
        for edge in edges:
            row = {"source": edge.source[1], "target": edge.target[1], "props": edge.props}
            groups[edge.type, edge.source[0], edge.target[0]].append(row)
        for (name, source, target), rows in sorted(groups.items()):
            query = (
                f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}), (b:{target} {{id: row.target}})"
                f" CREATE (a)-[t:{name}]->(b) SET t += row.props RETURN count(*) AS made"
            )
            if self._in_chunks(query, rows) != len(rows):
                ends = ", ".join(sorted({row["source"] for row in rows} | {row["target"] for row in rows})[:5])
                raise BadSource(f"{self._batch.source}: an end of a {name} edge is not in the graph", hint=ends)

    def _delete_edges(self, edges: Iterable[Edge]) -> None:
        groups: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
        for edge in edges:
            row = {**edge.props, "source": edge.source[1], "target": edge.target[1]}
            groups[edge.type, edge.source[0], edge.target[0]].append(row)
        for (name, source, target), rows in sorted(groups.items()):
            which = "" if name == PART_OF else ("{position: row.position}" if name in ROLES else "{id: row.id}")
            self._in_chunks(
                f"UNWIND $rows AS row MATCH (:{source} {{id: row.source}})-[t:{name} {which}]->"
                f"(:{target} {{id: row.target}}) DELETE t",
                rows,
            )

    def _in_chunks(self, query: str, rows: list[dict[str, Any]]) -> int:
        total = 0
        for start in range(0, len(rows), _CHUNK):
            table = self._writer.run(query, {"rows": rows[start : start + _CHUNK]})
            total += sum(row[0] for row in table.rows)
        return total


def _node(label: str, labels: list[str], node_id: str, props: Props) -> Node:
    kind = next((other for other in labels if other != label), None)
    return Node(label, node_id, {key: value for key, value in props.items() if key != "id"}, kind)


def _first(labels: list[str]) -> str:
    return next(label for label in schema.first_labels() if label in labels)


def _texts(props: Props, key: str) -> list[str]:
    value = props.get(key)
    return value if isinstance(value, list) else []


def _other_sources(node: Node | None, source: str) -> list[str]:
    return [] if node is None else [other for other in _texts(node.props, "sources") if other != source]
