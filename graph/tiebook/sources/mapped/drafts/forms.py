"""Chooses the forms of dates for a column in which they stand in several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

_MOST: Final = 5  # forms that a column may have
Days = Mapping[str, date]  # the day that a text is in each form that fits


def forms_together(read: Mapping[str, Days], order: Sequence[str]) -> list[list[str]]:
    """Return the fewest forms in which all texts are days: each with the others that fit as well, and give other days.

    order -- of all forms, the most likely first

    Nothing where a text is two different days in forms that are needed, or where too many are.
    """
    left, chosen = dict(read), []
    while left:
        best = max(order, key=lambda form: sum(form in days for days in left.values()))
        chosen.append((best, [text for text, days in left.items() if best in days]))
        left = {text: days for text, days in left.items() if best not in days}
    forms = [form for form, _ in chosen]
    if len(forms) > _MOST or any(len({days[form] for form in forms if form in days}) > 1 for days in read.values()):
        return []
    return [[form, *_others(form, [read[text] for text in own], order)] for form, own in chosen]


def _others(chosen: str, read: Sequence[Days], order: Sequence[str]) -> list[str]:
    """Return the forms that fit the same texts, and in which some of them are other days."""
    fit = (form for form in order if form != chosen and all(form in days for days in read))
    return [form for form in fit if any(days[form] != days[chosen] for days in read)]
