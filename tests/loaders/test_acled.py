"""ACLED: who acts in which type of event, states and their units, kinds by interaction code, old and new exports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.loaders.source_readers import SAMPLES, counts, made, refused_by_name, sample
from tiebook.errors import BadSource
from tiebook.sources.datasets import read_dataset
from tiebook.sources.declaration import declaration_of, find_dataset

TIES = {
    ("YEM1/yemen/acled-sample-movement", "USES_FORCE_AGAINST", "yemen", "acled-sample-movement"),
    ("YEM1/acled-sample-movement/yemen", "USES_FORCE_AGAINST", "acled-sample-movement", "yemen"),
    ("YEM2", "USES_FORCE_AGAINST", "united-states", "acled-sample-movement"),
    ("IRN3", "USES_FORCE_AGAINST", "acled-military-forces-of-iran-1989-sample-brigade", "acled-civilians-iran"),
    ("IRN4", "USES_FORCE_AGAINST", "iran", "acled-protesters-iran"),
    ("IRN5", "USES_FORCE_AGAINST", "iran", "acled-protesters-iran"),
    ("YEM7", "AGREES_WITH", "yemen", "acled-sample-movement"),
}


def test_sample() -> None:
    reader, batch = sample("acled", "events.csv")
    ties = made(batch)
    assert {(each["record"], each["type"], each["from"], each["to"]) for each in ties} == TIES
    assert counts(reader) == [(9, 6, 0, 3)]
    assert reader.accounts[0].skipped == {
        "an end is blank, or a code for missing": 1,
        "no [[tie]] takes it: event_type is 'Protests'": 1,
        "no [[tie]] takes it: event_type is 'Strategic developments'": 1,
    }
    assert (reader.covers_since, reader.covers_until) == (date(2023, 1, 5), date(2023, 3, 3))
    attack = next(each for each in ties if each["record"] == "IRN3")
    assert (attack["value"], attack["unit"], attack["mechanism"], attack["quote"]) == (
        1.0,
        "deaths reported",
        "Attack",
        "A made-up note on IRN3.",
    )
    assert str(attack["since_earliest"]) == str(attack["until_latest"]) == "2023-01-31"


def test_a_day_that_stands_for_a_week_or_a_month_has_wider_bounds(tmp_path: Path) -> None:
    path = tmp_path / "events.csv"
    path.write_text(
        (SAMPLES / "acled" / "events.csv").read_text("utf-8").replace("2023,1,,Explosions", "2023,3,,Explosions")
    )
    ties = {each["record"]: each for each in made(read_dataset("acled", [path])[1])}
    assert (str(ties["YEM2"]["since_earliest"]), str(ties["YEM2"]["until_latest"])) == ("2022-12-07", "2023-02-05")
    assert ties["YEM2"]["since"] == "2023-01-06", "the day as it is stated"
    assert str(ties["IRN3"]["since_earliest"]) == "2023-01-31"


def test_kinds_go_by_the_interaction_code_in_numbers_and_in_words() -> None:
    for name, groups in (
        ("events.csv", {"acled-sample-movement"}),
        ("numbers.csv", {"acled-unidentified-armed-group-iran"}),
    ):
        reader, batch = sample("acled", name)
        kinds = {node.id: node.kind_label for part in batch.parts if isinstance(part, list) for node in part}
        assert {kinds[group] for group in groups} == {"ArmedGroup"}
        assert kinds["acled-civilians-iran"] == "Collective"
        assert not reader.resolver.unresolved()


def test_every_end_has_the_same_kinds() -> None:
    ends = [end for tie in declaration_of(find_dataset("acled")).tie for end in (tie.source, tie.target)]
    kinds = [end.kinds.values for end in ends if end.kinds]
    assert len(kinds) == len(ends)
    assert all(each == kinds[0] for each in kinds)
    assert {kinds[0][code] for code in ("5", "6", "7", "Civilians")} == {"Collective"}
    assert {kinds[0][code] for code in ("1", "8", "State forces")} == {"Military"}


def test_an_older_export_in_capitals(tmp_path: Path) -> None:
    head, _, rows = (SAMPLES / "acled" / "numbers.csv").read_text("utf-8").partition("\n")
    path = tmp_path / "old.csv"
    path.write_text(f"{head.upper()}\n{rows}", "utf-8")
    reader, batch = read_dataset("acled", [path])
    assert {(each["from"], str(each["since"])) for each in made(batch)} == {
        ("yemen", "2022-01-05"),
        ("acled-sample-movement", "2022-01-05"),
        ("acled-unidentified-armed-group-iran", "2022-02-06"),
    }
    assert counts(reader) == [(2, 2, 0, 0)]


def test_weekly_counts_are_refused(tmp_path: Path) -> None:
    columns = "week,region,country,admin1,event_type,sub_event_type,events,fatalities,population_exposure"
    refused_by_name(tmp_path, "acled", columns, "weekly counts")


@pytest.mark.parametrize("other", ["ucdp_ged/events.csv", "icews/events.tab"])
def test_other_event_files_are_refused(other: str) -> None:
    with pytest.raises(BadSource, match="looks like"):
        read_dataset("acled", [SAMPLES / other])
