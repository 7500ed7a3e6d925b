"""Whom a noun phrase means: its names, what of theirs it is about, and its references to those named before."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from tiebook.draft.rules.referring.groups import OWN, called, unnamed_kind
from tiebook.draft.rules.referring.kinds import COUNTRY, LEADERS, REGION, is_reference
from tiebook.draft.rules.syntax.chunks import Chunk
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.syntax.tokens import Sentence, Token, text_of
from tiebook.draft.rules.words import vocabulary as words

_HYPHENS: Final = "-\u2010\u2011\u2013"
_LED: Final = frozenset(
    "campaign coalition operation operations effort efforts mission force bloc alliance drive side order".split()
)
_ALONE: Final = frozenset("it they them he him she itself themselves".split())
_OWNING: Final = frozenset("its their his her".split())
_NOT_ADVERBS: Final = frozenset(
    "ally supply italy family assembly monopoly anomaly brotherly friendly unfriendly deadly costly elderly orderly neighbourly"
    " neighborly scholarly timely untimely worldly ugly daily weekly monthly yearly quarterly cowardly sisterly fatherly".split()
)
_OF: Final = ("of", "by", "in", "from", "inside")
_BEHIND: Final = ("of", "between", "with", "among")  # "the alliance with Peru" is none that was named before
_EQUATES: Final = frozenset(  # "Peru and Chile are its neighbours", "Peru, one of its allies"
    "is are was were be become became remain remains as of , both among".split()
)
_MOVEMENTS: Final = frozenset(
    "faction movement militia organisation organization network regime insurgents gunmen".split()
)
_SPEAKS_FOR: Final = frozenset("spokesman spokeswoman spokesperson spokespeople negotiator negotiators".split())
_MADE_OF: Final = frozenset(  # which are whoever they consist of: "a contingent of Peruvian troops"
    "majority rest all most each both country kingdom island emirate contingent deployment batch wave convoy column crew squad pair"
    " trio bulk battalion brigade".split()
)
_JOINED: Final = 3  # chunks of "Chile and Mali"


def is_adverb(word: str) -> bool:
    """Return whether a word in small letters is an adverb, by its ending or by name."""
    return word in words.ADVERBS or (word.endswith("ly") and word not in _NOT_ADVERBS)


def head_place(sentence: Sentence, chunk: Chunk) -> int:
    """Return the place of the head of a noun phrase: its last name or word that is not an adverb."""
    for place in range(chunk.end - 1, chunk.start - 1, -1):
        token = sentence.tokens[place]
        adverb = is_adverb(token.lower)
        if token.kind == "name" or (token.kind == "word" and not adverb):
            return place
    return chunk.end - 1


def named(sentence: Sentence, chunk: Chunk) -> list[Named]:
    """Return whom a noun phrase names or refers to."""
    if chunk.sort != "noun":
        return []
    tokens = sentence.tokens
    said = text_of(tokens[chunk.start : chunk.end])
    pair = words.NUMBERS_OF_TWO.search(said)
    head = head_place(sentence, chunk)
    own = " ".join(token.text for token in tokens[chunk.start : head + 1])  # without an adverb behind it
    by_kind = _by_kind(sentence, chunk, own, head)
    if by_kind is not None:
        return [by_kind]
    name = tokens[head].name
    if pair is not None and (name is None or name.kind != "State"):  # not "both the United States and Peru"
        rest = " ".join(word for word in said[pair.end() :].strip(" '\u2019").split() if not is_adverb(word.lower()))
        return [Named(None, chunk.start, "" if not rest else tokens[head].lower, pair[0])]
    if tokens[head].lower in _ALONE:
        return [Named(None, head, "", tokens[head].text)]
    if tokens[head].kind == "name":
        return _heads(tokens, chunk.start, head)
    found = _modifiers(tokens, chunk.start, head)
    group = bool(found) and found[0].name is not None and found[0].name.kind == "ArmedGroup"  # "Houthi rebels"
    organ = tokens[head].lower in words.ORGANS or (group and tokens[head].lower in words.OPPONENTS | _MOVEMENTS)
    led = tokens[head].lower in _LED and any(_leads(tokens, each.place) for each in found)  # "the U.S.-led campaign"
    return [each if organ or led else replace(each, owned=tokens[head].lower) for each in found]


def _leads(tokens: tuple[Token, ...], place: int) -> bool:
    after = tokens[place + 1 : place + 3]
    return len(after) > 1 and after[0].text in _HYPHENS and after[1].lower == "led"


def _by_kind(sentence: Sentence, chunk: Chunk, said: str, head: int) -> Named | None:
    """Return the reference that a noun phrase is by what somebody is: "the region", "the bloc", "the kingdom's crown prince"."""
    low = said.lower()
    if low == REGION and sentence.lower(chunk.start - 1) in ("to", "for"):
        return Named(None, chunk.start, "", said)
    if sentence.kind(head) == "name":
        return None
    text = text_of(sentence.tokens[chunk.start : head + 1])
    if low in LEADERS and sentence.tokens[head].text[:1].isupper() and sentence.lower(chunk.end) not in ("of", "from"):
        return Named(None, head, "", text)
    if low in COUNTRY or is_reference(low, sentence.lower(chunk.start - 1), sentence.lower(chunk.end)):
        return Named(None, chunk.start, "", said)
    after = sentence.lower(chunk.end)
    low = text.lower()
    again = called(text) and sentence.kind(chunk.end) != "owner"
    if after not in _BEHIND and (again or unnamed_kind(low)):
        return Named(None, head, "", text)
    own = OWN.fullmatch(low)
    if own is not None and sentence.lower(chunk.start - 1) not in _EQUATES and not _names_follow(sentence, chunk.end):
        return Named(None, chunk.start, "", text)
    whose, owner, _ = said.partition(" \u2019s " if " \u2019s " in said else " 's ")
    refers = is_reference(whose.lower(), "", "") or whose.lower() in COUNTRY
    plain = not sentence.lower(head).endswith("s") or sentence.lower(head) in words.ORGANS | words.OPPONENTS
    refers = refers or (bool(called(whose)) and plain)  # not "the group's rivals"
    if owner and sentence.kind(head) == "word" and refers:
        what = sentence.lower(head)
        return Named(None, chunk.start, "" if what in words.ORGANS else what, whose)
    return None


def _names_follow(sentence: Sentence, place: int) -> bool:
    """Return whether those are named behind a group that are in it: "its allies Peru and Chile", "its foes, like Mali"."""
    follows = place + (sentence.lower(place) in (",", ":", "(", *_HYPHENS))
    return sentence.kind(follows) == "name" or sentence.lower(follows) in (*words.EXAMPLES, "such", "like")


def _heads(tokens: tuple[Token, ...], start: int, head: int) -> list[Named]:
    found = [Named(tokens[head].name, head)]
    if head - 2 >= start and tokens[head - 1].text in _HYPHENS and tokens[head - 2].kind == "name":
        found.insert(0, Named(tokens[head - 2].name, head - 2))
    return found


def _modifiers(tokens: tuple[Token, ...], start: int, head: int) -> list[Named]:
    """Return those to whom the head of a noun phrase belongs: "China's", "Iranian", "its", or two joined by a hyphen."""
    places = [place for place in range(start, head) if tokens[place].kind == "name"]
    for place in places:
        if place + 2 < head and tokens[place + 1].text in _HYPHENS and tokens[place + 2].kind == "name":
            third = place + 4
            more = [place + 4] if third < head and tokens[place + 3].text in _HYPHENS and third in places else []
            return [Named(tokens[each].name, each) for each in (place, place + 2, *more)]
    owners = [place for place in places if tokens[place + 1].kind == "owner"]
    if owners:
        return [Named(tokens[owners[-1]].name, owners[-1])]
    own = next((place for place in range(start, head) if tokens[place].lower in _OWNING), None)
    own = None if tokens[head].lower.startswith("counterpart") and places else own  # "his Chilean counterpart"
    if own is not None:
        return [Named(None, own, "", tokens[own].text)]
    joined = [place for place in places if tokens[place + 1].text in _HYPHENS or tokens[place - 1].text in _HYPHENS]
    acts = [place for place in places if tokens[place + 1].text in _HYPHENS and tokens[place + 2].lower in words.DOES]
    if acts:
        return [Named(tokens[acts[0]].name, acts[0])]  # "the Chilean-led embargo"
    free = [place for place in places if place not in joined or place == start]  # not the Iran of "Iran-backed"
    return [Named(tokens[free[0]].name, free[0])] if free else []


def of_chain(sentence: Sentence, all_chunks: list[Chunk], place: int, *, acting: bool = False) -> list[Named]:
    """Return whom a noun phrase means with what follows it: "the government of Iran", "the policies of Iran".

    acting -- it is a subject: "the war in Yemen" is not Yemen's, as "targets in Yemen" are
    """
    if not 0 <= place < len(all_chunks):
        return []
    chunk = all_chunks[place]
    found = named(sentence, chunk)
    if found or chunk.sort != "noun" or place + 2 >= len(all_chunks):
        return found
    prep, after = all_chunks[place + 1], all_chunks[place + 2]
    head = sentence.tokens[head_place(sentence, chunk)].lower
    speaks = prep.word == "for" and head in _SPEAKS_FOR  # "a spokesman for Peru"
    if prep.sort != "prep" or not (prep.word in _OF or speaks) or after.sort != "noun":
        return []
    if acting and prep.word == "in" and head not in words.RULING:
        return []
    organ = head in words.ORGANS or head in _MADE_OF
    last = place + 2 if prep.word != "of" or named(sentence, after) else _past_more(sentence, all_chunks, place + 2)
    inner = named(sentence, after) or (of_chain(sentence, all_chunks, last) if prep.word == "of" else [])
    rules = prep.word == "in" and head in words.RULING  # "the junta in Mali", "officials in Lima"
    if rules:
        return [replace(each, name=replace(each.name, seat=False) if each.name else None) for each in inner]
    organ = (organ and prep.word == "of") or (prep.word == "from" and head in words.ORGANS) or speaks
    fights = head in words.OPPONENTS and prep.word == "of"  # "the rebels of the M23"
    organ = organ or (fights and all(each.name is not None and each.name.kind == "ArmedGroup" for each in inner))
    fighters = head in words.OPPONENTS and prep.word in ("in", "inside")  # "armed rebels in its northern region"
    return [each if organ else replace(each, owned=head if fighters else each.owned or head) for each in inner]


def _past_more(sentence: Sentence, all_chunks: list[Chunk], place: int) -> int:
    """Return the last of things that are joined and nobody's: the drones of "the transfer of missiles and drones from Peru"."""
    last = place
    while last + 2 < len(all_chunks):
        comma = all_chunks[last + 1].word == ","
        after = last + 1 + comma
        after += after < len(all_chunks) and all_chunks[after].sort == "join"
        chunk = all_chunks[after] if last + 1 < after < len(all_chunks) else None
        if chunk is None or chunk.sort != "noun" or named(sentence, chunk):
            break
        if sentence.lower(chunk.start) in words.DETERMINERS:
            break
        last = after
    goes_on = last + 2 < len(all_chunks) and all_chunks[last + 1].sort == "prep"
    return last if goes_on else place


def ends_opening(all_chunks: list[Chunk], comma: int, verb: int) -> bool:
    """Return whether a comma ends what a sentence opens with: "Despite warnings from Peru, Chile and Mali believed".

    verb -- of which somebody after the comma is the subject: no list goes over it then, unless other commas part its items
    """
    first = all_chunks[0]
    before, after = all_chunks[1:comma], all_chunks[comma + 1 : verb]
    opens = first.sort == "prep" or (first.sort == "sub" and first.word in words.PREPOSITIONS)
    plain = all(each.sort in ("noun", "prep", "mark", "join") for each in (*before, *after))
    joined = sum(each.sort == "join" for each in after) == 1 and not any(each.sort == "mark" for each in after)
    acts = verb < len(all_chunks) and all_chunks[verb].sort == "verb"
    return acts and opens and plain and joined and len(after) == _JOINED and not _listed(all_chunks, comma)


def _listed(all_chunks: list[Chunk], comma: int) -> bool:
    """Return whether the item before a comma is in a list that goes on: after another comma, with no "and" between.

    So is what begins behind the comma that ends an opening: "In May, the leaders of Peru, Chile and Mali met".
    """
    earlier = next((each for each in range(comma - 1, 0, -1) if all_chunks[each].word == ","), None)
    whose = earlier is not None and all_chunks[earlier + 1].sort == "noun" and all_chunks[earlier + 2].word == "of"
    return comma > 1 and (all_chunks[comma - 2].word == "," or whose)


def with_more_persons(sentence: Sentence, those: list[Chunk], found: list[Named]) -> list[Named]:
    """Return persons with those joined behind where the first is from: "Ana Rojas of Chile and Ivo Pavlov of Peru"."""
    if len(found) != 1 or not _is_person(found[0]):
        return found
    after = (named(sentence, chunk) for join, chunk in pairwise(those) if join.sort == "join")
    return [*found, *(each[0] for each in after if each and _is_person(each[0]))]


def _is_person(one: Named) -> bool:
    return one.name is not None and one.name.kind == "Person" and not one.owned
