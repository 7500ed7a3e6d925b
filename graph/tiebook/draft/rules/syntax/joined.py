"""Whom noun phrases mean that are joined: "Poland, Hungary and Slovakia", "states of the region, notably Chile"."""

from __future__ import annotations

from typing import Final

from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.syntax.nouns import head_place, of_chain
from tiebook.draft.rules.syntax.phrases import Phrases
from tiebook.draft.rules.syntax.set_aside import ONE_HAND
from tiebook.draft.rules.words import vocabulary as words

_NOTHING: Final = ("nothing", "none", "nobody")  # "tanks from Peru and nothing from Chile"
_OPENING: Final = (":", "(", "\u2013", "\u2014")
_BODIES: Final = ("Organization", "ArmedGroup", "GovernmentBody", "Military", "Party")


def group_from(phrases: Phrases, place: int) -> tuple[list[Named], int]:
    """Return whom the noun phrases from a place on mean, as far as they are joined, and the last chunk of them."""
    # then the "and" after it joins, whatever follows
    between = phrases.word(place - 1) in ("between", "involving") or _opens(phrases, place)
    before = phrases.at(place - 1)
    object_ = before is not None and before.finite  # "after Chad attacked Mali, Peru and Niger left"
    found = of_chain(phrases.sentence, phrases.chunks, place)
    examples = _examples(phrases, place)
    if examples is not None and (not found or found[0].owned or found[0].reference):
        return group_from(phrases, examples)
    if examples is not None and _is_set(found):
        those, last = group_from(phrases, examples)  # "Arab states, including Oman": both
        return [*found, *those], last
    members = in_brackets(phrases, place)
    inside = members is not None and (not found or (found[0].name is not None and found[0].name.kind == "Collective"))
    if not found and not inside:
        return [], place
    last = place if phrases.named(place) else place + 2
    if members is not None:  # "between the pact (Peru and Chile) and Mali"
        found, last = members[0] if inside else found, members[1]
    listed = found, last
    closed = False  # the list has had its "and"
    while True:
        after = last + 1
        comma = phrases.word(after) in (",", ONE_HAND)
        after += 1 if comma else 0
        join = phrases.sort(after) == "join" and phrases.word(after) in ("and", "or")
        as_well = phrases.head(after) == "well" or (phrases.word(after) == "as" and phrases.head(after + 1) == "well")
        if closed and comma and not (join or as_well):  # "the war between Peru and Chile, Mali and Chad left"
            return listed
        after += 1 if join else 3 if as_well else 0
        after += 1 if join and phrases.word(after) == "even" else 0
        aside = _past_relative(phrases, last + 1) if between and comma and not join else None
        if aside is not None:  # "between Chile, which lost, and Peru"
            after, join = aside, True
        if (
            comma and join and last > listed[1] and phrases.sort(after) == "verb"
        ):  # "armed Chad, Mali, and attacked Peru"
            return found, last
        if between and closed and comma and _starts_clause(phrases, after):
            return listed  # "mediated between Chad and Mali, and Peru left"
        fresh = comma and join and last == listed[1] and not between and opens_clause(phrases, after - 1)
        if (
            fresh
            or _accuses_again(phrases, place, after)
            or not (comma or join or as_well)
            or phrases.sort(after) != "noun"
            or phrases.head(after) in _NOTHING
        ):  # "met Chad, and Mali and Peru left"
            return listed if last == listed[1] else _explained(phrases, place, found, last) or listed
        more = phrases.named(after) or of_chain(phrases.sentence, phrases.chunks, after, acting=True)
        ends = phrases.sort(after + 1) == "verb" and phrases.chunks[after + 1].finite and not join
        owned = bool(more) and bool(more[0].owned) and phrases.sentence.kind(more[0].place + 1) == "owner"
        if (
            (owned and not found[0].owned)
            or not more
            or ends
            or (_starts_clause(phrases, after) and not ((between or (last > listed[1] and not object_)) and join))
        ):
            return listed if last == listed[1] else _explained(phrases, place, found, last) or listed
        found = [*found, *more]
        last = after
        listed = (found, last) if join or as_well else listed  # a list without "and" is none
        closed = closed or join


def _accuses_again(phrases: Phrases, place: int, after: int) -> bool:
    """Return whether another is accused of something else: "accused Peru of bombing Chile, and Mali of complicity"."""
    of = phrases.word(after + 1) == "of" and phrases.word(after - 1) == "and"
    verb = next((n for n, each in enumerate(phrases.chunks) if each.verb in ("accuse", "suspect", "convict")), place)
    return of and any(phrases.word(each) == "of" for each in range(verb, place))


def behind_thing(phrases: Phrases, place: int) -> tuple[list[Named], int] | None:
    """Return who is joined to what is nobody, and the last chunk: "joined the programme and the African Union"; else None."""
    if phrases.word(place + 1) != "and" or _starts_clause(phrases, place + 2):
        return None
    found, last = group_from(phrases, place + 2)
    apart = phrases.sort(last + 1) == "noun"  # "backed the plan and Chile the amendment"
    return (found, last) if found and not apart else None


def in_brackets(phrases: Phrases, place: int) -> tuple[list[Named], int] | None:
    """Return those whom a list in brackets behind a noun phrase names, and the closing bracket: "the two (Peru and Chile)"."""
    if phrases.word(place + 1) != "(":
        return None
    found, last = group_from(phrases, place + 2)
    states = all(each.name is not None and each.name.label == "Actor" and not each.owned for each in found)
    return (found, last + 1) if len(found) > 1 and states and phrases.word(last + 1) == ")" else None


def with_examples(phrases: Phrases, place: int, found: list[Named]) -> list[Named]:
    """Return a set that a noun phrase names with those who are named as examples of it: "Arab states, including Oman"."""
    examples = _examples(phrases, place) if _is_set(found) else None
    return [*found, *group_from(phrases, examples)[0]] if examples is not None else found


def _is_set(found: list[Named]) -> bool:
    return len(found) == 1 and found[0].name is not None and found[0].name.kind == "Collective"


def is_described(phrases: Phrases, place: int, one: Named) -> bool:
    """Return whether a noun phrase says what the body is that is named behind it: "Chile's state oil company, Petromar,"."""
    body = one.name is not None and not one.owned and one.name.kind in _BODIES
    return body and phrases.sentence.kind(phrases.chunks[place].end - 1) == "word" and bool(phrases.named(place))


def _past_relative(phrases: Phrases, comma: int) -> int | None:
    """Return the noun phrase behind ", and" after the relative clause that a comma opens; None if there is none."""
    if phrases.sort(comma + 1) != "rel":
        return None
    for after in range(comma + 2, len(phrases.chunks)):
        if phrases.word(after) == "," and phrases.word(after + 1) == "and":
            return after + 2 if phrases.named(after + 2) and not _starts_clause(phrases, after + 2) else None
    return None


def _explained(phrases: Phrases, place: int, found: list[Named], last: int) -> tuple[list[Named], int] | None:
    """Return the one whom a description before a comma is of: "a Chinese firm, Chang Guang,"; None if there is none."""
    described = phrases.sentence.tokens[head_place(phrases.sentence, phrases.chunks[place])].kind == "word"
    name = found[-1].name
    return ([found[-1]], last) if described and name is not None and not found[-1].owned and last == place + 2 else None


def _examples(phrases: Phrases, place: int) -> int | None:
    """Return the noun phrase with those named after a description: "countries in the region, notably Israel"."""
    after = place + 1
    behind = (
        phrases.head(place + 2) if phrases.word(place + 1) in ("from", "of") else ""
    )  # "officials from states including"
    organ = phrases.head(place) in words.ORGANS and bool(words.DESCRIBED.intersection(behind.split()[-1:]))
    described = bool(words.DESCRIBED.intersection(phrases.head(place).split()[-1:]))  # a set is one token
    if not described and not organ:
        return None
    while (
        phrases.sort(after) == "prep"
        and phrases.word(after) in ("in", "of", "from")
        and phrases.sort(after + 1) == "noun"
    ):
        after += 2
    after = phrases.behind_times(after)  # "three partners this year: Chile, Mali and Peru"
    if phrases.word(after) in _OPENING and phrases.named(after + 1):  # "three partners: Chile, Mali and Peru"
        return after + 1
    after += 1 if phrases.word(after) == "," else 0
    chunk = phrases.at(after)
    said = phrases.sentence.lower(chunk.start) if chunk else ""
    if said == "such" and phrases.word(after + 1) == "as":
        return after + 2
    if phrases.word(after) == "among" and phrases.head(after + 1) == "them":
        return after + 2 if phrases.named(after + 2) else None
    if said not in words.EXAMPLES:
        return None
    alone = chunk is not None and chunk.end == chunk.start + 1
    after += 1 if alone else 0
    after += 1 if alone and phrases.word(after) == "," else 0
    return after if phrases.sort(after) == "noun" and phrases.named(after) else None


def _opens(phrases: Phrases, place: int) -> bool:
    """Return whether no verb stands before a place: what stands there is part of the subject."""
    before = [chunk for chunk in phrases.chunks[:place] if not (chunk.passive and not chunk.finite)]
    verbs = any(chunk.sort in ("verb", "sub", "rel") for chunk in before)
    return phrases.sort(0) == "noun" and not verbs and phrases.sort(place - 1) == "prep"


def opens_clause(phrases: Phrases, place: int) -> bool:
    """Return whether "and" at a place joins a clause with a subject of its own: ", and Peru and Chile condemned it"."""
    if phrases.sort(place) != "join":
        return False
    after = place + 1
    while phrases.sort(after) in ("noun", "join") and phrases.sort(after) != phrases.sort(after - 1):
        after += 1
    return phrases.sort(after) == "verb" and phrases.chunks[after].finite and after > place + 1


def has_own_verb(phrases: Phrases, place: int) -> bool:
    """Return whether "and" at a place joins a subject with a verb of its own: "and talk of war with Peru began"."""
    after = place + 2
    while phrases.sort(after) == "prep" and phrases.sort(after + 1) == "noun":
        after += 2
    verb = phrases.at(after)
    joins = phrases.sort(place) == "join" and phrases.sort(place + 1) == "noun"
    return joins and verb is not None and verb.sort == "verb" and verb.finite


def _starts_clause(phrases: Phrases, place: int) -> bool:
    """Return whether a noun phrase is the subject of what follows: "and China condemned it"."""
    after = place + 1
    if phrases.word(after) == "," and phrases.sort(after + 1) == "rel":  # "and China, which lost, condemned it"
        more = range(after + 2, len(phrases.chunks))
        after = next((each + 1 for each in more if phrases.word(each) == ","), after)
    verb = phrases.at(after)
    return verb is not None and verb.sort == "verb" and verb.finite
