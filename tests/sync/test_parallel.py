"""Pieces of a round have no actor in common, and every tie is in just one piece."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiebook.model.ties import Ties
from tiebook.sync.schedule import rounds

ENDS = st.lists(
    st.tuples(st.sampled_from([f"actor-{n}" for n in range(30)]), st.sampled_from([f"actor-{n}" for n in range(30)]))
)


def ties(ends: list[tuple[str, str]]) -> Ties:
    return Ties(
        "SUPPORTS",
        "Actor",
        "Actor",
        [one for one, _ in ends],
        [two for _, two in ends],
        {"id": [f"SUPPORTS/s/{number}" for number in range(len(ends))]},
    )


@given(ends=ENDS, workers=st.integers(1, 5))
def test_no_two_pieces_of_a_round_share_an_actor(ends: list[tuple[str, str]], workers: int) -> None:
    seen: Counter[object] = Counter()
    for pieces in rounds([ties(ends)], workers):
        assert 0 < len(pieces) <= max(2 * workers, 1)
        actors: Counter[str] = Counter()
        for piece in pieces:
            actors.update({end for part in piece for end in (*part.sources, *part.targets)})
            seen.update(tie_id for part in piece for tie_id in part.ids)
        assert all(count == 1 for count in actors.values())
    assert seen == Counter({f"SUPPORTS/s/{number}": 1 for number in range(len(ends))})


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_there_are_as_many_rounds_as_a_tournament_has(workers: int) -> None:
    every = [(f"actor-{one}", f"actor-{two}") for one in range(60) for two in range(60)]
    assert len(rounds([ties(every)], workers)) == (1 if workers == 1 else 2 * workers)
