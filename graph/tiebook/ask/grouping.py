"""Puts the rows of a document into groups, and joins those that say one thing in several passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tiebook.ask.document import Group, Row


def grouped(rows: Sequence[Row], headings: Sequence[Any] | None) -> tuple[Group, ...]:
    """Return the rows in groups by their headings, each in the order of its first row, and numbered through.

    Within a group what is stated comes before what a coder inferred, and rows that say the same are one: a passage that only
    names something has its receipt beside that of the passage that explains it.

    headings -- of each row; None for one group without a heading
    """
    if headings is None:
        return (Group(None, tuple(rows)),) if rows else ()
    together: dict[Any, list[Row]] = {}
    for row, heading in zip(rows, headings, strict=True):
        together.setdefault(heading, []).append(row)
    found, number = [], 0
    for heading, own in together.items():
        kept = [replace(row, number=number + place) for place, row in enumerate(_stated_first(_joined(own)), start=1)]
        number += len(kept)
        found.append(Group(None if heading is None else str(heading), tuple(kept)))
    return tuple(found)


def _stated_first(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: any(mark.kind == "inferred" for mark in row.marks))


def _joined(rows: Sequence[Row]) -> list[Row]:
    kept: list[Row] = []
    for row in rows:
        place = next((place for place, other in enumerate(kept) if _same(row, other)), None)
        if place is None:
            kept.append(row)
        else:
            kept[place] = _together(kept[place], row)
    return kept


def _same(one: Row, other: Row) -> bool:
    """Tell whether two rows have the same lead, and one of them nothing that the other has not."""
    if one.values[:1] != other.values[:1]:
        return False
    pairs = [(left, right) for left, right in zip(one.values, other.values, strict=True) if left != right]
    return all(_empty(left) for left, _ in pairs) or all(_empty(right) for _, right in pairs)


def _together(one: Row, other: Row) -> Row:
    """Return the row with more to say, with the receipts of both; only what qualifies both qualifies it."""
    first, second = (other, one) if _said(other) > _said(one) else (one, other)
    marks = {mark.kind for mark in second.marks}
    return replace(
        first,
        marks=tuple(mark for mark in first.marks if mark.kind in marks),
        receipts=(*first.receipts, *second.receipts),
        at=(*first.at, *second.at),
    )


def _said(row: Row) -> int:
    return sum(not _empty(value) for value in row.values)


def _empty(value: Any) -> bool:
    return value is None or value == []
