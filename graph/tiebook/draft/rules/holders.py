"""Who holds a claim: the speaker that a voice means, by name, by "he" and "it", or by the words for people without a name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tiebook.draft.protocol import Paragraph
from tiebook.draft.rules.names.groups import BODY
from tiebook.draft.rules.speech import Voice
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.references import End, Memory
from tiebook.draft.rules.syntax.tokens import Name
from tiebook.draft.rules.words import vocabulary as words
from tiebook.model.codebook import UNSPECIFIED

_KINDS: Final = "|".join(
    sorted({*words.PEOPLE, *(each.removesuffix("s") for each in words.PEOPLE if each.endswith("s"))})
)
_PEOPLE: Final = re.compile(
    rf"\s+(?:(?!and\b|or\b)[a-z-]+\s+){{0,3}}?(?:{_KINDS}|elites|spokes(?:man|woman|person|people)"
    r"|intelligence(?: agencies| officials)?)\b"
)
_STAFF: Final = re.compile(  # "Ana Rojas's advisers"
    rf"['\u2019]s?\s+(?:[a-z-]+\s+){{0,2}}?(?:{_KINDS}|all(?:y|ies)"
    r"|supporters?|opponents?|critics?|lawyers?|office|spokes(?:man|woman|person))\b"
)
_ONE: Final = (
    "official",
    "diplomat",
    "analyst",
    "scholar",
    "expert",
    "commentator",
    "strategist",
    "lawmaker",
    "negotiator",
    "man",
    "woman",
    "person",
)
_GOES_ON: Final = ("they", "he", "she", "it")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a claim, other than the author: names, the kinds of those who are new, the words that refer to those not named."""

    names: tuple[str, ...] = ()
    new: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


class Speakers:
    """The speakers of an article, in the order of its paragraphs."""

    def __init__(self, memory: Memory) -> None:
        """Begin with nobody who has spoken."""
        self.memory = memory
        self._writers: dict[str, Name] = {}
        self._last: Holder | None = None

    def begin_paragraph(self) -> None:
        """Forget who spoke last."""
        self._last = None

    def of(self, paragraph: Paragraph, clauses: Clauses, voice: Voice) -> Holder:
        """Return whom a voice means: by name, or by the words for people who have none."""
        names: list[str] = []
        new: dict[str, str] = {}
        said: dict[str, str] = {}
        for end in self.memory.ends(clauses, voice.holders, placed=True):
            people = self._people(paragraph, end)
            name = paragraph.text[end.name.start : people.end()] if people else _with_place(paragraph, clauses, end)
            if end.name.label == "Instrument":
                self._wrote(paragraph, end.name, names, new, said)
            if end.name.label != "Actor":
                continue
            if people is not None or name != end.name.who or end.name.new:
                new[name] = _kind_of_people(people[0]) if people else end.name.kind
            if end.words is not None and not is_named(paragraph, end):
                said[name] = end.words
            names.append(name)
        if voice.people:
            first, last = voice.people
            tokens = clauses.sentence.tokens
            name = paragraph.text[tokens[first].start : tokens[last].end]
            new[name] = _kind_of_people(name)
            names = [*(each for each in names if each not in name), name]
        goes_on = any(each.reference.lower() in _GOES_ON for each in voice.holders)
        if not names and goes_on and self._last is not None:  # "They point out that"
            return self._last
        if names:
            self._last = Holder(tuple(names), new, said)
        return Holder(tuple(names) or (UNSPECIFIED,), new, said)

    def _people(self, paragraph: Paragraph, end: End) -> re.Match[str] | None:
        """Return the words behind a name by which it is not that one who speaks: "officials", "foreign ministry"."""
        if end.words is not None:
            return None
        if end.name.kind == "Person":
            return _STAFF.match(paragraph.text, end.name.end)
        return BODY.match(paragraph.text, end.name.end) or _PEOPLE.match(paragraph.text, end.name.end)

    def _wrote(
        self, paragraph: Paragraph, document: Name, names: list[str], new: dict[str, str], said: dict[str, str]
    ) -> None:
        """Add who wrote a document that speaks: "the White Paper says"."""
        writer = self._writers.get(document.who)
        article = paragraph.text[: document.start].rstrip()[-3:].lower() == "the"
        if writer is None or not article:
            return
        start = (
            paragraph.text.rindex(" ", 0, document.start - 1) + 1 if " " in paragraph.text[: document.start - 1] else 0
        )
        names.append(writer.who)
        said[writer.who] = paragraph.text[start : document.end]
        if writer.new:
            new[writer.who] = writer.kind

    def note(self, clauses: Clauses) -> None:
        """Remember whose the documents are that a sentence names first: its subject's."""
        for token in clauses.sentence.tokens:
            if token.name is not None and token.name.label == "Instrument" and token.name.who not in self._writers:
                main = clauses.finite_verb()
                subjects = [one.name for one in clauses.subject(main) if not one.owned] if main is not None else []
                if len(subjects) == 1 and subjects[0] is not None and subjects[0].label == "Actor":
                    self._writers[token.name.who] = subjects[0]


def is_named(paragraph: Paragraph, end: End) -> bool:
    """Return whether a paragraph names somebody who is known, and not only an office of theirs."""
    return any(each.id == end.name.who and each.mentions for each in paragraph.known)


def _with_place(paragraph: Paragraph, clauses: Clauses, end: End) -> str:
    """Return the name of somebody; of a group with where it is: "European diplomats in Tbilisi"."""
    place, tokens = end.place, clauses.sentence.tokens
    placed = (
        end.name.kind == "Collective" and end.words is None and clauses.sentence.lower(place + 1) in ("in", "within")
    )
    after = tokens[place + 2] if placed and place + 2 < len(tokens) else None
    return paragraph.text[end.name.start : after.end] if after is not None and after.name is not None else end.name.who


def _kind_of_people(said: str) -> str:
    """Return the kind of people who have no name: a body of a state, one person, or several."""
    if BODY.fullmatch(said):
        return "GovernmentBody"
    return "Person" if said.rsplit(maxsplit=1)[-1].endswith(_ONE) else "Collective"
