"""Measuring: the analyses, and the network as objects of other libraries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, overload

from tiebook.engine.consistent_read import read_settled
from tiebook.python.connected import Connected, day_of
from tiebook.questions.question import is_evidence

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from tiebook import ask as asking
    from tiebook.analyse.registry import Analysis, Found
    from tiebook.analyse.selection import Selection
    from tiebook.engine import Engine
    from tiebook.python.answers.answer import Answer


class Measuring(Connected):
    """The part of a graph that measures it and converts its network."""

    def analyse(
        self,
        name: str,
        *,
        show: str | None = None,
        explain: str | None = None,
        top: int | None = None,
        asserted_only: bool = True,
        with_inferred: bool = False,
        sign: Literal["any", "positive", "negative"] | None = None,
        types: str | Iterable[str] = (),
        kinds: str | Iterable[str] = (),
        source: str | None = None,
        as_of: date | str | None = None,
        certain: bool = False,
        as_seen_by: str | None = None,
        **options: Any,
    ) -> Answer:
        """Return a measure of the network as an answer: `graph.analyse("balance", show="triads")`.

        name -- "balance", "brokers", "centrality"...; docs/analyses.md says what each means
        show -- which of its tables; the first unless said
        explain -- an actor: the ties behind its figures instead
        top -- only the first rows
        asserted_only -- only what the author asserts or presupposes; with_inferred -- also what a coder inferred
        sign -- only ties of this sign; by default as is usual for the analysis
        types, kinds -- only ties of these types, only actors of these kinds; one, or several
        source, as_of, as_seen_by -- only ties of this source, in force on this day, that this holder vouches for
        certain -- with as_of: only what was certainly in force
        options -- of the analysis

        `answer.said` tells of how many ties it is and what to know of it.

        Raises UnknownName, AmbiguousName, BadDate, UsageError.
        """
        from tiebook.analyse.registry import analysis_called  # noqa: PLC0415 -- networkx is heavy
        from tiebook.analyse.selection import Selection  # noqa: PLC0415

        analysis = analysis_called(name)
        chosen = Selection(
            endorsed=asserted_only,
            inferred=with_inferred,
            source=self._source(source),
            types=tuple(each.replace("-", "_").replace(" ", "_").upper() for each in _several(types)),
            as_of=day_of(as_of, "as_of"),
            certain=certain,
            as_seen_by=self._actor(as_seen_by, "as_seen_by"),
            sign=sign or analysis.sign,
            kinds=tuple(_several(kinds)),
        )
        found, said = measured(
            self.engine, analysis, chosen, show=show, explain=self._actor(explain, "explain"), top=top, **options
        )
        return self._answer(found, said=said)

    @overload
    def to_networkx(
        self,
        *,
        source: str | None = None,
        as_of: date | str | None = None,
        signed: Literal[False] = False,
        endorsed: bool = True,
        inferred: bool = False,
    ) -> nx.MultiDiGraph[str]: ...
    @overload
    def to_networkx(
        self,
        *,
        source: str | None = None,
        as_of: date | str | None = None,
        signed: Literal[True],
        endorsed: bool = True,
        inferred: bool = False,
    ) -> nx.Graph[str]: ...
    def to_networkx(
        self,
        *,
        source: str | None = None,
        as_of: date | str | None = None,
        signed: bool = False,
        endorsed: bool = True,
        inferred: bool = False,
    ) -> nx.MultiDiGraph[str] | nx.Graph[str]:
        """Return the ties between actors: a MultiDiGraph, or with `signed` a Graph of one edge for each pair.

        Nodes are actor ids with `name` and `kind`; edge keys are tie ids, edges have the tie's scalar properties and `type`;
        lists are joined with "; ", dates are ISO texts, so that every format of networkx can write them.

        source -- only ties of this source
        as_of -- only what was or may have been in force on this day; edges then have `in_force`
        signed -- only types that enter structural balance; an edge has `sign` (1, -1, or 0 where ties of both signs hold),
            `positive` and `negative` (how many ties of each). Actors without such a tie stay nodes
        endorsed -- only ties that the author asserts or presupposes (and those of data sets)
        inferred -- also ties that a coder inferred
        """
        from tiebook.python.networks import signed_pairs  # noqa: PLC0415

        graph = self._network(source, as_of, endorsed=endorsed, inferred=inferred)
        return signed_pairs(graph) if signed else graph

    def to_igraph(
        self,
        *,
        source: str | None = None,
        as_of: date | str | None = None,
        signed: bool = False,
        endorsed: bool = True,
        inferred: bool = False,
    ) -> Any:
        """Return the same network as `to_networkx` as an `igraph.Graph`, directed unless `signed`.

        Vertices have `name` (the id, as igraph looks vertices up), `label` (the name) and `kind`; edges have the tie's scalar
        properties, `tie` for its type and `tie_id`; a property that a tie does not have is None.

        Raises MissingLibrary if the library igraph is not installed.
        """
        from tiebook.python.networks import as_igraph, signed_pairs  # noqa: PLC0415

        graph = self._network(source, as_of, endorsed=endorsed, inferred=inferred)
        return as_igraph(signed_pairs(graph) if signed else graph)

    def to_matrix(
        self,
        *,
        source: str | None = None,
        as_of: date | str | None = None,
        endorsed: bool = True,
        inferred: bool = False,
    ) -> pd.DataFrame:
        """Return the signed adjacency matrix of the pairs of actors: a symmetric frame of int8, actor ids on both sides.

        1 and -1 for pairs with ties of one sign. 0 has three meanings: nothing is coded, only neutral ties are, or ties of both
        signs. `frame.attrs["ambiguous"]` lists the last; `graph.ties()` has the neutral ones. `frame.to_numpy()` and
        `scipy.sparse.csr_array(frame)` take it as it is. Only types that enter structural balance count, and only actors that
        have such a tie are in it.

        source, as_of, endorsed, inferred -- as in `to_networkx`
        """
        from tiebook.python.networks import as_matrix, signed_pairs  # noqa: PLC0415

        return as_matrix(signed_pairs(self._network(source, as_of, endorsed=endorsed, inferred=inferred)))

    def _network(
        self, source: str | None, as_of: date | str | None, *, endorsed: bool, inferred: bool
    ) -> nx.MultiDiGraph[str]:
        from tiebook.analyse.network import network  # noqa: PLC0415 -- networkx is heavy

        wanted, day = self._source(source), day_of(as_of, "as_of")
        return read_settled(
            self.engine,
            lambda: network(self.engine, endorsed=endorsed, inferred=inferred, source=wanted, as_of=day),
        )


def measured(
    engine: Engine,
    analysis: Analysis,
    chosen: Selection,
    *,
    show: str | None = None,
    explain: str | None = None,
    top: int | None = None,
    **options: Any,
) -> tuple[asking.Answer, tuple[str, ...]]:
    """Return an analysis as an answer, and what is to be said of it: of how many ties it is, its notes, whether it is cut.

    explain -- the id of an actor
    """
    from tiebook import ask as asking  # noqa: PLC0415
    from tiebook.analyse.registry import analyse  # noqa: PLC0415
    from tiebook.ask.coverage import searched  # noqa: PLC0415
    from tiebook.ask.document.answered import Parts  # noqa: PLC0415
    from tiebook.engine.base import Table  # noqa: PLC0415

    options |= {
        option.name: tuple(_with_ids(engine, text) for text in options.get(option.name) or ())
        for option in analysis.options
        if option.groups
    }
    found = analyse(engine, analysis.name, chosen, show=show, explain=explain, **options)
    part = analysis.explain if explain else analysis.parts[show or next(iter(analysis.parts))]
    rows = found.rows[:top]
    answer = asking.Answer(
        title=analysis.title,
        question=f"{analysis.title}: {part.help} {found.notes[0][0].upper()}{found.notes[0][1:]}.",
        cypher="",
        parameters={"analysis": analysis.name, **({"source": chosen.source} if chosen.source else {})},
        table=Table(found.columns, rows, truncated=False),
        receipt_columns=tuple(column for column in found.columns if is_evidence(column)),
        searched=() if rows else searched(engine, chosen.source),
        parts=Parts(shows=shown_columns(found), counted=found.tie_lists),
    )
    cut = (f"The first {len(rows)} of {len(found.rows)} rows.",) if len(rows) < len(found.rows) else ()
    return answer, (*found.notes, *cut)


def _with_ids(engine: Engine, group: str) -> str:
    """Return NAME=ACTOR,ACTOR with the ids of the actors; what is not of this form as it is, for the analysis to refuse."""
    from tiebook.ask.names import resolve  # noqa: PLC0415

    name, mark, members = group.partition("=")
    ids = (resolve(engine, "actor", each.strip(), f"group {name}") for each in members.split(",") if each.strip())
    return f"{name}{mark}{','.join(ids)}"


def shown_columns(found: Found) -> tuple[str, ...]:
    """Return the columns of a table of actors without their ids, unless two have one name; nothing for another table."""
    if not {"actor", "id"} <= set(found.columns):
        return ()
    names = [row[found.columns.index("actor")] for row in found.rows]
    return tuple(each for each in found.columns if each != "id") if len(set(names)) == len(names) else ()


def _several(given: str | Iterable[str]) -> list[str]:
    return [given] if isinstance(given, str) else list(given)
