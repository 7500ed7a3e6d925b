"""To whom goes what a participle says is given, where the verb before it names them: "stood by Peru, sending tanks"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.frames.found import Found, ends_of, span
from tiebook.draft.rules.frames.verbs.filled import fill, find
from tiebook.draft.rules.frames.verbs.objects import FARTHEST
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.words.lexicon import lexicon
from tiebook.model.wording import Pattern

_HELPS: Final = ("SUPPORTS", "AIDS", "COOPERATES_WITH", "ALLIED_WITH")
_GIVEN: Final = ("{arms}", "{aid}")
_TO: Final = ("to", "for", "with")


def shared_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield what somebody gives those whom the verb before says they help."""
    for place, chunk in enumerate(clauses.chunks):
        beside = chunk.sort == "verb" and chunk.form == "ing" and not chunk.finite and clauses.word(place - 1) == ","
        main = clauses.governor(place) if beside else None
        acting = clauses.subject(place) if main is not None and clauses.chunks[main].finite else []
        for goods in _GIVEN if acting and main is not None else ():
            pattern = _giving(chunk.verb, goods)
            at = find(clauses, goods, place + 1, FARTHEST) if pattern is not None else None
            helped = _helped(clauses, main, place) if at is not None and main is not None else []
            ends = ends_of(pattern, acting, helped) if pattern is not None and helped else None
            if pattern is not None and at is not None and ends is not None and not _goes_to(clauses, place):
                first, last = span([*helped], chunk)
                yield Found(pattern, *ends, place, first, max(last, clauses.chunks[at].end - 1))
                break


def _giving(verb: str, goods: str) -> Pattern | None:
    those = lexicon().verbs.get(verb, ())
    return next((each for each in those if each.steps == (goods, "to", "B") and not each.denies), None)


def _helped(clauses: Clauses, main: int, before: int) -> list[Named]:
    """Return whom the verb at a place helps, where that is said before another one."""
    for pattern in lexicon().verbs.get(clauses.chunks[main].verb, ()):
        filled = fill(clauses, pattern, main) if pattern.tie in _HELPS and not pattern.denies else None
        if filled is not None and filled.other and filled.last < before:
            return [each for each in filled.other if not each.owned]
    return []


def _goes_to(clauses: Clauses, place: int) -> bool:
    """Return whether a verb names itself to whom or by whom what it gives goes: "sending tanks to Chile", "giving it tanks"."""
    for after in range(place + 1, len(clauses.chunks)):
        if clauses.chunks[after].finite or clauses.word(after) in (";", ":"):
            return False
        if clauses.named(after) and (clauses.word(after - 1) in _TO or after == place + 1):
            return True
    return False
