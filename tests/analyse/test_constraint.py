"""Burt's constraint and effective size: the published example, and networkx."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analyse.networks import ties
from tiebook.analyse.constraint import ANALYSIS
from tiebook.analyse.registry import Request

# the network of Borgatti (1997), Structural holes: unpacking Burt's redundancy measures, Connections 20, after Burt (1992, p. 56)
BURT = ("ab", "af", "ag", "ae", "eg", "fg", "bg", "bd", "dg", "gc")


def run(edges):
    rows = ANALYSIS.parts["actors"].run(Request(ties((one, other, 1) for one, other in edges))).rows
    return {row[1]: row[2:] for row in rows}


def test_the_example_of_the_paper():
    found = run(BURT)
    contacts, size, efficiency, _ = found["g"]
    assert contacts == 6
    assert size == pytest.approx(4.67, abs=0.005)
    assert efficiency == pytest.approx(0.78, abs=0.005)
    assert found["a"][1] == pytest.approx(2.5)
    assert found["c"][3] == 1


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1]), min_size=1))
def test_networkx_gives_the_same(edges):
    graph: nx.Graph[str] = nx.Graph((str(one), str(other)) for one, other in edges)
    found = run(graph.edges)
    assert {actor: row[3] for actor, row in found.items()} == pytest.approx(nx.constraint(graph), abs=1e-4)
    assert {actor: row[1] for actor, row in found.items()} == pytest.approx(nx.effective_size(graph), abs=1e-4)


def test_mentions_and_directions_do_not_add_strength():
    assert run(["ab", "ba", "ab", "bc"]) == run(["ab", "bc"])


def test_constraint_is_the_sum_over_contacts():
    graph = ties((edge[0], edge[1], 1) for edge in BURT)
    whole = {row[0]: row[-1] for row in ANALYSIS.parts["actors"].run(Request(graph)).rows}
    parts: dict[str, float] = {}
    for row in ANALYSIS.parts["contacts"].run(Request(graph)).rows:
        parts[row[0]] = parts.get(row[0], 0) + row[2]
    assert parts == pytest.approx(whole, abs=1e-3)
