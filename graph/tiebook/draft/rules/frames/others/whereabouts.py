"""Where somebody is: "President Rojas is in Peru", "left Chile for Peru", "accused neighbouring Chile"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.frames.found import Found, ends_of, span
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.words.lexicon import lexicon

_NEAR: Final = ("neighbouring", "neighboring")


def neighbour_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield whose neighbour somebody is called: "Peru accused neighbouring Chile"."""
    pattern = next(each for each in lexicon().verbs["border"] if each.tie == "BORDERS" and each.steps == ("B",))
    for place, chunk in enumerate(clauses.chunks):
        tokens = clauses.tokens(place)
        near = next((each for each, token in enumerate(tokens[:-1]) if token.lower in _NEAR), None)
        name = tokens[near + 1].name if near is not None else None
        governor = clauses.governor(place) if name is not None and name.kind == "State" else None
        if chunk.sort != "noun" or governor is None or near is None or name is None or name.adjective:
            continue
        acting = [each for each in clauses.subject(governor) if not each.owned and each.name != name]
        states = [each for each in acting if each.name is not None and each.name.kind == "State"]
        there = [Named(name, chunk.start + near + 1)]
        ends = ends_of(pattern, states, there)
        if ends is not None:
            yield Found(pattern, *ends, None, *span([*ends[0], *ends[1]], chunk), presupposed=True)


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
