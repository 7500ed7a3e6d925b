"""Whom "the bloc", "its neighbours", "the kingdom", "the latter" and "the two countries" mean, where one thing fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tiebook.draft.rules.referring.earlier import (
    subjects_acting,
)
from tiebook.draft.rules.referring.groups import OWN, called, unnamed_kind
from tiebook.draft.rules.referring.kinds import (
    LEADERS,
    is_neighbour,
    is_reference,
    is_rulers,
    kind_in,
)
from tiebook.draft.rules.referring.pairs import only, pair_of, visits_another
from tiebook.draft.rules.referring.spoken import End, Spoken, meant
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.syntax.tokens import Name, owner

_STATES: Final = ("State",)
_PLAIN_NUMBER: Final = 2  # words of "two countries", "both sides"
_FEW: Final = 3  # of a longer list, "these countries" are a set of their own
_NUMBERS: Final = {"three": 3, "four": 4, "five": 5}
_NUMBER: Final = re.compile(r"\b(three|four|five)\b")
_FEWEST: Final = 3  # of a list
_BY_NAME: Final = ("council", "commission", "court", "union", "agency")

_AGENCIES: Final = ("iaea", "frontex", "europol")  # whose ids do not say that they are agencies


class ByKind(Spoken):
    """Whom references by what somebody is mean, by what a text has named so far."""

    def resolve(self, clauses: Clauses, one: Named) -> list[End]:
        """Return whom something named means; nobody where a reference is not plain."""
        raise NotImplementedError

    def by_kind(self, clauses: Clauses, one: Named) -> list[End]:
        """Return whom a reference by what somebody is means: "the bloc", "its neighbours", "the kingdom", "the two states"."""
        said = one.reference.lower()
        if called(one.reference) or unnamed_kind(said):
            return self._group(clauses, one)
        if (own := OWN.fullmatch(said)) is not None:
            return self._own(clauses, one, own)
        if said in LEADERS:  # "The Leaders", of a meeting that the text has told of
            here = [meant(each, one) for each in self.several]
            return here or [meant(each, one, guessed=True) for each in self.earlier_several]
        if said.startswith(("these ", "those ")):
            return [meant(each, one) for each in self.several] if len(self.several) <= _FEW else []
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
                meant(each, one, guessed=True) for each in those or self._of_article(clauses, one.place, said, so_far)
            ]
        return [meant(each, one) for each in those]

    def _named_together(self, clauses: Clauses, place: int, those: Sequence[Name]) -> bool:
        """Return whether a list or "and" has joined those of a number before."""
        joined = pair_of(clauses.sentence.tokens[:place], strict=True) or self.joined
        who = {each.who for each in those}
        return who in ({each.who for each in self.listed}, {each.who for each in joined})

    def _of_article(self, clauses: Clauses, place: int, said: str, so_far: set[str]) -> list[Name]:
        """Return whom "the country" or "the parties" means in a paragraph that names nobody else: those the article is about."""
        if so_far & self.all_states.keys() - {each.who for each in subjects_acting(clauses, place)}:
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
            before, earlier = ([each for each in those if _is_called(each, head)] for those in (before, earlier))
        again = called(one.reference)
        for kinds in again or (("ArmedGroup",),) * said.startswith("the "):
            those = _by_head([name for name in before if name.kind in kinds], said)
            if those and (again or unnamed_kind(those[-1].who.lower()) == unnamed_kind(said)):
                return [End(those[-1], one.place, one.reference)]
        for kinds in again:  # "The bloc" in a paragraph that names none
            those = [name for name in earlier if name.kind in kinds]
            if those and (not said.endswith("s") or said[4:-1] in those[-1].who.lower()):  # "the rebels" are many
                return [meant(those[-1], one, guessed=True)]
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

    def _referred(self, clauses: Clauses, place: int, said: str) -> list[Name]:
        """Return whom "the latter", "the kingdom", "the country", "its neighbour" or "the dispute" means, where one thing fits."""
        before = clauses.sentence.tokens[:place]
        here = [each.name for each in before if each.name is not None and each.name.kind in _STATES]
        acting = {each.who for each in subjects_acting(clauses, place)} or self._it_acting(clauses, place)
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

    def _it_acting(self, clauses: Clauses, place: int) -> set[str]:
        """Return whom "it" means that acts on what stands at a place: "It supplies the country with oil"."""
        verb = clauses.chunk_of(place) - 1
        those = clauses.subject(verb) if clauses.sort(verb) == "verb" else []
        it = [each for each in those if each.reference.lower() == "it"]
        return {end.name.who for each in it for end in self.resolve(clauses, each)}

    def _visited(self, clauses: Clauses, place: int) -> list[Name]:
        """Return the state with which a paragraph begins where somebody else acts on or in "the country"."""
        governor = clauses.governor(clauses.chunk_of(place))
        acting = {each.name.who for each in clauses.subject(governor) if each.name} if governor is not None else set()
        leads = self.spoken_of()
        few = len({*self.said_states} - acting) <= 2  # noqa: PLR2004 -- it, and one other
        return [leads] if leads is not None and few and acting and leads.who not in acting else []

    def _joined(self, clauses: Clauses, place: int) -> list[Name]:
        """Return those whom "and" joined in the last sentence; nobody where this one names two states itself."""
        here = {
            token.name.who for token in clauses.sentence.tokens[:place] if token.name and token.name.kind in _STATES
        }
        here -= {each.who for each in subjects_acting(clauses, place)}
        return self.joined if len(here) != 2 else []  # noqa: PLR2004 -- two are meant

    def _two(self, clauses: Clauses, place: int) -> list[Name]:
        """Return the two that were joined last, or of which the paragraph spoke so far; else those of the whole article."""
        joined = pair_of(clauses.sentence.tokens[:place], strict=True) or self._joined(clauses, place)
        if joined and visits_another(clauses.sentence.tokens[:place], joined):
            return []
        if joined and not {each.who for each in joined} & {each.who for each in subjects_acting(clauses, place)}:
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
        acting = {each.who for each in subjects_acting(clauses, place)}
        if acting:  # "China, a creditor of Chile, urged both sides": China is not a side
            others = [state for state in so_far if state.who not in acting]
            if len(others) == two:
                return others
            if acting & here.keys():
                return [] if acting & {each.who for each in self.leading} else list(self.leading)
        if len(here) == two:
            return list(here.values())
        return so_far if len(so_far) == two else list(self.leading)


def _is_called(name: Name, head: str) -> bool:
    """Return whether a body is called again by a head: the IAEA is "the agency", an embassy is not."""
    return head in name.who.lower() or (head == "agency" and name.who.lower() in _AGENCIES)


def _by_head(those: list[Name], said: str) -> list[Name]:
    """Return those whose name has the word by which they are called again: "the organization" is rather the SCO than NATO."""
    head = said.rsplit(maxsplit=1)[-1].replace("isation", "ization")
    return [each for each in those if head in each.who.lower().replace("isation", "ization")] or those
