"""Polity5 and V-Dem: scores of states by year, codes of their own, scores that are none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.loaders.source_readers import counts, mapped, mapped_files
from tiebook.errors import BadSource


def test_codes_of_polity_are_its_own() -> None:
    reader, made = mapped("polity", "years.csv")
    scores = {(tie["from"], tie["since"]): tie["value"] for tie in made if tie["record"].endswith("/polity2")}
    assert scores == {
        ("russia", "1950"): -9,
        ("russia", "1995"): 3,
        ("kosovo", "2010"): 8,
        ("yugoslavia", "1995"): -7,
        ("vietnam", "2000"): -7,
        ("afghanistan", "1979"): 0,
    }
    assert counts(reader) == [(9, 6, 0, 3)]
    assert reader.accounts[0].skipped == {"there is no value": 2, "names an actor that is not known": 1}


def test_interruption_and_transition_are_no_scores() -> None:
    _, made = mapped("polity", "years.csv")
    assert [tie["record"] for tie in made if tie["from"] == "afghanistan"] == ["700/1979/polity2"]
    assert not [tie for tie in made if tie["from"] == "lebanon"]
    assert min(tie["value"] for tie in made) == -9, "-9 is a score"


@pytest.mark.parametrize(
    ("day", "fault"),
    [
        (
            "1900-01-01",
            r"this is V-Dem by country and date .V-Dem-CD., which is not read.*load the file by country and year",
        ),
        ("1900-12-31", r":3: .*the record 3/1900/v2x_polyarchy says two things"),
    ],
)
def test_vdem_by_date_is_refused(tmp_path: Path, day: str, fault: str) -> None:
    columns = "country_name,country_text_id,country_id,year,historical_date,COWcode,v2x_polyarchy\n"
    path = tmp_path / "V-Dem-CD-v14.csv"
    path.write_text(f"{columns}Mexico,MEX,3,1900,{day},70,0.15\nMexico,MEX,3,1900,1900-12-31,70,0.16\n", "utf-8")
    with pytest.raises(BadSource, match=fault):
        mapped_files("vdem", path)


def test_indices_of_vdem() -> None:
    reader, made = mapped("vdem", "years.csv")
    assert counts(reader) == [(6, 4, 0, 2)]
    assert reader.accounts[0].skipped == {"an end is blank, or a code for missing": 1, "there is no value": 1}
    of_1900 = [tie for tie in made if tie["since"] == "1900"]
    assert [(tie["from"], tie["to"], tie["value"]) for tie in of_1900] == [("mexico", "vdem-v2x-polyarchy", 0.15)]
    regimes = {(tie["from"], tie["since"]): tie["value"] for tie in made if tie["record"].endswith("v2x_regime")}
    assert regimes == {("mexico", "1995"): 1, ("yugoslavia", "1995"): 1, ("serbia", "2010"): 2}
    assert {tie["gloss"] for tie in of_1900} == {"Mexico, 1900: electoral democracy 0.15"}
    assert (reader.covers_since, reader.covers_until) == (date(1900, 1, 1), date(2010, 12, 31))
