"""Whose a clause is: of whoever says it in its sentence, of who is quoted, has the floor or is named before it, or the author's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tiebook.draft.protocol import Paragraph
from tiebook.draft.rules.frames.found import Found
from tiebook.draft.rules.holders import Holder, Speakers, stated
from tiebook.draft.rules.names.naming import Namer
from tiebook.draft.rules.quoted import Quotations, Read, by_us
from tiebook.draft.rules.said.going_on import floor, is_record, labelled, labels
from tiebook.draft.rules.speech import Voice


@dataclass(slots=True)
class Passage:
    """A paragraph with its sentences as they are read, and its quotations."""

    paragraph: Paragraph
    read: Sequence[Read]
    quotations: Quotations = field(init=False)

    def __post_init__(self) -> None:
        """Look up the quotations."""
        self.quotations = Quotations(self.paragraph.text, self.read)


class Whose:
    """Finds who holds a clause, by the kind of text that an article is."""

    def __init__(self, speakers: Speakers, namer: Namer, texts: Sequence[str]) -> None:
        """Look whether an article is the record of a meeting or a transcript.

        texts -- of its paragraphs
        """
        self._speakers, self._namer = speakers, namer
        self._record, self._transcript = is_record(texts), labels(texts)

    def holder(self, passage: Passage, number: int, place: int | None, voice: Voice | None) -> Holder:
        """Return who holds a clause of a sentence; nobody for what is the author's.

        voice -- the one in the sentence, if there is one
        """
        clauses = passage.read[number].clauses
        around = None
        if voice is None or by_us(clauses, voice):
            around = self.around(passage, number, place)
        if voice is None or around is not None:
            return stated(passage.paragraph, around)
        return self._speakers.of(passage.paragraph, clauses, voice)

    def around(self, passage: Passage, number: int, place: int | None) -> Holder | None:
        """Return who says a clause whose sentence does not say so; None for the author."""
        spoken = passage.quotations.speaker(number, place) or (floor(passage.read, number) if self._record else None)
        if spoken is not None:
            return self._speakers.of(passage.paragraph, *spoken)
        if passage.quotations.open(number, place):
            return self._speakers.before(passage.paragraph)
        names = self._namer.names(passage.paragraph) if self._transcript else ()
        label = labelled(passage.paragraph.text, names) if self._transcript else None
        return self._speakers.labelled(label) if label is not None else None


def is_own_office(found: Found, holder: Holder) -> bool:
    """Return whether a text says beside whoever speaks who that is: "according to Ana Rojas, a fellow at the institute"."""
    return found.type == "HOLDS_OFFICE_IN" and {each.name.who for each in found.starts if each.name} <= {*holder.names}
