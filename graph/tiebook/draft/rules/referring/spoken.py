"""Of whom a text has spoken so far: the states, persons and groups that its sentences named."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from tiebook.draft.rules.offices import office_before, office_of
from tiebook.draft.rules.referring.groups import GROUPED
from tiebook.draft.rules.referring.pairs import lists_in, pair_of
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.syntax.tokens import Name

_STATES: Final = ("State",)


@dataclass(frozen=True, slots=True)
class End:
    """An end of a tie: whom, and the words by which the paragraph refers to it, where it does not name it.

    guessed -- only an earlier paragraph says whom the words mean
    """

    name: Name
    place: int
    words: str | None = None
    guessed: bool = False


@dataclass(slots=True)
class Spoken:
    """Of whom a text has spoken so far. `leading` are the two states of which an article speaks by far the most, if there are."""

    leading: tuple[Name, ...] = ()
    main: Name | None = None  # the state of which the article speaks far more than of any other
    subjects: list[Name] = field(default_factory=list)
    person: Name | None = None
    states: list[Name] = field(default_factory=list)
    listed: list[Name] = field(default_factory=list)
    home: Name | None = None  # the state of that person
    home_of: str = ""
    region: Name | None = None
    opening: Name | None = None  # the state with which a paragraph begins, in the subject of its first sentence
    begun: bool = False
    persons: set[str] = field(default_factory=set)  # of the whole article so far
    said_states: list[str] = field(default_factory=list)
    groups: list[Name] = field(default_factory=list)
    pair: list[Name] = field(default_factory=list)  # the two whom the last sentence named
    joined: list[Name] = field(default_factory=list)  # those whom "and" joined last
    several: list[Name] = field(default_factory=list)  # those whom a list or "and" joined last in the paragraph
    all_states: dict[str, Name] = field(default_factory=dict)  # of the whole article so far
    written: dict[str, str] = field(default_factory=dict)  # how a paragraph writes the names of those of whom it speaks

    earlier: list[Name] = field(default_factory=list)  # the subjects with which the last paragraph ends
    earlier_groups: list[Name] = field(default_factory=list)  # of the paragraphs before
    earlier_several: list[Name] = field(default_factory=list)  # those whom it listed or joined last in them
    earlier_sides: list[Name] = field(default_factory=list)  # those whom "and" joined last in them

    def begin_paragraph(self) -> None:
        """Forget whom the last paragraph spoke of: what is carried over is only who is meant by "the two countries"."""
        self.earlier, self.earlier_groups = self.subjects, [*self.earlier_groups, *self.groups]
        self.earlier_sides = self.joined or self.earlier_sides
        self.earlier_several = self.several or self.earlier_several
        self.states = []
        self.said_states = []
        self.opening, self.begun = None, False
        self.subjects = []
        self.person = self.home = self.region = None
        self.groups, self.pair, self.joined, self.several = [], [], [], []
        self.written = {}

    def note_names(self, clauses: Clauses) -> None:
        """Remember whom a sentence names."""
        office = office_before(clauses)
        if office is not None:  # "The representative of Peru left. He said that"
            self.person = self.home = office
            self.home_of = ""
        if not self.begun:
            self.begun, self.opening = True, _opening(clauses)
        for token in clauses.sentence.tokens:
            if token.name is not None:
                self.written.setdefault(token.name.who, token.text)
            if token.name is not None and token.name.kind == "Person":
                self.person = token.name
                self.persons.add(token.name.who)
                self.home = office_of(clauses, token.name) or (self.home if self.home_of == token.name.who else None)
                self.home_of = token.name.who
            if token.name is not None and token.name.kind in _STATES:
                self.said_states.append(token.name.who)
            if token.name is not None and token.name.kind in GROUPED:
                self.groups.append(token.name)
            if token.name is not None and is_region(token.name):
                self.region = token.name
            if token.name is not None and token.name.kind in _STATES:
                self.all_states[token.name.who] = token.name
                if token.name.who not in [s.who for s in self.states]:
                    self.states.append(token.name)
        self.pair = pair_of(clauses.sentence.tokens)
        joined = pair_of(clauses.sentence.tokens, strict=True)
        listed = next((states for _, states in reversed(lists_in(clauses.sentence.tokens))), [])
        self.joined, self.listed = joined or self.joined, listed or self.listed
        self.several = listed or joined or self.several

    def topic(self, clauses: Clauses, place: int) -> Name | None:
        """Return the state with which a paragraph begins, if no other is named as often up to a place; else None."""
        here = [
            token.name.who for token in clauses.sentence.tokens[:place] if token.name and token.name.kind in _STATES
        ]
        counts = Counter([*self.said_states, *here]).most_common(2)
        first = self.opening
        leads = first is not None and bool(counts) and counts[0][0] == first.who
        return first if leads and (len(counts) == 1 or counts[0][1] > counts[1][1]) else None

    def spoken_of(self) -> Name | None:
        """Return the state with which a paragraph begins, where it names no other more often."""
        said, first = Counter(self.said_states), self.opening
        return first if first and said[first.who] == max(said.values()) and first not in self.joined else None

    def groups_before(self, clauses: Clauses, place: int) -> list[Name]:
        """Return the groups that the paragraph names up to a place."""
        here = [token.name for token in clauses.sentence.tokens[:place] if token.name is not None]
        return [*self.groups, *(name for name in here if name.kind in GROUPED)]

    def list_of(self, many: int, clauses: Clauses, place: int) -> list[Name]:
        """Return the states that "all three" means: those of the last list of as many, else all of the paragraph so far."""
        here = [states for last, states in lists_in(clauses.sentence.tokens) if last < place and len(states) == many]
        if here or len(self.listed) == many:
            return here[-1] if here else list(self.listed)
        return list(self.states) if len(self.states) == many else []


def is_region(name: Name) -> bool:
    """Return whether a name is that of the states of a region: "Gulf states"."""
    return name.kind == "Collective" and name.who.split()[-1].lower() in ("states", "nations", "countries")


def _opening(clauses: Clauses) -> Name | None:
    """Return the first state that stands before the main verb of a sentence."""
    end = next((chunk.start for chunk in clauses.chunks if chunk.finite), 0)
    names = (token.name for token in clauses.sentence.tokens[:end])
    return next((name for name in names if name is not None and name.kind in _STATES), None)


def meant(name: Name, one: Named, *, guessed: bool = False) -> End:
    """Return whom a reference means; a group that is named with its owner by the words that name it, "its allies" for "they"."""
    return End(name, one.place, name.said if name.of is not None and name.said else one.reference, guessed)
