"""Runs one ad-hoc query on the embedded engine in a process of its own, which the parent can kill.

Reads a pickled (path, cypher, params, limits) from stdin and writes the pickled Table or TiebookError to stdout.
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tiebook.engine.base import Limits, Table

SECONDS_TO_START: Final = 5.0  # what a child may take to start and load before its time counts


def main() -> None:
    """Do the one job that stands in stdin."""
    from tiebook.engine.base import MOST_ANSWER, too_large  # noqa: PLC0415
    from tiebook.errors import TiebookError  # noqa: PLC0415

    path, cypher, params, limits = pickle.load(sys.stdin.buffer)  # noqa: S301 -- written by our own parent
    try:
        answer: Table | TiebookError = _answer(Path(path), cypher, params, limits)
    except TiebookError as error:
        answer = error
    written = pickle.dumps(answer)
    if len(written) > MOST_ANSWER:
        written = pickle.dumps(too_large())
    sys.stdout.buffer.write(written)


def _answer(path: Path, cypher: str, params: dict[str, object], limits: Limits) -> Table:
    _limit_memory(limits.memory_mib)
    _limit_time(limits.seconds + SECONDS_TO_START)
    from tiebook.engine.base import Table  # noqa: PLC0415
    from tiebook.engine.kglite.calls import ask, open_read_only  # noqa: PLC0415

    table = ask(
        open_read_only(path),
        cypher,
        params,
        timeout_ms=int(limits.seconds * 1000),
        row_limit=limits.rows + 1,
    )
    return Table(table.columns, table.rows[: limits.rows], truncated=len(table.rows) > limits.rows)


def _limit_memory(mebibytes: int) -> None:
    """Bound the address space, where the system can (not on Windows)."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    most = mebibytes * 1024 * 1024
    _, allowed = resource.getrlimit(resource.RLIMIT_AS)  # by whoever started us: it cannot be raised again
    most = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _limit_time(seconds: float) -> None:
    """Let the system end this process, where it can, though the parent that would is killed itself."""
    import signal  # noqa: PLC0415

    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)  # not by Python, which waits for the engine to come back
        signal.setitimer(signal.ITIMER_REAL, seconds + 1)  # the parent comes first, and says why


if __name__ == "__main__":
    main()
