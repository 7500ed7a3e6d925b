"""Dates as texts give them: the supported part of EDTF, their whole-day bounds, and what was in force on a day.

Supported (Extended Date/Time Format, ISO 8601-2, levels 0 and 1): "2015", "2015-10", "2015-10-03", an unspecified last
digit or two of the year ("198X", "19XX"), each with an optional qualifier "~" (about), "?" (uncertain) or "%" (both), which
is kept in the text and does not move the bounds. Beside them quarters and half years: "2002-Q3", "2002-H1".
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from tiebook.errors import BadDate

_EDTF: Final = (
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?|-(?P<part>Q[1-4]|H[12]))?(?P<qualifier>[~?%]?)"
)
_BEFORE: Final = re.compile(  # years before 1
    r"[-\u2212]0*[1-9]\d*(?:-\d\d){0,2}"
    r"|.*\d\s*(?:b\.?\s?c\.?(?:\s?e\.?)?|a\.\s?c\.|v\.\s?chr\.|av\.\s?j\.?-c\.?)|b\.?c\.?(?:e\.?)?\s*\d+.*",
    re.IGNORECASE,
)
_SHORT: Final = re.compile(  # "AD 731", "98 CE", "731"
    r"(?:a\.?d\.?\s*)(?P<ad>\d{1,4})|(?P<ce>\d{1,4})\s*(?:a\.?d\.?|c\.?e\.?)|(?P<year>[1-9]\d\d)",
    re.IGNORECASE | re.ASCII,
)

_DAY_HYPHENS: Final = 2  # of 2015-10-03

MONTHS: Final = "January February March April May June July August September October November December".split()
SHORT_MONTHS: Final = [month[:3].lower() for month in MONTHS]
_MONTHS: Final = len(MONTHS)

InForce = Literal["certainly", "possibly", "unknown", "undated", "no"]
IN_FORCE: Final[tuple[InForce, ...]] = ("certainly", "possibly", "unknown", "undated")  # the surest first

# `in_force` in Cypher, for the edge or claim `{x}`: stored questions spell it so (the linter compares), rows with "no" left out.
IN_FORCE_FILTER: Final = (
    "({x}.since_earliest IS NULL OR {x}.since_earliest <= $as_of)"
    " AND ({x}.until_latest IS NULL OR {x}.until_latest >= $as_of)"
)
IN_FORCE_CASE: Final = (
    "CASE WHEN {x}.since_earliest IS NULL AND {x}.until_latest IS NULL THEN 'undated'"
    " WHEN {x}.since_latest <= $as_of AND {x}.until_earliest >= $as_of THEN 'certainly'"
    " WHEN {x}.until_latest IS NULL AND {x}.until_earliest < $as_of THEN 'unknown'"
    " ELSE 'possibly' END"
)


class Span(NamedTuple):
    """The first and the last whole day that a date may mean."""

    earliest: date
    latest: date


@lru_cache(maxsize=1 << 15)
def parse(text: str) -> Span:
    """Return the bounds of an EDTF date.

    Raises BadDate if the text is not in the supported part of EDTF or names a day that does not exist.
    """
    match = re.fullmatch(_EDTF, text, re.ASCII)
    if match is None:
        raise _no_date(text)
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in year and (month or match["part"]):
        raise BadDate(f"{text!r}: a year with unknown digits has no month", hint='write "198X"')
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    try:
        if day:
            whole = date(first, int(month), int(day))
            return Span(whole, whole)
        if match["part"]:
            return _part_of(first, match["part"])
        if month:
            from calendar import monthrange  # noqa: PLC0415 -- it brings the names of days in all languages

            return Span(date(first, int(month), 1), date(first, int(month), monthrange(first, int(month))[1]))
        return Span(date(first, 1, 1), date(last, 12, 31))
    except ValueError as error:
        raise BadDate(f"{text!r} does not exist", hint=str(error)) from None


def when(since: object, until: object, *, event: bool = False) -> str | None:
    """Return two dates in words: "since 2015-10", "2015-10 to 2016-11", "until 2020-10-18", "on 2020-10-18", "in 2019".

    event -- it happened once: a date without an end is its day, and nothing that goes on
    """
    if since is None:
        return None if until is None else f"until {until}"
    if since == until or (event and until is None):
        return f"{'on' if str(since).count('-') == _DAY_HYPHENS else 'in'} {since}"
    return f"since {since}" if until is None else f"{since} to {until}"


def is_past(day: date | None) -> bool:
    """Return whether a day is before today; where it is not known, it is not."""
    return day is not None and day < date.today()  # noqa: DTZ011 -- a day, in the reader's own place


def _part_of(year: int, part: str) -> Span:
    """Return the days of a quarter ("Q3") or a half ("H1") of a year."""
    months = 3 if part[0] == "Q" else 6
    last = int(part[1]) * months
    end = date(year, last + 1, 1) - timedelta(days=1) if last < _MONTHS else date(year, _MONTHS, 31)
    return Span(date(year, last - months + 1, 1), end)


def is_before_dates(text: str) -> bool:
    """Return whether a text is a year before 1: "431 BC", "-431"."""
    return _BEFORE.fullmatch(text.strip()) is not None


def _no_date(text: str) -> BadDate:
    """Return the error for a text that is not a date: what would be right."""
    if is_before_dates(text):
        return BadDate(
            f"{text!r}: there are no dates before the year 1", hint="leave the date out, and say the year in the gloss"
        )
    short = _SHORT.fullmatch(text.strip())
    year = short and (short["ad"] or short["ce"] or short["year"])
    shown = f'"{int(year):04d}"' if year else '"2015", "2015-10", "2015-10-03", "2015-Q3" or "198X"'
    return BadDate(f"{text!r} is not a date", hint=f"write {shown}")


class Bounds(NamedTuple):
    """When something began and ended, each as the first and last day it may have been; None is not known.

    An open spell (no end stated) is certain until the day up to which its source knows (`until_earliest`) and has no
    `until_latest`: after that day nothing is known.
    """

    since_earliest: date | None = None
    since_latest: date | None = None
    until_earliest: date | None = None
    until_latest: date | None = None


def bounds(
    since: str | None,
    until: str | None,
    *,
    event: bool = False,
    ended: bool = False,
    known_until: date | None = None,
) -> Bounds:
    """Return the bounds of a spell.

    since, until -- EDTF, as stated; an event with one date ends when it begins
    ended -- it ended on an unknown day up to `known_until`
    known_until -- the last day that the source speaks of; None if nothing is known of that

    Raises BadDate for a date that does not exist, or an end that lies before the beginning.
    """
    began = parse(since) if since else None
    over = parse(until) if until else (began if event else None)
    if began and over and over.latest < began.earliest:
        raise BadDate(f"until {until} lies before since {since}")
    return bounds_of(began, over, ended=ended, known_until=known_until)


def bounds_of(began: Span | None, over: Span | None, *, ended: bool = False, known_until: date | None = None) -> Bounds:
    """Return the bounds of a spell whose dates are read already, like `bounds`; it must not end before it begins."""
    if began is None and over is None:
        return Bounds(until_latest=known_until) if ended else Bounds()
    if over is None and began is not None:  # open, or ended without a date
        if ended:
            last = max(known_until, began.earliest) if known_until else None
            return Bounds(began.earliest, began.latest, began.earliest, last)
        certain = max(known_until, began.earliest) if known_until else began.latest
        return Bounds(began.earliest, began.latest, certain, None)
    if over is None:
        raise AssertionError("unreachable: one of the two is given")
    if began is None:  # only the end is known: it began on or before it
        return Bounds(None, over.latest, over.earliest, over.latest)
    return Bounds(began.earliest, began.latest, over.earliest, over.latest)


def in_force(spell: Bounds, day: date) -> InForce:
    """Return whether a spell covers a day: certainly, possibly, unknown (after its source ends), undated, or no."""
    if spell == Bounds():
        return "undated"
    if (spell.since_earliest and day < spell.since_earliest) or (spell.until_latest and day > spell.until_latest):
        return "no"
    began = spell.since_latest is not None and day >= spell.since_latest
    if began and spell.until_earliest is not None and day <= spell.until_earliest:
        return "certainly"
    if spell.until_latest is None and spell.until_earliest is not None and day > spell.until_earliest:
        return "unknown"
    return "possibly"
