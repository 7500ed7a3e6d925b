"""Bootstrap: how much a figure would differ had other paragraphs been coded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

DRAWS: Final = 1000
_LEVEL: Final = 95  # per cent


class Draws:
    """Samples of whole paragraphs, drawn with replacement: the claims of one paragraph are not independent of each other.

    Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 13 (percentile intervals).
    """

    def __init__(self, paragraphs: Sequence[int], seed: int, draws: int = DRAWS) -> None:
        """Draw `draws` samples of as many paragraphs as there are; the same seed gives the same samples."""
        self.place = {number: index for index, number in enumerate(sorted(set(paragraphs)))}
        count = len(self.place)
        chance = np.random.default_rng(seed)
        self.samples = (
            chance.multinomial(count, [1 / count] * count, size=draws).astype(np.float64) if count else np.zeros((0, 0))
        )

    def interval(
        self, paragraphs: Sequence[int], figure: Callable[[Floats], float | None]
    ) -> tuple[float, float] | tuple[None, None]:
        """Return the 95% interval of a figure; None where half of the samples or more do not have it.

        paragraphs -- the paragraph of each unit; figure -- computes it from how often each unit counts
        """
        places = [self.place[number] for number in paragraphs]
        found = [value for sample in self.samples if (value := figure(sample[places])) is not None]
        if not found or 2 * len(found) <= len(self.samples):
            return None, None
        low, high = np.percentile(found, [(100 - _LEVEL) / 2, (100 + _LEVEL) / 2])
        return float(low), float(high)
