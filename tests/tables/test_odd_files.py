"""Files as people really have them: under other names, put together, with marks of spreadsheets; one line says what is wrong."""

from __future__ import annotations

import bz2
import io
import lzma
import zipfile
from pathlib import Path

import pytest

from tiebook.errors import BadSource
from tiebook.tables import Shape, read_table
from tiebook.tables.sniff import sniffed

TEXT = "a,b,year\nIran,China,2001\nIran,Oman,2002\n"
SHAPE = Shape(what="the rows", required=("a", "b"))


def _zip(*members: tuple[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members:
            archive.writestr(zipfile.ZipInfo(name), text)  # its time is fixed: workers must collect the same tests
    return out.getvalue()


def _path(tmp_path: Path, name: str, raw: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("t.csv", _zip(("[Content_Types].xml", ""), ("xl/workbook.xml", "")), r"an Excel workbook \(name it .xlsx\)"),
        ("t.ods", _zip(("mimetype", ""), ("content.xml", "")), "an OpenDocument file"),
        ("t.csv", _zip(("word/document.xml", "")), "a Word document"),
        ("t.zip", _zip(("t.xlsx", "x")), r"holds a workbook \(t.xlsx\)"),
        ("t.zip", _zip(), "an empty zip archive"),
        ("t.xlsx", TEXT.encode(), "this is not a .xlsx workbook.*name it .csv"),
        ("t.csv.bz2", bz2.compress(TEXT.encode()), r"a bzip2 archive \(unpack it first\)"),
        ("t.csv.xz", lzma.compress(TEXT.encode()), r"an xz archive \(unpack it first\)"),
        ("t.csv.zst", b"\x28\xb5\x2f\xfd....", r"a Zstandard archive \(unpack it first\)"),
        (
            "t.csv",
            TEXT.encode("utf-16-le"),
            r"UTF-16 \(little-endian\) without a byte order mark \(--encoding utf-16-le",
        ),
        ("t.csv", TEXT.encode("utf-16-be"), r"UTF-16 \(big-endian\) without a byte order mark \(--encoding utf-16-be"),
        ("t.csv", b"a,b\n" + b"Iran,Oman\n" * 900 + b"Ir\0an,Oman\n", "t.csv:902: there is a NUL byte"),
        ("t.csv", (TEXT + "Iran,Iraq," + "x" * 200_000).encode(), "a line has 200,010 characters"),
        ("t.csv", b"a b\nIran Oman\n", r"Commas, semicolons, tabs or \| separate columns"),
        ("t.csv", b'[{"a": "Iran"}]', "name it .json"),
        ("t.txt", rb"{\rtf1\mac\deff2 {\fonttbl}{a\tab b}}", r"an RTF document \(write it out as CSV first"),
        (
            "t.edgelist",
            b"# source target\n1 2\n1 10\n2 10\n",
            r"2 columns seem to be divided by spaces .*dtype=str, comment='#', header=None\).*index=False, header=False",
        ),
        ("t.txt", b"a b\nIran Oman\nIran Mali\n", r"dtype=str\)\.to_csv\(.*index=False\)"),
        ("t.dot", b"digraph { China -> Iran [year=2001]; Russia -> Iran; }", "in the DOT language of Graphviz"),
        ("t.gv", b"strict graph pacts {\n  China -- Iran\n}\n", "save it as GraphML"),
        ("t.dl", b"dl n=2 format=edgelist1\nlabels:\nChina,Iran\ndata:\n1 2 1\n", "UCINET"),
        ("t.dl", b"DL\nN=2\nFORMAT = FULLMATRIX\nLABELS:\nChina,Iran\nDATA:\n0 1\n1 0\n", "in UCINET's DL .*GraphML"),
        ("t.dl", b"dl, format = edgelist1 n=2\nlabels:\nChina,Iran\ndata:\n1 2 1\n", "in UCINET's DL"),
        (
            "t.gdf",
            b"nodedef>name VARCHAR,label VARCHAR\na,Iran\nb,Oman\nedgedef>node1 VARCHAR,node2 VARCHAR\na,b\n",
            "GDF",
        ),
        ("t.txt", b"*Vertices 2\n1 Iran\n2 Oman\n*Arcs\n1 2\n", "a graph of Pajek"),
        ("t.csv", (TEXT + "\nDoe 2020\n").encode(), "t.csv:5: .*or this is a note below the table"),
    ],
)
def test_one_line_says_what_a_file_is_and_what_to_do(tmp_path: Path, name: str, raw: bytes, said: str) -> None:
    with pytest.raises(BadSource, match=said):
        list(sniffed(_path(tmp_path, name, raw)).table.records)


@pytest.mark.parametrize(
    ("header", "columns"), [("", ["column 1", "column 2", "column 3"]), ("a,b,year\n", ["a", "b", "year"])]
)
def test_whether_a_table_names_its_columns_is_told(tmp_path: Path, header: str, columns: list[str]) -> None:
    found = sniffed(_path(tmp_path, "t.csv", (header + "Iran,China,2001\nIran,Oman,2002\n").encode()))
    assert (found.named, found.delimiter, [*found.table.columns]) == (bool(header), ",", columns)
    assert [cells for _, cells in found.table.records] == [["Iran", "China", "2001"], ["Iran", "Oman", "2002"]]


def test_files_put_together_with_their_marks(tmp_path: Path) -> None:
    path = _path(tmp_path, "t.csv", "\ufeffa,b\nIran,China\n\ufeffIran,Oman\n".encode())
    table = read_table(path, SHAPE)
    assert [cells for _, cells in table.records] == [["Iran", "China"], ["Iran", "Oman"]]
    assert "1 byte order marks within the text were left out" in table.notes


def test_a_delimiter_behind_every_record_but_not_the_header(tmp_path: Path) -> None:
    found = sniffed(_path(tmp_path, "t.csv", b"a,b,year\nIran,China,2001,\nIran,Oman,2002,\n"))
    assert found.named
    assert [cells for _, cells in found.table.records] == [["Iran", "China", "2001"], ["Iran", "Oman", "2002"]]


def test_a_last_cell_without_a_name_that_says_something_is_not_lost(tmp_path: Path) -> None:
    path = _path(tmp_path, "t.csv", b"a,b,year\nIran,Oman,2002,x\nIran,Iraq,2002,\n")
    with pytest.raises(BadSource, match=r"t.csv:2: .*4 fields where 3 are expected"):
        list(sniffed(path).table.records)


def test_cells_that_a_spreadsheet_keeps_as_text(tmp_path: Path) -> None:
    path = _path(tmp_path, "t.csv", b'a,b,c\n="002","=""020""",2=3\n')
    table = read_table(path, SHAPE)
    assert [cells for _, cells in table.records] == [["002", "020", "2=3"]]
    assert any("keeps as text" in note for note in table.notes)


def test_lines_that_begin_with_names_of_rows_are_refused_with_what_r_should_write(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text('"a","b"\n"1","Peru","Chile"\n"2","Mali","Togo"\n', "utf-8")
    with pytest.raises(BadSource, match=r"3 fields where 2 are expected .*row.names = FALSE"):
        list(read_table(path, Shape(what="pacts", required=("a", "b"))).rows)


BARE = Shape(what="the bare table", header=("code", "name", "note"), delimiter="\t")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (",0,1,2\n0,630,Iran,x\n", "column 1"),
        ("Unnamed: 0,0,1,2\n0,630,Iran,x\n", "column 1"),
        ('"","V1","V2","V3"\n"1",630,"Iran","x"\n', "column 1"),
        ("V1;V2;V3\n630;Iran;x\n", "code"),
        ("Column1\tColumn2\tColumn3\n630\tIran\tx\n", "code"),
        ("field_1|field_2|field_3\n630|Iran|x\n", "code"),
    ],
)
def test_a_file_without_a_header_to_which_a_program_gave_one_that_counts(tmp_path: Path, text: str, first: str) -> None:
    (tmp_path / "t.csv").write_text(text)
    table = read_table(tmp_path / "t.csv", BARE)
    assert table.columns[0] == first
    (row,) = table.rows
    assert (row.line, row["code"], row["name"], row["note"]) == (2, "630", "Iran", "x")
    assert "its first line only counts the columns: it was read as a header" in table.notes


def test_five_plain_numbers_and_more_are_a_header_that_counts(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("0,1,2,3,4\na,b,c,d,e\n")
    assert [row.line for row in read_table(tmp_path / "t.csv", Shape(what="t", header=tuple("vwxyz"))).rows] == [2]
    (tmp_path / "t.csv").write_text("1,2,3,4,5\na,b,c,d,e\n")
    assert [row.line for row in read_table(tmp_path / "t.csv", Shape(what="t", header=tuple("vwxyz"))).rows] == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "0,1,2\n630,Iran,x\n",
        "1,2,3\n630,Iran,x\n",
        "2,3,4\n630,Iran,x\n",
        "V1,X2,V3\n630,Iran,x\n",
        "0,1,b\n630,Iran,x\n",
    ],
)
def test_a_first_record_that_does_not_count_is_one(tmp_path: Path, text: str) -> None:
    (tmp_path / "t.csv").write_text(text)
    assert [row.line for row in read_table(tmp_path / "t.csv", BARE).rows] == [1, 2]


def test_a_header_that_counts_other_columns_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("0,1,2,3\n630,Iran,x,y\n")
    with pytest.raises(BadSource, match="its records have 3 fields, here the first has 4"):
        read_table(tmp_path / "t.csv", BARE)
