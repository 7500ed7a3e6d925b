"""`tiebook load`: a coded article or a data set into the graph."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tiebook.cli.common import close_after_write, database_option, engine_for, say

if TYPE_CHECKING:
    from tiebook.engine import Engine
    from tiebook.python.loading import Loaded


@click.command()
@click.argument("source")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--text",
    type=click.Path(path_type=Path),
    help="The text of the article: every quote is verified (or set TIEBOOK_TEXT).",
)
@click.option("--dry-run", is_flag=True, help="Tell what would change, and change nothing.")
@click.option(
    "--replace", is_flag=True, help="A data set: let go what the graph holds of its other files that are not given now."
)
@click.option("--again", is_flag=True, help="A data set: compare every tie, also of the files of the last load.")
@click.option("--since", metavar="DATE", help="A data set: only what reaches to DATE or later.")
@click.option("--until", metavar="DATE", help="A data set: only what begins by DATE.")
@click.option("--actors", metavar="NAME,...", help="A data set: only ties of one of these actors.")
@click.option(
    "--encoding",
    metavar="NAME",
    help="A data set: the encoding of its FILES (cp1251, gb18030...), where it is not plain.",
)
@click.option("--decisions", type=click.Path(path_type=Path), help="The file of decisions that tiebook resolve keeps.")
@click.option(
    "--import-files",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="A data set: write the files of Neo4j's own import into FOLDER instead, for a first load of millions.",
)
@click.option("--trust", is_flag=True, help="A folder of your own: run its read.py, a program that may do anything.")
@database_option
def command(
    source: str,
    files: tuple[Path, ...],
    text: Path | None,
    dry_run: bool,
    replace: bool,
    again: bool,
    since: str | None,
    until: str | None,
    actors: str | None,
    encoding: str | None,
    decisions: Path | None,
    import_files: Path | None,
    trust: bool,
    db: str | None,
) -> None:
    """Load SOURCE: a case that ships (china-iran), the folder of your own, a data set with its FILES, or an exported file.

    Loading again changes nothing. What `tiebook export --full` wrote as .json, .graphml, .gexf or .csv can be loaded.
    """
    from tiebook.export.read_back import is_exchange  # noqa: PLC0415
    from tiebook.sources.declaration import find_dataset, is_dataset  # noqa: PLC0415

    if is_exchange(source):
        if files or text or since or until or actors or decisions or encoding:
            raise click.UsageError(
                f"{source} is an exported graph: it is loaded whole, with no other option than --dry-run"
            )
        _load_exchange(Path(source), dry_run=dry_run, db=db)
        return
    if is_dataset(source):
        if text is not None:
            raise click.UsageError(f"--text is for a coded article; {source} is a data set")
        if trust:
            from tiebook.sources import trust as trusted  # noqa: PLC0415

            trusted.trust(find_dataset(source))
        if import_files is not None:
            if dry_run or replace or again or db:
                raise click.UsageError("--import-files touches no graph: no --dry-run, --replace, --again or --db")
            from tiebook.cli.load.import_files import write_import_files  # noqa: PLC0415

            write_import_files(source, files, (since, until, actors), decisions, import_files, encoding)
            return
        _load_dataset(
            source,
            files,
            (since, until, actors),
            decisions,
            encoding,
            dry_run=dry_run,
            replace=replace,
            again=again,
            db=db,
        )
        return
    if files or since or until or actors or encoding or import_files:
        from tiebook.sync.cases import shipped_cases  # noqa: PLC0415

        if source not in shipped_cases():
            find_dataset(source)  # tells the nearest names
        raise click.UsageError(
            f"FILES, --since, --until, --actors, --encoding and --import-files are for data sets; {source} is a coded article"
        )
    _load_case(source, text, dry_run=dry_run, db=db)


def _load_exchange(path: Path, *, dry_run: bool, db: str | None) -> None:
    from tiebook.python.loading import exchange_loaded  # noqa: PLC0415

    _tell(db, lambda engine: exchange_loaded(engine, path, dry_run=dry_run))


def _load_dataset(
    source: str,
    files: tuple[Path, ...],
    part: tuple[str | None, str | None, str | None],
    decisions: Path | None,
    encoding: str | None,
    *,
    dry_run: bool,
    replace: bool,
    again: bool,
    db: str | None,
) -> None:
    from tiebook.cli.load.progress import shown  # noqa: PLC0415
    from tiebook.python.loading import dataset_loaded  # noqa: PLC0415
    from tiebook.sources.row_filter import row_filter  # noqa: PLC0415

    chosen = row_filter(*part)

    def load(engine: Engine) -> Loaded:
        with shown() as progress:
            return dataset_loaded(
                engine,
                source,
                list(files),
                chosen,
                decisions=decisions,
                encoding=encoding,
                dry_run=dry_run,
                replace=replace,
                again=again,
                progress=progress,
            )

    _tell(db, load)


def _load_case(source: str, text: Path | None, *, dry_run: bool, db: str | None) -> None:
    from tiebook.python.loading import case_loaded  # noqa: PLC0415
    from tiebook.sync.cases import find_case, text_of_case  # noqa: PLC0415

    folder = find_case(source)
    found = text_of_case(folder, text)
    _tell(db, lambda engine: case_loaded(engine, folder, found, dry_run=dry_run))


def _tell(db: str | None, load: Callable[[Engine], Loaded]) -> None:
    """Load, and print the account once the database is closed."""
    engine = engine_for(db)
    try:
        loaded = load(engine)
    finally:
        close_after_write(engine)
    say("\n".join(loaded.lines()))
