"""UCDP GED: who the sides are, both directions, dates that are only bounds, candidate files without a header."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from tests.loaders.source_readers import SAMPLES, counts, made, refused_by_name, sample
from tiebook.errors import BadSource
from tiebook.sources.datasets import read_dataset


def test_sample() -> None:
    reader, batch = sample("ucdp_ged", "events.csv", "candidate.csv")
    ties = made(batch)
    assert counts(reader) == [(6, 5, 0, 1), (2, 2, 0, 0)]
    assert [(each.system, each.text) for each in reader.resolver.unresolved()] == [("gw", "9990")]
    assert {(each["from"], each["to"]) for each in ties if str(each["record"]).startswith("900001")} == {
        ("yemen", "ucdp_ged-9101"),
        ("ucdp_ged-9101", "yemen"),
    }
    assert {(each["value"], each["unit"]) for each in ties if str(each["record"]).startswith("900001")} == {
        (5.0, "deaths (best estimate)")
    }
    assert (reader.covers_since, reader.covers_until) == (date(2003, 4, 1), date(2026, 2, 9))


def test_sides_are_states_by_number_or_in_words_and_groups_by_number() -> None:
    _, batch = sample("ucdp_ged", "events.csv")
    ends = {str(each["record"]).partition("/")[0]: set[str]() for each in made(batch)}
    for each in made(batch):
        ends[str(each["record"]).partition("/")[0]] |= {each["from"], each["to"]}
    assert ends["900002"] == {"ucdp_ged-9101", "ucdp_ged-9102"}, "a name with commas is one group"
    assert ends["900003"] == {"iran", "ucdp_ged-9999"}, "630.0 is Iran, -999 is nobody"
    assert ends["900004"] == {"australia", "britain", "united-states", "iraq"}, "several numbers in a cell"
    assert ends["900005"] == {"cambodia", "ucdp_ged-9104"}, "a government in words; two groups of one name stay two"
    kinds = {node.id: node.kind_label for part in batch.parts if isinstance(part, list) for node in part}
    assert (kinds["ucdp_ged-9101"], kinds["ucdp_ged-9999"]) == ("ArmedGroup", "Collective")


def test_inexact_dates_are_bounds() -> None:
    _, batch = sample("ucdp_ged", "events.csv")
    month = next(each for each in made(batch) if str(each["record"]).startswith("900002"))
    assert [str(month[key]) for key in ("since_earliest", "since_latest", "until_earliest", "until_latest")] == [
        "2023-02-01",
        "2023-02-28",
        "2023-02-01",
        "2023-02-28",
    ]
    two_days = next(each for each in made(batch) if str(each["record"]).startswith("900005"))
    assert (str(two_days["since_latest"]), str(two_days["until_earliest"])) == ("2023-05-01", "2023-05-02")


def test_governments_listed_in_words_are_states(tmp_path: Path) -> None:
    text = (SAMPLES / "ucdp_ged" / "events.csv").read_text("utf-8")
    path = tmp_path / "events.csv"
    path.write_text(text.replace('"900, 200, 2",645', ","), "utf-8")
    _, batch = read_dataset("ucdp_ged", [path])
    ends = {each["from"] for each in made(batch) if str(each["record"]).startswith("900004")}
    assert ends == {"australia", "britain", "united-states", "iraq"}


def test_of_an_event_in_several_files_the_first_counts(tmp_path: Path) -> None:
    text = (SAMPLES / "ucdp_ged" / "candidate.csv").read_text("utf-8")
    later = tmp_path / "later.csv"
    later.write_text(
        text.replace(",4,4,4,", ",9,9,9,").replace(",4,,,678", ",9,,,678").replace("9101", "9105"), "utf-8"
    )
    reader, batch = read_dataset("ucdp_ged", [later, SAMPLES / "ucdp_ged" / "candidate.csv"])
    assert {each["from"] for each in made(batch)} == {"yemen", "ucdp_ged-9105"}
    assert counts(reader) == [(2, 2, 0, 0), (2, 0, 2, 0)]


def test_other_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSource, match="looks like the UCDP dyadic data set"):
        read_dataset("ucdp_ged", [SAMPLES / "ucdp" / "dyads.csv"])
    refused_by_name(tmp_path, "ucdp", "relid,year,dyad_new_id,side_a,side_b,best", "georeferenced event data set")
    path = tmp_path / "cut.csv"
    with (
        (SAMPLES / "ucdp_ged" / "events.csv").open(encoding="utf-8", newline="") as whole,
        path.open("w", newline="") as cut,
    ):
        csv.writer(cut).writerows(row[:-2] for row in csv.reader(whole))
    with pytest.raises(BadSource, match="gwnoa"):
        read_dataset("ucdp_ged", [path])
