"""What a picture is made of: actors, ties and what is said about them, as plain frozen data without a database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from tiebook.model.dates import Bounds

MODES: Final = ("actual", "conditional", "feared", "sought", "expected", "hypothetical")
DISPUTED: Final = "disputed"  # a mode of pictures alone: somebody says it, and the author of the claim disputes that
DRAWN: Final = (*MODES, DISPUTED)


@dataclass(frozen=True, slots=True)
class NetSource:
    """A text or data set that ties come from; `coverage_until` is the last day it speaks of."""

    id: str
    name: str
    citation: str = ""
    licence: str = ""
    coverage_until: date | None = None


@dataclass(frozen=True, slots=True)
class NetActor:
    """An actor; `kind` is one of the codebook's actor kinds (another kind is drawn as a plain box).

    In an answer's picture also a Factor, Instrument, Issue, Event or Place that stands at the end of a tie.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NetTie:
    """What one claim or record says about two actors; `source` and `target` are ids of actors.

    A tie with mode "actual" that is not negated is a fact of its holder; every other one must never be drawn like a fact.
    """

    id: str
    type: str
    source: str
    target: str
    sign: int = 0
    mode: str = "actual"
    negated: bool = False
    endorsed: bool = True
    inferred: bool = False
    holder: str = ""
    factor: str | None = None
    regarding: tuple[str, ...] = ()
    constraint: str | None = None
    mechanism: str | None = None
    condition: str | None = None
    gloss: str | None = None
    since: str | None = None
    until: str | None = None
    since_earliest: date | None = None
    since_latest: date | None = None
    until_earliest: date | None = None
    until_latest: date | None = None
    confidence: float = 1.0
    quote: str | None = None
    paragraph: int | None = None
    start_char: int | None = None
    end_char: int | None = None
    source_id: str = ""
    record: str | None = None
    claim: str | None = None

    @property
    def fact(self) -> bool:
        """Whether its holder says that it holds."""
        return self.mode == "actual" and not self.negated

    @property
    def spell(self) -> Bounds:
        """When it began and ended, as bounds."""
        return Bounds(self.since_earliest, self.since_latest, self.until_earliest, self.until_latest)


@dataclass(frozen=True, slots=True)
class TieType:
    """What the codebook says of a tie type."""

    definition: str = ""
    sign: int = 0
    symmetric: bool = False


@dataclass(frozen=True, slots=True)
class Network:
    """A picture's content. `caption` stands under every picture: whose account it is, who coded it, what it does not say.

    everything -- drawn in full from the start, as an answer's ties are: also what is reported, inferred or not a fact
    points -- sentences that are told first, about what is not a tie between actors

    Raises ValueError for an id used twice, a tie to an unknown actor, or an unknown mode or sign.
    """

    title: str
    caption: tuple[str, ...] = ()
    sources: tuple[NetSource, ...] = ()
    actors: tuple[NetActor, ...] = ()
    ties: tuple[NetTie, ...] = ()
    types: dict[str, TieType] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    everything: bool = False
    points: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Check that it holds together; lists are taken as tuples."""
        for name in ("caption", "points", "sources", "actors", "ties"):
            object.__setattr__(self, name, tuple(getattr(self, name)))
        known = {actor.id for actor in self.actors}
        if len(known) != len(self.actors):
            raise ValueError("two actors have the same id")
        if len({tie.id for tie in self.ties}) != len(self.ties):
            raise ValueError("two ties have the same id")
        for tie in self.ties:
            if tie.source not in known or tie.target not in known:
                raise ValueError(f"tie {tie.id}: {tie.source} or {tie.target} is not an actor of the network")
            if tie.mode not in DRAWN or tie.sign not in (-1, 0, 1):
                raise ValueError(f"tie {tie.id}: mode {tie.mode!r} or sign {tie.sign!r} is unknown")

    def symmetric(self, type_: str) -> bool:
        """Return whether a tie type has no direction."""
        known = self.types.get(type_)
        return known is not None and known.symmetric


def from_dict(data: dict[str, Any]) -> Network:
    """Build a network from plain JSON-like data (the inverse of `dataclasses.asdict`, with dates as ISO text).

    Raises TypeError for an unknown key, ValueError for a bad value.
    """
    days = ("since_earliest", "since_latest", "until_earliest", "until_latest", "coverage_until")

    def read(row: dict[str, Any]) -> dict[str, Any]:
        out = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
        return out | {day: date.fromisoformat(row[day]) for day in days if isinstance(row.get(day), str)}

    return Network(
        title=data["title"],
        caption=tuple(data.get("caption", ())),
        points=tuple(data.get("points", ())),
        sources=tuple(NetSource(**read(row)) for row in data.get("sources", ())),
        actors=tuple(NetActor(**read(row)) for row in data.get("actors", ())),
        ties=tuple(NetTie(**read(row)) for row in data.get("ties", ())),
        types={name: TieType(**row) for name, row in data.get("types", {}).items()},
        kinds=dict(data.get("kinds", {})),
        everything=bool(data.get("everything")),
    )
