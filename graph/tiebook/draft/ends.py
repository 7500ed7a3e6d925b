"""Who a proposal speaks of: an entity that its paragraph names, or refers to after an earlier one named it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from tiebook.case.folding import fold
from tiebook.case.names import Names, kind_fault, same_kind, slug
from tiebook.case.text import Text
from tiebook.draft.names import NameIndex
from tiebook.draft.rules.names.initials import introduced_with_initials
from tiebook.draft.schema import kinds
from tiebook.model.codebook import UNSPECIFIED
from tiebook.model.records import Entity

_REFERENCE: Final = re.compile(
    r"(?:it|its|they|them|their|he|him|his|she|her|both|these|those|this|that|the|such|either|neither|each|all|we|us|our|i|my)(?:\s.*)?",
    re.IGNORECASE,
)
_OWN: Final = re.compile(r"(\w+ of )?(?:its|their|his|her) (.+)", re.IGNORECASE)
# what stands before a name and is no part of it; "A Just Russia" keeps its capital
_BEFORE: Final = re.compile(r"\A(?:(?:an?|the)\s+(?=\S)|(?:The|An?)\s+(?=[a-z]))")
_BEFORE_PEOPLE: Final = re.compile(r"\A(?:(?:An?|The)\s+(?=\S))?(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir)\b\.?\s+(?=\S))?")
_PEOPLE: Final = ("Person", "Collective")
_SHORTEST_PART: Final = 3  # letters of a part of a person's name
_MOST_WORDS: Final = 6  # of a reference
_LONGEST_NAME: Final = 12  # words
# Where a proposer names the class of a thing and not its kind: the widest kind of that class. Factor and Issue are kinds too.
_WIDEST: Final = {"Instrument": "policy", "Event": "other", "Place": "region"}


def _of_label(said: str, name: str) -> str:
    """Return the kind that is meant by a kind, in any capitalisation, or by the class that it belongs to; else what was said."""
    label = same_kind(said, _WIDEST)
    if label is None:
        return same_kind(said, kinds()) or said
    words = set(fold(name).casefold().split())
    return next((kind for kind, of in kinds().items() if of == label and kind in words), _WIDEST[label])


class NotNamed(ValueError):
    """The paragraph does not name an end, or not so that one knows what it is."""


class Ends:
    """Resolves the names in proposals, paragraph by paragraph."""

    def __init__(self, text: Text, index: NameIndex, names: Names, author: str, waiting: Iterable[Entity] = ()) -> None:
        """Look up once which entities each paragraph names.

        waiting -- what open proposals would bring into the case: known by id, too
        """
        self._waiting = {entity.id: entity for entity in waiting}
        self.text = text
        self.names = names
        self.author = author
        self._index = index
        self._named: dict[int, frozenset[str]] = {}
        self._before: dict[int, frozenset[str]] = {}
        self._short: dict[str, str] = {}  # what the text introduces by its initials: "FFA"
        seen: frozenset[str] = frozenset()
        for paragraph in text.paragraphs:
            here = frozenset(mention.id for mention in index.mentions(paragraph.text, within=True))
            seen |= here
            for each in introduced_with_initials(paragraph.text, frozenset()):
                self._short.setdefault(each.surface, each.whole)
            self._named[paragraph.number], self._before[paragraph.number] = here, seen

    def resolve(
        self, name: str, number: int, new: Mapping[str, str], words: str | None = None, *, anybody: bool = False
    ) -> Entity | str:
        """Return the id that a name means, or the new entity that it introduces.

        words -- how the paragraph refers to it where it does not name it
        anybody -- nobody in particular and the author are allowed too

        Raises NotNamed.
        """
        found = self._index.resolve(name) or self._resolved(name)
        if found is None and name in self._short and self._stands(name, number):
            whole = self._index.resolve(self._short[name]) or self._resolved(self._short[name])
            if whole is not None:
                return whole
        if found is None:
            waiting = self._waiting.get(name)
            if waiting is not None:
                return self._new(waiting.name, number, {waiting.name: waiting.kind}, words)
            return self._new(name, number, new, words)
        if found in self._named[number] or (anybody and found in (UNSPECIFIED, self.author)):
            return found
        if words is None:
            raise NotNamed(f"{name!r} is not named in paragraph {number}")
        self._check_reference(name, found, words, number)
        return found

    def _resolved(self, name: str) -> str | None:
        trial = self.names.copy().resolve(name)
        known = trial in self.names.references or self._index.entity(trial) is not None
        return trial if known else None

    def _check_reference(self, name: str, found: str, words: str, number: int) -> None:
        if not _REFERENCE.fullmatch(words.strip()) or len(words.split()) > _MOST_WORDS:
            raise NotNamed(f"{words!r} is neither a name of {name!r} nor a reference to it, such as 'it'")
        if not self._stands(words, number):
            raise NotNamed(f"{words!r}, by which it should refer to {name!r}, is not in paragraph {number}")
        if found not in self._before[number]:
            raise NotNamed(f"{name!r} is not named in paragraph {number} or before it")

    def _new(self, name: str, number: int, new: Mapping[str, str], words: str | None) -> Entity:
        plain = " ".join(name.split())
        kind = next((kind for each, kind in new.items() if fold(each) == fold(plain)), None)
        kind = None if kind is None else _of_label(kind, plain)
        called = _bare(plain, kind)
        named = (
            self._stands(called, number)
            or (words is not None and (self._shortened(called, words, number) or self._owned(called, words, number)))
            or (words is None and kind == "Person" and self._by_a_part(called, number))
        )
        if not slug(called) or len(plain.split()) > _LONGEST_NAME or not named:
            if name == slug(name) and kind is None:
                raise NotNamed(
                    f"{name!r} is not named in paragraph {number}, and no id:"
                    " write the name as it stands there, with its kind in `new`"
                )
            raise NotNamed(f"{name!r} is not named in paragraph {number}, nor is it another name of something that is")
        if kind is None:
            raise NotNamed(f"{name!r} is not known: its kind is needed, in `new`")
        if kind not in kinds():
            raise NotNamed(kind_fault(kind, tuple(kinds())))
        called = _bare(self._short.get(called, called), kind)
        short = (each for each, whole in self._short.items() if whole == called and self._index.resolve(each) is None)
        return Entity(kinds()[kind], slug(called), called, kind, tuple(sorted(short)))

    def _by_a_part(self, name: str, number: int) -> bool:
        """Return whether a paragraph has a part of a person's name, and an earlier one the whole."""
        parts = [part for part in name.split() if len(part) >= _SHORTEST_PART and part[0].isupper()]
        return any(self._stands(part, number) for part in parts) and self._stands_before(name, number)

    def _shortened(self, name: str, words: str, number: int) -> bool:
        """Return whether a paragraph has a part of a name, or its initials, and an earlier one the whole."""
        part, whole = fold(words).split(), fold(name).split()
        initials = len(words) > 1 and words.isupper() and all(letter.lower() in _initials(whole) for letter in words)
        short = set(part) < set(whole) or initials or _REFERENCE.fullmatch(words.strip()) is not None
        return short and self._stands_before(name, number) and self._stands(words, number)

    def _owned(self, name: str, words: str, number: int) -> bool:
        """Return whether a paragraph has the words and whose they are apart: "Peru's allies" of "Peru and its allies"."""
        said = _OWN.fullmatch(fold(words))
        whose = (
            re.fullmatch(rf"{re.escape(said[1] or '')}(.+?)(?:'s?)? {re.escape(said[2])}", fold(name)) if said else None
        )
        return whose is not None and self._stands(whose[1], number) and self._stands(words, number)

    def _stands_before(self, words: str, number: int) -> bool:
        return any(self._stands(words, each.number) for each in self.text.paragraphs if each.number < number)

    def _stands(self, words: str, number: int) -> bool:
        return self.text.place(words, number)[0] != "lost"


def _bare(name: str, kind: str | None) -> str:
    """Return a name without the article or the form of address before it: "Somali official" of "A Somali official"."""
    bare = _BEFORE.sub("", name)
    return _BEFORE_PEOPLE.sub("", bare) if kind in _PEOPLE else bare


def _initials(words: list[str]) -> set[str]:
    return {word[0].lower() for word in words}
