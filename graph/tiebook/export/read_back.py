"""Loads a graph that `tiebook export --full` wrote: split by source again, checked against the codebook, synced as any source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from shlex import quote
from typing import Any, Final

from tiebook.engine.base import Engine
from tiebook.errors import BadSource
from tiebook.export.check_values import check_ends, check_values
from tiebook.export.read_files import READERS, Row, Rows, plain_value, read_rows
from tiebook.model import schema
from tiebook.model.codebook import codebook
from tiebook.model.exchange import EDGE_COLUMNS, NODE_COLUMNS, RENAMED
from tiebook.model.records import Edge, Node, Props
from tiebook.model.roles import ROLES
from tiebook.model.schema import DECLARATIONS
from tiebook.sync.batch import Batch
from tiebook.sync.cases import check_judged
from tiebook.sync.declarations import said_by_source
from tiebook.sync.sync import Changes, sync_together

_OWN_NAME: Final = {column: name for name, column in RENAMED.items()}


def is_exchange(source: str) -> bool:
    """Return whether what the user wants to load is such a file: a file is there and has one of the endings."""
    path = Path(source)
    return path.name.lower().endswith(tuple(READERS)) and (path.is_file() or _tables_of(path).is_file())


def load_exchange(engine: Engine, path: Path, *, dry_run: bool = False) -> dict[str, Changes]:
    """Load every source in a file, all at once; what was changed, by source.

    Raises BadSource, IdClash and DuplicateTie for a file with faults, before anything is written; and what `sync` raises.
    """
    batches = read_exchange(path)
    held = {node.id for batch in batches for node in batch.nodes}
    for batch in batches:  # a file of one source may be about claims of others, which the graph has to have
        about = {edge.target[1] for edge in batch.edges if edge.type == "ABOUT"}
        check_judged(engine, batch.source, about - held)
    if dry_run:  # what comes in twice would be counted twice
        batches = [*{batch.source: batch for batch in batches}.values()]
    return sync_together(engine, batches, dry_run=dry_run)


def read_exchange(path: Path) -> list[Batch]:
    """Read a file without touching a graph: a batch for each source.

    Raises BadSource for a file that holds no whole graph, or what the codebook does not know.
    """
    rows = read_rows(path)
    if not (rows.full or rows.ours):
        raise BadSource(
            "this is a graph of another tool, which does not say what its edges mean",
            where=str(path),
            hint=f"tiebook map {quote(str(path))} --type TIE -o FOLDER drafts how its edges become ties",
        )
    if not rows.full:
        raise BadSource(
            "this file does not hold a whole Tiebook graph, so it cannot be loaded without loss",
            where=str(path),
            hint="tiebook export --full writes one that can be",
        )
    try:
        return _batches(rows)
    except BadSource as error:
        raise BadSource(error.what, where=error.where or str(path), hint=error.hint) from None


def _batches(rows: Rows) -> list[Batch]:
    """Return each source what it says; of an entity that several declare, what each of them says."""
    nodes: dict[str, Node] = {}
    for row in rows.nodes:
        with _placed(row):
            node = _node(row)
            if node.id in nodes:
                raise BadSource(f"the id {node.id} is used for two nodes")
            nodes[node.id] = node
    by_source: dict[str, Batch] = {}

    def batch(source: object) -> Batch:
        if not isinstance(source, str):
            raise BadSource("a node or an edge does not say which source it is from")
        return by_source.setdefault(source, Batch(source))

    for node in nodes.values():
        if node.label == "Claim":
            batch(node.props.get("source")).nodes.append(node)
            continue
        sources = node.props.get("sources")
        if not isinstance(sources, list) or not sources:
            raise BadSource(f"{node.id} does not say which sources declare it")
        for source, props in said_by_source(node).items():
            order = {name: node.props[name] for name in (DECLARATIONS,) if name in node.props}
            batch(source).nodes.append(replace(node, props={**props, **order, "sources": [source]}))
    for row in rows.edges:
        with _placed(row):
            edge = _edge(row, nodes)
            owner = nodes[edge.source[1]].props if edge.type in ROLES else edge.props
            batch(owner.get("source")).edges.append(edge)
    return _in_order(by_source, nodes)


def _in_order(by_source: Mapping[str, Batch], nodes: Mapping[str, Node]) -> list[Batch]:
    """Return the batches, each after those whose claims its own are about.

    Of sources that judge each other, one comes in twice: the first time it adds all but what it says of claims that are not
    there yet.
    """
    judged = {source: {_judged(edge, nodes) for edge in batch.edges} for source, batch in by_source.items()}
    left, found = sorted(by_source), list[Batch]()
    there: set[str | None] = {None}
    while left:
        source = next((each for each in left if judged[each] <= {each, *there}), None)
        if source is not None:
            left.remove(source)
            found.append(by_source[source])
        else:
            source = next(each for each in left if each not in there)
            whole = by_source[source]
            edges = [edge for edge in whole.edges if _judged(edge, nodes) in {source, *there}]
            found.append(replace(whole, edges=edges, adds=True))
        there.add(source)
    return found


def _judged(edge: Edge, nodes: Mapping[str, Node]) -> str | None:
    """Return the source of the claim that an edge says a claim is about; None for any other edge, or of a claim not in the file."""
    if edge.type != "ABOUT" or edge.target[1] not in nodes:
        return None
    return str(nodes[edge.target[1]].props.get("source"))


@contextmanager
def _placed(row: Row) -> Iterator[None]:
    """Add the place of a row, where it has one, to what is wrong with it."""
    try:
        yield
    except BadSource as error:
        raise BadSource(error.what, where=row.where, hint=error.hint) from None


def _node(row: Row) -> Node:
    node_id, label, kind = row.get("id"), *_labels(row.get("labels"))
    if not isinstance(node_id, str):
        raise BadSource("a node has no id")
    known = schema.node_labels()[label]
    props = _props(row, known, NODE_COLUMNS, node_id)
    if label == "Claim":
        check_values(node_id, props)
    return Node(label, node_id, props, kind)


def _labels(text: object) -> tuple[str, str | None]:
    label, _, kind = str(text).partition(":")
    if label not in schema.first_labels() or label == schema.META or (kind != "" and label != "Actor"):
        raise BadSource(f"{text!r} are not the labels of a node")
    if label == "Actor" and kind not in codebook().actor_kinds:
        raise BadSource(f"{kind!r} is not a kind of actor")
    return label, kind or None


def _edge(row: Row, nodes: dict[str, Node]) -> Edge:
    name = row.get("type")
    known = schema.edge_types().get(str(name))
    if known is None:
        raise BadSource(f"{name!r} is not a type of edge")
    start, end = (nodes.get(str(row.get(side))) for side in ("source", "target"))
    if end is None and name == "ABOUT" and start is not None and "/" in str(row.get("target")):
        end = Node("Claim", str(row.get("target")), {})  # of a source that was not exported
    if start is None or end is None or (end.id not in nodes and end.id.startswith(f"{start.props.get('source')}/")):
        raise BadSource(f"an edge of type {name} has an end that is not in the file")
    own = {
        _OWN_NAME.get(column, column): value for column, value in row.items() if column not in (*EDGE_COLUMNS, "key")
    }
    edge = Edge(str(name), start.key, end.key, _props(own, known, ("label",), str(name)))
    what = str(edge.props.get("id") or name)
    check_values(what, edge.props)
    check_ends(what, edge, nodes)
    return edge


def _props(row: dict[str, Any], known: frozenset[str], apart: tuple[str, ...], what: str) -> Props:
    """Return the properties: only those that the codebook's schema has."""
    values: dict[str, Any] = {name: value for name, value in row.items() if name not in apart}
    strange = sorted(set(values) - known)
    if strange:
        raise BadSource(f"{what}: there is no property {strange[0]!r}")
    return {name: plain_value(value) for name, value in sorted(values.items())}


def _tables_of(path: Path) -> Path:
    return path.with_name(f"{path.stem}-nodes.csv")
