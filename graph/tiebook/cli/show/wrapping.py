"""Wraps text at its spaces, and never inside a word: a word that is wider than a line stands on a line of its own.

Widths are those on a terminal: Chinese and Japanese characters take two columns, and between two of them a line may end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

_WIDE: Final = (
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003fffd]"
)


@lru_cache(maxsize=1)
def _wide() -> re.Pattern[str]:
    """Return the pattern of characters that take two columns; most answers have none, and need not wait for it."""
    return re.compile(_WIDE)


@lru_cache(maxsize=1 << 14)
def width_of(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    import unicodedata  # noqa: PLC0415 -- only for letters beyond ASCII

    return sum(0 if unicodedata.combining(each) else 2 if _wide().match(each) else 1 for each in text)


def longest_word(text: str) -> int:
    """Return the width of the widest part that cannot be divided."""
    return max((width_of(word) for _, word in _words(text)), default=0)


def wrapped(text: str, width: int, *, first: str = "", rest: str | None = None) -> list[str]:
    """Return the lines of a text.

    first, rest -- stand before the first line and before the others (as many spaces unless given)
    """
    indent = " " * width_of(first) if rest is None else rest
    lines, line, empty = [], first, True
    for space, word in _words(text):
        joined = f"{line}{word}" if empty or not space else f"{line} {word}"
        if empty or width_of(joined) <= width:
            line, empty = joined, False
        else:
            lines.append(line)
            line = f"{indent}{word}"
    return [*lines, line]


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Return a text filled with spaces to a width."""
    fill = " " * (width - width_of(text))
    return f"{fill}{text}" if right else f"{text}{fill}"


def _words(text: str) -> Iterator[tuple[bool, str]]:
    """Yield (a space stands before it, part) for what no line end may divide."""
    for word in text.split():
        if word.isascii() or not _wide().search(word):
            yield True, word
            continue
        space = True
        for part in re.split(f"(?<={_WIDE})(?={_WIDE})", word):
            yield space, part
            space = False
