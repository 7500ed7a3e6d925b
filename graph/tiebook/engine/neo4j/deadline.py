"""Waits for work no longer than allowed: a server ends a query only where its own code looks at the clock.

Neo4j does not look inside one expression: `reduce()` over ten thousand million numbers ran on for minutes after its
transaction's time limit, and the driver waited with it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


def within(seconds: float, work: Callable[[], Result], *, given_up: Callable[[], None]) -> Result:
    """Do `work` in a thread and return its result, or raise what it raises.

    given_up -- called in that thread when the work ends after all, long after nobody waits for it

    Raises TimeoutError when it has not ended after so many seconds; the thread does not keep the process alive.
    """
    done: list[Result] = []
    failed: list[BaseException] = []
    late = threading.Event()

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:  # noqa: BLE001 -- it is raised again where it is waited for
            failed.append(error)
        if late.is_set():
            given_up()

    thread = threading.Thread(target=run, name="tiebook-query", daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    if done:
        return done[0]
    late.set()
    raise TimeoutError
