"""The frustration index: how few signs stand in the way of two camps, friends inside and foes across.

It is also Harary's line index of balance: the least number of dyads whose removal (or change of sign) makes the graph balanced.
Harary (1959), On the measurement of structural balance, Behavioral Science 4. Finding it is NP-hard; see Aref & Wilson (2019),
Balance and frustration in signed networks, Journal of Complex Networks 7.

Three steps, each exact: actors with one or two contacts are folded away, what is left falls into blocks that meet in single
actors, and each block is searched by Russian dolls (Verfaillie, Lemaitre & Schiex 1996): the last k actors first, then k + 1,
each solution bounding the next search. Where a block uses up its steps, the last solved doll is a lower bound and the best
partition known an upper one, and both are told.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

import networkx as nx

from tiebook.analyse.russian_doll_search import search

STEPS: Final = 400_000  # of a search in one block; a few seconds

_FOLDS: Final = 2  # actors with as many contacts as this, or fewer, need no search

Weights = dict[str, dict[str, int]]  # node -> neighbour -> wish to be in one camp (> 0) or in two (< 0)


@dataclass(frozen=True, slots=True)
class Frustration:
    """The index, as bounds that meet where it is exact; a partition that attains the upper one; the dyads against it."""

    lower: int
    upper: int
    camps: dict[str, int]
    against: tuple[tuple[str, str], ...]

    @property
    def exact(self) -> bool:
        """Whether no partition does better."""
        return self.lower == self.upper


def frustration(graph: nx.Graph[str], steps: int = STEPS) -> Frustration:
    """Return the frustration index of a graph whose edges have `sign` 1 or -1, and two camps that attain it.

    Camps are 0 and 1 within each connected component: 0 is the larger, or the one with the first id. Other partitions may do as
    well. steps -- how far each block is searched
    """
    weights: Weights = {
        node: {other: graph.edges[node, other]["sign"] for other in graph[node]} for node in sorted(graph)
    }
    lower, folded = _fold(weights)
    kernel: nx.Graph[str] = nx.Graph((one, other) for one in weights for other in weights[one])
    blocks = []
    for nodes in _blocks(kernel):
        block = {node: {other: weights[node][other] for other in nodes if other in weights[node]} for node in nodes}
        bound, camps = search(block, steps)
        lower += bound
        blocks.append(camps)
    camps = _joined(blocks)
    for node, wishes in reversed(folded):
        camps[node] = int(sum(wish if camps[other] else -wish for other, wish in wishes.items()) > 0)
    _turn(graph, camps)
    against = tuple(
        (min(one, other), max(one, other))
        for one, other, edge in graph.edges(data=True)
        if (camps[one] == camps[other]) != (edge["sign"] > 0)
    )
    return Frustration(lower, len(against), dict(sorted(camps.items())), tuple(sorted(against)))


def _fold(weights: Weights) -> tuple[int, list[tuple[str, dict[str, int]]]]:
    """Remove, in place, actors with at most two contacts; return the frustration that is certain, and what was removed.

    An actor between two others costs nothing where they stand as its two signs say, and else the weaker of its wishes: so does
    one edge of that weight between them. Edges of one pair add up; of opposite ones the weaker is frustrated for sure.
    """
    sure = 0
    folded = []
    waiting = sorted(node for node, wishes in weights.items() if len(wishes) <= _FOLDS)
    while waiting:
        node = waiting.pop()
        if node not in weights:
            continue
        wishes = weights.pop(node)
        folded.append((node, wishes))
        for other in wishes:
            del weights[other][node]
        if len(wishes) == _FOLDS:
            (one, first), (other, second) = wishes.items()
            wish = min(abs(first), abs(second)) * (1 if (first > 0) == (second > 0) else -1)
            known = weights[one].get(other, 0)
            if known * wish < 0:
                sure += min(abs(known), abs(wish))
            weights[one][other] = weights[other][one] = known + wish
            if known + wish == 0:
                del weights[one][other], weights[other][one]
        waiting += [other for other in wishes if len(weights[other]) <= _FOLDS]
    return sure, folded


def _blocks(graph: nx.Graph[str]) -> list[list[str]]:
    return sorted(sorted({node for edge in edges for node in edge}) for edges in nx.biconnected_component_edges(graph))


def _joined(blocks: list[dict[str, int]]) -> dict[str, int]:
    """Put the camps of blocks together: each turned so that it agrees with its neighbour in the actor that they share."""
    of_node: dict[str, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        for node in block:
            of_node[node].append(index)
    camps: dict[str, int] = {}
    done: set[int] = set()
    for root in sorted(of_node):
        camps.setdefault(root, 0)
        waiting = [root]
        while waiting:
            node = waiting.pop()
            for index in of_node[node]:
                if index in done:
                    continue
                done.add(index)
                turn = camps[node] ^ blocks[index][node]
                new = {each: camp ^ turn for each, camp in blocks[index].items() if each != node}
                camps |= new
                waiting += sorted(new)
    return camps


def _turn(graph: nx.Graph[str], camps: dict[str, int]) -> None:
    """Name the camps of each component: 0 the larger, or the one with the first id."""
    for component in nx.connected_components(graph):
        ones = [node for node in component if camps[node]]
        turned = 2 * len(ones) > len(component) or (2 * len(ones) == len(component) and min(component) in ones)
        if turned:
            for node in component:
                camps[node] ^= 1
