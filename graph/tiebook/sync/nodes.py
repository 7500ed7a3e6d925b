"""The nodes of a load: found by id, compared, merged with what other sources say of them, written.

The same statements run on both engines. Labels in them come from the codebook, never from data.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tiebook.engine.base import Writer
from tiebook.engine.chunks import ROWS, in_chunks
from tiebook.errors import BadSource, IdClash
from tiebook.model import schema
from tiebook.model.codebook import codebook
from tiebook.model.records import Node, Props
from tiebook.model.row_digest import packed_props
from tiebook.sync.declarations import as_one, declared, own, said_by_source, without_declarations
from tiebook.sync.source_identity import check_same_source

Key = tuple[str, str]

_MOST_BYTES = 4 * schema.MOST_INDEXED  # of an id, which may begin with its source's


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of some records: new ones, changed ones, and how many were as they should be."""

    new: list[Node]
    changed: list[Node]
    unchanged: int


class Entities:
    """What a source declares in the graph now, by (label, id), and what a load changes in it."""

    def __init__(self, writer: Writer, source: str) -> None:
        """Read the nodes that the source declares."""
        self._source = source
        self._left: dict[Key, Node] = {}  # declared before and, so far, not again
        for label in _labels():
            mine = "n.source = $source" if label == "Claim" else "$source IN n.sources"
            self._left |= {node.key: node for node in read(writer, label, mine, {"source": source})}

    def plan(self, writer: Writer, nodes: Iterable[Node]) -> Changed:
        """Compare nodes with what is in the graph; nothing is noted yet.

        Raises IdClash for an id that names something else: ids are unique over all entities, and a source is not another's
        next release.
        """
        wanted = {node.key: node for node in nodes}
        self._check_lengths(wanted.values())
        old = {key: self._left[key] for key in wanted if key in self._left}
        others = self._others(writer, [node_id for label, node_id in wanted if (label, node_id) not in old])
        for key in others:
            if key not in wanted:
                raise IdClash(f"{self._source}: the id {key[1]!r} already names a {key[0]} in this graph")
        old |= others
        new, changed = [], []
        for key, node in wanted.items():
            if (
                node.label == "Source"
                and node.id == self._source
                and self._source in _texts_of(old.get(key), "sources")
            ):
                check_same_source(self._source, old[key].props, node.props)
            merged = self._merged(node, old.get(key))
            if key not in old:
                new.append(merged)
            elif not _same(merged, old[key]):
                changed.append(merged)
        return Changed(new, changed, len(wanted) - len(new) - len(changed))

    def _check_lengths(self, nodes: Iterable[Node]) -> None:
        """Check that every engine can index the ids and names.

        Raises BadSource.
        """
        for node in nodes:
            name = node.props.get("name")
            long = name if isinstance(name, str) and len(name) > schema.MOST_INDEXED else None
            if long is None and len(node.id) > schema.MOST_INDEXED and len(node.id.encode()) > _MOST_BYTES:
                long = node.id
            if long is not None:
                raise BadSource(
                    f"{self._source}: the {'id' if long is node.id else 'name'} of a {node.label} has {len(long):,}"
                    f" characters: {long[:40]}...",
                    hint=f"{schema.MOST_INDEXED:,} at most",
                )

    def write(self, writer: Writer, planned: Changed) -> None:
        """Create what is new and replace what changed."""
        create(writer, planned.new)
        update(writer, planned.changed)

    def note(self, nodes: Iterable[Node]) -> None:
        """Note that nodes are declared now."""
        for node in nodes:
            self._left.pop(node.key, None)

    def given_up(self) -> tuple[list[Node], list[Node]]:
        """Return what is not declared any more: the nodes that other sources keep, as they are then, and those to delete."""
        kept, gone = [], []
        for old in self._left.values():
            others = {source: props for source, props in said_by_source(old).items() if source != self._source}
            if others:
                kept.append(as_one(old, others))
            else:
                gone.append(old)
        return kept, gone

    def _others(self, writer: Writer, ids: list[str]) -> dict[Key, Node]:
        found: dict[Key, Node] = {}
        if ids:
            for label in _labels():
                found |= {node.key: node for node in read(writer, label, "n.id IN $ids", {"ids": ids})}
        return found

    def _merged(self, node: Node, old: Node | None) -> Node:
        """Return a node; what other sources that declare it say too is kept."""
        if old is None or not (others := _other_sources(old, self._source)):
            return without_declarations(node)
        if old.kind_label != node.kind_label:
            raise IdClash(
                f"{self._source}: {node.id!r} is a {node.kind_label} here and a {old.kind_label} in {others[0]}"
            )
        order = declared(node)  # in an exported graph that is loaded again
        return as_one(node, {**said_by_source(old), self._source: own(node)}, order)


def create(writer: Writer, nodes: Iterable[Node]) -> None:
    """Make nodes that are not there."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in nodes:
        labels = f"{node.label}:{node.kind_label}" if node.kind_label else node.label
        groups[labels].append({"id": node.id, "props": node.props})
    for labels, rows in sorted(groups.items()):
        in_chunks(writer, f"UNWIND $rows AS row CREATE (n:{labels} {{id: row.id}}) SET n += row.props", rows)


def update(writer: Writer, nodes: Iterable[Node]) -> None:
    """Set all properties of nodes that are there."""
    for label, rows in _by_label(
        (node.label, {"id": node.id, "props": {**node.props, "id": node.id}}) for node in nodes
    ):
        in_chunks(writer, f"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n = row.props", rows)


def delete(writer: Writer, nodes: Iterable[Node]) -> None:
    """Remove nodes with all their edges."""
    for label, rows in _by_label((node.label, {"id": node.id}) for node in nodes):
        for start in range(0, len(rows), ROWS):
            ids = [row["id"] for row in rows[start : start + ROWS]]
            writer.delete_nodes(f"UNWIND $ids AS id MATCH (n:{label} {{id: id}})", {"ids": ids})


def _same(one: Node, other: Node) -> bool:
    return one.kind_label == other.kind_label and packed_props(one.props) == packed_props(other.props)


def _by_label(rows: Iterable[tuple[str, dict[str, Any]]]) -> list[tuple[str, list[dict[str, Any]]]]:
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for label, row in rows:
        groups[label].append(row)
    return sorted(groups.items())


def read(writer: Writer, label: str, which: str, params: Props) -> Iterator[Node]:
    """Return the nodes of a first label for which a condition on `n` holds."""
    table = writer.run(
        f"MATCH (n:{label}) WHERE {which} RETURN labels(n) AS labels, n.id AS id, properties(n) AS props", params
    )
    for labels, node_id, props in table.rows:
        kind = next((other for other in labels if other in codebook().actor_kinds), None)
        yield Node(label, node_id, {key: value for key, value in props.items() if key != "id"}, kind)


def _labels() -> list[str]:
    return [label for label in schema.first_labels() if label != schema.META]


def _texts(props: Props, key: str) -> list[str]:
    value = props.get(key)
    return value if isinstance(value, list) else []


def _other_sources(node: Node | None, source: str) -> list[str]:
    return [other for other in _texts_of(node, "sources") if other != source]


def _texts_of(node: Node | None, key: str) -> list[str]:
    return [] if node is None else _texts(node.props, key)
