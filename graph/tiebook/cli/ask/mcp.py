"""`tiebook mcp`: the questions for an assistant, on standard input and output."""

from __future__ import annotations

import sys
from importlib.util import find_spec

import click

from tiebook.cli.common import database_option, maker_for, opened, say
from tiebook.errors import TiebookError


@click.command()
@database_option
def command(db: str | None) -> None:
    """Let an assistant ask the questions, over the Model Context Protocol on stdin and stdout.

    It reads the database and never writes. An assistant starts it; docs/assistants.md has the set-up for each client.
    """
    if find_spec("mcp") is None:
        raise TiebookError("tiebook mcp needs the extra mcp", hint="pip install 'tiebook[mcp]'")
    from tiebook.assistant.current_graph import CurrentGraph  # noqa: PLC0415
    from tiebook.assistant.server import serve  # noqa: PLC0415

    with opened(db, fill=True):
        pass  # what is wrong with the database is told now, where whoever set it up sees it
    if sys.stdin.isatty():
        say("Waiting for an assistant on stdin; Ctrl-C stops it.")
    serve(CurrentGraph(maker_for(db)))
