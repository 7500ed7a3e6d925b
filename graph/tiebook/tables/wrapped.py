"""Splits records that a spreadsheet, not knowing the delimiter, has put into one cell each."""

from __future__ import annotations

import csv
import re
from typing import Final

_PADDING: Final = re.compile(r"[;\t]+$")
_FEWEST: Final = 3  # cells in one, below which it is more likely a text with a comma in it


def taken_apart(cells: list[str], delimiter: str, width: int) -> list[str] | None:
    """Return the cells that the only cell of a record holds; None if a record is no such thing."""
    if len(cells) != 1 or delimiter not in cells[0]:
        return None
    try:
        inner = next(csv.reader([cells[0]], delimiter=delimiter), [])
    except csv.Error:  # a cell longer than any table has
        return None
    return inner if min(_FEWEST, width) <= len(inner) <= width else None


def padding_of(line: str, delimiter: str) -> str:
    """Return the mark that a spreadsheet has put behind every line of a file that it does not divide; nothing if it has not."""
    found = _PADDING.search(line)
    mark = found[0][0] if found else ""
    return "" if mark == delimiter or delimiter not in line else mark
