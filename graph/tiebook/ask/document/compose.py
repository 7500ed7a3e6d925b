"""Composes the document of an answer from its rows and from what was read beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from tiebook.ask.document.answered import Answered
from tiebook.ask.document.facts import Fact, ids_in, is_id
from tiebook.ask.document.grouping import grouped
from tiebook.ask.document.marks import HOLDS, MARK_COLUMNS, QUALIFIED, marks_of
from tiebook.ask.document.receipts import receipt_columns, receipts_of
from tiebook.ask.document.structure import (
    SAID_KINDS,
    AlsoSaid,
    Column,
    Counts,
    Document,
    Group,
    Mark,
    Note,
    NoteKind,
    Row,
)
from tiebook.model.dates import IN_FORCE, InForce, when
from tiebook.questions.question import WHEN

_DISPUTED: Final = 3  # disputes that are named below an answer
_LABELS: Final = {
    "from_name": "from",
    "to_name": "to",
    "from_actor": "from",
    "to_actor": "to",
    "gloss": "statement",
    "other_gloss": "other statement",
    "later_gloss": "later statement",
    "judged_gloss": "judged statement",
    "outcome_gloss": "outcome in words",
    "record_gloss": "record in words",
}


def compose(answer: Answered, *, wide: bool = False, evidence: bool = True, coverage: bool = False) -> Document:
    """Return the document of an answer.

    wide -- every column that the answer has, receipts among them, and not only those that the question's header chooses
    evidence -- with the columns that are receipts, in a wide document
    coverage -- with a note on what the sources cover, also where there is an answer
    """
    parts = answer.parts
    wide = wide or parts.flat
    columns = shown_columns(answer, wide=wide, evidence=evidence)
    rows = [
        _row(answer, index, record, columns, receipts=not wide) for index, record in enumerate(answer.table.records())
    ]
    if parts.by_end and not wide:  # a factor that limits by itself is its own heading, which has no place here
        rows = [
            row._replace(values=(row.values[0], *(None if each == row.values[0] else each for each in row.values[1:])))
            for row in rows
        ]
    headings = [record[parts.group] for record in answer.table.records()] if parts.group and not wide else None
    groups = grouped(rows, headings, None if parts.by_end else parts.facts, strongest_first=parts.strongest_first)
    if not wide:
        columns, groups = _only_telling(answer, columns, groups)
    also = tuple(_shortened(said, parts.shorts) for said in parts.also_said)
    return Document(
        heading=answer.question,
        counts=_counts(answer, groups, parts.group if headings else None, columns),
        columns=tuple(Column(name, _LABELS.get(name, name.replace("_", " "))) for name in columns),
        groups=groups,
        also_said=also,
        notes=tuple(_notes(answer, coverage=coverage)),
        name=parts.name,
        command=parts.command,
        also_command=parts.also_command if any(said.count > len(said.claims) for said in also) else None,
    )


def shown_columns(answer: Answered, *, wide: bool = False, evidence: bool = True) -> tuple[str, ...]:
    """Return the columns of the document: the header's choice, or all that no mark and no receipt shows."""
    if wide:
        return tuple(column for column in answer.columns if evidence or column not in answer.receipt_columns)
    members = tuple(column for column in answer.columns if column.endswith("_member"))
    if answer.parts.shows:
        return (*members, *(column for column in answer.parts.shows if column != answer.parts.group))
    receipts = receipt_columns(answer.columns)
    if not any(is_id(column) or column == "quote" for column in answer.columns):
        return answer.columns
    return tuple(column for column in answer.columns if column not in receipts and column not in MARK_COLUMNS)


def has_marks(answer: Answered) -> bool:
    """Return whether the rows of a stored question or a list are of claims or ties, so that something may qualify them."""
    known = answer.parts.name is not None or answer.parts.qualified
    return known and any(column in QUALIFIED for column in answer.columns)


def marks_of_rows(answer: Answered) -> list[tuple[Mark, ...]]:
    """Return the marks of each flat row, in order."""
    return [marks_of(record, _known(answer, record)) for record in answer.table.records()]


def _known(answer: Answered, record: Mapping[str, Any]) -> list[Fact]:
    """Return what qualifies the claims and ties that a row is about."""
    facts = answer.parts.facts
    own = record.get("claim") if record.get("claim") is not None else record.get("tie_id")
    ids = [str(each) for each in (own if isinstance(own, list) else [own])]
    return [facts[each] for each in ids if each in facts]


def _row(answer: Answered, index: int, record: Mapping[str, Any], columns: Sequence[str], *, receipts: bool) -> Row:
    known = _known(answer, record)
    event = bool(known) and all(fact.event for fact in known)
    return Row(
        number=index + 1,
        values=tuple(
            when(record.get("since"), record.get("until"), event=event)
            if name == WHEN and WHEN not in record
            else len(record[name])
            if receipts and name in answer.parts.counted
            else record[name]
            for name in columns
        ),
        marks=marks_of(record, known),
        receipts=receipts_of(record, answer.parts.shorts, answer.parts.facts) if receipts else (),
        at=(index,),
    )


def _only_telling(
    answer: Answered, columns: Sequence[str], groups: tuple[Group, ...]
) -> tuple[tuple[str, ...], tuple[Group, ...]]:
    """Leave out the columns in which no row has a value, and those in which every row repeats whom the question was about.

    The first column stays in any case: a list begins its rows with it.
    """
    rows = [row for group in groups for row in group.rows]

    def tells(index: int) -> bool:
        values = [row.values[index] for row in rows]
        if index and len(rows) > 1 and answer.parameters.get(columns[index]) is not None:
            return len({*map(str, values)}) > 1 or not _is_named(str(values[0]), answer.question)
        return any(map(_there, values))

    kept = [index for index in range(len(columns)) if not rows or tells(index)]

    if len(kept) == len(columns):
        return tuple(columns), groups

    def narrowed(row: Row) -> Row:
        return row._replace(values=tuple(row.values[index] for index in kept))

    found = tuple(group._replace(rows=tuple(map(narrowed, group.rows))) for group in groups)
    return tuple(columns[index] for index in kept), found


def _is_named(name: str, heading: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", heading) is not None


def _there(value: Any) -> bool:
    return value is not None and value != []


def _counts(answer: Answered, groups: Sequence[Group], group: str | None, columns: Sequence[str]) -> Counts:
    rows = [row for each in groups for row in each.rows]
    records = [*answer.table.records()]
    found = [_standing(row.marks) for row in rows]
    single = [
        each for row, each in zip(rows, found, strict=True) if any(_is_single(records[place]) for place in row.at)
    ]
    claims = any(row.receipts for row in rows)
    named = group is not None and any(each.receipts for each in groups) and any(each != "stated" for each in found)
    return Counts(
        rows=len(rows),
        groups=len(groups) if group else 0,
        stated=single.count("stated") if claims else 0,
        inferred=single.count("inferred"),
        reported=single.count("reported"),
        noun=answer.parts.noun,
        group_link="for" if answer.parts.by_end else "in",
        group_noun=group.replace("_", " ") if group else "group",
        reported_and_inferred=single.count("reported and inferred"),
        no_facts=tuple((kind, single.count(kind)) for kind in SAID_KINDS if kind in single),
        stated_groups=sum(map(_is_stated, groups)) if named else 0,
        on_day=_on_day(rows, records),
        types=_types(rows, records, columns),
    )


def _is_single(record: Mapping[str, Any]) -> bool:
    """Return whether a row is one claim or tie: what is made of several, a year or a ring, no source states as such."""
    own = record.get("claim") if record.get("claim") is not None else record.get("tie_id")
    return own is not None and not isinstance(own, list)


def _on_day(rows: Sequence[Row], records: Sequence[Mapping[str, Any]]) -> tuple[tuple[InForce, int], ...]:
    """Return how many rows were in force on the day that was asked for, and how surely; of joined rows the surest counts."""
    held = [[records[at].get(column) for at in row.at for column in HOLDS] for row in rows]
    found = [next((each for each in IN_FORCE if each in own), None) for own in held]
    return tuple((each, found.count(each)) for each in IN_FORCE if each in found)


def _types(
    rows: Sequence[Row], records: Sequence[Mapping[str, Any]], columns: Sequence[str]
) -> tuple[tuple[str, int], ...]:
    """Return how many rows are ties of each type, where a column names it: "cooperates" can be an alliance or a meeting."""
    types = [records[row.at[0]].get("tie") for row in rows] if "tie" in columns else []
    return tuple(Counter(each for each in types if isinstance(each, str)).most_common())


def _standing(marks: Sequence[Mark]) -> str:
    """Return the one kind that a row is counted as."""
    kinds = {mark.kind for mark in marks}
    no_fact = next((kind for kind in SAID_KINDS if kind in kinds), None)
    return no_fact or " and ".join(kind for kind in ("reported", "inferred") if kind in kinds) or "stated"


def _is_stated(group: Group) -> bool:
    """Return whether a source states what a heading names: in a passage that names it, or in a row below it."""
    own = [group.marks] if group.receipts else []
    return any(_standing(marks) == "stated" for marks in (*own, *(row.marks for row in group.rows)))


def _shortened(said: AlsoSaid, shorts: Mapping[str, str]) -> AlsoSaid:
    """Set the short ids of the receipts of claims, which are known only when all that is shown is."""
    claims = tuple(
        claim._replace(receipt=claim.receipt._replace(short=shorts.get(claim.receipt.id, claim.receipt.short)))
        for claim in said.claims
    )
    return said._replace(claims=claims)


def _notes(answer: Answered, *, coverage: bool) -> Iterator[Note]:
    for group in answer.groups:
        yield Note("members", str(group))
    if not answer.rows:
        if not answer.parts.also_said or answer.unanswerable:  # what was not looked for is not said to be missing
            yield Note("nothing", answer.not_found())
    elif coverage:
        yield Note("coverage", answer.coverage())
    elif outside := answer.outside():
        yield Note("outside", outside)
    undated = answer.parts.undated if answer.rows or answer.parts.also_said else None  # else it is in the first note
    told: tuple[tuple[NoteKind, str | None], ...] = (
        ("otherwise", _disputed(answer)),
        ("otherwise", answer.parts.denied_here),
        ("undated", undated),
        ("elsewhere", answer.parts.spoken_of),
        ("elsewhere", answer.parts.related),
        ("elsewhere", answer.parts.elsewhere),
    )
    yield from (Note(kind, text) for kind, text in told if text)
    if answer.unsettled:
        yield Note("unsettled", UNSETTLED)
    if answer.table.truncated:
        wider = "raise --rows, or ask for less" if answer.parts.flat else "name more of the question's parameters"
        yield Note("cut", f"Cut: only the first {len(answer):,} rows are shown, there are more; {wider}.")


def _disputed(answer: Answered) -> str | None:
    """Return where the words of those are who dispute what the rows say; None if they are shown, or nobody does."""
    parts = answer.parts
    shown = {claim.receipt.id for said in parts.also_said for claim in said.claims} | {*ids_in(answer.table)}
    found = [
        f"{parts.shorts.get(fact.id, fact.id)} is disputed by {each.judge} (tiebook ask evidence --claim {each.claim})"
        for fact in dict.fromkeys(parts.facts.values())
        for each in fact.disputes
        if each.claim not in shown
    ]
    if not found:
        return None
    more = f"; and {len(found) - _DISPUTED} more (tiebook ask judgements)" if len(found) > _DISPUTED else ""
    return f"{'; '.join(found[:_DISPUTED])}{more}"


UNSETTLED: Final = (
    "Note: the graph was being loaded throughout, so this may mix its states before and after a load; ask again later."
)
