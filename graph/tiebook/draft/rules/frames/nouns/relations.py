"""How relations are that a noun names: bad ones are conflict, and of some nothing is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tiebook.draft.rules.frames.found import Found
from tiebook.draft.rules.syntax.chunks import Chunk
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.syntax.nouns import head_place
from tiebook.draft.rules.words import vocabulary as words

_KEEPS: Final = frozenset(  # verbs whose object relations are good ones
    "have maintain enjoy keep build develop deepen expand strengthen improve restore establish normalise normalize forge cultivate"
    " boost advance upgrade foster mend repair rebuild seek want pursue preserve value resume reset open cement consolidate".split()
)
_WARMS: Final = frozenset(
    "date evolve progress intensify widen broaden"
    " warm thaw grow flourish blossom recover good close friendly cordial excellent strong stable".split()
)
_REMAINS: Final = ("be", "remain", "become", "stay", "grow", "get")
_REACHES: Final = ("be", "hit", "reach", "sink", "fall", "touch")  # "ties hit a low", "are at their lowest"
_OPPOSED: Final = "CONFLICTS_WITH"


_FELT: Final = frozenset(
    "concern fear alarm anger unease worry outrage suspicion frustration dismay fury anxiety".split()
)


def felt_in(clauses: Clauses, place: int) -> list[Named]:
    """Return where something is felt, the seat of a government: "alarm in Tokyo over China's drills"."""
    felt = words.is_noun_of(clauses.head(place), _FELT) and clauses.word(place + 1) == "in"
    seats = (
        each
        for each in clauses.named(place + 2)
        if felt and each.name is not None and each.name.seat and not each.owned
    )
    return [replace(each, name=replace(each.name, seat=False)) for each in seats if each.name is not None]


def turned_relation(clauses: Clauses, found: Found, place: int, chunk: Chunk) -> Found:
    """Return a relation that the words around it call a bad one as what it is: "strained ties", "complicated relations"."""
    if found.type != "COOPERATES_WITH" or clauses.head(place) not in words.RELATIONS:
        return found
    around = {token.lower for token in clauses.sentence.tokens[chunk.start : chunk.end]}
    governor = clauses.governor(place)
    around |= {clauses.chunks[governor].verb, clauses.chunks[governor].word} if governor is not None else set()
    after = clauses.chunks[place + 1 :]
    opens = governor is None or clauses.sort(place - 1) in ("join", "mark")
    opens = opens or clauses.word(place - 1) == "whose"
    if opens:
        clause = list(_first_clause(after))
        around |= {each.word for each in clause if each.sort == "verb"}
        reached = [place + 2 + n for n, each in enumerate(clause) if each.verb in (*_REMAINS, *_REACHES)]
        around |= {clauses.head(each + more) for each in reached for more in (0, 1)}
    return replace(found, tie=_OPPOSED) if around & words.HOSTILE else found


def is_bare(clauses: Clauses, place: int) -> bool:
    """Return whether nothing says how relations are: "relations between Chad and Mali matter"; good ones are cooperation."""
    chunk = clauses.chunks[place]
    before = clauses.sentence.tokens[chunk.start : head_place(clauses.sentence, chunk)]
    if clauses.head(place) != "relations" or any(token.lower not in words.DETERMINERS for token in before):
        return False
    if clauses.sort(place - 1) == "verb":
        return clauses.chunks[place - 1].verb not in _KEEPS
    after = list(_first_clause(clauses.chunks[place + 1 :]))
    good = {each.verb for each in after} | {
        clauses.head(place + 2 + n) for n, each in enumerate(after) if each.verb in _REMAINS
    }
    return not good & (_KEEPS | _WARMS)


def _first_clause(after: Sequence[Chunk]) -> Iterator[Chunk]:
    """Yield chunks to the end of their clause: the ties of "those, which ..." and after a semicolon are others."""
    for each in after:
        if each.word in (";", ":", ".") or each.sort in ("rel", "sub"):
            return
        yield each
