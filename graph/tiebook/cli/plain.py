"""Makes text from data harmless on a terminal: no escape sequences, no control or direction characters."""

from __future__ import annotations

import unicodedata
from typing import Final

_DIRECTION: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def plain(text: str, *, keep_lines: bool = False) -> str:
    """Replace control characters and direction overrides by a visible mark; line breaks by a space unless kept."""
    return "".join(_shown(character, keep_lines=keep_lines) for character in text)


def _shown(character: str, *, keep_lines: bool) -> str:
    if character == "\n":
        return "\n" if keep_lines else " "
    if character == "\t":
        return " "
    if character in _DIRECTION or unicodedata.category(character) in ("Cc", "Cs"):
        return "\ufffd"
    return character
