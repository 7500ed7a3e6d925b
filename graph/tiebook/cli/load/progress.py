"""Shows how far a load is: a bar on stderr with rate and remaining time, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tiebook.sync.progress import Progress, Silent

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress as Rich
    from rich.progress import Task, TaskID


@contextmanager
def shown(console: Console | None = None) -> Iterator[Progress]:
    """Return what hears of progress while a load runs; nothing is left on the screen afterwards.

    console -- where to show it; none: stderr, where that is a terminal
    """
    if console is None and not sys.stderr.isatty():
        yield Silent()
        return
    from rich.console import Console as Real  # noqa: PLC0415 -- only where somebody looks
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    from rich.progress import Progress as Bars  # noqa: PLC0415

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=30),
        TaskProgressColumn(),
        TextColumn("{task.fields[rate]}", markup=False),
        TimeRemainingColumn(compact=True),
    )
    with Bars(*columns, console=console or Real(stderr=True), transient=True) as bars:
        yield _Bar(bars)


class _Bar:
    """One bar for the present phase."""

    def __init__(self, bars: Rich) -> None:
        self._bars = bars
        self._task: TaskID | None = None
        self._unit = ""

    def begin(self, what: str, total: int, unit: str) -> None:
        from tiebook.support.plain import plain  # noqa: PLC0415

        if self._task is not None:
            self._bars.remove_task(self._task)
        self._unit = unit
        self._task = self._bars.add_task(plain(what), total=max(total, 1), rate="")

    def at(self, done: int) -> None:
        if self._task is None:
            return
        task = next(task for task in self._bars.tasks if task.id == self._task)
        self._bars.update(self._task, completed=done, rate=_rate(task, self._unit))


def _rate(task: Task, unit: str) -> str:
    """Describe how fast it goes, in megabytes or in thousands a second."""
    speed = task.speed or 0.0
    if unit == "bytes":
        return f"{speed / 1e6:,.1f} MB/s"
    return f"{speed:,.0f} {unit}/s"
