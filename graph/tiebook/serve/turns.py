"""Limits how many requests run at the same time: some more wait, and any beyond those are asked to try again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.requests import Request

from tiebook.errors import LimitReached

_PATIENCE = 20.0  # seconds that a heavy request waits for its turn


class Turns:
    """Turns that threads take."""

    def __init__(self, at_once: int, waiting: int) -> None:
        """Set how many requests work at once, and how many may wait."""
        self._free = threading.Semaphore(at_once)
        self._room = threading.Semaphore(at_once + waiting)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn, for a while.

        Raises LimitReached where too many wait, or for too long.
        """
        if not self._room.acquire(blocking=False):
            raise LimitReached("too many requests at once", hint="try again in a moment")
        try:
            if not self._free.acquire(timeout=_PATIENCE):
                raise LimitReached("other requests are being answered", hint="try again in a moment")
            try:
                yield
            finally:
                self._free.release()
        finally:
            self._room.release()


@contextmanager
def turn_of(request: Request) -> Iterator[None]:
    """Wait for a turn among the heavy requests: queries of the console, pictures of networks.

    Raises LimitReached.
    """
    turns: Turns = request.app.state.heavy
    with turns.turn():
        yield
