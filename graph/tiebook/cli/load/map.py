"""`tiebook map`: drafts the declaration of a table that Tiebook does not know yet."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click

from tiebook.cli.common import say


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("nodes", type=click.Path(path_type=Path), required=False)
@click.option(
    "--type",
    "types",
    required=True,
    multiple=True,
    metavar="TIE|COLUMN|VALUE=TIE",
    help="The type of tie that a row makes, as docs/codebook.md names it; or the column that names types; or, more than"
    " once, the type for a value of a column (--type 1=SUPPORTS --type -1=OPPOSES) or for the sign of its numbers (--type"
    " +=SUPPORTS --type -=OPPOSES).",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Write FOLDER/source.toml instead of printing it.",
)
@click.option("--encoding", metavar="NAME", help="The encoding of FILE, if it cannot be guessed (cp1251, gbk).")
def command(file: Path, nodes: Path | None, types: tuple[str, ...], output: Path | None, encoding: str | None) -> None:
    """Draft a source.toml for FILE, a table (CSV, TSV, Excel, Parquet, Stata, JSON lines) or a graph of another tool.

    If FILE is a table of edges whose ends are numbers of nodes, give NODES, the table that says what the nodes are called.

    Check the draft, then load the folder.
    """
    from tiebook.errors import StorageFailed, UsageError  # noqa: PLC0415
    from tiebook.sources.draft_declaration import draft  # noqa: PLC0415
    from tiebook.support.atomic_write import write_atomically  # noqa: PLC0415

    try:
        text = draft(file, types, output, encoding, nodes)
    except UsageError:
        _say_what_ships(file)
        raise
    _say_what_ships(file)  # once it is known that it can be read: a file is compared with the files of every source
    if output is None:
        click.echo(text, nl=False)
        return
    target = output / "source.toml"
    try:
        if target.exists():
            raise click.UsageError(f"{target} already exists")
        output.mkdir(parents=True, exist_ok=True)
        write_atomically(target, text)
    except OSError as error:
        raise StorageFailed(f"the declaration could not be written: {error.strerror}", where=str(target)) from None
    files = " ".join(quote(str(each)) for each in (file, nodes) if each is not None)
    say(f"Wrote {target}. Check it, then: tiebook load {quote(str(output))} {files}")


def _say_what_ships(file: Path) -> None:
    """Print which source that ships reads a table, if there is one."""
    from tiebook.sources.detect import shipped  # noqa: PLC0415
    from tiebook.tables.graphs.edge_table import is_graph  # noqa: PLC0415
    from tiebook.tables.whole.json_table import may_be_json_table  # noqa: PLC0415

    known = None if is_graph(file) or may_be_json_table(file) else shipped(file)
    if known is not None:
        name, kind = known
        say(f"{file.name} looks like {kind.what}. A source for it ships: tiebook load {name} {quote(str(file))}")
