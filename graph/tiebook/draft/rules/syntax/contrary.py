"""Clauses that their form says are contrary to fact, without an "if"."""

from __future__ import annotations

from tiebook.draft.rules.syntax.clauses import Clauses


def is_contrary_to_fact(clauses: Clauses, place: int) -> bool:
    """Return whether a clause is contrary to fact: "Had Peru armed Chile, it would have won", "as though it were at war"."""
    had = clauses.word(0) == "had" and clauses.sort(1) == "noun" and place == 2  # noqa: PLR2004 -- behind both
    though = any(clauses.word(each) == "though" and clauses.word(each - 1) == "as" for each in range(place))
    return had or though
