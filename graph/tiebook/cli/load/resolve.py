"""`tiebook resolve`: decide about names that no load could resolve; every decision is kept and can be undone."""

from __future__ import annotations

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from tiebook.cli.common import say

if TYPE_CHECKING:
    from tiebook.crosswalk.decisions import Decisions


@click.command()
@click.argument("source", required=False)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--as", "actor", metavar="ACTOR", help="Decide: NAME in SOURCE means this actor of the crosswalk (an id or a name)."
)
@click.option("--name", metavar="NAME", help="The spelling, or SYSTEM:CODE (cow:999), that the decision is about.")
@click.option("--undo", is_flag=True, help="Reverse the decision about --name.")
@click.option("--decisions", type=click.Path(path_type=Path), help="The file of decisions (or set TIEBOOK_DECISIONS).")
def command(
    source: str | None,
    files: tuple[Path, ...],
    actor: str | None,
    name: str | None,
    undo: bool,
    decisions: Path | None,
) -> None:
    """List the names in SOURCE's FILES that match no actor, with the nearest actors; or decide what one means.

    \b
    tiebook resolve gsdb GSDB_V4.csv
    tiebook resolve gsdb --name Ceylon --as sri-lanka
    tiebook resolve gsdb --name Ceylon --undo
    tiebook resolve                      what has been decided
    """  # noqa: D301 -- click's own mark
    from tiebook.crosswalk.decisions import Decisions, decisions_file  # noqa: PLC0415
    from tiebook.support.plain import plain  # noqa: PLC0415

    kept = Decisions(decisions_file(decisions))
    if name is not None:
        _decide(kept, source, name, actor, undo=undo)
    elif actor is not None or undo:
        raise click.UsageError("--as and --undo need --name")
    elif source is not None and files:
        _list(source, files, decisions)
    else:
        for where, text, decided in kept.all():
            if source in (None, where):
                click.echo("\t".join(map(plain, (where, text, decided))))
        say(f"Decisions are kept in {kept.path}")


def _decide(kept: Decisions, source: str | None, name: str, actor: str | None, *, undo: bool) -> None:
    from tiebook.sources.resolving import decide, not_missed, undecide  # noqa: PLC0415

    if undo == (actor is not None):
        raise click.UsageError("give --as ACTOR to decide, or --undo to reverse a decision")
    if undo:
        say(f"{undecide(kept, source, name)}: {name!r} is undecided again; load the source again to apply it")
    elif actor is not None:
        doubt = not_missed(kept, source, name)
        where, decided = decide(kept, source, name, actor)
        if doubt is not None:
            say(f"note: {doubt}")
        say(f"{where}: {name!r} is {decided}; load the source again to apply it")


def _list(source: str, files: tuple[Path, ...], decisions: Path | None) -> None:
    from tiebook.sources.datasets import read_dataset  # noqa: PLC0415
    from tiebook.support.numbers import counted  # noqa: PLC0415
    from tiebook.support.plain import plain  # noqa: PLC0415

    reader, batch = read_dataset(source, files, decisions=decisions)
    batch.read_through()
    missed = reader.resolver.unresolved()
    for each in missed:
        text = each.text if each.system == "name" else f"{each.system}:{each.text}"
        click.echo(plain(f"{text}") + f"\t{each.count}\t{', '.join(each.candidates)}")
    if missed:
        say(f"{counted(len(missed), 'name')}; decide with: tiebook resolve {quote(source)} --name NAME --as ACTOR")
    else:
        say("Every name matches an actor.")
