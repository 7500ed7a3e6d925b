"""What a picture of an answer is made of: its heading, its rows with their records, what qualifies them, their receipts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, Protocol

from tiebook.model.codebook import codebook

if TYPE_CHECKING:
    from collections.abc import Iterable

_DATES: Final = ("undated", "ended", "possibly", "unknown")  # marks about time: only pictures of time draw them
_NO_FACT: Final = (
    *("denied", "disputed", "sought", "not sought", "feared", "not feared", "expected", "not expected"),
    *("conditional", "hypothetical"),
)


class Marked(Protocol):
    """A mark of a row, as the document of an answer has it."""

    @property
    def kind(self) -> str:
        """What it says, as a word of the program."""

    @property
    def text(self) -> str:
        """What a reader sees."""


class Listed(Protocol):
    """A row of the document of an answer, or a heading with receipts."""

    @property
    def marks(self) -> Sequence[Marked]:
        """What qualifies it."""

    @property
    def receipts(self) -> Sequence[Any]:
        """The words that it rests on: quote, paragraph, holder, source, short."""

    @property
    def at(self) -> Sequence[int]:
        """The positions of the flat rows that it stands for."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A few words in a frame: what qualifies a row, or in the colour of its `place` among the sources whose word it is."""

    text: str
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of an answer: its flat record, its number (or the letter of a heading), the words that qualify it, and its receipts.

    Where a row of the document joins several records, the record that says most is taken.

    place -- of its source among those of the answer; None if the answer has one source only
    lasts -- it goes on from its date, as far as is known: the document says "since" of it
    """

    number: int | str
    record: Mapping[str, Any]
    marks: tuple[tuple[str, str], ...] = ()
    receipts: tuple[Any, ...] = ()
    place: int | None = None
    lasts: bool = False

    def get(self, *names: str) -> str | None:
        """Return the first value that is there, as text; lists are joined."""
        for name in names:
            value = self.record.get(name)
            if value not in (None, "", []):
                return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
        return None

    @property
    def no_fact(self) -> bool:
        """Whether it must not be taken for fact."""
        return any(kind in _NO_FACT for kind, _ in self.marks)

    @property
    def inferred(self) -> bool:
        """Whether a coder concludes it."""
        return any(kind == "inferred" for kind, _ in self.marks)

    @property
    def reported(self) -> bool:
        """Whether its author only reports it."""
        return any(kind == "reported" for kind, _ in self.marks)

    @property
    def plain(self) -> bool:
        """Whether it is stated as fact: neither inferred nor only reported."""
        return not (self.no_fact or self.inferred or self.reported)

    @property
    def denied(self) -> bool:
        """Whether it is said not to hold."""
        return any(kind == "denied" for kind, _ in self.marks)

    @property
    def said(self) -> tuple[Chip, ...]:
        """The words of its marks that are not about time; where an answer has several sources, whose word it is comes first."""
        source = () if self.place is None else (Chip(self.get("source") or "", self.place),)
        return (*source, *(Chip(text) for kind, text in self.marks if kind not in _DATES))


def tone_of(entry: Entry) -> str:
    """Return how a row's tie is drawn: "1", "-1", "0" by its sign, or that of its type; "2" where it limits."""
    tie = codebook().ties.get(entry.get("tie") or "")
    if tie is not None and tie.name == "CONSTRAINS":
        return "2"
    sign = entry.record.get("sign")
    return str(sign) if sign in (1, 0, -1) else str(tie.sign) if tie is not None and tie.name != "INFLUENCES" else "0"


def mutual(entry: Entry) -> bool:
    """Return whether a row's tie has no direction."""
    tie = codebook().ties.get(entry.get("tie") or "")
    return tie is not None and tie.symmetric


@dataclass(frozen=True, slots=True)
class Story:
    """An answer that is to be drawn.

    heading, counts -- the title and the line below it
    entries -- its rows in order
    named -- the names of what the question was asked about, by parameter
    notes -- what is said below it
    also -- what is also said but is not a fact, each kind in one line
    """

    heading: str
    counts: str
    entries: tuple[Entry, ...]
    named: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    def grouped(self, *names: str) -> dict[str, list[Entry]]:
        """Return the entries by the first of their values that is there."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.get(*names) or "", []).append(entry)
        return found


def story(document: Any, records: Iterable[Mapping[str, Any]], named: Mapping[str, str]) -> Story:
    """Return the story of an answer's document (tiebook.ask.document.structure) and of its flat records."""
    flat = list(records)
    sources = sorted({str(record["source"]) for record in flat if record.get("source")})
    places = {name: place for place, name in enumerate(sources)} if len(sources) > 1 else {}
    lasting = {row.number for group in document.groups for row in group.rows if _since(document.columns, row.values)}
    return Story(
        heading=document.heading,
        counts=str(document.counts),
        entries=tuple(
            replace(entry, place=places.get(entry.get("source") or ""), lasts=entry.number in lasting)
            for entry in _entries(document.groups, flat)
        ),
        named=dict(named),
        notes=tuple(note.text for note in document.notes),
        also=tuple(_also(document)),
    )


def _entries(groups: Iterable[Any], flat: Sequence[Mapping[str, Any]]) -> Iterator[Entry]:
    """Yield the rows of a document, and where a heading has receipts of its own an entry for it, with its letter."""
    for group in groups:
        if group.letter:
            yield _entry(group.letter, group, flat) if group.at else _heading(group, flat)
        for row in group.rows:
            yield _entry(row.number, row, flat)


def _since(columns: Sequence[Any], values: Sequence[Any]) -> bool:
    """Return whether a row of a document is said to hold since a day."""
    return any(
        column.name == "when" and str(value).startswith("since ") for column, value in zip(columns, values, strict=True)
    )


def _heading(group: Any, flat: Sequence[Mapping[str, Any]]) -> Entry:
    """Return the entry of a heading whose receipts stand in rows below it: its record is what those rows are grouped by."""
    below = [flat[at] for row in group.rows for at in row.at]
    record = {name: value for name, value in below[0].items() if all(each.get(name) == group.heading for each in below)}
    sources = {receipt.source for receipt in group.receipts}
    record |= {"source": sources.pop()} if len(sources) == 1 else {}
    return Entry(group.letter, record, tuple((mark.kind, mark.text) for mark in group.marks), tuple(group.receipts))


def _entry(number: int | str, row: Listed, flat: Sequence[Mapping[str, Any]]) -> Entry:
    own = [flat[at] for at in row.at] or [{}]
    record = max(own, key=lambda each: sum(value not in (None, "", []) for value in each.values()))
    return Entry(number, record, tuple((mark.kind, mark.text) for mark in row.marks), tuple(row.receipts))


def _also(document: Any) -> Iterator[str]:
    for said in document.also_said:
        first = "; ".join(claim.text for claim in said.claims)
        more = "; …" if said.count > len(said.claims) else ""
        yield f"{said.kind.capitalize()} ({said.count}): {first}{more}"


def spell(since: str | None, until: str | None, *, lasts: bool = False) -> str:
    """Return from when to when in words: "2001 to 2002", "2001", "since 2001" of what `lasts`, "until 2002", or nothing."""
    if since and until and since != until:
        return f"{since} to {until}"
    if since:
        return f"since {since}" if lasts and until is None else since
    return f"until {until}" if until else ""
