"""To whom goes what a noun names, where that is the subject: "Peru receives Chilean aid", "Mali is under Peruvian pressure"."""

from __future__ import annotations

from typing import Final

from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

_SUSTAINS: Final = frozenset(  # verbs of whoever is under something: "remains under US sanctions"
    "be remain come live stay fall labour labor suffer reel languish struggle place put get chafe operate survive buckle"
    " keep".split()
)

_WELCOMED: Final = frozenset(
    "aid assistance support help backing investment loan grant money funding credit trade cooperation pressure sale".split()
)
_FEELS: Final = frozenset(
    "alarm worry anger concern concerned worried alarmed dismay surprise upset annoy irritate provoke encourage embolden"
    " reassure please impress shock frighten unsettle aggrieve disappoint delight frustrate offend".split()
)


def receivers(clauses: Clauses, place: int) -> list[Named]:
    """Return to whom it goes, where that is the subject: "Ukraine receives U.S. aid", "Iran faces U.S. sanctions"."""
    governor = clauses.governor(place)
    if clauses.word(place + 1) == "of" and any(_is_person(each) for each in clauses.named(place + 2)):
        return []  # "Mali, under the rule of General Ana Rojas"
    if clauses.word(place - 1) == "under" and clauses.sort(place - 2) in (
        "noun",
        "mark",
    ):  # "Kenya, under British rule,"
        before = clauses.named(place - 2 - (clauses.word(place - 2) == ","))
        alone = all(each.name is not None and not each.owned for each in before)
        if before and alone and (governor is None or clauses.word(place - 2) == ","):
            return before
    clause = (
        clauses.sort(place - 1) == "join" and clauses.word(place - 2) == ","
    )  # "sought aid, but Chile's withdrawal hurt"
    if governor is None or clause:
        return []
    verb = clauses.chunks[governor]
    target = clauses.word(place - 1) == "of" and is_noun_of(clauses.head(place - 2), words.RECEIVERS)
    sustained = verb.passive and any(clauses.word(each) == "by" for each in range(governor + 1, place))
    sustained = sustained and verb.verb not in _FEELS  # "alarmed by the Chilean advance"
    if target and verb.verb in ("be", "become", "remain"):
        return clauses.subject(governor)
    if _beneath(clauses, place, governor):
        return clauses.subject(governor)
    welcomed = verb.verb == "welcome" and not is_noun_of(clauses.head(place), _WELCOMED)  # not "welcomed Peru's role"
    if sustained if verb.passive else verb.verb in words.RECEIVES and not welcomed:
        return clauses.subject(governor)
    return []


def _is_person(one: Named) -> bool:
    return one.name is not None and one.name.kind == "Person"


def _beneath(clauses: Clauses, place: int, governor: int) -> bool:
    """Return whether a noun is what the subject is under: "Cuba has long been under a U.S. embargo"."""
    between = (each for each in range(governor + 1, place - 1))
    near = all(clauses.sort(each) == "noun" and not clauses.named(each) for each in between)
    return clauses.word(place - 1) == "under" and near and clauses.chunks[governor].verb in _SUSTAINS
