"""`tiebook load`: a coded article into the graph."""

from __future__ import annotations

from pathlib import Path

import click

from tiebook.cli.common import database_option, engine_for, say


@click.command()
@click.argument("source")
@click.option(
    "--text",
    type=click.Path(path_type=Path),
    help="The text of the article: every quote is verified (or set TIEBOOK_TEXT).",
)
@click.option("--dry-run", is_flag=True, help="Tell what would change, and change nothing.")
@database_option
def command(source: str, text: Path | None, dry_run: bool, db: str | None) -> None:
    """Load SOURCE: a case that ships (china-iran) or the folder of your own. Loading again changes nothing."""
    from tiebook.load.cases import find_case, load_case, text_for  # noqa: PLC0415

    engine = engine_for(db)
    try:
        case, changes = load_case(engine, find_case(source), text_for(text), dry_run=dry_run)
    finally:
        engine.close()
    for note in case.notes:
        say(f"Note: {note}")
    verified = f"{sum(case.quotes.values())} quotes verified" if case.quotes else "quotes not verified: no --text"
    verb = "would be" if dry_run else "were"
    what = (
        "nothing changed"
        if changes.nothing
        else (f"{changes.created} nodes and edges {verb} created, {changes.changed} changed, {changes.removed} removed")
    )
    say(f"{case.source.name}: {len(case.claims)} claims ({verified}); {what} in {engine.place}")
