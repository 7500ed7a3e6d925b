"""What is exported: the whole graph as records, or the network of ties between actors with plain attributes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from tiebook.engine.base import Engine
from tiebook.engine.digest import contents
from tiebook.model import schema
from tiebook.model.exchange import harmless
from tiebook.model.records import Edge, Node, Props, Value
from tiebook.model.roles import ROLES
from tiebook.support.numbers import counted
from tiebook.sync.declarations import said_by_source

Plain = str | int | float | bool
TIE: Final = "tie"
CLAIM: Final = "claim that is not a tie"  # as it is called in every network file


@dataclass(frozen=True, slots=True)
class Options:
    """What the user wants in a file.

    full -- the whole graph instead of the network of ties between actors
    claims -- in a network: also what is sought, feared, denied..., marked as such
    reported, inferred -- in a network: also ties that the author only reports, or a coder inferred
    """

    source: str | None = None
    full: bool = False
    claims: bool = False
    reported: bool = False
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A tie between two actors, or with `kind` CLAIM something that is said and is not a tie. Attributes as in the model."""

    id: str
    type: str
    kind: str
    start: str
    end: str
    props: Props

    def attributes(self) -> dict[str, Plain]:
        """Return plain attributes: lists joined with "; ", dates as ISO text, `source_id` for the source."""
        mine = {"tie_kind": self.kind, "source_id": str(self.props.get("source", ""))}
        hidden = ("id", "source", "tie", "makes_tie")
        return mine | {name: plain(value) for name, value in sorted(self.props.items()) if name not in hidden}


@dataclass(frozen=True, slots=True)
class Content:
    """All records of a graph, or of one source in it, in a fixed order."""

    nodes: list[Node]
    edges: list[Edge]
    options: Options = field(default_factory=Options)

    @property
    def sources(self) -> list[Node]:
        """The sources, whose licence and citation go with everything that is exported."""
        return [node for node in self.nodes if node.label == "Source"]

    @property
    def actors(self) -> list[Node]:
        """The actors."""
        return [node for node in self.nodes if node.label == "Actor"]

    def links(self) -> list[Link]:
        """Return the network's edges: ties between actors, and with `claims` also what is not a tie, marked as such."""
        wanted = [link for link in self._ties() if self._wanted(link)]
        return wanted + (list(self._claims()) if self.options.claims else [])

    def left_out(self) -> list[str]:
        """Describe what a network of this graph does not hold."""
        ties = list(self._ties())
        others = sum(_is_tie(edge) for edge in self.edges) - len(ties)
        claims = 0 if self.options.claims else len(list(self._claims()))
        counts = (
            (len(self.nodes) - len(self.actors), "node that is not an actor", "nodes that are not actors"),
            (others, "tie that does not join two actors", "ties that do not join two actors"),
            (
                sum(not self._wanted(tie) for tie in ties),
                "tie that is only reported or inferred",
                "ties that are only reported or inferred",
            ),
            (claims, "claim that is not a tie", "claims that are not ties"),
        )
        return [counted(count, one, several) for count, one, several in counts if count]

    def _wanted(self, link: Link) -> bool:
        endorsed = self.options.reported or link.props.get("endorsed") is not False
        return endorsed and (self.options.inferred or not link.props.get("inferred"))

    def _ties(self) -> Iterator[Link]:
        for edge in self.edges:
            if _is_tie(edge) and edge.source[0] == edge.target[0] == "Actor":
                yield Link(str(edge.props["id"]), edge.type, TIE, edge.source[1], edge.target[1], edge.props)

    def _claims(self) -> Iterator[Link]:
        ends: dict[tuple[str, str], tuple[str, str]] = {
            (edge.source[1], edge.type): edge.target for edge in self.edges if edge.type in ("FROM", "TO")
        }
        for node in self.nodes:
            if node.label != "Claim" or node.props.get("makes_tie") is not False:
                continue
            start, end = ends.get((node.id, "FROM"), ("", "")), ends.get((node.id, "TO"), ("", ""))
            if start[0] == end[0] == "Actor":
                name = str(node.props["tie"])
                yield Link(f"{name}/{node.id}", name, CLAIM, start[1], end[1], {**node.props, "claim": node.id})


def read_content(engine: Engine, options: Options) -> Content:
    """Read the graph, or what one source says, in a fixed order."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    for record in contents(engine):
        if record[0] == "node":
            nodes.append(_node(*record[1:]))
        else:
            _, name, (source_labels, source), (target_labels, target), props = record
            edges.append(
                Edge(
                    name,
                    (schema.first_label(source_labels), source),
                    (schema.first_label(target_labels), target),
                    props,
                )
            )
    nodes.sort(key=lambda node: (node.label, node.id))
    edges.sort(key=lambda edge: (*edge.key, edge.source[1], edge.target[1], str(edge.props.get("source"))))
    content = Content(nodes, edges, options)
    return content if options.source is None else _part(content, options.source)


def _part(content: Content, source: str) -> Content:
    """Return what one source says; its entities then name no other source."""
    nodes = []
    for node in content.nodes:
        declared = node.props.get("sources")
        if isinstance(declared, list) and source in declared:
            nodes.append(replace(node, props={**said_by_source(node)[source], "sources": [source]}))
        elif node.label == "Claim" and node.props.get("source") == source:
            nodes.append(node)
    claims = {node.id for node in nodes if node.label == "Claim"}
    edges = [
        edge
        for edge in content.edges
        if (edge.source[1] in claims if edge.type in ROLES else edge.props.get("source") == source)
    ]
    return Content(nodes, edges, content.options)


def plain(value: Value) -> Plain:
    """Flatten a value for tools that know no lists and dates; control characters become a visible mark."""
    if isinstance(value, list):
        return harmless("; ".join(value))
    if isinstance(value, date):
        return value.isoformat()
    return harmless(value) if isinstance(value, str) else value if value is not None else ""


def actor_attributes(node: Node) -> dict[str, Plain]:
    """Return an actor's plain attributes."""
    return {name: plain(value) for name, value in sorted(node.props.items()) if name != "id"}


def citations(sources: Iterable[Node]) -> list[str]:
    """Describe where it is all from, a line each: name, citation, licence."""
    lines = []
    for node in sources:
        fields = [
            ("", "name"),
            ("Cite as: ", "citation"),
            ("Licence: ", "licence"),
            ("Version: ", "version"),
            ("", "url"),
        ]
        parts = [f"{lead}{plain(node.props[key])}" for lead, key in fields if node.props.get(key)]
        lines.append(" ".join(f"{node.id}: {' | '.join(parts)}".split()))
    return lines


def spell(props: Props) -> tuple[str | None, str | None]:
    """Return the first and the last day on which a tie may hold, as ISO texts; None where open or not known."""
    first, last = props.get("since_earliest"), props.get("until_latest")
    return (
        first.isoformat() if isinstance(first, date) else None,
        last.isoformat() if isinstance(last, date) else None,
    )


def _is_tie(edge: Edge) -> bool:
    return "endorsed" in edge.props


def _node(labels: list[str], node_id: str, props: Props) -> Node:
    label = schema.first_label(labels)
    kind = next((other for other in labels if other != label), None)
    return Node(label, node_id, {name: value for name, value in props.items() if name != "id"}, kind)
