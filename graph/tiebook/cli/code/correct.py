"""`tiebook correct`: one claim of a coded article, in its file and in the graph."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tiebook.cli.common import database_option, engine_for, say

if TYPE_CHECKING:
    from tiebook.case import Text
    from tiebook.case.correct import Correction


@click.command()
@click.argument("claim")
@click.argument("fields", nargs=-1, metavar="FIELD=VALUE...")
@click.option("--case", metavar="FOLDER", help="The folder of your case.")
@click.option(
    "--copy-to",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="For a case that ships: copy it to FOLDER, and correct the copy.",
)
@click.option("--text", type=click.Path(path_type=Path), help="The text of the article (or set TIEBOOK_TEXT).")
@click.option("--dry-run", is_flag=True, help="Check the correction and show what would change, without changing it.")
@database_option
def command(
    claim: str,
    fields: tuple[str, ...],
    case: str | None,
    copy_to: Path | None,
    text: Path | None,
    dry_run: bool,
    db: str | None,
) -> None:
    """Correct CLAIM in the case's file and in the graph.

    \b
    tiebook correct china-iran/p3-seek-cooperation confidence=0.7 --copy-to my-china-iran
    tiebook correct p3-seek-cooperation since=2016-01 until= --case my-china-iran

    FIELD= removes a field; separate the ids in a list with commas. The whole case is checked first, with its text if available. A
    correction that breaks a rule is refused with file and line, and nothing changes. `tiebook load FOLDER` loads your copy
    again, `tiebook load china-iran` the shipped coding.
    """  # noqa: D301 -- click's own mark
    from tiebook.case.correct import copy_case, correct  # noqa: PLC0415
    from tiebook.sync.cases import text_of_case  # noqa: PLC0415

    given = dict(_field(each) for each in fields)
    if not given:
        raise click.UsageError("nothing to correct: give FIELD=VALUE")
    name, _, own = claim.rpartition("/")
    folder, copy = _folder(name, case, copy_to)
    found = text_of_case(folder, text)
    correction = correct(folder, own, given, found)
    if name and correction.case.id != name:
        raise click.UsageError(f"{folder} is the case {correction.case.id}, not {name}")
    if copy is not None and not dry_run:
        copy_case(folder, copy)
        say(f"Copied the case to {copy}")
        correction = correct(copy, own, given, found)
    _tell(correction, verified=found is not None)
    if not dry_run:
        _apply(correction, found, db)


def _folder(name: str, case: str | None, copy_to: Path | None) -> tuple[Path, Path | None]:
    """Return the folder of the case, and the one that it is to be copied to first."""
    from tiebook.support.resources import is_installed  # noqa: PLC0415
    from tiebook.support.small_files import folder_name  # noqa: PLC0415
    from tiebook.sync.cases import find_case, shipped_cases  # noqa: PLC0415

    if not (case or name):
        raise click.UsageError("say which case: CASE/CLAIM, or --case FOLDER")
    folder = find_case(case or name)
    ships = (case or name) in shipped_cases() or is_installed(folder)
    if copy_to is not None:
        if copy_to.exists():
            raise click.UsageError(f"{copy_to} already exists; correct it with --case {copy_to}")
        return folder, copy_to
    if ships:
        raise click.UsageError(
            f"{name or folder_name(folder)} ships with Tiebook and is not changed; --copy-to FOLDER makes a copy of your own and"
            " corrects that"
        )
    return folder, None


def _apply(correction: Correction, text: Text | None, db: str | None) -> None:
    """Write the file and bring the graph to it; where the graph cannot be changed, the file is as it was."""
    from tiebook.errors import StorageFailed  # noqa: PLC0415
    from tiebook.python.loaded import nodes_and_edges  # noqa: PLC0415
    from tiebook.sync.cases import load_case  # noqa: PLC0415

    engine = engine_for(db)
    try:
        if correction.changes:
            correction.write()
        try:
            _, done = load_case(engine, correction.path.parent, text)
        except BaseException:
            if correction.changes:
                correction.undo()
            raise
    except OSError as error:
        raise StorageFailed(f"the case could not be written: {error.strerror}", where=str(correction.path)) from None
    finally:
        engine.close()
    counts = f"{nodes_and_edges(done.created)} created, {done.changed:,} changed, {done.removed:,} removed"
    say(f"{engine.place}: {'nothing to change' if done.nothing else counts}")


def _tell(correction: Correction, *, verified: bool) -> None:
    for change in correction.changes:
        before, after = (_shown(value) for value in (change.before, change.after))
        say(f"{correction.path}:{correction.line}: {change.field}: {before} -> {after}")
    if not correction.changes:
        say(f"{correction.path}:{correction.line}: nothing to change, it already has these values")
    elif not verified:
        say("The quotes were not verified: no --text")


def _shown(value: Any) -> str:
    if value is None:
        return "(not said)"
    return ", ".join(value) if isinstance(value, list) else str(value)


def _field(text: str) -> tuple[str, str]:
    name, mark, value = text.partition("=")
    if not mark:
        raise click.UsageError(f"{text}: write FIELD=VALUE")
    return name.strip(), value.strip()
