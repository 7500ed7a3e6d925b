"""Ends whose column of names has others beside it: with codes that count first, with the source's own numbers, with kinds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from tiebook.sources.mapped.endpoints import Endpoints, Times
from tiebook.sources.tie_map import Column
from tiebook.tables.cells import MISSING, plain_code, without

_NUMBERS_MISSING: Final = MISSING | {"-999"}


class End(NamedTuple):
    """The cells of one end of some records: with names, and with what stands beside them; blank where it says nothing."""

    names: list[str]
    codes: list[str]
    numbers: list[str]
    kinds: list[str]

    @classmethod
    def of(cls, column: Column, names: list[str], here: Mapping[str, list[str]]) -> End:
        """Select the cells of an end from those of all columns."""
        blank = [""] * len(names)
        codes, numbers, kinds = (
            here.get(each.column, blank) if each else blank for each in (column.code, column.number, column.kinds)
        )
        if column.code:
            codes = without(codes, _NUMBERS_MISSING)
        return cls(names, codes, [cell.removesuffix(".0") for cell in without(numbers, _NUMBERS_MISSING)], kinds)

    @property
    def said(self) -> list[str]:
        """The name of each record, or the code where there is no name."""
        return [name or code for name, code in zip(self.names, self.codes, strict=True)]


class EndsBeside:
    """Finds the actors of ends, those of plain columns too."""

    def __init__(self, ends: Endpoints) -> None:
        """Set the function that finds the actors of a plain column."""
        self._ends = ends
        self._plain: dict[tuple[str, str | None], Column] = {}

    def find(self, column: Column, end: End, times: Times, missed: set[int]) -> list[Sequence[str]]:
        """Return the ids of the actors that each record means at its time, as Endpoints.find does."""
        if not column.beside:
            return self._ends.find(column, end.names, times, missed)
        found: list[Sequence[str]] = [()] * len(end.names)
        for (code, kind, of), chosen in self._groups(column, end).items():
            part = Times([times.whens[number] for number in chosen], times.first, times.last)
            lost = set[int]()
            if code:
                cells = [_codes(column, end.codes[number]) for number in chosen]
                ids = self._ends.find(self._coded(column), cells, part, lost)
            elif of:
                names = [end.names[number] for number in chosen]
                ids = self._numbered(column, kind, names, [end.numbers[number] for number in chosen])
            else:
                ids = self._ends.find(self._kind(column, kind), [end.names[number] for number in chosen], part, lost)
            for number, each in zip(chosen, ids, strict=True):
                found[number] = each
            missed.update(chosen[number] for number in lost)
        return found

    def _groups(self, column: Column, end: End) -> dict[tuple[bool, str | None, bool], list[int]]:
        """Return the numbers of the records that are looked up alike: whether by a code, as which kind, whether by a number."""
        kinds = column.kinds.values if column.kinds else {}
        groups: defaultdict[tuple[bool, str | None, bool], list[int]] = defaultdict(list)
        for number, (code, own, cell) in enumerate(zip(end.codes, end.numbers, end.kinds, strict=True)):
            said = cell.removesuffix(".0")
            kind = str(kinds[said]) if said in kinds else column.kind
            groups[bool(code), None if code else kind, bool(own)].append(number)
        return groups

    def _coded(self, column: Column) -> Column:
        assert column.code is not None  # noqa: S101 -- asked for only where there is one
        split = "," if column.code.split else None
        return self._made(("code", column.code.column), {"column": "c", "system": column.code.system, "split": split})

    def _kind(self, column: Column, kind: str | None) -> Column:
        made = {"column": column.column, "system": column.system, "split": column.split, "kind": kind}
        return self._made((column.column, kind), made)

    def _made(self, key: tuple[str, str | None], fields: dict[str, str | None]) -> Column:
        if key not in self._plain:
            self._plain[key] = Column.model_validate(fields)
        return self._plain[key]

    def _numbered(self, column: Column, kind: str | None, names: list[str], numbers: list[str]) -> list[Sequence[str]]:
        """Return the states whose governments names mean, else the actors of the source's numbers."""
        assert column.number is not None  # noqa: S101 -- asked for only where there is one
        assert kind is not None  # noqa: S101 -- checked with the declaration
        found: list[Sequence[str]] = []
        for name, number in zip(names, numbers, strict=True):
            states = self._ends.governments(name)
            found.append(states or (self._ends.numbered(column.number.of, number, name, kind),))
        return found


def _codes(column: Column, cell: str) -> str:
    """Return the codes of a cell as the crosswalk has them, with commas between where there are several."""
    assert column.code is not None  # noqa: S101 -- asked for only where there is one
    parts = cell.split(column.code.split) if column.code.split else [cell]
    return ",".join(plain_code(column.code.system, part.strip()) for part in parts)
