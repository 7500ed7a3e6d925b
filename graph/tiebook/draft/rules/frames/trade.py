"""Where goods go: "Chile's exports are destined for Peru", "the oil shipped from Chile is bound for Peru or Mali"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.frames.found import Found, ends_of
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named, themselves
from tiebook.draft.rules.words.lexicon import lexicon, says

_GOES: Final = ("destined", "bound")
_TRADED: Final = ("export", "exports", "shipment", "shipments", "cargo", "cargoes", "delivery", "deliveries", "sales")


def trade_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield to whom goods go, from whoever has them or from where they come."""
    pattern = next(each for each in lexicon().verbs["export"] if each.steps == ("to", "B"))
    for place, chunk in enumerate(clauses.chunks):
        goes = any(token.lower in _GOES for token in clauses.sentence.tokens[chunk.start : chunk.end])
        if not goes or clauses.word(place + 1) != "for":
            continue
        receivers, last = clauses.group_from(place + 2)
        givers = _givers(clauses, place)
        ends = ends_of(pattern, givers, receivers)
        if ends is not None:
            first = min(each.place for each in givers)
            yield Found(pattern, *ends, place, first, clauses.chunks[last].end - 1)


def _givers(clauses: Clauses, place: int) -> list[Named]:
    """Return whose the goods are in the clause before a place."""
    for each in range(place - 1, -1, -1):
        chunk = clauses.chunks[each]
        if chunk.sort in ("rel", "sub") or chunk.word in (";", ":", "."):
            return []
        tokens = clauses.sentence.tokens[chunk.start : chunk.end]
        goods = chunk.sort == "noun" and (clauses.head(each) in _TRADED or says("{goods}", tokens))
        if goods and clauses.named(each):
            return themselves(clauses.named(each))
        if chunk.word == "from" and clauses.named(each + 1):
            return clauses.group_from(each + 1)[0]
    return []
