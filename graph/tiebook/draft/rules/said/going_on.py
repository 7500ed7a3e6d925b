"""Who still speaks in a sentence that names no speaker: in the record of a meeting, whoever has the floor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tiebook.draft.rules.offices import office_before
from tiebook.draft.rules.quoted import Read
from tiebook.draft.rules.speech import Voice
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.tokens import Name
from tiebook.draft.rules.unnamed import people_before

_BODY: Final = re.compile(
    r"\b(?:Security|Human Rights|Economic and Social) Council\b|\bGeneral Assembly\b|\b(?:First|Third|Fourth) Committee\b"
)
_FLOOR: Final = re.compile(
    r"\b(?:[Rr]epresentative|[Dd]elegate|[Aa]mbassador|[Oo]bserver)s? (?:of|for) (?:the )?[A-Z]"
    r"|['\u2019]s (?:[Pp]ermanent )?(?:[Rr]epresentative|[Dd]elegate|[Dd]elegation)\b"
    r"|\b[A-Z]{2,}(?: [A-Z'\u2019-]{2,})+ \([A-Z]"
    r"|\b(?:[Bb]rief|[Aa]ddress)(?:ing|ed) the (?:Security |General )?(?:Council|Assembly|Committee)\b",
)
_LABEL: Final = re.compile(
    r"(?P<who>[A-Z][\w.'\u2019-]*(?: [A-Z(][\w.'\u2019-]*){0,5})(?: \([^()]{2,40}\))?: (?=[\"\u201cA-Z])"
)
_TITLED: Final = re.compile(r"^(?i:mr|ms|mrs|dr|secretary|president|minister|ambassador|senator|general|chancellor)\b")
_TODAY: Final = re.compile(r"\bthis (?:morning|afternoon|evening)\b")
_OFTEN: Final = 2
_HE: Final = ("he", "she")
_BACKSHIFTED: Final = ("would", "could", "should", "must", "might", "had", "was", "were")


def is_record(texts: Sequence[str]) -> bool:
    """Return whether a text is the record of a meeting, which reports in its sentences what a speaker says, one after the other."""
    whole = "\n".join(texts)
    taken = len(_FLOOR.findall(whole))
    return _BODY.search(whole) is not None and (taken >= _OFTEN or (taken > 0 and _TODAY.search(whole) is not None))


def floor(read: Sequence[Read], number: int) -> tuple[Clauses, Voice] | None:
    """Return who has the floor in a sentence of a record without a speaker of its own: who spoke in the one before; else None."""
    here = read[number]
    main = here.clauses.finite_verb()
    does = main is not None and here.clauses.head(main - 1) in _HE  # "She urged restraint"
    does = does or (main is not None and bool(people_before(here.clauses, main)))  # "Several speakers condemned it"
    if here.speech is not None or does or not _reported(here.clauses):
        return None
    for each in range(number - 1, -1, -1):
        clauses, speech = read[each].clauses, read[each].speech or _speaker(read[each].clauses)
        if speech is not None:
            verb = clauses.chunks[speech.spoken or 0]
            somebody = bool(speech.holders) or bool(speech.people)
            return (clauses, speech) if somebody and verb.form == "past" and not verb.passive else None
        if not _reported(clauses):
            return None
    return None


def labels(texts: Sequence[str]) -> bool:
    """Return whether a text is a transcript, whose paragraphs begin with whoever speaks: "MS. ROJAS: We have left."."""
    return sum(_LABEL.match(text) is not None for text in texts) >= _OFTEN


def labelled(text: str, names: Sequence[Name]) -> Name | None:
    """Return the person by whose name a paragraph of a transcript begins: a name of the text, or one behind a title."""
    match = _LABEL.match(text)
    if match is None:
        return None
    end = match.end("who")
    for name in names:
        if name.kind == "Person" and name.end == end:
            return name
    titled = _TITLED.search(match["who"])
    return Name(match["who"], match.start("who"), end, "Person", new=True) if titled is not None else None


def _speaker(clauses: Clauses) -> Voice | None:
    """Return the voice of the person or office that is the subject of a sentence: "The delegate of Peru condemned the attack."."""
    main = clauses.finite_verb()
    those = clauses.subject(main) if main is not None else []
    named = len(those) == 1 and not those[0].owned and those[0].name is not None and those[0].name.kind == "Person"
    return Voice(tuple(those), 0, 0, main) if named or (those and office_before(clauses) is not None) else None


def _reported(clauses: Clauses) -> bool:
    """Return whether the main verb of a sentence is in a tense of reported speech: "had attacked", "was", "should"."""
    main = clauses.finite_verb()
    if main is None:
        return False
    chunk = clauses.chunks[main]
    first = {token.lower for token in clauses.tokens(main)}
    return chunk.form == "past" or bool(first & set(_BACKSHIFTED))
