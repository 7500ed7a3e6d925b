"""A sentence as chunks: noun phrases, verb groups, prepositions and the marks and words that join clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from tiebook.draft.rules.syntax.tokens import Name, Sentence
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.lexicon import lexicon, says

Sort = Literal["noun", "verb", "prep", "join", "sub", "rel", "mark"]
_QUOTES: Final = "\"'\u201c\u201d\u2018\u2019"
_HYPHENS: Final = "-\u2010\u2011\u2013"
_BEFORE_VERBS: Final = words.RELATIVES | words.ADVERBS | {"they", "it", "he", "she", "we"}
_SKIPPED: Final = "very more most"
_ADDRESSES: Final = ("say", "tell", "warn", "inform", "assure", "urge", "accuse")  # whose object is a hearer
_FLOATING: Final = ("all", "both", "each")  # "had all rejected"
_BEFORE_BARE: Final = ("helped", "let", "made", "saw", "heard", "watched", "had")  # "helped draft"
# whose participles stand before no noun: "and recalled recent threats"
_STATED: Final = (
    words.REPORTS | frozenset("express welcome reaffirm urge condemn oppose support thank commend invite".split())
) - frozenset(
    "expect report allege claim suspect perceive admit estimate predict assume assure find know see hold tell".split()
)
_OF: Final = frozenset("of for against with to between on in toward towards over from by".split())


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of tokens, first to last+1.

    Of a verb group: `verb` is the base form, `form` that of its last verb, `passive`, `infinitive` ("to sell"), `modal`, and
    `negated`. Of the others: the preposition or the word that joins, in small letters.
    """

    sort: Sort
    start: int
    end: int
    word: str = ""
    verb: str = ""
    form: str = ""
    passive: bool = False
    infinitive: bool = False
    modal: str = ""
    negated: bool = False
    finite: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom a noun phrase names or refers to.

    place -- of the token; owned -- the noun that is the head, where the phrase is about something of theirs ("Iranian oil")
    reference -- "it", "their": to be resolved, then `name` is None
    """

    name: Name | None
    place: int
    owned: str = ""
    reference: str = ""


def chunks(sentence: Sentence) -> list[Chunk]:
    """Return the chunks of a sentence, in order."""
    return list(_Chunker(sentence))


def _between(word: str, *, helped: bool) -> bool:
    """Return whether a word may stand within a verb group: "has not openly sold", and behind its helper "had all sold"."""
    adverb = word in words.ADVERBS or word.endswith("ly")
    return word in ("not", "never") or (adverb and word not in words.VERBS) or (helped and word in _FLOATING)


class _Chunker:
    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.size = len(sentence.tokens)

    def __iter__(self) -> Iterator[Chunk]:
        place = 0
        while place < self.size:
            found = self._at(place)
            yield found
            place = found.end

    def _at(self, place: int) -> Chunk:
        token = self.sentence.tokens[place]
        word = token.lower
        if token.kind == "mark" and not self._hyphen(place) and token.text not in _QUOTES:
            return Chunk("mark", place, place + 1, token.text)
        if token.kind == "word":
            for sort, those in (("join", words.CONJUNCTIONS), ("rel", words.RELATIVES)):
                if word in those and not (word == "that" and self._determines(place)):
                    return Chunk(sort, place, place + 1, word)  # type: ignore[arg-type]
            verb = self._verb(place) or self._after_adverb(place)
            if verb is not None:
                return verb
            if word in words.PREPOSITIONS or word == "to":
                return Chunk("prep", place, place + 1, word)
            if (
                word in words.SUBORDINATORS
                and not self._so_called(place)
                and not (word == "even" and self._stresses(place))
            ):
                return Chunk("sub", place, place + 1, word)
        return Chunk("noun", place, self._noun_end(place + (word == "even" and place + 1 < self.size)))

    def _determines(self, place: int) -> bool:
        """Return whether "that" stands before its noun: "that region"."""
        after = self.sentence.lower(place + 1)
        return (
            self.sentence.kind(place + 1) == "word"
            and after not in words.VERBS
            and after not in words.AUXILIARIES
            and after not in words.DETERMINERS
            and after not in words.PRONOUNS
            and self.sentence.lower(place - 1) in words.PREPOSITIONS
        )

    def _stresses(self, place: int) -> bool:
        """Return whether "even" only stresses what follows: "imports even more oil"."""
        return self.sentence.lower(place + 1) not in words.SUBORDINATORS | words.PREPOSITIONS

    # --- verb groups

    def _after_adverb(self, place: int) -> Chunk | None:
        """Return the verb group of which an adverb is the first word: "also denied", "openly supports"."""
        word = self.sentence.lower(place)
        if word in words.ADVERBS or (word.endswith("ly") and word not in words.VERBS):
            verb = self._verb(place + 1)
            if verb is not None and not verb.infinitive and verb.form != "base":
                return replace(verb, start=place)
        return None

    def _verb(self, start: int) -> Chunk | None:
        """Return the verb group that begins at a place; None where none does."""
        place, infinitive, modal, negated, be, have, helped = start, False, "", False, False, False, False
        if self.sentence.lower(place) == "to" and self.sentence.kind(place) == "word":
            infinitive, place = True, place + 1
        main = -1
        while place < self.size:
            word = self.sentence.lower(place)
            if helped and word in _QUOTES:  # had "promised me"
                place += 1
                continue
            if self.sentence.kind(place) != "word" or self._leads_noun(place):
                break
            if word in words.NEGATORS or word.endswith("n't"):
                negated = negated or not self._only(place)
            if word in words.AUXILIARIES and not self._month(place):
                modal = word if word in words.MODALS else modal
                be, have, helped, main = word in words.BE, word in ("has", "have", "had", "having"), True, place
            elif _between(word, helped=helped):
                if not helped and not infinitive:
                    break
            elif self._agrees(place, be=be, have=have, base=infinitive or bool(modal) or helped) and self._is_verb(
                place, helped=helped or infinitive
            ):
                main = place
                place += 1
                return self._group(start, place, main, infinitive, modal, negated, be, have)
            else:
                break
            place += 1
        if helped and main >= 0:
            return self._group(start, main + 1, main, infinitive, modal, negated, be, have)
        return None

    def _leads_noun(self, place: int) -> bool:
        """Return whether "leading" stands before a noun for what somebody is: "are leading suppliers"."""
        return self.sentence.lower(place) == "leading" and self.sentence.lower(place + 1) in lexicon().roles

    def _month(self, place: int) -> bool:
        """Return whether "May" is a month: "in May 2026"."""
        before = self.sentence.lower(place - 1)
        date = self.sentence.lower(place + 1)[:1].isdigit() or before[:1].isdigit() or before in words.PREPOSITIONS
        return self.sentence.tokens[place].text == "May" and date

    def _group(
        self, start: int, end: int, main: int, infinitive: bool, modal: str, negated: bool, be: bool, have: bool
    ) -> Chunk:
        word = self.sentence.lower(main)
        verb, form = words.verb_of(word) or (word, "base")
        if word in words.BE:
            verb = "be"
        past = form in ("past", "participle")
        helped = be or have or bool(modal)
        by = not helped and past and self.sentence.lower(end) == "by"  # "missiles supplied by Iran"
        passive = past and verb != "be" and ((be and not have) or (be and have) or by)
        if self.sentence.lower(end) in ("not", "never") and self.sentence.lower(end + 1) != "to":
            negated = negated or not self._only(end)
        before = self.sentence.lower(start - 1)
        negated = negated or before in ("not", "never", "without")
        finite = not infinitive and form != "ing" and not by and not (form == "participle" and not helped)
        finite = finite or (form == "ing" and be)
        return Chunk("verb", start, end, word, verb, form, passive, infinitive, modal, negated, finite)

    def _agrees(self, place: int, *, be: bool, have: bool, base: bool) -> bool:
        """Return whether a word has the form that the verbs before it want: "is sold", "has sold", "will sell"."""
        verb, form = words.verb_of(self.sentence.lower(place)) or ("", "")
        if be:
            return form in ("past", "participle", "ing")
        if have:
            return form in ("past", "participle")
        return form == "base" or self.sentence.lower(place) == verb or not base

    def _only(self, place: int) -> bool:
        return bool(words.NOT_NEGATION.match(self.sentence.lower(place + 1)))

    def _is_verb(self, place: int, *, helped: bool) -> bool:
        word = self.sentence.lower(place)
        known = words.verb_of(word)
        if known is None or (word not in words.VERBS and not self._unlisted(place, helped=helped)):
            return False
        quoted = self.sentence.lower(place - 1) in _QUOTES and self.sentence.kind(place - 1) == "mark"
        earlier = place - 1 - (quoted and place > 1)
        before, kind = self.sentence.lower(earlier), self.sentence.kind(earlier)
        form = known[1]
        if helped:
            return True
        if before in words.DETERMINERS or kind == "owner" or self._adjective(place - 1) or self._joined(place):
            return False
        if form in ("past", "participle") and self._attributive(place):
            return False
        if word in words.ALSO_NOUNS:
            return self._acts(place, form)
        if form == "ing":
            return not self._describes(place)
        if form == "base" and words.VERBS.get(before, ("", ""))[1] == "past" and before not in _BEFORE_BARE:
            return False  # "flew back to"
        return form != "base" or before not in words.PREPOSITIONS

    def _unlisted(self, place: int, *, helped: bool) -> bool:
        """Return whether a word in -ed that no list has is a verb: after who does it, and not before a noun."""
        before, after = self.sentence.lower(place - 1), self.sentence.lower(place + 1)
        small = (
            after in words.PREPOSITIONS
            or after in words.DETERMINERS
            or after in words.ADVERBS
            or after in ("", "to", "that")
        )
        ends = small or self.sentence.kind(place + 1) in ("name", "mark")
        acts = self.sentence.kind(place - 1) == "name" and not self._adjective(place - 1)
        noun = (
            self.sentence.kind(place - 1) == "word" and before not in words.PREPOSITIONS and not before.endswith("ly")
        )
        return ends and (helped or acts or (noun and small))

    def _acts(self, place: int, form: str) -> bool:
        """Return whether a word that may be a noun is a verb here."""
        before, kind = self.sentence.lower(place - 1), self.sentence.kind(place - 1)
        after, next_kind = self.sentence.lower(place + 1), self.sentence.kind(place + 1)
        if before in words.VERBS and before not in words.ALSO_NOUNS and form != "ing":
            return False
        if before in ("and", "or") and form == "base" and after in words.DETERMINERS and self._after_modal(place):
            return True  # "will aid Peru and support the efforts of Chile"
        if before in words.PREPOSITIONS or (before in words.CONJUNCTIONS and form != "s"):
            return form == "ing" and (next_kind == "name" or after in words.DETERMINERS)
        if form == "ing":
            return after in words.DETERMINERS or next_kind == "name"
        if after in ("even", "only") and form == "s":
            after, next_kind = self.sentence.lower(place + 2), self.sentence.kind(place + 2)
        such_as = after == "such" and self.sentence.lower(place + 2) == "as"
        pronoun = after in ("it", "them", "him", "that")
        object_follows = (after in words.DETERMINERS and not such_as) or next_kind == "name" or pronoun
        if before in _BEFORE_VERBS or (before == "," and after == "that"):
            return True
        if form == "s":
            singular = kind == "name" or not before.endswith("s")
            prep = kind == "name" and after in words.PREPOSITIONS - {"of", "for", "between"}
            goods = kind == "name" and next_kind == "word" and self.sentence.lower(place + 2) in ("to", "from")
            wants = kind == "name" and next_kind == "word" and self.sentence.lower(place) in words.RATHER_VERBS
            wants = wants and self.sentence.lower(place - 2) not in (*words.DETERMINERS, "of")
            return singular and (object_follows or prep or goods or wants) and bool(before)
        if form == "base":
            return object_follows and (kind == "name" or before.endswith("s"))
        return object_follows or after in words.PREPOSITIONS

    def _after_modal(self, place: int) -> bool:
        """Return whether "will", "can" or "to" has a verb earlier in the sentence, so that "and" can join a second one."""
        pairs = ((self.sentence.lower(each), self.sentence.lower(each + 1)) for each in range(place - 1))
        bare = (two for one, two in pairs if one in words.MODALS or one == "to")
        return any(words.VERBS.get(two, ("", ""))[1] == "base" for two in bare)

    def _attributive(self, place: int) -> bool:
        """Return whether a participle stands before its noun: "advanced drones"."""
        before, after = self.sentence.lower(place - 1), self.sentence.lower(place + 1)
        if words.VERBS.get(self.sentence.lower(place), ("", ""))[0] in _ADDRESSES:
            return False
        if (before in words.CONJUNCTIONS or before == ",") and self._takes_next(place):
            return False
        if before in words.CONJUNCTIONS and words.VERBS.get(self.sentence.lower(place), ("", ""))[0] in _STATED:
            return False
        if before == "," and self._after_relative(place):
            return False
        quoted = self.sentence.kind(place + 1) == "mark" and after in _QUOTES  # 'suspected "activities"'
        common = (self.sentence.kind(place + 1) == "word" or quoted) and not (
            after in words.PREPOSITIONS
            or after in words.DETERMINERS
            or after in words.ADVERBS
            or after in words.CONJUNCTIONS
            or after in words.SUBORDINATORS
            or after in words.PRONOUNS
            or after in words.RELATIVES
            or after in ("to", "that")
        )
        return common and (before in words.PREPOSITIONS or before in words.CONJUNCTIONS or before in ("", ","))

    def _after_relative(self, place: int) -> bool:
        """Return whether the comma before a place closes a relative clause: "Peru, which lost, moved troops"."""
        opened = (each for each in range(place - 2, 0, -1) if self.sentence.lower(each) == ",")
        return self.sentence.lower(next(opened, place) + 1) in ("which", "who", "whose")

    def _takes_next(self, place: int) -> bool:
        """Return whether the codebook has a verb with what follows as its goods: "signed a pact and shipped weapons"."""
        patterns = lexicon().verbs.get(words.VERBS.get(self.sentence.lower(place), ("", ""))[0], ())
        after = self.sentence.tokens[place + 1 : self._noun_end(place + 1)]
        return any(each.steps[0].startswith("{") and says(each.steps[0], after) for each in patterns if each.steps)

    def _describes(self, place: int) -> bool:
        """Return whether a word in -ing stands before its noun: "the largest trading partner"."""
        before = self.sentence.lower(place - 1)
        plain = self.sentence.kind(place - 1) == "word" and not (
            before in words.PREPOSITIONS
            or before in words.AUXILIARIES
            or before in words.VERBS
            or before in words.CONJUNCTIONS
            or before in words.SUBORDINATORS
            or before in words.PRONOUNS
            or before in words.ADVERBS
        )
        after = self.sentence.lower(place + 1)
        small = after in words.PREPOSITIONS or after in words.DETERMINERS or after in words.PRONOUNS
        return plain and self.sentence.kind(place + 1) == "word" and not small

    def _adjective(self, place: int) -> bool:
        name = self.sentence.tokens[place].name if 0 <= place < self.size else None
        return name is not None and name.adjective

    def _joined(self, place: int) -> bool:
        """Return whether a hyphen joins a word to the one before or after it: "Iran-backed", "counter-attack"."""
        tokens = self.sentence.tokens
        before = place > 0 and self._hyphen(place - 1) and tokens[place - 1].end == tokens[place].start
        return before or self._hyphen(place + 1)

    # --- noun phrases

    def _noun_end(self, start: int) -> int:
        place = start
        while place < self.size:
            token = self.sentence.tokens[place]
            if place > start and self._ends_noun(start, place):
                break
            place += 1
            if token.kind == "word" and token.lower in words.PRONOUNS - {"its", "their", "his", "her", "our"}:
                break
        return max(place, start + 1)

    def _so_called(self, place: int) -> bool:
        """Return whether "so" is no word of its own: "the so-called plan"."""
        return self._hyphen(place + 1) and self.sentence.lower(place + 2) == "called"

    def _of_portfolio(self, place: int) -> bool:
        """Return whether "of" is part of an office before a name: "Secretary of State Ana Rojas"."""
        after = place + 1
        while self.sentence.kind(after) == "word" and self.sentence.tokens[after].text in words.PORTFOLIOS:
            after += 1
        name = self.sentence.tokens[after].name if after < self.size else None
        person = name is not None and name.kind == "Person" and after > place + 1
        return person and self.sentence.lower(place - 1) in words.OFFICES

    def _ends_noun(self, start: int, place: int) -> bool:
        token = self.sentence.tokens[place]
        if self._so_called(place) or (token.lower == "of" and self._of_portfolio(place)):
            return False
        if token.kind == "mark":
            return token.text not in _QUOTES and not self._hyphen(place)
        if token.kind in ("owner", "name"):
            return False
        word = token.lower
        if word in words.CONJUNCTIONS or word in words.RELATIVES or word in words.PREPOSITIONS or word == "to":
            return not self._joined(place)
        if word in words.DETERMINERS and place > start:
            before = self.sentence.lower(place - 1)
            return before not in words.DETERMINERS
        if word in words.SUBORDINATORS or word in words.PRONOUNS:
            return True
        return self._verb(place) is not None

    def _hyphen(self, place: int) -> bool:
        """Return whether a mark is a hyphen between two words."""
        tokens = self.sentence.tokens
        return (
            0 < place < self.size - 1
            and tokens[place].text in _HYPHENS
            and tokens[place - 1].end == tokens[place].start
            and tokens[place].end == tokens[place + 1].start
        )
