"""Did you mean ...: the nearest known names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

_LEAST: Final = 60  # similarity, of 100
_MOST: Final = 3
_WHOLE: Final = 60  # the least similarity as wholes ...
_PART: Final = 85  # ... or of the shorter one to a part of the longer


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return "did you mean a, b or c?", nearest first; None if nothing is near."""
    return did_you_mean(near_names(name, known))


def did_you_mean(names: Sequence[str]) -> str | None:
    """Return "did you mean a, b or c?"; None for no name."""
    return f"did you mean {' or '.join(filter(None, [', '.join(names[:-1]), names[-1]]))}?" if names else None


def near_names(name: str, known: Iterable[str]) -> list[str]:
    """Return the known names that are near, nearest first."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 -- only when a name is wrong

    found = process.extract(
        name, sorted(known), scorer=fuzz.WRatio, processor=utils.default_process, limit=_MOST, score_cutoff=_LEAST
    )
    return [str(match[0]) for match in found if _is_near(name, str(match[0]))]


def _is_near(name: str, known: str) -> bool:
    """Return whether two names are alike as wholes, or one is a part of the other: not "fiji" in "officials-in-jakarta"."""
    from rapidfuzz import fuzz, utils  # noqa: PLC0415

    one, two = utils.default_process(name), utils.default_process(known)
    whole = max(fuzz.ratio(one, two), fuzz.token_sort_ratio(one, two))
    return whole >= _WHOLE or fuzz.partial_ratio(one, two) >= _PART
