"""`tiebook info`: what the database holds."""

from __future__ import annotations

import json
from itertools import zip_longest

import click

from tiebook.cli.common import database_option, opened


@click.command()
@click.option(
    "--digest", is_flag=True, help="Add the digest of the whole graph: equal graphs, equal digests, on either engine."
)
@click.option("--format", "-f", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@database_option
def command(digest: bool, form: str, db: str | None) -> None:
    """Show where the database is, its engine and model version, its sources and counts."""
    from tiebook.python.answers.shown import facts as facts_of  # noqa: PLC0415
    from tiebook.support.plain import plain, plain_json  # noqa: PLC0415

    with opened(db, fill=True) as engine:
        facts = facts_of(engine, digest=digest)
    if form == "json":
        click.echo(plain_json(json.dumps(facts, ensure_ascii=False, indent=2)))
        return
    for name, value in facts.items():
        lines = [str(each) for each in value] if isinstance(value, list) else [str(value)]
        for label, line in zip_longest([name], lines, fillvalue=""):
            click.echo(f"{label:<12} {plain(line)}")
