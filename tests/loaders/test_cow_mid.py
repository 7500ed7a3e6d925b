"""Militarised disputes: events, levels of hostility, unknown days, and pairs that are derived only where they must be."""

from __future__ import annotations

from pathlib import Path

from tests.loaders.source_readers import counts, real, sample, ties
from tiebook.sources.datasets import read_dataset
from tiebook.sources.source_reader import SourceReader
from tiebook.sync.batch import Batch


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


MIDB = "dispnum3,dispnum4,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,hiact,hostlev,orig"


def _participants(tmp_path: Path, *rows: str) -> tuple[SourceReader, Batch]:
    (tmp_path / "midb.csv").write_text("\n".join([MIDB, *rows]) + "\n")
    return read_dataset("cow_mid", [tmp_path / "midb.csv"])


def test_one_that_enters_twice_meets_another_in_its_second_spell(tmp_path: Path) -> None:
    _, batch = _participants(
        tmp_path,
        "8,8,IRN,630,1,1,1961,31,12,1961,0,20,4,1",
        "8,8,IRQ,645,1,1,1963,31,12,1964,1,20,4,1",
        "8,8,IRN,630,1,6,1964,-9,-9,1965,0,20,4,1",
    )
    found = {(edge.source[1], edge.target[1]): edge.props for edge in ties(batch, "USES_FORCE_AGAINST")}
    assert set(found) == {("iran", "iraq"), ("iraq", "iran")}
    assert {(props["since"], props["until"]) for props in found.values()} == {("1964-06-01", "1964-12-31")}


def test_two_that_meet_again_have_one_tie_and_the_account_counts_the_second_time(tmp_path: Path) -> None:
    reader, batch = _participants(
        tmp_path,
        "8,8,IRN,630,1,1,1961,31,12,1961,0,20,4,1",
        "8,8,IRQ,645,1,1,1961,31,12,1964,1,20,1,1",
        "8,8,IRN,630,1,6,1964,-9,-9,1965,0,20,4,1",
    )
    (met,) = ties(batch, "USES_FORCE_AGAINST")
    assert (met.props["since"], met.props["until"]) == ("1961-01-01", "1961-12-31")
    assert reader.accounts[0].notes == [
        "1 more meetings of two sides in one dispute: their tie has the dates of the first"
    ]


def test_a_participant_on_neither_side_is_left_out_and_told(tmp_path: Path) -> None:
    reader, batch = _participants(
        tmp_path, "9,9,IRN,630,1,1,1961,31,12,1961,2,20,4,1", "9,9,IRQ,645,1,1,1961,31,12,1961,1,20,4,1"
    )
    assert not batch.edges
    assert reader.accounts[0].skipped == {"side 2 is neither side A (1) nor side B (0)": 1}


def test_published() -> None:
    reader, batch = real("cow_mid", "MIDA 5.0.csv", "MIDB 5.0.csv", "dyadic_mid_4.02.csv")
    assert sum(node.label == "Event" for node in batch.nodes) == 2436
    assert [row[0] for row in counts(reader)] == [2436, 10358, 5883]
    assert all(account.resolved == account.named for account in reader.accounts)
    assert len({edge.props["id"] for edge in batch.edges}) == len(batch.edges)
