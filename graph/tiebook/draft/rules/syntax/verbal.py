"""Whether a word is a verb where it stands: "support" in "they support", "aid" in "sent aid", "backed" in "backed groups"."""

from __future__ import annotations

from typing import Final

from tiebook.draft.rules.syntax.remarks import ANYBODY, remarks
from tiebook.draft.rules.syntax.tokens import Sentence
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.inflect import verb_forms
from tiebook.draft.rules.words.lexicon import lexicon, says
from tiebook.draft.rules.words.lists import LISTS

_ALONG: Final = ("along", "together", "alongside", "as", "like", "unlike")
_QUOTES: Final = "\"'\u201c\u201d\u2018\u2019"
_HYPHENS: Final = "-\u2010\u2011\u2013"
_WHOSE_ALLIES: Final = frozenset("its their his her our fellow other some many most several".split())
_BEFORE_VERBS: Final = words.RELATIVES | words.ADVERBS | {"they", "it", "he", "she", "we"}
_ADDRESSES: Final = ("say", "tell", "warn", "inform", "assure", "urge", "accuse")  # whose object is a hearer
_INTO: Final = ("in", "of", "by", "despite", "amid", "from", "with", "under", "over", "through", "against")
_HEADS: Final = frozenset(
    "mission missions force forces operation operations team teams programme program agency body centre center".split()
)
_BEFORE_BARE: Final = ("helped", "let", "made", "saw", "heard", "watched", "had")  # "helped draft"
# whose participles stand before no noun: "and recalled recent threats"
_HELD: Final = frozenset(
    "hold"
    " conduct launch stage sign send impose open build make take begin start deepen strengthen expand suspend receive buy"
    " establish restore resume sever normalise normalize renew forge cut".split()
)
_PURE: Final = (
    "to",
    "of",
    "for",
    "with",
    "by",
    "from",
    "about",
    "against",
    "over",
    "amid",
    "despite",
    "following",
    "under",
)
_FIGHTS: Final = ("fight", "train", "patrol", "march", "clash", "exercise")  # "Peruvian troops fight in Chile"
# "Peru and Chile battle over the islands"
_QUARRELS: Final = (
    "battle",
    "clash",
    "feud",
    "quarrel",
    "trade",
    "struggle",
    "talk",
    "debate",
    "fight",
    "skirmish",
    "dispute",
)
# words that may be verbs, and what they only describe: "U.S. arms sales to Peru"
_COMPOUNDS: Final = {word: frozenset(LISTS[f"of_{word}"].split()) for word in ("press", "arms", "armed")}
_STATED: Final = (
    words.REPORTS | frozenset("express welcome reaffirm urge condemn oppose support thank commend invite".split())
) - frozenset(
    "expect report allege claim suspect perceive admit estimate predict assume assure find know see hold tell".split()
)


class VerbForms:
    """The words of a sentence, by whether they are verbs."""

    def __init__(self, sentence: Sentence) -> None:
        """Hold the words of a sentence."""
        self.sentence = sentence
        self.size = len(sentence.tokens)

    def _noun_end(self, start: int) -> int:
        """Return the first place behind the noun phrase that begins at one."""
        raise NotImplementedError

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
        part = word in ("part", "parts") and self.sentence.lower(place + 1) not in ("ways", "company", "with")
        part = part or self.sentence.lower(place - 1) in words.NOUNS_IN_ING.get(word, ())
        part = part or word in ("neighbouring", "neighboring")
        of_press = part or self.sentence.lower(place + 1) in _COMPOUNDS.get(word, ())
        quoted = self.sentence.lower(place - 1) in _QUOTES and self.sentence.kind(place - 1) == "mark"
        earlier = place - 1 - (quoted and place > 1)
        before, kind = self.sentence.lower(earlier), self.sentence.kind(earlier)
        form = known[1]
        if helped or remarks(self.sentence, place):
            return True
        time = word == "last" and self.sentence.lower(place + 1) in words.TIMES
        if (
            time
            or (
                before in words.DETERMINERS - {"neither"}
                and not self._after_that(place)
                and not self._after_both(place)
                and not (before in ANYBODY and self.sentence.lower(place - 2) in ("what", "as", "which"))
            )
            or kind == "owner"
            or (
                kind == "name" and form == "s" and self.sentence.lower(earlier - 1) in _WHOSE_ALLIES
            )  # "its NATO allies"
            or of_press
            or (word == "back" and before in words.VERBS)  # "push back against"
            or self._adjective(place - 1)
            or self._joined(place)
        ):
            return False
        adverb = (
            before.endswith("ly") and self.sentence.lower(place - 2) in words.DETERMINERS
        )  # "the newly armed rebels"
        if form in ("past", "participle") and (adverb or self._attributive(place)):
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
            or after.endswith("ly")
            or after in ("", "to", "that")
            or (after == "and" and words.VERBS.get(self.sentence.lower(place + 2), ("", ""))[1] == "past")
        )
        ends = small or self.sentence.kind(place + 1) in ("name", "mark")
        acts = self.sentence.kind(place - 1) == "name" and not self._adjective(place - 1)
        noun = (
            self.sentence.kind(place - 1) == "word" and before not in words.PREPOSITIONS and not before.endswith("ly")
        )
        opens = acts and self.sentence.kind(place - 2) in ("", "mark") and self.sentence.kind(place + 1) == "word"
        return opens or (ends and (helped or acts or (noun and small)))

    def _acts(self, place: int, form: str) -> bool:
        """Return whether a word that may be a noun is a verb here."""
        word = self.sentence.lower(place)
        before, kind = self.sentence.lower(place - 1), self.sentence.kind(place - 1)
        after, next_kind = self.sentence.lower(place + 1), self.sentence.kind(place + 1)
        if before in words.VERBS and before not in words.ALSO_NOUNS and form != "ing":
            return False
        takes = after in words.DETERMINERS or (next_kind == "name" and self.sentence.kind(place + 2) != "owner")
        if before in ("and", "or") and form == "base" and takes and self._after_modal(place):
            return True  # "will aid Peru and support the efforts of Chile", "two aims: deter Peru and support Chile"
        if before in words.PREPOSITIONS or (before in words.CONJUNCTIONS and form != "s"):
            series = before in words.CONJUNCTIONS and next_kind == "word" and self._in_series(place)
            people = word == "meeting" and after in words.PEOPLE | words.ORGANS  # "after meeting officials from Peru"
            return form == "ing" and (series or people or next_kind == "name" or after in words.DETERMINERS)
        if form == "ing":
            return after in words.DETERMINERS or next_kind == "name"
        if after in ("even", "only") and form == "s":
            after, next_kind = self.sentence.lower(place + 2), self.sentence.kind(place + 2)
        such_as = after == "such" and self.sentence.lower(place + 2) == "as"
        pronoun = after in ("it", "them", "him", "that")
        object_follows = (after in words.DETERMINERS and not such_as) or next_kind == "name" or pronoun
        aside = object_follows and self._after_saying(place)
        fully = (
            form == "s" and before.endswith("ly") and self.sentence.kind(place - 2) == "name"
        )  # "Peru fully supports"
        along = form == "s" and before == "," and (object_follows or after in words.PREPOSITIONS)
        along = along and self._after_relative(place, _ALONG)  # "Peru, along with Chile, trades with Mali"
        if fully or along or before in _BEFORE_VERBS or (before == "," and (after == "that" or aside)):
            return True
        if form == "s":
            singular = kind == "name" or not before.endswith("s")
            object_follows = object_follows or (word, after) == ("trades", "with")
            return singular and bool(before) and (object_follows or (kind == "name" and self._acts_alone(place, after)))
        if form == "base":
            aside = (
                before == ","
                and next_kind == "name"
                and "," in (self.sentence.lower(each) for each in range(1, place - 2))
            )
            fights = before in words.ORGANS and before.endswith("s") and self.sentence.lower(place) in _FIGHTS
            acts = kind == "name" or before.endswith("s") or before == ":"
            pair = (
                kind == "name" and self.sentence.lower(place - 2) == "and" and self.sentence.kind(place - 3) == "name"
            )
            pair = pair and word in _QUARRELS and after in ("over", "for", "about", "on", "with", "against")
            return aside or pair or (object_follows and acts) or (fights and after in words.PREPOSITIONS)
        return object_follows or after in words.PREPOSITIONS

    def _acts_alone(self, place: int, after: str) -> bool:
        """Return whether a word in -s behind a name is a verb without an object there: "Peru trades with", "Peru claims, left"."""
        if after == "," and self.sentence.lower(place - 2) == ",":
            return words.VERBS[self.sentence.lower(place)][0] in words.REPORTS  # "Peru, Chile claims, left"
        if after in (".", "") and self.sentence.lower(place - 2) == "so":  # ", or so Peru claims"
            return words.VERBS[self.sentence.lower(place)][0] in words.REPORTS
        word = self.sentence.kind(place + 1) == "word"
        prep = after in words.PREPOSITIONS - {"of", "for", "between"} and not self._within_object(place)
        goods = word and self.sentence.lower(place + 2) in ("to", "from")
        wants = word and self.sentence.lower(place) in words.RATHER_VERBS
        return prep or goods or (wants and self.sentence.lower(place - 2) not in (*words.DETERMINERS, "of"))

    def _within_object(self, place: int) -> bool:
        """Return whether the name before a place is part of an object: "faces EU sanctions over", "linked to Chad attacks on"."""
        if (
            self.sentence.lower(place) == "forces" or self.sentence.lower(place - 2) in _PURE
        ):  # "hosts U.S. forces at its base"
            return True
        if self.sentence.lower(place - 2) in _INTO:  # "takes part in EU sanctions on"
            return True
        verb = words.VERBS.get(self.sentence.lower(place - 2), ("", ""))[0]
        return bool(verb) and verb not in words.REPORTS | words.FEARS | words.HOPES | words.CONTROLS_OBJECT

    def _in_series(self, place: int) -> bool:
        """Return whether two words in -ing with objects stand before: "by selling boats, building a base and training officers"."""
        before = [
            each
            for each in range(1, place - 1)
            if words.VERBS.get(self.sentence.lower(each), ("", ""))[1] == "ing"
            and (self.sentence.lower(each - 1) in words.PREPOSITIONS or self.sentence.lower(each - 1) in (",", ":"))
        ]
        after = self.sentence.lower(place + 1)
        return len(before) > 1 and after not in words.PREPOSITIONS and after not in words.VERBS

    def _after_saying(self, place: int) -> bool:
        """Return whether the comma before a place closes "she adds" or the like: "Peru, she adds, supports Chile"."""
        verb = words.VERBS.get(self.sentence.lower(place - 2), ("", ""))[0]
        return verb in words.REPORTS and "," in (self.sentence.lower(place - 4), self.sentence.lower(place - 5))

    def _after_modal(self, place: int) -> bool:
        """Return whether "will", "can" or "to" has a verb earlier in the sentence, so that "and" can join a second one."""
        pairs = ((self.sentence.lower(each), self.sentence.lower(each + 1)) for each in range(place - 1))
        bare = (two for one, two in pairs if one in words.MODALS or one in ("to", ":"))
        return any(words.VERBS.get(two, ("", ""))[1] == "base" for two in bare)

    def _attributive(self, place: int) -> bool:
        """Return whether a participle stands before its noun: "advanced drones"."""
        before, after = self.sentence.lower(place - 1), self.sentence.lower(place + 1)
        verb, form = words.VERBS.get(self.sentence.lower(place), ("", ""))
        if verb in _ADDRESSES or (
            form == "past" and "participle" in verb_forms(verb).values()
        ):  # "and drew closer to Peru"
            return False
        if (before in words.CONJUNCTIONS or before == ",") and self._takes_next(place):
            return False
        gerund = words.VERBS.get(after, ("", ""))[1] == "ing" and after not in words.ALSO_NOUNS
        if before == "," and gerund and verb in ("deny", "admit"):  # "Peru, for its part, denied arming Mali"
            return False
        if before in words.CONJUNCTIONS and words.VERBS.get(self.sentence.lower(place), ("", ""))[0] in _STATED:
            return False
        if before in words.CONJUNCTIONS and verb in _HELD and self._after_past(place):
            return False
        if before == "," and (self._after_relative(place) or self._after_person(place)):
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
        adjective = (
            self._adjective(place + 1) and self.sentence.kind(place + 2) == "word"
        )  # "reject proposed Chilean changes"
        if (common or adjective) and (self._behind_verb(place) or (adjective and before in words.PREPOSITIONS)):
            return True
        return common and (before in words.PREPOSITIONS or before in words.CONJUNCTIONS or before in ("", ","))

    def _behind_verb(self, place: int) -> bool:
        """Return whether a verb that takes an object stands right before a participle: "condemned repeated attacks"."""
        before = self.sentence.lower(place - 1)
        verb, form = words.VERBS.get(before, ("", ""))
        helper = before in words.AUXILIARIES or verb in (
            "be",
            "have",
            "get",
            "become",
            "remain",
            "seem",
            "appear",
            "feel",
        )
        takes = self.sentence.kind(place - 1) == "word" and form in ("past", "s", "base", "ing") and not helper
        return takes and verb not in words.REPORTS - {"accuse"} and before not in words.ALSO_NOUNS

    def _after_past(self, place: int) -> bool:
        """Return whether a past with its object stands earlier, which "and" joins: "reinforced its base and held drills"."""
        earlier = (words.VERBS.get(self.sentence.lower(each), ("", ""))[1] for each in range(1, place - 2))
        return any(form in ("past", "participle") for form in earlier)

    def _after_relative(self, place: int, opening: tuple[str, ...] = ("which", "who", "whose", "a", "an")) -> bool:
        """Return whether the comma before a place closes a relative clause: "Peru, which lost, moved troops"."""
        opened = (each for each in range(place - 2, 0, -1) if self.sentence.lower(each) == ",")
        return self.sentence.lower(next(opened, place) + 1) in opening

    def _after_person(self, place: int) -> bool:
        """Return whether the comma before a place closes a name that explains an office: "Peru's envoy, Ana Rojas, expressed"."""
        name = self.sentence.tokens[place - 2].name if place > 1 else None
        return name is not None and name.kind == "Person" and self.sentence.lower(place - 3) == ","

    def _after_that(self, place: int) -> bool:
        """Return whether the "that" before a place begins a relative clause: "the firms that sold missiles"."""
        if self.sentence.lower(place - 1) != "that" or self.sentence.lower(place) not in words.VERBS:
            return False
        before, kind = self.sentence.lower(place - 2), self.sentence.kind(place - 2)
        noun = kind == "word" and (before not in words.VERBS or before in words.STEPS) and not before.endswith("ly")
        noun = noun and before not in words.PREPOSITIONS | words.ADVERBS | words.CONJUNCTIONS | words.AUXILIARIES
        claims = words.CONTENT - {"statement", "declaration"} | words.FALSE | words.EVIDENCE
        return kind == "name" or (noun and not {before, before.removesuffix("s")} & claims)

    def _after_both(self, place: int) -> bool:
        """Return whether "both" or "the two" before a place is a subject: "Both condemned Peru", "the two signed a pact"."""
        after = self.sentence.lower(place + 1)
        before, plural = self.sentence.kind(place - 2), self.sentence.lower(place - 2).endswith("s")
        if self.sentence.lower(place - 1) in ("all", "each", "both") and (
            before == "name" or (before == "word" and plural)
        ):
            return self.sentence.lower(place) in words.VERBS  # "Peru and Chile all condemned Oman"
        two = self.sentence.lower(place - 1) == "two" and self.sentence.lower(place - 2) == "the"
        if two and self.sentence.lower(place) in words.VERBS:
            return after in words.DETERMINERS or after in words.PREPOSITIONS or self.sentence.kind(place + 1) == "name"
        takes = self.sentence.kind(place + 1) == "name" or after in words.DETERMINERS or after in ("it", "them")
        takes = takes or (after in words.PREPOSITIONS and self.sentence.lower(place) not in words.ALSO_NOUNS)
        return self.sentence.lower(place - 1) == "both" and takes and self.sentence.kind(place - 2) in ("", "mark")

    def _takes_next(self, place: int) -> bool:
        """Return whether the codebook has a verb with what follows as its goods: "signed a pact and shipped weapons"."""
        patterns = lexicon().verbs.get(words.VERBS.get(self.sentence.lower(place), ("", ""))[0], ())
        after = self.sentence.tokens[place + 1 : self._noun_end(place + 1)]
        plain = words.PREPOSITIONS | {"A", "B", "to"}
        return any(says(each.steps[0], after) for each in patterns if each.steps and each.steps[0] not in plain)

    def _describes(self, place: int) -> bool:
        """Return whether a word in -ing stands before its noun: "the largest trading partner"."""
        before = self.sentence.lower(place - 1)
        if self.sentence.lower(place) == "including":
            return False
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
        if self.sentence.kind(place - 1) == "name" and after in _HEADS:  # "the EU monitoring mission"
            return True
        return plain and self.sentence.kind(place + 1) == "word" and not small

    def _adjective(self, place: int) -> bool:
        name = self.sentence.tokens[place].name if 0 <= place < self.size else None
        return name is not None and name.adjective

    def _joined(self, place: int) -> bool:
        """Return whether a hyphen joins a word to the one before or after it: "Iran-backed", "counter-attack"."""
        tokens = self.sentence.tokens
        before = place > 0 and self._hyphen(place - 1) and tokens[place - 1].end == tokens[place].start
        return before or self._hyphen(place + 1)

    def _hyphen(self, place: int) -> bool:
        """Return whether a mark is a hyphen between two words."""
        tokens = self.sentence.tokens
        return (
            0 < place < self.size - 1
            and tokens[place].text in _HYPHENS
            and tokens[place - 1].end == tokens[place].start
            and tokens[place].end == tokens[place + 1].start
        )
