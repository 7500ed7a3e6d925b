"""The times of the records of a mapped table: each pair of dates is read once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from typing import Final

from tiebook.errors import BadDate
from tiebook.model.dates import Bounds, Span, bounds_of, parse
from tiebook.sources.mapped.date_form import BadRecord
from tiebook.sources.mapped.endpoints import Times, When
from tiebook.tables.cells import MISSING

_DATES: Final = 200_000  # pairs of them that are remembered
_DAY: Final = attrgetter("day")  # of a When
# a word, signs, a negative number, or the zeros of which a database makes a date that it does not have
_SAYS_NOTHING: Final = re.compile(r"\D{1,20}|-\d{1,4}(?:\.0)?|[-0]+", re.ASCII)
_LATEST: Final = 2200  # a later year is a code (8888), of another calendar (5775, 2558), or a slip
_SHOWN: Final = 40  # characters of a cell in a message
WITHIN: Final = -1
# since, until, and by how many days they may be off; WITHIN: only between which days it was
Stated = tuple[str, str, int]


class Whens(dict[Stated, When]):
    """When something was, by the dates that say it; made when it is first asked for."""

    def __init__(self, known_until: date | None) -> None:
        """Set the day up to which the source knows."""
        super().__init__()
        self._known_until = known_until
        self.first, self.last = date.max, date.min  # of all days that were read

    def __missing__(self, dates: Stated) -> When:
        """Read dates; raises BadDate."""
        since, until, loose = dates
        began, over = (None if text in MISSING else parse(text) for text in (since, until))
        on = began or over
        for text, day in ((since, began), (until, over)):
            if day is not None and day.earliest.year > _LATEST:
                raise BadDate(
                    f"{text!r} lies more than a century ahead", hint=f'if it says nothing: missing = ["{text}"]'
                )
        backwards = began and over and over.latest < began.earliest
        spell = None if backwards else bounds_of(began, over, known_until=self._known_until)
        if loose == WITHIN and began and over and not backwards:
            spell = Bounds(began.earliest, over.latest, began.earliest, over.latest)
        elif loose > 0 and spell is not None:
            earlier, later = (_moved(spell, days) for days in (-loose, loose))
            spell = Bounds(earlier.since_earliest, later.since_latest, earlier.until_earliest, later.until_latest)
        if on is not None:
            self.first = min(self.first, on.earliest)
            self.last = max(self.last, (over or on).latest)
        # an undated record names actors as they were when its source ends
        if on is None and self._known_until is not None:
            on = Span(self._known_until, self._known_until)
        self[dates] = when = When(on, on.latest if on else None, spell)
        return when


def _moved(spell: Bounds, days: int) -> Bounds:
    """Return a spell so many days later, or earlier, as far as there are days."""
    first, last = date.min.toordinal(), date.max.toordinal()
    moved = (each and date.fromordinal(min(max(each.toordinal() + days, first), last)) for each in spell)
    return Bounds(*moved)


def times_of(whens: Whens, since: Sequence[str], until: Sequence[str], loose: Sequence[int]) -> Times:
    """Return the time of each record; the same dates are read once.

    loose -- by how many days the dates of each record may be off, or WITHIN; empty where all are exact

    Raises BadRecord.
    """
    stated: list[Stated] = list(zip(since, until, loose or [0] * len(since), strict=True))
    if len(whens) > _DATES:
        whens.clear()
    try:
        found = list(map(whens.__getitem__, stated))
    except BadDate as error:
        number = next(n for n, dates in enumerate(stated) if dates not in whens)
        word = next((text for text in stated[number][:2] if text and _SAYS_NOTHING.fullmatch(text)), None)
        more = f'; if it says nothing: missing = ["{word}"]' if word else _likely_form(stated[number])
        what = str(error)
        for text in stated[number][:2]:
            if len(text) > _SHOWN:
                what = what.replace(text, f"{text[:_SHOWN]}...")
        raise BadRecord(number, f"{what}{more}") from None
    days = set(map(_DAY, found)) - {None}
    return Times(found, min(days, default=date.max), max(days, default=date.min))


def _likely_form(stated: Stated) -> str:
    """Return what to declare for dates in another form, where one fits."""
    from tiebook.sources.mapped.draft_dates import forms_of, is_span  # noqa: PLC0415 -- only where a date cannot be read

    unread = [text for text in stated[:2] if text and not _is_date(text)]
    if any(map(is_span, unread)):
        return "; a cell with the begin and the end: name its column in `since` and in `until`"
    forms = next((found for text in unread if (found := forms_of(text))), [])
    return f"; in [[tie]]: dates = {' or '.join(repr(form) for form in forms)}".replace("'", '"') if forms else ""


def _is_date(text: str) -> bool:
    try:
        parse(text)
    except BadDate:
        return False
    return True
