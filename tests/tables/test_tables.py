"""Published tables as they come, and the one line that says what is wrong with a file that cannot be read."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from tiebook.errors import BadSource
from tiebook.tables import Shape, read_table
from tiebook.tables.sheets import json_lines

SHAPE = Shape(what="the sample table", required=("code", "name"), others={"name": ("label",)})
PLAIN = "code,name,note\n1,Iran,a\n2,China,b\n"
EXPECTED = [("1", "Iran", "a"), ("2", "China", "b")]


def read(path: Path, shape: Shape = SHAPE) -> list[tuple[str, str, str]]:
    return [(row["code"], row["name"], row.get("note")) for row in read_table(path, shape).rows]


@pytest.mark.parametrize(
    "raw",
    [
        PLAIN.encode(),
        b"\xef\xbb\xbf" + PLAIN.encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        PLAIN.replace("\n", "\r").encode(),
        PLAIN.replace(",", ";").encode(),
        PLAIN.replace(",", "\t").encode(),
        PLAIN.encode() + b"\x1a",
        PLAIN.encode() + b"\r\n\x1a\r\n",
        PLAIN.encode("utf-16"),
        b"Some data set\nread this first, please\n\n" + PLAIN.encode(),
        PLAIN.replace("code", " CODE ").replace("name", "Label").encode(),
        PLAIN.replace("\n", ",,,\n").encode(),
        PLAIN.encode() + b",,\n\n",
        gzip.compress(PLAIN.encode()),
    ],
    ids="plain bom crlf cr semicolon tab ctrl-z ctrl-z-line utf-16 preamble renamed blanks blank-rows gzip".split(),
)
def test_the_same_table_in_other_dress(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(raw)
    assert read(path) == EXPECTED


def test_a_zip_with_one_file(tmp_path: Path) -> None:
    path = tmp_path / "table.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("table.csv", PLAIN)
    assert read(path) == EXPECTED


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac-roman", "utf-8"])
def test_encodings_are_told_apart_by_their_words(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes("code,name,note\n1,Côte d'Ivoire,São Tomé\n2,Curaçao,Réunion\n".encode(encoding))
    assert [row[1:] for row in read(path)] == [("Côte d'Ivoire", "São Tomé"), ("Curaçao", "Réunion")]


def test_a_record_split_by_a_raw_line_end_is_joined(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("code,name,note\n1,Iran,a\n2,Chi\nna,b\n3,Iraq,c\n")
    table = read_table(path, SHAPE)
    rows = list(table.rows)
    assert [(row.line, row["name"]) for row in rows] == [(2, "Iran"), (3, "Chi\nna"), (5, "Iraq")]
    assert any("joined" in note for note in table.notes)


def test_quoted_line_ends_and_the_line_numbers_after_them(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text('code,name,note\n1,"Ir\nan",a\n2,China,b\n')
    assert [row.line for row in read_table(path, SHAPE).rows] == [2, 4]


@pytest.mark.parametrize("place", [0, 255, 256, 700])
@pytest.mark.parametrize(
    ("odd", "lines", "names"),
    [
        ('7,"Ir\nan",a\n', 2, ["Ir\nan"]),
        ("7,Ir\nan,a\n", 2, ["Ir\nan"]),
        ("\n", 1, []),
        (",Iran,\n", 1, ["Iran"]),
        (",,\n", 1, []),
        ('7,"Ir"an,a\n', 1, ["Iran"]),
        ("7,Iran,a,\n", 1, ["Iran"]),
    ],
    ids="quoted split blank no-code empty half-quoted wide".split(),
)
def test_one_odd_record_among_many(tmp_path: Path, place: int, odd: str, lines: int, names: list[str]) -> None:
    path = tmp_path / "table.csv"
    before, after = (f"{number},China,b\n" for number in (1, 2))
    path.write_text("code,name,note\n" + before * place + odd + after * 300)
    expected = [(number + 2, "China") for number in range(place)]
    expected += [(place + 2, name) for name in names]
    expected += [(place + 2 + lines + number, "China") for number in range(300)]
    assert [(row.line, row["name"]) for row in read_table(path, SHAPE).rows] == expected


@pytest.mark.parametrize("place", [0, 255, 256, 700])
@pytest.mark.parametrize("after", [0, 300])
def test_a_quote_that_is_never_closed_among_many_records(tmp_path: Path, place: int, after: int) -> None:
    path = tmp_path / "table.csv"
    path.write_text("code,name,note\n" + "1,China,b\n" * place + '7,Iran,"a\n' + "2,China,b\n" * after)
    with pytest.raises(BadSource, match=rf"never closed.*csv:{place + 2}|csv:{place + 2}.*never closed"):
        read(path)


def test_blank_and_repeated_headers_have_names(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("code, ,name,note,note\n1,?,Iran,a,b\n")
    assert read_table(path, SHAPE).columns == ("code", "column 2", "name", "note", "note.2")


def test_a_file_without_a_header_and_one_that_was_given_one(tmp_path: Path) -> None:
    shape = Shape(what="the bare table", header=("code", "name", "note"), delimiter="\t")
    for text in ("1\tIran\ta\n2\tChina\tb\n", "code;name;note\n1;Iran;a\n2;China;b\n"):
        path = tmp_path / "bare.tsv"
        path.write_text(text)
        assert read(path, shape) == EXPECTED


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "empty"),
        (b"  \n\n", "empty"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "web page"),
        (b'<table border="1" class="dataframe">\n<tr><th>a,b</th></tr>\n</table>\n', "this is a table in HTML"),
        (
            b"<div>\n<style scoped>td {}</style>\n<TABLE>\n<tr><td>1,2</td></tr></TABLE></div>",
            "this is a table in HTML",
        ),
        (b"<?xml version='1.0'?><list/>", "this is XML"),
        (b'{"code": 1}', "this is JSON"),
        (b"a,b,c\n1,2,3\n", "not the sample table: it has a, b, c"),
        (b"code,nme,note\n1,Iran,a\n", r"csv:1: the sample table: the column is missing: name \(did you mean nme\?\)"),
        (b"code,name,note\n1,Iran,a,b,c\n", r"csv:2: the sample table: a record has 5 fields where 3 are expected"),
        (b"code,name,note\n1,Iran,a\n2,Ch", r"csv:3: the last record has 2 of 3 fields: the file is cut short"),
        (b"code,name,note\n1,Iran,\xc3", "cut short"),
        (b"\x89PNG\x00\x00", "binary"),
        (b"\x1f\x8b\x08broken", "damaged"),
    ],
)
def test_one_line_that_says_what_is_wrong(tmp_path: Path, raw: bytes, message: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(raw)
    with pytest.raises(BadSource, match=message) as fault:
        read(path)
    assert "\n" not in str(fault.value)
    assert "table.csv" in str(fault.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadSource, match="no such file"):
        read(tmp_path / "none.csv")


def test_a_workbook_without_its_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("tiebook.tables.sheets.import_module", missing)
    (tmp_path / "book.xlsx").write_bytes(b"PK\x03\x04")
    with pytest.raises(BadSource, match="pip install openpyxl"):
        read(tmp_path / "book.xlsx")


def test_json_lines_name_the_line_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"a": 1}\n\n[1]\n')
    with pytest.raises(BadSource, match=r"a.jsonl:3: not a JSON object"):
        list(json_lines(path))
