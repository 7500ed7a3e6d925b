"""Lines that are no records: the header again and notes below the table are left out and told; records that look odd are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiebook.errors import BadSource
from tiebook.tables import Shape, read_table
from tiebook.tables.lines.other_lines import OtherLines
from tiebook.tables.sniff import sniffed

TABLE = "a,b,year\nIran,China,2001\nIran,Oman,2002\n"
SHAPE = Shape(what="the rows", required=("a", "b"))
ROWS = [(2, ["Iran", "China", "2001"]), (3, ["Iran", "Oman", "2002"])]
NOTES = "left out as notes below the table"


def _path(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "t.csv"
    path.write_text(text)
    return path


def _read(tmp_path: Path, text: str) -> tuple[list[tuple[int, list[str]]], list[str]]:
    table = read_table(_path(tmp_path, text), SHAPE)
    return list(table.records), table.notes


@pytest.mark.parametrize(
    ("more", "rows", "told"),
    [
        ("a,b,year\nIran,Iraq,2003\n", [(5, ["Iran", "Iraq", "2003"])], "line 4 was left out: it is the header again"),
        (" A , B,Year\n", [], "line 4 was left out: it is the header again"),
        (
            "a,b,year\nIran,Iraq,2003\na,b,year\n",
            [(5, ["Iran", "Iraq", "2003"])],
            "2 lines were left out: they are the header again (4, 6)",
        ),
        ("Source: Doe, Roe, 2020\n", [], f'line 4 was {NOTES}: "Source: Doe, Roe, 2020"'),
        ('\n"Source: Doe, Roe"\nNote: x\n', [], f'lines 5 to 6 were {NOTES}: "Source: Doe, Roe" "Note: x"'),
        (",,\nNotes:,,\nDates are estimates,,\n", [], f'lines 5 to 6 were {NOTES}: "Notes:" "Dates are estimates"'),
        ("* not in force\n(a) in part\n", [], f'lines 4 to 5 were {NOTES}: "* not in force" "(a) in part"'),
        ("Last updated 2020-01-03\n", [], f'line 4 was {NOTES}: "Last updated 2020-01-03"'),
        ("(2 rows)\n", [], f'line 4 was {NOTES}: "(2 rows)"'),
        ("Quelle: Doe\n", [], f'line 4 was {NOTES}: "Quelle: Doe"'),
        ("Источник: Doe\n", [], f'line 4 was {NOTES}: "Источник: Doe"'),
        ("\nThe author made this table.\n", [], f'line 5 was {NOTES}: "The author made this table."'),
        (
            "Source: Doe\n\na,b,year\nIran,Iraq,2003\nSource: Doe\n",
            [(7, ["Iran", "Iraq", "2003"])],
            f'line 4 was {NOTES}: "Source: Doe"',
        ),
    ],
)
def test_the_header_again_and_notes_are_left_out_and_told(
    tmp_path: Path, more: str, rows: list[tuple[int, list[str]]], told: str
) -> None:
    found, notes = _read(tmp_path, TABLE + more)
    assert found == ROWS + rows
    assert told in notes
    assert list(sniffed(_path(tmp_path, TABLE + more)).table.records) == found


def test_what_goes_on_with_a_record_that_a_line_end_has_split_is_no_note(tmp_path: Path) -> None:
    found, notes = _read(tmp_path, "a,b,year\nIran,Office of\nSource: Doe,2001\nIran,---\n---,2002\n\nIran,Oman,2002\n")
    assert found == [
        (2, ["Iran", "Office of\nSource: Doe", "2001"]),
        (4, ["Iran", "---\n---", "2002"]),
        (7, ["Iran", "Oman", "2002"]),
    ]
    assert notes == ["2 records that a line end had split were joined"]


def test_exports_that_were_put_together(tmp_path: Path) -> None:
    one = "Pacts of Doe\n\na,b,year\nIran,China,2001\nSource: Doe\n\n"
    found, notes = _read(tmp_path, one + one)
    assert found == [(4, ["Iran", "China", "2001"]), (10, ["Iran", "China", "2001"])]
    assert f'lines 5 to 7 were {NOTES}: "Source: Doe" "Pacts of Doe"' in notes
    assert f'line 11 was {NOTES}: "Source: Doe"' in notes


@pytest.mark.parametrize(
    "text",
    [
        "a|b|year\n---+---+---\nIran|China|2001\nIran|Oman|2002\n",
        "a|b|year\n:---|---:|---\nIran|China|2001\nIran|Oman|2002\n",
        "a\tb\tyear\n===\t====\t====\nIran\tChina\t2001\nIran\tOman\t2002\n",
    ],
)
def test_a_rule_under_the_header_is_left_out_and_told(tmp_path: Path, text: str) -> None:
    found, notes = _read(tmp_path, text)
    assert [cells for _, cells in found] == [cells for _, cells in ROWS]
    assert "line 2 was left out: it is a rule" in notes


def test_dashes_for_nothing_are_no_rule(tmp_path: Path) -> None:
    found, _ = _read(tmp_path, "a,b,year\n--,--,--\n-,---,2001\n")
    assert len(found) == 2


def test_many_notes_are_counted_and_long_ones_cut(tmp_path: Path) -> None:
    _, notes = _read(tmp_path, TABLE + f"Note: {'x' * 80}\n" + "Note: y\n" * 4)
    assert f'lines 4 to 8 were {NOTES}: "Note: {"x" * 54}..." "Note: y" "Note: y" and 2 more' in notes


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a,b,year\nNote: x,China,2001\nSource: y,Oman,2002\n", ["Note: x", "Source: y"]),
        ("a, b, year\nIran, China, 2001\n* Iran now, Oman, 2002\nIran, Iraq, 2003\n", ["Iran", "* Iran now", "Iran"]),
        ("a,b,year\na,China,year\nIran,b,2002\n", ["a", "Iran"]),
        ("a,b,year\nIran,,\nNotes on Peace,Oman,\n", ["Iran", "Notes on Peace"]),
        ("a\tb\tyear\nNote: x\t Oman\t 2001\n", ["Note: x"]),
    ],
)
def test_a_record_that_looks_odd_stays(tmp_path: Path, text: str, names: list[str]) -> None:
    found, notes = _read(tmp_path, text)
    assert [cells[0] for _, cells in found] == names
    assert not any("left out" in note for note in notes)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("Iran,Ir\n", "t.csv:4: the last record has 2 of 3 fields"),
        ("\nIran,Ir\n", "t.csv:5: the last record has 2 of 3 fields"),
        ("\nDemocratic Republic of the Congo\n", "t.csv:5: the last record has 1 of 3 fields"),
        ("#12\n", "t.csv:4: the last record has 1 of 3 fields"),
        (
            "Source: x\nIran,Iraq,2003\n",
            r"t.csv:4: the rows: a note stands between the records: 'Source: x' \(take it out\)",
        ),
    ],
)
def test_what_may_be_a_cut_record_is_refused(tmp_path: Path, more: str, said: str) -> None:
    with pytest.raises(BadSource, match=said):
        _read(tmp_path, TABLE + more)


@given(
    rows=st.lists(
        st.tuples(*[st.sampled_from(("Iran", "Note", "* x", "a", "Source y", "")) for _ in "abc"]), min_size=1
    ),
    again=st.lists(st.integers(0, 20), max_size=3),
)
def test_whatever_cells_say_no_record_with_two_of_them_is_lost(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]], again: list[int]
) -> None:
    whole = [row for row in rows if sum(map(bool, row)) > 1]
    lines = list(map(",".join, whole))
    for place in sorted(again, reverse=True):
        lines.insert(place, "from,to,said")
    path = tmp_path_factory.mktemp("odd") / "t.csv"
    path.write_text("from,to,said\n" + "\n".join([*lines, "Source: Doe", ""]))
    table = read_table(path, Shape(what="the rows", required=("from", "to")))
    assert [tuple(cells) for _, cells in table.records] == whole
    assert any(NOTES in note for note in table.notes)


@pytest.mark.parametrize(
    ("cells", "suspect"),
    [(["Iran", "China"], False), (["Iran", " China"], False), (["Iran", "a"], True), (["Iran", "---"], True)],
)
def test_a_table_of_one_column_is_looked_through(cells: list[str], suspect: bool) -> None:
    lines = OtherLines(["a"], [], ",", ["Oman"], what="a list", where="a.csv")
    assert lines.may_be_in(cells, [[cell] for cell in cells]) is suspect
