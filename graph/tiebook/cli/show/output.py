"""Shows an answer on stdout, in the form that is asked for, and what is to be said of it on stderr."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import click

from tiebook import __version__
from tiebook.ask import Answer
from tiebook.ask.coverage import searched
from tiebook.cli.common import say
from tiebook.cli.plain import plain, plain_markdown
from tiebook.engine.base import Engine
from tiebook.errors import LimitReached

if TYPE_CHECKING:
    from tiebook.ask.cite import Citation
    from tiebook.ask.document.structure import Document

PIPE_WIDTH: Final = 100  # columns of an answer that nobody looks at on a terminal
_LONGEST_VALUE: Final = 100_000  # characters of one value in a table, which takes a second for some 50,000
_LARGEST_TABLE: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class Beside:
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


def beside(engine: Engine, answer: Answer, *, stamp: bool, cite: bool) -> Beside:
    """Make what goes beside an answer, as asked; `tiebook cite ask ...` asks for the citations only."""
    only = (click.get_current_context().find_root().obj or {}).get("cite")
    lines = tuple(stamp_of(engine, answer)) if stamp else ()
    if not (cite or only):
        return Beside(lines)
    from tiebook.ask.cite import citations, used  # noqa: PLC0415

    ids, named = used(engine, answer)
    note = None if named else "Its rows name no source: all that it looked through are cited."
    return Beside(lines, tuple(citations(engine, ids)), only, note)


def show(
    answer: Answer,
    form: str,
    *,
    evidence: bool = True,
    extra: Beside = Beside(),
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
        from tiebook.cli.show.markdown import markdown_lines  # noqa: PLC0415

        click.echo("\n".join(markdown_lines(document, evidence=evidence)))
        return
    from tiebook.cli.show.text import text_lines  # noqa: PLC0415

    if document.counts.rows or document.also_said:
        width = shutil.get_terminal_size((PIPE_WIDTH, 24)).columns
        click.echo("\n".join(text_lines(document, width, evidence=evidence)))


def _print_rows(answer: Answer, document: Document, form: str, *, evidence: bool, extra: Beside) -> None:
    """Print the flat rows; as JSON with the parts of the document."""
    from tiebook.cli.show.data import as_json, print_csv  # noqa: PLC0415

    keep = [index for index, column in enumerate(answer.columns) if evidence or column not in answer.evidence]
    columns = [answer.columns[index] for index in keep]
    rows = [[row[index] for index in keep] for row in answer.rows]
    records: list[dict[str, Any]] = [dict(zip(columns, row, strict=True)) for row in rows]
    if form == "csv":
        print_csv(columns, rows)
    elif form == "jsonl":
        for record in records:
            click.echo(as_json(record))
    elif document.name is None and not extra.document():
        click.echo(as_json(records, indent=2))
    else:
        parts = {} if document.name is None else document.to_dict(evidence=evidence)
        click.echo(as_json({**extra.document(), "rows": records, **parts}, indent=2))


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
    from tiebook.engine.consistent_read import at_rest  # noqa: PLC0415
    from tiebook.engine.digest import digest  # noqa: PLC0415

    graph = at_rest(engine, lambda: digest(engine))
    sources = [str(source) for source in answer.searched or searched(engine, answer.parameters.get("source"))]
    return [
        f"Question: {answer.question}",
        f"Tiebook {__version__}, graph {graph[:16]}, asked on {datetime.now(UTC).date().isoformat()}",
        f"Sources: {'; '.join(sources)}",
        *(str(group) for group in answer.groups),
    ]
