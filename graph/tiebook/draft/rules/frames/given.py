"""What a verb gives: of "sent drones and advisers" each is one thing, and makes one tie; and what several do to others."""

from __future__ import annotations

from typing import Final

from tiebook.draft.rules.frames.found import Found
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.lexicon import says
from tiebook.model.wording import Pattern

_SORTS: Final = ("arms", "troops", "aid", "goods")
_GIVEN: Final = ("SELLS_ARMS_TO", "PRESENT_IN", "AIDS", "ECONOMIC_TIE_TO")
_MOVES: Final = ("send", "dispatch", "deploy", "move", "order", "sail")
_SHIPS: Final = frozenset(
    "warship frigate destroyer carrier cruiser flotilla fleet squadron gunboat battleship armada bomber".split()
)
_LIFTS: Final = (
    "lift",
    "ease",
    "drop",
    "remove",
    "waive",
    "relax",
    "withdraw",
    "leave",
    "allow",
    "host",
    "send",
    "pay",
)


def by_weight(pattern: Pattern) -> tuple[int, int]:
    """Return the order of patterns: the heavier first, and of those of one weight what goods are rather than what else."""
    return (-pattern.weight, _GIVEN.index(pattern.tie) if pattern.tie in _GIVEN else -1)


def gives(tie: str) -> bool:
    """Return whether a type of tie is one of what is given."""
    return tie in _GIVEN


def goods_of(clauses: Clauses, found: Found) -> frozenset[int]:
    """Return the tokens of the goods that a verb is about; of "drones and advisers" each is one thing only."""
    step = next((each for each in found.pattern.steps if each[1:-1] in _SORTS), None)
    places = range(found.first, found.last + 1) if step else ()
    tokens = clauses.sentence.tokens
    return frozenset(
        each
        for each in places
        if step and (says(step, tokens[each : each + 1]) or says(step, tokens[max(each - 1, 0) : each + 1]))
    )


def is_deployed(clauses: Clauses, found: Found, place: int) -> bool:
    """Return whether arms are only moved to where they act for their owner: "sent a warship to Peru"."""
    ships = words.is_noun_of(clauses.head(place + 1), _SHIPS) and clauses.chunks[place].verb in _MOVES
    return ships and found.type == "SELLS_ARMS_TO" and found.pattern.subject == "A"


def with_others(clauses: Clauses, place: int) -> bool:
    """Return whether several agree on what they do to somebody else: "agreed to lift the ban and restore ties"."""
    verb = clauses.at(place + 1) if clauses.chunks[place].verb == "agree" else None
    if verb is None and clauses.word(place - 1) == "and":
        governor = clauses.governor(place - 1)
        verb = clauses.at(governor) if governor is not None and clauses.sort(governor - 1) == "verb" else None
    return verb is not None and verb.infinitive and verb.verb in _LIFTS


def only_where(clauses: Clauses, place: int) -> bool:
    """Return whether a verb's object is only in a state, and not of it: "supports operations in Peru"."""
    plain = clauses.sort(place + 1) == "noun" and not clauses.named(place + 1)
    return plain and clauses.word(place + 2) == "in" and not words.is_noun_of(clauses.head(place + 1), words.RULING)
