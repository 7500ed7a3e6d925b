"""Where armed groups are, and whose states meet at a border: "the militias in Chad", "clashes on the Chad-Mali border"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.frames.found import Found
from tiebook.draft.rules.frames.verbs.filled import tokens_of
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named, themselves
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.lexicon import says
from tiebook.model.wording import Pattern

_PRESENT: Final = Pattern("PRESENT_IN", "adjective", "A is present in B", "A", "present", ("in", "B"))
_CLASH: Final = Pattern("CONFLICTS_WITH", "noun", "A's clash with B", "A", "clash", ("with", "B"))
_WHERE: Final = ("in", "inside", "across", "throughout")
_ALONG: Final = ("on", "along", "at", "across", "over")
_BORDERS: Final = ("border", "frontier", "boundary")
_CLASHES: Final = frozenset(
    "clash clashes skirmish skirmishes incident incidents tension tensions fighting shelling standoff stand-off dispute disputes"
    " exchange exchanges hostilities escalation provocations aggravations flare-up flare-ups shooting gunfire war conflict".split()
)
_STAYS: Final = ("be", "remain", "stay", "fight", "operate", "serve")
_SEATS: Final = ("headquarters", "seat", "secretariat", "headquarter")
_SITS: Final = ("be", "remain", "sit", "lie", "stay")
_TWO: Final = 2


def place_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield in which states armed groups are said to be, and the two on whose border there are clashes."""
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort == "verb" and chunk.verb in _STAYS and clauses.word(place + 1) in _WHERE:
            yield from _staying(clauses, place)
        if chunk.sort == "verb" and chunk.verb in _SITS and clauses.word(place + 1) == "in":
            yield from _seated(clauses, place)
        if chunk.sort != "noun":
            continue
        fighters = clauses.sentence.lower(chunk.end - 1) in words.OPPONENTS and chunk.end - 1 > chunk.start
        name = clauses.sentence.tokens[chunk.end - 1 - fighters].name
        if name is not None and name.kind == "ArmedGroup" and not name.adjective:
            group = Named(name, chunk.end - 1)
            within = [Named(each, chunk.end - 1) for each in name.places]
            behind = clauses.group_from(place + 2)[0] if clauses.word(place + 1) in _WHERE else []
            if clauses.word(place + 3) == "," and len(behind) == _TWO:  # "the Taliban in Afghanistan, and Chad"
                behind = behind[:1]
            yield from _present(group, within or behind)
        if clauses.head(place) in _CLASHES and clauses.word(place + 1) in _ALONG:
            yield from _on_border(clauses, place)


def _staying(clauses: Clauses, place: int) -> Iterator[Found]:
    """Yield in which states a force is: "Chilean troops are in Peru", "KFOR has been in Kosovo"."""
    before = place - 1
    force = clauses.at(before)
    if force is None or force.sort != "noun" or not _is_force(clauses, before):
        return
    acting = themselves(clauses.subject(place))
    where, last = clauses.group_from(place + 2)
    states = [each for each in where if each.name is not None and each.name.kind == "State" and not each.name.adjective]
    if acting and states:
        first = min(force.start, *(each.place for each in acting))
        yield Found(_PRESENT, tuple(acting), tuple(states), place, first, clauses.chunks[last].end - 1)


def _seated(clauses: Clauses, place: int) -> Iterator[Found]:
    """Yield where a body has its seat: "the headquarters of the pact is in Lima"."""
    bodies = [each for each in clauses.subject(place) if each.owned in _SEATS]
    where, last = clauses.group_from(place + 2)
    states = [each.itself for each in where if each.name is not None and each.name.kind == "State"]
    if bodies and states:
        first = min(each.place for each in bodies)
        acting = tuple(themselves(bodies))
        yield Found(_PRESENT, acting, tuple(states[:1]), place, first, clauses.chunks[last].end - 1)


def _is_force(clauses: Clauses, place: int) -> bool:
    chunk = clauses.chunks[place]
    names = (token.name for token in tokens_of(clauses, chunk))
    named = any(name is not None and name.kind in ("ArmedGroup", "Military") for name in names)
    return named or says("{troops}", tokens_of(clauses, chunk))


def _present(group: Named, where: list[Named]) -> Iterator[Found]:
    states = [each for each in where if each.name is not None and each.name.kind == "State" and not each.name.seat]
    states = [each for each in states if not each.owned or each.owned in words.TERRITORY]
    if states:
        last = max(group.place, *(each.place for each in states))
        yield Found(_PRESENT, (group,), tuple(states), None, group.place, last, presupposed=True)


def _on_border(clauses: Clauses, place: int) -> Iterator[Found]:
    both = clauses.named(place + 2)
    head = clauses.head(place + 2)
    if len(both) == _TWO and head in _BORDERS and not clauses.named(place):
        one, two = (Named(each.name, each.place) for each in both)
        first = clauses.chunks[place].start
        yield Found(_CLASH, (one,), (two,), None, first, two.place, presupposed=True, at=place)
