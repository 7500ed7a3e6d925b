"""networkx: pandas reads the tables, `from_pandas_edgelist` makes a MultiDiGraph in memory; nothing is stored."""

import sys

import networkx as nx

from tests.bench.peers.frames import FROM, PROPERTIES, TO, read


def build(folder: str) -> "nx.MultiDiGraph[str]":
    """Return the graph of the tables of a folder: an edge for each row, keyed by its record."""
    ties = read(folder)
    attributes: list[str | int] = ["type", *PROPERTIES]
    graph: nx.MultiDiGraph[str] = nx.from_pandas_edgelist(
        ties, FROM, TO, attributes, create_using=nx.MultiDiGraph, edge_key="record"
    )
    return graph


if __name__ == "__main__":
    build(sys.argv[1])
