"""Which mark quotes the cells of a table: ", or ' as some databases and statistics programs write."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from shlex import quote
from typing import Final

QUOTE: Final = '"'
SINGLE: Final = "'"
LINES: Final = 60  # that are looked at
_MOST: Final = 0.8  # of them have such a cell


def quote_of(lines: Sequence[str], delimiter: str, *, named: bool = False) -> str:
    """Return the mark that quotes cells: ' where nearly every record has a cell between two, and none has one between two ".

    named -- whether the names of the columns are quoted so
    """
    seen = [line for line in lines[:LINES] if line.strip()]
    if not any(SINGLE in line for line in seen):
        return QUOTE
    single, double = (_quoted(mark, delimiter) for mark in (SINGLE, QUOTE))
    if any(map(double.search, seen)):
        return QUOTE
    hits = sum(bool(single.search(line)) for line in seen)
    return SINGLE if hits > _MOST * len(seen) or (named and hits) else QUOTE


def names_of(line: str, delimiter: str) -> list[str] | None:
    """Return the names in a header whose names stand between two ' each; None for another line."""
    if not (line.strip().startswith(SINGLE) and line.strip().endswith(SINGLE)):
        return None
    try:
        return next(csv.reader([line.strip()], delimiter=delimiter, quotechar=SINGLE, strict=True), None)
    except csv.Error:
        return None


def way_out(cells: Sequence[str], where: str, delimiter: str) -> str | None:
    """Return what to do with a record that is too wide because ' quotes some of its cells; None if no cell is quoted so."""
    begun = next((place for place, cell in enumerate(cells) if cell.strip().startswith(SINGLE)), len(cells))
    ended = any(cell.strip().endswith(SINGLE) for cell in cells[begun + 1 :])
    return f"if ' quotes its cells: {converted(where, delimiter)}" if ended else None


def converted(where: str, delimiter: str, *, escaped: bool = False) -> str:
    """Return the command that writes a table quoted by ' as CSV; escaped -- whether a backslash marks a ' within a cell."""
    path = Path(where)
    new = path.with_name(f"{path.stem}-new.csv")
    form = "quotechar=chr(39)"
    form += "" if delimiter == "," else f", delimiter=chr({ord(delimiter)})"
    form += ", escapechar=chr(92)" if escaped else ""
    program = f"import csv, sys; csv.writer(sys.stdout).writerows(csv.reader(sys.stdin, {form}))"
    return f"python3 -c '{program}' < {quote(str(path))} > {quote(str(new))}"


@lru_cache(maxsize=16)
def _quoted(mark: str, delimiter: str) -> re.Pattern[str]:
    """Return the pattern of a cell between two marks."""
    cell = rf"{mark}(?:[^{mark}]|{mark}{mark})*{mark}"
    return re.compile(rf"(?:^|{re.escape(delimiter)})[ ]*{cell}[ ]*(?={re.escape(delimiter)}|$)")
