"""Centralities: how many, how near, how much between, how well connected.

Degree, closeness, betweenness: Freeman (1978), Centrality in social networks: conceptual clarification, Social Networks 1;
closeness scaled by the share of actors in reach, Wasserman & Faust (1994, p. 201). Betweenness by Brandes (2001), Journal of
Mathematical Sociology 25. Eigenvector: Bonacich (1972), Journal of Mathematical Sociology 2. PageRank: Brin & Page (1998),
Computer Networks and ISDN Systems 30.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import networkx as nx

from tiebook.analyse.explain import EXPLAIN_TIES
from tiebook.analyse.registry import Analysis, Found, Option, Part, Request
from tiebook.analyse.simple import directed, name_of, undirected

if TYPE_CHECKING:
    from tiebook.engine.base import Row

_DIGITS: Final = 4
_MEASURES: Final = ("degree", "in_degree", "out_degree", "betweenness", "closeness", "eigenvector", "pagerank")
_TURNS: Final = 10_000
_STILL: Final = 1e-12  # a turn that changes the ranks by less than this is the last


def pagerank(graph: nx.DiGraph[str], alpha: float = 0.85) -> dict[str, float]:
    """Return PageRank, whose values sum to 1; that of networkx needs scipy.

    alpha -- how often a random walk goes on along an arc; an actor without arcs passes on to everybody
    """
    count = graph.number_of_nodes()
    if not count:
        return {}
    rank = dict.fromkeys(graph, 1 / count)
    for _ in range(_TURNS):
        lost = sum(rank[node] for node in graph if not graph.out_degree(node))
        new = dict.fromkeys(graph, (1 - alpha + alpha * lost) / count)
        for node in graph:
            for other in graph.successors(node):
                new[other] += alpha * rank[node] / graph.out_degree(node)
        done = sum(abs(new[node] - rank[node]) for node in graph) < _STILL
        rank = new
        if done:
            break
    return rank


def eigenvector(graph: nx.Graph[str]) -> dict[str, float]:
    """Return eigenvector centrality within the largest connected component; elsewhere it is not defined."""
    components = sorted(nx.connected_components(graph), key=lambda nodes: (-len(nodes), min(nodes)))
    if not components:
        return {}
    return dict(nx.eigenvector_centrality(nx.Graph(graph.subgraph(components[0])), max_iter=_TURNS, tol=1e-10))


def _centrality(request: Request) -> Found:
    graph, arcs = undirected(request.graph), directed(request.graph)
    measures = (
        dict(graph.degree()),
        dict(arcs.in_degree()),
        dict(arcs.out_degree()),
        nx.betweenness_centrality(graph),
        nx.closeness_centrality(graph),
        eigenvector(graph),
        pagerank(arcs),
    )
    mentions = {node: sum(len(edge["ties"]) for edge in graph.adj[node].values()) for node in graph}
    wanted = measures[_MEASURES.index(request.options["rank_by"])]
    ranked = sorted(graph, key=lambda node: (-round(wanted.get(node, -1), _DIGITS), node))
    rows: list[Row] = [
        (
            name_of(request.graph, node),
            node,
            *(None if (value := measure.get(node)) is None else round(value, _DIGITS) for measure in measures),
            mentions[node],
        )
        for node in ranked
    ]
    return Found(("actor", "id", *_MEASURES, "mentions"), rows)


ANALYSIS: Final = Analysis(
    name="centrality",
    title="Centrality",
    reads="Who has most contacts, who is between others, who is close to all? One article reflects its topic as much as the world.",
    parts={
        "actors": Part(
            "Each actor's centralities. The column mentions counts ties and affects none of them.", _centrality
        )
    },
    explain=EXPLAIN_TIES,
    options=(Option("rank_by", "The measure to order by.", "degree", _MEASURES),),
)
