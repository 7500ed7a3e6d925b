"""Reads a data set that needs no code: the [[tie]] tables of its source.toml say which columns make which ties.

Such a table may have millions of rows. They are read as they are asked for, some thousands at a time, by column; what is kept
of a tie is its id and a fingerprint, to tell a row that repeats another from one that contradicts it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, combinations, islice, product, repeat
from operator import attrgetter, eq
from pathlib import Path
from typing import Final

from tiebook.errors import BadRecords, BadSource
from tiebook.model.dates import Bounds
from tiebook.model.row_digest import row_digests
from tiebook.model.schema import MOST_INDEXED
from tiebook.model.ties import Ties
from tiebook.sources.declaration import FileKind
from tiebook.sources.mapped.beside import EndsBeside
from tiebook.sources.mapped.date_form import BadRecord
from tiebook.sources.mapped.endpoints import Endpoints
from tiebook.sources.mapped.keys import Padded, keys_of, with_spells
from tiebook.sources.mapped.mapping import NO_VALUE, Mapping, Picked, Rows
from tiebook.sources.mapped.nodes_beside import NodesBeside
from tiebook.sources.mapped.opened import opened
from tiebook.sources.mapped.repeats import Repeats
from tiebook.sources.mapped.times import Whens, times_of
from tiebook.sources.report import LOADED, MERGED, OUTSIDE, REVERSED, UNRESOLVED, Account
from tiebook.sources.source_reader import SourceReader
from tiebook.sources.tie_builder import Contradiction, TieBuilder
from tiebook.sources.tie_map import LEFT_OUT, TieMap
from tiebook.support.marks import trim
from tiebook.support.numbers import first_of
from tiebook.sync.batch import Part
from tiebook.tables.cells import MISSING
from tiebook.tables.shape import Cells

ROWS: Final = 50_000  # that are read together
_LOOKED: Final = 5_000  # that are looked through together for more faults
CELLS: Final = 2_000_000  # in them, at most: some tables have thousands of columns
# in which, and in their ends, two ties with one id can differ
_TOLD: Final = ("gloss", "since", "until", "mechanism", "quote", "sign")  # and in the value
_OTHER_CALENDAR: Final = 1450  # no data on states begin so early, and the years of two calendars are lower now
_NAMED: Final = 5  # names that a note lists
_REASONS: Final = 30  # that an account tells apart for rows which no [[tie]] takes
NOBODY: Final = "an end is blank, or a code for missing"
ALONE: Final = "it names one actor only, and a tie has two"
_SPELL: Final = attrgetter("spell")  # of a When


class MappedParts:
    """The nodes and ties of mapped files, read again each time they are iterated; the reader's accounts tell of the last time.

    Iterating raises BadRecords with the file:line of each record that cannot be read.
    """

    def __init__(self, reader: SourceReader) -> None:
        """Set the reader with its files."""
        self._reader = reader
        self.ties = 0  # that the last time made

    def __iter__(self) -> Iterator[Part]:
        """Return nodes and the ties that end at them, and the source itself at last."""
        reader = self._reader
        reader.accounts.clear()
        reader.resolver.forget()
        if reader.kept is not None:
            reader.kept.begin()
        nodes = NodesBeside(reader)
        reading = _Reading(reader, nodes)
        for kind in reader.source.file:
            for path in [] if nodes.are(kind) else reader.files.get(kind.name, []):
                yield from reading.file(kind, path)
        nodes.account()
        self.ties = reading.ties
        if reader.kept is not None:
            reader.kept.check(reader.source.id)
        reading.tell_window()
        yield [reader.head(self.ties)]


class _Reading:
    """One time that the files are read through."""

    def __init__(self, reader: SourceReader, nodes: NodesBeside) -> None:
        self._reader = reader
        self._nodes = nodes
        self._ends = Endpoints(reader.resolver, reader.source.id)
        self._builder = TieBuilder(reader.source, reader.wanted)
        self._found = EndsBeside(self._ends)
        self._whens = Whens(reader.source.covers_until if reader.source.covers else reader.covers_until)
        self._met: set[bytes] = set()  # records that a kind of file has once, as digests
        self._given: set[str] = set()  # actors that were handed on
        self._all = reader.wanted.everything
        self._files: Counter[str] = Counter()  # of each kind, that were begun
        self._made_up = ""  # begins the keys of records that have none, in all files of a kind but the first
        self._selves = 0  # ties of an actor with itself, in this file
        self._padded = Padded()
        self._reasons: set[str] = set()  # why no [[tie]] takes rows
        self._repeats: defaultdict[str, Repeats] = defaultdict(Repeats)  # of records without a key, by kind of file
        self._unkeyed: Repeats | None = None  # those of this file's kind

    @property
    def ties(self) -> int:
        """How many ties were made."""
        return len(self._builder)

    def tell_window(self) -> None:
        """Set the window to the days that the rows speak of, where the declaration leaves it to them."""
        if self._reader.source.covers == "dates" and self._whens.first <= self._whens.last:
            wanted = self._reader.wanted
            self._reader.covers_since = max(self._whens.first, wanted.since or self._whens.first)
            self._reader.covers_until = min(self._whens.last, wanted.until or self._whens.last)

    def file(self, kind: FileKind, path: Path) -> Iterator[Part]:
        """Read a file, some thousands of records at a time."""
        columns, records, notes = self._nodes.join(kind, path, *opened(kind, path, self._reader))
        account, by_year = self._reader.account(path, kind.name, notes), kind.years is not None
        declaration = self._reader.source
        plain = [each for tie in declaration.tie if kind.name in tie.file for each in tie.plain()]
        maps = [
            Mapping(
                each, self._builder, columns, str(path), self._ends.name_of, may_lack=kind.optional, by_year=by_year
            )
            for each in plain
        ]
        unread = dict.fromkeys(column for each in maps for column in each.lost)
        notes += [f"there is no column {column!r}, which a [[tie]] reads: it was taken as blank" for column in unread]
        self._files[kind.name] += 1
        self._made_up = "" if self._files[kind.name] == 1 else f"{self._files[kind.name]}/"
        self._selves = 0
        self._unkeyed = None if any(each.map.record for each in maps) else self._repeats[kind.name]
        lost = next((column for column in kind.once if column not in columns), None)
        if lost is not None:
            raise BadSource(f"there is no column {lost!r}, by which records are known", where=str(path))
        places = [columns.index(column) for column in kind.once]
        several_rows = max(1, min(ROWS, CELLS // len(columns)))
        while several := list(islice(records, several_rows)):
            fresh = self._fresh(account, several, places, path)
            try:
                parts = self._records(account, maps, fresh, path)
            except BadRecord:
                raise self._bad(
                    account, maps, chain([fresh], self._rest(account, records, places, path)), path
                ) from None
            yield from parts
        if self._unkeyed is not None:
            account.notes += self._unkeyed.notes(lines=path not in self._reader.given)
        account.notes += self._padded.notes(self._builder.knows)
        marked = list(dict.fromkeys(name for each in maps for name in each.marked))
        if marked:
            account.notes.append(f"marks of footnotes behind names were left out: {first_of(marked, _NAMED)}")
        if self._ends.early:
            shown = ", ".join(f"{name} on {day}" for name, day in list(self._ends.early.items())[:_NAMED])
            account.notes.append(f"organisations were named before their treaties were in force: {shown}")
            self._ends.early.clear()
        zeros = sum(each.dates.zeros for each in maps)
        if zeros:
            what = "1900-01-00, as a spreadsheet shows an empty one: they were read as January 1900"
            account.notes.append(f'{zeros:,} dates are {what}; if they say nothing: missing = ["1900-01-00"]')
        if self._whens.first.year < _OTHER_CALENDAR:
            what = f"the earliest date is {self._whens.first}, read as a day of the common calendar"
            account.notes.append(f"{what}: is it of another one, or a slip?")
        for each in maps:
            if each.below and each.codes:
                cells = ", ".join(list(each.codes)[:_NAMED])
                what = f"{each.codes.total():,} cells of {each.map.value} ({cells}) were read as missing, and others are below 0"
                account.notes.append(f"{what}; if they are values: scale = true")
        for column, count in sum((each.namibia for each in maps), Counter[str]()).items():
            what = f"{count:,} cells NA of {column} were read as Namibia"
            account.notes.append(f'{what}; if they say nothing: missing = ["NA"]')
        if self._selves:
            account.notes.append(f"{self._selves:,} ties of an actor with itself: do both columns name the same one?")

    def _fresh(self, account: Account, records: list[Cells], places: Sequence[int], path: Path) -> list[Cells]:
        """Return the records that no earlier one was like in some cells; the others are merged, whatever else they say."""
        if not places:
            return records
        fresh: list[Cells] = []
        again: list[Cells] = []
        keys = [tuple([trim(cells[place]) for place in places]) for _, cells in records]
        for record, key, digest in zip(records, keys, row_digests(keys), strict=True):
            (again if digest in self._met and any(key) else fresh).append(record)
            self._met.add(digest)
        if again:
            account.enter({MERGED: len(again)}, named=0, resolved=0)
            if self._reader.kept is not None:
                self._reader.kept.enter(path.name, [line for line, _ in again], [MERGED] * len(again))
        return fresh

    def _records(self, account: Account, maps: Sequence[Mapping], records: list[Cells], path: Path) -> list[Part]:
        """Make the ties of some records, and put the records into the account; yield first the actors that are new."""
        rows = [cells for _, cells in records]
        made: list[Ties] = []
        missed: set[int] = set()
        became = [UNRESOLVED] * len(records)
        left = {LEFT_OUT: 0, NO_VALUE: 1} | {
            each.reason: 1 for map_ in maps for each in map_.map.where if each.reason != LEFT_OUT
        }
        for map_ in maps:
            now = [LEFT_OUT] * len(records)
            chosen = map_.takes(rows, now)
            if chosen:
                ties = self._of(map_, chosen, records, now, missed, path)
                if ties is not None and len(ties):
                    made.append(ties)
                    self._selves += sum(map(eq, ties.sources, ties.targets))
            became = now if map_ is maps[0] else [_best(*both, left) for both in zip(became, now, strict=True)]
        # a record of which one end is blank is no name less, if the other is unknown
        nameless = {REVERSED, NOBODY, *left}
        named = sum(each not in nameless for each in became)
        missing = sum(became[number] not in nameless for number in missed)
        if self._unkeyed is not None:
            self._unkeyed.look(records, became)
        self._explain(maps, rows, became)
        account.enter(Counter(became), named=named, resolved=named - missing)
        lines = [line for line, _ in records]
        if path not in self._reader.given:
            account.place(became, lines)
        if self._reader.kept is not None:
            self._reader.kept.enter(path.name, lines, became)
        ends = {end for ties in made for end in (*ties.sources, *ties.targets)} - self._given
        self._given |= ends
        nodes = [self._ends.entity(end).node(self._reader.source.id) for end in sorted(ends)]
        return [nodes, *made] if nodes else [*made]

    def _explain(self, maps: Sequence[Mapping], rows: Sequence[Sequence[str]], became: list[str]) -> None:
        """Add to what became of rows that no [[tie]] takes which cell it was, as long as these reasons are few."""
        for number, outcome in enumerate(became):
            if outcome == LEFT_OUT:
                why = f"{LEFT_OUT}: {maps[0].why_not(rows[number])}"
                if why in self._reasons or len(self._reasons) < _REASONS:
                    self._reasons.add(why)
                    became[number] = why

    def _of(
        self,
        map_: Mapping,
        chosen: Sequence[int],
        records: list[Cells],
        became: list[str],
        missed: set[int],
        path: Path,
    ) -> Ties | None:
        """Make the ties that one [[tie]] makes of the records that it takes.

        Raises BadRecord for a record that cannot be read, unless these are kept.
        """
        lines, rows = [records[number][0] for number in chosen], [records[number][1] for number in chosen]
        now, lost = [UNRESOLVED] * len(chosen), set[int]()
        try:
            ties = self._ties(map_, map_.pick(rows), lines, now, lost)
        except BadRecord:
            if self._reader.kept is None:
                raise
            self._reader.kept.faults += [(path.name, *fault) for fault in self._faults(map_, rows, lines)]
            return None
        for number, outcome in zip(chosen, now, strict=True):
            became[number] = outcome
        missed.update(chosen[number] for number in lost)
        return ties

    def _faults(self, map_: Mapping, rows: list[list[str]], lines: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Return every record that cannot be read, with its line: they are read in ever smaller parts."""
        if not rows:
            return
        try:
            self._ties(map_, map_.pick(rows), lines, [UNRESOLVED] * len(rows), set())
        except BadRecord as bad:
            half = len(rows) // 2
            parts = [(rows[:half], lines[:half]), (rows[half:], lines[half:])] if half else []
            found = chain.from_iterable(self._faults(map_, *part) for part in parts)
            # a part may be read well where the whole was not: then the fault is told as it was met
            first = next(found, (lines[bad.number], str(bad)))
            yield from chain([first], found)

    def _rest(
        self, account: Account, records: Iterator[Cells], places: Sequence[int], path: Path
    ) -> Iterator[list[Cells]]:
        """Return the records that are left, some at a time, up to one that is broken."""
        with suppress(BadSource):
            while several := list(islice(records, _LOOKED)):
                yield self._fresh(account, several, places, path)

    def _bad(self, account: Account, maps: Sequence[Mapping], parts: Iterable[list[Cells]], path: Path) -> BadRecords:
        """Return the error that names what cannot be read, of all records from the first faulty ones on."""
        found: dict[int, str] = {}  # what is said of a line: a record may make several ties
        looked = 0
        for records in parts:
            for map_ in maps:
                chosen = map_.takes([cells for _, cells in records], [LEFT_OUT] * len(records))
                lines, rows = [records[number][0] for number in chosen], [records[number][1] for number in chosen]
                for line, what in islice(self._faults(map_, rows, lines), BadRecords.MOST):
                    found.setdefault(line, what)
            looked += len(records)
            if len(found) >= BadRecords.MOST or looked > BadRecords.FURTHER:
                break
        ordered = [(f"{path}:{line}", f"{account.what}: {what}") for line, what in sorted(found.items())]
        stopped = len(found) >= BadRecords.MOST or looked > BadRecords.FURTHER
        return BadRecords(ordered[: BadRecords.MOST], stopped=stopped)

    def _ties(
        self, map_: Mapping, cells: Picked, lines: Sequence[int], became: list[str], missed: set[int]
    ) -> Ties | None:
        """Make the ties that one [[tie]] makes of some records: where a large load spends its time.

        became -- takes what became of each record; missed -- takes the numbers of those with a name that is not known
        """
        times = times_of(self._whens, cells.since, cells.until, cells.loose)
        sources = self._found.find(map_.map.source, cells.sources, times, missed)
        alike = map_.map.pairs_within
        targets = sources if alike else self._found.find(map_.map.target, cells.targets, times, missed)
        keys = keys_of(cells.keys, lines, MISSING | map_.map.missing, self._made_up)
        if cells.keys:
            self._padded.look(str(map_.map.type), keys)
        elif map_.spells:
            keys = with_spells(keys, cells.since)
        if map_.map.target.issue:  # a row may give several values
            keys = [f"{key}/{map_.map.value}" for key in keys]
        if max(map(len, keys), default=0) > MOST_INDEXED:
            number = next(number for number, key in enumerate(keys) if len(key) > MOST_INDEXED)
            raise BadRecord(
                number, f"the key of the record has {len(keys[number]):,} characters; {MOST_INDEXED:,} at most"
            )
        rows = self._rows(sources, targets, keys, list(map(_SPELL, times.whens)), became, map_.map)
        for number in missed:
            if became[number] == ALONE:  # the other one is not known
                became[number] = UNRESOLVED
        said = cells.sources.said, cells.targets.said
        if "" in said[0] or "" in said[1]:
            for number, ends in enumerate(zip(*said, strict=True)):
                if became[number] == UNRESOLVED and self._blank(map_, ends):
                    became[number] = NOBODY
        return self._new(map_.ties(cells, rows), rows, became) if rows.keys else None

    def _blank(self, map_: Mapping, ends: tuple[str, str]) -> bool:
        columns = (map_.map.source, map_.map.target)
        return any(not end and column.column for end, column in zip(ends, columns, strict=True))

    def _rows(
        self,
        sources: Sequence[Sequence[str]],
        targets: Sequence[Sequence[str]],
        keys: list[str],
        spells: Sequence[Bounds | None],
        became: list[str],
        map_: TieMap,
    ) -> Rows:
        """Return the ties of records, any number of each; `became` takes what becomes of a record that makes none."""
        known = [spell for spell in spells if spell is not None]
        both, within = map_.both, map_.pairs_within
        alone = {*map(len, sources), *map(len, targets)} == {1} and not both and not within
        if self._all and len(known) == len(spells) and alone:
            became[:] = [MERGED] * len(keys)  # one each, as in most of a large table
            return Rows(range(len(keys)), [one for (one,) in sources], [one for (one,) in targets], keys, known)
        made: list[tuple[int, str, str, str, Bounds]] = []
        for number, (froms, tos, key, spell) in enumerate(zip(sources, targets, keys, spells, strict=True)):
            if spell is None:
                became[number] = REVERSED
            elif froms and tos:
                possible = list(combinations(froms, 2) if within else product(froms, tos))
                pairs = [pair for pair in possible if self._builder.takes(spell, pair)]
                single = len(froms) == len(tos) == 1 and not both
                pairs += [(to, from_) for from_, to in pairs if both]
                made += [(number, *pair, key if single else f"{key}/{pair[0]}/{pair[1]}", spell) for pair in pairs]
                became[number] = MERGED if pairs else OUTSIDE if possible else ALONE
        return Rows(*map(list, zip(*made, strict=True))) if made else Rows([], [], [], [], [])

    def _new(self, ties: Ties, rows: Rows, became: list[str]) -> Ties:
        """Leave out ties that an earlier record made just so, and note which records made one.

        Raises BadRecord if an earlier record made another one with the same key.
        """
        told = [ties.props.get(name) or repeat(None) for name in _TOLD]
        # as texts, but a blank stays one: where none of these records has a value, there is no such column
        value = [each if each is None else repr(each) for each in ties.props.get("value", ())] or repeat(None)
        said = zip(ties.sources, ties.targets, value, *told, strict=False)
        try:
            new = self._builder.new(list(map(str, ties.ids)), said, ties.props["gloss"])
        except Contradiction as error:
            raise BadRecord(rows.numbers[error.place], str(error)) from None
        for place in new:
            became[rows.numbers[place]] = LOADED
        return ties if len(new) == len(ties) else ties.rows(new)


def _best(one: str, other: str, left: dict[str, int]) -> str:
    """Return what became of a record of which two [[tie]] make something, or give two reasons why not: the one that says most.

    left -- the reasons for which no [[tie]] takes a record, and how much each says
    """
    for each in (LOADED, MERGED):
        if each in (one, other):
            return each
    return one if left.get(one, 2) > left.get(other, 2) else other
