"""What verbs say: "Peru sold Chile drones", "Chile was attacked by Peru"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tiebook.draft.rules.frames.found import Found, ends_of, found_with, span
from tiebook.draft.rules.frames.given import by_weight, gives, goods_of, is_deployed, only_where, with_others
from tiebook.draft.rules.frames.others.unnamed import acting_for
from tiebook.draft.rules.frames.relatives import of_relative, of_what_was_done
from tiebook.draft.rules.frames.verbs.adjectives import adjective_frames, frames_beside
from tiebook.draft.rules.frames.verbs.filled import VIEWS, Filled, fill, find, more_of, tokens_of
from tiebook.draft.rules.frames.verbs.objects import FARTHEST
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named, themselves
from tiebook.draft.rules.syntax.nouns import is_adverb
from tiebook.draft.rules.syntax.tokens import Name
from tiebook.draft.rules.taken_for import what_called
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.lexicon import lexicon, says
from tiebook.model.codebook import UNSPECIFIED, codebook
from tiebook.model.wording import Pattern

_NEAR: Final = 2
_GOODS_TO: Final = 3  # steps of "{arms} to B"
_ARRIVES: Final = ("arrive", "fly", "travel", "go", "land")
_BOTH: Final = ("fight", "exchange", "trade", "skirmish")  # "Chad and Mali fought", "exchanged strikes"
_FELT: Final = ("PERCEIVES_THREAT_FROM", "CRITICISES")
_DESCRIBED: Final = {
    "RIVAL_OF": (
        "competition",
        "rivalry",
        "confrontation",
        "competitive",
        "adversarial",
        "rivals",
        "competitors",
        "adversaries",
    ),
    "COOPERATES_WITH": ("cooperation", "partnership", "friendship", "partners", "cooperative", "friendly"),
}
_SEEING: Final = ("see", "view", "regard", "perceive", "consider", "deem", "portray", "depict", "describe")


def verb_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield what the verbs of a sentence say, active and passive."""
    yield from frames_beside(clauses)
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort != "verb" or _aims(clauses, place) or clauses.describes(place):
            continue
        heaviest, given = -1, dict[str, frozenset[int]]()
        relative = not chunk.passive and clauses.relative_object(place) is not None
        for pattern in sorted(lexicon().verbs.get(chunk.verb, ()), key=by_weight):
            if pattern.weight < heaviest and not (relative and pattern.steps == ("B",)):
                continue
            found = _passive(clauses, pattern, place) if chunk.passive else _active(clauses, pattern, place)
            found = _by_what_moves(clauses, found, place) if found is not None else None
            if found is not None and _of_no_actor(clauses, found, place):
                continue
            if found is not None and found.type == "VIEWS_AS" and _is_relation(found.ends):
                heaviest = pattern.weight
                yield from _relation(clauses, found, place)
            elif found is not None:
                goods = goods_of(clauses, found)
                if gives(found.type) and any(
                    goods & others for tie, others in given.items() if tie != found.type and gives(tie)
                ):
                    continue
                given[found.type] = given.get(found.type, frozenset()) | goods
                heaviest = max(heaviest, pattern.weight)
                threat = chunk.infinitive and _threatens(clauses, place)
                if threat and pattern.denies:  # "threatened to cut aid to Chile"
                    yield replace(found, pattern=lexicon().verbs["threaten"][0], clause=place - 1)
                    continue
                yield found
                yield from _series(clauses, found, place)
                if threat and found.type in words.HOSTILE_TIES:
                    yield replace(found, tie="THREATENS", clause=place - 1)
        yield from adjective_frames(clauses, place)
        if any(token.lower == "jointly" for token in clauses.sentence.tokens[chunk.start - 1 : chunk.end]):
            yield from _together(clauses, place)


def _by_what_moves(clauses: Clauses, found: Found, place: int) -> Found:
    """Return a tie by what arrives, is sent or is hosted: "Chilean troops arrived in Peru", "Peru hosts the Fifth Fleet"."""
    if is_deployed(clauses, found, place):
        return replace(found, tie="PRESENT_IN")
    if found.pattern.head == "host" and all(each.name and each.name.kind == "Military" for each in found.ends):
        return replace(found, tie="PRESENT_IN", starts=found.ends, ends=found.starts)
    arrives = found.pattern.head in _ARRIVES and found.type == "MEETS_WITH"
    return replace(found, tie=_of_arrivals(clauses, place, found)) if arrives else found


def _of_no_actor(clauses: Clauses, found: Found, place: int) -> bool:
    """Return whether it is a thing that is viewed or held back: "called Peru's terms harsh", "hampered Chad-Mali relations"."""
    if found.type == "CONSTRAINS":
        return _is_relation(found.ends)
    return found.type == "VIEWS_AS" and _of_a_thing(clauses, found, place)


def _of_a_thing(clauses: Clauses, found: Found, place: int) -> bool:
    """Return whether it is not somebody who is called something: "called Peru's terms harsh", "what Chile called a war"."""
    named = found.pattern.steps == ("B",) and clauses.chunks[place].verb not in ("consider", "deem")
    harsh = any(each.name is not None and clauses.sentence.lower(each.place + 1) == each.owned for each in found.ends)
    harsh = harsh and not any(
        each.name.adjective or each.name.abbreviated for each in found.ends if each.name is not None
    )
    things = named and not harsh and all(each.owned for each in found.ends)
    return things or what_called(clauses, place) is not None


def _series(clauses: Clauses, found: Found, place: int) -> Iterator[Found]:
    """Yield what a verb says of more goods, each with its own receiver: "sent boats to Peru, rice to Chile and aid to Mali"."""
    chunk = clauses.chunks[place]
    steps = found.pattern.steps
    step = steps[1] if len(steps) == _GOODS_TO and steps[0].startswith("{") and steps[2] == "B" else ""
    if chunk.passive or step not in words.PREPOSITIONS | {"to"}:
        return
    for after in range(clauses.chunk_of(found.last) + 1, len(clauses.chunks) - 2):
        before = clauses.sort(after) in ("mark", "join") and clauses.word(after) in (",", ";", "and")
        if not before and clauses.sort(after) != "noun" and clauses.word(after) not in ("in", "at", "near", "during"):
            return
        listed = before and clauses.sort(after + 1) == "noun" and clauses.word(after + 2) == step
        said = tokens_of(clauses, clauses.chunks[after + 1]) if listed else ()
        for pattern in lexicon().verbs.get(chunk.verb, ()) if said else ():
            if pattern.steps[1:] != (step, "B") or not says(pattern.steps[0], said):
                continue
            other, last = clauses.group_from(after + 3)
            ends = ends_of(pattern, clauses.subject(place), other)
            if ends is not None:
                places = [each.place for each in (*clauses.subject(place), *other)]
                yield Found(
                    pattern, *ends, place, min(chunk.start, *places), max(*places, clauses.chunks[last].end - 1)
                )
            break


def _aims(clauses: Clauses, place: int) -> bool:
    """Return whether a participle only says at whom a noun is aimed that says the tie: "sanctions targeting Peru"."""
    chunk = clauses.chunks[place]
    noun = clauses.sort(place - 1) == "noun" and bool(lexicon().nouns.get(clauses.head(place - 1)))
    return chunk.verb == "target" and not chunk.finite and noun


def _together(clauses: Clauses, place: int) -> Iterator[Found]:
    """Yield the cooperation of those who do something jointly: "Chile and Peru jointly build ships"."""
    acting = [each for each in clauses.subject(place) if not each.owned or each.reference]
    if len(acting) > 1 or any(" " in each.reference for each in acting):
        pattern = lexicon().verbs["cooperate"][0]
        acting = themselves(acting)
        first, last = span(acting, clauses.chunks[place])
        yield Found(pattern, tuple(acting), tuple(acting), place, first, last)


def _is_relation(ends: tuple[Named, ...]) -> bool:
    """Return whether two stand for what is between them: "the Chad-Mali relationship"."""
    return len(ends) == 2 and all(each.owned in words.RELATIONS for each in ends)  # noqa: PLR2004


def _relation(clauses: Clauses, viewed: Found, place: int) -> Iterator[Found]:
    """Yield what a relation is described as: "described the Chad-Mali relationship as one of competition"."""
    after = range(place + 1, len(clauses.chunks))
    at = next((each for each in after if clauses.word(each) == "as"), None)
    said = clauses.sentence.tokens[clauses.chunks[at].end :] if at is not None else ()
    for token in said:
        tie = next((tie for tie, nouns in _DESCRIBED.items() if token.lower in nouns), None)
        if tie is not None:
            start, end = themselves(viewed.ends)
            yield replace(viewed, tie=tie, starts=(start,), ends=(end,), clause=place + 1, noun=True)
            return


def _threatens(clauses: Clauses, place: int) -> bool:
    return clauses.sort(place - 1) == "verb" and clauses.chunks[place - 1].verb in ("threaten", "vow")


def _active(clauses: Clauses, pattern: Pattern, place: int) -> Found | None:
    chunk = clauses.chunks[place]
    if chunk.verb == "hold" and clauses.word(place + 1) == "up" and pattern.steps[0] != "up":
        return None  # "held up talks with Peru"
    behind = clauses.at(place + 1)
    closed = behind is not None and (behind.word == "," or behind.finite)  # "Peru, which Chile armed, attacked"
    closed = closed or (chunk.verb in words.NAMING and behind is not None and behind.sort == "noun")
    closed = closed and clauses.relative_object(place) is not None
    filled = (None if closed else fill(clauses, pattern, place)) or of_relative(clauses, pattern, place)
    if filled is not None and chunk.verb == "join" and _joins_in(clauses, filled.last):
        return None
    if (
        pattern.tie == "PRESENT_IN"
        and pattern.denies
        and pattern.steps == ("B",)
        and not _are_troops(clauses, place - 1)
    ):
        return None  # "President Rojas left Lima"
    if pattern.tie == "SUPPORTS" and only_where(clauses, place):
        return None
    acting = acting_for(clauses, place)
    if (pattern.subject, pattern.steps) == ("B", ("A",)):  # "Chile's veto angered Peru"
        result = chunk.form == "ing" and clauses.word(place - 1) == ","  # "armed Chile, angering Peru"
        if not chunk.finite and not result:  # "wary of angering Peru"
            return None
        acting = themselves(of_what_was_done(clauses, place) or acting)
        agents = (
            clauses.named(place - 1) if clauses.word(place - 2) == "by" else []
        )  # "arming of Chile by Peru angered Mali"
        felt = {each.name.who for each in filled.other if each.name is not None} if filled else set()
        if agents and not any(each.name is not None and each.name.who in felt for each in agents):
            acting = agents
    elif pattern.subject == "B" and pattern.tie in _FELT and chunk.finite:  # "Chile's aid to Mali raised fears in Peru"
        acting = themselves(acting)
    other = filled.other if filled else []
    last = filled.last if filled else place
    if filled is None and (len(acting) > 1 or any(" " in each.reference for each in acting)):
        mutual = _mutual(clauses, pattern, place)
        if mutual is not None:
            other, last = acting, mutual
    ends = ends_of(pattern, acting, other)
    if ends is None:
        return None
    return found_with(clauses, pattern, ends, place, last, [*acting, *other])


def _joins_in(clauses: Clauses, last: int) -> bool:
    """Return whether somebody only does something along with others: "joined Peru in imposing sanctions"."""
    act = clauses.at(last + 2)
    return clauses.word(last + 1) == "in" and act is not None and act.sort == "verb" and act.form == "ing"


def _of_arrivals(clauses: Clauses, place: int, found: Found) -> str:
    """Return what it is that somebody or something arrives: "Chilean troops arrived in Peru" meet nobody, nor do tanks."""
    chunk = clauses.at(place - 1)
    tokens = tokens_of(clauses, chunk) if chunk is not None and chunk.sort == "noun" else ()
    persons = any(each.name is not None and each.name.kind == "Person" for each in tokens)
    if _are_troops(clauses, place - 1):
        return "PRESENT_IN"
    if says("{arms}", tokens) and not persons:
        return "SELLS_ARMS_TO"
    seat = any(each.name is not None and each.name.seat for each in found.ends)  # "arrived in Lima"
    return "PRESENT_IN" if seat else "MEETS_WITH"


def _are_troops(clauses: Clauses, place: int) -> bool:
    chunk = clauses.at(place)
    tokens = tokens_of(clauses, chunk) if chunk is not None and chunk.sort == "noun" else ()
    return says("{troops}", tokens) and all(each.name is None or each.name.kind != "Person" for each in tokens)


def _mutual(clauses: Clauses, pattern: Pattern, place: int) -> int | None:
    """Return the last chunk where "A and B meet" says what "A meets with B" does, "A and B share a border" too; else None."""
    if pattern.head == "dispute" and pattern.steps == ("with", "B") and clauses.sort(place + 1) == "noun":
        return place + 1  # "Chad and Mali dispute the border"
    if pattern.steps[-3:] == ("war", "with", "B"):  # "Chad and Mali fought a war", "went to war"
        return find(clauses, "war", place + 1, _NEAR + 1)
    if not codebook().ties[pattern.tie].symmetric and pattern.head not in _BOTH:
        return None
    if with_others(clauses, place) or (pattern.head, pattern.steps) == ("work", ("with", "B")):
        return None  # "Chad and Mali work for peace"; "work together" has a line of its own
    if pattern.steps[-2:] == ("with", "B") and len(pattern.steps) == 3:  # noqa: PLR2004 -- a thing, and "with B"
        return find(clauses, pattern.steps[0], place + 1, _NEAR)
    time = clauses.head(place + 1) in words.TIMES | words.DAYS  # "Chad and Mali met last month"
    nothing = time or clauses.sort(place + 1) != "noun" or is_adverb(clauses.head(place + 1))
    nothing = nothing and not (pattern.head == "engage" and clauses.word(place + 1) == "in")
    return place if pattern.steps in (("with", "B"), ("B",)) and nothing else None


def _passive(clauses: Clauses, pattern: Pattern, place: int) -> Found | None:
    patient = clauses.subject(place)
    agent = agent_of(clauses, place) or _viewers(clauses, pattern, place)
    if pattern.steps[0] in ("A", "B"):
        filled = fill(clauses, pattern, place, passive=True)
        if filled is None:
            return None
        ends = ends_of(pattern, agent, patient)
        said = [*agent, *patient]
    elif pattern.steps[0].startswith("{"):
        before = clauses.at(place - 1)
        if before is None or before.sort != "noun" or not says(pattern.steps[0], tokens_of(clauses, before)):
            return None
        filled = fill(clauses, pattern, place, passive=True)
        if filled is None and codebook().ties[pattern.tie].symmetric and len(agent) > 1:
            filled = Filled(agent, place)  # "the pact signed by Chad and Mali"
        if filled is None and agent and pattern.steps[1] in ("from", "of"):  # "Peru's ambassador was summoned by Chile"
            owners = themselves(clauses.named(place - 1))
            filled = Filled(owners, place) if owners else None
        if filled is None:
            return None
        acting = agent or themselves(clauses.named(place - 1))
        ends = ends_of(pattern, acting, filled.other)
        said = [*acting, *filled.other]
    else:
        return None
    return found_with(clauses, pattern, ends, place, filled.last, said) if ends else None


def _viewers(clauses: Clauses, pattern: Pattern, place: int) -> list[Named]:
    """Return who sees it so in "is seen in Riyadh as a threat", and nobody in particular in "is often considered a rival"."""
    if pattern.tie not in VIEWS or pattern.head not in _SEEING:
        return []
    if clauses.word(place + 1) == "in":
        seats = [each for each in clauses.named(place + 2) if each.name is not None and each.name.label == "Actor"]
        # here the seat of a government is not merely a place
        return [Named(replace(each.name, seat=False), each.place) for each in seats if each.name is not None]
    if clauses.sort(place + 1) not in ("noun", "prep") or clauses.word(place + 1) in ("for", "to", "by", "at"):
        return []
    token = clauses.sentence.tokens[clauses.chunks[place].start]
    return [Named(Name(UNSPECIFIED, token.start, token.end, "Collective"), clauses.chunks[place].start)]


def agent_of(clauses: Clauses, place: int) -> list[Named]:
    """Return whom "by" names after a passive verb, in the same clause."""
    for after in range(place + 1, min(place + FARTHEST, len(clauses.chunks))):
        chunk = clauses.chunks[after]
        if chunk.word == "by" and clauses.sort(after + 1) == "noun":
            found, last = clauses.group_from(after + 1)
            return [*found, *more_of(clauses, "by", last)[0]]
        if chunk.sort in ("rel", "sub", "verb") or (chunk.sort == "mark" and chunk.word in ";:."):
            return []
    return []
