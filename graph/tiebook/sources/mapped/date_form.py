"""Dates of a declared table as EDTF: in a column or in three, as they stand or in declared forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from itertools import combinations
from typing import Final

from tiebook.errors import BadDate
from tiebook.model.dates import parse
from tiebook.support.marks import seen
from tiebook.tables.cells import without
from tiebook.tables.days import OPEN, counts, day_in, month_in

_OPEN: Final = re.compile(r"(?:9999|2999)\b.*|.*\b(?:9999|2999)")  # an end so far away means that there is none
# behind a date: the decimal that programs write in a column with blanks, and the zeros of a month or day that is not known
_COARSER: Final = re.compile(r"^((?!0000)\d{4}(?:-(?!00)\d\d)?)(?:\.0+|-00|-00-00)$", re.ASCII)
_DECIMALS: Final = re.compile(r"\.0+$")
# a code for "not known", "not applicable" or "refused" in the form of a day: no day, month or year has such digits
_NO_DAYS: Final = frozenset(digit * often for digit in "789" for often in (6, 8))
_SEPARATORS: Final = str.maketrans("", "", "-/. ")
# how a spreadsheet shows the number 0, and so an empty cell, in a column of dates
_ZERO: Final = re.compile(r"1900-01-00|0?1/00?/1900|00?[-/.]0?1[-/.]1900|00?-[A-Za-z]{3}-(?:19)?00", re.ASCII)
# one of a year, month and day in a declared form, of which the month and the day may be zeros
_PARTS_OF: Final = {
    "Y": r"(?P<Y>\d{4})",
    "m": r"(?P<m>\d\d?)",
    "d": r"(?P<d>\d\d?)",
    "b": r"[^\W\d_]+\.?",
    "B": r"[^\W\d_]+",
}
_MOMENT: Final = re.compile(  # whose day counts, in its own zone
    r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?[ ]?(?:Z|UTC|[-+]\d\d:?\d\d)?", re.ASCII
)
# a quarter or a half of a year as tables write it: Q3 2002, 2002Q3, 2002-Q3, 3Q2002, 2002/Q3, H1 2002, 2002S1; EDTF numbers them
_YEAR_PART: Final = re.compile(
    r"(?P<year>\d{4})[-\s/.:]?(?P<part>[QHS][1-4])|(?P<part2>[QHS][1-4]|[1-4][QHS])[-\s/.:]?(?P<year2>\d{4})",
    re.ASCII | re.IGNORECASE,
)
_STATA_MONTH: Final = re.compile(r"(\d{4})m(0?[1-9]|1[0-2])", re.ASCII)  # 2002m3
_RUN_ON: Final = re.compile(r"(\d{6}|\d{8})\.0", re.ASCII)  # a date without separators in a column with blanks
_NUMBERED: Final = re.compile(r"(\d{4})-(3[3-6]|4[01])", re.ASCII)
_PARTS: Final = {**{str(33 + n): f"Q{n + 1}" for n in range(4)}, "40": "H1", "41": "H2"}
_PART: Final = re.compile(r"%(\w)")
# a year in a column of numbers that count days: in a spreadsheet these would be days of 1905
_COUNTED_YEAR: Final = re.compile(r"(?:19|20)\d\d(?:\.0+)?", re.ASCII)
_SPREADSHEET: Final = ("1899-12-30", "1899-12-31", "1900-01-01", "1904-01-01")
_OUR_DAYS: Final = re.compile(r"[2-6]\d{4}(?:\.\d+)?", re.ASCII)  # of 1954 and later
_LATEST: Final = "2200"  # a date that is counted beyond it is none
_LOOKS: Final = {"Y": r"\d{4}", "f": r"\d+", "j": r"\d{1,3}", **dict.fromkeys("ymdHIMSUW", r"\d{1,2}")}
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DAY_FIRST: Final = re.compile("%Y.*%d.*%m")  # a form in which 2015-03-04 may be in April
_UNKNOWN: Final = "/.well-known/genid/"
_SAYS_DAY: Final = frozenset("djxcDFUWVGuwaA")  # directives of strptime by which a form says a day, or a month
_SAYS_MONTH: Final = frozenset("mbBh")
_MONTHS: Final = 12
_DAYS: Final = 31
# between the two dates of a cell: "1990/1995", "1990 to 1995", "1990-present"; and where dates are in a form, in which / may stand
_BETWEEN: Final = re.compile(
    r"\s*(?:/(?![QHS][12])|\u2013|\u2014|\s-\s|\bto\b|\buntil\b|(?:(?<=\d{4})|(?<=[QHS]\d))-(?=\d{4}|(?![QHS]\d)[^\d]|$))\s*",
    re.IGNORECASE,
)
_UNCLEAR: Final = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])", re.ASCII)  # a month, or two years
_SHORTENED: Final = re.compile(r"(\d\d)(\d\d)[-/\u2013](\d\d)", re.ASCII)  # 1990-95
_APART: Final = re.compile(r"\s*(?:\u2013|\u2014|\s-\s|\bto\b|\buntil\b)\s*", re.IGNORECASE)


class BadRecord(Exception):
    """A record that cannot be read: its number among those that are read together, and what is said of it."""

    def __init__(self, number: int, what: str) -> None:
        """Record the number."""
        super().__init__(what)
        self.number = number


class DateForm:
    """How the cells of a [[tie]] say dates."""

    def __init__(
        self, forms: Sequence[str], missing: frozenset[str], forms_of: Callable[[str], Sequence[str]] = lambda _: ()
    ) -> None:
        """Set the forms, as strptime has them, beside EDTF, and the cells that say nothing.

        forms_of -- in which forms a text is a day, for proposals
        """
        self._forms = forms
        self._forms_of = forms_of
        self._missing = missing
        self._known: dict[str, str] = {"": ""}
        self._short: set[str] = set()  # cells with a year of two digits
        self._day_first = any(_DAY_FIRST.search(form) for form in forms)
        self.zeros = 0  # dates that are a spreadsheet's 0

    def read(
        self,
        columns: Sequence[list[str]],
        names: Sequence[str],
        blank: list[str],
        *,
        ends: bool = False,
        both: bool = False,
    ) -> list[str]:
        """Return the date of each record, "" where there is none.

        columns -- with dates, or with years, months and days; both -- whether a cell may hold the begin and the end
        ends -- whether these are ends: a date in the year 9999, or "present", means that there is none

        Raises BadRecord for a cell that is not in the form, or no year, month or day.
        """
        if not columns:
            return blank
        cells = [
            [
                "" if cell[:1] in "789h" and _says_nothing(cell) else cell
                for cell in without(map(seen, column), self._missing)
            ]
            for column in columns
        ]
        if len(cells) > 1:
            dates = [self._joined(number, parts, names) for number, parts in enumerate(zip(*cells, strict=True))]
            return self._ended(dates) if ends else dates
        (said,) = cells
        if both:
            if not ends:  # the same cells are read for the begin and then for the end
                self._check_clear(said, names[0])
            said = [parts_of(cell, ends=ends, apart=bool(self._forms)) for cell in said]
        if ends:
            said = ["" if cell.casefold() in OPEN else cell for cell in said]
        if self._forms:
            said = [_RUN_ON.sub(r"\1", cell) if cell.endswith(".0") else cell for cell in said]
        self.zeros += sum("00" in cell and _ZERO.fullmatch(cell) is not None for cell in said)
        if not self._forms:
            dates = list(map(plain_date, said))
        else:
            dates = [self._formed(number, cell, names[0]) for number, cell in enumerate(said)]
            self._check_counted(said, dates, names[0])
        if ends:
            return self._ended(dates)
        if self._short:
            self._check_past(said, dates, names[0])
        return dates

    def _check_clear(self, cells: list[str], name: str) -> None:
        """Check that no cell can be read as two dates.

        Raises BadRecord for one that may also be a month.
        """
        unclear = next(
            (n for n, cell in enumerate(cells) if _UNCLEAR.fullmatch(cell) and not day_in(cell, self._forms)), None
        )
        if unclear is not None:
            month, between = cells[unclear], " to " if self._forms else "/"  # in forms, a / may stand in a date
            span = f"{month[:4]}{between}{month[:2]}{month[-2:]}"
            raise BadRecord(
                unclear,
                f"column {name}: {month!r} may be a month, or {span}: write that, or {month}{between}{month}",
            )

    def _ended(self, dates: list[str]) -> list[str]:
        return ["" if _OPEN.fullmatch(date) else date for date in dates]

    def _check_past(self, cells: list[str], dates: list[str], name: str) -> None:
        """Check that a year of two digits does not lie ahead: strptime may have taken it for another century.

        Raises BadRecord for one that lies ahead: what has begun is hardly meant to begin then.
        """
        today = datetime.now(UTC).date().isoformat()
        for number, (cell, date) in enumerate(zip(cells, dates, strict=True)):
            if date > today and cell in self._short:
                raise BadRecord(number, f"column {name}: {cell!r} would be {date}: write its year with four digits")

    def _formed(self, number: int, cell: str, name: str) -> str:
        if cell not in self._known:
            read = self._in_forms(cell)
            if len(set(read.values())) > 1:
                raise BadRecord(number, f"column {name}: {_either(cell, read)}")
            coarser = (_coarser(cell, form) for form in self._forms)
            said = next(iter(read.values()), "") or next(filter(None, coarser), "") or self._plain(cell)
            if said > _LATEST and any(map(counts, read)):
                raise BadRecord(number, f"column {name}: {self._counted(cell, said)}")
            if not said:
                forms = " or ".join(self._forms)
                raise BadRecord(
                    number, f"column {name}: {cell!r} is not a date of the form {forms}{self._with_more(cell)}"
                )
            if any("%y" in form for form in read):
                self._short.add(cell)
            self._known[cell] = said
        return self._known[cell]

    def _check_counted(self, cells: list[str], dates: list[str], name: str) -> None:
        """Check that there is no year among numbers that count days as a spreadsheet does: 2015 would be a day of 1905.

        Raises BadRecord for one that stands beside days of our time.
        """
        if not any(counts(form) and form.endswith(_SPREADSHEET) for form in self._forms):
            return
        year = next(
            (n for n, cell in enumerate(cells) if dates[n][:3] == "190" and _COUNTED_YEAR.fullmatch(cell)), None
        )
        if year is not None and any(_OUR_DAYS.fullmatch(cell) for cell in cells):
            raise BadRecord(year, f"column {name}: {self._counted(cells[year], dates[year])}")

    def _counted(self, cell: str, said: str) -> str:
        """Return what to say of a number that is counted and hardly meant so."""
        form = next(filter(counts, self._forms))
        other = next(iter(self._forms_of(cell)), "%Y" if _COUNTED_YEAR.fullmatch(cell) else "%Y%m")
        return f'{cell!r} would be {said}, as {form}; if it is not counted: dates = ["{form}", "{other}"]'

    def _in_forms(self, cell: str) -> dict[str, str]:
        """Return what a cell says in each form that fits; a number is counted only where it is not a date in another form."""
        for counted in (False, True):
            forms = [form for form in self._forms if counts(form) == counted]
            read = {form: day.isoformat()[: _said(form)] for form in forms if (day := day_in(cell, (form,)))}
            if read:
                return read
        return {}

    def _plain(self, cell: str) -> str:
        """Return a date that is written as EDTF, or a quarter; "" for another cell.

        It is none where it may be a slip in a form that looks like it: 1513 where months are written 1512.
        """
        date = plain_date(cell)
        if any(_shape(form).fullmatch(cell) for form in self._forms) or (self._day_first and _DAY.fullmatch(date)):
            return ""
        try:
            parse(date)
        except BadDate:
            return ""
        return date

    def _with_more(self, cell: str) -> str:
        """Return what to declare for a date in a form beside those that are declared."""
        orders = {order for form in self._forms if (order := _order(form))}
        other = next((form for form in self._forms_of(cell) if not orders or _order(form) in (*orders, "")), None)
        all_ = ", ".join(f'"{form}"' for form in (*self._forms, other))
        return f"; to read it too: dates = [{all_}]" if other else ""

    def _joined(self, number: int, parts: tuple[str, ...], names: Sequence[str]) -> str:
        """Return a year, with its month and its day as far as they are known."""
        said: list[int] = []
        for name, part, most in zip(names, parts, (9999, _MONTHS, _DAYS), strict=False):
            named = month_in(part) if len(said) == 1 else None
            digits = _DECIMALS.sub("", part) if named is None else str(named)
            if digits.strip("0") == "":
                break
            if not digits.isdecimal() or int(digits) > most:
                raise BadRecord(number, f"column {name}: {part!r} is not a {('year', 'month', 'day')[len(said)]}")
            said.append(int(digits))
        return "-".join(f"{each:0{width}d}" for each, width in zip(said, (4, 2, 2), strict=False))


def says_no_day(cell: str) -> bool:
    """Return whether a cell in the form of a date says that there is none, or no end: 9999-12-31, 99/99/9999."""
    return _OPEN.fullmatch(cell) is not None or (cell[:1] in "789" and _is_code(cell))


def _says_nothing(cell: str) -> bool:
    """Return whether a cell is a code for missing, or an unknown value as Wikidata's queries give it."""
    return _is_code(cell) or (cell[:4] == "http" and _UNKNOWN in cell)


def _is_code(cell: str) -> bool:
    """Return whether a cell is a code for missing in the form of a day: 99/99/9999, 8888-88-88."""
    digits = cell.translate(_SEPARATORS)
    return digits in _NO_DAYS and len(digits) < len(cell)


@lru_cache(maxsize=1 << 15)
def plain_date(cell: str) -> str:
    """Return a date as EDTF has it.

    2001.0 and 2001-00-00 are the year, 2001-05-00 is the month, Q3 2001 is 2001-Q3, and 2001-05-03 10:00 the day.
    """
    part = _YEAR_PART.fullmatch(cell)
    if part:
        name = (part["part"] or part["part2"]).upper().replace("S", "H")
        name = name if name[1].isdecimal() else name[::-1]
        return f"{part['year'] or part['year2']}-{name}"
    numbered = _NUMBERED.fullmatch(cell)
    if numbered:
        return f"{numbered[1]}-{_PARTS[numbered[2]]}"
    counted = _STATA_MONTH.fullmatch(cell)
    if counted:
        return f"{counted[1]}-{int(counted[2]):02d}"
    moment = _MOMENT.fullmatch(cell)
    return moment[1] if moment else _COARSER.sub(r"\1", cell)


def _coarser(cell: str, form: str) -> str:
    """Return the year or the month of a date in a form whose day, or month and day, are zeros; "" for another cell."""
    pattern = _pattern(form)
    found = pattern.fullmatch(cell) if pattern else None
    if found is None or found["d"].strip("0"):
        return ""
    parts = found.groupdict()
    if not parts.get("m", "1").strip("0"):
        return "" if found["Y"] == "0000" else found["Y"]
    first, last = found.span("d")
    day = day_in(f"{cell[:first]}{'1'.zfill(last - first)}{cell[last:]}", (form,))
    return day.isoformat()[: len("2015-10")] if day else ""


@lru_cache(maxsize=64)
def _pattern(form: str) -> re.Pattern[str] | None:
    """Return what a form is as a pattern; None for one that says more than a year, a month and a day, or less."""
    parts = _PART.findall(form)
    if not {"Y", "d"} <= set(parts) <= set(_PARTS_OF) or len(set(parts)) < len(parts):
        return None
    pieces = re.split(r"%(\w)", form)
    return re.compile("".join(_PARTS_OF[each] if number % 2 else re.escape(each) for number, each in enumerate(pieces)))


@lru_cache(maxsize=64)
def _shape(form: str) -> re.Pattern[str]:
    """Return how texts look that are written in a form, whether or not there is such a day."""
    pieces = re.split(r"%(\w)", form)
    return re.compile(
        "".join(_LOOKS.get(each, ".+") if number % 2 else re.escape(each) for number, each in enumerate(pieces)),
        re.ASCII,
    )


def _either(cell: str, read: dict[str, str]) -> str:
    """Return what to say of a cell that means different days in two forms."""
    (form, day), (other, another) = next((one, two) for one, two in combinations(read.items(), 2) if one[1] != two[1])
    return f"{cell!r} is {day} by {form}, and {another} by {other}: declare one of the two only, or write such dates like {day}"


def parts_of(cell: str, *, ends: bool, apart: bool = False) -> str:
    """Return the first or the second of the two dates of a cell; one that stands alone is both.

    apart -- whether there is more than / or - between them, which may stand in dates
    """
    short = None if apart else _SHORTENED.fullmatch(cell)
    if short and short[3] > short[2]:
        return f"{short[1]}{short[3 if ends else 2]}"
    return (_APART if apart else _BETWEEN).split(cell, maxsplit=1)[-1 if ends else 0]


def _order(form: str) -> str:
    """Return in which order a form has the numbers of the day and the month; "" if it has not both."""
    found = "".join(each for each in _PART.findall(form) if each in "dm")
    return found if len(found) > 1 else ""


def _said(form: str) -> int:
    """Return how many characters of a day a form says: year, month and day, or fewer of them."""
    parts = set(_PART.findall(form))
    if parts & _SAYS_DAY or counts(form):
        return len("2015-10-03")
    return len("2015-10") if parts & _SAYS_MONTH else len("2015")
