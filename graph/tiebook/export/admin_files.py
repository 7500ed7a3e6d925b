"""Tables for `neo4j-admin database import`, written as nodes and ties come: nothing is held, so a graph may be of any size.

Every label and every type has a table, with a column for each property that the model gives it, and a header in a file of its
own, which is written last: it types what was there and has the import ignore the columns that stayed empty.
"""

from __future__ import annotations

import shlex
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self, cast

from tiebook.engine.neo4j.ownership import OWN
from tiebook.errors import StorageFailed, UsageError
from tiebook.export.formats.cypher import literal
from tiebook.model import schema
from tiebook.model.exchange import text_of
from tiebook.model.records import Node, Value
from tiebook.model.ties import Ties

_ITEMS: Final = "\x1f"  # between the items of a list: the unit separator, made for that
_CHUNK: Final = 1000  # ids a statement
_UNLIKE: Final = frozenset({"id", "record", "quote", "gloss", "note"})  # texts that seldom repeat: each is written anew


@dataclass(slots=True)
class _Table:
    """One table that is being written. `types` are those of the properties that were there."""

    path: Path
    ends: tuple[str, ...]
    columns: list[str]
    types: dict[str, str] = field(default_factory=dict)
    out: IO[str] | None = None

    def fits(self, types: dict[str, str]) -> bool:
        """Return whether rows can go in: a column has one type."""
        known = set(self.columns)
        return all(name in known and self.types.get(name, kind) == kind for name, kind in types.items())

    def header(self) -> Path:
        """Write the header, and return its file."""
        typed = [f"{name}:{self.types[name]}" if name in self.types else f"{name}:IGNORE" for name in self.columns]
        path = self.path.with_name(f"{self.path.stem}-header.csv")
        path.write_text(",".join((*self.ends, *typed)) + "\n", "utf-8")
        return path


class AdminFiles:
    """A folder of tables: give it nodes and ties, then `close` it. Left with a failure (`with`), it takes its tables away."""

    def __init__(self, folder: Path) -> None:
        """Make the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._tables: defaultdict[str, list[_Table]] = defaultdict(list)
        self._lists: defaultdict[tuple[str, str], _Lists] = defaultdict(_Lists)
        self._rows: Counter[str] = Counter()
        self._lines = False  # whether a text has line ends in it: then the import cannot read one table in parallel
        self.nodes = self.ties = 0

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave nothing half done."""
        for table in (each for tables in self._tables.values() for each in tables):
            if table.out is not None:
                table.out.close()
            if kind is not None:
                table.path.unlink(missing_ok=True)

    def add_nodes(self, nodes: Iterable[Node]) -> None:
        """Write nodes."""
        ordered = sorted(nodes, key=_likeness)
        for (labels, names), alike in groupby(ordered, _likeness):
            group = list(alike)
            props = {name: [node.props[name] for node in group] for name in names}
            key = f"nodes-{labels.replace(':', '-')}"
            known = schema.node_labels()[labels.partition(":")[0]] - {"id"}
            self._write(
                key,
                ("id:ID",),
                [_cells([node.id for node in group], unlike=True)],
                props,
                known,
                [node.id for node in group],
            )
            self.nodes += len(group)

    def add_ties(self, ties: Ties) -> None:
        """Write ties, or the roles of claims: columns as they are."""
        ends = [_cells(ties.sources), _cells(ties.targets)]
        ids = [str(each) for each in ties.props.get("id", ())]
        known = schema.edge_types()[ties.type]
        self._write(f"ties-{ties.type}", (":START_ID", ":END_ID"), ends, ties.props, known, ids)
        self.ties += len(ties)

    def close(self) -> tuple[list[Path], str, list[str]]:
        """Finish the tables; return their files, the import command, and the statements that put in what it cannot."""
        paths, options, after = [], [], list[str]()
        for key, tables in self._tables.items():
            what, _, name = key.partition("-")
            option = f"--nodes={name.replace('-', ':')}:{OWN}" if what == "nodes" else f"--relationships={name}"
            for table in tables:
                if table.out is not None:
                    table.out.close()
                header = table.header()
                paths += [header, table.path]
                options.append(f"{option}={header.resolve()},{table.path.resolve()}")
        for (key, name), lists in sorted(self._lists.items()):
            after += lists.statements(key, name, self._rows[key])
        fixed = ["neo4j-admin", "database", "import", "full", "neo4j", "--overwrite-destination"]
        if self._lines:
            fixed.append("--multiline-fields=true")
        command = " ".join(shlex.quote(part) for part in [*fixed, "--array-delimiter=U+001F", *options])
        return paths, command, after

    def _write(
        self,
        key: str,
        ends: tuple[str, ...],
        first: list[list[str]],
        props: dict[str, list[Value]],
        known: Iterable[str],
        ids: list[str],
    ) -> None:
        """Write rows; a column whose values are of several types is divided by them."""
        size = len(first[0])
        kinds = {name: [type(value) for value in column] for name, column in props.items()}
        several = {name: set(found) - {type(None)} for name, found in kinds.items()}
        props = {name: column for name, column in props.items() if several[name]}
        mixed = [name for name in props if len(several[name]) > 1]
        if mixed:
            parts: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
            for number in range(size):
                parts[tuple(kinds[name][number] for name in mixed)].append(number)
            for numbers in parts.values():
                some = {name: [column[n] for n in numbers] for name, column in props.items()}
                self._write(
                    key,
                    ends,
                    [[cells[n] for n in numbers] for cells in first],
                    some,
                    known,
                    [ids[n] for n in numbers] if ids else [],
                )
            return
        types = {name: _type(column) for name, column in props.items()}
        table = self._table(key, ends, types, known)
        table.types |= types
        empty = [""] * size
        columns = [_cells(props[name], unlike=name in _UNLIKE) if name in props else empty for name in table.columns]
        text = "\n".join(map(",".join, zip(*first, *columns, strict=True)))
        self._lines = self._lines or "\r" in text or text.count("\n") >= size
        assert table.out is not None  # noqa: S101 -- open until `close`
        try:
            table.out.write(f"{text}\n")
        except OSError as error:
            raise StorageFailed(f"{table.path} could not be written: {error.strerror}") from None
        self._rows[key] += size
        for name, column in props.items():
            if types[name] == "string[]":
                self._lists[key, name].add(column, ids)

    def _table(self, key: str, ends: tuple[str, ...], types: dict[str, str], known: Iterable[str]) -> _Table:
        tables = self._tables[key]
        for table in tables:
            if table.fits(types):
                return table
        path = self._folder / f"{key}{f'-{len(tables) + 1}' if tables else ''}.csv"
        table = _Table(path, ends, sorted({*known, *types}))
        table.out = path.open("w", encoding="utf-8", newline="\n")
        tables.append(table)
        return table


@dataclass(slots=True)
class _Lists:
    """The lists of one property that have no text in them, which the import takes as missing."""

    there: int = 0
    empty: list[str] = field(default_factory=list)  # the ids of those that are []
    blank: list[str] = field(default_factory=list)  # of those that are [""]

    def add(self, column: Sequence[Value], ids: list[str]) -> None:
        self.there += sum(value is not None for value in column)
        for value, id_ in zip(column, ids, strict=True):
            if value == []:
                self.empty.append(id_)
            elif value == [""]:
                self.blank.append(id_)

    def statements(self, key: str, name: str, rows: int) -> Iterator[str]:
        """Return the statements that put them in."""
        what, _, labels = key.partition("-")
        labels = labels.replace("-", ":")
        every, one = (
            (f"(x:{labels})", f"(x:{labels} {{id: id}})")
            if what == "nodes"
            else (f"()-[x:{labels}]->()", f"()-[x:{labels} {{id: id}}]->()")
        )
        if self.empty and not self.blank and self.there == rows:
            yield f"MATCH {every} WHERE x.{name} IS NULL CALL (x) {{ SET x.{name} = [] }} IN TRANSACTIONS OF 10000 ROWS"
            return
        for value, ids in (([], self.empty), ([""], self.blank)):
            for start in range(0, len(ids), _CHUNK):
                some = literal(list(ids[start : start + _CHUNK]))
                yield f"UNWIND {some} AS id MATCH {one} SET x.{name} = {literal(list(value))}"


def _likeness(node: Node) -> tuple[str, tuple[str, ...]]:
    labels = f"{node.label}:{node.kind_label}" if node.kind_label else node.label
    return labels, tuple(sorted(node.props))


def _type(column: Iterable[Value]) -> str:
    """Return the type of a column's first value; of a date, and where there is none, that of dates."""
    value = next((value for value in column if value is not None), None)
    if isinstance(value, bool):
        return "boolean"
    return {int: "long", float: "double", str: "string", list: "string[]"}.get(type(value), "date")


def _cells(column: Sequence[Value], *, unlike: bool = False) -> list[str]:
    """Write the cells of a column of one type; texts always in quotes: an empty cell without them is a missing value."""
    kind = _type(column)
    if kind == "string[]":
        return [_cell(value) for value in column]
    if unlike and kind == "string":
        return ["" if value is None else '"' + str(value).replace('"', '""') + '"' for value in column]
    scalars = cast("Sequence[str | int | float | bool | date | None]", column)
    written = {value: _cell(value) for value in set(scalars)}
    return [written[value] for value in scalars]


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        if any(_ITEMS in item for item in value):
            raise UsageError("an item of a list holds the separator U+001F", hint="use the format cypher or json")
        text = _ITEMS.join(value)
    else:
        text = value if isinstance(value, str) else text_of(value)
    return '"' + text.replace('"', '""') + '"'
