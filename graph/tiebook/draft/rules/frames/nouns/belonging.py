"""Who belongs to what, where no verb or role says so: "the pact (Peru, Chile)", "other pact members", "a former colony of Peru"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.frames.found import Found
from tiebook.draft.rules.frames.verbs.frames import agent_of
from tiebook.draft.rules.referring.kinds import CLUB
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.syntax.nouns import head_place
from tiebook.model.wording import Pattern

MEMBER: Final = Pattern("MEMBER_OF", "role", "A, member of B", "A", "member", ("of", "B"))
_LEADS: Final = Pattern("CONTROLS", "verb", "A dominate B", "A", "dominate", ("B",))
_COLONY: Final = Pattern("CONTROLS", "role", "B, colony of A", "B", "colony", ("of", "A"))
_NAMED: Final = ("know", "dub")
_GROUPS: Final = ("Bloc", "Organization", "Collective")
_COMPRISES: Final = ("comprise", "include", "group", "unite", "link", "bring")
_LEADING: Final = ("lead", "head", "chair", "dominate", "steer", "helm")
_LEADERS: Final = frozenset(("leader", "heavyweight", "hegemon", "powerhouse", "linchpin"))
_POSSESSIONS: Final = frozenset("colony protectorate territory possession dependency dominion mandate province".split())


def belonging_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield the members of groups in brackets, who leads a group, and whose colony a state was."""
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort == "noun":
            yield from _in_brackets(clauses, place)
            yield from _colonies(clauses, place)
            yield from _leaders(clauses, place)
        if chunk.sort == "verb":
            yield from _made_of(clauses, place)
            if chunk.verb in _NAMED and not chunk.finite and clauses.word(place + 1) == "as":
                yield from _known_as(clauses, place)
            if chunk.finite and chunk.verb in ("join", "admit", "accede"):
                yield from _joined(clauses, place)
            if chunk.verb in _LEADING and chunk.passive:
                yield from _led(clauses, place)
            elif chunk.verb in _LEADING:
                yield from _leads(clauses.subject(place), clauses.named(place + 1), place)
            if chunk.verb in _LEADING and chunk.passive and chunk.finite:  # "the pact, which is chaired by Peru"
                yield from _leads(agent_of(clauses, place), clauses.subject(place), place)


def is_group(those: list[Named]) -> bool:
    """Return whether somebody named is one group that has members."""
    name = those[0].name if len(those) == 1 and not those[0].owned else None
    return name is not None and name.kind in _GROUPS and name.of is None


def _states(those: list[Named]) -> list[Named]:
    return [each for each in those if each.name is not None and each.name.kind == "State" and not each.owned]


def _in_brackets(clauses: Clauses, place: int) -> Iterator[Found]:
    """Yield the members of a group: "the Quad (India, Japan, and Chile)", "(the IJC: India ...)", "India and Chile (IC)"."""
    if clauses.word(place - 1) != "(":
        return
    before, inside = clauses.named(place - 2), clauses.named(place)
    if clauses.word(place + 1) == ")" and is_group(inside):
        several, group = _listed_to(clauses, place - 2), inside
    elif clauses.word(place + 1) in (":", ";") and is_group(inside):  # "(IJC; India ...)"
        several, group = clauses.group_from(place + 2)[0], before if is_group(before) else inside
    else:
        several, group = clauses.group_from(place)[0], before
    yield from _members(_states(several), group)


def _listed_to(clauses: Clauses, last: int) -> list[Named]:
    """Return those whom a list names that ends at a chunk, whatever stands before it: "among Peru, Chile, and Mali"."""
    found: list[Named] = []
    place = last
    while clauses.sort(place) == "noun" and clauses.named(place):
        found = [*clauses.named(place)[:1], *found]
        before = place - 1
        before -= clauses.sort(before) == "join"
        before -= clauses.word(before) == "," and clauses.sort(before + 1) == "join"
        if clauses.word(place - 1) != "," and clauses.sort(place - 1) != "join":
            break
        place = before if clauses.sort(before) == "noun" else before - 1
    return found


def _members(states: list[Named], group: list[Named]) -> Iterator[Found]:
    if len(states) > 1 and is_group(group):
        places = [each.place for each in (*states, *group)]
        yield Found(MEMBER, tuple(states), tuple(group), None, min(places), max(places), presupposed=True)


def _joined(clauses: Clauses, place: int) -> Iterator[Found]:
    """Yield who joined what the paragraph speaks of: "Peru, which joined in 2023", "Chile was admitted as a partner"."""
    verb, after = clauses.chunks[place], clauses.word(place + 1)
    dated = after == "in" and clauses.head(place + 2)[:1].isdigit()
    passive = verb.verb == "admit" and verb.passive and after != "by"
    bare = passive if verb.verb == "admit" else not verb.passive
    alone = dated or after in ("as", ".", ",", ";") or clauses.sort(place + 1) == ""
    states = _states(clauses.subject(place)) if bare and alone else []
    if states and "to" not in {clauses.word(each) for each in range(place + 1, min(place + 4, len(clauses.chunks)))}:
        club = Named(None, verb.start, "", CLUB)
        first = min(verb.start, *(each.place for each in states))
        yield Found(
            MEMBER,
            tuple(states),
            (club,),
            place,
            first,
            clauses.chunks[min(place + 2, len(clauses.chunks) - 1)].end - 1,
        )


def _known_as(clauses: Clauses, place: int) -> Iterator[Found]:
    """Yield the members of a group by whose name they go: "Peru, Chile and Mali, known as the Pact"."""
    before = place - 1
    before -= clauses.sort(before) == "noun" and not clauses.named(before)  # "collectively"
    if clauses.word(before) == ",":
        yield from _members(_states(_listed_to(clauses, before - 1)), clauses.named(place + 2))


def _made_of(clauses: Clauses, place: int) -> Iterator[Found]:
    """Yield the members behind "made up of", "composed of" and, in brackets, "comprising"."""
    verb = clauses.chunks[place]
    after = place + 1
    if verb.verb in ("make", "compose", "form", "constitute"):
        after += clauses.word(after) == "up"
        if clauses.word(after) != "of" or verb.form not in ("past", "participle"):
            return
        after += 1
    elif verb.verb not in _COMPRISES or (clauses.word(place - 1) != "(" and verb.verb != "group"):
        return
    after += clauses.head(after) == "together"
    opens = place - 1
    while clauses.word(opens) in (",", "(", "which", "that"):
        opens -= 1
    yield from _members(_states(clauses.group_from(after)[0]), clauses.named(opens))


def _leaders(clauses: Clauses, place: int) -> Iterator[Found]:
    """Yield which state is called the leader of a group: "Peru, the de facto leader of the pact"."""
    head = clauses.head(place)
    power = head in ("power", "member", "state", "player", "force") and any(
        token.lower in ("dominant", "leading", "strongest", "preeminent")
        for token in clauses.sentence.tokens[clauses.chunks[place].start : clauses.chunks[place].end]
    )
    if (head not in _LEADERS and not power) or clauses.word(place + 1) not in ("of", "in"):
        return
    before = place - 1
    verb = clauses.at(before)
    if verb is not None and verb.sort == "verb" and verb.verb in ("be", "become", "remain"):
        yield from _leads(clauses.subject(before), clauses.named(place + 2), before)
    elif clauses.word(before) == ",":
        yield from _leads(clauses.named(before - 1), clauses.named(place + 2), None)


def _leads(acting: list[Named], group: list[Named], clause: int | None) -> Iterator[Found]:
    states = _states(acting)
    if states and is_group(group):
        places = [each.place for each in (*states, *group)]
        yield Found(_LEADS, tuple(states), tuple(group), clause, min(places), max(places), presupposed=clause is None)


def _led(clauses: Clauses, place: int) -> Iterator[Found]:
    """Yield who leads the groups of which a passive verb says so: "the union and the pact, both led by Peru"."""
    before = place - 1
    before -= clauses.head(before) in ("both", "each", "all") and clauses.sort(before) == "noun"
    groups = clauses.ending_at(before - 1) if clauses.word(before) == "," else clauses.subject(place)
    for group in groups:
        yield from _leads(agent_of(clauses, place), [group], place if clauses.chunks[place].finite else None)


def _colonies(clauses: Clauses, place: int) -> Iterator[Found]:
    """Yield whose colony the one behind "of" was: "the former French colony of Chad", "an autonomous territory of Peru"."""
    chunk = clauses.chunks[place]
    if head_place(clauses.sentence, chunk) != chunk.end - 1 or clauses.head(place) not in _POSSESSIONS:
        return
    own = [Named(each.name, each.place) for each in clauses.named(place) if each.name is not None]
    behind = clauses.named(place + 2) if clauses.word(place + 1) == "of" else []
    if own and behind:
        yield from _held(own, behind[:1], None)
    verb = clauses.at(place - 1)
    if behind and not own and verb is not None and verb.sort == "verb" and verb.verb in ("be", "become", "remain"):
        yield from _held(behind[:1], clauses.subject(place - 1), place - 1)
    elif behind and not own and clauses.word(place - 1) == ",":
        yield from _held(behind[:1], clauses.named(place - 2), None)
    if own and verb is not None and verb.sort == "verb" and verb.verb in ("be", "become", "remain"):
        yield from _held(own, clauses.subject(place - 1), place - 1)


def _held(holding: list[Named], held: list[Named], clause: int | None) -> Iterator[Found]:
    if _states(holding) and _states(held):
        places = [each.place for each in (*holding, *held)]
        ends = tuple(_states(held)), tuple(_states(holding))
        yield Found(_COLONY, ends[1], ends[0], clause, min(places), max(places), presupposed=clause is None)
