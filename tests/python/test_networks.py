"""The network as networkx, igraph and pandas have it."""

from __future__ import annotations

from importlib.util import find_spec

import numpy as np
import pytest

from tiebook.errors import MissingLibrary, UnknownName
from tiebook.python import networks
from tiebook.python.graph import Graph


def test_only_a_source_or_a_day(field_graph: Graph):
    every = field_graph.to_networkx()
    sipri = field_graph.to_networkx(source="sipri")
    assert {data["source"] for *_, data in sipri.edges(data=True)} == {"sipri"}
    assert 0 < sipri.number_of_edges() < every.number_of_edges()
    day = field_graph.to_networkx(source="sipri", as_of="1985-06-01")
    assert 0 < day.number_of_edges() < sipri.number_of_edges()
    assert {data["in_force"] for *_, data in day.edges(data=True)} <= {"certainly", "possibly", "unknown", "undated"}
    with pytest.raises(UnknownName, match="source"):
        field_graph.to_networkx(source="nothing")


def test_signed_pairs_are_those_of_the_analysis(article_graph: Graph):
    pairs = article_graph.to_networkx(signed=True)
    measured = {row["measure"]: row["value"] for row in article_graph.analyse("balance")}
    signs = [data["sign"] for *_, data in pairs.edges(data=True)]
    assert signs.count(1) == measured["positive dyads"]
    assert signs.count(-1) == measured["negative dyads"]
    assert signs.count(0) == measured["ambiguous dyads"]
    for *_, data in pairs.edges(data=True):
        assert data["sign"] == (data["positive"] > 0) - (data["negative"] > 0)
    assert set(pairs) == set(article_graph.to_networkx()) - {"unspecified"}


def test_the_matrix_is_symmetric_and_signed(article_graph: Graph):
    matrix = article_graph.to_matrix()
    values = matrix.to_numpy()
    assert values.dtype == np.int8
    assert (values == values.T).all()
    assert not values.diagonal().any()
    pairs = article_graph.to_networkx(signed=True)
    for one, other, data in pairs.edges(data=True):
        assert matrix.loc[one, other] == data["sign"]
    assert (values == 1).sum() == 2 * sum(data["sign"] == 1 for *_, data in pairs.edges(data=True))
    assert "ambiguous" in matrix.attrs["zero"]
    assert matrix.attrs["ambiguous"] == sorted(
        sorted((one, other)) for one, other, data in pairs.edges(data=True) if data["sign"] == 0
    )
    assert list(matrix.index) == list(matrix.columns)


def test_igraph_needs_its_library(article_graph: Graph, monkeypatch):
    def none(name):
        raise ImportError(name)

    monkeypatch.setattr(networks, "import_module", none)
    with pytest.raises(MissingLibrary, match=r"needs the library igraph \(pip install igraph\)"):
        article_graph.to_igraph()


def test_igraph(article_graph: Graph):
    if find_spec("igraph") is None:
        pytest.skip("igraph is not installed (pip install igraph)")
    graph = article_graph.to_igraph()
    network = article_graph.to_networkx()
    assert (graph.vcount(), graph.ecount()) == (network.number_of_nodes(), network.number_of_edges())
    assert graph.is_directed()
    assert graph.vs.find("china")["label"] == "China"
    edges = {
        (graph.vs[e.source]["name"], graph.vs[e.target]["name"], e["tie_id"], e["tie"], e["sign"]) for e in graph.es
    }
    assert edges == {
        (one, other, key, data["type"], data["sign"]) for one, other, key, data in network.edges(keys=True, data=True)
    }
    signed = article_graph.to_igraph(signed=True)
    assert not signed.is_directed()
    assert sorted(signed.es["sign"]) == sorted(
        data["sign"] for *_, data in article_graph.to_networkx(signed=True).edges(data=True)
    )
