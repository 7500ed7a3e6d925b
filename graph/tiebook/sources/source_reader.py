"""The reader at which a data set is read: it hands out rows, resolves actors, collects ties, and keeps the accounts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from tiebook.crosswalk import Resolver
from tiebook.crosswalk.table import On, System
from tiebook.errors import BadDate, BadRecords, DuplicateTie
from tiebook.model.dates import Bounds, Span, bounds, parse
from tiebook.model.records import Edge, Entity, Node, Props, Value
from tiebook.model.row_digest import packed
from tiebook.sources.declaration import Declaration, source_node
from tiebook.sources.kept_rows import KeptRows
from tiebook.sources.report import LOADED, MERGED, OUTSIDE, REVERSED, UNRESOLVED, Account
from tiebook.sources.row_filter import RowFilter
from tiebook.sources.tie_builder import Contradiction, TieBuilder
from tiebook.sync.batch import Batch
from tiebook.sync.progress import Progress, Silent
from tiebook.tables import Row, read_table
from tiebook.tables.cells import MISSING, BadCell
from tiebook.tables.shape import GivenTable
from tiebook.tables.sheets import json_rows

__all__ = ["MERGED", "Skip", "SourceReader"]  # what a read.py needs


NO_KEY: Final = "its key is blank, or a code for missing"


class Skip(Exception):  # no failure: the row makes nothing, for the reason given
    """Leaves a row out, with the reason that the accounts will tell."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(slots=True)
class SourceReader:
    """One load of one data set. `version` and the window begin as declared; a reader may set what the files say."""

    source: Declaration
    resolver: Resolver
    wanted: RowFilter
    files: Mapping[str, list[Path]]
    version: str | None = None
    covers_since: date | None = None
    covers_until: date | None = None
    covers_days: int | None = None  # that the files hold, where they leave gaps in the window
    remark: str | None = None  # what the files themselves say of their extent
    parts: list[str] = field(default_factory=list)  # which days (or the like) of an unending source the files hold
    progress: Progress = field(default_factory=Silent)
    fingerprint: str | None = None  # of files and settings
    accounts: list[Account] = field(default_factory=list)
    given: Mapping[Path, GivenTable] = field(
        default_factory=dict
    )  # tables that are not files, by the path that stands for them
    kept: KeptRows | None = None  # takes the rows that make no tie; without it the first fault ends a load
    _said: defaultdict[str, set[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(set))  # by kind
    _entities: dict[str, Entity] = field(default_factory=dict)
    _ties: dict[str, _Record] = field(default_factory=dict)  # by id
    _builder: TieBuilder = field(init=False)
    _row: dict[str, bool] = field(default_factory=dict)  # what the present record has done; empty between records
    _late: int = 0  # ties left out after all records were read

    def __post_init__(self) -> None:
        self._builder = TieBuilder(self.source, self.wanted)

    # reading

    def has(self, kind: str) -> bool:
        """Return whether files of a kind were given."""
        return bool(self.files.get(kind))

    def peek(self, kind: str) -> Iterator[Row]:
        """Return the rows of the files of a kind without an account: for what must be known before they are read."""
        for path in self.files.get(kind, []):
            yield from read_table(path, self.source.kind(kind).shape()).rows

    def preamble(self, kind: str) -> dict[Path, tuple[str, ...]]:
        """Return the lines before the header of each file of a kind."""
        shape = self.source.kind(kind).shape()
        return {path: read_table(path, shape).preamble for path in self.files.get(kind, [])}

    def is_repeated(self, kind: str, row: Row, *, but: str = "") -> bool:
        """Return whether a row says what one of its kind has said before that was asked about: the record stands there twice.

        Its cells count from the first column on that the kind declares; what stands before are the numbers of rows that a
        program has put there.

        but -- a column in which the two may differ
        """
        declared = self.source.kind(kind)
        known = {*declared.required, *declared.optional}
        columns = [column for column in row.cells if column != but]
        first = next((place for place, column in enumerate(columns) if column in known), 0)
        cells = tuple(row.cells[column].strip() for column in columns[first:])
        repeated = cells in self._said[kind]
        self._said[kind].add(cells)
        return repeated

    def account(self, path: Path, kind: str, notes: list[str] | None = None) -> Account:
        """Begin the account of a file."""
        if path in self.given:
            self.progress.begin(path.name, self.given[path].rows, "rows")
        else:
            self.progress.begin(path.name, path.stat().st_size, "bytes")
        account = Account(path.name, self.source.kind(kind).what, notes=[] if notes is None else notes)
        self.accounts.append(account)
        return account

    def each(self, kind: str, take: Callable[[Row], str | None]) -> None:
        """Return every row of the files of a kind to `take`, and note what became of it.

        Raises BadRecords with the file:line of each cell that cannot be read.
        """
        for path in self.files.get(kind, []):
            self.each_of(kind, path, take)

    def each_of(self, kind: str, path: Path, take: Callable[[Row], str | None]) -> None:
        """Return every row of one file to `take`, like `each`."""
        if self.source.kind(kind).form == "json lines":
            rows, notes = json_rows(path, self.progress.at), []
        else:
            table = read_table(path, self.source.kind(kind).shape(), self.progress.at)
            rows, notes = table.rows, table.notes
        account = self.account(path, kind, notes)
        faults: list[tuple[str, str]] = []
        further, stopped = 0, False
        try:
            for row in rows:
                further += bool(faults)
                try:
                    self.note(account, partial(take, row), row.line)
                except (BadCell, BadDate, DuplicateTie) as error:
                    faults.append((f"{path}:{row.line}", f"{account.what}: {error}"))
                stopped = len(faults) == BadRecords.MOST or further == BadRecords.FURTHER
                if stopped:
                    break
        except Exception:
            if not faults:  # else it may come of what the faulty rows left out
                raise
        if faults:
            raise BadRecords(faults, stopped=stopped)

    def note(self, account: Account, take: Callable[[], str | None], line: int | None = None) -> None:
        """Read one record, which begins on a line, and put it into the account.

        Raises BadCell, BadDate, DuplicateTie for a record that cannot be read.
        """
        asked, missed = self.resolver.asked, self.resolver.missed
        self._row = dict.fromkeys(("added", "repeated", "outside"), False)
        try:
            outcome = take()
        except Skip as skip:
            became = skip.reason
        else:
            made_nothing = not self._row["added"]
            if outcome == MERGED or (made_nothing and self._row["repeated"]):
                became = MERGED
            else:
                became = OUTSIDE if made_nothing and self._row["outside"] else LOADED
        self._row = {}
        named = self.resolver.asked > asked
        account.enter({became: 1}, named=named, resolved=named and self.resolver.missed == missed)
        if line is not None:
            account.place([became], [line])

    # actors

    def coded(self, system: System, code: str, on: On = None) -> str:
        """Return the actor of a code; where there is none, the row is skipped and the code reported."""
        found = self.resolver.code(system, code, on)
        if found is None:
            raise Skip(UNRESOLVED)
        return found

    def named(self, name: str, on: On = None) -> str:
        """Return the actor of a name; where there is none, the row is skipped and the name reported."""
        found = self.resolver.name(name, on)
        if found is None:
            raise Skip(UNRESOLVED)
        return found

    def spells(self, system: System, code: str, since: str, until: str | None) -> list[tuple[str, str, str | None]]:
        """Return (actor, since, until) of a spell, cut where the code passes to another actor ("345": Yugoslavia, Serbia).

        Where there is no actor, the row is skipped and the code reported.
        """
        whole = Span(parse(since).earliest, parse(until).latest if until else self.covers_until or date.max)
        found = self.resolver.spells(system, code, whole)
        if not found:
            raise Skip(UNRESOLVED)
        return [
            (
                actor,
                since if part.earliest == whole.earliest else part.earliest.isoformat(),
                until if part.latest == whole.latest else part.latest.isoformat(),
            )
            for actor, part in found
        ]

    def name_of(self, actor: str) -> str:
        """Return the name of a declared or known actor."""
        declared = self._entities.get(actor)
        return declared.name if declared else self.resolver.crosswalk.actors[actor].name

    def want(self, span: Span | None, *ids: str) -> None:
        """Skip the row where the load does not ask for this time or these actors."""
        if not self.wanted.takes(span, ids):
            raise Skip(OUTSIDE)

    def declare(self, entity: Entity) -> str:
        """Declare something that the crosswalk does not have; the first declaration of an id counts."""
        if entity.id not in self._entities:
            self._entities[entity.id] = entity
            self._mark("added")
        return entity.id

    @property
    def added(self) -> bool:
        """Whether the present row has made anything that was not there."""
        return self._row.get("added", False)

    # ties

    def tie(
        self,
        type_: str,
        source: str,
        target: str,
        record: str,
        *,
        gloss: str,
        since: str | None = None,
        until: str | None = None,
        event: bool = False,
        ended: bool = False,
        going_on: date | None = None,
        sign: int | None = None,
        **props: Value,
    ) -> None:
        """Add a tie, unless the load does not ask for it. `record` is unique within type and source.

        ended -- it is over, on a day that is not known; without it, what has no end goes on
        going_on -- the last day on which it is known to go on, where that is before the end of the window

        Raises DuplicateTie if the record made another tie of the type already.
        """
        if record in MISSING and self._row:
            raise Skip(NO_KEY)
        if type_ not in self.source.ties:
            raise ValueError(f"{self.source.id} does not declare {type_}")
        end = until or (since if event else None)
        if since and end and self._row and parse(end).latest < parse(since).earliest:
            raise Skip(REVERSED)
        if not self._builder.takes(bounds(since, end, ended=ended, known_until=self.covers_until), (source, target)):
            self._late += not self._row
            self._mark("outside")
            return
        given: Props = {"gloss": gloss, "since": since, "until": until, **props}
        if sign is not None:
            given["sign"] = sign
        tie_id = self._builder.tie_id(type_, record)
        # None is as if it was not said
        told = [(name, each) for name, each in sorted(given.items()) if each is not None]
        try:
            new = self._builder.new([tie_id], [packed([source, target, event, ended, going_on, *told])], [gloss])
        except Contradiction:
            other = self._ties[tie_id].props["gloss"]
            raise DuplicateTie(f"the record {record} says two things: {other}; {gloss}") from None
        if new:
            self._ties[tie_id] = _Record(type_, source, target, record, event, ended, going_on, given)
        self._mark("added" if new else "repeated")

    def _mark(self, what: str) -> None:
        if self._row:
            self._row[what] = True

    # the result

    def batch(self) -> Batch:
        """Return everything as nodes and edges."""
        if self._late and self.accounts:
            self.accounts[-1].notes.append(f"{self._late:,} ties made of several records were left out: {OUTSIDE}")
            self._late = 0
        edges = self._edges()
        ends = {end for tie in self._ties.values() for end in (tie.source, tie.target)}
        entities = dict(self._entities)
        for end in ends - set(entities):
            entities[end] = self.resolver.crosswalk.entity(end)
        nodes = [entities[end].node(self.source.id) for end in sorted(entities)]
        return Batch(self.source.id, [self.head(len(edges)), *nodes], edges)

    def _edges(self) -> list[Edge]:
        """Build the ties that were collected, in the order in which records made them."""
        alike: defaultdict[tuple[str, str, str], list[_Record]] = defaultdict(list)
        for tie in self._ties.values():
            alike[tie.type, self._label(tie.source), self._label(tie.target)].append(tie)
        made: dict[Value, Edge] = {}
        for (type_, *labels), several in alike.items():
            ties = self._builder.ties(
                type_,
                (labels[0], labels[1]),
                ([tie.source for tie in several], [tie.target for tie in several]),
                [tie.record for tie in several],
                [tie.spell(self.covers_until) for tie in several],
                {
                    name: [tie.props.get(name) for tie in several]
                    for name in {name for tie in several for name in tie.props}
                },
            )
            made |= {edge.props["id"]: edge for edge in ties.edges()}
        return [made[tie_id] for tie_id in self._ties]

    def head(self, ties: int) -> Node:
        """Return the node of the source, once all is read."""
        note = " ".join(filter(None, (self.source.note, self.remark))) or None
        window = (self.covers_since, self.covers_until)
        return source_node(
            self.source,
            self.version,
            window,
            note=note,
            ties=ties,
            parts=self.parts,
            days=self.covers_days,
            fingerprint=self.fingerprint,
        )

    def covers(self, since: date, until: date, days: int) -> None:
        """Set the window that the files cover, and how many days of it they hold."""
        self.covers_since, self.covers_until = since, until
        self.covers_days = days if days <= (until - since).days else None

    def _label(self, entity_id: str) -> str:
        entity = self._entities.get(entity_id)
        return entity.label if entity else "Actor"


@dataclass(frozen=True, slots=True)
class _Record:
    """A tie that a record makes, before the source's window is known."""

    type: str
    source: str
    target: str
    record: str
    event: bool
    ended: bool
    going_on: date | None
    props: Props

    def spell(self, known_until: date | None) -> Bounds:
        """Return its bounds; an open spell is certain until `known_until`, or as long as it is known to go on."""
        if self.going_on is not None:
            known_until = min(self.going_on, known_until or self.going_on)
        since, until = self.props["since"], self.props["until"]
        return bounds(
            None if since is None else str(since),
            None if until is None else str(until),
            event=self.event,
            ended=self.ended,
            known_until=known_until,
        )
