"""Where the actors stand: seeded and cached, so that the same input gives the same picture."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tiebook.support.atomic_write import write_atomically
from tiebook.view.drawing.relations import Show, main_actors, shown
from tiebook.view.style import size

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tiebook.view.network import Network

Positions = dict[str, tuple[float, float]]

VERSION: Final = 11  # of the method: another version, another cached layout
ASPECT: Final = 1.55
WIDE: Final = 1.9  # the main actors in a window
TALL: Final = 0.62  # ... on a phone
MAIN: Final = "main:"  # before the ids of actors in the picture of the main ones
SMALL: Final = 130  # if so many actors are drawn at most, crossings are worked on one by one


def layout_cache() -> Path:
    """Return the user's folder in which layouts are kept: a large network takes seconds to lay out, and is drawn again."""
    from platformdirs import user_cache_path  # noqa: PLC0415 -- only where something is drawn

    return user_cache_path("tiebook", appauthor=False) / "layout"


def place(
    network: Network,
    *,
    given: Mapping[str, tuple[float, float]] | None = None,
    cache: Path | None = None,
    aspect: float = ASPECT,
) -> Positions:
    """Return every actor's position in px, from the layout `given` (kept as it is) or computed for those it lacks.

    With `cache` (a folder) a computed layout is kept there and found again by what it was computed from.
    """
    given = {actor.id: given[actor.id] for actor in network.actors if actor.id in given} if given else {}
    if len(given) == len(network.actors):
        return dict(given)
    return _made(network, _everything(network), aspect, cache) | given


def place_drawn(
    network: Network,
    show: Show,
    *,
    given: Mapping[str, tuple[float, float]] | None = None,
    cache: Path | None = None,
    aspect: float = ASPECT,
) -> Positions:
    """Return the positions for one picture: in a network so large that all would stand as dots, of those alone who are drawn."""
    if len(network.actors) <= size("apart"):
        return place(network, given=given, cache=cache, aspect=aspect)
    ties = tuple(network.ties[index] for index in shown(network, show))
    ends = {end for tie in ties for end in (tie.source, tie.target)} | {show.focus}
    actors = tuple(actor for actor in network.actors if actor.id in ends)
    made = place(replace(network, actors=actors, ties=ties), given=given, cache=cache, aspect=aspect)
    return made if given or len(actors) > size("apart") else _apart(network, show, made)


def place_main(
    network: Network,
    *,
    given: Mapping[str, tuple[float, float]] | None = None,
    cache: Path | None = None,
    aspect: float = WIDE,
) -> Positions:
    """Return the positions of the main actors, with one line a pair; empty where nobody is left out of them.

    In `given` their ids begin with "main:".
    """
    main = main_actors(network)
    if len(main) == len(network.actors) or network.everything:
        return {}
    actors = tuple(network.actors[index] for index in main)
    kept = {actor.id: given[MAIN + actor.id] for actor in actors if MAIN + actor.id in given} if given else {}
    if len(kept) == len(actors):
        return kept
    near = {actor.id for actor in actors}
    ties = tuple(tie for tie in network.ties if tie.source in near and tie.target in near)
    part = replace(network, actors=actors, ties=ties)
    return _made(part, replace(_everything(part), main=True, lines="pairs"), aspect, cache) | kept


def _everything(network: Network) -> Show:
    full = network.everything
    return Show(facts_only=not full, reported=full, inferred=full)


def _made(network: Network, show: Show, aspect: float, cache: Path | None) -> Positions:
    file = cache / f"layout-{_digest(network, show, aspect)}.json" if cache else None
    made = _kept(file) if file else None
    if made is None:
        made = _compute(network, show, aspect)
        if file:
            with suppress(OSError):  # no room to keep it: it is computed again
                file.parent.mkdir(parents=True, exist_ok=True)
                write_atomically(file, json.dumps(made, ensure_ascii=False))
    return made


def _kept(file: Path) -> Positions | None:
    """Return the layout that is kept in a file, None where there is none or it is damaged."""
    try:
        return {name: (float(x), float(y)) for name, (x, y) in json.loads(file.read_text("utf-8")).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def _digest(network: Network, show: Show, aspect: float) -> str:
    """Name what a layout is computed from: actors and the drawn side of ties, not their texts."""
    made = hashlib.sha256(f"{VERSION} {aspect} {SMALL} {network.everything} {show.lines}".encode())
    for actor in network.actors:
        made.update(repr((actor.id, actor.name, actor.kind)).encode())
    for t in network.ties:
        made.update(repr((t.source, t.target, t.type, t.sign, t.mode, t.negated, t.endorsed, t.inferred)).encode())
    made.update(repr(sorted(name for name, type_ in network.types.items() if type_.symmetric)).encode())
    return made.hexdigest()[:32]


def _apart(network: Network, show: Show, positions: Positions) -> Positions:
    from tiebook.view.layout.solve import apart  # noqa: PLC0415 -- as below

    return apart(network, show, positions)


def _compute(network: Network, show: Show, aspect: float) -> Positions:
    from tiebook.view.layout.solve import solve  # noqa: PLC0415 -- numpy is loaded only where a layout is computed

    points = solve(network, show, aspect, SMALL)
    return {actor.id: point for actor, point in zip(network.actors, points, strict=True)}
