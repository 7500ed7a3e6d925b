"""Drafts in which columns a table says when, and in which form."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import chain
from typing import Any, Final

from tiebook.errors import BadDate
from tiebook.model.dates import is_before_dates, parse
from tiebook.sources.declaration import TO_DO
from tiebook.sources.mapped.date_form import parts_of, plain_date, says_no_day
from tiebook.sources.mapped.drafts.forms import forms_together
from tiebook.tables import Row
from tiebook.tables.cells import known, number_of
from tiebook.tables.days import EXCEL, OPEN, day_in, month_in

_MOST: Final = 0.6  # of a column's cells must be dates
_YEARS: Final = range(1500, 2101)  # another number is hardly a year
# not within other words: calendar, sender, amendment, independence, endorsed, determined, disclosed
_NOTED: Final = "report|updat|modif|review|check|access|edit(?!ion)|chang|verif|retriev"  # when somebody wrote a line
_ENDS: Final = re.compile(
    rf"end(?!ar|er|ment|enc|ors)|until|exit|last(?!.?(?:{_NOTED}))|(?<!de)termin|stop|finish|(?<!dis)clos|expir|\bleft\b|withdr|\blift|\bfin\b",
    re.IGNORECASE,
)
_BEGINS: Final = re.compile(
    r"(?:^|[\W_])(?:begin|began|start|since|from|st_?(?:yr|year|date)|entry|debut|début|beginn|inicio|inizio)",
    re.IGNORECASE,
)
OBSERVED: Final = frozenset({"year", "yr", "jahr", "année", "annee", "año", "ano", "anno", "t", "time"})
_OF_A_LINE: Final = re.compile(rf"(?:\b|_)(?:{_NOTED})", re.IGNORECASE)
_OF_LIFE: Final = re.compile(r"birth|born|\bdob\b|death|\bdied\b|deceased", re.IGNORECASE)  # of a person, and no tie
_PARTS: Final = ("year", "month", "day")
_CALLED_YEAR: Final = re.compile("year|yr", re.IGNORECASE)
_BESIDE_YEAR: Final = (
    ("month", "mon", "mo", "mth", "mnth"),
    ("day", "dy", "da"),
)  # in its place: stmon, stday beside styear
_NO_DATE: Final = re.compile(
    r"dyad|version|(?:^|[\W_])(?:id|code|key|no|nr)\d?$", re.IGNORECASE
)  # but a number: dyad 2020
_ZEROS: Final = frozenset(("0", "00", "0000", "0.0"))
_DAYS: Final = (
    "%Y%m%d|%d%b%Y|%Y/%m/%d|%d.%m.%Y|%d %B %Y|%d %b %Y|%d-%b-%Y|%d-%B-%Y|%d/%b/%Y|%B %d, %Y|%b %d, %Y|%B %d %Y"
    "|%b %d %Y|%b-%Y|%b %Y|%B %Y|%m/%Y|%m.%Y|%m-%Y|%d/%m/%Y|%m/%d/%Y|%d-%m-%Y|%m-%d-%Y|%Y.%m.%d|%Y-%m-%d"
    "|%d %B, %Y|%d %b, %Y|%A %d %B %Y|%A, %d %B %Y|%A, %B %d, %Y|%a, %d %b %Y|%Y\u5e74%m\u6708%d\u65e5"
).split("|")
_MOMENTS: Final = tuple(  # the days of which programs also write the time
    f"{day}{gap}{time}"
    for day in ("%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%Y/%m/%d")
    for gap in (" ", "T")
    for time in ("%H:%M:%S", "%H:%M", "%H:%M:%S.%f", "%H:%M:%S%z", "%H:%M:%S.%f%z", "%I:%M:%S %p", "%I:%M %p")
)
_MOMENTS_IN_WORDS: Final = ("%b %d %Y %I:%M%p", "%b %d %Y %I:%M:%S:%f%p", "%d%b%Y %H:%M:%S")  # of SQL Server, of Stata
_SHORT: Final = tuple(  # years of two digits
    "%d-%b-%y|%d %b %y|%d-%B-%y|%d %B %y|%d/%m/%y|%m/%d/%y|%d.%m.%y|%d-%m-%y|%m-%d-%y|%y-%m-%d".split("|")
)
_MONTHS_RUN_ON: Final = "%Y%m"
_FORMS: Final = (*_DAYS, _MONTHS_RUN_ON, *_MOMENTS, *_MOMENTS_IN_WORDS, *_SHORT)
_PLAIN_FORMS: Final = tuple(form for form in _FORMS if form != _MONTHS_RUN_ON)
_MOMENTS_SINCE: Final = {  # how clocks count: from 1973 to 2103, as fewer are seldom moments
    "seconds since 1970-01-01": range(10**8, 42 * 10**8),
    "milliseconds since 1970-01-01": range(10**11, 42 * 10**11),
}
_COUNTED: Final = range(10_000, 75_000)  # days of a spreadsheet from 1927 to 2105
_DIRECTIVE: Final = re.compile("%[a-zA-Z]")
_FOUR: Final = re.compile(r"\d{4}", re.ASCII)
_IN_TEXT: Final = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)", re.ASCII)
# the name of one of many columns, each with the values of a year, or a part of it: 2001, X2001, trade_2001, 2001 Q1
WIDE_YEAR: Final = re.compile(r"\D{0,30}(?:1[5-9]|20)\d\d(?:[ ._-]?[QqHhMm]\d{1,2})?(?:\.0)?", re.ASCII)
_MONTHS_SHORT: Final = ("%b-%y", "%y-%b", "%b %y", "%y %b", "%B-%y", "%y-%B", "%B %y", "%y %B")
_LONGEST: Final = 30  # characters of a cell that says when
_SOME: Final = 0.2  # of the cells, from which on a column that is called a date must not be left out silently
_FEW: Final = 4  # digits of a year
_WHOLE: Final = re.compile(r"-?\d{1,15}", re.ASCII)
_MANY_YEARS: Final = 3  # columns that are called by their year
_WORD: Final = re.compile(r"[^\W\d_]+")
_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CALLED: Final = frozenset(
    """
    date dates day dated since until from to start starts started begin begins began end ends ended signed ratified entry exit
    opened closed established founded dissolved effective expiry expires terminated event onset time fecha datum data
    when timeset decade decades period periods year years century jahr jahre année année año años anno term terms spell
    joined left withdrew withdrawn withdrawal acceded accession adopted concluded entered imposed lifted beginn ende anfang
    debut début fin inicio
    """.split()
)


def spell(rows: list[Row], columns: Sequence[str]) -> dict[str, Any]:
    """Return the columns of the begin and the end, and the forms of their dates where some are not EDTF.

    A second date that is not called an end is none (signed, in force). Where two forms fit, both are left to a person. A column
    that is called an end is one also where no row has ended yet.
    """
    columns = [column for column in columns if not _OF_LIFE.search(column)]
    found = _spell(rows, columns)
    if "since" in found and "until" not in found and TO_DO not in str(found):
        begin = found["since"]
        ends = [each for each in columns if _may_end(each, begin) and not any(_cells(rows, each))]
        if ends:
            found["until"] = ends[0]
    return found


def _may_end(column: str, begin: str | list[str]) -> bool:
    """Return whether a column is called after an end: end_date, endyear beside styear, ended."""
    dated = is_called_date(column) or _CALLED_YEAR.search(column)
    return bool((_ENDS.search(column) and dated) or (isinstance(begin, str) and begin in _begins_of(column)))


def _spell(rows: list[Row], columns: Sequence[str]) -> dict[str, Any]:
    parts = {column: several for column in columns if (several := _with_parts(rows, column, columns))}
    plain = [
        column
        for column in columns
        if column in parts or (share_of(rows, column, _is_date) > _MOST and not _NO_DATE.search(column))
    ]
    if not plain:
        return (
            _in_one_or_more_forms(rows, columns)
            or _in_spans(rows, columns)
            or _counted(rows, columns)
            or _in_parts(rows, columns)
            or _unread(rows, columns)
        )
    found: dict[str, Any] = _begin_and_end(plain)
    if not parts.keys().isdisjoint(found.values()):
        found = {name: parts.get(column, column) for name, column in found.items()}
    elif found.get("since", "").lower() == "year":
        found |= _in_parts(rows, columns)
    else:  # some dates, or all of an end, may be in a form
        ends = [] if "until" in found else [column for column in columns if _ENDS.search(column)]
        begins = [] if "since" in found else [each for each in columns if is_called_date(each) and each not in ends]
        some = [*found.values(), *ends, *begins]
        found = {**_in_one_or_more_forms(rows, some), **found}
    return found


def _begin_and_end(dates: list[str]) -> dict[str, Any]:
    ends = [column for column in dates if _ENDS.search(column) or _begins_of(column) & set(dates)]
    begins = [column for column in dates if column not in ends]
    begins = [each for each in begins if not _OF_A_LINE.search(each)] or begins
    if begins and begins[0].lower() in OBSERVED:  # a row is of that year; when its tie began, another column may say
        begins = [each for each in begins if _BEGINS.search(each)] or begins
    since = next(iter(begins), None)
    until = next(iter(ends), None)
    return {key: column for key, column in (("since", since), ("until", until)) if column}


def _begins_of(column: str) -> set[str]:
    """Return what the column of the begin is called where a column is that of the end: syear or byear beside eyear, from and to."""
    if column[:2] in ("to", "To", "TO"):
        return {f"{begin}{column[2:]}" for begin in ("from", "From", "FROM")}
    return {f"{begin}{column[1:]}" for begin in "sbSB"} if column[:1] in "eE" else set()


def _with_parts(rows: list[Row], column: str, columns: Sequence[str]) -> list[str]:
    """Return a column of years with those of its months and days; nothing where there are none."""
    called = {each.lower(): each for each in columns}
    for match in _CALLED_YEAR.finditer(column):
        parts = [column]
        for words in _BESIDE_YEAR:
            beside = (called.get(f"{column[: match.start()]}{word}{column[match.end() :]}".lower()) for word in words)
            part = next(filter(None, beside), None)
            if part is None or not _are_parts(rows, part):
                break
            parts.append(part)
        years = [text for text in _cells(rows, column) if text not in _ZEROS]
        unended = not years and _ENDS.search(column)
        if len(parts) > 1 and (unended or sum(map(_is_date, years)) > _MOST * len(years)) and _are_parts(rows, column):
            return parts
    return []


def _are_parts(rows: list[Row], column: str) -> bool:
    cells = (text for row in rows if (text := known(row, column)) is not None)
    return all(text.removesuffix(".0").isdecimal() or month_in(text) is not None for text in cells)


def _in_a_form(rows: list[Row], columns: Sequence[str]) -> dict[str, Any]:
    for column in columns:
        first = next((text for text in _cells(rows, column) if not _is_date(text)), "").removesuffix(".0")
        likely = [
            form for form in _FORMS if _is_likely(form, first) and (form != _MONTHS_RUN_ON or is_called_date(column))
        ]
        read = {form: days for form in likely if (days := _days(rows, column, form))}
        if not read:
            continue
        form = next(iter(read))
        found = _begin_and_end([each for each in columns if _days(rows, each, form)])
        one = all(days == read[form] for days in read.values())
        ahead = form in _SHORT and max(_days(rows, found.get("since", ""), form), default=date.min) > _today()
        if ahead:
            return {**found, "dates": f"{TO_DO}: {form}, once its years have four digits: some would lie ahead"}
        return {**found, "dates": form if one else f"{TO_DO}: {' or '.join(read)}"}
    return {}


def _in_one_or_more_forms(rows: list[Row], columns: Sequence[str]) -> dict[str, Any]:
    """Return the columns of dates in a form; in several where these find a begin or an end that the one does not."""
    one = _in_a_form(rows, columns)
    found = {} if {"since", "until"} <= one.keys() else _in_several_forms(rows, columns)
    return found if len(found) > len(one) else one


def _in_several_forms(rows: list[Row], columns: Sequence[str]) -> dict[str, Any]:
    """Return the columns of dates that stand in several forms: all of one that is not called a date, most of another."""
    read: dict[str, dict[str, dict[str, date]]] = {}  # of the columns of dates
    for column in columns:
        texts = [text.removesuffix(".0") for text in _cells(rows, column)]
        called = is_called_date(column)
        days = _in_forms(texts, called=called)
        share = sum(_is_date(text) or text in days for text in texts) if days or called else 0
        if texts and (share == len(texts) or (called and share > _MOST * len(texts))):
            read[column] = days
    dates = list(read)
    forms = forms_together(dict(chain.from_iterable(read[each].items() for each in dates)), (*_FORMS, EXCEL))
    if not forms:
        return {}
    found = _begin_and_end(dates)
    begins = chain.from_iterable(read[each].values() for each in dates if each == found.get("since"))
    ahead = {form for days in begins for form, day in days.items() if form in _SHORT and day > _today()}
    said = [
        f"{TO_DO}: {' or '.join(each)}" + (", once its years have four digits" if each[0] in ahead else "")
        if len(each) > 1 or each[0] in ahead
        else each[0]
        for each in forms
    ]
    return {**found, "dates": said if len(said) > 1 else said[0]}


def _in_forms(texts: Collection[str], *, called: bool) -> dict[str, dict[str, date]]:
    """Return the day that a text is in each form that fits, of texts that are no dates as they stand.

    called -- whether their column is called a date. Then a number may count days, as a spreadsheet has them, if all may that are
    not dates in another form. In another column all texts have to fit some form.
    """
    found: dict[str, dict[str, date]] = {}
    for text in dict.fromkeys(texts):
        if not _is_date(text):
            found[text] = _days_of(text, _FORMS if called else _PLAIN_FORMS)
            if not called and not found[text]:
                return {}
    numbers = [text for text, days in found.items() if not days and number_of(text) is not None]
    if called and all(map(_is_counted, numbers)):
        found |= {text: _days_of(text, (EXCEL,)) for text in numbers}
    return {text: days for text, days in found.items() if days}


def _days_of(text: str, forms: Sequence[str]) -> dict[str, date]:
    likely = (form for form in forms if form == EXCEL or _is_likely(form, text))
    days = {form: day for form in likely if (day := day_in(text, (form,)))}
    return {form: day for form, day in days.items() if day.year in _YEARS}


def forms_of(text: str) -> list[str]:
    """Return the forms in which a text is a day, the most likely first."""
    return list(_days_of(text, _FORMS))[:3]


def _is_likely(form: str, text: str) -> bool:
    """Return whether a text has what a form needs: strptime is slow at finding that out for every column of a wide table."""
    digits, words = ("%Y" not in form or _FOUR.search(text)), ("%b" not in form.lower() or _WORD.search(text))
    return bool(digits and words) and set(_DIRECTIVE.sub("", form)) <= set(text) and (":" in form) == (":" in text)


def _in_spans(rows: list[Row], columns: Sequence[str]) -> dict[str, Any]:
    """Return the column whose cells hold the begin and the end, as in 1990-1995."""
    spans = [column for column in columns if share_of(rows, column, is_span) > _MOST]
    return {"since": spans[0], "until": spans[0]} if spans else {}


def is_span(text: str) -> bool:
    """Return whether a text is two dates: the begin and the end."""
    since, until = (parts_of(text, ends=ends) for ends in (False, True))
    return since != until and _is_date(since) and (not until or until.casefold() in OPEN or _is_date(until))


def _counted(rows: list[Row], columns: Sequence[str]) -> dict[str, Any]:
    """Return columns that are called dates and hold numbers, as a spreadsheet counts days."""
    called = [column for column in columns if is_called_date(column)]
    moments = [(form, _in(reach), _in(range(-reach.stop, reach.stop))) for form, reach in _MOMENTS_SINCE.items()]
    for form, usual, any_ in ((EXCEL, _is_counted, _is_counted), *moments):
        dates = [each for each in called if share_of(rows, each, usual) > _MOST and share_of(rows, each, any_) == 1]
        if dates:
            return {**_begin_and_end(dates), "dates": form}
    return {}


def is_called_date(column: str) -> bool:
    """Return whether a column is called after a time: Date, start_date, event_time."""
    return not _CALLED.isdisjoint(word.lower() for word in _WORD.findall(_HUMP.sub(" ", column)))


def _is_counted(text: str) -> bool:
    number = number_of(text)
    return number is not None and int(number) in _COUNTED


def _in(reach: range) -> Callable[[str], bool]:
    """Return a test whether a text is a whole number within bounds."""
    return lambda text: _WHOLE.fullmatch(text) is not None and int(text) in reach


def _today() -> date:
    return datetime.now(UTC).date()


def _in_parts(rows: list[Row], columns: Sequence[str]) -> dict[str, Any]:
    """Return the columns of a year, and of the month and the day where they are there."""
    called = {column.lower(): column for column in columns}
    parts = []
    for name in _PARTS:
        if name not in called or not _are_parts(rows, called[name]):
            break
        parts.append(called[name])
    return {"since": parts[0] if len(parts) == 1 else parts} if parts else {}


def _unread(rows: list[Row], columns: Sequence[str]) -> dict[str, Any]:
    """Return what is to do with columns of dates that no draft can read: they must not be left out silently."""
    for column in columns:
        dated = is_called_date(column) or "year" in column.lower()
        if dated and share_of(rows, column, is_before_dates) > _MOST:
            return {"since": f"{TO_DO}: leave this out; {column} has years before 1, and there are no such dates"}
        said = share_of(rows, column, lambda text: _IN_TEXT.search(text) is not None) > _MOST
        if (said and dated) or like_dates(rows, [column]):
            return {"since": f"{TO_DO}: {column}, once its dates have one form, or `dates` lists their forms"}
    years = [column for column in columns if WIDE_YEAR.fullmatch(column)]
    if len(years) >= _MANY_YEARS:
        return {
            "since": f"{TO_DO}: write a line for each year; {years[0]} to {years[-1]} are columns with a value each"
        }
    return {}


def like_dates(rows: list[Row], columns: Sequence[str]) -> list[str]:
    """Return the columns that are called dates and say something like one."""
    return [column for column in columns if is_called_date(column) and is_like_dates(rows, column)]


def is_like_dates(rows: list[Row], column: str) -> bool:
    """Return whether a column may say when: by its name and digits, or because short cells have years in them."""
    if is_called_date(column):
        return share_of(rows, column, _may_say_day) > _SOME or share_of(rows, column, _is_short) > _MOST
    return share_of(rows, column, _says_year) > _MOST


def _may_say_day(text: str) -> bool:
    """Return whether a text has the digits of a year, in any script, or of a number that counts days."""
    return sum(map(str.isdecimal, text)) >= _FEW


def _is_short(text: str) -> bool:
    """Return whether a text is a month with a number of two digits, which may be a year or a day: Apr-01."""
    return day_in(text, _MONTHS_SHORT) is not None


def _says_year(text: str) -> bool:
    """Return whether a short text has a year in it and is no number: "<[2001.0; 2003.0]>", "1990s"."""
    return len(text) <= _LONGEST and number_of(text) is None and _IN_TEXT.search(text) is not None


def share_of(rows: list[Row], column: str, test: Callable[[str], bool]) -> float:
    """Return for which part of a column's cells a test holds; 0 where no cell says anything ("NA" is hardly Namibia)."""
    cells = list(_cells(rows, column))
    return sum(map(test, cells)) / len(cells) if cells else 0.0


def _cells(rows: list[Row], column: str) -> Iterator[str]:
    """Return what the cells of a column say, but for "present", the year 9999 and the like."""
    said = (text for row in rows if (text := known(row, column)) and text.casefold() not in OPEN)
    return (text for text in said if "9" not in text or not says_no_day(text))


def _is_date(text: str) -> bool:
    try:
        return parse(plain_date(text)).earliest.year in _YEARS
    except BadDate:
        return False


def _days(rows: list[Row], column: str, form: str) -> list[date]:
    """Return the days of a column that are in a form, beside dates in EDTF; none where some cell is neither."""
    found = []
    for cell in _cells(rows, column):
        text = cell.removesuffix(".0")  # of 20010304.0
        day = day_in(text, (form,))
        if day is not None and day.year in _YEARS:
            found.append(day)
        elif not _is_date(text):
            return []
    return found
