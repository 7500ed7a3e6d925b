"""Turns parts of an answer's document into parts of what the tools return."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from tiebook.ask.document import structure
from tiebook.ask.named_commands import Part, parts_of
from tiebook.assistant import results

_RECEIPTS: Final = 8  # of a row: one that counts hundreds of ties must not fill an answer


def receipt(found: structure.Receipt) -> results.Receipt:
    """Return a receipt; the id is one that `evidence` takes."""
    return results.Receipt(
        claim=found.id if found.record is not None else found.short,  # the key of a record is not an id
        quote=found.context or found.quote,
        paragraph=found.paragraph,
        holder=found.holder,
        source=found.source,
        side=found.side,
    )


def in_calls(text: str) -> str:
    """Return a text with calls of the tool `ask` in place of the commands that it names."""
    return "".join(part.text if part.question is None else _call(part) for part in parts_of(text))


def _call(part: Part) -> str:
    call = {"question": part.question} | ({"parameters": part.values} if part.values else {})
    return f"ask {json.dumps(call, ensure_ascii=False)}"


def said(found: structure.AlsoSaid) -> results.SaidKind:
    """Return claims that are not facts."""
    claims = [
        results.Said(
            marks=texts([*claim.marks]) + ([claim.when] if claim.when else []),
            says=claim.text,
            receipt=receipt(claim.receipt),
        )
        for claim in found.claims
    ]
    return results.SaidKind(kind=found.kind, count=found.count, claims=claims)


def row(found: structure.Row, columns: Iterable[structure.Column]) -> results.Row:
    """Return a row without the columns that are empty in it."""
    names = [column.name for column in columns]
    return results.Row(
        number=found.number,
        marks=texts(found.marks),
        values=filled(dict(zip(names, found.values, strict=True))),
        receipts=[receipt(each) for each in found.receipts[:_RECEIPTS]],
        more_receipts=max(0, len(found.receipts) - _RECEIPTS),
    )


def texts(marks: Iterable[structure.Mark]) -> list[str]:
    """Return what a reader sees of marks."""
    return [mark.text for mark in marks]


def filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that hold something."""
    return {name: value for name, value in values.items() if value is not None and value != []}
