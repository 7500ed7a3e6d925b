"""Graphs of other tools, read as tables of edges: what networkx writes comes back, and a mapping makes ties of it."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from click.testing import CliRunner

from tests.loaders.source_readers import finish
from tiebook.cli.load.load import command as load
from tiebook.cli.load.map import command as map_
from tiebook.errors import BadSource
from tiebook.tables.graphs import edge_rows
from tiebook.tables.read import read_table
from tiebook.tables.shape import Shape

WRITERS: dict[str, Callable[[Any, Path], None]] = {
    "g.graphml": nx.write_graphml,
    "g.gml": nx.write_gml,
    "g.net": nx.write_pajek,
    "g11.gexf": lambda graph, path: nx.write_gexf(graph, path, version="1.1draft"),
    "g12.gexf": lambda graph, path: nx.write_gexf(graph, path, version="1.2draft"),
    "g.json": lambda graph, path: json.dump(nx.node_link_data(graph, edges="links"), path.open("w")),
    "g13.gexf": lambda graph, path: nx.write_gexf(graph, path, version="1.3"),
}


def _graph() -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("OMN", label="Oman")
    graph.add_node("IRN", label="Iran", region="Gulf")
    graph.add_node("CHN", label="China")
    graph.add_edge("OMN", "IRN", since="2003")
    graph.add_edge("CHN", "IRN", since="2011")
    return graph


@pytest.fixture(params=WRITERS)
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path: Path = tmp_path / request.param
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        WRITERS[request.param](_graph(), path)
    return path


def test_edges_are_rows_with_what_is_said_of_them_and_their_ends(written: Path) -> None:
    rows = read_table(written, Shape(what="a graph", required=("source", "target"))).rows
    found = sorted((row["source"], row["target"], row["since"], row.get("target.region")) for row in rows)
    names = {"g.gml": ("CHN", "OMN", "IRN")}.get(written.name, ("China", "Oman", "Iran"))
    assert found == [(names[0], names[2], "2011", "Gulf"), (names[1], names[2], "2003", "Gulf")]


@pytest.mark.parametrize(("text", "said"), [("source,target\nOman,Iran\n", "x-nodes.csv"), ("graph [ ]", "no article")])
def test_a_table_or_graph_without_a_mapping_is_told_how_to_get_one(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / ("x.csv" if "," in text else "x.gml")
    path.write_text(text)
    result = CliRunner().invoke(load, [str(path), "--db", str(tmp_path / "t.kgl")])
    assert isinstance(result.exception, BadSource), result.output
    assert said in str(result.exception)
    assert f"tiebook map {path}" in str(result.exception)


def test_json_whose_nodes_are_known_by_their_place(tmp_path: Path) -> None:
    path = tmp_path / "d3.json"
    path.write_text('{"nodes": [{"name": "Oman"}, {"name": "Iran"}], "links": [{"source": 1, "target": 0}]}')
    assert list(edge_rows(path))[1][:2] == ["Iran", "Oman"]
    path.write_text('{"nodes": 1, "links": []}')
    with pytest.raises(BadSource, match="`links` or `edges` is expected"):
        list(edge_rows(path))


def test_a_mapping_makes_ties_of_it(written: Path, tmp_path: Path) -> None:
    folder, db = tmp_path / "mapped", str(tmp_path / "t.kgl")
    drafted = CliRunner().invoke(map_, [str(written), "--type", "COOPERATES_WITH", "-o", str(folder)])
    assert drafted.exit_code == 0, drafted.output
    finish(folder)
    done = CliRunner().invoke(load, [str(folder), str(written), "--db", db])
    assert "2 records read = 2 loaded" in done.output


def test_loading_it_without_a_mapping_says_what_to_do(tmp_path: Path) -> None:
    for name in ("g.graphml", "g12.gexf"):
        path = tmp_path / name
        WRITERS[name](_graph(), path)
        with pytest.raises(BadSource, match="a graph of another tool") as caught:
            CliRunner().invoke(load, [str(path), "--db", str(tmp_path / "t.kgl")], catch_exceptions=False)
        assert caught.value.hint == f"tiebook map {path} --type TIE -o FOLDER drafts how its edges become ties"


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.graphml", "<html></html>", r"cannot be read"),
        ("a.gexf", '<gexf xmlns="http://gexf.net/9.9"><graph/></gexf>', r"no <graph> of GEXF 1.1, 1.2 or 1.3"),
        ("a.gml", "graph [ node [", r"cannot be read"),
        ("a.gexf", '<!DOCTYPE x [<!ENTITY a "b">]><gexf>&a;</gexf>', r"document type"),
    ],
)
def test_what_is_no_graph_is_refused_in_a_line(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(BadSource, match=message) as caught:
        list(edge_rows(tmp_path / name))
    assert "\n" not in str(caught.value)
