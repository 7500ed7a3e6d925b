"""Militarised disputes: events, levels of hostility, unknown days, and pairs that are derived only where they must be."""

from __future__ import annotations

from tests.loaders.source_readers import counts, real, sample, ties


def test_dyads_are_preferred_and_the_rest_is_marked_as_inferred() -> None:
    reader, batch = sample("cow_mid", "mida.csv", "midb.csv", "dyads.csv")
    assert [account.what[:12] for account in reader.accounts] == ["the MID disp", "the dyadic M", "the MID part"]
    assert counts(reader) == [(2, 2, 0, 0), (4, 1, 1, 2), (5, 3, 2, 0)]
    (force,) = ties(batch, "USES_FORCE_AGAINST")
    assert (force.source[1], force.target[1], force.props["level"]) == ("iraq", "iran", 4)
    assert (force.props["since"], force.props["until"]) == ("1982-07", "1983-01-24"), "-9 is an unknown day"
    assert force.props["inferred"] is False
    assert force.props["regarding"] == ["mid-1"]
    threats = {(edge.source[1], edge.target[1]) for edge in ties(batch, "THREATENS")}
    assert threats == {
        ("north-korea", "south-korea"),
        ("north-korea", "united-states"),
        ("united-states", "north-korea"),
    }
    assert all(edge.props["inferred"] for edge in ties(batch, "THREATENS"))


def test_published() -> None:
    reader, batch = real("cow_mid", "MIDA 5.0.csv", "MIDB 5.0.csv", "dyadic_mid_4.02.csv")
    assert sum(node.label == "Event" for node in batch.nodes) == 2436
    assert [row[0] for row in counts(reader)] == [2436, 10358, 5883]
    assert all(account.resolved == account.named for account in reader.accounts)
    assert len({edge.props["id"] for edge in batch.edges}) == len(batch.edges)
