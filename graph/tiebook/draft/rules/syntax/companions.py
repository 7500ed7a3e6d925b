"""Who acts along with a subject, and whose the items of a list are: "Peru, joined by Chile, left", "two aims: to arm Peru"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tiebook.draft.rules.syntax.chunks import Chunk
from tiebook.draft.rules.syntax.joined import group_from
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.syntax.phrases import Phrases
from tiebook.draft.rules.words import vocabulary as words

_JOINS: Final = ("join", "accompany", "flank")
_WITH: Final = ("along", "together")
_STEP: Final = (
    "tandem",
    "concert",
    "step",
    "lockstep",
    "coordination",
    "cooperation",
    "conjunction",
    "partnership",
    "collaboration",
)
_LIKE: Final = ("like", "alongside", "besides")
_LISTED: Final = (":", ";", ",")


def companions(phrases: Phrases, verb: int, first: int) -> list[Named]:
    """Return those who do what a verb says along with its subject.

    first -- the chunk in which the subject begins
    """
    found = _as_do(phrases, verb)
    if phrases.word(verb - 1) == ",":
        opening = next((each for each in range(verb - 2, 0, -1) if _opens_aside(phrases, each, verb - 1)), None)
        found += _beside(phrases, opening + 1, verb - 1) if opening is not None else []
    begins = first - 2
    while begins >= 0 and phrases.word(begins) not in (";", ":", ".") and phrases.word(first - 1) == ",":
        opens = phrases.sort(begins - 1) in (
            "",
            "mark",
            "sub",
            "rel",
            "join",
        )  # not "worked together with Chile, Peru said"
        those = (_beside(phrases, begins, first - 1) or _likewise(phrases, begins, first - 1)) if opens else []
        if those:
            return [*those, *found]
        begins -= 1
    return found


def _as_do(phrases: Phrases, verb: int) -> list[Named]:
    """Return those who do the same behind a clause: "Peru supports Mali, as do Chile and Oman"."""
    for place in range(verb + 1, len(phrases.chunks)):
        chunk = phrases.chunks[place]
        does = chunk.finite and phrases.word(place - 1) == "as" and chunk.verb in ("do", "have", "be")
        if does and phrases.word(place - 2) == ",":
            found, _ = group_from(phrases, place + 1)
            return [each for each in found if each.name is not None and not each.owned]
        if chunk.finite or chunk.sort in ("rel", "sub") or chunk.word in (";", ":"):
            return []
    return []


def _opens_aside(phrases: Phrases, comma: int, end: int) -> bool:
    return phrases.word(comma) == "," and bool(_beside(phrases, comma + 1, end))


def _beside(phrases: Phrases, place: int, end: int) -> list[Named]:
    """Return those whom what stands from a place to before an end names: "joined by Chile", "along with Chile and Mali"."""
    verb = phrases.at(place)
    joined = verb is not None and verb.sort == "verb" and verb.verb in _JOINS and phrases.word(place + 1) == "by"
    along = (phrases.word(place) in _WITH or phrases.head(place) in _WITH) and phrases.word(place + 1) == "with"
    step = phrases.word(place) == "in" and phrases.head(place + 1) in _STEP and phrases.word(place + 2) == "with"
    well = phrases.head(place) == "well" or (phrases.word(place) == "as" and phrases.head(place + 1) == "well")
    if well:
        return _free(phrases, place + 2 + (phrases.word(place) == "as"), end)
    after = place + (2 if joined or along else 3 if step else phrases.word(place) == "alongside")
    return _free(phrases, after, end) if after > place else []


def _likewise(phrases: Phrases, place: int, end: int) -> list[Named]:
    """Return those who are said to do the same before the subject: "Like Chile, Peru left", "As did Chile, Peru left"."""
    opens = place == 0 or phrases.sort(place - 1) in ("mark", "join", "sub")
    verb = phrases.at(place + 1)
    if not opens:
        return []
    if phrases.word(place) == "as" and verb is not None and verb.verb in ("do", "have", "be") and verb.sort == "verb":
        return _free(phrases, place + 2, end)
    if phrases.word(place) == "as" and phrases.word(place + 1) == "with":
        return _free(phrases, place + 2, end)
    return _free(phrases, place + 1, end) if phrases.word(place) in _LIKE else []


def _free(phrases: Phrases, place: int, end: int) -> list[Named]:
    found, last = group_from(phrases, place)
    named = all(each.name is not None and each.name.label == "Actor" and not each.owned for each in found)
    if phrases.sort(last + 1) == "join" and phrases.sort(last + 2) == "noun" and not phrases.named(last + 2):
        last += 2  # "joined by Chile and a few others"
    return found if named and last == end - 1 else []


def steps_before(phrases: Phrases, verb: int) -> list[Named]:
    """Return whose the policies are that a relative clause is about: "Peru's policies, which include arming Chile"."""
    before = verb - 2 - (phrases.word(verb - 2) == ",")
    relative = phrases.sort(verb - 1) == "rel" and phrases.chunks[verb].verb in ("include", "involve", "comprise")
    steps = words.is_noun_of(phrases.head(before), words.STEPS | words.SOUGHT_NOUNS)
    return phrases.named(before) if relative and steps else []


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands before the colon of a list: its last finite verb, and the noun phrase that says what the items are."""

    verb: int
    noun: int


def heading_of(phrases: Phrases, place: int) -> Heading | None:
    """Return what stands before the colon of the list in which a verb without a subject is an item; None for no item."""
    verb = phrases.chunks[place]
    before = place - 1
    before -= phrases.sort(before) == "prep" and verb.form == "ing"
    before -= phrases.sort(before) == "join"
    if phrases.word(before) not in _LISTED and phrases.sort(place - 1) != "join":
        return None
    colon = next((each for each in range(place - 1, 0, -1) if phrases.word(each) == ":"), None)
    if colon is None:
        return None
    first = colon + 1
    first += phrases.sort(first) == "prep" and verb.form == "ing"
    if not _alike(phrases.at(first), verb):
        return None
    main = next((each for each in range(colon - 1, -1, -1) if phrases.chunks[each].finite), None)
    return None if main is None else Heading(main, colon - 1)


def _alike(first: Chunk | None, verb: Chunk) -> bool:
    """Return whether two verbs stand in one list: both in -ing, both with "to", or both alike without a subject."""
    if first is None or first.sort != "verb":
        return False
    return first.infinitive == verb.infinitive and first.form == verb.form and first.finite == verb.finite
