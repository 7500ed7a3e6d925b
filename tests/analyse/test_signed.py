"""Dyads, triads and cycles of signed ties."""

from __future__ import annotations

import math
from collections import Counter
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given

from tests import shared
from tests.analyse.networks import SIGNS, graph_of, signed, ties
from tiebook.analyse.signed import algebraic_conflict, count_squares, dyads, signed_graph, squares, triads


def test_a_relation_counts_once_and_both_signs_are_said():
    found = dyads(ties([("a", "b", 1), ("b", "a", 1), ("a", "c", 1), ("c", "a", -1), ("b", "c", -1), ("c", "c", 1)]))
    assert [(dyad.one, dyad.other, dyad.sign, len(dyad.ties)) for dyad in found] == [
        ("a", "b", "+", 2),
        ("a", "c", "±", 2),
        ("b", "c", "-", 1),
    ]
    assert sorted(signed_graph(found).edges(data="sign")) == [("a", "b", 1), ("b", "c", -1)]
    (triad,) = triads(found)
    assert (triad.type, triad.balanced) == ("+-±", None)


def test_types_out_of_balance_and_neutral_signs_do_not_enter():
    assert dyads(ties([("a", "b", -1)], "CONSTRAINS")) == []
    assert dyads(ties([("a", "b", 0)], "CONTROLS")) == []


@pytest.mark.parametrize(
    ("signs", "kind", "balanced"),
    [((1, 1, 1), "+++", True), ((1, 1, -1), "++-", False), ((1, -1, -1), "+--", True), ((-1, -1, -1), "---", False)],
)
def test_the_four_triads(signs, kind, balanced):
    (triad,) = triads(dyads(ties(zip("aab", "bcc", signs, strict=True))))
    assert (triad.type, triad.balanced) == (kind, balanced)


@pytest.mark.real_data
def test_the_tribes_of_read_have_the_triads_of_the_literature():
    """Read (1954), as counted in the documentation of the R package signnet: 68 triangles, 0.867647 of them balanced."""
    pairs = dyads(signed(shared.data("signed_networks", "tribes_edges.from_rda.csv")))
    assert Counter(dyad.sign for dyad in pairs) == {"+": 29, "-": 29}
    found = Counter(triad.type for triad in triads(pairs))
    assert found == {"+++": 19, "+--": 40, "++-": 2, "---": 7}
    assert (found["+++"] + found["+--"]) / 68 == pytest.approx(0.867647, abs=1e-6)
    graph = signed_graph(pairs)
    brute = Counter(
        "".join("+" if graph.edges[pair]["sign"] > 0 else "-" for pair in combinations(three, 2)).count("-")
        for three in combinations(graph, 3)
        if all(graph.has_edge(*pair) for pair in combinations(three, 2))
    )
    assert brute == {0: 19, 1: 2, 2: 40, 3: 7}


@given(SIGNS)
def test_squares_are_counted_listed_and_found_by_networkx_alike(signs):
    graph = graph_of(signs)
    listed = list(squares(graph))
    cycles = [cycle for cycle in nx.simple_cycles(graph, length_bound=4) if len(cycle) == 4]
    products = [
        math.prod(graph.edges[pair]["sign"] for pair in zip(cycle, (*cycle[1:], cycle[0]), strict=True))
        for cycle in cycles
    ]
    assert Counter(balanced for _, balanced in listed) == Counter(product > 0 for product in products)
    assert count_squares(graph) == (products.count(1), products.count(-1))
    assert len({frozenset(zip(cycle, (*cycle[1:], cycle[0]), strict=True)) for cycle, _ in listed}) == len(listed)


@pytest.mark.parametrize("size", [3, 4, 5, 8])
def test_the_conflict_of_an_unbalanced_cycle_is_known(size):
    """2 - 2 cos(pi / n): Hou (2005), Bounds for the least Laplacian eigenvalue of a signed graph, Acta Mathematica Sinica 21."""
    graph: nx.Graph[str] = nx.relabel_nodes(nx.cycle_graph(size), str)
    nx.set_edge_attributes(graph, dict.fromkeys(graph.edges, 1), "sign")
    assert algebraic_conflict(graph) == pytest.approx(0, abs=1e-9)
    graph.edges["0", "1"]["sign"] = -1
    assert algebraic_conflict(graph) == pytest.approx(2 - 2 * math.cos(math.pi / size))
