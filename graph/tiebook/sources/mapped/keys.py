"""The keys of records: of one column or several, or made up of the line; two that differ never meet.

A whole number with a decimal (3.0) is one that a program has written in a column with blanks: the key is 3, in every release.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import Final

_MADE_UP: Final = re.compile(r"(?:\d+/)?line-\d+/*", re.ASCII)
_WHOLE: Final = re.compile(r"(\d+)\.0", re.ASCII)
_PADDED: Final = re.compile(r"0+([1-9]\d*)", re.ASCII)
_MOST: Final = 100_000  # keys with zeros before them that are remembered


def keys_of(columns: Sequence[list[str]], lines: Sequence[int], missing: Collection[str], file: str) -> list[str]:
    """Return the key of each record.

    columns -- of which keys are made; without any, the line is the key
    file -- begins the keys that are made up, in all files of a kind but the first
    """
    if not columns:
        return [f"{file}{line}" for line in lines]
    columns = list(map(_whole, columns))
    keys = columns[0] if len(columns) == 1 else list(map(_joined, zip(*columns, strict=True)))
    found = []
    for key, line in zip(keys, lines, strict=True):
        if key in missing or not key.strip("/"):
            found.append(f"{file}line-{line}")
        else:  # one that is written like those that are made up
            found.append(f"{key}/" if "line-" in key and _MADE_UP.fullmatch(key) else key)
    return found


def with_spells(keys: Sequence[str], since: Sequence[str]) -> list[str]:
    """Return keys made of lines, with the begin of each spell: several may stand in one line."""
    return [f"{key}/{begin}" if begin else key for key, begin in zip(keys, since, strict=True)]


def _whole(cells: list[str]) -> list[str]:
    """Return cells of which whole numbers have no decimal."""
    if not any(cell.endswith(".0") for cell in cells):
        return cells
    return [found[1] if (found := _WHOLE.fullmatch(cell)) else cell for cell in cells]


class Padded:
    """Keys with zeros before a number: beside the number alone they are other records, which may be a program's doing."""

    def __init__(self) -> None:
        """Start with none met."""
        self._met: dict[
            tuple[str, str], str
        ] = {}  # the number as a key, and the type of its tie, to the key as written

    def look(self, type_: str, keys: Sequence[str]) -> None:
        """Look through the keys of some records, which make ties of a type."""
        for key in keys:
            if key[0] == "0" and len(self._met) < _MOST and (found := _PADDED.fullmatch(key)):
                self._met.setdefault((type_, found[1]), key)

    def notes(self, knows: Callable[[str, str], bool]) -> list[str]:
        """Return what an account says of them, nothing if no number stands there both ways.

        knows -- whether a tie of a type has a key
        """
        both = [(plain, key) for (type_, plain), key in self._met.items() if knows(type_, plain)]
        self._met.clear()
        if not both:
            return []
        plain, key = both[0]
        more = f", and {len(both) - 1:,} more such pairs" if len(both) > 1 else ""
        return [f"the keys {key} and {plain} are two records{more}: if a program has dropped zeros, write them alike"]


def _joined(parts: Sequence[str]) -> str:
    """Return the parts of a key with / between; a / within one is escaped: a/b and c are not a and b/c."""
    key = "/".join(parts)
    if key.count("/") < len(parts) and "%2" not in key:
        return key
    return "/".join(part.replace("%", "%25").replace("/", "%2F") for part in parts)
