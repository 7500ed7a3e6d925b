"""Whom "it" means by the clauses of its own sentence: the subject of an outer clause, or that of the first one."""

from __future__ import annotations

from typing import Final

from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.nouns import is_adverb
from tiebook.draft.rules.syntax.tokens import Name
from tiebook.draft.rules.words.vocabulary import FEARS, HOPES, ORGANS, RECEIVES, RELATED, REPORTS, is_noun_of

_CONTROLLED: Final = (
    "because",
    "when",
    "after",
    "before",
    "until",
    "if",
    "although",
    "though",
    "while",
    "since",
    "which",
    "that",
)
_OF_ACTS: Final = frozenset(  # verbs whose "it" is rather what was done than who did it
    "condemn reject deny support oppose welcome demand criticise criticize denounce praise want seek block veto ban stop prevent"
    " see view call describe regard consider propose announce approve do make use".split()
)
BIDS: Final = frozenset(
    "accession bid membership candidacy application claim claims independence sovereignty cause request".split()
)
TAKES_SIDES: Final = frozenset(
    "support champion back endorse favour favor oppose reject block veto recognise recognize promote contest dispute"
    " ratify approve".split()
)
_BLAMES: Final = frozenset(
    "sanction impose condemn criticise criticize blame accuse punish thank praise denounce fault rebuke penalise penalize applaud"
    " warn threaten attack forgive isolate boycott resent scold chide mock rebuff berate reproach castigate".split()
)
_WHEN: Final = ("after", "before", "since", "because", "when", "while", "if", "unless", "until", "lest")
_FEW: Final = ("State", "Organization", "GovernmentBody")


def outer_subject(clauses: Clauses, place: int) -> list[Name]:
    """Return the one subject of the clause on which that of an object hangs: "Peru left because Chile attacked it"."""
    at = clauses.chunk_of(place)
    opening = next((each for each in range(at - 1, 0, -1) if clauses.word(each) in _CONTROLLED), None)
    verb = clauses.governor(at)
    act = verb is not None and clauses.chunks[verb].verb in _OF_ACTS and clauses.word(at + 1) != "as"
    patient = _patient(clauses, verb) if verb is not None and not act else []
    if patient or opening is None or verb is None or verb < opening or act:
        return patient
    for each in range(opening - 1, -1, -1):
        if clauses.word(each) in (";", ":", "."):
            return []
        chunk = clauses.chunks[each]
        bare = chunk.form == "base" and chunk.end == chunk.start + 1  # "let Chile open"
        if chunk.sort == "verb" and chunk.finite and not bare:
            return _one(clauses, each, place)
    return []


def _patient(clauses: Clauses, verb: int) -> list[Name]:
    """Return whom the clause before a comma reaches last: "If Peru attacked Chile, Oman would defend it"."""
    comma = next((each for each in range(verb) if clauses.word(each) == ","), None)
    if comma is None or clauses.sort(0) != "sub" or clauses.sort(comma - 2) != "verb":
        return []
    acting = {each.name.who for each in clauses.subject(verb) if each.name is not None}
    found = [each.name for each in clauses.named(comma - 1) if not each.owned and each.name is not None]
    return [each for each in found if each.kind in _FEW and each.who not in acting]


def reporting_subject(clauses: Clauses, place: int) -> list[Name]:
    """Return the one subject of a verb of saying or fearing before the clause of an object: "Peru fears Chile will attack it"."""
    verb = clauses.governor(clauses.chunk_of(place))
    before = verb - 1 if verb is not None else -1
    while before >= 0 and clauses.sort(before) in ("noun", "prep", "join"):
        before -= 1
    chunk = clauses.at(before)
    says = chunk is not None and chunk.sort == "verb" and chunk.verb in FEARS | REPORTS | HOPES and verb is not None
    return _one(clauses, before, place) if says and before < (verb or 0) - 1 else []


def main_subject(clauses: Clauses, place: int) -> list[Name]:
    """Return the one subject of a sentence for an "it" that begins its second clause: "Peru said Chile left, and it stayed"."""
    at = clauses.chunk_of(place)
    begins = clauses.sort(at - 1) == "join" and clauses.word(at - 2) == "," and clauses.sort(at + 1) == "verb"
    main = clauses.finite_verb()
    return _one(clauses, main, place) if begins and main is not None and main < at else []


def subject_to_come(clauses: Clauses, place: int) -> list[Name]:
    """Return the subject whose verb is still to come: "Peru, wary of its neighbours, left"."""
    main = clauses.finite_verb()
    if main is None or clauses.word(1) != "," or clauses.chunks[main].start < place:
        return []
    names = [each.name for each in clauses.subject(main) if each.place < place]
    return [each for each in names if each is not None and each.kind in _FEW]


def opening_owner(clauses: Clauses, place: int) -> list[Name]:
    """Return whose it is what a sentence begins with, before any verb: "Peru's embrace of Mali, with which it signed"."""
    owner = [each.name for each in clauses.named(0) if each.owned and each.name is not None and each.name.kind in _FEW]
    verbs = any(chunk.sort == "verb" and chunk.start < place for chunk in clauses.chunks)
    return owner if len(owner) == 1 and not verbs else []


def owner_of_both(clauses: Clauses, place: int) -> Name | None:
    """Return whose the second of two things is as the first is: "Peru's sale of boats to Chile and its exercises with Mali"."""
    at = clauses.chunk_of(place)
    if is_noun_of(clauses.head(at), RELATED) or clauses.sort(at - 3) != "prep":  # "to Peru and its allies"
        return None
    first = at - 4
    while clauses.sort(first - 1) == "prep" and clauses.sort(first - 2) == "noun":
        first -= 2
    own = [each for each in clauses.named(first) if each.owned and each.name is not None and each.name.kind in _FEW]
    return own[0].name if len(own) == 1 and clauses.sentence.kind(own[0].place + 1) == "owner" else None


def reported_subject(clauses: Clauses, place: int) -> list[Name]:
    """Return the subject of what a sentence reports before it says who said it: "Peru would stay if Chile left, its envoy said"."""
    chunk = clauses.chunk_of(place)
    after = clauses.behind_aside(chunk + 1)  # "its envoy, Ana Rojas, said"
    verb, main = clauses.at(after), clauses.finite_verb()
    says = verb is not None and verb.verb in REPORTS and clauses.sort(after + 1) in ("", "mark")
    if not says or main is None or main > chunk or clauses.word(chunk - 1) != ",":
        return []
    return [each.name for each in clauses.subject(main) if each.name is not None]


def as_several(clauses: Clauses, place: int, found: list[Name]) -> bool:
    """Return whether one state is spoken of as several before a place: "Peruvian troops left after Chile expelled them"."""
    for at, chunk in enumerate(clauses.chunks):
        if chunk.start >= place or len(found) != 1:
            return False
        plural = clauses.head(at) in ORGANS and clauses.head(at).endswith("s")
        if plural and any(each.name is not None and each.name.who == found[0].who for each in clauses.named(at)):
            return True
    return False


def equated_subject(clauses: Clauses, place: int) -> list[Name]:
    """Return the subject of which what begins at a place says what it is: "Chile is its main partner"."""
    at = clauses.chunk_of(place)
    while clauses.sort(at - 1) == "noun" and is_adverb(clauses.head(at - 1)):
        at -= 1
    verb = clauses.at(at - 1)
    if verb is None or verb.sort != "verb" or verb.verb not in ("be", "become", "remain") or verb.passive:
        return []
    return [each.name for each in clauses.subject(at - 1) if each.name is not None]


def acting_on(clauses: Clauses, place: int) -> list[Name]:
    """Return the subjects of a verb that reaches a place by a preposition: "Peru would turn to it"."""
    chunk = clauses.chunk_of(place)
    after = clauses.at(chunk + 1)
    if clauses.sort(chunk - 1) != "prep" or clauses.sort(chunk - 2) != "verb":
        return []
    if after is not None and after.finite:  # "left because it fears"
        return []
    return [each.name for each in clauses.subject(chunk - 2) if each.name is not None]


def supported(clauses: Clauses, place: int, found: list[Name]) -> list[Name] | None:
    """Return whom "its" means whose bid a subject supports or opposes: another one that the sentence names; None elsewhere."""
    at = clauses.chunk_of(place)
    verb = clauses.at(at - 1)
    bid = clauses.head(at) in BIDS and verb is not None and verb.sort == "verb" and verb.verb in TAKES_SIDES
    acting = (
        [each.name for each in clauses.subject(at - 1) if each.name is not None and each.place < place] if bid else []
    )
    if not bid or {each.who for each in acting} != {each.who for each in found}:
        return None
    names = [token.name for token in clauses.sentence.tokens[:place] if token.name is not None]
    others = {each.who: each for each in names if each.kind == "State" and each not in acting}
    return list(others.values()) if len(others) == 1 else []


def lone_state(clauses: Clauses, place: int) -> list[Name]:
    """Return the one state that a sentence names before a place: "Peru's president, Ana Rojas, and its envoy"."""
    tokens = clauses.sentence.tokens[:place]
    names = [token.name for token in tokens if token.name is not None and token.name.kind == "State"]
    first = clauses.chunk_of(next((n for n, token in enumerate(tokens) if token.name in names), 0)) if names else 0
    by = clauses.word(first - 1) == "by" and first > 0  # "Volvox, owned by a Peruvian firm, closed its plant"
    return names[:1] if len({name.who for name in names}) == 1 and not by else []


def blamed_before(clauses: Clauses, place: int) -> Name | None:
    """Return whom "its" means in "sanctioned Iran over its programme": who is blamed or praised, not who does it."""
    if clauses.sentence.lower(place - 1) not in ("over", "for"):
        return None
    before = next(
        (each for each in range(len(clauses.chunks) - 1, -1, -1) if clauses.chunks[each].end <= place - 1), None
    )
    governor = clauses.governor(before + 1) if before is not None else None
    suffers = governor is not None and clauses.chunks[governor].verb in RECEIVES and before == governor + 1
    if suffers and governor is not None and clauses.named(governor + 1):  # "faces EU sanctions over its conflict"
        return next(iter(_one(clauses, governor, place)), None)
    if before is None or governor is None or clauses.chunks[governor].verb not in _BLAMES:
        return None
    found = [each for each in clauses.named(before) if each.name is not None and not each.owned]
    return found[0].name if len(found) == 1 else None


def blamed_by(clauses: Clauses, place: int, found: list[Name]) -> list[Name]:
    """Return the subject of a sentence whom a relative clause blames: "left the union, which had condemned its elections"."""
    verb = clauses.governor(clauses.chunk_of(place))
    main = clauses.finite_verb()
    blames = verb is not None and clauses.sort(verb - 1) == "rel" and clauses.chunks[verb].verb in _BLAMES | {"condemn"}
    if (
        verb is None
        or main is None
        or not blames
        or main > verb
        or clauses.sentence.lower(place + 1) in ("own", "members")
    ):
        return []
    antecedents = {each.name.who for each in clauses.subject(verb) if each.name is not None}
    subjects = _one(clauses, main, place)
    here = {each.who for each in found} == antecedents
    return subjects if here and antecedents.isdisjoint(each.who for each in subjects) else []


def _one(clauses: Clauses, verb: int, place: int) -> list[Name]:
    names = [each.name for each in clauses.subject(verb) if each.place < place and not each.owned]
    return [each for each in names if each is not None and each.kind in _FEW] if len(names) == 1 else []


def may_be_either(clauses: Clauses, place: int) -> bool:
    """Return whether "it" may mean either of two who are named before: "Peru armed Chile after Mali attacked it"."""
    at = clauses.chunk_of(place)
    clause = next((each for each in range(at - 1, 0, -1) if clauses.word(each) in _WHEN), None)
    if (
        clause is None
        or clauses.sort(at - 1) != "verb"
        or any(clauses.sort(each) == "rel" for each in range(clause, at))
    ):
        return False
    start = clauses.chunks[clause].start
    states = {
        n: token.name.who
        for n, token in enumerate(clauses.sentence.tokens[:place])
        if token.name is not None and token.name.kind == "State" and not token.name.adjective
    }
    before = {who for n, who in states.items() if n < start}
    return len(before) > 1 and bool({who for n, who in states.items() if n > start} - before)


def subjects_acting(clauses: Clauses, place: int) -> list[Name]:
    """Return the subjects of the verb whose object stands at a place; nobody for what is not an object."""
    chunk = clauses.chunk_of(place)
    after = clauses.at(chunk + 1)
    if clauses.sort(chunk - 1) != "verb":
        return []
    finite = after is not None and after.sort == "verb" and after.finite
    if finite and clauses.chunks[chunk - 1].verb in REPORTS | FEARS | HOPES:  # "insists it did not"
        return []
    return [each.name for each in clauses.subject(chunk - 1) if each.name is not None]
