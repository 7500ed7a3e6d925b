"""Nodes and edges as plain records, and what a coded claim becomes: a Claim node with its edges, and perhaps a tie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from tiebook.model.codebook import codebook
from tiebook.model.dates import bounds

Value = str | int | float | bool | date | list[str] | None
Props = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Node:
    """A node: first label, second label (an actor's kind) or None, id, and the other properties (None left out)."""

    label: str
    id: str
    props: Props
    kind_label: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What the node is known by."""
        return (self.label, self.id)


@dataclass(frozen=True, slots=True)
class Edge:
    """A directed edge between two nodes known by (label, id)."""

    type: str
    source: tuple[str, str]
    target: tuple[str, str]
    props: Props

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What the edge is known by: a tie by its id, the role of a claim by its ends and position."""
        tie_id = self.props.get("id")
        if tie_id is not None:
            return (self.type, "", "", str(tie_id))
        return (self.type, self.source[1], self.target[1], str(self.props.get("position", "")))


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor, instrument, event, place, factor or issue as a source declares it."""

    label: str
    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    codes: dict[str, str] = field(default_factory=dict)
    date: str | None = None
    part_of: str | None = None
    note: str | None = None

    def node(self, source: str) -> Node:
        """Return the node, marked as declared by `source`."""
        return Node(
            self.label,
            self.id,
            without_none(
                {
                    "name": self.name,
                    "kind": self.kind,
                    "aliases": sorted(self.aliases),
                    "sources": [source],
                    "date": self.date,
                    "note": self.note,
                    **self.codes,
                }
            ),
            self.kind if self.label == "Actor" else None,
        )


@dataclass(frozen=True, slots=True)
class Reference:
    """An entity or claim as the end of an edge: label, id and name."""

    label: str
    id: str
    name: str

    @property
    def key(self) -> tuple[str, str]:
        """What its node is known by."""
        return (self.label, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one holder says in one passage of one source, true or not. Field meanings: docs/case-format.md."""

    id: str
    source: str
    tie: str
    start: Reference
    end: Reference
    sign: int
    aspect: str
    mode: str
    negated: bool
    stance: str
    holders: tuple[Reference, ...]
    gloss: str
    quote: str
    paragraph: int
    confidence: float
    inferred: bool = False
    ended: bool = False
    by: tuple[Reference, ...] = ()
    regarding: tuple[Reference, ...] = ()
    factor: Reference | None = None
    via: tuple[Reference, ...] = ()
    about: tuple[Reference, ...] = ()
    constraint: str | None = None
    mechanism: str | None = None
    condition: str | None = None
    rank: int | None = None
    since: str | None = None
    until: str | None = None
    said_on: str | None = None
    start_char: int | None = None
    end_char: int | None = None
    note: str | None = None
    known_until: date | None = None

    @property
    def held_by(self) -> str:
        """The holders in words, outermost first: "China, of Iran's neighbours" is a belief about a belief."""
        return ", of ".join(holder.name for holder in self.holders)

    def node(self) -> Node:
        """Return the Claim node."""
        rule = codebook().verdict(self.mode, negated=self.negated, stance=self.stance)
        return Node(
            "Claim",
            self.id,
            without_none(
                {
                    **self._common(),
                    "tie": self.tie,
                    "aspect": self.aspect,
                    "mode": self.mode,
                    "negated": self.negated,
                    "stance": self.stance,
                    "makes_tie": rule.makes_tie,
                    "ended": self.ended,
                    "condition": self.condition,
                    "said_on": self.said_on,
                    "start_char": self.start_char,
                    "end_char": self.end_char,
                    "note": self.note,
                }
            ),
        )

    def edges(self) -> Iterator[Edge]:
        """Return the claim's role edges, and the tie that it makes, if it makes one."""
        me = ("Claim", self.id)
        groups = {
            "FROM": (self.start,),
            "TO": (self.end,),
            "REGARDING": self.regarding,
            "BECAUSE_OF": (self.factor,) if self.factor else (),
            "VIA": self.via,
            "HELD_BY": self.holders,
            "BY": self.by,
            "ABOUT": self.about,
        }
        for role, references in groups.items():
            for position, reference in enumerate(references):
                yield Edge(role, me, reference.key, {"position": position})
        yield Edge("IN", me, ("Source", self.source), {"position": 0})
        tie = self.tie_edge()
        if tie:
            yield tie

    def tie_edge(self) -> Edge | None:
        """Return the tie, if the claim makes one (the codebook's table)."""
        rule = codebook().verdict(self.mode, negated=self.negated, stance=self.stance)
        if not rule.makes_tie:
            return None
        props = {"id": f"{self.tie}/{self.id}", "claim": self.id, "endorsed": rule.endorsed, **self._common()}
        return Edge(self.tie, self.start.key, self.end.key, without_none(props))

    def _common(self) -> Props:
        spell = bounds(
            self.since, self.until, event=self.aspect == "event", ended=self.ended, known_until=self.known_until
        )
        return {
            "sign": self.sign,
            "regarding": [reference.id for reference in self.regarding],
            "factor": self.factor.id if self.factor else None,
            "mechanism": self.mechanism,
            "constraint": self.constraint,
            "rank": self.rank,
            "inferred": self.inferred,
            "holder": [holder.id for holder in self.holders],
            "held_by": self.held_by,
            "by": [reference.id for reference in self.by],
            "gloss": self.gloss,
            "since": self.since,
            "until": self.until,
            **spell._asdict(),
            "confidence": self.confidence,
            "source": self.source,
            "quote": self.quote,
            "paragraph": self.paragraph,
        }


def without_none(props: Props) -> Props:
    """Leave out what is not known: a graph has no null properties."""
    return {key: value for key, value in props.items() if value is not None}
