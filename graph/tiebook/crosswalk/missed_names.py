"""The names that the last load of each source could not resolve, kept beside the decisions: a page asks about them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from tiebook.crosswalk.unresolved import Unresolved
from tiebook.errors import BadSource
from tiebook.support.atomic_write import write_atomically
from tiebook.support.small_files import read_small

_FILE: Final = "unresolved.json"
MOST_KEPT: Final = 2_000  # names of a source, the most frequent


def missed_file(decisions: Path) -> Path:
    """Return the file that lies beside the one with the decisions."""
    return decisions.with_name(_FILE)


def keep_missed(decisions: Path, source: str, missed: Sequence[Unresolved]) -> None:
    """Note what the last load of a source could not resolve; nothing where all was.

    A disk that does not take the note is not a reason to fail: the load is done, and has told the names.
    """
    from filelock import FileLock  # noqa: PLC0415 -- only for those who load data

    path = missed_file(decisions)
    if not missed and not path.exists():
        return
    rows = [[each.system, each.text, each.count, list(each.candidates)] for each in missed[:MOST_KEPT]]
    with suppress(OSError, NotImplementedError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_suffix(".lock")):
            try:
                known = _read(path)
            except BadSource:  # damaged: it only holds what a load finds again
                known = {}
            known.pop(source, None)
            if rows:
                known[source] = {"on": datetime.now(UTC).date().isoformat(), "names": rows}
            write_atomically(path, json.dumps(known, ensure_ascii=False, indent=1))


def read_missed(decisions: Path) -> dict[str, list[Unresolved]]:
    """Return what could not be resolved, by source.

    Raises BadSource if the file is damaged.
    """
    path = missed_file(decisions)
    try:
        return {
            source: [
                Unresolved(str(system), str(text), int(count), tuple(near))
                for system, text, count, near in each["names"]
            ]
            for source, each in _read(path).items()
        }
    except (KeyError, TypeError, ValueError):
        raise _damaged(path) from None


def _read(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        found = json.loads(read_small(path))
    except OSError as error:
        raise BadSource(f"cannot be read: {error.strerror}", where=str(path)) from None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise _damaged(path)
    return found


def _damaged(path: Path) -> BadSource:
    return BadSource("not a list of names", where=str(path), hint="delete it; the next load writes it again")
