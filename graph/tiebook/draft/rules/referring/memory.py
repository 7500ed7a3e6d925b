"""Whom "it", "their" and "the two countries" mean: those of whom the text just spoke, and nobody where that is not plain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from tiebook.draft.rules.offices import office_before, office_of, persons_before
from tiebook.draft.rules.referring.earlier import (
    acting_on,
    as_several,
    blamed_before,
    equated_subject,
    lone_state,
    main_subject,
    may_be_either,
    opening_owner,
    outer_subject,
    reported_subject,
    reporting_subject,
    subject_to_come,
    supported,
)
from tiebook.draft.rules.referring.groups import OWN, called, unnamed_kind
from tiebook.draft.rules.referring.kinds import (
    COUNTRY,
    REGION,
    TOPIC,
    is_neighbour,
    is_reference,
    is_rulers,
    kind_in,
)
from tiebook.draft.rules.referring.pairs import only, pair_of, visits_another
from tiebook.draft.rules.referring.spoken import End, Spoken, is_region
from tiebook.draft.rules.syntax.chunks import Named
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.nouns import named
from tiebook.draft.rules.syntax.tokens import Name, owner
from tiebook.draft.rules.words.vocabulary import DOCUMENTS, FEARS, HOPES, PREPOSITIONS, REPORTS

_ONE: Final = frozenset("it its itself".split())
_PERSON: Final = frozenset("he she him his her".split())
_SEVERAL: Final = frozenset("they them their themselves".split())
_MUTUAL: Final = frozenset(("each other", "one another"))
_STATES: Final = ("State",)
_PLAIN_NUMBER: Final = 2  # words of "two countries", "both sides"
_FEW: Final = 3  # of a longer list, "these countries" are a set of their own
_NUMBERS: Final = {"three": 3, "four": 4, "five": 5}
_NUMBER: Final = re.compile(r"\b(three|four|five)\b")
_FEWEST: Final = 3  # of a list
_BY_NAME: Final = ("council", "commission", "court", "union")
_PLACED: Final = ("in", "at", "near", "outside")
_PLURAL: Final = ("Collective", "ArmedGroup", "Bloc")


class Memory(Spoken):
    """Whom references mean, by what a text has named so far; nobody where that is not plain."""

    def note(self, clauses: Clauses) -> None:
        """Remember whom a sentence names, and its main subjects."""
        self.note_names(clauses)
        for place, chunk in enumerate(clauses.chunks):
            if chunk.sort == "verb" and chunk.finite:
                ends = [
                    end for each in clauses.subject(place) for end in self.resolve(clauses, replace(each, owned=""))
                ]
                if ends:
                    self.subjects = [end.name for end in ends]
                    self._note_person(clauses, self.subjects)
                    return

    def _note_person(self, clauses: Clauses, subjects: Sequence[Name]) -> None:
        """Remember the one person who is the subject, whom "he" means next: "Rojas met Pavlov. He said"."""
        if len(subjects) == 1 and subjects[0].kind == "Person" and subjects[0] != self.person:
            self.person = subjects[0]
            self.home, self.home_of = office_of(clauses, self.person), self.person.who

    def ends(self, clauses: Clauses, those: Sequence[Named], *, placed: bool = False) -> list[End]:
        """Return whom those named mean; the seat of a government after "in" is a place, unless `placed`."""
        found: dict[str, End] = {}
        for each in those:
            topic = [End(name, each.place) for name in (self.spoken_of(),) if name]
            for end in topic if each.reference == TOPIC else self.resolve(clauses, each):
                if placed or not (end.name.seat and clauses.sentence.lower(end.place - 1) in _PLACED):
                    found.setdefault(end.name.who, end)
        return list(found.values())

    def resolve(self, clauses: Clauses, one: Named) -> list[End]:
        """Return whom something named means; nobody where a reference is not plain."""
        if one.name is not None:
            return [End(one.name, one.place, one.name.said)]
        said = one.reference.lower()
        if one.reference.lower() in COUNTRY:  # "his country"
            persons = persons_before(clauses, one.place)
            home = next((each for each in map(partial(office_of, clauses), persons) if each), None)
            another = bool(persons) and persons[0].who != self.home_of
            home = home or office_before(clauses, one.place) or (None if another else self.home)
            return [End(home, one.place, one.reference)] if home else []
        if said in _PERSON:
            before = [token.name for token in clauses.sentence.tokens[: one.place] if token.name is not None]
            person = next((name for name in reversed(before) if name.kind == "Person"), self.person)
            return [End(person, one.place, one.reference)] if person else []
        if said in _ONE or said in _SEVERAL or said in _MUTUAL:
            return self._it(clauses, one)
        if said == REGION:
            names = (token.name for token in clauses.sentence.tokens[: one.place])
            region = next((name for name in names if name is not None and is_region(name)), self.region)
            return [End(region, one.place, one.reference)] if region is not None else []
        return self._by_kind(clauses, one)

    def _it(self, clauses: Clauses, one: Named) -> list[End]:
        """Return whom "it", "they" or "its" means: the subject before it, where that is one, or several."""
        said = one.reference.lower()
        if said == "it" and may_be_either(clauses, one.place):
            return []
        found = reported_subject(clauses, one.place) or self._before(clauses, one.place)
        found = found or self.subjects or lone_state(clauses, one.place)
        guessed = not found and not self.begun and one.place <= 1
        found = self.earlier if guessed else found  # "It also left", with which a paragraph begins
        if said in ("it", "them") and found in (_acting(clauses, one.place), acting_on(clauses, one.place)):
            # "North Korea could attack it" is somebody else
            found = reporting_subject(clauses, one.place) or self._owner_before(clauses, one.place)
            found = found or outer_subject(clauses, one.place) or _only_other(clauses, one.place)
        elif said in ("its", "their") and (other := self._others(clauses, one.place, found)) is not None:
            found = other
        elif said == "it" and (main := main_subject(clauses, one.place)):
            found = main
        single = len(found) == 1 and found[0].kind not in ("Person", *_PLURAL)
        several = len(found) > 1 or (len(found) == 1 and found[0].kind in _PLURAL)
        several = several or as_several(clauses, one.place, found)
        if single if said in _ONE else several:
            return [_meant(each, one, guessed=guessed) for each in found]
        return []

    def _by_kind(self, clauses: Clauses, one: Named) -> list[End]:
        """Return whom a reference by what somebody is means: "the bloc", "its neighbours", "the kingdom", "the two states"."""
        said = one.reference.lower()
        if called(one.reference) or unnamed_kind(said):
            return self._group(clauses, one)
        if (own := OWN.fullmatch(said)) is not None:
            return self._own(clauses, one, own)
        if said.startswith(("these ", "those ")):
            return [_meant(each, one) for each in self.several] if len(self.several) <= _FEW else []
        number = _NUMBER.search(said)
        many = _NUMBERS[number[1]] if number is not None else 0
        if is_reference(said, "mediated", ""):
            those = self._referred(clauses, one.place, said)
        else:
            two = self.subjects if len(self.subjects) == 2 else []  # noqa: PLR2004 -- "the government and rebels"
            sides = (self.joined or two) if said.endswith(("parties", "sides", "side")) else []
            those = self.list_of(many, clauses, one.place) if many else sides or self._two(clauses, one.place)
            sort = len(said.removeprefix("the ").split()) > _PLAIN_NUMBER
            persons = said.endswith(("countries", "nations", "states")) and any(each.kind == "Person" for each in those)
            if persons or (sort and not self._named_together(clauses, one.place, those)):
                those = []  # "the two nuclear powers" are two that were named together
        so_far = {*self.written, *(token.name.who for token in clauses.sentence.tokens[: one.place] if token.name)}
        if not those or so_far.isdisjoint(each.who for each in those):
            return [
                _meant(each, one, guessed=True) for each in those or self._of_article(clauses, one.place, said, so_far)
            ]
        return [_meant(each, one) for each in those]

    def _named_together(self, clauses: Clauses, place: int, those: Sequence[Name]) -> bool:
        """Return whether a list or "and" has joined those of a number before."""
        joined = pair_of(clauses.sentence.tokens[:place], strict=True) or self.joined
        who = {each.who for each in those}
        return who in ({each.who for each in self.listed}, {each.who for each in joined})

    def _of_article(self, clauses: Clauses, place: int, said: str, so_far: set[str]) -> list[Name]:
        """Return whom "the country" or "the parties" means in a paragraph that names nobody else: those the article is about."""
        if so_far & self.all_states.keys() - {each.who for each in _acting(clauses, place)}:
            return []
        if said.endswith(("parties", "sides", "side")):
            return self.earlier_sides
        alone = is_rulers(said) or said in ("the country", "the state", "the nation")
        return [self.main] if alone and self.main is not None and self.main.who in self.all_states else []

    def _group(self, clauses: Clauses, one: Named) -> list[End]:
        """Return the group of a kind that was named last: "the bloc"; fighters whom nothing names by what they are called."""
        said = one.reference.lower()
        before, earlier = self.groups_before(clauses, one.place), self.earlier_groups
        if said.endswith(_BY_NAME):  # "the council" is none of the other bodies
            head = said.rsplit(maxsplit=1)[-1]
            before, earlier = ([each for each in those if head in each.who.lower()] for those in (before, earlier))
        again = called(one.reference)
        for kinds in again or (("ArmedGroup",),) * said.startswith("the "):
            those = [name for name in before if name.kind in kinds]
            if those and (again or unnamed_kind(those[-1].who.lower()) == unnamed_kind(said)):
                return [End(those[-1], one.place, one.reference)]
        for kinds in again:  # "The bloc" in a paragraph that names none
            those = [name for name in earlier if name.kind in kinds]
            if those and (not said.endswith("s") or said[4:-1] in those[-1].who.lower()):  # "the rebels" are many
                return [_meant(those[-1], one, guessed=True)]
        kind = unnamed_kind(said)
        if kind is None:
            return []
        text = one.reference[4:] if said.startswith("the ") else one.reference
        end = clauses.sentence.tokens[one.place].end
        return [End(Name(text, end - len(text), end, kind, new=True), one.place)]

    def _own(self, clauses: Clauses, one: Named, own: re.Match[str]) -> list[End]:
        """Return the group of somebody whom the paragraph names: "its Arab neighbours"."""
        joined = clauses.sentence.lower(one.place - 1) == "and"  # "Peruvian officials and their rivals"
        beside = clauses.named(clauses.chunk_of(one.place) - 2) if joined else []
        found = [end for each in beside for end in self.resolve(clauses, each)]
        found = found or self.resolve(clauses, Named(None, one.place, "", own["own"]))
        whose = found[0].name if len(found) == 1 else None
        here = {each.name.who: each.text for each in clauses.sentence.tokens[: one.place] if each.name is not None}
        written = (self.written | here).get(whose.who) if whose is not None else None
        if whose is None or written is None:
            return []
        said = (
            f"{own['some'] or ''}{written if whose.adjective else owner(written)} {one.reference[own.start('which') :]}"
        )
        token = clauses.sentence.tokens[one.place]
        return [
            End(
                Name(said, token.start, token.end, "Collective", new=True, of=(whose, own["role"])),
                one.place,
                one.reference,
            )
        ]

    def _others(self, clauses: Clauses, place: int, found: list[Name]) -> list[Name] | None:
        """Return whom "its" means where it cannot mean the subject: "Peru left. Chile is its main partner"; else None."""
        equated = self.subjects and found == equated_subject(clauses, place)
        return self.subjects if equated else supported(clauses, place, found)

    def _referred(self, clauses: Clauses, place: int, said: str) -> list[Name]:
        """Return whom "the latter", "the kingdom", "the country", "its neighbour" or "the dispute" means, where one thing fits."""
        before = clauses.sentence.tokens[:place]
        here = [each.name for each in before if each.name is not None and each.name.kind in _STATES]
        acting = {each.who for each in _acting(clauses, place)}
        so_far = [each for each in (*self.states, *here) if each.who not in acting]
        if said in ("the former", "the latter"):
            pair = pair_of(before) or self.pair
            return pair[said == "the latter" :][:1]
        if (kind := kind_in(said)) is not None:
            those = [each for each in so_far if each.who in kind]
            return only(those or [each for each in self.all_states.values() if each.who in kind])
        if is_neighbour(said):
            own = {each.name.who for each in self.resolve(clauses, Named(None, place, "", "its"))}
            return only(each for each in so_far if each.who not in own) if own else []
        topic = self.topic(clauses, place)
        if is_rulers(said):
            return self._visited(clauses, place) or ([topic] if topic is not None else only(so_far))
        if said.rsplit(maxsplit=1)[-1] in ("country", "state", "nation"):
            one = only(so_far) or self._visited(clauses, place)
            sort = len(said.split()) > _FEWEST - 1 or (self.opening is not None and topic is not None)
            subject = only(each for each in self.subjects if each.kind in _STATES)
            return one or (subject if sort and not here else [])
        return self._two(clauses, place)

    def _visited(self, clauses: Clauses, place: int) -> list[Name]:
        """Return the state with which a paragraph begins where somebody else acts on or in "the country"."""
        governor = clauses.governor(clauses.chunk_of(place))
        acting = {each.name.who for each in clauses.subject(governor) if each.name} if governor is not None else set()
        leads = self.spoken_of()
        few = len({*self.said_states} - acting) <= 2  # noqa: PLR2004 -- it, and one other
        return [leads] if leads is not None and few and acting and leads.who not in acting else []

    def _before(self, clauses: Clauses, place: int) -> list[Name]:
        """Return the one who has what was just named in the clause ("China's efforts to expand its..."), or its subjects."""
        joined = clauses.sentence.tokens[place - 2].name if place > 1 else None
        if joined is not None and joined.kind in _STATES and clauses.sentence.lower(place - 1) == "and":
            return [joined]  # "Peru and its allies"
        blamed = blamed_before(clauses, place)
        if blamed is not None:
            return [blamed]
        owners: list[Name] = []
        for chunk in clauses.chunks:
            if chunk.start >= place:
                break
            if chunk.sort in ("mark", "sub", "rel"):
                owners = []
            elif (
                chunk.sort == "noun"
                and chunk.end <= place
                and clauses.sentence.lower(chunk.start - 1) not in PREPOSITIONS
            ):
                those = named(clauses.sentence, chunk)
                owners += [each.name for each in those if each.name is not None and each.owned]
        if len(owners) == 1:
            return owners
        found: list[Name] = []
        for each, chunk in enumerate(clauses.chunks):
            if chunk.start >= place:
                break
            told = (
                chunk.infinitive and each > 1 and clauses.sort(each - 1) == "noun"
            )  # "asked Peru to give up its control"
            if chunk.sort == "verb" and (chunk.finite or told):
                those = [one for one in clauses.subject(each) if one.place < place and one.owned not in DOCUMENTS]
                names = [named.name for named in those if named.name is not None]
                if len(those) == 1 and _NUMBER.search(those[0].reference.lower()):  # "the three states did, and they"
                    names = [end.name for end in self.resolve(clauses, those[0])]
                if len(names) > 1 and len(found) == 1 and clauses.sentence.lower(place) in _ONE:
                    continue  # "Peru said that drills by Chad and Mali threaten its coast"
                found = names or found
        return found or subject_to_come(clauses, place) or opening_owner(clauses, place)

    def _owner_before(self, clauses: Clauses, place: int) -> list[Name]:
        """Return whose worry or claim it is in "Japan's concern that North Korea could attack it", "fears that"; else nobody."""
        for chunk in clauses.chunks:
            if chunk.start >= place:
                break
            if chunk.sort == "rel":
                before = max(
                    (each for each in clauses.chunks if each.end <= chunk.start),
                    key=lambda each: each.end,
                    default=None,
                )
                if before is not None and before.sort == "verb" and before.verb in FEARS | REPORTS | HOPES:
                    those = [replace(each, owned="it") for each in clauses.subject(clauses.chunks.index(before))]
                else:
                    those = named(clauses.sentence, before) if before is not None else []
                    those = those or _told(clauses, clauses.chunks.index(chunk))
                return [each.name for each in those if each.name is not None and each.owned]
        return []

    def _joined(self, clauses: Clauses, place: int) -> list[Name]:
        """Return those whom "and" joined in the last sentence; nobody where this one names two states itself."""
        here = {
            token.name.who for token in clauses.sentence.tokens[:place] if token.name and token.name.kind in _STATES
        }
        here -= {each.who for each in _acting(clauses, place)}
        return self.joined if len(here) != 2 else []  # noqa: PLR2004 -- two are meant

    def _two(self, clauses: Clauses, place: int) -> list[Name]:
        """Return the two that were joined last, or of which the paragraph spoke so far; else those of the whole article."""
        joined = pair_of(clauses.sentence.tokens[:place], strict=True) or self._joined(clauses, place)
        if joined and visits_another(clauses.sentence.tokens[:place], joined):
            return []
        if joined and not {each.who for each in joined} & {each.who for each in _acting(clauses, place)}:
            return joined
        so_far = list(self.states)
        for token in clauses.sentence.tokens[:place]:
            if token.name is not None and token.name.kind in _STATES and token.name.who not in [s.who for s in so_far]:
                so_far.append(token.name)
        two = 2
        here = {
            token.name.who: token.name
            for token in clauses.sentence.tokens[:place]
            if token.name and token.name.kind in _STATES
        }
        acting = {each.who for each in _acting(clauses, place)}
        if acting:  # "China, a creditor of Chile, urged both sides": China is no side
            others = [state for state in so_far if state.who not in acting]
            if len(others) == two:
                return others
            if acting & here.keys():
                return [] if acting & {each.who for each in self.leading} else list(self.leading)
        if len(here) == two:
            return list(here.values())
        return so_far if len(so_far) == two else list(self.leading)


def _meant(name: Name, one: Named, *, guessed: bool = False) -> End:
    """Return whom a reference means; a group that is named with its owner by the words that name it, "its allies" for "they"."""
    return End(name, one.place, name.said if name.of is not None and name.said else one.reference, guessed)


def _only_other(clauses: Clauses, place: int) -> list[Name]:
    """Return the one beside the subject that is named before "by" or a second verb.

    "Chile helped Peru by selling it boats", "Chile left the pact with Peru, accusing it of theft".
    """
    verb = clauses.governor(clauses.chunk_of(place))
    by = verb is not None and clauses.word(verb - 1) in ("by", ",") and clauses.chunks[verb].form == "ing"
    by = by or (verb is not None and clauses.word(verb - 1) == "and" and clauses.chunks[verb].finite)
    acting = {each.who for each in (*_acting(clauses, place), *acting_on(clauses, place))}
    names = [token.name for token in clauses.sentence.tokens[:place] if token.name is not None]
    others = {each.who: each for each in names if each.label == "Actor" and each.who not in acting}
    return list(others.values()) if by and len(others) == 1 else []


def _acting(clauses: Clauses, place: int) -> list[Name]:
    """Return the subjects of the verb whose object stands at a place; nobody for what is no object."""
    chunk = clauses.chunk_of(place)
    after = clauses.at(chunk + 1)
    if clauses.sort(chunk - 1) != "verb":
        return []
    finite = after is not None and after.sort == "verb" and after.finite
    if finite and clauses.chunks[chunk - 1].verb in REPORTS | FEARS | HOPES:  # "insists it did not"
        return []
    return [each.name for each in clauses.subject(chunk - 1) if each.name is not None]


def _told(clauses: Clauses, that: int) -> list[Named]:
    """Return who says or is told what follows "that" behind a time or place: "Peru was told in May that"."""
    before = that - 1
    while clauses.sort(before) in ("noun", "prep") and not clauses.named(before):
        before -= 1
    verb = clauses.at(before)
    says = verb is not None and verb.sort == "verb" and verb.verb in FEARS | REPORTS | HOPES
    return [replace(each, owned="it") for each in clauses.subject(before)] if says else []
