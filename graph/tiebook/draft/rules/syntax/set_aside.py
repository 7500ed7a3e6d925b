"""What stands in a sentence and is not part of its clauses: "(in 2017)", "on the one hand", a name again in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tiebook.draft.rules.syntax.tokens import Token
from tiebook.draft.rules.words import vocabulary as words
from tiebook.model.dates import MONTHS

_TIMES: Final = frozenset(
    "in since from until as on now then born died see figure table spring summer autumn fall winter late early mid most".split()
).union(each.lower() for each in MONTHS)
_DASHES: Final = ("\u2013", "\u2014", "--")
_LONGEST: Final = 25  # tokens between two dashes
_THINGS: Final = ("including", "notably", "namely")  # before what somebody uses or does, between commas
_MATTERS: Final = ("on", "over", "for", "about", "regarding", "concerning")
_SHORT: Final = 6  # tokens of such brackets
_MOST: Final = 10  # tokens in brackets
ONE_HAND: Final = "on the one hand"
_ADVERBS: Final = frozenset(  # between commas: "accused Chile, too, of arming Mali"
    "too however though therefore meanwhile nevertheless nonetheless moreover furthermore likewise similarly accordingly"
    " consequently instead again incidentally conversely".split()
)
_ROUGH: Final = (
    ("more", "than"),
    ("less", "than"),
    ("fewer", "than"),
    ("no", "fewer", "than"),
    ("as", "many", "as"),
    ("at", "least"),
    ("up", "to"),
)
_NUMBERS: Final = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty a one half hundreds"
    " thousands dozens scores several".split()
)
_HAND: Final = (("on", "the", "one", "hand"), ("on", "the", "other", "hand"), ("on", "the", "other"))


def without_asides(tokens: Sequence[Token]) -> list[Token]:
    """Return tokens without brackets that only say when, and without what is included, where that names nobody.

    Dashes around what a participle, a preposition or a name begins are commas, around a list of names brackets. "On the one hand"
    is one mark, without the commas around it.
    """
    tokens = _without_estimates(_without_adverbs(_without_things(_with_commas(tokens))))
    kept: list[Token] = []
    place = 0
    while place < len(tokens):
        hand = _hand(tokens, place)
        closing = _closing(tokens, place)
        if hand:
            commas = bool(kept) and kept[-1].text == ","
            if commas:
                kept.pop()
            if tokens[place + 2].lower == "one":
                kept.append(Token(ONE_HAND, tokens[place].start, tokens[place + hand - 1].end, "mark"))
            place += hand
            if commas and place < len(tokens) and tokens[place].text == ",":
                place += 1
        elif closing is not None:
            place = closing + 1
        else:
            kept.append(tokens[place])
            place += 1
    return kept


def _with_commas(tokens: Sequence[Token]) -> list[Token]:
    """Return tokens with commas or brackets for dashes: "Chad \u2014 backed by Mali \u2014 attacked Peru"."""
    found = list(tokens)
    for place in range(len(tokens) - 1):
        if not _is_dash(found, place):
            continue
        first = tokens[place + 1]
        within = range(place + 2, min(place + _LONGEST, len(tokens)))
        closing = next((each for each in within if _is_dash(tokens, each)), None)
        participle = words.VERBS.get(first.lower, ("", ""))[1] in ("past", "participle", "ing")
        begins = participle or first.kind == "name" or first.lower in words.PREPOSITIONS | words.RELATIVES
        if closing is None or not begins:
            continue
        listed = first.kind == "name" and any(token.lower in ("and", ",") for token in tokens[place:closing])
        if listed and closing + 1 < len(tokens) and tokens[closing + 1].lower not in words.VERBS:
            continue  # "its foes \u2014 Chile and Peru \u2014 in a club"
        for each, mark in zip((place, closing), "()" if listed else ",,", strict=True):
            found[each] = Token(mark, tokens[each].start, tokens[each].end, "mark")
    return found


def _is_dash(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a dash sets something apart, and does not join two names, as in "the British\u2013French attack"."""
    before, dash, after = tokens[max(place - 1, 0)], tokens[place], tokens[min(place + 1, len(tokens) - 1)]
    joins = before.kind == after.kind == "name" and before.end == dash.start and dash.end == after.start
    return dash.text in _DASHES and not (joins and dash.text == "\u2013")


def _without_things(tokens: list[Token]) -> list[Token]:
    """Return tokens without ", including nuclear missiles," between a noun and what belongs to it."""
    kept: list[Token] = []
    place = 0
    while place < len(tokens):
        closing = None
        if tokens[place].text == "," and place + 1 < len(tokens) and tokens[place + 1].lower in _THINGS:
            within = range(place + 2, min(place + _MOST, len(tokens)))
            closing = next((each for each in within if tokens[each].text == ","), None)
        if (
            closing is not None
            and closing > place + 2
            and all(token.kind == "word" for token in tokens[place + 1 : closing])
        ):
            place = closing + 1
        else:
            kept.append(tokens[place])
            place += 1
    return kept


def _without_adverbs(tokens: Sequence[Token]) -> list[Token]:
    """Return tokens without ", too," and ", however," where a clause goes on behind them."""
    kept: list[Token] = []
    place = 0
    while place < len(tokens):
        aside = [token.lower for token in tokens[place : place + 3]]
        if kept and aside[:1] == aside[2:] == [","] and aside[1] in _ADVERBS and place + 3 < len(tokens):
            opens = kept[0].lower in words.PREPOSITIONS | words.SUBORDINATORS | {"once"} and all(
                each.text != "," for each in kept
            )
            kept += tokens[place : place + 1] if opens else []  # "In May, however, Chile left"
            place += 3
        else:
            kept.append(tokens[place])
            place += 1
    return kept


def _without_estimates(tokens: Sequence[Token]) -> list[Token]:
    """Return tokens without what only says that a number is a rough one: "more than 10,000 troops", "at least two boats"."""
    kept: list[Token] = []
    place = 0
    while place < len(tokens):
        place += 2 * _stands(tokens, place, ("if", "only", "because"))  # which is no condition
        rough = next((each for each in _ROUGH if _stands(tokens, place, each)), ())
        after = tokens[place + len(rough)].lower if rough and place + len(rough) < len(tokens) else ""
        place += len(rough) if after[:1].isdigit() or after in _NUMBERS else 0
        kept += tokens[place : place + 1]
        place += 1
    return kept


def _hand(tokens: Sequence[Token], place: int) -> int:
    """Return how many tokens "on the one hand" has at a place; 0 where something else stands there."""
    phrase = next((each for each in _HAND if _stands(tokens, place, each)), ())
    if phrase[-1:] == ("other",):
        first = any(_stands(tokens, each, _HAND[0]) for each in range(place))
        after = tokens[place + len(phrase)] if place + len(phrase) < len(tokens) else None
        if not first or (after is not None and after.kind == "name"):
            return 0
    return len(phrase)


def _stands(tokens: Sequence[Token], place: int, phrase: tuple[str, ...]) -> bool:
    """Return whether the words of a phrase stand at a place."""
    if tokens[place].lower != phrase[0]:
        return False
    return tuple(token.lower for token in tokens[place : place + len(phrase)]) == phrase


def _closing(tokens: Sequence[Token], place: int) -> int | None:
    """Return the bracket that closes one which opens at a place and only says when; None for others."""
    if tokens[place].text != "(" or place == 0:
        return None
    inside = range(place + 1, min(place + _MOST, len(tokens)))
    end = next((each for each in inside if tokens[each].text == ")"), None)
    if end is None or end == place + 1 or any(token.name is not None for token in tokens[place + 1 : end]):
        return None
    first = tokens[place + 1].lower
    dated = any(token.text[:1].isdigit() for token in tokens[place + 1 : end])
    matter = first in _MATTERS and end - place <= _SHORT  # "with Chile (on copper)"
    return end if first[:1].isdigit() or (first in _TIMES and dated) or matter else None


def without_short_names(tokens: list[Token]) -> tuple[Token, ...]:
    """Return tokens without the brackets that only repeat the name before them: "the Andean Defence Council (ADC)"."""
    kept: list[Token] = []
    skipped = 0
    for place, token in enumerate(tokens):
        before = next((each for each in reversed(kept) if each.kind != "owner"), None)
        inside = tokens[place + 1 : place + 3]
        repeats = (
            token.text == "("
            and before is not None
            and before.name is not None
            and len(inside) > 1
            and inside[0].name is not None
            and inside[0].name.who == before.name.who
            and inside[1].text == ")"
        )
        skipped = 3 if repeats else skipped
        if skipped:
            skipped -= 1
        else:
            kept.append(token)
    return tuple(kept)
