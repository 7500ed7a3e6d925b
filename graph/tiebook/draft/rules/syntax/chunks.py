"""A sentence as chunks: noun phrases, verb groups, prepositions and the marks and words that join clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from tiebook.draft.rules.syntax.tokens import Sentence
from tiebook.draft.rules.syntax.verbal import VerbForms
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.lexicon import lexicon, says

Sort = Literal["noun", "verb", "prep", "join", "sub", "rel", "mark"]
_QUOTES: Final = "\"'\u201c\u201d\u2018\u2019"
_HYPHENS: Final = "-\u2010\u2011\u2013"
_STANDS: Final = ("stand", "stick", "abide", "come", "go", "live", "drop", "pass")  # "stood by Peru" is not passive
_WITH_PARTICLE: Final = ("set", "put", "draw", "bring", "carry", "lay", "shoot", "take", "work", "hold", "call", "turn")
_PARTICLES: Final = ("up", "out", "down", "forward", "about", "over", "back")
_HEDGES: Final = words.EXAMPLES | frozenset(  # which say that it may not be so; and nouns
    "allegedly reportedly supposedly purportedly apparently possibly ostensibly presumably seemingly probably italy sicily july"
    " supply ally assembly family namely primarily".split()
)
_JUDGING: Final = ("without", "with", "against")  # "claimed, without evidence, that"
_BY_THE_WAY: Final = frozenset(
    "however moreover meanwhile furthermore nevertheless nonetheless though too again also therefore likewise instead then".split()
)
_SKIPPED: Final = "very more most"
_YEAR: Final = 4  # digits
_COUNTS: Final = ("a dozen", "dozens", "hundreds", "thousands", "half")
_THINGS: Final = ("arms", "goods", "aid", "sanctions", "agreement", "works", "troops")  # classes of words
_FLOATING: Final = ("all", "both", "each")  # "had all rejected"
_ALSO_PAST: Final = frozenset("cut put set let hit quit cost shut split spread cast hurt bet".split())
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


def chunks(sentence: Sentence) -> list[Chunk]:
    """Return the chunks of a sentence, in order."""
    return list(_without_adverbs(sentence, list(_Chunker(sentence))))


def _without_adverbs(sentence: Sentence, found: list[Chunk]) -> Iterator[Chunk]:
    """Yield chunks without adverbs or remarks between commas, behind which a clause goes on: "Chile and, secretly, Mali"."""
    place = 0
    while place < len(found):
        remark = found[place].word == "," and _is_remark(sentence, found[place + 1 : place + 4])
        if remark and _takes(found[place - 1], found[place + 4 :]):  # "denied, for its part, arming"
            place += 4
            continue
        aside = found[place : place + 3]
        single = len(aside) == 3 and aside[1].end - aside[1].start == 1 and aside[0].word == aside[2].word == ","  # noqa: PLR2004
        word = sentence.lower(aside[1].start) if single else ""
        adverb = word.endswith("ly") or (word in _BY_THE_WAY and _takes(found[place - 1], found[place + 3 :]))
        if adverb and word not in _HEDGES and place > 0 and place + 3 < len(found):
            place += 3
            continue
        yield found[place]
        place += 1


def _is_remark(sentence: Sentence, aside: list[Chunk]) -> bool:
    """Return whether chunks up to a comma are a phrase that names nobody and no time: "for its part,", "in a statement,"."""
    if [each.sort for each in aside] != ["prep", "noun", "mark"] or aside[2].word != "," or aside[0].word in _JUDGING:
        return False
    tokens = sentence.tokens[aside[1].start : aside[1].end]
    return all(each.kind == "word" and each.lower.isalpha() and each.lower not in words.DAYS for each in tokens)


def _takes(before: Chunk, after: list[Chunk]) -> bool:
    """Return whether what a verb takes stands behind an aside: "denied, however, arming Mali", "said, moreover, that"."""
    content = after and (after[0].word == "that" or after[0].form == "ing" or after[0].infinitive)
    return before.sort == "verb" and before.finite and bool(content)


def _between(word: str, *, helped: bool) -> bool:
    """Return whether a word may stand within a verb group: "has not openly sold", and behind its helper "had all sold"."""
    adverb = word in words.ADVERBS or word.endswith("ly")
    return (
        word in ("not", "never")
        or (adverb and word not in words.VERBS)
        or (helped and word in (*_FLOATING, "next", "since"))
    )


class _Chunker(VerbForms):
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
            if (word in words.PREPOSITIONS or word == "to") and not self._estimates(place):
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
        floats = word in _FLOATING and self.sentence.kind(place - 1) in ("name", "word") and place > 0
        floats = floats and self.sentence.lower(place - 1) not in words.PREPOSITIONS | words.CONJUNCTIONS | {"to"}
        if floats or word in words.ADVERBS or word == "neither" or (word.endswith("ly") and word not in words.VERBS):
            verb = self._verb(place + 1)
            if verb is not None and not verb.infinitive and verb.form != "base":
                return replace(verb, start=place)
        return None

    def _verb(self, start: int) -> Chunk | None:
        """Return the verb group that begins at a place; None if none does."""
        place, infinitive, modal, negated, be, have, helped = start, False, "", False, False, False, False
        if self.sentence.lower(place) == "to" and self.sentence.kind(place) == "word":
            infinitive, place = True, place + 1
        main, opened = -1, ""
        while place < self.size:
            word = self.sentence.lower(place)
            if helped and word in _QUOTES:  # had "promised me"
                place += 1
                continue
            if (
                self.sentence.kind(place) != "word"
                or self._leads_noun(place)
                or self._is_of_two(place)
                or self._is_said(place)
            ):
                break
            if word in words.NEGATORS or word.endswith("n't"):
                negated = negated or not self._only(place)
            if word in words.AUXILIARIES and not self._month(place):
                modal = word if word in words.MODALS else modal
                opened = opened or word
                be, have, helped, main = word in words.BE, word in ("has", "have", "had", "having"), True, place
            elif _between(word, helped=helped):
                if not helped and not infinitive:
                    break
            elif self._agrees(place, be=be, have=have, base=infinitive or bool(modal) or helped) and self._is_verb(
                place, helped=helped or infinitive
            ):
                main = place
                place += 1
                return self._bare(self._group(start, place, main, infinitive, modal, negated, be, have), opened)
            else:
                break
            place += 1
        if helped and main >= 0:
            return self._bare(self._group(start, main + 1, main, infinitive, modal, negated, be, have), opened)
        return None

    def _bare(self, group: Chunk, opened: str) -> Chunk:
        """Return a verb group; one that "having" or "being" opens is not a finite one: "Having armed Peru, Chile left"."""
        return replace(group, form="ing", finite=False) if opened in ("having", "being") else group

    def _leads_noun(self, place: int) -> bool:
        """Return whether "leading" stands before a noun for what somebody is: "are leading suppliers"."""
        return self.sentence.lower(place) == "leading" and self.sentence.lower(place + 1) in lexicon().roles

    def _is_said(self, place: int) -> bool:
        """Return whether a word that may be a verb only says what somebody is: "were once close allies"."""
        form, before = words.VERBS.get(self.sentence.lower(place), ("", ""))[1], place - 1
        while self.sentence.lower(before) in words.ADVERBS or self.sentence.lower(before).endswith("ly"):
            before -= 1
        return form in ("base", "s") and before < place - 1 and self.sentence.lower(before) in words.BE

    def _is_of_two(self, place: int) -> bool:
        """Return whether a noun in -s says what those are who are named behind it: "longtime allies Peru and Chile signed"."""
        word = self.sentence.lower(place)
        if not word.endswith("s") or word not in lexicon().roles or self.sentence.kind(place - 1) != "word":
            return False
        last = place + 1
        while self.sentence.kind(last) == "name" and self.sentence.lower(last + 1) in (",", "and"):
            last += 2 + (self.sentence.lower(last + 2) == "and")
        if self.sentence.kind(last) != "name" or self.sentence.lower(last - 1) != "and":
            return False
        verb = self._verb(last + 1)
        return self.sentence.lower(place - 1) in words.OF_TWO or (verb is not None and verb.finite)

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
        gets = (
            verb == "get"
            and self.sentence.lower(end) not in lexicon().adjectives
            and not self.sentence.lower(end).endswith("ed")
        )
        if word in words.BE and not gets:
            verb = "be"
        past = form in ("past", "participle")
        helped = be or have or bool(modal)
        by = (
            not helped and past and self.sentence.lower(end) == "by" and verb not in _STANDS
        )  # "missiles supplied by Iran"
        apart = verb in _WITH_PARTICLE and self.sentence.lower(end) in _PARTICLES  # "rules set up by Peru"
        by = by or (apart and past and not helped and self.sentence.lower(end + 1) == "by")
        by = by or (past and not helped and verb not in _STANDS and self._shares_by(end, start))
        of = past and not helped and self.sentence.lower(end) == "of" and verb in ("accuse", "suspect", "convict")
        by = by or of or (past and start == 0 and not helped and not infinitive)  # "Locked in a dispute, Peru left"
        passive = past and verb != "be" and ((be and not have) or (be and have) or by)
        if self.sentence.lower(end) in ("not", "never") and self.sentence.lower(end + 1) != "to":
            negated = negated or not self._only(end)
        before = self.sentence.lower(start - 1)
        negated = negated or before in ("not", "never", "nolonger", "without", "neither", "nor")
        finite = not infinitive and form != "ing" and not by and not (form == "participle" and not helped)
        finite = finite or (form == "ing" and be)
        return Chunk("verb", start, end, word, verb, form, passive, infinitive, modal, negated, finite)

    def _shares_by(self, end: int, start: int) -> bool:
        """Return whether "by" behind a second participle is the first one's too: "Peru, armed and funded by Chile,"."""
        second = end + 1 + (self.sentence.lower(end + 1).endswith("ly"))
        joined = self.sentence.lower(end) in ("and", "or") and self.sentence.lower(second + 1) == "by"
        form = (words.verb_of(self.sentence.lower(second)) or ("", ""))[1]
        return (
            joined
            and form in ("past", "participle")
            and self.sentence.lower(start - 1) in (",", "(", "\u2013", "\u2014")
        )

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

    def _estimates(self, place: int) -> bool:
        """Return whether a word only says that a number is a rough one: "hosts about 4,000 troops", "over 20 bases"."""
        after = self.sentence.lower(place + 1)
        number = after[:1].isdigit() and not (after.isdigit() and after[:2] in ("19", "20") and len(after) == _YEAR)
        counted = number or after in _COUNTS
        verb = words.VERBS.get(self.sentence.lower(place - 1), ("", ""))[1] in (
            "past",
            "s",
            "base",
            "ing",
            "participle",
        )
        return counted and verb and self.sentence.lower(place) in ("about", "around", "over")

    def _so_called(self, place: int) -> bool:
        """Return whether "so" is not a word of its own: "the so-called plan"."""
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
            return token.kind == "name" and self._begins_relative(start, place)
        word = token.lower
        if word in words.CONJUNCTIONS or word in words.RELATIVES or word in words.PREPOSITIONS or word == "to":
            return not self._joined(place)
        if word in words.DETERMINERS and place > start:
            before = self.sentence.lower(place - 1)
            if (before, word) == ("one", "another"):
                return False
            return (
                before not in words.DETERMINERS and self.sentence.kind(place - 1) != "owner"
            )  # "Peru's most loyal ally"
        if word in words.SUBORDINATORS or word in words.PRONOUNS or self._when(place):
            return True
        return self._verb(place) is not None and not self._part_of_one(start, place)

    def _begins_relative(self, start: int, place: int) -> bool:
        """Return whether a name is the subject of a relative clause without "that": "the tanks Peru sold"."""
        name, before = self.sentence.tokens[place].name, self.sentence.lower(place - 1)
        verb = self._verb(place + 1)
        if name is None or name.adjective or place == start or self.sentence.kind(place - 1) != "word" or verb is None:
            return False
        opens = self.sentence.lower(start) in words.DETERMINERS or before.endswith("s")
        object_ = start > 0 and self.sentence.kind(start - 1) == "word"  # of a verb or preposition
        thing = before in lexicon().nouns or any(
            says(f"{{{each}}}", self.sentence.tokens[place - 1 : place]) for each in _THINGS
        )
        thing = thing and before not in lexicon().roles and before not in words.TITLES
        return opens and object_ and thing and verb.finite and not verb.passive and name.label == "Actor"

    def _part_of_one(self, start: int, place: int) -> bool:
        """Return whether a base form behind "a" is a noun, where a verb would be another form: "an important part of"."""
        verb, word = self._verb(place), self.sentence.lower(place)
        plain = verb is not None and verb.form == "base" and not verb.modal and verb.end == place + 1
        return plain and self.sentence.lower(start) in ("a", "an") and word not in _ALSO_PAST

    def _behind_noun(self, place: int) -> bool:
        """Return whether a time stands between a noun and what belongs to it: "talks last week between", "an attack Monday on"."""
        before, word, after = (self.sentence.lower(each) for each in (place - 1, place, place + 1))
        spell = word in ("last", "next") and after in words.TIMES and self.sentence.kind(place + 2) != "owner"
        day = word in words.DAYS and (after in words.PREPOSITIONS or self.sentence.kind(place + 1) == "mark")
        small = words.DETERMINERS | words.PREPOSITIONS | words.CONJUNCTIONS | words.TIMES | {"of"}
        return (spell or day) and self.sentence.kind(place - 1) == "word" and before not in small

    def _when(self, place: int) -> bool:
        """Return whether a time begins behind a name: "visited Moscow last week", "attacked Chile yesterday"."""
        if self._behind_noun(place):
            return True
        if self.sentence.kind(place - 1) != "name" or self.sentence.kind(place + 1) == "owner":
            return False
        after = self.sentence.lower(place + 1)
        spell = self.sentence.lower(place) in ("last", "next", "earlier", "late") and after in (
            *words.TIMES,
            "this",
            "last",
        )
        return self.sentence.lower(place) in words.DAYS or (spell and self.sentence.kind(place + 2) != "owner")
