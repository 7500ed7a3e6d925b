"""Cells of published tables: codes for missing, days that are not known, numbers of other countries."""

from __future__ import annotations

import pytest

from tiebook.tables import Row
from tiebook.tables.cells import BadCell, code, day, not_a_number, number, number_of, plain_code, runs, score, whole


def row(**cells: str) -> Row:
    return Row(1, cells)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("1982", "7", "3"), "1982-07-03"),
        (("1982", "7", "-9"), "1982-07"),
        (("1982", "-9", "3"), "1982"),
        (("1982", "", ""), "1982"),
        (("1982.0", "7.0", "0"), "1982-07"),
        (("0", "0", "0"), None),
        (("-9", "1", "1"), None),
        (("", "", ""), None),
    ],
)
def test_days(cells: tuple[str, str, str], expected: str | None) -> None:
    assert day(row(y=cells[0], m=cells[1], d=cells[2]), "y", "m", "d") == expected


def test_a_day_that_does_not_exist() -> None:
    with pytest.raises(BadCell, match="1983-02-30"):
        day(row(y="1983", m="2", d="30"), "y", "m", "d")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4.5", 4.5),
        ("4,5", 4.5),
        ("0,0312", 0.0312),
        ("-9", None),
        ("NA", None),
        ("#N/A", None),
        ("--", None),
        ("n.d.", None),
        ("\\N", None),
        ("1,234,567", 1234567.0),
        ("-1,234.5", -1234.5),
        ("1 234 567,5", 1234567.5),
        ("1'234", 1234.0),
        ("-999", None),
        ("", None),
        ("0", 0.0),
    ],
)
def test_numbers(text: str, expected: float | None) -> None:
    assert number(row(n=text), "n") == expected


@pytest.mark.parametrize(
    ("text", "thousands", "expected"),
    [
        ("1,234", ",", 1234.0),
        ("1234.5", ",", 1234.5),
        ("0,125", ",", None),
        ("12,34", ",", None),
        ("1.234", ".", 1234.0),
        ("1.234,5", ".", 1234.5),
        ("1.5", ".", None),
        ("1\u202f234", " ", 1234.0),
    ],
)
def test_numbers_whose_thousands_are_divided(text: str, thousands: str, expected: float | None) -> None:
    assert number_of(text, thousands) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1,234", 'is 1234 with thousands = "," or 1.234 with thousands = "."'),
        ("1.234,5", 'is 1234.5 with thousands = "."'),
        ("45 %", "take the % out"),
        ("$1,500.00", "take the $ out"),
        ("20 EUR", "take the EUR out"),
        ("US$ 5", "take the US$ out"),
        ("(1,200)", "if the brackets mean that it is below 0, write -1,200"),
        ("many", "'many' is not a number"),
        ("*", """'*' is not a number: if it stands for a blank, missing = ["*"]"""),
    ],
)
def test_what_is_no_number_is_told_with_what_would_be(text: str, said: str) -> None:
    assert said in not_a_number(text)


@pytest.mark.parametrize("text", ["1,234", "abc", "1.2.3", "1.234.567", "12,34,567", "1 23", "9" * 400])
def test_what_is_no_number_for_certain(text: str) -> None:
    with pytest.raises(BadCell, match="column n"):
        number(row(n=text), "n")


@pytest.mark.parametrize("text", [".a", ".z", "#NUM!", "#NAME?", "#NULL!"])
def test_codes_of_stata_and_faults_of_a_spreadsheet_are_missing(text: str) -> None:
    assert number(row(n=text), "n") is None


def test_codes_lose_zeros_before_and_decimals_of_nothing() -> None:
    assert [plain_code("cow", text) for text in ("020", "20.0", "20.00", "20.5", "000")] == [
        "20",
        "20",
        "20",
        "20.5",
        "000",
    ]


def test_scores_have_no_codes_for_missing() -> None:
    assert score(row(n="-9.0"), "n") == -9.0
    assert score(row(n=""), "n") is None


def test_codes_are_text_without_zeros_or_decimals() -> None:
    assert [code(row(c=text), "c") for text in ("002", "2.0", "2")] == ["2", "2", "2"]
    with pytest.raises(BadCell):
        whole(row(c="2.5"), "c")


def test_runs_of_years() -> None:
    assert runs({2001, 1999, 2000, 2005}) == [(1999, 2001), (2005, 2005)]
