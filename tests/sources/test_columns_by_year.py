"""Tables with a column for each year: every cell of these is a row, in the draft and in the load."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.loaders.source_readers import finish
from tiebook.errors import BadSource
from tiebook.model.ties import Ties
from tiebook.sources.datasets import read_dataset
from tiebook.sources.draft_declaration import draft
from tiebook.sources.report import Account

AID = "donor,recipient,2001,2002,2004\nJapan,Laos,2,,200\nJapan,Fiji,0,2,20\nChina,Atlantis,1,2,3\n"


def loaded(folder: Path, text: str, type_: str, *changes: tuple[str, str]) -> tuple[Account, list[dict[str, Any]]]:
    path = folder / "wide.csv"
    path.write_text(text, "utf-8")
    made = draft(path, type_)
    for old, new in changes:
        assert old in made
        made = made.replace(old, new)
    (folder / "wide").mkdir(exist_ok=True)
    (folder / "wide" / "source.toml").write_text(made, "utf-8")
    finish(folder / "wide")
    reader, batch = read_dataset(str(folder / "wide"), [path])
    found = [tie for part in batch.parts if isinstance(part, Ties) for tie in part.records()]
    return reader.accounts[0], found


def test_an_amount_like_a_code_of_a_state_is_no_actor(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text("donor,recipient,2001,2002,2003\nJapan,Laos,2,20,200\nJapan,Fiji,200,2,20\n", "utf-8")
    assert "name actors too" not in draft(path, "AIDS")


def told(ties: list[dict[str, Any]]) -> list[tuple[object, ...]]:
    return sorted(
        (tie["source"], tie["target"], *(tie["props"].get(each) for each in ("since", "until", "value")))
        for tie in ties
    )


def test_each_cell_is_a_tie_of_its_year_and_blank_ones_are_in_the_account(tmp_path: Path) -> None:
    account, ties = loaded(tmp_path, AID, "AIDS")
    assert told(ties) == [
        ("japan", "fiji", "2001", "2001", 0),
        ("japan", "fiji", "2002", "2002", 2),
        ("japan", "fiji", "2004", "2004", 20),
        ("japan", "laos", "2001", "2001", 2),
        ("japan", "laos", "2004", "2004", 200),
    ]
    assert (account.read, account.loaded, account.merged, sum(account.skipped.values())) == (9, 5, 0, 4)
    assert any("value is" in reason for reason in account.skipped)


def test_the_draft_declares_it_and_knows_the_file_by_its_other_columns(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text(AID, "utf-8")
    text = draft(path, "AIDS")
    found = tomllib.loads(text)
    assert found["file"][0]["years"] == "value"
    assert found["file"][0]["required"] == ["donor", "recipient"]
    assert found["tie"][0]["where"] == {"column": "value", "known": True}
    assert (
        'If 0 says that there is no tie: where = [{column = "value", known = true}, {column = "value", above = 0}]'
        in text
    )


def test_rows_with_0_are_left_out_as_the_remark_says(tmp_path: Path) -> None:
    one, both = '{column = "value", known = true}', '{column = "value", above = 0}'
    _, ties = loaded(tmp_path, AID, "AIDS", (f"where = {one}", f"where = [{one}, {both}]"))
    assert len(ties) == 4


@pytest.mark.parametrize("names", ["X2001,X2002,X2003", "trade_2001,trade_2002,trade_2003"])
def test_values_of_states_by_year_are_measures(tmp_path: Path, names: str) -> None:
    account, ties = loaded(tmp_path, f"country,code,{names}\nIran,IRN,1.5,-2,\nChina,CHN,4,5,6\n", "MEASURED_AS")
    assert [each[2:] for each in told(ties)] == [
        ("2001", "2001", 4),
        ("2002", "2002", 5),
        ("2003", "2003", 6),
        ("2001", "2001", 1.5),
        ("2002", "2002", -2),
    ]
    assert dict(account.skipped) == {"there is no value": 1}


def test_a_later_release_may_have_more_years(tmp_path: Path) -> None:
    loaded(tmp_path, AID, "AIDS")
    path = tmp_path / "wide.csv"
    path.write_text("donor,recipient,2001,2002,2004,2005\nJapan,Laos,2,,200,7\n", "utf-8")
    _, batch = read_dataset(str(tmp_path / "wide"), [path])
    ties = [tie for part in batch.parts if isinstance(part, Ties) for tie in part.records()]
    assert [each[2] for each in told(ties)] == ["2001", "2004", "2005"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("donor,recipient,2001,2002\nJapan,Laos,2,3\n", "no three columns are called by their year"),
        ("donor,recipient,a2001,b2002,c2003\nJapan,Laos,2,3,4\n", "no three columns are called by their year"),
        (
            "donor,recipient,2001,2002,2003,year\nJapan,Laos,2,3,4,5\n",
            "there is a column 'year', and `years` would make",
        ),
        (
            "donor,recipient,2001,2002,2003,value\nJapan,Laos,2,3,4,5\n",
            "there is a column 'value', and `years` would make",
        ),
    ],
)
def test_a_file_that_has_no_such_columns_is_refused(tmp_path: Path, text: str, said: str) -> None:
    loaded(tmp_path, AID, "AIDS")
    path = tmp_path / "other.csv"
    path.write_text(text, "utf-8")
    _, batch = read_dataset(str(tmp_path / "wide"), [path])
    with pytest.raises(BadSource, match=said):
        list(batch.parts)


@pytest.mark.parametrize("more", ["year", "value"])
def test_a_table_that_has_such_a_column_already_is_not_drafted_so(tmp_path: Path, more: str) -> None:
    path = tmp_path / "wide.csv"
    path.write_text(f"donor,recipient,2001,2002,2003,{more}\nJapan,Laos,2,3,4,1999\nJapan,Fiji,2,3,4,1998\n", "utf-8")
    assert "years" not in tomllib.loads(draft(path, "AIDS"))["file"][0]


def test_edges_of_a_graph_stay_edges(tmp_path: Path) -> None:
    path = tmp_path / "net.gml"
    nodes = "".join(f'node [ id {number} label "{name}" ]' for number, name in enumerate(("Iran", "China")))
    path.write_text(f"graph [ directed 1 {nodes} edge [ source 0 target 1 w2001 3 w2002 4 w2003 5 ] ]", "utf-8")
    assert "years" not in tomllib.loads(draft(path, "AIDS"))["file"][0]
