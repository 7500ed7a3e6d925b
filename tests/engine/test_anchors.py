"""An id that a WHERE states stands in the pattern too, and only where the condition must hold."""

import pytest

from tiebook.engine.kglite.anchors import anchored

A = "MATCH (a:Actor)-[t]->(b:Actor) WHERE "
MOVED = {
    A
    + "a.id = $id AND t.sign = 1 RETURN b": "MATCH (a:Actor {id: $id})-[t]->(b:Actor) WHERE a.id = $id AND t.sign = 1 RETURN b",
    A
    + "t.sign = 1 AND b.id = 'x' RETURN a": "MATCH (a:Actor)-[t]->(b:Actor {id: 'x'}) WHERE t.sign = 1 AND b.id = 'x' RETURN a",
    "OPTIONAL MATCH (a) WHERE a.id = $p AND EXISTS { MATCH (a)-->(c) WHERE c.id = $q } RETURN a": "OPTIONAL MATCH (a {id: $p})"
    " WHERE a.id = $p AND EXISTS { MATCH (a)-->(c {id: $q}) WHERE c.id = $q } RETURN a",
    A + "b.name STARTS WITH 'x' AND a.id = $id RETURN b": "MATCH (a:Actor {id: $id})-[t]->(b:Actor)"
    " WHERE b.name STARTS WITH 'x' AND a.id = $id RETURN b",
}
LEFT = [
    A + "a.id = $id OR t.sign = 1 RETURN b",
    A + "a.id = $id AND b.name STARTS WITH 'x' OR t.sign = 1 RETURN b",
    A + "a.id = $id AND t.order = 1 OR t.sign = 1 RETURN b",
    A + "NOT a.id = $id RETURN b",
    A + "(a.id = $id OR t.sign = 1) RETURN b",
    A + "a.id = $id + 'x' RETURN b",
    A + "a.id = b.name RETURN b",
    A + "CASE WHEN t.sign = 1 AND a.id = $id THEN true ELSE false END RETURN b",
    "MATCH (a {kind: 'x'}) WHERE a.id = $id RETURN a",
    "MATCH (a) WITH a AS b WHERE b.id = $id RETURN b",
    "MATCH (a) RETURN a.id = $id AS x",
    "MATCH (a) WHERE a.id = '\\' RETURN a",
]


@pytest.mark.parametrize("query", MOVED)
def test_a_stated_id_moves_into_the_pattern(query):
    assert anchored(query) == MOVED[query]


@pytest.mark.parametrize("query", LEFT)
def test_what_need_not_hold_stays(query):
    assert anchored(query) == query
