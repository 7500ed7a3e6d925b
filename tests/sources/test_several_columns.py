"""Members of a pact in several columns: the row names all of them, and each pair of them makes a tie."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.loaders.source_readers import finish
from tests.sources.test_tie_map import read
from tiebook.errors import BadSource
from tiebook.model.ties import Ties
from tiebook.sources.datasets import read_dataset
from tiebook.sources.draft_declaration import draft

PACTS = """number;name;c1;c2;c3;c4;c12;entryforce
1;A;4;356;NA;NA;NA;2003
2;B;356;50;156;418;;1976
3;C;156;;;;;1980
4;D;156;9999;50;;;1981
"""
PAIR = 'type = "SUPPORTS"\nfrom = {columns = ["a", "b", "c"]}\nto = {columns = ["a", "b", "c"]}\n'


def pairs(ties: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(each["from"], each["to"]) for each in ties]


def test_each_pair_of_the_names_in_several_columns_makes_a_tie(tmp_path: Path) -> None:
    reader, ties = read(tmp_path, PAIR, "a,b,c\nIran,China,Oman\nIran,,NA\nChina,Iran,-9\nChina,China,Iran*\n")
    assert pairs(ties) == [
        ("iran", "china"),
        ("iran", "oman"),
        ("china", "oman"),
        ("china", "iran"),
        ("china", "iran"),
    ]
    assert dict(reader.accounts[0].skipped) == {"it names one actor only, and a tie has two": 1}
    assert any("marks of footnotes" in note for note in reader.accounts[0].notes)


def test_one_end_may_have_several_columns(tmp_path: Path) -> None:
    tie = 'type = "SUPPORTS"\nfrom = {columns = ["a", "b"], system = "cow"}\nto = {column = "c"}\n'
    _, ties = read(tmp_path, tie, "a,b,c\n002,710.0,Iran\n630,,Oman\n")
    assert pairs(ties) == [("united-states", "iran"), ("china", "iran"), ("iran", "oman")]


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ('{columns = ["a", "b"], column = "c"}', "without `column`"),
        ('{columns = ["a", "b"], split = ";"}', "without `split`"),
        ('{columns = ["a"]}', "two or more different columns"),
        ('{columns = ["a", "a"]}', "two or more different columns"),
        ('{columns = "ab"}', "two or more different columns"),
        ("{columns = []}", "an end is a `column`"),
        ('{columns = ["a", "z"]}', "there is no column 'z'"),
    ],
)
def test_faults(tmp_path: Path, end: str, said: str) -> None:
    with pytest.raises(BadSource, match=said):
        read(tmp_path, f'type = "SUPPORTS"\nfrom = {end}\nto = {{column = "c"}}\n', "a,b,c\nIran,China,Oman\n")


def test_a_draft_takes_all_columns_of_the_members_of_a_pact(tmp_path: Path) -> None:
    path = tmp_path / "pacts.csv"
    path.write_text(PACTS, "utf-8")
    text = draft(path, "AGREES_WITH", tmp_path / "pacts")
    tie = tomllib.loads(text)["tie"][0]
    assert tie["from"] == tie["to"] == {"columns": ["c1", "c2", "c3", "c4", "c12"], "system": "iso_num"}
    assert tie["gloss"] == "{from} agrees with {to}"
    assert "Each pair of the names in c1 to c12 makes a tie" in text
    assert "name actors too" not in text
    (tmp_path / "pacts").mkdir()
    (tmp_path / "pacts" / "source.toml").write_text(text, "utf-8")
    finish(tmp_path / "pacts")
    reader, batch = read_dataset(str(tmp_path / "pacts"), [path])
    rows = [row for each in batch.parts if isinstance(each, Ties) for row in each.records()]
    found = [(row["source"], row["target"]) for row in rows]
    assert found[0] == ("afghanistan", "india")
    assert len(found) == 1 + 6 + 1, "a pair, four members, and a member that nobody knows beside two others"
    account = reader.accounts[0]
    assert (account.read, account.loaded, account.skipped.total()) == (4, 3, 1)


@pytest.mark.parametrize(
    ("header", "type_", "ends"),
    [
        ("c1,c2", "AGREES_WITH", ("c1", "c2")),
        ("c1,c2,c3", "SANCTIONS", ("c1", "c2")),  # who does it to whom is not said
        ("c1,c2,d3", "AGREES_WITH", ("c1", "c2")),
    ],
)
def test_two_columns_and_ties_with_a_direction_are_drafted_as_before(
    tmp_path: Path, header: str, type_: str, ends: tuple[str, str]
) -> None:
    path = tmp_path / "pacts.csv"
    rows = ["Iran,China,Oman", "Cuba,Peru,Chile", "Iran,Chad,Mali"]
    width = header.count(",") + 1
    path.write_text("\n".join([header, *(",".join(row.split(",")[:width]) for row in rows)]) + "\n", "utf-8")
    tie = tomllib.loads(draft(path, type_))["tie"][0]
    assert (tie["from"]["column"], tie["to"]["column"]) == ends


def test_numbered_columns_of_something_else_are_no_members(tmp_path: Path) -> None:
    path = tmp_path / "pacts.csv"
    path.write_text("c1,c2,c3\nIran,China,12.5\nCuba,Peru,13.5\nIran,Chad,7.25\n", "utf-8")
    tie = tomllib.loads(draft(path, "AGREES_WITH"))["tie"][0]
    assert (tie["from"]["column"], tie["to"]["column"]) == ("c1", "c2")
