"""`tiebook restore`: a backup into a database."""

from __future__ import annotations

from pathlib import Path

import click

from tiebook.cli.common import close_after_write, database_option, engine_for, say


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Replace what the database holds, all or nothing.")
@click.option("--dry-run", is_flag=True, help="Verify FILE and show what it holds, without touching a database.")
@database_option
def command(file: Path, replace: bool, dry_run: bool, db: str | None) -> None:
    """Restore the backup FILE into an empty database, on either engine, verified by its digest."""
    from tiebook.keep import Archive, restore  # noqa: PLC0415
    from tiebook.model.version import MODEL_VERSION  # noqa: PLC0415
    from tiebook.support.plain import plain  # noqa: PLC0415

    if dry_run:
        with Archive(file) as archive:
            archive.verify()
            made, where = archive.manifest, f"{file} is intact"
    else:
        engine = engine_for(db)
        try:
            made, where = restore(engine, file, replace=replace), f"restored into {engine.place}"
        finally:
            close_after_write(engine)
    say(f"{where}: {made.nodes:,} nodes and {made.edges:,} edges, digest {made.digest}")
    sources = ", ".join(made.sources) or "none"
    say(plain(f"Made on {made.made} with Tiebook {made.tiebook} from {made.engine}; sources: {sources}"))
    if made.model < MODEL_VERSION:
        say(f"It has version {made.model} of the model: tiebook upgrade brings it to {MODEL_VERSION}.")
