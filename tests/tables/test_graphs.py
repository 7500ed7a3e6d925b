"""Graphs of other tools, read as tables of edges: what networkx writes comes back, and a mapping makes ties of it."""

from __future__ import annotations

import json
import re
import tomllib
import warnings
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from click.testing import CliRunner

from tests.loaders.source_readers import finish
from tiebook.cli.load.load import command as load
from tiebook.cli.load.map import command as map_
from tiebook.errors import BadSource
from tiebook.sources.draft_declaration import draft
from tiebook.tables.graphs.edge_table import edge_rows
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


@pytest.mark.parametrize(
    ("text", "said"), [("source,target\nOman,Iran\n", "x-nodes.csv"), ("graph [ ]", "not an article")]
)
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
        ("a.graphml", "<html></html>", r"no .graphml file, but XML whose root is <html>"),
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


def _bytes(name: str, encoding: str, declared: str) -> bytes:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edge("Société é", "Iran")
    if name.endswith(".json"):
        return json.dumps(nx.node_link_data(graph, edges="links"), ensure_ascii=False).encode(encoding)
    if name.endswith(".net"):
        return '*Vertices 2\n1 "Société é"\n2 "Iran"\n*Arcs\n1 2\n'.encode(encoding)
    if name.endswith(".gml"):
        return 'graph [ node [ id 1 label "Société é" ] node [ id 2 label "Iran" ] edge [ source 1 target 2 ] ]'.encode(
            encoding
        )
    lines = nx.generate_graphml(graph) if name.endswith(".graphml") else nx.generate_gexf(graph)
    text = unescape("\n".join(line for line in lines if not line.startswith("<?xml")))
    return f'<?xml version="1.0" encoding="{declared}"?>\n{text}'.encode(encoding)


@pytest.mark.parametrize("name", ["x.graphml", "x.gexf", "x.gml", "x.net", "x.json"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_graph_is_read_in_the_encoding_of_its_mark(tmp_path: Path, name: str, encoding: str) -> None:
    path = tmp_path / name
    path.write_bytes(_bytes(name, encoding, encoding.removesuffix("-sig")))
    assert ["Société é", "Iran"] in [row[:2] for row in edge_rows(path)]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("utf-32", "utf-32"),
        ("utf-8", "utf-16"),
        ("cp1252", "windows-1252"),
    ],
)
@pytest.mark.parametrize("name", ["x.graphml", "x.gexf"])
def test_xml_is_read_as_it_declares_but_for_utf_8_under_another_name(
    tmp_path: Path, name: str, encoding: str, declared: str
) -> None:
    path = tmp_path / name
    path.write_bytes(_bytes(name, encoding, declared))
    assert ["Société é", "Iran"] in [row[:2] for row in edge_rows(path)]


@pytest.mark.parametrize("name", ["x.graphml", "x.net"])
def test_an_encoding_that_a_graph_does_not_tell_can_be_given(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(_bytes(name, "cp850", "utf-8"))
    if name == "x.graphml":  # it declares another one; the words of plain text are looked at
        with pytest.raises(BadSource, match="this is not utf-8"):
            list(edge_rows(path))
    assert ["Société é", "Iran"] in [row[:2] for row in edge_rows(path, "cp850")]


def test_a_draft_of_a_graph_takes_its_own_ends_also_of_actors_that_nobody_knows(tmp_path: Path) -> None:
    path = tmp_path / "x.graphml"
    path.write_bytes(_bytes("x.graphml", "utf-8", "utf-8"))
    tie = tomllib.loads(draft(path, "SUPPORTS"))["tie"][0]
    assert (tie["from"]["column"], tie["to"]["column"]) == ("source", "target")
    assert "record" not in tie


@pytest.mark.parametrize(("version", "written"), [("1.1draft", "1.1"), ("1.2draft", "1.2"), ("1.3", "1.3")])
@pytest.mark.parametrize("space", ["http://www.gexf.net/", "http://gexf.net/"])
@pytest.mark.parametrize("draft", ["", "draft"])
def test_gexf_is_read_however_its_namespace_is_written(
    tmp_path: Path, version: str, written: str, space: str, draft: str
) -> None:
    path = tmp_path / "g.gexf"
    nx.write_gexf(_graph(), path, version=version)
    text, count = re.subn(
        r"http://(?:www\.)?gexf\.net/[0-9.]+(?:draft)?(?=\")", f"{space}{written}{draft}", path.read_text()
    )
    assert count
    path.write_text(text)
    assert sorted(row[:2] for row in list(edge_rows(path))[1:]) == [["China", "Iran"], ["Oman", "Iran"]]


def test_data_without_a_name_in_graphml_is_drawing_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "g.graphml"
    nx.write_graphml(_graph(), path)
    plain = list(edge_rows(path))
    text = path.read_text()
    place, end = text.index("<graph "), text.index("</node>")
    drawn = '<data key="v0"><shape fill="#fff"/></data>'
    path.write_text(f'{text[:place]}<key id="v0" for="node" yfiles.type="other"/>{text[place:end]}{drawn}{text[end:]}')
    assert list(edge_rows(path)) == plain


@pytest.mark.parametrize("name", ["g.graphml", "g11.gexf", "g12.gexf", "g13.gexf"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", ""])
def test_xml_that_has_lost_its_namespace_is_read(tmp_path: Path, name: str, line_end: str) -> None:
    path = tmp_path / name
    WRITERS[name](_graph(), path)
    rows = list(edge_rows(path))
    text = re.sub(r' (?:xmlns(?::\w+)?|xsi:schemaLocation)="[^"]*"', "", path.read_text("utf-8"))
    path.write_text(text.replace("\n", line_end), "utf-8", newline="")
    assert list(edge_rows(path)) == rows


@pytest.mark.parametrize(("named", "root"), [("g.gexf", "g.graphml"), ("g.graphml", "g13.gexf")])
def test_a_graph_under_the_name_of_another_form_is_refused_with_the_right_one(
    tmp_path: Path, named: str, root: str
) -> None:
    WRITERS[root](_graph(), tmp_path / named)
    right = root.rpartition(".")[2]
    with pytest.raises(
        BadSource, match=rf"{named}: this is no \.\w+ file, but XML whose root is <{right}> \(name it \.{right}\)"
    ):
        list(edge_rows(tmp_path / named))
