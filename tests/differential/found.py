"""The faults of KGLite that the campaign found, each as small as it was made: a graph, a query, the right rows, and the pass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from tests.differential.engines import Rows
from tests.differential.graphs import Edge, Graph, Node


@dataclass(frozen=True)
class Found:
    """A query whose rows one pass makes wrong (`wrong`, with every pass on; empty where they vary)."""

    name: str
    passes: tuple[str, ...]
    graph: Graph
    query: str
    rows: Rows
    wrong: Rows


def _actor(number: int, kind: str = "State", **props: Any) -> Node:
    return Node(("Actor", kind), {"id": f"a{number}", "kind": kind, "name": f"Actor {number}", **props})


def _ties(*ends: tuple[int, int], kind: str = "COOPERATES_WITH", **props: Any) -> list[Edge]:
    return [Edge(kind, start, end, {"id": f"t{place}", **props}) for place, (start, end) in enumerate(ends)]


_THREE: Final = [_actor(0), _actor(1), _actor(2)]

FOUND: Final = [
    Found(
        "a condition on an anchored node is lost",
        ("push_where_into_match.1", "push_where_into_match.2"),
        Graph([_actor(0, rank=3), _actor(1)], _ties((1, 0), sign=1)),
        "MATCH (a:Actor)-[t:COOPERATES_WITH]->(b:Actor) WHERE b.id = 'a0' AND t.sign = 1 AND b.rank < 2 RETURN a.id AS id",
        [],
        [("a1",)],
    ),
    Found(
        "count of distinct nodes after a second MATCH",
        ("push_distinct_into_match",),
        Graph([*_THREE], _ties((0, 1), (0, 2), (1, 2))),
        "MATCH (a:Actor) MATCH (a)--(b:Actor) WHERE a.id <> 'a0' RETURN count(DISTINCT b) AS n",
        [(3,)],
        [],
    ),
    Found(
        "count over two hops, one of them in either direction",
        ("fuse_match_return_aggregate",),
        Graph([_actor(0)], _ties((0, 0), (0, 0))),
        "MATCH (a:Actor)-[:COOPERATES_WITH]->(:Actor)-[:COOPERATES_WITH]-(:Actor) RETURN count(*) AS n",
        [(2,)],
        [(0,)],
    ),
    Found(
        "groups by a node that an OPTIONAL MATCH binds",
        ("fuse_optional_match_aggregate",),
        Graph([*_THREE], _ties((0, 1), (0, 2))),
        "MATCH (x:Actor {id: 'a0'}) OPTIONAL MATCH (x)-[t:COOPERATES_WITH]-(b:Actor)"
        " WITH b, count(t) AS n RETURN b.id AS partner, n ORDER BY partner",
        [("a1", 1), ("a2", 1)],
        [(None, 2)],
    ),
    Found(
        "count of distinct lists, where no node is left",
        ("fuse_node_scan_aggregate",),
        Graph([_actor(0), _actor(1, aliases=["I"], rank=1)]),
        "MATCH (n:Actor {id: 'a1'}) WHERE 0 >= n.rank"
        " RETURN count(DISTINCT [i IN n.aliases WHERE i <> n.kind | i]) AS n",
        [(0,)],
        [(1,)],
    ),
    Found(
        "whether a path of several hops is there",
        (),
        Graph([*_THREE], _ties((0, 1), (0, 2), (2, 1))),
        "MATCH (n:Actor) WHERE EXISTS { (n)-->(b)<--(c) } RETURN n.id AS id",
        [("a0",), ("a2",)],
        [],
    ),
    Found(
        "the same as a pattern",
        (),
        Graph([_actor(0), _actor(1)], _ties((0, 1), (0, 0))),
        "MATCH (n:Actor) WHERE NOT (n)-->(:Actor)-->(:Actor) RETURN n.id AS id",
        [("a1",)],
        [],
    ),
    Found(
        "groups over a hop that ends where it begins",
        ("fuse_match_with_aggregate",),
        Graph([_actor(0)], _ties((0, 0))),
        "MATCH (n:Actor)-[:COOPERATES_WITH]->(n) WITH n, count(*) AS n1 RETURN n.id AS id",
        [("a0",)],
        [],
    ),
    Found(
        "ORDER BY with LIMIT in a subquery loses all but the first column",
        ("fuse_order_by_top_k",),
        Graph([_actor(0), _actor(1)], _ties((1, 0))),
        "MATCH (n:Actor) CALL (n) { MATCH (n)-[:COOPERATES_WITH]->(:Actor)"
        " RETURN n.id AS x, n.name AS y ORDER BY x, y LIMIT 1 } RETURN y AS y",
        [("Actor 1",)],
        [(None,)],
    ),
]
