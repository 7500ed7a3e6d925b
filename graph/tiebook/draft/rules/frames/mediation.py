"""Who brings others together, by whatever says so: "talks between Peru and Chile, mediated by Oman", "Omani-brokered talks"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.frames.found import Found, span
from tiebook.draft.rules.frames.verbs.frames import agent_of
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named, themselves
from tiebook.draft.rules.words.lexicon import lexicon, says

_VERBS: Final = ("mediate", "broker", "facilitate", "arrange", "convene", "sponsor", "host", "oversee", "moderate")
_PLAIN: Final = ("mediate", "broker")  # which need no talks as their object
_COMPOUNDS: Final = ("mediated", "brokered", "facilitated", "hosted", "sponsored", "arranged", "led")
_HYPHENS: Final = "-\u2010\u2011\u2013"
_MADE_UP: Final = frozenset(
    "rapprochement normalisation normalization reconciliation detente d\u00e9tente thaw".split()
)
_TWO: Final = 2
_MEANT: Final = ("its", "their", "it", "they")
_SIDES: Final = ("State", "ArmedGroup", "Party")


def mediation_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield who mediates between the two sides that the clause or the one before it names."""
    pattern = next(each for each in lexicon().verbs["mediate"] if each.steps == ("between", "B"))
    for place, chunk in enumerate(clauses.chunks):
        acting: list[Named] = []
        sides: list[Named] = []
        meant: list[Named] = []
        clause: int | None = place
        if chunk.sort == "verb" and chunk.verb in _VERBS:
            object_at = _thing_before(clauses, place) if chunk.passive else place + 1
            if chunk.passive and object_at is not None:
                acting = agent_of(clauses, place)
            elif not chunk.passive and _is_thing(clauses, place + 1) and chunk.verb in _PLAIN:
                acting = clauses.subject(place)
            elif not chunk.passive and _is_thing(clauses, place + 1) and len(clauses.named(place + 1)) == _TWO:
                acting = clauses.subject(place)  # "facilitates Chadian-Malian talks"
                sides = themselves(clauses.named(place + 1))
            elif not chunk.passive and (
                met := _met(clauses, place)
            ):  # "Peru's talks with Chile, which Oman has hosted"
                acting = clauses.subject(place)
                sides = met
            elif not chunk.passive and (_is_thing(clauses, place + 1) or _alone(clauses, place)):
                acting = clauses.subject(place)  # "has tried to facilitate negotiations"
            if acting:
                meant = _meant(clauses, place - 1 if chunk.passive else place + 1)
        elif chunk.sort == "noun" and _is_thing(clauses, place):
            acting = _by_compound(clauses, place)
            clause = clauses.governor(place)
        acting = [each for each in acting if not each.owned]
        sides = sides or (_sides(clauses, place, {each.place for each in acting}) if acting else [])
        sides = sides or (meant if acting else [])
        if acting and sides:
            first, last = span([*acting, *sides], chunk)
            yield Found(
                pattern,
                tuple(acting),
                tuple(sides),
                clause,
                first,
                last,
                presupposed=clause is None,
            )


def _alone(clauses: Clauses, place: int) -> bool:
    """Return whether somebody mediates, and no object says what: "offered to mediate"."""
    return clauses.chunks[place].verb == "mediate" and clauses.sort(place + 1) != "noun"


def _meant(clauses: Clauses, thing: int) -> list[Named]:
    """Return the reference to two sides that talks are, of which only the sentence before says whose: "arranged a ceasefire"."""
    chunk = clauses.at(thing)
    whose = clauses.named(thing) or clauses.word(thing + 1) in ("with", "between", "among", "of", "on", "about")
    if whose or (chunk is not None and chunk.sort == "noun" and not _is_thing(clauses, thing)):
        return []
    place = clauses.chunks[thing - 1].start if chunk is None or chunk.sort != "noun" else chunk.start
    return [Named(None, place, "", "the two sides")]


def _is_thing(clauses: Clauses, place: int) -> bool:
    """Return whether a noun phrase is about talks or an agreement."""
    chunk = clauses.at(place)
    tokens = clauses.sentence.tokens[chunk.start : chunk.end] if chunk is not None and chunk.sort == "noun" else ()
    made_up = bool(tokens) and tokens[-1].lower in _MADE_UP
    return bool(tokens) and (says("{talks}", tokens) or says("{agreement}", tokens) or made_up)


def _thing_before(clauses: Clauses, place: int) -> int | None:
    """Return the talks or agreement before a passive verb, in its clause."""
    for each in range(place - 1, -1, -1):
        if clauses.chunks[each].sort == "verb" or clauses.chunks[each].word in (";", ":", "."):
            return None
        if _is_thing(clauses, each):
            return each
    return None


def _met(clauses: Clauses, place: int) -> list[Named]:
    """Return who has talks with whom where a relative clause says who hosts them."""
    other = clauses.relative_object(place)
    if other is None or clauses.word(other - 1) != "with" or not _is_thing(clauses, other - 2):
        return []
    owners = themselves(clauses.named(other - 2))
    return [*owners[:1], *clauses.named(other)[:1]] if owners and clauses.named(other) else []


def _by_compound(clauses: Clauses, place: int) -> list[Named]:
    """Return whoever stands before "-brokered" in a noun phrase."""
    chunk, tokens = clauses.chunks[place], clauses.sentence.tokens
    for each in range(chunk.start, chunk.end - 2):
        if tokens[each].name is not None and tokens[each + 1].text in _HYPHENS and tokens[each + 2].lower in _COMPOUNDS:
            return [Named(tokens[each].name, each)]
    return []


def _sides(clauses: Clauses, place: int, acting: set[int]) -> list[Named]:
    """Return the two sides: behind "between" next to a place, else those who talk or fight in the same sentence."""
    between = [each for each, chunk in enumerate(clauses.chunks) if chunk.word in ("between", "among")]
    for each in sorted(between, key=lambda each: abs(each - place)):
        group = clauses.group_from(each + 1)[0]
        if len(group) >= _TWO and not acting & {one.place for one in group}:
            return themselves(group[:_TWO])
    governor = clauses.governor(place)
    subject = clauses.subject(governor) if governor is not None else []
    both = [each for each in subject if not each.owned and each.place not in acting]
    return both if len(both) == _TWO else _only_two(clauses, place, acting)


def _only_two(clauses: Clauses, place: int, acting: set[int]) -> list[Named]:
    """Return the only two whom a sentence names or means beside a mediator: "Their war ended when Peru took a brokered truce"."""
    tokens = clauses.sentence.tokens
    mediators = {tokens[each].name.who for each in acting if tokens[each].name is not None}  # type: ignore[union-attr]
    end = clauses.chunks[place].end
    for said in (tokens[:end], tokens):
        names = [(each, token.name) for each, token in enumerate(said) if token.name is not None]
        those = {
            name.who: Named(name, each) for each, name in names if name.kind in _SIDES and name.who not in mediators
        }
        if len(those) == _TWO:
            return list(those.values())
        meant = [each for each, token in enumerate(said) if token.lower in _MEANT]
        if len(those) == 1 and meant:  # who is named may be meant too: then nothing comes of it
            return [*those.values(), Named(None, meant[0], "", tokens[meant[0]].text)]
    return []
