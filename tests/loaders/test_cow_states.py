"""The COW state system: known numbers of members, spells cut where a code passes on, codes given twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.loaders.source_readers import counts, real, sample, ties
from tiebook.errors import BadSource
from tiebook.sources.datasets import read_dataset
from tiebook.sources.report import UNRESOLVED
from tiebook.sync.batch import Batch


def members(batch: Batch, year: int) -> int:
    """Count the actors that are members at the end of a year."""
    last = date(year, 12, 31)
    spells = ties(batch, "MEMBER_OF", lambda edge: edge.target[1] == "cow-state-system")
    return len(
        {
            edge.source[1]
            for edge in spells
            if _day(edge.props["since_earliest"]) <= last <= _day(edge.props["until_earliest"])
        }
    )


def _day(value: object) -> date:
    assert isinstance(value, date)
    return value


def test_spells_of_the_sample() -> None:
    reader, batch = sample("cow_states", "states.csv", "codes.csv")
    assert counts(reader) == [(5, 4, 0, 1), (3, 2, 1, 0)]
    assert reader.accounts[0].skipped == {UNRESOLVED: 1}
    assert [each.text for each in reader.resolver.unresolved()] == ["999"]
    spells = {edge.props["record"]: edge for edge in ties(batch, "MEMBER_OF")}
    assert spells["states/710/1860-10-25"].props.get("until") is None, "open at the end of the release"
    assert spells["states/345/1944-10-20"].source[1] == "yugoslavia"
    assert spells["states/345/1944-10-20"].props["until"] == "2006-06-04"
    assert spells["states/345/2006-06-05"].source[1] == "serbia"
    assert spells["states/678/1926-09-02"].source[1] == "north-yemen"


@pytest.mark.parametrize(("year", "expected"), [(1816, 23), (1946, 66), (2016, 195)])
@pytest.mark.parametrize("name", ["states2016.csv", "system2016.csv"])
def test_known_numbers_of_members_by_spell_and_by_year(name: str, year: int, expected: int) -> None:
    _, batch = real("cow_states", name)
    assert members(batch, year) == expected


def test_every_row_of_the_published_files_is_accounted_for() -> None:
    reader, batch = real("cow_states", "states2016.csv", "majors2016.csv", "system2016.csv", "COW-country-codes.csv")
    assert counts(reader) == [(243, 243, 0, 0), (14, 14, 0, 0), (15951, 0, 15951, 0), (243, 216, 27, 0)]
    assert reader.version == "2016"
    assert reader.covers_until == date(2016, 12, 31)
    assert len(ties(batch, "MEMBER_OF", lambda edge: edge.target[1] == "cow-major-powers")) == 14


def test_a_code_that_nobody_knows_in_the_file_by_year_is_left_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "system.csv"
    path.write_text("stateabb,ccode,year,version\nCHN,710,2015,2016\nXXX,999,2015,2016\nCHN,710,2016,2016\n")
    reader, batch = read_dataset("cow_states", [path])
    assert [edge.source[1] for edge in batch.edges] == ["china"]
    (account,) = reader.accounts
    assert (account.read, account.loaded, account.merged, sum(account.skipped.values())) == (3, 1, 1, 1)


@pytest.mark.parametrize(
    ("name", "header", "row"),
    [
        ("codes", "StateAbb,CCode,StateNme,my_note", "IRN,630,Iran,checked"),
        ("codes", ",StateAbb,CCode,StateNme", "1,IRN,630,Iran"),
        ("codes", "region,stateabb,ccode,statenme", "MENA,IRN,630,Iran"),
        ("years", "stateabb,ccode,year,version,my_note", "IRN,630,2001,2016,x"),
    ],
)
def test_a_list_with_more_columns_is_still_that_list(tmp_path: Path, name: str, header: str, row: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"{header}\n{row}\n")
    reader, _ = read_dataset("cow_states", [path])
    assert list(reader.files) == [name]
    assert counts(reader)[0][0] == 1


def test_a_list_of_states_with_a_renamed_column_is_not_one_of_major_powers(tmp_path: Path) -> None:
    path = tmp_path / "states.csv"
    path.write_text(
        "stateabb,ccode,country,styear,stmonth,stday,endyear,endmonth,endday,version\nA,2,B,1,1,1,1,1,1,1\n"
    )
    with pytest.raises(BadSource, match="the column is missing: statenme"):
        read_dataset("cow_states", [path])
