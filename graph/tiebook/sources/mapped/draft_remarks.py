"""What a draft says of columns that it does not read: keys that repeat, and numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from tiebook.sources.mapped.draft_dates import WIDE_YEAR
from tiebook.support.numbers import first_of
from tiebook.tables import Row
from tiebook.tables.cells import known, number_of
from tiebook.tables.sheets import WORKBOOKS
from tiebook.tables.workbooks import sheets_of

_KEY: Final = re.compile(
    r"(?:case|event|record|row|obs|dispute|treaty)?(?:id|key|no|num|number|record|case)\d?", re.IGNORECASE
)
_OF_END: Final = re.compile(
    r"(?:source|target|from|to|sender|receiver|recipient|supplier|buyer|seller|donor|actor|side|country|state|node|partner|origin"
    r"|dest(?:ination)?|reporter|exporter|importer|member|party|group|leader)_?(?:[12ab]|name)?[_ .]?(?:id|key|no|num|number)\d?$",
    re.IGNORECASE,
)
_ID: Final = re.compile(
    r"(?!(?:.*[\W_])?(?:aid|bid|paid|grid|covid)\d?$).*id\d?", re.IGNORECASE
)  # of anything: atopid1, dirdyadid
_MARKS: Final = (",", ".", " ", "'")  # between thousands
_GROUPED: Final = re.compile(
    r"-?[1-9]\d{0,2}\.\d{3}", re.ASCII
)  # a number of thousandths, or of thousands with a point between
_AMOUNT: Final = re.compile(
    r"value|amount|weight|volume|flow|trade|export|import|usd|eur\b|dollar|million|tiv|share|score|strength|deaths|fatal|betrag"
    r"|wert|montant|valeur|valor|importe",
    re.IGNORECASE,
)
_CODE: Final = re.compile(
    r"(?:^|[\W_])c?(?:code|cow|gwno|iso\w*|dyad(?:id)?|region|type|quarter|month|day)\d?$|year|(?:no|num)\d?$",
    re.IGNORECASE,
)
_EDGE_END: Final = re.compile(r"source|target|from|to|head|tail|node_?[12]", re.IGNORECASE)
_NAMELESS: Final = re.compile(r"column 1|unnamed: 0|x|\.\.\.1|row.?names|row.?id|index|n|nr|#", re.IGNORECASE)
_INDEX: Final = re.compile(r"column 1|unnamed: 0|\.\.\.1|row.?(?:names|id)", re.IGNORECASE)  # as R and pandas write one
_VERSION: Final = re.compile(r"version|release|edition", re.IGNORECASE)  # of the data
_UNIT: Final = re.compile(r"[(\[]([^()\[\]\"]+)[)\]]\s*$")  # Trade value (US$ million)
_SIGNED: Final = re.compile(
    r"\(?[-+\u2212]?(?:[$€£¥%]|[A-Z]{3}|US\$)?\s?\(?[-+\u2212]?\d[\d.,' ]*\)?\s?(?:[$€£¥%]|[A-Z]{3}|[a-z]{1,8}\.?)?\)?"
)
_SIGN: Final = re.compile(r"[$€£¥%()A-Za-z]")
_FEW: Final = 2  # values of a flag
_SHOWN: Final = 5  # columns of numbers that are named
_YEARS: Final = range(1500, 2101)


def is_key(rows: list[Row], column: str) -> bool:
    """Return whether a column names each record: it is called so, and no two are alike."""
    cells = [row.get(column) for row in rows]
    return bool(rows and _is_called_key(column) and all(cells) and len(set(cells)) == len(cells))


def key_of_spells(rows: list[Row], columns: Sequence[str]) -> list[str]:
    """Return the columns that name each spell of a table with several in a line: the key of the line, and the begin."""
    starts = [each for each in columns if each.endswith(".start") and each.removesuffix(".start") in columns]
    for column in filter(_is_called_key, columns) if starts else ():
        cells = [(row.get(column), row.get(starts[0])) for row in rows]
        if all(cell for cell, _ in cells) and len(set(cells)) == len(cells):
            return [column, starts[0]]
    return []


def is_of_end(column: str) -> bool:
    """Return whether a column is called after the number of an actor or node, not of a record: target_id, actor1_id."""
    return _OF_END.match(column) is not None


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


def numbered_nodes(rows: list[Row], columns: Sequence[str]) -> Iterator[str]:
    """Return a remark on the ends of edges that are numbers of nodes, as Gephi and others write an edge list beside a node list."""
    ends = [each for each in columns if _EDGE_END.fullmatch(each)]
    cells = [row.get(each).removesuffix(".0") for row in rows for each in ends]
    if len(ends) == 2 and all(map(str.isdecimal, cells)):  # noqa: PLR2004 -- the ends of an edge
        yield (
            f"{ends[0]} and {ends[1]} are numbers of nodes, whose names stand in another file: give it too (tiebook map EDGES"
            " NODES), or save the graph as GraphML or GEXF, which have both"
        )


def other_sheets(path: Path, sheet: str | None) -> Iterator[str]:
    """Return a remark on the sheets of a workbook that are not read; `sheet` is the one that is, if not the first."""
    names = sheets_of(path) if path.suffix.lower() in WORKBOOKS else []
    unread = [name for name in names if name != (sheet or names[0])]
    if unread:
        yield f'Only the sheet "{sheet or names[0]}" is read, not {_named(unread)}. For another, in [[file]]: sheet = "{unread[0]}"'


def unread_numbers(rows: list[Row], columns: Sequence[str]) -> Iterator[str]:
    """Return a remark on columns of numbers, if there are any, with what to declare for the likeliest."""
    columns = _may_be_values(rows, columns)
    marks = _numbers_among(rows, columns)
    if marks:
        likely = max(marks, key=lambda each: (_AMOUNT.search(each) is not None, _CODE.search(each) is None))
        in_brackets = _UNIT.search(likely)
        unit = f', unit = "{in_brackets[1].strip()}"' if in_brackets else ""
        yield (
            f"These columns are numbers, and no [[tie]] reads them: {_named(marks)}. The number of a tie is its value:"
            f' value = "{likely}"{marks[likely]}{unit}'
        )
    signs = {each: shown for each in columns if each not in marks and (shown := _beside_a_sign(rows, each))}
    if signs:
        yield (
            f"These columns are numbers with a sign or a word beside them ({next(iter(signs.values()))}), and no [[tie]] reads"
            f" them: {_named(signs)}. Leave only the numbers in the table, and name the sign as the `unit` of the `value`"
        )


def number_columns(rows: list[Row], columns: Sequence[str]) -> dict[str, str]:
    """Return the columns of numbers that may be values, with what to declare beside `value`: the mark between thousands."""
    return _numbers_among(rows, _may_be_values(rows, columns))


def _numbers_among(rows: list[Row], columns: Sequence[str]) -> dict[str, str]:
    return {each: mark for each in columns if (mark := _mark_of(rows, each)) is not None}


def _may_be_values(rows: list[Row], columns: Sequence[str]) -> list[str]:
    """Return the columns that are no keys or ids, not called by a year, and do not only number the rows."""
    no_values = (_is_called_key, _ID.fullmatch, WIDE_YEAR.fullmatch, _VERSION.fullmatch)
    return [each for each in columns if not any(test(each) for test in no_values) and not _numbers_rows(rows, each)]


def _named(columns: Iterable[str]) -> str:
    return first_of(list(columns), _SHOWN)


def _numbers_rows(rows: list[Row], column: str) -> bool:
    """Return whether a column only numbers the rows, as R and pandas write it: also of some rows of a larger table."""
    cells = [row.get(column).removesuffix(".0") for row in rows]
    if _INDEX.fullmatch(column) and all(map(str.isdecimal, cells)) and len(set(cells)) == len(cells):
        return True
    first = int(cells[0]) if cells and cells[0].isdecimal() else -1
    counted = first in (0, 1) and cells == [str(number) for number in range(first, first + len(cells))]
    return counted and len(cells) > _FEW and _NAMELESS.fullmatch(column) is not None


def _beside_a_sign(rows: list[Row], column: str) -> str:
    """Return a cell of a column of numbers that have a sign beside them: 15.2%, $1,500.00, (1,200), 3 bn; "" for another column."""
    cells = [text for row in rows if (text := known(row, column)) is not None]
    found = [text for text in cells if number_of(text) is None and _SIGNED.fullmatch(text) and _SIGN.search(text)]
    plain = sum(number_of(text) is not None for text in cells)
    return found[0] if found and len(found) + plain == len(cells) else ""


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
