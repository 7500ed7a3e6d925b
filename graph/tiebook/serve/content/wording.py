"""Values in words."""

from __future__ import annotations

from typing import Any


def in_words(value: Any) -> str:
    """Return a type of tie in words: SELLS_ARMS_TO is "sells arms to"."""
    return str(value).lower().replace("_", " ")


def said(value: Any) -> str:
    """Return a value in words: nothing for None, yes and no, numbers without a tail of digits."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(said, value))
    return f"{value:g}" if isinstance(value, float) else str(value)
