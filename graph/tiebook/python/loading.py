"""Loading: sources into the graph and out again, each with its account."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tiebook.python.connected import Connected, Pathlike
from tiebook.python.load_request import LoadRequest
from tiebook.python.loaded import Loaded, nodes_and_edges

if TYPE_CHECKING:
    from tiebook.python.answers.answer import Answer
    from tiebook.sync.progress import Progress


class Loading(Connected):
    """The part of a graph that loads and removes sources."""

    def load(
        self,
        source: Pathlike,
        *files: Pathlike,
        text: Pathlike | None = None,
        dry_run: bool = False,
        replace: bool = False,
        again: bool = False,
        since: date | str | int | None = None,
        until: date | str | int | None = None,
        actors: str | Iterable[str] = (),
        encoding: str | None = None,
        decisions: Pathlike | None = None,
        trust: bool = False,
        progress: Progress | None = None,
    ) -> Loaded:
        """Load a source, and return the account: `graph.load("china-iran")`, `graph.load("sipri", "trade-register.csv")`.

        source -- a case that ships, the folder of your own, a data set with its files, or a file that `export` wrote in full
        text -- of a coded article: the text, by which every quote is verified
        dry_run -- tell what would change, and change nothing
        replace -- of a data set: let go what the graph holds of its other files
        again -- of a data set: compare every tie, also of the files of the last load
        since, until, actors -- of a data set: only what reaches into these dates, only ties of one of these actors
        encoding, decisions -- of a data set: the encoding of its files; the file that `resolve` keeps
        trust -- a folder of your own: run its read.py, a program that may do anything
        progress -- is told how far the load of a data set is

        It is all or nothing, and loading again changes nothing.

        Raises BadCase and BadSource with every fault and its place, WouldLose, IdClash, UsageError.
        """
        names = actors if isinstance(actors, str) else ",".join(actors)
        first, last = (None if each is None else str(each) for each in (since, until))
        request = LoadRequest(
            str(source),
            tuple(Path(file) for file in files),
            None if text is None else Path(text),
            dry_run=dry_run,
            replace=replace,
            again=again,
            since=first,
            until=last,
            actors=names or None,
            encoding=encoding,
            decisions=None if decisions is None else Path(decisions),
            trust=trust,
        )
        request.check(str)
        return request.load(self.engine, progress)

    def unload(self, source: str) -> Loaded:
        """Remove a source: its claims and ties, and the entities that nothing else uses; return what was removed.

        Raises BadSource if it is not loaded.
        """
        from tiebook.sync import unload  # noqa: PLC0415

        changes = unload(self.engine, source)
        said = f"{source}: {nodes_and_edges(changes.removed)} removed from {self.engine.place}"
        return Loaded((source,), changes, (said,))

    def resolve(self, source: str, *files: Pathlike, decisions: Pathlike | None = None) -> Answer:
        """Return the names in a data set's files that match no actor: name, how often, and the nearest candidates.

        Raises BadSource.
        """
        from tiebook.python.listings import listed  # noqa: PLC0415
        from tiebook.sources.datasets import read_dataset  # noqa: PLC0415

        kept = None if decisions is None else Path(decisions)
        reader, batch = read_dataset(source, [Path(file) for file in files], decisions=kept)
        batch.read_through()
        rows = [
            (each.text if each.system == "name" else f"{each.system}:{each.text}", each.count, list(each.candidates))
            for each in reader.resolver.unresolved()
        ]
        heading, nothing = f"Which names in {source} match no known actor?", "Every name matches an actor."
        columns = ("name", "count", "candidates")
        return self._answer(listed("Unresolved names", heading, columns, rows, noun="name", nothing=nothing))
