"""`tiebook info`: what the database holds."""

from __future__ import annotations

import json
from typing import Any

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
    from tiebook import __version__  # noqa: PLC0415
    from tiebook.ask.coverage import searched  # noqa: PLC0415
    from tiebook.engine.consistent_read import at_rest  # noqa: PLC0415
    from tiebook.engine.digest import digest as digest_of  # noqa: PLC0415
    from tiebook.model.schema import first_labels  # noqa: PLC0415
    from tiebook.model.version import MODEL_VERSION  # noqa: PLC0415
    from tiebook.support.plain import plain, plain_json  # noqa: PLC0415

    with opened(db, fill=True) as engine:
        facts: dict[str, Any] = {
            "tiebook": __version__,
            "database": engine.place,
            "engine": f"{engine.name} {engine.version()}",
            "model": MODEL_VERSION,
            "sources": [str(source) for source in searched(engine)],
        }
        for label in first_labels():
            count = engine.read(f"MATCH (n:{label}) RETURN count(*) AS count").rows[0][0]
            if count and label != "Meta":
                facts[f"{label.lower()}s"] = count
        facts["ties"] = engine.read("MATCH ()-[t]->() WHERE t.endorsed IS NOT NULL RETURN count(*) AS count").rows[0][0]
        if engine.others():
            facts["others"] = f"{engine.others():,} nodes that are not Tiebook's, left alone"
        if digest:
            facts["digest"] = at_rest(engine, lambda: digest_of(engine))
    if form == "json":
        click.echo(plain_json(json.dumps(facts, ensure_ascii=False, indent=2)))
        return
    for name, value in facts.items():
        shown = "; ".join(value) if isinstance(value, list) else str(value)
        click.echo(f"{name:<12} {plain(shown)}")
