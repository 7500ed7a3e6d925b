"""Matches the claims of two codings one to one, by the overlap of their passages and nothing else.

Matching on actors or types would be circular: it would find agreement because it looked for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import networkx as nx

from tiebook.case.folding import fold

if TYPE_CHECKING:
    from tiebook.case.build import Case
    from tiebook.case.text import Text

_FINE: Final = 10**6  # overlaps that differ by less are equal
_LEAST_WORDS: Final = 2  # of an overlap that is only guessed from words

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a claim stands: its id, its paragraph, its place in the text (None: not known) and its words."""

    claim: str
    paragraph: int
    place: Place | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims on overlapping passages. `tied`: another pairing of passages would have been as good for one of them."""

    one: str
    other: str
    paragraph: int
    overlap: float
    tied: bool


def passages(case: Case, text: Text | None) -> list[Passage]:
    """Return the passage of every claim of a case, in its order; places come from the text, else from the case."""
    found = []
    for claim in (each.claim for each in case.coded):
        place: Place | None = (claim.at[0], claim.at[1]) if claim.at else None
        if text is not None:
            selector = {"prefix": claim.prefix, "suffix": claim.suffix}
            place = text.place(claim.quote, claim.paragraph, at=place, **selector)[1] or place
        found.append(Passage(claim.id, claim.paragraph, place, tuple(fold(claim.quote).casefold().split(" "))))
    return found


def overlap(one: Passage, other: Passage) -> float:
    """Return the share of two passages that they have in common, 0 to 1: characters in both over characters in either.

    Where a place is not known it is guessed from the words: two stretches of one paragraph overlap where one holds the other or
    where one ends (two words or more) as the other begins.
    """
    if one.paragraph != other.paragraph:
        return 0.0
    if one.place and other.place:
        common = min(one.place[1], other.place[1]) - max(one.place[0], other.place[0])
        whole = max(one.place[1], other.place[1]) - min(one.place[0], other.place[0])
        return max(common, 0) / whole
    words = max(_run(one.words, other.words), _run(other.words, one.words))
    return words / (len(one.words) + len(other.words) - words)


def _run(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Count the words of `other` that `one` holds, or else with which `one` ends and `other` begins."""
    size = len(other)
    if any(one[start : start + size] == other for start in range(len(one) - size + 1)):
        return size
    lengths = range(min(len(one), size), _LEAST_WORDS - 1, -1)
    return next((length for length in lengths if one[-length:] == other[:length]), 0)


def match(
    ones: Sequence[Passage],
    others: Sequence[Passage],
    *,
    least: float = 0.0,
    favour: Callable[[str, str], int] | None = None,
) -> list[Pair]:
    """Return the one-to-one pairing with the greatest total overlap, in the order of `ones`.

    Equal overlaps, as of several claims on one passage, are paired in the order in which they are coded.

    least -- overlaps up to this share do not count
    favour -- decides equal overlaps instead: how well two claims agree (at most 1000). That is circular, and an upper bound.
    """
    sides: dict[int, tuple[list[Passage], list[Passage]]] = defaultdict(lambda: ([], []))
    for side, found in enumerate((ones, others)):
        for passage in found:
            sides[passage.paragraph][side].append(passage)
    pairs = [pair for left, right in sides.values() for pair in _matched(left, right, least, favour)]
    order = {passage.claim: index for index, passage in enumerate(ones)}
    return sorted(pairs, key=lambda pair: order[pair.one])


def _matched(
    left: list[Passage], right: list[Passage], least: float, favour: Callable[[str, str], int] | None
) -> list[Pair]:
    """Pair the claims of one paragraph (maximum weight matching: Galil 1986, ACM Computing Surveys 18)."""
    shares: dict[tuple[int, int], int] = {}
    for row, one in enumerate(left):
        for column, other in enumerate(right):
            share = overlap(one, other)
            if share > least:
                shares[row, column] = max(1, round(share * _FINE))
    graph: nx.Graph[tuple[int, int]] = nx.Graph()
    most = max(len(left), len(right)) + 1
    for (row, column), share in shares.items():
        second = favour(left[row].claim, right[column].claim) if favour else most - abs(row - column)
        graph.add_edge((0, row), (1, column), weight=share * most * (most + 1000) + second)
    pairs = []
    for edge in nx.max_weight_matching(graph):
        (_, row), (_, column) = sorted(edge)
        share = shares[row, column]
        rivals = [key for key, value in shares.items() if value == share and (key[0] == row) != (key[1] == column)]
        one, other = left[row], right[column]
        pairs.append(Pair(one.claim, other.claim, one.paragraph, share / _FINE, bool(rivals)))
    return pairs
