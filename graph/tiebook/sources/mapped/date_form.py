"""Dates of a declared table as EDTF: in a column or in three, as they stand or in a declared form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tiebook.tables.cells import day_in, without

_OPEN: Final = re.compile(r"(?:9999|2999)\b.*|.*\b(?:9999|2999)")  # an end so far away means that there is none
_DECIMAL_YEAR: Final = re.compile(r"^(\d{4})\.0$", re.ASCII)  # as programs write it in a column with blanks
_PART: Final = re.compile(r"%(\w)")
_SAYS_DAY: Final = frozenset("djxcDFUWVGuwaA")  # directives of strptime by which a form says a day, or a month
_SAYS_MONTH: Final = frozenset("mbBh")
_MONTHS: Final = 12
_DAYS: Final = 31


class BadRecord(Exception):
    """A record that cannot be read: its number among those that are read together, and what is said of it."""

    def __init__(self, number: int, what: str) -> None:
        """Keep the number."""
        super().__init__(what)
        self.number = number


class DateForm:
    """How the cells of a [[tie]] say dates."""

    def __init__(self, forms: Sequence[str], missing: frozenset[str]) -> None:
        """Take the forms, as strptime has them (none: EDTF), and the cells that say nothing."""
        self._forms = forms
        self._missing = missing
        self._known: dict[str, str] = {"": ""}

    def read(
        self, columns: Sequence[list[str]], names: Sequence[str], blank: list[str], *, ends: bool = False
    ) -> list[str]:
        """Return the date of each record, "" where there is none.

        columns -- with dates, or with years, months and days; ends -- whether a date in the year 9999 means that there is none

        Raises BadRecord for a cell that is not in the form, or no year, month or day.
        """
        if not columns:
            return blank
        cells = [without(column, self._missing) for column in columns]
        if len(cells) > 1:
            dates = [self._joined(number, parts, names) for number, parts in enumerate(zip(*cells, strict=True))]
        elif not self._forms:
            dates = [_DECIMAL_YEAR.sub(r"\1", cell) for cell in cells[0]]
        else:
            dates = [self._formed(number, cell, names[0]) for number, cell in enumerate(cells[0])]
        return ["" if _OPEN.fullmatch(date) else date for date in dates] if ends else dates

    def _formed(self, number: int, cell: str, name: str) -> str:
        if cell not in self._known:
            form, day = next(((form, day) for form in self._forms if (day := day_in(cell, (form,)))), ("", None))
            if day is None:
                forms = " or ".join(self._forms)
                raise BadRecord(number, f"column {name}: {cell!r} is not a date of the form {forms}")
            self._known[cell] = day.isoformat()[: _said(form)]
        return self._known[cell]

    def _joined(self, number: int, parts: tuple[str, ...], names: Sequence[str]) -> str:
        """Return a year, with its month and its day as far as they are known."""
        said: list[int] = []
        for name, part, most in zip(names, parts, (9999, _MONTHS, _DAYS), strict=False):
            if not part or part.removesuffix(".0").strip("0") == "":
                break
            if not part.removesuffix(".0").isdecimal() or int(part.removesuffix(".0")) > most:
                raise BadRecord(number, f"column {name}: {part!r} is no {('year', 'month', 'day')[len(said)]}")
            said.append(int(part.removesuffix(".0")))
        return "-".join(f"{each:0{width}d}" for each, width in zip(said, (4, 2, 2), strict=False))


def _said(form: str) -> int:
    """Return how many characters of a day a form says: year, month and day, or fewer of them."""
    parts = set(_PART.findall(form))
    if parts & _SAYS_DAY:
        return len("2015-10-03")
    return len("2015-10") if parts & _SAYS_MONTH else len("2015")
