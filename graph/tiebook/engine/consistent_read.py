"""Reads of one state of the graph, also where loads come between: a server shows each query what is committed meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tiebook.engine.base import Engine, Result
from tiebook.errors import LimitReached

_TRIES: Final = 3


def read_consistently(engine: Engine, read: Callable[[], Result]) -> tuple[Result, bool]:
    """Read, again up to a few times if a load came between; return the result, and whether none did at last."""
    for _ in range(_TRIES):
        before = engine.revision(settled=True)
        found = read()
        if engine.revision() == before:
            return found, True
    return found, False


def read_settled(engine: Engine, read: Callable[[], Result]) -> Result:
    """Read what is of no use unless it is of one state.

    Raises LimitReached where loads never cease.
    """
    found, settled = read_consistently(engine, read)
    if not settled:
        raise LimitReached(
            "the graph was being loaded the whole time that it was read", hint="try again when the load has ended"
        )
    return found
