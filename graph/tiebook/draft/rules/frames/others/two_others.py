"""What somebody or something does to two others: "pits Chad against Mali", "has drawn Peru closer to Chile"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tiebook.draft.rules.frames.found import Found, ends_of, span
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.words.lexicon import lexicon

_DRAWS: Final = ("bring", "draw", "push", "pull", "drive", "move", "nudge", "force")
_PARTS: Final = ("estrange", "alienate", "distance", "separate", "split", "divide")
_CLOSER: Final = ("closer", "nearer")


def two_others_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield the ties of two who are set against each other, drawn together or parted."""
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort != "verb" or chunk.passive:
            continue
        ones, last = clauses.group_from(place + 1)
        near = clauses.sentence.lower(ones[-1].place + 1) in _CLOSER if ones else False  # "drew Peru closer to"
        ones = [each.itself for each in ones if not each.owned or (near and each.owned in _CLOSER)]
        found = _set(clauses, place, ones, last) if ones else None
        if found is not None:
            yield found


def _set(clauses: Clauses, place: int, ones: list[Named], last: int) -> Found | None:
    verb, after = clauses.chunks[place].verb, last + 1
    behind = {token.lower for token in clauses.tokens(last)[-1:]} | {clauses.head(after)}
    after += clauses.head(after) in _CLOSER
    if verb == "pit" and clauses.word(after) == "against":
        return _between(clauses, place, ones, after + 1, "clash", "CONFLICTS_WITH")
    if verb in _PARTS and clauses.word(after) == "from":
        return _between(clauses, place, ones, after + 1, "clash", "CONFLICTS_WITH")
    if verb in _DRAWS and behind & {*_CLOSER, "together"}:
        other = after + 1 if clauses.word(after) == "to" else None
        return _between(clauses, place, ones, other, "cooperate", "COOPERATES_WITH")
    return None


def _between(clauses: Clauses, place: int, ones: list[Named], at: int | None, verb: str, tie: str) -> Found | None:
    """Return the tie between some and those from a place on, or among themselves where no place is given."""
    others, end = clauses.group_from(at) if at is not None else (ones if len(ones) > 1 else [], place)
    pattern = lexicon().verbs[verb][0]
    ends = ends_of(pattern, ones, others)
    if ends is None:
        return None
    first, final = span([*ones, *others], clauses.chunks[place])
    return replace(Found(pattern, *ends, place, first, max(final, clauses.chunks[end].end - 1)), tie=tie)
