"""Shows an answer: as a table, JSON, JSON lines, CSV or Markdown."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any, Final

import click

from tiebook import __version__
from tiebook.ask import Answer
from tiebook.ask.run import searched
from tiebook.cli.common import say
from tiebook.cli.plain import plain
from tiebook.engine.base import Engine

_PIPE_WIDTH: Final = 200  # columns of a table that nobody looks at on a terminal
_WORD_WIDTH: Final = 14
_SENTENCE_WIDTH: Final = 30
_SENTENCES: Final = ("quote", "gloss", "context", "condition")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def show(answer: Answer, form: str, *, evidence: bool = True, stamp: Sequence[str] = ()) -> None:
    """Print an answer to stdout; what is to be said about it goes to stderr."""
    keep = [index for index, column in enumerate(answer.columns) if evidence or column not in answer.evidence]
    columns = [answer.columns[index] for index in keep]
    rows = [[row[index] for index in keep] for row in answer.rows]
    if form == "json":
        _json(columns, rows, stamp)
    elif form == "jsonl":
        for row in rows:
            click.echo(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False, default=_iso))
    elif form == "csv":
        _csv(columns, rows)
    elif form == "markdown":
        _markdown(answer, columns, rows)
    elif rows:
        _table(answer, columns, rows)
    if stamp and form in ("table", "markdown"):
        click.echo("\n" + "\n".join(stamp))
    elif stamp and form != "json":
        say("\n".join(stamp))
    if not rows:
        say(answer.not_found())
    if answer.table.truncated:
        say(f"Cut: only the first {len(rows):,} rows are shown, there are more. Raise --rows, or ask for less.")


def stamp_of(engine: Engine, answer: Answer) -> list[str]:
    """Give the lines by which an answer can be cited."""
    from tiebook.engine.digest import digest  # noqa: PLC0415

    sources = [str(source) for source in searched(engine, answer.parameters.get("source"))]
    return [
        f"Question: {answer.question}",
        f"Tiebook {__version__}, graph {digest(engine)[:16]}, asked on {datetime.now(UTC).date().isoformat()}",
        f"Sources: {'; '.join(sources)}",
    ]


def text_of(value: Any) -> str:
    """Give a value as a reader sees it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(text_of(item) for item in value)
    if isinstance(value, float):
        return f"{value:g}"
    return plain(str(value))


def _json(columns: list[str], rows: list[list[Any]], stamp: Sequence[str]) -> None:
    records: Any = [dict(zip(columns, row, strict=True)) for row in rows]
    document = {"stamp": list(stamp), "rows": records} if stamp else records
    click.echo(json.dumps(document, ensure_ascii=False, indent=2, default=_iso))


def _csv(columns: list[str], rows: list[list[Any]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    click.echo(out.getvalue(), nl=False)


def _cell(value: Any) -> Any:
    """Give a cell that a spreadsheet shows and does not compute."""
    if isinstance(value, str) or value is None or isinstance(value, list):
        text = "; ".join(map(str, value)) if isinstance(value, list) else value or ""
        return f"'{text}" if text.startswith(_FORMULA) else text
    return _iso(value) if isinstance(value, date) else value


def _markdown(answer: Answer, columns: list[str], rows: list[list[Any]]) -> None:
    def line(cells: Sequence[str]) -> str:
        return "| " + " | ".join(cell.replace("\\", "\\\\").replace("|", "\\|") for cell in cells) + " |"

    click.echo(f"**{plain(answer.question)}**\n")
    click.echo(line(columns))
    click.echo(line(["---"] * len(columns)))
    for row in rows:
        click.echo(line([text_of(value) for value in row]))


def _table(answer: Answer, columns: list[str], rows: list[list[Any]]) -> None:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 -- a table is not the only form
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    width = shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns
    console = Console(file=sys.stdout, width=width, highlight=False)
    shown = [column for index, column in enumerate(columns) if any(row[index] is not None for row in rows)]
    cells = [[text_of(row[columns.index(column)]) for column in shown] for row in rows]
    if _least_width(shown, cells) > width:
        _cards(console, shown, cells)
    else:
        table = Table(
            box=SIMPLE_HEAD, show_edge=False, pad_edge=False, title=Text(plain(answer.question)), title_justify="left"
        )
        for column in shown:
            table.add_column(column.replace("_", " "), overflow="fold", min_width=_floor(column, shown, cells))
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
                console.print(Text(f"{column.replace('_', ' ').ljust(label)}  {cell}"))


def _floor(column: str, columns: list[str], rows: list[list[str]]) -> int:
    """Give the least width at which a column can be read: its longest word, within reason."""
    index = columns.index(column)
    words = [word for row in rows for word in row[index].split()] + column.split("_")
    longest = max((len(word) for word in words), default=1)
    if column in _SENTENCES and any(len(row[index]) > _SENTENCE_WIDTH for row in rows):
        return _SENTENCE_WIDTH
    return min(longest, _WORD_WIDTH)


def _least_width(columns: list[str], rows: list[list[str]]) -> int:
    return sum(_floor(column, columns, rows) + 2 for column in columns)


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be written")
