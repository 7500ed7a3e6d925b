"""The edges of what is taken for a table: a record in one cell, a delimiter, the last year."""

from datetime import date
from pathlib import Path

import pytest

from tiebook.errors import BadSource
from tiebook.tables.cells import last_day
from tiebook.tables.encoding import _only_utf8
from tiebook.tables.sniff import _header
from tiebook.tables.wrapped import taken_apart

FILE = Path("x.csv")


@pytest.mark.parametrize(
    ("cells", "width", "expected"),
    [
        (["a,b,c"], 3, ["a", "b", "c"]),
        (["a,b"], 2, ["a", "b"]),
        (["a,b"], 5, None),
        (["a,b,c,d"], 3, None),
        (["a;b;c"], 3, None),
        (["a,b,c", "d"], 3, None),
    ],
)
def test_a_record_in_one_cell_is_taken_apart(cells, width, expected):
    assert taken_apart(cells, ",", width) == expected


@pytest.mark.parametrize(
    ("years", "day"),
    [([1990, 2012, 2001], date(2012, 12, 31)), ([-9, 1990], date(1990, 12, 31)), ([9999], date(9999, 12, 31)), ([-9], None)],
)  # fmt: skip
def test_a_file_reaches_to_its_latest_year(years, day):
    assert last_day(years) == day


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_the_delimiter_is_the_one_that_most_lines_have(delimiter):
    lines = ["", *(f"IRN{delimiter}CHN{delimiter}{n}" for n in range(5))]
    lines[0] = delimiter.join(["state_a", "state_b", "year"])
    assert _header([*lines, "", "a remark, with a comma"], FILE) == (["state_a", "state_b", "year"], delimiter)


def test_one_column_is_no_table():
    with pytest.raises(BadSource, match="no delimiter"):
        _header(["name", "Iran"], FILE)


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (["a,b,since", "Iran,China,open", "Iran,Oman,2001"], ["a", "b", "since"]),  # a record of words is no header
        (["a,b,since", "sender,receiver,year", "Iran,Oman,2001"], ["a", "b", "since"]),
        (["a,,since"], ["a", "", "since"]),
        (["Pacts,,,", "a,b,c,d", "Iran,,,", "Iran,Oman,x,y", "Iran,Iraq,x,z"], ["a", "b", "c", "d"]),
        (["Pacts,of Doe,,", "a,b,c,d", "Iran,Oman,x,y", "Iran,Iraq,x,z"], ["a", "b", "c", "d"]),  # half of the cells
        (["country,1999,2000,2001", "Iran,1,2,3"], ["country", "1999", "2000", "2001"]),  # three years are columns
        (["Iran,Oman,2000,2001", "Iran,Iraq,2002,2003"], None),
        (["a,b;c", "Iran,Oman;x"], ["a", "b;c"]),  # of two delimiters that divide alike the first
        (["Pacts,,2020-01-03", "a,b,since", "Iran,Oman,2001"], ["a", "b", "since"]),
        (["Pacts,,as of May", "a,b,since", "Iran,Oman,2001"], ["a", "b", "since"]),
        (["Pacts,,as of May", "a,,since", "Iran,Oman,2001"], ["Pacts", "", "as of May"]),
        (["Pacts,,as of May", "a,a,since", "Iran,Oman,2001"], ["Pacts", "", "as of May"]),
        (["Pacts,,as of May", "a,7,since", "Iran,Oman,2001"], ["Pacts", "", "as of May"]),
        (["Pacts,,as of May", "a,b,since", "Iran,Oman,"], ["Pacts", "", "as of May"]),
        (["a,,since", "Iran,Oman,unknown", "Iran,Iraq,2001"], ["a", "", "since"]),  # what is unknown names no column
        (["a,,since", "Iran,Oman,open", "Iran,Iraq,May"], ["a", "", "since"]),  # nor what stands above words
    ],
)
def test_the_names_of_columns_stand_in_the_first_row_or_below_one_with_gaps(lines, names):
    assert _header(lines, FILE) == (names, ",")


@pytest.mark.parametrize("lines", [[";;", ";;"], [" , ", " , ", ""], ["\t\t"]])
def test_empty_cells_are_no_table(lines):
    with pytest.raises(BadSource, match="no delimiter"):
        _header(lines, FILE)


@pytest.mark.parametrize(
    ("word", "is_one"), [("Łomża", True), ("Łomża_Łódź", True), ("Łomża_łOmŻa", False), ("Łomża_a1", False)]
)
def test_every_part_of_a_word_in_utf8_is_a_word(word, is_one):
    assert _only_utf8(word.encode()) is is_one
