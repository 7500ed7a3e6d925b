"""What a load is asked for: which kind of source is meant, whether the options fit it. `tiebook load` and `graph.load` share it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from tiebook.errors import BadSource, UsageError

if TYPE_CHECKING:
    from tiebook.engine import Engine
    from tiebook.python.loaded import Loaded
    from tiebook.sync.progress import Progress

Kind = Literal["data set", "exported graph", "coded article"]
_ALONE: Final[dict[str, str]] = {  # what to do with the files after one that is no data set
    "coded article": "load one article at a time",
    "exported graph": "load it alone: either of x-nodes.csv and x-edges.csv brings the other",
}
_OF_DATASETS: Final = (
    *("files", "replace", "again", "since", "until", "actors"),
    *("encoding", "decisions", "trust"),
)


@dataclass(frozen=True, slots=True)
class LoadRequest:
    """A source to load, with the options as they were given; see `Graph.load`."""

    source: str
    files: tuple[Path, ...] = ()
    text: Path | None = None
    dry_run: bool = False
    replace: bool = False
    again: bool = False
    since: str | None = None
    until: str | None = None
    actors: str | None = None
    encoding: str | None = None
    decisions: Path | None = None
    trust: bool = False

    def kind(self) -> Kind:
        """Return what is meant; an article also where nothing has the name."""
        from tiebook.export.read_back import is_exchange  # noqa: PLC0415 -- one room at a time is needed
        from tiebook.sources.declaration import is_dataset  # noqa: PLC0415

        if is_exchange(self.source):
            return "exported graph"
        return "data set" if is_dataset(self.source) else "coded article"

    def check(self, named: Callable[[str], str], beside: Mapping[str, Any] | None = None) -> Kind:
        """Return what is meant, once every option fits it.

        named -- how an option is named where it is given
        beside -- further options of data sets

        Raises BadSource with the nearest names where nothing has the name, UsageError for an option of another kind of source.
        """
        kind = self.kind()
        of_datasets = {name: getattr(self, name) for name in _OF_DATASETS} | dict(beside or {})
        given = [name for name, value in of_datasets.items() if value]
        if kind == "coded article":
            self._check_name(data_set=bool(given))
        if self.text is not None and kind != "coded article":
            raise UsageError(f"{named('text')} is for coded articles; {self.source} is {_a(kind)}")
        if given and kind != "data set":
            raise UsageError(
                f"{named(given[0])} is for data sets; {self.source} is {_a(kind)}",
                hint=_ALONE[kind] if given[0] == "files" else None,
            )
        return kind

    def one_by_one(self) -> tuple[LoadRequest, ...]:
        """Return a request for each coded article, where each file is an article too, as in `china-iran crink-security`.

        Everything else is loaded at once: then it is this request alone.
        """
        if self.kind() != "coded article" or any(map(_is_file, self.files)):
            return (self,)
        return tuple(
            dataclasses.replace(self, source=source, files=()) for source in (self.source, *map(str, self.files))
        )

    def let_run(self) -> None:
        """Allow the program of a folder to run in this process if `trust` is given."""
        if self.trust:
            from tiebook.sources.declaration import find_dataset  # noqa: PLC0415
            from tiebook.sources.trust import trust  # noqa: PLC0415

            trust(find_dataset(self.source))

    def load(self, engine: Engine, progress: Progress | None = None) -> Loaded:
        """Load it, once it is checked, and return the account.

        Raises what the load of its kind does.
        """
        from tiebook.python.loaded import case_loaded, dataset_loaded, exchange_loaded  # noqa: PLC0415

        kind = self.kind()
        if kind == "exported graph":
            return exchange_loaded(engine, Path(self.source), dry_run=self.dry_run)
        if kind == "coded article":
            from tiebook.sync.cases import find_case, text_of_case  # noqa: PLC0415

            folder = find_case(self.source)
            return case_loaded(engine, folder, text_of_case(folder, self.text), dry_run=self.dry_run)
        from tiebook.sources.row_filter import row_filter  # noqa: PLC0415

        self.let_run()
        return dataset_loaded(
            engine,
            self.source,
            list(self.files),
            row_filter(self.since, self.until, self.actors),
            decisions=self.decisions,
            encoding=self.encoding,
            dry_run=self.dry_run,
            replace=self.replace,
            again=self.again,
            progress=progress,
        )

    def _check_name(self, *, data_set: bool) -> None:
        """Check that an article has this name; if none has and options of data sets are given, suggest data sets."""
        from tiebook.sync.cases import find_case  # noqa: PLC0415

        try:
            find_case(self.source)
        except BadSource:
            if data_set:
                from tiebook.sources.declaration import find_dataset  # noqa: PLC0415

                find_dataset(self.source)
            raise


def _is_file(path: Path) -> bool:
    from tiebook.case.check import HEAD_FILE  # noqa: PLC0415

    return path.name != HEAD_FILE and (path.is_file() or (path.suffix != "" and not path.is_dir()))


def _a(kind: Kind) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
