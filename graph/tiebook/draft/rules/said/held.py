"""What somebody holds without a clause of its own: "denied arming Peru", "is believed by Chile to arm", "blamed Peru for"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tiebook.draft.rules.speech import Voice
from tiebook.draft.rules.syntax.chunks import Named
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.unnamed import is_placed, people_before
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

_OF_SOMEBODY: Final = frozenset(
    "believe consider expect think judge assess deem reckon suspect understand presume".split()
)
_ALLEGES: Final = frozenset("allege deny suspect claim predict foresee".split())  # an act, by a noun
_THINGS: Final = words.CONTENT | words.PLANS | words.DOCUMENTS  # what is denied and is no act
_ACTS: Final = frozenset(
    "attack strike invasion incursion support aid assistance involvement role interference aggression presence occupation sale"
    " transfer shipment delivery help backing cooperation collusion link tie plot plan effort intention violation war contact"
    " arming funding raid intervention sabotage espionage deployment pressure responsibility complicity ambition".split()
)


def held(clauses: Clauses) -> Iterator[Voice]:
    """Yield the voices of verbs of saying and believing whose content is a noun or an infinitive."""
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort != "verb":
            continue
        if chunk.passive:
            yield from _by_others(clauses, place)
        elif any(holds(clauses, place) for holds in (_alleged, _somebody_to, _blamed)):
            yield from _of(clauses, place, place + 1)


def _of(clauses: Clauses, place: int, first: int) -> Iterator[Voice]:
    people = people_before(clauses, place)
    own = [replace(each, owned="") for each in clauses.subject(place) if _speaks(each)]
    if is_placed(clauses, people, place):
        own = []
    if own or people:
        yield Voice(tuple(own), first, _until(clauses, first), place, () if own else people)


def _speaks(one: Named) -> bool:
    return not one.owned or is_noun_of(one.owned, words.REPORTERS | words.DOCUMENTS)


def _alleged(clauses: Clauses, place: int) -> bool:
    """Return whether an act is the object of a verb: "denied any role in", "alleges Chadian support for", "denied arming"."""
    after = clauses.at(place + 1)
    if after is None or clauses.chunks[place].verb not in _ALLEGES:
        return False
    if after.sort == "verb":
        return after.form == "ing" and not after.finite
    head = clauses.head(place + 1)
    return after.sort == "noun" and is_noun_of(head, _ACTS) and not is_noun_of(head, _THINGS - _ACTS)


def _somebody_to(clauses: Clauses, place: int) -> bool:
    """Return whether somebody is believed to do or be something: "expects Peru to attack", "considers it to be Chile's"."""
    if clauses.chunks[place].verb not in _OF_SOMEBODY or clauses.chunks[place].infinitive:
        return False
    for each in range(place + 1, len(clauses.chunks)):
        chunk = clauses.chunks[each]
        if chunk.sort == "verb":
            return chunk.infinitive and each > place + 1
        if chunk.sort not in ("noun", "prep", "join"):
            return False
    return False


def _blamed(clauses: Clauses, place: int) -> bool:
    """Return whether somebody is blamed for what is said: "blamed Peru for attacking Chile"."""
    if clauses.chunks[place].verb != "blame" or clauses.sort(place + 1) != "noun":
        return False
    near = range(place + 2, min(place + 6, len(clauses.chunks)))
    return any(clauses.word(each) == "for" and clauses.sort(each + 1) in ("verb", "noun") for each in near)


def _by_others(clauses: Clauses, place: int) -> Iterator[Voice]:
    """Yield the voice of "is believed by Peru to arm Chile", "is seen by Peru as arming Chile", "was blamed for arming"."""
    chunk = clauses.chunks[place]
    if chunk.modal or chunk.verb not in words.REPORTS | words.DESCRIBED | {"blame"}:
        return
    if clauses.word(place + 1) != "by":
        if chunk.verb == "blame" and clauses.word(place + 1) == "for":
            yield Voice((), place + 2, _until(clauses, place + 2), place)
        return
    found, last = clauses.group_from(place + 2)
    after = clauses.at(last + 1)
    goes_on = after is not None and (after.infinitive or after.word in ("as", "for", "of"))
    own = [replace(each, owned="") for each in found if _speaks(each)]
    if goes_on and own:
        yield Voice(tuple(own), last + 1, _until(clauses, last + 1), place)


def _until(clauses: Clauses, first: int) -> int:
    """Return where what is held ends: with the sentence, or where a new clause begins."""
    for each in range(first, len(clauses.chunks)):
        if clauses.word(each) == ";" or (clauses.word(each) == "but" and clauses.sort(each + 1) == "noun"):
            return each
        if clauses.word(each) == "," and clauses.word(each + 1) in ("while", "whereas", "and", "but", "which"):
            return each
    return len(clauses.chunks)
