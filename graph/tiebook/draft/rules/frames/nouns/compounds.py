"""What compounds say of groups and whoever is named behind them: "Iran-backed groups", "the pro-Chilean government of Peru"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tiebook.draft.rules.frames.found import Found
from tiebook.draft.rules.syntax.chunks import Chunk
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.joined import in_brackets
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.syntax.nouns import head_place
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.lexicon import lexicon, says
from tiebook.model.wording import Pattern

_HYPHENS: Final = "-\u2010\u2011\u2013"
_BACKED: Final = ("GovernmentBody", "Person", "Party")  # whoever is backed here is given no arms
_IS: Final = ("be", "remain", "become")
_CAMPS: Final = frozenset(
    "bloc block coalition alliance camp front axis grouping stance policy position line campaign agenda rhetoric course".split()
)
_JOINS: Final = (
    "join",
    "form",
    "lead",
    "head",
    "build",
    "be",
    "become",
    "remain",
    "enter",
    "create",
    "participate",
    "forge",
    "adopt",
)
_IMPOSES: Final = (
    "impose",
    "adopt",
    "introduce",
    "announce",
    "tighten",
    "expand",
    "extend",
    "renew",
    "levy",
    "approve",
    "maintain",
)
_LEANINGS: Final = {
    "pro": Pattern("SUPPORTS", "verb", "A support B", "A", "support", ("B",)),
    "anti": Pattern("OPPOSES", "verb", "A oppose B", "A", "oppose", ("B",)),
}


def compound_frames(clauses: Clauses) -> Iterator[Found]:
    """Yield what the compounds of a sentence say, and the names of groups that have one."""
    for chunk in clauses.chunks:
        if chunk.sort == "noun":
            yield from _groups(clauses, chunk)
            yield from _compounds(clauses, chunk)
            yield from _leanings(clauses, chunk)


def _groups(clauses: Clauses, chunk: Chunk) -> Iterator[Found]:
    """Yield what the name of a group says of whose it is: "Iran-backed groups", "Iran's rivals"."""
    for place in range(chunk.start, chunk.end):
        name = clauses.sentence.tokens[place].name
        if name is None or name.of is None:
            continue
        whose, word = name.of
        at = clauses.chunk_of(place)
        members = in_brackets(clauses, at) or _among(clauses, at)
        acting: tuple[Named, ...] = (Named(whose, place),)
        group = tuple(members[0]) if members is not None else (Named(name, place),)
        if word in _LEANINGS:
            yield Found(_LEANINGS[word], group, acting, None, place, place, presupposed=True)
            return
        for pattern in lexicon().compounds.get(word, ()):
            for tie in _backing(pattern, name.kind):
                yield Found(pattern, acting, group, None, place, place, presupposed=True, tie=tie)
            return
        for pattern in lexicon().roles.get(word, ()):
            if not pattern.before:
                ends = (
                    (group, acting) if pattern.subject == "A" else (acting, group)
                )  # "Iranian proxies" get Iran's help
                yield Found(pattern, *ends, None, place, place, presupposed=True)
                return


def _among(clauses: Clauses, place: int) -> tuple[list[Named], int] | None:
    """Return those who are said to be among a group: "Among Peru's partners are Chile and Mali"; None where nobody is."""
    verb = clauses.at(place + 1)
    inverted = clauses.word(place - 1) == "among" and verb is not None and verb.verb == "be" and not verb.negated
    found = clauses.group_from(place + 2) if inverted else ([], place)
    return found if found[0] and all(not each.owned for each in found[0]) else None


def _compounds(clauses: Clauses, chunk: Chunk) -> Iterator[Found]:
    """Yield what "Iran-backed Hezbollah" says."""
    tokens = clauses.sentence.tokens
    for place in range(chunk.start, chunk.end - 2):
        name, word = tokens[place].name, tokens[place + 2].lower
        head = head_place(clauses.sentence, chunk)
        if name is None or tokens[place + 1].text not in _HYPHENS or head <= place + 2:
            continue
        whose = _of_compound(clauses, chunk, place + 3, head)
        if whose is None:
            yield from _described(clauses, chunk, place)
        if whose is None or whose.name is None:
            continue
        first, last = sorted((place, whose.place))
        for pattern in lexicon().compounds.get(word, ())[:1]:
            for tie in _backing(pattern, whose.name.kind):
                yield Found(pattern, (Named(name, place),), (whose,), None, first, last, presupposed=True, tie=tie)


def _described(clauses: Clauses, chunk: Chunk, place: int) -> Iterator[Found]:
    """Yield what somebody is: "Peru and Oman are both Chile-friendly states", "the group is a Chilean-backed militia"."""
    at = clauses.chunk_of(chunk.start)
    verb = clauses.at(at - 1)
    if verb is None or verb.verb not in _IS or verb.sort != "verb" or verb.passive:
        return
    tokens = clauses.sentence.tokens
    acting = tuple(each for each in clauses.subject(at - 1) if not each.owned and each.name is not None)
    for pattern in lexicon().compounds.get(tokens[place + 2].lower, ())[:1] if acting else ():
        places = [place, *(each.place for each in acting)]
        kind = acting[0].name.kind if acting[0].name is not None else ""
        for tie in _backing(pattern, kind):
            ends = ((Named(tokens[place].name, place),), acting)
            yield Found(pattern, *ends, at - 1, min(places), max(*places, place + 2), tie=tie)


def _anti_sanctions(clauses: Clauses, chunk: Chunk, whom: Named) -> Iterator[Found]:
    """Yield who is under sanctions by a compound: "imposed a series of anti-Chilean sanctions"."""
    at = clauses.chunk_of(chunk.start)
    governor = clauses.governor(at)
    imposes = (
        governor is not None and clauses.chunks[governor].verb in _IMPOSES and not clauses.chunks[governor].passive
    )
    acting = (
        tuple(each for each in clauses.subject(governor) if not each.owned) if imposes and governor is not None else ()
    )
    if acting:
        places = [whom.place, *(each.place for each in acting)]
        pattern = lexicon().plain("sanction")
        yield Found(pattern, acting, (whom,), governor, min(places), max(places))


def _against(clauses: Clauses, chunk: Chunk, place: int) -> list[Named]:
    """Return who is in a camp for or against somebody: "joined the anti-Chilean bloc", "an anti-Chilean alliance of Peru"."""
    at = clauses.chunk_of(chunk.start)
    own = [each.itself for each in clauses.named(at) if each.place < place]
    behind = clauses.group_from(at + 2)[0] if clauses.word(at + 1) in ("of", "between") else []
    members = [each for each in behind if not each.owned and each.name is not None and each.name.kind == "State"]
    before = at - 1
    if clauses.word(before) == "of" and clauses.head(before - 1) in ("part", "member", "members", "pillar", "core"):
        before -= 2
    before -= clauses.word(before) in ("in", "of")
    verb = clauses.at(before)
    joins = verb is not None and verb.verb in _JOINS and not verb.passive
    return own or members or ([each for each in clauses.subject(before) if not each.owned] if joins else [])


def _backing(pattern: Pattern, kind: str) -> tuple[str, ...]:
    """Return the types of a compound by who has it: a backed militia is given arms, a backed government support."""
    if pattern.tie != "AIDS" or pattern.head not in ("-backed", "-supported"):
        return (pattern.tie,)
    return ("SUPPORTS",) if kind in _BACKED else ("SUPPORTS", "AIDS") if kind == "State" else ("AIDS",)


def _of_compound(clauses: Clauses, chunk: Chunk, first: int, head: int) -> Named | None:
    """Return who has a compound before the name, or before a state's organ: "Chilean-backed Peruvian forces"."""
    tokens = clauses.sentence.tokens
    if tokens[head].name is not None:
        return Named(tokens[head].name, head)
    if tokens[head].lower not in words.ORGANS:
        return None
    found = next((each for each in range(first, head) if tokens[each].name is not None), None)
    if found is not None:  # "the Chilean-led Peru force" is not Peru's
        name = tokens[found].name
        theirs = name is not None and (name.adjective or name.kind != "State" or tokens[found + 1].kind == "owner")
        return Named(name, found) if theirs else None
    at = clauses.chunk_of(chunk.start)
    behind = clauses.named(at + 2) if clauses.word(at + 1) == "of" else []
    return behind[0] if behind and not behind[0].owned and behind[0].name is not None else None


def _leanings(clauses: Clauses, chunk: Chunk) -> Iterator[Found]:
    """Yield for or against whom somebody is: "the pro-Chilean government of Peru", "anti-American militias in Iraq"."""
    tokens = clauses.sentence.tokens
    for place in range(chunk.start, chunk.end - 3):
        pattern = _LEANINGS.get(tokens[place].lower)
        name, head = tokens[place + 2].name, head_place(clauses.sentence, chunk)
        if pattern is None or name is None or tokens[place + 1].text not in _HYPHENS or head <= place + 2:
            continue
        whose = _of_compound(clauses, chunk, place + 3, head)
        if pattern.tie == "OPPOSES" and says("{sanctions}", tokens[head : head + 1]) and name.label == "Actor":
            yield from _anti_sanctions(clauses, chunk, Named(name, place + 2))
            continue
        camp = _against(clauses, chunk, place) if tokens[head].lower in _CAMPS and name.label == "Actor" else []
        if camp:
            places = [place, place + 2, *(each.place for each in camp)]
            ends = (tuple(camp), (Named(name, place + 2),))
            yield Found(pattern, *ends, clauses.governor(clauses.chunk_of(chunk.start)), min(places), max(places))
        elif whose is not None and name.label == "Actor":
            first, last = sorted((place, whose.place))
            ends = ((whose,), (Named(name, place + 2),))
            yield Found(pattern, *ends, None, first, max(last, place + 2), presupposed=True)
