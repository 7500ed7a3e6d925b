"""What a network says in a sentence or two, generated from its ties: about whom most is said, and who is most hostile."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from tiebook.model.codebook import UNSPECIFIED
from tiebook.view.drawing.relations import LIMITS, shown, tone, usual
from tiebook.view.style import constants

if TYPE_CHECKING:
    from tiebook.view.drawing.relations import Show
    from tiebook.view.network import Network

_LEAST: Final = 2  # statements that make a pair worth telling


def headline(network: Network) -> list[str]:
    """Return up to three sentences about what its author says to hold; none for an answer, whose question is its headline."""
    if network.everything:
        return []
    names = {actor.id: actor.name for actor in network.actors}
    counts: dict[tuple[str, str], Counter[int]] = {}
    for index in shown(network, usual(network, every_actor=True)):
        tie = network.ties[index]
        a, b = sorted((tie.source, tie.target))
        if a != b and UNSPECIFIED not in (a, b):
            counts.setdefault((a, b), Counter())[tone(tie)] += 1
    told = {pair: count for pair, count in counts.items() if count.total() >= _LEAST}
    if not told:
        return list(network.points)
    first = min(told, key=lambda pair: (-told[pair].total(), pair))
    said = ", ".join(f"{told[first][each]} {_word(each)}" for each in (1, -1, 0, LIMITS) if told[first][each])
    sources = {tie.source_id for tie in network.ties if {tie.source, tie.target} == set(first)}
    whose = f" in {len(sources)} sources" if len(sources) > 1 else ""
    made = [f"Most is said of {_both(first, names)}: {told[first].total()} statements{whose}, {said}."]
    hostile = [pair for pair, count in told.items() if pair != first and count[-1] * 2 > count.total()]
    if hostile:
        most = min(hostile, key=lambda pair: (-told[pair][-1], told[pair].total(), pair))
        made.append(f"Most hostile: {_both(most, names)}, {told[most][-1]} of {told[most].total()} statements.")
    return [*network.points, *made]


def title_of(network: Network, show: Show) -> str:
    """Return the title of a picture: the network's, and which part of it is shown."""
    seen = []
    if show.focus is not None:
        name = next((actor.name for actor in network.actors if actor.id == show.focus), show.focus)
        seen.append(f"{name} and its neighbours" if show.depth == 1 else f"within {show.depth} steps of {name}")
    if show.as_of is not None:
        seen.append(f"as of {show.as_of.isoformat()}")
    return f"{network.title}: {', '.join(seen)}" if seen else network.title


def _word(tone_: int) -> str:
    word: str = constants()["signs"][str(tone_)]
    return word


def _both(pair: tuple[str, str], names: dict[str, str]) -> str:
    return f"{names[pair[0]]} and {names[pair[1]]}"
