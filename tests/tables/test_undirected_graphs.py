"""Graphs whose edges have no direction: ties without one come of them, others only in both directions."""

from __future__ import annotations

import json
import tomllib
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from tests.loaders.source_readers import finish
from tiebook.errors import BadSource
from tiebook.model.ties import Ties
from tiebook.sources.datasets import read_dataset
from tiebook.sources.draft_declaration import draft
from tiebook.sources.mapped.undirected import for_mixed
from tiebook.tables.graphs.edge_table import EdgeTable

WRITERS: dict[str, Callable[[Any, Path], None]] = {
    "g.graphml": nx.write_graphml,
    "g.gml": nx.write_gml,
    "g.net": nx.write_pajek,
    "g12.gexf": lambda graph, path: nx.write_gexf(graph, path, version="1.2draft"),
    "g13.gexf": lambda graph, path: nx.write_gexf(graph, path, version="1.3"),
    "g.json": lambda graph, path: json.dump(nx.node_link_data(graph, edges="links"), path.open("w")),
}


@pytest.fixture(params=WRITERS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def written(path: Path, kind: type[nx.Graph[str]] = nx.Graph, first: str = "pact", second: str = "pact") -> Path:
    graph = kind()
    graph.add_edge("Iran", "Oman", relation=first)
    graph.add_edge("Iran", "China", relation=second)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        WRITERS[path.name](graph, path)
    return path


def read(path: Path, text: str) -> tuple[list[str], set[tuple[str, str]]]:
    folder = path.parent / str(tomllib.loads(text)["id"])
    folder.mkdir(exist_ok=True)
    (folder / "source.toml").write_text(text, "utf-8")
    finish(folder)
    reader, batch = read_dataset(str(folder), [path])
    ties = [part for part in batch.parts if isinstance(part, Ties)]
    return reader.accounts[0].notes, {pair for each in ties for pair in zip(each.sources, each.targets, strict=True)}


def test_whether_edges_have_a_direction_is_read(tmp_path: Path, name: str) -> None:
    assert EdgeTable(written(tmp_path / name)).directed is False
    assert EdgeTable(written(tmp_path / name, nx.DiGraph)).directed is True


def test_types_without_a_direction_load(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / name)
    text = draft(path, "AGREES_WITH")
    assert "both" not in text
    assert "undirected" not in text
    notes, ties = read(path, text)
    assert f"edges of an undirected {path.suffix} graph" in notes
    assert {frozenset(each) for each in ties} == {frozenset({"iran", "oman"}), frozenset({"iran", "china"})}
    assert len(ties) == 2


def test_types_with_a_direction_are_drafted_in_both(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / name)
    text = draft(path, "SUPPORTS")
    assert "# The graph is undirected: `both` makes a tie in each direction of an edge" in text
    assert tomllib.loads(text)["tie"][0]["both"] is True
    _, ties = read(path, text)
    assert ties == {("iran", "oman"), ("oman", "iran"), ("iran", "china"), ("china", "iran")}


def test_types_with_a_direction_are_refused_in_one(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / name)
    text = draft(path, "SUPPORTS").replace("both = true\n", "")
    with pytest.raises(BadSource, match=r"undirected, and SUPPORTS has a direction.*both = true in a \[\[tie\]\];"):
        read(path, text)
    directed = written(tmp_path / name, nx.DiGraph)
    notes, ties = read(directed, text)
    assert ties == {("iran", "oman"), ("iran", "china")}
    assert f"edges of a {path.suffix} graph" in notes


def test_types_of_both_kinds_are_said_to_need_two(tmp_path: Path) -> None:
    path = written(tmp_path / "g.graphml", first="sells arms to", second="agrees with")
    text = draft(path, "relation")
    assert "# The graph is undirected. SELLS_ARMS_TO need a [[tie]] of their own with both = true" in text
    with pytest.raises(BadSource, match=r"SELLS_ARMS_TO has a direction.*in a \[\[tie\]\] of its own"):
        read(path, text)
    tie = text[text.index("[[tie]]") :]
    one = tie.replace(', "sells arms to" = "SELLS_ARMS_TO"', "").replace('"sells arms to" = "SELLS_ARMS_TO", ', "")
    other = tie.replace(', "agrees with" = "AGREES_WITH"', "").replace('"agrees with" = "AGREES_WITH", ', "")
    _, ties = read(path, text.replace(tie, f"{one}\n{other}\nboth = true\n"))
    assert {("iran", "oman"), ("oman", "iran")} < ties
    assert len(ties) == 3


def test_ties_of_one_end_of_an_edge_are_not_in_question(tmp_path: Path) -> None:
    path = written(tmp_path / "g.graphml")
    text = draft(path, "SUPPORTS").replace("both = true\n", "")
    assert 'from = {column = "source", system = "name"}' in text
    _, ties = read(path, text.replace('from = {column = "source", system = "name"}', 'from = {actor = "cuba"}'))
    assert {source for source, _ in ties} == {"cuba"}


def test_a_graph_that_does_not_say_it_is_read_as_it_stands_and_told(tmp_path: Path) -> None:
    path = tmp_path / "d3.json"
    nodes = [{"id": "Iran"}, {"id": "Oman"}]
    path.write_text(json.dumps({"nodes": nodes, "links": [{"source": "Oman", "target": "Iran"}]}), "utf-8")
    text = draft(path, "SUPPORTS")
    assert "both" not in text
    notes, ties = read(path, text)
    assert "edges of a .json graph that does not say whether they have a direction" in notes
    assert ties == {("oman", "iran")}
    said = {"directed": False, "nodes": nodes, "links": [{"source": "Oman", "target": "Iran"}]}
    path.write_text(json.dumps(said), "utf-8")
    with pytest.raises(BadSource, match="undirected"):
        read(path, text)


def test_a_draft_of_a_mixed_graph_leaves_several_types_to_a_person() -> None:
    tie = {"file": "rows"}
    ties, (remark,) = for_mixed(["AGREES_WITH", "SUPPORTS"], tie)
    assert ties == [tie]
    assert "SUPPORTS need two [[tie]] of their own" in remark
    ties, _ = for_mixed(["OPPOSES", "SUPPORTS"], tie)
    assert [(each["where"]["is"], each.get("both")) for each in ties] == [("true", None), ("false", True)]
    assert for_mixed(["AGREES_WITH"], tie) == ([tie], [])
