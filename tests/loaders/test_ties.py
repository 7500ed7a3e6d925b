"""TIES: threats and sanctions of each sender, ends that are open or unknown, senders that are no states."""

from __future__ import annotations

from datetime import date

from tests.loaders.source_readers import counts, dyad, sample, ties


def test_each_sender_threatens_and_sanctions() -> None:
    reader, batch = sample("ties", "cases.csv")
    assert counts(reader) == [(10, 5, 0, 5)]
    assert reader.accounts[0].skipped == {
        "no state is named as a sender": 1,
        "no state is named as the target": 1,
        "neither threatened nor imposed": 1,
        "no year in which it began": 1,
        "names an actor that is not known": 1,
    }
    senders = {edge.source[1] for edge in batch.edges if edge.target[1] == "iraq"}
    assert senders == {"united-states", "britain"}, "a sender that stands in two columns is one"
    (threat,) = dyad(batch, "THREATENS", "united-states", "iraq")
    assert (threat.props["since"], threat.props["until_latest"]) == ("1990-01-05", date(1990, 1, 5))
    assert (
        threat.props["gloss"]
        == "United States threatens Iraq with economic sanctions: import restriction, export restriction"
    )
    (imposed,) = dyad(batch, "SANCTIONS", "britain", "iraq")
    assert (imposed.props["since"], imposed.props["until"]) == ("1990-02-01", "1991-03") or imposed.props[
        "until"
    ] == "1991"
    assert imposed.props["mechanism"] == "export restriction, asset freeze"


def test_a_case_without_an_end_goes_on_as_long_as_it_is_known_to() -> None:
    _, batch = sample("ties", "cases.csv")
    (known,) = dyad(batch, "SANCTIONS", "united-states", "iran")
    assert known.props["since"] == "1991", "the first of the years that the cell lists"
    assert (known.props["until_earliest"], known.props.get("until_latest")) == (date(1998, 12, 31), None)
    (open_,) = dyad(batch, "SANCTIONS", "united-states", "cuba")
    assert (open_.props["until_earliest"], open_.props.get("until_latest")) == (date(2005, 12, 31), None)


def test_the_european_union_is_a_sender() -> None:
    _, batch = sample("ties", "cases.csv")
    (threat,) = dyad(batch, "THREATENS", "european-union", "yugoslavia")
    assert threat.props["mechanism"] == "travel ban"
    assert not dyad(batch, "SANCTIONS", "european-union", "yugoslavia")
    assert len(ties(batch, "THREATENS")) == 4
