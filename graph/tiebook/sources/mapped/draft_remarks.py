"""What a draft says of columns that it does not read: keys that repeat, and numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from tiebook.tables import Row
from tiebook.tables.cells import known, number_of

_KEY: Final = re.compile(
    r"(?:case|event|record|row|obs|dispute|treaty)?(?:id|key|no|num|number|record|case)\d?", re.IGNORECASE
)
_MARKS: Final = (",", ".", " ", "'")  # between thousands
_GROUPED: Final = re.compile(
    r"-?[1-9]\d{0,2}\.\d{3}", re.ASCII
)  # a number of thousandths, or of thousands with a point between
_FEW: Final = 2  # values of a flag
_SHOWN: Final = 5  # columns of numbers that are named
_YEARS: Final = range(1500, 2101)


def is_key(rows: list[Row], column: str) -> bool:
    """Return whether a column names each record: it is called so, and no two are alike."""
    cells = [row.get(column) for row in rows]
    return bool(rows and _is_called_key(column) and all(cells) and len(set(cells)) == len(cells))


def repeated_keys(rows: list[Row], columns: Sequence[str]) -> Iterator[str]:
    """Return remarks on columns that are called keys, and repeat in some records."""
    for column in filter(_is_called_key, columns):
        counts = Counter(text for row in rows if (text := row.get(column)))
        repeated = next((text for text, count in counts.items() if count > 1), None)
        if repeated is None or 2 * len(counts) <= counts.total():
            continue
        one, other = [row.line for row in rows if row.get(column) == repeated][:2]
        yield (
            f"{column} is no key: {repeated} stands in lines {one} and {other}. Without a key, each line is a tie of its own. With"
            f' record = ["{column}"], records that are alike are one tie, and others with the same {column} are refused'
        )


def unread_numbers(rows: list[Row], columns: Sequence[str]) -> Iterator[str]:
    """Return a remark on columns of numbers, if there are any, with what to declare for the first."""
    marks = {each: mark for each in columns if not _is_called_key(each) and (mark := _mark_of(rows, each)) is not None}
    if not marks:
        return
    named = ", ".join(list(marks)[:_SHOWN]) + (f" and {len(marks) - _SHOWN} more" if len(marks) > _SHOWN else "")
    first = next(iter(marks))
    yield (
        f"These columns are numbers, and no [[tie]] reads them: {named}. The number of a tie is its value:"
        f' value = "{first}"{marks[first]}'
    )


def _mark_of(rows: list[Row], column: str) -> str | None:
    """Return what to declare beside `value` for a column of numbers: the mark between thousands; None for another column."""
    cells = {text for row in rows if (text := known(row, column)) is not None}
    numbers = [number_of(text) for text in cells]
    if len(cells) <= _FEW and cells <= {"0", "1", "0.0", "1.0"}:
        return None
    if None not in numbers:
        pointed = [text for text in cells if "." in text]
        if pointed and all(map(_GROUPED.fullmatch, pointed)):
            return f', thousands = "." if {min(pointed)} is {number_of(min(pointed), "."):.15g}'
        return None if all(number in _YEARS for number in numbers) else ""
    meant = [mark for mark in _MARKS if None not in [number_of(text, mark) for text in cells]]
    shown = min((text for text in cells if number_of(text) is None), key=len)
    said: dict[float | None, str] = {}  # the first mark, by what the shortest of them means with it
    for mark in meant:
        said.setdefault(number_of(shown, mark), mark)
    marks = [f'"{mark}" if {shown} is {number:.15g}' for number, mark in said.items()]
    return f", thousands = {', or '.join(marks)}" if meant else None


def _is_called_key(column: str) -> bool:
    last = re.split(r"[^a-zA-Z0-9]+|(?<=[a-z])(?=[A-Z])", column)[-1]
    return _KEY.fullmatch(last) is not None
