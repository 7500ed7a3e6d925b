"""`tiebook check`: a coded article against the codebook and its text."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import click

from tiebook.cli.common import say

_PAUSE: Final = 0.5  # seconds between two looks at the files


@click.command()
@click.argument("case", required=False)
@click.option("--text", type=click.Path(path_type=Path), help="The text of the article (or set TIEBOOK_TEXT).")
@click.option("--update", is_flag=True, help="Write the hashes of the text and the positions of quotes to the case.")
@click.option("--watch", is_flag=True, help="Check again whenever a file of the case or the text changes.")
@click.option("--schema", is_flag=True, help="Print the JSON schema of a case's files, for an editor, and stop.")
def command(case: str | None, text: Path | None, update: bool, watch: bool, schema: bool) -> None:
    """Check CASE, a folder or the name of a case that ships: ids, types, dates, rules and, with the text, every quote.

    The text is --text FILE, the one in TIEBOOK_TEXT, or the file that case.toml names as `text`.
    """
    if schema:
        click.echo(_schema())
        return
    if case is None:
        raise click.UsageError("say which CASE to check")
    from tiebook.sync.cases import find_case  # noqa: PLC0415

    folder = find_case(case)
    if watch:
        watch_case(folder, text, lambda: _check(folder, text, update))
    else:
        click.echo(_check(folder, text, update))


def _check(folder: Path, named: Path | None, update: bool) -> str:
    """Return the line that says how a case without faults stands."""
    from tiebook.case.update import update_case  # noqa: PLC0415
    from tiebook.python.coding import Checked  # noqa: PLC0415
    from tiebook.sync.cases import text_of_case  # noqa: PLC0415

    found = text_of_case(folder, named)
    if update and found is None:
        raise click.UsageError("--update needs --text FILE")
    checked = Checked.of(folder, found)
    for note in checked.case.notes:
        say(f"Note: {note}")
    if update and found is not None:
        changed = update_case(folder, found)
        say(f"Updated: {', '.join(changed) or 'nothing to change'}")
    return checked.summary


def watch_case(
    folder: Path, text: Path | None, check: Callable[[], str], pause: Callable[[float], None] = time.sleep
) -> None:
    """Check a case again and again, whenever one of its files has changed, until the user stops it."""
    from tiebook.errors import TiebookError  # noqa: PLC0415

    say(f"Watching {folder}; stop with Ctrl-C")
    before = None
    while True:
        now = sorted(_times(folder, text))
        if now != before:
            before = now
            try:
                said = check()
            except TiebookError as error:
                said = str(error)
            click.echo(f"{time.strftime('%H:%M:%S')} {said}")
        pause(_PAUSE)


def _times(folder: Path, text: Path | None) -> Iterator[tuple[str, int, int]]:
    for path in [*folder.glob("*.toml"), *([text] if text else [])]:
        try:
            status = path.stat()
        except OSError:  # an editor is just writing it
            continue
        yield str(path), status.st_mtime_ns, status.st_size


def _schema() -> str:
    import json  # noqa: PLC0415

    from tiebook.case.schema import case_schema  # noqa: PLC0415

    return json.dumps(case_schema(), indent=2, ensure_ascii=False)
