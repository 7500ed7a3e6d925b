"""Where the actors stand: seeded and cached, so that the same input gives the same picture."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from tiebook.support.atomic_write import write_atomically

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tiebook.view.network import Network

Positions = dict[str, tuple[float, float]]

VERSION: Final = 1  # of the method: another version, another cached layout
ASPECT: Final = 1.55
SMALL: Final = 130  # up to so many actors, crossings are worked on one by one


def place(
    network: Network, *, given: Mapping[str, tuple[float, float]] | None = None, cache: Path | None = None
) -> Positions:
    """Return every actor's position in px, from the layout `given` (kept as it is) or computed for those it lacks.

    With `cache` (a folder) a computed layout is kept there and found again by what it was computed from.
    """
    given = {actor.id: given[actor.id] for actor in network.actors if actor.id in given} if given else {}
    if len(given) == len(network.actors):
        return dict(given)
    file = cache / f"layout-{_digest(network)}.json" if cache else None
    made = _kept(file) if file else None
    if made is None:
        made = _compute(network)
        if file:
            with suppress(OSError):  # no room to keep it: it is computed again
                file.parent.mkdir(parents=True, exist_ok=True)
                write_atomically(file, json.dumps(made, ensure_ascii=False))
    return made | given


def _kept(file: Path) -> Positions | None:
    """Return the layout that is kept in a file, None where there is none or it is damaged."""
    try:
        return {name: (float(x), float(y)) for name, (x, y) in json.loads(file.read_text("utf-8")).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def _digest(network: Network) -> str:
    """Name what a layout is computed from: actors and the drawn side of ties, not their texts."""
    made = hashlib.sha256(f"{VERSION} {ASPECT} {SMALL} {network.everything}".encode())
    for actor in network.actors:
        made.update(repr((actor.id, actor.name, actor.kind)).encode())
    for t in network.ties:
        made.update(repr((t.source, t.target, t.type, t.sign, t.mode, t.negated, t.endorsed, t.inferred)).encode())
    made.update(repr(sorted(name for name, type_ in network.types.items() if type_.symmetric)).encode())
    return made.hexdigest()[:32]


def _compute(network: Network) -> Positions:
    from tiebook.view.layout.solve import solve  # noqa: PLC0415 -- numpy is loaded only where a layout is computed

    return {actor.id: point for actor, point in zip(network.actors, solve(network, ASPECT, SMALL), strict=True)}
