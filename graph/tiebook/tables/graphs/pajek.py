"""Reads Pajek networks: vertices, arcs and edges, also as lists or a matrix, with several relations, and partitions.

networkx reads the first list of lines only: it takes what follows (other relations, `*Edges`, a second network) for arcs of that
list, and the third number of `*Arcslist` for a weight.
"""

from __future__ import annotations

import contextlib
import re
import shlex
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from tiebook.tables.graphs import DIRECTED

if TYPE_CHECKING:
    import networkx as nx

_WORD: Final = re.compile(r'"[^"]*"|\S+')
_TIME: Final = re.compile(r"\[[^\]]*\]")  # when a vertex or line is there: [1990-1995]
_RELATION: Final = re.compile(r":(\d+)")
_PLACE: Final = 3  # numbers after a vertex: x, y, z
_SHOWN: Final = 60


def pajek(lines: Sequence[str]) -> tuple[nx.Graph[str], bool]:
    """Return the graph of a Pajek file, and whether its edges have a direction.

    Raises ValueError, which names the line, for what is no part of one network.
    """
    import networkx as nx  # noqa: PLC0415 -- heavy, and few files are graphs

    reader = _Reader()
    for number, line in enumerate(lines, start=1):
        try:
            reader.read(line.strip())
        except (ValueError, IndexError) as error:
            raise ValueError(f"line {number} ({line.strip()[:_SHOWN]}): {error}") from None
    ways = {data[DIRECTED] for _, _, data in reader.edges}
    graph: Any = nx.MultiGraph() if reader.undirected_first and ways == {"false"} else nx.MultiDiGraph()
    labels = reader.nodes
    if len(set(labels.values())) < len(labels):  # two vertices of one name
        graph.graph["names"] = labels
        labels = {number: number for number in labels}
    graph.add_nodes_from((label, reader.said[number]) for number, label in labels.items())
    for one, other, data in reader.edges:
        if len(ways) == 1:
            del data[DIRECTED]
        graph.add_edges_from([(labels[one], labels[other], data)])
    return graph, "true" in ways or not (ways or reader.undirected_first)


class _Reader:
    """Reads a file line by line. `nodes`: the label of each vertex, by its number; `said`: what else is said of it."""

    def __init__(self) -> None:
        self.nodes: dict[str, str] = {}
        self.said: dict[str, dict[str, object]] = {}
        self.edges: list[tuple[str, str, dict[str, object]]] = []
        self.undirected_first = False  # whether the first list of lines has no directions
        self._lists = 0
        self._row = 0  # of a matrix
        self._of_vertices: str | None = None  # the name of the partition or vector that is read
        self._relation: dict[str, object] = {}
        self._take: Callable[[str], None] = self._nothing

    def read(self, line: str) -> None:
        """Read a line."""
        if not line or line.startswith("%"):
            return
        if line.startswith("*"):
            self._begin(line)
        else:
            self._take(line)

    def _begin(self, line: str) -> None:
        words = _words(line)
        what = words[0][1:].lower()
        if what == "network":
            if self.nodes:
                raise ValueError("a second network: save each in a file of its own")
            self._take = self._nothing
        elif what == "vertices":
            self._vertices(words)
        elif what in ("partition", "vector"):
            self._of_vertices = " ".join(words[1:]) or what
        elif what in ("arcs", "edges", "arcslist", "edgeslist", "matrix"):
            found = [match[1] for word in words[1:2] if (match := _RELATION.fullmatch(word))]
            self._relation = {"relation": words[2] if len(words) > 2 else found[0]} if found else {}  # noqa: PLR2004
            self._row = 0
            directed = not what.startswith("edges")
            self.undirected_first |= not (directed or self._lists)
            self._lists += 1
            take = self._matrix if what == "matrix" else self._list if what.endswith("list") else self._line
            self._take = lambda text: take(text, str(directed).lower())
        else:
            raise ValueError("only networks, partitions and vectors are read: save the network in a file of its own")

    def _vertices(self, words: Sequence[str]) -> None:
        count = int(words[1])
        if self._of_vertices is not None:
            name, numbers = self._of_vertices, iter(list(self.nodes))
            if count != len(self.nodes):
                raise ValueError(f"{count} values for {len(self.nodes)} vertices")
            self._take = lambda text: self.said[next(numbers)].update({name: text})
            self._of_vertices = None
            return
        if self.nodes:
            raise ValueError("a second list of vertices: save each network in a file of its own")
        self.nodes = {str(number): str(number) for number in range(1, count + 1)}
        self.said = {number: {"id": number} for number in self.nodes}
        first = int(words[2]) if len(words) > 2 else 0  # noqa: PLR2004 -- how many are of the first mode
        for number, said in self.said.items() if first else ():
            said["mode"] = "1" if int(number) <= first else "2"
        self._take = self._vertex

    def _vertex(self, line: str) -> None:
        number, *rest = _words(line)
        self._check(number)
        said = self.said[number]
        rest = _without_time(rest, said)
        if not rest:
            return
        self.nodes[number] = rest[0]
        place = rest[1 : _PLACE + 1]
        try:
            x, y, shape = place
            said.update({"x": float(x), "y": float(y), "shape": shape})
        except ValueError:
            pass
        said.update(zip(rest[_PLACE + 1 :: 2], rest[_PLACE + 2 :: 2], strict=False))

    def _check(self, *numbers: str) -> None:
        """Check that there are vertices of these numbers: one that is not declared is a slip, and may be the name of another."""
        if not self.nodes.keys() >= set(numbers):
            raise ValueError(f"there are {len(self.nodes)} vertices")

    def _line(self, line: str, directed: str) -> None:
        words = _words(line)
        data: dict[str, object] = {**self._relation, DIRECTED: directed}
        if words[0].endswith(":"):  # the relation of this line only
            data["relation"] = words.pop(0)[:-1]
        words = _without_time(words, data)
        if len(words) < 2:  # noqa: PLR2004
            raise ValueError("a line has two ends")
        one, other, *rest = words
        self._check(one, other)
        with contextlib.suppress(IndexError, ValueError):
            data["weight"] = float(rest[0])
        data.update(zip(rest[1::2], rest[2::2], strict=False))
        self.edges.append((one, other, data))

    def _list(self, line: str, directed: str) -> None:
        one, *others = _words(line)
        self._check(one, *others)
        self.edges += [(one, other, {**self._relation, DIRECTED: directed}) for other in others]

    def _matrix(self, line: str, directed: str) -> None:
        numbers = list(self.nodes)
        cells = [float(word) for word in line.split()]
        if len(cells) != len(numbers) or self._row >= len(numbers):
            raise ValueError(f"a matrix of {len(numbers)} vertices has {len(numbers)} rows of {len(numbers)} numbers")
        one = numbers[self._row]
        self._row += 1
        for other, weight in zip(numbers, cells, strict=True):
            if weight:
                self.edges.append((one, other, {**self._relation, DIRECTED: directed, "weight": weight}))

    def _nothing(self, line: str) -> None:  # noqa: ARG002 -- in the place of what reads it
        raise ValueError("a line before the first section (*Vertices, *Arcs or *Edges)")


def _without_time(words: list[str], data: dict[str, object]) -> list[str]:
    """Return the words of a line without the time at its end, which becomes one of its attributes."""
    if words and _TIME.fullmatch(words[-1]):
        data["time"] = words[-1].strip("[]")
        return words[:-1]
    return words


def _words(line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError:  # an apostrophe in a name without quotes
        return [word.strip('"') for word in _WORD.findall(line)]
