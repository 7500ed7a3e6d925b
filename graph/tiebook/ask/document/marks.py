"""The marks of a row: what qualifies the claims and ties that it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from tiebook.ask.document.facts import Fact
from tiebook.ask.document.structure import SAID_KINDS, Mark, MarkKind, SaidKind
from tiebook.errors import BadDate
from tiebook.model.dates import is_past, parse

# columns whose whole message is a mark
MARK_COLUMNS: Final = ("inferred", "endorsed", "stance", "in_force")
HOLDS: Final = ("in_force", "holds")  # columns that say whether it was in force on a day
_OF_A_CLAIM: Final = (*MARK_COLUMNS, "mode", "negated")
# columns of which any makes a row one of claims or ties, which marks may qualify
QUALIFIED: Final = frozenset(("claim", "tie_id", *_OF_A_CLAIM))
_ORDER: Final[tuple[MarkKind, ...]] = (
    *SAID_KINDS,
    *("reported", "inferred", "contested", "possibly", "unknown", "ended", "undated", "superseded"),
)
_NOT_ACTUAL: Final[dict[str, str]] = {
    "sought": "sought",
    "feared": "feared",
    "expected": "expected",
    "conditional": "only on a condition",
    "hypothetical": "only possible",
}
# what is not sought may well hold, and what would not hold on a condition is a condition: neither denies the tie
_NEGATED: Final[dict[str, tuple[SaidKind, str]]] = {
    "actual": ("denied", "denied"),
    "sought": ("not sought", "not sought"),
    "feared": ("not feared", "not feared"),
    "expected": ("not expected", "not expected"),
    "conditional": ("conditional", "denied on a condition"),
    "hypothetical": ("hypothetical", "possibly not"),
}


def said_kind(fact: Fact) -> SaidKind | None:
    """Return in which way a claim is not a fact; None if it is one."""
    if fact.negated:
        return _NEGATED[fact.mode][0]
    if fact.mode != "actual":
        return next(kind for kind in SAID_KINDS if kind == fact.mode)
    return "disputed" if fact.disputed else None


def standings() -> dict[str, tuple[str, str]]:
    """Return, for each mode, in which way what is said in it is not a fact, and so where it is negated; "" if it is a fact."""
    return {mode: ("" if mode == "actual" else mode, words) for mode, (_, words) in _NEGATED.items()}


def marks_of_fact(fact: Fact) -> Iterator[Mark]:
    """Yield the marks of one claim or tie."""
    kind = said_kind(fact)
    names = tuple(name for name in fact.by if name != "unspecified")
    by = f" by {', '.join(names)}" if names else ""
    if kind is not None and kind != "disputed":
        yield Mark(kind, f"{_NEGATED[fact.mode][1] if fact.negated else _NOT_ACTUAL[fact.mode]}{by}", names)
    if fact.disputed:
        judge = (fact.judge,) if fact.judge else ()
        yield Mark("disputed", f"disputed by {fact.judge or 'the author'}", judge)
    if fact.reported:
        holder = fact.held_by if fact.held_by not in (None, "unspecified") else None
        yield Mark("reported", f"reported by {holder}" if holder else "reported", (holder,) if holder else ())
    if fact.inferred:
        yield Mark("inferred", "inferred")
    if fact.disputes:
        judges = tuple(dict.fromkeys(each.judge for each in fact.disputes))
        yield Mark("contested", f"disputed by {', '.join(judges)}", judges)
    if fact.over:
        yield Mark("ended", f"ended {fact.over_since}" if fact.over_since else "ended")
    if not fact.dated:
        yield Mark("undated", "undated")
    if fact.superseded_by:
        yield Mark("superseded", f"superseded by {fact.superseded_by}", (fact.superseded_by,))


def marks_of(row: Mapping[str, Any], facts: Sequence[Fact]) -> tuple[Mark, ...]:
    """Return the marks of a row.

    row -- its values by column
    facts -- of the claims and ties that it rests on; where there are none its columns say what they can
    """
    own = [*facts] or [*_from_columns(row)]
    found: dict[tuple[MarkKind, str], list[Mark]] = {}
    for each in own:
        for mark in marks_of_fact(each):
            found.setdefault((mark.kind, mark.text), []).append(mark)
    marks = [
        marks[0] if len(marks) == len(own) else Mark(marks[0].kind, f"partly {marks[0].text}", marks[0].by)
        for marks in found.values()
    ]
    if any(row.get(column) == "certainly" for column in HOLDS):
        marks = [Mark(mark.kind, "ended since", mark.by) if mark.text == "ended" else mark for mark in marks]
    for column in HOLDS:
        if row.get(column) == "possibly":
            marks.append(Mark("possibly", "possibly in force"))
        elif row.get(column) == "unknown":
            marks.append(Mark("unknown", "unknown on this day"))
        elif row.get(column) == "undated" and not any(mark.kind == "undated" for mark in marks):
            marks.append(Mark("undated", "undated"))
    return tuple(sorted(marks, key=lambda mark: _ORDER.index(mark.kind)))


def _from_columns(row: Mapping[str, Any]) -> Iterator[Fact]:
    """Yield what the columns of a row say where no claim or tie was found; nothing if none of them is there."""
    if not any(column in row for column in _OF_A_CLAIM):
        return
    mode, holder = row.get("mode"), row.get("held_by")
    yield Fact(
        id="",
        held_by=holder if isinstance(holder, str) else None,
        inferred=row.get("inferred") is True,
        stance=row.get("stance") or ("reports" if row.get("endorsed") is False else None),
        mode=mode if mode in _NOT_ACTUAL else "actual",
        negated=row.get("negated") is True,
        dated="since" not in row or any(row.get(column) is not None for column in ("since", "until")),
        over=_is_over(row.get("since"), row.get("until")),
    )


def _is_over(since: Any, until: Any) -> bool:
    """Return whether the end that a row states has passed; one day is not an end but an event."""
    if not isinstance(until, str) or until == since:
        return False
    try:
        return is_past(parse(until).latest)
    except BadDate:  # somebody's own column
        return False
