"""Whose office somebody has: "Peru's foreign minister, Ana Rojas", "the delegate of Peru"."""

from __future__ import annotations

import re
from typing import Final

from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.tokens import Name
from tiebook.draft.rules.words.vocabulary import OFFICES

_STATES: Final = ("State",)
_LINE: Final = re.compile(r"A, (?P<office>.+) (?:of|at|to|for|in) B")
_RANKS: Final = "deputy|vice|acting|interim|assistant|associate|honorary|special|permanent|chief|outgoing|incoming"


def office_said(line: str, quote: str) -> str | None:
    """Return the office of a line of the codebook, "A, president of B", where a quote has it: "vice president"."""
    office = _LINE.fullmatch(line)
    if office is None:
        return None
    said = re.search(rf"(?:\b(?:{_RANKS})[ -])*\b{re.escape(office['office'])}\b", quote, re.IGNORECASE)
    return None if said is None else said[0]


def persons_before(clauses: Clauses, place: int) -> list[Name]:
    """Return the persons named before a place, the last first."""
    names = [token.name for token in clauses.sentence.tokens[:place] if token.name is not None]
    return [each for each in reversed(names) if each.kind == "Person"]


def office_of(clauses: Clauses, person: Name) -> Name | None:
    """Return the state in which a sentence gives somebody an office: "Peru's foreign minister, Ana Rojas"."""
    for place, chunk in enumerate(clauses.chunks):
        tokens = clauses.sentence.tokens[chunk.start : chunk.end]
        if chunk.sort != "noun" or all(token.name is not person for token in tokens):
            continue
        states = [token.name for token in tokens if token.name is not None and token.name.kind in _STATES]
        if states:  # "Egyptian President Ana Rojas"
            return states[0]
        if clauses.word(place + 1) == "(" and clauses.word(place + 3) == ")":  # "Ana Rojas (Peru)"
            return _state(clauses, place + 2)
        if clauses.word(place + 1) == "of" and tokens[-1].name is person:  # "President Ana Rojas of Peru"
            return _state(clauses, place + 2)
        before = _office(clauses, place - 2) if clauses.word(place - 1) == "," else None
        return before or (_behind(clauses, place + 2) if clauses.word(place + 1) == "," else None)
    return None


def _behind(clauses: Clauses, place: int) -> Name | None:
    """Return the state of an office that stands behind a name: "Ana Rojas, the minister for foreign affairs of Peru,"."""
    if clauses.head(place) not in OFFICES:
        return None
    found = _state(clauses, place)
    while found is None and clauses.sort(place + 1) == "prep" and clauses.sort(place + 2) == "noun":
        place += 2
        found = _state(clauses, place)
    return found


def _state(clauses: Clauses, place: int) -> Name | None:
    """Return the one state that a noun phrase names."""
    found = clauses.named(place)
    name = found[0].name if len(found) == 1 else None
    return name if name is not None and name.kind in _STATES else None


def _office(clauses: Clauses, place: int) -> Name | None:
    """Return the state of an office that a noun phrase names: "Peru's envoy", "the representative of Peru"."""
    if clauses.word(place - 1) == "of":
        found, place = clauses.named(place), place - 2
    else:
        found = clauses.named(place)
    state = found[0].name if len(found) == 1 else None
    return state if state is not None and state.kind in _STATES and clauses.head(place) in OFFICES else None


def office_before(clauses: Clauses, place: int | None = None) -> Name | None:
    """Return the state whose office without a name is the subject of a sentence: "the delegate of Peru"."""
    main = clauses.finite_verb()
    if main is None or (place is not None and clauses.chunks[main].start > place):
        return None
    comma = next((each for each in range(main) if clauses.sort(each) not in ("noun", "prep")), main)
    aside = clauses.word(comma) == ","  # "The delegate of Peru, noting that Chile had left, said"
    return (_office(clauses, comma - 1) if aside else None) or _office(clauses, main - 1)
