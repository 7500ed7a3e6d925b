"""Values as a reader sees them."""

from __future__ import annotations

from typing import Any

from tiebook.cli.plain import plain


def text_of(value: Any) -> str:
    """Return a value as a reader sees it: nothing for None, lists with commas, no character that a terminal obeys."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(text_of(item) for item in value)
    if isinstance(value, float):
        return f"{value:g}"
    return plain(str(value))
