"""The tokens of a sentence, in which a name is one token however many words it has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

Kind = Literal["word", "name", "mark", "owner"]
_ABBREVIATED: Final = 4  # characters of "U.S."
_INITIALS: Final = 2  # letters of "UK"
_APOSTROPHE: Final = "\u2019"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a paragraph: whom it means (an id, or for a newcomer the name itself), where, and how it is said.

    kind -- the kind of the actor or thing; label -- its label
    adjective -- "Iranian", not "Iran"; seat -- a city that stands for a government
    new -- it is not known to the case or the crosswalk
    of -- of a group that is known by whose it is, that one, and the word that says so: "backed", "rivals"
    said -- how the paragraph names a newcomer whose whole name, `who`, stands in an earlier one only: "Wang", "the SCO"
    places -- of a group that is described by where it is, the states there: "militias in Iraq and Syria"
    by -- of a plan that is called after a person, that one: "the Rojas Plan"
    """

    who: str
    start: int
    end: int
    kind: str
    label: str = "Actor"
    adjective: bool = False
    seat: bool = False
    new: bool = False
    of: tuple[Name, str] | None = None
    said: str | None = None
    by: Name | None = None
    places: tuple[Name, ...] = ()

    @property
    def abbreviated(self) -> bool:
        """Whether it is so short that it is an adjective too: "U.S.", "UN"."""
        return self.end - self.start <= _ABBREVIATED

    def within(self, other: Name) -> bool:
        """Return whether it is a part of another name."""
        return other.start <= self.start and self.end <= other.end

    def ends(self, other: Name) -> bool:
        """Return whether it is the end of a longer name of a body: the Security Council of "Peace and Security Council"."""
        body = "GovernmentBody" == self.kind == other.kind
        return body and other.start < self.start and self.end == other.end and not other.adjective


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a name, a mark, or the "'s" of an owner; `lower` is its text in small letters."""

    text: str
    start: int
    end: int
    kind: Kind
    name: Name | None = None

    @property
    def lower(self) -> str:
        """The text in small letters, with a plain apostrophe, "co-operate", "cease-fire" and "no longer" as one word each."""
        return _lower(self.text)


@lru_cache(maxsize=16_384)  # the words of a long article; rules ask for each many times
def _lower(text: str) -> str:
    return (
        text.lower().replace("\u2019", "'").replace("co-o", "coo").replace("cease-f", "ceasef").replace("no l", "nol")
    )


def text_of(tokens: Sequence[Token]) -> str:
    """Return the words of tokens as they are written: "15-member", not "15 - member"."""
    before = (None, *tokens)
    return "".join(
        f"{' ' if last and last.end < each.start else ''}{each.text}"
        for last, each in zip(before, tokens, strict=False)
    )


def owner(written: str) -> str:
    """Return a name as that of an owner: "Peru's", "U.S."."""
    if written.isupper() and (len(written) <= _INITIALS or "." in written):
        return written
    return f"{written}{_APOSTROPHE}" if written.endswith("s") else f"{written}{_APOSTROPHE}s"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its tokens, and the place of its first character in the paragraph."""

    tokens: tuple[Token, ...]
    start: int
    end: int

    def lower(self, place: int) -> str:
        """Return the token at a place in small letters, "" beyond either end."""
        return self.tokens[place].lower if 0 <= place < len(self.tokens) else ""

    def kind(self, place: int) -> str:
        """Return the kind of the token at a place, "" beyond either end."""
        return self.tokens[place].kind if 0 <= place < len(self.tokens) else ""
