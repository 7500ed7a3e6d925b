"""Shows an answer on stdout, in the form that is asked for, and what is to be said of it on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from tiebook import __version__
from tiebook.ask import Answer
from tiebook.cli.common import say
from tiebook.engine.base import Engine
from tiebook.errors import LimitReached, UsageError
from tiebook.support.plain import plain, plain_markdown

if TYPE_CHECKING:
    from tiebook.ask.cite import Citation
    from tiebook.ask.document.structure import Document

PIPE_WIDTH: Final = 100  # columns of an answer that nobody looks at on a terminal
_LONGEST_VALUE: Final = 100_000  # characters of one value in a table, which takes a second for some 50,000
_LARGEST_TABLE: Final = 4_000_000


class Beside(NamedTuple):
    """What goes beside an answer: the lines of its stamp, and the citations of what it used; `only` these, in this form."""

    stamp: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    only: str | None = None
    note: str | None = None

    def lines(self) -> list[str]:
        """Return it in words."""
        if not self.citations:
            return [*self.stamp]
        from tiebook.ask.cite import as_text  # noqa: PLC0415 -- few answers are cited

        return [*self.stamp, *([""] if self.stamp else []), *as_text(self.citations).split("\n")]

    def document(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        own: dict[str, Any] = {"stamp": list(self.stamp)} if self.stamp else {}
        if self.citations:
            from tiebook.ask.cite import csl_item  # noqa: PLC0415

            own["citations"] = [csl_item(each) for each in self.citations]
        return own


_NOTHING_BESIDE: Final = Beside()


def beside(engine: Engine, answer: Answer, *, stamp: bool, cite: bool) -> Beside:
    """Make what goes beside an answer, as asked; `tiebook cite ask ...` asks for the citations only."""
    only = (click.get_current_context().find_root().obj or {}).get("cite")
    lines = tuple(stamp_of(engine, answer)) if stamp else ()
    if not (cite or only):
        return Beside(lines)
    from tiebook.ask.cite import citations, used  # noqa: PLC0415

    ids, named = used(engine, answer)
    note = None if named else "Its rows name no source, so all sources that were searched are cited."
    return Beside(lines, tuple(citations(engine, ids)), only, note)


def show(
    answer: Answer,
    form: str,
    *,
    evidence: bool = True,
    extra: Beside = _NOTHING_BESIDE,
    coverage: bool = False,
    wide: bool = False,
) -> None:
    """Print an answer to stdout; what is to be said about it goes to stderr."""
    if extra.note:
        say(extra.note)
    if extra.only:
        from tiebook.ask.cite import FORMS  # noqa: PLC0415

        click.echo(plain(FORMS[extra.only](extra.citations), keep_lines=True))
        return
    if form == "table":
        _check_table(answer.rows)
    document = answer.document(wide=wide, evidence=evidence, coverage=coverage)
    if form in ("table", "markdown"):
        _print_document(document, form, evidence=evidence)
    else:
        _print_rows(answer, document, form, evidence=evidence, extra=extra)
    lines = [] if form == "json" else extra.lines()
    if lines and form in ("table", "markdown"):
        shown = plain_markdown if form == "markdown" else plain
        click.echo("\n".join(["", *map(shown, lines)]))
    elif lines:
        say("\n".join(lines))
    for note in document.notes:
        say(note.text)


def _print_document(document: Document, form: str, *, evidence: bool) -> None:
    if form == "markdown":
        from tiebook.ask.forms.markdown import markdown_lines  # noqa: PLC0415

        click.echo("\n".join(markdown_lines(document, evidence=evidence)))
        return
    from tiebook.cli.show.text import text_lines  # noqa: PLC0415

    if document.counts.rows or document.also_said:
        click.echo("\n".join(text_lines(document, _width(), evidence=evidence)))


def _width() -> int:
    """Return the width of the terminal, as shutil does, which brings three kinds of compressed files."""
    with suppress(ValueError):
        said = int(os.environ.get("COLUMNS", ""))
        if said > 0:
            return said
    try:
        return (os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ else 0) or PIPE_WIDTH
    except (ValueError, OSError):  # it is closed, or no terminal
        return PIPE_WIDTH


def _print_rows(answer: Answer, document: Document, form: str, *, evidence: bool, extra: Beside) -> None:
    """Print the flat rows; as JSON with the parts of the document."""
    from tiebook.ask.forms.data import as_csv, as_json, flat, json_of  # noqa: PLC0415

    columns, rows = flat(answer, evidence=evidence)
    if form == "csv":
        _print_csv(as_csv(columns, rows))
    elif form == "jsonl":
        for row in rows:
            click.echo(as_json(dict(zip(columns, row, strict=True))))
    else:
        click.echo(as_json(json_of(answer, document, extra.document(), evidence=evidence), indent=2))


def _print_csv(text: str) -> None:
    """Print CSV.

    Raises UsageError where stdout cannot encode it.
    """
    from tiebook.cli.streams import can_encode, on_terminal  # noqa: PLC0415

    if not can_encode(text):  # an escape would be other data, and CSV has no way to mark it
        raise UsageError(f"stdout is {sys.stdout.encoding}, which cannot encode this answer", hint="PYTHONUTF8=1 helps")
    click.echo(on_terminal(text), nl=False, color=True)  # click takes what looks like a colour out of data otherwise


def _check_table(rows: Sequence[Sequence[Any]]) -> None:
    """Refuse an answer that would take minutes to lay out as a table, after the time limit of its query.

    Raises LimitReached.
    """
    sizes = [len(value) if isinstance(value, str) else len(str(value)) for row in rows for value in row]
    if max(sizes, default=0) > _LONGEST_VALUE or sum(sizes) > _LARGEST_TABLE:
        raise LimitReached(
            f"a table cannot show this: {sum(sizes):,} characters, {max(sizes):,} of them in one value",
            hint="-f json, jsonl or csv gives all of it; or ask for less",
        )


def stamp_of(engine: Engine, answer: Answer) -> list[str]:
    """Return the lines by which an answer can be cited."""
    from tiebook.ask.coverage import searched  # noqa: PLC0415 -- few answers have a stamp
    from tiebook.engine.consistent_read import read_settled  # noqa: PLC0415
    from tiebook.engine.digest import digest  # noqa: PLC0415

    graph = read_settled(engine, lambda: digest(engine))
    sources = [str(source) for source in answer.searched or searched(engine, answer.parameters.get("source"))]
    return [
        f"Question: {answer.question}",
        f"Tiebook {__version__}, graph {graph[:16]}, asked on {datetime.now(UTC).date().isoformat()}",
        f"Sources: {'; '.join(sources)}",
        *(str(group) for group in answer.groups),
    ]
