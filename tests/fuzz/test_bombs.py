# ruff: noqa: E501 -- one bomb a line
"""Small or endless inputs that would fill memory or time: each ends in one clear line, within bounded memory and seconds.

Each runs in a process of its own, bounded by the system. The short form makes them small enough for the suite; with
TIEBOOK_BOMBS=full they have the sizes of the campaign (a line of 2 GB, an unclosed quote of 1 GB, ten million columns).
"""

from __future__ import annotations

import gzip
import io
import os
import resource
import subprocess
import sys
import textwrap
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

FULL = os.environ.get("TIEBOOK_BOMBS") == "full"
MEBI = 1 << 20
MEMORY = 1536 * MEBI  # address space of a process under test
SECONDS = 120.0 if FULL else 30.0

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is bounded by the system on Linux")


def size(short: int, full: int) -> int:
    """Return a size for this run."""
    return full if FULL else short


def runs(*arguments: object, code: str | None = None) -> tuple[int, str, float, float]:
    """Run tiebook, or Python code, under bounds: (exit code, what it said on stderr, seconds of processor, peak MiB)."""
    command = [sys.executable, "-c", textwrap.dedent(code)] if code else [sys.executable, "-m", "tiebook"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [*command, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=20
        * SECONDS,  # ends what only waits; what works is bounded by its processor time, on a busy machine too
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    peak = after.ru_maxrss / 1024
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert seconds < SECONDS, done.stderr
    print(f"exit {done.returncode} after {seconds:.1f} s, at most {peak:.0f} MiB: {done.stderr.strip()[:200]}")
    return done.returncode, done.stderr, seconds, peak


def refused(*arguments: object) -> str:
    """Run tiebook and see that it refuses in one line of its own."""
    code, said, _, _ = runs(*arguments)
    assert code in (1, 2), said
    assert "Traceback" not in said
    assert "unexpected fault" not in said
    assert "MemoryError" not in said
    assert len(said) < 4000
    return said


def written(path: Path, pieces: Iterator[bytes]) -> Path:
    """Write a file piece by piece."""
    with path.open("wb") as file:
        file.writelines(pieces)
    return path


def many(piece: bytes, bytes_: int) -> Iterator[bytes]:
    """Repeat a piece up to a size, in blocks."""
    block = piece * max(1, MEBI // len(piece))
    for _ in range(max(1, bytes_ // len(block))):
        yield block


def zipped(name: str, unpacked: int, inner: bytes = b"a,b\n1,2\n") -> bytes:
    """Return a zip archive of one file of repeated rows."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(name, "w", force_zip64=True) as member,
    ):
        for block in many(inner, unpacked):
            member.write(block)
    return out.getvalue()


TABLES: dict[str, Callable[[Path], Path]] = {
    "a header of ten million columns": lambda f: written(f / "wide.csv", many(b"c,", size(4 * MEBI, 20_000_000))),
    "one line of 2 GB": lambda f: written(f / "line.csv", many(b"x", size(64 * MEBI, 2048 * MEBI))),
    "one line of 2 GB, with delimiters": lambda f: written(f / "cells.csv", many(b"x,", size(64 * MEBI, 2048 * MEBI))),
    "a quote that is never closed": lambda f: written(
        f / "quote.csv", iter([b'state,year\nChina,"', *many(b"x\n", size(64 * MEBI, 1024 * MEBI))])
    ),
    "a zip bomb": lambda f: written(f / "bomb.csv.zip", iter([zipped("x.csv", size(256 * MEBI, 5000 * MEBI))])),
    "a gzip bomb": lambda f: written(f / "bomb.csv.gz", iter([gzip.compress(b"a,b\n" * (size(64, 512) * MEBI // 4))])),
    "zips in zips": lambda f: written(f / "nested.zip", iter([zipped("x.zip", 0, zipped("y.zip", 0, zipped("z.csv", 0)))])),
    "an Excel bomb": lambda f: workbook(f / "bomb.xlsx", size(64, 1024)),
    "deep JSON": lambda f: written(f / "deep.jsonl", iter([b'{"a":' + b"[" * size(1_000_000, 15_000_000) + b"\n"])),
    "a JSON line of 2 GB": lambda f: written(f / "long.jsonl", iter([b'{"a": "', *many(b"x", size(64 * MEBI, 2048 * MEBI))])),
}  # fmt: skip


def workbook(path: Path, mebibytes: int) -> Path:
    """Write a workbook whose shared strings unpack to that much."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["state", "year"])
    plain = io.BytesIO()
    book.save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            if not member.filename.endswith("sharedStrings.xml"):
                new.writestr(member, old.read(member))
        with new.open("xl/sharedStrings.xml", "w") as strings:
            strings.write(b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">')
            for block in many(b"<si><t>a</t></si>", mebibytes * MEBI):
                strings.write(block)
            strings.write(b"</sst>")
    return path


@pytest.mark.parametrize("what", TABLES)
def test_a_table_that_is_a_bomb_is_refused(tmp_path: Path, what: str) -> None:
    refused("map", TABLES[what](tmp_path), "--type", "AGREES_WITH")


XML: dict[str, bytes] = {
    "billion laughs": b'<!DOCTYPE x [<!ENTITY a "ha">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(10)) + b"]><CONSOLIDATED_LIST>&k;</CONSOLIDATED_LIST>",
    "quadratic blow-up": b'<!DOCTYPE x [<!ENTITY a "' + b"x" * 100_000 + b'">]><CONSOLIDATED_LIST>' + b"&a;" * 100_000 + b"</CONSOLIDATED_LIST>",
    "an external entity": b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><CONSOLIDATED_LIST>&a;</CONSOLIDATED_LIST>',
    "deep XML": b"<CONSOLIDATED_LIST>" + b"<a>" * 1_000_000,
    "deep XML that closes": b"<CONSOLIDATED_LIST>" + b"<a>" * 300_000 + b"</a>" * 300_000 + b"</CONSOLIDATED_LIST>",
    "an entity in UTF-16": '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><CONSOLIDATED_LIST>&a;</CONSOLIDATED_LIST>'.encode("utf-16"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("what", "ending"),
    [
        (what, ending)
        for what in XML
        for ending in (".xml", ".graphml", ".gexf")
        if FULL or (ending == ".xml" or "laughs" in what)
    ],
)
def test_xml_that_is_a_bomb_is_refused(tmp_path: Path, what: str, ending: str) -> None:
    path = tmp_path / f"bomb{ending}"
    path.write_bytes(XML[what])
    named = ["un_sanctions", path] if ending == ".xml" else [path]
    said = refused("load", *named, "--db", tmp_path / "t.kgl")
    assert "root:" not in said
    assert not (tmp_path / "t.kgl").exists()


def case(folder: Path, head: bytes, coding: bytes = b"") -> Path:
    """Write a case."""
    folder.mkdir()
    (folder / "case.toml").write_bytes(head)
    (folder / "coding.toml").write_bytes(coding)
    return folder


HEAD = (Path(__file__).parent.parent / "samples" / "mini" / "case.toml").read_bytes()
CODING = (Path(__file__).parent.parent / "samples" / "mini" / "coding.toml").read_bytes()

CASES: dict[str, tuple[bytes, bytes]] = {
    "deep TOML": (b"x = " + b"[" * 100_000, b""),
    "a deep table of TOML": (b"[" + b".".join([b"a"] * 100_000) + b"]\n", b""),
    "TOML of 80 MB": (HEAD, b"# " + b"x" * (80 * MEBI)),
    "a date of a million digits": (HEAD.replace(b'"2021"', b'"' + b"2" * 1_000_000 + b'"'), CODING),
    "a number of a million digits": (HEAD.replace(b"format = 1", b"format = " + b"1" * 1_000_000), CODING),
    "a name of ten million letters": (HEAD, CODING.replace(b'"Northland"', b'"' + b"n" * 10_000_000 + b'"', 1)),
}


@pytest.mark.parametrize("what", CASES)
def test_a_case_that_is_a_bomb_is_refused(tmp_path: Path, what: str) -> None:
    head, coding = CASES[what]
    refused("check", case(tmp_path / "mini", head, coding))


@pytest.mark.parametrize("link", ["/dev/zero", "fifo"])
@pytest.mark.parametrize("name", ["case.toml", "coding.toml"])
def test_a_case_that_never_ends_is_refused(tmp_path: Path, link: str, name: str) -> None:
    folder = case(tmp_path / "mini", HEAD, CODING)
    (folder / name).unlink()
    if link == "fifo":
        os.mkfifo(folder / name)
    else:
        (folder / name).symlink_to(link)
    refused("check", folder)


def test_a_text_of_a_hundred_thousand_paragraphs_is_checked(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("\n\n".join(f"Paragraph {number} says nothing." for number in range(100_000)))
    folder = case(tmp_path / "mini", HEAD, CODING)
    said = runs("check", folder, "--text", text)[1]
    assert "the quote is not in paragraph" in said


LONG = [
    "RETURN " + "(" * 100_000 + "1" + ")" * 100_000,
    "RETURN " + "[" * 100_000 + "]" * 100_000,
    "RETURN " + "NOT " * 100_000 + "true",
    "RETURN " + "-" * 100_000 + "1",
    "MATCH (a)" + "-->(b)" * 20_000 + " RETURN count(*)",
    "RETURN 1 " + "UNION RETURN 1 " * 50_000,
    "RETURN a" + ".b" * 100_000,
    "RETURN '" + "x" * 1_000_000 + "' AS x",
]


@pytest.mark.parametrize("cypher", LONG if FULL else LONG[::3], ids=lambda text: text[:12])
def test_a_query_that_is_deep_or_long_is_answered_or_refused(tmp_path: Path, cypher: str) -> None:
    path = tmp_path / "q.cypher"
    path.write_text(cypher)
    code, said, seconds, _ = runs("query", "--file", path, "--timeout", "5", "--memory", "512", "-f", "json")
    assert code in (0, 1)
    assert "Traceback" not in said
    assert "unexpected fault" not in said
    assert seconds < 25


def test_a_huge_parameter_is_bound() -> None:
    code, _, _, _ = runs("query", "RETURN size($x) AS n", "-p", "x=" + "y" * 100_000)
    assert code == 0
