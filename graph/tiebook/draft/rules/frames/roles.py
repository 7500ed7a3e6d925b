"""What nouns say that name somebody: "Russia's ally Iran", "Romania is a member of NATO", "Iran-backed groups", offices."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from typing import Final

from tiebook.draft.rules.frames.filled import more_of
from tiebook.draft.rules.frames.found import Found, ends_of
from tiebook.draft.rules.frames.nouns.belonging import MEMBER
from tiebook.draft.rules.frames.nouns.offices import OFFICE, person_of_office
from tiebook.draft.rules.syntax.chunks import Chunk, Named
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.nouns import head_place, is_adverb
from tiebook.draft.rules.syntax.tokens import Name
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.lexicon import lexicon, says
from tiebook.draft.rules.words.lists import LEADER_STATES, LEADERS
from tiebook.model.codebook import codebook
from tiebook.model.wording import Pattern

_ABBREVIATED: Final = 4  # characters of "U.S."
_HYPHENS: Final = "-\u2010\u2011\u2013"
_LISTS: Final = frozenset("namely including like".split())
_SEEING: Final = ("see", "view", "regard", "perceive", "consider", "treat", "describe")
_COMES_AS: Final = ("serve", "act", "function", "emerge", "rank", "rise", "return", "count")
_TAIL: Final = ("with", "between", "to", "for", "on", "against", "over")
_WHERE: Final = ("for", "in", "on", "from")
_BODIES: Final = ("GovernmentBody", "Organization", "Party", "Military")
_FORCES: Final = ("Forces", "Force", "Army", "Guard", "Guards", "Corps")
_THEIR: Final = ("its", "their", "his", "her")
_STATES: Final = "united-states"
_AMERICAN: Final = (  # offices that by their titles are of the United States, where no other state stands before them
    "secretary of state",
    "secretary of defense",
    "secretary of the treasury",
    "treasury secretary",
    "commerce secretary",
    "trade representative",
    "secretary of commerce",
    "secretary of homeland security",
    "national security advisor",
    "national security adviser",
    "attorney general",
)


def role_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield what the roles, offices and compounds in a sentence say."""
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort != "noun":
            continue
        yield from _offices(clauses, chunk)
        yield from _own_bodies(clauses, chunk)
        head = head_place(clauses.sentence, chunk)
        yield from _within(clauses, chunk, head)
        for pattern in lexicon().roles.get(clauses.sentence.tokens[head].lower, ()):
            inside = clauses.sentence.tokens[chunk.start : head]
            if all(says(word, inside) for word in pattern.before):
                found = _role(clauses, pattern, place, head)
                if found is not None:
                    yield found
                    break


def _role(clauses: Clauses, pattern: Pattern, place: int, head: int) -> Found | None:
    if not _has_goods(clauses, pattern, place):
        return None
    if clauses.word(place - 1) == "," and person_of_office(clauses, place) is not None:
        return None  # "Ana Rojas, Chilean envoy to Peru Ivo Pavlov and"
    holders, clause, presupposed = _who(clauses, place)
    if other_own := _of_adjective(clauses, pattern, place, head):
        return other_own
    other = [] if _apart(pattern) else [replace(each, owned="") for each in clauses.named(place)]
    after = place + 1
    while not other and clauses.sort(after) == "prep" and clauses.word(after) in ("of", "to", *pattern.steps):
        other, last = clauses.group_from(after + 1)
        other = [*other, *more_of(clauses, clauses.word(after), last)[0]]
        after += 2
    if not other and clause is not None and clauses.word(place - 1) == "as":  # "sees Chad as a rival"
        verb = clauses.chunks[clause]
        other = clauses.subject(clause) if verb.verb in _SEEING and not verb.passive else []
    mutual = codebook().ties[pattern.tie].symmetric and clauses.head(place).endswith("s") and presupposed
    if (
        mutual and not other and len(holders) > 1 and clauses.word(place - 1) == ","
    ):  # "Chad and Mali, allies in the war, left"
        other = holders
    if pattern.tie == "BALANCES" and clause is not None and clauses.chunks[clause].verb == "use":
        holders = clauses.subject(clause)  # "uses Chad as a buffer against Mali"
    if pattern.tie == "MEMBER_OF" and holders:
        holders = [*holders, *_beside(clauses, after)]
    ends = ends_of(pattern, holders, other)
    if ends is None:
        return None
    places = [head, *(each.place for each in (*holders, *other))]
    return Found(pattern, *ends, clause, min(places), max(places), presupposed, at=place)


def _of_adjective(clauses: Clauses, pattern: Pattern, place: int, head: int) -> Found | None:
    """Return the role of the state whose adjective stands between an owner and the role: "its Chinese partner"."""
    tokens, chunk = clauses.sentence.tokens, clauses.chunks[place]
    after = chunk.start + (tokens[chunk.start].lower in _THEIR[:2])
    whose = Named(None, chunk.start, "", tokens[chunk.start].text) if after > chunk.start else None
    if whose is None and clauses.sentence.kind(chunk.start + 1) == "owner" and tokens[chunk.start].name is not None:
        whose, after = Named(tokens[chunk.start].name, chunk.start), chunk.start + 2
    those = [each for each in range(after, head) if (name := tokens[each].name) is not None and _is_state(name)]
    if whose is None or len(those) != 1 or _apart(pattern) or clauses.sentence.lower(those[0] + 1) in _HYPHENS:
        return None
    ends = ends_of(pattern, [Named(tokens[those[0]].name, those[0])], [whose])
    return Found(pattern, *ends, None, chunk.start, head, presupposed=True, at=place) if ends is not None else None


def _is_state(name: Name) -> bool:
    """Return whether a name is that of a state as an adjective: "Chinese", "U.S."."""
    return name.kind == "State" and (name.adjective or name.end - name.start <= _ABBREVIATED)


def _has_goods(clauses: Clauses, pattern: Pattern, place: int) -> bool:
    """Return whether a role names the goods that its pattern wants: "a supplier of oil to Peru", "an oil supplier"."""
    goods = next((step for step in pattern.steps if step.startswith("{")), "")
    parts = [place] + [each + 1 for each in (place + 1, place + 3) if clauses.word(each) in ("of", "for")]
    chunks = [chunk for chunk in map(clauses.at, parts) if chunk is not None and chunk.sort == "noun"]
    return not goods or any(says(goods, clauses.sentence.tokens[each.start : each.end]) for each in chunks)


def _apart(pattern: Pattern) -> bool:
    """Return whether a role has its body only behind it: a "Chilean analyst" is none at Chile."""
    return pattern.steps[0] in ("at", "with") or (pattern.tie == "HOLDS_OFFICE_IN" and pattern.steps[0] in _WHERE)


def _who(clauses: Clauses, place: int) -> tuple[list[Named], int | None, bool]:
    """Return who has the role that a noun phrase names, the verb that says so, and whether it is taken for granted."""
    before = place - 1
    while clauses.sort(before) == "noun" and is_adverb(clauses.head(before)):
        before -= 1
    if clauses.sort(before) == "verb" and (clauses.chunks[before].verb in ("be", "become", "remain")):
        return clauses.subject(before), before, False
    if turned := _turned(clauses, place):
        return turned
    if (
        clauses.word(before) == "among"
        and clauses.sort(before - 1) == "verb"
        and clauses.chunks[before - 1].verb == "be"
    ):
        return clauses.subject(before - 1), before - 1, False
    if clauses.word(before) == "of" and clauses.head(before - 1) in ("one", "part", "some", "two"):
        if clauses.sort(before - 2) == "verb" and clauses.chunks[before - 2].verb in ("be", "become", "remain"):
            return clauses.subject(before - 2), before - 2, False
        before -= 2
    if clauses.word(before) == "as":
        role = _as_one(clauses, place, before)
        if role is not None:
            return role
    beside = clauses.word(before) == "," and any(not each.owned for each in clauses.named(before - 1))
    one = beside and clauses.sentence.lower(clauses.chunks[place].start) in ("a", "an")
    after = [] if one else _listed(clauses, place)  # "add Chad, an ally of Mali, Niger and Peru"
    if after:
        return after, None, True
    acts = clauses.sort(place + 1) == "verb" and clauses.chunks[place + 1].finite
    acts = acts and clauses.sentence.lower(clauses.chunks[place].start) == "the"  # "When Peru left, the two members"
    if clauses.word(before) == "," and clauses.sort(before - 1) == "noun" and not acts:
        found = clauses.named(before - 1)
        if found and not found[0].owned:
            several = clauses.head(place).endswith("s")
            return (clauses.ending_at(before - 1) if several else found), None, True
    return _of_two_offices(clauses, before), None, True


def _turned(clauses: Clauses, place: int) -> tuple[list[Named], int | None, bool] | None:
    """Return who has a role that is the subject of "is": "Peru's main ally is Chile", "the main rival of Peru is Chile"."""
    after = place + 1
    while clauses.word(after) in ("of", "in") and clauses.sort(after + 1) == "noun":
        after += 2
    verb = clauses.at(after)
    opens = clauses.sort(place - 1) in ("", "mark", "sub", "join", "rel")
    if verb is None or verb.sort != "verb" or verb.verb not in ("be", "remain") or verb.passive or not opens:
        return None
    found = [each for each in clauses.group_from(after + 1)[0] if each.name is not None and each.name.label == "Actor"]
    return (
        (found, after, False)
        if found and not any(each.owned or each.name.adjective for each in found if each.name)
        else None
    )


def _as_one(clauses: Clauses, place: int, before: int) -> tuple[list[Named], int | None, bool] | None:
    """Return who is something "as" which a sentence names it: "sees Chile as", "served as", "As a member of the pact, Chile"."""
    own = clauses.named(before - 1) if clauses.sort(before - 1) == "noun" else []
    thing = clauses.word(before - 2) in _TAIL and clauses.sort(before - 3) == "noun"
    if thing and clauses.governor(before) is not None:  # "sees Peru's pact with Chile as a threat"
        return [], clauses.governor(before), False
    if own and clauses.word(before - 2) == "by" and clauses.sort(before - 3) == "verb":  # "regarded by Peru as"
        return clauses.subject(before - 3), before - 3, False
    if own and (not own[0].owned or _person(own[0])):
        return [replace(each, owned="") for each in own], clauses.governor(before), False
    governor = clauses.at(before - 1)
    if governor is not None and governor.verb in _COMES_AS and not governor.passive:
        return clauses.subject(before - 1), before - 1, False
    if before == 0 or clauses.sort(before - 1) == "mark":
        main = clauses.finite_verb(place)
        return (clauses.subject(main) if main is not None else []), None, True
    return None


def _of_two_offices(clauses: Clauses, before: int) -> list[Named]:
    """Return who has a second office: "Ana Rojas, envoy of Chile and head of the mission"."""
    if clauses.word(before) != "and":
        return []
    while clauses.sort(before) in ("join", "noun", "prep"):
        before -= 1
    found = clauses.named(before - 1) if clauses.word(before) == "," and clauses.sort(before - 1) == "noun" else []
    return [each for each in found if _person(each) and not each.owned]


def _beside(clauses: Clauses, after: int) -> list[Named]:
    """Return those who are members too: "Peru is a member of the Quad, alongside Chile and India"."""
    after += clauses.word(after) == ","
    return clauses.group_from(after + 1)[0] if clauses.word(after) == "alongside" else []


def _person(named: Named) -> bool:
    return named.name is not None and named.name.kind == "Person"


def _listed(clauses: Clauses, place: int) -> list[Named]:
    """Return those named after a role: "its partners, namely Russia and China", "its ally, Iran"."""
    after = place + 1
    if clauses.sort(after) == "prep" and clauses.word(after) == "of" and clauses.named(after + 1):
        after += 2
    placed = clauses.word(after) in ("in", "on", "within", "across") and clauses.sort(after + 1) == "noun"
    after += 2 if placed and clauses.word(after + 2) == "," else 0  # "its rival in the Pacific, Chile,"
    comma = clauses.word(after) in (",", "\u2013", "\u2014")
    after += 1 if comma else 0
    if clauses.head(after) == "such" and clauses.word(after + 1) == "as":
        after += 2
    elif clauses.head(after) in _LISTS or clauses.word(after) in _LISTS:
        after += 1
        after += 1 if clauses.word(after) == "," else 0
    elif not comma:
        return []
    chunk = clauses.at(after)
    if chunk is None or chunk.sort != "noun" or _of_another(clauses, chunk):
        return []
    found = clauses.group_from(after)[0]
    return [each for each in found if not each.owned]


def _of_another(clauses: Clauses, chunk: Chunk) -> bool:
    """Return whether a person is named with a state of their own: "the Peruvian president, Chile's Ana Rojas"."""
    tokens = clauses.sentence.tokens[chunk.start : chunk.end]
    person = tokens[-1].name is not None and tokens[-1].name.kind == "Person"
    return person and any(token.kind == "owner" for token in tokens)


def _within(clauses: Clauses, chunk: Chunk, head: int) -> Iterator[Found]:
    """Yield a role before the name of the one who has it: "Russia's ally Iran"."""
    tokens = clauses.sentence.tokens
    if tokens[head].kind != "name" or head - 1 <= chunk.start or tokens[head - 1].kind != "word":
        return
    before = range(head - 2, chunk.start - 1, -1)
    owner = next((each for each in before if tokens[each].kind == "name" or tokens[each].lower in _THEIR), None)
    if owner is None or tokens[owner + 1].text in _HYPHENS:
        return
    whose = Named(tokens[owner].name, owner, "", "" if tokens[owner].name is not None else tokens[owner].text)
    for pattern in lexicon().roles.get(tokens[head - 1].lower, ()):
        said = tokens[owner + 1 : head - 1]
        if _apart(pattern) or not all(says(word, said) for word in pattern.before):
            continue
        those = [Named(tokens[head].name, head)]
        if tokens[head - 1].lower.endswith("s"):  # "its allies Peru and Chile"
            those += _joined_behind(clauses, clauses.chunk_of(head))
        ends = ends_of(pattern, those, [whose])
        if ends is not None:
            yield Found(pattern, *ends, None, owner, head, presupposed=True)
            return


def _joined_behind(clauses: Clauses, place: int) -> list[Named]:
    """Return those whom "and" joins to the one before, whatever follows: Chile and Mali in "Peru, Chile and Mali"."""
    found: list[Named] = []
    after, join = place + 1, False
    while not join and (clauses.word(after) == "," or clauses.sort(after) == "join"):
        after += clauses.word(after) == ","
        join = clauses.sort(after) == "join" and clauses.word(after) in ("and", "or")
        after += join
        more = clauses.named(after)
        if not more or more[0].owned or more[0].name is None:
            return []
        found, after = [*found, *more[:1]], after + 1
    return found if join else []


def _offices(clauses: Clauses, chunk: Chunk) -> Iterator[Found]:
    """Yield the office of a person: "Iranian President Hassan Rouhani"."""
    tokens = clauses.sentence.tokens
    for place in range(chunk.start, chunk.end):
        name = tokens[place].name
        if name is None or name.kind != "Person":
            continue
        office = place
        while office - 1 >= chunk.start and tokens[office - 1].kind == "word":
            office -= 1
        title = [tokens[each].lower for each in range(office, place)]
        holder = office - 1 if office > chunk.start else -1
        if holder >= chunk.start and tokens[holder].kind == "owner":
            holder -= 1
        known = tokens[holder].name if holder >= chunk.start else None
        if (
            known is None and place == chunk.end - 1 and clauses.sentence.lower(place + 1) == "of"
        ):  # President Rojas of Chile
            holder = place + 2 if place + 2 < len(tokens) else holder
            known = tokens[holder].name if holder > place and tokens[holder].kind == "name" else None
        if known is None and place == chunk.end - 1 and clauses.sentence.lower(place + 1) in ("of", "from"):
            yield from _of_a_body(clauses, place)
        mechanism = " ".join(token.text for token in tokens[office:place])
        state = _STATES if " ".join(title).endswith(_AMERICAN) else LEADER_STATES.get(name.who)
        if known is None and state is not None and title:
            known = Name(state, tokens[office].start, tokens[place - 1].end, "State", said=mechanism)
            holder = office
        if known is None or not any(word in words.OFFICES for word in title):
            continue
        ends = ((Named(name, place),), (Named(known, holder),))
        yield Found(OFFICE, *ends, None, min(holder, office), max(place, holder), presupposed=True, mechanism=mechanism)


def unstated_offices(
    clauses: Clauses, topic_of: Callable[[int], Name | None], known: Collection[str]
) -> Iterator[Found]:
    """Yield the office of a subject whose state only the sentences before name: "Peru is divided. President Ana Rojas said".

    topic_of -- returns for a token the state of which a paragraph speaks up to there
    known -- persons of whom the text has spoken before
    """
    tokens = clauses.sentence.tokens
    main = clauses.finite_verb()
    chunk = clauses.at(main - 1) if main is not None else None
    place = chunk.end - 1 if chunk is not None else -1
    name = tokens[place].name if place >= 0 else None
    if chunk is None or main is None or name is None or name.kind != "Person" or name.who in {*LEADERS, *known}:
        return
    title = [each.lower for each in tokens[chunk.start : place]]
    topic = topic_of(chunk.start) if title and title[-1] in words.HIGH_OFFICES else None
    near = (each.who for one in range(main + 1, main + 4) for each in _names_in(clauses, one))
    if topic is None or any(each.kind != "word" for each in tokens[chunk.start : place]) or topic.who in near:
        return
    mechanism = " ".join(each.text for each in tokens[chunk.start : place])
    state = Name(topic.who, tokens[chunk.start].start, tokens[place - 1].end, "State", said=mechanism)
    ends = ((Named(name, place),), (Named(state, chunk.start),))
    yield Found(OFFICE, *ends, None, chunk.start, place, presupposed=True, mechanism=mechanism)


def _names_in(clauses: Clauses, place: int) -> Iterator[Name]:
    chunk = clauses.at(place)
    for token in clauses.sentence.tokens[chunk.start : chunk.end] if chunk is not None else ():
        if token.name is not None and not token.name.adjective:
            yield token.name


def _own_bodies(clauses: Clauses, chunk: Chunk) -> Iterator[Found]:
    """Yield whose a body is: "Chile's Ministry of Trade", "its Coastal Command"."""
    tokens = clauses.sentence.tokens
    for place in range(chunk.start + 1, chunk.end):
        body, owner = tokens[place].name, tokens[place - 1]
        forces = body is not None and body.kind == "ArmedGroup" and body.who.split()[-1] in _FORCES
        if (
            body is None
            or not (forces or body.kind in ("GovernmentBody", "Military"))
            or not body.new
            or body.who == body.said
        ):
            continue
        whose = Named(None, place - 1, "", owner.text) if owner.lower in _THEIR[:2] else None
        if owner.kind == "owner" and tokens[place - 2].name is not None:
            whose = Named(tokens[place - 2].name, place - 2)
        if whose is not None:
            yield Found(MEMBER, (Named(body, place),), (whose,), None, whose.place, place, presupposed=True)


def _of_a_body(clauses: Clauses, place: int) -> Iterator[Found]:
    """Yield the office that is not named: "Ana Rojas of the Andean Centre for Coastal Affairs"."""
    tokens = clauses.sentence.tokens
    body = place + 2 + (clauses.sentence.lower(place + 2) == "the")
    name = tokens[body].name if body < len(tokens) else None
    organ = clauses.named(clauses.chunk_of(body)) if name is not None and name.adjective else []
    organ = [each for each in organ if each.place == body and not each.owned]  # "of the Peruvian foreign ministry"
    if name is not None and ((name.kind in _BODIES and not name.adjective) or organ):
        ends = ((Named(tokens[place].name, place),), (Named(name, body),))
        yield Found(OFFICE, *ends, None, place, body, presupposed=True)
