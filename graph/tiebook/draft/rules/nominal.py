"""What noun phrases say: "China's support for Iran", "ties between Iran and Russia", "the sale of drones to the UAE"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tiebook.draft.rules import vocabulary as words
from tiebook.draft.rules.chunks import Chunk, Named
from tiebook.draft.rules.clauses import Clauses
from tiebook.draft.rules.frames import Found, ends_of
from tiebook.draft.rules.lexicon import lexicon, says
from tiebook.draft.rules.nouns import head_place
from tiebook.model.codebook import codebook
from tiebook.model.wording import Pattern

_MOST: Final = 4  # prepositions after a noun
_PASSED: Final = frozenset("of by in on at over since during under".split())
_RELATIONS: Final = frozenset("relations ties relationship relation links link exchanges engagement".split())
_OPPOSED: Final = "CONFLICTS_WITH"


def noun_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield what the noun phrases of a sentence say."""
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort != "noun":
            continue
        head = head_place(clauses.sentence, chunk)
        token = clauses.sentence.tokens[head]
        if token.kind != "word":
            continue
        heaviest = -1
        for pattern in lexicon().nouns.get(token.lower, ()):
            if pattern.weight < heaviest:
                break
            inside = clauses.sentence.tokens[chunk.start : head]
            if not all(says(word, inside) for word in pattern.before):
                continue
            found = _found(clauses, pattern, place, head)
            if found is not None:
                heaviest = pattern.weight
                yield _turned(clauses, found, place, chunk)


def _found(clauses: Clauses, pattern: Pattern, place: int, head: int) -> Found | None:
    owners = [replace(each, owned="") for each in clauses.named(place)]
    symmetric = codebook().ties[pattern.tie].symmetric
    if len(owners) > 1 and (symmetric or pattern.tie == "USES_FORCE_AGAINST"):
        return _pair(pattern, owners, clauses, place, head, place)
    acting, other, last, goods = _after(clauses, pattern, place, owners)
    if len(other) > 1 and goods == "between":
        return _pair(pattern, other, clauses, place, head, last)
    if not other and symmetric and goods != "missing":
        reference = [each for each in acting if each.reference]
        group = acting if len(acting) > 1 or reference else self_subjects(clauses, place)
        mutual = len(group) > 1 or any(
            each.reference.lower() in ("their", "they") or " " in each.reference for each in group
        )
        return _pair(pattern, group, clauses, place, head, last) if mutual else None
    if not other or goods == "missing":
        return None
    presupposed = bool(acting)
    acting = acting or self_subjects(clauses, place)
    ends = ends_of(pattern, acting, other)
    if ends is None:
        return None
    clause = None if presupposed else clauses.governor(place)
    said = [each.place for each in (*acting, *other)]
    return Found(pattern, *ends, clause, min([head, *said]), max([head, *said]), presupposed)


def _after(
    clauses: Clauses, pattern: Pattern, place: int, owners: list[Named]
) -> tuple[list[Named], list[Named], int, str]:
    """Read what follows a noun: who has it, the other end, the last chunk, and "between" or "missing" (of the goods)."""
    acting, other, last, how = list(owners), [], place, ""
    steps = [step for step in pattern.steps if step not in ("A", "B")]
    wanted = steps[-1] if steps else ""
    goods = next((step for step in steps if step.startswith("{")), "")
    if goods:
        how = "missing"
    cursor = place + 1
    for _ in range(_MOST):
        if clauses.sort(cursor) != "prep" or clauses.sort(cursor + 1) != "noun":
            break
        word, noun = clauses.word(cursor), clauses.chunks[cursor + 1]
        group, end = clauses.group_from(cursor + 1)
        if goods and how == "missing" and word == "of" and says(goods, clauses.sentence.tokens[noun.start : noun.end]):
            how = ""
            acting = acting or [replace(each, owned="") for each in clauses.named(cursor + 1)]
            end = cursor + 1
        elif word == "between" and len(group) > 0:
            two = len(group) > 1 or bool(group[0].reference)
            if two and (codebook().ties[pattern.tie].symmetric or wanted == "between"):
                return acting, group, end, "between" if wanted != "between" else how
        elif word == wanted and group:
            other, last = group, end
            if word != "of" or acting:
                break
        elif word in ("of", "by") and group and not acting:
            acting = group
        elif word not in _PASSED:
            break
        cursor = end + 1
        last = max(last, end)
    return acting, other, last, how


def self_subjects(clauses: Clauses, place: int) -> list[Named]:
    """Return the subjects of the verb whose object a noun phrase is: "Iran has good relations with Russia"."""
    governor = clauses.governor(place)
    if governor is None or clauses.chunks[governor].passive or clauses.chunks[governor].verb == "be":
        return []
    for between in range(governor + 1, place):
        if clauses.sort(between) in ("mark", "sub") or clauses.named(between):
            return []
    return clauses.subject(governor)


def _pair(pattern: Pattern, group: list[Named], clauses: Clauses, place: int, head: int, last: int) -> Found | None:
    free = [each for each in group if not each.owned]
    if not free:
        return None
    places = [head, *(each.place for each in free)]
    start, end = (tuple(free[:1]), tuple(free[1:])) if len(free) > 1 else (tuple(free), tuple(free))
    clause = clauses.governor(place) if clauses.sort(place - 1) == "verb" else None
    final = max(*places, clauses.chunks[last].end - 1 if last > place else head)
    return Found(pattern, start, end, clause, min(places), final, presupposed=clause is None)


def _turned(clauses: Clauses, found: Found, place: int, chunk: Chunk) -> Found:
    """Return a relation that the words around it call a bad one as what it is: "strained ties", "complicated relations"."""
    if found.type != "COOPERATES_WITH" or clauses.head(place) not in _RELATIONS:
        return found
    around = {token.lower for token in clauses.sentence.tokens[chunk.start : chunk.end]}
    governor = clauses.governor(place)
    around |= {clauses.chunks[governor].verb, clauses.chunks[governor].word} if governor is not None else set()
    after = clauses.chunks[place + 1 :]
    around |= {each.word for each in after if each.sort == "verb"} if governor is None else set()
    return replace(found, tie=_OPPOSED) if around & words.HOSTILE else found
