"""Finds the header of a delimited file: which line it is, which delimiter, and under which names its columns are."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tiebook.errors import BadSource
from tiebook.support.suggest import nearest
from tiebook.tables.lines.quotes import names_of
from tiebook.tables.shape import Shape
from tiebook.tables.wrapped import padding_of, taken_apart

DEEPEST: Final = 60  # lines in which a header is looked for
_DELIMITERS: Final = (",", "\t", ";", "|")
_WIDEST: Final = 20_000  # columns; the widest published table that we read has about 600
_UNTITLED: Final = 0.7  # how near a table is that only lacks the words before its header
_COUNTING: Final = re.compile(
    r"(?P<name>(?:[VXFC]|column|field|\.\.\.)?[ _]?)(?P<number>\d{1,3})", re.ASCII | re.IGNORECASE
)
_MANY: Final = 5  # plain numbers
_NUMBERS_OF_ROWS: Final = frozenset(("", "Unnamed: 0", "index", "rownames"))
_MARKS: Final = re.compile(r"[\W_]+")  # in which releases, and programs that saved a copy, write one name differently


@dataclass(frozen=True, slots=True)
class Header:
    """Where the records begin (count of lines before), how fields are divided, and the columns.

    quoted -- whether the names were in quotes; padding -- a mark that stands behind every line and divides nothing; names -- lines
    of the header itself, more than one where a quoted name is broken; written -- the names as the file has them;
    single -- whether they stand between two ' each; counted -- whether they only count the columns
    """

    lines: int
    delimiter: str
    columns: tuple[str, ...]
    quoted: bool = False
    padding: str = ""
    names: int = 1
    written: tuple[str, ...] = ()
    single: bool = False
    counted: bool = False


class OtherTable(BadSource):
    """A file is not of the expected shape; `near` says how close it comes, from 0 to 1."""

    near: float = 0.0


def find_header(lines: Sequence[str], shape: Shape, where: str) -> Header:
    """Find the line that has all required columns, among the first of a file.

    Raises OtherTable that names the columns that are missing, and what is there instead.
    """
    check_width(lines, where)
    if shape.header:
        return _headless(lines, shape, where)
    known = _known(shape)
    best: tuple[int, int, list[str]] = (0, 0, [])
    for number in range(min(len(lines), DEEPEST)):
        line, taken = _whole(lines, number)
        for delimiter in dict.fromkeys((shape.delimiter or ",", *_DELIMITERS)):
            cells = _cells(line, delimiter)
            names = _named(cells, known)
            hits = len(set(names) & set(shape.required))
            if hits == len(set(shape.required)) and _fits(shape, names, "\n".join(lines[:number])):
                quoted = line.lstrip().startswith('"') and len(cells) > 1
                return Header(
                    number + taken,
                    delimiter,
                    _unique(names),
                    quoted,
                    padding_of(line, delimiter),
                    taken,
                    tuple(cells),
                    single=names_of(line, delimiter) is not None,
                )
            if hits > best[0] or (not best[2] and len(cells) > 1):
                best = (hits, number + 1, names)
    raise _missing(shape, best, where)


def _whole(lines: Sequence[str], number: int) -> tuple[str, int]:
    """Return a line with those after it, as long as a quoted name goes on there, and how many they are."""
    quotes = 0
    for last, line in enumerate(lines[number:DEEPEST], start=number + 1):
        quotes += line.count('"')
        if quotes % 2 == 0:
            return "\n".join(lines[number:last]), last - number
    return lines[number], 1


def check_width(lines: Iterable[str], where: str) -> None:
    """Refuse a line with more cells than any table has columns.

    Raises BadSource.
    """
    for number, line in enumerate(lines, start=1):
        if max(map(line.count, _DELIMITERS)) >= _WIDEST:
            raise BadSource(f"a line has more than {_WIDEST:,} cells", where=f"{where}:{number}", hint="is it a table?")


def _known(shape: Shape) -> dict[str, str]:
    """Return the column that each spelling means: first as written but for case, then without marks."""
    own = {name: name for name in (*shape.optional, *shape.header, *shape.required)}
    named = {other: name for name, others in shape.others.items() for other in others} | own
    return (
        {_plain(name): column for name, column in named.items()}
        | {name.strip().casefold(): column for name, column in named.items()}
        | own  # as written first: columns may differ in nothing but case
    )


def _named(cells: Sequence[str], known: Mapping[str, str]) -> list[str]:
    """Return the column that each cell of a header means; another spelling means none where the column itself is there."""
    plain = [cell.strip() for cell in cells]
    meant = [known.get(cell) or known.get(cell.casefold()) or known.get(_plain(cell), cell) for cell in plain]
    there = set(plain)
    return [cell if name != cell and name in there else name for cell, name in zip(plain, meant, strict=True)]


def _fits(shape: Shape, names: list[str], before: str) -> bool:
    """Return whether a line with all required columns also is where and as exact as it must be."""
    allowed = {*shape.required, *shape.optional}
    foreign = {name.casefold() for name in shape.without}.intersection(map(str.casefold, names))
    return shape.preamble in before and not foreign and (not shape.exact or {name for name in names if name} <= allowed)


def _headless(lines: Sequence[str], shape: Shape, where: str) -> Header:
    """Recognise a file without a header by the number of its fields; one that was given a header is read all the same.

    Also a header that only counts the columns.
    """
    line = lines[0] if lines else ""
    known = _known(shape)
    widths = {}
    for delimiter in dict.fromkeys((shape.delimiter or ",", *_DELIMITERS)):
        cells = _cells(line, delimiter)
        names = _named(cells, known)
        given = set(names) & set(shape.header)
        counted = _counted(cells)
        if len(counted) == len(shape.header):
            before = _unique([""] * (len(cells) - len(counted)))  # numbers of rows
            columns = (*before, *shape.header)
            return Header(1, delimiter, columns, line.startswith('"'), written=tuple(cells), counted=True)
        if given == set(shape.header):
            return Header(1, delimiter, _unique(names), line.startswith('"'), written=tuple(cells))
        if len(cells) == len(shape.header):
            return Header(1 if len(given) > len(cells) // 2 else 0, delimiter, shape.header, written=shape.header)
        widths[delimiter] = len(cells)
    found = max(widths.values())
    message = f"not {shape.what}: its records have {len(shape.header)} fields, here the first has {found}"
    raise OtherTable(message, where=f"{where}:1")


def _counted(cells: Sequence[str]) -> list[str]:
    """Return the cells of a header that only counts columns, as programs give a file that has none; [] of another line.

    0, 1, 2 of pandas, V1, V2 of R, Column1 of spreadsheets; a first one without a name is that of the numbers of rows. A record
    may count a little too: plain numbers are a header only if there are many, or rows are numbered beside them.
    """
    plain = [cell.strip() for cell in cells]
    numbered = plain[:1] != [] and plain[0] in _NUMBERS_OF_ROWS
    names = plain[1:] if numbered else plain
    found = [each for each in map(_COUNTING.fullmatch, names) if each]
    called = {each["name"] for each in found}
    numbers = [int(each["number"]) for each in found]
    first = 0 if called == {""} else 1
    counts = len(called) == 1 and numbers in ([*range(len(names))], [*range(first, first + len(names))])
    return names if counts and (called != {""} or numbered or len(names) >= _MANY) else []


def _missing(shape: Shape, best: tuple[int, int, list[str]], where: str) -> OtherTable:
    hits, line, names = best
    near = hits / max(len(shape.required), 1)
    if not set(shape.required) - set(names) and shape.preamble:
        message = f"{shape.what}: no line before the header says {shape.preamble!r}"
        return _other(message, f"{where}:{line}", _UNTITLED, "do not take out the lines that stand there")
    if not set(shape.required) - set(names):
        return _other(f"not {shape.what}: it has other columns as well, or begins differently", f"{where}:{line}", near)
    lost = [name for name in shape.required if name not in names]
    if hits * 2 < len(shape.required):
        shown = ", ".join(name for name in names if name)[:80] or "not a table at all"
        message = f"not {shape.what}: it has {shown}; expected are {', '.join(shape.required[:6])}..."
        return _other(message, f"{where}:{line or 1}", near)
    hint = nearest(lost[0], [name for name in names if name and name not in shape.required])
    word = "column is" if len(lost) == 1 else "columns are"
    return _other(f"{shape.what}: the {word} missing: {', '.join(lost)}", f"{where}:{line}", near, hint)


def _other(message: str, where: str, near: float, hint: str | None = None) -> OtherTable:
    error = OtherTable(message, where=where, hint=hint)
    error.near = near
    return error


def _cells(line: str, delimiter: str) -> list[str]:
    named = names_of(line, delimiter)
    if named is not None and len(named) > 1:
        return named
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:  # a field beyond the limit: no header
        return [line]
    return taken_apart(cells, delimiter, _WIDEST) or cells


def _plain(name: str) -> str:
    return _MARKS.sub("", name.casefold()) or name


def _unique(names: list[str]) -> tuple[str, ...]:
    """Name blank columns by their position, and the second of two alike `name.2`."""
    seen: Counter[str] = Counter()
    out = []
    for position, name in enumerate(names, start=1):
        label = name or f"column {position}"
        seen[label] += 1
        out.append(label if seen[label] == 1 else f"{label}.{seen[label]}")
    return tuple(out)
