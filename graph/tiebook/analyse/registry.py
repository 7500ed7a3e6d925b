"""What an analysis is, and where to find them: each module of this room with an `ANALYSIS` declares one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from tiebook.analyse.selection import Selection, Sign
from tiebook.engine.base import Row, Table
from tiebook.engine.consistent_read import read_settled
from tiebook.errors import UnknownName
from tiebook.support.suggest import nearest

if TYPE_CHECKING:
    import networkx as nx

    from tiebook.engine.base import Engine


@dataclass(frozen=True, slots=True)
class Request:
    """What a part of an analysis works on: the network, the values of the analysis's options, the actor to explain."""

    graph: nx.MultiDiGraph[str]
    options: Mapping[str, Any] = field(default_factory=dict)
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of a part, and what is to be said about them.

    tie_lists -- columns whose values are lists of tie ids
    """

    columns: tuple[str, ...]
    rows: list[Row]
    notes: tuple[str, ...] = ()
    tie_lists: tuple[str, ...] = ()

    @property
    def table(self) -> Table:
        """The rows as a table."""
        return Table(self.columns, self.rows)


Run = Callable[[Request], Found]


@dataclass(frozen=True, slots=True)
class Option:
    """An option of one analysis. `choices` may be empty; `many` options are given several times and come as a tuple.

    groups -- its values are NAME=ACTOR,ACTOR, and the analysis is given the ids of the actors
    """

    name: str
    help: str
    default: str | int | None = None
    choices: tuple[str, ...] = ()
    many: bool = False
    groups: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One table that an analysis gives: what is in it, and what makes it."""

    help: str
    run: Run


@dataclass(frozen=True, slots=True)
class Analysis:
    """An analysis: its parts (the first is shown unless another is asked for), and how an actor's figures are explained.

    sign -- which ties it is about unless told otherwise
    """

    name: str
    title: str
    reads: str
    parts: Mapping[str, Part]
    explain: Part
    options: tuple[Option, ...] = ()
    sign: Sign = "any"


@lru_cache(maxsize=1)
def analyses() -> dict[str, Analysis]:
    """Return all analyses by name: of every module of this room that has an `ANALYSIS`."""
    room = import_module(__package__)
    modules = (import_module(f"{__package__}.{module.name}") for module in iter_modules(room.__path__))
    found: list[Analysis] = [module.ANALYSIS for module in modules if hasattr(module, "ANALYSIS")]
    return {analysis.name: analysis for analysis in sorted(found, key=lambda each: each.name)}


def analysis_called(name: str) -> Analysis:
    """Return an analysis.

    Raises UnknownName with the nearest names.
    """
    known = analyses()
    if name not in known:
        raise UnknownName(f"there is no analysis {name!r}", hint=nearest(name, known) or f"there is {', '.join(known)}")
    return known[name]


def analyse(
    engine: Engine,
    name: str,
    selection: Selection | None = None,
    *,
    show: str | None = None,
    explain: str | None = None,
    **options: Any,
) -> Found:
    """Run an analysis on the graph: `analyse(engine, "balance", show="triads")`.

    show -- the name of a part; none is the first
    explain -- the id of an actor: gives the ties behind its figures instead

    Raises UnknownName for an analysis, a part, an option, an actor, a tie type or a kind that is not known.
    """
    analysis = analysis_called(name)
    chosen = selection or Selection(sign=analysis.sign)
    part = analysis.explain if explain else _part(analysis, show)
    values: dict[str, Any] = {option.name: option.default for option in analysis.options}
    for option in options:
        if option not in values:
            raise UnknownName(f"{name} has no option {option!r}", hint=nearest(option, values))
    graph = read_settled(engine, lambda: chosen.network(engine))
    if explain and explain not in graph:
        raise UnknownName(f"there is no actor {explain!r} among those chosen", hint=nearest(explain, graph))
    found = part.run(Request(graph, {**values, **options}, explain))
    return replace(found, notes=(chosen.found(graph), *found.notes))


def _part(analysis: Analysis, show: str | None) -> Part:
    name = show or next(iter(analysis.parts))
    if name not in analysis.parts:
        raise UnknownName(f"{analysis.name} has no part {name!r}", hint=f"there is {', '.join(analysis.parts)}")
    return analysis.parts[name]
