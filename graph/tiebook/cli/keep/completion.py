"""`tiebook completion`: the script that makes a shell complete commands, questions and actors."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from tiebook.cli.app import app


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the completion script of SHELL, for example: tiebook completion bash >> ~/.bashrc."""
    found = get_completion_class(shell)
    assert found is not None  # noqa: S101 -- the three are click's own
    click.echo(found(app, {}, "tiebook", "_TIEBOOK_COMPLETE").source())
