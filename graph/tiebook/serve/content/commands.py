"""Addresses of answers, also of commands that a reader is told: `tiebook ask who-arms --recipient iran` is a page here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode

from tiebook.ask.named_commands import parts_of


class Stretch(NamedTuple):
    """A stretch of a text, and the address that it stands for."""

    text: str
    address: str | None = None


def commands_in(text: str) -> Iterator[Stretch]:
    """Yield a text in stretches: what lies between commands, and the commands."""
    for part in parts_of(text):
        yield Stretch(part.text, None if part.question is None else address_of(part.question, part.values))


def address_of(name: str, values: Mapping[str, Any], form: str = "") -> str:
    """Return the address of an answer; what is empty is left out."""
    query = urlencode({key: _typed(value) for key, value in values.items() if value not in (None, "", False)})
    return f"/ask/{quote(name, safe='')}{form}" + (f"?{query}" if query else "")


def _typed(value: Any) -> str:
    return "1" if value is True else str(value)
