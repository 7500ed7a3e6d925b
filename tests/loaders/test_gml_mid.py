"""Gibler-Miller-Little disputes: by direction and year, in levels, as a source of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.source_readers import SAMPLES, counts, dyad, refused_by_name, sample, ties
from tiebook.errors import BadSource
from tiebook.sources.datasets import read_dataset


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


@pytest.mark.parametrize("numbers", ["numa,numb", "ccode,sidea,orig,stabb"])
def test_its_disputes_are_not_taken_for_those_of_cow_mid(tmp_path: Path, numbers: str) -> None:
    path = tmp_path / "gml-mida.csv"
    columns = (
        f"dispnum,stday,stmon,styear,endday,endmon,endyear,outcome,settle,fatality,hiact,hostlev,{numbers},version"
    )
    path.write_text(f"{columns}\n{','.join('1' for _ in columns.split(',')[:-1])},gml-mida-2.2.1\n")
    with pytest.raises(BadSource, match=r"Gibler-Miller-Little file by dispute.*gml-ddy"):
        read_dataset("cow_mid", [path])


def test_cow_mid_names_it(tmp_path: Path) -> None:
    columns = (SAMPLES / "gml_mid" / "ddy.csv").read_text().splitlines()[0].replace('"', "")
    refused_by_name(tmp_path, "cow_mid", columns, r"Gibler-Miller-Little.*tiebook load gml_mid")
