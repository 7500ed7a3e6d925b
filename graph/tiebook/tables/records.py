"""The records of a delimited text: blank ones left out, those split by a raw line end joined, broken ones refused."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import chain, count, islice, repeat
from operator import itemgetter
from typing import Final, Literal, TypedDict

from tiebook.errors import BadSource
from tiebook.tables.cells import UNSAID
from tiebook.tables.header import Header
from tiebook.tables.lines.other_lines import OtherLines
from tiebook.tables.lines.quotes import LINES, QUOTE, converted, quote_of
from tiebook.tables.lines.whole_records import WholeRecords
from tiebook.tables.shape import Cells, Shape

_MANY: Final = 256  # lines that are read together
_QUOTED: Final = re.compile(r'"[^"]*"')


class _Form(TypedDict):
    """How cells are divided, as the csv module wants it; strict -- refuse what follows a closing quote."""

    delimiter: str
    quoting: Literal[0, 3]
    quotechar: str
    strict: bool


def records(
    lines: Iterator[str],
    header: Header,
    shape: Shape,
    where: str,
    notes: list[str],
    *,
    ended: bool,
    before: Sequence[str] = (),
) -> Iterator[Cells]:
    """Return the records below the header: the line on which each begins, and its cells, as many as there are columns.

    lines -- of the whole file; ended -- whether the last one has a line end; before -- the lines before the header
    notes -- takes what was repaired, and the lines that are not records: the header again, notes below the table

    Raises BadSource with file:line for a record with too few or too many fields, a quote that is never closed, or a copy
    that is cut short.
    """
    found = _read(lines, header, shape, where, notes, before)
    places = [header.columns.index(name) for name in shape.filled if name in header.columns]
    if places:
        known = {*shape.required, *shape.optional}
        there = [place for place, name in enumerate(header.columns) if name in known]
        found = _rejoined(found, places, slice(there[0], there[-1] + 1), notes)
    if ended:
        yield from found
        return
    line = header.lines
    for line, cells in found:
        yield line, cells
    if shape.ended and header.delimiter == shape.delimiter:
        raise BadSource(
            f"{shape.what}: the last line has no end: the file is cut short",
            where=f"{where}:{line}",
            hint="download it again",
        )
    notes.append("no line end after the last record: if that record looks incomplete, the file was cut short")


def _read(
    lines: Iterator[str], header: Header, shape: Shape, where: str, notes: list[str], before: Sequence[str]
) -> Iterator[Cells]:
    """Return records of full width: many at a time as long as each is a line, from then on one by one."""
    for _ in islice(lines, header.lines):
        pass
    first = list(islice(lines, LINES))
    # a copy that was saved again with another delimiter, or exported anew, was also quoted again
    quoted = shape.quoted or header.quoted or header.delimiter != shape.delimiter
    quoted = quoted or sum(bool(_QUOTED.fullmatch(cell)) for cell in "".join(first[:1]).split(header.delimiter)) > 1
    mark = quote_of(first, header.delimiter, named=header.single)
    if mark != QUOTE:
        quoted = True
        notes.append(f"quoted by {mark}")
    form: _Form = {
        "delimiter": header.delimiter,
        "quoting": csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
        "quotechar": mark,
        "strict": mark != QUOTE,
    }
    rest: Iterator[str] = chain(first, lines)
    if header.padding:
        rest = map(str.rstrip, rest, repeat(header.padding))
    named = header.columns[0] in shape.required
    others = OtherLines(header.written, before, header.delimiter, _first(first, form), shape.what, where, named=named)
    line = header.lines + 1
    while several := list(islice(rest, _MANY)):
        rows = _plain(several, form, len(header.columns))
        if rows is None or others.may_be_in(several, rows):
            parsed = _parsed(chain(several, rest), line, form, shape, where)
            yield from WholeRecords(header, shape, where, others).read(parsed, notes)
            return
        yield from zip(count(line), rows)
        line += len(rows)


def _first(lines: list[str], form: _Form) -> list[str]:
    """Return the cells of the first line; none where it cannot be divided."""
    try:
        return next(csv.reader(lines[:1], **form), [])
    except csv.Error:
        return []


def _plain(lines: list[str], form: _Form, width: int) -> list[list[str]] | None:
    """Return the records of some lines, where each line is one of full width that is not blank; else None."""
    strict: _Form = {**form, "strict": True}
    try:
        rows = list(csv.reader(lines, **strict))
    except csv.Error:
        return None
    if len(rows) < len(lines) or set(map(len, rows)) != {width}:
        return None
    begin = all(map(str.strip, map(itemgetter(0), rows)))
    return rows if begin or all(any(map(str.strip, cells)) for cells in rows) else None


def _rejoined(found: Iterator[Cells], places: list[int], own: slice, notes: list[str]) -> Iterator[Cells]:
    """Join the pieces of split records that a spreadsheet has padded to full width.

    places -- cells that every record fills
    own -- the columns of the table itself, between those that a program or somebody has added before and behind them
    """
    held: Cells | None = None
    joined = 0
    for line, cells in found:
        if held is not None and not all(_says(cells[place]) for place in places):
            head, piece = held[1][own], cells[own]
            blank = next((count for count, cell in enumerate(reversed(head)) if _says(cell)), 0)
            if blank and not any(map(_says, piece[blank + 1 :])):
                whole = len(head) - blank - 1
                head[whole:] = [f"{head[whole]}\n{piece[0]}", *piece[1 : blank + 1]]
                held = (held[0], [*held[1][: own.start], *head, *held[1][own.stop :]])
                joined += 1
                continue
        if held is not None:
            yield held
        held = (line, cells)
    if held is not None:
        yield held
    if joined:
        notes.append(f"{joined} records that a line end had split, and a spreadsheet padded, were joined")


def _says(cell: str) -> bool:
    """Return whether a cell is not blank, nor NA or the like, as a program pads with."""
    return cell.strip() not in UNSAID


def _parsed(lines: Iterator[str], number: int, form: _Form, shape: Shape, where: str) -> Iterator[Cells]:
    """Return records, whatever their width, and the line on which each begins; the first line has that number."""
    spent = False

    def given() -> Iterator[str]:
        nonlocal spent
        for line in lines:
            yield line + "\n"
        spent = True

    reader = csv.reader(given(), **form)
    before = number - 1
    begins = 1
    opened = 1
    try:
        for cells in reader:
            if spent:  # the reader has asked for more, inside a quoted cell
                raise BadSource(
                    "a quote is opened and never closed: the file is cut short, or a quote is misplaced",
                    where=f"{where}:{before + begins}",
                    hint="download it again",
                )
            yield before + begins, cells
            opened, begins = begins, reader.line_num + 1
    except csv.Error as error:
        what, hint = str(error), None
        if form["quotechar"] != QUOTE:
            what = "more text follows the ' that ends a cell"
            hint = f"if it writes \\' within cells: {converted(where, form['delimiter'], escaped=True)}"
        raise BadSource(f"{shape.what}: {what}", where=f"{where}:{before + opened}", hint=hint) from None
