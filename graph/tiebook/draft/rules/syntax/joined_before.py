"""Whom the noun phrase that ends right before a verb means, with those joined before it: "Poland, Hungary and Slovakia"."""

from __future__ import annotations

from dataclasses import replace

from tiebook.draft.rules.syntax.joined import group_from
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.syntax.nouns import ends_opening, of_chain, with_more_persons
from tiebook.draft.rules.syntax.phrases import Phrases
from tiebook.draft.rules.words import vocabulary as words


def ending_at(phrases: Phrases, place: int) -> list[Named]:
    """Return whom the noun phrase that ends at a chunk means, with those joined to it: "Poland, Hungary and Slovakia"."""
    first = place
    while (longer := _chained(phrases, first)) is not None:
        first = longer
    found = of_chain(phrases.sentence, phrases.chunks, first, acting=True)
    if found and found[0].reference and found[0].owned and phrases.word(first + 1) == "of" and first + 2 == place:
        found = phrases.named(place) if _free(phrases, place) else found  # "Peru and its province of Chile"
    if found and found[0].owned and first < place and phrases.word(first + 1) == "by":
        found = [replace(each, owned=found[0].owned) for each in group_from(phrases, first + 2)[0]]
    several = phrases.word(first + 1) in ("of", "in", "from") and not phrases.named(
        first
    )  # "the leaders of Peru and Chile"
    if found and first < place and several and not found[0].owned:
        found = [_ruling(phrases, first, each) for each in group_from(phrases, first + 2)[0]] or found
    if not found and first < place and phrases.sort(first - 1) == "":
        found = phrases.named(place) if _fronted(phrases, first + 1) else []
    if (
        phrases.sort(first - 1) == "prep"
        and first == place
        and phrases.word(first - 1) not in words.SUBORDINATORS | {"with"}
    ):
        inside = phrases.named(place)
        found = (
            inside if len(phrases.sentence.tokens[phrases.chunks[place].start : phrases.chunks[place].end]) > 1 else []
        )
    persons = with_more_persons(phrases.sentence, phrases.chunks[first : place + 1], found)
    others = first == place and phrases.sort(place - 1) == "join"
    others = others and (phrases.head(first) in words.DESCRIBED or _is_capital(phrases, first))
    return with_those_before(phrases, first, persons) if found or others else []


def _ends_opening(phrases: Phrases, comma: int, verb: int) -> bool:
    """Return whether a comma ends what a sentence opens with, and is not in a list behind it: "On Monday Peru, Chile and Mali"."""
    begun = phrases.sort(1) == phrases.sort(2) == "noun"  # "On Monday the ministers of Peru, Chile and Mali"
    tokens = phrases.tokens(1)
    dated = (
        len(tokens) > 1 and tokens[0].kind == "word" and (tokens[0].lower in words.DAYS or tokens[0].lower.isdigit())
    )
    dated = dated and tokens[-1].name is not None and not tokens[-1].name.adjective
    return not begun and not dated and ends_opening(phrases.chunks, comma, verb)


def _is_capital(phrases: Phrases, place: int) -> bool:
    """Return whether a noun phrase is one word with a capital letter, a name that nobody knows: "Rojas and Lula left"."""
    tokens = phrases.tokens(place)
    return len(tokens) == 1 and tokens[0].text[:1].isupper()


def _chained(phrases: Phrases, place: int) -> int | None:
    """Return the noun phrase that one at a place only explains: "the ties" of "the ties between Iran and Syria"."""
    first = place
    while (step := _joined_before(phrases, first)) is not None:
        named = phrases.named(first) and not phrases.named(step)
        if named and any(phrases.chunks[each].finite for each in range(step)):
            return None  # "Peru left to end its troubles and Chile urged Oman"
        first = step
    before = phrases.sort(first - 1)
    joins = phrases.word(first - 1) in words.SUBORDINATORS
    if before == "prep" and phrases.sort(first - 2) == "noun" and not joins and not _fronted(phrases, first - 1):
        return first - 2
    if before == "verb" and phrases.chunks[first - 1].infinitive and phrases.sort(first - 2) == "noun":
        return first - 2
    return None


def _joined_before(phrases: Phrases, place: int) -> int | None:
    """Return the noun phrase before "and" or, in a list that has one, before a comma."""
    before = place - 1
    if phrases.sort(before) == "join" and phrases.word(before) in ("and", "or"):
        if phrases.word(before - 1) == ",":
            before -= 1
            if not _ends_list(phrases, before):
                return None
        return before - 1 if phrases.sort(before - 1) == "noun" else None
    listed = (
        phrases.word(before) == ","
        and phrases.sort(before - 1) == "noun"
        and phrases.sort(place + 1) in ("mark", "join")
    )
    both = listed and phrases.named(before - 1) and phrases.named(place) and _goes_on_to_and(phrases, place + 1)
    return before - 1 if both and not _ends_opening(phrases, before, place + 3) else None


def _goes_on_to_and(phrases: Phrases, place: int) -> bool:
    """Return whether a list goes on to its "and": else what stands between commas explains what is before it."""
    while phrases.word(place) == "," and phrases.sort(place + 1) == "noun":
        place += 2
    return phrases.sort(place + (phrases.word(place) == ",")) == "join"


def _fronted(phrases: Phrases, prep: int) -> bool:
    return prep == 0 or phrases.sort(prep - 1) in ("mark", "sub")


def with_those_before(phrases: Phrases, place: int, found: list[Named]) -> list[Named]:
    """Return those whom a noun phrase means with those who stand joined before it."""
    joined, listed = place, False
    found = list(found)
    while True:
        step = _step_before(phrases, joined, listed=listed)
        if step is None:
            return found
        joined, listed = step, True
        found = [*phrases.named(joined), *found]


def _step_before(phrases: Phrases, place: int, *, listed: bool) -> int | None:
    """Return the noun phrase that stands joined before another one: "Hungary" before "and Slovakia"."""
    before = place - 1
    if phrases.word(before) == "as" and phrases.head(before - 1) == "well" and phrases.word(before - 2) == "as":
        return before - 3 if phrases.sort(before - 3) == "noun" and _free(phrases, before - 3) else None
    but = before - (phrases.head(before) == "also")
    also = but < before or any(token.lower == "also" for token in phrases.tokens(place))
    only = any(token.lower == "only" for token in phrases.tokens(but - 1))
    if also and only and phrases.word(but) == "but":  # "not only Chile but also Peru"
        return but - 1
    aside = _past_aside(phrases, before)
    if aside is not None:
        return aside
    both = phrases.sort(before) == "join" and phrases.word(before) in ("and", "or", "nor")
    if both and phrases.word(before - 1) == ",":
        before -= 1
        if not _ends_list(phrases, before):
            return None
    comma = not both and listed and phrases.word(before) == ","
    if not both and (not comma or _ends_opening(phrases, before, place + 3)):
        return None
    other = phrases.named(before - 1)
    plain = bool(other) and all(not each.owned for each in other) and phrases.head(before - 1) not in words.ADVERBS
    return before - 1 if plain and phrases.sort(before - 2) != "verb" else None


def _ends_list(phrases: Phrases, comma: int) -> bool:
    """Return whether ", and" ends a list: "Chile, Peru, and Brazil"; else it begins a clause."""
    return phrases.word(comma - 2) == "," and bool(phrases.named(comma - 3))


def _past_aside(phrases: Phrases, before: int) -> int | None:
    """Return the noun phrase before what stands between two commas: "Chile and, lately, Peru", "Chile, who lost, and Peru"."""
    joins = phrases.sort(before) == "join" and phrases.word(before) == "and"
    closing = before - joins
    if joins and phrases.word(closing) == ")":
        opening = next((each for each in range(closing, 0, -1) if phrases.word(each) == "("), 0)
        opens = phrases.sort(opening - 2) in ("", "mark", "sub")
        return opening - 1 if opens and opening and _free(phrases, opening - 1) else None
    if phrases.word(closing) != ",":
        return None
    for opening in range(closing - 1, 0, -1):
        if phrases.word(opening) in (";", ":"):
            return None
        if phrases.word(opening) != ",":
            continue
        inside = range(opening + 1, closing)
        if not joins:
            plain = all(phrases.sort(each) in ("noun", "prep") and not phrases.named(each) for each in inside)
            both = phrases.word(opening - 1) == "and" and phrases.sort(opening - 2) == "noun"
            both = both and phrases.sort(opening - 3) in ("", "mark", "sub", "rel", "join")
            return opening - 2 if plain and both and _free(phrases, opening - 2) else None
        clause = phrases.sort(opening + 1) in ("rel", "sub") and any(phrases.sort(each) == "verb" for each in inside)
        described = phrases.sentence.lower(phrases.chunks[opening + 1].start) in ("a", "an", "the", "or")
        return 0 if opening == 1 and _free(phrases, 0) and (clause or described) else None
    return None


def _free(phrases: Phrases, place: int) -> bool:
    """Return whether a noun phrase only names somebody."""
    found = phrases.named(place)
    return bool(found) and all(not each.owned for each in found)


def _ruling(phrases: Phrases, place: int, one: Named) -> Named:
    """Return one of those whose leaders a noun phrase means; "in" before it, the seat of a government is not merely a place."""
    name = one.name if phrases.word(place + 1) == "of" or one.name is None else replace(one.name, seat=False)
    return replace(one, owned="", name=name)
