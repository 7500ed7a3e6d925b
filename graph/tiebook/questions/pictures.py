"""The shape in which an answer is drawn: declared in the question's header (`// picture: layers`), or derived from its columns."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

NETWORK: Final = "network"  # the ties of the answer as a network: of every question that returns ids of claims or ties

# what each shape needs: one of these sets of columns; the first shape that fits is the derived one
NEEDED: Final[dict[str, tuple[frozenset[str], ...]]] = {
    "path": (frozenset({"chain", "step", "from_name", "to_name"}), frozenset({"denial_group", "step", "who_or_what"})),
    "camps": (
        frozenset({"actor", "second", "third", "actor_second"}),
        frozenset({"actor", "friendly", "hostile"}),
        frozenset({"broker", "with_one", "with_other"}),
    ),
    "ledger": (frozenset({"from_actor", "to_actor", "sign"}), frozenset({"other", "cooperative", "hostile"})),
    "timeline": (frozenset({"day", "tie"}), frozenset({"since", "from_name", "tie", "to_name"})),
    "layers": (
        frozenset({"constrainer", "factor"}),
        frozenset({"cause", "effect"}),
        frozenset({"condition", "part"}),
        frozenset({"dependent", "depends_on"}),
    ),
}
SHAPES: Final = (*NEEDED, NETWORK)


def fits(shape: str, returns: Collection[str]) -> bool:
    """Return whether an answer with these columns can be drawn in a shape."""
    if shape == NETWORK:
        return "claim" in returns or "tie_id" in returns
    return any(columns <= set(returns) for columns in NEEDED[shape])


def derived(returns: Collection[str]) -> str | None:
    """Return the shape that the columns speak for; None if nothing can be drawn.

    A timeline is only derived where time comes first: most answers name dates among other things.
    """
    first = next(iter(returns), "")
    found = (shape for shape in NEEDED if fits(shape, returns) and (shape != "timeline" or first in ("day", "since")))
    return next(found, NETWORK if fits(NETWORK, returns) else None)
