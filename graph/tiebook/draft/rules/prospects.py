"""What a noun phrase only holds out: "a possible alliance", "could lead to war between", "called for talks between"."""

from __future__ import annotations

from typing import Final

from tiebook.draft.rules.frames.found import Found
from tiebook.draft.rules.moods import Mood, mood
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.joined import has_own_verb
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

_PROMISES: Final = ("promise", "pledge", "vow")
_ACTS: Final = ("USES_FORCE_AGAINST", "MEETS_WITH", "AIDS", "SELLS_ARMS_TO", "PRESENT_IN")
_IS: Final = ("be", "remain", "seem", "appear", "become", "look")
_INTO: Final = ("to", "into", "in")
_TALKS: Final = frozenset("talk negotiation discussion consultation".split())
_MEANS: Final = ("through", "by", "via")  # "should be settled through talks between"
_WOULD: Final = ("would", "could", "might", "may")
# types of what is there while one speaks of what would become of it: "trade with Peru would suffer"
_STANDING: Final = frozenset(
    "COOPERATES_WITH CONFLICTS_WITH RIVAL_OF ECONOMIC_TIE_TO BORDERS MEETS_WITH DEPENDS_ON MEMBER_OF".split()
)
# verbs of what there is already, and of stories: "the war would last"
_CHANGES: Final = frozenset(
    "continue intensify rise grow resume deepen spread end suffer escalate worsen increase decline ease improve last persist"
    " fall change shift drag expand shrink prove become remain come mark lead take go".split()
)
_BLOCKS: Final = frozenset(("block", "veto"))
_TOWARDS: Final = (
    *((verb, word) for verb in ("work", "move", "head", "edge", "inch") for word in ("towards", "toward")),
    *(("aim", word) for word in ("at", "for")),
    ("strive", "for"),
)
_DREADS: Final = ("fear", "dread")
_WORRIES: Final = ("worry", "warn", "fret", "agonise")
_IS_SAID: Final = {
    **dict.fromkeys(
        ("postpone", "delay", "defer", "expect", "predict", "anticipate", "plan", "schedule", "foresee"), "expected"
    ),
    **dict.fromkeys(("fear", "dread"), "feared"),
    **dict.fromkeys(("rumour", "rumor", "mull"), "hypothetical"),
    **dict.fromkeys(("need", "require", "want"), "sought"),
}
_SAID_OF: Final = {
    "unlikely": ("expected", True),
    "improbable": ("expected", True),
    "likely": ("expected", False),
    "inevitable": ("expected", False),
    "imminent": ("expected", False),
    "possible": ("hypothetical", False),
    **dict.fromkeys(("impossible", "unthinkable", "inconceivable"), ("hypothetical", True)),
    **dict.fromkeys(("needed", "necessary", "desirable", "overdue"), ("sought", False)),
    "conceivable": ("hypothetical", False),
}


def prospect(clauses: Clauses, found: Found) -> Mood | None:
    """Return the mood of a tie that a noun names, where words beside the noun say that it is none yet; None elsewhere."""
    if found.pattern.head in _PROMISES and any(step.startswith("{") for step in found.pattern.steps):
        return Mood("expected", found.starts)  # "promised Chile aid"
    if found.at is None:
        return _of_role(clauses, found) if found.pattern.shape == "role" else None
    at = found.at
    coming = _adjective(clauses, at) or _approached(clauses, at) or _dreaded(clauses, at)
    return coming or _not_yet(clauses, found, at) or _behind(clauses, at) or _predicate(clauses, found)


def _adjective(clauses: Clauses, at: int) -> Mood | None:
    """Return the mood by an adjective: "the planned sale", "a possible alliance"."""
    for place in range(clauses.chunks[at].start, clauses.chunks[at].end - 1):
        mode = words.PROSPECTIVE.get(clauses.sentence.lower(place))
        if mode is not None:
            return Mood(mode, None if mode == "expected" else (), first=place)
    return None


def _dreaded(clauses: Clauses, at: int) -> Mood | None:
    """Return the mood of an act that somebody fears: "fears a Peruvian attack", "worry about an attack by Peru"."""
    about = clauses.word(at - 1) in ("about", "over", "of")
    verb = clauses.at(at - 1 - about)
    first = clauses.sentence.lower(clauses.chunks[at].start)
    new = first in ("a", "an", "any", "another", "further", "more", "new", "renewed") or clauses.head(at).endswith("s")
    if verb is None or verb.sort != "verb" or not new or clauses.tokens(at)[0].kind == "owner":
        return None
    upset = verb.passive and verb.word in words.FEARS and about
    if not upset and (verb.passive or verb.verb not in (_WORRIES if about else _DREADS)):
        return None
    what = clauses.at(at - 2 - about)
    by = tuple(clauses.subject(at - 1 - about)) if what is not None else ()
    return Mood("feared", by, first=verb.start)


def _of_role(clauses: Clauses, found: Found) -> Mood | None:
    """Return the mood of what somebody is only possibly or soon: "a potential rival of Peru"."""
    for place in range(found.first, found.last + 1):
        if is_noun_of(clauses.sentence.lower(place), frozenset((found.pattern.head,))):
            before = place - 1 - (clauses.sentence.kind(place - 1) == "name")  # "potential NATO member"
            mode = words.PROSPECTIVE.get(clauses.sentence.lower(before))
            if mode is not None:
                return Mood(mode, None if mode == "expected" else (), first=before)
    return None


def _approached(clauses: Clauses, at: int) -> Mood | None:
    """Return the mood of what somebody is on the way to: "works towards an alliance", "is close to war"."""
    if clauses.sort(at - 1) != "prep":
        return None
    verb, prep = clauses.at(at - 2), clauses.word(at - 1)
    if verb is not None and verb.sort == "verb" and (verb.verb, prep) in _TOWARDS:
        return Mood("sought", tuple(clauses.subject(at - 2)), first=verb.start)
    if prep == "to" and clauses.head(at - 2) == "close":
        return Mood("hypothetical", (), first=clauses.chunks[at - 2].start)
    return None


def _not_yet(clauses: Clauses, found: Found, at: int) -> Mood | None:
    """Return the mood of what has not come about: "averted a war between", "called off its attack on", "trained for an attack"."""
    prep = clauses.word(at - 1) if clauses.sort(at - 1) == "prep" else ""
    before = at - 1 - bool(prep)
    readied = clauses.at(before - 1) if prep == "for" and clauses.sort(before) == "noun" else None
    if (
        readied is not None and readied.verb in words.PREPARES and not readied.passive
    ):  # "prepares its public for a war"
        return Mood("expected", tuple(clauses.subject(before - 1)), first=readied.start)
    verb, noun = clauses.at(before), clauses.head(before)
    lifted = found.type == "SANCTIONS" and is_noun_of(noun, words.ENDING_NOUNS)
    if prep == "of" and (lifted or is_noun_of(noun, words.FALSE)):
        return Mood(
            negated=True, first=clauses.chunks[before].start
        )  # "the lifting of sanctions", "the myth of an alliance"
    if verb is None or verb.sort != "verb" or verb.passive or verb.negated or verb.modal:
        return None
    if prep in ("for", "against") and verb.verb == "vote":
        voters = tuple(clauses.subject(before))
        return Mood("sought", voters, first=verb.start) if prep == "for" else Mood(negated=True, first=verb.start)
    off = f"{verb.verb}-{prep}" in words.AVERTS
    if off or (not prep and (verb.verb in words.AVERTS or (verb.verb in words.CALLS_OFF and found.type in _ACTS))):
        return Mood(negated=True, first=verb.start)
    if (not prep and verb.verb in words.PUTS_OFF) or (prep == "for" and verb.verb in words.PREPARES):
        return Mood("expected", tuple(clauses.subject(before)), first=verb.start)
    opposed = verb.verb in words.REJECTS and clauses.sentence.lower(clauses.chunks[at].start) in ("a", "an", "any")
    if not prep and (verb.verb in ("simulate", "rehearse") or opposed):
        return Mood("hypothetical", (), first=verb.start)
    return None


def _behind(clauses: Clauses, at: int) -> Mood | None:
    """Return the mood by what the noun is an object of: "calls for talks", "the risk of war", "would escalate into war"."""
    prep = clauses.word(at - 1) if clauses.sort(at - 1) == "prep" else ""
    before = at - 1 - bool(prep)
    noun = clauses.head(before)
    if prep in ("for", "of"):
        mode = words.prospect_of(noun)
        if mode is not None:
            owners = tuple(each for each in clauses.named(before) if each.owned)
            return Mood(mode, owners, first=clauses.chunks[before].start)
    new = clauses.sentence.lower(clauses.chunks[at].start) in ("a", "an")
    if prep in ("on", "about", "over") and new and is_noun_of(noun, _TALKS):  # "talks about an alliance"
        return Mood("sought", (), first=clauses.chunks[before].start)
    verb = clauses.at(before)
    if verb is None or verb.sort != "verb" or verb.passive != (prep in _MEANS):
        return None
    if prep == "for" and verb.verb in words.ASKS_FOR:
        above = mood(clauses, before)
        by = tuple(clauses.subject(before))
        return Mood("sought", by, negated=above.negated, first=verb.start)
    if prep == "of" and verb.verb == "warn":
        return Mood("feared", tuple(clauses.subject(before)), first=verb.start)
    comes_about = (prep in _INTO and verb.verb in words.ENDS_IN) or (not prep and verb.verb in words.BRINGS_ABOUT)
    above = mood(clauses, before) if comes_about or prep in _MEANS else Mood()
    return above if above.mode != "actual" or above.negated else None


def _predicate(clauses: Clauses, found: Found) -> Mood | None:
    """Return the mood by what is said of the noun: "a war between them is unlikely", "talks between them may begin"."""
    at = found.at
    verb = clauses.finite_verb(at + 1) if at is not None else None
    if at is None or verb is None or any(clauses.sort(each) == "mark" for each in range(at, verb)):
        return None
    if _is_imagined(clauses, found, at, verb):
        return Mood("hypothetical", (), first=clauses.chunks[verb].start)
    if clauses.governor(at) is not None and not has_own_verb(clauses, at - 1):
        return None
    chunk = clauses.chunks[verb]
    if chunk.verb in _IS and not chunk.modal and (said := _SAID_OF.get(clauses.head(verb + 1))) is not None:
        mode, negated = said
        by = None if mode == "expected" else ()
        return Mood(mode, by, negated=negated != chunk.negated, first=chunk.start)
    undone = chunk.passive and chunk.verb in words.AVERTS | words.CALLS_OFF | _BLOCKS and found.type not in _STANDING
    through = chunk.verb == "fall" and clauses.word(verb + 1) == "through"
    if undone or through or (chunk.verb in words.TAKES_PLACE and chunk.negated):  # "the sale was cancelled"
        return Mood(negated=not (undone and chunk.negated), first=chunk.start)
    if chunk.passive and not chunk.modal and chunk.verb in _IS_SAID:  # "a victory over Peru is expected"
        mode = _IS_SAID[chunk.verb]
        return Mood(mode, None if mode == "expected" else (), negated=chunk.negated, first=chunk.start)
    above = mood(clauses, verb) if chunk.verb in words.TAKES_PLACE and chunk.modal else Mood()
    return above if above.mode != "actual" else None


def _is_imagined(clauses: Clauses, found: Found, at: int, verb: int) -> bool:
    """Return whether a noun's verb only says what would be: "war between them would be a disaster", "an attack could fail"."""
    chunk, noun = clauses.chunks[verb], clauses.chunks[at]
    behind = [clauses.sort(each) for each in range(at + 1, verb)]
    if chunk.modal not in _WOULD or chunk.verb in _CHANGES or set(behind) - {"prep", "noun", "join"}:
        return False
    first = clauses.sentence.lower(noun.start)
    if first in ("a", "an", "any", "another", "new"):
        return True
    if found.type in _STANDING or clauses.sort(at - 1) in ("prep", "verb"):
        return False
    bare = first not in words.DETERMINERS and not clauses.named(at)
    return bare or chunk.modal == "would"
