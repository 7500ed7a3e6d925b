"""What the campaign found, each kept as a test: the input, cut to what matters, and what it did before it was mended."""

from __future__ import annotations

import ast
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.fuzz import tables, words
from tests.fuzz.scratch import SPLIT
from tests.fuzz.target import tried
from tests.fuzz.targets import targets
from tests.loaders.source_readers import SAMPLES
from tests.sources.test_datasets import FILES
from tiebook.tables import Row
from tiebook.tables.cells import BadCell, number, score, whole

SOURCES = Path(__file__).parents[2]


def changed(source: str, old: bytes, new: bytes, file: int = 0) -> bytes:
    """Return the sample of a data set with one thing replaced in one of its files."""
    parts = [(SAMPLES / source / name).read_bytes() for name in FILES[source]]
    assert old in parts[file]
    parts[file] = parts[file].replace(old, new, 1)
    return SPLIT.join(parts)


def declared(old: str, new: str) -> bytes:
    """Return the sample declaration with one thing replaced."""
    assert old in tables.MAPPED
    return tables.MAPPED.replace(old, new, 1).encode() + SPLIT + tables._csv()


FOUND: dict[str, tuple[str, bytes]] = {
    "IndexError: a blank line inside a record that a line end had split": ("table.csv", b"a,b\n1\n\n2\n"),
    "IndexError: a table without columns": ("table.csv", b"\r\r\r\r,"),
    "IndexError: two hundred blank lines before the table": ("table.csv", b"\n" * 250 + b"a,b\n1,2\n"),
    "csv.Error: a cell of 200,000 characters in the header": ("table.csv", b"a,b" + b"x" * 200_000 + b"\n1,2\n"),
    "hang: a line for each word of one record, joined again and again": ("table.csv", b"a,b\n" + b"x\n" * 200_000),
    "hang: a regular expression that backtracked over comments": ("table.csv", b"<!-- -->" * 200 + b"x,y\n1,2\n"),
    "BadZipFile, zlib.error: a damaged workbook": ("table.xlsx", b"PK\x03\x04 no workbook"),
    "RecursionError: deep JSON": ("table.jsonl", b'{"a":' * 100_000),
    "UnicodeEncodeError later: half a character in JSON": ("table.jsonl", b'{"a": "\\ud800"}\n'),
    "ValueError: a version that is no number": ("source-atop", changed("atop", b"4.0100002", b"4.x")),
    "ValueError: a year beyond 9999, looked at before its row's turn": ("source-cow_mid", changed("cow_mid", b"1982", b"6452002")),
    "OverflowError: a year beyond what a machine word holds": ("source-cow_mid", changed("cow_mid", b"1982", b"9" * 30)),
    "BadCell, not told: a cell that a reader looks at first": ("source-cow_states", changed("cow_states", b"1860", b"x")),
    "KeyError: a table whose first column has a name": ("source-sipri", changed("sipri", b",2019", b"x,2019", 1)),
    "LookupError: XML that names an unknown encoding": (
        "source-un_sanctions",
        changed("un_sanctions", b'"UTF-8"', b'"UT-8"'),
    ),
    "ValueError: a mapped tie that is not declared": ("declaration", declared('type = "AGREES_WITH"', 'type = "AIDS"')),
    "KeyError: a pattern of a column that may not be there": ("declaration", declared("first = {year", "first = {yea")),
    "re.error: a pattern that is none": ("declaration", declared("[0-9-]+", "[0-9")),
    "FutureWarning: a pattern with a nested set": ("declaration", declared("[0-9-]+", "[[0-9-]+")),
    "TypeError: a delimiter of two characters": ("declaration", declared("required =", 'delimiter = ";;"\nrequired =')),
    "OverflowError: a position beyond all numbers": ("layout", b'{"format": 1, "positions": {"x": [%s, 1]}}' % (b"9" * 400)),
    "RecursionError: a deep layout": ("layout", b"[" * 100_000),
    "ValueError: an example that is no command line": ("question", words.TYPED.replace("--who northland", "--who 'x").encode()),
    "hang: a linter that backtracked over spaces": ("question", words.TYPED.encode() + b"// x\nRETURN (" + b" " * 20_000),
    "UnicodeDecodeError of the target itself": ("parameter", b"\xed\xa0"),
    "UnicodeEncodeError: half a character in a picture": ("page", b"a\xed\xa0\x80\nb"),
    "ParseError: a character that XML forbids in a picture": ("page", "a\uffff\nb".encode()),
}  # fmt: skip


@pytest.mark.parametrize("what", FOUND)
def test_what_was_found_stays_mended(what: str) -> None:
    name, data = FOUND[what]
    if name not in targets():
        pytest.skip("its library is not installed")
    began = time.process_time()
    refusal = tried(targets()[name], data)
    assert time.process_time() - began < 5
    assert "\n" not in str(refusal)


@pytest.mark.parametrize("text", ["-nan", "inf", "1e999", "1_0", "٣", "0x10", "--1", "1,2,3"])
def test_only_numbers_of_tables_are_numbers(text: str) -> None:
    row = Row(7, {"n": text}, "f.csv")
    for read in (whole, number, score):
        with pytest.raises(BadCell) as fault:
            read(row, "n")
        assert fault.value.where == "f.csv:7"


def test_whole_numbers_that_a_float_cannot_tell_apart_are_refused() -> None:
    assert whole(Row(1, {"n": "9007199254740991"}), "n") == 9007199254740991
    with pytest.raises(BadCell):
        whole(Row(1, {"n": "9007199254740993"}), "n")


@pytest.mark.parametrize("text", ["NaN", "nan"])
def test_a_missing_number_of_pandas_is_missing(text: str) -> None:
    assert number(Row(1, {"n": text}), "n") is None


def patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Return every regular expression that is written in the sources."""
    for path in sorted([*SOURCES.glob("graph/**/*.py"), *SOURCES.glob("loaders/*/read.py")]):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                if getattr(node.func.value, "id", "") != "re" or not isinstance(node.args[0], ast.Constant):
                    continue
                flags = re.RegexFlag(0)
                for name in ("VERBOSE", "DOTALL", "IGNORECASE", "MULTILINE"):
                    flags |= re.RegexFlag[name] if name in ast.unparse(node) else re.RegexFlag(0)
                yield f"{path.name}:{node.lineno}", re.compile(node.args[0].value, flags)


PIECES = (
    *(
        "a",
        " ",
        "(",
        "[",
        "{",
        "-",
        ">",
        "<",
        ":",
        "|",
        ",",
        "1",
        ".",
        "'",
        '"',
        "/",
        "*",
        "WHERE ",
        "a:",
        "{a: a.b,",
        "\n",
    ),
    *("<!--", "-->", "<!-- -->", "//", " if ", "[[", "a=", "\\", "``", "$a", "(a:A", "[:", "() ", "x'"),
)


def test_no_regular_expression_takes_for_ever() -> None:
    found = dict(patterns())
    assert len(found) > 60
    slow = []
    for where, pattern in found.items():
        binary = isinstance(pattern.pattern, bytes)
        for before in ("", "(", "[a"):
            for piece in PIECES:
                text: Any = f"{before}{piece * 300}!"
                began = time.thread_time()
                list(pattern.finditer(text.encode() if binary else text))
                if time.thread_time() - began > 0.5:
                    slow.append((where, before, piece))
    assert not slow
