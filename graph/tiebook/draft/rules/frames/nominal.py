"""What noun phrases say: "China's support for Iran", "ties between Iran and Russia", "the sale of drones to the UAE"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from tiebook.draft.rules.frames.found import Found, ends_of
from tiebook.draft.rules.frames.nouns.receivers import receivers
from tiebook.draft.rules.frames.nouns.relations import felt_in, is_bare, turned_relation
from tiebook.draft.rules.frames.nouns.unsaid import goes_unsaid, opens
from tiebook.draft.rules.frames.nouns.whose_act import (
    behind_opening,
    is_broken,
    is_hailed,
    is_rumour,
    is_served,
    is_told_of,
    owners_of,
    self_subjects,
)
from tiebook.draft.rules.frames.others.uttered import threatened_with
from tiebook.draft.rules.frames.verbs.filled import more_of, tokens_of
from tiebook.draft.rules.referring.groups import called
from tiebook.draft.rules.referring.kinds import TOPIC
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named, themselves
from tiebook.draft.rules.syntax.nouns import head_place
from tiebook.draft.rules.syntax.set_aside import ONE_HAND
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.lexicon import lexicon, says
from tiebook.model.codebook import codebook
from tiebook.model.wording import PREPOSITIONS, Pattern

_MOST: Final = 4  # prepositions after a noun
_BOTH_WAYS: Final = (
    "USES_FORCE_AGAINST",
    "ECONOMIC_TIE_TO",
)  # "between A and B", where it goes from the first to the second
_ONE_WAY: Final = (
    ("to",),
    ("on",),
    ("against",),
    ("over",),
)  # "both have claims to the islands" says nothing of the two
_OPENS: Final = (
    "open",
    "emerge",
    "widen",
    "deepen",
    "loom",
    "simmer",
    "develop",
    "erupt",
    "arise",
)  # "a rift opened between"
_GOODS: Final = ("{arms}", "{goods}", "{aid}")
_EACH_ITS_OWN: Final = ("patrol", "training", "outreach", "work", "embassy")  # "both have tripled patrols"
_SHIFTED: Final = ("allegiance", "loyalty", "recognition")  # not of whoever is behind "from", from whom it went
_OF_ALL: Final = frozenset("stability security order prosperity justice development".split())  # behind "peace and"
_SENT: Final = ("mission", "delegation", "envoy", "letter", "message")  # of one to another, never of two together
_FACING: Final = ("dealing", "coping", "contending", "grappling", "fighting")  # "cooperation in dealing with"
_PASSED: Final = frozenset("of by in on at over since during under".split())
_AT: Final = ("on", "against")
_BEGUN: Final = frozenset(
    "launch begin start lead wage conduct mount run undertake impose sign offer provide extend grant give make pursue"
    " announce".split()
)
_JOINS: Final = ("join", "adopt", "back", "support", "endorse", "observe", "implement", "enforce", "follow", "mirror")
_DOES_TOO: Final = ("join", "mirror", "follow")
_TAKES_PART: Final = (
    ("participate", "in"),
    ("take", "part", "in"),
    ("join", "in"),
    ("align", "itself", "with"),
    ("side", "with"),
    ("comply", "with"),
)


def noun_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield what the noun phrases of a sentence say."""
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort != "noun":
            continue
        head = head_place(clauses.sentence, chunk)
        token = clauses.sentence.tokens[head]
        again = any(each.place == head and called(each.reference) for each in clauses.named(place))
        if token.kind != "word" or again or is_rumour(clauses, place):  # "the alliance" that was named before
            continue
        heaviest, said = -1, set[str]()
        for pattern in lexicon().nouns.get(token.lower.replace("\u00e9", "e"), ()):
            if pattern.weight < heaviest:
                break
            inside = clauses.sentence.tokens[chunk.start : head]
            if not all(says(word, inside) for word in pattern.before):
                continue
            found = _found(clauses, pattern, place, head)
            if found is not None:
                heaviest = pattern.weight
                turned = turned_relation(clauses, found, place, chunk)
                among = all(each.place < head for each in (*turned.starts, *turned.ends))
                if among and turned.type in said:  # "Peru's and Chile's ties with Mali" are none of those two
                    continue
                said |= set() if among else {turned.type}
                if turned.type != "COOPERATES_WITH" or not is_bare(clauses, place):
                    yield replace(turned, noun=True, at=place)
                    yield from _joining(clauses, turned, place)
                    yield from threatened_with(clauses, turned, place)


def _joining(clauses: Clauses, found: Found, place: int) -> Iterator[Found]:
    """Yield that whoever joins what others do does it too: "declined to join Western sanctions on Peru"."""
    governor = clauses.governor(place)
    if governor is None or not found.presupposed or codebook().ties[found.type].symmetric:
        return
    verb = clauses.chunks[governor]
    parts = [clauses.head(each) or clauses.word(each) for each in range(governor + 1, place)]
    felt = verb.verb == "share" and found.type in (
        "PERCEIVES_THREAT_FROM",
        "CRITICISES",
    )  # "shares Peru's fear of Chile"
    joins = verb.verb in (
        _JOINS if found.type == "SANCTIONS" else _DOES_TOO
    )  # who backs an accession accedes to nothing
    direct = (joins or felt) and not parts
    shares = (verb.verb, *parts) in _TAKES_PART
    acting = [each for each in clauses.subject(governor) if not each.owned] if (direct or shares) else []
    if acting and not verb.passive and found.pattern.subject == "A":
        first = min(found.first, *(each.place for each in acting))
        yield replace(found, starts=tuple(acting), clause=governor, first=first, presupposed=False, at=None)


def _found(clauses: Clauses, pattern: Pattern, place: int, head: int) -> Found | None:
    owners = owners_of(clauses, place) or felt_in(clauses, place)
    symmetric = codebook().ties[pattern.tie].symmetric
    two = len(owners) > 1 and bool(clauses.named(place)[1:]) and (symmetric or pattern.tie in _BOTH_WAYS)
    over = symmetric and len(owners) > 1 and pattern.steps[-2:-1] == ("over",) and pattern.head != "claim"
    one_way = not symmetric and bool(_after(clauses, pattern, place, owners).other)  # "the Chad-Mali attack on Peru"
    if over or (two and not one_way):  # "Chadian and Malian disputes over Peru"
        return _pair(pattern, owners, clauses, place, head, place)
    if not _inner_words(clauses, pattern, place) or (not owners and is_broken(clauses, pattern, place)):
        return None
    after = _after(clauses, pattern, place, owners)
    if after.between:
        return _pair(pattern, after.other, clauses, place, head, after.last)
    inside = {token.lower for token in clauses.sentence.tokens[clauses.chunks[place].start : head]}
    both_ways = pattern.tie in _BOTH_WAYS and inside & {"bilateral", "mutual"}
    if not after.other and (symmetric or both_ways) and not after.missing:
        own = pattern.head in _EACH_ITS_OWN and not inside & {"joint", "combined", "common"}
        apart = pattern.steps[-2:-1] in _ONE_WAY or own
        general = pattern.head == "peace" and clauses.word(place + 1) == "and" and clauses.head(place + 2) in _OF_ALL
        group = after.acting or ([] if apart or general else self_subjects(clauses, place))
        group = [] if pattern.head in _SENT or _joined_by(clauses, place) else group  # "the UN and EU missions" are two
        mutual = len(group) > 1 or any(
            each.reference.lower() in ("their", "they") or " " in each.reference for each in group
        )
        return _pair(pattern, group, clauses, place, head, after.last) if mutual else None
    gets = pattern.head in _GOODS and clauses.word(place - 1) == "of" and bool(receivers(clauses, place))
    if pattern.head in _GOODS and not gets and not (after.other and after.acting):
        return None  # "bought Chilean oil" is for the verb to say
    acting, other, presupposed = after.acting, after.other, bool(after.acting)
    if after.missing or not (acting or other):
        return None
    to_do = clauses.at(place + 1)
    done = to_do is not None and to_do.infinitive  # "welcomed Peru's refusal to leave"
    done = done or (pattern.steps[-2:-1] == ("against",) and clauses.word(place - 1) == "by")  # "freed by a coalition"
    if not other and pattern.steps[-2:-1] != ("of",) and not done:
        other, presupposed = receivers(clauses, place), False
    unsaid = not other and bool(acting) and goes_unsaid(clauses, pattern, place)  # "Chilean loans have paid for roads"
    if unsaid:
        other, presupposed = [Named(None, head, "", TOPIC)], True
    hailed = codebook().ties[pattern.tie].sign < 0 and is_hailed(clauses, place)
    told = not symmetric and is_told_of(clauses, place)
    acting = acting or ([] if hailed or told or is_served(clauses, pattern, place) else self_subjects(clauses, place))
    if not acting and symmetric and (main := behind_opening(clauses, place, after.last)):
        acting, presupposed = main, True  # "After talks with Peru, Chile left"
    if not acting and symmetric and opens(clauses, place):  # "Relations with Chile are strained"
        acting, presupposed = [Named(None, head, "", TOPIC)], True
    ends = ends_of(pattern, acting, other)
    if ends is None:
        return None
    clause = None if presupposed else clauses.governor(place)
    said = [each.place for each in (*acting, *other)]
    return Found(pattern, *ends, clause, min([head, *said]), max([head, *said]), presupposed, loose=unsaid)


def _joined_by(clauses: Clauses, place: int) -> bool:
    """Return whether it is somebody else's too, of whom nothing is said: "Peru and Chile joined an alliance"."""
    governor = clauses.governor(place)
    return governor is not None and clauses.chunks[governor].verb in ("join", "leave", "quit")


def _inner_words(clauses: Clauses, pattern: Pattern, place: int) -> bool:
    """Return whether the nouns of a pattern between its head and the other end are said: the assets of "freeze of assets of"."""
    inner = [
        step
        for step in pattern.steps
        if step not in ("A", "B") and step not in PREPOSITIONS and not step.startswith("{")
    ]
    behind = range(place + 1, min(place + _MOST, len(clauses.chunks)))
    return all(
        any(step == clauses.word(each) or says(step, tokens_of(clauses, clauses.chunks[each])) for each in behind)
        for step in inner
    )


@dataclass(slots=True)
class _After:
    """What follows a noun: who has it, the other end, the last chunk; "between" two; goods that are missing."""

    acting: list[Named]
    other: list[Named]
    last: int
    between: bool = False
    missing: bool = False


def _after(clauses: Clauses, pattern: Pattern, place: int, owners: list[Named]) -> _After:
    steps = [step for step in pattern.steps if step not in ("A", "B")]
    wanted = steps[-1] if steps else ""
    goods = next((step for step in steps if step.startswith("{")), "")
    found = _After(list(owners), [], place, missing=bool(goods))
    both = codebook().ties[pattern.tie].symmetric or pattern.tie in _BOTH_WAYS
    cursor = clauses.behind_times(place + 1)  # "talks last week between"
    cursor, found.acting = _launched(clauses, cursor, found.acting)
    cursor, wanted = _past_verb(clauses, cursor, wanted)
    if not wanted or (both and _involves(clauses, cursor)):
        return _right_behind(clauses, place, cursor, found)
    passed = ""
    cursor = _past_joined(clauses, cursor)
    for _ in range(_MOST):
        if clauses.sort(cursor) != "prep" or clauses.sort(cursor + 1) != "noun" or clauses.head(cursor + 1) in _FACING:
            break
        word, noun = clauses.word(cursor), clauses.chunks[cursor + 1]
        group, end = _behind(clauses, cursor, found)
        if found.missing and word == "of" and says(goods, clauses.sentence.tokens[noun.start : noun.end]):
            found.missing, end = False, cursor + 1
            theirs = themselves(clauses.named(cursor + 1))
            if not found.acting:
                found.acting = theirs
            elif wanted == "from":  # "purchases of Iranian oil"
                found.other = theirs
        elif word in ("between", "among") and (wanted == "between" or both) and (group[1:] or _refers(group)):
            found.other, found.last, found.between = group, end, wanted != "between"
            return found
        elif word == "between" and both and clauses.word(end + 1) == "and" and not _has_number(clauses, cursor + 1):
            found.missing = True  # "a pact between the island and Chile": one of the two is not known
            return found
        elif (
            word == wanted
            and group
            and not found.other
            and not (wanted == "in" and not clauses.named(cursor + 1) and _is_matter(group))
        ):
            more, end = more_of(clauses, word, end)
            found.other, found.last = [*group, *more], end
            if found.acting and word != "of":
                break
        elif (
            word in ("of", "by", "from")
            and group
            and not found.acting
            and not (word == "of" and (found.other or passed == "in"))  # not "strikes in support of Peru"
            and not (word == "of" and pattern.tie == "CONTROLS")  # who is under "control of rebels in Peru"
            and not (word == "from" and pattern.head in _SHIFTED)
        ):
            found.acting = group
        elif word not in _PASSED and word != "by":
            break
        passed = word if word in ("in", "on", "at") else ""
        cursor = end + 1 + 2 * _goes_on_to_by(clauses, end, group)
        found.last = max(found.last, end)
    return found


def _has_number(clauses: Clauses, place: int) -> bool:
    chunk = clauses.chunks[place]
    return any(token.text[:1].isdigit() for token in clauses.sentence.tokens[chunk.start : chunk.end])


def _is_matter(group: list[Named]) -> bool:
    """Return whether it is not a place that something is in: "strikes in support of Peru"."""
    return bool(group[0].owned) and group[0].owned not in words.TERRITORY


def _past_joined(clauses: Clauses, cursor: int) -> int:
    """Return where a noun goes on behind one that is joined to it: "the killing and wounding of soldiers by Peru"."""
    joined = clauses.word(cursor) in ("and", "or") and clauses.sort(cursor + 2) == "prep"
    noun = clauses.at(cursor + 1)
    joined = joined and noun is not None and (noun.sort == "noun" or (noun.form == "ing" and not noun.finite))
    bare = joined and not clauses.named(cursor + 1) and clauses.word(cursor + 2) in ("of", "by", "for", "against", "to")
    one = bare and clauses.chunks[cursor + 1].end - clauses.chunks[cursor + 1].start == 1
    return cursor + 2 if one else cursor


def _behind(clauses: Clauses, cursor: int, found: _After) -> tuple[list[Named], int]:
    """Return who stands behind a preposition; of "an attack on the Chilean town of Arica by Peru" nobody behind "of"."""
    placed = clauses.word(cursor) == "of" and found.other and not clauses.named(cursor + 1)
    placed = placed or clauses.head(cursor + 1) in words.SIDES  # "the war on the side of Peru"
    return ([], cursor + 1) if placed else clauses.group_from(cursor + 1)


def _launched(clauses: Clauses, cursor: int, acting: list[Named]) -> tuple[int, list[Named]]:
    """Return where a noun goes on behind who began it, and who did: "the campaign launched by Peru and Chile in Mali"."""
    verb = clauses.at(cursor)
    begun = verb is not None and verb.sort == "verb" and not verb.finite and verb.verb in _BEGUN
    if acting or not begun or clauses.word(cursor + 1) != "by":
        return cursor, acting
    group, end = clauses.group_from(cursor + 2)
    return (end + 1, group) if group else (cursor, acting)


def _refers(group: list[Named]) -> bool:
    return bool(group) and bool(group[0].reference)


def _goes_on_to_by(clauses: Clauses, end: int, group: list[Named]) -> bool:
    """Return whether nobody is named before "by": "an attack on the towns of Lima and Cusco by Chile"."""
    return not group and clauses.word(end + 1) == "and" and clauses.word(end + 3) == "by"


def _involves(clauses: Clauses, place: int) -> bool:
    verb = clauses.at(place)
    return verb is not None and verb.verb == "involve" and not verb.finite


def _right_behind(clauses: Clauses, place: int, cursor: int, found: _After) -> _After:
    """Return who stands behind a noun without a preposition; behind "involving" those are in it with its owner or each other."""
    involved = _involves(clauses, cursor)
    found.other, found.last = clauses.group_from(cursor + involved)
    if involved:
        found.acting = found.acting or self_subjects(clauses, place)
        found.between = not found.acting and len(found.other) > 1
    return found


def _past_verb(clauses: Clauses, cursor: int, wanted: str) -> tuple[int, str]:
    """Return where a noun goes on behind "began", "aimed at" or "targeting", and which word is wanted there: "" for none."""
    verb = clauses.at(cursor)
    if verb is None or verb.sort != "verb":
        return cursor, wanted
    after = clauses.word(cursor + 1)
    if verb.verb == "be" and after in ("between", "among"):  # "the talks were among"
        return cursor + 1, wanted
    if verb.verb in words.SETS_IN:  # "operations began against"
        return cursor + 1, wanted
    held = verb.passive or verb.verb in ("exist", "persist", "continue", "rage", "flare", "grow", "escalate", *_OPENS)
    behind = cursor + 1
    while clauses.word(behind) in _PASSED and clauses.sort(behind + 1) == "noun" and not clauses.named(behind + 1):
        behind += 2
    if held and clauses.word(behind) in ("between", "among"):  # "a pact was signed in May between"
        return behind, wanted
    if verb.verb == "break" and after == "out":
        return cursor + 2, wanted
    if wanted not in _AT or verb.verb not in words.AIMS or (verb.finite and after not in (*_AT, "at")):
        return cursor, wanted
    if clauses.sort(cursor + 1) == "noun":
        return cursor + 1, ""
    return cursor + 1, after if after in (*_AT, "at") else wanted


def _pair(pattern: Pattern, group: list[Named], clauses: Clauses, place: int, head: int, last: int) -> Found | None:
    free = [each for each in group if not each.owned]
    if not free:
        return None
    places = [head, *(each.place for each in free)]
    symmetric = codebook().ties[pattern.tie].symmetric
    apart = len(free) == 2 or (len(free) > 1 and not symmetric)  # noqa: PLR2004 -- two are one pair
    start, end = (tuple(free[:1]), tuple(free[1:])) if apart else (tuple(free), tuple(free))
    hand = next((each.start for each in clauses.chunks if each.word == ONE_HAND), -1)
    if min(places) < hand < max(places):  # "between Peru on the one hand and Chile and Mali on the other"
        start, end = (tuple(each for each in free if (each.place < hand) == first) for first in (True, False))
        if not start or not end:
            return None
    clause = clauses.governor(place) if clauses.sort(place - 1) == "verb" else None
    final = max(*places, clauses.chunks[last].end - 1 if last > place else head)
    return Found(pattern, start, end, clause, min(places), final, presupposed=clause is None)
