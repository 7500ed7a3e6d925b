"""An answer as data: JSON with its flat rows and its document, JSON lines and CSV with its flat rows alone."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import click

from tiebook.cli.plain import on_terminal, plain_json
from tiebook.cli.streams import can_encode
from tiebook.errors import UsageError

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # also full-width


def as_json(document: Any, indent: int | None = None) -> str:
    """Return JSON with days as texts, null for a number that JSON does not have, and no character that a terminal obeys."""
    return plain_json(json.dumps(_finite(document), ensure_ascii=False, indent=indent, default=_iso))


def print_csv(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Print rows as CSV, with no cell that a spreadsheet computes.

    Raises UsageError where stdout cannot encode them.
    """
    from tiebook.model.exchange import csv_text  # noqa: PLC0415

    text = csv_text([_cell(value) for value in row] for row in (columns, *rows))
    if not can_encode(text):  # an escape would be other data, and CSV has no way to mark it
        raise UsageError(
            f"stdout is {sys.stdout.encoding}, which has no room for this answer", hint="PYTHONUTF8=1 helps"
        )
    click.echo(on_terminal(text), nl=False, color=True)  # click takes what looks like a colour out of data otherwise


def _finite(value: Any) -> Any:
    """Return a value with null for a number that JSON does not have (the answer of 0.0/0)."""
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _cell(value: Any) -> Any:
    """Return a cell that a spreadsheet shows and does not compute."""
    if isinstance(value, str) or value is None or isinstance(value, list):
        text = "; ".join(map(str, value)) if isinstance(value, list) else value or ""
        return f"'{text}" if text.startswith(_FORMULA) else text
    return _iso(value) if isinstance(value, date) else value


def _iso(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
