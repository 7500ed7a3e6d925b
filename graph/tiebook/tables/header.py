"""Finds the header of a delimited file: which line it is, which delimiter, and under which names its columns are."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from typing import Final

from tiebook.model.errors import BadSource
from tiebook.model.suggest import nearest
from tiebook.tables.shape import Shape

_DELIMITERS: Final = (",", "\t", ";", "|")
_DEEPEST: Final = 60  # lines of preamble at most


@dataclass(frozen=True, slots=True)
class Header:
    """Where the records begin (count of lines before), how fields are divided, and the columns."""

    lines: int
    delimiter: str
    columns: tuple[str, ...]


def find_header(text: str, shape: Shape, where: str) -> Header:
    """Find the line that has all required columns.

    Raises BadSource that names the columns that are missing, and what is there instead.
    """
    if shape.header:
        return _headless(text, shape, where)
    known = {_plain(other): name for name, others in shape.others.items() for other in others}
    known |= {_plain(name): name for name in shape.required}
    best: tuple[int, int, list[str]] = (0, 0, [])
    start = 0
    for number in range(_DEEPEST):
        end = text.find("\n", start)
        line = text[start : len(text) if end < 0 else end]
        for delimiter in dict.fromkeys((shape.delimiter or ",", *_DELIMITERS)):
            cells = _cells(line, delimiter)
            names = [known.get(_plain(cell), cell.strip()) for cell in cells]
            hits = len(set(names) & set(shape.required))
            if hits == len(set(shape.required)) and _fits(shape, names, text[:start]):
                return Header(number + 1, delimiter, _unique(names))
            if hits > best[0] or (not best[2] and len(cells) > 1):
                best = (hits, number + 1, names)
        if end < 0:
            break
        start = end + 1
    raise _missing(shape, best, where)


def _fits(shape: Shape, names: list[str], before: str) -> bool:
    """Tell whether a line with all required columns also is where and as exact as it must be."""
    return shape.preamble in before and (not shape.exact or {name for name in names if name} <= set(shape.required))


def _headless(text: str, shape: Shape, where: str) -> Header:
    """Take a file without a header by the number of its fields; one that was given a header is read all the same."""
    line = text[: text.find("\n")] if "\n" in text else text
    for delimiter in (shape.delimiter or ",", *(each for each in _DELIMITERS if each != shape.delimiter)):
        cells = _cells(line, delimiter)
        if len(cells) == len(shape.header):
            given = {_plain(name) for name in shape.header} & {_plain(cell) for cell in cells}
            return Header(1 if len(given) > len(cells) // 2 else 0, delimiter, shape.header)
    found = len(_cells(line, shape.delimiter or ","))
    raise BadSource(
        f"not {shape.what}: its records have {len(shape.header)} fields, here the first has {found}", where=f"{where}:1"
    )


def _missing(shape: Shape, best: tuple[int, int, list[str]], where: str) -> BadSource:
    hits, line, names = best
    if not set(shape.required) - set(names):
        return BadSource(
            f"not {shape.what}: it has other columns beside, or another beginning", where=f"{where}:{line}"
        )
    lost = [name for name in shape.required if name not in names]
    if hits * 2 < len(shape.required):
        shown = ", ".join(name for name in names if name)[:80] or "no table at all"
        return BadSource(
            f"not {shape.what}: it has {shown}; expected are {', '.join(shape.required[:6])}...",
            where=f"{where}:{line or 1}",
        )
    hint = nearest(lost[0], [name for name in names if name and name not in shape.required])
    word = "column is" if len(lost) == 1 else "columns are"
    return BadSource(f"{shape.what}: the {word} missing: {', '.join(lost)}", where=f"{where}:{line}", hint=hint)


def _cells(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])


def _plain(name: str) -> str:
    return name.strip().casefold()


def _unique(names: list[str]) -> tuple[str, ...]:
    """Name blank columns by their position, and the second of two alike `name.2`."""
    seen: Counter[str] = Counter()
    out = []
    for position, name in enumerate(names, start=1):
        label = name or f"column {position}"
        seen[label] += 1
        out.append(label if seen[label] == 1 else f"{label}.{seen[label]}")
    return tuple(out)
