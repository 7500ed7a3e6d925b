"""A property of an edge in braces is read on every engine; properties of nodes in braces stay, so that an index is used."""

import pytest

from tiebook.engine.kglite.edge_values import edge_values_computed
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.model.records import Edge, Node, Props
from tiebook.sync import sync
from tiebook.sync.batch import Batch

TIE = "MATCH (a:Actor)-[t:SUPPORTS]->(b:Actor)"
SOURCE = "(s:Source {id: t.source})"
READ = "(s:Source {id: coalesce(t.source)})"
CHANGED = {
    f"{TIE} MATCH {SOURCE} RETURN s.id AS i": f"{TIE} MATCH {READ} RETURN s.id AS i",
    f"{TIE} MATCH ()-[u:SUPPORTS {{sign: 1, source: t.source, id: `t`.id}}]->() RETURN u.id AS i": f"{TIE} MATCH ()-[u:SUPPORTS"
    " {sign: 1, source: coalesce(t.source), id: `t`.id}]->() RETURN u.id AS i",
    f"{TIE} RETURN COUNT {{ {SOURCE} }} AS n": f"{TIE} RETURN COUNT {{ {READ} }} AS n",
}
LEFT = [
    f"{TIE} MATCH (s:Source {{id: a.id}}) RETURN s.id AS i",
    f"{TIE} MATCH (s:Source {{id: coalesce(t.source)}}) RETURN s.id AS i",
    f"{TIE} MATCH (s:Source {{id: t.source + ''}}) RETURN s.id AS i",
    "MATCH (a)-[]->(b) RETURN a.id AS i",
    f"{TIE} WHERE t:SUPPORTS RETURN t.id AS i",
]
ASKED = {
    f"{TIE} OPTIONAL MATCH (s:Source {{id: t.source}}) RETURN s.name AS n": [("One",)],
    f"{TIE} MATCH (s:Source {{id: t.source}}) RETURN s.name AS n": [("One",)],
    f"{TIE} WHERE EXISTS {{ MATCH (:Source {{id: t.source}}) }} RETURN t.id AS n": [("t0",)],
    f"{TIE} CALL (t) {{ MATCH (s:Source {{id: t.source}}) RETURN s.name AS n }} RETURN n AS n": [("One",)],
    f"{TIE} RETURN COUNT {{ (:Source {{id: t.source}}) }} AS n": [(1,)],
    f"{TIE} MATCH ()-[u:SUPPORTS {{source: t.source}}]->() RETURN u.id AS n": [("t0",)],
}


@pytest.mark.parametrize("query", CHANGED)
def test_a_property_of_an_edge_becomes_an_expression(query):
    assert edge_values_computed(query) == CHANGED[query]


@pytest.mark.parametrize("query", LEFT)
def test_everything_else_stays(query):
    assert edge_values_computed(query) == query


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    engine = KgliteEngine(tmp_path_factory.mktemp("edges") / "x.kgl")
    props: Props = {"name": "A", "kind": "State", "aliases": [], "sources": ["one"]}
    nodes = [Node("Actor", each, props, "State") for each in ("a0", "a1")]
    source = Node("Source", "one", {"name": "One", "sources": ["one"]})
    tie = Edge("SUPPORTS", nodes[0].key, nodes[1].key, {"id": "t0", "source": "one", "endorsed": True})
    sync(engine, Batch("one", [source, *nodes], [tie]))
    yield engine
    engine.close()


@pytest.mark.parametrize("query", ASKED)
def test_the_rows_are_right(graph, query):
    assert graph.read(query).rows == ASKED[query]
