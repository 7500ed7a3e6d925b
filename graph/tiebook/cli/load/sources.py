"""`tiebook sources`: what is loaded, and what ships and can be loaded."""

from __future__ import annotations

import click

from tiebook.cli.common import database_option, opened, say


@click.command()
@database_option
def command(db: str | None) -> None:
    """List the loaded sources with their extent and coverage, and those that can be loaded."""
    from tiebook.ask.coverage import searched  # noqa: PLC0415
    from tiebook.errors import DatabaseMissing  # noqa: PLC0415
    from tiebook.sources.declaration import shipped_datasets  # noqa: PLC0415
    from tiebook.support.plain import plain  # noqa: PLC0415
    from tiebook.sync.cases import shipped_cases  # noqa: PLC0415

    loaded = set()
    try:
        with opened(db) as engine:
            for source in searched(engine):
                loaded.add(source.id)
                click.echo(plain(f"{source.id}: {source}"))
    except DatabaseMissing:
        say("Nothing is loaded yet.")
    rest = [name for name in shipped_cases() if name not in loaded]
    if rest:
        say(f"Can be loaded: {', '.join(rest)} (tiebook load NAME)")
    say(f"With your own files: {', '.join(shipped_datasets())} (tiebook load NAME FILE...)")
