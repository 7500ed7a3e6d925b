"""Whom "it", "their" and "the two countries" mean: those of whom the text just spoke, and nobody where that is not plain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from tiebook.draft.rules.offices import office_before, office_of, persons_before
from tiebook.draft.rules.referring.by_kind import ByKind
from tiebook.draft.rules.referring.earlier import (
    acting_on,
    as_several,
    blamed_before,
    blamed_by,
    equated_subject,
    lone_state,
    main_subject,
    may_be_either,
    opening_owner,
    outer_subject,
    owner_of_both,
    reported_subject,
    reporting_subject,
    subject_to_come,
    subjects_acting,
    supported,
)
from tiebook.draft.rules.referring.kinds import (
    CLUB,
    COUNTRY,
    REGION,
    TOPIC,
)
from tiebook.draft.rules.referring.spoken import End, is_region, meant
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.syntax.nouns import named
from tiebook.draft.rules.syntax.tokens import Name
from tiebook.draft.rules.words.vocabulary import DOCUMENTS, FEARS, HOPES, PREPOSITIONS, REPORTS

_ONE: Final = frozenset("it its itself".split())
_PERSON: Final = frozenset("he she him his her".split())
_SEVERAL: Final = frozenset("they them their themselves".split())
_MUTUAL: Final = frozenset(("each other", "one another"))
_STATES: Final = ("State",)
_NUMBER: Final = re.compile(r"\b(three|four|five)\b")
_PLACED: Final = ("in", "at", "near", "outside")
_TELLS: Final = ("assure", "reassure", "promise", "tell", "warn", "inform", "remind", "convince")
_PLURAL: Final = ("Collective", "ArmedGroup", "Bloc")


class Memory(ByKind):
    """Whom references mean, by what a text has named so far; nobody where that is not plain."""

    def note(self, clauses: Clauses) -> None:
        """Remember whom a sentence names, and its main subjects."""
        self.note_names(clauses)
        for place, chunk in enumerate(clauses.chunks):
            if chunk.sort == "verb" and chunk.finite:
                ends = [end for each in clauses.subject(place) for end in self.resolve(clauses, each.itself)]
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
            if each.reference == CLUB:
                topic = self._club(clauses, each.place)
            for end in topic if each.reference in (TOPIC, CLUB) else self.resolve(clauses, each):
                if placed or not (end.name.seat and clauses.sentence.lower(end.place - 1) in _PLACED):
                    found.setdefault(end.name.who, end)
        return list(found.values())

    def _club(self, clauses: Clauses, place: int) -> list[End]:
        """Return the one organisation or bloc that the paragraph has named up to a place."""
        clubs = {each.who: each for each in self.groups_before(clauses, place) if each.kind in ("Organization", "Bloc")}
        return [End(each, place) for each in clubs.values()] if len(clubs) == 1 else []

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
        return self.by_kind(clauses, one)

    def _it(self, clauses: Clauses, one: Named) -> list[End]:
        """Return whom "it", "they" or "its" means: the subject before it, where that is one, or several."""
        said = one.reference.lower()
        if said == "it" and may_be_either(clauses, one.place):
            return []
        found = reported_subject(clauses, one.place) or self._before(clauses, one.place)
        found = found or self.subjects or lone_state(clauses, one.place)
        guessed = not found and not self.begun and one.place <= 1
        found = self.earlier if guessed else found  # "It also left", with which a paragraph begins
        if said in ("it", "them") and found in (subjects_acting(clauses, one.place), acting_on(clauses, one.place)):
            # "North Korea could attack it" is somebody else
            found = reporting_subject(clauses, one.place) or self._owner_before(clauses, one.place)
            found = found or outer_subject(clauses, one.place) or _only_other(clauses, one.place)
            found = found or _other_of(self.pair, clauses, one.place)
        elif said in ("its", "their") and (other := self._others(clauses, one.place, found)) is not None:
            found = other
        elif said == "it" and (main := main_subject(clauses, one.place)):
            found = main
        single = len(found) == 1 and found[0].kind not in ("Person", *_PLURAL)
        several = len(found) > 1 or (len(found) == 1 and found[0].kind in _PLURAL)
        several = several or as_several(clauses, one.place, found)
        if single if said in _ONE else several:
            return [meant(each, one, guessed=guessed) for each in found]
        return []

    def _others(self, clauses: Clauses, place: int, found: list[Name]) -> list[Name] | None:
        """Return whom "its" means where it cannot mean the subject: "Peru left. Chile is its main partner"; else None."""
        equated = self.subjects and found == equated_subject(clauses, place)
        blamed = self.subjects if equated else blamed_by(clauses, place, found)
        return blamed or supported(clauses, place, found)

    def _before(self, clauses: Clauses, place: int) -> list[Name]:
        """Return the one who has what was just named in the clause ("China's efforts to expand its..."), or its subjects."""
        joined = clauses.sentence.tokens[place - 2].name if place > 1 else None
        if joined is not None and joined.kind in _STATES and clauses.sentence.lower(place - 1) == "and":
            owner = owner_of_both(clauses, place)
            return [owner or joined]  # "Peru and its allies"
        blamed = blamed_before(clauses, place)
        if blamed is not None:
            return [blamed]
        owners: list[Name] = []
        for each, chunk in enumerate(clauses.chunks):
            if chunk.start >= place:
                break
            told = chunk.infinitive and clauses.sort(each - 1) == "noun" and bool(clauses.named(each - 1))
            if chunk.sort in ("mark", "sub", "rel") or told:  # "Chile's attack led Peru to leave its"
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
                told = clauses.named(clauses.chunks.index(chunk) - 1)
                verb = clauses.at(clauses.chunks.index(chunk) - 2)
                if told and not told[0].owned and verb is not None and verb.verb in _TELLS:
                    return [
                        each.name for each in told[:1] if each.name is not None
                    ]  # "assured Peru that Chile would not attack it"
                if before is not None and before.sort == "verb" and before.verb in FEARS | REPORTS | HOPES:
                    those = [replace(each, owned="it") for each in clauses.subject(clauses.chunks.index(before))]
                else:
                    those = named(clauses.sentence, before) if before is not None else []
                    those = those or _told(clauses, clauses.chunks.index(chunk))
                return [each.name for each in those if each.name is not None and each.owned]
        return []


def _other_of(pair: Sequence[Name], clauses: Clauses, place: int) -> list[Name]:
    """Return the other of the two whom the last sentence named: "Peru armed Chile. In return, Chile sent it corn"."""
    acting = {each.who for each in (*subjects_acting(clauses, place), *acting_on(clauses, place))}
    here = {token.name.who for token in clauses.sentence.tokens[:place] if token.name is not None}
    others = [each for each in pair if each.who not in acting]
    verb = clauses.governor(clauses.chunk_of(place))
    if verb is None or any(each.owned for each in clauses.subject(verb)):  # "Peru's wealth enables it to"
        return []
    return others if len(pair) == 2 and len(others) == 1 and here == acting else []  # noqa: PLR2004


def _only_other(clauses: Clauses, place: int) -> list[Name]:
    """Return the one beside the subject that is named before "by" or a second verb.

    "Chile helped Peru by selling it boats", "Chile left the pact with Peru, accusing it of theft".
    """
    verb = clauses.governor(clauses.chunk_of(place))
    by = verb is not None and clauses.word(verb - 1) in ("by", ",") and clauses.chunks[verb].form == "ing"
    by = by or (verb is not None and clauses.word(verb - 1) == "and" and clauses.chunks[verb].finite)
    acting = {each.who for each in (*subjects_acting(clauses, place), *acting_on(clauses, place))}
    names = [token.name for token in clauses.sentence.tokens[:place] if token.name is not None]
    others = {each.who: each for each in names if each.label == "Actor" and each.who not in acting}
    return list(others.values()) if by and len(others) == 1 else []


def _told(clauses: Clauses, that: int) -> list[Named]:
    """Return who says or is told what follows "that" behind a time or place: "Peru was told in May that"."""
    before = that - 1
    while clauses.sort(before) in ("noun", "prep") and not clauses.named(before):
        before -= 1
    verb = clauses.at(before)
    says = verb is not None and verb.sort == "verb" and verb.verb in FEARS | REPORTS | HOPES
    return [replace(each, owned="it") for each in clauses.subject(before)] if says else []
