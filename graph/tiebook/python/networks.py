"""The network of a graph as objects of networkx, igraph and pandas."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

import networkx as nx
import numpy as np
import pandas as pd

from tiebook.analyse.signed import AMBIGUOUS, dyads
from tiebook.errors import MissingLibrary
from tiebook.model.codebook import UNSPECIFIED

_SIGNS: Final = {"+": 1, "-": -1, AMBIGUOUS: 0}
_ZERO: Final = (
    "no tie with a sign is coded, which does not mean that there is none; or ties of both signs: see ambiguous"
)


def signed_pairs(graph: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """Return one edge for each pair of actors with signed ties: `sign`, `positive`, `negative`.

    All actors stay nodes but "unspecified", who is nobody.
    """
    pairs: nx.Graph[str] = nx.Graph()
    pairs.add_nodes_from((node, data) for node, data in graph.nodes(data=True) if node != UNSPECIFIED)
    for dyad in dyads(graph):
        if UNSPECIFIED in (dyad.one, dyad.other):
            continue
        counts = {"positive": len(dyad.positive), "negative": len(dyad.negative)}
        pairs.add_edge(dyad.one, dyad.other, sign=_SIGNS[dyad.sign], **counts)
    return pairs


def as_matrix(pairs: nx.Graph[str]) -> pd.DataFrame:
    """Return the signs of pairs as a symmetric matrix of the actors that have any."""
    actors = sorted(node for node, degree in pairs.degree() if degree)
    place = {actor: number for number, actor in enumerate(actors)}
    values = np.zeros((len(actors), len(actors)), dtype=np.int8)
    ambiguous = []
    for one, other, edge in pairs.edges(data=True):
        values[place[one], place[other]] = values[place[other], place[one]] = edge["sign"]
        if edge["sign"] == 0:
            ambiguous.append(sorted((one, other)))
    index = pd.Index(actors, name="actor", dtype="string")
    frame = pd.DataFrame(values, index=index, columns=index.rename(None))
    frame.attrs = {"ambiguous": sorted(ambiguous), "zero": _ZERO}
    return frame


def as_igraph(graph: nx.MultiDiGraph[str] | nx.Graph[str]) -> Any:
    """Return a networkx graph as an igraph one.

    Raises MissingLibrary.
    """
    try:
        igraph: Any = import_module("igraph")
    except ImportError:
        raise MissingLibrary("to_igraph needs the library igraph", hint="pip install igraph") from None
    nodes = {node: number for number, node in enumerate(graph)}
    edges = [(one, other, _edge(data)) for one, other, data in graph.edges(data=True)]
    columns = sorted({name for *_, data in edges for name in data})
    return igraph.Graph(
        n=len(nodes),
        edges=[(nodes[one], nodes[other]) for one, other, _ in edges],
        directed=graph.is_directed(),
        vertex_attrs={
            "name": list(nodes),
            "label": [data["name"] for _, data in graph.nodes(data=True)],
            "kind": [data["kind"] for _, data in graph.nodes(data=True)],
        },
        edge_attrs={name: [data.get(name) for *_, data in edges] for name in columns},
    )


def _edge(data: dict[str, Any]) -> dict[str, Any]:
    """Return an edge's attributes under the names that no edge of igraph has already (source, target)."""
    renamed = {"type": "tie", "id": "tie_id", "source": "source_id"}
    return {renamed.get(name, name): value for name, value in data.items()}
