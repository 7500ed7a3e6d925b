"""Simple graphs of a network: each relation once, however often it is mentioned, with the ties that say so."""

from __future__ import annotations

import networkx as nx

from tiebook.model.codebook import codebook


def undirected(graph: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """Return one edge for each two actors with any tie; its `ties` are their ids. Actors without ties are left out."""
    simple: nx.Graph[str] = nx.Graph()
    for start, end, tie in graph.edges(keys=True):
        _add(simple, start, end, str(tie))
    return simple


def directed(graph: nx.MultiDiGraph[str]) -> nx.DiGraph[str]:
    """Return one arc for each ordered pair with a tie; a symmetric type makes an arc each way. `ties` are their ids."""
    symmetric = {tie.name for tie in codebook().ties.values() if tie.symmetric}
    simple: nx.DiGraph[str] = nx.DiGraph()
    for start, end, tie, values in graph.edges(keys=True, data=True):
        _add(simple, start, end, str(tie))
        if values["type"] in symmetric:
            _add(simple, end, start, str(tie))
    return simple


def name_of(graph: nx.MultiDiGraph[str], node: str) -> str:
    """Return an actor's name; its id where there is none."""
    return str(graph.nodes[node].get("name", node))


def _add(simple: nx.Graph[str], start: str, end: str, tie: str) -> None:
    if start == end:
        return
    if not simple.has_edge(start, end):
        simple.add_edge(start, end, ties=[])
    simple.edges[start, end]["ties"].append(tie)
