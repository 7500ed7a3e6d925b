"""Reads days as tables write them: in a form of strptime, with months in several languages, or counted from a day."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import chain
from typing import Final

from tiebook.support.names import folded

EXCEL: Final = "days since 1899-12-30"  # how a spreadsheet counts days, from March 1900 on
# ends of what has not ended
OPEN: Final = frozenset(
    ("present", "ongoing", "on-going", "on going", "current", "now", "today", "to date", "continuing", "open", "still")
)

_COUNTED: Final = re.compile(r"(?P<unit>days|seconds|milliseconds) since (?P<first>\d{4}-\d\d-\d\d)")
_DIGITS: Final = {"Y": 4, "j": 3, **dict.fromkeys("ymdHIMS", 2)}  # of directives of strptime
_RUN_ON: Final = re.compile(r"%[YymdHIMSj]%[YymdHIMSj]")
_NUMBER: Final = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?", re.ASCII)
_WORD: Final = re.compile(r"[^\W\d_]+\.?")
_ORDINAL: Final = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|º|\.)(?=[\s,]|$)")
_LINKING: Final = re.compile(r"\b(?:de|del|of|the|le)\s+", re.IGNORECASE)
# Twelve words each. Polish and Croatian are left out: "listopada" is November in one and October in the other.
_MONTHS: Final = """
january february march april may june july august september october november december
jan feb mar apr may jun jul aug sept oct nov dec
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
janv févr mars avr mai juin juil août sept oct nov déc
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
ene feb mar abr may jun jul ago sept oct nov dic
janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
jan fev mar abr mai jun jul ago set out nov dez
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
gen feb mar apr mag giu lug ago set ott nov dic
januar februar märz april mai juni juli august september oktober november dezember
jänner feber mär apr mai jun jul aug sep okt nov dez
januari februari maart april mei juni juli augustus september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
januari februari maret april mei juni juli agustus september oktober november desember
ocak şubat mart nisan may\u0131s haziran temmuz ağustos eylül ekim kas\u0131m aral\u0131k
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
"""


def day_in(text: str, forms: Sequence[str]) -> date | None:
    """Return the day of a text in the first form that fits, as strptime has forms; None if none does.

    Months may be in other languages, and days have an ordinal ("2 juillet 2016", "1st of May 2016"). A form may also count:
    "days since 1899-12-30", "seconds since 1970-01-01".
    """
    return next((day for form in forms if (day := _day(text, form)) is not None), None)


def counts(form: str) -> bool:
    """Return whether a form counts days, or seconds, from a day."""
    return _COUNTED.fullmatch(form) is not None


def _day(text: str, form: str) -> date | None:
    counted = _COUNTED.fullmatch(form)
    if counted:
        return _counted(text, counted["unit"], counted["first"])
    if "%H" in form:
        text = text.replace("24:00", "00:00", 1)  # the end of the day that is written
    found = _parsed(text, form)
    if found is None and ("%b" in form.lower() or "%h" in form):
        english = _in_english(text, whole="%B" in form)
        found = _parsed(english, form) if english != text else None
    return found


def _parsed(text: str, form: str) -> date | None:
    whole = _whole(form)
    if whole is not None and not whole.fullmatch(text):
        return None
    try:
        return datetime.strptime(text, form).date()  # noqa: DTZ007 -- a day has no zone
    except ValueError:
        return None


@lru_cache(maxsize=64)
def _whole(form: str) -> re.Pattern[str] | None:
    """Return the pattern of a form whose numbers have nothing between them, so that each needs all its digits; else None.

    strptime reads 201511 as 2015-01-01 by %Y%m%d, and 1032015, where a spreadsheet has dropped a zero, as 2015-03-10 by %d%m%Y.
    """
    if not _RUN_ON.search(form):
        return None
    pieces = re.split(r"%([a-zA-Z])", form)
    wide = [rf"\d{{{_DIGITS[each]}}}" if each in _DIGITS else ".+" for each in pieces[1::2]]
    return re.compile("".join(chain(*zip(map(re.escape, pieces[::2]), [*wide, ""], strict=True))), re.ASCII | re.DOTALL)


def _counted(text: str, unit: str, first: str) -> date | None:
    if not _NUMBER.fullmatch(text):
        return None
    try:
        return (datetime.fromisoformat(first) + timedelta(**{unit: float(text)})).date()
    except (ValueError, OverflowError):
        return None


def _in_english(text: str, *, whole: bool) -> str:
    """Return a date in words with the month in English, and without what stands around its numbers.

    whole -- the month's whole name, and not its first letters
    """

    def month(word: re.Match[str]) -> str:
        number = _months().get(folded(word[0]))
        if not number:
            return word[0]
        return month_name[number] if whole else month_abbr[number]

    return _WORD.sub(month, _LINKING.sub("", _ORDINAL.sub("", text)))


def month_in(text: str) -> int | None:
    """Return the number of a month that a text names, whole or short, in one of several languages; None for another text."""
    return _months().get(folded(text.rstrip(".")))


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    lines = [line.split() for line in _MONTHS.strip().splitlines()]
    return {folded(word): number for line in lines for number, word in enumerate(line, start=1)}
