"""How the words after a verb or noun fill the steps of a pattern: its preposition, its goods and the other end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from tiebook.draft.rules.syntax.chunks import Chunk, Named
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.joined import behind_thing, has_own_verb
from tiebook.draft.rules.syntax.nouns import head_place, is_adverb
from tiebook.draft.rules.syntax.tokens import Token
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.lexicon import says
from tiebook.model.wording import Pattern

_FARTHEST: Final = 14  # chunks between a verb and the last of its words
_NEAR: Final = 2
_AMOUNTS: Final = ("millions", "billions", "trillions")
_FAR: Final = 3
_SEEN: Final = 4  # "views Peru's pact with Chile as a threat"
_MANNER: Final = (
    "numbers",
    "secret",
    "earnest",
    "force",
    "strength",
    "general",
    "particular",
    "practice",
    "public",
    "private",
)
_QUOTES: Final = ('"', "\u201c")
_MAKES: Final = frozenset(  # "opposes the ban that Peru imposed"
    "impose reimpose propose launch make carry conduct wage sign draft table adopt announce order issue levy introduce plan start"
    " begin broker mediate present build stage".split()
)
_TAIL: Final = ("with", "between", "on", "in", "to", "for", "against", "over")
_BORDER: Final = 2  # steps before "of" in "{troops} on border of B"
_CLOSER: Final = ("close", "closer", "a", "ever", "even", "much", "very", "too")
_ITSELF: Final = ("itself", "themselves", "himself", "herself")
_HOW: Final = ("in", "on", "at", "during", "as", "after")
_HYPHENS: Final = ("-", "\u2010", "\u2011", "\u2013")  # "flies US-made jets"
_VIEWS: Final = ("PERCEIVES_THREAT_FROM", "VIEWS_AS")


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
    cursor, steps = _past_manner(clauses, place + 1), list(pattern.steps[1:] if passive else pattern.steps)
    last = place
    for number, step in enumerate(steps):
        before = steps[number - 1] if number else ""  # "sees Chad as a partner and Mali as a threat"
        seen = before == "as" or (before == "B" and pattern.tie in _VIEWS)
        near = _NEAR if (number == 0 and not passive) or seen else _FARTHEST
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
            found = _slot(clauses, last + 1 if follows else cursor, steps[number + 1 :])
            if found is None and pattern.tie in ("CRITICISES", "OPPOSES") and step == steps[-1]:
                found = _between(clauses, _past_manner(clauses, last + 1 if follows else cursor))
            if found is None:
                return None
            other, last = found
            cursor = last if steps[number + 1 : number + 2] and steps[number + 1].startswith("{") else last + 1
            continue
        at = find(clauses, step, cursor, _FARTHEST if step.startswith("{") and not seen else near)
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
        after = _past_apposition(clauses, last + 1, step) or after
        join = join or clauses.sort(after - 1) == "join"
        aside = [clauses.word(after), clauses.sort(after + 1), clauses.sort(after + 2), clauses.word(after + 3)]
        after += 4 if join and aside == [",", "prep", "noun", ","] else 0  # "and, through Mali, to Chad"
        if not (comma or join) or clauses.word(after) != step or clauses.sort(after + 1) != "noun":
            return found, last
        more, end = clauses.group_from(after + 1)
        acts = clauses.at(end + 1 + (clauses.sort(end + 1) == "noun"))  # "and to Mali it meant nothing"
        if not more or (comma and acts is not None and acts.finite and (not join or clauses.sort(end + 1) == "noun")):
            return found, last
        found, last = [*found, *more], end


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


def _slot(clauses: Clauses, place: int, rest: list[str]) -> tuple[list[Named], int] | None:
    place = past_what(clauses, _past_manner(clauses, _past_verbs(clauses, place)))
    step = clauses.word(place - 1)
    if clauses.head(place) in _MANNER and clauses.word(place + 1) == step:  # "active in large numbers in Peru"
        place += 2
    chunk = clauses.at(place)
    if chunk is None or chunk.sort != "noun":
        return None
    if rest and rest[0].startswith("{"):  # "sold Iran missiles": one phrase, or two
        token = next((each for each in clauses.sentence.tokens[chunk.start : chunk.end]), None)
        if token is not None and token.lower in ("it", "them"):  # "sells it missiles"
            return [Named(None, chunk.start, "", token.text)], place
        joined = (
            clauses.sentence.kind(chunk.start + 1) == "owner" or clauses.sentence.lower(chunk.start + 1) in _HYPHENS
        )
        if token is None or token.name is None or token.name.adjective or joined:
            return None
        return [Named(token.name, chunk.start)], place
    found, last = clauses.group_from(place)
    if _is_clause(clauses, place, last):
        return None
    return (
        (found, last) if found else _instances(clauses, place) or _doers(clauses, place) or behind_thing(clauses, place)
    )


def _past_manner(clauses: Clauses, place: int) -> int:
    """Return where the object of a verb stands behind how or when: "condemned in the strongest terms the", "acted, openly, in"."""
    if clauses.sort(place - 1) != "verb":
        return place
    if clauses.word(place) == ",":
        closing = place + 1
        while clauses.sort(closing) == "join" or is_adverb(clauses.head(closing)):
            closing += 1
        return closing + 1 if clauses.word(closing) == "," and closing > place + 1 else place
    timed = clauses.behind_times(place)
    if timed > place and clauses.sort(timed) == "noun" and clauses.sort(place) == "noun":
        return timed  # "rejected Thursday an appeal"
    while clauses.word(place) in _HOW:
        how = place + 1 + (clauses.head(place + 1) in _QUOTES)  # 'in "the strongest terms"'
        when = clauses.sort(how + 1) == "prep" and (clauses.head(how) in words.DAYS or clauses.head(how).isdigit())
        if not when and (not clauses.sort(how) == clauses.sort(how + 1) == "noun" or clauses.named(how)):
            break
        place = how + 1
    return place


def past_what(clauses: Clauses, place: int) -> int:
    """Return where it stands what somebody calls something: "opposes what it considers to be Peru's attack"."""
    chunk = clauses.at(place)
    if chunk is None or chunk.sort != "noun" or clauses.sentence.lower(chunk.start) != "what":
        return place
    verb = next((each for each in range(place + 1, place + _FAR + 1) if clauses.sort(each) == "verb"), None)
    if verb is None or clauses.chunks[verb].verb not in words.DESCRIBES | {"say", "believe", "claim"}:
        return place
    after = verb + 1
    while clauses.word(after) != "as" and clauses.sort(after) == "prep" and clauses.sort(after + 1) == "noun":
        after += 2  # "what many described at the time as"
    is_ = clauses.at(after)
    after += clauses.word(after) == "as" or (is_ is not None and is_.infinitive and is_.verb == "be")
    return after if clauses.sort(after) == "noun" else place


def _instances(clauses: Clauses, place: int) -> tuple[list[Named], int] | None:
    """Return those named as instances of what nobody is named in: "in many conflicts, including in Mali and Chad"."""
    after = place + 1
    while clauses.sort(after) == "prep" and clauses.sort(after + 1) == "noun" and not clauses.named(after + 1):
        after += 2
    after += clauses.word(after) == ","
    if clauses.word(after) == "among" and clauses.head(after + 1) == "them":
        after += 2
    elif clauses.head(after) in words.EXAMPLES or clauses.word(after) in words.EXAMPLES:
        after += 1
    else:
        return None
    after += clauses.sort(after) == "prep"
    found, last = clauses.group_from(after)
    return (found, last) if found else None


def _between(clauses: Clauses, place: int) -> tuple[list[Named], int] | None:
    """Return those between whom is what a verb is about: "condemned the growing cooperation between Peru and Chile"."""
    found, last = clauses.group_from(place + 2) if clauses.word(place + 1) == "between" else ([], place)
    head = clauses.head(place)
    return ([replace(each, owned=head) for each in found], last) if len(found) > 1 else None


def _is_clause(clauses: Clauses, place: int, last: int) -> bool:
    """Return whether what follows a verb of fearing is no object but a clause: "fears Peru will attack"."""
    verb, after = clauses.at(place - 1), clauses.at(last + 1)
    fears = verb is not None and verb.verb in words.FEARS and not verb.passive
    return fears and after is not None and after.sort == "verb" and after.finite


def _past_verbs(clauses: Clauses, place: int) -> int:
    """Return where the object stands that a verb shares with those joined behind it: "condemned, then attacked, Peru"."""
    verb, after = clauses.at(place - 1), place
    listed = clauses.word(place) == clauses.word(place - 2) == "," and clauses.sort(place - 3) == "verb"
    if listed and clauses.sort(place + 1) == "noun" and verb is not None and verb.sort == "verb":
        return place + 1
    while clauses.word(after) == "," or clauses.sort(after) == "join":
        after += 1
    after += is_adverb(clauses.head(after))
    second = clauses.at(after)
    if verb is None or second is None or after == place or verb.sort != "verb" or second.sort != "verb":
        return place
    commas = second.end - second.start == 1 and all(clauses.word(each) == "," for each in range(place, after))
    after += 1
    if commas:  # "finds it threatening, arming Peru"
        return place
    after += clauses.word(after) == ","
    return after if second.form == verb.form and clauses.sort(after) == "noun" else place


def _doers(clauses: Clauses, place: int) -> tuple[list[Named], int] | None:
    """Return who does what a verb is about: "condemned the attack on Israel by Hamas"."""
    contact = clauses.at(place + 2)  # "condemned the ban Peru imposed"
    if (
        contact is not None
        and contact.finite
        and contact.verb in _MAKES
        and clauses.relative_object(place + 2) == place
    ):
        found = clauses.named(place + 1)
        return (found, place + 1) if found and not found[0].owned else None
    for after in range(place + 1, min(place + _FARTHEST, len(clauses.chunks) - 1)):
        acts = clauses.sort(after + 2) == "verb" and clauses.chunks[after + 2].finite
        acts = acts and clauses.chunks[after + 2].verb in _MAKES
        acts = (
            acts and clauses.sort(after + 3) != "noun" and not words.is_noun_of(clauses.head(after - 1), words.CONTENT)
        )
        if clauses.word(after) in ("that", "which") and clauses.sort(after) == "rel" and acts:
            found = clauses.named(after + 1)  # "opposes the ban that Peru imposed"
            return (found, after + 1) if found and not found[0].owned else None
        made = clauses.chunks[after].passive and not clauses.chunks[after].finite  # "the procedure set up by Peru"
        joined = clauses.sort(after) == "join" and clauses.sort(after + 1) == "noun"
        if clauses.sort(after) not in ("prep", "noun") and not made and not joined:
            return None
        if clauses.word(after) == "by":
            found, last = clauses.group_from(after + 1)
            return (found, last) if found else None
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
        replace(each, owned="")
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
    return short and clauses.sentence.lower(named.place + 1) not in _HYPHENS


def _owns(clauses: Clauses, one: Named, troops: bool) -> bool:
    return troops or clauses.sentence.kind(one.place + 1) == "owner"


def tokens_of(clauses: Clauses, chunk: Chunk) -> tuple[Token, ...]:
    """Return the tokens of a chunk."""
    return clauses.sentence.tokens[chunk.start : chunk.end]
