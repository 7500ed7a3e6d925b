"""Nouns of which one side only the paragraph tells: "Relations with Chile are strained", "Western sanctions have hurt"."""

from __future__ import annotations

from typing import Final

from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.model.wording import Pattern

_GIVEN_TO: Final = ("SANCTIONS", "AIDS", "ECONOMIC_TIE_TO", "PRESSURES", "SUPPORTS")


def goes_unsaid(clauses: Clauses, pattern: Pattern, place: int) -> bool:
    """Return whether a noun with an owner is a subject of which nothing says to whom it goes: "Western sanctions have hurt"."""
    to = pattern.tie in _GIVEN_TO and pattern.steps[-2:-1] != ("of",) and not pattern.before
    opens = clauses.sort(place - 1) in ("", "sub") or (
        clauses.sort(place - 1) == "mark" and clauses.governor(place) is None
    )
    verb = clauses.at(place + 1)
    return to and opens and verb is not None and verb.sort == "verb" and verb.finite


def opens(clauses: Clauses, place: int) -> bool:
    """Return whether a noun phrase is the subject with which a sentence or clause begins."""
    before = clauses.sort(place - 1)
    opens = before in ("", "sub") or (before == "mark" and clauses.governor(place) is None)
    return opens and clauses.finite_verb(place + 1) is not None and clauses.word(place + 1) in ("with", "to")
