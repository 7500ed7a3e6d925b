"""Reads the small files that people write by hand: cases, questions, declarations, decisions, layouts."""

from __future__ import annotations

import codecs
import errno
import os
from pathlib import Path
from typing import Final

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
LARGEST: Final = 64 << 20  # bytes; a long article with a thousand claims has one million


def folder_name(folder: Path) -> str:
    """Return the name of a folder, also of one that is given as `.` or `..`."""
    return folder.resolve().name


def read_small(path: Path) -> bytes:
    """Return a file's bytes.

    Raises OSError also for what is not a plain file (a pipe or a device would never end) and for one above 64 MiB.
    """
    with open(path, "rb", opener=_without_waiting) as file:
        if not path.is_file():
            raise OSError(errno.EINVAL, "it is not a regular file", str(path))
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise OSError(errno.EFBIG, f"it is larger than {LARGEST >> 20} MiB", str(path))
    return content


def read_text(path: Path) -> str:
    """Return a file's text: UTF-8, or as its byte order mark says. Notepad writes marks, and PowerShell UTF-16.

    Raises OSError as `read_small` does, and UnicodeDecodeError for what is not text.
    """
    return decoded(read_small(path))


def decoded(raw: bytes) -> str:
    """Return bytes as text: UTF-8, or as their byte order mark says.

    Raises UnicodeDecodeError.
    """
    mark, encoding = mark_of(raw)
    return raw[len(mark) :].decode(encoding)


def mark_of(raw: bytes) -> tuple[bytes, str]:
    """Return the byte order mark of a file, which may be none, and the encoding that it stands for."""
    return next(((mark, encoding) for mark, encoding in _MARKS if raw.startswith(mark)), (b"", "utf-8"))


def _without_waiting(path: str, flags: int) -> int:
    """Open a pipe without waiting for its writer."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
