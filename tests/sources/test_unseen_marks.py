"""Cells with what nobody sees, or with the mark of a footnote, mean what they mean without; what was left out is told."""

# ruff: noqa: RUF001 -- a name in Arabic letters
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.made_up_source import NAMED_ENDS, declaration
from tiebook.errors import BadRecords
from tiebook.model.ties import Ties
from tiebook.sources.datasets import read_dataset
from tiebook.sources.draft_declaration import draft
from tiebook.support.marks import seen, trim, without_footnote, without_raised

TIMED = f'{NAMED_ENDS}record = ["id"]\nsince = "since"\nvalue = "size"\n'
UNSEEN = ["\u200b", "\u200e", "\u200f", "\u202b", "\u2068", "\u2069", "\u2060", "\u00ad", "\u061c", "\u00a0", "\u3000"]


def read(folder: Path, text: str, tie: str = TIMED) -> tuple[list[dict[str, Any]], Any]:
    made = folder / "made"
    made.mkdir(exist_ok=True)
    (made / "source.toml").write_text(declaration("made", tie, required=("id", "a", "b")), "utf-8")
    path = folder / "rows.csv"
    path.write_text(text, "utf-8")
    reader, batch = read_dataset(str(made), [path])
    return [row for part in batch.parts if isinstance(part, Ties) for row in part.records()], reader.accounts[0]


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(UNSEEN), st.sampled_from(UNSEEN)), min_size=5, max_size=5))
def test_unseen_characters_around_cells_change_nothing(
    tmp_path_factory: pytest.TempPathFactory, around: list[tuple[str, str]]
) -> None:
    cells = ["k1", "Iran", "China", "2016-07-02", "1000"]
    row = ",".join(f"{before}{cell}{behind}" for cell, (before, behind) in zip(cells, around, strict=True))
    ((tie,), account) = read(tmp_path_factory.mktemp("rows"), f"id,a,b,since,size\n{row}\n")
    assert (tie["source"], tie["target"], account.loaded) == ("iran", "china", 1)
    assert {name: tie["props"][name] for name in ("record", "since", "value")} == {
        "record": "k1",
        "since": "2016-07-02",
        "value": 1000.0,
    }


def test_they_are_taken_out_of_dates_numbers_and_codes_and_left_in_names(tmp_path: Path) -> None:
    code = 'from = {column = "a", system = "iso3"}\nto = {column = "b", kind = "Party"}\n'
    code += 'since = "since"\nvalue = "size"\ngloss = "{b}"\n'
    text = "id,a,b,since,size\n1,i\u200brn,می\u200cخواهم,\u200e2016-\u200e07-\u200e02,1\u200b2\n"
    ((tie,), _) = read(tmp_path, text, code)
    assert (tie["source"], tie["props"]["since"], tie["props"]["value"]) == ("iran", "2016-07-02", 12.0)
    assert tie["props"]["gloss"] == "می\u200cخواهم"


def test_a_cell_of_unseen_characters_only_is_blank(tmp_path: Path) -> None:
    ties, account = read(tmp_path, "id,a,b,since,size\n\u200b,Iran,China,\u200e,\u2060\n2,\u200b,China,,\n")
    assert [tie["props"]["record"] for tie in ties] == ["line-2"]
    assert "since" not in ties[0]["props"]
    assert account.skipped == {"an end is blank, or a code for missing": 1}


def test_footnotes_behind_names_are_left_out_and_told(tmp_path: Path) -> None:
    rows = "1,Serbia[a],Iran*,,\n2,Yemen\u00b9,China [note 2],,\n3,Oman\u2020\u2021,Qatar[12]*,,\n4,Group[B],Iran,,\n"
    ties, account = read(tmp_path, f"id,a,b,since,size\n{rows}")
    assert [(tie["source"], tie["target"]) for tie in ties] == [
        ("serbia", "iran"),
        ("yemen", "china"),
        ("oman", "qatar"),
    ]
    (note,) = [note for note in account.notes if "footnotes" in note]
    assert all(name in note for name in ("Serbia[a]", "Iran*", "Yemen\u00b9", "China [note 2]"))
    assert note.endswith(" and 1 more")
    assert account.skipped.total() == 1  # brackets may also be part of a name


def test_a_name_that_nobody_knows_keeps_its_raised_digit(tmp_path: Path) -> None:
    tie = 'from = {column = "a", kind = "ArmedGroup"}\nto = {column = "b", system = "name"}\n'
    ties, _ = read(tmp_path, "id,a,b\n1,Front[1],Iran\n2,Front,Iran\n3,Front\u00b2,Iran\n", tie)
    assert [each["source"] for each in ties] == ["made-front", "made-front", "made-front2"]


def test_a_footnote_behind_a_date_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(BadRecords, match=r"rows.csv:2: rows: '2001\[a\]' is not a date"):
        read(tmp_path, "id,a,b,since,size\n1,Iran,China,2001[a],\n")


def test_a_draft_sees_through_footnotes(tmp_path: Path) -> None:
    path = tmp_path / "pacts.csv"
    path.write_text("one,two,year\nIran[a],China*,2001\nOman\u00b9,Qatar\u2020,2002\n", "utf-8")
    made = draft(path, "AGREES_WITH")
    assert 'from = {column = "one", system = "name"}' in made
    assert 'to = {column = "two", system = "name"}' in made


@example("0*\n")  # a mark before the end of a line is not at the end
@example("a\u00b9\n")
@given(st.text(max_size=15))
def test_nothing_that_is_seen_is_lost(text: str) -> None:
    assert trim(text) in text
    assert "".join(each for each in trim(text) if each.isalnum()) == "".join(each for each in text if each.isalnum())
    assert seen(seen(text)) == seen(text)
    assert text.startswith(without_footnote(text))
    assert text.startswith(without_raised(text))
    assert without_footnote(text) or not text
