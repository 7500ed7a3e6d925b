"""Reads a data set that needs no code: the [[tie]] tables of its source.toml say which columns make which ties.

Such a table may have millions of rows. They are read as they are asked for and handed on in columns, some thousands at a
time; what is kept of a row is its key and a fingerprint, to tell a row that repeats another from one that contradicts it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from tiebook.load.accounts import OUTSIDE, UNRESOLVED, Account
from tiebook.load.batch import Part
from tiebook.load.declared import FileKind
from tiebook.load.desk import Desk
from tiebook.load.ends import Ends
from tiebook.load.mapping import MappedRow, Mapping, NotANumber
from tiebook.model.dates import Bounds, Span, bounds_of, parse
from tiebook.model.errors import BadDate, BadSource, DuplicateTie
from tiebook.tables import read_table
from tiebook.tables.shape import Cells
from tiebook.tables.sheets import json_rows

ROWS: Final = 20_000  # that are handed on at a time
_DATES: Final = 100_000  # that are remembered
REVERSED: Final = "it ends before it begins"


class MappedParts:
    """The nodes and ties of mapped files, read anew each time they are iterated; the desk's accounts tell of the last time.

    Iterating raises BadSource with file:line for a record that cannot be read.
    """

    def __init__(self, desk: Desk) -> None:
        """Take the desk with its files."""
        self._desk = desk
        self.ties = 0  # that the last time made

    def __iter__(self) -> Iterator[Part]:
        """Give nodes and the ties that end at them, and the source itself at last."""
        desk = self._desk
        desk.accounts.clear()
        desk.resolver.forget()
        reading = _Reading(desk)
        for kind in desk.source.file:
            for path in desk.files.get(kind.name, []):
                yield from reading.file(kind, path)
        yield from reading.waiting()
        self.ties = reading.ties
        yield [desk.head(self.ties)]


class _Reading:
    """One time that the files are read through."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._ends = Ends(desk.resolver, desk.source.id)
        self._prints: dict[str, int] = {}  # of every tie, by id
        self._rows: defaultdict[tuple[Mapping, tuple[bool, ...]], list[MappedRow]] = defaultdict(list)
        self._spans: dict[str, Span | None] = {"": None}
        self._given: set[str] = set()  # actors that were handed on
        self._all = desk.wanted.everything

    @property
    def ties(self) -> int:
        """How many ties were made."""
        return len(self._prints)

    def file(self, kind: FileKind, path: Path) -> Iterator[Part]:
        """Read a file, and give what has come together meanwhile."""
        columns, records, notes = _opened(kind, path, self._desk)
        account = self._desk.account(path, kind.name, notes)
        declared = self._desk.source
        maps = [Mapping(each, declared, columns, str(path)) for each in declared.tie if each.file == kind.name]
        for map_ in maps:
            map_.sources, map_.targets = self._ends.steady(map_.map.source), self._ends.steady(map_.map.target)
        for line, cells in records:
            cells.append("")
            try:
                self._record(account, maps, cells, line)
            except (NotANumber, BadDate, DuplicateTie) as error:
                raise BadSource(f"{account.what}: {error}", where=f"{path}:{line}") from None
            if account.read % ROWS == 0:
                yield from self.waiting()

    def waiting(self) -> Iterator[Part]:
        """Give what has come together so far: first the actors, then their ties."""
        rows, self._rows = self._rows, defaultdict(list)
        ends = {end for group in rows.values() for row in group for end in row[:2]} - self._given
        if ends:
            self._given |= ends
            yield [self._ends.entity(end).node(self._desk.source.id) for end in sorted(ends)]
        for (map_, _), group in rows.items():
            if group:
                yield map_.columns(group)

    def _record(self, account: Account, maps: Sequence[Mapping], cells: list[str], line: int) -> None:
        """Make the ties of a record, and put it into the account."""
        account.read += 1
        missed, before = self._ends.missed, len(self._prints)
        made = False
        reason = UNRESOLVED
        for map_ in maps:
            outcome = self._ties(map_, [cell.strip() for cell in map_.pick(cells)], line)
            made = made or outcome is None
            reason = outcome or reason
        if len(self._prints) > before:
            account.loaded += 1
        elif made:
            account.merged += 1
        else:
            account.skipped[reason] += 1
        account.named += reason is not REVERSED
        account.resolved += self._ends.missed == missed and reason is not REVERSED

    def _ties(self, map_: Mapping, cells: list[str], line: int) -> str | None:
        """Make the ties that one [[tie]] makes of a record, or tell why there is none: where a large load spends its time."""
        spans = self._spans
        began = spans[cells[2]] if cells[2] in spans else self._span(cells[2])
        over = spans[cells[3]] if cells[3] in spans else self._span(cells[3])
        if began and over and over.latest < began.earliest:
            return REVERSED
        on = began or over
        day = on.latest if on else None
        ends = []
        for column, steady, cell in (
            (map_.map.source, map_.sources, cells[0]),
            (map_.map.target, map_.targets, cells[1]),
        ):
            known = steady.get(cell)
            ok = known is not None and (day is None or known[1] <= day <= known[2])
            ends.append(known[0] if known is not None and ok else self._ends.of(column, cell, on))
        sources, targets = ends
        if not sources or not targets:
            return UNRESOLVED
        spell = bounds_of(began, over, known_until=self._desk.covers_until)
        key = map_.record(cells) or str(line)
        several = len(sources) * len(targets) > 1
        rows = self._rows[map_, map_.shape(cells)]
        outcome: str | None = OUTSIDE
        for source in sources:
            for target in targets:
                if self._all or self._wanted(spell, source, target):
                    name = f"{key}/{source}/{target}" if several else key
                    self._add(rows, map_.row(cells, source, target, name, spell))
                    outcome = None
        return outcome

    def _wanted(self, spell: Bounds, source: str, target: str) -> bool:
        undated = spell.since_earliest is None and spell.until_latest is None
        window = None if undated else Span(spell.since_earliest or date.min, spell.until_latest or date.max)
        return self._desk.wanted.takes(window, (source, target))

    def _add(self, rows: list[MappedRow], row: MappedRow) -> None:
        """Take a tie; one that an earlier record made just so is left out.

        Raises DuplicateTie where an earlier record made another one with the same key.
        """
        before = len(self._prints)
        made = hash(row)
        if self._prints.setdefault(row[2], made) != made:
            raise DuplicateTie(f"the record {row[3]} says two things; this one: {row[4]}")
        if len(self._prints) > before:
            rows.append(row)

    def _span(self, text: str) -> Span:
        if len(self._spans) > _DATES:
            self._spans = {"": None}
        found = self._spans[text] = parse(text)
        return found


def _opened(kind: FileKind, path: Path, desk: Desk) -> tuple[tuple[str, ...], Iterator[Cells], list[str]]:
    """Give the columns, the records and the notes of a file."""
    if kind.form != "json lines":
        table = read_table(path, kind.shape(), desk.progress.at)
        return table.columns, table.records, table.notes
    maps = [each for each in desk.source.tie if each.file == kind.name]
    ends = [column for each in maps for column in (each.source.column, each.target.column, *each.record)]
    columns = tuple(dict.fromkeys([*ends, *(key for row in json_rows(path) for key in row.cells)]))

    def records() -> Iterator[Cells]:
        for row in json_rows(path, desk.progress.at):
            for column in ends:
                if column not in row.cells:  # JSON lines have no header
                    raise BadSource(f"{kind.what}: there is no {column} in this record", where=f"{path}:{row.line}")
            yield row.line, [row.cells.get(column, "") for column in columns]

    return columns, records(), []
