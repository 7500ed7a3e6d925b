"""What somebody thinks or feels before "that": "fears in Lima that", "Peru's hope is that", "what Peru fears most is that"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tiebook.draft.rules.syntax.clauses import Clauses
from tiebook.draft.rules.syntax.named import Named, themselves
from tiebook.draft.rules.words import vocabulary as words
from tiebook.draft.rules.words.vocabulary import is_noun_of

_WHERE: Final = ("in", "among", "within", "across", "of")
_STIRS: Final = frozenset(
    "grow mount rise spread persist linger increase deepen emerge surface circulate intensify remain abound exist swirl".split()
)
_MINDS: Final = words.CONTENT | frozenset(
    "anxiety unease alarm dread conviction consensus calculation thinking".split()
)
_UPSETS: Final = frozenset(
    "worry concern alarm trouble unsettle unnerve frighten scare disturb disquiet vex bother".split()
)


@dataclass(frozen=True, slots=True)
class Attitude:
    """A verb, noun or adjective before "that".

    word -- its base form, of a noun the noun
    at -- its chunk
    minds -- whose it is, where they are not the subject of a verb: by a place, by "what", or as owner of the noun
    placed -- whether a place or "what" says whose it is
    """

    word: str
    at: int
    minds: tuple[Named, ...] = ()
    placed: bool = False


def attitude_before(clauses: Clauses, that: int) -> Attitude | None:
    """Return what stands before "that"; None where nothing does."""
    at, where = _past_place(clauses, that - 1)
    chunk = clauses.at(at)
    if chunk is None:
        return None
    says = clauses.at(at - 2)
    if clauses.word(at - 1) == "with" and says is not None and says.sort == "verb":  # "notes with concern that"
        return Attitude(says.verb, at - 2)
    if chunk.sort != "verb":
        return Attitude(clauses.head(at), at, where or _own(clauses, at), bool(where))
    if chunk.verb == "be" and not chunk.passive:
        return _equated(clauses, at) or Attitude(chunk.verb, at, where, bool(where))
    if chunk.verb in _STIRS and is_noun_of(clauses.head(at - 1), _MINDS):  # "Fears are growing in Lima that"
        return Attitude(clauses.head(at - 1), at - 1, where or _own(clauses, at - 1), bool(where))
    return Attitude(chunk.verb, at, where if chunk.passive else (), bool(where) and chunk.passive)


def _past_place(clauses: Clauses, at: int) -> tuple[int, tuple[Named, ...]]:
    """Return the chunk before a place where something is felt, and whose place it is: "concern in Lima", "hoped in Lima"."""
    head = clauses.head(at)
    if clauses.word(at - 1) not in _WHERE or clauses.sort(at) != "noun" or is_noun_of(head, _MINDS):
        return at, ()
    where = tuple(each for each in clauses.named(at) if each.name is None or each.name.label == "Actor")
    felt = clauses.at(at - 2)
    of = clauses.word(at - 1) == "of"  # "the view of Peru that"
    fits = felt is not None and ((felt.sort == "verb" and not of) or is_noun_of(clauses.head(at - 2), _MINDS))
    return (at - 2, tuple(themselves(where))) if fits else (at, ())


def _equated(clauses: Clauses, be: int) -> Attitude | None:
    """Return what "is that" says the content of: "Peru's fear is", "the fear in Lima is", "what Peru fears", "what upsets Peru"."""
    at, where = _past_place(clauses, be - 1)
    if clauses.sort(at) == "verb" and clauses.sort(at - 1) == "noun" and _what(clauses, at - 1):
        return Attitude(clauses.chunks[at].verb, at, tuple(clauses.named(at - 1)), placed=True)
    upset = clauses.at(at - 1)
    if upset is not None and upset.verb in _UPSETS and _what(clauses, at - 2):
        return Attitude("worry", at - 1, _own(clauses, at), placed=True)
    if clauses.sort(at) == "noun" and is_noun_of(clauses.head(at), _MINDS):
        return Attitude(clauses.head(at), at, where or _own(clauses, at), bool(where))
    return None


def _what(clauses: Clauses, place: int) -> bool:
    return clauses.sort(place) == "noun" and clauses.tokens(place)[0].lower == "what"


def _own(clauses: Clauses, place: int) -> tuple[Named, ...]:
    return tuple(themselves(clauses.named(place)))
