"""`tiebook cite`: how to cite sources, or all that an answer used."""

from __future__ import annotations

from typing import Final

import click

from tiebook.cli.app import load_command
from tiebook.cli.common import database_option, opened

FORMS: Final = ("text", "bibtex", "csl")
_ANSWERS: Final = ("ask", "query", "analyse")


class _Cited(click.Group):
    """`cite`, `cite SOURCE...`, and `cite` before any command that answers."""

    def resolve_command(
        self,
        ctx: click.Context,  # noqa: ARG002 -- the signature is click's
        args: list[str],
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] in _ANSWERS:
            return args[0], load_command(args[0]), args[1:]
        return "sources", sources, args


@click.group(
    cls=_Cited, invoke_without_command=True, subcommand_metavar="[SOURCE...] | ask ... | query ... | analyse ..."
)
@click.option("--format", "-f", "form", type=click.Choice(FORMS), default="text", show_default=True)
@database_option
@click.pass_context
def command(ctx: click.Context, form: str, db: str | None) -> None:
    """Print citations: of all loaded sources, of some, or of those that an answer used; and of Tiebook.

    \b
    tiebook cite
    tiebook cite sipri
    tiebook cite ask who-arms --supplier china
    tiebook cite -f bibtex query "MATCH ..."

    An answer used the sources that its rows name or, if they name none, all that it searched. To add the citations to the answer
    itself, use --cite.
    """  # noqa: D301 -- click's own mark
    ctx.find_root().ensure_object(dict)
    ctx.find_root().obj["cite"] = form
    if db:
        ctx.find_root().obj["db"] = db
    if ctx.invoked_subcommand is None:
        _print(form, (), db)


@click.command()
@click.argument("names", nargs=-1)
@click.option("--format", "-f", "form", type=click.Choice(FORMS))
@database_option
@click.pass_context
def sources(ctx: click.Context, names: tuple[str, ...], form: str | None, db: str | None) -> None:
    """Print how to cite some sources."""
    _print(form or ctx.find_root().obj["cite"], names, db)


def _print(form: str, names: tuple[str, ...], db: str | None) -> None:
    from tiebook.ask.cite import FORMS, citations  # noqa: PLC0415
    from tiebook.ask.names import resolve  # noqa: PLC0415
    from tiebook.support.plain import plain  # noqa: PLC0415

    with opened(db, fill=True) as engine:
        ids = [resolve(engine, "source", name, "SOURCE") for name in names] or None
        found = citations(engine, ids)
    click.echo(plain(FORMS[form](found), keep_lines=True))
