"""Reads and writes a case's TOML files: what is not changed stays as it is, byte order mark and line ends included."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import tomlkit

from tiebook.support.atomic_write import write_atomically
from tiebook.support.small_files import read_small

_MARK: Final = b"\xef\xbb\xbf"


@dataclass(slots=True)
class TomlFile:
    """A TOML file that is being edited: change `document`, then take its `content` or `write` it."""

    path: Path
    before: bytes
    document: Any
    _mark: bytes
    _line_end: str

    @classmethod
    def read(cls, path: Path) -> TomlFile:
        """Read a file that is valid TOML.

        Raises OSError.
        """
        raw = read_small(path)
        text = raw.decode("utf-8-sig")
        windows = "\r\n" in text and "\n" not in text.replace("\r\n", "")
        if windows:
            text = text.replace("\r\n", "\n")
        mark = _MARK if raw.startswith(_MARK) else b""
        return cls(path, raw, tomlkit.parse(text), mark, "\r\n" if windows else "\n")

    @property
    def content(self) -> bytes:
        """What the file will hold."""
        text = tomlkit.dumps(self.document)
        if self._line_end != "\n":
            text = text.replace("\n", self._line_end)
        return self._mark + text.encode()

    def write(self) -> bool:
        """Write the file whole, if it has changed; return whether it has."""
        content = self.content
        if content == self.before:
            return False
        write_atomically(self.path, content)
        self.before = content
        return True


def edit(path: Path, change: Callable[[Any], None]) -> bool:
    """Change the document of a file and write it; return whether anything changed."""
    file = TomlFile.read(path)
    change(file.document)
    return file.write()
