"""Who speaks by an office alone: "the president said" of whom the text named with it, and "Peru's envoy" who has no name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from tiebook.draft.protocol import Paragraph
from tiebook.draft.rules.referring.spoken import End
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.tokens import Name, Token
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

_PERSON: Final = ("he", "she", "him", "her", "his")
_STATES: Final = ("State",)
_BODIES: Final = ("GovernmentBody", "Military", "Organization")
_OF: Final = ("of", "for", "to")
_BEFORE: Final = frozenset(  # words that say which minister or secretary it is
    "prime foreign defence defense interior finance trade oil energy justice security vice deputy general state permanent".split()
)
_HEADS: Final = words.OFFICES | {"leader", "minister", "spokesman", "spokeswoman", "spokesperson", "representative"}
_THE_OFFICE: Final = 2  # words
_OPENS: Final = ("the", "a", "an", "both", "these", "all", "several", "many", "some")
_MINISTRIES: Final = frozenset(
    "ministry presidency embassy army navy military police junta cabinet parliament government coastguard commission council"
    " committee court agency administration secretariat bank".split()
)
_SETS: Final = frozenset(
    "countries states nations governments powers sides parties ministers leaders members allies neighbours neighbors delegations"
    " capitals envoys rebels militants insurgents separatists groups firms companies".split()
)
_NOT_ALONE: Final = ("head", "chief", "chair", "professor", "counterpart", "leader")  # said of too many


@dataclass(slots=True)
class Offices:
    """The offices of those whom an article has named so far, and who spoke last by an office without a name."""

    held: dict[str, list[tuple[Name, str]]] = field(default_factory=dict)  # by head: who, and the words before the head
    bodies: list[Name] = field(default_factory=list)  # of the paragraph so far
    last: dict[str, str] = field(default_factory=dict)  # by state: "Peru's envoy"

    def begin_paragraph(self) -> None:
        """Forget what the last paragraph named."""
        self.bodies = []
        self.last = {}

    def note(self, paragraph: Paragraph, clauses: Clauses) -> None:
        """Remember the offices and bodies that a sentence names, and who acts in it by an office."""
        for place, chunk in enumerate(clauses.chunks):
            for at in range(chunk.start, chunk.end) if chunk.sort == "noun" else ():
                name = clauses.sentence.tokens[at].name
                if name is not None and name.kind == "Person":
                    self._note_person(clauses, place, at, name)
                elif name is not None and name.kind in _BODIES:
                    self.bodies.append(name)
        main = clauses.finite_verb()
        found = _phrase(paragraph, clauses, main - 1) if main is not None else None
        if found is not None:
            self.last[found[0].who] = found[1]

    def _note_person(self, clauses: Clauses, place: int, at: int, name: Name) -> None:
        chunk = clauses.chunks[place]
        before = [token.lower for token in clauses.sentence.tokens[chunk.start : at]]
        heads = [n for n, word in enumerate(before) if word in _HEADS]
        if heads:
            self._add(before[: heads[-1] + 1], name)
        for each in (
            place - 2 if clauses.word(place - 1) == "," else -1,
            place + 2 if clauses.word(place + 1) == "," else -1,
        ):
            beside = each - 2 if each > place - 3 and each < place and clauses.word(each - 1) in _OF else each
            if each >= 0 and clauses.head(beside) in _HEADS:
                self._add([token.lower for token in clauses.tokens(beside)], name)

    def _add(self, said: list[str], name: Name) -> None:
        those = self.held.setdefault(said[-1], [])
        those[:] = [each for each in those if each[0].who != name.who]
        those.append((name, said[-2] if len(said) > 1 and said[-2] in _BEFORE else ""))

    def alone(self, clauses: Clauses, place: int) -> Name | None:
        """Return whom a noun phrase without a name means, one of the text: "the president", "the foreign ministry"."""
        said = [token.lower for token in unowned(clauses.tokens(place))]
        head, which = said[-1], said[-2] if len(said) > 1 and said[-2] in _BEFORE else ""
        if head in _HEADS and head not in _NOT_ALONE:
            fits = {who.who: who for who, what in self.held.get(head, []) if which in ("", what) or not what}
            return next(iter(fits.values())) if len(fits) == 1 else None
        return next((name for name in reversed(self.bodies) if name.who.lower().split()[-1:] == [head]), None)

    def beside(self, clauses: Clauses, end: End) -> Name | None:
        """Return the person beside whose name the office of a state stands: "Ana Rojas, the president of Peru, said"."""
        place = clauses.chunk_of(end.place)
        office = place - 2 if clauses.word(place - 1) in _OF else place
        if end.words is not None or end.name.kind not in _STATES or clauses.head(office) not in _HEADS:
            return None
        before = clauses.named(office - 2) if clauses.word(office - 1) == "," else []
        name = before[0].name if len(before) == 1 and not before[0].owned else None
        return name if name is not None and name.kind == "Person" else None

    def unnamed(self, paragraph: Paragraph, clauses: Clauses, end: End) -> str | None:
        """Return "Peru's envoy" or "representative of Peru" where that is who a state means that speaks, or "he" does."""
        if end.words is not None:
            return self.last.get(end.name.who) if end.words.lower() in _PERSON else None
        found = _phrase(paragraph, clauses, clauses.chunk_of(end.place))
        return found[1] if found is not None else None


def unowned(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the words up to an owner's: "the president" of "the president's view"."""
    end = next((n for n, token in enumerate(tokens) if token.kind == "owner"), len(tokens))
    return tokens[:end] or tokens


def phrase_of(clauses: Clauses, places: Iterable[int | None]) -> int | None:
    """Return the first of some chunks that is a noun phrase with "the" and without a name: "the president"."""
    for each in places:
        if each is not None and clauses.sort(each) == "noun" and not clauses.named(each):
            said = clauses.tokens(each)
            if len(said) > 1 and said[0].lower == "the":
                return each
    return None


def kind_of_speaker(clauses: Clauses, place: int) -> str | None:
    """Return the kind of who speaks by a noun phrase without a name: "the foreign ministry", "the seven countries"; else None."""
    if clauses.sort(place) != "noun" or clauses.named(place):
        return None
    said = unowned(clauses.tokens(place))
    if said[0].lower not in _OPENS or len(said) == 1 or len(said) < len(clauses.tokens(place)):
        return None
    head = said[-1].lower
    if head in _MINISTRIES:
        return "GovernmentBody"
    if head in _SETS:
        return "Collective"
    office = head in _HEADS - set(_NOT_ALONE) and head not in ("general", "premier")
    return "Person" if office and len(said) > _THE_OFFICE else None  # "the army spokesman", not "the president"


def _phrase(paragraph: Paragraph, clauses: Clauses, place: int) -> tuple[Name, str] | None:
    """Return the state of the office that a noun phrase is, and its words: "Peru's envoy", "representative of Peru"."""
    named = clauses.named(place)
    state = named[0].name if len(named) == 1 else None
    if state is None or state.label != "Actor" or state.kind == "Person":
        return None
    of = clauses.word(place - 1) in _OF and clauses.head(place) == clauses.sentence.lower(named[0].place)
    office = place - 2 if of else place
    if clauses.head(office) not in _HEADS or is_noun_of(clauses.head(office), frozenset({"chief"})):
        return None
    tokens = clauses.sentence.tokens
    first, last = clauses.chunks[office].start, clauses.chunks[place].end - 1
    while first < last and (tokens[first].lower in words.DETERMINERS or tokens[first].kind == "mark"):
        first += 1
    while last > first and tokens[last].kind == "mark":
        last -= 1
    return state, paragraph.text[tokens[first].start : tokens[last].end]
