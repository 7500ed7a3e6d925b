"""A draft takes no answer for Norway, no month for a state, no birthday for the begin of a tie, and no rank for a value by year."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.loaders.source_readers import finish, mapped_files
from tests.sources.test_draft_matrices import drafted
from tiebook.cli.load.map import command as map_


def ties(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(text)["tie"]
    return found


@pytest.mark.parametrize("cells", [("No", "No", "Not applicable"), ("no", "yes", "unclear")])
def test_no_among_answers_is_not_norway(tmp_path: Path, cells: tuple[str, ...]) -> None:
    rows = "".join(f"{one},China,{cell}\n" for one, cell in zip(("Iran", "Oman", "Cuba"), cells, strict=True))
    text = drafted(tmp_path, f"one,two,covers portfolio\n{rows}")
    assert "name actors too" not in text
    assert ties(text)[0]["to"] == {"column": "two", "system": "name"}


@pytest.mark.parametrize("cells", [("NO", "NO", "SE"), ("Norway", "No", "Sweden")])
def test_norway_is_norway_among_codes_and_names(tmp_path: Path, cells: tuple[str, ...]) -> None:
    rows = "".join(f"{one},{cell}\n" for one, cell in zip(("Iran", "Oman", "Cuba"), cells, strict=True))
    assert ties(drafted(tmp_path, f"sender,target\n{rows}"))[0]["to"]["column"] == "target"


@pytest.mark.parametrize("called", ["endmon", "end_month", "stday", "month2"])
def test_a_month_is_no_number_of_a_state(tmp_path: Path, called: str) -> None:
    rows = "".join(f"{one},{month},7.5\n" for one, month in (("Iran", 12), ("Oman", 8), ("Cuba", 4), ("Chad", 12)))
    text = drafted(tmp_path, f"who,{called},share\n{rows}", "AIDS")
    assert called not in (ties(text)[0]["from"]["column"], ties(text)[0]["to"]["column"])
    other = drafted(tmp_path, f"who,partner,share\n{rows}", "AIDS")
    assert ties(other)[0]["to"] == {"column": "partner", "system": "iso_num"}, "these numbers are codes elsewhere"


@pytest.mark.parametrize(
    "called", ["birth_date", "date of birth", "DOB", "born", "date_of_death", "died", "Deceased on"]
)
def test_when_a_person_was_born_or_died_is_no_time_of_a_tie(tmp_path: Path, called: str) -> None:
    text = drafted(
        tmp_path, f"one,two,{called},listed\nIran,China,1950-01-02,2001-02-03\nOman,Cuba,1960-01-02,2002-02-03\n"
    )
    assert ties(text)[0]["since"] == "listed"


def test_a_number_beside_columns_by_year_is_of_no_year(tmp_path: Path) -> None:
    text = drafted(
        tmp_path, "country,Rank (2018),2001,2002,2003\nIran,2,5.5,6.5,7.5\nOman,1,7.5,8.5,9.5\n", "MEASURED_AS"
    )
    assert [tie["value"] for tie in ties(text)] == ["value"]


def test_what_is_read_of_no_year_is_said(tmp_path: Path) -> None:
    text = drafted(tmp_path, "country,rank,2001,2002,2003\nIran,2,5.5,6.5,7.5\nOman,1,7.5,8.5,9.5\n", "MEASURED_AS")
    assert "These columns are numbers, and no [[tie]] reads them: rank." in text


@pytest.mark.parametrize("cells", [("ru;tj", "kz; ru"), ("RU;TJ", "KZ;RU")])
def test_several_codes_of_two_letters_in_a_cell_are_several_states(tmp_path: Path, cells: tuple[str, str]) -> None:
    text = drafted(tmp_path, f"sender,countries\nIran,{cells[0]}\nOman,{cells[1]}\nCuba,fr\n")
    assert ties(text)[0]["to"] == {"column": "countries", "system": "iso2", "split": ";"}


def test_words_of_two_letters_that_are_no_codes_are_not_split(tmp_path: Path) -> None:
    text = drafted(tmp_path, "sender,target,kinds\nPeru,Laos,qx;za\nIran,China,xa;zz\nOman,Cuba,qq;xb\n")
    assert "name actors too" not in text
    assert "split" not in text


def test_the_share_of_names_counts_only_records_that_name_both_ends(tmp_path: Path) -> None:
    path, folder = tmp_path / "table.csv", tmp_path / "mine"
    folder.mkdir()
    text = drafted(tmp_path, "sender,target\nIran,China\nOman,Cuba\nChad,Peru\n")
    (folder / "source.toml").write_text(text.replace('id = "table"', 'id = "mine"'), "utf-8")
    finish(folder)
    path.write_text("sender,target\nIran,China\n,Atlantis\n,Mu\n,Lemuria\nOman,Thule\n", "utf-8")
    reader, _ = mapped_files(str(folder), path)
    account = reader.accounts[0]
    assert (account.named, account.resolved) == (2, 1)


HEADER = (
    "dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,revstate,revtype1,revtype2,fatality,fatalpre,hiact,hostlev"
    ",orig,version"
)


def test_a_file_of_a_shipped_source_is_said_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "my b.csv"
    path.write_text(f"{HEADER}\n2,UKG,200,-9,7,1902,24,1,1903,0,1,1,-9,0,0,0,1,1,3.1\n", "utf-8")
    for tie in ("OPPOSES", "OPOSES"):  # also where no draft can be made
        done = CliRunner().invoke(map_, [str(path), "--type", tie])
        assert (done.exception is None) == (tie == "OPPOSES")
        assert f"A source for it ships: tiebook load cow_mid '{path}'" in done.output


@pytest.mark.parametrize("text", ["one,two\nIran,China\n", '[{"one": "Iran", "two": "China"}]'])
def test_no_other_file_is_said_to_be_of_a_shipped_source(tmp_path: Path, text: str) -> None:
    path = tmp_path / ("t.json" if text.startswith("[") else "t.csv")
    path.write_text(text, "utf-8")
    done = CliRunner().invoke(map_, [str(path), "--type", "OPPOSES"])
    assert done.exit_code == 0
    assert "ships" not in done.output
