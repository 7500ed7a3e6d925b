"""Divides ties into pieces that several transactions can create at once without ever waiting for one another.

A server locks both ends of a tie that is made. So the actors are dealt into an even number of groups, the ties into pieces by
the pair of groups that they join, and the pieces played like a tournament: in each round every group meets one other (or
itself), so that no two pieces of a round share an actor, and no order of locks can close a circle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from zlib import crc32

from tiebook.model.ties import Ties

Piece = list[Ties]


def rounds(parts: Iterable[Ties], workers: int) -> list[list[Piece]]:
    """Return rounds of pieces; those of one round have no actor in common. One worker has one round with all."""
    given = [part for part in parts if len(part)]
    if workers == 1:
        return [[given]] if given else []
    groups = 2 * workers
    pieces: defaultdict[tuple[int, int], Piece] = defaultdict(list)
    for part in given:
        rows: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for number, ends in enumerate(zip(part.sources, part.targets, strict=True)):
            one, two = (crc32(end.encode()) % groups for end in ends)
            rows[min(one, two), max(one, two)].append(number)
        for pair, numbers in rows.items():
            pieces[pair].append(part.rows(numbers))
    found = [[pieces[pair] for pair in pairs if pair in pieces] for pairs in _tournament(groups)]
    return [each for each in found if each]


def _tournament(groups: int) -> list[list[tuple[int, int]]]:
    """Return the rounds in which each of an even number of groups meets each other once, and one in which it meets itself."""
    seats = list(range(groups))
    out = [[(group, group) for group in range(groups)]]
    for _ in range(groups - 1):
        out.append(
            [(min(pair), max(pair)) for pair in zip(seats[: groups // 2], reversed(seats[groups // 2 :]), strict=True)]
        )
        seats.insert(1, seats.pop())
    return out
