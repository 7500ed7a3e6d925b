"""Who is at odds over something that both want: "islands claimed by both Peru and Chile", "a strait disputed by Peru and Chile"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.frames.found import Found, span
from tiebook.draft.rules.frames.verbs.frames import agent_of
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.words.lexicon import lexicon

_WANTED: Final = ("dispute", "contest", "claim")


def disputed_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield those by whom something is claimed or disputed: two of them are in conflict over it."""
    pattern = next(each for each in lexicon().verbs["clash"] if each.tie == "CONFLICTS_WITH")
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort != "verb" or chunk.verb not in _WANTED or not chunk.passive or chunk.negated:
            continue
        those = tuple(each for each in agent_of(clauses, place) if not each.owned)
        if len(those) > 1 and all(each.name is not None and each.name.kind == "State" for each in those):
            yield Found(pattern, those, those, place, *span(list(those), chunk))
