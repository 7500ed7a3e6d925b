"""Reads and writes a case's TOML files: what is not changed stays as it is, byte order mark and line ends included."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit

from tiebook.case.toml import Entry, read_entries, table_lines
from tiebook.errors import UsageError
from tiebook.support.atomic_write import write_atomically
from tiebook.support.small_files import decoded, mark_of, read_small
from tiebook.support.toml import toml_of


@dataclass(slots=True)
class TomlFile:
    """A TOML file that is being edited: change `document`, then take its `content` or `write` it."""

    path: Path
    before: bytes
    document: Any
    _line_end: str

    @classmethod
    def read(cls, path: Path) -> TomlFile:
        """Read a file that is valid TOML.

        Raises OSError.
        """
        raw = read_small(path)
        text = decoded(raw)
        windows = "\r\n" in text and "\n" not in text.replace("\r\n", "")
        if windows:
            text = text.replace("\r\n", "\n")
        return cls(path, raw, tomlkit.parse(text), "\r\n" if windows else "\n")

    @property
    def content(self) -> bytes:
        """What the file will hold."""
        text = tomlkit.dumps(self.document)
        if self._line_end != "\n":
            text = text.replace("\n", self._line_end)
        return encoded_as(self.before, text)

    def write(self) -> bool:
        """Write the file whole, if it has changed; return whether it has."""
        content = self.content
        if content == self.before:
            return False
        write_atomically(self.path, content)
        self.before = content
        return True


@dataclass(slots=True)
class TomlBlock:
    """One `[[table]]` of a file, cut out of it: all that stands before and after it stays as it is, to the byte.

    A document that mixes tables of several names ([[actor]], [[claim]], [[actor]]) is put in another order when it is written
    as a whole; a block is not.
    """

    path: Path
    before: bytes
    text: str
    _head: str
    _tail: str
    _line_end: str

    @classmethod
    def read(cls, path: Path, entry: Entry) -> TomlBlock:
        """Cut an entry out of its file; its values may be the derived ones.

        Raises UsageError if it is written so that its end is not plain, BadCase, OSError.
        """
        raw = read_small(path)
        stands = next(
            (each for each in read_entries(path) if (each.table, each.index) == (entry.table, entry.index)), entry
        )
        content = decoded(raw)
        lines = [line + "\n" for line in content.split("\n")]
        lines[-1] = lines[-1][:-1]
        first = stands.line - 1
        last = next((number - 1 for number in table_lines(content) if number - 1 > first), len(lines))
        while last > first + 1 and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
            last -= 1  # what stands before the next table belongs to that
        head, block, tail = "".join(lines[:first]), "".join(lines[first:last]), "".join(lines[last:])
        line_end = "\r\n" if block.count("\r\n") else "\n"
        block = block.replace("\r\n", "\n")
        if _parsed(block) != {entry.table: [stands.values]}:
            raise UsageError(f"[[{entry.table}]] cannot be cut out here: edit the file by hand", where=entry.where())
        return cls(path, raw, block, head, tail, line_end)

    def edited(self, change: Callable[[Any], None]) -> str:
        """Return the block with its table changed, comments and order kept."""
        document: Any = tomlkit.parse(self.text)
        change(next(iter(document.values()))[0])
        return tomlkit.dumps(document)

    def content(self, text: str) -> bytes:
        """Return what the file holds with another text for the block; "" takes it out, with the blank lines before it."""
        head, tail = self._head, self._tail
        if not text:
            head, tail = head.rstrip("\r\n"), tail if tail.strip() else ""
            head += self._line_end if head and not tail.startswith(("\r", "\n")) else ""
            head += self._line_end if head and tail else ""
        return encoded_as(self.before, head + text.replace("\n", self._line_end) + tail)


def encoded_as(before: bytes, text: str) -> bytes:
    """Return a text as a file's bytes, with the byte order mark and in the encoding of what the file held before."""
    mark, encoding = mark_of(before)
    return mark + text.encode(encoding)


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return toml_of(text)
    except ValueError:
        return None


def edit(path: Path, change: Callable[[Any], None]) -> bool:
    """Change the document of a file and write it; return whether anything changed."""
    file = TomlFile.read(path)
    change(file.document)
    return file.write()
