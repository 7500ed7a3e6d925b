"""`tiebook upgrade`: a database of an older model, or a case of an older format, to the present one."""

from __future__ import annotations

from pathlib import Path

import click

from tiebook.cli.common import database_option, engine_for, say


@click.command()
@click.argument("case", required=False)
@click.option("--backup", "keep", type=click.Path(path_type=Path), metavar="FILE", help="Where the backup goes.")
@click.option("--no-backup", is_flag=True, help="Make no backup.")
@click.option("--text", type=click.Path(path_type=Path), metavar="FILE", help="The text of CASE.")
@database_option
def command(case: str | None, keep: Path | None, no_backup: bool, text: Path | None, db: str | None) -> None:
    """Upgrade a database made by an older Tiebook, in one transaction, after a backup.

    Without --backup, the backup goes next to the .kgl file or, for a server, to your data folder.

    With CASE, a folder, upgrade the files of the case to the current format instead. Derived fields are removed, comments and order
    stay, and nothing is written unless the graph stays the same.
    """
    if case is not None:
        if keep is not None or no_backup or db is not None:
            raise click.UsageError("--backup, --no-backup and --db are for a database, not for a case")
        _upgrade_case(case, text)
        return
    from tiebook.engine.meta import model_of  # noqa: PLC0415
    from tiebook.keep import upgrade  # noqa: PLC0415

    if keep is not None and no_backup:
        raise click.UsageError("--backup or --no-backup, not both")
    engine = engine_for(db)
    try:
        if engine.adopt():
            say(f"{engine.place}: the nodes that Tiebook 0.1 made are marked as its own")
        name = f"model-{model_of(engine)}.zip"
        place = None if no_backup else keep or _beside(engine.place if engine.name == "kglite" else None, name)
        done = upgrade(engine, place)
    finally:
        engine.close()
    if done.before == done.after:
        say(f"{engine.place} has version {done.after} of the model, the current one: nothing to do")
        return
    for title in done.titles:
        say(f"Done: {title}")
    kept = f"; the backup is {place}" if place else ""
    say(f"{engine.place}: from version {done.before} of the model to {done.after}{kept}")


def _upgrade_case(case: str, named: Path | None) -> None:
    from tiebook.case.upgrade import upgrade_case  # noqa: PLC0415
    from tiebook.errors import StorageFailed  # noqa: PLC0415
    from tiebook.support.resources import is_installed  # noqa: PLC0415
    from tiebook.support.small_files import folder_name  # noqa: PLC0415
    from tiebook.sync.cases import find_case, text_of_case  # noqa: PLC0415

    folder = find_case(case)
    if is_installed(folder):
        raise click.UsageError(f"{folder_name(folder)} ships with Tiebook and is not changed")
    try:
        done = upgrade_case(folder, text_of_case(folder, named))
    except OSError as error:
        raise StorageFailed(f"the case could not be written: {error.strerror}", where=str(folder)) from None
    if done is None:
        say(f"{folder} has the current format: nothing to do")
        return
    say(f"{folder}: {done.before:,} lines became {done.after:,}, the same graph; written: {', '.join(done.files)}")


def _beside(file: str | None, name: str) -> Path:
    if file is not None:
        return Path(f"{file}.{name}")
    from platformdirs import user_data_path  # noqa: PLC0415

    folder = user_data_path("tiebook", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"server.{name}"
