"""Shows an answer: as a table, JSON, JSON lines, CSV or Markdown."""

from __future__ import annotations

import json
import math
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

import click

from tiebook import __version__
from tiebook.ask import Answer
from tiebook.ask.coverage import searched
from tiebook.cli.common import say
from tiebook.cli.plain import on_terminal, plain, plain_json, plain_markdown
from tiebook.cli.streams import can_encode
from tiebook.engine.base import Engine
from tiebook.errors import UsageError

if TYPE_CHECKING:
    from tiebook.ask.cite import Citation

_PIPE_WIDTH: Final = 200  # columns of a table that nobody looks at on a terminal
_WORD_WIDTH: Final = 14
UNSETTLED: Final = "Note: loads went on all the while: this may mix what was before one and after it; ask again later."
_SENTENCE_WIDTH: Final = 30
_TALL: Final = 8  # lines of a cell: a table with a higher one cannot be read across
_SENTENCES: Final = ("quote", "gloss", "context", "condition")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # also full-width


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


def show(answer: Answer, form: str, *, evidence: bool = True, extra: Beside = Beside(), coverage: bool = False) -> None:
    """Print an answer to stdout; what is to be said about it goes to stderr."""
    if extra.note:
        say(extra.note)
    if extra.only:
        from tiebook.ask.cite import FORMS  # noqa: PLC0415

        click.echo(plain(FORMS[extra.only](extra.citations), keep_lines=True))
        return
    keep = [index for index, column in enumerate(answer.columns) if evidence or column not in answer.evidence]
    columns = [answer.columns[index] for index in keep]
    rows = [[row[index] for index in keep] for row in answer.rows]
    if form == "json":
        _json(columns, rows, extra)
    elif form == "jsonl":
        for row in rows:
            click.echo(_as_json(dict(zip(columns, row, strict=True))))
    elif form == "csv":
        _csv(columns, rows)
    elif form == "markdown":
        _markdown(answer, columns, rows)
    elif rows:
        _table(answer, columns, rows)
    lines = [] if form == "json" else extra.lines()
    if lines and form in ("table", "markdown"):
        shown = plain_markdown if form == "markdown" else plain
        click.echo("\n".join(["", *map(shown, lines)]))
    elif lines:
        say("\n".join(lines))
    _talk(answer, coverage=coverage)


def _talk(answer: Answer, *, coverage: bool) -> None:
    """Say on stderr what qualifies the answer: who was counted, where was looked, what is cut."""
    for group in answer.groups:
        say(str(group))
    if not answer.rows:
        say(answer.not_found())
    elif coverage:
        say(answer.coverage())
    elif outside := answer.outside():
        say(outside)
    if answer.unsettled:
        say(UNSETTLED)
    if answer.table.truncated:
        say(f"Cut: only the first {len(answer):,} rows are shown, there are more. Raise --rows, or ask for less.")


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


def text_of(value: Any) -> str:
    """Return a value as a reader sees it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(text_of(item) for item in value)
    if isinstance(value, float):
        return f"{value:g}"
    return plain(str(value))


def _json(columns: list[str], rows: list[list[Any]], extra: Beside) -> None:
    records: Any = [dict(zip(columns, row, strict=True)) for row in rows]
    head = extra.document()
    document = {**head, "rows": records} if head else records
    click.echo(_as_json(document, indent=2))


def _as_json(document: Any, indent: int | None = None) -> str:
    return plain_json(json.dumps(_finite(document), ensure_ascii=False, indent=indent, default=_iso))


def _finite(value: Any) -> Any:
    """Return null for a number that JSON does not have (the answer of 0.0/0)."""
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _csv(columns: list[str], rows: list[list[Any]]) -> None:
    from tiebook.model.exchange import csv_text  # noqa: PLC0415

    text = csv_text([_cell(value) for value in row] for row in (columns, *rows))
    if not can_encode(text):  # an escape would be other data, and CSV has no way to mark it
        raise UsageError(
            f"stdout is {sys.stdout.encoding}, which has no room for this answer", hint="PYTHONUTF8=1 helps"
        )
    click.echo(on_terminal(text), nl=False, color=True)  # click takes what looks like a colour out of data otherwise


def _cell(value: Any) -> Any:
    """Return a cell that a spreadsheet shows and does not compute."""
    if isinstance(value, str) or value is None or isinstance(value, list):
        text = "; ".join(map(str, value)) if isinstance(value, list) else value or ""
        return f"'{text}" if text.startswith(_FORMULA) else text
    return _iso(value) if isinstance(value, date) else value


def _markdown(answer: Answer, columns: list[str], rows: list[list[Any]]) -> None:
    def line(cells: Sequence[str]) -> str:
        return f"| {' | '.join(cells)} |"

    click.echo(f"**{plain_markdown(answer.question)}**\n")
    click.echo(line([plain_markdown(column) for column in columns]))
    click.echo(line(["---"] * len(columns)))
    for row in rows:
        click.echo(line([plain_markdown(text_of(value)) for value in row]))


def _table(answer: Answer, columns: list[str], rows: list[list[Any]]) -> None:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 -- a table is not the only form
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    width = shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns
    console = Console(file=sys.stdout, width=width, highlight=False)
    shown = [column for index, column in enumerate(columns) if any(row[index] is not None for row in rows)]
    cells = [[text_of(row[columns.index(column)]) for column in shown] for row in rows]
    if _least_width(shown, cells) > width or _tallest(shown, cells, width) > _TALL:
        _cards(console, shown, cells)
    else:
        # a title of the table itself would be as narrow as the table
        console.print(Text(plain(answer.question), style="table.title"))
        table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
        for column in shown:
            table.add_column(
                Text(plain(column).replace("_", " ")), overflow="fold", min_width=_floor(column, shown, cells)
            )
        for row in cells:
            table.add_row(*(Text(cell) for cell in row))
        console.print(table)


def _cards(console: Any, columns: list[str], rows: list[list[str]]) -> None:
    """Show each row as a list of its values: for terminals too narrow for a table."""
    from rich.text import Text  # noqa: PLC0415

    label = max(len(column) for column in columns)
    for number, row in enumerate(rows, start=1):
        console.print(Text(f"-- {number} of {len(rows)}", style="bold"))
        for column, cell in zip(columns, row, strict=True):
            if cell:
                console.print(Text(f"{plain(column).replace('_', ' ').ljust(label)}  {cell}"))


def _floor(column: str, columns: list[str], rows: list[list[str]]) -> int:
    """Return the least width at which a column can be read: its longest word, within reason."""
    index = columns.index(column)
    words = [word for row in rows for word in row[index].split()] + column.split("_")
    longest = max((len(word) for word in words), default=1)
    if column in _SENTENCES and any(len(row[index]) > _SENTENCE_WIDTH for row in rows):
        return _SENTENCE_WIDTH
    return min(longest, _WORD_WIDTH)


def _least_width(columns: list[str], rows: list[list[str]]) -> int:
    return sum(_floor(column, columns, rows) + 2 for column in columns)


def _tallest(columns: list[str], rows: list[list[str]], width: int) -> float:
    """Return how many lines the longest cell needs where its column takes all the room that the others leave."""
    spare = width - _least_width(columns, rows)
    rooms = [_floor(column, columns, rows) + spare for column in columns]
    return max((len(cell) / room for row in rows for cell, room in zip(row, rooms, strict=True)), default=0)


def _iso(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
