"""Small networks for tests of analyses, and the published ones that they are checked against."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TYPE_CHECKING

import networkx as nx
from hypothesis import strategies as st

if TYPE_CHECKING:
    from pathlib import Path

TYPES = {1: "SUPPORTS", -1: "OPPOSES", 0: "CONTROLS"}


SIGNS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]), st.sampled_from([1, -1])
)


def ties(arcs: Iterable[tuple[str, str, int]], name: str | None = None) -> nx.MultiDiGraph[str]:
    """Return a network with a tie for each (from, to, sign); a type is chosen by the sign unless named."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number, (start, end, sign) in enumerate(arcs):
        kind = name or TYPES[sign]
        key = f"{kind}/{number:04}"
        graph.add_edge(
            start, end, key=key, id=key, type=kind, sign=sign, source="test", quote="so it says", paragraph=1
        )
    for node in graph:
        graph.nodes[node].update(name=node.title(), kind="State")
    return graph


def signed(path: Path, wanted: str | None = None) -> nx.MultiDiGraph[str]:
    """Read signed edges from a CSV file (from, to, sign, and perhaps network)."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if wanted in (None, row.get("network"))]
    return ties((row["from"], row["to"], int(row["sign"])) for row in rows)


ARCS = """
COUN COMM MAYR NEWS WELF
COMM COUN EDUC INDU MAYR NEWS UWAY WELF
EDUC COMM INDU MAYR WRO NEWS WEST
INDU COUN COMM MAYR NEWS
MAYR COUN COMM EDUC INDU NEWS UWAY WELF WEST
WRO EDUC NEWS WELF
NEWS COMM INDU MAYR
UWAY COUN COMM INDU MAYR NEWS WELF
WELF COMM MAYR NEWS
WEST COUN COMM EDUC MAYR NEWS
"""


def directed_example() -> nx.DiGraph[str]:
    """Return a directed network of ten organisations with cycles, mutual and one-way arcs."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for line in ARCS.split("\n"):
        start, *ends = line.split() or [""]
        graph.add_edges_from((start, end) for end in ends)
    return graph


def graph_of(signs: dict[tuple[int, int], int]) -> nx.Graph[str]:
    """Return the graph of signed pairs."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((str(one), str(other), {"sign": sign}) for (one, other), sign in signs.items())
    return graph
