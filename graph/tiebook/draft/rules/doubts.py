"""What a sentence takes back: "it is a myth that", "nobody believes", "almost signed"; and what it says has ended.

Whether a clause denies a tie or only wants it is for `moods`. Here is what neither affirms nor plainly denies it: of that
nothing is proposed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tiebook.draft.rules.frames.found import Found
from tiebook.draft.rules.moods import mood
from tiebook.draft.rules.referring.earlier import BIDS, TAKES_SIDES
from tiebook.draft.rules.said.falsely import is_falsely_said, is_made_up
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.tokens import Token
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

_DEEPEST: Final = 6
_SHY: Final = ("wary", "fearful", "afraid", "leery")  # "wary of provoking Peru"
_DEGREES: Final = ("far", "much", "closely", "strongly", "long", "deeply", "many", "firmly")
_PREVENTS: Final = ("block", "veto", "prevent", "thwart", "avert", "forestall", "scuttle", "scupper", "obstruct")
_CLEARS: Final = ("clear", "acquit", "absolve", "exonerate", "cleared", "acquitted", "absolved", "exonerated")
_DENIALS: Final = frozenset(("denial", "refutation"))
_CHARGES: Final = ("accuse", "blame", "suspect")
_LETS_HAVE: Final = ("open", "offer", "give", "grant", "lease", "lend", "cede", "hand", "transfer", "sell")
_HOSTS: Final = ("host", "receive", "welcome")
_WORKS: Final = frozenset(
    "civilian military training police peacekeeping observer monitoring advisory naval rescue".split()
)
_VEHICLES: Final = frozenset(
    "ship vessel boat jet plane aircraft drone tank submarine warship warplane bomber missile".split()
)
_FORETELLS: Final = ("warn", "fear", "dread", "predict", "expect", "anticipate", "foresee", "forecast")
_MORE_ENDS: Final = {
    "SANCTIONS": ("lift", "remove", "repeal", "waive"),
    **dict.fromkeys(("AGREES_WITH", "ALLIED_WITH"), ("leave", "exit")),
}
_FREQUENT: Final = ("always", "all", "every", "everything", "entirely", "exclusively")  # "almost always"
_FIGHTS: Final = frozenset(("rebel", "militia", "separatist", "insurgent", "guerrilla"))


def doubtful(clauses: Clauses, found: Found) -> bool:
    """Return whether a sentence says a tie without meaning that it holds, or that it does not."""
    place = found.at if found.clause is None else found.clause
    if (
        _leads_rebels(clauses, found)
        or _few(clauses, found)
        or _carried_off(clauses, found)
        or _hosts_things(clauses, found)
        or _at_verge(clauses, found)
    ):
        return True
    if place is None:
        return False
    if found.type == "REFUSES" and is_noun_of(clauses.head(place + 1), words.CONTENT):  # "denied Peru's claim"
        return True
    own = [token.lower for token in _own_words(clauses, found)]
    if (
        words.UNREAL.intersection(own) or own[:1] == ["what"] or _asked(clauses, place)
    ):  # "knows what war with Peru means"
        return True
    if found.presupposed:
        return _only_sought(clauses, found) or _disbelieved(clauses, place) or _prevented(clauses, found)
    if found.noun and (_foretold(clauses, found) or _opened_to(clauses, found)):
        return True
    if found.noun and ending(clauses, found) is None:  # "plans to suspend cooperation" wants none
        return True
    above = list(_governing(clauses, place))
    out = clauses.word(place - 1) == "of" and clauses.word(place - 2) == "out"  # "talked Peru out of attacking Chile"
    out = out or (clauses.word(place - 1) == "of" and clauses.head(place - 2) in _SHY)
    untold = any(clauses.chunks[each].verb in words.TRIES and clauses.chunks[each].negated for each in above[1:])
    uncharged = any(clauses.chunks[each].verb in _CHARGES and mood(clauses, each).negated for each in above[1:])
    return (
        out
        or untold
        or uncharged
        or _unadopted(clauses, place)
        or _unstopped(clauses, above)
        or _disbelieved(clauses, place)
        or any(_not_quite(clauses, each) for each in above)
    )


def _few(clauses: Clauses, found: Found) -> bool:
    """Return whether hardly any of a set does something: "few other countries trade with Peru"."""
    sets = (each for each in (*found.starts, *found.ends) if each.name is not None and each.name.kind == "Collective")
    before = ((clauses.sentence.lower(each.place - 1), clauses.sentence.lower(each.place - 2)) for each in sets)
    return any(one in ("few", "no", "fewer") and two != "a" for one, two in before)


def _opened_to(clauses: Clauses, found: Found) -> bool:
    """Return whether somebody lets others have a base: "opened bases to Chilean troops" puts nobody in Chile."""
    governor = clauses.governor(found.at) if found.at is not None and found.type == "PRESENT_IN" else None
    given = governor is not None and clauses.chunks[governor].verb in _LETS_HAVE
    return given and found.at is not None and clauses.word(found.at + 1) == "to"


def _foretold(clauses: Clauses, found: Found) -> bool:
    """Return whether whoever foretells an attack is not said to be the attacker: "warned of an attack on Peru"."""
    if found.at is None or found.clause is None or found.type not in words.HOSTILE_TIES:
        return False
    aimed = clauses.word(found.at + 1) in ("on", "against", "of")
    return aimed and clauses.chunks[found.clause].verb in _FORETELLS


def _carried_off(clauses: Clauses, found: Found) -> bool:
    """Return whether somebody else has the arms of a state: "removed Chilean missiles from Peru" is not a sale to Chile."""
    if found.at is None or found.type != "SELLS_ARMS_TO" or found.pattern.line != "B's {arms} from A":
        return False
    verb = clauses.at(found.at - 1)
    return verb is not None and verb.sort == "verb"


def _hosts_things(clauses: Clauses, found: Found) -> bool:
    """Return whether it is no person whom somebody hosts or receives: "hosts Chilean ships" is no meeting with Chile."""
    things = found.type == "MEETS_WITH" and found.pattern.steps == ("B",) and found.pattern.head in _HOSTS
    if found.pattern.head == "mission" and found.type == "MEETS_WITH":  # "a training mission to Chile"
        return any(token.lower in _WORKS for token in _own_words(clauses, found))
    sent = found.clause + 1 if found.clause is not None and found.type == "MEETS_WITH" else -1
    if sent > 0 and is_noun_of(
        clauses.head(sent), frozenset(("mission", "team"))
    ):  # "sent a monitoring mission to Chile"
        return any(token.lower in _WORKS for token in clauses.tokens(sent))
    heads = (clauses.head(clauses.chunk_of(each.place)) for each in found.ends if each.name and each.name.adjective)
    return things and any(is_noun_of(each, _VEHICLES) for each in heads)


def _leads_rebels(clauses: Clauses, found: Found) -> bool:
    """Return whether an office is of those who fight a state, and not of the state: "Peruvian rebel leader Ana Rojas"."""
    state = any(each.name is not None and each.name.kind == "State" for each in found.ends)
    return (
        found.type == "HOLDS_OFFICE_IN"
        and state
        and any(token.lower in _FIGHTS for token in _own_words(clauses, found))
    )


def _only_sought(clauses: Clauses, found: Found) -> bool:
    """Return whether others only support or oppose what a noun names: "champions its accession to the pact"."""
    governor = clauses.governor(found.at) if found.at is not None and found.type == "MEMBER_OF" else None
    sides = governor is not None and clauses.chunks[governor].verb in TAKES_SIDES and governor + 1 == found.at
    return sides and found.at is not None and clauses.head(found.at) in BIDS


def disputed(clauses: Clauses, found: Found, spoken: int | None) -> bool:
    """Return whether a sentence calls false what somebody claims: "Peru's claim that Chile left is false".

    spoken -- the chunk of the verb that says it
    """
    place = found.at if found.clause is None else found.clause
    if spoken is not None and is_falsely_said(clauses, spoken):
        return True
    return place is not None and any(
        clauses.named(each - 1) and (_false_before(clauses, each) or _false_after(clauses, place, each))
        for each in _claims_before(clauses, place)
    )


def ending(clauses: Clauses, found: Found) -> bool | None:
    """Return whether a sentence says of what a noun names that it ended: None where that is planned, feared or denied."""
    if found.at is None or (found.tie is not None and found.tie != found.pattern.tie):
        return False
    verb = _ending_verb(clauses, found.at, _MORE_ENDS.get(found.type, ()))
    if verb is None:
        of_end = clauses.word(found.at - 1) in ("of", "to") and is_noun_of(clauses.head(found.at - 2), words.ENDINGS)
        if not of_end:
            return False
        verb = clauses.governor(found.at)
        if verb is None:
            return True
    said = mood(clauses, verb)
    wanted = clauses.chunks[verb].verb in words.WANTS_RELATION | words.SOUGHT
    return True if said.mode == "actual" and not said.negated and not wanted else None


def _asked(clauses: Clauses, place: int) -> bool:
    """Return whether a sentence only asks to what degree: "How far Peru stands behind Chile is debated"."""
    for each in _before(clauses, place):
        if clauses.word(each) == "," or clauses.sort(each) == "verb":
            return False
        start = clauses.chunks[each].start
        tokens = [token.lower for token in clauses.sentence.tokens[start : start + 2]]
        if tokens[0] == "how" and tokens[-1] in _DEGREES:
            return True
    return False


def _prevented(clauses: Clauses, found: Found) -> bool:
    """Return whether what a noun says was kept from happening: "blocked Chilean aid to Oman"."""
    governor = clauses.governor(found.at) if found.at is not None else None
    if governor is None or found.at is None or clauses.chunks[governor].verb not in _PREVENTS:
        return False
    return all(clauses.sort(each) == "noun" for each in range(governor + 1, found.at))


def _own_words(clauses: Clauses, found: Found) -> Iterator[Token]:
    chunk = clauses.at(found.at) if found.at is not None else None
    return iter(clauses.sentence.tokens[chunk.start : chunk.end] if chunk is not None else ())


def _ending_verb(clauses: Clauses, place: int, lifts: Sequence[str]) -> int | None:
    """Return the verb by which a noun phrase ends: as its object, "ended its alliance", or its subject, "the war ended".

    lifts -- more verbs that end it
    """
    governor = clauses.governor(place)
    if governor is not None and not clauses.chunks[governor].passive and _ends(clauses, governor, lifts):
        between = range(governor + 1, place)
        if all(
            clauses.sort(each) in ("noun", "join") or clauses.word(each) in (*words.PARTICLES, ",") for each in between
        ):
            return governor
    if clauses.sort(place - 1) == "prep":  # "the talks on its alliance ended"
        return None
    for each in range(place + 1, len(clauses.chunks)):
        chunk = clauses.chunks[each]
        if chunk.sort in ("rel", "sub", "mark", "join"):
            joined = chunk.sort == "join" and clauses.sort(each + 1) == "noun"
            if not joined:
                return None
        if chunk.sort == "verb":
            alone = chunk.verb in words.LAPSES and clauses.sort(each + 1) != "noun"
            return each if alone or (chunk.passive and _ends(clauses, each, lifts)) else None
    return None


def _ends(clauses: Clauses, place: int, lifts: Sequence[str]) -> bool:
    """Return whether a verb ends what is its object: "ended", "broke off"."""
    verb = clauses.chunks[place].verb
    return verb in words.ENDS or verb in lifts or f"{verb}-{clauses.word(place + 1)}" in words.ENDS


def _governing(clauses: Clauses, place: int) -> Iterator[int]:
    """Yield a verb, and those on which it hangs: "tried" and "persuade" of "tried to persuade Peru to sanction"."""
    for _ in range(_DEEPEST):
        yield place
        chunk = clauses.chunks[place]
        hangs = chunk.sort == "verb" and (chunk.infinitive or (chunk.form == "ing" and not chunk.finite))
        above = clauses.governor(place) if hangs else None
        if above is None:
            return
        place = above


def _unstopped(clauses: Clauses, above: list[int]) -> bool:
    """Return whether a verb is denied that denies another: "failed to stop Peru from leaving", "never ceased supporting"."""
    hangs = len(above) > 1 and clauses.chunks[above[0]].form == "ing"
    return hangs and clauses.chunks[above[1]].verb in words.DENIED and mood(clauses, above[1]).negated


def _not_quite(clauses: Clauses, place: int) -> bool:
    """Return whether something was not done, or not in earnest, though no word denies it: "almost sold", "pretended to"."""
    chunk, tokens = clauses.chunks[place], clauses.sentence.tokens
    if chunk.sort != "verb":
        return False
    for each in range(max(chunk.start - 1, 0), chunk.end):
        if tokens[each].lower in words.ALMOST and clauses.sentence.lower(each + 1) not in _FREQUENT:
            return not chunk.negated or tokens[each].lower not in words.NEGATORS
    if [token.lower for token in tokens[max(chunk.start - 2, 0) : chunk.start]] == ["all", "but"]:
        return True
    if chunk.verb in words.FEIGNS:
        return True
    if chunk.negated and chunk.modal and chunk.form in ("past", "participle"):  # "would not have attacked"
        return True
    if chunk.infinitive and clauses.head(place - 1) in words.HINDERED:
        return True
    near = clauses.word(place - 1) in ("of", "to") or chunk.infinitive
    before = place - 2 if clauses.sort(place - 1) == "prep" else place - 1
    return near and clauses.head(before) in words.VERGES


def _at_verge(clauses: Clauses, found: Found) -> bool:
    """Return whether somebody only came close to what a verb says: "went to the brink of war with"."""
    place, last = found.clause, clauses.chunk_of(found.last)
    return (
        found.at is None
        and place is not None
        and any(clauses.head(each) in words.VERGES and clauses.word(each + 1) == "of" for each in range(place, last))
    )


def _unadopted(clauses: Clauses, place: int) -> bool:
    """Return whether what a paper says was kept from being said: "vetoed a resolution condemning Peru", "cleared of arming"."""
    chunk = clauses.chunks[place]
    if chunk.form != "ing" or chunk.finite:
        return False
    governor = clauses.governor(place)
    verb = clauses.chunks[governor] if governor is not None else None
    if verb is None or governor is None:
        return False
    if clauses.word(place - 1) == "of" and verb.passive:
        return verb.verb in _CLEARS
    paper = is_noun_of(clauses.head(place - 1), words.MADE)
    against = verb.verb == "vote" and clauses.word(governor + 1) == "against"
    refused = mood(clauses, governor).negated or verb.verb in words.REJECTS or against
    return paper and refused


def _disbelieved(clauses: Clauses, place: int) -> bool:
    """Return whether what a clause says is called false, or believed by nobody."""
    for each in _claims_before(clauses, place):
        false = _false_before(clauses, each) or _false_after(clauses, place, each)
        denial = is_noun_of(clauses.head(each - 1), _DENIALS)  # "Peru's denial that it armed Chile"
        if denial or is_made_up(clauses, each) or (false and not clauses.named(each - 1)):
            return True
    for each in _before(clauses, place):
        if clauses.sort(each) == "verb" and _said_by_none(clauses, each):
            return True
    said = clauses.sentence.tokens[: clauses.chunks[place].start]
    return any(  # "few" and "no" also stand before nouns: such a verb is taken for one
        one.lower in words.NONE and (words.verb_of(two.lower) or ("",))[0] in words.REPORTS
        for one, two in pairwise(said)
        if two.kind == "word" and not words.ALSO_NOUNS & {two.lower}
    )


def _before(clauses: Clauses, place: int) -> Iterator[int]:
    """Yield the chunks before one in the same part of a sentence, the nearest first."""
    for each in range(place - 1, -1, -1):
        if clauses.word(each) in (";", ":", "."):
            return
        yield each


def _claims_before(clauses: Clauses, place: int) -> Iterator[int]:
    """Yield each "that" before a chunk."""
    return (each for each in _before(clauses, place) if clauses.word(each) == "that" and clauses.sort(each) == "rel")


def _false_before(clauses: Clauses, that: int) -> bool:
    """Return whether what stands before "that" calls it false: "a myth that", "no evidence that", "is not true that"."""
    before = clauses.at(that - 1)
    if before is None:
        return False
    if before.sort == "verb":
        doubts = before.verb in words.DOUBTS and before.verb != "counter"  # "countered that" says it
        unsaid = before.verb in words.REPORTS and not before.modal and mood(clauses, that - 1).negated
        wrong = before.infinitive and is_noun_of(clauses.head(that - 2), words.FALSE)  # "it is wrong to say that"
        return doubts or unsaid or wrong or before.verb in words.IMAGINES
    tokens = [token.lower for token in clauses.sentence.tokens[before.start : before.end]]
    governor, head = clauses.governor(that - 1), clauses.head(that - 1)
    verb = clauses.chunks[governor] if governor is not None else None
    denied = verb is not None and verb.negated
    claimed, shown = is_noun_of(head, words.CONTENT), is_noun_of(head, words.EVIDENCE)
    false = is_noun_of(head, words.FALSE) or (claimed and any(token in words.FALSE for token in tokens))
    if false or ((claimed or shown) and tokens[0] in ("no", "little", "scant")):
        return not denied
    if verb is None or is_noun_of(head, words.DOUBTS):  # "there is no doubt that"
        return False
    if denied:
        return claimed or shown or verb.verb in ("be", "seem", "appear")
    return claimed and not verb.passive and verb.verb in words.DOUBTS


def _false_after(clauses: Clauses, place: int, that: int) -> bool:
    """Return whether the verb of which a claim is the subject calls it false: "the report that Peru left is false"."""
    if not is_noun_of(clauses.head(that - 1), words.CONTENT) or clauses.governor(that - 1) is not None:
        return False
    for each in range(place + 1, len(clauses.chunks)):
        chunk = clauses.chunks[each]
        if chunk.sort != "verb" or not chunk.finite:
            continue
        if is_noun_of(chunk.word, words.FALSE):  # "is unfounded"
            return not chunk.negated
        if chunk.passive:
            return chunk.verb in words.DISMISSES | words.DOUBTS and not clauses.named(that - 1) and not chunk.negated
        after = clauses.at(each + 1)
        said = clauses.sentence.tokens[after.start : after.end] if after is not None else ()
        false = any(is_noun_of(token.lower, words.FALSE) for token in said)
        return chunk.verb in ("be", "prove", "seem", "turn", "remain") and false != chunk.negated
    return False


def _said_by_none(clauses: Clauses, place: int) -> bool:
    """Return whether hardly anybody says or thinks what follows: "nobody believes that", "few expect Peru to"."""
    verb, before = clauses.chunks[place], clauses.at(place - 1)
    says = verb.verb in words.REPORTS | words.EXPECTED | words.HOPES | words.FEARS
    if not says or before is None or before.sort != "noun":
        return False
    first = before
    at = place - 1
    while clauses.sort(at - 1) == "prep" and clauses.sort(at - 2) == "noun":  # "few in Moscow"
        at -= 2
        first = clauses.chunks[at]
    return clauses.sentence.lower(first.start) in words.NONE
