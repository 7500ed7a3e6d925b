"""What nouns say that name somebody: "Russia's ally Iran", "Romania is a member of NATO", "Iran-backed groups", offices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.frames.found import Found, ends_of
from tiebook.draft.rules.frames.nouns.offices import OF_MATTERS, person_of_office
from tiebook.draft.rules.frames.nouns.role_holders import joined_behind, members_beside, who_has
from tiebook.draft.rules.frames.nouns.titles import bodies_within, offices_within
from tiebook.draft.rules.frames.verbs.filled import more_of
from tiebook.draft.rules.syntax.chunks import Chunk
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named, themselves
from tiebook.draft.rules.syntax.nouns import head_place
from tiebook.draft.rules.syntax.tokens import Name
from tiebook.draft.rules.words.lexicon import lexicon, says
from tiebook.model.codebook import codebook
from tiebook.model.wording import Pattern

_HYPHENS: Final = "-\u2010\u2011\u2013"
_SEEING: Final = ("see", "view", "regard", "perceive", "consider", "treat", "describe")
_IS: Final = ("be", "become", "remain")
_WHERE: Final = ("for", "in", "on", "from")
_SIDES: Final = ("CRITICISES", "OPPOSES", "SUPPORTS")
_SPECIAL: Final = ("special", "personal")
_SENT_ABOUT: Final = ("envoy", "coordinator", "rapporteur")
_THEIR: Final = ("its", "their", "his", "her")


def role_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield what the roles, offices and compounds in a sentence say."""
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort != "noun":
            continue
        yield from offices_within(clauses, chunk)
        yield from bodies_within(clauses, chunk)
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
    holders, clause, presupposed = who_has(clauses, place)
    if other_own := _of_adjective(clauses, pattern, place, head):
        return other_own
    other = [] if _apart(pattern) else themselves(clauses.named(place))
    if pattern.tie in _SIDES:  # "a Peruvian critic" is one from Peru
        other = [each for each in other if each.name is None or not each.name.adjective]
    after = _past_second_role(clauses, place)
    if pattern.tie == "HOLDS_OFFICE_IN" and _is_about(clauses, place, after):
        return None  # "special envoy for Syria"
    while not other and clauses.sort(after) == "prep" and clauses.word(after) in ("of", "to", *pattern.steps):
        other, last = clauses.group_from(after + 1)
        other = [*other, *more_of(clauses, clauses.word(after), last)[0]]
        if clauses.head(place) in OF_MATTERS:  # "minister of trade of Peru"
            other = themselves(other)
        after += 2
    if not other and clause is not None and clauses.word(place - 1) == "as":  # "sees Chad as a rival"
        verb = clauses.chunks[clause]
        other = clauses.subject(clause) if verb.verb in _SEEING and not verb.passive else []
    mutual = codebook().ties[pattern.tie].symmetric and clauses.head(place).endswith("s")
    said = clauses.chunks[clause].verb if clause is not None else ""
    beside = presupposed and clauses.word(place - 1) == ","  # "Chad and Mali, allies in the war, left"
    several = len(holders) > 1 or any(" " in each.reference for each in holders)
    if mutual and not other and several and (beside or said in _IS):  # "Chad and Mali are allies"
        other = holders
    if pattern.tie == "BALANCES" and clause is not None and clauses.chunks[clause].verb == "use":
        holders = clauses.subject(clause)  # "uses Chad as a buffer against Mali"
    if pattern.tie == "MEMBER_OF" and holders:
        holders = [*holders, *members_beside(clauses, after)]
    ends = ends_of(pattern, holders, other)
    if ends is None:
        return None
    places = [head, *(each.place for each in (*holders, *other))]
    return Found(pattern, *ends, clause, min(places), max(places), presupposed, at=place)


def _is_about(clauses: Clauses, place: int, after: int) -> bool:
    """Return whether an office deals with whom it is "for": "Special Representative of the Secretary-General for Haiti"."""
    while clauses.word(after) == "of" and clauses.sort(after + 1) == "noun" and not clauses.named(after + 1):
        after += 2
    special = any(token.lower in _SPECIAL for token in clauses.tokens(place))
    return clauses.word(after) == "for" and (special or clauses.head(place) in _SENT_ABOUT)


def _past_second_role(clauses: Clauses, place: int) -> int:
    """Return where a role goes on behind one that is joined to it: "a partner and close ally of Peru"."""
    second = clauses.head(place + 2) if clauses.word(place + 1) in ("and", "or") else ""
    joined = second in lexicon().roles and not clauses.named(place + 2) and clauses.sort(place + 3) == "prep"
    return place + 3 if joined else place + 1


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
    return name.kind == "State" and (name.adjective or name.abbreviated)


def _has_goods(clauses: Clauses, pattern: Pattern, place: int) -> bool:
    """Return whether a role names the goods that its pattern wants: "a supplier of oil to Peru", "an oil supplier"."""
    goods = next((step for step in pattern.steps if step.startswith("{")), "")
    parts = [place] + [each + 1 for each in (place + 1, place + 3) if clauses.word(each) in ("of", "for")]
    chunks = [chunk for chunk in map(clauses.at, parts) if chunk is not None and chunk.sort == "noun"]
    return not goods or any(says(goods, clauses.sentence.tokens[each.start : each.end]) for each in chunks)


def _apart(pattern: Pattern) -> bool:
    """Return whether a role has its body only behind it: a "Chilean analyst" is none at Chile."""
    return pattern.steps[0] in ("at", "with") or (pattern.tie == "HOLDS_OFFICE_IN" and pattern.steps[0] in _WHERE)


def _within(clauses: Clauses, chunk: Chunk, head: int) -> Iterator[Found]:
    """Yield a role before the name of the one who has it: "Russia's ally Iran"."""
    tokens = clauses.sentence.tokens
    if tokens[head].kind != "name" or head - 1 < chunk.start or tokens[head - 1].kind != "word":
        return
    before = range(head - 2, chunk.start - 1, -1)
    owner = next((each for each in before if tokens[each].kind == "name" or tokens[each].lower in _THEIR), None)
    if owner is None:
        yield from _mutual(clauses, chunk, head)
    if owner is None or tokens[owner + 1].text in _HYPHENS:
        return
    whose = Named(tokens[owner].name, owner, "", "" if tokens[owner].name is not None else tokens[owner].text)
    for pattern in lexicon().roles.get(tokens[head - 1].lower, ()):
        said = tokens[owner + 1 : head - 1]
        if _apart(pattern) or not all(says(word, said) for word in pattern.before):
            continue
        those = [Named(tokens[head].name, head)]
        if tokens[head - 1].lower.endswith("s"):  # "its allies Peru and Chile"
            those += joined_behind(clauses, clauses.chunk_of(head))
        ends = ends_of(pattern, those, [whose])
        if ends is not None:
            yield Found(pattern, *ends, None, owner, head, presupposed=True)
            return


def _mutual(clauses: Clauses, chunk: Chunk, head: int) -> Iterator[Found]:
    """Yield what two are to each other: "rivals Peru and Chile"; of "allies Peru and Chile" only as a subject."""
    tokens, at = clauses.sentence.tokens, clauses.chunk_of(chunk.start)
    those = [Named(tokens[head].name, head), *joined_behind(clauses, clauses.chunk_of(head))]
    owned = any(token.kind == "owner" for token in tokens[chunk.start : head])  # "the rebels' allies Peru and Chile"
    if owned or not tokens[head - 1].lower.endswith("s") or len(those) != 2:  # noqa: PLR2004 -- each other's
        return
    opens = clauses.sort(at - 1) in ("", "sub") or clauses.word(at - 1) in (",", ";", "that")
    for pattern in lexicon().roles.get(tokens[head - 1].lower, ()):
        symmetric = codebook().ties[pattern.tie].symmetric and not pattern.before
        if symmetric and (opens or pattern.tie == "RIVAL_OF"):
            yield Found(pattern, (those[0],), (those[1],), None, chunk.start, those[1].place, presupposed=True, at=at)
            return
