"""Finds days, years and spans in a text: "since 2010", "between 1 January and 31 December 2020", "on 19 October 2020"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from tiebook.model.dates import MONTHS, SHORT_MONTHS

Kind = Literal["day", "year", "span"]

_NUMBERS: Final = "two three four five six seven eight nine ten".split()
_NAMED_MONTH: Final = "|".join([*(each.lower() for each in MONTHS), "sept", *SHORT_MONTHS])
_MONTH: Final = rf"(?P<month>{_NAMED_MONTH})\b\.?"
_YEAR: Final = r"(?P<year>1[5-9]\d\d|20\d\d)"
_DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_FORMS: Final = tuple(
    re.compile(rf"\b(?:{form})", re.IGNORECASE)
    for form in (
        r"(?P<iso>\d{4}-\d\d-\d\d)\b",
        rf"(?P<edge>first|last|final|end|beginning|start)(?:\s+day)?\s+of\s+{_YEAR}\b",
        rf"(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}\b",
        rf"(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}(?=\s+(?:and|to|until|till|through|-|\u2013))",  # its year stands further on
        rf"{_MONTH}\s+{_DAY}(?=\s+(?:and|to|until|till|through|-|\u2013))",
        rf"{_MONTH},?\s+(?:of\s+)?{_YEAR}\b",
        rf"{_MONTH}(?=\s*(?:and|to|until|till|through|-|\u2013)\s*(?:{_NAMED_MONTH})\b\.?,?\s+(?:of\s+)?(?:1[5-9]|20)\d\d\b)",
        r"(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d0)['\u2019]?s\b",
        rf"{_YEAR}(?!\d|-\d\d\b)",
        r"(?P<today>today|right now|at present|currently|at the moment)\b",
        r"(?P<shift>yesterday|tomorrow|(?:last|past|this|next|coming)\s+(?P<unit>week|month|year|decade))\b",
        r"(?P<vague>recently|lately|of\s+late|(?:in|over|during)\s+(?:the\s+)?recent\s+(?:years|months|weeks|times|past))\b",
        rf"(?:the\s+)?(?:last|past|previous)\s+(?P<many>\d+|{'|'.join(_NUMBERS)})\s+(?P<units>year|month)s\b",
    )
)
_SINCE: Final = re.compile(r"\b(?:since|from|starting(?:\s+in)?|beginning\s+in)\s+(?:the\s+year\s+)?$", re.IGNORECASE)
_UNTIL: Final = re.compile(
    r"\b(?:(?P<before>before|prior\s+to|earlier\s+than|preceding)|until|till|up\s+(?:to|until|till)|no(?:t)?\s+later\s+than|by"
    r"|by\s+the\s+end\s+of)\s+(?:the\s+)?(?:year\s+|end\s+of\s+)?$",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(r"\b(?:after|later\s+than|following)\s+(?:the\s+)?(?:year\s+)?$", re.IGNORECASE)
_BOTH_SIDES: Final = re.compile(
    r"\b(?:before\s+and\s+after|after\s+and\s+before)\s+(?:the\s+)?(?:year\s+)?$", re.IGNORECASE
)
_ONWARDS: Final = re.compile(r"\s+(?:onwards?|and\s+(?:after|later)|or\s+later)\b", re.IGNORECASE)
_ON: Final = re.compile(r"\s+on\b(?=\W*$)", re.IGNORECASE)
_BACKWARDS: Final = re.compile(r"\s+(?:and|or)\s+(?:before|earlier)\b", re.IGNORECASE)
# a time that is told by what happened in it: "after the embargo ended in 2020"
_CLAUSE: Final = re.compile(
    r"\b(?:since|after)\s+(?:[\w.'\u2019-]+\s+){1,8}?"
    r"(?:ended|expired|lapsed|collapsed|failed|fell|closed|lifted|began|begun|started|signed|adopted|imposed|founded|force|effect)"
    r"\s+(?:in|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(
    r"\s*(?:-|\u2013|\u2014|/|to|through|thru|till|until|up\s+to|and|vs\.?|versus|compared\s+(?:to|with)|against)\s*(?:the\s+|on\s+)?",
    re.IGNORECASE,
)
_SPANNING: Final = re.compile(r"\s*(?:-|\u2013|\u2014|to|through|thru|till|until|up\s+to)\s*", re.IGNORECASE)
_BEFORE: Final = re.compile(
    r"\b(?:(?:since|from|between|in|on|during|for|of|as\s+of|at|by|until|till|through|starting|the\s+years?|years?|dated?|over|within)\s+)+$",
    re.IGNORECASE,
)


class Time(NamedTuple):
    """A time in a text: its first and last day, how exactly it was said, and where it stands.

    kind -- "day", "year" (one year), "span" (from one to another, a month, a decade, or open)
    bound -- "since" or "until" where one end was left open; nothing is known of the first day of what goes on until then
    day -- the day that was named, of "before", "after" and "since"
    joined -- its two ends were named: "from 2001 to 2012"
    """

    kind: Kind
    first: date
    last: date
    start: int
    end: int
    bound: Literal["since", "until"] | None = None
    day: date | None = None
    joined: bool = False


def times(text: str, today: date) -> list[Time]:
    """Return the times in a text, in order; those that "to", "and", "until" join are one span, or stay two days."""
    found = _joined(text, _single(text, today), today)
    return [_opened(text, time, today) for time in found]


def start_of(text: str, time: Time) -> int:
    """Return where the words that lead to a time begin ("in", "since", "as of")."""
    before = _CLAUSE.search(text[: time.start]) or _BEFORE.search(text[: time.start])
    return before.start() if before else time.start


def _single(text: str, today: date) -> list[Time]:
    taken: list[Time] = []
    pending: list[tuple[re.Match[str], str]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            if any(time.start < match.end() and match.start() < time.end for time in taken) or any(
                other.start() < match.end() and match.start() < other.end() for other, _ in pending
            ):
                continue
            parts = match.groupdict()
            if parts.get("month") and not parts.get("year"):
                pending.append((match, ""))
                continue
            time = _time(match, parts, today)
            if time is not None:
                taken.append(time)
    for match, _ in pending:  # "1 January and 31 December 2020", "June to December 2024"
        later = min((time for time in taken if time.start > match.start()), key=lambda time: time.start, default=None)
        if later is not None:
            time = _time(match, match.groupdict() | {"year": str(later.first.year)}, today)
            if time is not None:
                taken.append(time)
    return sorted(taken, key=lambda time: time.start)


def _time(match: re.Match[str], parts: dict[str, str | None], today: date) -> Time | None:
    kind: Kind = "day"
    try:
        if parts.get("today"):
            first = last = today
        elif parts.get("shift"):
            return _shifted(match, str(parts["shift"]).lower(), today)
        elif parts.get("vague"):
            return Time("span", date.min, today, match.start(), match.end(), "until", joined=True)
        elif parts.get("many"):
            return _lately(match, str(parts["many"]).lower(), str(parts["units"]).lower(), today)
        elif parts.get("iso"):
            first = last = date.fromisoformat(str(parts["iso"]))
        elif parts.get("decade"):
            kind, first = "span", date(int(str(parts["decade"])), 1, 1)
            last = date(first.year + 9, 12, 31)
        elif parts.get("edge"):
            year = int(str(parts["year"]))
            begins = str(parts["edge"]).lower() in ("first", "beginning", "start")
            first = last = date(year, 1, 1) if begins else date(year, 12, 31)
        elif parts.get("month"):
            year, month = int(str(parts["year"])), _month(str(parts["month"]))
            if parts.get("day"):
                first = last = date(year, month, int(str(parts["day"])))
            else:
                kind, first, last = "span", date(year, month, 1), date(year, month, monthrange(year, month)[1])
        else:
            year = int(str(parts["year"]))
            kind, first, last = "year", date(year, 1, 1), date(year, 12, 31)
    except ValueError:  # 31 February
        return None
    return Time(kind, first, last, match.start(), match.end())


def _shifted(match: re.Match[str], said: str, today: date) -> Time:
    """Return the day, week, month or year that is so far from today: "yesterday", "next year"."""
    step = {"yesterday": -1, "tomorrow": 1, "last": -1, "past": -1, "this": 0}.get(said.split(maxsplit=1)[0], 1)
    unit = said.rsplit(maxsplit=1)[-1]
    kind: Kind = "year" if unit == "year" else "span" if unit in ("week", "month", "decade") else "day"
    if unit == "year":
        first, last = date(today.year + step, 1, 1), date(today.year + step, 12, 31)
    elif unit == "decade" and step < 0:
        first, last = date(today.year - 10, today.month, 1), today
    elif unit == "decade":
        first = date((today.year // 10 + step) * 10, 1, 1)
        last = date(first.year + 9, 12, 31)
    elif unit == "month":
        months = today.year * 12 + today.month - 1 + step
        first = date(months // 12, months % 12 + 1, 1)
        last = first.replace(day=monthrange(first.year, first.month)[1])
    elif unit == "week":
        first = today + timedelta(days=7 * step - today.weekday())
        last = first + timedelta(days=6)
    else:
        first = last = today + timedelta(days=step)
    return Time(kind, first, last, match.start(), match.end())


def _lately(match: re.Match[str], many: str, unit: str, today: date) -> Time:
    """Return the time of so many years or months up to today: "the last five years"."""
    number = int(many[:4]) if many.isdigit() else _NUMBERS.index(many) + 2
    months = today.year * 12 + today.month - 1 - number * (12 if unit == "year" else 1)
    first = date(max(months // 12, 1), months % 12 + 1, 1)
    return Time("span", first, today, match.start(), match.end(), joined=True)


def _month(name: str) -> int:
    return SHORT_MONTHS.index(name.lower()[:3]) + 1


def _joined(text: str, found: list[Time], today: date) -> list[Time]:
    """Join what is said as one span: "2001 to 2012", "between 1 May and 3 June 2015"."""
    joined: list[Time] = []
    for time in found:
        before = joined[-1] if joined else None
        now = time.first == time.last == today
        if before is not None and (before.kind == time.kind or now) and before.first <= time.first:
            gap = text[before.end : time.start]
            between = re.search(
                r"\b(?:between|from|since)\s+(?:the\s+)?(?:years?\s+)?$", text[: before.start], re.IGNORECASE
            )
            following = time.kind == "year" and time.first.year == before.last.year + 1
            if _SPANNING.fullmatch(gap) or ((between or following) and _JOINED.fullmatch(gap)):
                joined[-1] = Time("span", before.first, time.last, before.start, time.end, joined=True)
                continue
        joined.append(time)
    return joined


def _opened(text: str, time: Time, today: date) -> Time:
    """Open a time at one end where its words say so: "since 2010" runs to today, "before 2010" to the end of 2009."""
    before, behind = text[: time.start], text[time.end :]
    if time.joined or _BOTH_SIDES.search(before):
        return time
    day = time.first if time.kind == "day" else None
    since = _SINCE.search(before)
    onwards = _ONWARDS.match(behind) or (since and _ON.match(behind))
    if (onwards or since or _CLAUSE.search(before)) and time.first <= today:
        start, end = (since.start() if since else time.start), time.end + (onwards.end() if onwards else 0)
        return Time("span", time.first, max(today, time.last), start, end, "since", day)
    after = _AFTER.search(before)
    if after:
        first = time.last + timedelta(days=1)
        return Time("span", first, max(today, first), after.start(), time.end, "since", day)
    back, until = _BACKWARDS.match(behind), _UNTIL.search(before)
    if (back or until) and time.first != today:
        last = time.first - timedelta(days=1) if until and until["before"] else time.last
        start, end = (until.start() if until else time.start), time.end + (back.end() if back else 0)
        return Time("span", date.min, last, start, end, "until", day)
    return time
