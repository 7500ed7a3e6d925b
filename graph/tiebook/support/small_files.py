"""Reads the small files that people write by hand: cases, questions, declarations, decisions, layouts."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Final

LARGEST: Final = 64 << 20  # bytes; a long article with a thousand claims has one million


def read_small(path: Path) -> bytes:
    """Return a file's bytes.

    Raises OSError also for what is no plain file (a pipe or a device would never end) and for one above 64 MiB.
    """
    with open(path, "rb", opener=_without_waiting) as file:
        if not path.is_file():
            raise OSError(errno.EINVAL, "it is no plain file", str(path))
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise OSError(errno.EFBIG, f"it is larger than {LARGEST >> 20} MiB", str(path))
    return content


def _without_waiting(path: str, flags: int) -> int:
    """Open a pipe without waiting for its writer."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
