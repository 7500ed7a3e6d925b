"""`tiebook backup`: the whole graph into one file."""

from __future__ import annotations

from pathlib import Path

import click

from tiebook.cli.common import database_option, engine_for, say


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
@database_option
def command(file: Path, force: bool, db: str | None) -> None:
    """Write the whole graph to FILE, for `tiebook restore` on either engine.

    FILE is a zip; the sha256 of the graph.jsonl in it is the graph's digest (`tiebook info --digest`).
    """
    from tiebook.keep import backup  # noqa: PLC0415

    engine = engine_for(db)
    try:
        made = backup(engine, file, force=force)
    finally:
        engine.close()
    say(f"{file}: {made.nodes:,} nodes and {made.edges:,} edges of {engine.place}, digest {made.digest}")
