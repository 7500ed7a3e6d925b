"""Open an export in Gephi's own toolkit and compare what it then holds with what networkx reads from the same file.

    python -m tests.export.gephi.check FILE.gexf|FILE.graphml

Needs Maven and a JDK 17 or later. Gephi takes an empty text as no value, so the comparison does too.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import networkx as nx

from tests.servers import ServerUnavailable, find_java

HERE = Path(__file__).parent
TOOLKIT = "0.10.1"
JAVA = (17, 21, 25)
READERS: dict[str, Any] = {".gexf": nx.read_gexf, ".graphml": nx.read_graphml}
TYPES = {str: "String", int: "Long", float: "Double", bool: "Boolean"}
OWN = {"node": {"id", "label"}, "edge": {"id", "label", "spells"}}  # Gephi holds these in columns of its own
SHOWN = 20  # differences
KNOWN = " (INF, a fault of Gephi)"  # its importer's way to read infinite numbers, done to texts as well

Interval = tuple[str | None, str | None]


@dataclass
class Item:
    """A node or an edge: its label, ends and type, its values by title, its intervals as ISO days."""

    label: str | None
    values: dict[str, Any]
    ends: tuple[str, str] | None = None
    type: str | None = None
    intervals: list[Interval] = field(default_factory=list)


@dataclass
class Held:
    """What a reader found in a file; `ids` are those of all edges, so that one that came twice is seen."""

    nodes: dict[str, Item] = field(default_factory=dict)
    edges: dict[str, Item] = field(default_factory=dict)
    columns: dict[str, set[tuple[str, str]]] = field(default_factory=lambda: {"node": set(), "edge": set()})
    ids: Counter[str] = field(default_factory=Counter)
    said: list[str] = field(default_factory=list)


def fetch() -> Path:
    """Return the folder with the toolkit's jar, fetched once by Maven; ServerUnavailable if that cannot be done."""
    root = Path(os.environ.get("TIEBOOK_TEST_CACHE") or "~/.cache/tiebook").expanduser() / "gephi"
    if (root / TOOLKIT).is_dir():
        return root / TOOLKIT
    maven = shutil.which("mvn")
    if maven is None:
        raise ServerUnavailable("Maven (mvn) is not installed (it fetches Gephi's toolkit)")
    root.mkdir(parents=True, exist_ok=True)
    goal = "org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies"  # its version is in the pom
    with tempfile.TemporaryDirectory(prefix=".half-", dir=root) as half:
        jars = Path(half) / "jars"
        done = subprocess.run(
            [maven, "-q", "-B", "-f", HERE / "pom.xml", goal, f"-Dgephi={TOOLKIT}", f"-DoutputDirectory={jars}"],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            raise ServerUnavailable(f"Gephi's toolkit could not be fetched: {(done.stdout + done.stderr)[-800:]}")
        jars.rename(root / TOOLKIT)
    return root / TOOLKIT


def by_gephi(path: Path) -> Held:
    """Read a file with Gephi."""
    home = find_java(JAVA)
    if home is None:
        raise ServerUnavailable(f"no JDK {', '.join(map(str, JAVA))} found: set TIEBOOK_JAVA to the home of one")
    done = subprocess.run(
        [home / "bin" / "java", "-Djava.awt.headless=true", "-cp", f"{fetch()}/*", HERE / "ReadGraph.java", path],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode:
        raise ServerUnavailable(f"Gephi could not read {path}:\n{done.stderr[-2000:]}")
    held = Held()
    titles: dict[tuple[str, str], str] = {}
    for row in map(json.loads, done.stdout.splitlines()):
        match row["is"]:
            case "issue":
                held.said.append(f"{row['level']}: {row['message']}")
            case "graph":
                held.said.append(f"{row['nodes']} nodes, {row['edges']} edges, {row['time']} {row['format']}")
            case "column" if not row["own"]:
                titles[row["scope"], row["id"]] = row["title"]
                held.columns[row["scope"]].add((row["title"], row["type"]))
            case "node" | "edge" as scope:
                values = {titles[scope, key]: value for key, value in row["values"].items()}
                spells = [(_day(first), _day(last)) for first, last in row["intervals"]]
                if scope == "node":
                    held.nodes[row["id"]] = Item(row["label"], values, intervals=spells)
                else:
                    ends = (row["source"], row["target"])
                    held.ids[row["id"]] += 1
                    held.edges[row["id"]] = Item(row["label"], values, ends, row["type"], spells)
    return held


def by_networkx(path: Path) -> Held:
    """Read a file with networkx."""
    graph, held = READERS[path.suffix](path), Held()
    for node, data in graph.nodes(data=True):
        held.nodes[node] = Item(data["label"], _values(data, "node", held))
    every: Any = nx.MultiDiGraph(graph)  # without parallel edges networkx gives a DiGraph
    for source, target, key, data in every.edges(keys=True, data=True):
        name, kind = str(data.get("id", key)), data["type"] if path.suffix == ".gexf" else None  # GraphML has no kinds
        spells = [(_known(first), _known(last)) for first, last in data.get("spells", ())]
        held.ids[name] += 1
        held.edges[name] = Item(data.get("label"), _values(data, "edge", held), (source, target), kind, spells)
    return held


def differences(wanted: Held, found: Held) -> Iterator[str]:
    """Return a line for everything in which the two are not the same."""
    for scope in ("node", "edge"):
        for title, kind in sorted(wanted.columns[scope] ^ found.columns[scope]):
            here = "only in the file" if (title, kind) in wanted.columns[scope] else "only in Gephi"
            yield f"{scope} column {title} ({kind}): {here}"
    for name in sorted(name for name in wanted.ids | found.ids if wanted.ids[name] != found.ids[name]):
        yield f"edge {name}: {wanted.ids[name]} in the file, {found.ids[name]} in Gephi"
    for scope, ours, theirs in (("node", wanted.nodes, found.nodes), ("edge", wanted.edges, found.edges)):
        for name in sorted(ours.keys() | theirs.keys()):
            one, other = ours.get(name), theirs.get(name)
            if one is None or other is None:
                yield f"{scope} {name}: only in {'Gephi' if one is None else 'the file'}"
                continue
            for part in ("label", "ends", "type", "intervals"):
                if getattr(one, part) != getattr(other, part):
                    yield f"{scope} {name}: {part} {getattr(one, part)!r} became {getattr(other, part)!r}"
            for title in sorted(one.values.keys() | other.values.keys()):
                value, got = one.values.get(title), other.values.get(title)
                if value != got or type(value) is not type(got):
                    known = KNOWN if isinstance(value, str) and value.replace("INF", "Infinity") == got else ""
                    yield f"{scope} {name}: {title} {value!r} became {got!r}{known}"


def _values(data: Mapping[str, Any], scope: str, held: Held) -> dict[str, Any]:
    values = {title: value for title, value in data.items() if title not in OWN[scope]}
    held.columns[scope] |= {(title, TYPES[type(value)]) for title, value in values.items()}
    return {title: value for title, value in values.items() if value != ""}


def _known(day: str | None) -> str | None:
    return None if day == "None" else day  # so networkx writes an open end


def _day(milliseconds: int | None) -> str | None:
    if milliseconds is None:
        return None
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds)
    return re.sub(r"T00:00:00\+00:00$", "", moment.isoformat())  # anything but midnight stays visible


def main(arguments: Sequence[str] | None = None) -> None:
    """Compare what Gephi and networkx read from an exported network or graph; 1 if they differ."""
    parser = argparse.ArgumentParser(prog="python -m tests.export.gephi.check", description=main.__doc__)
    parser.add_argument("file", type=Path, help="a .gexf or .graphml file that tiebook wrote")
    path: Path = parser.parse_args(arguments).file.resolve()
    if path.suffix not in READERS or not path.is_file():
        parser.error(f"no .gexf or .graphml file: {path}")
    try:
        found = by_gephi(path)
    except ServerUnavailable as reason:
        sys.exit(str(reason))
    wanted = by_networkx(path)
    print(f"{path.name} in Gephi toolkit {TOOLKIT} and networkx {nx.__version__}")
    print(*(f"  Gephi: {line}" for line in found.said), sep="\n")
    for who, held in (("networkx", wanted), ("Gephi", found)):
        items = [*held.nodes.values(), *held.edges.values()]
        print(
            f"  {who}: {len(held.nodes)} nodes, {held.ids.total()} edges"
            f" ({len({edge.ends for edge in held.edges.values()})} pairs),"
            f" {len(held.columns['node'])} + {len(held.columns['edge'])} columns,"
            f" {sum(len(item.values) for item in items)} values, {sum(len(item.intervals) for item in items)} intervals"
        )
    faults = list(differences(wanted, found))
    known = sum(fault.endswith(KNOWN) for fault in faults)
    if known:
        print(
            f"  {known} differences are texts with INF: Gephi {TOOLKIT} turns it into Infinity in whatever it imports"
        )
    print(*(f"  {fault}" for fault in faults[:SHOWN]), f"{len(faults)} differences", sep="\n")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
