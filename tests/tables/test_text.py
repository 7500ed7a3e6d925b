"""Text that is read piece by piece: what falls on the border of two pieces, lines without end, files that change."""

from __future__ import annotations

from pathlib import Path

import pytest

from tiebook.errors import BadSource
from tiebook.tables.packed import CHUNK, chunks
from tiebook.tables.text import opened, text_of


@pytest.mark.parametrize("border", [b"\r\n", b"\r", b"\n", "é".encode(), "\U0001f600".encode(), b"\r\r\n"])
@pytest.mark.parametrize("back", [0, 1, 2, 3])
def test_what_falls_on_the_border_of_two_pieces(tmp_path: Path, border: bytes, back: int) -> None:
    path = tmp_path / "t.csv"
    data = b"x" * (CHUNK - back) + border + b"a\r\nb\r\n"
    path.write_bytes(data)
    expected = data.decode().replace("\r\n", "\n").replace("\r", "\n")
    assert list(opened(path).lines()) == expected.removesuffix("\n").split("\n")
    assert text_of(path)[0] == expected


def test_bare_returns_over_several_pieces(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"a,b\r" * CHUNK)
    text = opened(path)
    assert text.notes == ("line ends are bare carriage returns",)
    assert sum(line == "a,b" for line in text.lines()) == CHUNK


def test_an_encoding_is_chosen_by_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"plain\n" * CHUNK + "café\n".encode("latin-1"))
    text, notes = text_of(path)
    assert text.endswith("café\n")
    assert notes == ["read as cp1252, as it is not UTF-8"]


def test_a_ctrl_z_behind_the_last_piece(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"a\n" * (CHUNK // 2) + b"\x1a\r\n")
    text = opened(path)
    assert text.ended
    assert "a Ctrl-Z at the end was left out" in text.notes
    assert set(text.lines()) == {"a", ""}


def test_a_line_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"x" * (1 << 25))
    with pytest.raises(BadSource, match="16 million characters"):
        list(opened(path).lines())


def test_bytes_are_told_as_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b"a\n" * CHUNK)
    told: list[int] = []
    assert sum(len(piece) for piece in chunks(path, told.append)) == 2 * CHUNK
    assert told == [CHUNK, 2 * CHUNK]


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.rda", b"BZh91AY\x00", "an R data file"),
        ("a.dta", b"\x72\x00\x01", "a Stata file"),
        ("a.csv", b"%PDF-1.7", "a PDF document"),
        ("a.csv", b"\xd0\xcf\x11\xe0", "an old Excel or Word file"),
        ("a.csv", b"a\x00b", "a binary file, not text"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, name: str, data: bytes, what: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BadSource, match=f"this is {what}"):
        opened(tmp_path / name)
