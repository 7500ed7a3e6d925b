"""`tiebook upgrade`: a database of an older model to the present one."""

from __future__ import annotations

from pathlib import Path

import click

from tiebook.cli.common import database_option, engine_for, say


@click.command()
@click.option("--backup", "keep", type=click.Path(path_type=Path), metavar="FILE", help="Where the backup goes.")
@click.option("--no-backup", is_flag=True, help="Make none.")
@database_option
def command(keep: Path | None, no_backup: bool, db: str | None) -> None:
    """Bring a database that an older Tiebook made up to date, in one transaction, after a backup.

    Without --backup it goes beside the .kgl file, or for a server into your data folder.
    """
    from tiebook.engine.meta import model_of  # noqa: PLC0415
    from tiebook.keep import upgrade  # noqa: PLC0415

    if keep is not None and no_backup:
        raise click.UsageError("--backup or --no-backup, not both")
    engine = engine_for(db)
    try:
        name = f"model-{model_of(engine)}.zip"
        place = None if no_backup else keep or _beside(engine.place if engine.name == "kglite" else None, name)
        done = upgrade(engine, place)
    finally:
        engine.close()
    if done.before == done.after:
        say(f"{engine.place} has version {done.after} of the model, which is the present one: nothing to do")
        return
    for title in done.titles:
        say(f"Done: {title}")
    kept = f"; the backup is {place}" if place else ""
    say(f"{engine.place}: from version {done.before} of the model to {done.after}{kept}")


def _beside(file: str | None, name: str) -> Path:
    if file is not None:
        return Path(f"{file}.{name}")
    from platformdirs import user_data_path  # noqa: PLC0415

    folder = user_data_path("tiebook", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"server.{name}"
