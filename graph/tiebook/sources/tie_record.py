"""What the records of a data set come to: ties whose receipt is the record, and the node of their source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tiebook.model.dates import bounds
from tiebook.model.records import Edge, Node, Props, without_none
from tiebook.sources.declaration import Declaration


@dataclass(frozen=True, slots=True)
class TieRecord:
    """A tie that a record makes, before the source's window is known. Those that say the same are one."""

    type: str
    source: str
    target: str
    record: str
    since: str | None
    until: str | None
    event: bool
    sign: int
    props: tuple[tuple[str, Any], ...]

    def edge(
        self, declaration: Declaration, source: tuple[str, str], target: tuple[str, str], known_until: date | None
    ) -> Edge:
        """Return the edge between two nodes; an open spell is certain until `known_until`."""
        spell = bounds(self.since, self.until, event=self.event, known_until=known_until)
        props: Props = {
            "id": f"{self.type}/{declaration.id}/{self.record}",
            "record": self.record,
            "source": declaration.id,
            "held_by": declaration.name,
            "sign": self.sign,
            "endorsed": True,
            "inferred": False,
            "confidence": 1.0,
            "since": self.since,
            "until": self.until,
            **spell._asdict(),
        }
        props |= {key: list(value) if isinstance(value, tuple) else value for key, value in self.props}
        return Edge(self.type, source, target, without_none(props))


def identity(declaration: Declaration) -> Props:
    """Return the properties of a Source node that tell which data set it is."""
    return {
        "name": declaration.name,
        "kind": "dataset",
        "full_title": declaration.title,
        "author": declaration.author,
        "citation": declaration.citation,
        "url": declaration.url,
    }


def source_node(
    declaration: Declaration,
    version: str | None,
    window: tuple[date | None, date | None],
    *,
    note: str | None,
    ties: int,
    parts: Sequence[str] = (),
    days: int | None = None,
    fingerprint: str | None = None,
) -> Node:
    """Return the Source node: who made the data, under which terms, what they cover, how many ties came of them."""
    props: Props = {
        **identity(declaration),
        "aliases": [],
        "sources": [declaration.id],
        "licence": declaration.licence,
        "note": note,
        "universe": declaration.universe,
        "version": version,
        "covers_since": window[0],
        "covers_until": window[1],
        "covers_days": days,
        "ties": ties,
        "tie_types": sorted(declaration.ties),
        "parts": list(parts) or None,
        "fingerprint": fingerprint,
    }
    return Node("Source", declaration.id, without_none(props))
