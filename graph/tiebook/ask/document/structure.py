"""An answer as a document: what a reader is shown, in order, whatever shows it.

The command line, the web page, the notebook, Markdown, the picture and an assistant render one structure:

    document = answer.document()
    document.heading             # "Who or what limits China's freedom of action, about Iran?"
    str(document.counts)         # "15 limits in 5 factors (3 named): 11 stated, 4 inferred"
    document.columns             # the few columns that answer, each with a `name` and a `label`
    for group in document.groups:
        group.heading            # "China's economic interests"; None if the question has no groups
        for row in group.rows:
            row.number           # 1, 2, ... through the whole document
            row.values           # one for each column
            row.marks            # what qualifies it: Mark("inferred", "inferred")
            row.receipts         # its words: quote, paragraph, holder, source, short id
    document.also_said           # what is said about the same ends but is not a fact, by kind, each kind counted
    document.notes               # coverage, members counted, cuts; "nothing" where nothing was found

Nothing here is escaped, wrapped or cut: that is for whoever shows it. `to_dict` gives plain values for JSON.

The parts are named tuples: each command makes these classes anew when it starts, and a dataclass takes ten times as long to make.
Their types are not texts (there is no `from __future__ import annotations`), since each text would be compiled.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from tiebook.model.dates import InForce
from tiebook.support.numbers import counted

MarkKind = Literal[
    "inferred",  # by the coder
    "reported",  # the author reports it and does not vouch for it
    "disputed",  # the author disputes it
    "contested",  # a claim of somebody else disputes it: its source says so all the same
    "denied",  # it is said not to hold
    "conditional",  # this and the next four: the mode of a claim that is not a fact
    "sought",
    "feared",
    "expected",
    "hypothetical",
    "not sought",  # this and the next two: the mode is negated, which does not deny the tie
    "not feared",
    "not expected",
    "ended",
    "undated",
    "possibly",  # in force on the day that was asked for; or unknown, after the end of its source
    "unknown",
    "superseded",  # by a newer release of its source
]
SaidKind = Literal[
    "denied",
    "disputed",
    "sought",
    "not sought",
    "feared",
    "not feared",
    "expected",
    "not expected",
    "conditional",
    "hypothetical",
]
NoteKind = Literal["nothing", "otherwise", "undated", "elsewhere", "outside", "coverage", "members", "cut", "unsettled"]

_TYPES: Final = 4  # of ties at most that the line of counts names
SAID_KINDS: Final[tuple[SaidKind, ...]] = (
    *("denied", "disputed", "sought", "not sought", "feared", "not feared", "expected", "not expected"),
    *("conditional", "hypothetical"),
)


class Mark(NamedTuple):
    """What qualifies a row. `text` is what a reader sees; `by` are the names of those who report, want, fear or expect it."""

    kind: MarkKind
    text: str
    by: tuple[str, ...] = ()


class Receipt(NamedTuple):
    """The words or the record that a row rests on.

    short -- an id to show and to type: `tiebook ask evidence --claim SHORT`; of a record its own id
    id -- the whole id of the claim, or of the tie where a data set gives it
    side -- which part of the row it supports, where that is not the row as a whole: "pact", "response"
    context -- the quote in its paragraph, where the text is available
    """

    short: str
    id: str
    quote: str | None = None
    paragraph: int | None = None
    holder: str | None = None
    source: str | None = None
    record: str | None = None
    side: str | None = None
    context: str | None = None

    @property
    def words(self) -> str:
        """The quote, in its paragraph or in quotation marks, which differ from those that it has itself."""
        if self.context or self.quote is None:
            return self.context or ""
        return f"\u201c{self.quote}\u201d" if '"' in self.quote else f'"{self.quote}"'


class Column(NamedTuple):
    """A column of the document; `label` is its name in words."""

    name: str
    label: str


class Row(NamedTuple):
    """One row: a value for each column of the document. `at`: the positions of the flat rows that it stands for."""

    number: int
    values: tuple[Any, ...]
    marks: tuple[Mark, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    at: tuple[int, ...] = ()


class Group(NamedTuple):
    """Rows under one heading, or under none.

    letter -- "A", "B", ... where the heading itself has receipts: passages that name it and say no more
    at -- the positions of the flat rows that the heading stands for
    """

    heading: str | None
    rows: tuple[Row, ...]
    letter: str | None = None
    marks: tuple[Mark, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    at: tuple[int, ...] = ()


class Counts(NamedTuple):
    """How many rows and groups, and how many rows are what: each row is counted once, so the parts add up to the rows.

    stated, inferred, reported, reported_and_inferred -- of the rows that are facts; of records without receipts none is "stated".
        Only rows of one claim or tie are: none that is made of several, a year or a ring
    no_facts -- of the others, how many of each kind: denied, sought, feared...
    stated_groups -- where a source names the headings themselves, how many it states, by name or by a row below it
    on_day -- how many were in force on the day that was asked for: certainly, possibly, unknown, undated
    types -- how many are ties of each type, the most frequent first; empty where no column names it
    noun, group_noun -- what a row and a group is called, in the singular; `group_link`: rows are "in" a group or "for" it
    """

    rows: int
    groups: int = 0
    stated: int = 0
    inferred: int = 0
    reported: int = 0
    noun: str = "row"
    group_noun: str = "group"
    group_link: str = "in"
    reported_and_inferred: int = 0
    no_facts: tuple[tuple[SaidKind, int], ...] = ()
    stated_groups: int = 0
    on_day: tuple[tuple[InForce, int], ...] = ()
    types: tuple[tuple[str, int], ...] = ()

    def __str__(self) -> str:
        """Return the line of counts."""
        found = counted(self.rows, self.noun)
        if 1 < len(self.types) <= _TYPES and not self.on_day:  # more numbers in brackets are hard to read
            found = f"{found} ({', '.join(f'{count:,} {name}' for name, count in self.types)})"
        if self.groups:
            every = self.stated_groups == self.groups  # a source names the group itself, and says that it is one
            noun = f"named {self.group_noun}" if every else self.group_noun
            found = f"{found} {self.group_link} {counted(self.groups, noun)}"
            found = f"{found} ({self.stated_groups:,} named)" if self.stated_groups and not every else found
        if self.on_day:
            found = f"{found} (on this day: {', '.join(f'{count:,} {word}' for word, count in self.on_day)})"
        facts = [
            *((self.stated, "stated"), (self.inferred, "inferred"), (self.reported, "reported")),
            (self.reported_and_inferred, "reported and inferred"),
        ]
        kinds = ", ".join(f"{count:,} {word}" for count, word in facts if count)
        others = ", ".join(f"{count:,} {kind}" for kind, count in self.no_facts)
        none = f"not facts: {others}" if others else ""
        said = "; ".join(filter(None, (kinds, none)))
        return f"{found}{':' if kinds else ','} {said}" if said else found


class Said(NamedTuple):
    """A claim that is not a fact: who, which tie, whom, its sentence, and its receipt."""

    from_name: str
    tie: str
    to_name: str
    text: str
    when: str | None
    marks: tuple[Mark, ...]
    receipt: Receipt


class AlsoSaid(NamedTuple):
    """Claims of one kind about the ends and types that were asked for. `claims`: the first of `count`."""

    kind: SaidKind
    count: int  # type: ignore[assignment]  # a tuple has a `count` of its own, which nobody needs of this one
    claims: tuple[Said, ...]


class Note(NamedTuple):
    """What is to be said about the answer as a whole."""

    kind: NoteKind
    text: str


class Document(NamedTuple):
    """An answer as it is shown; see the module's docstring.

    name -- of the question; None for an ad-hoc query
    command -- the command that gives this answer
    also_command -- the command that shows every claim of `also_said`, where not all are here
    """

    heading: str
    counts: Counts
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    also_said: tuple[AlsoSaid, ...] = ()
    notes: tuple[Note, ...] = ()
    name: str | None = None
    command: str | None = None
    also_command: str | None = None

    @property
    def rows(self) -> Iterator[Row]:
        """The rows of all groups, in order."""
        return (row for group in self.groups for row in group.rows)

    @property
    def no_tie(self) -> str:
        """What an answer without rows says where claims that are not facts are shown."""
        if self.also_said and self.notes_of("nothing"):  # texts may say of such ties what the question does not read
            return "No loaded source could answer this"
        return "No such tie is coded with a date" if self.notes_of("undated") else "No such tie is coded"

    def labelled(self) -> Iterator[tuple[str, tuple[Receipt, ...]]]:
        """Yield the letter of each heading that has receipts and the number of each row, with the receipts, in order."""
        for group in self.groups:
            if group.letter:
                yield group.letter, group.receipts
            for row in group.rows:
                yield str(row.number), row.receipts

    def notes_of(self, *kinds: NoteKind) -> tuple[str, ...]:
        """Return the texts of the notes of some kinds."""
        return tuple(note.text for note in self.notes if note.kind in kinds)

    def to_dict(self, *, evidence: bool = True) -> dict[str, Any]:
        """Return the document as JSON has it: dates as texts, the counts also as a line.

        evidence -- with the receipts
        """
        return {
            "question": self.name,
            "heading": self.heading,
            "counts": {
                "text": str(self.counts),
                **_fields(self.counts),
                "no_facts": dict(self.counts.no_facts),
                "on_day": dict(self.counts.on_day),
                "types": dict(self.counts.types),
            },
            "columns": [_fields(column) for column in self.columns],
            "groups": [
                {
                    "heading": group.heading,
                    "letter": group.letter,
                    "marks": [_fields(mark) for mark in group.marks],
                    "receipts": [_fields(receipt) for receipt in group.receipts if evidence],
                    "at": [*group.at],
                    "rows": [self._row(row, evidence=evidence) for row in group.rows],
                }
                for group in self.groups
            ],
            "also_said": [
                {
                    "kind": said.kind,
                    "count": said.count,
                    "claims": [_said(claim, evidence=evidence) for claim in said.claims],
                }
                for said in self.also_said
            ],
            "notes": [_fields(note) for note in self.notes],
            "command": self.command,
            "also_command": self.also_command,
        }

    def _row(self, row: Row, *, evidence: bool) -> dict[str, Any]:
        names = [column.name for column in self.columns]
        return {
            "number": row.number,
            "values": {name: _plain(value) for name, value in zip(names, row.values, strict=True)},
            "marks": [_fields(mark) for mark in row.marks],
            "receipts": [_fields(receipt) for receipt in row.receipts if evidence],
            "at": [*row.at],
        }


def _said(claim: Said, *, evidence: bool) -> dict[str, Any]:
    return {
        **_fields(claim),
        "marks": [_fields(mark) for mark in claim.marks],
        "receipt": _fields(claim.receipt) if evidence else None,
    }


def _fields(part: Any) -> dict[str, Any]:
    return {name: _plain(value) for name, value in part._asdict().items()}


def _plain(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
