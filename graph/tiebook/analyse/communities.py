"""Communities: groups with more cooperative ties inside than chance would give.

Louvain method: Blondel, Guillaume, Lambiotte & Lefebvre (2008), Fast unfolding of communities in large networks, Journal of
Statistical Mechanics P10008; modularity: Newman & Girvan (2004), Physical Review E 69, 026113. Hostile ties play no part in finding
them and are counted beside them; camps that do weigh both are in `balance`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import networkx as nx

from tiebook.analyse.explain import EXPLAIN_TIES
from tiebook.analyse.registry import Analysis, Found, Option, Part, Request
from tiebook.analyse.signed import AMBIGUOUS, dyads
from tiebook.analyse.simple import name_of

if TYPE_CHECKING:
    from tiebook.engine.base import Row

_DIGITS: Final = 4


def communities(network: nx.MultiDiGraph[str], seed: int = 0) -> list[list[str]]:
    """Return communities, the largest first, of the actors with a cooperative dyad (the ambiguous ones count as one)."""
    return louvain(cooperative(network), seed)


def cooperative(network: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """Return the graph of the signed dyads with a positive tie."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((dyad.one, dyad.other) for dyad in dyads(network) if dyad.positive)
    return graph


def louvain(graph: nx.Graph[str], seed: int = 0) -> list[list[str]]:
    """Return the communities of a graph, the largest first; another seed may give others that are as good."""
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(sorted(graph))
    ordered.add_edges_from(sorted((min(edge), max(edge)) for edge in graph.edges()))
    found = nx.community.louvain_communities(ordered, seed=seed) if ordered else []
    return sorted((sorted(nodes) for nodes in found), key=lambda nodes: (-len(nodes), nodes))


def _actors(request: Request) -> Found:
    graph = cooperative(request.graph)
    found = louvain(graph, int(request.options["seed"]))
    hostile = {frozenset((dyad.one, dyad.other)) for dyad in dyads(request.graph) if dyad.negative}
    rows: list[Row] = []
    for number, nodes in enumerate(found, start=1):
        inside = set(nodes)
        for node in nodes:
            within = sum(other in inside for other in graph[node])
            foes = sum(frozenset((node, other)) in hostile for other in inside)
            rows.append((number, name_of(request.graph, node), node, within, graph.degree(node) - within, foes))
    columns = ("community", "actor", "id", "cooperative_inside", "cooperative_outside", "hostile_inside")
    return Found(columns, rows, _notes(graph, found))


def _notes(graph: nx.Graph[str], found: list[list[str]]) -> tuple[str, ...]:
    if not found:
        return ()
    value = round(nx.community.modularity(graph, [set(nodes) for nodes in found]), _DIGITS)
    both = f"Modularity {value} with {len(found)} communities. Dyads that are {AMBIGUOUS} count as cooperative and as hostile."
    return (both,)


ANALYSIS: Final = Analysis(
    name="communities",
    title="Communities",
    reads="Which actors cooperate more among themselves than with others? Louvain on cooperative ties.",
    parts={
        "actors": Part(
            "Each actor's community, its cooperative dyads inside and outside, and its hostile ones inside.", _actors
        )
    },
    explain=EXPLAIN_TIES,
    options=(Option("seed", "Seed of the random order; another seed can give other communities.", 0),),
)
