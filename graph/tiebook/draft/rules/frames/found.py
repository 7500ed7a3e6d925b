"""What a frame found: a pattern of the codebook with its two ends filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tiebook.draft.rules.syntax.chunks import Chunk
from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named
from tiebook.draft.rules.words import vocabulary as words
from tiebook.model.wording import Pattern

ASIDE: Final = ("on", "about", "over", "after", "before", "during", "since", "amid", "despite")  # "talks on a sale"
_OF_THEIRS: Final = frozenset(  # what is theirs may act in these
    ("THREATENS", "CONSTRAINS", "DEPENDS_ON", "CONFLICTS_WITH", "INFLUENCES", "USES_FORCE_AGAINST")
)
_RECOGNISE: Final = ("recognise", "recognize")
_HARMED: Final = ("civilians", "civilian", "citizens", "people", "population", "refugees")
_MEASURES: Final = frozenset("tariff sanction embargo duty boycott ban criticism measure".split())
STATE_OF_THINGS: Final = (
    "situation",
    "crisis",
    "violence",
    "unrest",
    "instability",
    "famine",
    "developments",
    "fighting",
)
_BOUGHT: Final = frozenset(
    "weapons arms missiles ammunition shells tanks jets drones aircraft interceptors launchers".split()
)
_UNREST: Final = ("coup", "coups", "putsch", "takeover", "violence", "bloodshed", "unrest", "fighting")
_EDGES: Final = frozenset("border borders frontier frontiers".split())  # "soldiers to Chile's border" are not in Chile
_THEMSELVES: Final = frozenset(  # and may not be the other end of these
    "COOPERATES_WITH MEETS_WITH ALLIED_WITH MEMBER_OF AGREES_WITH RIVAL_OF BORDERS VOTES_WITH HOLDS_OFFICE_IN PARTY_TO"
    " ISSUES".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """A tie that a sentence says: who to whom, by which pattern.

    clause -- the chunk of the verb by which it is wanted, denied or reported; None for a bare noun phrase
    first, last -- the tokens that say it
    presupposed -- a noun phrase takes it for granted
    loose -- no frame fits, and the words are near
    noun -- a noun says it, and its clause only has it as object: "seeks closer ties"
    at -- the chunk of that noun
    """

    pattern: Pattern
    starts: tuple[Named, ...]
    ends: tuple[Named, ...]
    clause: int | None
    first: int
    last: int
    presupposed: bool = False
    regarding: tuple[Named, ...] = ()
    mechanism: str | None = None
    tie: str | None = None
    loose: bool = False
    noun: bool = False
    at: int | None = None

    @property
    def type(self) -> str:
        """The type of the tie."""
        return self.tie or self.pattern.tie


def ends_of(
    pattern: Pattern, acting: list[Named], other: list[Named]
) -> tuple[tuple[Named, ...], tuple[Named, ...]] | None:
    """Return A and B, where both may stand there; None if one is missing."""
    free = [each for each in acting if not each.owned or pattern.tie in _OF_THEIRS]
    free = [each for each in free if not words.is_noun_of(each.owned, words.RELATED)]
    rest = [each for each in other if not each.owned or pattern.tie not in _THEMSELVES]
    harmed = _HARMED if pattern.tie == "USES_FORCE_AGAINST" else ()  # "killed Chilean civilians", not Chile's rebels
    rest = [each for each in rest if each.owned not in words.OPPONENTS or each.owned in harmed]
    if pattern.tie == "PRESENT_IN":  # a role "in Chile's foreign policy" is none in Chile
        inside = words.TERRITORY - _EDGES
        rest = [each for each in rest if not each.owned or each.owned in inside]
        if len(rest) == 2 and rest[1].place - rest[0].place == 2 and rest[0].owned == rest[1].owned != "":  # noqa: PLR2004
            return None  # "troops on the Chad-Mali border": on which side is not said
    if pattern.line in ("A fund B", "A finance B", "A pay for B"):  # "funds Chilean weapons for Peru"
        rest = [each for each in rest if each.owned not in _BOUGHT]
    if pattern.tie == "COMPLIES_WITH":  # "accuses Peru of violating it" is about the truce
        rest = [each for each in rest if each.reference.lower() not in ("it", "them")]
    if pattern.tie == "CRITICISES":  # "condemned the coup in Chile"
        rest = [each for each in rest if each.owned not in _UNREST]
    if pattern.tie == "PERCEIVES_THREAT_FROM":  # "concern about the situation in Chile"
        rest = [each for each in rest if each.owned not in STATE_OF_THINGS]
    if pattern.tie == "USES_FORCE_AGAINST" and pattern.head == "retaliate":
        rest = [each for each in rest if not words.is_noun_of(each.owned, _MEASURES)]
    if pattern.line in ("A seize B", "A capture B"):  # "seized Chilean weapons"
        plain = [
            each for each in rest if each.name is None or not each.name.adjective or each.owned
        ]  # not "Chilean ships"
        rest = [each for each in plain if not each.owned or each.owned in words.TERRITORY]
    if "asylum" in (pattern.head, *pattern.steps):  # to "a former Chilean minister" it is no help for Chile
        rest = [each for each in rest if each.name is None or not each.name.adjective]
    if pattern.head in _RECOGNISE:  # to recognise "the breakaway regions of Chile" is not support of Chile
        rest = [each for each in rest if each.owned not in words.TERRITORY and each.owned != "genocide"]
    pair = [each.place for each in free if each.owned]
    if pattern.tie == "INFLUENCES" and len(pair) == len(free) == 2 and pair[1] - pair[0] == 2:  # noqa: PLR2004
        return None  # what "the Chad-Mali standoff" changes, neither of the two does
    if not free or not rest:
        return None
    return (tuple(free), tuple(rest)) if pattern.subject == "A" else (tuple(rest), tuple(free))


def span(found: list[Named], chunk: Chunk) -> tuple[int, int]:
    """Return the first and last token of a chunk and of those named."""
    places = [each.place for each in found]
    return min([chunk.start, *places]), max([chunk.end - 1, *places])


def found_with(
    clauses: Clauses,
    pattern: Pattern,
    ends: tuple[tuple[Named, ...], tuple[Named, ...]],
    place: int,
    last: int,
    said: list[Named],
) -> Found:
    """Return what a verb or adjective says, over the tokens of its chunk, of those named, and of its last word.

    place -- the chunk of the verb
    last -- the last chunk that the pattern needs
    said -- those named
    """
    first, final = span(said, clauses.chunks[place])
    if last != place:
        final = max(final, clauses.chunks[last].end - 1)
    return Found(pattern, *ends, place, first, final)
