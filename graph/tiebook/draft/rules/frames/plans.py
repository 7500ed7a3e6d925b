"""Who accepts or rejects what somebody puts forward: "Israel rejected the Rojas Plan", "Peru accepted the offer of Chile"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.frames.found import Found, ends_of, span
from tiebook.draft.rules.frames.verbs.frames import agent_of
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named, themselves
from tiebook.draft.rules.syntax.tokens import Token
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.lexicon import lexicon
from tiebook.draft.rules.words.vocabulary import is_noun_of

_OWNS: Final = ("of", "by", "from")


def plan_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield the ties to those whose plans, proposals and requests are accepted or rejected."""
    for place, chunk in enumerate(clauses.chunks):
        if chunk.sort != "verb":
            continue
        agreed = chunk.verb in ("agree", "object") and clauses.word(place + 1) == "to" and not chunk.passive
        if agreed:
            head = "support" if chunk.verb == "agree" else "oppose"
        elif chunk.verb in words.ACCEPTS or chunk.verb in words.REJECTS:
            head = "support" if chunk.verb in words.ACCEPTS else "oppose"
        else:
            continue
        at = _before(clauses, place) if chunk.passive else _plan(clauses, place + 1 + agreed)
        acting = agent_of(clauses, place) if chunk.passive else clauses.subject(place)
        owners = _owners(clauses, at) if at is not None else []
        pattern = lexicon().plain(head)
        ends = ends_of(pattern, acting, owners)
        if ends is not None:
            yield Found(pattern, *ends, place, *span([*acting, *owners], chunk))


def _plan(clauses: Clauses, place: int) -> int | None:
    """Return the noun phrase that a verb has as its object, where it names a plan."""
    return place if clauses.sort(place) == "noun" and _is_plan(clauses, place) else None


def _before(clauses: Clauses, place: int) -> int | None:
    """Return the noun phrase before a passive verb that names a plan; None where another verb stands between."""
    for each in range(place - 1, -1, -1):
        chunk = clauses.chunks[each]
        if chunk.sort in ("rel", "sub") or chunk.finite or chunk.word in (";", ":", "."):
            return None
        if chunk.sort == "noun" and _is_plan(clauses, each):
            return each
    return None


def _is_plan(clauses: Clauses, place: int) -> bool:
    whose = any(token.name is not None and token.name.by is not None for token in _tokens(clauses, place))
    return whose or is_noun_of(clauses.head(place), words.PLANS)


def _owners(clauses: Clauses, place: int) -> list[Named]:
    """Return whose a plan is: by its own name, by an owner before it, or after "of"."""
    first = clauses.chunks[place].start
    for step, token in enumerate(_tokens(clauses, place)):
        if token.name is not None and token.name.by is not None:
            return [Named(token.name.by, first + step)]
    own = clauses.named(place)
    if own and own[0].owned:
        return themselves(own)
    after = place + 1
    return clauses.group_from(after + 1)[0] if clauses.word(after) in _OWNS else []


def _tokens(clauses: Clauses, place: int) -> tuple[Token, ...]:
    chunk = clauses.chunks[place]
    return clauses.sentence.tokens[chunk.start : chunk.end]
