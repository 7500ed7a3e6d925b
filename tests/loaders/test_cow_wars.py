"""COW wars: who fights whom, who joined whom, groups that each war has alone, and ends that are unknown, open or broken."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from tests.loaders.source_readers import SAMPLES, counts, dyad, refused_by_name, sample, ties
from tiebook.sources.datasets import read_dataset

FORCE = "USES_FORCE_AGAINST"


def test_both_sides_of_a_row_fight_each_other_in_each_spell() -> None:
    reader, batch = sample("cow_wars", "intra-4.csv")
    assert counts(reader) == [(8, 5, 0, 3)]
    assert reader.accounts[0].skipped == {
        "nobody is named on the other side of this war": 1,
        "no year in which it began": 1,
        "names an actor that is not known": 1,
    }
    for ends in (("russia", "cow-war-9500-liberals"), ("cow-war-9500-liberals", "russia")):
        spells = [(edge.props["since"], edge.props["until"]) for edge in dyad(batch, FORCE, *ends)]
        assert spells == [("1822-02", "1823-10"), ("1824-03-01", "1824-05")], "29 February 1822 does not exist"
    (one, _) = dyad(batch, FORCE, "russia", "cow-war-9500-liberals")
    assert (one.props["inferred"], one.props["mechanism"]) == (False, "civil war for central control")
    assert one.props["regarding"] == ["cow-war-9500"]


def test_who_joined_fights_the_other_side_and_aids_its_own() -> None:
    _, batch = sample("cow_wars", "intra-4.csv")
    (force,) = dyad(batch, FORCE, "austria-hungary", "cow-war-9500-liberals")
    assert (force.props["inferred"], force.props["since"], force.props["until"]) == (True, "1822-06-01", "1823")
    assert dyad(batch, FORCE, "cow-war-9500-liberals", "austria-hungary")
    assert dyad(batch, "AIDS", "austria-hungary", "russia")
    assert dyad(batch, FORCE, "britain", "russia")
    (aid,) = dyad(batch, "AIDS", "britain", "cow-war-9500-liberals")
    assert aid.props["gloss"] == (
        "Britain fights on the side of Liberals (First Made-up): First Made-up, a civil war for central control"
    )
    assert not dyad(batch, FORCE, "austria-hungary", "britain"), "nothing says that they met"


def test_groups_of_one_name_are_others_in_each_war() -> None:
    _, batch = sample("cow_wars", "intra-4.csv")
    liberals = {node.id: node.props["name"] for node in batch.nodes if node.id.endswith("-liberals")}
    assert liberals == {
        "cow-war-9500-liberals": "Liberals (First Made-up)",
        "cow-war-9501-liberals": "Liberals (Second Made-up)",
    }


def test_an_ongoing_war_is_open_and_an_unknown_end_is_an_end() -> None:
    reader, batch = sample("cow_wars", "intra-4.csv")
    assert reader.covers_until == date(2007, 12, 31), "releases 4.0 and 4.1 reach to it"
    assert reader.version == "4.1"
    (ongoing,) = dyad(batch, FORCE, "yugoslavia", "cow-war-9502-rebels")
    assert (ongoing.props["until_earliest"], ongoing.props.get("until_latest")) == (date(2007, 12, 31), None)
    (over,) = dyad(batch, FORCE, "cow-war-9501-liberals", "cow-war-9501-peasants")
    assert (over.props.get("until"), over.props["until_earliest"], over.props["until_latest"]) == (
        None,
        date(1840, 5, 1),
        date(2007, 12, 31),
    )


def test_release_5_has_other_columns_and_four_spells() -> None:
    reader, batch = sample("cow_wars", "intra-5.csv")
    assert counts(reader) == [(2, 2, 0, 0)]
    assert reader.covers_until == date(2014, 12, 31)
    assert len(dyad(batch, FORCE, "north-yemen", "cow-war-9976-clan")) == 4
    (ongoing,) = dyad(batch, FORCE, "iraq", "cow-war-9990-4-rebels")
    assert "until" not in ongoing.props


def test_extra_state_wars() -> None:
    reader, batch = sample("cow_wars", "extra.csv")
    assert counts(reader) == [(2, 2, 0, 0)]
    assert len(ties(batch, FORCE)) == 4
    (aid,) = ties(batch, "AIDS")
    assert (aid.source[1], aid.target[1], aid.props["since"]) == ("netherlands", "britain", "1816-08-27")


def test_states_on_two_sides_of_a_war_are_paired_while_both_fight() -> None:
    reader, batch = sample("cow_wars", "inter.csv")
    assert counts(reader) == [(3, 3, 0, 0)]
    found = {(edge.source[1], edge.target[1]): (edge.props["since"], edge.props["until"]) for edge in batch.edges}
    assert found == {
        ("spain", "france"): ("1823-05-07", "1823-10-13"),
        ("france", "spain"): ("1823-05-07", "1823-10-13"),
        ("spain", "portugal"): ("1825-02-10", "1825-03-01"),
        ("portugal", "spain"): ("1825-02-10", "1825-03-01"),
    }
    assert all(edge.props["inferred"] for edge in batch.edges)


def test_files_together_reach_as_far_as_the_one_that_ends_first() -> None:
    reader, _ = sample("cow_wars", "intra-5.csv", "extra.csv")
    assert reader.covers_until == date(2007, 12, 31)


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ("WarNum,WarName,WarType,WhereFought,SideA1,SideA2,SideB1,SideB2,StartYear,EndYear", "COW non-state wars"),
        ("WarNum,WarName,V5RegionNum,WarType,StartYr1,EndYr1", "does not say who fought"),
    ],
)
def test_files_of_the_family_that_name_no_states_are_refused(tmp_path: Path, columns: str, message: str) -> None:
    refused_by_name(tmp_path, "cow_wars", columns, message)


@pytest.mark.parametrize(("name", "column"), [("intra-4.csv", "StartYear1"), ("inter.csv", "StartYear1")])
def test_a_war_without_its_first_year_is_skipped_with_the_reason(tmp_path: Path, name: str, column: str) -> None:
    header, *rows = csv.reader((SAMPLES / "cow_wars" / name).read_text("utf-8").splitlines())
    place = header.index(column)
    blanked = [[*row[:place], "", *row[place + 1 :]] for row in rows]
    with (tmp_path / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *blanked])
    reader, _ = read_dataset("cow_wars", [tmp_path / name])
    assert reader.accounts[0].skipped["no year in which it began"] > 0
