"""Reads tables that are no delimited text: Excel and Parquet (with an optional library each), and JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from tiebook.model.errors import BadSource
from tiebook.tables.shape import Row
from tiebook.tables.text import text_of

Cells = tuple[int, list[str]]

_LIBRARY: Final = {".xlsx": "openpyxl", ".xlsm": "openpyxl", ".parquet": "pyarrow.parquet", ".pq": "pyarrow.parquet"}


def needs_library(path: Path) -> bool:
    """Tell whether a file is a workbook or Parquet, by its name."""
    return path.suffix.lower() in _LIBRARY


def sheet(path: Path) -> Iterator[Cells]:
    """Give (line, cells as text) of an Excel workbook's first sheet or of a Parquet file, its header first.

    Raises BadSource where the library for it is not installed, or the file is damaged.
    """
    library = _LIBRARY[path.suffix.lower()]
    try:
        module = import_module(library)
    except ImportError:
        name = library.partition(".")[0]
        raise BadSource(
            f"{path.suffix} files need the library {name}",
            where=str(path),
            hint=f"pip install {name}, or save it as CSV",
        ) from None
    try:
        if library == "openpyxl":
            book = module.load_workbook(path, read_only=True, data_only=True)
            rows: Any = book.worksheets[0].iter_rows(values_only=True)
        else:
            table = module.read_table(path)
            rows = [tuple(table.column_names), *zip(*(column.to_pylist() for column in table.columns), strict=True)]
        for line, row in enumerate(rows, start=1):
            yield line, [_text(value) for value in row]
    except (OSError, KeyError, ValueError) as error:
        raise BadSource(f"cannot be read: {error}", where=str(path)) from None


def json_lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give (line, object) of a file of JSON lines.

    Raises BadSource with the line that is no JSON object.
    """
    text, _ = text_of(path)
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError as error:
            where = f"{path}:{number}"
            raise BadSource(f"not JSON: {error}", where=where, hint="one object a line is expected") from None
        if not isinstance(value, dict):
            raise BadSource("not a JSON object", where=f"{path}:{number}", hint="one object a line is expected")
        yield number, value


def json_rows(path: Path) -> Iterator[Row]:
    """Give JSON lines as rows of text; a list becomes its values with `; ` between."""
    for line, value in json_lines(path):
        yield Row(line, {key: _text(each) for key, each in value.items()})


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))  # a spreadsheet has no whole numbers
    if isinstance(value, list):
        return "; ".join(_text(each) for each in value)
    return str(value)
