"""The first line of an answer: how many rows of how many, and what of it is no fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from tiebook.ask.document.structure import SAID_KINDS, Document

_NO_FACT: Final = ("denied", "disputed")  # in capitals: a reader in haste must not take the contrary from the text


def summary(document: Document, first: int, last: int) -> str:
    """Return the line.

    first, last -- the numbers of the rows that are shown; `last` is before `first` where there are none
    """
    return " ".join([_rows(document, first, last), *_marked(document), *_also_said(document)])


def _rows(document: Document, first: int, last: int) -> str:
    total = document.counts.rows
    if not total:
        nothing = document.notes_of("nothing")
        return "0 of 0 rows. No such tie is coded as fact." if document.also_said else f"0 of 0 rows. {nothing[0]}"
    if last < first:
        return f"0 of {total} rows: there is no row {first}."
    shown = f"{total} of {total} rows" if last - first + 1 == total else f"Rows {first} to {last} of {total}"
    return f"{shown} ({document.counts})."


def _marked(document: Document) -> list[str]:
    """Return of how many rows it is said that they are no fact."""
    kinds: Counter[str] = Counter()
    for row in document.rows:
        kinds.update({mark.kind for mark in row.marks})
    found = _counted(kinds)
    return [f"NO FACTS among these rows: {found}; see the marks of each."] if found else []


def _also_said(document: Document) -> list[str]:
    found = _counted({said.kind: said.count for said in document.also_said})
    return [f"Said about the same, but not as fact: {found}; see also_said."] if found else []


def _counted(kinds: Mapping[str, int]) -> str:
    return ", ".join(
        f"{kinds[kind]} {kind.upper() if kind in _NO_FACT else kind}" for kind in SAID_KINDS if kinds.get(kind)
    )
