"""Short queries of the forms that optimizers fuse or reorder: counts, distinct counts, groups, conditions on both ends of an edge.

The general queries (queries.py) are too rich to come upon them often, and it is in these that users' own counts go wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tests.differential.choices import Choices
from tests.differential.graphs import TIES

_LABELS: Final = (":Actor", ":State", "")


def typical(choices: Choices) -> str:
    """Return one of them, with labels, types, directions and conditions at random."""
    return choices.one(_FORMS)(choices)


def _edge(choices: Choices, name: str = "") -> str:
    inner = f"[{name}:{choices.one(TIES)}]" if name or choices.chance(70) else ""
    left, right = choices.one((("-", "->"), ("-", "-"), ("<-", "-")))
    return f"{left}{inner}{right}"


def _count(choices: Choices) -> str:
    hops = "".join(f"{_edge(choices)}({choices.one(_LABELS)})" for _ in range(1 + choices.below(2)))
    return f"MATCH (a{choices.one(_LABELS)}){hops} RETURN count(*) AS n"


def _distinct(choices: Choices) -> str:
    where = f" WHERE a.id <> 'a{choices.below(3)}'" if choices.chance(60) else ""
    match = f"MATCH (a{choices.one(_LABELS)}) MATCH (a){_edge(choices)}(b{choices.one(_LABELS)}){where}"
    return f"{match} RETURN count(DISTINCT {choices.one(('b', 'b', 'a'))}) AS n"


def _grouped(choices: Choices) -> str:
    start = f"MATCH (x:Actor {{id: 'a{choices.below(3)}'}}) OPTIONAL MATCH (x){_edge(choices, 't')}(b:Actor)"
    return (
        f"{start} WITH {choices.one(('b', 'x'))} AS k, count({choices.one(('t', 'b', '*'))}) AS n RETURN k.id AS id, n"
    )


def _conditions(choices: Choices) -> str:
    parts = [f"b.id = 'a{choices.below(3)}'", f"t.sign = {choices.one((-1, 1))}", f"b.rank < {choices.below(4)}"]
    chosen = [part for part in parts if choices.chance(75)] or parts[:1]
    return f"MATCH (a:Actor){_edge(choices, 't')}(b:Actor) WHERE {' AND '.join(chosen)} RETURN a.id AS id"


_FORMS: Final[tuple[Callable[[Choices], str], ...]] = (_count, _distinct, _grouped, _conditions)
