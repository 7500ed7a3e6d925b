"""Nodes and edges as rows of named columns: what GraphML, GEXF, CSV and node-link JSON have in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tiebook.export.content import CLAIM, Content, Plain, actor_attributes, citations, plain, spell
from tiebook.model.exchange import FULL, RENAMED, column_of, text_of
from tiebook.model.records import Node, Value
from tiebook.model.version import MODEL_VERSION

NETWORK = "network"


@dataclass(frozen=True, slots=True)
class FlatNode:
    """A node: id, a label to show, and its columns."""

    id: str
    label: str
    columns: dict[str, Plain]


@dataclass(frozen=True, slots=True)
class FlatEdge:
    """An edge: id, ends, type, its columns, and the first and last day on which it may hold."""

    id: str
    source: str
    target: str
    type: str
    columns: dict[str, Plain]
    spell: tuple[str | None, str | None] = (None, None)
    fact: bool = True


def about(content: Content) -> dict[str, str]:
    """Return what a file says of itself: its scope, the model's version, the sources with licence and citation."""
    return {
        "tiebook": FULL if content.options.full else NETWORK,
        "tiebook_model": str(MODEL_VERSION),
        "tiebook_sources": "\n".join(citations(content.sources)),
    }


def flat_nodes(content: Content) -> Iterator[FlatNode]:
    """Return the nodes: of a network the actors, else all with every value under a column whose name gives its type."""
    if not content.options.full:
        for actor in content.actors:
            yield FlatNode(actor.id, str(plain(actor.props["name"])), actor_attributes(actor))
        return
    for node in content.nodes:
        labels = f"{node.label}:{node.kind_label}" if node.kind_label else node.label
        typed = {column_of(name, value): _typed(value) for name, value in sorted(node.props.items())}
        yield FlatNode(node.id, _label(node), {"labels": labels, **typed})


def flat_edges(content: Content) -> Iterator[FlatEdge]:
    """Return the edges: of a network the ties between actors (and claims, marked), else all."""
    if not content.options.full:
        for link in content.links():
            yield FlatEdge(
                link.id, link.start, link.end, link.type, link.attributes(), spell(link.props), link.kind != CLAIM
            )
        return
    for number, edge in enumerate(content.edges, start=1):
        typed = {column_of(RENAMED.get(name, name), value): _typed(value) for name, value in sorted(edge.props.items())}
        tie = edge.props.get("id")
        yield FlatEdge(
            str(tie) if tie else f"e{number}", edge.source[1], edge.target[1], edge.type, typed, spell(edge.props)
        )


def columns_of(rows: list[dict[str, Plain]]) -> list[str]:
    """Return all columns of some rows, sorted."""
    return sorted({column for row in rows for column in row})


def _label(node: Node) -> str:
    return str(plain(node.props.get("name") or node.props.get("gloss") or node.id))


def _typed(value: Value) -> Plain:
    """Return a value as plain text or number; `column_of` keeps its type."""
    return value if isinstance(value, (bool, int, float)) else text_of(value)
