"""Values as a reader sees them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tiebook.ask.document.structure import AlsoSaid, Mark
from tiebook.support.numbers import short_number
from tiebook.support.plain import plain


def text_of(value: Any) -> str:
    """Return a value as a reader sees it: nothing for None, lists with commas, no character that a terminal obeys."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(text_of(item) for item in value)
    if isinstance(value, float):
        return short_number(value)
    return plain(str(value))


def marks_text(marks: Iterable[Mark]) -> str:
    """Return marks as they stand beside a row."""
    return "; ".join(plain(mark.text) for mark in marks)


def also_said_counts(said: Iterable[AlsoSaid]) -> str:
    """Return how many claims of each kind there are: "2 denied, 1 sought"."""
    return ", ".join(f"{each.count:,} {each.kind}" for each in said)
