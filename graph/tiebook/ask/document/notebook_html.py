"""A document as HTML for a notebook: no script, no style sheet, every text escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any, Final

from tiebook.ask.document.structure import Document, Mark, Receipt, Row

_MOST: Final = 200  # rows
_LEFT: Final = 'style="text-align:left"'


def as_html(document: Document) -> str:
    """Return the heading, the counts, a table, what is also said, and the receipts to unfold."""
    return "".join(_parts(document))


def _parts(document: Document) -> Iterator[str]:
    yield f"<p><strong>{_text(document.heading)}</strong><br>{_text(document.counts)}</p>"
    if document.counts.rows:
        yield from _table(document)
    if document.counts.rows > _MOST:
        yield f"<p>{document.counts.rows - _MOST:,} more rows</p>"
    if document.also_said:
        yield "<p>Also said, but not as fact</p><ul>"
        for said in document.also_said:
            for claim in said.claims:
                when = f" {_text(claim.when)}" if claim.when else ""
                yield f"<li {_auto()}>{_text(claim.text)} {_marks(claim.marks)}{when} {_receipt(claim.receipt)}</li>"
            if said.count > len(said.claims):
                yield f"<li>and {said.count - len(said.claims):,} more {said.kind}</li>"
        yield "</ul>"
    for note in document.notes:
        yield f"<p>{_text(note.text).replace(chr(10), '<br>')}</p>"
    if any(row.receipts for row in document.rows):
        yield "<details><summary>Receipts</summary><ul>"
        for label, receipts in document.labelled():
            yield from (f"<li {_auto()}>{label}: {_receipt(receipt)}</li>" for receipt in receipts)
        yield "</ul></details>"


def _table(document: Document) -> Iterator[str]:
    heads = "".join(f"<th {_LEFT}>{_text(head)}</th>" for head in ["", *(each.label for each in document.columns), ""])
    yield f'<div style="overflow-x:auto"><table><thead><tr>{heads}</tr></thead><tbody>'
    left = _MOST
    for group in document.groups:
        if left <= 0:
            break
        if group.heading is not None:
            wide = f'<th colspan="{len(document.columns) + 1}" {_LEFT}>'
            yield f"<tr><td>{group.letter or ''}</td>{wide}{_text(group.heading)} {_marks(group.marks)}</th></tr>"
        yield from (_row(row) for row in group.rows[:left])
        left -= len(group.rows)
    yield "</tbody></table></div>"


def _row(row: Row) -> str:
    cells = "".join(f"<td {_auto()} {_LEFT}>{_value(value)}</td>" for value in row.values)
    return f"<tr><td>{row.number}</td>{cells}<td {_LEFT}>{_marks(row.marks)}</td></tr>"


def _receipt(receipt: Receipt) -> str:
    said = ", ".join(filter(None, (receipt.holder, receipt.source)))
    parts = [
        f"({receipt.side})" if receipt.side else "",
        f"p{receipt.paragraph}" if receipt.paragraph is not None else "",
        f"\u201c{receipt.quote}\u201d" if receipt.quote is not None else "",
        f"({said})" if said else "",
    ]
    return f"{_text(' '.join(filter(None, parts)))} <code>{_text(receipt.short)}</code>"


def _marks(marks: Iterable[Mark]) -> str:
    text = "; ".join(mark.text for mark in marks)
    return f"<i>{_text(text)}</i>" if text else ""


def _value(value: Any) -> str:
    values = value if isinstance(value, list) else [] if value is None else [value]
    return _text("; ".join(map(str, values)))


def _text(value: object) -> str:
    return escape(str(value))


def _auto() -> str:
    return 'dir="auto"'
