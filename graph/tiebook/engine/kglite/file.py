"""The file of the embedded engine: its real path behind links, its log, and how a new state replaces the old one.

KGLite's own lock is a file beside the database. It can be removed, and on some disks every lock is given. So a state is only
published where the file is still the one that was opened: a load is never lost to another one without a word.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tiebook import errors
from tiebook.support.atomic_write import sync_folder

if TYPE_CHECKING:
    from kglite import KnowledgeGraph

_LOG_HEADER: Final = 5  # bytes of a write-ahead log that holds nothing
FileState = tuple[int, int, int, int] | None


def real_path(path: Path) -> Path:
    """Return the file that a path leads to over symbolic links, so that all names of it have one lock.

    Raises StorageFailed for links that lead to one another.
    """
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:  # RuntimeError: Python 3.11 and 3.12
        raise errors.StorageFailed(f"the database cannot be found: {error}", where=str(path)) from None


def check_kind(path: Path) -> None:
    """Check that a path is a regular file, or does not exist yet.

    Raises DatabaseDamaged for a folder, and for a device or a pipe: KGLite would read one of those without end.
    """
    if path.exists() and not path.is_file():
        what = "a folder" if path.is_dir() else "not a regular file"
        raise errors.DatabaseDamaged(
            f"the database is {what}", where=str(path), hint="name a .kgl file: --db, TIEBOOK_DB"
        )


def check_one_name(path: Path) -> None:
    """Raise StorageFailed for a file with several names: a load would give its content to one of them only."""
    try:
        names = path.stat().st_nlink
    except OSError:  # not there yet
        return
    if names > 1 and path.is_file():  # a folder has a name in each of its own
        raise errors.StorageFailed(
            f"the database has {names} names (hard links), and a load would change the file under this one only",
            where=str(path),
            hint="keep one name, and make the others symbolic links to it",
        )


def has_log(path: Path) -> bool:
    """Return whether there is a write-ahead log with commits in it, which another program has left."""
    try:
        return Path(f"{path}-wal").stat().st_size > _LOG_HEADER
    except OSError:  # no such file, or no such folder: the next step says so
        return False


def check_log(path: Path) -> None:
    """Check that a log is one that the last writer left when it was killed: a log does not name its database.

    Raises DatabaseDamaged if the last writer ended well, or is not known: then the log is another database's.
    """
    try:
        owner = Path(f"{path}.lock-owner").read_text("utf-8", errors="replace")
    except OSError:
        owner = "released="
    if "released=" in owner:
        raise errors.DatabaseDamaged(
            f"{path.name}-wal holds commits that the last program to write the database did not make",
            where=str(path),
            hint="move the -wal file aside; it is another database's",
        )


def file_state(path: Path) -> FileState:
    """Return what distinguishes one state of the file from another; None if there is no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def publish(save: Callable[[str], object], path: Path, before: FileState) -> None:
    """Replace the file that was `before` with what `save` writes to a path, safely on disk.

    Raises DatabaseLocked if the file is another one by now, OSError, and what `save` raises.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        save(str(part))
        if file_state(path) != before:
            raise _replaced(path)
        if before is not None:
            import shutil  # noqa: PLC0415 -- only writers need it

            shutil.copymode(path, part)
        state = file_state(part)
        part.replace(path)
        sync_folder(path.parent)
        if file_state(path) != state:
            raise _replaced(path)
    finally:
        from glob import escape  # noqa: PLC0415 -- only writers need it

        for left in path.parent.glob(f"{escape(part.name)}*"):
            left.unlink(missing_ok=True)


def remove_leftovers(path: Path) -> None:
    """Remove what killed processes have left beside the file."""
    if os.name != "posix":
        return  # there, asking for a process would end it
    from glob import escape  # noqa: PLC0415 -- only writers need it

    for left in path.parent.glob(f".{escape(path.name)}.*.part*"):
        number = left.name.removeprefix(f".{path.name}.").partition(".")[0]
        try:
            os.kill(int(number), 0)
        except ProcessLookupError:
            left.unlink(missing_ok=True)
        except (PermissionError, ValueError, OverflowError):  # somebody else's
            continue


def release(graph: KnowledgeGraph) -> None:
    """Release the writer's lease without saving: the graph in memory is dropped."""
    graph.__exit__(InterruptedError, InterruptedError(), None)


def _replaced(path: Path) -> errors.DatabaseLocked:
    if not path.exists():
        return errors.DatabaseLocked(
            "the database or its folder was deleted while it was written",
            where=str(path),
            hint="run the same command again",
        )
    return errors.DatabaseLocked(
        "another process replaced the database while this one wrote, although only one may (is its .lock file gone, or on a"
        " disk without locks?)",
        where=str(path),
        hint="nothing of this load is kept; run the same command again",
    )
