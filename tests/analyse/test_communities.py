"""Communities of cooperative ties."""

from __future__ import annotations

import networkx as nx
import pytest

from tests.analyse.networks import ties
from tiebook.analyse.communities import ANALYSIS, communities, louvain
from tiebook.analyse.registry import Request


def test_the_karate_club():
    """Zachary (1977); Blondel et al. (2008, table 1) give Louvain a modularity of 0.42."""
    graph = nx.relabel_nodes(nx.Graph(nx.karate_club_graph().edges()), str)
    found = louvain(graph)
    assert nx.community.modularity(graph, [set(nodes) for nodes in found]) == pytest.approx(0.42, abs=0.01)
    assert len(found) == 4


def test_hostile_ties_are_counted_and_do_not_bind():
    clubs = [(one, other, 1) for one, other in zip("abaxyx", "bccyzz", strict=True)] + [("c", "x", -1), ("a", "b", -1)]
    assert communities(ties(clubs)) == [["a", "b", "c"], ["x", "y", "z"]]
    found = ANALYSIS.parts["actors"].run(Request(ties(clubs), {"seed": 0}))
    assert found.rows[0] == (1, "A", "a", 2, 0, 1)
    assert found.rows[3] == (2, "X", "x", 2, 0, 0)
    assert "2 communities" in found.notes[0]


def test_nothing_gives_nothing():
    found = ANALYSIS.parts["actors"].run(Request(ties([]), {"seed": 0}))
    assert (found.rows, found.notes) == ([], ())
