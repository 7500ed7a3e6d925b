"""What adjectives say: "Peru is wary of Chile", "troops stationed in Peru", "Peru, allied with Chile, left"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.frames.found import Found, ends_of, found_with, span
from tiebook.draft.rules.frames.verbs.filled import Filled, fill, find
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.syntax.nouns import head_place, is_adverb
from tiebook.draft.rules.words.lexicon import lexicon
from tiebook.model.wording import Pattern

_NEAR: Final = 2
_BECOMES: Final = ("became", "remains", "remained", "remain", "become", "becomes")


def adjective_frames(clauses: Clauses, place: int) -> Iterator[Found]:
    """Yield what "is wary of", "is allied with" and the like say."""
    chunk = clauses.chunks[place]
    if chunk.verb == "be" or chunk.word in _BECOMES or chunk.verb in ("grow", "feel", "stay"):
        behind = place + 1
        while is_adverb(clauses.head(behind)) and clauses.sort(behind + 1) in (
            "noun",
            "prep",
        ):  # "is already on the side of"
            behind += 1
        after = clauses.at(behind)
        token = clauses.sentence.tokens[head_place(clauses.sentence, after)] if after and after.sort == "noun" else None
        word, at = (token.lower, behind) if token else ("", place)
        if after is not None and after.sort == "prep":  # "is at odds with"
            word, at = after.word, behind
    else:
        reduced = (
            chunk.form in ("past", "participle") and clauses.sort(place + 1) == "prep"
        )  # "troops stationed in Peru"
        word, at = (chunk.word if chunk.passive or reduced else "", place)
    for pattern in lexicon().adjectives.get(word, ()):
        beside = (
            not chunk.passive and at == place and clauses.sort(place - 1) == "noun"
        )  # "4,500 troops stationed in Peru"
        acting = (clauses.named(place - 1) if beside else []) or clauses.subject(place)
        filled = fill(clauses, pattern, at) or _among_themselves(clauses, pattern, acting, at)
        ends = ends_of(pattern, acting, filled.other) if filled else None
        if filled and ends:
            yield found_with(clauses, pattern, ends, place, filled.last, [*ends[0], *ends[1]])
            return


def frames_beside(clauses: Clauses) -> Iterator[Found]:
    """Yield what an adjective beside a name says: "Peru, wary of Chile, left"."""
    for place, chunk in enumerate(clauses.chunks):
        under = chunk.sort == "prep" and chunk.word == "under" and clauses.sort(place + 1) == "noun"
        plain = chunk.sort == "noun" and chunk.end - chunk.start <= _NEAR and clauses.sort(place + 1) == "prep"
        if not under and not plain:
            continue
        for pattern in lexicon().adjectives.get("under" if under else clauses.head(place), ()):
            acting = clauses.asides(place)
            filled = fill(clauses, pattern, place) if acting else None
            ends = ends_of(pattern, acting, filled.other) if filled else None
            if filled and ends:
                first, last = span([*acting, *filled.other], chunk)
                yield Found(pattern, *ends, None, first, last, presupposed=True)
                break


def _among_themselves(clauses: Clauses, pattern: Pattern, acting: list[Named], at: int) -> Filled | None:
    """Fill "with B" by the subjects where they are several: "Chad and Mali are at odds"."""
    several = len(acting) > 1 or any(" " in each.reference for each in acting)
    if not several or pattern.steps[1:] != ("with", "B") or clauses.word(at + 2) == "with":
        return None
    return Filled(acting, at + 1) if find(clauses, pattern.steps[0], at + 1, _NEAR) is not None else None
