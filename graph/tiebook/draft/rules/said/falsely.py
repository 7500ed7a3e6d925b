"""What somebody says or believes without being right, by the author's words: "falsely claimed that", "invented a story that"."""

from __future__ import annotations

from typing import Final

from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.words import vocabulary as words

_GROUNDS: Final = words.EVIDENCE | {"foundation", "justification", "ground"}


def is_falsely_said(clauses: Clauses, spoken: int) -> bool:
    """Return whether the author calls false what the verb at a chunk says: "wrongly accused Peru of"."""
    chunk = clauses.chunks[spoken]
    if chunk.sort != "verb":
        return False
    before = clauses.sentence.lower(chunk.start - 1)
    own = {token.lower for token in clauses.sentence.tokens[chunk.start : chunk.end]}
    return before in words.FALSELY or bool(own & words.FALSELY) or _without_evidence(clauses, spoken)


def _without_evidence(clauses: Clauses, spoken: int) -> bool:
    """Return whether nothing is shown for what somebody says: "Without evidence, Peru claimed", "claimed without proof that"."""
    opens = clauses.word(0) == "without" and spoken == clauses.finite_verb(0)
    behind = spoken + 1 + (clauses.word(spoken + 1) == ",")
    before = spoken - 3 if clauses.word(spoken - 1) == "," else spoken
    return any(
        clauses.word(each) == "without" and words.is_noun_of(clauses.head(each + 1), _GROUNDS)
        for each in ((0,) if opens else ()) + (behind, before)
    )


def is_made_up(clauses: Clauses, that: int) -> bool:
    """Return whether a clause behind "that" is only what somebody made up: "invented a story that"."""
    before, verb = clauses.at(that - 1), clauses.at(that - 2)
    if before is None or before.sort != "noun":
        return False
    told = words.is_noun_of(clauses.head(that - 1), words.CONTENT | words.EVIDENCE)
    return told and verb is not None and verb.verb in words.FABRICATES
