"""What a layout has to place: boxes, and bundles of lanes between them, as arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from tiebook.view.drawing.boxes import boxes
from tiebook.view.drawing.curves import spread
from tiebook.view.drawing.labels import MARK
from tiebook.view.drawing.relations import Show, pairs, relations, shown
from tiebook.view.style import size, text_width

if TYPE_CHECKING:
    from tiebook.view.network import Network

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
MANY: Final = 2000  # from so many ties on they are looked at in bundles
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Problem:
    """The boxes and the bundles.

    half -- (n, 2) half sizes of boxes, px
    ends -- (m, 2) the boxes that each bundle joins
    lanes -- (m,) its lanes; 1 where none is drawn by default
    label -- (m,) px that its widest label needs
    weight -- (m,) how much it matters
    spread -- (m,) half its width, px
    """

    half: Floats
    ends: Ints
    lanes: Floats
    label: Floats
    weight: Floats
    spread: Floats

    @property
    def ideal(self) -> Floats:
        """How far apart the centres of each pair should be, (m,) px."""
        extent = np.hypot(self.half[:, 0], self.half[:, 1])
        room = self.label + 34 + 11 * np.minimum(self.lanes - 1, 24)
        out: Floats = 0.8 * (extent[self.ends[:, 0]] + extent[self.ends[:, 1]]) + room
        return out


def problem(network: Network, show: Show) -> Problem:
    """Set up the layout of the whole network: what `show` draws counts in full, all else as one lane a pair."""
    bundle = show.lines == "pairs"
    base = relations(network, shown(network, show), bundle=bundle)
    now = pairs(base)
    groups = pairs(relations(network, range(len(network.ties)), bundle=bundle or len(network.ties) > MANY))
    keys = [key for key in groups if key[0] != key[1]]
    drawn = np.array([1.0 if bundle and key in now else len(now.get(key, ())) for key in keys], float)
    widest = [max(text_width(r.text, size("tie")) for r in now.get(key) or groups[key]) + 2 * MARK for key in keys]
    most = [
        420.0 if any(r.parts for r in now.get(key, ())) else 150.0 for key in keys
    ]  # a label with parts must be read
    return Problem(
        half=np.array([(b.half_width, b.half_height) for b in boxes(network, base)], float).reshape(-1, 2),
        ends=np.array(keys, np.int64).reshape(-1, 2),
        lanes=np.maximum(drawn, 1),
        weight=np.where(drawn > 0, np.sqrt(np.minimum(drawn, 9)), 0.3),
        label=np.minimum(np.array(widest, float), most),
        spread=np.array([-spread(now.get(key) or groups[key][:1])[0] for key in keys], float),
    )
