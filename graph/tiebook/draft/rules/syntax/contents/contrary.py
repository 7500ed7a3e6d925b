"""Clauses whose form says that they are not facts, without an "if": contrary to fact, only imagined, or asked."""

from __future__ import annotations

from typing import Final

from tiebook.draft.rules.syntax.clauses import Clauses

_IMAGINE: Final = ("imagine", "suppose", "supposing")
_ASKS: Final = ("why", "how", "when", "where", "who", "whom", "whose", "what", "which")
_STAGED: Final = frozenset(
    "film movie novel scenario simulation game wargame exercise drill rehearsal dream nightmare thriller".split()
)


def is_contrary_to_fact(clauses: Clauses, place: int) -> bool:
    """Return whether a verb says what need not have happened: "Had Peru armed Chile", "Suppose Peru left", "Did Peru leave?"."""
    tokens = clauses.sentence.tokens
    had = clauses.word(0) == "had" and clauses.sort(1) == "noun" and place == 2  # noqa: PLR2004 -- behind both
    opened = clauses.word(0) in ("were", "should") and clauses.sort(1) == "noun" and place == 2  # noqa: PLR2004 -- "Should"
    though = any(clauses.word(each) == "though" and clauses.word(each - 1) == "as" for each in range(place))
    asked = tokens[-1].text == "?" and not any(token.lower in _ASKS for token in tokens)  # and not "Why did"
    staged = clauses.word(0) == "in" and clauses.head(1) in _STAGED and not clauses.named(1)
    return had or opened or though or asked or staged or tokens[0].lower in _IMAGINE
