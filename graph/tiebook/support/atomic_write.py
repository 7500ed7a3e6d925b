"""Writes a file whole or not at all: into a new one beside it, which then takes its name."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from typing import BinaryIO


@contextmanager
def opened_whole(path: Path) -> Iterator[BinaryIO]:
    """Open a file to be written; whoever looks sees the old content or, once this ends well, the new one: never a part.

    Then it is on disk too. Raises OSError, and what is raised inside; then the old content is still there.
    """
    try:
        target = path.resolve()  # a link stays a link
    except RuntimeError:  # Python 3.11 and 3.12: links that lead to one another
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from None
    _tidy(target)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())  # some file systems tell only here that there is no room
        if target.exists():
            import shutil  # noqa: PLC0415 -- commands that only read import this too

            shutil.copymode(target, part)
        part.replace(target)
        sync_folder(target.parent)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def write_atomically(path: Path, content: str | bytes) -> Path:
    """Write a file at once (text as UTF-8, line ends as they are), whole or not at all.

    What is not a plain file (a pipe, /dev/stdout) is written to directly. Raises OSError; then the old content is still there.
    """
    data = content.encode() if isinstance(content, str) else content
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return path
    with opened_whole(path) as file:
        file.write(data)
    return path


def sync_folder(folder: Path) -> None:
    """Bring the folder's entry to disk too, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _tidy(target: Path) -> None:
    """Remove what killed processes have left beside a file."""
    if os.name != "posix":
        return  # there, asking for a process would end it
    for part in target.parent.glob(f".{escape(target.name)}.*.part"):
        number = part.name.rsplit(".", 2)[1]
        try:
            os.kill(int(number), 0)
        except ProcessLookupError:
            part.unlink(missing_ok=True)
        except (PermissionError, ValueError):  # somebody else's
            continue
