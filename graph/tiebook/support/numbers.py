"""Writes numbers for people: short ones, and counts with their noun."""

from __future__ import annotations

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
