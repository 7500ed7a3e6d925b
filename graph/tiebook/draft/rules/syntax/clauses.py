"""Who is the subject of a verb, by the chunks before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from tiebook.draft.rules.syntax import joined, joined_before, second
from tiebook.draft.rules.syntax.chunks import Chunk
from tiebook.draft.rules.syntax.companions import Heading, companions, heading_of, steps_before
from tiebook.draft.rules.syntax.named import Named, themselves
from tiebook.draft.rules.syntax.nouns import of_chain
from tiebook.draft.rules.syntax.phrases import BREAKS
from tiebook.draft.rules.syntax.subjects.governed import Governed
from tiebook.draft.rules.syntax.subjects.participles import felt_behind, is_beside_first
from tiebook.draft.rules.syntax.tokens import Sentence
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

_DEEPEST: Final = 8  # verbs that hang on verbs
_ALSO_ACTS: Final = {
    "hold",
    "show",
    "recognise",
    "recognize",
    "charge",
    "find",
    "cite",
}  # "and holds exercises with Peru"
_THAT: Final = frozenset(
    "fact news word remark comment revelation disclosure discovery suggestion notion idea prospect".split()
)
_QUOTES: Final = ('"', "\u201c", "\u201d")


class Clauses(Governed):
    """The chunks of a sentence, and what hangs on what."""

    def __init__(self, sentence: Sentence, found: list[Chunk], parsed: Mapping[int, int] | None = None) -> None:
        """Note the chunks of a sentence.

        parsed -- for the first character of verbs, the first character of their subject's head, where a parser says so
        """
        super().__init__(sentence, found)
        self._parsed = parsed or {}
        self._subjects: dict[int, list[Named]] = {}

    def chunk_of(self, token: int) -> int:
        """Return the place of the chunk that a token stands in; 0 for a token in none."""
        return next((place for place, chunk in enumerate(self.chunks) if chunk.start <= token < chunk.end), 0)

    def subject(self, place: int, depth: int = 0) -> list[Named]:
        """Return the subjects of the verb group at a place; of a passive one those to whom it is done."""
        if depth > _DEEPEST:
            return []
        if place not in self._subjects:
            self._subjects[place] = []  # a verb that hangs on itself has none
            parsed = self._by_parse(place)
            found = self._subject(place, depth + 1) if parsed is None else parsed
            self._subjects[place] = self._with_companions(place, found)
        return self._subjects[place]

    def _by_parse(self, place: int) -> list[Named] | None:
        """Return the subjects that the parser gives; None if it gives none."""
        chunk = self.chunks[place]
        heads = [self._parsed.get(token.start) for token in self.sentence.tokens[chunk.start : chunk.end]]
        head = next((each for each in reversed(heads) if each is not None), None)
        if head is None:
            return None
        for each, other in enumerate(self.chunks):
            tokens = self.sentence.tokens[other.start : other.end]
            if other.sort == "noun" and tokens[0].start <= head < tokens[-1].end:
                found = of_chain(self.sentence, self.chunks, each, acting=True)
                return (self.group_from(each)[0] if self.named(each) else found) or None
        return None

    def _with_companions(self, place: int, found: list[Named]) -> list[Named]:
        """Return the subjects of a finite verb with those who are said to act along with them."""
        before = [each for each in found if each.place < self.chunks[place].start]
        if not before or not self.chunks[place].finite:
            return found
        first = self.chunk_of(min(each.place for each in before))
        more = companions(self, place, first)
        return [*found, *(each for each in more if all(each.name != one.name for one in found))]

    def heading(self, place: int) -> Heading | None:
        """Return what stands before the colon of a list in which the verb at a place is an item; None for no item."""
        return heading_of(self, place) if self.chunks[place].sort == "verb" else None

    def _subject(self, place: int, depth: int) -> list[Named]:
        verb = self.chunks[place]
        before = self.sort(place - 1)
        heading = self.heading(place)
        if heading is not None:  # "has two aims: to arm Peru"
            return themselves(self.subject(heading.verb, depth))
        if not before or self.word(place - 1) in BREAKS:
            opens = not before and not verb.finite and (verb.passive or verb.form == "ing" or verb.infinitive)
            return self.of_main(place, depth) if opens else []  # "Backed by Chile, Peru attacked"
        if verb.infinitive:
            return self.of_infinitive(place, depth)
        gerund = verb.form == "ing" and not verb.finite
        passive = verb.passive and not verb.finite and self.word(place - 1) == "," and self.sort(place - 2) == "noun"
        if passive or is_beside_first(self, place):  # "Peru, fearing that Chile would leave, left"
            return self.ending_at(place - 2)
        main = self._main_of(place) if before == "mark" and gerund else felt_behind(self, place)
        if main is not None:
            return self.subject(main, depth)
        if before == "join" or (before == "mark" and gerund):
            return self._of_earlier(place, depth) or (self.of_aside(place) if gerund else [])
        if before in ("prep", "sub"):
            return self.of_gerund(place, depth) if verb.form == "ing" else self._of_earlier(place, depth)
        return self._behind_verb(place, depth) if before == "verb" else self._standing_before(place)

    def _behind_verb(self, place: int, depth: int) -> list[Named]:
        """Return the subjects of a verb right behind another one: "began selling", "a group that Peru says is armed by Chile"."""
        verb, outer = self.chunks[place], self.chunks[place - 1]
        if (
            outer.verb in words.REPORTS
            and verb.finite
            and self.sort(place - 2) == "noun"
            and self.sort(place - 3) == "rel"
        ):
            return self.antecedent(place - 3)
        group = self.relative_object(place - 1) if verb.finite and outer.finite else None
        if group is not None:  # "the group that Chile armed attacked"
            return self.ending_at(group)
        found = self.subject(place - 1, depth) or steps_before(self, place - 1)
        listed = verb.form == "ing" and not verb.finite and outer.verb in ("include", "involve", "comprise")
        return themselves(found) if listed else found  # "Peru's tools include arming Chile"

    def asides(self, place: int) -> list[Named]:
        """Return who is what stands beside a name without a verb: "Peru, wary of Chile, left", "Wary of Chile, Peru left"."""
        if place == 0:
            return self.of_main(place, 1)
        aside = self.word(place - 1) == "," and self.sort(place - 2) == "noun"
        return [each for each in self.ending_at(place - 2) if not each.owned] if aside else []

    def _standing_before(self, place: int) -> list[Named]:
        """Return the subjects of a verb from what stands right before it: a relative, a closing comma, or a noun phrase."""
        if self.sort(place - 1) == "rel" or self.is_exception(place - 1):
            return self.antecedent(place - 1) or self.of_document(place) if self.sort(place - 1) == "rel" else []
        if self.word(place - 2) == "whose":  # "Peru, whose government is locked in a dispute"
            return self._of_whose(place)
        claim = self._claim_before(place)
        if claim is not None:
            return [replace(each, owned=self.head(claim)) for each in self.named(claim)]
        if (
            self.tokens(place - 1)[0].text in _QUOTES and len(self.tokens(place - 1)) == 1
        ):  # "Peru," Rojas said, "attacked"
            return self.named(0) if self.word(1) == self.word(place - 2) == "," else []
        when = self.word(place - 2) == "," and self.is_time(place - 1)  # "Rojas, who had left, earlier said"
        if when or self.sort(place - 1) == "mark":
            return self._around(place - 1 - when) or self._in_series(place)
        adverb = not self.named(place - 1) and not self.is_subject(place - 1)
        if adverb and self.word(place - 2) in words.RELATIVES:
            return self.antecedent(place - 2)
        before = self.past_times(place - 1)
        if before < place - 1 and (self.sort(before) == "rel" or self.chunks[before].verb in ("have", "be")):
            # "which for years had troops", "has since 2022 supported"
            return self.antecedent(before) if self.sort(before) == "rel" else self.subject(before)
        relative = self._around_who(place)
        around = self.antecedent(relative) if relative is not None else self._past_aside_or_time(place, before)
        return around if around or relative is not None else self._right_before(place)

    def _around_who(self, place: int) -> int | None:
        """Return the "who" of a clause right before a verb that is not its own: "officials who met Peru accused Chile"."""
        verbs = 0
        if not self.chunks[place].finite or self.sort(place - 1) != "noun":
            return None
        for each in range(place - 1, 0, -1):
            chunk = self.chunks[each]
            if chunk.sort == "rel" and chunk.word in ("who", "which"):
                return each if verbs == 1 and self.sort(each - 1) == "noun" else None
            if chunk.sort not in ("noun", "prep", "verb"):
                return None
            verbs += chunk.sort == "verb"
        return None

    def _past_aside_or_time(self, place: int, before: int) -> list[Named]:
        """Return the subjects of a verb that stand before a time or before examples; nobody where neither stands there."""
        listed = self.chunks[place - 2] if place > 1 else None
        if listed is not None and listed.verb == "include" and listed.form == "ing" and self.sort(place - 3) == "noun":
            return self.ending_at(place - 3)  # "Peruvian jets including bombers attacked"
        timed = before < place - 1 and self.word(before) == ","  # "Rojas, who is in Peru, on Monday met"
        return self._around(before) if timed else []

    def describes(self, place: int) -> bool:
        """Return whether a participle only describes who follows: "as ousted President Rojas said", "of exiled Chileans"."""
        chunk = self.chunks[place]
        before, after = self.sort(place - 1), self.at(place + 2)
        alone = chunk.form in ("past", "participle") and chunk.end - chunk.start == 1 and self.sort(place + 1) == "noun"
        opens = before in ("", "sub", "join", "mark") and after is not None and after.sort == "verb" and after.finite
        opens = opens and chunk.verb in words.REMOVED
        return alone and (opens or before == "prep")  # "hit by strengthened measures"

    def behind_made(self, place: int) -> int | None:
        """Return the noun phrase of which a verb is said behind what was made where: "a report published in Peru accused"."""
        each = place - 1
        while self.sort(each) in ("noun", "prep"):
            each -= 1
        made = self.at(each)
        if not self.chunks[place].finite or made is None or made.sort != "verb" or made.end - made.start > 1:
            return None
        behind = made.verb in words.MADE_BY and self.sort(each + 1) == "prep" and self.sort(each - 1) == "noun"
        return each - 1 if behind else None

    def _right_before(self, place: int) -> list[Named]:
        headline = place == 3 and self.word(1) == "," and self.chunks[place].form == "base"  # noqa: PLR2004
        if headline and self._are_states(0, 2):
            return [*self.named(0), *self.named(2)]  # "Peru, Chile sign accord"
        made = self.behind_made(place)
        if made is not None:
            return self.ending_at(made)
        says = self.at(place - 2)  # "A resolution condemning Peru was blocked"
        if says is not None and says.form == "ing" and not says.finite and self.head(place - 3) in words.MADE:
            return []
        step = self.chunks[place].passive and not self.chunks[place].finite and self.head(place - 1) in words.STEPS
        return ([] if step else self.ending_at(place - 1)) or self._behind_participle(place)

    def _are_states(self, *places: int) -> bool:
        """Return whether noun phrases are nothing but the names of states."""
        those = [self.named(place) for place in places if self.chunks[place].end - self.chunks[place].start == 1]
        return len(those) == len(places) and all(
            len(each) == 1 and each[0].name is not None and each[0].name.kind == "State" and not each[0].name.adjective
            for each in those
        )

    def _of_whose(self, place: int) -> list[Named]:
        """Return whose it is what a verb behind "whose" is about; of a person's country that: "Rojas, whose country left"."""
        found, head = self.antecedent(place - 2), self.head(place - 1)
        person = bool(found) and found[0].name is not None and found[0].name.kind == "Person"
        if person and head in ("country", "government", "nation"):
            return [Named(None, self.chunks[place - 1].start, "", f"his {head}")]
        return [each if head in words.ORGANS | words.OFFICES else replace(each, owned=head) for each in found]

    def _behind_participle(self, place: int) -> list[Named]:
        """Return the subjects of "left" in "soldiers stationed in Peru left", of "backing" in "issued statements backing Peru"."""
        verb, reduced = self.chunks[place], self.at(place - 3)
        if verb.passive and not verb.finite:  # "left, in a move condemned by Peru"
            main = self.governor(place - 1) if self.word(place - 2) in ("in", ",") else None
            return self.subject(main) if main is not None and self.head(place - 1) in words.STEPS else []
        if verb.form == "ing" and is_noun_of(self.head(place - 1), words.MADE):
            governor = self.governor(place - 1)
            return self.subject(governor) if governor is not None else []
        placed = verb.finite and self.sort(place - 2) == "prep" and self.sort(place - 4) == "noun"
        placed = placed and self.word(place - 2) not in words.SUBORDINATORS  # "left after police stormed the embassy"
        described = placed and reduced is not None and reduced.form in ("past", "participle")
        return self.ending_at(place - 4) if described else []

    def _claim_before(self, place: int) -> int | None:
        """Return the claim that is the subject of a verb: that of "Peru's claim that Chile left is rejected"."""
        if not self.chunks[place].finite or self.word(place - 1) == ",":
            return None
        verbs = 0
        for each in range(place - 1, 0, -1):
            chunk = self.chunks[each]
            if chunk.word == "that" and chunk.sort == "rel":
                claim = each - 3 if self.word(each - 2) == "by" else each - 1  # "a claim by Peru that"
                claims = self.sort(claim) == "noun" and is_noun_of(self.head(claim), words.CONTENT | _THAT)
                return claim if claims and verbs == 1 and self.governor(claim) is None else None
            if chunk.sort in ("rel", "sub", "join") or chunk.word in BREAKS:
                return None
            verbs += chunk.sort == "verb" and chunk.finite
        return None

    def _in_series(self, place: int) -> list[Named]:
        """Return the subjects of a verb in a list of them: "it granted loans, signed a deal and bought rifles"."""
        verb = self.chunks[place]
        later = range(place + 1, len(self.chunks))
        more = any(self.sort(each) == "join" and self.sort(each + 1) == "verb" for each in later)
        joined_before = self.at(place - 2)
        more = more or (joined_before is not None and joined_before.sort == "verb" and joined_before.form == verb.form)
        act = verb.finite or (
            verb.form in ("past", "participle") and more
        )  # "has sold Peru rice, taken its oil, and left"
        series = more and self.word(place - 1) == "," and act and verb.verb not in words.REPORTS - _ALSO_ACTS
        return self._of_earlier(place, 1) if series else []

    def _main_of(self, place: int) -> int | None:
        """Return the main verb around what somebody unnamed is needed for: "balked at staff needed to act, blaming Peru"."""
        earlier = second.joined_to(self, place)
        reduced = self.at(earlier - 1) if earlier is not None and self.chunks[earlier].infinitive else None
        named = (
            reduced is not None
            and reduced.verb in ("need", "require", "use", "expect", "intend")
            and reduced.form == "past"
        )
        if earlier is None or reduced is None or not named or self.sort(earlier - 3) != "prep":
            return None
        return next((each for each in range(earlier - 2, -1, -1) if self.chunks[each].finite), None)

    def _of_earlier(self, place: int, depth: int) -> list[Named]:
        """Return the subjects of the verb with which this one is joined: "condemned the sale and supports the ban"."""
        earlier = second.joined_to(self, place)
        if earlier is None:
            return []
        found = self.subject(earlier, depth)
        outer = self._around_relative(earlier, place) if not found and self.sort(place - 1) == "join" else None
        return self.subject(outer, depth) if outer is not None else found

    def _around_relative(self, inner: int, place: int) -> int | None:
        """Return the verb before a relative clause about somebody unnamed: "blamed the man who lied and told Peru to leave"."""
        verb = self.chunks[place]
        if self.word(inner - 1) != "who" or not verb.finite or verb.verb not in words.CONTROLS_OBJECT | words.BLAMES:
            return None
        those = (each for each in range(inner - 2, -1, -1) if self.chunks[each].finite)
        return next((each for each in those if self.chunks[each].form == verb.form), None)

    def antecedent(self, place: int) -> list[Named]:
        """Return whom "which" or "who" at a place stands for: the noun phrase before it."""
        of_whom = self.word(place - 1) == "of" and self.head(place - 2) in (
            "all",
            "most",
            "some",
            "many",
            "each",
            "none",
        )
        before = self.past_aside(place - 3 if of_whom else place - 1)  # "all of whom"
        while before >= 0 and self.chunks[before].sort in ("mark", "prep"):
            before -= 1
        if self.sort(before) != "noun":
            return []
        found = self.named(before)
        if self._is_bare_name(before) and before == place - 1 and self.sort(before - 2) == "noun":
            of = self.word(before - 1) == "of" and self.word(before - 3) == ","
            if self.sort(before - 1) == "prep" and not of:  # "a pact with Peru that angered Chile": the pact did
                return [each for each in self.named(before - 2) if not each.owned]
        described = self.word(before - 1) == "," and self.sentence.lower(self.chunks[before].start) in ("a", "an")
        above = (
            self.named(before - 2) if described and self.sentence.kind(self.chunks[before].end - 1) != "name" else []
        )
        if self.word(before - 1) == "of" and before == place - 1 and self.word(before - 3) == ",":
            head = self.sentence.lower(self.chunks[before - 2].start)
            above = (
                self.named(before - 4) if head in ("a", "an") else above
            )  # "Chile, an ally of Peru that bought rifles"
        if above and not above[0].owned:  # "Chile, a NATO member that bought rifles"
            return above
        if found and not found[0].owned:
            return joined_before.with_those_before(self, before, found)
        if self.head(before) in words.STEPS and self.word(before - 1) == ",":  # "left, a step that angered Peru"
            main = self.finite_verb()
            return self.subject(main) if main is not None and main < before else []
        return []

    def _is_bare_name(self, place: int) -> bool:
        """Return whether a noun phrase is nothing but a name, which no clause without a comma tells from others of that name."""
        tokens = self.tokens(place)
        return len(tokens) == 1 and tokens[0].name is not None and tokens[0].name.kind in ("State", "Organization")

    def _around(self, mark: int) -> list[Named]:
        """Return the subjects before what stands between two commas: "Iran, formerly a partner, rose"."""
        closing = self.word(mark)
        opening = {")": "("}.get(closing, closing)
        for each in range(mark - 1, 0, -1):
            if self.word(each) in BREAKS:
                return []
            before = self._before_aside(each, mark) if self.word(each) == opening == "," else None
            if before is not None:
                return before
            if self.word(each) == opening and self.sort(each - 1) == "noun":
                members = joined.in_brackets(self, each - 1) if closing == ")" else None
                if members is not None and not self.is_known(each - 1):
                    return members[0]
                inside = self.named(mark - 1) if each == mark - 2 else []
                if inside and inside[0].name is not None and inside[0].name.kind == "Person" and not inside[0].owned:
                    return [*self._person_before(each - 2), *inside]  # "Turkey's foreign minister, Hakan Yildiz, said"
                if inside and joined.is_described(self, each - 1, inside[0]):
                    return inside  # "Chile's state oil company, Petromar, said"
                found = self.ending_at(each - 1)
                if found:
                    return joined.with_examples(self, each - 1, found)
        return []

    def _before_aside(self, comma: int, mark: int) -> list[Named] | None:
        """Return the subjects by what stands before an aside other than a noun phrase; None where only that may."""
        helper = self.chunks[comma - 1]
        if helper.verb in ("have", "be"):
            return self.subject(comma - 1)  # "had, in plain words, accused Peru"
        if helper.word in ("and", "but") and self.chunks[mark + 1].finite:
            if self.sort(comma + 1) == "sub":  # "attacked Peru and, when Chile left, armed Mali"
                main = next((each for each in range(comma - 2, -1, -1) if self.chunks[each].finite), None)
                return self.subject(main) if main is not None else []
            return self._of_earlier(mark + 1, 1)  # "attacked Peru and, after a pause, armed Chile"
        if helper.sort == "rel":  # "which, for years, armed Peru"
            return self.antecedent(comma - 1)
        return [] if self.says(comma + 1, mark) else None  # "Peru, Chile and Mali left, attacked Chad and"

    def _person_before(self, join: int) -> list[Named]:
        """Return the person of the office before "and" with another one: "its president, Ana Rojas, and its envoy, Ivo Pavlov,"."""
        closes = self.sort(join) == "join" and self.word(join - 1) == "," and self.word(join - 3) == ","
        found = self.named(join - 2) if closes else []
        return [each for each in found if each.name is not None and each.name.kind == "Person" and not each.owned]
