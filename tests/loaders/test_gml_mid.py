"""Gibler-Miller-Little disputes: by direction and year, in levels, as a source of their own."""

from __future__ import annotations

from pathlib import Path

from tests.loaders.source_readers import SAMPLES, counts, dyad, refused_by_name, sample, ties


def test_the_years_of_a_direction_are_one_tie_at_its_highest_level() -> None:
    reader, batch = sample("gml_mid", "ddy.csv")
    assert counts(reader) == [(7, 3, 2, 2)]
    assert reader.accounts[0].skipped == {
        "this side took no militarised action in the dispute": 1,
        "names an actor that is not known": 1,
    }
    (force,) = dyad(batch, "USES_FORCE_AGAINST", "iran", "iraq")
    assert (force.props["since"], force.props["until"], force.props["level"]) == ("1981", "1982", 4)
    assert dyad(batch, "USES_FORCE_AGAINST", "iraq", "iran")
    (threat,) = ties(batch, "THREATENS")
    assert (threat.source[1], threat.target[1], threat.props["regarding"]) == ("united-states", "iran", ["mid-7002"])
    assert reader.version == "gml-0.1"


def test_cow_mid_names_it(tmp_path: Path) -> None:
    columns = (SAMPLES / "gml_mid" / "ddy.csv").read_text().splitlines()[0].replace('"', "")
    refused_by_name(tmp_path, "cow_mid", columns, r"Gibler-Miller-Little.*tiebook load gml_mid")
