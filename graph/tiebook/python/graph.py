"""`tiebook.open()` and the graph that it returns; each of its parts is a module beside this one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

from tiebook import ask as asking
from tiebook.engine import Limits, locate, open_engine
from tiebook.engine.consistent_read import read_settled
from tiebook.engine.meta import check_model
from tiebook.python.adding import Adding
from tiebook.python.asker import Asker
from tiebook.python.coding import Coding
from tiebook.python.connected import Pathlike
from tiebook.python.drawing import Drawing
from tiebook.python.listings import Listing
from tiebook.python.loading import Loading
from tiebook.python.measuring import Measuring
from tiebook.questions import QuestionLibrary

if TYPE_CHECKING:
    from tiebook.export import Written
    from tiebook.keep.archive import Manifest
    from tiebook.python.answers.answer import Answer


class Graph(Listing, Drawing, Measuring, Loading, Adding, Coding):
    """A Tiebook graph on either engine. Use as a context manager, or call `close`.

    ask -- `graph.ask("who arms Iran?")`, `graph.ask("who-arms", recipient="iran")`, `graph.ask.who_arms(recipient="iran")`
    query -- read-only Cypher of your own
    questions, actors, sources, claims, ties -- what there is, as answers
    view -- the picture; analyse, to_networkx, to_igraph, to_matrix -- the network
    load, unload, add_ties, add_claim, draft_source -- what is in it
    check, text, agree, map, resolve -- articles and tables beside it
    cite, export, info, digest, backup -- what goes out
    """

    @property
    def ask(self) -> Asker:
        """Ask: in free words, by a question's name, or as an attribute (`graph.ask.who_arms(recipient="iran")`)."""
        return Asker(self)

    def query(
        self, cypher: str, parameters: Mapping[str, Any] | None = None, *, limits: Limits | None = None
    ) -> Answer:
        """Run a read-only Cypher query; dates are bound as `datetime.date`.

        Raises WriteRefused, LimitReached, QueryFailed.
        """
        return self._answer(asking.query(self.engine, cypher, parameters or {}, limits))

    def cite(
        self,
        answer: asking.Answer | None = None,
        *,
        sources: str | Iterable[str] | None = None,
        form: Literal["text", "bibtex", "csl"] = "text",
    ) -> str:
        """Return the citations of what an answer used, of some sources or of every source, and of Tiebook.

        Raises UsageError for another form.
        """
        from tiebook.ask.cite import citations, used, written  # noqa: PLC0415

        wanted: list[str] | None = None
        if answer is not None:
            wanted = used(self.engine, answer)[0]
        elif sources is not None:
            wanted = [str(self._source(each)) for each in ([sources] if isinstance(sources, str) else sources)]
        return written(citations(self.engine, wanted), form)

    def export(
        self,
        path: Pathlike,
        *,
        form: str | None = None,
        full: bool | None = None,
        claims: bool = False,
        with_reported: bool = False,
        with_inferred: bool = False,
        source: str | None = None,
    ) -> Written:
        """Write the graph to a file in the format that its ending implies, and return what was written.

        form -- the format, where the ending does not tell it ("neo4j-admin", "browser"...)
        full -- the whole graph, or only ties between actors; by default as is usual for the format
        claims, with_reported, with_inferred -- facts only: also what is sought, feared, denied..., what an author only reports,
            what a coder inferred
        source -- only this source

        Raises UsageError if the format cannot do as asked, StorageFailed.
        """
        from tiebook.export import Options, export, format_for  # noqa: PLC0415
        from tiebook.view.style import constants  # noqa: PLC0415

        target = Path(path)
        chosen = format_for(target, form)
        if chosen.scope == "none":
            return export(None, target, chosen, colours=constants())[0]
        options = Options(self._source(source), chosen.is_full(full), claims, with_reported, with_inferred)
        return export(self.engine, target, chosen, options, constants())[0]

    def backup(self, path: Pathlike, *, force: bool = False) -> Manifest:
        """Write the whole graph to one file, which `tiebook restore` puts back on either engine; return its manifest.

        Raises UsageError if the file is there already, unless `force`.
        """
        from tiebook.keep import backup  # noqa: PLC0415

        return backup(self.engine, Path(path), force=force)

    def info(self, *, digest: bool = False) -> dict[str, Any]:
        """Return where the graph is, its engine and model version, its sources and counts; with `digest` its digest too."""
        from tiebook.python.answers.shown import facts  # noqa: PLC0415

        return facts(self.engine, digest=digest)

    def digest(self) -> str:
        """Return the digest of the whole graph, equal on both engines (sha256, hexadecimal)."""
        from tiebook.engine.digest import digest  # noqa: PLC0415

        return read_settled(self.engine, lambda: digest(self.engine))

    def close(self) -> None:
        """Close files and connections."""
        self.engine.close()

    def __repr__(self) -> str:
        """Return the place and a line for each source."""
        from tiebook.python.answers.shown import graph_text  # noqa: PLC0415

        return graph_text(self.engine)

    def _repr_html_(self) -> str:
        """Return a table of the sources, every text escaped."""
        from tiebook.python.answers.shown import graph_html  # noqa: PLC0415

        return graph_html(self.engine)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()


def open_graph(
    place: str | Path | None = None, environment: Mapping[str, str] = os.environ, *, create: bool = False
) -> Graph:
    """Open a graph: a `.kgl` path, a server's address, or where NEO4J_URI, TIEBOOK_DB or the data folder say.

    create -- begin an empty graph where there is none; without it, a mistyped name is told

    Raises DatabaseMissing, ModelMismatch, and what the engine raises.
    """
    engine = open_engine(locate(None if place is None else str(place), environment), environment)
    try:
        if not create or engine.exists():
            check_model(engine)
        return Graph(engine, QuestionLibrary(environment))
    except BaseException:
        engine.close()
        raise
