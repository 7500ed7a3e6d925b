"""Nouns that are part of what a verb says, and say nothing of their own: the imports of "halted imports from Peru"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tiebook.draft.rules.frames.found import Found
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.words.lexicon import lexicon, says
from tiebook.model.codebook import codebook

_REALM: Final = frozenset("airspace sovereignty territory waters border borders integrity space".split())


def without_consumed(clauses: Clauses, met: Sequence[Found]) -> list[Found]:
    """Return what was found but the nouns by which a verb says another type of tie of the same two."""
    met = [_of_realm(each) for each in met]
    verbs = [each for each in met if each.pattern.shape == "verb" and each.at is None and each.clause is not None]
    kept = [each for each in met if not any(_consumes(clauses, verb, each) for verb in verbs)]
    return [each for each in kept if not any(_is_of_arms(each, other) for other in kept)]


def _of_realm(found: Found) -> Found:
    """Return a breach of somebody's airspace or borders as a threat: "violated Peru's airspace" breaks no promise."""
    realm = found.type == "COMPLIES_WITH" and found.pattern.denies and any(each.owned in _REALM for each in found.ends)
    return replace(found, pattern=lexicon().verbs["threaten"][0]) if realm else found


def _is_of_arms(aid: Found, noun: Found) -> bool:
    """Return whether what a verb gives is what a noun calls arms or goods: "approved an arms package for Peru"."""
    same = (aid.starts, aid.ends) == (noun.starts, noun.ends)
    given = aid.type == "AIDS" and aid.pattern.shape == "verb" and noun.type in ("SELLS_ARMS_TO", "ECONOMIC_TIE_TO")
    return given and same and noun.noun and bool(noun.pattern.before)


def _consumes(clauses: Clauses, verb: Found, noun: Found) -> bool:
    if noun.at is None or verb.clause is None or noun.at <= verb.clause or verb.type == noun.type:
        return False
    acting = {each.place for each in verb.starts}
    if len(acting) > 1 and {each.place for each in (*noun.starts, *noun.ends)} <= acting:
        return False  # "Peru and Chile held exercises in Mali" do so together
    if noun.pattern.before and _sign(noun) == _sign(verb):  # "signed a defence pact with" is a pact and an alliance
        return False
    chunk = clauses.chunks[noun.at]
    words = [step for step in verb.pattern.steps if step not in ("A", "B")]
    tokens = clauses.sentence.tokens[chunk.start : chunk.end]
    said = any(says(step, tokens) for step in words if step.startswith("{") or len(words) > 1)
    ends = {each.place for each in (*verb.starts, *verb.ends)}
    return said and chunk.start <= verb.last and {each.place for each in (*noun.starts, *noun.ends)} <= ends


def _sign(found: Found) -> int:
    return codebook().ties[found.type].sign
