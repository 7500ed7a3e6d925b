"""One [[tie]] of a declaration, made ready to be applied to millions of rows: which cells it reads, what ties come of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from datetime import date
from operator import itemgetter
from typing import Final, NamedTuple, cast

from tiebook.crosswalk import crosswalk
from tiebook.errors import BadSource
from tiebook.model.dates import Bounds
from tiebook.model.records import Value
from tiebook.model.ties import Ties
from tiebook.sources.mapped.beside import End
from tiebook.sources.mapped.date_form import BadRecord, DateForm
from tiebook.sources.mapped.times import WITHIN
from tiebook.sources.tie_builder import TieBuilder
from tiebook.sources.tie_map import BETWEEN_COLUMNS, ByValue, Column, TieMap, Words
from tiebook.support.marks import trim, trimmed, without_footnote, without_raised
from tiebook.support.suggest import nearest
from tiebook.tables.cells import MISSING, UNSAID, not_a_number, number_of, plain_code, with_point, without

NO_VALUE: Final = "there is no value"
_MINUS: Final = ("-", "\u2212")
_NOT_A_NUMBER: Final = {"nan", "NAN"}  # of a calculation that failed, perhaps: refused unless `missing` has it
_NOBODY: Final = (None, date.min, date.max)
_MADE: Final = ("from", "to", "mechanism")  # what a gloss can name beside columns

_SHOWN: Final = 40  # characters of a cell in an account
_LISTED: Final = 120  # characters of the names of columns in a hint


class Picked(NamedTuple):
    """The cells that a [[tie]] reads of some records, by column, without the spaces around them."""

    sources: End
    targets: End
    since: list[str]
    until: list[str]
    value: list[str]
    mechanism: list[str]
    quote: list[str]
    keys: list[list[str]]  # a column for each that the key of a record is made of
    told: list[list[str]]  # a column for each that the gloss names
    loose: list[int]  # by how many days the dates may be off, or WITHIN; empty where all are exact


class Rows(NamedTuple):
    """Ties to be made, by column: the numbers of their records among those picked, their ends, their keys and their times."""

    numbers: Sequence[int]
    sources: list[str]
    targets: list[str]
    keys: list[str]
    spells: list[Bounds]


class Mapping:
    """How the rows of a kind of file become ties of one type: of a [[tie]] in which nothing goes by value any more."""

    def __init__(
        self,
        map_: TieMap,
        builder: TieBuilder,
        columns: Sequence[str],
        where: str,
        name_of: Callable[[str], str],
        *,
        may_lack: Collection[str] = (),
        by_year: bool = False,
    ) -> None:
        """Find the cells among the columns of a file.

        name_of -- the name of an end, by its id; may_lack -- columns that need not be there, and are blank then
        by_year -- whether a line makes a row for each year

        Raises BadSource for a column that the file does not have, except for these.
        """
        self.map = map_
        self._builder = builder
        self._name_of = name_of
        said = map_.mechanism
        self._mechanism = said.column if isinstance(said, ByValue) else None if isinstance(said, Words) else said
        self._missing = MISSING | map_.missing
        self._no_value = ((UNSAID if map_.scale else MISSING) - _NOT_A_NUMBER) | map_.missing
        self.dates = DateForm(map_.dates, self._missing, _forms_of)
        parts = _taken_apart(map_.gloss, columns)
        self._gloss = [
            part if number % 2 == 0 or part in columns else f"{{{part}}}" for number, part in enumerate(parts)
        ]
        self._slots = [number for number, part in enumerate(parts) if number % 2 == 1 and part in columns]
        self._told = [parts[slot] for slot in self._slots]
        self._made = [(at, part) for at, part in enumerate(parts) if at % 2 and part in _MADE and part not in columns]
        ends = [*map_.source.beside, *map_.target.beside, *map_.source.columns, *map_.target.columns]
        needed = [map_.source.column, map_.target.column, *ends, *map_.record, *(each.column for each in map_.where)]
        needed += [*(each.column for each in map_.within), *([map_.off.column] if map_.off else [])]
        optional = (map_.value, self._mechanism, map_.quote, *map_.since, *map_.until)
        for column in filter(None, (*needed, *(each for each in optional if each not in may_lack))):
            if column not in columns:
                more = "" if column in needed else f'; if some files lack it, in [[file]]: optional = ["{column}"]'
                hint = (nearest(column, columns) or f"it has {', '.join(columns)[:_LISTED]}") + more
                raise BadSource(f"there is no column {column!r}, which a [[tie]] reads", where=where, hint=hint)
        for end in (map_.source, map_.target):
            if end.actor is not None and end.actor not in crosswalk().actors:
                near = nearest(end.actor, crosswalk().actors)
                raise BadSource(f"there is no actor {end.actor!r}, which a [[tie]] names", where=where, hint=near)
        wanted = filter(None, (*needed, *optional, *self._told))
        self.codes: Counter[str] = Counter()  # numbers below 0 that were taken for codes for missing
        self.namibia: Counter[str] = Counter()  # cells NA, by column
        self.below = False  # whether other values are below 0
        self.marked: dict[str, None] = {}  # names with marks of footnotes behind them
        self.lost = [column for column in filter(None, optional) if column not in columns]  # and are read as blank
        self._columns = [column for column in dict.fromkeys(wanted) if column in columns] or [columns[0]]
        self._pick = itemgetter(*map(columns.index, [*self._columns, self._columns[0]]))  # two at least: a tuple
        self._where = [
            (columns.index(each.column), each, self._no_value if each.signs else self._missing) for each in map_.where
        ]
        self.spells = by_year or any(f"{each}.start" in columns for each in columns)  # whether a line may have several
        self._measure = columns.index(map_.value) if map_.value in columns else None

    def takes(self, records: Sequence[Sequence[str]], became: list[str]) -> Sequence[int]:
        """Return the numbers of the records that make a tie by their `where` and, for an issue, by their value.

        became -- takes the reasons of the others
        """
        numbers: Sequence[int] = range(len(records))
        for place, where, missing in self._where:
            taken = []
            for number in numbers:
                if where.takes(trim(records[number][place]), missing):
                    taken.append(number)
                else:
                    became[number] = where.reason
            numbers = taken
        if not self.map.target.issue:
            return numbers
        at = self._measure
        measured = [n for n in numbers if at is not None and trim(records[n][at]) not in self._no_value]
        for number in set(numbers).difference(measured):
            became[number] = NO_VALUE
        return measured

    def why_not(self, record: Sequence[str]) -> str:
        """Return in words which cell of a record `where` does not take; "" if it takes all."""
        cells = [(each, trim(record[place]), missing) for place, each, missing in self._where]
        lost = (f"{each.column} is {cell[:_SHOWN]!r}" for each, cell, missing in cells if not each.takes(cell, missing))
        return next(lost, "")

    def pick(self, records: Sequence[list[str]]) -> Picked:
        """Select the cells that it reads from some records, at least one; those of a column that is not there are empty.

        Raises BadRecord for a date that cannot be read.
        """
        picked = zip(self._columns, zip(*map(self._pick, records), strict=True), strict=False)
        here = {column: trimmed(cells) for column, cells in picked}
        blank = [""] * len(records)
        map_ = self.map
        if map_.value and not map_.scale:
            self._look_below(here.get(map_.value, blank))
        since, until = ([here.get(name, blank) for name in names] for names in (map_.since, map_.until))
        both = len(map_.since) == 1 and map_.since == map_.until
        mechanism, quote = (
            without(here.get(name or "", blank), self._missing) for name in (self._mechanism, map_.quote)
        )
        if isinstance(map_.mechanism, Words):
            mechanism = [map_.mechanism.words] * len(records)
        elif isinstance(map_.mechanism, ByValue):
            words = map_.mechanism.values
            mechanism = [str(words.get(cell, words.get(cell.removesuffix(".0"), ""))) for cell in mechanism]
        return Picked(
            self._end(map_.source, here, blank),
            self._end(map_.target, here, blank),
            self.dates.read(since, map_.since, blank, both=both),
            self.dates.read(until, map_.until, blank, ends=True, both=both),
            without(here.get(map_.value or "", blank), self._no_value),
            mechanism,
            quote,
            [here[column] for column in map_.record],
            [self._shown(column, here[column]) for column in self._told],
            self._loose(here, len(records)) if map_.within or map_.off else [],
        )

    def _look_below(self, cells: list[str]) -> None:
        """Count the codes for missing among values, and see whether values are below 0."""
        for cell in cells:
            if cell.startswith(_MINUS) and cell not in UNSAID and cell not in self.map.missing:
                if cell in self._no_value:
                    self.codes[cell] += 1
                else:
                    self.below = True

    def _loose(self, here: dict[str, list[str]], many: int) -> list[int]:
        """Return by how many days the dates of each record may be off, WITHIN where they only say between which days it was."""
        loose = [0] * many
        if self.map.off:
            days = self.map.off.values
            cells = [cell.removesuffix(".0") for cell in here[self.map.off.column]]
            loose = [int(days[cell]) if cell in days else 0 for cell in cells]
        rules = self.map.within
        for number in range(many) if rules else ():
            if all(each.takes(here[each.column][number], self._missing) for each in rules):
                loose[number] = WITHIN
        return loose

    def _shown(self, column: str, cells: list[str]) -> list[str]:
        """Return cells as a gloss shows them, in whatever way a program has saved them: 1990 for 1990.0, a value 4.5 for 4,5."""
        if column in (*self.map.since, *self.map.until):
            return _bare(cells)
        return list(map(with_point, cells)) if column == self.map.value and not self.map.thousands else cells

    def _end(self, end: Column, here: dict[str, list[str]], blank: list[str]) -> End:
        """Return the cells of an end as the crosswalk knows them: codes without padding and in capitals, missing ones empty."""
        if end.columns:
            several = zip(*(self._names(end, here[column]) for column in end.columns), strict=True)
            return End.of(end, [BETWEEN_COLUMNS.join(filter(None, each)) for each in several], here)
        return End.of(end, self._names(end, here.get(end.column, blank)), here)

    def _names(self, end: Column, cells: list[str]) -> list[str]:
        if not end.column:
            return cells
        missing = self._missing
        if end.system == "iso2" and "NA" not in self.map.missing:
            missing = missing - {"NA"}  # Namibia
            self.namibia[end.column] += cells.count("NA")
        plain = {cell: "" if cell in missing else self._unmarked(end, cell) for cell in dict.fromkeys(cells)}
        return [plain[cell] for cell in cells]

    def _unmarked(self, end: Column, cell: str) -> str:
        """Return a name or code without footnote marks, which are told; a raised digit is one where it makes a name known."""
        plain = without_footnote(cell)
        if end.system == "name" and end.split is None and plain != (bare := without_raised(cell)):
            plain = bare if crosswalk().steady_name(plain) == _NOBODY != crosswalk().steady_name(bare) else plain
        if plain != cell:
            self.marked.setdefault(cell)
        return plain_code(end.system, plain)

    def ties(self, cells: Picked, rows: Rows) -> Ties:
        """Make ties of rows, at least one.

        Raises BadRecord.
        """
        numbers, sources, targets, keys, spells = rows
        whole = numbers == range(len(cells.since))
        props: dict[str, Sequence[Value]] = {"gloss": self._glosses(cells, rows)}
        for name in ("since", "until", "mechanism", "quote"):
            column: list[str] = getattr(cells, name)
            if any(column):
                props[name] = [each or None for each in (column if whole else map(column.__getitem__, numbers))]
        value = cells.value
        if any(value):
            props["value"] = [self._number(number, value[number]) if value[number] else None for number in numbers]
            props["unit"] = [None if each is None else self.map.unit for each in props["value"]]
        if self.map.sign is not None:
            props["sign"] = [cast("int", self.map.sign)] * len(keys)
        return self._builder.ties(
            cast("str", self.map.type),
            (self.map.source.label, self.map.target.label),
            (sources, targets),
            keys,
            spells,
            props,
        )

    def _glosses(self, cells: Picked, rows: Rows) -> list[Value]:
        """Describe each row in words: as the declaration has it, else by its ends."""
        verb = f" {str(self.map.type).lower().replace('_', ' ')} "
        if not self._slots and not self._made:
            said = "".join(self._gloss)
            if said:
                return [said] * len(rows.keys)
            return [source + verb + target for source, target in zip(rows.sources, rows.targets, strict=True)]
        out: list[Value] = []
        gloss = list(self._gloss)
        for number, source, target in zip(rows.numbers, rows.sources, rows.targets, strict=True):
            for slot, column in zip(self._slots, cells.told, strict=True):
                gloss[slot] = column[number]
            for slot, part in self._made:
                if part == "mechanism":
                    gloss[slot] = cells.mechanism[number]
                else:
                    gloss[slot] = self._name_of(source if part == "from" else target)
            out.append("".join(gloss) or source + verb + target)
        return out

    def _number(self, number: int, text: str) -> float:
        found = number_of(text, self.map.thousands)
        if found is None:
            raise BadRecord(number, f"column {self.map.value}: {not_a_number(text, self.map.thousands)}")
        return found


def _bare(cells: list[str]) -> list[str]:
    """Return years without the decimal that programs write in a column with blanks: a gloss says 1990, not 1990.0."""
    return [cell.removesuffix(".0") for cell in cells]


def _taken_apart(gloss: str, columns: Sequence[str]) -> list[str]:
    """Return the words of a gloss and, at odd places, what stands in braces: also columns that have braces in their names."""
    braced = sorted((each for each in columns if "{" in each or "}" in each), key=len, reverse=True)
    return re.split(rf"\{{({'|'.join((*map(re.escape, braced), '[^{}]+'))})\}}", gloss)


def _forms_of(text: str) -> list[str]:
    """Return the forms in which a text is a day."""
    from tiebook.sources.mapped.draft_dates import forms_of  # noqa: PLC0415 -- only where a date cannot be read

    return forms_of(text)
