"""Reads the files that `tiebook export --full` writes into rows of named columns: GraphML, GEXF, node-link JSON, CSV tables."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from shlex import quote
from typing import Any, Final
from xml.etree import ElementTree as ET  # names the type only

from tiebook.errors import BadSource
from tiebook.model.exchange import BLANKS, FULL, HALVES, MARK, split_column, unguarded, value_of
from tiebook.model.records import Value
from tiebook.model.schema import first_labels
from tiebook.support.small_files import decoded
from tiebook.tables.text import text_of
from tiebook.tables.xml import xml_of, xml_text

_GRAPHML: Final = "{http://graphml.graphdrawing.org/xmlns}"

_TOLD: Final = re.compile(r"\"?sep=([,;\t|])\"?\r?\n", re.IGNORECASE)
_DECIMALS: Final = re.compile(r"-?\d+[.,]0")


class Row(dict[str, Any]):
    """A node or an edge: column (without type) -> value; `where` is its file:line, where the file has lines."""

    where: str | None = None


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
        if path.is_file():
            raise BadSource(
                f"this is a table, not half of an export: there is no {Path(str(error.filename)).name}",
                where=str(path),
                hint=f"tiebook map {quote(str(path))} --type TIE -o FOLDER drafts how its rows become ties",
            ) from None
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
        kind = root.tag.rpartition("}")[2]
        what = "it has no <graph> in the namespace of GraphML" if kind == "graphml" else f"its root is <{kind}>"
        raise BadSource(f"this is not a GraphML file: {what}", hint="name it .gexf" if kind == "gexf" else None)

    def row(element: ET.Element) -> Row:
        texts = {keys.get(each.get("key"), ""): each.text or "" for each in element.findall(f"{_GRAPHML}data")}
        return Row(_values(texts) | _own(element, "id", "source", "target"))

    nodes = [row(node) for node in graph.findall(f"{_GRAPHML}node")]
    edges = [row(edge) for edge in graph.findall(f"{_GRAPHML}edge")]
    return _marked(row(graph).get(MARK), nodes, edges)


def _gexf(path: Path) -> Rows:
    root = _parsed(path)
    graph = root.find("{*}graph")
    if graph is None:
        return Rows(full=False, ours=False)
    titles = {
        (part.get("class"), each.get("id")): each.get("title", "")
        for part in graph.iterfind("{*}attributes")
        for each in part.iterfind("{*}attribute")
    }

    def row(element: ET.Element, part: str) -> Row:
        values = {
            titles.get((part, each.get("for")), ""): each.get("value", "") for each in element.iter(f"{space}attvalue")
        }
        values.pop("networkx_key", None)  # networkx keeps the type of an edge as an attribute of the element
        return Row(
            _own(element, *(("type",) if part == "edge" else ()))
            | _values(values)
            | _own(element, "id", "source", "target")
        )

    space = root.tag.removesuffix("gexf")
    keywords = root.find("{*}meta/{*}keywords")
    mark = (keywords.text or "") if keywords is not None else ""
    nodes, edges = ([row(each, part) for each in graph.iter(f"{space}{part}")] for part in ("node", "edge"))
    return _marked(mark.removeprefix(f"{MARK}:") if mark.startswith(f"{MARK}:") else None, nodes, edges)


def _own(element: ET.Element, *names: str) -> dict[str, Any]:
    return {name: text for name in names if (text := element.get(name))}


def _marked(mark: object, nodes: list[Row], edges: list[Row]) -> Rows:
    """Return rows as ours where the file says so; a tool that saved a whole graph again may have dropped the mark."""
    if mark is None and nodes and all(map(_is_whole, nodes)):
        mark = FULL
    return Rows(mark == FULL, mark is not None, nodes, edges)


def _is_whole(node: Row) -> bool:
    known = str(node.get("labels")).partition(":")[0] in first_labels()
    return known and ("sources" in node or "source" in node)


def _parsed(path: Path) -> ET.Element:
    return xml_of(xml_text(path.read_bytes(), str(path)), str(path))


def _json(path: Path) -> Rows:
    read = json.loads(decoded(path.read_bytes()))
    if isinstance(read, dict) and "edges" not in read and "links" in read:  # as networkx called them before 3.6
        read["edges"] = read["links"]
    if not (isinstance(read, dict) and isinstance(read.get("nodes"), list) and isinstance(read.get("edges"), list)):
        raise BadSource("this is not node-link JSON, which is an object with `nodes` and `edges`")
    about = read.get("graph")
    nodes, edges = ([_json_row(row) for row in read[part]] for part in ("nodes", "edges"))
    return _marked(about.get(MARK) if isinstance(about, dict) else None, nodes, edges)


def _json_row(row: object) -> Row:
    if not isinstance(row, dict):
        raise BadSource("a node or an edge is not a JSON object")
    out = Row()
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
    told = _TOLD.match(text)  # by which a spreadsheet keeps what divides cells
    first = text[told.end() if told else 0 :].partition("\n")[0]
    delimiter = told[1] if told else max(",;\t|", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header = next(reader, [])
    if told:
        header = next(reader, [])
    records: list[tuple[str, list[str]]] = []
    begins = reader.line_num + 1
    for cells in reader:
        where, begins = f"{path}:{begins}", reader.line_num + 1
        if not any(cells):
            continue
        if len(cells) != len(header):
            raise BadSource(f"a record has {len(cells)} cells and the header {len(header)}", where=where)
        records.append((where, ["" if cell in BLANKS else cell for cell in cells]))
    commas = delimiter != ","
    columns = [
        _whole([cells[place] for _, cells in records]) if ":" not in name else [cells[place] for _, cells in records]
        for place, name in enumerate(header)
    ]
    for (where, _), whole in zip(records, zip(*columns, strict=True), strict=True):
        texts = {name: _cell(name, cell, commas=commas) for name, cell in zip(header, whole, strict=True) if cell}
        index = next((texts.pop(name) for name in ("", "Unnamed: 0") if name in texts), "0")  # of pandas
        if not index.isdecimal():
            raise BadSource("a cell of a column without a name", where=where)
        row = Row(_values(texts, where))
        row.where = where
        yield row


def _cell(column: str, cell: str, *, commas: bool) -> str:
    """Return a cell as it was written: unguarded, fractions with a point, whole numbers too where a comma divides no cells."""
    _, kind = split_column(column)
    if not kind:
        return unguarded(cell)
    return cell.replace(",", ".") if kind == "double" or (commas and kind == "long") else cell


def _whole(cells: list[str]) -> list[str]:
    """Return the texts of a column, without the decimals that pandas gives to all of them where some are blank: 710.0."""
    return [cell[:-2] for cell in cells] if all(map(_DECIMALS.fullmatch, filter(None, cells))) else cells


def _values(texts: dict[str, str], where: str | None = None) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for column, text in texts.items():
        name, kind = split_column(column)
        if name in out:
            raise BadSource(f"{name} has two values", where=where)
        try:
            out[name] = value_of(kind, text)
        except BadSource as error:
            raise BadSource(f"column {column}: {error.what}", where=where, hint=error.hint) from None
    return out


READERS: Final[dict[str, Callable[[Path], Rows]]] = {
    ".graphml": _graphml,
    ".gexf": _gexf,
    ".json": _json,
    ".csv": _tables,
}


def plain_value(value: object) -> Value:
    """Return a value that the graph can hold.

    Raises BadSource for another one (JSON has objects, null and mixed lists too).
    """
    texts = value if isinstance(value, list) else [value]
    if any(isinstance(text, str) and HALVES.search(text) for text in texts):
        raise BadSource(f"{str(value)[:40]!r} contains half a character (a lone surrogate), which cannot be stored")
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    if isinstance(value, float) and not math.isfinite(value):
        raise BadSource(f"{value} is not a value that a graph can hold")
    if isinstance(value, (bool, int, float, str, date)) and not (
        isinstance(value, int) and not -(1 << 63) <= value < 1 << 63
    ):
        return value
    raise BadSource(f"{str(value)[:40]!r} is not a value that a graph can hold")
