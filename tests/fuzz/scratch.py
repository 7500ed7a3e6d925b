"""Where fuzzed files are written: one folder a process, in memory where the system has such a place."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

SPLIT = b"\n\x1e\n"  # between the files of one input


@cache
def folder() -> Path:
    """Return the folder; it is removed when the process ends."""
    memory = Path("/dev/shm")  # noqa: S108 -- only a place; the folder in it is our own
    made = Path(tempfile.mkdtemp(prefix="tiebook-fuzz-", dir=memory if memory.is_dir() else None))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def write(name: str, data: bytes) -> Path:
    """Write one file."""
    path = folder() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def parts(data: bytes, count: int) -> list[bytes]:
    """Return the files of an input, as many as are wanted; a missing one is empty."""
    found = data.split(SPLIT, count - 1)
    return found + [b""] * (count - len(found))
