"""The signed dyad graph: between two actors one sign, or both, which is then said and never averaged away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal

import networkx as nx

from tiebook.model.codebook import codebook

DyadSign = Literal["+", "-", "±"]
AMBIGUOUS: Final = "±"
SIGN_WORDS: Final = {"+": "positive", "-": "negative", AMBIGUOUS: "ambiguous"}
TRIAD_TYPES: Final = ("+++", "+--", "++-", "---")
BALANCED: Final = ("+++", "+--")  # an even number of negative signs (Heider 1946; Cartwright & Harary 1956)


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two actors (ids in order) and their positive and negative ties (ids)."""

    one: str
    other: str
    positive: tuple[str, ...]
    negative: tuple[str, ...]

    @property
    def sign(self) -> DyadSign:
        """+ or -, or ± where ties of both signs hold."""
        if self.positive and self.negative:
            return "±"
        return "+" if self.positive else "-"

    @property
    def ties(self) -> list[str]:
        """All its ties."""
        return sorted((*self.positive, *self.negative))


@dataclass(frozen=True, slots=True)
class Triad:
    """Three actors with a dyad between each two of them: (one, other), (one, third), (other, third)."""

    actors: tuple[str, str, str]
    dyads: tuple[Dyad, Dyad, Dyad]

    @property
    def type(self) -> str:
        """The signs, positive first: "+--"; with ± where one is ambiguous."""
        return "".join(sorted((dyad.sign for dyad in self.dyads), key="+-±".index))

    @property
    def balanced(self) -> bool | None:
        """Whether its signs multiply to +; None if one of them is ambiguous."""
        return None if AMBIGUOUS in self.type else self.type in BALANCED


def dyads(graph: nx.MultiDiGraph[str]) -> list[Dyad]:
    """Return the signed dyads, in order: from ties whose type enters structural balance and whose sign is not 0."""
    entering = {tie.name for tie in codebook().ties.values() if tie.balance == "in"}
    signs: dict[tuple[str, str], dict[int, list[str]]] = defaultdict(lambda: {1: [], -1: []})
    for start, end, key, tie in graph.edges(keys=True, data=True):
        if start != end and tie["type"] in entering and tie["sign"]:
            signs[min(start, end), max(start, end)][tie["sign"]].append(str(key))
    return [
        Dyad(one, other, tuple(sorted(ties[1])), tuple(sorted(ties[-1])))
        for (one, other), ties in sorted(signs.items())
    ]


def signed_graph(pairs: Iterable[Dyad]) -> nx.Graph[str]:
    """Return the graph of the unambiguous dyads; edges have `sign` 1 or -1."""
    graph: nx.Graph[str] = nx.Graph()
    for dyad in pairs:
        if dyad.sign != AMBIGUOUS:
            graph.add_edge(dyad.one, dyad.other, sign=1 if dyad.sign == "+" else -1)
    return graph


def triads(pairs: Iterable[Dyad]) -> Iterator[Triad]:
    """Return every three actors that are tied each to each, also over ambiguous dyads."""
    known = {(dyad.one, dyad.other): dyad for dyad in pairs}
    above: dict[str, list[str]] = defaultdict(list)
    for one, other in known:
        above[one].append(other)
    for one in sorted(above):
        for other, third in combinations(sorted(above[one]), 2):
            if (other, third) in known:
                yield Triad((one, other, third), (known[one, other], known[one, third], known[other, third]))


def count_squares(graph: nx.Graph[str]) -> tuple[int, int]:
    """Count the balanced and the unbalanced cycles of four actors.

    Two actors with p positive and n negative paths of length two between them are opposite corners of C(p, 2) + C(n, 2)
    balanced and p * n unbalanced cycles; each cycle has two such pairs of corners.
    """
    paths: dict[tuple[str, str], dict[int, int]] = defaultdict(lambda: {1: 0, -1: 0})
    for middle in graph:
        for one, other in combinations(sorted(graph[middle]), 2):
            paths[one, other][graph.edges[one, middle]["sign"] * graph.edges[middle, other]["sign"]] += 1
    balanced = sum(count * (count - 1) // 2 for counts in paths.values() for count in counts.values())
    unbalanced = sum(counts[1] * counts[-1] for counts in paths.values())
    return balanced // 2, unbalanced // 2


def squares(graph: nx.Graph[str]) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Return each cycle of four actors, in its order from the first id, and whether it is balanced."""
    for one in sorted(graph):
        for first, last in combinations(sorted(each for each in graph[one] if each > one), 2):
            for opposite in sorted(set(graph[first]) & set(graph[last])):
                if opposite > one:
                    cycle = (one, first, opposite, last)
                    product = 1
                    for start, end in zip(cycle, (*cycle[1:], one), strict=True):
                        product *= graph.edges[start, end]["sign"]
                    yield cycle, product > 0


def algebraic_conflict(graph: nx.Graph[str]) -> float:
    """Return the smallest eigenvalue of the signed Laplacian, D - A with D the degrees and A the signs.

    Zero exactly where a connected graph is balanced, larger the more it is in conflict. Kunegis, Schmidt, Lommatzsch, Lerner,
    De Luca & Albayrak (2010), Spectral analysis of signed graphs for clustering, prediction and visualization, SDM.
    """
    import numpy as np  # noqa: PLC0415 -- only here

    place = {node: index for index, node in enumerate(sorted(graph))}
    laplacian = np.zeros((len(place), len(place)))
    for one, other, edge in graph.edges(data=True):
        laplacian[place[one], place[other]] = laplacian[place[other], place[one]] = -edge["sign"]
    np.fill_diagonal(laplacian, [degree for _, degree in sorted(graph.degree())])
    return max(0.0, float(np.linalg.eigvalsh(laplacian)[0]))
