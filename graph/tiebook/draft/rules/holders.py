"""Who holds a claim: the speaker that a voice means, by name, by "he" and "it", or by the words for people without a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from tiebook.draft.protocol import Paragraph
from tiebook.draft.rules.names.groups import BODY
from tiebook.draft.rules.names.speakers import JOINED
from tiebook.draft.rules.referring.memory import Memory
from tiebook.draft.rules.referring.spoken import End
from tiebook.draft.rules.said.by_office import Offices, kind_of_speaker, phrase_of, unowned
from tiebook.draft.rules.said.documents import documents
from tiebook.draft.rules.said.kinds import kind_of_people
from tiebook.draft.rules.said.theirs import of_theirs
from tiebook.draft.rules.speech import Voice
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.syntax.tokens import Name
from tiebook.draft.rules.unnamed import is_placed, people_before
from tiebook.draft.rules.words import vocabulary as words
from tiebook.model.codebook import UNSPECIFIED

_KINDS: Final = "|".join(
    sorted({*words.PEOPLE, *(each.removesuffix("s") for each in words.PEOPLE if each.endswith("s"))})
)
_PEOPLE: Final = re.compile(
    r"(?:['\u2019]s?)?\s+(?:(?!(?:and|or|an?|the|of|for|in|on|against|with|to|by|from)\b|[a-z]+ed\b)[a-z-]+\s+){0,3}?"
    rf"(?:{_KINDS}|elites|spokes(?:man|woman|person|people)"
    r"|intelligence(?: agencies| officials)?)\b"
)
_STAFF: Final = re.compile(  # "Ana Rojas's advisers"
    rf"['\u2019]s?\s+(?:[a-z-]+\s+){{0,2}}?(?:{_KINDS}|all(?:y|ies)"
    r"|supporters?|opponents?|critics?|lawyers?|office|spokes(?:man|woman|person))\b"
)
_OWN: Final = re.compile(r"\b(?:we|our|us|I|my)\b", re.IGNORECASE)  # of whoever is quoted
_HE: Final = ("he", "she", "him", "her", "his")
_BODIES: Final = ("GovernmentBody", "Military")
_STATES: Final = ("states", "countries", "nations")
_ARTICLES: Final = ("the", "a", "an", "both", "these", "all")
_GOES_ON: Final = ("they", "he", "she", "it")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a claim, other than the author: names, the kinds of those who are new, the words that refer to those not named."""

    names: tuple[str, ...] = ()
    new: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Meant:
    """Those whom a voice means, as they are found."""

    names: list[str] = field(default_factory=list)
    new: dict[str, str] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, kind: str | None = None, said: str | None = None) -> None:
        """Add somebody, with the kind of who is new, and with the words that refer to who is not named."""
        self.names.append(name)
        if kind is not None:
            self.new[name] = kind
        if said is not None:
            self.said[name] = said

    def holder(self) -> Holder:
        """Return them as who holds a claim."""
        return Holder(tuple(self.names) or (UNSPECIFIED,), self.new, self.said)


class Speakers:
    """The speakers of an article, in the order of its paragraphs."""

    def __init__(self, memory: Memory) -> None:
        """Begin with nobody who has spoken."""
        self.memory = memory
        self._writers: dict[str, Name] = {}
        self._last: Holder | None = None
        self._earlier: Holder | None = None  # who spoke last before this paragraph
        self._offices = Offices()
        self._main: int | None = None  # where the last sentence begins whose main verb is one of saying
        self._noted: int | None = None  # ... that was noted
        self._acted: Holder | None = None  # the people or body that the last sentence is about
        self._crowds: dict[str, str] = {}  # people who have spoken, by what they are: "Chinese officials"
        self._speak: set[str] = set()  # the persons who have spoken
        self._documents: dict[str, list[Name]] = {}  # by their heads, who wrote them: "the statement"

    def begin_paragraph(self) -> None:
        """Begin with nobody who has spoken here."""
        self._earlier = self._last or self._earlier
        self._last = None
        self._main = self._noted = self._acted = None
        self._offices.begin_paragraph()

    def of(self, paragraph: Paragraph, clauses: Clauses, voice: Voice) -> Holder:
        """Return whom a voice means: by name, or by the words for people who have none."""
        same = self._still(paragraph, clauses, voice)
        if voice.spoken is not None and voice.spoken == clauses.finite_verb():
            self._main = clauses.sentence.start
        if same is not None:
            self._last = same
            self._speak |= set(same.names)
            return same
        meant = self._named(paragraph, clauses, voice)
        goes_on = any(each.reference.lower() in _GOES_ON for each in voice.holders)
        if not meant.names and goes_on and self._last is not None:  # "They point out that"
            they = any(each.reference.lower() == "they" for each in voice.holders)
            return Holder((UNSPECIFIED,)) if they and not _are_several(self._last) else self._last
        if meant.names:
            self._last = meant.holder()
            self._speak |= {name for name in meant.names if meant.new.get(name) == "Person"}
        return meant.holder()

    def _named(self, paragraph: Paragraph, clauses: Clauses, voice: Voice) -> _Meant:
        """Return whom a voice names, or says by a phrase."""
        meant = _Meant()
        for end in self.memory.ends(clauses, voice.holders, placed=True):
            self._end(paragraph, clauses, end, meant)
        if voice.people:
            name, said = self._crowd(paragraph, clauses, voice.people, again=not meant.names)
            meant.names = [each for each in meant.names if each not in name]
            meant.add(name, kind_of_people(name), said)
        if not meant.names:
            self._by_phrase(paragraph, clauses, voice, meant)
        return meant

    def _end(self, paragraph: Paragraph, clauses: Clauses, one: End, meant: _Meant) -> None:
        """Add whom a name means: itself, the person of an office beside it, or people, a body or an office that is known by it."""
        joined = JOINED.match(paragraph.text, one.name.end) if one.name.adjective and one.words is None else None
        if joined is not None:  # "Emirati and Saudi officials"
            meant.add(paragraph.text[one.name.start : joined.end()], "Collective")
            return
        beside = self._offices.beside(clauses, one)
        end = one if beside is None else End(beside, one.place, beside.said)
        people = self._people(paragraph, end)
        theirs = of_theirs(paragraph, clauses, one)
        if theirs is not None:  # "Its foreign minister said"
            alone = self._offices.alone(clauses, clauses.chunk_of(one.place))
            new = alone is None or alone.new
            kind = alone.kind if alone is not None else kind_of_people(theirs[1])
            meant.add(alone.who if alone is not None else theirs[0], kind if new else None, theirs[1])
            return
        office = self._offices.unnamed(paragraph, clauses, end) if people is None and beside is None else None
        if office is not None:  # "Peru's envoy said", who has no name
            meant.add(office, "Person")
            return
        name = paragraph.text[end.name.start : people.end()] if people else _with_place(paragraph, clauses, end)
        if end.name.label == "Instrument":
            self._wrote(paragraph, end.name, meant)
        if end.name.label != "Actor":
            return
        if any(each.endswith(f" and {name}") for each in meant.names):
            return
        is_new = people is not None or name != end.name.who or end.name.new
        kind = kind_of_people(people[0]) if people else end.name.kind
        named = end.words is None or is_named(paragraph, end)
        meant.add(name, kind if is_new else None, None if named else end.words)
        if people is not None:
            self._crowds[name.split()[-1].lower()] = name

    def _crowd(
        self, paragraph: Paragraph, clauses: Clauses, people: tuple[int, int], *, again: bool
    ) -> tuple[str, str | None]:
        """Return the words for people without a name; for "the officials" those by which the text called them before, and these."""
        first, last = people
        tokens = clauses.sentence.tokens
        name = paragraph.text[tokens[first].start : tokens[last].end]
        before = self._crowds.get(name.lower()) if again and _again(clauses, first, last) else None
        if before is not None:
            return before, name
        if " " in name:
            self._crowds[tokens[last].lower] = name
        return name, None

    def labelled(self, name: Name) -> Holder:
        """Return the holder that a person is by whose name a paragraph begins."""
        said = {name.who: name.said} if name.said else {}
        return Holder((name.who,), {name.who: name.kind} if name.new else {}, said)

    def before(self, paragraph: Paragraph) -> Holder | None:
        """Return who spoke last, of a paragraph that is only a quotation: by "we" or "I" in it where it does not name them."""
        last = self._last or self._earlier
        own = _OWN.search(paragraph.text)
        if last is None or own is None:
            return last
        return Holder(last.names, last.new, {name: own[0] for name in last.names if name not in paragraph.text})

    def _still(self, paragraph: Paragraph, clauses: Clauses, voice: Voice) -> Holder | None:
        """Return who spoke before where "he" or "she" is that one, and nobody else whom the text named since."""
        one = voice.holders[0] if len(voice.holders) == 1 else None
        if one is None or one.reference.lower() not in _HE:
            return self._they(paragraph, clauses, one) or self._body(paragraph, clauses, one)
        here = clauses.sentence.tokens[: one.place]
        content = range(clauses.chunks[voice.first].start, clauses.chunks[min(voice.last, len(clauses.chunks)) - 1].end)
        if any(
            each.name is not None and each.name.kind == "Person" and n not in content for n, each in enumerate(here)
        ):
            return None  # "Rojas left, saying that she"
        tokens = (
            token for each in range(voice.first, min(voice.last, len(clauses.chunks))) for token in clauses.tokens(each)
        )
        told = voice.last <= clauses.chunk_of(one.place) and any(
            token.name is not None and token.name.kind == "Person" for token in tokens
        )  # "Rojas could leave, he said"
        persons = [name for name in self.memory.subjects if name.kind == "Person"]
        went_on = self._main is not None and self._main == self._noted  # the sentence before is what somebody says
        last = self._last or self._earlier
        spoke = last is not None and len(last.names) == 1 and last.names[0] in self._speak
        if last is not None and spoke and (self._last is not None or told or self.memory.person is None):
            who = last.names[0]
            if went_on or not any(name.who != who for name in persons):
                return Holder(last.names, last.new, {} if who in paragraph.text else {who: one.reference})
        if len(persons) == 1 and self.memory.person is not None and (told or not clauses.chunk_of(one.place)):
            who = persons[0].who
            new = {who: "Person"} if persons[0].new else {}
            return Holder((who,), new, {} if who in paragraph.text else {who: persons[0].said or one.reference})
        return None

    def _they(self, paragraph: Paragraph, clauses: Clauses, one: Named | None) -> Holder | None:
        """Return the several who spoke in the sentence before, where "they" or "them" are those."""
        if one is None or one.reference.lower() not in ("they", "them", "their"):
            return None
        main, here = clauses.finite_verb(), None
        if main is not None and clauses.chunks[main].start < one.place:  # "Officials are uneasy, because they believe"
            here = self._acting(paragraph, clauses)
        last = here or (self._last if self._main == self._noted else None) or self._acted
        if last is None:
            return None
        several = _are_several(last)
        return Holder(last.names, last.new, {**last.words, **self._words(paragraph, last, one)}) if several else None

    def _body(self, paragraph: Paragraph, clauses: Clauses, one: Named | None) -> Holder | None:
        """Return the body of a state that spoke in the sentence before, where "it" may be the state: "It added that"."""
        last = self._last if self._main == self._noted else None
        last = last or self._acted
        if one is None or last is None or one.reference.lower() not in ("it", "its"):
            return None
        meant = [end.name for end in self.memory.resolve(clauses, one)]
        said = paragraph.text[meant[0].start : meant[0].end] if len(meant) == 1 and meant[0].kind == "State" else ""
        body = len(last.names) == 1 and last.new.get(last.names[0]) in _BODIES and said and said in last.names[0]
        return Holder(last.names, last.new, {**last.words, **self._words(paragraph, last, one)}) if body else None

    def _words(self, paragraph: Paragraph, last: Holder, one: Named) -> dict[str, str]:
        return {name: one.reference for name in last.names if name not in paragraph.text and name in last.new}

    def _by_phrase(self, paragraph: Paragraph, clauses: Clauses, voice: Voice, meant: _Meant) -> None:
        """Add whom "the president" or "the statement" means, where the text named one before."""
        verb = voice.spoken
        around: tuple[int | None, ...] = (voice.phrase,)
        if verb is not None:
            main = clauses.finite_verb()
            joined = main is not None and main < verb and clauses.sort(verb - 1) == "join"
            around = (main - 1 if joined and main is not None else verb - 1, verb + 1)
        place = phrase_of(clauses, around)
        if place is None:
            self._by_words(paragraph, clauses, around, meant)
            return
        alone = self._offices.alone(clauses, place)
        those = [alone] if alone is not None else self._documents.get(clauses.head(place), [])
        if not those:
            self._by_words(paragraph, clauses, around, meant)
        tokens = unowned(clauses.tokens(place))
        for each in those:
            said = paragraph.text[tokens[0].start : tokens[-1].end]
            meant.add(each.who, each.kind if each.new else None, said)

    def _by_words(self, paragraph: Paragraph, clauses: Clauses, around: Iterable[int | None], meant: _Meant) -> None:
        """Add whom a noun phrase without a name means by its own words: "foreign ministry", "seven countries"."""
        for place in around:
            kind = kind_of_speaker(clauses, place) if place is not None else None
            if kind is not None and place is not None:
                tokens = [each for each in unowned(clauses.tokens(place)) if each.lower not in _ARTICLES]
                name = paragraph.text[tokens[0].start : tokens[-1].end]
                head = "states" if tokens[-1].lower in _STATES else tokens[-1].lower
                before = self._crowds.get(head) if len(tokens) == 1 else None
                meant.add(before or name, kind, name if before is not None else None)
                if len(tokens) > 1:
                    self._crowds[head] = name  # "the seven countries", who are "the states" later
                return

    def _people(self, paragraph: Paragraph, end: End) -> re.Match[str] | None:
        """Return the words behind a name by which it is not that one who speaks: "officials", "foreign ministry"."""
        if end.words is not None:
            return None
        if end.name.kind == "Person":
            return _STAFF.match(paragraph.text, end.name.end)
        return BODY.match(paragraph.text, end.name.end) or _PEOPLE.match(paragraph.text, end.name.end)

    def _wrote(self, paragraph: Paragraph, document: Name, meant: _Meant) -> None:
        """Add who wrote a document that speaks: "the White Paper says"."""
        writer = self._writers.get(document.who)
        article = paragraph.text[: document.start].rstrip()[-3:].lower() == "the"
        if writer is None or not article:
            return
        start = (
            paragraph.text.rindex(" ", 0, document.start - 1) + 1 if " " in paragraph.text[: document.start - 1] else 0
        )
        meant.add(writer.who, writer.kind if writer.new else None, paragraph.text[start : document.end])

    def _acting(self, paragraph: Paragraph, clauses: Clauses) -> Holder | None:
        """Return the people or body that a sentence is about, whom "they" or "it" means next: "Peruvian officials are worried"."""
        main = clauses.finite_verb()
        if main is None:
            return None
        people = people_before(clauses, main)
        own = () if is_placed(clauses, people, main) else tuple(clauses.subject(main))
        if not own and not people:
            return None
        meant = self._named(paragraph, clauses, Voice(own, main, main, main, () if own else people))
        kinds = [meant.new.get(each) for each in meant.names]
        return meant.holder() if kinds and all(each in ("Collective", *_BODIES) for each in kinds) else None

    def note(self, paragraph: Paragraph, clauses: Clauses) -> None:
        """Remember the offices that a sentence names, and whose the documents are that it names first: its subject's."""
        self._noted = clauses.sentence.start
        self._acted = self._acting(paragraph, clauses)
        self._offices.note(paragraph, clauses)
        for head, those in documents(clauses):
            self._documents[head] = [end.name for end in self.memory.ends(clauses, those, placed=True)]
        for token in clauses.sentence.tokens:
            if token.name is not None and token.name.label == "Instrument" and token.name.who not in self._writers:
                main = clauses.finite_verb()
                subjects = [one.name for one in clauses.subject(main) if not one.owned] if main is not None else []
                if len(subjects) == 1 and subjects[0] is not None and subjects[0].label == "Actor":
                    self._writers[token.name.who] = subjects[0]


def _are_several(holder: Holder) -> bool:
    return len(holder.names) > 1 or holder.new.get(holder.names[0]) == "Collective"


def stated(paragraph: Paragraph, holder: Holder | None) -> Holder:
    """Return who holds a claim, or that it is not stated where the paragraph neither names them nor refers to them."""
    if holder is None:
        return Holder()
    said = all(name in paragraph.text or name in holder.words or _is_known(paragraph, name) for name in holder.names)
    return holder if said else Holder((UNSPECIFIED,))


def _is_known(paragraph: Paragraph, name: str) -> bool:
    return name == UNSPECIFIED or any(each.id == name and each.mentions for each in paragraph.known)


def _again(clauses: Clauses, first: int, last: int) -> bool:
    """Return whether people are those of whom a text spoke: "the officials", and "officials" of no state."""
    head = clauses.sentence.lower(last)
    return first == last and (clauses.sentence.lower(first - 1) == "the" or head in ("officials", "authorities"))


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
