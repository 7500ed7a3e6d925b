"""Whether a path of several hops is there is asked as a count; one hop, and patterns that are matched, stay."""

import pytest

from tiebook.engine.kglite.existence import paths_counted

CHANGED = {
    "MATCH (n) WHERE EXISTS { (n)--(b)--(c) } RETURN n.id AS i": "MATCH (n) WHERE 0 < COUNT { (n)--(b)--(c) } RETURN n.id AS i",
    "MATCH (n) WHERE NOT (n)-[:A]->(:B)<-[t:A {x: 1}]-(c) AND n.x RETURN n": "MATCH (n)"
    " WHERE NOT 0 < COUNT { (n)-[:A]->(:B)<-[t:A {x: 1}]-(c) } AND n.x RETURN n",
    "MATCH (n) WHERE ((n)-->()-->() OR n.x) RETURN n": "MATCH (n) WHERE (0 < COUNT { (n)-->()-->() } OR n.x) RETURN n",
}
LEFT = [
    "MATCH (n) WHERE EXISTS { (n)--(b) } AND (n)-->(:B) RETURN n",
    "MATCH (n)--(b)--(c) WHERE (n.x) - (b.x) > 0 RETURN n",
    "MATCH (n), (b)-->(c)-->(d) RETURN COUNT { (n)--(b)--(c) } AS k",
    "MATCH p = shortestPath((a)-[*..3]-(b)) RETURN length(p) AS k",
]


@pytest.mark.parametrize("query", CHANGED)
def test_several_hops_are_counted(query):
    assert paths_counted(query) == CHANGED[query]


@pytest.mark.parametrize("query", LEFT)
def test_everything_else_stays(query):
    assert paths_counted(query) == query
