"""Contiguity: both directions are one tie, the closer kind counts, and nothing is one-way in the published file."""

from __future__ import annotations

from tests.loaders.source_readers import counts, real, sample, ties


def test_sample() -> None:
    reader, batch = sample("cow_contiguity", "pairs.csv")
    assert counts(reader) == [(7, 2, 5, 0)]
    spells = {(edge.source[1], edge.target[1]): edge.props for edge in ties(batch, "BORDERS")}
    assert spells["iran", "iraq"].get("until") is None
    assert spells["iran", "iraq"]["count"] == 2
    assert (spells["iran", "kuwait"]["level"], spells["iran", "kuwait"]["until"]) == (3, "1999")


def test_published() -> None:
    reader, batch = real("cow_contiguity", "contdird.csv")
    assert counts(reader)[0][0] == 82498
    assert not reader.resolver.unresolved()
    assert not [note for note in reader.accounts[0].notes if "one direction" in note]
    assert ties(batch, "BORDERS", lambda edge: {edge.source[1], edge.target[1]} == {"china", "pakistan"})
