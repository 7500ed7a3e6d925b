"""Random small graphs with the labels, edge types and properties of the model."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.differential.choices import Choices

KINDS = ("State", "Organization", "Bloc")
TIES = ("COOPERATES_WITH", "OPPOSES", "SELLS_ARMS_TO")
ROLES = ("FROM", "TO", "HELD_BY")
WORDS = ("China", "Iran", "iran", "Île", "", "I", "中国", "Iraq")
DAYS = (date(2000, 1, 1), date(2010, 6, 30), date(2020, 10, 19))
NODES = 5
EDGES = 14


@dataclass(frozen=True)
class Node:
    """A node: its labels, of which the first is that of its id, and its properties."""

    labels: tuple[str, ...]
    props: dict[str, Any]


@dataclass(frozen=True)
class Edge:
    """An edge between two nodes, known by their places in the graph's list."""

    type: str
    start: int
    end: int
    props: dict[str, Any]


@dataclass
class Graph:
    """Nodes and edges."""

    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)


def draw_graph(choices: Choices) -> Graph:
    """Return a random graph: actors and claims, ties between actors, roles of claims; loops and parallel edges too."""
    graph = Graph()
    for number in range(1 + choices.below(NODES)):
        graph.nodes.append(_actor(choices, number))
    actors = len(graph.nodes)
    for number in range(choices.below(4)):
        graph.nodes.append(_claim(choices, number))
    for number in range(choices.below(EDGES + 1)):
        start, end = choices.below(actors), choices.below(actors)
        graph.edges.append(Edge(choices.one(TIES), start, end, _tie(choices, number)))
    for claim in range(actors, len(graph.nodes)):
        for _ in range(choices.below(4)):
            # roles have no ids in the model; KGLite makes one up for an edge without (docs/engines.md)
            props = {"id": f"r{len(graph.edges)}", "position": choices.below(2)}
            role = Edge(choices.one(ROLES), claim, choices.below(actors), props)
            if not any((role.type, role.start, role.end) == (old.type, old.start, old.end) for old in graph.edges):
                graph.edges.append(role)
    return graph


def _actor(choices: Choices, number: int) -> Node:
    kind = choices.one(KINDS)
    props = {
        "id": f"a{number}",
        "kind": kind,
        "name": choices.one(WORDS),
        "note": _maybe(choices, 60, WORDS),
        "iso3": _maybe(choices, 50, ("CHN", "IRN")),
        "aliases": _maybe(choices, 80, ([], ["I"], ["China", "Iran"])),
        "negated": _maybe(
            choices, 50, (True, False)
        ),  # no actor of the model has what follows: an engine does not mind
        "mode": _maybe(choices, 30, ("actual", "feared")),
        "paragraph": _maybe(choices, 80, (1, 2, 3)),
        **_shared(choices),
    }
    return Node(("Actor", kind), _known(props))


def _claim(choices: Choices, number: int) -> Node:
    props = {
        "id": f"c{number}",
        "mode": choices.one(("actual", "feared", "sought")),
        "negated": bool(choices.below(2)),
        "gloss": choices.one(WORDS),
        "paragraph": choices.below(3),
        "name": choices.one(WORDS),
        "kind": _maybe(choices, 10, KINDS),
        **_shared(choices),
    }
    return Node(("Claim",), _known(props))


def _tie(choices: Choices, number: int) -> dict[str, Any]:
    props = {
        "id": f"t{number}",
        "endorsed": _maybe(choices, 80, (True, False)),
        "inferred": bool(choices.below(2)),
        "claim": _maybe(choices, 40, ("c0", "c1")),
        "value": _maybe(choices, 40, (0.5, 100.0)),
        **_shared(choices),
    }
    return _known(props)


def _shared(choices: Choices) -> dict[str, Any]:
    return {
        "sign": choices.below(3) - 1,
        "rank": _maybe(choices, 80, (1, 2, 3)),
        "confidence": _maybe(choices, 80, (0.5, 0.25, 1.0)),
        "factor": _maybe(choices, 70, ("f1", "f2")),
        "regarding": _maybe(choices, 80, ([], ["a0"], ["a1", "a0"])),
        "since_earliest": _maybe(choices, 70, DAYS),
        "source": choices.one(("s1", "s2")),
    }


def _maybe(choices: Choices, percent: int, items: tuple[Any, ...]) -> Any:
    return choices.one(items) if choices.chance(percent) else None


def _known(props: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in props.items() if value is not None}
