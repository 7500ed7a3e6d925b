"""`tiebook text`: the paragraphs of a case's text, by number."""

from __future__ import annotations

import shutil
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from tiebook.case import Case

_WIDEST: Final = 100
_INDENT: Final = 6


@click.command()
@click.argument("case")
@click.argument("paragraph", required=False)
@click.option("--text", type=click.Path(path_type=Path), metavar="FILE", help="The text, if the case does not name it.")
def command(case: str, paragraph: str | None, text: Path | None) -> None:
    """Show the text of CASE in numbered paragraphs, or only PARAGRAPH (3, 3-5) with the claims coded there."""
    from tiebook.case import open_case  # noqa: PLC0415
    from tiebook.case.derive.sections import read_paragraphs  # noqa: PLC0415
    from tiebook.errors import BadCase  # noqa: PLC0415
    from tiebook.sync.cases import find_case, needed_text_of_case  # noqa: PLC0415

    folder = find_case(case)
    found = needed_text_of_case(folder, text)
    wanted = read_paragraphs(paragraph) if paragraph else None
    if paragraph and wanted is None:
        raise click.UsageError(f"{paragraph!r} is not a paragraph: write 3, 3-5 or 3,7")
    if wanted and not any(found.paragraph(number) for number in wanted):
        raise click.UsageError(f"the text has {len(found.paragraphs)} paragraphs")
    coded, faulty = None, None
    try:
        coded = open_case(folder, found)
    except BadCase as error:
        faulty = error  # told after the text, which one reads to put it right
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    for each in found.paragraphs:
        if wanted is None or each.number in wanted:
            click.echo(_numbered(str(each.number), " ".join(each.text.split()), width))
            if wanted and coded is not None:
                click.echo("".join(f"{line}\n" for line in _claims(coded, each.number, width)), nl=False)
            click.echo()
    if faulty is not None:
        raise faulty


def _numbered(number: str, text: str, width: int) -> str:
    return textwrap.fill(
        text,
        width,
        initial_indent=f"{number:>{_INDENT - 2}}  ",
        subsequent_indent=" " * _INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _claims(case: Case, number: int, width: int) -> list[str]:
    """Return the claims of a paragraph, each with its id, gloss and quote."""
    return [
        _numbered("-", f'{each.claim.id}: {each.claim.gloss} ("{each.claim.quote}")', width)
        for each in case.coded
        if each.claim.paragraph == number
    ]
