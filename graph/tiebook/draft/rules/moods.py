"""Whether a clause says that a tie holds, or that somebody wants, fears or expects it, or that it does not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.companions import Heading
from tiebook.draft.rules.syntax.contents.complements import behind_remarks, complement, denies, ensured, neither_of
from tiebook.draft.rules.syntax.contents.contrary import is_contrary_to_fact
from tiebook.draft.rules.syntax.named import Named, themselves
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

_DEEPEST: Final = 6
_POSSIBLE: Final = ("may", "might", "could", "can", "would", "couldn't", "wouldn't", "cannot", "can't")
_WISHED: Final = ("should", "must", "ought")
_IF: Final = ("if", "unless", "lest")
_PROMISES: Final = frozenset("agreement deal accord pledge promise vow commitment".split())
_MEANT: Final = ("mean", "intend", "design", "aim")  # "were meant to deter Peru"
_WEIGHS: Final = frozenset(  # verbs by whose object, a participle, something is only thought of: "supports arming Peru"
    "consider propose discuss contemplate favour favor support back endorse advocate recommend mull weigh explore envisage".split()
)
_DREAMS: Final = ("dream", "think", "speak", "talk", "despair")  # of it
_AGAINST: Final = ("oppose", "resist", "condemn", "criticise", "criticize", "dislike")
_URGES: Final = frozenset("pressure call demand request appeal plea urging invitation instruction order".split())
_TALKS: Final = frozenset("talk negotiation discussion consultation".split())
_VIES: Final = ("vie", "compete", "struggle", "battle", "contend", "jostle", "jockey", "fight")
_HOLDS_BACK: Final = frozenset(
    "prevent stop keep deter dissuade discourage block bar hinder prohibit ban restrain preclude inhibit".split()
)
_IS: Final = ("be", "remain", "seem", "appear", "become", "stay", "look", "stand")
_LEANINGS: Final = {
    **dict.fromkeys(
        ("likely", "unlikely", "bound", "certain", "sure", "destined", "due", "poised", "about"), "expected"
    ),
    **dict.fromkeys(words.KEEN, "sought"),
}
_ANNOUNCES: Final = frozenset(
    "announce promise pledge approve authorise authorize prepare discuss consider endorse".split()
)
_NOT: Final = (("instead", "of"), ("far", "from"))
_BACKS: Final = ("support", "back", "endorse", "welcome")
_WARNED: Final = {"warn": "feared", "fear": "feared", "dread": "feared", "risk": "hypothetical"}


@dataclass(frozen=True, slots=True)
class Mood:
    """The mode of a clause, who wants, fears or expects it (None: whoever says it), whether it is denied, and the condition.

    first -- the first token of what says so
    """

    mode: str = "actual"
    by: tuple[Named, ...] | None = ()
    negated: bool = False
    condition: tuple[int, int] | None = None
    first: int | None = None


def mood(clauses: Clauses, place: int | None, depth: int = 0) -> Mood:
    """Return the mood of the verb group at a place."""
    if place is None or depth > _DEEPEST:
        return Mood()
    chunk = clauses.chunks[place]
    first = chunk.start if chunk.negated else None
    neither = neither_of(clauses, place) if chunk.finite else None
    first = first if neither is None else neither
    found = Mood(negated=chunk.negated or neither is not None, first=first)
    if chunk.modal:
        mode, by = _modal(chunk.modal)
        guessed = mode == "sought" and chunk.form in ("past", "participle") and not chunk.passive  # "must have armed"
        found = replace(found, mode="hypothetical" if guessed else mode, by=() if guessed else by)
    if chunk.verb == "invite" and found.mode == "actual":  # whom somebody invites is yet to come
        found = replace(
            found, mode="sought", by=tuple(clauses.subject(place)) if not chunk.passive else (), first=chunk.start
        )
    heading = clauses.heading(place)
    if heading is not None:
        found = _listed(clauses, place, heading, found, depth)
    elif chunk.infinitive:
        found = _as_joined(clauses, place, found, depth) or _under(clauses, place, found, depth)
    elif chunk.form == "ing" and not chunk.finite:
        found = (
            _agreed(clauses, place, found)
            or _risked(clauses, place, found)
            or _hoped(clauses, place, found)
            or _gerund(clauses, place, found, depth)
        )
    elif chunk.form == "base" and not chunk.modal:
        found = _bare(clauses, place, found, depth)
    if (clauses.head(place - 2), clauses.word(place - 1)) in _NOT and chunk.form == "ing":
        found = replace(found, negated=not found.negated, first=_start(clauses, place - 2))
    if found.mode in ("actual", "hypothetical", "expected"):
        feared = complement(clauses, place)
        if feared is not None and feared[0] == "denied":
            found = replace(found, negated=not found.negated, first=feared[2])
        elif feared is not None:
            found = replace(found, mode=feared[0], by=feared[1], first=feared[2])
        elif (sure := ensured(clauses, place)) is not None:
            found = replace(found, mode=sure[0], by=sure[1], negated=False, first=sure[2])
    return _conditional(clauses, place, found)


def mood_of_noun(clauses: Clauses, place: int | None, tie: str = "") -> Mood:
    """Return the mood of a relation that a noun names, by the verb at a place of which it is the object: "seeks closer ties".

    tie -- the type of the relation
    """
    if tie == "BORDERS":  # which is there, whoever wants to reopen it
        return Mood()
    found = mood(clauses, place)
    if place is None or clauses.chunks[place].passive or found.mode != "actual":
        return found
    verb = clauses.chunks[place]
    mode = _mode_of_object(verb.verb, tie)
    if mode is not None:
        return replace(found, mode=mode, by=tuple(clauses.subject(place)), first=verb.start)
    if verb.verb in words.SHUNS_RELATION or (verb.verb == "rule" and clauses.word(place + 1) == "out"):
        return replace(found, negated=not found.negated, first=verb.start)
    return found


def _mode_of_object(verb: str, tie: str) -> str | None:
    """Return the mode that a verb gives to the tie which its object names; None if it leaves it as it is."""
    hostile = tie in words.HOSTILE_TIES
    vies = verb in _VIES and tie in ("CONTROLS", "PRESENT_IN")  # "have vied for control of Peru"
    if verb in words.WANTS_RELATION or vies or (verb in _BACKS and hostile):  # "supported sanctions on Peru"
        return "sought"
    announces = verb in _ANNOUNCES and tie == "PRESENT_IN"  # "announced a mission in Peru"
    if verb in words.PROMISES_RELATION or announces or (verb == "threaten" and hostile):
        return "expected"
    return _WARNED.get(verb)


def _listed(clauses: Clauses, place: int, heading: Heading, own: Mood, depth: int) -> Mood:
    """Return the mood of an item by what its list is one of: "two aims: to arm Peru", "did two things: it armed Peru"."""
    subject = clauses.chunks[heading.verb].start
    said = [clauses.head(each) for each in range(heading.noun + 1) if clauses.sort(each) == "noun"]
    wanted = any(is_noun_of(each, words.SOUGHT_NOUNS) for each in said) or clauses.chunks[place].infinitive
    if wanted:
        by = tuple(themselves(clauses.subject(heading.verb)))
        return replace(own, mode="sought", by=by, first=min(subject, clauses.chunks[place].start))
    above = mood(clauses, heading.verb, depth + 1)
    return replace(above, negated=above.negated != own.negated)


def _bare(clauses: Clauses, place: int, own: Mood, depth: int) -> Mood:
    """Return the mood of a verb without a helper of its own: "seeks to meet and support", "only then can China negotiate"."""
    for each in range(place - 1, -1, -1):
        other = clauses.chunks[each]
        if other.sort == "verb":
            shares = clauses.sort(place - 1) == "join" and (other.infinitive or bool(other.modal))
            inverted = other.modal == other.verb and each == place - 2
            if shares:
                return replace(mood(clauses, each, depth + 1), negated=own.negated)
            if inverted:
                mode, by = _modal(other.modal)
                return replace(own, mode=mode, by=by, negated=own.negated or other.negated)
            return own
    return own


def _modal(modal: str) -> tuple[str, tuple[Named, ...] | None]:
    if modal in _POSSIBLE:
        return "hypothetical", ()
    return ("sought" if modal in _WISHED else "expected"), None


def _under(clauses: Clauses, place: int, own: Mood, depth: int) -> Mood:
    """Return the mood of an infinitive by what it hangs on: "seeks to", "refused to", "efforts to", "continues to"."""
    before = clauses.head(place - 1)
    governor = clauses.governor(place)
    if clauses.sentence.lower(clauses.chunks[place].start - 1) == "yet":  # "has yet to be recognised"
        return replace(own, negated=not own.negated, first=_start(clauses, place - 1))
    opens = (
        governor is None and (place == 0 or before == "order") and own.mode == "actual"
    )  # "To deter Peru, Chile left"
    subjects = tuple(clauses.subject(governor)) if governor is not None else ()
    urged = clauses.word(place - 2) == "from" and is_noun_of(clauses.head(place - 3), _URGES)  # "pressure from Peru to"
    urged = urged or (
        clauses.word(place - 2) in ("by", "of") and is_noun_of(clauses.head(place - 3), words.SOUGHT_NOUNS)
    )
    if opens or urged:
        whom, at = (clauses.subject(place), place) if opens else (clauses.named(place - 1), place - 3)
        return replace(own, mode="sought", by=tuple(whom), first=_start(clauses, at))
    about = clauses.word(place - 1) == "about" and governor == place - 2  # "is about to"
    for_whom = clauses.word(place - 2) == "for" and governor == place - 3  # "What Peru wants is for Chile to"
    about = about or for_whom
    if governor is not None and (governor == place - 1 or about) and clauses.chunks[governor].verb == "be":
        # "Peru's goal is to"
        goal = is_noun_of(clauses.head(governor - 1), words.SOUGHT_NOUNS) or clauses.sentence.lower(0) == "what"
        by = tuple(themselves(subjects)) or None
        return replace(own, mode="sought" if goal else "expected", by=by, first=_start(clauses, governor))
    if is_noun_of(before, words.DENIED_NOUNS) or before in words.DENIED:
        return replace(_above(clauses, governor, own, depth), negated=not own.negated, first=_start(clauses, place - 1))
    if is_noun_of(before, words.SOUGHT_NOUNS):
        whose = clauses.named(place - 1) or clauses.subject(place) or subjects
        by = tuple(themselves(whose))
        return replace(own, mode="sought", by=by, first=_start(clauses, place - 1))
    able = (
        is_noun_of(before, words.ABLE_NOUNS) and own.mode == "actual"
    ) or before == "how"  # "Peru's ability to attack"
    promised = is_noun_of(before, words.PROMISE_NOUNS) and any(each.owned for each in clauses.named(place - 1))
    if able or promised or (is_noun_of(before, _PROMISES) and governor is None):  # "the agreement to restore relations"
        mode, by = ("hypothetical", ()) if able else ("expected", None)
        return replace(own, mode=mode, by=by, first=_start(clauses, place - 1))
    leaning = _leaning(clauses, place, governor, own, depth)
    if leaning is not None or before in words.EXPECTED or before == "able":
        return leaning or _above(clauses, governor, own, depth)
    return own if governor is None else _governed(clauses, place, governor, own, mood(clauses, governor, depth + 1))


def _as_joined(clauses: Clauses, place: int, own: Mood, depth: int) -> Mood | None:
    """Return the mood of an infinitive that is joined to another: "wants to leave and to arm Peru", "to leave, as well as to"."""
    well = (clauses.head(place - 2), clauses.word(place - 1)) == ("well", "as")
    joined = well or clauses.word(place - 1) in ("and", "or")
    earlier = next((each for each in range(place - 2, -1, -1) if clauses.chunks[each].infinitive), None)
    governor = clauses.governor(earlier) if earlier is not None and joined else None
    if earlier is None or governor is None or clauses.chunks[governor].verb == "decide":  # which is as good as done
        return None
    above = mood(clauses, earlier, depth + 1)
    return replace(above, negated=own.negated != above.negated)


def _leaning(clauses: Clauses, place: int, governor: int | None, own: Mood, depth: int) -> Mood | None:
    """Return the mood of an infinitive by what is before it: "is likely to", "is eager to", "is in a position to"; else None."""
    whom = 2 if clauses.word(place - 2) == "for" and governor == place - 4 else 0  # "is keen for Peru to leave"
    at_once = governor is not None and governor == place - 2 - whom and clauses.sort(place - 1) == "noun"
    position = governor is not None and governor == place - 3 and clauses.word(place - 2) == "in"
    if governor is None or clauses.chunks[governor].verb not in _IS or not (at_once or position):
        return None
    word = clauses.head(place - 1 - whom)
    mode = _LEANINGS.get(word) if at_once else "hypothetical" if word == "position" else None
    if mode is None:
        return None
    above = mood(clauses, governor, depth + 1)
    if above.mode != "actual":
        return replace(above, negated=own.negated != above.negated)
    by = tuple(clauses.subject(governor)) if mode == "sought" else () if mode == "hypothetical" else None
    negated = own.negated != (above.negated or word == "unlikely")
    return replace(own, mode=mode, by=by, negated=negated, first=clauses.chunks[governor].start)


def _governed(clauses: Clauses, place: int, governor: int, own: Mood, above: Mood) -> Mood:
    """Return the mood of an infinitive by the verb that governs it, whose own mood is `above`."""
    verb = clauses.chunks[governor]
    agents = clauses.group_from(governor + 2)[0] if verb.passive and clauses.word(governor + 1) == "by" else []
    subjects = (tuple(agents) or None) if verb.passive else tuple(clauses.subject(governor))
    negated = own.negated != above.negated
    claims = verb.verb in words.CLAIMS_OWN and above.mode == "actual"
    if claims and clauses.is_perfect(place):  # "claims to have armed Peru"
        return replace(own, negated=negated)
    if verb.word in ("rumoured", "rumored"):
        return replace(own, mode="hypothetical", by=(), negated=negated, first=verb.start)
    if verb.verb in words.DENIED:
        return replace(above, negated=not negated, first=verb.start)
    if verb.verb == "use" and governor == place - 1 and not verb.passive:  # "used to buy oil from Peru"
        return replace(above, negated=negated)
    coming = (verb.verb == "go" and verb.form == "ing") or (verb.verb == "suppose" and verb.passive)
    if verb.verb in words.EXPECTED or coming:  # "was going to", "was supposed to"
        by = None if coming else subjects
        return replace(own, mode="expected", by=by, negated=negated, first=verb.start)
    if verb.verb in words.TRIES and above.negated and not verb.negated:  # "failed to persuade Peru to leave": it tried
        negated = own.negated
    if verb.verb in words.SOUGHT or verb.verb == "use" or (verb.passive and verb.verb in _MEANT):
        return replace(own, mode="sought", by=subjects, negated=negated, first=verb.start)
    if verb.verb in words.GOING_ON:
        return replace(above, negated=negated)
    return replace(own, mode="sought", by=subjects) if clauses.sort(place - 1) == "noun" else own  # its purpose


def _above(clauses: Clauses, governor: int | None, own: Mood, depth: int) -> Mood:
    if governor is None:
        return own
    verb = clauses.chunks[governor]
    above = mood(clauses, governor, depth + 1)
    if verb.verb == "expect" or (above.mode == "actual" and _expects(clauses, governor)):
        return replace(own, mode="expected", by=None, negated=own.negated != above.negated, first=verb.start)
    return replace(above, negated=own.negated != above.negated)


def _expects(clauses: Clauses, governor: int) -> bool:
    over = clauses.governor(governor)
    return over is not None and clauses.chunks[over].verb == "expect"


def _agreed(clauses: Clauses, place: int, own: Mood) -> Mood | None:
    """Return the mood of what is agreed or talked about: "talks on restoring relations", "agreed on sharing water"; else None."""
    if clauses.word(place - 1) not in ("on", "about", "to"):
        return None
    head, verb = clauses.head(place - 2), clauses.at(place - 2)
    if is_noun_of(head, _PROMISES | _TALKS):
        mode = "expected" if is_noun_of(head, _PROMISES) else "sought"
        return replace(own, mode=mode, by=None, first=_start(clauses, place - 2))
    if verb is not None and verb.sort == "verb" and verb.verb in words.EXPECTED:
        return replace(own, mode="expected", by=tuple(clauses.subject(place - 2)), first=verb.start)
    return None


def _risked(clauses: Clauses, place: int, own: Mood) -> Mood | None:
    """Return the mood of what there is a danger or chance of: "the danger of Peru attacking Chile"; else None."""
    risks = clauses.chunks[place - 1].verb == "risk" and place > 0  # "risks alienating Peru"
    noun = clauses.head(place - 3) if clauses.word(place - 2) == "of" and clauses.sort(place - 1) == "noun" else ""
    mode = "hypothetical" if risks else words.prospect_of(noun)
    return replace(own, mode=mode, by=(), first=_start(clauses, place - (1 if risks else 3))) if mode else None


def _is_denied(clauses: Clauses, place: int, governor: int) -> bool:
    """Return whether a gerund is what a verb denies: "denied, on Friday, arming", "rejected accusations of arming"."""
    itself = clauses.chunks[governor].verb == "deny" and behind_remarks(clauses, governor) == place
    return itself or (clauses.word(place - 1) == "of" and denies(clauses, place - 2, governor))


def _gerund(clauses: Clauses, place: int, own: Mood, depth: int) -> Mood:
    """Return the mood of "supplying" in "stopped supplying", "without supplying", "considers supplying"."""
    governor = clauses.governor(place)
    denied = governor is not None and _is_denied(clauses, place, governor)
    if governor is None or not (denied or clauses.sort(place - 1) in ("verb", "prep")):
        return own
    verb = clauses.chunks[governor]
    if clauses.word(place - 1) == "against" and verb.verb in ("warn", "caution", "advise", "argue"):
        return replace(
            own, mode="sought", by=tuple(clauses.subject(governor)), negated=not own.negated, first=verb.start
        )
    if denied or (verb.verb in words.DENIED and clauses.word(place - 1) in ("from", "", verb.word)):
        return replace(own, negated=own.negated == verb.negated, first=verb.start)
    if clauses.word(place - 1) == "from" and verb.verb in _HOLDS_BACK:
        return _held_back(clauses, governor, own, mood(clauses, governor, depth + 1))
    if clauses.word(place - 1) == "of" and clauses.head(place - 2) in ("short", "capable"):
        return _short_or_capable(clauses, place, governor, own, depth)
    dreams = clauses.word(place - 1) == "of" and verb.verb in _DREAMS
    if dreams or verb.verb in _WEIGHS or (verb.verb in _AGAINST and clauses.sort(place - 1) == "verb"):
        negated = own.negated != (verb.verb in _AGAINST)
        return replace(own, mode="sought", by=tuple(clauses.subject(governor)), negated=negated, first=verb.start)
    if clauses.sort(place - 1) == "verb":
        return replace(mood(clauses, governor, depth + 1), negated=own.negated)
    return own


def _hoped(clauses: Clauses, place: int, own: Mood) -> Mood | None:
    """Return the mood of what a noun before it holds out: "Peru's hopes of joining NATO"; None elsewhere."""
    mode = words.prospect_of(clauses.head(place - 2)) if clauses.word(place - 1) in ("of", "for") else None
    if mode is None:
        return None
    owners = tuple(each.itself for each in clauses.named(place - 2) if each.owned)
    return replace(own, mode=mode, by=owners, first=_start(clauses, place - 2))


def _short_or_capable(clauses: Clauses, place: int, governor: int, own: Mood, depth: int) -> Mood:
    """Return the mood of what somebody "stopped short of" or "is capable of"."""
    first = clauses.chunks[governor].start
    if clauses.head(place - 2) == "short":
        return replace(own, negated=not own.negated, first=first)
    above = mood(clauses, governor, depth + 1)
    return replace(above, mode="hypothetical", by=()) if above.mode == "actual" else above


def _held_back(clauses: Clauses, governor: int, own: Mood, above: Mood) -> Mood:
    """Return the mood of what somebody is kept from: "prevented Peru from joining" is denied, "wants to deter it from" feared."""
    first, verb = clauses.chunks[governor].start, clauses.chunks[governor]
    if verb.passive:  # "was barred from trading"
        return replace(above, negated=not above.negated, first=first) if verb.finite else own
    if above.mode == "actual" and not above.negated and (verb.finite or verb.form == "ing") and verb.verb != "deter":
        return replace(own, negated=not own.negated, first=first)
    return replace(own, mode="feared", by=tuple(clauses.subject(governor)), first=first)


def _conditional(clauses: Clauses, place: int, own: Mood) -> Mood:
    """Return the mood with its condition, where the sentence has one for the clause."""
    start = next((each for each, chunk in enumerate(clauses.chunks) if chunk.word in _IF), None)
    if start is None:
        unreal = any(chunk.word == "whether" for chunk in clauses.chunks[:place]) or is_contrary_to_fact(clauses, place)
        inverted = clauses.word(0) == "should"  # "Should Peru attack"
        turned = unreal and (own.mode in ("actual", "expected") or inverted)
        return replace(own, mode="hypothetical", by=()) if turned else own
    end = start + 1
    while end < len(clauses.chunks) and not (
        clauses.chunks[end].sort == "mark" and clauses.chunks[end].word in ",;:.)"
    ):
        end += 1
    if start < place < end:
        were = own.mode == "actual" or clauses.head(place - 1) == "were" or clauses.chunks[place - 1].word == "were"
        return replace(own, mode="hypothetical", by=()) if were else own
    if clauses.chunks[place].verb in ("threaten", "warn") and clauses.chunks[place].finite:
        return own  # whoever "threatened to leave if" did threaten
    described = any(clauses.sort(each) == "rel" for each in range(place + 1, start))
    if described and own.mode == "actual":  # "signed a pact under which it would leave if"
        return own
    apart = any(clauses.word(each) in (";", ".") for each in range(min(start, place), max(start, place)))
    if apart or own.mode not in ("actual", "hypothetical", "expected"):
        return own
    tokens = (clauses.chunks[start].start, clauses.chunks[end - 1].end)
    return replace(own, mode="conditional", by=(), condition=tokens)


def _start(clauses: Clauses, place: int) -> int:
    return clauses.chunks[place].start
