"""Puts the rows of a document into groups, and joins those that say one thing in several passages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from tiebook.ask.document.facts import Fact
from tiebook.ask.document.marks import marks_of
from tiebook.ask.document.structure import Group, Mark, Row

_NAMED: Final = "named"  # the side of a row whose receipts only name its heading: columns named_quote, named_claim...


def grouped(
    rows: Sequence[Row],
    headings: Sequence[Any] | None,
    facts: Mapping[str, Fact] | None,
    *,
    strongest_first: bool = False,
) -> tuple[Group, ...]:
    """Return the rows in groups by their headings, each in the order of its first row, and numbered through.

    Within a group what is stated comes before what a coder inferred, and rows that say the same are one. A passage that only
    names the heading has its receipt there where another explains it, and is not a row of its own: that the heading is stated does
    not make a row stated that a coder inferred.

    headings -- of each row; None for one group without a heading
    facts -- what qualifies the claims that name a heading; None where such claims name something else and stay with their rows
    strongest_first -- rows that are stated and say most come first, and the groups in the order of their strongest rows
    """
    if headings is None:
        return (Group(None, tuple(rows)),) if rows else ()
    together: dict[Any, list[Row]] = {}
    for row, heading in zip(rows, headings, strict=True):
        together.setdefault(heading, []).append(row)
    key = _weakness if strongest_first else _inferred
    found = [_group(None if heading is None else str(heading), own, key) for heading, own in together.items()]
    if facts is not None:
        found = [_with_names(group, facts) for group in found]
    if strongest_first:
        found.sort(key=lambda group: min(map(_weakness, group.rows)))
    return tuple(_numbered(found))


def _group(heading: str | None, rows: Sequence[Row], key: Callable[[Row], Any]) -> Group:
    kept = sorted(_joined(rows), key=key)
    naming = [row for row in kept if heading is not None and _only_names(row, heading)]
    if not naming or len(naming) == len(kept):
        return Group(heading, tuple(kept))
    whole = naming[0]
    for row in naming[1:]:
        whole = _together(whole, row)
    own = tuple(row for row in kept if row not in naming)
    return Group(heading, own, marks=whole.marks, receipts=whole.receipts, at=whole.at)


def _with_names(group: Group, facts: Mapping[str, Fact]) -> Group:
    """Move the receipts that only name the heading from the rows to it."""
    every = (*group.receipts, *(receipt for row in group.rows for receipt in row.receipts))
    named = tuple(receipt for receipt in every if receipt.side == _NAMED)
    if group.heading is None or not named:
        return group
    rows = tuple(row._replace(receipts=tuple(each for each in row.receipts if each not in named)) for row in group.rows)
    marks = marks_of({}, [facts[each.id] for each in named if each.id in facts])
    own = (*(each for each in group.receipts if each not in named), *(each._replace(side=None) for each in named))
    return group._replace(
        rows=rows, receipts=tuple(dict.fromkeys(own)), marks=_shared(group.marks, marks) if group.at else marks
    )


def _numbered(groups: Iterable[Group]) -> Iterable[Group]:
    number, letters = 0, 0
    for group in groups:
        rows = tuple(row._replace(number=number + place) for place, row in enumerate(group.rows, start=1))
        number += len(rows)
        letters += bool(group.receipts)
        yield group._replace(rows=rows, letter=_letter(letters) if group.receipts else None)


def _letter(number: int) -> str:
    """Return A, B, ... Z, AA, AB, ... for 1, 2, ..."""
    text = ""
    while number:
        number, place = divmod(number - 1, 26)
        text = f"{chr(ord('A') + place)}{text}"
    return text


def _inferred(row: Row) -> bool:
    return any(mark.kind == "inferred" for mark in row.marks)


def _weakness(row: Row) -> tuple[bool, bool, int]:
    """Return a key that puts what is stated before what is reported, that before what is inferred, and what says most first."""
    kinds = {mark.kind for mark in row.marks}
    return "inferred" in kinds, bool(kinds - {"inferred", "undated", "ended"}), -_said(row)


def _only_names(row: Row, heading: str) -> bool:
    return row.values[0] == heading and _said(row) == 1


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
    """Return whether two rows have the same lead, and one of them nothing that the other has not."""
    if one.values[:1] != other.values[:1]:
        return False
    pairs = [(left, right) for left, right in zip(one.values, other.values, strict=True) if left != right]
    return all(_empty(left) for left, _ in pairs) or all(_empty(right) for _, right in pairs)


def _together(one: Row, other: Row) -> Row:
    """Return the row with more to say, with the receipts of both; only what qualifies both qualifies it."""
    first, second = (other, one) if _said(other) > _said(one) else (one, other)
    return first._replace(
        marks=_shared(first.marks, second.marks),
        receipts=(*first.receipts, *second.receipts),
        at=(*first.at, *second.at),
    )


def _shared(marks: Sequence[Mark], others: Sequence[Mark]) -> tuple[Mark, ...]:
    kinds = {mark.kind for mark in others}
    return tuple(mark for mark in marks if mark.kind in kinds)


def _said(row: Row) -> int:
    return sum(not _empty(value) for value in row.values)


def _empty(value: Any) -> bool:
    return value is None or value == []
