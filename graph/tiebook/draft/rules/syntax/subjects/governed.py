"""Who does what a verb without a subject of its own names: "urged Peru to leave", "for arming Chile"."""

from __future__ import annotations

from abc import abstractmethod
from typing import Final

from tiebook.draft.rules.syntax import joined, joined_before
from tiebook.draft.rules.syntax.chunks import Chunk
from tiebook.draft.rules.syntax.named import Named, themselves
from tiebook.draft.rules.syntax.nouns import is_adverb, of_chain
from tiebook.draft.rules.syntax.phrases import BREAKS, Phrases
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

_PAPERS: Final = frozenset("resolution declaration legislation bill law decree motion order".split())
_IN_ORDER: Final = 2  # chunks before "to"
_CONTAINS: Final = (
    "require",
    "need",
    "include",
    "contain",
    "cover",
    "allow",
    "involve",
)  # which a paper does, not its makers
_MAKES: Final = frozenset(
    "adopt issue publish sign release approve endorse pass circulate send table draft deliver introduce pass enact".split()
)


class Governed(Phrases):
    """The chunks of a sentence, and who does what infinitives and gerunds name."""

    @abstractmethod
    def subject(self, place: int, depth: int = 0) -> list[Named]:
        """Return the subjects of the verb group at a place; of a passive one those to whom it is done."""

    def finite_verb(self, start: int = 0) -> int | None:
        """Return the place of the first finite verb from a place on; None without one."""
        return next((place for place in range(start, len(self.chunks)) if self.chunks[place].finite), None)

    def governor(self, place: int) -> int | None:
        """Return the nearest verb group before a place in the same clause."""
        for each in range(place - 1, -1, -1):
            if self.sort(each) == "verb":
                return each
            if self.word(each) in BREAKS or self.sort(each) == "rel":
                return None
        return None

    def of_main(self, place: int, depth: int) -> list[Named]:
        """Return the subjects of the first finite verb behind a place and a comma, behind which they stand too."""
        for comma in range(place + 1, len(self.chunks)):
            main = self.finite_verb(comma) if self.word(comma) == "," else None
            found = self.subject(main, depth) if main is not None else []
            if behind := [each for each in found if each.place >= self.chunks[comma].end]:
                return behind
        return []

    def of_aside(self, place: int) -> list[Named]:
        """Return who is the subject, of a participle beside it: "Peru, meeting with Chile in Lima, condemned Mali"."""
        closing = next((each for each in range(place + 1, len(self.chunks)) if self.word(each) == ","), place)
        main = self.at(closing + 1)
        opens = (
            self.chunks[place].verb != "include"
            and self.word(place - 1) == ","
            and self.sort(place - 2) == "noun"
            and self.finite_verb() == closing + 1
        )
        return self.ending_at(place - 2) if opens and main is not None and main.finite else []

    def of_document(self, place: int) -> list[Named]:
        """Return who made a document of which a relative clause tells: "adopted a declaration that condemned Peru"."""
        governor, paper = self.governor(place - 2), place - 2
        made = is_noun_of(self.head(paper), words.DOCUMENTS | _PAPERS) and not self.named(paper)
        made = made and self.chunks[place].verb not in _CONTAINS
        verb = self.chunks[governor] if governor is not None else None
        if governor is None or verb is None or not made or verb.verb not in _MAKES or verb.negated:
            return []
        return self.subject(governor) if not verb.passive else []

    def of_gerund(self, place: int, depth: int) -> list[Named]:
        """Return the subjects of "supplying" in "by supplying", "China's role in supplying", "accused China of supplying"."""
        owner = self.named(place - 2)
        governor = self.governor(place)
        if governor is not None and self.chunks[governor].passive and self.word(place - 3) == "by":
            return self.subject(governor, depth)  # "is accused by Peru of arming Chile"
        if governor is not None and self.word(place - 1) == "by" and self.sort(place - 2) == "noun":
            return self.subject(governor, depth)  # "broke Peru's sanctions by arming Chile"
        if governor is not None and self.chunks[governor].verb == "join" and self.word(place - 1) == "in":
            return self._joined_in(governor, place, depth)
        if owner and self.sort(place - 2) == "noun":
            verb = self.chunks[governor] if governor is not None else None
            control = verb is not None and verb.verb in words.CONTROLS_OBJECT and not verb.passive
            seen = (
                self.word(place - 1) == "as" and verb is not None and verb.verb in words.DESCRIBES and not verb.passive
            )
            control = control or seen  # "sees Peru as threatening Chile"
            blamed = verb is not None and self._blames(verb, place)
            several, last = self.group_from(governor + 1) if governor is not None else ([], place)
            if (control or blamed) and last == place - 2:  # "accused Peru and Chile of arming Mali"
                owner = several
            if control or blamed or owner[0].owned:
                return themselves(owner)
        if governor is not None and owner and self.chunks[governor].verb == "point" and self.word(place - 1) == "for":
            return themselves(owner)  # "pointed a finger at Peru for arming Chile"
        blamed_before = self._blamed_before(governor, place) if governor is not None else []
        if blamed_before or (governor is not None and self._blames_others(governor, place)):
            return blamed_before
        if governor is not None:
            return self.subject(governor, depth)
        after = self.finite_verb(place + 1)
        return self.subject(after, depth) if after is not None and after != place else []

    def _joined_in(self, governor: int, place: int, depth: int) -> list[Named]:
        """Return who does what somebody joins others in doing; where they do not join, only the others: "joined Peru in arming"."""
        found, last = self.group_from(governor + 1)
        others = themselves(found) if last == place - 2 else []
        joins = not self.chunks[governor].negated and not self.chunks[governor].infinitive
        return [*(self.subject(governor, depth) if joins or not others else []), *others]

    def _blamed_before(self, governor: int, place: int) -> list[Named]:
        """Return who is blamed for what they did, where a date stands between: "accused Peru on May 2 of arming Chile"."""
        verb = self.chunks[governor]
        if not self._blames(verb, place):
            return []
        whom = self.relative_object(governor) if governor == place - 2 else None
        if whom is not None:  # "left the pact, which it accuses of arming Chile"
            return themselves(self.ending_at(whom))
        found, last = self.group_from(governor + 1)
        after = last + 1
        while self.word(after) in ("on", "in") and self.sort(after + 1) == "noun" and not self.named(after + 1):
            after += 2
        after += self.is_time(after)
        return themselves(found) if last + 1 < after == place - 1 else []

    def _blames(self, verb: Chunk, place: int) -> bool:
        """Return whether a verb blames or praises its object for what stands at a place: "accused Peru of", "charged Peru with"."""
        charged = verb.verb == "charge" and self.word(place - 1) == "with"
        return (charged or (verb.verb in words.BLAMES and self.word(place - 1) in ("for", "of"))) and not verb.passive

    def _blames_others(self, governor: int, place: int) -> bool:
        """Return whether people without a name are blamed for what they did: "fined two firms for selling rifles"."""
        verb = self.chunks[governor]
        others = governor < place - 2 and not self.named(place - 2)
        return self._blames(verb, place) and (others or (governor == place - 2 and self.sort(governor - 2) == "rel"))

    def of_infinitive(self, place: int, depth: int) -> list[Named]:
        """Return the subjects of "to leave" in "wants to leave", "urged Peru to leave", "called on Peru to leave"."""
        governor = self.governor(place)
        verb = self.chunks[governor] if governor is not None else None
        effort = is_noun_of(self.head(place - 1), words.SOUGHT_NOUNS)
        if effort and self.word(place - 2) in ("in", "as") and not self.named(place - 1):
            return self._of_effort(place, governor, depth)
        of = self.sort(place - 2) == "prep"  # "urged the government of Iran to"
        between = self.named(place - 1) or (of_chain(self.sentence, self.chunks, place - 3) if of else [])
        if self.sort(place - 1) == "noun" and between and self.sort(place - 2) != "prep":
            owns = any(each.owned for each in between)
            theirs = words.SOUGHT_NOUNS | words.DENIED_NOUNS | words.ABLE_NOUNS | words.PROMISE_NOUNS
            if owns and is_noun_of(self.head(place - 1), theirs):
                return themselves(between)
            if verb is not None and verb.verb in words.CONTROLS_OBJECT and not verb.passive and not owns:
                several, last = self.group_from(governor + 1) if governor is not None else ([], place)
                return several if last == place - 1 else between
        if asked := self._asked_before(place, governor):
            return asked
        called = self.word(place - 2) in ("on", "upon", "to") and self.sort(place - 1) == "noun"
        if (called and self._calls(place - 3)) or self._wanted_for(place, governor):
            return self.named(place - 1)
        if not between and self.others_do(place):
            return []
        if verb is not None and effort and verb.verb not in words.LIGHT and verb.verb != "be":
            return []  # "supported efforts to": whose is not said
        own = between if self.sort(place - 1) == "noun" else []
        if place <= _IN_ORDER and self.head(place - 1) == "order":  # "In order to deter Peru, Chile left"
            own = self.of_main(place, depth)
        return self.subject(governor, depth) if governor is not None else own

    def _wanted_for(self, place: int, governor: int | None) -> bool:
        """Return whether somebody wants another one to do it: "hopes for Peru to leave", "is keen for Peru to leave"."""
        verb = self.chunks[governor] if governor is not None else None
        named = self.word(place - 2) == "for" and [each for each in self.named(place - 1) if not each.owned]
        if governor is None or verb is None or not named or verb.passive:
            return False
        keen = verb.verb == "be" and governor == place - 4 and is_noun_of(self.head(place - 3), words.KEEN)
        wants = self.chunks[governor - 1].verb in ("want", "need", "like") and verb.verb == "be"
        return keen or wants or (governor == place - 3 and verb.verb in words.ASKS_FOR | {"wait", "arrange", "prefer"})

    def _asked_before(self, place: int, governor: int | None) -> list[Named]:
        """Return who is asked to do something where a time stands between: "asked Peru on Friday to leave"."""
        verb = self.chunks[governor] if governor is not None else None
        if governor is None or verb is None or verb.verb not in words.CONTROLS_OBJECT or verb.passive:
            return []
        several, last = self.group_from(governor + 1)
        closed = self.word(place - 1) == ","
        timed = last < place - 1 and (
            self.behind_aside(self.behind_times(last + 1)) == place or (closed and last == place - 2)
        )
        person = [one for one in self.named(place - 2) if one.name is not None and one.name.kind == "Person"]
        if timed and closed and person:
            return person  # "invited Peru's envoy, Ana Rojas, to come"
        return several if timed and several and not several[0].owned else []

    def _of_effort(self, place: int, governor: int | None, depth: int) -> list[Named]:
        """Return whose the effort is in "armed Peru in a bid to contain Chile", "sees Peru's pact as a bid to contain Chile"."""
        if governor is not None and self.word(place - 2) == "as" and self.chunks[governor].verb in words.DESCRIBES:
            those = (each for one in range(governor + 1, place - 2) for each in self.named(one))
            return themselves(those)
        main = governor if governor is not None else self.finite_verb(place)
        return self.subject(main, depth) if main is not None else []

    def _calls(self, place: int) -> bool:
        """Return whether a chunk is a call to somebody to do something: "called on Peru to", "an appeal to Peru to"."""
        chunk = self.at(place)
        verb = chunk.verb if chunk is not None and chunk.sort == "verb" and not chunk.passive else ""
        return verb in words.CALLS or is_noun_of(self.head(place), words.CALLS)

    def others_do(self, place: int) -> bool:
        """Return whether an infinitive is done by somebody who has no name: "urged the firms to leave"."""
        verb = self.at(place - 2)
        asks = verb is not None and verb.verb in words.CONTROLS_OBJECT and not verb.passive
        asked = self.sort(place - 1) == "noun" and not self.named(place - 1) and not is_adverb(self.head(place - 1))
        asked = asked and not is_noun_of(self.head(place - 1), words.SOUGHT_NOUNS)  # "led the effort to rescue Peru"
        return asks and asked and self.chunks[place].infinitive

    def ending_at(self, place: int) -> list[Named]:
        """Return whom the noun phrase that ends at a chunk means, with those joined to it: "Poland, Hungary and Slovakia"."""
        return joined_before.ending_at(self, place)

    def group_from(self, place: int) -> tuple[list[Named], int]:
        """Return whom the noun phrases from a place on mean, as far as they are joined, and the last chunk of them."""
        return joined.group_from(self, place)

    def opens_clause(self, place: int) -> bool:
        """Return whether "and" at a place joins a clause with a subject of its own: ", and Peru and Chile condemned it"."""
        return joined.opens_clause(self, place)
