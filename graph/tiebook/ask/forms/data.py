"""An answer as data: JSON with its flat rows and its document, CSV with its flat rows alone."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from tiebook.ask.answer import Answer
from tiebook.ask.document.compose import has_marks, marks_of_rows
from tiebook.ask.document.structure import Document
from tiebook.ask.forms.values import marks_text
from tiebook.support.plain import plain_json

MARKS: Final = "marks"
_WORDS: Final = {None: "null", True: "true", False: "false"}
_quoted: Final = json.JSONEncoder(ensure_ascii=False).encode


def flat(answer: Answer, *, evidence: bool = True) -> tuple[list[str], list[list[Any]]]:
    """Return the columns and the rows of an answer, as every form without a document has them.

    Whoever takes the rows elsewhere takes what qualifies them along: where they are of claims or ties, the last column, `marks`,
    has the marks that the table shows, and nothing where nothing does.

    evidence -- with the columns that are receipts
    """
    keep = [index for index, column in enumerate(answer.columns) if evidence or column not in answer.receipt_columns]
    columns, rows = [answer.columns[index] for index in keep], [[row[index] for index in keep] for row in answer.rows]
    if not has_marks(answer):
        return columns, rows
    marks = map(marks_text, marks_of_rows(answer))
    return [*columns, MARKS], [[*row, text] for row, text in zip(rows, marks, strict=True)]


def json_of(answer: Answer, document: Document, extra: Mapping[str, Any], *, evidence: bool = True) -> Any:
    """Return what JSON has of an answer: its flat rows, with the parts of its document; of an ad-hoc query the rows alone.

    extra -- what goes beside it: stamp, citations
    """
    columns, rows = flat(answer, evidence=evidence)
    records: list[dict[str, Any]] = [dict(zip(columns, row, strict=True)) for row in rows]
    if document.name is None and not extra:
        return records
    parts = {} if document.name is None else document.to_dict(evidence=evidence)
    return {**extra, "rows": records, **parts}


def as_json(document: Any, indent: int | None = None) -> str:
    """Return JSON with days as texts, null for a number that JSON does not have, and no character that a terminal obeys."""
    if indent is not None:
        return plain_json(_on_lines(document, "\n", " " * indent))
    return plain_json(json.dumps(_finite(document), ensure_ascii=False, default=_iso))


def as_csv(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Return rows as CSV, with no cell that a spreadsheet computes."""
    from tiebook.model.exchange import csv_text, guarded  # noqa: PLC0415 -- only CSV needs it

    cells = ([_cell(value) for value in row] for row in (columns, *rows))
    return csv_text([guarded(cell) if isinstance(cell, str) else cell for cell in row] for row in cells)


def _on_lines(value: Any, start: str, step: str) -> str:
    """Return JSON as json.dumps indents it, which it does in Python and in small pieces, three times as slowly.

    start -- the line break and the indentation of the line that the value begins on
    """
    if isinstance(value, str):
        return _quoted(value)
    inner = f"{start}{step}"
    if isinstance(value, dict) and value:
        parts = [f"{_quoted(key)}: {_on_lines(item, inner, step)}" for key, item in value.items()]
        return f"{{{inner}{f',{inner}'.join(parts)}{start}}}"
    if isinstance(value, (list, tuple)) and value:
        parts = [_on_lines(item, inner, step) for item in value]
        return f"[{inner}{f',{inner}'.join(parts)}{start}]"
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    return str(value) if isinstance(value, int) else json.dumps(_finite(value), ensure_ascii=False, default=_iso)


def _finite(value: Any) -> Any:
    """Return a value with null for a number that JSON does not have (the answer of 0.0/0)."""
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _cell(value: Any) -> Any:
    """Return a cell: a list as one text, a day as it is written, nothing for null."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return _iso(value) if isinstance(value, date) else value


def _iso(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
