"""Gould-Fernandez roles against their definition, spelled out a second time."""

from __future__ import annotations

from collections import Counter
from itertools import permutations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analyse.networks import directed_example, ties
from tiebook.analyse.brokers import ANALYSIS, chains, role, roles
from tiebook.analyse.registry import Request
from tiebook.errors import UsageError

ARCS = st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda arc: arc[0] != arc[1]))
GROUPS = st.lists(st.sampled_from("xyz"), min_size=7, max_size=7)


def second(graph: nx.DiGraph[str], groups: dict[str, str]) -> dict[str, Counter[str]]:
    """Count by trying every ordered triple against the five patterns of the article."""
    patterns = {
        "AAA": "coordinator",
        "ABA": "consultant",
        "AAB": "representative",
        "ABB": "gatekeeper",
        "ABC": "liaison",
    }
    counts: dict[str, Counter[str]] = {}
    for start, broker, end in permutations(graph, 3):
        if graph.has_edge(start, broker) and graph.has_edge(broker, end) and not graph.has_edge(start, end):
            names: dict[str, str] = {}
            pattern = "".join(names.setdefault(groups[node], "ABC"[len(names)]) for node in (start, broker, end))
            counts.setdefault(broker, Counter())[patterns[pattern]] += 1
    return counts


@given(ARCS, GROUPS)
def test_roles_are_those_of_every_triple(arcs, groups):
    graph: nx.DiGraph[str] = nx.DiGraph((str(one), str(other)) for one, other in arcs)
    of_node = {str(number): group for number, group in enumerate(groups)}
    assert roles(graph, of_node) == second(graph, of_node)


def test_a_dense_network_with_three_groups():
    graph = directed_example()
    groups = {node: "xyz"[index % 3] for index, node in enumerate(sorted(graph))}
    found = roles(graph, groups)
    assert found == second(graph, groups)
    assert sum(count.total() for count in found.values()) == len(list(chains(graph)))


@pytest.mark.parametrize(
    ("groups", "name"),
    [
        ("xxx", "coordinator"),
        ("xyx", "consultant"),
        ("xxy", "representative"),
        ("xyy", "gatekeeper"),
        ("xyz", "liaison"),
    ],
)
def test_the_five_patterns(groups, name):
    assert role(*groups) == name


def test_groups_by_hand_and_the_chain_with_its_ties():
    graph = ties([("a", "b", 1), ("b", "c", 1), ("b", "a", 1), ("c", "d", -1)])
    options = {"by": "kind", "group": ("west=a,b",)}
    rows = ANALYSIS.parts["roles"].run(Request(graph, options)).rows
    assert rows[0] == ("B", "b", "west", 0, 0, 1, 0, 0, 1)
    (chain,) = ANALYSIS.explain.run(Request(graph, options, "b")).rows
    assert chain == ("representative", "A", "west", "B", "C", "others", ["SUPPORTS/0000"], ["SUPPORTS/0001"])


def test_a_symmetric_tie_goes_both_ways():
    graph = ties([("a", "b", 1), ("c", "b", 1)], "COOPERATES_WITH")
    (row,) = ANALYSIS.parts["roles"].run(Request(graph, {"by": "kind", "group": ()})).rows
    assert row[:4] == ("B", "b", "State", 2)


@pytest.mark.parametrize("by", ["kind", "camp", "community"])
def test_every_partition_gives_the_same_total(by):
    graph = ties([("a", "b", 1), ("b", "c", -1), ("c", "d", 1), ("d", "a", -1)])
    rows = ANALYSIS.parts["roles"].run(Request(graph, {"by": by, "group": ()})).rows
    assert [row[-1] for row in rows] == [1, 1, 1, 1]


def test_camps_without_hostile_ties_are_said_to_be_one():
    graph = ties([("a", "b", 1), ("b", "c", 1)])
    assert "one camp" in ANALYSIS.parts["roles"].run(Request(graph, {"by": "camp", "group": ()})).notes[0]


@pytest.mark.parametrize("text", ["west", "west=", "=a", "west=nobody"])
def test_a_group_that_is_none_is_refused(text):
    with pytest.raises(UsageError):
        ANALYSIS.parts["roles"].run(Request(ties([("a", "b", 1)]), {"by": "kind", "group": (text,)}))
    with pytest.raises(UsageError, match="two groups"):
        ANALYSIS.parts["roles"].run(Request(ties([("a", "b", 1)]), {"by": "kind", "group": ("x=a", "y=a")}))
