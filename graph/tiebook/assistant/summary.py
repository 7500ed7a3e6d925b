"""The first line of an answer: how many rows of how many, and which of them are not facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from tiebook.ask.document.structure import SAID_KINDS, Document
from tiebook.assistant.results import SaidKind

_NO_FACT: Final = ("denied", "disputed")  # in capitals: a reader in haste must not take the contrary from the text


def summary(document: Document, first: int, last: int, said: Sequence[SaidKind]) -> str:
    """Return the line.

    first, last -- the numbers of the rows that are shown; `last` is before `first` where there are none
    said -- what is shown of the claims that are not facts
    """
    return " ".join([_rows(document, first, last), *_marked(document), *_also_said(document, said)])


def _rows(document: Document, first: int, last: int) -> str:
    total = document.counts.rows
    if not total:
        nothing = document.notes_of("nothing")
        said = nothing[0] if nothing else f"{document.no_tie} as fact."
        near = (
            " See notes: other questions have something about it." if document.notes_of("elsewhere", "undated") else ""
        )
        return f"0 of 0 rows. {said}{near}"
    if last < first:
        return f"0 of {total} rows: there is no row {first}."
    shown = f"{total} of {total} rows" if last - first + 1 == total else f"Rows {first} to {last} of {total}"
    return f"{shown} ({document.counts})."


def _marked(document: Document) -> list[str]:
    """Return of how many rows it is said that they are not facts."""
    found = _counted(dict(document.counts.no_facts))
    return [f"Rows that are NOT FACTS: {found}; see the marks of each."] if found else []


def _also_said(document: Document, shown: Sequence[SaidKind]) -> list[str]:
    found = _counted({each.kind: each.count for each in document.also_said})
    if not found:
        return []
    if not shown:  # on the first page
        return [f"Said about the same, but not as fact: {found}; see also_said of the first rows."]
    here, total = sum(len(each.claims) for each in shown), sum(each.count for each in shown)
    cut = "" if here == total else f", {here} of {total} are shown"
    return [f"Said about the same, but not as fact: {found}; see also_said{cut}."]


def _counted(kinds: Mapping[str, int]) -> str:
    return ", ".join(
        f"{kinds[kind]} {kind.upper() if kind in _NO_FACT else kind}" for kind in SAID_KINDS if kinds.get(kind)
    )
