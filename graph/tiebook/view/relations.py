"""From ties to what is drawn: which ties are shown, repeated mentions made one relation, relations sorted into lanes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tiebook.errors import UnknownName
from tiebook.model.dates import in_force
from tiebook.view.style import size

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tiebook.view.network import NetTie, Network


@dataclass(frozen=True, slots=True)
class Show:
    """What a picture shows. By default what the author endorses and says to hold, as measures do too.

    facts_only -- leave out what is sought, feared, expected, conditional, possible or denied
    reported -- also what the author only reports
    inferred -- also what the coder concludes
    as_of -- only ties that were certainly or possibly in force that day; undated ones where `undated`
    focus, depth -- only actors within `depth` ties of the actor `focus`, and the ties among them
    """

    facts_only: bool = True
    reported: bool = False
    inferred: bool = False
    as_of: date | None = None
    undated: bool = True
    focus: str | None = None
    depth: int = 1

    def admits(self, tie: NetTie) -> bool:
        """Return whether a tie is shown, leaving focus aside."""
        if (self.facts_only and not tie.fact) or (tie.inferred and not self.inferred):
            return False
        if not tie.endorsed and tie.fact and not self.reported:
            return False
        if self.as_of is None:
            return True
        state = in_force(tie.spell, self.as_of)
        return self.undated if state == "undated" else state in ("certainly", "possibly", "unknown")


def usual(network: Network, *, focus: str | None = None, depth: int = 1, as_of: date | None = None) -> Show:
    """Return what a picture of a network shows if nobody chooses: what its author says to hold, or all of an answer."""
    full = network.everything
    return Show(facts_only=not full, reported=full, inferred=full, focus=focus, depth=depth, as_of=as_of)


@dataclass(frozen=True, slots=True)
class Relation:
    """One drawn line: all shown ties that say the same of the same actors. `first`, `second` index actors; a<b is the pair."""

    first: int
    second: int
    type: str
    sign: int
    mode: str
    negated: bool
    symmetric: bool
    ties: tuple[int, ...]
    endorsed: bool
    inferred: bool

    @property
    def ghost(self) -> bool:
        """Whether it must not be taken for fact."""
        return self.mode != "actual" or self.negated

    @property
    def text(self) -> str:
        """Say on one line what it is, without its direction."""
        if self.type == "ties":
            return f"{len(self.ties)} ties"
        words = [
            *([self.mode] if self.mode != "actual" else []),
            *(["denied"] if self.negated else []),
            *(["inferred"] if self.inferred else []),
            *([] if self.endorsed or self.ghost else ["reported"]),
        ]
        count = f" \N{MULTIPLICATION SIGN}{len(self.ties)}" if len(self.ties) > 1 else ""
        return (f"{' · '.join(words)}: " if words else "") + self.type.lower().replace("_", " ") + count


def shown(network: Network, show: Show) -> list[int]:
    """Return the positions of the ties that are shown.

    Raises UnknownName where `show.focus` is not an actor of the network.
    """
    ties = [index for index, tie in enumerate(network.ties) if show.admits(tie)]
    if show.focus is None:
        return ties
    if all(actor.id != show.focus for actor in network.actors):
        raise UnknownName(f"{show.focus!r} is not an actor of this network", hint="give an actor's id")
    near = {show.focus}
    for _ in range(show.depth):
        ends = [(network.ties[index].source, network.ties[index].target) for index in ties]
        near |= {b for a, b in ends if a in near} | {a for a, b in ends if b in near}
    return [index for index in ties if network.ties[index].source in near and network.ties[index].target in near]


def relations(network: Network, ties: Iterable[int], *, bundle: bool = False) -> list[Relation]:
    """Merge repeated mentions; with `bundle` also all types of one direction, sign and standing (type is then "ties")."""
    index = {actor.id: position for position, actor in enumerate(network.actors)}
    found: dict[tuple[int, int, str, int, str, bool, bool], list[int]] = {}
    for position in ties:
        tie = network.ties[position]
        a, b = index[tie.source], index[tie.target]
        same = network.symmetric(tie.type) and not bundle
        a, b = (min(a, b), max(a, b)) if same else (a, b)
        key = (a, b, "ties" if bundle else tie.type, tie.sign, tie.mode, tie.negated, same)
        found.setdefault(key, []).append(position)
    made = []
    for (a, b, type_, sign, mode, negated, same), members in found.items():
        of = [network.ties[position] for position in members]
        name, mutual = (of[0].type, network.symmetric(of[0].type)) if bundle and len(of) == 1 else (type_, same)
        endorsed, inferred = any(tie.endorsed for tie in of), all(tie.inferred for tie in of)
        made.append(Relation(a, b, name, sign, mode, negated, mutual, tuple(members), endorsed, inferred))
    return made


def pairs(found: Sequence[Relation]) -> dict[tuple[int, int], list[Relation]]:
    """Group relations by their two actors, each group in the order of its lanes: direction, sign, type."""
    groups: dict[tuple[int, int], list[Relation]] = {}
    for relation in found:
        key = (min(relation.first, relation.second), max(relation.first, relation.second))
        groups.setdefault(key, []).append(relation)
    for group in groups.values():
        group.sort(key=lambda r: (r.first, -r.sign, r.ghost, r.type, r.mode, r.negated))
    return dict(sorted(groups.items()))


def drawn(network: Network, show: Show) -> list[Relation]:
    """Return what is drawn: one line a relation, or bundles where there would be too many lines to read."""
    ties = shown(network, show)
    single = relations(network, ties)
    return single if len(single) <= size("bundle") else relations(network, ties, bundle=True)
