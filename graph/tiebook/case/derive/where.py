"""Finds the paragraph and the place of a claim's quote, and says what would be right where it is not there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from tiebook.case.derive.look_alikes import look_alikes
from tiebook.case.derive.places import Place, Places, place_key
from tiebook.case.folding import fold
from tiebook.case.text import QuoteState, Text

_NEAR: Final = 70  # similarity, of 100


@dataclass(frozen=True, slots=True)
class Where:
    """The paragraph and place of a quote, None where not known; how it was found; or the key and the words of a fault."""

    paragraph: int | None
    at: tuple[int, int] | None
    state: QuoteState | None = None
    fault: tuple[str, str] | None = None


def where_is(values: Mapping[str, Any], text: Text | None, noted: Places) -> Where:
    """Find the quote of a claim's entry.

    In this order count: the entry's own `paragraph` and `at`, what was noted with the text available, the text itself.
    """
    given, at = values.get("paragraph"), values.get("at")
    places = [place for place in noted.get(place_key(values), ()) if given in (None, place.paragraph)]
    known = Place(given, at[0], at[1]) if at and given else places[0] if len(places) == 1 else None
    if text is None:
        return _without_text(given, known)
    if given is not None:
        return _in(text, values, given, known)
    if known is not None:
        found = _in(text, values, known.paragraph, known)
        if found.state in ("ok", "moved"):
            return found
    return _anywhere(text, values)


def _without_text(given: int | None, known: Place | None) -> Where:
    if known is not None:
        return Where(known.paragraph, (known.start, known.end))
    if given is not None:
        return Where(given, None)
    hint = "pass --text FILE (tiebook check CASE --text FILE --update stores it)"
    return Where(None, None, fault=("quote", f"its paragraph is not known without the text: {hint}"))


def _in(text: Text, values: Mapping[str, Any], number: int, known: Place | None) -> Where:
    quote, selector = values["quote"], _selector(values)
    at = (known.start, known.end) if known else None
    state, place = text.place(quote, number, at=at, **selector)
    if state == "lost":
        return Where(number, at, state, _lost(text, values, number))
    if state == "ambiguous":
        what = f"the quote occurs more than once in paragraph {number}: add prefix or suffix"
        return Where(number, at, state, ("quote", what))
    return Where(number, at or place, state)


def _anywhere(text: Text, values: Mapping[str, Any]) -> Where:
    spots = text.find(values["quote"], **_selector(values))
    numbers = sorted({place.paragraph for place in map(Place._make, spots)})
    if not spots:
        return Where(None, None, "lost", _lost(text, values, None))
    if len(numbers) > 1:
        several = ", ".join(map(str, numbers[:-1]))
        what = (
            f"the quote occurs in paragraphs {several} and {numbers[-1]}: add paragraph = {numbers[0]}, or quote more"
        )
        return Where(None, None, "ambiguous", ("quote", what))
    return _in(text, values, numbers[0], None)


def _selector(values: Mapping[str, Any]) -> dict[str, str]:
    return {key: values.get(key, "") for key in ("prefix", "suffix")}


def _lost(text: Text, values: Mapping[str, Any], number: int | None) -> tuple[str, str]:
    """Return the key and the words of a fault: where the quote is instead, or what the text says instead."""
    quote = values["quote"]
    elsewhere = text.find(quote, **_selector(values)) if number is not None else []
    if elsewhere:
        return "paragraph", f"the quote is in paragraph {elsewhere[0][0]}, not {number}: {quote!r}"
    where = f"not in paragraph {number}" if number is not None else "in no paragraph"
    own = text.paragraph(number) if number is not None else None
    alike = look_alikes(quote, {each.number: each.text for each in ([own] if own else text.paragraphs)})
    if alike:
        return "quote", f"the quote is {where}: {quote!r}; it has {alike[2]}, in paragraph {alike[0]}"
    near = nearest_words(text, quote, number)
    return "quote", f"the quote is {where}: {quote!r}" + (f"; paragraph {near[0]} has {near[1]!r}" if near else "")


def nearest_words(text: Text, quote: str, number: int | None = None) -> tuple[int, str] | None:
    """Return the paragraph and the whole words that are most like a quote, None where nothing is near."""
    from rapidfuzz import fuzz  # noqa: PLC0415 -- only when a quote is wrong

    wanted, best = fold(quote), (0.0, 0, "")
    own = text.paragraph(number) if number is not None else None
    for paragraph in [own] if own else text.paragraphs:
        whole = fold(paragraph.text)
        found = fuzz.partial_ratio_alignment(wanted, whole, score_cutoff=_NEAR)
        if found is not None and found.score > best[0]:
            start = whole.rfind(" ", 0, found.dest_start + 1) + 1
            end = whole.find(" ", max(found.dest_end - 1, 0))
            words = whole[start : end if end >= 0 else len(whole)].rstrip(".,;:!?")
            best = (found.score, paragraph.number, words)
    return (best[1], best[2]) if best[2] else None
