"""What a draft says of columns that it does not read: keys that repeat, numbers; and which column of numbers tells types."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.sources.test_draft_says_more import drafted
from tiebook.errors import UsageError
from tiebook.sources.draft_declaration import draft

SIGNED = ("+=SUPPORTS", "-=OPPOSES")


def table(*rows: str, columns: str = "id,one,two,usd") -> str:
    return "\n".join([columns, *rows]) + "\n"


def test_a_key_that_repeats_is_said_with_its_lines(tmp_path: Path) -> None:
    tie, said = drafted(tmp_path, table("a,Iran,Iraq,", "b,Iran,Oman,", "c,Iran,Chad,", "b,Iran,Oman,"))
    assert "record" not in tie
    assert "id is no key: b stands in lines 3 and 5." in said
    assert 'With record = ["id"], records that are alike are one tie' in said


@pytest.mark.parametrize(
    "rows", [("a,Iran,Iraq,", "b,Iran,Oman,"), ("a,Iran,Iraq,", "a,Iran,Oman,", "a,Iran,Chad,", "b,Iran,Cuba,")]
)
def test_a_key_and_a_column_of_few_values_are_not_said_to_repeat(tmp_path: Path, rows: tuple[str, ...]) -> None:
    _, said = drafted(tmp_path, table(*rows))
    assert "is no key" not in said


def test_beside_a_key_no_other_is_looked_for(tmp_path: Path) -> None:
    rows = ("a,7,Iran,Iraq", "b,8,Iran,Oman", "c,8,Iran,Chad")
    tie, said = drafted(tmp_path, table(*rows, columns="id,case_no,one,two"))
    assert tie["record"] == ["id"]
    assert "is no key" not in said


@pytest.mark.parametrize(
    ("column", "may_be_a_value"),
    [
        ("pactid1", False),
        ("AgreementID", False),
        ("dirdyadid", False),
        ("us_aid", True),
        ("bid", True),
        ("paid2", True),
    ],
)
def test_the_id_of_something_is_no_value(tmp_path: Path, column: str, *, may_be_a_value: bool) -> None:
    columns = f"id,one,two,{column}"
    _, said = drafted(tmp_path, table("a,Iran,Iraq,3150", "b,Iran,Oman,3150", "c,Iran,Chad,3075", columns=columns))
    assert (f'value = "{column}"' in said) == may_be_a_value


@pytest.mark.parametrize(
    ("cells", "declared"),
    [
        (("5", "2.5"), 'value = "usd"'),
        (("1,234", "2.5"), 'value = "usd", thousands = "," if 1,234 is 1234, or " " if 1,234 is 1.234'),
        (("1,234", "12,345,678"), 'value = "usd", thousands = "," if 1,234 is 1234'),
        (("1 234,5", "7"), 'value = "usd"'),
        (("1.234", "12.500"), 'value = "usd", thousands = "." if 1.234 is 1234'),
        (("1.234", "0.500"), 'value = "usd"'),
        (("1.234", "7.5"), 'value = "usd"'),
        (("1.234,5", "7"), 'value = "usd", thousands = "." if 1.234,5 is 1234.5'),
    ],
)
def test_numbers_that_no_tie_reads_are_said_with_how_to_read_them(
    tmp_path: Path, cells: tuple[str, str], declared: str
) -> None:
    _, said = drafted(tmp_path, table(f'a,Iran,Iraq,"{cells[0]}"', f'b,Iran,Oman,"{cells[1]}"', "c,Iran,Chad,"))
    (line,) = [line for line in said.splitlines() if "are numbers" in line]
    assert (
        line
        == f"# These columns are numbers, and no [[tie]] reads them: usd. The number of a tie is its value: {declared}"
    )


@pytest.mark.parametrize("cells", [("0", "1"), ("1999", "2001"), ("much", "little"), ("5", "little"), ("", "")])
def test_flags_years_and_words_are_no_numbers(tmp_path: Path, cells: tuple[str, str]) -> None:
    _, said = drafted(tmp_path, table(f"a,Iran,Iraq,{cells[0]}", f"b,Iran,Oman,{cells[1]}"))
    assert "are numbers" not in said


def test_of_many_columns_of_numbers_some_are_named(tmp_path: Path) -> None:
    names = [f"x{chr(97 + n)}" for n in range(8)]
    rows = (
        f"Iran,{two}," + ",".join(f"{n}.{place}" for n in range(8)) for place, two in enumerate(("Iraq", "Oman"), 3)
    )
    _, said = drafted(tmp_path, table(*rows, columns=",".join(["one", "two", *names])))
    assert "reads them: xa, xb, xc, xd, xe and 3 more. " in said


def lines(path: Path, *records: tuple[object, object], columns: tuple[str, str] = ("Date", "tension")) -> Path:
    actors = ("Iraq", "Oman", "Chad", "Cuba", "Peru")
    rows = [
        {"Sender": "Iran", "Target": actor, columns[0]: first, columns[1]: second}
        for actor, (first, second) in zip(actors, records, strict=False)
    ]
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return path


def test_a_date_before_1970_is_no_sign(tmp_path: Path) -> None:
    path = lines(tmp_path / "x.jsonl", (1578182400000, 1), (1614556800000, -1), (-3786825600000, 2))
    (tie,) = tomllib.loads(draft(path, SIGNED))["tie"]
    assert tie["type"]["column"] == tie["value"] == "tension"
    assert (tie["since"], tie["dates"]) == ("Date", "milliseconds since 1970-01-01")


def test_a_column_that_is_called_a_score_goes_before_other_numbers(tmp_path: Path) -> None:
    path = lines(tmp_path / "x.jsonl", (3, 1), (-4, -1), (5, 2), columns=("latitude", "goldstein"))
    (tie,) = tomllib.loads(draft(path, SIGNED))["tie"]
    assert tie["type"]["column"] == "goldstein"


def test_dates_alone_tell_no_types(tmp_path: Path) -> None:
    path = lines(tmp_path / "x.jsonl", (1578182400, 1), (-86400, 1), (0, 1))
    with pytest.raises(UsageError, match="no column has the value"):
        draft(path, SIGNED)
    (tie,) = tomllib.loads(draft(path, "SUPPORTS"))["tie"]
    assert "value" not in tie


@pytest.mark.parametrize("called", ["disno", "dispnum3", "case_code"])
def test_a_number_of_a_case_is_the_last_to_be_a_value(tmp_path: Path, called: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"{called},one,two,hostility\n2.5,Iran,China,4\n3.5,Iran,Oman,5\n", "utf-8")
    assert 'value = "hostility"' in draft(path, "OPPOSES")
