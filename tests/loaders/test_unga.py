"""UN votes: sessions are not years, absence is no position, an abstention is one."""

from __future__ import annotations

import pytest

from tests.loaders.source_readers import counts, dyad, real, sample, ties
from tiebook.errors import BadSource


def test_ideal_points() -> None:
    reader, batch = sample("unga", "ideal.csv")
    assert counts(reader) == [(3, 2, 0, 1)]
    assert {(edge.source[1], edge.props["since"], edge.props["value"]) for edge in ties(batch, "MEASURED_AS")} == {
        ("iran", "2020", -1.5),
        ("china", "2020", -0.9),
    }
    assert dyad(batch, "VOTES_WITH", "iran", "china")[0].props["value"] == 0.8
    assert not dyad(batch, "VOTES_WITH", "china", "china")


def test_votes() -> None:
    reader, batch = sample("unga", "calls.csv", "votes.csv")
    assert counts(reader) == [(3, 3, 0, 0), (7, 0, 5, 2)]
    (pair,) = ties(batch, "VOTES_WITH")
    assert (pair.props["count"], pair.props["total"], pair.props["value"]) == (1, 2, 0.5)


def test_votes_need_their_dates() -> None:
    with pytest.raises(BadSource, match="no dates of their own"):
        sample("unga", "votes.csv")


def test_published() -> None:
    reader, batch = real(
        "unga", "IdealpointestimatesAll_Jun2024.csv", "un_roll_calls.csv", "un_votes.20states.from_rda.csv"
    )
    assert [row[0] for row in counts(reader)] == [11238, 6202, 104112]
    assert all(account.resolved >= 0.98 * account.named for account in reader.accounts)
    assert len(ties(batch, "MEASURED_AS")) > 11000
