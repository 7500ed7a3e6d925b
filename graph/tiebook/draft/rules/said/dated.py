"""Whether a date beside a verb dates what is said with it, or only the saying: "accused Chile in 2020 of arming Mali"."""

from __future__ import annotations

from typing import Final

from tiebook.draft.rules.frames.found import Found
from tiebook.draft.rules.syntax.clauses import Clauses

# behind which a deed has a time of its own: "was fined for arming Mali", and not "responded by arming Mali"
_ITS_OWN_TIME: Final = frozenset("of for with about over against from despite without after before since to".split())
_AT_ONCE: Final = frozenset(  # ... but the beginning, the end and the success of a deed are its own
    "begin start continue resume keep go persist succeed insist stop cease refrain desist return move resort".split()
)


def is_told(clauses: Clauses, found: Found, spoken: int | None) -> bool:
    """Return whether what a frame found is only told of by the verb whose date stands before it.

    spoken -- the chunk of the verb by which somebody says it
    """
    place = found.clause
    if place is None or clauses.sort(place) != "verb":
        return False
    if found.noun:
        return place == spoken  # "denied in 2020 any role in"
    said = spoken is not None and clauses.sort(spoken) == "verb" and spoken < place
    if said and spoken is not None and _told_by(clauses, place, spoken):
        return True
    return _behind_preposition(clauses, place)


def _told_by(clauses: Clauses, place: int, spoken: int) -> bool:
    """Return whether nothing but its subject stands between a verb of saying and what is said without "that"."""
    chunk, between = clauses.chunks[place], range(spoken + 1, place)
    if chunk.finite:  # "said Peru armed Mali", and not "In May, Peru said, Chile armed Mali"
        return all(clauses.sort(each) in ("noun", "prep", "join") for each in between)
    perfect = chunk.infinitive and clauses.is_perfect(place)
    return (perfect or chunk.form == "ing") and not any(clauses.chunks[each].finite for each in between)


def _behind_preposition(clauses: Clauses, place: int) -> bool:
    """Return whether a gerund stands behind a preposition, or is joined to one that does: "for arming Mali and bombing Oman"."""
    while clauses.chunks[place].form == "ing" and not clauses.chunks[place].finite:
        if clauses.word(place - 1) in _ITS_OWN_TIME:
            main = clauses.governor(place - 1)
            return main is not None and clauses.chunks[main].verb not in _AT_ONCE
        if clauses.word(place - 1) not in ("and", "or", ","):
            return False
        earlier = clauses.governor(place - 1)
        if earlier is None:
            return False
        place = earlier
    return False
