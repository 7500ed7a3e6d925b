"""Reads tables that are not delimited text: Excel, Parquet (an optional library each), Stata, JSON, graphs, and JSON lines."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime, time
from functools import lru_cache
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

from tiebook.errors import BadSource
from tiebook.tables.graphs.edge_table import edge_rows, is_graph
from tiebook.tables.packed import check_workbook
from tiebook.tables.shape import Cells, Row, cell_text
from tiebook.tables.text import At, opened
from tiebook.tables.whole.json_table import flat_record, json_table, may_be_json_table
from tiebook.tables.workbooks import sheet_of

HEAD: Final = 200  # rows by which a table is known
WORKBOOKS: Final = (".xlsx", ".xlsm")
_LIBRARY: Final = {
    **dict.fromkeys(WORKBOOKS, "openpyxl"),
    **dict.fromkeys((".parquet", ".pq"), "pyarrow.parquet"),
    ".dta": "pandas",
}
_STATA: Final = 10_000  # records that are read together


def needs_library(path: Path) -> bool:
    """Return whether a file is a workbook, Parquet, of Stata, JSON or a graph, by its name."""
    return path.suffix.lower() in _LIBRARY or may_be_json_table(path) or is_graph(path)


def sheet(path: Path, encoding: str | None = None, name: str | None = None) -> Iterator[Cells]:
    """Return (line, cells as text) of a workbook's first sheet, a Parquet or Stata file, JSON or a graph's edges, the header first.

    encoding -- of a graph or of JSON, where it is declared; name -- of another sheet of the workbook than the first

    Raises BadSource if the library for it is not installed, or the file is damaged.
    """
    if is_graph(path):
        yield from enumerate(edge_rows(path, encoding), start=1)
        return
    if may_be_json_table(path):
        yield from json_table(path, encoding).rows()
        return
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
            # it warns of what it would lose in writing, such as a drawing
            warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
            rows: Iterator[Sequence[Any]] = _workbook_rows(module, path, name)
        elif library == "pandas":
            rows = _stata_rows(module, path)
        else:
            rows = _parquet_rows(module.ParquetFile(path))
        for line, row in enumerate(rows, start=1):
            yield line, [_text(value) for value in row]
    except BadSource:
        raise
    except BadZipFile:
        hint = "if it is CSV, name it .csv; if it is .xls, save it as .xlsx"
        raise BadSource(f"cannot be read: this is not a {path.suffix} workbook", where=str(path), hint=hint) from None
    except Exception as error:  # noqa: BLE001 -- another library's reader on a damaged file fails in any way
        raise BadSource(f"cannot be read: {error or type(error).__name__}", where=str(path)) from None


def first_rows(path: Path, encoding: str | None = None, name: str | None = None) -> list[Cells]:
    """Return the first rows of what `sheet` reads, and raise what it raises; they are read once, until the file changes.

    To open a workbook takes long: all its texts stand in one place.
    """
    status = path.stat()
    return list(_first_rows(path, encoding, name, status.st_size, status.st_mtime_ns))


@lru_cache(maxsize=16)
def _first_rows(
    path: Path,
    encoding: str | None,
    name: str | None,
    size: int,  # noqa: ARG001 -- of one state of the file
    changed: int,  # noqa: ARG001
) -> tuple[Cells, ...]:
    return tuple(islice(sheet(path, encoding, name), HEAD))


def _workbook_rows(openpyxl: Any, path: Path, name: str | None) -> Iterator[Sequence[Any]]:
    check_workbook(path)
    looks = sheet_of(path, name)
    with closing(openpyxl.load_workbook(path, read_only=True, data_only=True)) as book:
        chosen = book.worksheets[0] if name is None else book[name]
        yield from looks.filled(chosen.iter_rows(values_only=True))


def _parquet_rows(file: Any) -> Iterator[tuple[Any, ...]]:
    yield tuple(file.schema_arrow.names)
    for batch in file.iter_batches():
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _stata_rows(pandas: Any, path: Path) -> Iterator[tuple[Any, ...]]:
    """Return the records of a Stata file: its numbers, and not the labels of these."""
    with pandas.read_stata(path, chunksize=_STATA, convert_categoricals=False) as parts:
        yield tuple(parts.variable_labels())
        for part in parts:
            columns = [_of_stata(part[name]) for name in part.columns]
            yield from zip(*columns, strict=True)


def _of_stata(column: Any) -> list[Any]:
    """Return the values of a column; numbers of single precision are as short as they were typed: 0.1, not 0.10000000149."""
    single = column.dtype == "float32"
    values = [float(str(value)) for value in column.to_numpy()] if single else column.tolist()
    return [None if value != value else value for value in values]  # noqa: PLR0124 -- nan, and no day


def json_lines(path: Path, at: At | None = None) -> Iterator[tuple[int, dict[str, Any]]]:
    """Return (line, object) of a file of JSON lines.

    Raises BadSource with the line that is not a JSON object.
    """
    for number, line in enumerate(opened(path).lines(at), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
            if "\\ud" in line.lower():
                json.dumps(value, ensure_ascii=False).encode()  # half a character, which nothing can store
        except (ValueError, RecursionError) as error:
            where = f"{path}:{number}"
            raise BadSource(f"not JSON: {error}", where=where, hint="one object per line is expected") from None
        if not isinstance(value, dict):
            raise BadSource("not a JSON object", where=f"{path}:{number}", hint="one object per line is expected")
        yield number, value


def json_rows(path: Path, at: At | None = None) -> Iterator[Row]:
    """Return JSON lines as rows of text: a list is its values with `; ` between, an object within an object `outer.inner`."""
    for line, value in json_lines(path, at):
        yield Row(line, {key: _text(each) for key, each in flat_record(value).items()}, str(path))


def _text(value: Any) -> str:
    return cell_text(value, _written)


def _written(value: Any) -> str:
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()  # a spreadsheet has no days without an hour
    return str(value)
