"""Reads JSON that is a table: a list of objects, one for each record, and the other forms in which programs write tables.

A column is a key; one of an object within an object is `outer.inner`. The forms: a list of objects, also as the only one within
an object, as servers answer; objects one after the other; lists of cells, the first with the names; lists of cells by column; and
what pandas writes (`split`, `index` and `columns`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tiebook.errors import BadSource
from tiebook.tables.packed import is_larger, suffix_within
from tiebook.tables.shape import Cells, cell_text
from tiebook.tables.text import text_of

_SUFFIXES: Final = (".json", ".geojson")
_MOST: Final = 256 << 20  # bytes; the whole file is in memory
_SPACE: Final = " \t\r\n"
_HINT: Final = "write a list of objects, one for each record; from pandas: to_json(orient='records')"

Found = list[tuple[int, Any]]  # a line, and the value that begins there


@dataclass(frozen=True, slots=True)
class JsonTable:
    """A table in JSON: its records with their lines, and notes on what else the file holds."""

    columns: list[str]
    records: list[tuple[int, dict[str, Any]]]
    notes: list[str] = field(default_factory=list)

    def rows(self) -> Iterator[Cells]:
        """Return (line, cells as text without line ends): first the names of the columns."""
        yield 1, self.columns
        for line, record in self.records:
            yield line, [" ".join(cell_text(record.get(column), _written).splitlines()) for column in self.columns]

    def by_line(self, records: Iterator[Cells]) -> Iterator[Cells]:
        """Return records with the lines of this file, which were counted in what `rows` returned."""
        for number, cells in records:
            yield self.records[number - 2][0], cells


class _NoTable(Exception):
    """A JSON file is no table; says what it is."""


def may_be_json_table(path: Path) -> bool:
    """Return whether a file may be a table in JSON, by its name."""
    return suffix_within(path) in _SUFFIXES


def json_table(path: Path, encoding: str | None = None) -> JsonTable:
    """Read a table in JSON.

    Raises BadSource for what is not JSON, or no table.
    """
    if is_larger(path, _MOST):
        hint = "write one object a line, in a file whose name ends in .jsonl"
        raise BadSource("the JSON has more than 256 MiB", where=str(path), hint=hint)
    text, _ = text_of(path, encoding)
    try:
        is_list, values = _values(text, str(path))
        notes: list[str] = []
        found = _listed(values) if is_list or len(values) > 1 else _within(values[0][1], notes)
    except _NoTable as error:
        raise BadSource(f"this JSON is no table: {error}", where=str(path), hint=_HINT) from None
    lines = [line for line, _ in found]
    if len(set(lines)) < len(lines) or (is_list and lines[0] == 1):  # several on one line: they are numbered instead
        found = _numbered(each for _, each in found)
    records = [(line, flat_record(each)) for line, each in found]
    columns = list(dict.fromkeys(column for _, record in records for column in record))
    return JsonTable(columns, records, notes)


def _values(text: str, where: str) -> tuple[bool, Found]:
    """Return whether a text is a list, and the values in it; else the values that stand there one after the other.

    Raises BadSource with the line on which it is not JSON.
    """
    decode = json.JSONDecoder(object_pairs_hook=_once, parse_constant=str).raw_decode  # NaN is a missing value
    at = _after_space(text, 0)
    is_list = text[at : at + 1] == "["
    at = _after_space(text, at + is_list)
    found: Found = []
    line, counted = 1, 0
    while at < len(text) and not (is_list and text[at] == "]"):
        line, counted = line + text.count("\n", counted, at), at
        try:
            value, end = decode(text, at)
        except json.JSONDecodeError as error:
            raise BadSource(f"not JSON: {error.msg}", where=f"{where}:{error.lineno}") from None
        except (ValueError, RecursionError) as error:
            raise BadSource(f"not JSON: {error}", where=f"{where}:{line}") from None
        found.append((line, value))
        at = _after_space(text, end)
        if is_list and text[at : at + 1] == ",":
            at = _after_space(text, at + 1)
        elif is_list and text[at : at + 1] != "]":
            raise BadSource("not JSON: the list has no end, or a comma is missing", where=f"{where}:{line}")
    if is_list and _after_space(text, at + 1) < len(text):
        raise BadSource("not JSON: something follows the end of the list", where=f"{where}:{line}")
    return is_list, found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object.

    Raises ValueError for a key that it has twice: one of the two would be lost.
    """
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"an object has the key {next(name for name in names if names.count(name) > 1)!r} twice")
    return made


def _after_space(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACE:
        at += 1
    return at


def _listed(values: Found) -> Found:
    """Return the records of a list of objects, or of lists of cells of which the first has the names of the columns."""
    if not values:
        raise _NoTable("an empty list")
    if all(isinstance(each, dict) for _, each in values):
        return values
    if all(isinstance(each, list) for _, each in values):
        names = values[0][1]
        if all(isinstance(name, str) for name in names) and len(set(names)) == len(names):
            return [(line, _named(names, cells)) for line, cells in values[1:]]
        raise _NoTable("a list of lists, and the first does not name the columns")
    raise _NoTable("a list of other things than objects")


def _named(names: Sequence[str], cells: list[Any]) -> dict[str, Any]:
    if len(cells) != len(names):
        raise _NoTable(f"a record has {len(cells)} cells where {len(names)} are expected")
    return dict(zip(names, cells, strict=True))


def _within(whole: Any, notes: list[str]) -> Found:
    """Return the records that an object holds; `notes` takes what else it holds."""
    if not isinstance(whole, dict) or not whole:
        raise _NoTable("neither a list nor an object")
    values = list(whole.values())
    if isinstance(whole.get("columns"), list) and isinstance(whole.get("data"), list):  # pandas: split
        return _numbered(_named(whole["columns"], cells) for cells in whole["data"])
    lists = [name for name, each in whole.items() if isinstance(each, list) and each and _are(each, dict)]
    if len(lists) > 1:
        raise _NoTable(f"it has several lists of objects ({', '.join(lists)})")
    if lists:
        others = [name for name in whole if name != lists[0]]
        notes += [f"the records are its list {lists[0]!r}; not read: {', '.join(others)[:80]}"] if others else []
        return _numbered(whole[lists[0]])
    if _are(values, list) and len(set(map(len, values))) == 1:  # by column, as R writes them
        return _numbered(dict(zip(whole, cells, strict=True)) for cells in zip(*values, strict=True))
    if _are(values, dict):
        inner = [set(each) for each in values]
        if all(keys == inner[0] for keys in inner) and all(map(str.isdecimal, inner[0])):  # pandas: columns
            return _numbered({column: whole[column][number] for column in whole} for number in values[0])
        if all(map(str.isdecimal, whole)):  # pandas: index
            return _numbered(values)
        raise _NoTable(f"it has an object for each of {', '.join(whole)[:60]}")
    if any(isinstance(each, list) for each in values):
        raise _NoTable(f"an object with {', '.join(whole)[:60]}")
    return [(1, whole)]  # one record


def _are(values: Sequence[Any], kind: type) -> bool:
    return all(isinstance(each, kind) for each in values)


def _numbered(records: Any) -> Found:
    """Return records with their numbers as lines, the header being the first, as in a table."""
    return list(enumerate(records, start=2))


def flat_record(record: Mapping[str, Any], before: str = "") -> dict[str, Any]:
    """Return an object without objects in it: their keys become `outer.inner`."""
    out: dict[str, Any] = {}
    for name, value in record.items():
        if isinstance(value, dict) and value:
            out |= flat_record(value, f"{before}{name}.")
        else:
            out[f"{before}{name}"] = None if value == {} else value
    return out


def _written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
