"""`tiebook add`: one claim of your own, into a source of your own."""

from __future__ import annotations

from typing import Any

import click

from tiebook.cli.common import close_after_write, database_option, engine_for, say


@click.command()
@click.argument("words", nargs=-1, metavar="[FROM TIE TO] [FIELD=VALUE...]")
@click.option("--source", required=True, metavar="ID", help="Your source; it is created if it does not exist.")
@click.option("--quote", required=True, metavar="TEXT", help="Your words: what you hold, and why.")
@click.option("--author", metavar="NAME", help="Who holds it (default: your account's name).")
@click.option("--disputes", metavar="CLAIM", help="A claim that you say does not hold, instead of FROM TIE TO.")
@click.option("--dry-run", is_flag=True, help="Check the claim and show what would change, without changing it.")
@database_option
def command(
    words: tuple[str, ...],
    source: str,
    quote: str,
    author: str | None,
    disputes: str | None,
    dry_run: bool,
    db: str | None,
) -> None:
    """Add one claim to a source of your own: a tie, or something denied, expected, feared or disputed.

    \b
    tiebook add china COOPERATES_WITH russia since=2001-07 \\
        --quote "I count the treaty of 2001" --source mine
    tiebook add china SELLS_ARMS_TO iran mode=expected by=china \\
        --quote "a sale is near" --source mine
    tiebook add --disputes p25-iran --source hers --author "Jane Doe" \\
        --quote "overtaken by the agreement of 2023"

    The fields are those of a [[claim]] (docs/case-format.md); separate the ids in a list with commas. The claim is checked like
    those of a coded article. Adding the same claim in the same words again changes nothing; `tiebook unload ID` removes your
    whole source. A source has one author: for another one, give another ID. Nothing is added to an article or a data set that was
    loaded: code a claim of your own case in the case. For the ties of a table use tiebook map, for those of a data frame
    graph.add_ties in Python.
    """  # noqa: D301 -- click's own mark
    from tiebook.python.graph import Graph  # noqa: PLC0415

    given: dict[str, Any] = dict(_field(word) for word in words if "=" in word)
    says = " ".join(word for word in words if "=" not in word) or None
    if (says is None) == (disputes is None):
        raise click.UsageError("say FROM TIE TO, or --disputes CLAIM")
    engine = engine_for(db)
    try:
        added = Graph(engine).add_claim(
            says, quote=quote, source=source, author=author, disputes=disputes, dry_run=dry_run, **given
        )
    finally:
        close_after_write(engine)
    say("\n".join(added.lines()))


def _field(word: str) -> tuple[str, object]:
    """Return a field and its value, of the type that the field has.

    Raises UnknownName for a field that no claim has, UsageError for a value that is none.
    """
    from tiebook.case.correct import read_value  # noqa: PLC0415

    name, _, value = word.partition("=")
    return name.strip(), read_value(name.strip(), value.strip())
