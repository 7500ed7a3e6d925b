"""`tiebook unload`: removes a source from the graph."""

from __future__ import annotations

import click

from tiebook.cli.common import database_option, opened, say


@click.command()
@click.argument("source")
@database_option
def command(source: str, db: str | None) -> None:
    """Remove SOURCE: its claims and ties, and the entities that nothing else uses."""
    from tiebook.python.loaded import nodes_and_edges  # noqa: PLC0415
    from tiebook.sync import unload  # noqa: PLC0415

    with opened(db) as engine:
        changes = unload(engine, source)
        say(f"{source}: {nodes_and_edges(changes.removed)} removed from {engine.place}")
