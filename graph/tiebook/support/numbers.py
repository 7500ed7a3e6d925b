"""Writes numbers for people: short ones, counts with their noun, and how many more there are than are named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_WHOLE_FROM: Final = 1e5  # six digits would leave out the last before the point, or those behind it
_BEYOND: Final = 1e15  # from here on a float does not hold each whole number


def short_number(value: float) -> str:
    """Write a number with six digits and no zeros at the end, but with all that stand before its point.

    From 100,000 on two digits stand behind the point, from 10^15 on it has an exponent.
    """
    if _WHOLE_FROM <= abs(value) < _BEYOND:
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return f"{value:g}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun: "1 row", "2 rows", "3 countries", "1,234 days".

    plural -- where it is not the noun with "s" or "ies"
    """
    if number == 1:
        return f"1 {noun}"
    regular = f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"
    return f"{number:,} {plural or regular}"


def first_of(names: Sequence[str], most: int) -> str:
    """Return names, of more than `most` the first ones and how many there are beside them: "a, b and 1,234 more"."""
    return ", ".join(names[:most]) + (f" and {len(names) - most:,} more" if len(names) > most else "")
