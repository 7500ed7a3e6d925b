"""Ends a command cleanly when the system asks for it: half-written files are removed, and a query's own process is ended."""

from __future__ import annotations

import signal
from types import FrameType
from typing import Final, NoReturn

_ASKED: Final = ("SIGTERM", "SIGHUP")  # Ctrl-C is Python's own KeyboardInterrupt; Windows has no hang-up


class Stopped(BaseException):
    """The system asks the process to end; no failure, so nothing that handles failures catches it."""

    def __init__(self, number: int) -> None:
        """Record the number of the signal."""
        super().__init__(number)
        self.exit_code = 128 + number


def stop_in_order() -> None:
    """From now on raise Stopped for these signals, unless somebody has said already what they shall do (nohup)."""
    for name in _ASKED:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _stop)


def _stop(number: int, _: FrameType | None) -> NoReturn:
    raise Stopped(number)
