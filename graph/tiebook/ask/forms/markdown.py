"""A document as Markdown: tables that take no markup from data, receipts as a numbered list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tiebook.ask.document.structure import Document, Receipt, Row
from tiebook.ask.forms.values import also_said_counts, marks_text, text_of
from tiebook.support.plain import plain_markdown


def markdown_lines(document: Document, *, evidence: bool = True) -> Iterator[str]:
    """Yield the lines of a document."""
    yield f"**{plain_markdown(document.heading)}**"
    yield ""
    if document.name is not None:
        yield plain_markdown(str(document.counts))
        yield ""
    for group in document.groups:
        if group.heading is not None:
            marks = f" [{marks_text(group.marks)}]" if group.marks else ""
            yield f"### {plain_markdown(f'{group.heading}{marks}')}"
            yield ""
        yield from _table(document, group.rows)
        yield ""
    if document.also_said:
        yield f"**Also said, but not as fact: {plain_markdown(also_said_counts(document.also_said))}**"
        yield ""
        for said in document.also_said:
            for claim in said.claims:
                words = f" {_receipt(claim.receipt)}" if evidence else ""
                marks = "; ".join(filter(None, (marks_text(claim.marks), claim.when)))
                yield f"- {plain_markdown(claim.text)} ({plain_markdown(marks)}){words}"
        if document.also_command:
            yield f"- all: `{document.also_command.replace('`', '')}`"
        yield ""
    if evidence and any(row.receipts for row in document.rows):
        yield "**Receipts**"
        yield ""
        for group in document.groups:
            for receipt in group.receipts:
                yield f"- {plain_markdown(group.heading or '')}: {_receipt(receipt)}"
            for row in group.rows:
                for receipt in row.receipts:
                    yield f"- {row.number}: {_receipt(receipt)}"


def table_lines(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> Iterator[str]:
    """Yield the lines of a table of plain rows."""
    yield _line(columns)
    yield _line(["---"] * len(columns), escape=False)
    yield from (_line([*map(text_of, row)]) for row in rows)


def _table(document: Document, rows: Sequence[Row]) -> Iterator[str]:
    marked = any(row.marks for row in document.rows)
    numbered = any(row.receipts for row in document.rows)
    heads = [
        *(["#"] if numbered else []),
        *(column.label for column in document.columns),
        *(["marks"] if marked else []),
    ]
    cells = [
        [*([row.number] if numbered else []), *row.values, *([marks_text(row.marks)] if marked else [])] for row in rows
    ]
    yield from table_lines(heads, cells)


def _line(cells: Sequence[str], *, escape: bool = True) -> str:
    return f"| {' | '.join(map(plain_markdown, cells) if escape else cells)} |"


def _receipt(receipt: Receipt) -> str:
    said = ", ".join(filter(None, (receipt.holder, receipt.source)))
    parts = [
        f"({receipt.side})" if receipt.side else "",
        f"p{receipt.paragraph}" if receipt.paragraph is not None else "",
        receipt.words,
        f"({said})" if said else "",
        receipt.short,
    ]
    return plain_markdown(" ".join(filter(None, parts)))
