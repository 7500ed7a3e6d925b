"""The two whom "both" means, and the lists of states that "the three" means, by the tokens that name them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from tiebook.draft.rules.syntax.tokens import Name, Token
from tiebook.draft.rules.words.vocabulary import VERBS

_HYPHENS: Final = "-\u2010\u2011\u2013"
_STATES: Final = ("State",)
_FEWEST: Final = 3  # of a list
_LONGEST: Final = 6  # words of what describes somebody
_BETWEEN: Final = frozenset("the and to with for of in from against both".split())


def pair_of(tokens: Sequence[Token], *, strict: bool = False) -> list[Name]:
    """Return the two whom tokens name: those that "and" joins, or the only ones; nobody where that is not plain.

    strict -- only those that "and" joins
    """
    named = [
        (place, token.name)
        for place, token in enumerate(tokens)
        if token.name is not None and token.name.label == "Actor" and not _compound(tokens, place)
    ]
    pairs = [
        [one, two]
        for (first, one), (last, two) in pairwise(named)
        if one.who != two.who
        and "Collective" not in (one.kind, two.kind)
        and _joins(_plain(tokens, first + 1, last))
        and not _listed(tokens, first)
    ]
    if len({tuple(each.who for each in pair) for pair in pairs}) == 1:
        return pairs[0]
    those = list({name.who: name for _, name in reversed(named)}.values())[::-1]
    return those if len(those) == 2 and not strict and not pairs else []  # noqa: PLR2004 -- a pair


def _compound(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a name is only part of a compound: the Iran of "Iran-backed Hezbollah"."""
    after = tokens[place + 1 : place + 3]
    return len(after) == 2 and after[0].text in _HYPHENS and after[1].kind == "word"  # noqa: PLR2004 -- a hyphen and a word


def _plain(tokens: Sequence[Token], first: int, last: int) -> list[Token]:
    """Return the tokens between two places without the first part of a compound: the "Iran-backed" of "Iran-backed Hezbollah"."""
    parts = {
        each + more for each in range(first, last) if _compound(tokens, each) and tokens[each].name for more in range(3)
    }
    return [tokens[each] for each in range(first, last) if each not in parts]


def _joins(between: Sequence[Token]) -> bool:
    said = [token.lower for token in between]
    if "and" in said and all(word in _BETWEEN for word in said):
        return True
    compound = {
        place + 1 for place, word in enumerate(said) if word in _HYPHENS
    }  # the seeking of "independence-seeking"
    plain = all(
        word in _HYPHENS or (word.isalpha() and (place in compound or word not in VERBS))
        for place, word in enumerate(said)
    )
    return bool(said) and said[0] == "and" and len(said) <= _LONGEST and plain  # "Peru and the separatist Andean Front"


def _listed(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a name stands behind another one and a comma: the pair is the end of a list."""
    return place > 1 and tokens[place - 1].text == "," and tokens[place - 2].name is not None


def visits_another(tokens: Sequence[Token], pair: Sequence[Name]) -> bool:
    """Return whether somebody is with a state that is none of two: "Rojas visited Peru, and relations between the two"."""
    named = [token.name for token in tokens if token.name is not None]
    states = {name.who for name in named if name.kind in _STATES}
    person = any(name.kind == "Person" for name in named)
    return person and len(states) == 1 and not states & {each.who for each in pair}


def only(names: Iterable[Name]) -> list[Name]:
    """Return the one whom names mean where they all mean the same."""
    those = {name.who: name for name in names}
    return list(those.values()) if len(those) == 1 else []


def leading(names: list[Name]) -> tuple[Name, ...]:
    """Return the two states that are named far more often than any third; none where there are no such two."""
    counts = Counter(name.who for name in names if name.kind in _STATES).most_common(3)
    two = 2
    if len(counts) < two or counts[1][1] < two or (len(counts) > two and counts[1][1] < 1.5 * counts[2][1]):
        return ()
    first = {name.who: name for name in reversed(names)}
    return tuple(first[who] for who, _ in counts[:two])


def main_state(names: list[Name]) -> Name | None:
    """Return the state that is named at least three times, and twice as often as any other; None if there is none."""
    counts = Counter(name.who for name in names if name.kind in _STATES).most_common(2)
    often = bool(counts) and counts[0][1] >= _FEWEST
    if not often or (len(counts) > 1 and counts[0][1] < 2 * counts[1][1]):
        return None
    return next(name for name in names if name.who == counts[0][0])


def lists_in(tokens: Sequence[Token]) -> list[tuple[int, list[Name]]]:
    """Return the last token and the states of each list of three or more: "Mali, Niger, and Chad", "Mali-Niger-Chad"."""
    found: list[tuple[int, list[Name]]] = []
    run: list[Name] = []
    for place, token in enumerate(tokens):
        if token.name is not None and token.name.kind in _STATES:
            run = [*run, token.name]
            found = [*found[:-1], (place, run)] if found and found[-1][1] == run[:-1] else [*found, (place, run)]
        elif token.text not in (",", *_HYPHENS) and token.lower not in ("and", "the"):
            run = []
    return [each for each in found if len(each[1]) >= _FEWEST]
