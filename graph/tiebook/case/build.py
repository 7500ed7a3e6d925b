"""A checked case, and the records it becomes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tiebook.case.derive.sections import Section
from tiebook.case.entries import CaseEntry, ClaimEntry, CoderEntry, SourceEntry
from tiebook.case.text import Text
from tiebook.case.toml import Entry
from tiebook.model.codebook import UNSPECIFIED
from tiebook.model.records import Claim, Edge, Entity, Node, without_none
from tiebook.model.roles import PART_OF

BUILT_IN = Entity(
    "Actor", UNSPECIFIED, "unspecified", "Collective", note="Nobody in particular: the text does not say who."
)


@dataclass(frozen=True, slots=True)
class Coded:
    """A claim as it is coded: its entry with all that was derived, and the same checked."""

    entry: Entry
    claim: ClaimEntry


@dataclass(frozen=True, slots=True)
class Case:
    """A coded article without faults. `notes` are things to know that are not faults; `quotes` counts their states.

    author -- the id of the author, the default holder
    text -- the text, where it ships with the case
    """

    id: str
    head: CaseEntry
    source: SourceEntry
    coder: CoderEntry
    author: str
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    known_until: date
    notes: tuple[str, ...] = ()
    quotes: dict[str, int] = field(default_factory=dict)
    coded: tuple[Coded, ...] = ()
    sections: tuple[Section, ...] = ()
    text: Text | None = None

    def nodes(self) -> list[Node]:
        """Return all nodes: the source, the entities, the claims."""
        return [
            self._source_node(),
            *(entity.node(self.id) for entity in self.entities),
            *(claim.node() for claim in self.claims),
        ]

    def edges(self) -> list[Edge]:
        """Return all edges: the roles of claims, the ties that they make, the sub-factors' factors."""
        parts = [
            Edge(PART_OF, ("Factor", entity.id), ("Factor", entity.part_of), {"source": self.id})
            for entity in self.entities
            if entity.part_of
        ]
        return [edge for claim in self.claims for edge in claim.edges()] + parts

    def _source_node(self) -> Node:
        source = self.source
        return Node(
            "Source",
            self.id,
            without_none(
                {
                    "name": source.name,
                    "kind": source.kind,
                    "aliases": [],
                    "sources": [self.id],
                    "full_title": source.title,
                    "author": self.author,
                    "outlet": source.outlet,
                    "url": source.url,
                    "date": source.date,
                    "language": source.language,
                    "licence": source.licence,
                    "citation": source.citation,
                    "note": source.note,
                    "sha256": source.sha256,
                    "text": self.text.content if self.text else None,
                    "text_licence": source.text_licence,
                    "paragraphs": len(source.paragraphs) or None,
                    "coder": self.coder.name,
                    "coded_on": self.coder.date,
                    "covers_until": self.known_until,
                    "claims": len(self.claims),
                    "ties": sum(claim.tie_edge() is not None for claim in self.claims),
                }
            ),
        )
