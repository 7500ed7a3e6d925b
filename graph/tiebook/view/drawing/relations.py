"""From ties to what is drawn: which ties are shown, repeated mentions made one relation, relations sorted into lanes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Final, Literal

from tiebook.errors import UnknownName
from tiebook.model.codebook import UNSPECIFIED
from tiebook.model.dates import in_force
from tiebook.support.numbers import counted
from tiebook.view.style import constants, size

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from tiebook.view.network import NetSource, NetTie, Network


Lines = Literal["auto", "pairs", "each"]
Colour = Literal["sign", "source"]
LIMITS: Final = 2  # the tone of a tie that limits: neither cooperative nor hostile
TONES: Final = (1, -1, 0, LIMITS)  # the order of lanes, labels and legend


@dataclass(frozen=True, slots=True)
class Show:
    """What a picture shows. By default what the author endorses and says to hold, as measures do too.

    facts_only -- leave out what is sought, feared, expected, conditional, possible or denied
    reported -- also what the author only reports
    inferred -- also what the coder concludes
    as_of -- only ties that were certainly or possibly in force that day; undated ones where `undated`
    focus, depth -- only actors within `depth` ties of the actor `focus`, and the ties among them
    main -- only the main actors, those of whose relations most is said
    lines -- one line for each relation ("each"), one for each pair of actors ("pairs"), or "auto": pairs where each are too many
    colour -- what hue tells: the sign, or the source, whose lines are then apart from those of others; dashes tell the sign always
    """

    facts_only: bool = True
    reported: bool = False
    inferred: bool = False
    as_of: date | None = None
    undated: bool = True
    focus: str | None = None
    depth: int = 1
    main: bool = False
    lines: Lines = "each"
    colour: Colour = "sign"

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


def usual(
    network: Network,
    *,
    focus: str | None = None,
    depth: int = 1,
    as_of: date | None = None,
    every_actor: bool = False,
    lines: Lines = "auto",
    colour: Colour = "sign",
) -> Show:
    """Return what a picture of a network shows if nobody chooses: what its author says of the main actors, or all of an answer."""
    full = network.everything
    main = not full and focus is None and not every_actor
    return Show(
        facts_only=not full,
        reported=full,
        inferred=full,
        focus=focus,
        depth=depth,
        as_of=as_of,
        main=main,
        lines="pairs" if main and lines == "auto" else lines,
        colour=colour,
    )


def tone(tie: NetTie) -> int:
    """Return how a tie is drawn: its sign, but a limit is not hostile, and the sign of an influence is not a valence."""
    return {"CONSTRAINS": LIMITS, "INFLUENCES": 0}.get(tie.type, tie.sign)


@dataclass(frozen=True, slots=True)
class Relation:
    """One drawn line: all shown ties that say the same of the same actors. `first`, `second` index actors; a<b is the pair.

    bundled -- a strand of the one line of its pair: all its ties of one tone, as facts or not. Its `type` is "pair", its mode
    "several", where they differ.
    tint -- the place of the source of its ties among all sources, where hue tells the source
    parts -- of ties that are not all alike stated, inferred or reported, how many are what: ("2 stated", "1 inferred")
    """

    first: int
    second: int
    type: str
    tone: int
    mode: str
    negated: bool
    symmetric: bool
    ties: tuple[int, ...]
    endorsed: bool
    inferred: bool
    bundled: bool = False
    tint: int | None = None
    parts: tuple[str, ...] = ()

    @property
    def ghost(self) -> bool:
        """Whether it must not be taken for fact."""
        return self.mode != "actual" or self.negated

    @property
    def denied(self) -> bool:
        """Whether it is said not to hold; not, where only its mode is negated."""
        return self.negated and self.mode == "actual"

    @property
    def text(self) -> str:
        """Return on one line what it is, without its direction."""
        words = [
            *filter(None, [standing_word(self.mode, negated=self.negated)]),
            *(["inferred"] if self.inferred and not self.parts else []),
            *([] if self.endorsed or self.ghost or self.parts else ["reported"]),
        ]
        before = f"{' · '.join(words)}: " if words else ""
        parts = f": {', '.join(self.parts)}" if self.parts else ""
        if self.type == "pair":
            return f"{before}{len(self.ties)} {constants()['signs'][str(self.tone)]}{parts}"
        count = f" \N{MULTIPLICATION SIGN}{len(self.ties)}" if len(self.ties) > 1 else ""
        name = constants()["names"].get(self.type) or self.type.lower().replace("_", " ")
        return f"{before}{name}{count}{parts}"

    @property
    def width(self) -> float:
        """The width of its line, px: by mentions."""
        more = len(self.ties) - 1
        return min(12.0, 1.8 + 1.15 * math.sqrt(more)) if self.bundled else 1.5 + min(1.5, 0.35 * more)


_STRANDS: Final = 40  # lines among the main actors that can be read at once
_KINDS: Final = ("stated", "inferred", "reported", "reported and inferred")


def _parts(ties: Sequence[NetTie]) -> tuple[str, ...]:
    """Return how many ties are stated, inferred and reported; nothing where all are the same."""
    of = [2 * (tie.fact and not tie.endorsed) + tie.inferred for tie in ties]
    return tuple(f"{of.count(kind)} {word}" for kind, word in enumerate(_KINDS) if kind in of) if len({*of}) > 1 else ()


def standing_word(mode: str, *, negated: bool) -> str:
    """Return in which way a tie is not a fact, "" where it is one: what is not sought is not denied."""
    if negated:
        return str(constants()["negated"][mode][0])
    return "not facts" if mode == "several" else "" if mode == "actual" else mode


def shown(network: Network, show: Show) -> list[int]:
    """Return the positions of the ties that are shown.

    Raises UnknownName where `show.focus` is not an actor of the network.
    """
    ties = [index for index, tie in enumerate(network.ties) if show.admits(tie)]
    if show.main:
        near = {network.actors[index].id for index in main_actors(network)}
        return [index for index in ties if network.ties[index].source in near and network.ties[index].target in near]
    if show.focus is None:
        return ties
    if all(actor.id != show.focus for actor in network.actors):
        raise UnknownName(f"{show.focus!r} is not an actor of this network", hint="give an actor's id")
    near = {show.focus}
    for _ in range(show.depth):
        ends = [(network.ties[index].source, network.ties[index].target) for index in ties]
        near |= {b for a, b in ends if a in near} | {a for a, b in ends if b in near}
    return [index for index in ties if network.ties[index].source in near and network.ties[index].target in near]


def sources(network: Network) -> tuple[NetSource, ...]:
    """Return the sources that ties come from, in the network's order: the place of each is its tint."""
    used = {tie.source_id for tie in network.ties}
    return tuple(source for source in network.sources if source.id in used)


def how_much_is_drawn(network: Network, show: Show) -> str:
    """Return how much of a network is drawn, in the words that the caption, the page and the command line share."""
    ties = shown(network, show)
    ends = {end for index in ties for end in (network.ties[index].source, network.ties[index].target)}
    seen = len(ends | ({show.focus} if show.focus else set()))
    kind = "node" if network.everything else "actor"
    totals = ((len(network.actors), kind), (len(network.ties), "tie"))
    actors, all_ties = (counted(total, word) for total, word in totals)
    return f"{seen:,} of {actors}, {len(ties):,} of {all_ties}"


def main_actors(network: Network) -> tuple[int, ...]:
    """Return the actors of whose relations most is said: those of the pairs with most ties, as many as stay readable.

    Where places are left, they go to whoever has several ties with these, though one with each; so does the place of whoever has
    not half as many. With more lines than can be read at once there are fewer of them. "unspecified" is nobody, and none of them.
    It is counted in what is shown if nobody chooses, without a date, so that the actors stay the same.
    """
    index = {actor.id: position for position, actor in enumerate(network.actors)}
    show = Show(facts_only=not network.everything, reported=network.everything, inferred=network.everything)
    count: dict[tuple[int, int], int] = {}
    tones: dict[tuple[int, int], set[int]] = {}  # a pair has a line for each
    ends: set[str] = set()
    for tie in network.ties:
        a, b = sorted((index[tie.source], index[tie.target]))
        if a == b or not show.admits(tie):
            continue
        ends |= {tie.source, tie.target}
        if UNSPECIFIED not in (tie.source, tie.target):
            count[a, b] = count.get((a, b), 0) + 1
            tones.setdefault((a, b), set()).add(tone(tie))
    most, enough = int(size("main")), int(size("enough"))
    if len(ends) <= most:
        return tuple(range(len(network.actors)))
    found: set[int] = set()
    for pair in sorted(count, key=lambda pair: (-count[pair], pair)):
        if (count[pair] == 1 and len(found) >= enough) or len(found | set(pair)) > most:
            continue
        found |= set(pair)
    beside = _beside(count, found)
    several = sorted((each for each in beside if beside[each] > 1), key=lambda each: (-beside[each], each))
    found |= set(several[: most - len(found)])
    while True:
        inside = [pair for pair in combinations(sorted(found), 2) if pair in count]
        ties = {one: sum(count[pair] for pair in inside if one in pair) for one in found}
        least = min(found, key=lambda one: (ties[one], -one))
        beside = _beside(count, found - {least})
        best = min(beside, key=lambda each: (-beside[each], each), default=least)
        if best != least and beside[best] >= 2 * ties[least]:
            found = found - {least} | {best}
        elif len(found) > enough and sum(len(tones[pair]) for pair in inside) > _STRANDS:
            found = found - {least}
        else:
            return tuple(sorted(found))


def _beside(count: Mapping[tuple[int, int], int], found: Collection[int]) -> dict[int, int]:
    """Return how many ties others have with some actors."""
    beside: dict[int, int] = {}
    for pair, ties in count.items():
        for one, other in (pair, pair[::-1]):
            if one in found and other not in found:
                beside[other] = beside.get(other, 0) + ties
    return beside


def relations(
    network: Network, ties: Iterable[int], *, bundle: bool = False, colour: Colour = "sign"
) -> list[Relation]:
    """Merge repeated mentions; with `bundle` all of a pair, in one strand for each tone, and for what is not a fact another.

    colour -- "source": what two sources say is never merged
    """
    index = {actor.id: position for position, actor in enumerate(network.actors)}
    places = {source.id: place for place, source in enumerate(sources(network))} if colour == "source" else {}
    found: dict[tuple[int, int, str, int, str, bool, bool, int | None], list[int]] = {}
    for position in ties:
        tie = network.ties[position]
        a, b = index[tie.source], index[tie.target]
        same = bundle or network.symmetric(tie.type)
        a, b = (min(a, b), max(a, b)) if same else (a, b)
        said = ("", "" if tie.fact else "several", False) if bundle else (tie.type, tie.mode, tie.negated)
        tint = places.get(tie.source_id, 0) if places else None
        key = (a, b, said[0], tone(tie), said[1], said[2], same, tint)
        found.setdefault(key, []).append(position)
    made = []
    for (a, b, type_, tone_, mode, negated, same, tint), members in found.items():
        of = [network.ties[position] for position in members]
        endorsed, inferred = any(tie.endorsed for tie in of), all(tie.inferred for tie in of)
        parts = _parts(of)
        if not bundle:
            own = (a, b, type_, tone_, mode, negated, same, tuple(members), endorsed, inferred)
            made.append(Relation(*own, tint=tint, parts=parts))
            continue
        types, modes, denied = {t.type for t in of}, {t.mode for t in of}, {t.negated for t in of}
        one_mode = len(modes) == len(denied) == 1
        starts = {index[tie.source] for tie in of}
        both = len(starts) > 1 or any(network.symmetric(tie.type) for tie in of)
        ends = (b, a) if not both and b in starts else (a, b)
        name, how = of[0].type if len(types) == 1 else "pair", of[0].mode if one_mode else "several"
        no = one_mode and of[0].negated
        strand = (*ends, name, tone_, how, no, both, tuple(members), endorsed, inferred)
        made.append(Relation(*strand, bundled=True, tint=tint, parts=parts))
    return made


def pairs(found: Sequence[Relation]) -> dict[tuple[int, int], list[Relation]]:
    """Group relations by their two actors, each group in the order of its lanes: bundled first, then direction, tone, type."""
    groups: dict[tuple[int, int], list[Relation]] = {}
    for relation in found:
        key = (min(relation.first, relation.second), max(relation.first, relation.second))
        groups.setdefault(key, []).append(relation)
    for group in groups.values():
        group.sort(
            key=lambda r: (
                not r.bundled,
                0 if r.bundled else r.first,
                TONES.index(r.tone),
                r.ghost,
                r.type,
                r.mode,
                r.negated,
                r.tint or 0,
            )
        )
    return dict(sorted(groups.items()))


def drawn(network: Network, show: Show) -> list[Relation]:
    """Return what is drawn: one line a relation, or one a pair where there would be too many to read."""
    ties = shown(network, show)
    single = relations(network, ties, colour=show.colour)
    bundle = show.lines == "pairs" or (show.lines == "auto" and len(single) > size("bundle"))
    return relations(network, ties, bundle=True, colour=show.colour) if bundle else single
