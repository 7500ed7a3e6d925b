"""`tiebook serve`: the questions in a browser."""

from __future__ import annotations

import os
import webbrowser
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from tiebook.cli.common import database_option, maker_for, opened, say

if TYPE_CHECKING:
    from tiebook.engine import Engine

_SHORTEST: Final = 16  # characters of a token that somebody chose
_PATIENCE: Final = "5"  # seconds that a page waits for a server with passing faults; a load waits for minutes


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), help="The port (default: 8765, or a free one if that is taken).")
@click.option(
    "--case", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="FOLDER", help="A case to code."
)
@click.option(
    "--text", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE", help="The text of the case."
)
@click.option(
    "--host", metavar="ADDRESS", default="127.0.0.1", help="Listen on this address, so that other machines can connect."
)
@click.option("--allow-host", "names", multiple=True, metavar="NAME", help="Accept requests under another host name.")
@click.option("--no-open", is_flag=True, help="Do not open a browser.")
@database_option
def command(
    port: int | None,
    case: Path | None,
    text: Path | None,
    host: str,
    names: tuple[str, ...],
    no_open: bool,
    db: str | None,
) -> None:
    """Ask, read and code in a browser: serve the pages, print their address and open it. Ctrl-C stops the server.

    The printed address contains a token, without which every page is refused. TIEBOOK_TOKEN sets your own, and is required with
    a --host that other machines can reach.
    """
    from tiebook.serve.run import is_loopback, serve  # noqa: PLC0415
    from tiebook.serve.settings import LOOPBACK, Settings  # noqa: PLC0415

    token = os.environ.get("TIEBOOK_TOKEN", "")
    if token and len(token) < _SHORTEST:
        raise click.UsageError(f"TIEBOOK_TOKEN is shorter than {_SHORTEST} characters")
    if not token and not is_loopback(host):
        raise click.UsageError(f"--host {host} opens the page to others: set TIEBOOK_TOKEN to a secret of your own")
    bound = f"[{host}]" if ":" in host else host
    hosts = tuple(dict.fromkeys((*LOOPBACK, bound.lower(), *(name.lower() for name in names))))
    chosen = Settings(hosts=hosts, case=case, text=text)
    if token:
        chosen = replace(chosen, token=token)
    os.environ.setdefault("TIEBOOK_RETRY_SECONDS", _PATIENCE)

    def ready(address: str) -> None:
        say(f"Tiebook is at {address}  (Ctrl-C stops it)")
        if not no_open:
            webbrowser.open(address)

    with opened(db, fill=True) as first:
        unused, again = [first], maker_for(db)

        def make() -> Engine:
            """Return the engine that is open; of a file that has changed since, another one."""
            engine = unused.pop() if unused else first if first.most_ties is not None else again()
            engine.seconds = chosen.limits.seconds
            return engine

        serve(chosen, make, host=host, port=port, ready=ready)
