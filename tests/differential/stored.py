"""The stored questions' own Cypher on random graphs with random parameters, and what must hold of their answers.

A random graph is a part of the sample sources (tests/field.py): some nodes, the edges between them, ends moved to other nodes of
the same labels, properties left out. So every type, label and property of the model comes up.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from tests.differential.campaign import Side
from tests.differential.compare import canonical
from tests.differential.engines import Fault
from tests.differential.graphs import Edge, Graph, Node
from tests.field import load_field
from tiebook.engine.digest import contents
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.model.codebook import codebook
from tiebook.questions import Question, QuestionLibrary
from tiebook.questions.question import FLAGS, RESERVED, Param

NODES: Final = 60
ALIKE: Final = 400  # graphs that are asked the same texts, which a server plans once, with other values
KEPT: Final = frozenset({"id", "name", "kind", "source", "endorsed", "sources", "tie", "mode", "negated"})
ALWAYS: Final = {"Claim": frozenset({"gloss"})}  # no case loads without: queries show it where a claim has no name
_LABELS: Final = {
    "actor": "Actor", "instrument": "Instrument", "event": "Event", "place": "Place", "factor": "Factor", "issue": "Issue",
    "source": "Source", "claim": "Claim",
}  # fmt: skip
_ENTITIES: Final = ("Actor", "Instrument", "Event", "Place", "Factor", "Issue")


Form = tuple[Question, list[Param], list[str]]  # the parameters and the shared options that are given


@dataclass(frozen=True)
class Asked:
    """A question as it was asked: the compiled Cypher, its parameters, and all values with the flags."""

    question: Question
    cypher: str
    params: dict[str, Any]
    values: dict[str, Any]


@dataclass
class Counted:
    """What was asked of random graphs: how often, with rows, and which differ."""

    asked: int = 0
    rows: int = 0
    refused: int = 0  # by both
    slow: int = 0  # passed over
    different: int = 0


def field(folder: Path) -> Graph:
    """Return all sample sources as one graph, read from a file that is made in this folder."""
    engine = KgliteEngine(folder / "field.kgl")
    load_field(engine)
    nodes: list[Node] = []
    edges: list[Edge] = []
    places: dict[tuple[str, str], int] = {}
    for kind, *rest in contents(engine):
        if kind == "node":
            labels, node_id, props = rest
            first = "Actor" if "Actor" in labels else labels[0]
            places[first, node_id] = len(nodes)
            nodes.append(Node((first, *(label for label in labels if label != first)), {**props, "id": node_id}))
        else:
            name, start, end, props = rest
            edges.append(Edge(name, places[_key(start)], places[_key(end)], props))
    return Graph(nodes, edges)


def _key(end: Any) -> tuple[str, str]:
    labels, node_id = end
    return ("Actor" if "Actor" in labels else labels[0], node_id)


def drawn(whole: Graph, rng: random.Random) -> Graph:
    """Return a random part of the whole graph."""
    start = rng.randrange(len(whole.edges))
    chosen = rng.sample(whole.edges, min(len(whole.edges), NODES)) + whole.edges[start : start + NODES]
    places: dict[int, int] = {}
    for edge in chosen:
        for end in (edge.start, edge.end):
            places.setdefault(end, len(places))
    nodes = [
        Node(each.labels, _thinned(each.props, rng, each.labels[0])) for each in map(whole.nodes.__getitem__, places)
    ]
    alike: dict[tuple[str, ...], list[int]] = {}
    for place, node in enumerate(nodes):
        alike.setdefault(node.labels[:1], []).append(place)
    edges: dict[str, Edge] = {}
    for edge in chosen:
        ends = [places[end] for end in (edge.start, edge.end)]
        if "endorsed" in edge.props and rng.random() < 0.5:
            ends = [rng.choice(alike[nodes[end].labels[:1]]) for end in ends]
        key = str(edge.props.get("id", f"role {edge.type} {ends} {edge.props.get('position')}"))
        edges.setdefault(key, Edge(edge.type, ends[0], ends[1], _thinned(edge.props, rng)))
    return Graph(nodes, list(edges.values()))


def _thinned(props: Mapping[str, Any], rng: random.Random, label: str = "") -> dict[str, Any]:
    kept = KEPT | ALWAYS.get(label, frozenset())
    return {name: value for name, value in props.items() if name in kept or rng.random() > 0.05}


def forms(rng: random.Random) -> list[Form]:
    """Return every stored question, each with optional parameters and flags at random: its text, but for their values."""
    return [
        (
            question,
            [each for each in question.params if not each.optional or rng.random() < 0.25],
            [name for name in question.takes if rng.random() < 0.15],
        )
        for question in _library().all()
    ]


@cache
def _library() -> QuestionLibrary:
    return QuestionLibrary({})


def asked(graph: Graph, rng: random.Random, chosen: Sequence[Form] | None = None) -> Iterator[Asked]:
    """Return every stored question, in random forms unless some are given, with values that the graph has."""
    for question, params, options in forms(rng) if chosen is None else chosen:
        values = {each.name: _value(each.type, each.default, graph, rng) for each in params}
        values |= {name: True if name in FLAGS else _value(RESERVED[name], None, graph, rng) for name in options}
        yield compiled(question, values)


def compiled(question: Question, values: dict[str, Any]) -> Asked:
    """Return a question with its values."""
    params = {name: value for name, value in values.items() if name not in FLAGS}
    return Asked(question, question.compiled(values), params, values)


def _value(kind: str, default: str | None, graph: Graph, rng: random.Random) -> Any:
    if kind in ("year", "integer"):
        return (
            int(default)
            if default
            else rng.choice([2, 1990, 2010, 2020])
            if kind == "integer"
            else rng.randrange(1950, 2021)
        )
    if kind == "date":
        days = [value for edge in graph.edges for value in edge.props.values() if isinstance(value, date)]
        return rng.choice(days) if days else date(2010, 1, 1)
    if kind == "tie":
        return rng.choice(
            sorted({edge.type for edge in graph.edges if "endorsed" in edge.props}) or list(codebook().ties)
        )
    if kind == "mode":
        return rng.choice(list(codebook().values["mode"]))
    if kind == "text":
        return default or rng.choice(["a", "an", "1", "Iran"])
    labels = _ENTITIES if kind == "entity" else (_LABELS[kind],)
    ends = [
        graph.nodes[end] for edge in graph.edges for end in (edge.start, edge.end)
    ]  # what has more ties comes up more
    found = [node.props["id"] for node in ends if node.labels[0] in labels]
    return rng.choice(found) if found else "none"


def rows(side: Side, each: Asked) -> list[str] | str:
    """Return the answer in its order, or the fault."""
    try:
        return canonical(side.run(each.cypher, each.params), ordered=True)
    except Fault as fault:
        return f"refused: {fault}"


def compared(
    left: Side,
    right: Side,
    whole: Graph,
    pairs: int,
    seed: int,
    told: Callable[[Asked, Any, Any], None],
    passed: Callable[[Counted], None] = lambda _: None,
    alike: int = ALIKE,
) -> Counted:
    """Ask both sides all questions of random graphs, until this many were asked; so many graphs have the same forms of them."""
    counted, number = Counted(), 0
    chosen: list[Form] = []
    while counted.asked < pairs:
        rng = random.Random(f"{seed}/{number}")
        if number % alike == 0:
            passed(counted)
            chosen = forms(rng)
        number += 1
        graph = drawn(whole, rng)
        left.load(graph)
        right.load(graph)
        for each in asked(graph, rng, chosen):
            first, second = rows(left, each), rows(right, each)
            if any(isinstance(said, str) and "imeout" in said for said in (first, second)):
                counted.slow += 1
                continue
            counted.asked += 1
            counted.rows += isinstance(second, list) and bool(second)
            counted.refused += isinstance(second, str)
            if first != second:
                counted.different += 1
                told(each, first, second)
    return counted


def on_a_day(side: Side, each: Asked, day: date) -> tuple[set[Any], set[Any]]:
    """Return the ties of an answer on a day, and of the answer to the same question without one: the first are among the second."""
    if "as_of" not in each.question.takes or "tie_id" not in each.question.returns:
        return set(), set()
    place = each.question.columns().index("tie_id")
    without = compiled(each.question, {name: value for name, value in each.values.items() if name != "as_of"})
    with_day = compiled(each.question, {**without.values, "as_of": day})
    found = []
    for one in (with_day, without):
        names = [name for name in one.question.returns if name != "in_force" or "as_of" in one.values]
        place = names.index("tie_id")
        ids = (row[place] for row in side.run(one.cypher, one.params))  # a list where a row stands for several ties
        found.append({each for own in ids for each in (own if isinstance(own, list) else [own])})
    return found[0], found[1]


def beyond_the_plane(graph: Graph, rng: random.Random) -> Graph:
    """Return the graph with names that begin with a character of 16 bits or of more, whose order is one by code point only."""
    nodes = [
        replace(node, props={**node.props, "name": rng.choice("\uff21\U00020000") + str(node.props["name"])})
        if "name" in node.props
        else node
        for node in graph.nodes
    ]
    return Graph(nodes, graph.edges)


def with_a_stranger(graph: Graph, rng: random.Random) -> Graph:
    """Return the graph with one more source, of which each tie is a copy under another id and source between the same ends."""
    stranger = Node(
        ("Source",), {"id": "zz-stranger", "name": "Stranger", "kind": "dataset", "sources": ["zz-stranger"]}
    )
    copies = [
        replace(edge, props={**edge.props, "id": f"zz/{place}", "source": "zz-stranger"})
        for place, edge in enumerate(graph.edges)
        if "endorsed" in edge.props and "claim" not in edge.props and rng.random() < 0.5
    ]
    return Graph([*graph.nodes, stranger], [*graph.edges, *copies])
