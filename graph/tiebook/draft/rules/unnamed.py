"""People without a name who say something: "Western analysts", "some in Moscow", "officials in Beijing"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.nouns import head_place
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

_FAMILIAR: Final = ("familiar", "close", "briefed")
_OTHERS: Final = frozenset("critics critic opponents opponent supporters supporter detractors advisers aides".split())
_WHERE: Final = ("at", "from", "with", "of")  # "analysts at the Coastal Institute"


def people_before(clauses: Clauses, place: int) -> tuple[int, int] | tuple[()]:
    """Return the first and last token of "analysts", "some in Moscow" and the like where they are the subject."""
    for each in range((opening_of(clauses, place) or place) - 1, -1, -1):
        chunk = clauses.chunks[each]
        if chunk.sort not in ("noun", "prep"):
            return ()
        found = people_at(clauses, each)
        if found:
            return found
    return ()


def people_at(clauses: Clauses, place: int) -> tuple[int, int] | tuple[()]:
    """Return the first and last token of people without a name: "Western analysts", "officials in Beijing"."""
    head = clauses.head(place)
    if head in _FAMILIAR:  # "diplomats familiar with the talks"
        chunk = clauses.chunks[place]
        first = head_place(clauses.sentence, replace(chunk, end=chunk.end - 1)) if chunk.end - chunk.start > 1 else -1
        return (chunk.start, first) if first >= 0 and is_noun_of(clauses.sentence.lower(first), words.REPORTERS) else ()
    some = head in words.SOME and clauses.word(place + 1) in ("in", "within")
    if not some and head not in words.REPORTERS:
        return ()
    chunk = clauses.chunks[place]
    last = head_place(clauses.sentence, chunk)
    first = last
    while first > chunk.start and (some or clauses.sentence.lower(first - 1) not in words.DETERMINERS):
        first -= 1
    while clauses.sentence.tokens[first].kind == "mark":
        first += 1
    whose = clauses.word(place + 1) in _WHERE and any(each.name is not None for each in clauses.named(place + 2))
    if whose or (clauses.word(place + 1) in ("in", "within") and clauses.named(place + 2)):
        last = head_place(clauses.sentence, clauses.chunks[place + 2])
    return first, last


def opening_of(clauses: Clauses, place: int) -> int:
    """Return the comma that opens the relative clause that ends right before a verb; 0 where there is none."""
    opening = place - 2 if clauses.word(place - 1) == "," else 0
    while opening > 0 and not (clauses.word(opening) == "," and clauses.sort(opening + 1) == "rel"):
        opening -= 1
    return opening


def is_placed(clauses: Clauses, people: tuple[int, int] | tuple[()]) -> bool:
    """Return whether people without a name are known by a place or name: "officials in Beijing", "critics of Chile"."""
    said = [clauses.sentence.lower(each) for each in range(*people)] if people else []
    return any(each in ("in", "within") for each in said) or ("of" in said and bool(_OTHERS & set(said)))
