"""Whose act a noun says: its owner's ("Israeli and U.S. strikes"), or theirs whose verb has it as object ("Peru has ties with")."""

from __future__ import annotations

from typing import Final

from tiebook.draft.rules.frames.found import ASIDE
from tiebook.draft.rules.referring.kinds import is_reference
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.joined import has_own_verb
from tiebook.draft.rules.syntax.named import Named, themselves
from tiebook.draft.rules.syntax.tokens import Name
from tiebook.draft.rules.taken_for import what_called
from tiebook.draft.rules.words import vocabulary as words
from tiebook.model.wording import Pattern

_OPENINGS: Final = frozenset(
    "after before during in under amid following despite since as at with without on upon".split()
)
SUFFERS: Final = frozenset("allow permit tolerate countenance ignore survive witness".split())  # what others do
_JUDGES: Final = (
    words.BLAMES
    | words.REJECTS
    | words.COMMENTS
    | SUFFERS
    | frozenset("recognise recognize acknowledge emphasise emphasize stress underline highlight note".split())
)
_ARRANGES: Final = frozenset(("mediate", "broker", "facilitate"))  # talks of others
FIGHTS: Final = frozenset(  # verbs against what their object names: "combat the financing of rebels"
    "combat counter fight tackle curb thwart disrupt prevent foil deter impede hinder frustrate contain repel resist choke"
    " monitor".split()
)
_BREAKS: Final = frozenset(  # verbs of those who do not impose the sanctions that are their object
    "violate breach flout evade break circumvent skirt sidestep bust defy contravene dodge bypass monitor survey veto study".split()
)
_SERVES: Final = frozenset("pay train finance fund equip advise feed supply arm salute thank praise mourn bury".split())
_HAILS: Final = ("welcome", "hail", "celebrate", "cheer", "salute")
_HARMS: Final = frozenset(  # whose objects are not their subjects' own: "attacked oil terminals in Chile"
    "attack bomb shell hit raid destroy damage target sabotage storm torch burn seize capture loot intercept strike".split()
)
_ACTS_OF_OTHERS: Final = _JUDGES | FIGHTS | _HARMS | _ARRANGES  # verbs that have these as objects
SPEAKS: Final = frozenset("speak talk write dream hear think tell learn boast complain know despair".split())
_ENDED: Final = frozenset("hold break call put give cut hang blow mess slip write".split())  # with "up" or "off"
_PLURAL_OWNERS: Final = ("'", "\u2019")
_TAKEN: Final = ("involved", "engaged", "locked", "embroiled", "entangled", "mired")


def owners_of(clauses: Clauses, place: int) -> list[Named]:
    """Return whose a noun is: "China's", also "Israeli and U.S." where an adjective is joined to it."""
    own = [each for each in clauses.named(place) if not is_reference(each.reference.lower(), "mediated", "")]
    if not own and clauses.word(place - 1) == "whose":
        return clauses.antecedent(place - 1)
    if len(own) > 1 and clauses.sentence.lower(clauses.chunks[place].start) in words.DETERMINERS:
        return themselves(own)  # "Mali and the Chad-Peru conflict" are two things
    before = place - 1
    while len(own) > 0 and own[0].name is not None:
        joined = clauses.word(before) in ("and", "or") or (len(own) > 1 and clauses.word(before) == ",")
        before -= 1 if clauses.word(before) in ("and", "or") and clauses.word(before - 1) == "," else 0
        first = clauses.named(before - 1) if joined else []
        if not first or not _owns_too(clauses, before - 1, first[0]):
            break
        own, before = [*first, *own], before - 2
    return themselves(own)


def _owns_too(clauses: Clauses, place: int, named: Named) -> bool:
    """Return whether somebody joined to an owner owns too: "Israeli and U.S. strikes", "Chad and Mali's aid" as a subject."""
    if named.owned or named.name is None or named.name.label != "Actor":
        return False
    owner = clauses.sentence.kind(named.place + 1) == "owner"
    before = place - 1
    while clauses.word(before) == "," and clauses.named(before - 1):
        before -= 2
    return named.name.adjective or owner or clauses.sort(before) in ("", "sub", "rel") or _short(named.name)


def _short(name: Name) -> bool:
    """Return whether a name is also an adjective: "U.S.", "UN"."""
    return name.abbreviated and not name.seat


def self_subjects(clauses: Clauses, place: int) -> list[Named]:
    """Return the subjects of the verb whose object a noun phrase is: "Iran has good relations with Russia"."""
    governor = clauses.governor(place)
    if governor is not None and what_called(clauses, governor) is not None:  # "began what many call a war on"
        what = next((each for each in range(governor, 0, -1) if clauses.head(each) == "what"), governor)
        governor = clauses.governor(governor) if clauses.sort(what - 1) != "prep" else None
    if governor is None or is_of_others(clauses, place) or has_own_verb(clauses, place - 1):
        # "passed the law and talk of war with Peru began"
        return []
    taken = clauses.chunks[governor].word in _TAKEN and clauses.word(governor + 1) == "in" and place == governor + 2
    if clauses.chunks[governor].passive and taken:  # "is locked in a dispute with"
        return [each for each in clauses.subject(governor) if not each.owned]
    had = clauses.word(place + 1) == "of" and clauses.chunks[governor].verb in words.RECEIVES | {"have", "win"}
    if clauses.chunks[governor].passive or clauses.chunks[governor].verb == "be" or had:
        return []  # "enjoys the support of": who has it gives none
    if clauses.chunks[governor].verb in words.DESCRIBES and place > governor + 1:  # "called Iran a threat to Peru"
        return [each for each in clauses.named(governor + 1) if not each.owned]
    if clauses.chunks[governor].verb in words.BLAMES and clauses.word(place - 1) == "for":
        blamed = clauses.named(governor + 1) if not clauses.chunks[governor].passive else []
        return [each for each in blamed if not each.owned]  # "condemned Peru for an attack on Chile"
    ended = clauses.chunks[governor].verb in _ENDED and clauses.word(governor + 1) in ("up", "off")
    held = ended and place > governor + 1  # "held up talks with Peru", and not "stepped up talks"
    spoken = clauses.chunks[governor].verb in SPEAKS and clauses.word(place - 1) == "of"  # "spoke of war with Peru"
    if (
        held
        or (spoken and place == governor + 2)
        or clauses.chunks[governor].verb in _ACTS_OF_OTHERS
        or clauses.word(place - 1) in ASIDE
    ):
        return []  # "condemned an attack on Peru" attacks nobody, "held talks on a sale to Peru" sells nothing
    for between in range(governor + 1, place):
        where = (
            clauses.word(between - 1) in ("in", "to", "at") and clauses.word(place - 1) == "for"
        )  # "came to Lima for talks"
        if clauses.sort(between) in ("mark", "sub") or (clauses.named(between) and not where):
            return []
    return [each for each in clauses.subject(governor) if not each.owned]


def is_of_others(clauses: Clauses, place: int) -> bool:
    """Return whether a noun belongs to several who are not named: "fostered those states' ties with Peru"."""
    chunk, tokens = clauses.chunks[place], clauses.sentence.tokens
    return any(
        tokens[each].kind == "owner"
        and tokens[each].text in _PLURAL_OWNERS
        and tokens[each - 1].kind == "word"
        and not words.is_noun_of(tokens[each - 1].lower, words.TIMES | {"day", "hour"})
        for each in range(chunk.start + 1, chunk.end)
    )


def is_told_of(clauses: Clauses, place: int) -> bool:
    """Return whether somebody only says something of it, whose it may be: "Peru said war on Chile was an option"."""
    governor, behind = clauses.governor(place), place + 1
    while clauses.sort(behind) in ("noun", "prep"):
        behind += 1
    verb = clauses.at(behind)
    said = governor is not None and clauses.chunks[governor].verb in words.REPORTS
    return said and verb is not None and verb.sort == "verb" and verb.finite


def behind_opening(clauses: Clauses, place: int, last: int) -> list[Named]:
    """Return the subjects behind what a sentence opens with: "After talks with Peru, Chile left"."""
    opens = place == 1 and clauses.sort(0) in ("prep", "sub") and clauses.word(0) in _OPENINGS
    comma = next(
        (each for each in range(last + 1, len(clauses.chunks)) if clauses.sort(each) not in ("prep", "noun")), None
    )
    if not opens or comma is None or clauses.word(comma) != ",":
        return []
    main = clauses.finite_verb(comma)
    found = clauses.subject(main) if main is not None else []
    return [each for each in found if not each.owned and each.place >= clauses.chunks[comma].end]


def is_broken(clauses: Clauses, pattern: Pattern, place: int) -> bool:
    """Return whether sanctions are only the object of whoever breaks or watches them: "violated an embargo on Peru"."""
    governor = clauses.governor(place) if pattern.tie == "SANCTIONS" else None
    return governor is not None and clauses.chunks[governor].verb in _BREAKS


def is_rumour(clauses: Clauses, place: int) -> bool:
    """Return whether a noun says that something is only talked of: "talk of war with Peru" meets nobody."""
    return clauses.sort(place) == "noun" and clauses.head(place) == "talk" and clauses.word(place + 1) == "of"


def is_hailed(clauses: Clauses, place: int) -> bool:
    """Return whether a noun is the object of a verb by which others only like what was done: "hailed the attack on Peru"."""
    governor = clauses.governor(place)
    return governor is not None and clauses.chunks[governor].verb in _HAILS


def is_served(clauses: Clauses, pattern: Pattern, place: int) -> bool:
    """Return whether troops are only helped, and may be anybody's: "pays the salaries of soldiers in Peru"."""
    governor = clauses.governor(place) if "{troops}" in pattern.line else None
    return governor is not None and clauses.chunks[governor].verb in _SERVES
