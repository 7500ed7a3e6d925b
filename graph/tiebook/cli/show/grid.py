"""A table in a given width: columns that are wide enough for their longest word, the rest of the room where it saves lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from tiebook.cli.show.wrapping import longest_word, padded, width_of, wrapped

_GAP: Final = 2  # spaces between two columns
_STEP: Final = 4
_SAMPLE: Final = 60  # rows by which the widths are chosen


def grid(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int, *, tall: int = 6) -> list[str] | None:
    """Return the lines of a table; None if it does not fit without dividing a word, or a cell takes more than `tall` lines.

    rows -- a text for each column; what is a number stands at the right
    """
    columns = [[head, *(row[index] for row in rows)] for index, head in enumerate(heads)]
    least = [max(map(longest_word, column)) for column in columns]
    room = width - _GAP * (len(heads) - 1)
    if sum(least) > room:
        return None
    wanted = [max(map(width_of, column)) for column in columns]
    widths = _widths(least, wanted, room, rows[:_SAMPLE])
    if (
        max((len(wrapped(cell, size)) for row in rows for cell, size in zip(row, widths, strict=True)), default=0)
        > tall
    ):
        return None
    numbers = [all(_is_number(cell) for cell in column[1:]) and any(column[1:]) for column in columns]
    lines = [*_row(heads, widths, numbers), (" " * _GAP).join("-" * size for size in widths)]
    for row in rows:
        lines += _row(row, widths, numbers)
    return lines


def _widths(least: Sequence[int], wanted: Sequence[int], room: int, rows: Sequence[Sequence[str]]) -> list[int]:
    """Add the room that is left, step by step, to the column by which the rows lose the most lines."""
    if sum(wanted) <= room:
        return list(wanted)
    widths = list(least)
    heights = [[len(wrapped(cell, size)) for cell, size in zip(row, widths, strict=True)] for row in rows]
    left = room - sum(widths)
    while left > 0:
        best, gain, size = None, 0.0, 0
        for index, width in enumerate(widths):
            for step in (_STEP, 3 * _STEP):
                wider = min(width + step, width + left, wanted[index])
                if wider == width:
                    continue
                saved = sum(
                    max(high)
                    - max(*high[:index], *high[index + 1 :], len(wrapped(row[index], wider)), 1)
                    + 0.1 * (high[index] - len(wrapped(row[index], wider)))
                    for row, high in zip(rows, heights, strict=True)
                )
                if saved / (wider - width) > gain:
                    best, gain, size = index, saved / (wider - width), wider
        if best is None:
            break
        left -= size - widths[best]
        widths[best] = size
        for row, high in zip(rows, heights, strict=True):
            high[best] = len(wrapped(row[best], size))
    return widths


def _row(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> list[str]:
    columns = [wrapped(cell, size) for cell, size in zip(cells, widths, strict=True)]
    return [
        (" " * _GAP)
        .join(padded(part, size, right=end) for part, size, end in zip(line, widths, right, strict=True))
        .rstrip()
        for line in zip_longest(*columns, fillvalue="")
    ]


def _is_number(text: str) -> bool:
    return not text or text.lstrip("-").replace(".", "", 1).isdigit()
