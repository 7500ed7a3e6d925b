"""Asks two engines the same random queries about the same random graphs and minimises each difference."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from tests.differential.choices import Choices, shrink
from tests.differential.compare import canonical
from tests.differential.engines import ALL, Embedded, Fault, Rows
from tests.differential.graphs import Graph, draw_graph
from tests.differential.queries import Query, draw_query
from tiebook.engine.kglite.calls import corrected

GRAPHS = 8  # that a batch of queries is asked about
ON_A_SERVER = 40  # the same, where planning a query takes a hundred times as long as asking it again
QUERIES = 100  # of a batch
MINIMISED = 2  # of each kind of difference


class Side(Protocol):
    """An engine with one graph at a time."""

    name: str

    def load(self, graph: Graph) -> None:
        """Take this graph instead of the last."""
        ...

    def run(self, cypher: str, params: dict[str, Any]) -> Rows:
        """Return the rows of a query; raises Fault."""
        ...


class WithoutPasses:
    """The other side of the cheap campaign: the graph that `embedded` has, without any pass of the optimizer and without anchors.

    What no pass is at fault for is rewritten as for users, or every query that meets it would be a difference.
    """

    name = "kglite without passes"

    def __init__(self, embedded: Embedded) -> None:
        self._embedded = embedded

    def load(self, graph: Graph) -> None:
        """Nothing to do: the graph is there."""

    def run(self, cypher: str, params: dict[str, Any]) -> Rows:
        return self._embedded.run(corrected(cypher), params, ALL, as_it_is=True)


@dataclass
class Difference:
    """A query to which two engines give other rows, as small as it was made."""

    graph: Graph
    query: Query
    left: list[str] | str
    right: list[str] | str
    passes: tuple[str, ...]  # each of which may be switched off to end it; none where the fault is elsewhere


@dataclass
class Counts:
    """What a campaign did."""

    graphs: int = 0
    queries: int = 0
    asked: int = 0  # pairs of a graph and a query that both engines answered
    rows: int = 0  # pairs with rows
    slow: int = 0  # passed over
    refused: Counter[str] = field(default_factory=Counter)  # by one engine only, by the first words of its fault
    different: Counter[tuple[str, ...]] = field(default_factory=Counter)


def campaign(
    left: Embedded,
    right: Side,
    queries: int,
    seed: int | str,
    *,
    seconds: float = 1e9,
    graphs: int = GRAPHS,
    told: Callable[[Difference], None] = lambda _: None,
    passed: Callable[[Counts], None] = lambda _: None,
) -> Counts:
    """Ask this many queries, in batches of which each is asked about several graphs; stops early when the time is over.

    told -- is given each difference once it is minimised; passed -- the counts before each batch
    """
    counts, end = Counts(), time.monotonic() + seconds
    for number, size in enumerate(_sizes(queries)):
        passed(counts)
        rng = random.Random(f"{seed}/{number}")
        drawn = [Choices(rng=rng) for _ in range(size)]
        asked = [draw_query(choices) for choices in drawn]
        counts.queries += size
        for _ in range(graphs):
            made = Choices(rng=rng)
            graph = draw_graph(made)
            counts.graphs += 1
            _load(graph, left, right)
            for choices, query in zip(drawn, asked, strict=True):
                if time.monotonic() > end:
                    return counts
                if _told(left, right, query, counts):
                    _minimise(left, right, made.drawn, choices.drawn, counts, told)
                    _load(graph, left, right)
    return counts


def _sizes(queries: int) -> Iterator[int]:
    for start in range(0, queries, QUERIES):
        yield min(QUERIES, queries - start)


def _load(graph: Graph, *sides: Side) -> None:
    for side in sides:
        side.load(graph)


def answer(side: Side, query: Query) -> list[str] | str:
    """Return the rows as comparable texts, or the fault."""
    try:
        return canonical(side.run(query.text, query.params), query.bags, ordered=query.ordered)
    except Fault as fault:
        return str(fault)


def _told(left: Side, right: Side, query: Query, counts: Counts) -> bool:
    """Ask both, count it, and say whether they give other rows."""
    first, second = answer(left, query), answer(right, query)
    if any(isinstance(each, str) and "imeout" in each for each in (first, second)):
        counts.slow += 1
        return False
    if isinstance(first, str) or isinstance(second, str):
        if isinstance(first, str) != isinstance(second, str):
            side, fault = (left.name, first) if isinstance(first, str) else (right.name, second)
            counts.refused[f"{side}: {str(fault)[:90]}"] += 1
        return False
    counts.asked += 1
    counts.rows += bool(first or second)
    return first != second


def _minimise(
    left: Embedded, right: Side, graph: list[int], query: list[int], counts: Counts, told: Callable[[Difference], None]
) -> None:
    passes = _healing(left, right, draw_query(Choices(query)))
    counts.different[passes] += 1
    if counts.different[passes] > MINIMISED:
        return

    def differs(graph_choices: list[int], query_choices: list[int]) -> bool:
        asked = draw_query(Choices(query_choices))
        _load(draw_graph(Choices(graph_choices)), left, right)
        first, second = answer(left, asked), answer(right, asked)
        return not isinstance(first, str) and not isinstance(second, str) and first != second

    query = shrink(query, lambda candidate: differs(graph, candidate), 500)
    graph = shrink(graph, lambda candidate: differs(candidate, query), 500)
    query = shrink(query, lambda candidate: differs(graph, candidate), 200)
    small, asked = draw_graph(Choices(graph)), draw_query(Choices(query))
    _load(small, left, right)
    rows = answer(left, asked), answer(right, asked)
    told(Difference(small, asked, *rows, _healing(left, right, asked)))


def _healing(left: Embedded, right: Side, query: Query) -> tuple[str, ...]:
    """Return the passes each of which, switched off alone, gives the other side's rows."""
    wanted = answer(right, query)

    def heals(name: str) -> bool:
        try:
            rows = left.run(query.text, query.params, [*left.off, name])
        except Fault:
            return False
        return canonical(rows, query.bags, ordered=query.ordered) == wanted

    return tuple(name for name in ALL if name not in left.off and heals(name))
