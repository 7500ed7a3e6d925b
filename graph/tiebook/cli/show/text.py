"""A document as text of a given width: a table, or a list where it has groups or the table does not fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tiebook.ask.document.structure import Document, Group, Receipt, Row
from tiebook.ask.forms.values import also_said_counts, marks_text, text_of
from tiebook.cli.show.items import item_of
from tiebook.cli.show.wrapping import wrapped
from tiebook.support.plain import plain


def text_lines(document: Document, width: int, *, evidence: bool = True) -> Iterator[str]:
    """Yield the lines of a document: heading, counts, what is also said, rows, receipts."""
    yield from wrapped(plain(document.heading), width)
    yield from wrapped(_summary(document), width)
    rows = [*document.rows]
    if rows:
        yield ""
        yield from _rows(document, rows, width)
    if document.also_said:
        yield ""
        yield from _also_said(document, width, evidence=evidence)
    if evidence and any(row.receipts for row in rows):
        yield ""
        yield from _receipts(document, width)


def _summary(document: Document) -> str:
    also = also_said_counts(document.also_said)
    if not document.counts.rows:
        return f"{document.no_tie}. Also said, but not as fact: {also}" if also else "Nothing found."
    return f"{document.counts}. Also said, but not as fact: {also} (below)" if also else str(document.counts)


def _rows(document: Document, rows: Sequence[Row], width: int) -> Iterator[str]:
    if not any(group.heading for group in document.groups):
        table = _table(document, rows, width)
        if table is not None:
            yield from table
            return
    for group in document.groups:
        yield from _group(document, group, width)


def _table(document: Document, rows: Sequence[Row], width: int) -> list[str] | None:
    from tiebook.cli.show.grid import grid  # noqa: PLC0415 -- a list needs none

    marked = any(row.marks for row in rows)
    numbered = any(row.receipts for row in rows)
    heads = [
        *([""] if numbered else []),
        *(plain(column.label) for column in document.columns),
        *(["marks"] if marked else []),
    ]
    cells = [
        [
            *([str(row.number)] if numbered else []),
            *map(text_of, row.values),
            *([marks_text(row.marks)] if marked else []),
        ]
        for row in rows
    ]
    return grid(heads, cells, width)


def _group(document: Document, group: Group, width: int) -> Iterator[str]:
    indent = ""
    if group.heading is not None:
        marks = marks_text(group.marks)
        letter = f"{group.letter} " if group.letter else ""
        yield from wrapped(f"{plain(group.heading)}{f' [{marks}]' if marks else ''}", width, first=letter)
        indent = "  " if group.letter else " "
    before = None
    for row in group.rows:
        item = item_of(document.columns, row)
        yield from item.lines(width, f"{indent}{row.number:>2} ", before)
        before = item


def _also_said(document: Document, width: int, *, evidence: bool) -> Iterator[str]:
    command = f"; all: {document.also_command}" if document.also_command else ""
    yield from wrapped(f"Also said, but not as fact{plain(command)}", width)
    for said in document.also_said:
        for claim in said.claims:
            marks = "; ".join(filter(None, (marks_text(claim.marks), claim.when)))
            text = f"{plain(claim.text)} [{marks}]"
            if evidence:
                holder = [claim.receipt.holder] if claim.receipt.holder else []
                text = f"{text} {_receipt(claim.receipt, holder, [claim.receipt.short])}"
            yield from wrapped(text, width, first="- ")
        if said.count > len(said.claims):
            yield f"  and {said.count - len(said.claims):,} more {said.kind}"


def _receipts(document: Document, width: int) -> Iterator[str]:
    """Yield the receipts, those with the same words once."""
    own: dict[tuple[object, ...], list[tuple[str, Receipt]]] = {}
    for label, receipts in document.labelled():
        for receipt in receipts:
            key = (receipt.quote, receipt.paragraph, receipt.holder, receipt.source, receipt.side, receipt.context)
            own.setdefault(key if receipt.quote else (receipt.source, receipt.side, label), []).append((label, receipt))
    every = [receipt for found in own.values() for _, receipt in found]
    usual = _most_often((receipt.holder, receipt.source) for receipt in every)  # a pair: who speaks in which source
    holder, source = usual
    unless = " unless another is named" if any((each.holder, each.source) != usual for each in every) else ""
    said = plain(", ".join(filter(None, (holder, source))))
    command = "; tiebook ask evidence --claim ID" if any(receipt.quote for receipt in every) else ""
    yield from wrapped(f"Receipts{f': {said}{unless}' if said else ''}{command}", width)
    for found in own.values():
        first = found[0][1]
        apart = first.source != source
        names = [name for name in (first.holder, first.source) if name and (apart or name not in usual)]
        text = _receipt(first, names, [each.short for _, each in found])
        yield from wrapped(text, width, first=f"{_in_runs(dict.fromkeys(label for label, _ in found)):>2} ")


def _in_runs(labels: Iterable[str]) -> str:
    """Return labels as a list in which three numbers or more that follow each other are a run: "1-10", "2,3,5-7,A"."""
    runs: list[list[str]] = []
    for label in labels:
        if runs and label.isdigit() and runs[-1][-1].isdigit() and int(label) == int(runs[-1][-1]) + 1:
            runs[-1].append(label)
        else:
            runs.append([label])
    return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 2 else ",".join(run) for run in runs)  # noqa: PLR2004


def _most_often(pairs: Iterable[tuple[str | None, str | None]]) -> tuple[str | None, str | None]:
    """Return the holder and source that most receipts have, of those that have a holder if any has."""
    found = Counter(pair for pair in pairs if any(pair))
    spoken = Counter({pair: count for pair, count in found.items() if pair[0]})
    return (spoken or found).most_common(1)[0][0] if found else (None, None)


def _receipt(receipt: Receipt, names: Sequence[str], ids: Sequence[str]) -> str:
    parts = [
        f"({receipt.side})" if receipt.side else "",
        f"p{receipt.paragraph}" if receipt.paragraph is not None else "",
        receipt.words,
        f"({', '.join(names)})" if names else "",
        " ".join(dict.fromkeys(ids)),
    ]
    return plain(" ".join(filter(None, parts)))
