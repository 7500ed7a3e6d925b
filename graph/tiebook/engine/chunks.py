"""Runs a statement over many rows, some at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from tiebook.engine.base import Writer

ROWS: Final = 2000  # a statement


def in_chunks(writer: Writer, query: str, rows: Sequence[Any], name: str = "rows") -> int:
    """Run a query with `$rows`, in chunks; return the sum of its answers, one number each, or 0 where it answers nothing."""
    total = 0
    for start in range(0, len(rows), ROWS):
        table = writer.run(query, {name: rows[start : start + ROWS]})
        total += sum(row[0] for row in table.rows)
    return total
