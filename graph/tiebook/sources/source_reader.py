"""The reader at which a data set is read: it hands out rows, resolves actors, collects ties, and keeps the accounts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from tiebook.crosswalk import Resolver
from tiebook.crosswalk.table import On, System
from tiebook.errors import BadDate, BadSource, DuplicateTie
from tiebook.model.codebook import codebook
from tiebook.model.dates import Span, bounds, parse
from tiebook.model.records import Entity, Node, Value
from tiebook.model.row_digest import packed
from tiebook.sources.declaration import Declaration
from tiebook.sources.report import OUTSIDE, UNRESOLVED, Account
from tiebook.sources.tie_record import TieRecord, source_node
from tiebook.sync.batch import Batch
from tiebook.sync.progress import Progress, Silent
from tiebook.tables import Row, read_table
from tiebook.tables.cells import BadCell
from tiebook.tables.sheets import json_rows

MERGED: Final = "merged"  # what a row's reader returns where the row adds to a tie that an earlier row made


class Skip(Exception):  # no failure: the row makes nothing, for the reason given
    """Leaves a row out, with the reason that the accounts will tell."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class RowFilter:
    """The part of a source that a load asks for; everything where nothing is said."""

    since: date | None = None
    until: date | None = None
    actors: frozenset[str] = frozenset()

    @property
    def everything(self) -> bool:
        """Whether the load asks for all there is."""
        return not (self.since or self.until or self.actors)

    def takes(self, span: Span | None, ids: Iterable[str]) -> bool:
        """Return whether something at a time between some actors is asked for; what has no date always is."""
        if self.actors and not self.actors & set(ids):
            return False
        if span is None:
            return True
        return not ((self.since and span.latest < self.since) or (self.until and span.earliest > self.until))


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
    _entities: dict[str, Entity] = field(default_factory=dict)
    _ties: dict[tuple[str, str], TieRecord] = field(default_factory=dict)
    _row: dict[str, bool] = field(default_factory=dict)  # what the present record has done; empty between records
    _late: int = 0  # ties left out after all records were read

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

    def account(self, path: Path, kind: str, notes: list[str] | None = None) -> Account:
        """Begin the account of a file."""
        self.progress.begin(path.name, path.stat().st_size, "bytes")
        account = Account(path.name, self.source.kind(kind).what, notes=[] if notes is None else notes)
        self.accounts.append(account)
        return account

    def each(self, kind: str, take: Callable[[Row], str | None]) -> None:
        """Return every row of the files of a kind to `take`, and note what became of it.

        Raises BadSource with file:line for a cell that cannot be read.
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
        for row in rows:
            try:
                self.note(account, partial(take, row))
            except (BadCell, BadDate, DuplicateTie) as error:
                raise BadSource(f"{account.what}: {error}", where=f"{path}:{row.line}") from None

    def note(self, account: Account, take: Callable[[], str | None]) -> None:
        """Read one record and put it into the account.

        Raises BadCell, BadDate, DuplicateTie for a record that cannot be read.
        """
        account.read += 1
        asked, missed = self.resolver.asked, self.resolver.missed
        self._row = dict.fromkeys(("added", "repeated", "outside"), False)
        try:
            outcome = take()
        except Skip as skip:
            account.skipped[skip.reason] += 1
        else:
            made_nothing = not self._row["added"]
            if outcome == MERGED or (made_nothing and self._row["repeated"]):
                account.merged += 1
            elif made_nothing and self._row["outside"]:
                account.skipped[OUTSIDE] += 1
            else:
                account.loaded += 1
        self._row = {}
        account.named += self.resolver.asked > asked
        account.resolved += self.resolver.asked > asked and self.resolver.missed == missed

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
        sign: int | None = None,
        **props: Value,
    ) -> None:
        """Add a tie, unless the load does not ask for it. `record` is unique within type and source.

        Raises DuplicateTie where the record made another tie of the type already.
        """
        if type_ not in self.source.ties:
            raise ValueError(f"{self.source.id} does not declare {type_}")
        end = until or (since if event else None)
        if since and end and self._row and parse(end).latest < parse(since).earliest:
            raise Skip("it ends before it begins")
        spell = bounds(since, end)
        window = Span(spell.since_earliest or date.min, spell.until_latest or date.max) if since or end else None
        if not self.wanted.takes(window, (source, target)):
            self._late += not self._row
            self._mark("outside")
            return
        default = codebook().ties[type_].sign
        plain = tuple(sorted((key, tuple(value) if isinstance(value, list) else value) for key, value in props.items()))
        made = TieRecord(
            type_,
            source,
            target,
            record,
            since,
            until,
            event,
            default if sign is None else sign,
            (("gloss", gloss), *plain),
        )
        old = self._ties.setdefault((type_, record), made)
        if old is made:
            self._mark("added")
        elif packed(astuple(old)) == packed(astuple(made)):
            self._mark("repeated")
        else:
            raise DuplicateTie(f"the record {record} says two things: {dict(old.props)['gloss']}; {gloss}")

    def _mark(self, what: str) -> None:
        if self._row:
            self._row[what] = True

    # the result

    def batch(self) -> Batch:
        """Return everything as nodes and edges."""
        if self._late and self.accounts:
            self.accounts[-1].notes.append(f"{self._late:,} ties made of several records were left out: {OUTSIDE}")
            self._late = 0
        edges = [
            tie.edge(self.source, self._label(tie.source), self._label(tie.target), self.covers_until)
            for tie in self._ties.values()
        ]
        ends = {end for tie in self._ties.values() for end in (tie.source, tie.target)}
        entities = dict(self._entities)
        for end in ends - set(entities):
            entities[end] = self.resolver.crosswalk.entity(end)
        nodes = [entities[end].node(self.source.id) for end in sorted(entities)]
        return Batch(self.source.id, [self.head(len(edges)), *nodes], edges)

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

    def _label(self, entity_id: str) -> tuple[str, str]:
        entity = self._entities.get(entity_id)
        return (entity.label if entity else "Actor", entity_id)
