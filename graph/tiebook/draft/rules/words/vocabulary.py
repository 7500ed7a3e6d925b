"""The small words of English, and the nouns and verbs by which a clause is read; the words of the ties are in the codebook."""

from __future__ import annotations

import re
from typing import Final

from tiebook.draft.rules.words.inflect import noun_forms, verb_forms
from tiebook.draft.rules.words.lists import LISTS
from tiebook.model.wording import patterns


def _set(name: str) -> frozenset[str]:
    return frozenset(LISTS[name].split())


PREPOSITIONS: Final = _set("prepositions")
DETERMINERS: Final = _set("determiners")
AUXILIARIES: Final = _set("auxiliaries")
BE: Final = _set("be")
MODALS: Final = _set("modals")
CONJUNCTIONS: Final = _set("conjunctions")
SUBORDINATORS: Final = _set("subordinators")
RELATIVES: Final = _set("relatives")
PRONOUNS: Final = _set("pronouns")
NOT_NEGATION: Final = re.compile(r"^(?:only|just|merely|least|necessarily)$")
NOUNS_IN_ING: Final = {  # behind these words: "defence spending"
    "spending": ("defence", "defense", "military", "security", "public"),
    "briefing": ("press", "news", "media", "security", "daily"),
}
NEGATORS: Final = _set("negators")
ADVERBS: Final = _set("adverbs")
# a verb that takes an infinitive, or a noun that does: what it makes of the tie
SOUGHT: Final = _set("sought")
EXPECTED: Final = _set("expected")
DENIED: Final = _set("denied")
CLAIMS_OWN: Final = _set("claims_own")
LIGHT: Final = _set("light")
RECEIVES: Final = _set("receives")
RECEIVERS: Final = _set("receivers")
WANTS_RELATION: Final = _set("wants_relation")
_MODES: Final = ("hypothetical", "sought", "expected", "feared")
PROSPECTIVE: Final = {word: mode for mode in _MODES for word in _set(f"prospective_{mode}")}
ENDING_NOUNS: Final = _set("ending_nouns")
AVERTS: Final = _set("averts")
CALLS_OFF: Final = _set("calls_off")
PUTS_OFF: Final = _set("puts_off")
PREPARES: Final = _set("prepares")
PROSPECTS: Final = {mode: _set(f"prospects_{mode}") for mode in _MODES if mode != "expected"}
ASKS_FOR: Final = _set("asks_for")
ENDS_IN: Final = _set("ends_in")
BRINGS_ABOUT: Final = _set("brings_about")
TAKES_PLACE: Final = _set("takes_place")
PROMISES_RELATION: Final = _set("promises_relation")
SHUNS_RELATION: Final = _set("shuns_relation")
RATHER_VERBS: Final = _set("rather_verbs")
DESCRIBED: Final = _set("described")
EXAMPLES: Final = _set("examples")
OF_TWO: Final = _set("of_two")
FORMER: Final = _set("former")
DOES: Final = _set("does")
GOING_ON: Final = _set("going_on")
ABLE_NOUNS: Final = _set("able_nouns")
PROMISE_NOUNS: Final = _set("promise_nouns")
SOUGHT_NOUNS: Final = _set("sought_nouns")
DENIED_NOUNS: Final = _set("denied_nouns")
CONTROLS_OBJECT: Final = _set("controls_object")
CALLS: Final = _set("calls")
FEARS: Final = _set("fears")
HOPES: Final = _set("hopes")
REPORTS: Final = _set("reports")
WITH_THAT: Final = _set("with_that")
KEEN: Final = _set("keen")
SAYING: Final = _set("saying")
FACTIVE: Final = _set("factive")
CONTENT: Final = _set("content")
TOLD: Final = _set("told")
SOME: Final = _set("some")
ORGANS: Final = _set("organs")
PEOPLE: Final = _set("people")
DOCUMENTS: Final = _set("documents")
REPORTERS: Final = _set("reporters")
RELATIONS: Final = _set("relations")
HOSTILE: Final = _set("hostile")
# types of ties that somebody threatens with, or backs without taking part
HOSTILE_TIES: Final = (
    "USES_FORCE_AGAINST",
    "SANCTIONS",
    "PRESSURES",
    "CONTROLS",
    "CONSTRAINS",
    "PRESENT_IN",
    "CONFLICTS_WITH",
    "OPPOSES",
)
TITLES: Final = _set("titles")
_NO_OFFICES: Final = {"mr", "mrs", "ms", "dr", "sir", "lady", "lord", "baroness", "dame", "professor"}
OFFICES: Final = (TITLES - _NO_OFFICES) | {"mediator", "negotiator", "undersecretary", "coordinator", "counterpart"}
HIGH_OFFICES: Final = _set("high_offices")
PORTFOLIOS: Final = _set("portfolios")
PLANS: Final = _set("plans")
ACCEPTS: Final = _set("accepts")
REJECTS: Final = _set("rejects")
ENDS: Final = _set("ends")
LAPSES: Final = _set("lapses")
PARTICLES: Final = _set("particles")
ENDINGS: Final = _set("endings")
UNREAL: Final = _set("unreal")
ALMOST: Final = _set("almost")
FEIGNS: Final = _set("feigns")
VERGES: Final = _set("verges")
HINDERED: Final = _set("hindered")
FALSE: Final = _set("false")
FALSELY: Final = _set("falsely")
FABRICATES: Final = _set("fabricates")
IMAGINES: Final = _set("imagines")
DISMISSES: Final = _set("dismisses")
EVIDENCE: Final = _set("evidence")
DOUBTS: Final = _set("doubts")
NONE: Final = _set("none")
BESIDE: Final = _set("beside")
SIDES: Final = _set("sides")
TRIES: Final = _set("tries")
SETS_IN: Final = _set("sets_in")
AIMS: Final = _set("aims")
OTHER_VERBS: Final = _set("other_verbs")
OPPONENTS: Final = _set("opponents")
REMOVED: Final = _set("removed")
MADE_BY: Final = _set("made_by")
RELATED: Final = _set("related")
RULING: Final = _set("ruling")
BLAMES: Final = _set("blames")
SUFFERED: Final = _set("suffered")
NAMING: Final = _set("naming")
COMMENTS: Final = _set("comments")
DESCRIBES: Final = _set("describes")
TIMES: Final = _set("times")
DAYS: Final = _set("days")
STEPS: Final = _set("steps")
REACTIONS: Final = {
    word: tie for tie in ("CRITICISES", "PERCEIVES_THREAT_FROM", "SUPPORTS") for word in _set(f"feels_{tie.lower()}")
}
TERRITORY: Final = _set("territory")
MADE: Final = (
    DOCUMENTS | PLANS | STEPS | CONTENT | {"resolution", "bill", "law", "decree"}
)  # what somebody says or does
COLLECTIVE_HEADS: Final = _set("collective_heads")
SORTS_OF_STATES: Final = _set("sorts_of_states")
COLLECTIVE_ADJECTIVES: Final = _set("collective_adjectives")
_SORT: Final = (  # "the three junta-led states", not "the two largest states"
    r"(?:(?!(?:other|more|most|main|new|last|first|next|remaining|smaller|larger|[a-z]+est) )[A-Za-z]+(?:-[a-z]+)? ){0,2}?"
)
NUMBERS_OF_TWO: Final = re.compile(
    r"all (?:three|four|five)\b(?: (?:countries|states|nations|governments|powers|parties))?"
    rf"|^(?:these|those) (?:(?:two|three|four|five) )?{_SORT}(?:countries|states|nations|governments|powers)$"
    rf"|the (?:three|four|five) {_SORT}(?:countries|states|nations|governments|powers|parties|neighbours|neighbors|allies|members)"
    rf"|the two {_SORT}(?:countries|sides|states|nations|powers|governments|parties|neighbours|neighbors|rivals|leaders|militaries"
    r"|democracies|allies|armies|navies|capitals|adversaries|foes|partners|economies|republics|kingdoms|peoples|regimes|giants)"
    r"|the two (?:NATO )?(?:members|capitals)"
    rf"|^the {_SORT}(?:neighbou?rs|rivals|foes|arch-rivals)$|^the two$|^both$"
    rf"|both {_SORT}(?:countries|sides|states|nations|powers|governments|parties|leaders)"
    r"|each other|one another|the pair|the duo|^the parties$|^either side$"
    r"|^(?:the|both) (?:(?:two )?(?:warring|rival|opposing|feuding|conflicting|belligerent) )(?:parties|sides|camps)$",
    re.IGNORECASE,
)


_ENDING: Final = {verb for verb in ENDS | LAPSES | FEIGNS | DISMISSES | DOUBTS if "-" not in verb}


def _verbs() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    wording = {head for pattern in patterns() if pattern.shape == "verb" for head in pattern.heads}
    for verb in sorted(
        {
            *OTHER_VERBS,
            *REPORTS,
            *wording,
            *SOUGHT,
            *WANTS_RELATION,
            *PROMISES_RELATION,
            *CONTROLS_OBJECT,
            *FABRICATES,
            *IMAGINES,
            *_ENDING,
            "be",
            "have",
        }
    ):
        for form, what in verb_forms(verb).items():
            found.setdefault(form, (verb, what))
    return found


VERBS: Final = _verbs()  # by form: the base form, and which form it is
_UNKNOWN: Final = 6  # letters of a word in -ed that no list has


def verb_of(word: str) -> tuple[str, str] | None:
    """Return the base form of a verb's form and which it is; a word in -ed that is not listed is taken for a past."""
    if word in VERBS:
        return VERBS[word]
    return (word, "past") if len(word) >= _UNKNOWN and word.endswith("ed") else None


ALSO_NOUNS: Final = frozenset(  # forms of verbs that are as often nouns
    form for noun in LISTS["also_nouns"].split() for form in noun_forms(noun)
)


def is_noun_of(head: str, those: frozenset[str]) -> bool:
    """Return whether a noun, in the singular or plural, is among those."""
    return head in those or head.removesuffix("s") in those or (head.endswith("ies") and f"{head[:-3]}y" in those)


def prospect_of(noun: str) -> str | None:
    """Return the mode of what is only the prospect, wish or risk that a noun names; None for another noun."""
    return next((mode for mode, those in PROSPECTS.items() if is_noun_of(noun, those)), None)
