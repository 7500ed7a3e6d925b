"""Cell contents that mean nothing: invisible characters, and footnote marks after names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

# zero-width spaces and joiners, marks of direction, soft hyphens, byte order marks: web pages, PDFs and clocks leave them
_INVISIBLE: Final = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_WITHIN: Final = re.compile(f"[{_INVISIBLE}]+")
_AROUND: Final = re.compile(rf"^[\s{_INVISIBLE}]+|[\s{_INVISIBLE}]+$")
_MINUS: Final = re.compile(r"^[\u2212\u2010\u2011\u2013\ufe63\uff0d](\d[\d.,]*)$", re.ASCII)
_IN_BRACKETS: Final = r"\[(?:\d{1,3}|[a-z]{1,2}|(?:note|nb|fn|n|lower-alpha)\.?\s?\w{1,3})\]"
_BEHIND: Final = re.compile(rf"(?<=\S)(?:\s*(?:{_IN_BRACKETS}|[*\u2020\u2021\u00a7\u00b6]+))+\Z")
_RAISED: Final = re.compile("(?<=[^\\W\\d])[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+\\Z")


def trimmed(cells: Iterable[str]) -> list[str]:
    """Return cells without the spaces around them, and without what nobody sees there."""
    found = list(map(str.strip, cells))
    return found if all(map(str.isascii, found)) else [trim(cell) for cell in found]


def trim(cell: str) -> str:
    """Return a cell without spaces and unseen characters around it; those within a name may join its letters.

    A number has a plain minus where a typesetter's is.
    """
    return cell.strip() if cell.isascii() else _MINUS.sub(r"-\1", _AROUND.sub("", cell))


def seen(cell: str) -> str:
    """Return a code, number or date without characters that nobody sees, and with a plain minus where a typesetter's is."""
    return cell if cell.isascii() else _MINUS.sub(r"-\1", _WITHIN.sub("", cell))


def without_footnote(name: str) -> str:
    """Return a name without marks that can only be those of footnotes: [a], [note 1], *, \u2020."""
    return _BEHIND.sub("", name)


def without_raised(name: str) -> str:
    """Return a name without raised digits behind it, which may be a footnote's or its own."""
    return without_footnote(_RAISED.sub("", name))
