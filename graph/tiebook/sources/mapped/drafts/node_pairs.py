"""Drafts a network in two files, as Gephi exports it: a table of edges, and one of nodes that says who their ends are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import tomlkit

from tiebook.errors import BadSource
from tiebook.sources.mapped.drafts.ends import OWN, is_made_up
from tiebook.tables import Row
from tiebook.tables.graphs.node_list import NodeList, plain_key
from tiebook.tables.sniff import sniffed

_ONE: Final = re.compile(r"source|from|head|tail|(?:node|id)_?1|ego", re.IGNORECASE)
_OTHER: Final = re.compile(r"target|to|head|tail|(?:node|id)_?2|alter", re.IGNORECASE)
_ID: Final = re.compile(r"(?:node|vertex|actor)?[ _]?(?:id|key|nr|no|num|number)|name|node|vertex", re.IGNORECASE)
_LABEL: Final = ("label", "name", "full_name", "title")
_CODE: Final = re.compile(r"[a-z]{0,4}[-_]?\d+", re.IGNORECASE)  # n12, s01
_KIND: Final = "nodes"  # of file
_KNOWN: Final = 12  # columns by which the file of nodes is known


class NodePair:
    """Edges and nodes: what the [[file]] tables say of both, and the ends of the edges among the columns of both."""

    def __init__(self, edges: Sequence[Row], path: Path, encoding: str | None = None) -> None:
        """Find the columns by which two tables fit.

        edges -- the first rows of the edges; path -- of the nodes

        Raises BadSource if they do not fit.
        """
        found = sniffed(path, encoding)
        self._delimiter, self._sheet, self._encoding, self._path = found.delimiter, found.sheet, encoding, path
        rows = [(line, list(cells)) for line, cells in found.table.records]
        self._columns = found.table.columns
        ends = ends_of(list(edges[0].cells))
        if ends is None:
            what = "no two columns of the edges are called after their ends (Source and Target, from and to)"
            raise BadSource(what, where=edges[0].file or str(path), hint="call them so")
        self._list = NodeList(self._key(edges, ends, rows), ends)
        for _ in self._list.add(self._columns, rows, str(path)):
            pass
        self._rows = rows

    def _key(self, edges: Sequence[Row], ends: tuple[str, str], rows: list[tuple[int, list[str]]]) -> str:
        """Return the column of the nodes that has what stands at the ends of the edges, of several one that is called so."""
        wanted = {plain_key(row.get(end)) for row in edges for end in ends} - {""}
        fitting = []
        for place, column in enumerate(self._columns):
            cells = [plain_key(cells[place]) for _, cells in rows]
            if wanted <= set(cells) and len(set(cells)) == len(cells):
                fitting.append(column)
        called = [column for column in fitting if _ID.fullmatch(column)]
        if fitting:
            return (called or fitting)[0]
        named = next((column for column in self._columns if _ID.fullmatch(column)), self._columns[0])
        lost = next(iter(sorted(wanted - {plain_key(cells[self._columns.index(named)]) for _, cells in rows})), "")
        what = (
            f"no column has each node of the edges once: {lost!r} is not in {named}"
            if lost
            else "a node stands there twice"
        )
        raise BadSource(what, where=str(self._path), hint="give the file of the nodes whose numbers the edges have")

    def joined(self, edges: Sequence[Row]) -> list[Row]:
        """Return edges with the cells of their nodes."""
        columns = list(edges[0].cells)
        cells = ((row.line, [row.cells[column] for column in columns]) for row in edges)
        whole = [*columns, *self._list.columns_of_ends()]
        return [
            Row(line, dict(zip(whole, each, strict=True)))
            for line, each in self._list.joined(columns, cells, edges[0].file or "edges")
        ]

    def ends(self, actors: Mapping[str, str]) -> tuple[tuple[str, str], tuple[str, str]]:
        """Return the ends of ties: what the nodes are called, or another of their columns that names an actor for each.

        actors -- the columns of the joined rows that name actors, and how
        """
        one, other = self._list.ends
        label = self._label()
        for column in sorted(self._columns, key=lambda each: each != label):
            known = actors.get(f"{one}.{column}"), actors.get(f"{other}.{column}")
            if any(known) and (column == label or self._differ(column)):
                system = known[0] or known[1] or OWN
                return (f"{one}.{column}", system), (f"{other}.{column}", system)
        return (f"{one}.{label}", OWN), (f"{other}.{label}", OWN)

    def _label(self) -> str:
        """Return the column that says how nodes are called: one of words that differ, if the key is a code and none is named so.

        Of Gephi's, that is the key where there are no labels.
        """
        called = {column.casefold(): column for column in self._columns}
        label = next((called[each] for each in _LABEL if each in called), None)
        if label is None and all(map(_CODE.fullmatch, self._cells(self._list.key))):
            label = next((column for column in self._columns if self._are_names(column)), None)
        return label if label is not None and all(self._cells(label)) else self._list.key

    def _differ(self, column: str) -> bool:
        """Return whether no two nodes have the same in a column: a country of persons is not who they are."""
        said = [cell for cell in self._cells(column) if cell]
        return len(set(said)) == len(said)

    def _are_names(self, column: str) -> bool:
        """Return whether a column has words, and others for each node."""
        cells = self._cells(column)
        return all(any(map(str.isalpha, each)) and not _CODE.fullmatch(each) for each in cells) and len(
            set(cells)
        ) == len(cells)

    def _cells(self, column: str) -> list[str]:
        place = self._columns.index(column)
        return [cells[place].strip() for _, cells in self._rows]

    def is_of_ends(self, column: str) -> bool:
        """Return whether a column says something of a node, or is a key of one."""
        return column in self._list.ends or column.startswith(tuple(f"{end}." for end in self._list.ends))

    def own(self, columns: Sequence[str]) -> tuple[str, ...]:
        """Return the columns that the table of edges has itself."""
        return tuple(column for column in columns if column not in self._list.columns_of_ends())

    @property
    def said(self) -> dict[str, Any]:
        """What the [[file]] of the edges says of the nodes."""
        nodes = tomlkit.inline_table()
        nodes.update({"file": _KIND, "key": self._list.key, "ends": list(self._list.ends)})
        return {"nodes": nodes}

    @property
    def file(self) -> dict[str, Any]:
        """The [[file]] of the nodes."""
        file: dict[str, Any] = {"name": _KIND, "what": self._path.name}
        file |= {} if self._encoding is None else {"encoding": self._encoding}
        file |= {} if self._delimiter == "," else {"delimiter": self._delimiter}
        file |= {} if self._sheet is None else {"sheet": self._sheet}
        known = [each for each in self._columns if not is_made_up(each, self._columns)]
        return file | {"required": known[:_KNOWN], "without": list(self._list.ends)}

    def remarks(self, ends: tuple[tuple[str, str], tuple[str, str]]) -> list[str]:
        """Return a remark on nodes that are called alike: they would be one actor."""
        column = ends[0][0].removeprefix(f"{self._list.ends[0]}.")
        if column not in self._columns:
            return []
        place = self._columns.index(column)
        counts = Counter(text for _, cells in self._rows if (text := cells[place].strip()))
        twice = [text for text, count in counts.items() if count > 1]
        if not twice:
            return []
        return [f"{counts[twice[0]]} nodes have the {column} {twice[0]}: they become one actor"]


def ends_of(columns: Sequence[str]) -> tuple[str, str] | None:
    """Return the two columns of a table of edges that are called after their ends; None if there are none."""
    one = next((column for column in columns if _ONE.fullmatch(column)), None)
    other = next((column for column in columns if column != one and _OTHER.fullmatch(column)), None)
    return None if one is None or other is None else (one, other)
