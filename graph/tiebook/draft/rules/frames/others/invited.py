"""Whom somebody asks to come: "invited Peru's president to Lima", "Peru was invited by Chile to talks"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.frames.found import Found, ends_of, span
from tiebook.draft.rules.frames.verbs.frames import agent_of
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.words.lexicon import lexicon, says

_COMES: Final = ("visit", "meet", "attend", "come", "talk", "discuss", "negotiate", "hold", "confer", "stay", "speak")


def invited_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield whom somebody invites to a place, to talks or to a visit."""
    pattern = lexicon().plain("meet")
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort != "verb" or chunk.verb != "invite":
            continue
        if chunk.passive:
            inviting, invited, last = agent_of(clauses, place), clauses.subject(place), place
            last = next((each for each in range(place + 1, len(clauses.chunks)) if _comes(clauses, each)), place)
        else:
            inviting, (invited, last) = clauses.subject(place), clauses.group_from(place + 1)
            last = clauses.behind_aside(clauses.behind_times(last + 1))
        ends = ends_of(
            pattern, [each for each in inviting if not each.owned], [each for each in invited if not each.owned]
        )
        if ends is not None and _comes(clauses, last):
            yield Found(pattern, *ends, place, *span([*ends[0], *ends[1]], chunk))


def _comes(clauses: Clauses, place: int) -> bool:
    """Return whether it follows where or for what somebody is to come: "to Lima", "for talks", "to visit"."""
    chunk = clauses.at(place)
    if chunk is None or chunk.infinitive:
        return chunk is not None and chunk.verb in _COMES
    places = [
        each for each in clauses.named(place + 1) if each.name is not None and each.name.kind in ("State", "region")
    ]
    after = clauses.at(place + 1)
    talks = after is not None and after.sort == "noun"
    talks = talks and says("{talks}", clauses.tokens(place + 1))
    return clauses.word(place) in ("to", "for") and (
        bool(places) or talks or clauses.head(place + 1) in ("visit", "dinner")
    )
