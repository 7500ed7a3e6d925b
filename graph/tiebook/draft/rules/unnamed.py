"""People without a name who say something: "Western analysts", "some in Moscow", "officials in Beijing"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.syntax.nouns import head_place
from tiebook.draft.rules.syntax.second import joined_to
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

_FAMILIAR: Final = ("familiar", "close", "briefed")
_OTHERS: Final = frozenset("critics critic opponents opponent supporters supporter detractors advisers aides".split())
_MANY: Final = frozenset("some many several most few".split())  # "some analysts" are not all
_LIVE: Final = frozenset("resident residents villagers locals people citizens inhabitants refugees".split())
_WHERE: Final = ("at", "from", "with", "of", "for")  # "analysts at the Coastal Institute"


def people_before(clauses: Clauses, place: int) -> tuple[int, int] | tuple[()]:
    """Return the first and last token of "analysts", "some in Moscow" and the like where they are the subject."""
    verb = clauses.chunks[place]
    if verb.form == "ing" and not verb.finite and clauses.word(place - 1) == ",":  # "Analysts criticised it, saying"
        main = clauses.governor(place)
        return people_before(clauses, main) if main is not None and clauses.chunks[main].finite else ()
    if verb.infinitive or clauses.sort(place - 1) == "join":  # "officials went so far as to say", "left, and said"
        earlier = clauses.governor(place) if verb.infinitive else joined_to(clauses, place)
        return people_before(clauses, earlier) if earlier is not None and earlier < place else ()
    for each in range((opening_of(clauses, place) or place) - 1, -1, -1):
        chunk = clauses.chunks[each]
        if chunk.sort not in ("noun", "prep") and not _describes(clauses, each):
            return ()
        found = people_at(clauses, each)
        if found:
            return found
    return ()


def _describes(clauses: Clauses, place: int) -> bool:
    """Return whether a participle says which people are meant: "analysts interviewed by Reuters", "diplomats briefed on it"."""
    chunk = clauses.chunks[place]
    plain = chunk.sort == "verb" and chunk.end - chunk.start == 1 and chunk.form in ("past", "participle")
    meant = plain and chunk.verb not in words.REPORTS and clauses.sort(place - 1) == "noun"
    return meant and clauses.sort(place + 1) == "prep" and bool(people_at(clauses, place - 1))


def people_at(clauses: Clauses, place: int) -> tuple[int, int] | tuple[()]:
    """Return the first and last token of people without a name: "Western analysts", "officials in Beijing"."""
    head = clauses.head(place)
    if head in _FAMILIAR:  # "diplomats familiar with the talks"
        chunk = clauses.chunks[place]
        first = head_place(clauses.sentence, replace(chunk, end=chunk.end - 1)) if chunk.end - chunk.start > 1 else -1
        return (chunk.start, first) if first >= 0 and is_noun_of(clauses.sentence.lower(first), words.REPORTERS) else ()
    some = head in words.SOME and clauses.word(place + 1) in ("in", "within")
    if not some and head not in words.REPORTERS:
        return ()
    chunk = clauses.chunks[place]
    last = head_place(clauses.sentence, chunk)
    first = last
    while first > chunk.start and (some or clauses.sentence.lower(first - 1) not in words.DETERMINERS - _MANY):
        first -= 1
    while clauses.sentence.tokens[first].kind == "mark":
        first += 1
    whose = clauses.word(place + 1) in _WHERE and any(each.name is not None for each in clauses.named(place + 2))
    both = clauses.word(place + 1) == "from" and any(_of_both(each) for each in clauses.named(place + 2))
    if both:  # "officials from both countries"
        return first, clauses.chunks[place + 2].end - 1
    if whose or (clauses.word(place + 1) in ("in", "within") and clauses.named(place + 2)):
        name = clauses.named(place + 2)[-1].name
        last = clauses.named(place + 2)[-1].place
        if name is None:  # "some in the army"
            return first, clauses.chunks[place + 2].end - 1
        theirs = name is not None and name.adjective and whose  # "a spokesman for the Peruvian army"
        if theirs or clauses.sentence.kind(last + 1) == "owner":
            last = head_place(clauses.sentence, clauses.chunks[place + 2])
    if some and clauses.sort(place + 2) == "noun" and not clauses.named(place + 2):  # "many in the governing party"
        last = clauses.chunks[place + 2].end - 1
    return first, last


def _of_both(one: Named) -> bool:
    return one.name is None and one.reference.lower().split()[:1] in (["both"], ["the"]) and " " in one.reference


def others_of(one: Named) -> bool:
    """Return whether people are known by whom they are for or against, and do not speak for them: "his critics", "her aides"."""
    return bool(one.reference) and one.owned in _OTHERS


def opening_of(clauses: Clauses, place: int) -> int:
    """Return the comma that opens the relative clause or participle that ends right before a verb; 0 without one."""
    opening = place - 2 if clauses.word(place - 1) == "," else 0
    while opening > 0 and not (clauses.word(opening) == "," and _opens_aside(clauses, opening + 1)):
        opening -= 1
    return opening


def recorded(clauses: Clauses, place: int) -> list[Named]:
    """Return the person whose state stands in brackets before a verb, as in records of meetings: "Ana Rojas (Peru) said"."""
    opening = opening_of(clauses, place)
    closing = (opening or place) - 1
    while clauses.sort(closing) in ("noun", "prep") or clauses.word(closing) == ",":
        closing -= 1
    if clauses.word(closing) != ")" or clauses.word(closing - 2) != "(":
        return []
    found = clauses.named(closing - 3)
    return [each for each in found if each.name is not None and each.name.kind == "Person" and not each.owned]


def _opens_aside(clauses: Clauses, place: int) -> bool:
    """Return whether a relative clause, a participle or an apposition begins at a place: ", who left,", ", a think tank,"."""
    chunk = clauses.at(place)
    apposed = chunk is not None and chunk.sort == "noun" and clauses.sentence.lower(chunk.start) in ("a", "an", "the")
    if apposed and clauses.sort(place - 2) == "noun" and bool(clauses.named(place - 2)):
        return True
    citing = chunk is not None and chunk.sort == "verb" and chunk.form == "ing" and not chunk.finite
    return clauses.sort(place) == "rel" or citing


def is_placed(clauses: Clauses, people: tuple[int, int] | tuple[()], verb: int | None = None) -> bool:
    """Return whether people without a name are known by a place or name: "officials in Beijing", "critics of Chile".

    verb -- of saying; where another stands before it, the names there are not who speaks: "analysts interviewed by Reuters"
    """
    said = [clauses.sentence.lower(each) for each in range(*people)] if people else []
    last = clauses.chunk_of(people[1]) if people else 0
    lives = "of" in said and bool(_LIVE & set(said))  # "residents of Lima"
    described = bool(people) and verb is not None and any(clauses.sort(each) == "verb" for each in range(last, verb))
    placed = any(each in ("in", "within", "based") for each in said) or ("of" in said and bool(_OTHERS & set(said)))
    both = "from" in said and bool({"both", "two"} & set(said))  # "officials from both countries"
    return placed or (bool(said) and "for" in said) or lives or described or both
