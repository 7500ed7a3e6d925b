"""Whose words are quoted, where the speaker is named in another sentence than the one that is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tiebook.draft.rules.speech import Voice
from tiebook.draft.rules.syntax.clauses import Clauses

_QUOTED: Final = re.compile(r"\u201c[^\u201d]*(?:\u201d|$)|\"[^\"]*(?:\"|$)")
_US: Final = ("i", "we")
_HE: Final = ("he", "she")
_WORDS: Final = 3  # fewer are a term in quotes


def by_us(clauses: Clauses, voice: Voice) -> bool:
    """Return whether it is "I" or "we" who says it, as in a quotation."""
    return voice.spoken is not None and clauses.head(voice.spoken - 1) in _US


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence that is read: its clauses and voices."""

    clauses: Clauses
    voices: list[Voice]

    @property
    def speech(self) -> Voice | None:
        """The voice of a verb of saying, if there is one, but not of "we believe", which is whoever is quoted."""
        those = (voice for voice in self.voices if voice.spoken is not None)
        return next((voice for voice in those if not by_us(self.clauses, voice)), None)


class Quotations:
    """The quotations of a paragraph."""

    def __init__(self, text: str, read: Sequence[Read]) -> None:
        """Look up what is quoted."""
        self._read = read
        self._spans = [match.span() for match in _QUOTED.finditer(text) if len(match[0].split()) >= _WORDS]

    def open(self, number: int, place: int | None) -> bool:
        """Return whether a clause stands in a quotation with which its paragraph begins and goes on, and that names no speaker."""
        span = self._span(number, place)
        return span is not None and span[0] <= _WORDS and not any(read.speech for read in self._read)

    def speaker(self, number: int, place: int | None) -> tuple[Clauses, Voice] | None:
        """Return who speaks the clause at a chunk of a sentence, and the clauses that say so; None if it is not quoted."""
        span = self._span(number, place)
        return None if span is None else self._of(number, span)

    def _span(self, number: int, place: int | None) -> tuple[int, int] | None:
        clauses = self._read[number].clauses
        tokens = clauses.tokens(place or 0)
        at = next((token for token in tokens if token.kind != "mark"), tokens[0]).start  # '...," Rojas said'
        return next((span for span in self._spans if span[0] <= at < span[1]), None)

    def _of(self, number: int, span: tuple[int, int]) -> tuple[Clauses, Voice] | None:
        """Return the speaker of a quotation: named after it, before it, or with the one that it goes on."""
        over = [
            each
            for each, read in enumerate(self._read)
            if read.clauses.sentence.start < span[1] and span[0] < read.clauses.sentence.end
        ]
        for each in sorted(over, key=lambda each: (each < number, abs(each - number))):
            speech = self._read[each].speech
            if speech is not None:
                return self._read[each].clauses, speech
        first = self._read[over[0]].clauses.sentence
        opens = span[0] - first.start <= 1
        if not opens or over[0] == 0:
            return None
        before = self._read[over[0] - 1].clauses.sentence
        earlier = next(
            (each for each in self._spans if before.start <= each[0] < before.end or each[0] < before.end <= each[1]),
            None,
        )
        if earlier is not None and earlier != span:
            return self._of(over[0] - 1, earlier)
        return _subject(self._read[over[0] - 1].clauses)


def _subject(clauses: Clauses) -> tuple[Clauses, Voice] | None:
    """Return the person who is the subject of the sentence before a quotation: 'Rojas was defiant. "Chile attacked Peru."'."""
    main = clauses.finite_verb()
    those = clauses.subject(main) if main is not None else []
    person = (
        len(those) == 1
        and not those[0].owned
        and (those[0].reference.lower() in _HE or (those[0].name is not None and those[0].name.kind == "Person"))
    )
    return (clauses, Voice(tuple(those), 0, 0, main)) if person else None
