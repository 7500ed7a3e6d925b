"""`tiebook agree`: two codings of one text, compared."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from tiebook.cli.common import FORMATS, say

if TYPE_CHECKING:
    from tiebook.agree.report import Agreement
    from tiebook.ask.answer import Answer

_PARTS: Final = {
    "report": "Agreement of {one} (first) and {other} (second)",
    "categories": "Agreement by category: how often each coder used it, and both did",
    "unmatched": "Claims that only one of the two made",
    "disagreements": "Disagreements to settle, on matched claims",
    "matches": "Matched claims",
}
_ALL: Final = ("report", "unmatched", "disagreements")  # for readers, unless they ask for one
_RANGE: Final = re.compile(r"(\d+)(?:-(\d+))?", re.ASCII)


@click.command()
@click.argument("case_a")
@click.argument("case_b")
@click.option(
    "--text",
    type=click.Path(path_type=Path),
    help="The text of both (or set TIEBOOK_TEXT): gives the places of quotes.",
)
@click.option("--paragraphs", metavar="3,5,8-10", help="Only claims of these paragraphs.")
@click.option(
    "--show", type=click.Choice(list(_PARTS)), help="One table; without it the report, and for readers what to settle."
)
@click.option(
    "--least",
    type=click.FloatRange(0, 1, max_open=True),
    default=0.0,
    show_default=True,
    help="Passages match when they share more than this.",
)
@click.option("--upper-bound", is_flag=True, help="Pair claims on equal passages so that they agree most: circular.")
@click.option("--seed", type=int, default=0, show_default=True, help="Of the bootstrap.")
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

    Claims are matched one to one by the overlap of their passages only. First comes how far the two chose the same passages, then
    how far they say the same about those.
    """
    from tiebook.agree.match import passages  # noqa: PLC0415
    from tiebook.agree.report import Agreement, Coding  # noqa: PLC0415
    from tiebook.case import open_case  # noqa: PLC0415
    from tiebook.cli.show.output import show as show_answer  # noqa: PLC0415
    from tiebook.sync.cases import find_case, text_for  # noqa: PLC0415

    found = text_for(text)
    folders = [find_case(name) for name in (case_a, case_b)]
    one, other = (Coding(case, passages(case, found)) for case in (open_case(folder, found) for folder in folders))
    agreement = Agreement(one, other, _numbers(paragraphs), least, upper_bound, seed, draws)
    _tell(agreement)
    human = form in ("table", "markdown")
    for number, part in enumerate([show] if show else (_ALL if human else _ALL[:1])):
        answer = _answer(agreement, part, [str(folder) for folder in folders])
        if number:
            click.echo()
        if answer.rows or not human:
            show_answer(answer, form)
        else:
            click.echo(f"{answer.question}: none.")


def _answer(agreement: Agreement, part: str, folders: list[str]) -> Answer:
    from tiebook.ask.answer import Answer  # noqa: PLC0415

    table = agreement.table() if part == "report" else getattr(agreement, part)()
    return Answer("Agreement", _PARTS[part].format(one=folders[0], other=folders[1]), "", {}, table)


def _tell(agreement: Agreement) -> None:
    """Describe what a reader of the figures should know."""
    if any(passage.place is None for side in agreement.sides for passage in side):
        say("Some places are not known: overlap is guessed from words there. --text FILE gives places.")
    if not all(coding.case.source.sha256 for coding in (agreement.one, agreement.other)):
        say("A coding does not name its text by a hash: that both code the same text is taken on trust.")
    tied = sum(pair.tied for pair in agreement.pairs)
    if tied:
        how = "so that they agree most: an upper bound, no result" if agreement.favour else "in the order of coding"
        say(
            f"{tied} of {len(agreement.pairs)} pairs stand on passages with other claims as near; they are paired {how}."
        )
    mapped = sorted(f"{other} = {one}" for other, one in agreement.names.items() if other != one)
    if mapped:
        say(f"Taken as the same: {', '.join(mapped)}.")


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
