"""Keys of records: two that differ never meet, be they of the file or made up."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.made_up_source import NAMED_ENDS, declaration
from tiebook.model.ties import Ties
from tiebook.sources.datasets import read_dataset
from tiebook.sources.mapped.keys import keys_of
from tiebook.sources.tie_map import Where
from tiebook.tables.cells import MISSING

PART = st.text(st.sampled_from("a1/%2F5lin-e"), min_size=1, max_size=6).filter(lambda part: part not in MISSING)


@given(st.lists(st.tuples(PART, PART), min_size=1, max_size=8, unique=True))
def test_keys_of_two_columns_that_differ_are_two(records: list[tuple[str, str]]) -> None:
    columns = [list(column) for column in zip(*records, strict=True)]
    keys = keys_of(columns, range(2, 2 + len(records)), MISSING, "")
    told = [key for key, parts in zip(keys, records, strict=True) if "".join(parts).strip("/")]
    assert len(set(told)) == len(told)


@given(st.lists(st.one_of(st.sampled_from(["", "NA", "line-3", "line-3/", "2/line-3"]), PART), min_size=2, max_size=8))
def test_a_key_that_is_made_up_is_no_other_ones(keys: list[str]) -> None:
    made = keys_of([keys], range(2, 2 + len(keys)), MISSING, "")
    blank = [key in MISSING or not key.strip("/") for key in keys]
    assert len({key for key, none in zip(made, blank, strict=True) if none}) == sum(blank)
    assert {key for key, none in zip(made, blank, strict=True) if none}.isdisjoint(
        key for key, none in zip(made, blank, strict=True) if not none
    )


def ties(folder: Path, text: str, tie: str) -> list[tuple[str, str, str]]:
    made = folder / "made"
    made.mkdir()
    (made / "source.toml").write_text(declaration("made", tie, required=("a", "b")), "utf-8")
    (folder / "rows.csv").write_text(text, "utf-8")
    _, batch = read_dataset(str(made), [folder / "rows.csv"])
    edges = [edge for part in batch.parts if isinstance(part, Ties) for edge in part.edges()]
    return [(edge.source[1], edge.target[1], str(edge.props["record"])) for edge in edges]


def test_treaties_with_strokes_in_their_numbers_are_kept_apart(tmp_path: Path) -> None:
    text = "series,no,a,b\n12/1,3,Iran,Oman\n12,1/3,Iran,Qatar\n12,1,Iran,Iraq\n"
    found = ties(tmp_path, text, NAMED_ENDS + 'record = ["series", "no"]\n')
    assert [target for _, target, _ in found] == ["oman", "qatar", "iraq"]
    assert found[2][2] == "12/1"


def test_a_number_is_one_key_with_a_decimal_and_without(tmp_path: Path) -> None:
    """A spreadsheet or pandas writes 3 as 3.0 where a key is blank: another release must not lose the record."""
    found = ties(
        tmp_path, "id,a,b\n3.0,Iran,Oman\n,Iran,Qatar\n3,Iran,Oman\n1.10,Iran,Iraq\n", f'{NAMED_ENDS}record = ["id"]\n'
    )
    assert [(target, key) for _, target, key in found] == [("oman", "3"), ("qatar", "line-3"), ("iraq", "1.10")]


def test_keys_that_differ_in_zeros_are_two_and_the_account_says_so(tmp_path: Path) -> None:
    tie = f'{NAMED_ENDS}record = ["id"]\n'
    assert len(ties(tmp_path, "id,a,b\n03,Iran,Oman\n3,Iran,Oman\n0,Iran,Iraq\n004,Iran,Iraq\n", tie)) == 4
    reader, batch = read_dataset(str(tmp_path / "made"), [tmp_path / "rows.csv"])
    assert list(batch.parts)
    said = "the keys 03 and 3 are two records: if a program has dropped zeros, write them alike"
    assert reader.accounts[0].notes == [said]


def test_governments_in_one_cell_are_each_a_side(tmp_path: Path) -> None:
    tie = 'from = {column = "a", kind = "ArmedGroup"}\nto = {column = "b", kind = "ArmedGroup"}\n'
    rows = [
        '"Government of Turkey, Government of Iran",Front One',
        '"Government of Chad, Front Two",Front One',
        "Gov't of Iraq,Front One",
        "Govt. of the Philippines,Front One",
        "Revolutionary Government of Nowhere,Front One",
    ]
    found = ties(tmp_path, "a,b\n" + "\n".join(rows) + "\n", tie)
    assert [source for source, _, _ in found] == [
        "turkey",
        "iran",
        "made-government-of-chad-front-two",  # a side that is no state alone
        "iraq",
        "philippines",
        "made-revolutionary-government-of-nowhere",
    ]
    assert len({record for _, _, record in found}) == 6


@pytest.mark.parametrize(
    ("cell", "wanted", "taken"),
    [
        ("1", "1", True),
        ("+1", "1", True),
        ("1.0", "1", True),
        ("1.000000", "1", True),
        ("\u22121", "-1", True),
        ("\u22121.0", "-1", True),
        ("-1.0", "-1", True),
        ("\u2212", "-", True),
        ("+", "", False),
        ("+", "+", True),
        ("01", "1", False),
        ("1.000", "1", False),
        ("1,000", "1", False),
        ("10", "1", False),
        ("-1", "1", False),
    ],
)
def test_a_number_is_known_as_programs_write_it(cell: str, wanted: str, taken: bool) -> None:
    assert Where.model_validate({"column": "sign", "is": [wanted]}).takes(cell, MISSING) is taken
    assert Where.model_validate({"column": "sign", "is_not": [wanted]}).takes(cell, MISSING) is not taken
