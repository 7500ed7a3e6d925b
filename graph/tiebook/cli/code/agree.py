"""`tiebook agree`: two codings of one text, compared."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import click

from tiebook.agree import PARTS
from tiebook.cli.common import FORMATS, say

_ALL: Final = ("report", "unmatched", "disagreements")  # for readers, unless they ask for one
_RANGE: Final = re.compile(r"(\d+)(?:-(\d+))?", re.ASCII)


@click.command()
@click.argument("case_a")
@click.argument("case_b")
@click.option(
    "--text",
    type=click.Path(path_type=Path),
    help="The text of both (or set TIEBOOK_TEXT; otherwise the one that case.toml names), to locate the quotes.",
)
@click.option("--paragraphs", metavar="3,5,8-10", help="Only claims of these paragraphs.")
@click.option(
    "--show", type=click.Choice(list(PARTS)), help="Which table (default: the report, followed by what to settle)."
)
@click.option(
    "--least",
    type=click.FloatRange(0, 1, max_open=True),
    default=0.0,
    show_default=True,
    help="Passages match if they overlap by more than this share.",
)
@click.option(
    "--upper-bound", is_flag=True, help="Pair claims on equal passages so that agreement is highest (circular)."
)
@click.option("--seed", type=int, default=0, show_default=True, help="Seed of the bootstrap.")
@click.option(
    "--draws", type=click.IntRange(min=100), default=1000, show_default=True, help="Samples of the bootstrap."
)
@click.option("--format", "-f", "form", type=click.Choice(FORMATS), default="table", show_default=True)
def command(
    *,
    case_a: str,
    case_b: str,
    text: Path | None,
    paragraphs: str | None,
    show: str | None,
    least: float,
    upper_bound: bool,
    seed: int,
    draws: int,
    form: str,
) -> None:
    """Compare CASE_A and CASE_B, two codings of one text.

    Claims are matched one to one, by the overlap of their passages only. The report first shows how far the two codings chose the
    same passages, then how far they agree on those.
    """
    from tiebook.cli.show.output import show as show_answer  # noqa: PLC0415
    from tiebook.python.coding import agreement_of, part_of, remarks_on  # noqa: PLC0415

    agreement = agreement_of(
        case_a,
        case_b,
        text,
        paragraphs=_numbers(paragraphs),
        least=least,
        upper_bound=upper_bound,
        seed=seed,
        draws=draws,
    )
    for remark in remarks_on(agreement):
        say(remark)
    human = form in ("table", "markdown")
    for number, part in enumerate([show] if show else (_ALL if human else _ALL[:1])):
        answer = part_of(agreement, part, case_a, case_b)
        if number:
            click.echo()
        if answer.rows or not human:
            show_answer(answer, form)
        else:
            click.echo(f"{answer.question}: none.")


def _numbers(text: str | None) -> frozenset[int]:
    if text is None:
        return frozenset()
    found: set[int] = set()
    for part in text.replace(" ", "").split(","):
        match = _RANGE.fullmatch(part)
        if match is None or int(match[1]) < 1 or int(match[2] or match[1]) < int(match[1]):
            raise click.UsageError(f"--paragraphs {part!r}: write 3,5,8-10")
        found.update(range(int(match[1]), int(match[2] or match[1]) + 1))
    return frozenset(found)
