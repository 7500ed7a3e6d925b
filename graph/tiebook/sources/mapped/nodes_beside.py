"""Nodes in a file of their own, beside a file of edges: reads them first, and puts each into the account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tiebook.errors import BadSource
from tiebook.sources.declaration import FileKind
from tiebook.sources.report import MERGED, Account
from tiebook.sources.source_reader import SourceReader
from tiebook.tables.graphs.node_list import NodeList
from tiebook.tables.read import read_table
from tiebook.tables.shape import Cells

NO_EDGE: Final = "a node that no edge names"


class NodesBeside:
    """The nodes of the files of a reader, by the kind of file of their edges."""

    def __init__(self, reader: SourceReader) -> None:
        """Read the files of nodes.

        Raises BadSource if edges were given without nodes, or nodes without edges.
        """
        self._reader = reader
        self._lists: dict[str, NodeList] = {}
        self._accounts: list[tuple[Account, NodeList, list[int], list[str]]] = []
        for kind in reader.source.file:
            if kind.nodes is None:
                continue
            edges, nodes = reader.has(kind.name), reader.has(kind.nodes.file)
            if edges != nodes:
                given, lost = (kind.name, kind.nodes.file) if edges else (kind.nodes.file, kind.name)
                what = "the keys of nodes, whose names" if edges else "the names of nodes, whose ties"
                what = f"these are {what} are in another file ({reader.source.kind(lost).what})"
                raise BadSource(what, where=str(reader.files[given][0]), hint="give both files together")
            if edges:
                self._lists[kind.name] = self._read(kind)

    def _read(self, kind: FileKind) -> NodeList:
        assert kind.nodes is not None  # noqa: S101 -- asked for only where there are some
        found = NodeList(kind.nodes.key, kind.nodes.ends)
        beside = self._reader.source.kind(kind.nodes.file)
        for path in self._reader.files[beside.name]:
            table = read_table(path, beside.shape(), self._reader.progress.at)
            if found.key not in table.columns:
                raise BadSource(f"there is no column {found.key!r}, by which nodes are known", where=str(path))
            account = Account(path.name, beside.what, notes=table.notes)
            lines, keys = [], []
            for line, key in found.add(table.columns, table.records, str(path)):
                lines.append(line)
                keys.append(key)
            self._accounts.append((account, found, lines, keys))
        return found

    def join(
        self, kind: FileKind, path: Path, columns: tuple[str, ...], records: Iterator[Cells], notes: list[str]
    ) -> tuple[tuple[str, ...], Iterator[Cells], list[str]]:
        """Return the columns, records and notes of a file, with what is said of the nodes at both ends if it is one of edges."""
        found = self._lists.get(kind.name)
        if found is None:
            return columns, records, notes
        lost = next((end for end in found.ends if end not in columns), None)
        if lost is not None:
            raise BadSource(f"there is no column {lost!r} with the keys of nodes", where=str(path))
        return (*columns, *found.columns_of_ends()), found.joined(columns, records, str(path)), notes

    def are(self, kind: FileKind) -> bool:
        """Return whether a kind of file holds nodes."""
        return any(each.nodes is not None and each.nodes.file == kind.name for each in self._reader.source.file)

    def account(self) -> None:
        """Put the files of nodes into the reader's accounts, once the edges are read: which nodes these have named."""
        for account, found, lines, keys in self._accounts:
            became: Sequence[str] = [MERGED if key in found.used else NO_EDGE for key in keys]
            account.enter(Counter(became), named=0, resolved=0)
            account.place(became, lines)
            self._reader.accounts.append(account)
