"""Who is the subject of a verb, by the chunks before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from tiebook.draft.rules.syntax import joined, second
from tiebook.draft.rules.syntax.chunks import Chunk, Named
from tiebook.draft.rules.syntax.nouns import ends_opening, is_adverb, of_chain, with_more_persons
from tiebook.draft.rules.syntax.phrases import Phrases
from tiebook.draft.rules.syntax.tokens import Sentence
from tiebook.draft.rules.words import vocabulary as words

_DEEPEST: Final = 8  # verbs that hang on verbs
_BREAKS: Final = (";", ":", ".")


class Clauses(Phrases):
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

    def finite_verb(self, start: int = 0) -> int | None:
        """Return the place of the first finite verb from a place on; None without one."""
        return next((place for place in range(start, len(self.chunks)) if self.chunks[place].finite), None)

    def subject(self, place: int, depth: int = 0) -> list[Named]:
        """Return the subjects of the verb group at a place; of a passive one those to whom it is done."""
        if depth > _DEEPEST:
            return []
        if place not in self._subjects:
            self._subjects[place] = []  # a verb that hangs on itself has none
            parsed = self._by_parse(place)
            self._subjects[place] = self._subject(place, depth + 1) if parsed is None else parsed
        return self._subjects[place]

    def _by_parse(self, place: int) -> list[Named] | None:
        """Return the subjects that the parser gives; None where it gives none."""
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

    def _subject(self, place: int, depth: int) -> list[Named]:
        verb = self.chunks[place]
        before = self.sort(place - 1)
        if not before and verb.passive and not verb.finite:  # "Backed by Chile, Peru attacked"
            return self._of_main(place, depth)
        if not before or self.word(place - 1) in _BREAKS:
            return []
        if verb.infinitive:
            return self._of_infinitive(place, depth)
        gerund = verb.form == "ing" and not verb.finite
        if verb.passive and not verb.finite and self.word(place - 1) == "," and self.sort(place - 2) == "noun":
            return self.ending_at(place - 2)
        if before == "join" or (before == "mark" and gerund):
            return self._of_earlier(place, depth)
        if before in ("prep", "sub"):
            return self._of_gerund(place, depth) if verb.form == "ing" else self._of_earlier(place, depth)
        if before == "verb":
            return self.subject(place - 1, depth)
        return self._standing_before(place)

    def _of_main(self, place: int, depth: int) -> list[Named]:
        """Return the subjects of the first finite verb behind a place."""
        main = self.finite_verb(place + 1)
        comma = main is not None and any(self.word(each) == "," for each in range(place + 1, main))
        return self.subject(main, depth) if main is not None and comma else []

    def asides(self, place: int) -> list[Named]:
        """Return who is what stands beside a name without a verb: "Peru, wary of Chile, left", "Wary of Chile, Peru left"."""
        if place == 0:
            return self._of_main(place, 1)
        aside = self.word(place - 1) == "," and self.sort(place - 2) == "noun"
        return [each for each in self.ending_at(place - 2) if not each.owned] if aside else []

    def _standing_before(self, place: int) -> list[Named]:
        """Return the subjects of a verb from what stands right before it: a relative, a closing comma, or a noun phrase."""
        if self.sort(place - 1) == "rel":
            return self._antecedent(place - 1)
        claim = self._claim_before(place)
        if claim is not None:
            return [replace(each, owned=self.head(claim)) for each in self.named(claim)]
        if self.sort(place - 1) == "mark":
            return self._around(place - 1) or self._in_series(place)
        adverb = not self.named(place - 1) and not self._is_subject(place - 1)
        if adverb and self.word(place - 2) in words.RELATIVES:
            return self._antecedent(place - 2)
        return self.ending_at(place - 1)

    def _claim_before(self, place: int) -> int | None:
        """Return the claim that is the subject of a verb: that of "Peru's claim that Chile left is rejected"."""
        if not self.chunks[place].finite or self.word(place - 1) == ",":
            return None
        verbs = 0
        for each in range(place - 1, 0, -1):
            chunk = self.chunks[each]
            if chunk.word == "that" and chunk.sort == "rel":
                claims = self.sort(each - 1) == "noun" and is_noun_of(self.head(each - 1), words.CONTENT)
                return each - 1 if claims and verbs == 1 and self.governor(each - 1) is None else None
            if chunk.sort in ("rel", "sub", "join") or chunk.word in _BREAKS:
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
        series = more and self.word(place - 1) == "," and verb.finite and verb.verb not in words.REPORTS
        return self._of_earlier(place, 1) if series else []

    def _is_subject(self, place: int) -> bool:
        return self.head(place) not in words.ADVERBS and not self.head(place).endswith("ly")

    def governor(self, place: int) -> int | None:
        """Return the nearest verb group before a place in the same clause."""
        for each in range(place - 1, -1, -1):
            if self.sort(each) == "verb":
                return each
            if self.word(each) in _BREAKS or self.sort(each) == "rel":
                return None
        return None

    def _of_earlier(self, place: int, depth: int) -> list[Named]:
        """Return the subjects of the verb with which this one is joined: "condemned the sale and supports the ban"."""
        earlier = second.joined_to(self, place)
        return self.subject(earlier, depth) if earlier is not None else []

    def _of_gerund(self, place: int, depth: int) -> list[Named]:
        """Return the subjects of "supplying" in "by supplying", "China's role in supplying", "accused China of supplying"."""
        owner = self.named(place - 2)
        governor = self.governor(place)
        if owner and self.sort(place - 2) == "noun":
            verb = self.chunks[governor] if governor is not None else None
            control = verb is not None and verb.verb in words.CONTROLS_OBJECT and not verb.passive
            blamed = verb is not None and verb.verb in words.BLAMES and not verb.passive and self._for(place)
            if control or blamed or owner[0].owned:
                return [replace(each, owned="") for each in owner]
        if governor is not None and self._blames_others(governor, place):
            return []
        if governor is not None:
            return self.subject(governor, depth)
        after = self.finite_verb(place + 1)
        return self.subject(after, depth) if after is not None and after != place else []

    def _for(self, place: int) -> bool:
        return self.word(place - 1) in ("for", "of")

    def _blames_others(self, governor: int, place: int) -> bool:
        """Return whether people without a name are blamed for what they did: "fined two firms for selling rifles"."""
        verb = self.chunks[governor]
        blames = verb.verb in words.BLAMES and not verb.passive and self._for(place)
        return blames and governor < place - 2 and not self.named(place - 2)

    def _of_infinitive(self, place: int, depth: int) -> list[Named]:
        governor = self.governor(place)
        verb = self.chunks[governor] if governor is not None else None
        of = self.sort(place - 2) == "prep"  # "urged the government of Iran to"
        between = self.named(place - 1) or (of_chain(self.sentence, self.chunks, place - 3) if of else [])
        if self.sort(place - 1) == "noun" and between and self.sort(place - 2) != "prep":
            owns = any(each.owned for each in between)
            if owns and is_noun_of(self.head(place - 1), words.SOUGHT_NOUNS | words.DENIED_NOUNS):
                return [replace(each, owned="") for each in between]
            if verb is not None and verb.verb in words.CONTROLS_OBJECT and not verb.passive and not owns:
                return between
        called = self.word(place - 2) in ("on", "upon", "to") and self.sort(place - 1) == "noun"
        if called and self._calls(place - 3):
            return self.named(place - 1)
        if not between and self.others_do(place):
            return []
        effort = is_noun_of(self.head(place - 1), words.SOUGHT_NOUNS)
        if verb is not None and effort and verb.verb not in words.LIGHT and verb.verb != "be":
            return []  # "supported efforts to": whose is not said
        if governor is not None:
            return self.subject(governor, depth)
        return between if self.sort(place - 1) == "noun" else []

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
        return asks and asked and self.chunks[place].infinitive

    def _antecedent(self, place: int) -> list[Named]:
        """Return whom "which" or "who" at a place stands for: the noun phrase before it."""
        before = self._past_aside(place - 1)
        while before >= 0 and self.chunks[before].sort in ("mark", "prep"):
            before -= 1
        if self.sort(before) != "noun":
            return []
        found = self.named(before)
        if found and not found[0].owned:
            return self._with_those_before(before, found)
        return []

    def _past_aside(self, comma: int) -> int:
        """Return the comma that opens what one closes: "It is Egypt, in Peru's view, that"; else the place itself."""
        opening = comma - 2
        while self.word(comma) == "," and opening > 0 and self.sort(opening) in ("noun", "prep"):
            opening -= 1
        prefaced = self.word(opening) == "," and self.sort(opening + 1) == "prep" and opening < comma
        return opening if prefaced and self.word(comma) == "," else comma

    def relative_object(self, place: int) -> int | None:
        """Return the noun phrase that is the object of the verb at a place: "missiles" in "missiles, which Chad sold"."""
        verb = place
        while self.chunks[verb].infinitive and self.sort(verb - 1) == "verb":
            verb -= 1
        rel = verb - 1
        while self.sort(rel) in ("noun", "join", "prep"):
            rel -= 1
        before = rel - 1 - (self.word(rel - 1) == ",")
        opens = self.sort(rel) == "rel" and self.word(rel) in ("which", "that", "whom") and rel < verb - 1
        if not opens or self.sort(before) != "noun" or is_noun_of(self.head(before), words.CONTENT):
            return None
        called = self.chunks[place].verb in words.NAMING and not self.named(place + 1)
        return (
            before
            if self.sort(place + 1) not in ("noun", "verb") or (called and self.sort(place + 1) == "noun")
            else None
        )

    def _around(self, mark: int) -> list[Named]:
        """Return the subjects before what stands between two commas: "Iran, formerly a partner, rose"."""
        closing = self.word(mark)
        opening = {")": "("}.get(closing, closing)
        for each in range(mark - 1, 0, -1):
            if self.word(each) in _BREAKS:
                return []
            if self.word(each) == opening and self.sort(each - 1) == "noun":
                inside = self.named(mark - 1) if each == mark - 2 else []
                if inside and inside[0].name is not None and inside[0].name.kind == "Person" and not inside[0].owned:
                    return inside  # "Turkey's foreign minister, Hakan Yildiz, said"
                found = self.ending_at(each - 1)
                if found:
                    return found
        return []

    def ending_at(self, place: int) -> list[Named]:
        """Return whom the noun phrase that ends at a chunk means, with those joined to it: "Poland, Hungary and Slovakia"."""
        first = place
        while (longer := self._chained(first)) is not None:
            first = longer
        found = of_chain(self.sentence, self.chunks, first, acting=True)
        if found and found[0].owned and first < place and self.word(first + 1) == "by":
            found = [replace(each, owned=found[0].owned) for each in self.group_from(first + 2)[0]]
        if found and first < place and self.word(first + 1) == "of" and not self.named(first) and not found[0].owned:
            found = [
                replace(each, owned="") for each in self.group_from(first + 2)[0]
            ] or found  # "the leaders of Peru and Chile"
        if not found and first < place and self.sort(first - 1) == "":
            found = self.named(place) if self._fronted(first + 1) else []
        if self.sort(first - 1) == "prep" and first == place and self.word(first - 1) not in words.SUBORDINATORS:
            inside = self.named(place)
            found = inside if len(self.sentence.tokens[self.chunks[place].start : self.chunks[place].end]) > 1 else []
        persons = with_more_persons(self.sentence, self.chunks[first : place + 1], found)
        others = first == place and self.head(first) in words.DESCRIBED and self.sort(place - 1) == "join"
        return self._with_those_before(first, persons) if found or others else []

    def _chained(self, place: int) -> int | None:
        """Return the noun phrase that one at a place only explains: "the ties" of "the ties between Iran and Syria"."""
        first = place
        while (step := self._joined_before(first)) is not None:
            first = step
        before = self.sort(first - 1)
        joins = self.word(first - 1) in words.SUBORDINATORS
        if before == "prep" and self.sort(first - 2) == "noun" and not joins and not self._fronted(first - 1):
            return first - 2
        if before == "verb" and self.chunks[first - 1].infinitive and self.sort(first - 2) == "noun":
            return first - 2
        return None

    def _joined_before(self, place: int) -> int | None:
        """Return the noun phrase before "and" or, in a list that has one, before a comma."""
        before = place - 1
        if self.sort(before) == "join" and self.word(before) in ("and", "or"):
            if self.word(before - 1) == ",":
                before -= 1
                if not self._ends_list(before):
                    return None
            return before - 1 if self.sort(before - 1) == "noun" else None
        listed = (
            self.word(before) == "," and self.sort(before - 1) == "noun" and self.sort(place + 1) in ("mark", "join")
        )
        both = listed and self.named(before - 1) and self.named(place) and self._goes_on_to_and(place + 1)
        return before - 1 if both and not ends_opening(self.chunks, before, place + 3) else None

    def _goes_on_to_and(self, place: int) -> bool:
        """Return whether a list goes on to its "and": else what stands between commas explains what is before it."""
        while self.word(place) == "," and self.sort(place + 1) == "noun":
            place += 2
        return self.sort(place + (self.word(place) == ",")) == "join"

    def _fronted(self, prep: int) -> bool:
        return prep == 0 or self.sort(prep - 1) in ("mark", "sub")

    def _with_those_before(self, place: int, found: list[Named]) -> list[Named]:
        joined, listed = place, False
        found = list(found)
        while True:
            step = self._step_before(joined, listed=listed)
            if step is None:
                return found
            joined, listed = step, True
            found = [*self.named(joined), *found]

    def _step_before(self, place: int, *, listed: bool) -> int | None:
        """Return the noun phrase that stands joined before another one: "Hungary" before "and Slovakia"."""
        before = place - 1
        both = self.sort(before) == "join" and self.word(before) in ("and", "or", "nor")
        if both and self.word(before - 1) == ",":
            before -= 1
            if not self._ends_list(before):
                return None
        comma = not both and listed and self.word(before) == ","
        if not both and (not comma or ends_opening(self.chunks, before, place + 3)):
            return None
        other = self.named(before - 1)
        plain = bool(other) and all(not each.owned for each in other) and self.head(before - 1) not in words.ADVERBS
        return before - 1 if plain and self.sort(before - 2) != "verb" else None

    def _ends_list(self, comma: int) -> bool:
        """Return whether ", and" ends a list: "Chile, Peru, and Brazil"; else it begins a clause."""
        return self.word(comma - 2) == "," and bool(self.named(comma - 3))

    def group_from(self, place: int) -> tuple[list[Named], int]:
        """Return whom the noun phrases from a place on mean, as far as they are joined, and the last chunk of them."""
        return joined.group_from(self, place)

    def opens_clause(self, place: int) -> bool:
        """Return whether "and" at a place joins a clause with a subject of its own: ", and Peru and Chile condemned it"."""
        return joined.opens_clause(self, place)


def is_noun_of(head: str, those: frozenset[str]) -> bool:
    """Return whether a noun, in the singular or plural, is among those."""
    return head in those or head.removesuffix("s") in those or (head.endswith("ies") and f"{head[:-3]}y" in those)
