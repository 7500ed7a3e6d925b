"""Where a person is said to be: "President Rojas is in Peru", "left Chile for Peru"."""

from __future__ import annotations

from collections.abc import Iterator

from tiebook.draft.rules.frames.found import Found, ends_of, span
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.words.lexicon import lexicon


def whereabouts_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield the states in which persons are, or to which they leave."""
    pattern = next(each for each in lexicon().verbs["patrol"] if each.tie == "PRESENT_IN" and each.steps[-1] == "B")
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort != "verb" or chunk.passive or chunk.verb not in ("be", "leave"):
            continue
        after = place + 1
        if chunk.verb == "leave":  # "left Chile for Peru"
            after = clauses.group_from(place + 1)[1] + 1 if clauses.named(place + 1) else after
        if clauses.word(after) != ("in" if chunk.verb == "be" else "for"):
            continue
        persons = [each for each in clauses.subject(place) if each.name is not None and each.name.kind == "Person"]
        there = [
            each for each in clauses.group_from(after + 1)[0] if each.name is not None and each.name.kind == "State"
        ]
        there = [each for each in there if not each.owned and each.name is not None and not each.name.adjective]
        ends = ends_of(pattern, [each for each in persons if not each.owned], there)
        if ends is not None:
            yield Found(pattern, *ends, place, *span([*ends[0], *ends[1]], chunk))
