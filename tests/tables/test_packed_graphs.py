"""Graphs and JSON in archives are known by the name of what is in them, and igraph's GML is read."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from tiebook.errors import BadSource
from tiebook.tables.graphs import edge_table
from tiebook.tables.graphs.edge_table import is_graph
from tiebook.tables.packed import is_larger, suffix_within
from tiebook.tables.read import read_table
from tiebook.tables.shape import Shape
from tiebook.tables.whole import json_table

GML = """Creator "igraph version 1.5.0"
graph
[
  directed 1
  node
  [
    id 0
    name "Iran"
  ]
  node
  [
    id 1
    name "China"
  ]
  edge
  [
    source 0
    target 1
    weight NaN
    share -Inf
    note "a NaN"
    since 2001
  ]
]
"""
GRAPHML = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed">
<node id="Iran"/><node id="China"/><edge source="Iran" target="China"/></graph></graphml>
"""
JSON = '[{"source": "Iran", "target": "China"}, {"source": "Oman", "target": "Iran"}]'
LINKS = (
    '{"directed": true, "nodes": [{"id": "Iran"}, {"id": "China"}], "links": [{"source": "Iran", "target": "China"}]}'
)


def pairs(path: Path) -> list[tuple[str, str]]:
    rows = read_table(path, Shape(what="a table", required=("source", "target"))).rows
    return [(row["source"], row["target"]) for row in rows]


def zipped(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "."), text)
    return path


@pytest.mark.parametrize(
    ("name", "text", "graph"),
    [
        ("g.graphml", GRAPHML, True),
        ("g.gml", GML, True),
        ("g.net", '*Vertices 2\n1 "Iran"\n2 "China"\n*Arcs\n1 2\n', True),
        ("g.json", LINKS, True),
        ("t.json", JSON, False),
        ("t.csv", "source,target\nIran,China\n", False),
    ],
)
def test_what_is_packed_is_known_by_its_name(tmp_path: Path, name: str, text: str, graph: bool) -> None:
    packed = tmp_path / f"{name}.gz"
    packed.write_bytes(gzip.compress(text.encode()))
    archive = zipped(tmp_path / "x.zip", **{name.replace(".", "__"): text})
    for path in (packed, archive):
        assert suffix_within(path) == Path(name).suffix
        assert is_graph(path) is graph
        assert pairs(path)[0] == ("Iran", "China")


def test_an_archive_of_several_files_or_a_damaged_one_is_none(tmp_path: Path) -> None:
    assert suffix_within(zipped(tmp_path / "x.zip", a__gml=GML, b__csv="a\n")) == ".zip"
    with zipfile.ZipFile(tmp_path / "mac.zip", "w") as archive:  # as macOS packs one file
        archive.writestr("__MACOSX/._a.gml", "x")
        archive.writestr("a.gml", GML)
    assert suffix_within(tmp_path / "mac.zip") == ".gml"
    assert pairs(tmp_path / "mac.zip") == [("Iran", "China")]
    (tmp_path / "z.zip").write_bytes(b"PK\x03\x04 and nothing more")
    assert suffix_within(tmp_path / "z.zip") == ".zip"
    assert suffix_within(tmp_path / "not there.zip") == ".zip"
    assert suffix_within(tmp_path / "plain.GML") == ".gml"


def test_a_graph_beside_its_documentation_is_read(tmp_path: Path) -> None:
    for name, members in {
        "football": {"football__gml": GML, "football__txt": "The file football.gml contains the network\nof games.\n"},
        "first": {"README__md": "# Games", "a__GML": GML, "more__TXT": "text"},
    }.items():
        path = zipped(tmp_path / f"{name}.zip", **members)
        assert suffix_within(path) == ".gml"
        assert pairs(path) == [("Iran", "China")]
    for members in ({"a__gml": GML, "b__gml": GML, "c__txt": "x"}, {"a__gml": GML, "c__pdf": "x", "d__txt": "x"}):
        path = zipped(tmp_path / "several.zip", **members)
        assert suffix_within(path) == ".zip"
        assert not is_graph(path)
    with pytest.raises(BadSource, match="the archive has 3 files"):
        pairs(zipped(tmp_path / "both.zip", a__gml=GML, b__gml=GML, c__md="x"))


def test_what_an_archive_unpacks_to_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "t.json.gz"
    path.write_bytes(gzip.compress(b"[" + b" " * 5000 + b"]"))
    assert is_larger(path, 5001)
    assert not is_larger(path, 5002)
    assert not is_larger(tmp_path / "not there.json.gz", 1)
    path.write_bytes(gzip.compress(b"[" + b" " * 200_000 + b"]"))
    assert is_larger(path, 200_001), "of all that is unpacked, not of its last piece"
    assert not is_larger(path, 200_002)
    monkeypatch.setattr(json_table, "_MOST", 1000)
    with pytest.raises(BadSource, match="the JSON has more than 256 MiB"):
        pairs(path)
    graph = tmp_path / "g.graphml.gz"
    graph.write_bytes(gzip.compress(GRAPHML.encode() + b" " * 5000))
    monkeypatch.setattr(edge_table, "_MOST", 1000)
    with pytest.raises(BadSource, match="the graph has more than 256 MiB"):
        pairs(graph)


def test_gml_that_igraph_has_written_may_have_no_numbers(tmp_path: Path) -> None:
    path = tmp_path / "g.gml"
    path.write_text(GML, "utf-8")
    row = next(read_table(path, Shape(what="a table", required=("source",))).rows)
    cells = {name: row[name] for name in ("source", "target", "weight", "share", "note", "since")}
    assert cells == {
        "source": "Iran",
        "target": "China",
        "weight": "NaN",
        "share": "-Inf",
        "note": "a NaN",
        "since": "2001",
    }
