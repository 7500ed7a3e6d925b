"""The Python interface: `tiebook.open()` gives a graph that can be asked, queried and taken into networkx."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

from tiebook.ask import Answer, ask, query
from tiebook.catalogue import QuestionLibrary
from tiebook.catalogue.pictures import NETWORK
from tiebook.engine import Engine, Limits, locate, open_engine
from tiebook.engine.consistent_read import at_rest
from tiebook.engine.meta import check_model

if TYPE_CHECKING:
    import networkx as nx

    from tiebook.pictures import AnswerPicture
    from tiebook.view.notebook import Picture


class Graph:
    """A Tiebook graph on either engine. Use as a context manager, or call `close`."""

    def __init__(self, engine: Engine, library: QuestionLibrary | None = None) -> None:
        """Take an engine; see `open_graph`."""
        self.engine = engine
        self.library = library or QuestionLibrary()

    def ask(
        self, name: str, /, *, members: bool = False, coverage: bool = False, also_said: bool = False, **parameters: Any
    ) -> Answer:
        """Ask a stored question: `graph.ask("who-constrains", target="china", regarding="iran")`.

        members -- a parameter that names a group means each of its members on the day `as_of` (else the last day known);
            `answer.groups` says who was counted, and by which records
        coverage -- fill `answer.searched`, the sources that could hold the answer, also where something was found
        also_said -- in the document, every claim about the same ends that is no fact, and not only the first few of a kind

        Raises UnknownName for a question, an actor or a parameter that is not known, and what the engine raises.
        """
        return ask(
            self.engine, self.library.get(name), parameters, members=members, coverage=coverage, also_said=also_said
        )

    def query(
        self, cypher: str, parameters: Mapping[str, Any] | None = None, *, limits: Limits | None = None
    ) -> Answer:
        """Run a read-only Cypher query; dates are bound as `datetime.date`.

        Raises WriteRefused, LimitReached, QueryFailed.
        """
        return query(self.engine, cypher, parameters or {}, limits)

    def cite(self, answer: Answer | None = None, *, form: Literal["text", "bibtex", "csl"] = "text") -> str:
        """Return the citations of what an answer used, or of every source, and of Tiebook."""
        from tiebook.ask.cite import FORMS, citations, used  # noqa: PLC0415

        return FORMS[form](citations(self.engine, None if answer is None else used(self.engine, answer)[0]))

    def to_networkx(self, *, endorsed: bool = True, inferred: bool = False) -> nx.MultiDiGraph[str]:
        """Return the ties between actors as a MultiDiGraph.

        Nodes are actor ids with `name` and `kind`; edge keys are tie ids, edges have the tie's scalar properties and `type`;
        lists are joined with "; ", dates are ISO texts.

        endorsed -- only ties that the author asserts or presupposes (and those of data sets)
        inferred -- also ties that a coder inferred
        """
        from tiebook.analyse.network import network  # noqa: PLC0415 -- networkx is heavy

        return at_rest(self.engine, lambda: network(self.engine, endorsed=endorsed, inferred=inferred))

    def view(self, *, source: str | None = None) -> Picture:
        """Return the network as a picture: shown in a notebook, or `.save("net.html")` (or .svg, .png, .pdf).

        source -- only what the source with this id says
        """
        from tiebook.view.collect import collect  # noqa: PLC0415
        from tiebook.view.notebook import Picture  # noqa: PLC0415

        return Picture(collect(self.engine, source=source))

    def picture(self, answer: Answer) -> AnswerPicture | Picture:
        """Return the picture of an answer of `ask`, in the shape of its question: shown in a notebook, or `.save("x.svg")`.

        Raises UsageError where the answer names nothing that can be drawn.
        """
        from tiebook.pictures import picture  # noqa: PLC0415

        name = answer.parts.name
        return picture(self.engine, answer, self.library.get(name).shape if name else NETWORK)

    def digest(self) -> str:
        """Return the digest of the whole graph, equal on both engines (sha256, hexadecimal)."""
        from tiebook.engine.digest import digest  # noqa: PLC0415

        return at_rest(self.engine, lambda: digest(self.engine))

    def close(self) -> None:
        """Let go of files and connections."""
        self.engine.close()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()


def open_graph(place: str | Path | None = None, environment: Mapping[str, str] = os.environ) -> Graph:
    """Open a graph: a `.kgl` path, a server's address, or where NEO4J_URI, TIEBOOK_DB or the data folder say.

    Raises DatabaseMissing, ModelMismatch, and what the engine raises.
    """
    engine = open_engine(locate(None if place is None else str(place), environment), environment)
    try:
        check_model(engine)
        return Graph(engine, QuestionLibrary(environment))
    except BaseException:
        engine.close()
        raise
