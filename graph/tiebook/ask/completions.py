"""What a shell completes: ids of actors and the like, kept in a sorted file of the user's cache where the graph is a large one.

A graph of a million ties takes seconds to open, and a shell waits for a completion at every key. So the ids of a large database
are written down once after each load (by the first completion) and looked up there; the file says of which state of the database
it is, and is made again when that has changed.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tiebook.ask.names import known_names
from tiebook.engine.base import Engine

_LARGE: Final = 4 * 1024 * 1024  # bytes of a database that takes too long to open at a key press
_MOST: Final = 500  # ids that a shell is given


def completions(engine: Engine, kind: str, begins: str) -> list[tuple[str, str]]:
    """Return (id, name) of the values of a parameter type that begin with a text, in any case.

    Raises what the engine raises.
    """
    path = getattr(engine, "path", None)
    if path is None or kind in ("tie", "mode") or not path.exists() or path.stat().st_size < _LARGE:
        wanted = begins.casefold()
        return [item for item in known_names(engine, kind, begins) if item[0].casefold().startswith(wanted)]
    file = _cache() / f"{hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:32]}-{kind}.names"
    stamp = f"{path.stat().st_mtime_ns} {path.stat().st_size}\n".encode()
    if not _is_of(file, stamp):
        _write(file, stamp, known_names(engine, kind))
    return list(_found(file, stamp, begins.lower().encode()))


def _cache() -> Path:
    from platformdirs import user_cache_path  # noqa: PLC0415

    return user_cache_path("tiebook", appauthor=False) / "names"


def _is_of(file: Path, stamp: bytes) -> bool:
    try:
        with file.open("rb") as lines:
            return lines.readline() == stamp
    except OSError:
        return False


def _write(file: Path, stamp: bytes, names: list[tuple[str, str]]) -> None:
    """Write the stamp, then a line for each id, sorted by its small letters: SMALL, ID and NAME, apart by tabs."""
    lines = sorted(
        "\t".join(" ".join(text.split()) for text in (name.lower(), name, what)).encode() for name, what in names
    )
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as made:
        made.write(stamp + b"".join(line + b"\n" for line in lines))
    Path(made.name).replace(file)


def _found(file: Path, stamp: bytes, begins: bytes) -> Iterator[tuple[str, str]]:
    """Find the first line that begins so by halving, and yield it and those after it."""
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as data:
        low, high = len(stamp), len(data)
        while low < high:
            start = data.rfind(b"\n", len(stamp) - 1, (low + high) // 2) + 1
            end = data.find(b"\n", start) + 1
            if data[start:end] < begins:
                low = end
            else:
                high = start
        data.seek(low)
        for _ in range(_MOST):
            line = data.readline()
            if not line.startswith(begins) or not line:
                return
            _, name, what = line.decode().rstrip("\n").split("\t")
            yield name, what
