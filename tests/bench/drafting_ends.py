"""Whom a draft means, among the entities of a coding: by name, and for a described group by what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tiebook.case import Case, Text
from tiebook.case.derive.known import known_actor
from tiebook.case.names import slug
from tiebook.draft.gate import Kept
from tiebook.draft.names import NameIndex
from tiebook.model.codebook import codebook
from tiebook.model.records import Claim

Tie = tuple[str, str, str]
_STEM: Final = 4  # letters: "Western" and "the West"
_SMALL: Final = frozenset("a al an and bin de del der du for el ibn in la of on the to van von".split())


class Same:
    """Finds for an entity of a draft the one of the coding that is meant by its name."""

    def __init__(self, case: Case) -> None:
        """Index the names of a coding."""
        self.index = NameIndex(case.entities)
        self.actors = {entity.id for entity in case.entities if entity.label == "Actor"}
        self.names = {entity.id: entity.name for entity in case.entities}
        self._described = {
            entity.id: _stems(f"{entity.id} {entity.name}")
            for entity in case.entities
            if entity.label == "Actor" and known_actor(entity.id) is None
        }

    def id(self, entity_id: str, name: str | None = None) -> str:
        """Return the id that the coding has for an entity of a draft; its own where the coding has none."""
        said = (name or entity_id, entity_id.replace("-", " "), (name or entity_id).removeprefix("the "))
        made = slug(name or entity_id)
        return next(
            (found for each in said if (found := self.index.resolve(each))), made if made in self.actors else entity_id
        )

    def drafted(self, kept: Sequence[Kept], case: Case, text: Text) -> Iterator[tuple[int, Tie, Kept]]:
        """Yield what was kept between actors, with the ids that the coding has for them.

        A group that has no name but is described, as "its rivals in the region", has in each coding the id that its coder made
        up. It is the same where type, other end and passage are, and a word of the description.
        """
        places = {
            f"{case.id}/{each.claim.id}": text.place(
                each.claim.quote, each.claim.paragraph, prefix=each.claim.prefix, suffix=each.claim.suffix
            )[1]
            for each in case.coded
        }
        for each in kept:
            new = {entity.id: entity for entity in each.new}
            ends = [each.values["from"], each.values["to"]]
            if all(end not in new or new[end].label == "Actor" for end in ends):
                names = {self.id(end, new[end].name if end in new else None): new.get(end) for end in ends}
                start, end = (self.id(one, new[one].name if one in new else None) for one in ends)
                drafted = tie(start, each.values["tie"], end)
                for claim in case.claims:
                    place = places[claim.id]
                    here = place is not None and place[0] < each.at[1] and each.at[0] < place[1]
                    if here and claim.paragraph == each.values["paragraph"]:
                        fits = self._fits(drafted, claim, {one for one, entity in names.items() if entity})
                        drafted = place_of(claim)[1] if fits else drafted
                yield each.values["paragraph"], drafted, each

    def _fits(self, drafted: Tie, claim: Claim, new: set[str]) -> bool:
        """Return whether a claim says of a described group what is drafted of one that is new."""
        coded = place_of(claim)[1]
        if coded[1] != drafted[1] or coded == drafted:
            return False
        both = ((coded[0], coded[2]), (coded[2], coded[0]))[: 1 + codebook().ties[drafted[1]].symmetric]
        for ends in both:
            differ = [pair for pair in zip((drafted[0], drafted[2]), ends, strict=True) if pair[0] != pair[1]]
            if len(differ) == 1:
                one, other = differ[0]
                return one in new and bool(self._described.get(other, set()) & _stems(one))
        return False


def is_name(words: str) -> bool:
    """Return whether words are a name and no description: all but small ones begin with a capital, as not in "people of Chad"."""
    great = [word for word in re.findall(r"[^\W\d_][\w'\u2019.&-]*", words) if word.lower() not in _SMALL]
    return bool(great) and all(re.sub("^(al|an|el)-", "", word)[:1].isupper() for word in great)


def _stems(name: str) -> set[str]:
    return {word[:_STEM].lower() for word in re.findall(r"\w+", name) if len(word) >= _STEM}


def place_of(claim: Claim) -> tuple[int, Tie]:
    """Return the paragraph of a claim and its tie."""
    return claim.paragraph, tie(claim.start.id, claim.tie, claim.end.id)


def tie(start: str, name: str, end: str) -> Tie:
    """Return a tie, that of a symmetric type in one order."""
    if codebook().ties[name].symmetric and end < start:
        start, end = end, start
    return start, name, end
