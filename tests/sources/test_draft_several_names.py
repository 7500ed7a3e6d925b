"""Drafts of tables with several names in a cell, and of tables whose towns mean states too."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.loaders.source_readers import finish
from tiebook.model.ties import Ties
from tiebook.sources.datasets import read_dataset
from tiebook.sources.draft_declaration import draft


def drafted(folder: Path, table: str, type_: str) -> tuple[dict[str, Any], set[tuple[str, str]]]:
    path = folder / "cases.csv"
    path.write_text(table, "utf-8")
    text = draft(path, type_)
    tie: dict[str, Any] = tomllib.loads(text)["tie"][0]
    if "TO DO" in f"{tie}":
        return tie, set()
    (folder / "cases").mkdir()
    (folder / "cases" / "source.toml").write_text(text, "utf-8")
    finish(folder / "cases")
    _, batch = read_dataset(str(folder / "cases"), [path])
    found = [part for part in batch.parts if isinstance(part, Ties)]
    return tie, {pair for ties in found for pair in zip(ties.sources, ties.targets, strict=True)}


@pytest.mark.parametrize("mark", [";", "|", "/", ","])
def test_the_mark_between_names_is_found(tmp_path: Path, mark: str) -> None:
    table = f'sender,target\n"Peru{mark} Chile",Mali\n"Cuba{mark}Haiti{mark} Nobody",Togo\nPeru,Benin\n'
    tie, ties = drafted(tmp_path, table, "SANCTIONS")
    assert tie["from"] == {"column": "sender", "system": "name", "split": mark}
    assert "split" not in tie["to"]
    assert ties == {("peru", "mali"), ("chile", "mali"), ("cuba", "togo"), ("haiti", "togo"), ("peru", "benin")}


def test_codes_may_be_several_in_a_cell(tmp_path: Path) -> None:
    tie, ties = drafted(tmp_path, "sender,target\nPER;CHL,MLI\nPER,TGO\n", "SANCTIONS")
    assert tie["from"] == {"column": "sender", "system": "iso3", "split": ";"}
    assert ties == {("peru", "mali"), ("chile", "mali"), ("peru", "togo")}


@pytest.mark.parametrize("name", ["Venezuela, Bolivarian Republic of", "Korea, Republic of"])
def test_a_name_with_a_comma_is_one(tmp_path: Path, name: str) -> None:
    tie, ties = drafted(tmp_path, f'sender,target\n"{name}",Mali\nPeru,Togo\n', "SANCTIONS")
    assert "split" not in tie["from"]
    assert len(ties) == 2


def test_marks_between_what_is_no_actor_tell_nothing(tmp_path: Path) -> None:
    tie, _ = drafted(tmp_path, "sender,years,target\nPeru,2001/2002,Mali\nChile,2003/2004,Togo\n", "SANCTIONS")
    assert [tie[end] for end in ("from", "to")] == [
        {"column": "sender", "system": "name"},
        {"column": "target", "system": "name"},
    ]


def test_the_only_column_of_members_makes_a_tie_of_each_pair(tmp_path: Path) -> None:
    table = "pact,parties,signed\nA,Peru; Chile; Bolivia,2001\nB,Mali; Togo,2004\n"
    tie, ties = drafted(tmp_path, table, "AGREES_WITH")
    assert tie["from"] == tie["to"] == {"column": "parties", "system": "name", "split": ";"}
    assert {frozenset(each) for each in ties} == {
        *map(frozenset, [("peru", "chile"), ("peru", "bolivia"), ("chile", "bolivia"), ("mali", "togo")])
    }
    assert "TO DO" in str(drafted(tmp_path, table, "SANCTIONS")[0]["to"])  # who sanctions whom?


def test_a_town_that_means_a_state_is_no_end_beside_the_state(tmp_path: Path) -> None:
    table = "embassy of,in,city\nPeru,Iran,Tehran\nChile,Iran,Tehran\nMali,Russia,Moscow\n"
    tie, _ = drafted(tmp_path, table, "COOPERATES_WITH")
    assert (tie["from"]["column"], tie["to"]["column"]) == ("embassy of", "in")


def test_the_day_of_a_report_is_no_end(tmp_path: Path) -> None:
    tie, _ = drafted(tmp_path, "one,two,Last Reported\nPeru,Chile,2001-02-03\n", "OPPOSES")
    assert (tie["since"], tie.get("until")) == ("Last Reported", None)
    folder = tmp_path / "other"
    folder.mkdir()
    tie, _ = drafted(folder, "one,two,first_day,last_day\nPeru,Chile,2001-02-03,2002\n", "OPPOSES")
    assert (tie["since"], tie["until"]) == ("first_day", "last_day")


@pytest.mark.parametrize("noted", ["Last Updated", "report_date", "date_modified", "Verified"])
def test_the_day_on_which_a_line_was_written_is_no_begin_beside_another_date(tmp_path: Path, noted: str) -> None:
    tie, _ = drafted(tmp_path, f"one,two,{noted},imposed\nPeru,Chile,2011-02-03,2001-02-03\n", "OPPOSES")
    assert (tie["since"], tie.get("until")) == ("imposed", None)
    folder = tmp_path / "other"
    folder.mkdir()
    table = f"one,two,{noted},Designated,lapse\nPeru,Chile,03/02/2011,13/02/2001,x\nMali,Togo,13/02/2012,01/02/2002,y\n"
    tie, _ = drafted(folder, table, "OPPOSES")
    assert (tie["since"], tie["dates"]) == ("Designated", "%d/%m/%Y")


@pytest.mark.parametrize(("header", "value"), [(",,weight", "weight"), (",,", None)])
def test_a_header_that_names_only_the_values_is_none_of_the_records(
    tmp_path: Path, header: str, value: str | None
) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text(f"{header}\nPeru,Chile,20.5\nMali,Togo,\n", "utf-8")
    read = tomllib.loads(draft(path, "OPPOSES"))
    assert (read["tie"][0]["from"]["column"], read["tie"][0]["to"]["column"]) == ("column 1", "column 2")
    assert read["file"][0].get("required") == ([value] if value else None)


@pytest.mark.parametrize("cells", [("Peru|", "Chile|"), ("Peru, Chile", "Korea, Republic of"), ("Peru/a/b/c", "x/y/z")])
def test_marks_that_may_mean_something_else_divide_no_names(tmp_path: Path, cells: tuple[str, str]) -> None:
    (tmp_path / "x.csv").write_text(f'sender,target\n"{cells[0]}",Mali\n"{cells[1]}",Togo\n', "utf-8")
    assert "split" not in draft(tmp_path / "x.csv", "SANCTIONS")


def test_two_places_are_the_ends_where_there_is_nothing_else(tmp_path: Path) -> None:
    tie, ties = drafted(tmp_path, "location a,location b\nPeru,Chile\nMali,Togo\n", "COOPERATES_WITH")
    assert (tie["from"]["column"], tie["to"]["column"]) == ("location a", "location b")
    assert len(ties) == 2
