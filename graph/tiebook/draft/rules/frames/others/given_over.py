"""Who comes to hold what another gives up: "Spain ceded Guam to Peru", "was handed back to Chile"; who is put out of a body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.frames.found import Found, ends_of, span
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.words.lexicon import lexicon
from tiebook.model.wording import Pattern

_GIVES_UP: Final = ("cede", "hand", "return", "give", "transfer", "annex", "surrender", "restore", "relinquish")
_AGAIN: Final = ("back", "over", "up")
_PUTS_OUT: Final = ("expel", "exclude", "oust", "eject", "bar", "kick", "throw", "remove", "suspend", "ban")
_LANDS: Final = ("State", "region", "GovernmentBody")  # as Hong Kong is one
_BODIES: Final = ("Organization", "Bloc")


def given_over_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield who holds a land from then on, and who is no longer a member."""
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort != "verb":
            continue
        if chunk.verb in _GIVES_UP:
            yield from _given(clauses, place)
        if chunk.verb in _PUTS_OUT and chunk.passive:
            yield from _put_out(clauses, place)


def _given(clauses: Clauses, place: int) -> Iterator[Found]:
    """Yield the control over a land that is given to somebody."""
    chunk, after = clauses.chunks[place], place + 1
    land = clauses.subject(place) if chunk.passive else []
    after += clauses.word(after) in _AGAIN or clauses.head(after) in _AGAIN
    if not chunk.passive and clauses.sort(after) == "noun":
        land, last = clauses.group_from(after)
        after = last + 1
    after += clauses.word(after) in _AGAIN or clauses.head(after) in _AGAIN
    found, last = clauses.group_from(after + 1) if clauses.word(after) == "to" else ([], place)
    if (
        not chunk.passive and found and not land and clauses.sort(last + 1) == "noun"
    ):  # "ceded to Peru its colonies of Guam"
        land = clauses.group_from(last + 1)[0] or _of_colonies(clauses, last + 1)
    lands = [each for each in land if _is(each, _LANDS) and clauses.sentence.kind(each.place + 1) != "owner"]
    lands = [each for each in lands if each.name is not None and not each.name.adjective]
    yield from _found(
        clauses, place, _pattern("control", "CONTROLS"), [each for each in found if _is(each, ("State",))], lands
    )


def _of_colonies(clauses: Clauses, place: int) -> list[Named]:
    return clauses.group_from(place + 2)[0] if clauses.word(place + 1) == "of" else []


def _put_out(clauses: Clauses, place: int) -> Iterator[Found]:
    """Yield that somebody is no longer in a body out of which they are put."""
    after = place + 1 + (clauses.word(place + 1) == "out" or clauses.head(place + 1) == "out")
    bodies = clauses.group_from(after + 1)[0] if clauses.word(after) in ("from", "of") else []
    bodies = [each for each in bodies if each.name is not None and each.name.kind in _BODIES]
    bodies = [Named(each.name, each.place) for each in bodies if each.owned in ("", "membership")]
    members = [each for each in clauses.subject(place) if _is(each, ("State",))]
    yield from _found(clauses, place, _pattern("expel", "MEMBER_OF"), members, bodies)


def _found(clauses: Clauses, place: int, pattern: Pattern, starts: list[Named], ends: list[Named]) -> Iterator[Found]:
    pair = ends_of(pattern, *((starts, ends) if pattern.subject == "A" else (ends, starts)))
    if pair is not None:
        yield Found(pattern, *pair, place, *span([*starts, *ends], clauses.chunks[place]))


def _is(named: Named, kinds: tuple[str, ...]) -> bool:
    return named.name is not None and named.name.kind in kinds and not named.owned


def _pattern(head: str, tie: str) -> Pattern:
    return next(each for each in lexicon().verbs[head] if each.tie == tie and len(each.steps) == 1)
