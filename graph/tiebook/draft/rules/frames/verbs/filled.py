"""How the words after a verb or noun fill the steps of a pattern: its preposition, its goods and the other end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tiebook.draft.rules.frames.verbs.objects import FARTHEST, HYPHENS, object_at, past_manner, those_between
from tiebook.draft.rules.syntax.chunks import Chunk
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.joined import has_own_verb
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.syntax.nouns import head_place, is_adverb
from tiebook.draft.rules.syntax.tokens import Token
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.lexicon import says
from tiebook.model.wording import Pattern

_NEAR: Final = 2
_AMOUNTS: Final = ("millions", "billions", "trillions")
_SEEN: Final = 4  # "views Peru's pact with Chile as a threat"
_TAIL: Final = (
    "with",
    "between",
    "on",
    "in",
    "to",
    "for",
    "against",
    "over",
    "into",
    "toward",
    "towards",
    "from",
    "near",
)
_BORDER: Final = 2  # steps before "of" in "{troops} on border of B"
_CLOSER: Final = ("close", "closer", "a", "ever", "even", "much", "very", "too")
_ITSELF: Final = ("itself", "themselves", "himself", "herself")
VIEWS: Final = ("PERCEIVES_THREAT_FROM", "VIEWS_AS")


@dataclass(frozen=True, slots=True)
class Filled:
    """The other end, by the steps of a pattern; `last` is the last chunk."""

    other: list[Named]
    last: int


def fill(clauses: Clauses, pattern: Pattern, place: int, *, passive: bool = False) -> Filled | None:
    """Fill the steps of a pattern with what follows the chunk at a place; None where something is missing.

    passive -- the first step is the subject, and left out
    """
    if pattern.head == "call" and pattern.steps[0] in ("on", "upon") and clauses.word(place + 1) != pattern.steps[0]:
        return None  # "calls Peru's attack on Chile a crime"
    moved = pattern.steps[0] in ("close", "closer") and clauses.sort(place + 1) == "noun" and not passive
    first = clauses.sentence.lower(clauses.chunks[place + 1].start) if moved else ""
    if moved and first not in _CLOSER and not is_adverb(first):
        return None  # "moved tanks close to Peru"
    other: list[Named] = []
    cursor, steps = past_manner(clauses, place + 1), list(pattern.steps[1:] if passive else pattern.steps)
    last = place
    for number, step in enumerate(steps):
        before = steps[number - 1] if number else ""  # "sees Chad as a partner and Mali as a threat"
        seen = before == "as" or (before == "B" and pattern.tie in VIEWS)
        near = _NEAR if (number == 0 and not passive) or seen else FARTHEST
        plain = (
            number > _BORDER
            and _small(step)
            and not _small(steps[number - 1])
            and not steps[number - 1].startswith("{")
        )
        near = _NEAR if plain else near  # "on the border of Peru, despite the presence of Chile"
        near = _SEEN if seen and step == "as" and clauses.word(cursor) in _TAIL else near
        if step in ("A", "B"):
            follows = number > 0 and not steps[number - 1].startswith("{")
            found = object_at(clauses, last + 1 if follows else cursor, steps[number + 1 :])
            if found is None and pattern.tie in ("CRITICISES", "OPPOSES") and step == steps[-1]:
                found = those_between(clauses, past_manner(clauses, last + 1 if follows else cursor))
            if found is None:
                return None
            other, last = found
            cursor = last if steps[number + 1 : number + 2] and steps[number + 1].startswith("{") else last + 1
            continue
        at = find(clauses, step, cursor, FARTHEST if step.startswith("{") and not seen else near)
        ended = at is not None and step == "{sanctions}" and words.is_noun_of(clauses.head(at - 2), words.ENDINGS)
        if at is not None and number and _small(steps[number - 1]) and (ended or _swapped(clauses, cursor, at)):
            at = None  # "called for an end to sanctions on"
        if (
            step == "to" and number + 1 == len(steps) and pattern.tie != "VIEWS_AS"
        ):  # what somebody is told to do, and no place
            behind = clauses.behind_aside(
                clauses.behind_times(cursor)
            )  # "asked Peru on Friday to", "asked Peru, its ally, to"
            at = behind if _infinitive(clauses, behind) else None
        if at is None:
            return _from_modifier(clauses, pattern, step, last, number)
        last, cursor = at, at + 1
    if steps[-1:] in (["A"], ["B"]) and _small("".join(steps[-2:-1])):
        more, last = more_of(clauses, steps[-2], last)
        other = [*other, *more]
    return Filled(other, last)


def more_of(clauses: Clauses, step: str, last: int) -> tuple[list[Named], int]:
    """Return those behind a preposition that is said again, and the last chunk: "to Peru in May, to Chile and to Mali"."""
    found: list[Named] = []
    while True:
        after = last + 1
        while clauses.sort(after) == "prep" and clauses.word(after) != step and clauses.sort(after + 1) == "noun":
            after += 2
        comma = clauses.word(after) == ","
        after += comma
        join = clauses.sort(after) == "join" and clauses.word(after) in ("and", "or", "but")
        after += join
        after += clauses.head(after) in ("also", "then", "lately", "recently", "later")
        # "a pact with Peru and another with Chile"
        after += clauses.head(after) in ("another", "one", "others", "more")
        as_well = _past_as_well_as(clauses, last + 1)
        after = _past_apposition(clauses, last + 1, step) or as_well or after
        join = join or clauses.sort(after - 1) == "join" or after == as_well
        aside = [clauses.word(after), clauses.sort(after + 1), clauses.sort(after + 2), clauses.word(after + 3)]
        after += 4 if join and aside == [",", "prep", "noun", ","] else 0  # "and, through Mali, to Chad"
        if not (comma or join) or clauses.word(after) != step or clauses.sort(after + 1) != "noun":
            return found, last
        more, end = clauses.group_from(after + 1)
        acts = clauses.at(end + 1 + (clauses.sort(end + 1) == "noun"))  # "and to Mali it meant nothing"
        if not more or (comma and acts is not None and acts.finite and (not join or clauses.sort(end + 1) == "noun")):
            return found, last
        found, last = [*found, *more], end


def _past_as_well_as(clauses: Clauses, place: int) -> int | None:
    """Return where a preposition may be said again: the second "to" of "to Peru, as well as to Chile"; else None."""
    place += clauses.word(place) == ","
    said = (clauses.word(place), clauses.head(place + 1), clauses.word(place + 2)) == ("as", "well", "as")
    return place + 3 if said else None


def _past_apposition(clauses: Clauses, comma: int, step: str) -> int | None:
    """Return where a preposition is said again behind what explains a name: "on Peru, its ally, and on Chile"; else None."""
    if clauses.word(comma) != ",":
        return None
    relative = (
        clauses.sort(comma + 1) == "rel" or clauses.sort(comma + 2) == "rel"
    )  # "with Peru, from which it bought jets, with"
    for after in range(comma + 1, len(clauses.chunks)):
        both = clauses.word(after) == "," and clauses.word(after + 1) == "and"
        again = after + 1 + both
        if clauses.word(after) == "," and after > comma + 1 and clauses.word(again) == step and (both or relative):
            return again
        if clauses.sort(after) not in ("noun", "prep") and not (relative and clauses.word(after) not in (";", ":")):
            return None
    return None


def find(clauses: Clauses, step: str, start: int, most: int) -> int | None:
    """Return the chunk that has a word or class, before the clause ends."""
    for place in range(start, min(start + most, len(clauses.chunks))):
        chunk = clauses.chunks[place]
        if (chunk.sort in ("rel", "sub") and chunk.word != step) or has_own_verb(clauses, place):
            return None
        if chunk.sort == "mark" and (chunk.word in ";:." or (most == _NEAR)):
            return None
        said = not _small(step) and says(step, tokens_of(clauses, chunk))
        said = said or (step == "itself" and clauses.head(place) in _ITSELF)
        aside = chunk.form == "ing" and clauses.word(place - 1) == "from"  # "stop Peru from sending arms to"
        listed = chunk.form in ("past", "participle") and clauses.word(place - 1) == "," and place > start
        aside = aside or (listed and not chunk.passive)  # "has granted Peru a loan, taken arms from Chile"
        if chunk.sort == "verb" and (chunk.finite or chunk.infinitive or aside) and not said:
            return None
        if step.startswith("{"):
            if step == "{aid}" and clauses.head(place) in _AMOUNTS and clauses.word(place + 1) == "of":
                continue  # "sent millions of shells"; of dollars the next phrase says
            if chunk.sort == "noun" and says(step, tokens_of(clauses, chunk)):
                return place
        elif (chunk.word == step and not clauses.hangs_on_noun(place)) or (said and chunk.sort in ("noun", "verb")):
            return place
    return None


def _swapped(clauses: Clauses, start: int, end: int) -> bool:
    """Return whether goods are only what is given for others: "supplied Peru with shells in exchange for oil"."""
    return any(clauses.head(each) in ("exchange", "return") for each in range(start, end))


def _infinitive(clauses: Clauses, place: int) -> bool:
    """Return whether what somebody is made to do follows: "forced Peru to leave"."""
    chunk = clauses.at(place)
    return chunk is not None and chunk.infinitive


def _small(step: str) -> bool:
    return step in words.PREPOSITIONS or step == "to"


def _from_modifier(clauses: Clauses, pattern: Pattern, step: str, last: int, number: int) -> Filled | None:
    """Return the seller or owner where it stands before the thing: "bought Russian gas", "froze Russia's assets"."""
    thing = number > 0 and step in ("from", "of") and not _small(pattern.steps[number - 1])
    if not thing or (step == "from" and not pattern.steps[number - 1].startswith("{")):
        return None
    head = head_place(clauses.sentence, clauses.chunks[last])
    office = clauses.sentence.tokens[head].name
    if (
        step == "of" and pattern.tie == "CRITICISES" and office is not None and office.kind == "Person"
    ):  # "summoned Peru's ambassador Ana Rojas"
        whose = [
            Named(token.name, place)
            for place, token in enumerate(clauses.sentence.tokens[:head])
            if place >= clauses.chunks[last].start and token.name is not None and token.name.kind != "Person"
        ]
        return Filled(whose, last) if whose else None
    troops = pattern.tie == "PRESENT_IN" and clauses.head(last) not in ("mission", "missions", "delegation")
    found = [
        each.itself
        for each in clauses.named(last)
        if each.name is not None
        and (
            each.owned
            or each.name.adjective
            or _is_short(clauses, each)
            or (each.place != head and _owns(clauses, each, troops))
        )
    ]
    return Filled([*_joined_owners(clauses, found, last), *found], last) if found else None


def _joined_owners(clauses: Clauses, found: list[Named], last: int) -> list[Named]:
    """Return those whose adjectives are joined before an owner's: "hosts French, Chilean and Peruvian bases"."""
    more: list[Named] = []
    before = last - 1
    while clauses.word(before) in ("and", ",") and all(each.name is not None and each.name.adjective for each in found):
        before -= clauses.word(before) == "and" and clauses.word(before - 1) == ","
        those = clauses.named(before - 1)
        chunk = clauses.at(before - 1)
        bare = chunk is not None and chunk.end - chunk.start == 1
        if not bare or len(those) != 1 or those[0].name is None or not those[0].name.adjective:
            break
        more, before = [*those, *more], before - 2
    return more


def _is_short(clauses: Clauses, named: Named) -> bool:
    """Return whether a name is also an adjective where it stands: the "U.S." of "U.S. troops", not of "U.S.-made"."""
    name = named.name
    short = name is not None and name.abbreviated and not name.seat
    short = short and clauses.head(clauses.chunk_of(named.place)) not in ("mission", "missions")  # which is a body
    return short and clauses.sentence.lower(named.place + 1) not in HYPHENS


def _owns(clauses: Clauses, one: Named, troops: bool) -> bool:
    return troops or clauses.sentence.kind(one.place + 1) == "owner"


def tokens_of(clauses: Clauses, chunk: Chunk) -> tuple[Token, ...]:
    """Return the tokens of a chunk."""
    return clauses.sentence.tokens[chunk.start : chunk.end]
