"""Reads cells of published tables: numbers, days and years with the codes that data sets use for "not known"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import MAXYEAR, MINYEAR, date
from typing import Final

from tiebook.errors import BadDate
from tiebook.model.dates import Span, parse
from tiebook.support.marks import seen
from tiebook.tables.days import day_in
from tiebook.tables.shape import Row

# codes by which data sets say "missing", "not applicable", "unknown"
CODES: Final = frozenset({"-9", "-8", "-7", "-1", "-77", "-88", "-99", "-999", "-9999"})
_SIGNS: Final = (".", "..", "...", "\u2026", "-", "--", "---", "\u2013", "\u2014", "?")
_WORDS: Final = (
    "n/a",
    "n.a.",
    "n/d",
    "n.d.",
    "#n/a",
    "#value!",
    "#ref!",
    "#div/0!",
    "#null!",
    "#name?",
    "#num!",
    "<na>",
    "nan",
    "nat",
    "none",
    "null",
    "nil",
    "\\n",
)
_STATA: Final = tuple(f".{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")  # its further codes for missing
_TEXTS: Final = ("", *_SIGNS, *_STATA, *_WORDS, *map(str.upper, _WORDS), "NA", "NaN", "NaT", "None", "Null", "Nil")
UNSAID: Final = frozenset(_TEXTS)  # the same where -9 and the like are values
MISSING: Final = UNSAID | {*CODES, *(f"{code}.{zeros}" for code in CODES for zeros in ("0", "00", "000"))}

_NUMBER: Final = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?", re.ASCII)
_LETTERS: Final = 3  # of the longest code of a state
_EXACT: Final = 2**53  # beyond it whole numbers run together
_SHOWN: Final = 40  # characters of a cell in a message
_MARKS: Final = {",": ",", ".": r"\.", " ": "[ \u00a0\u202f\u2009]", "'": "['\u2019]"}  # between thousands, as patterns
_DIVIDED: Final = {
    mark: re.compile(rf"[-+]?(?:[1-9]\d{{0,2}}(?:{pattern}\d{{3}})+|\d+)(?:[{decimal}]\d*)?", re.ASCII)
    for (mark, pattern), decimal in zip(_MARKS.items(), (".", ",", ".,", ".,"), strict=True)
}
_MILLIONS: Final = re.compile(
    r"[-+]?\d{1,3}(?:(?:,\d{3}){2,}(?:\.\d*)?|,\d{3}\.\d*)", re.ASCII
)  # whose comma is not a decimal one
_BESIDE: Final = re.compile(  # a sign of a currency, or per cent, beside a number
    r"(?P<before>[$€£¥]|[A-Z]{3}|US\$)\s?(?P<number>[-+\d.,' ]+)|(?P<number2>[-+\d.,' ]+?)\s?(?P<after>[%€$£¥]|[A-Z]{3})"
)
_DECIMAL_COMMA: Final = re.compile(r"-?(?:0,\d+|\d+,(?:\d{1,2}|\d{4,}))")


class BadCell(Exception):
    """A cell does not hold what its column should; `where` is the file:line of its row."""

    def __init__(self, row: Row, column: str, wanted: str) -> None:
        text = row.get(column)
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
        super().__init__(f"column {column}: {shown!r} is not {wanted}")
        self.where = f"{row.file}:{row.line}"


def whole(row: Row, column: str) -> int:
    """Return a whole number ("12", "12.0").

    Raises BadCell.
    """
    number = _float(row[column])
    if number is None or not number.is_integer() or abs(number) >= _EXACT:
        raise BadCell(row, column, "a whole number")
    return int(number)


def known(row: Row, column: str) -> str | None:
    """Return a cell, or None where it is blank or a code for missing."""
    text = row.get(column)
    return None if text in MISSING else text


def bare(row: Row, column: str, default: str = "") -> str:
    """Return a cell without the decimals that programs write where a column has blanks ("1.0" -> "1")."""
    return row.get(column, default).removesuffix(".0")


def number(row: Row, column: str) -> float | None:
    """Return a number as `number_of` reads it, None where it is missing.

    Raises BadCell.
    """
    text = known(row, column)
    if text is None:
        return None
    found = number_of(text)
    if found is None:
        raise BadCell(row, column, "a number")
    return found


def score(row: Row, column: str) -> float | None:
    """Return a number on a scale that has -9, -8 and -1 on it, where they are not codes; None if the cell is blank.

    A scale has no thousands: a comma is a decimal one.

    Raises BadCell.
    """
    text = row[column]
    found = _float(text.replace(",", ".") if text.count(",") == 1 else text)
    if found is None and text not in MISSING:
        raise BadCell(row, column, "a number")
    return found


def code(row: Row, column: str) -> str:
    """Return a numeric code as text without leading zeros or decimals ("002", "2.0" -> "2").

    Raises BadCell.
    """
    return str(whole(row, column))


def day(row: Row, year: str, month: str | None = None, day_: str | None = None) -> str | None:
    """Return the EDTF date of three columns; a missing day or month leaves a coarser date, a missing year none.

    Raises BadCell for a day that does not exist.
    """
    years = known(row, year)
    if years is None or whole(row, year) == 0:
        return None
    text = f"{whole(row, year):04d}"
    for column, most in ((month, 12), (day_, 31)):
        if column is None or known(row, column) is None or not 1 <= whole(row, column) <= most:
            break
        text += f"-{whole(row, column):02d}"
    try:
        parse(text)
    except BadDate as error:
        raise BadCell(row, year, f"part of a day that exists ({error})") from None
    return text


def day_of(row: Row, column: str, forms: Sequence[str], wanted: str) -> str | None:
    """Return the day of a cell in one of several forms, None where it is missing or the column is not there.

    Raises BadCell, which says what was `wanted`.
    """
    text = known(row, column) if column in row.cells else None
    if text is None:
        return None
    found = day_in(text, forms)
    if found is None:
        raise BadCell(row, column, wanted)
    return found.isoformat()


def last_day(years: Iterable[int]) -> date | None:
    """Return the last day of the latest year, None where there is none: to what a file reaches; codes such as -9 are none."""
    last = max((year for year in years if MINYEAR <= year <= MAXYEAR), default=None)
    return None if last is None else date(last, 12, 31)


def span(since: str, until: str | None = None) -> Span:
    """Return the whole time from one EDTF date to another."""
    return Span(parse(since).earliest, parse(until or since).latest)


def runs(years: set[int]) -> list[tuple[int, int]]:
    """Return the unbroken runs of years as (first, last), in order."""
    out: list[tuple[int, int]] = []
    for year in sorted(years):
        if out and year == out[-1][1] + 1:
            out[-1] = (out[-1][0], year)
        else:
            out.append((year, year))
    return out


def number_of(text: str, thousands: str | None = None) -> float | None:
    """Return the number that a text is; else None.

    thousands -- the mark that divides them. Without it a comma is a decimal one where it can divide no thousands ("4,5", "0,125"),
    and divides them where nothing else can be meant ("1,234,567"), as spaces and apostrophes do: "1,234" is not a number.
    """
    text = seen(text)
    if text.startswith("\u2212"):  # the minus of typesetters
        text = f"-{text[1:]}"
    if thousands is not None:
        return _divided(text, thousands)
    found = _float(text)
    if found is not None:
        return found
    if _DECIMAL_COMMA.fullmatch(text):
        return _float(text.replace(",", "."))
    if _MILLIONS.fullmatch(text):
        return _divided(text, ",")
    return next((_divided(text, mark) for mark in " '" if re.search(_MARKS[mark], text)), None)


def with_point(text: str) -> str:
    """Return a number with its decimal comma as a point, and any other text as it is."""
    return text.replace(",", ".") if "," in text and _DECIMAL_COMMA.fullmatch(text) else text


def not_a_number(text: str, thousands: str | None = None) -> str:
    """Return what to say of a text that is not a number: what would be right."""
    beside = _BESIDE.fullmatch(text)
    if beside and number_of(beside["number"] or beside["number2"], thousands or ",") is not None:
        sign = beside["before"] or beside["after"]
        return f"{text!r} is not a number: take the {sign} out, and name it as the `unit`"
    if text.startswith("(") and text.endswith(")") and number_of(text[1:-1], thousands or ",") is not None:
        return f"{text!r} is not a number: if the brackets mean that it is below 0, write -{text[1:-1]}"
    if text.lower() == "nan" or not any(map(str.isalnum, text)):  # "*"
        return f'{text!r} is not a number: if it stands for a blank, missing = ["{text}"]'
    meant = [(mark, found) for mark in _MARKS if thousands is None and (found := number_of(text, mark)) is not None]
    if meant:
        return f"{text!r} is " + " or ".join(f'{found:.15g} with thousands = "{mark}"' for mark, found in meant[:2])
    return f"{text!r} is not a number" + (f" whose thousands {thousands!r} divides" if thousands else "")


def _divided(text: str, mark: str) -> float | None:
    """Return a number whose thousands a mark may divide."""
    if not _DIVIDED[mark].fullmatch(text):
        return None
    return _float(re.sub(_MARKS[mark], "", text).replace(",", "."))


def plain_code(system: str, text: str) -> str:
    """Return a code as the crosswalk has it: numbers without leading zeros or decimals, letters as capitals; names as they are."""
    if system == "name":
        return text
    text = seen(text)
    if system in ("cow", "gw", "iso_num"):
        digits, _, decimals = text.partition(".")
        return (text if decimals.strip("0") else digits).lstrip("0") or text
    return text.upper() if len(text) <= _LETTERS else text


def without(cells: Iterable[str], missing: Collection[str]) -> list[str]:
    """Return cells with those that say nothing left empty."""
    return ["" if cell in missing else cell for cell in cells]


def _float(text: str) -> float | None:
    """Read a number as tables write it: Python's own float() also takes "nan", "1_0" and the digits of other scripts."""
    found = float(text) if _NUMBER.fullmatch(text) else None
    return None if found in (float("inf"), float("-inf")) else found
