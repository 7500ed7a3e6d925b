"""`tiebook query`: the user's own read-only Cypher."""

from __future__ import annotations

import math
import re
import sys
from pathlib import Path
from typing import Any, Final

import click

from tiebook.cli.common import answer_parameters, opened, say

_FILE: Final = re.compile(r"\S{1,250}")  # a query has a space
_LONGEST: Final = 1 << 20  # characters of a query on stdin
_MOST_ROWS: Final = 10**9
_MOST_MEMORY: Final = 1 << 24  # MiB
_MOST_SECONDS: Final = 7 * 24 * 3600.0  # a system's timers do not take every number


class _Seconds(click.FloatRange):
    """A number of seconds: click's own range lets "nan" through, which is neither too small nor too large."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the number."""
        found = super().convert(value, param, ctx)
        if math.isnan(found):
            self.fail(f"{value!r} is not a number of seconds.", param, ctx)
        return found


@click.command()
@click.argument("cypher", required=False)
@click.option(
    "--file", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Read the query from a file."
)
@click.option(
    "-p",
    "--param",
    "params",
    multiple=True,
    metavar="NAME=VALUE",
    help="A query parameter. Digits are text if the query compares it with text; NAME='\"710\"' is always text.",
)
@click.option(
    "--rows",
    type=click.IntRange(1, _MOST_ROWS),
    default=10_000,
    show_default=True,
    help="Return at most this many rows.",
)
@click.option(
    "--timeout", type=_Seconds(0.1, _MOST_SECONDS), default=30.0, show_default=True, help="Time limit in seconds."
)
@click.option(
    "--memory",
    type=click.IntRange(256, _MOST_MEMORY),
    default=4096,
    show_default=True,
    help="Memory limit in MiB (embedded).",
)
def command(
    *,
    cypher: str | None,
    file: Path | None,
    params: tuple[str, ...],
    rows: int,
    timeout: float,
    memory: int,
    form: str,
    evidence: bool,
    wide: bool,
    stamp: bool,
    cite: bool,
    db: str | None,
) -> None:
    """Run a read-only CYPHER query, given here, with --file, or on stdin (-)."""
    from tiebook.ask import query  # noqa: PLC0415
    from tiebook.ask.typed_values import parameters  # noqa: PLC0415
    from tiebook.cli.show.output import beside, show  # noqa: PLC0415
    from tiebook.engine import Limits  # noqa: PLC0415

    text = _text(cypher, file)
    values = parameters(text, params)
    with opened(db, fill=True) as engine:
        answer = query(engine, text, values, Limits(seconds=timeout, rows=rows, memory_mib=memory))
        extra = beside(engine, answer, stamp=stamp, cite=cite)
    if answer.rows and answer.notes:
        say("\n".join(answer.notes))
    show(answer, form, evidence=evidence, extra=extra, wide=wide)


command.params += answer_parameters()


def _text(cypher: str | None, file: Path | None) -> str:
    if file is not None:
        if cypher is not None:
            raise click.UsageError("give the query or --file, not both")
        from tiebook.support.small_files import read_text  # noqa: PLC0415

        try:
            return read_text(file)
        except UnicodeDecodeError:
            raise click.UsageError(f"{file} is not UTF-8") from None
        except OSError as error:
            raise click.UsageError(f"{file} cannot be read: {error.strerror}") from None
    if cypher is None or cypher == "-":
        if cypher is None and sys.stdin.isatty():
            raise click.UsageError("give a query: tiebook query 'MATCH (a:Actor) RETURN a.name'")
        text = sys.stdin.read(_LONGEST + 1).removeprefix("\ufeff")  # PowerShell writes a byte order mark
        if len(text) > _LONGEST:
            raise click.UsageError(f"the query on stdin is longer than {_LONGEST >> 20} MiB")
        if "\0" in text:
            raise click.UsageError("the query on stdin is not UTF-8: --file reads UTF-16 too")
        return text
    if _FILE.fullmatch(cypher) and Path(cypher).is_file():
        raise click.UsageError(f"{cypher} is a file: tiebook query --file {cypher}")
    return cypher
