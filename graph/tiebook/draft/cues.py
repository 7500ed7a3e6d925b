"""The words in and before a quote that decide whether it is a fact: negations, conditions, possibilities, wishes."""

from __future__ import annotations

import re
from typing import Final

from tiebook.case.folding import fold
from tiebook.draft.rules.words.denied import denied
from tiebook.model.codebook import codebook

# whatever may deny something: a negated claim needs one
_DENIALS: Final = (
    "not|no|zero|never|neither|nor|without|cannot|nobody|nothing|none|nowhere|non-\\w+|denie[sd]|deny|denying|denial|refus\\w+|reject\\w*|dismiss\\w*|refut\\w+|rebut\\w*|repudiat\\w+|"
    "fail\\w*|lack\\w*|absen\\w+|rul(?:e|es|ed|ing) out|unable|unwilling\\w*|"
    "reluctan\\w+|hesita\\w+|unused|unlikely|unacceptable|unprepared|disregard\\w*|neglect\\w*|breach\\w*|violat\\w+|"
    "def(?:y|ies|ied|ying)|ignor\\w*|flout\\w*|abandon\\w*|quit\\w*|exit\\w*|eas(?:e|es|ed|ing)|"
    "refrain\\w*|contradict\\w*|abeyance|withh[eo]ld\\w*|"
    "avoid\\w*|halt\\w*|stop\\w*|ceas\\w+|free (?:from|of)|instead of|rather than|abstain\\w*|declin\\w+|hardly|"
    "barely|yet to|far from|withdr\\w+|lift\\w*|end(?:s|ed|ing)?|prevent\\w*|unlike|exclud\\w+|disinclin\\w*|impossible|"
    "contrary|return\\w*|left|leav\\w+|suspend\\w*|block\\w*|ban(?:s|ned)?|cuts?|cutting|loss|lost|against|exception|only|"
    "waiv\\w+|remov\\w+|relax\\w*|renounc\\w+|revok\\w+|rescind\\w*|repeal\\w*|terminat\\w+|cancel\\w*|scrap\\w*|annul\\w*|"
    "abrogat\\w+|sever(?:s|ed|ing)|br(?:eak|eaks|eaking|oke|oken) off|(?:tore|torn|tear\\w*) up|"
    "pull\\w*|evacuat\\w+|fr(?:oze|ozen|eez\\w+)|paus\\w+|discontinu\\w+|curtail\\w*|slash\\w*|drop\\w*|reduc\\w+|betray\\w*|desert(?:s|ed|ion)|delist\\w*|contraven\\w+|reneg\\w+|"
    "infring\\w+|evad\\w+|evasion|circumvent\\w*|skirt\\w*|depart\\w*|retreat\\w*|noncompliance|roll(?:s|ed|ing)? back|"
    "avert\\w*|barr(?:ed|ing)|forestall\\w*|preclud\\w+|thwart\\w*|foil\\w*|shelv\\w+|abort\\w*|"
    "(?:call|head|ward|fend|stav)\\w* off|"
    "myth|fiction|fallacy|illusion|falsehood|"
    "expel\\w*|oust\\w*|eject\\w*|evict\\w*|kick\\w*|distrust\\w*|soften\\w*|loosen\\w*|broke|broken|defund\\w*|denounc\\w+"
)
# what plainly denies: an affirmed claim may have none, unless its type is one of saying no
_PLAIN: Final = (
    r"not(?! (?:only|just|merely|least|(?:less|fewer|more) than))|never|neither|nor|cannot|no longer|denie[sd]|denying|ruled out|"
    "(?:refused|failed) to"
)
_CONDITION: Final = "if(?! only because)|unless|provided that|on condition that|in case"
_POSSIBLE: Final = r"might(?! to\b)|could|would|possibly|perhaps|maybe|potentially"
_WISH: Final = (
    r"(?:seeks?|sought|wants?|wanted|hop(?:es?|ed)|aim(?:s|ed)?|intend(?:s|ed)?|plan(?:s|ned)?|wish(?:es|ed)?|tr(?:y|ies|ied)|"
    r"attempt(?:s|ed)?|propos(?:es?|ed)) to|call(?:s|ed)? for|ask(?:s|ed)? for"
)
_PROMISE: Final = (
    r"(?:promis(?:es?|ed)|pledg(?:es?|ed)|vow(?:s|ed)?|agree[sd]?|offer(?:s|ed)?|undert(?:akes?|ook)|threaten(?:s|ed)?) to"
    r"(?! (?:an?|the|its|their|his|her|this|these|all|any|some)\b)"  # "agreed to a truce" is one
)
_EXPECTATION: Final = r"expect(?:s|ed)?|predict(?:s|ed)?|forecasts?"
_CLAUSE_END: Final = re.compile(r"[.,;:!?()]|\b(?:but|and|although|while)\b")
_BEFORE: Final = 3  # words before the quote that may belong to it
_SAYING_NO: Final = ("REFUSES", "OPPOSES", "CRITICISES", "SEEKS", "VIEWS_AS", "INFLUENCES")
_PROMISED: Final = ("ALLIED_WITH", "AGREES_WITH", "THREATENS")  # which a promise already is
_WISHES: Final = ("SEEKS", "VIEWS_AS", "OPPOSES", "REFUSES", "INFLUENCES", "PRESSURES", "CRITICISES")


def _words(pattern: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", flags)


DENIAL: Final = re.compile(rf"(?<![\w-])(?:{_DENIALS})(?!\w)|n't(?!\w)", re.IGNORECASE)
PLAIN_DENIAL: Final = re.compile(rf"(?<![\w-])(?:{_PLAIN})(?!\w)|n't(?!\w)", re.IGNORECASE)
RIGHT_BEFORE: Final = re.compile(rf"(?<![\w-])(?:{_PLAIN}|no|without)(?!\w)|n't(?!\w)", re.IGNORECASE)
CONDITION: Final = _words(_CONDITION)
POSSIBLE: Final = re.compile(rf"(?i:{_words(_POSSIBLE).pattern})|(?<!\w)(?:may)(?!\w)")  # May is a month
WISH: Final = _words(_WISH)
UTTERED: Final = _words(r"threaten(?:s|ed|ing)?|warn(?:s|ed|ing)?|threats?|ultimatum")
EXPECTATION: Final = _words(_EXPECTATION)
PROMISE: Final = _words(_PROMISE)


def contradiction(
    tie: str, mode: str, quote: str, before: str, *, negated: bool, presupposed: bool = False
) -> str | None:
    """Return why a claim's mode or negation cannot be what its own words say; None if nothing speaks against it.

    before -- the paragraph's text up to the quote
    presupposed -- the claim is taken for granted: "did not join the sanctions" says that there are sanctions
    """
    words, lead = fold(quote), _lead(before, 1 if presupposed else _BEFORE)
    if negated:
        if DENIAL.search(words) or DENIAL.search(lead):
            return None
        return "negated, and nothing in the quote denies it"
    plain = PLAIN_DENIAL.search(words) if codebook().ties[tie].sign >= 0 and tie not in _SAYING_NO else None
    own = denied(tie, words) if mode != "feared" else None  # who "ensures that it does not attack" fears that it would
    if plain or own:
        return f"affirmed, and the quote has {plain[0] if plain else own!r}: negated, or a quote without it"
    no = RIGHT_BEFORE.search(lead)
    if no:
        return f"affirmed, and {no[0]!r} stands right before the quote"
    if mode != "actual":
        return None
    uttered = (
        tie == "THREATENS" and UTTERED.search(words) is not None
    )  # whoever "threatened to leave if" has threatened
    for pattern, meant in () if uttered else ((CONDITION, "conditional"), (POSSIBLE, "hypothetical")):
        found = pattern.search(words) or pattern.search(lead)
        if found:
            return f"actual, and its words say {found[0]!r}: {meant}, or another mode"
    wish = WISH.search(words) or WISH.search(lead)
    if wish and tie not in _WISHES:
        return f"actual, and its words say {wish[0]!r}: sought"
    barred = tie in (*_WISHES, *_PROMISED) or codebook().ties[tie].sign < 0
    promise = None if barred else PROMISE.search(words) or PROMISE.search(lead)
    expected = EXPECTATION.search(lead)
    stands = f"actual, and {expected[0]!r} stands right before the quote: expected" if expected else None
    return f"actual, and its words say {promise[0]!r}: expected" if promise else stands


def _lead(before: str, most: int) -> str:
    """Return the few words of the same clause that stand right before a quote."""
    return " ".join(_CLAUSE_END.split(fold(before))[-1].split()[-most:])
