"""The four faults of KGLite that were known before the campaign: it is shown to find each of them, when their passes are on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tests.differential.campaign import Difference, WithoutPasses, answer, campaign
from tests.differential.engines import PATIENT, Embedded
from tiebook.engine.kglite.calls import OTHER_PASSES

KNOWN: Final[dict[str, tuple[str, ...]]] = {
    "conditions lost": ("push_where_into_match.1", "push_where_into_match.2"),
    "distinct nodes counted wrong": ("push_distinct_into_match",),
    "two hops counted wrong": ("fuse_match_return_aggregate",),
    "groups of an optional match wrong": ("fuse_optional_match_aggregate",),
}
QUERIES: Final = 2_000  # within which each of them must be found
_BATCH: Final = 100
_GRAPHS: Final = 4


def found(fault: str, queries: int = QUERIES, seed: int = 1) -> tuple[int, Difference | None]:
    """Return after how many queries, in batches of a hundred, the campaign finds a fault, and as what; None where it does not."""
    passes = KNOWN[fault]
    faulty = Embedded([name for name in OTHER_PASSES if name not in passes], anchors=False, milliseconds=PATIENT)
    for asked in range(0, queries, _BATCH):
        told: list[Difference] = []
        campaign(faulty, WithoutPasses(faulty), _BATCH, f"{seed}/{asked}", graphs=_GRAPHS, told=told.append)
        mine = [each for each in told if _mended(each)]
        if mine:
            return asked + _BATCH, min(mine, key=lambda each: len(each.graph.nodes))
    return queries, None


def _mended(each: Difference) -> bool:
    """Return whether the right rows come without the passes: where two of them do the same wrong, no one alone mends it."""
    users = Embedded(OTHER_PASSES, anchors=False, milliseconds=PATIENT)
    users.load(each.graph)
    return answer(users, each.query) == each.right


def all_found(queries: int = QUERIES, seed: int = 1) -> Iterator[tuple[str, int, Difference | None]]:
    """Yield each fault with what `found` says of it."""
    for fault in KNOWN:
        yield (fault, *found(fault, queries, seed))
