"""Shows quotes in their paragraph, for a user who has the text or where it ships with its coding."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tiebook.ask import Answer
from tiebook.ask.texts import text_of_source
from tiebook.engine.base import Engine, Table
from tiebook.support.resources import text_file

if TYPE_CHECKING:
    from tiebook.case.text import Text

_AROUND: Final = 90  # characters on each side
_ON_RECEIPTS: Final = ("evidence",)  # questions that are asked for the words themselves


def shipped_texts(engine: Engine, name: str, answer: Answer) -> dict[str, Text]:
    """Return the texts in the graph that an answer to the question `name` shows without being asked to, by source."""
    if name not in _ON_RECEIPTS or "source" not in answer.columns:
        return {}
    at = answer.columns.index("source")
    found = {source: text_of_source(engine, source) for source in sorted({row[at] for row in answer.rows if row[at]})}
    return {source: text for source, text in found.items() if text is not None}


def in_context(answer: Answer, path: Path | None, shipped: Mapping[str, Text] | None = None) -> Answer:
    """Add a column `context` to an answer with quotes, if `path` or TIEBOOK_TEXT names the text; otherwise leave it.

    shipped -- the texts of sources that ship theirs; they count before the given one

    Raises TextNotFound if the named text cannot be read.
    """
    named, texts = text_file(path), shipped or {}
    if not (named or texts) or not {"quote", "paragraph"} <= set(answer.columns):
        return answer
    from tiebook.case.text import Text  # noqa: PLC0415

    text = None if named is None else Text.read(named)
    quote, paragraph = answer.columns.index("quote"), answer.columns.index("paragraph")
    source = answer.columns.index("source") if texts else None
    rows = []
    for row in answer.rows:
        own = text if source is None else texts.get(row[source], text)
        rows.append((*row, None if own is None else _context(own, row[quote], row[paragraph])))
    table = Table((*answer.columns, "context"), rows, answer.table.truncated)
    return answer.replaced(table=table, receipt_columns=(*answer.receipt_columns, "context"))


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
