"""Values of the graph in files that other tools read, and back without loss: a column's name gives the type of its values.

A text stands under the plain name of its property, another value under `name:type`, with the types that neo4j-admin uses too:
`paragraph:long`, `confidence:double`, `inferred:boolean`, `since_earliest:date`, `aliases:string[]` (a JSON list), and
`name:json` for a text that a file format cannot hold as it is.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from tiebook.errors import BadSource
from tiebook.model.records import Value

MARK: Final = "tiebook"  # the graph attribute by which a file of ours is known
FULL: Final = "full"  # the scope of a file that holds a whole graph
NODE_COLUMNS: Final = ("id", "label", "labels")
EDGE_COLUMNS: Final = ("id", "source", "target", "type")
RENAMED: Final = {
    "source": "source_id",
    "id": "tie_id",
}  # properties of edges whose names mean an end or a key elsewhere

# what XML 1.0 forbids or does not keep, and lone surrogates: no file is made unreadable by a text
FORBIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

HALVES: Final = re.compile("[\ud800-\udfff]")  # of a character, alone: no file and no database holds them

# in any case: spreadsheets, also in other languages, pandas and networkx
_RIGHT: Final = {"boolean": "true or false", "date": "as 2015-10-03", "double": "as 0.5", "long": "a whole number"}
_BOOLEANS: Final = {
    **dict.fromkeys("true 1 wahr vrai vero verdadero verdadeiro waar prawda doğru истина".split(), True),
    **dict.fromkeys("false 0 falsch faux falso onwaar fałsz yanlış ложь".split(), False),  # noqa: RUF001 -- Turkish
}
# texts that pandas takes for missing; and numbers and truth values that spreadsheets and pandas write in another way
BLANKS: Final = frozenset(
    """#N/A|#N/A N/A|#NA|-1.#IND|-1.#QNAN|-NaN|-nan|1.#IND|1.#QNAN|<NA>|N/A|NA|NULL|NaN|None|n/a|nan|null|NaT""".split(
        "|"
    )
)
_RETYPED: Final = re.compile(
    r"""\s*[-+]?(?:0\d+|\d{12,}|\d+\.\d*|\d*\.\d+|\d+(?:\.\d*)?[eE][-+]?\d+|inf|infinity)\s*
    |\s*\+\d+\s*|\s*-0\s*|\s+\d+\s*|\d+\s+|true|false|\s+""",
    re.IGNORECASE | re.VERBOSE,
)
_FORMULA: Final = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")  # full-width signs too


def harmless(text: str) -> str:
    """Return a text for a format that drops what it cannot hold: control characters become a visible mark."""
    return FORBIDDEN.sub("\ufffd", text)


def guarded(text: str) -> str:
    """Return a text for a cell of CSV: what a spreadsheet would run as a formula gets an apostrophe in front."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Remove the apostrophe that `guarded` added."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def type_of(value: Value) -> str:
    """Return the type that stands in the name of a value's column; "" for a plain text, "json" for an awkward one."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "long"
    if isinstance(value, float):
        return "double"
    if isinstance(value, date):
        return "date"
    if isinstance(value, list):
        return "string[]"
    awkward = not value or FORBIDDEN.search(value) or value in BLANKS or _RETYPED.fullmatch(value)
    return "json" if awkward else ""  # "" and NA would be read back as missing, 1.0 and 007 as other numbers


def column_of(name: str, value: Value) -> str:
    """Return the name of the column that a value stands under."""
    kind = type_of(value)
    return f"{name}:{kind}" if kind else name


def text_of(value: Value) -> str:
    """Write a value as text, for the column that `column_of` names."""
    kind = type_of(value)
    if kind == "boolean":
        return "true" if value else "false"
    if kind in ("string[]", "json"):
        return json.dumps(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def value_of(kind: str, text: str) -> Value:
    """Read a value from its text and the type in its column's name.

    Raises BadSource for a text that is no such value.
    """
    try:
        return _read(kind, text)
    except ValueError:
        raise BadSource(f"{text[:40]!r} is not a {kind}", hint=_RIGHT.get(kind)) from None


def _read(kind: str, text: str) -> Value:
    if kind == "":
        return text
    if kind == "long":
        return int(text.removesuffix(".0"))  # as pandas writes a column with blanks
    if kind == "double":
        return float(text)
    if kind == "date":
        return date.fromisoformat(text.removesuffix(" 00:00:00"))
    if kind == "boolean" and (word := text.lower().removesuffix(".0")) in _BOOLEANS:
        return _BOOLEANS[word]
    if kind in ("string[]", "json"):
        read: Any = json.loads(text)
        if _is_text(read) if kind == "json" else isinstance(read, list) and all(_is_text(item) for item in read):
            value: Value = read
            return value
    raise ValueError(kind)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def split_column(column: str) -> tuple[str, str]:
    """Return the property and the type that a column's name gives."""
    name, _, kind = column.partition(":")
    return name, kind


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV with plain line ends; a cell with a carriage return is quoted, which csv.writer forgets."""
    out = io.StringIO()
    some, every = csv.writer(out, lineterminator="\n"), csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    for row in rows:
        (every if any("\r" in cell for cell in row if isinstance(cell, str)) else some).writerow(row)
    return out.getvalue()
