"""Reads the files that `tiebook export --full` writes into rows of named columns: GraphML, GEXF, node-link JSON, CSV tables."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET  # names the type only

from tiebook.errors import BadSource
from tiebook.model.exchange import FULL, HALVES, MARK, split_column, unguarded, value_of
from tiebook.model.records import Value
from tiebook.tables.text import text_of
from tiebook.tables.xml import xml_of

Row = dict[str, Any]  # column (without type) -> value
_GRAPHML: Final = "{http://graphml.graphdrawing.org/xmlns}"
_GEXF: Final = "{http://gexf.net/1.3}"


@dataclass(frozen=True, slots=True)
class Rows:
    """The nodes and edges of a file, whether it says that it holds a whole graph, and whether it is an export of ours at all."""

    full: bool
    ours: bool
    nodes: list[Row] = field(default_factory=list)
    edges: list[Row] = field(default_factory=list)


def read_rows(path: Path) -> Rows:
    """Read a file by its ending.

    Raises BadSource for a file that is not there or not in its format.
    """
    read = next(reader for ending, reader in READERS.items() if path.name.lower().endswith(ending))
    try:
        return read(path)
    except FileNotFoundError as error:
        raise BadSource("there is no such file", where=str(error.filename or path)) from None
    except (OSError, ValueError, RecursionError, csv.Error) as error:
        raise BadSource(f"it cannot be read: {error}", where=str(path)) from None
    except BadSource as error:
        raise BadSource(error.what, where=error.where or str(path), hint=error.hint) from None


def _graphml(path: Path) -> Rows:
    root = _parsed(path)
    keys = {key.get("id"): key.get("attr.name", "") for key in root.iter(f"{_GRAPHML}key")}
    graph = root.find(f"{_GRAPHML}graph")
    if graph is None:
        raise BadSource("this is no GraphML file: it has no <graph>")

    def row(element: ET.Element) -> Row:
        texts = {keys.get(each.get("key"), ""): each.text or "" for each in element.findall(f"{_GRAPHML}data")}
        return {
            **_values(texts),
            **{name: element.get(name) for name in ("id", "source", "target") if element.get(name)},
        }

    nodes = [row(node) for node in graph.findall(f"{_GRAPHML}node")]
    edges = [row(edge) for edge in graph.findall(f"{_GRAPHML}edge")]
    mark = row(graph).get(MARK)
    return Rows(mark == FULL, mark is not None, nodes, edges)


def _gexf(path: Path) -> Rows:
    root = _parsed(path)
    graph = root.find(f"{_GEXF}graph")
    if graph is None:  # of another version, or none at all: not ours
        return Rows(full=False, ours=False)
    titles = {each.get("id"): each.get("title", "") for each in graph.iter(f"{_GEXF}attribute")}

    def row(element: ET.Element) -> Row:
        texts = {titles.get(each.get("for"), ""): each.get("value", "") for each in element.iter(f"{_GEXF}attvalue")}
        return {
            **_values(texts),
            **{name: element.get(name) for name in ("id", "source", "target") if element.get(name)},
        }

    keywords = root.find(f"{_GEXF}meta/{_GEXF}keywords")
    mark = (keywords.text or "") if keywords is not None else ""
    nodes, edges = ([row(each) for each in graph.iter(f"{_GEXF}{part}")] for part in ("node", "edge"))
    return Rows(mark == f"{MARK}:{FULL}", mark.startswith(f"{MARK}:"), nodes, edges)


def _parsed(path: Path) -> ET.Element:
    return xml_of(path.read_text("utf-8"), str(path))


def _json(path: Path) -> Rows:
    read = json.loads(path.read_text("utf-8"))
    if not (isinstance(read, dict) and isinstance(read.get("nodes"), list) and isinstance(read.get("edges"), list)):
        raise BadSource("this is no node-link JSON: an object with `nodes` and `edges`")
    about = read.get("graph")
    rows = [[_json_row(row) for row in read[part]] for part in ("nodes", "edges")]
    mark = about.get(MARK) if isinstance(about, dict) else None
    return Rows(mark == FULL, mark is not None, *rows)


def _json_row(row: object) -> Row:
    if not isinstance(row, dict):
        raise BadSource("a node or an edge is no JSON object")
    out: Row = {}
    for column, value in row.items():
        name, kind = split_column(column)
        out[name] = value_of(kind, str(value)) if kind else value
    return out


def _tables(path: Path) -> Rows:
    name = path.stem.removesuffix("-nodes").removesuffix("-edges")
    nodes, edges = (list(_table(path.with_name(f"{name}-{part}.csv"))) for part in ("nodes", "edges"))
    return Rows(bool(nodes) and "labels" in nodes[0], ours=True, nodes=nodes, edges=edges)


def _table(path: Path) -> Iterator[Row]:
    """Return the records of a table of ours, also where a spreadsheet or pandas has saved it again.

    Raises BadSource with the line, and the column, of what cannot be read.
    """
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = text_of(path)[0]  # in another encoding, or the error that says where
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header = next(reader, [])
    begins = reader.line_num + 1
    for cells in reader:
        line, begins = begins, reader.line_num + 1
        if not any(cells):
            continue
        if len(cells) != len(header):
            raise BadSource(f"a record has {len(cells)} cells and the header {len(header)}", where=f"{path}:{line}")
        named = zip(header, cells, strict=True)
        yield _values(
            {column: unguarded(cell) if ":" not in column else cell for column, cell in named if cell != ""},
            f"{path}:{line}",
        )


def _values(texts: dict[str, str], where: str | None = None) -> Row:
    out: Row = {}
    for column, text in texts.items():
        name, kind = split_column(column)
        if name in out:
            raise BadSource(f"{name} has two values", where=where)
        try:
            out[name] = value_of(kind, text)
        except BadSource as error:
            raise BadSource(f"column {column}: {error.what}", where=where) from None
    return out


READERS: Final[dict[str, Callable[[Path], Rows]]] = {
    ".graphml": _graphml,
    ".gexf": _gexf,
    ".json": _json,
    ".csv": _tables,
}


def plain_value(value: object) -> Value:
    """Pass a value that the graph can hold.

    Raises BadSource for another one (JSON has objects, null and mixed lists too).
    """
    texts = value if isinstance(value, list) else [value]
    if any(isinstance(text, str) and HALVES.search(text) for text in texts):
        raise BadSource(f"{str(value)[:40]!r} has half a character in it, which nothing can store")
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    if isinstance(value, float) and not math.isfinite(value):
        raise BadSource(f"{value} is no value of the graph")
    if isinstance(value, (bool, int, float, str, date)) and not (
        isinstance(value, int) and not -(1 << 63) <= value < 1 << 63
    ):
        return value
    raise BadSource(f"{str(value)[:40]!r} is no value of the graph")
