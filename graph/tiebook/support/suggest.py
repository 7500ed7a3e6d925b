"""Did you mean ...: the nearest known names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_LEAST: Final = 60  # similarity, of 100
_MOST: Final = 3


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return "did you mean a, b or c?", nearest first; None if nothing is near."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 -- only when a name is wrong

    found = process.extract(
        name, sorted(known), scorer=fuzz.WRatio, processor=utils.default_process, limit=_MOST, score_cutoff=_LEAST
    )
    if not found:
        return None
    names = [str(match[0]) for match in found]
    return f"did you mean {' or '.join(filter(None, [', '.join(names[:-1]), names[-1]]))}?"
