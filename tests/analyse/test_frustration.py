"""The frustration index against brute force, published values and bounds."""

from __future__ import annotations

from itertools import product

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import shared
from tests.analyse.networks import SIGNS, graph_of, signed
from tiebook.analyse.frustration import frustration
from tiebook.analyse.signed import dyads, signed_graph


def brute(graph: nx.Graph[str]) -> int:
    """Return the least number of frustrated edges over all partitions."""
    nodes = sorted(graph)
    partitions = (dict(zip(nodes, (0, *rest), strict=True)) for rest in product((0, 1), repeat=max(len(nodes) - 1, 0)))
    return min(
        (
            sum((camps[a] == camps[b]) != (edge["sign"] > 0) for a, b, edge in graph.edges(data=True))
            for camps in partitions
        ),
        default=0,
    )


@given(SIGNS.filter(bool))
def test_it_is_exact_and_attained(signs):
    graph = graph_of(signs)
    found = frustration(graph)
    assert found.exact
    assert found.upper == brute(graph) == len(found.against)
    for one, other in found.against:
        graph.remove_edge(one, other)
    assert frustration(graph).upper == 0  # the line index of Harary: without these lines it is balanced


@pytest.mark.real_data
def test_the_tribes_of_read():
    """7 of 58: 1 - 2 * 7 / 58 = 0.758621 in the documentation of the R package signnet; and by trying all partitions."""
    graph = signed_graph(dyads(signed(shared.data("signed_networks", "tribes_edges.from_rda.csv"))))
    found = frustration(graph)
    assert (found.lower, found.upper) == (7, 7) == (brute(graph), 7)
    assert 1 - 2 * found.upper / graph.number_of_edges() == pytest.approx(0.758621, abs=1e-6)


@pytest.mark.real_data
def test_alliances_and_disputes_of_a_hundred_states_are_exact():
    """151 states, 1,285 edges (Correlates of War, 1989-1992): exact within the steps; no other figure is published here."""
    graph = signed_graph(dyads(signed(shared.data("signed_networks", "cow_signed_edges.from_rda.csv"), "89-92")))
    assert graph.number_of_edges() > 1000
    assert frustration(graph).exact


def test_where_the_steps_run_out_both_bounds_are_told():
    graph = nx.relabel_nodes(nx.complete_graph(12), str)
    nx.set_edge_attributes(graph, dict.fromkeys(graph.edges, -1), "sign")
    least = 2 * 15  # two camps of six foes each: C(6, 2) in each
    found = frustration(graph, steps=20)
    assert found.lower < least <= found.upper
    assert not found.exact
    assert frustration(graph).upper == least


def test_a_large_balanced_graph_needs_no_search():
    graph = nx.relabel_nodes(nx.gnm_random_graph(1500, 6000, seed=1), str)
    for one, other in graph.edges:
        graph.edges[one, other]["sign"] = 1 if int(one) % 2 == int(other) % 2 else -1
    found = frustration(graph)
    assert (found.lower, found.upper) == (0, 0)


def test_a_large_graph_with_faults_gives_bounds_not_a_deep_recursion():
    graph = nx.relabel_nodes(nx.gnm_random_graph(1500, 6000, seed=1), str)
    for number, (one, other) in enumerate(sorted(graph.edges)):
        same = int(one) % 2 == int(other) % 2
        graph.edges[one, other]["sign"] = 1 if same != (number < 60) else -1
    found = frustration(graph)
    assert found.lower <= found.upper <= 60


@given(st.integers(1, 5))
def test_camps_are_named_the_same_way_each_time(size):
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(("a", f"z{number}", {"sign": -1}) for number in range(size))
    camps = frustration(graph).camps
    assert camps == {"a": int(size > 1), **{f"z{number}": int(size == 1) for number in range(size)}}


@pytest.mark.parametrize(
    ("edges", "first"),
    [
        ({(a, b): -1 for a in "abc" for b in "wxyz"}, "wxyz"),  # the larger, though it has not the first id
        ({(a, b): -1 for a in "abcd" for b in "xyz"}, "abcd"),
        ({(a, b): -1 for a in "abcd" for b in "wxyz"}, "abcd"),  # of equal ones the one with the first id
        ({("a", "b"): -1, ("b", "c"): 1, ("a", "d"): 1}, "ad"),
    ],
)
def test_the_first_camp_is_the_larger_or_the_one_with_the_first_id(edges, first):
    assert {node for node, camp in frustration(graph_of(edges)).camps.items() if camp == 0} == set(first)
