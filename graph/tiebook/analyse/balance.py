"""Structural balance of the signed actual ties.

Heider (1946), Attitudes and cognitive organization, Journal of Psychology 21; Cartwright & Harary (1956), Structural balance: a
generalization of Heider's theory, Psychological Review 63; Davis (1967), Clustering and structural balance in graphs, Human
Relations 20; Harary (1959), On the measurement of structural balance, Behavioral Science 4; Aref & Wilson (2018), Measuring partial
balance in signed networks, Journal of Complex Networks 6; Kunegis et al. (2010), Spectral analysis of signed graphs, SDM.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import networkx as nx

from tiebook.analyse.frustration import Frustration, frustration
from tiebook.analyse.registry import Analysis, Found, Part, Request
from tiebook.analyse.signed import (
    AMBIGUOUS,
    BALANCED,
    SIGN_WORDS,
    TRIAD_TYPES,
    Dyad,
    Triad,
    algebraic_conflict,
    count_squares,
    dyads,
    signed_graph,
    squares,
    triads,
)
from tiebook.analyse.simple import name_of

if TYPE_CHECKING:
    from tiebook.engine.base import Row

_DIGITS: Final = 4


@dataclass(frozen=True)
class Balance:
    """The balance of a network, its parts worked out when they are asked for."""

    network: nx.MultiDiGraph[str]

    @cached_property
    def dyads(self) -> list[Dyad]:
        """All signed dyads, the ambiguous ones too."""
        return dyads(self.network)

    @cached_property
    def graph(self) -> nx.Graph[str]:
        """The unambiguous ones as a graph."""
        return signed_graph(self.dyads)

    @cached_property
    def triads(self) -> list[Triad]:
        """All triads: the unbalanced first, then the balanced, last those that hang on an ambiguous dyad."""
        return sorted(triads(self.dyads), key=lambda triad: ((False, True, None).index(triad.balanced), triad.actors))

    @cached_property
    def frustration(self) -> Frustration:
        """The frustration index with its camps."""
        return frustration(self.graph)

    @cached_property
    def components(self) -> list[list[str]]:
        """The connected components of the graph, the largest first."""
        found = (sorted(component) for component in nx.connected_components(self.graph))
        return sorted(found, key=lambda nodes: (-len(nodes), nodes))

    def name(self, node: str) -> str:
        """Return an actor's name."""
        return name_of(self.network, node)


def _summary(request: Request) -> Found:
    balance = Balance(request.graph)
    signs = Counter(dyad.sign for dyad in balance.dyads)
    types = Counter(triad.type for triad in balance.triads)
    decided = sum(types[name] for name in TRIAD_TYPES)
    balanced = sum(types[name] for name in BALANCED)
    even, odd = count_squares(balance.graph)
    lines, index = balance.graph.number_of_edges(), balance.frustration
    rows: list[Row] = [
        (
            "ties",
            sum(len(dyad.ties) for dyad in balance.dyads),
            "signed, of types that enter balance; a dyad counts once",
        ),
        ("actors", balance.graph.number_of_nodes(), "with an unambiguous signed dyad"),
        ("positive dyads", signs["+"], None),
        ("negative dyads", signs["-"], None),
        ("ambiguous dyads", signs[AMBIGUOUS], "ties of both signs: not in any figure below; see --show dyads"),
        *((f"triads {name}", types[name], "balanced" if name in BALANCED else "unbalanced") for name in TRIAD_TYPES),
        ("triads undecided", len(balance.triads) - decided, "over an ambiguous dyad"),
        ("balanced triads, share", _share(balanced, decided), "degree of 3-balance (Cartwright & Harary 1956)"),
        ("balanced triads, weak, share", _share(balanced + types["---"], decided), "three foes allowed (Davis 1967)"),
        ("4-cycles balanced", even, None),
        ("4-cycles unbalanced", odd, "see --show squares"),
        (
            "balanced cycles of 3 and 4, share",
            _share(balanced + even, decided + even + odd),
            "Cartwright & Harary 1956",
        ),
        ("frustration index", _index(index), f"line index of balance (Harary 1959); {_sureness(index)}"),
        ("line balance", _share(lines - 2 * index.upper, lines), "1 - 2 L / m (Aref & Wilson 2018)"),
        ("components", len(balance.components), None),
        (
            "algebraic conflict",
            _conflict(balance),
            "smallest eigenvalue of the signed Laplacian, largest component (Kunegis 2010)",
        ),
    ]
    return Found(("measure", "value", "note"), rows if lines or balance.dyads else [])


def _triads(request: Request) -> Found:
    return _triads_of(Balance(request.graph), None)


def _explain(request: Request) -> Found:
    return _triads_of(Balance(request.graph), request.actor)


def _triads_of(balance: Balance, actor: str | None) -> Found:
    columns = ("one", "other", "third", "type", "balanced", "one_other", "one_third", "other_third", "ties")
    rows: list[Row] = [
        (
            *(balance.name(node) for node in triad.actors),
            f"({triad.type})",  # in brackets: a spreadsheet takes a leading sign for a formula
            triad.balanced,
            *(SIGN_WORDS[dyad.sign] for dyad in triad.dyads),
            [tie for dyad in triad.dyads for tie in dyad.ties],
        )
        for triad in balance.triads
        if actor is None or actor in triad.actors
    ]
    return Found(columns, rows, tie_lists=("ties",))


def _dyads(request: Request) -> Found:
    balance = Balance(request.graph)
    against = set(balance.frustration.against)
    columns = ("one", "other", "sign", "mentions", "against_camps", "positive_ties", "negative_ties")
    order = (AMBIGUOUS, "-", "+")
    rows: list[Row] = [
        (
            balance.name(dyad.one),
            balance.name(dyad.other),
            SIGN_WORDS[dyad.sign],
            len(dyad.ties),
            None if dyad.sign == AMBIGUOUS else (dyad.one, dyad.other) in against,
            list(dyad.positive),
            list(dyad.negative),
        )
        for dyad in sorted(balance.dyads, key=lambda dyad: (order.index(dyad.sign), dyad.one, dyad.other))
    ]
    return Found(columns, rows, tie_lists=("positive_ties", "negative_ties"))


def _camps(request: Request) -> Found:
    balance = Balance(request.graph)
    against: Counter[str] = Counter(node for pair in balance.frustration.against for node in pair)
    rows: list[Row] = []
    for number, component in enumerate(balance.components, start=1):
        camps = balance.frustration.camps
        for node in sorted(component, key=lambda each: (camps[each], each)):
            camp = f"{number}{'AB'[camps[node]]}"
            rows.append((camp, balance.name(node), node, balance.graph.degree(node), against[node]))
    note = (
        f"Frustration {_index(balance.frustration)}: {_sureness(balance.frustration)}. Other partitions may be as good."
    )
    return Found(("camp", "actor", "id", "dyads", "against"), rows, (note,) if rows else ())


def _squares(request: Request) -> Found:
    balance = Balance(request.graph)
    pairs = {frozenset((dyad.one, dyad.other)): dyad for dyad in balance.dyads}
    rows: list[Row] = []
    for cycle, balanced in squares(balance.graph):
        if not balanced:
            sides = [pairs[frozenset(pair)] for pair in zip(cycle, (*cycle[1:], cycle[0]), strict=True)]
            signs = (SIGN_WORDS[dyad.sign] for dyad in sides)
            rows.append((*map(balance.name, cycle), *signs, [tie for dyad in sides for tie in dyad.ties]))
    columns = ("one", "two", "three", "four", "one_two", "two_three", "three_four", "four_one", "ties")
    return Found(columns, rows, tie_lists=("ties",))


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, _DIGITS) if whole else None


def _index(found: Frustration) -> str | int:
    return found.upper if found.exact else f"{found.lower} to {found.upper}"


def _sureness(found: Frustration) -> str:
    return "exact" if found.exact else "a bound, not exact: the search was stopped; the camps attain the upper bound"


def _conflict(balance: Balance) -> float | None:
    if not balance.components:
        return None
    return round(algebraic_conflict(nx.Graph(balance.graph.subgraph(balance.components[0]))), _DIGITS)


ANALYSIS: Final = Analysis(
    name="balance",
    title="Structural balance",
    reads="Are the friends of friends friends? Triads, camps and frustration of the signed ties.",
    parts={
        "summary": Part("All measures.", _summary),
        "triads": Part(
            "All triads of actors that are tied to each other, the unbalanced first, with their ties.", _triads
        ),
        "dyads": Part(
            "Every signed pair, the ambiguous first, with its ties; against_camps marks those that contradict the two camps.",
            _dyads,
        ),
        "camps": Part("Two camps, friends inside and foes across, with the fewest dyads that contradict them.", _camps),
        "squares": Part("The unbalanced cycles of four actors, with their ties.", _squares),
    },
    explain=Part("Show the triads of ACTOR, with their ties.", _explain),
)
