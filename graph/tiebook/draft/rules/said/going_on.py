"""Who still speaks in a sentence that names no speaker: in the record of a meeting, whoever has the floor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tiebook.draft.rules.quoted import Read
from tiebook.draft.rules.speech import Voice
from tiebook.draft.rules.syntax.clauses import Clauses

_BODY: Final = re.compile(
    r"\b(?:Security|Human Rights|Economic and Social) Council\b|\bGeneral Assembly\b|\b(?:First|Third|Fourth) Committee\b"
)
_FLOOR: Final = re.compile(
    r"\b(?:[Rr]epresentative|[Dd]elegate|[Aa]mbassador|[Oo]bserver)s? (?:of|for) (?:the )?[A-Z]"
    r"|['\u2019]s (?:[Pp]ermanent )?(?:[Rr]epresentative|[Dd]elegate|[Dd]elegation)\b"
    r"|\b[A-Z]{2,}(?: [A-Z'\u2019-]{2,})+ \([A-Z]"
    r"|\b(?:[Bb]rief|[Aa]ddress)(?:ing|ed) the (?:Security |General )?(?:Council|Assembly|Committee)\b",
)
_TODAY: Final = re.compile(r"\bthis (?:morning|afternoon|evening)\b")
_OFTEN: Final = 2
_BACKSHIFTED: Final = ("would", "could", "should", "must", "might", "had", "was", "were")


def is_record(texts: Sequence[str]) -> bool:
    """Return whether a text is the record of a meeting, which reports in its sentences what a speaker says, one after the other."""
    whole = "\n".join(texts)
    taken = len(_FLOOR.findall(whole))
    return _BODY.search(whole) is not None and (taken >= _OFTEN or (taken > 0 and _TODAY.search(whole) is not None))


def floor(read: Sequence[Read], number: int) -> tuple[Clauses, Voice] | None:
    """Return who has the floor in a sentence of a record without a speaker of its own: who spoke in the one before; else None."""
    here = read[number]
    if here.speech is not None or not _reported(here.clauses):
        return None
    for each in range(number - 1, -1, -1):
        speech = read[each].speech
        if speech is not None:
            verb = read[each].clauses.chunks[speech.spoken or 0]
            somebody = bool(speech.holders) or bool(speech.people)
            return (read[each].clauses, speech) if somebody and verb.form == "past" and not verb.passive else None
        if not _reported(read[each].clauses):
            return None
    return None


def _reported(clauses: Clauses) -> bool:
    """Return whether the main verb of a sentence is in a tense of reported speech: "had attacked", "was", "should"."""
    main = clauses.finite_verb()
    if main is None:
        return False
    chunk = clauses.chunks[main]
    first = {token.lower for token in clauses.tokens(main)}
    return chunk.form == "past" or bool(first & set(_BACKSHIFTED))
