"""`tiebook check`: a coded article against the codebook and its text."""

from __future__ import annotations

from pathlib import Path

import click

from tiebook.cli.common import say


@click.command()
@click.argument("case")
@click.option("--text", type=click.Path(path_type=Path), help="The text of the article (or set TIEBOOK_TEXT).")
@click.option("--update", is_flag=True, help="Write the hashes of the text and the places of quotes into the case.")
def command(case: str, text: Path | None, update: bool) -> None:
    """Check CASE, a folder or the name of one that ships: ids, types, dates, rules, and with --text every quote."""
    from tiebook.case import open_case  # noqa: PLC0415
    from tiebook.case.update import update_case  # noqa: PLC0415
    from tiebook.sync.cases import find_case, text_for  # noqa: PLC0415

    folder = find_case(case)
    found = text_for(text)
    if update and found is None:
        raise click.UsageError("--update needs --text FILE")
    checked = open_case(folder, found)
    for note in checked.notes:
        say(f"Note: {note}")
    if update and found is not None:
        changed = update_case(folder, found)
        say(f"Updated: {', '.join(changed) or 'nothing to change'}")
    states = ", ".join(f"{count} {state}" for state, count in sorted(checked.quotes.items()))
    quotes = f"quotes: {states}" if states else "quotes not verified: no --text"
    click.echo(f"{checked.id}: {len(checked.entities)} entities, {len(checked.claims)} claims, no faults; {quotes}")
