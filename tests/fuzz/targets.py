"""All targets by name."""

from __future__ import annotations

from functools import cache

from tests.fuzz import cases, tables, words
from tests.fuzz.target import Target


@cache
def targets() -> dict[str, Target]:
    """Return every target of this machine."""
    return {target.name: target for room in (tables, cases, words) for target in room.targets()}
