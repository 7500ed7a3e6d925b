"""Centralities against published networks."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from tests.analyse.networks import directed_example, ties
from tiebook.analyse.centrality import ANALYSIS, eigenvector, pagerank
from tiebook.analyse.registry import Request


def run(edges, rank_by="degree"):
    found = ANALYSIS.parts["actors"].run(Request(ties((str(a), str(b), 1) for a, b in edges), {"rank_by": rank_by}))
    return {row[1]: dict(zip(found.columns, row, strict=True)) for row in found.rows}


def test_the_kite_of_krackhardt():
    """Krackhardt (1990), Assessing the political landscape, Administrative Science Quarterly 35.

    Diane (3) has most contacts, Fernando (5) and Garth (6) are nearest to all, Heather (7) stands between.
    """
    found = run(nx.krackhardt_kite_graph().edges)
    assert found["3"]["degree"] == 6
    assert max(found.values(), key=lambda row: row["degree"])["id"] == "3"
    assert found["5"]["closeness"] == found["6"]["closeness"] == pytest.approx(0.643, abs=5e-4)
    assert found["7"]["betweenness"] == pytest.approx(14 / 36, abs=5e-4)
    assert found["3"]["eigenvector"] == pytest.approx(0.481, abs=5e-4)


def test_the_medici():
    """Padgett & Ansell (1993): marriages of Florentine families; betweenness 0.522 as in Wasserman & Faust (1994) and since."""
    found = run(nx.florentine_families_graph().edges, "betweenness")
    assert next(iter(found)) == "Medici"
    assert found["Medici"]["betweenness"] == pytest.approx(0.522, abs=5e-4)
    assert found["Medici"]["degree"] == 6


def test_pagerank_is_the_eigenvector_of_the_google_matrix():
    for graph in (directed_example(), nx.DiGraph([("a", "b"), ("b", "c"), ("d", "c")])):
        order = sorted(graph)
        values, vectors = np.linalg.eig(nx.google_matrix(graph, nodelist=order).T)
        first = np.real(vectors[:, np.argmax(np.real(values))])
        expected = dict(zip(order, first / first.sum(), strict=True))
        assert pagerank(graph) == pytest.approx(expected, abs=1e-9)
    assert pagerank(nx.DiGraph()) == {}


def test_eigenvector_is_of_the_largest_component():
    graph = nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("x", "y")])
    found = eigenvector(graph)
    order = sorted(found)
    assert order == ["a", "b", "c", "d"]
    matrix = np.array([[float(graph.has_edge(one, other)) for other in order] for one in order])
    vector = np.abs(np.linalg.eigh(matrix)[1][:, -1])
    assert [found[node] for node in order] == pytest.approx(list(vector), abs=1e-6)
    assert eigenvector(nx.Graph()) == {}


def test_mentions_count_in_no_centrality():
    once, often = run(["ab", "bc"]), run(["ab", "ab", "bc", "ab"])
    assert often["a"].pop("mentions") == 3
    assert once["a"].pop("mentions") == 1
    assert once["a"] == often["a"]
