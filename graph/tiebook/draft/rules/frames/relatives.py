"""Whom a verb reaches that stands before its relative clause: "missiles that Chad sold to Mali", "Mali, where Chad has troops"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tiebook.draft.rules.frames.verbs.filled import Filled, fill, tokens_of
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.lexicon import says
from tiebook.model.wording import Pattern

_POSITIONS: Final = ("OPPOSES", "SUPPORTS", "CRITICISES", "REFUSES", "SEEKS")


def of_relative(clauses: Clauses, pattern: Pattern, place: int) -> Filled | None:
    """Fill the object of a verb with what a relative clause is about: "missiles, which Chad sold to Mali"."""
    before = clauses.relative_object(place)
    if before is None:
        return _of_prefaced(clauses, pattern, place)
    if pattern.tie in _POSITIONS and clauses.sort(before - 1) == "prep" and clauses.sort(before - 2) == "noun":
        return None  # "a loan to Peru, which Chile opposes"
    if pattern.head in ("deny", "host"):
        return None  # "the truce, which Chile denies", "talks with Peru, which Oman has hosted"
    if pattern.steps in (("A",), ("B",)):
        found = clauses.ending_at(before)
        own = [each for each in clauses.named(before) if each.name is not None and not each.owned]
        found = found if not own or own[0] in found else own  # "a letter to Rojas, whom Chile detained"
        return Filled(found, place) if found else None
    if pattern.steps[0] in ("A", "B") and pattern.steps[1] == "as" == clauses.word(place + 1):
        filled = fill(clauses, replace(pattern, steps=pattern.steps[1:]), place)
        found = clauses.ending_at(before)  # "Peru, which Chile regards as a threat"
        return Filled(found, filled.last) if filled is not None and found else None
    first = pattern.steps[0]
    thing = first not in words.PREPOSITIONS | {"A", "B", "to"}  # "the threat that Chad poses to Mali"
    if thing and len(pattern.steps) > 1 and says(first, tokens_of(clauses, clauses.chunks[before])):
        return fill(clauses, pattern, place, passive=True)
    return None


def _of_prefaced(clauses: Clauses, pattern: Pattern, place: int) -> Filled | None:
    """Fill the object of a verb with what its relative clause is about: "Chad, to which Peru sold drones"."""
    rel = place - 1
    while clauses.sort(rel) in ("noun", "join", "prep") and rel > 0:
        rel -= 1
    prep, steps = clauses.word(rel - 1), pattern.steps
    where = clauses.word(rel) == "where"  # "Mali, where Chad keeps troops"
    prep, rel_at = ("in", rel + 1) if where else (prep, rel)
    if (
        (not where and (clauses.sort(rel) != "rel" or clauses.sort(rel - 1) != "prep"))
        or steps[-2:] not in ((prep, "A"), (prep, "B"))
        or rel == place - 1
    ):
        return None
    before = rel_at - 2 - (clauses.word(rel_at - 2) == ",")
    if clauses.word(before) == "and":  # "Peru, which left and to which Chile sells tanks"
        first = next((each for each in range(before - 1, 0, -1) if clauses.sort(each) == "rel"), 0)
        before = first - 1 - (clauses.word(first - 1) == ",") if first else before
    filled = (
        fill(clauses, replace(pattern, steps=steps[:-2]), place) if len(steps) > len(steps[-2:]) else Filled([], place)
    )
    own = [each for each in clauses.named(before) if not each.owned]
    found = own or (clauses.ending_at(before) if clauses.sort(before) == "noun" else [])
    return Filled(found, filled.last) if found and filled is not None else None


def of_what_was_done(clauses: Clauses, place: int) -> list[Named]:
    """Return who did what "which" stands for as a whole: "Peru sided with Chile, which angered Mali"."""
    whole = clauses.word(place - 1) == "which" and clauses.word(place - 2) == ","
    main = clauses.finite_verb() if whole else None
    had = clauses.tokens(place)[0].lower in ("had", "has", "have")  # "met Chile, which had angered Mali"
    return clauses.subject(main) if main is not None and main < place - 2 and not had else []
