"""The nodes of a graph whose edges are in another table, as Gephi exports them: what an edge list says by numbers of nodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from tiebook.errors import BadSource
from tiebook.support.marks import trim
from tiebook.tables.shape import Cells

_SHOWN: Final = 40  # characters of a cell in a message


class NodeList:
    """The nodes of one or more tables, by their keys; `used` has those that edges have named."""

    def __init__(self, key: str, ends: Sequence[str]) -> None:
        """Set the column with the key of a node, and those of an edge that hold such keys."""
        self.key = key
        self.ends = tuple(ends)
        self.columns: tuple[str, ...] = ()
        self.used: set[str] = set()
        self._nodes: dict[str, list[str]] = {}
        self._where = ""

    def add(self, columns: Sequence[str], records: Iterable[Cells], where: str) -> Iterator[tuple[int, str]]:
        """Add the nodes of a table; return the line and the key of each.

        Raises BadSource for a node that stands there twice with different cells.
        """
        new = [column for column in columns if column not in self.columns]
        self.columns = (*self.columns, *new)
        self._where = where
        place = list(columns).index(self.key)
        for line, cells in records:
            key = plain_key(cells[place])
            said = dict(zip(columns, cells, strict=True))
            node = [said.get(column, "") for column in self.columns]
            known = self._nodes.setdefault(key, node)
            if known != node and [*known, *[""] * len(new)] != node:
                raise BadSource(f"two nodes have the {self.key} {key[:_SHOWN]!r}", where=f"{where}:{line}")
            yield line, key

    def columns_of_ends(self) -> tuple[str, ...]:
        """Return the columns that edges get: Source.Label, Source.kind and so on, then those of the other end."""
        return tuple(f"{end}.{column}" for end in self.ends for column in self.columns)

    def joined(self, columns: Sequence[str], records: Iterable[Cells], where: str) -> Iterator[Cells]:
        """Return edges with what is said of their two nodes; a blank end has blanks.

        Raises BadSource for an edge with a node that is in no list.
        """
        places = [list(columns).index(end) for end in self.ends]
        width = len(self.columns)
        for line, cells in records:
            more: list[str] = []
            for place in places:
                key = plain_key(cells[place])
                node = self._nodes.get(key) if key else []
                if node is None:
                    what = f"{columns[place]} is {key[:_SHOWN]!r}, and no node has this {self.key}"
                    raise BadSource(what, where=f"{where}:{line}", hint=f"the nodes are in {self._where}")
                self.used.add(key)
                more += [*node, *[""] * (width - len(node))]
            yield line, [*cells, *more]


def plain_key(cell: str) -> str:
    """Return a key as it is compared: 3.0 is 3, as programs write it in a column with blanks."""
    text = trim(cell)
    return text.removesuffix(".0") if text.removesuffix(".0").isdecimal() else text
