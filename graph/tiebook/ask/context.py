"""Shows quotes in their paragraph, for a user who has the text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tiebook.ask import Answer
from tiebook.engine.base import Table
from tiebook.support.resources import text_file

if TYPE_CHECKING:
    from tiebook.case.text import Text

_AROUND: Final = 90  # characters on each side


def in_context(answer: Answer, path: Path | None) -> Answer:
    """Add a column `context` to an answer with quotes, where `path` or TIEBOOK_TEXT gives the text; else leave it.

    Raises TextNotFound where the named text cannot be read.
    """
    named = text_file(path)
    if named is None or not {"quote", "paragraph"} <= set(answer.columns):
        return answer
    from tiebook.case.text import Text  # noqa: PLC0415

    text = Text.read(named)
    quote, paragraph = answer.columns.index("quote"), answer.columns.index("paragraph")
    rows = [(*row, _context(text, row[quote], row[paragraph])) for row in answer.rows]
    table = Table((*answer.columns, "context"), rows, answer.table.truncated)
    return replace(answer, table=table, receipt_columns=(*answer.receipt_columns, "context"))


def _context(text: Text, quote: str | None, number: int | None) -> str | None:
    if quote is None or number is None:
        return None
    state, place = text.place(quote, number)
    found = text.paragraph(number)
    if place is None or found is None:
        return f"({state}: the quote is not in paragraph {number} of this text)"
    start, end = place[0] - found.start, place[1] - found.start
    before = ("..." if start > _AROUND else "") + found.text[max(0, start - _AROUND) : start]
    after = found.text[end : end + _AROUND] + ("..." if end + _AROUND < len(found.text) else "")
    return f"{before}[{found.text[start:end]}]{after}"
