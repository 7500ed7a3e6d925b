"""`tiebook load`: a coded article or a data set into the graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tiebook.cli.common import close_after_write, database_option, engine_for, say
from tiebook.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tiebook.python.load_request import LoadRequest


@click.command()
@click.argument("source")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--text",
    type=click.Path(path_type=Path),
    help="The text of the article: every quote is verified (or set TIEBOOK_TEXT).",
)
@click.option("--dry-run", is_flag=True, help="Show what would change, without changing it.")
@click.option("--replace", is_flag=True, help="A data set: also remove what came from files that are not given now.")
@click.option("--again", is_flag=True, help="A data set: compare every tie, even if the files have not changed.")
@click.option("--since", metavar="DATE", help="A data set: only ties that last until DATE or later.")
@click.option("--until", metavar="DATE", help="A data set: only ties that begin by DATE.")
@click.option("--actors", metavar="NAME,...", help="A data set: only ties of these actors.")
@click.option(
    "--encoding",
    metavar="NAME",
    help="A data set: the encoding of its FILES (cp1251, gb18030...), if it cannot be guessed.",
)
@click.option("--decisions", type=click.Path(path_type=Path), help="The file of decisions that tiebook resolve keeps.")
@click.option(
    "--import-files",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help="A data set: write files for Neo4j's own import to FOLDER instead, for a first load of millions.",
)
@click.option("--trust", is_flag=True, help="A folder of your own: run its read.py, with your permissions.")
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
    """Load SOURCE: a case that ships (china-iran), the folder of your own case, a data set with its FILES, or an exported file.

    Several cases are loaded one after the other: tiebook load china-iran crink-security.

    Loading again changes nothing. Exported files are .json, .graphml, .gexf or .csv files that `tiebook export --full` wrote.
    """
    from tiebook.python.load_request import LoadRequest  # noqa: PLC0415

    request = LoadRequest(
        source,
        files,
        text,
        dry_run=dry_run,
        replace=replace,
        again=again,
        since=since,
        until=until,
        actors=actors,
        encoding=encoding,
        decisions=decisions,
        trust=trust,
    )
    requests = request.one_by_one()
    if text is not None and len(requests) > 1:
        raise UsageError(
            "--text is for one article", hint="load the others without it, or name each text in its case.toml"
        )
    for each in requests:
        each.check(_typed, {"import_files": import_files})
    if import_files is None:
        _load(requests, db)
        return
    if dry_run or replace or again or db:
        raise click.UsageError("--import-files does not use a graph: leave out --dry-run, --replace, --again and --db")
    from tiebook.cli.load.import_files import write_import_files  # noqa: PLC0415

    request.let_run()
    write_import_files(source, files, (since, until, actors), decisions, import_files, encoding)


def _load(requests: Sequence[LoadRequest], db: str | None) -> None:
    """Load one after the other, and print the accounts once the database is closed; where one fails, those before it stay."""
    from tiebook.cli.load.progress import shown  # noqa: PLC0415

    engine = engine_for(db)
    loaded = []
    try:
        with shown() as progress:
            for request in requests:
                loaded.append(request.load(engine, progress))  # noqa: PERF401 -- a fault leaves those before it
    finally:
        close_after_write(engine)
        for each in loaded:
            say("\n".join(each.lines()))


def _typed(name: str) -> str:
    """Return an option, or the argument FILES, as it is typed."""
    from tiebook.questions.options import as_option  # noqa: PLC0415

    return "FILES" if name == "files" else as_option(name)
