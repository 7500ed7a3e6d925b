"""`tiebook new`: a case for an article of your own."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click

from tiebook.cli.common import say


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--text", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The article, as a UTF-8 text file."
)
@click.option("--title", help="The title, if the text does not begin with it.")
@click.option("--author", metavar="NAME", help="The author, if the text has no byline.")
@click.option("--date", "published", metavar="DATE", help="When it was published: 2025-09-30, 2025-09 or 2025.")
@click.option("--coder", metavar="NAME", help="Who codes it; by default the name of your account.")
def command(
    folder: Path, text: Path, title: str | None, author: str | None, published: str | None, coder: str | None
) -> None:
    """Start a case in FOLDER from an article's text.

    \b
    tiebook new my-article --text article.txt
    tiebook draft my-article --by rules
    tiebook review my-article

    Title, author and date are read from the text's first lines; pass what is missing as an option, or add it to
    FOLDER/case.toml later. The text itself is not copied: the case stores its path and a hash of each paragraph.
    """  # noqa: D301 -- click's own mark
    from dataclasses import replace  # noqa: PLC0415
    from datetime import date  # noqa: PLC0415

    from tiebook.case import Text, open_case  # noqa: PLC0415
    from tiebook.case.start import read_head, start_case  # noqa: PLC0415
    from tiebook.errors import StorageFailed  # noqa: PLC0415
    from tiebook.model.dates import parse  # noqa: PLC0415
    from tiebook.support.account import account_name  # noqa: PLC0415
    from tiebook.support.numbers import counted  # noqa: PLC0415

    read = Text.read(text)
    if not read.paragraphs:
        raise click.UsageError(f"{text} has no text")
    if published:
        parse(published)
    given = {"title": title, "author": author, "date": published}
    found = replace(read_head(read), **{key: value for key, value in given.items() if value})
    try:
        start_case(folder, text, read, found, coder or account_name(), date.today())  # noqa: DTZ011 -- the coder's own day
    except OSError as error:
        raise StorageFailed(f"the case could not be written: {error.strerror}", where=str(folder)) from None
    case = open_case(folder, read)
    click.echo(f"{folder}: {counted(len(read.paragraphs), 'paragraph')}, {case.source.title!r}")
    for name in found.missing():
        say(f"Note: the text does not state its {name}; add it to {folder / 'case.toml'}")
    shown = quote(str(folder))
    say(f"Next: tiebook text {shown} to read it by paragraph, tiebook draft {shown} --by rules for proposals")
