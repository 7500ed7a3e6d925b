"""What somebody takes something for: "interpreted the move as an attempt", "called it 'a war on Peru'", "what many call a war"."""

from __future__ import annotations

from typing import Final

from tiebook.draft.rules.frames.verbs.objects import past_what
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.words import vocabulary as words

_QUOTES: Final = "\"\u201c\u2018'"
_BEFORE: Final = 3  # chunks between "what" and its verb


def taken_for(clauses: Clauses, place: int) -> int | None:
    """Return where begins what somebody takes something for by the verb at a place; None for another verb."""
    chunk = clauses.chunks[place]
    if chunk.verb not in words.DESCRIBES or chunk.passive or chunk.negated:
        return None
    called = what_called(clauses, place)
    if called is not None:
        return called
    if clauses.sort(place - 2) == "rel" and clauses.word(place + 1) == "as":  # "Chile, which Peru regards as a rival"
        return place + 1
    after = place + 1
    while (
        clauses.sort(after) in ("noun", "prep", "join")
        and clauses.word(after) != "as"
        and not _opens_quote(clauses, after)
    ):
        after += 1
    if chunk.verb in words.NAMING and clauses.sort(place + 1) == clauses.sort(place + 2) == "noun":
        after = place + 2  # "called Peru a threat"
    manner = clauses.word(after - 1) == "in"  # 'condemned in "the strongest terms" the'
    return after if after > place + 1 and clauses.sort(after) in ("noun", "prep") and not manner else None


def what_called(clauses: Clauses, place: int) -> int | None:
    """Return where stands what the subject of a verb calls something: "began what Peru called a war"; None elsewhere."""
    for what in range(max(place - _BEFORE, 0), place):
        after = past_what(clauses, what)
        if after > place > what != after:
            return after
    return None


def as_seen(clauses: Clauses, place: int) -> bool:
    """Return whether somebody sees it so: "As Peru sees it, Chile threatens Mali"."""
    before = place - 1
    while clauses.sort(before) in ("noun", "prep", "join") and clauses.word(before) != "as":
        before -= 1
    sees = clauses.chunks[place].verb in ("see", "tell", "put", "view") and clauses.head(place + 1) == "it"
    opens = clauses.word(before) == "as" or clauses.sentence.lower(clauses.chunks[before + 1].start + 1) == "way"
    opens = opens or clauses.chunks[before].verb == "hear"  # "The way Peru sees it", "To hear Peru tell it"
    return sees and opens and clauses.sort(place + 2) in ("mark", "")


def _opens_quote(clauses: Clauses, place: int) -> bool:
    chunk = clauses.chunks[place]
    return clauses.sentence.tokens[chunk.start].text in _QUOTES
