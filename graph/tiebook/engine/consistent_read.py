"""Reads one state of the graph even if loads happen meanwhile: a server shows each query what has been committed by then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tiebook.engine.base import Engine, Result
from tiebook.errors import LimitReached

_TRIES: Final = 3


def read_consistently(engine: Engine, read: Callable[[], Result]) -> tuple[Result, bool]:
    """Read, and again up to a few times if a load came between; return the result, and whether the last reading was undisturbed."""
    for _ in range(_TRIES):
        before = engine.revision(settled=True)
        found = read()
        if engine.revision() == before:
            return found, True
    return found, False


def read_settled(engine: Engine, read: Callable[[], Result]) -> Result:
    """Read something that is useless unless it is of one state.

    Raises LimitReached if loads never stop.
    """
    found, settled = read_consistently(engine, read)
    if not settled:
        raise LimitReached(
            "the graph was being loaded the whole time that it was read", hint="try again when the load has ended"
        )
    return found
