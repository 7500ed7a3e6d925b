"""Fills a question's parameters from the names, numbers and times of a text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from tiebook.ask.words.index import Entry
from tiebook.ask.words.names.tokens import stem
from tiebook.ask.words.query import Piece, Query, is_adjective

PERSON: Final = "person"  # no state and no group: "Iran's role" is not an office
PARTNER: Final = ("partner", "entity")
LABELS: Final = {
    "actor": ("Actor",),
    PERSON: ("Actor",),
    "instrument": ("Instrument",),
    "event": ("Event",),
    "place": ("Place",),
    "factor": ("Factor",),
    "issue": ("Issue",),
    "entity": ("Actor", "Instrument", "Event", "Place", "Factor", "Issue"),
    "source": ("Source",),
    "partner": ("Actor", "Place"),  # with whom somebody trades
}


def value_of(piece: Piece, kind: str) -> str | None:
    """Return what a piece of the text is as a parameter of a type; None if it is nothing of that type."""
    if piece.mention is not None:
        if kind == PERSON and not piece.mention.person:
            return None
        wanted = LABELS.get(kind, ())
        return next((entity for label, entity in piece.mention.readings if label in wanted), None)
    if kind == "integer" and piece.number is not None:
        return str(piece.number)
    if kind == "tie" and piece.text[0] == "%":
        return piece.text[1:]
    return None


_SEEN: Final = frozenset({("according", "to"), (stem("eyes"), "of")})
_CITING: Final = frozenset({"in", "per", "according"})
_TEXTS: Final = frozenset(map(stem, "text article paper primer source case data dataset datasets".split()))
_LEADING: Final = frozenset("to from by on against for in".split())
_BOTH_SIDES: Final = {stem("before"), stem("after")}
_EYES: Final = f"{stem('eyes')} of {{"
_MODES: Final = {stem("condition"): "conditional", stem("hypothetical"): "hypothetical", stem("expected"): "expected"}


def filled(
    query: Query, entry: Entry, types: dict[str, str], bound: dict[str, Piece], misplaced: Sequence[Piece] = ()
) -> tuple[dict[str, str], list[str]]:
    """Return the values of parameters: what the pattern says, then what else fits; and the names that find no place.

    misplaced -- names that have no place, whatever is still free
    """
    params: dict[str, str] = {}
    if "as_seen_by" in entry.takes:
        # where a pattern has "in the eyes of {actor}", who sees is a side
        seen = _seen_by(query, eyes=not any(_EYES in pattern for pattern in entry.patterns))
        bound = {name: piece for name, piece in bound.items() if piece is not seen}
        if seen is not None:
            params["as_seen_by"] = str(value_of(seen, "actor"))
            types = types | {"as_seen_by": "actor"}
            bound["as_seen_by"] = seen
    for name, piece in bound.items():
        value = value_of(piece, types[name])
        if value is not None:
            params[name] = value
    modes = {_MODES[piece.text] for piece in query.pieces if piece.text in _MODES}
    if "mode" in types.values() and len(modes) == 1:
        params["mode"] = modes.pop()
    left = _rest(query, entry, types, bound, params, misplaced)
    _numbers(query, entry, params)
    if "claim" in types.values():
        params |= {name: query.claims[0] for name, kind in types.items() if kind == "claim" and query.claims}
    else:
        left += query.claims
    if query.naming is not None:
        named = next((name for name, kind in types.items() if name == "word" and kind == "text"), None)
        if named is None:
            left.append(query.naming)
        else:
            params[named] = query.naming
    _own(query, entry, params)
    return params, left


def _rest(
    query: Query,
    entry: Entry,
    types: dict[str, str],
    bound: dict[str, Piece],
    params: dict[str, str],
    misplaced: Sequence[Piece],
) -> list[str]:
    """Fill what is still free with the names that no pattern placed, in their order; return those without a place."""
    left = [piece.word for piece in misplaced]
    for place, piece in enumerate(query.pieces):
        if any(piece is each for each in (*bound.values(), *misplaced)) or _is_own(piece, entry):
            continue
        values = {
            name: value for name, kind in types.items() if (value := value_of(piece, _kind(name, kind))) is not None
        }
        if any(params.get(name) == value for name, value in values.items()):
            continue
        free = _side([name for name in values if name not in params], _before(query, place), entry)
        if free == "regarding" and piece.mention is not None and is_adjective(piece.word, piece.mention):
            free = None  # Russian limits are not limits regarding Russia
        if free is not None and piece.number is None:
            params[free] = values[free]
        elif "source" in entry.takes and "source" not in params and _is_cited(query, place):
            params["source"] = str(value_of(piece, "source"))
        elif piece.mention is not None or piece.text[0] == "%":
            left.append(piece.word)
    return left


def _before(query: Query, place: int) -> str:
    """Return the text of the piece before that in a place, "" before the first."""
    return query.pieces[place - 1].text if place else ""


def _side(names: Sequence[str], word: str, entry: Entry) -> str | None:
    """Return the parameter that a name after a word is: the only one that stands after it in a phrase, or the first."""
    after = [name for name in names if any(f" {word} {{{name}}}" in pattern for pattern in entry.patterns)]
    return next(iter(after if word in _LEADING and len(after) == 1 else names), None)


def _is_cited(query: Query, place: int) -> bool:
    """Return whether a text says of a source that it is one: in crink-security, according to ATOP, the SIPRI data."""
    before = _before(query, place)
    beside = {each.text for each in query.pieces[max(0, place - 1) : place + 2]}
    second = query.pieces[place - 2].text if place > 1 else ""
    cited = before in _CITING or (second, before) in _SEEN or not beside.isdisjoint(_TEXTS)
    return cited and value_of(query.pieces[place], "source") is not None


def _is_own(piece: Piece, entry: Entry) -> bool:
    """Return whether a name has only words of the question, as "UN General Assembly voting" has of that of votes."""
    if piece.mention is None or piece.stem:
        return bool(piece.stem) and piece.stem in entry.words
    words = [stem(word) for word in piece.word.lower().split()]
    return piece.mention.readings[0][0] != "Actor" and all(word in entry.words for word in words)


def _kind(name: str, kind: str) -> str:
    """Return of which kind a parameter is by its name, where no phrase lets another stand there: a state is not an instrument."""
    return name if kind == "entity" and name in LABELS else kind


def _numbers(query: Query, entry: Entry, params: dict[str, str]) -> None:
    for name, kind, optional in entry.params:
        number = _number(query, name, needed=not optional) if kind == "integer" and name not in params else None
        if number is not None:
            params[name] = str(number)


def _seen_by(query: Query, *, eyes: bool = True) -> Piece | None:
    """Return the actor after "according to" or "in the eyes of", by whom the answer is to be seen."""
    for first, second, piece in zip(query.pieces, query.pieces[1:], query.pieces[2:], strict=False):
        if (first.text, second.text) in _SEEN and value_of(piece, "actor") is not None:
            return piece if eyes or first.text == "according" else None
    return None


def _own(query: Query, entry: Entry, params: dict[str, str]) -> None:
    """Let the only actor named stand for another that is needed, where the text says "its own"."""
    if "own" not in {piece.text for piece in query.pieces} or len(set(params.values())) != 1:
        return
    for name, kind, optional in entry.params:
        if not optional and kind == "actor":
            params.setdefault(name, next(iter(params.values())))


def _number(query: Query, name: str, *, needed: bool) -> int | None:
    """Return the number that stands before a parameter's name ("6 months"); any number where one is needed."""
    for piece, after in zip_longest(query.pieces, query.pieces[1:]):
        if piece.number is not None and (needed or (after is not None and after.text == stem(name))):
            number: int = piece.number
            return number
    return None


def with_times(query: Query, entry: Entry, params: dict[str, str]) -> list[str]:
    """Fill the days and years of a question, and `as_of`; return the times that find no place."""
    days = [name for name, kind, _ in entry.params if kind == "date"]
    years = [name for name, kind, _ in entry.params if kind == "year"]
    left = list(query.times)
    spans = [time for time in left if time.kind != "day"]
    whole = [time for time in left if time.kind == "day"]
    if len(days) > 1:
        if len(whole) > 1:
            params |= {days[0]: whole[0].first.isoformat(), days[1]: whole[1].first.isoformat()}
            left = [time for time in left if time not in whole[:2]]
        elif spans:
            if spans[0].bound != "until":  # from when on is for whoever asks to say
                params[days[0]] = spans[0].first.isoformat()
            two = [time.kind for time in spans] == ["year", "year"]  # "in 1990 compared with 2020"
            second = spans[1] if two else spans[0]
            params[days[1]] = second.last.isoformat()
            left = [time for time in left if time not in (spans[0], second)]
    elif days:
        sides = [time for time in spans if time.day is not None and _tells_sides(entry)]
        named = whole or sides
        if named:
            params[days[0]] = (named[0].day or named[0].first).isoformat()
            left.remove(named[0])
    if len(years) > 1 and left:
        if all(time.bound != "until" for time in left):
            params[years[0]] = str(min(time.first for time in left).year)
        params[years[1]] = str(max(time.last for time in left).year)
        left = []
    if "as_of" in entry.takes and len(left) == 1 and left[0].kind == "day":
        params["as_of"] = left.pop().first.isoformat()
    return [query.text[time.start : time.end] for time in left]


def _tells_sides(entry: Entry) -> bool:
    """Return whether a question is about what was before a day and what was after it."""
    return any(set(pattern.split(" ")) >= _BOTH_SIDES for pattern in entry.patterns)
