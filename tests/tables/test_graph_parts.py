"""Parts of graph files that networkx passes over: edges in groups, under one id, of other relations, without a direction."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.loaders.source_readers import finish
from tiebook.errors import BadSource
from tiebook.model.ties import Ties
from tiebook.sources.datasets import read_dataset
from tiebook.sources.draft_declaration import draft
from tiebook.tables.graphs.edge_table import EdgeTable

GRAPHML = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{}</graphml>'
GEXF = '<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph {}>{}</graph></gexf>'
DIRECTED = '<graph edgedefault="directed">'
YEAR = '<key id="y" for="edge" attr.name="year" attr.type="int"/>'
VERTICES = '*Vertices 3\n1 "Peru"\n2 "Chile"\n3 "Bolivia"\n'


def table(path: Path, text: str, *columns: str) -> tuple[bool | None, list[tuple[str, ...]]]:
    path.write_text(text, "utf-8")
    edges = EdgeTable(path)
    header, *rows = edges.rows()
    places = [header.index(each) for each in ("source", "target", *columns)]
    return edges.directed, [tuple(row[place] for place in places) for row in rows]


def test_edges_of_a_graph_within_a_node_are_read(tmp_path: Path) -> None:
    inner = f'{DIRECTED}<node id="Chile"/><node id="Bolivia"/><edge source="Chile" target="Bolivia"/></graph>'
    text = f'<node id="Andes">{inner}</node><node id="Peru"/><edge source="Peru" target="Andes"/></graph>'
    _, rows = table(tmp_path / "a.graphml", GRAPHML.format(DIRECTED + text))
    assert sorted(rows) == [("Chile", "Bolivia"), ("Peru", "Andes")]
    nodes = '<node id="Chile" label="Chile"/><node id="Bolivia" label="Bolivia"/>'
    within = f'<nodes>{nodes}</nodes><edges><edge id="1" source="Chile" target="Bolivia"/></edges>'
    edges = '<edges><edge id="2" source="Chile" target="Andes"/></edges>'
    text = f'<nodes><node id="Andes" label="Andes">{within}</node></nodes>{edges}'
    _, rows = table(tmp_path / "a.gexf", GEXF.format('defaultedgetype="directed"', text))
    assert sorted(rows) == [("Chile", "Andes"), ("Chile", "Bolivia")]


@pytest.mark.parametrize("way", ["directed", "undirected"])
def test_parallel_edges_under_one_id_are_all_read(tmp_path: Path, way: str) -> None:
    ids = ['id="0"', 'id="0"', "", "", 'id="1"']
    edges = [
        f'<edge {each} source="Peru" target="Chile"><data key="y">{2001 + place}</data></edge>'
        for place, each in enumerate(ids)
    ]
    text = f'{YEAR}<graph edgedefault="{way}"><node id="Peru"/><node id="Chile"/>{"".join(edges)}</graph>'
    _, rows = table(tmp_path / "a.graphml", GRAPHML.format(text), "year")
    assert [year for *_, year in rows] == ["2001", "2002", "2003", "2004", "2005"]
    edges = [f'<edge {each} source="Peru" target="Chile" weight="{place}"/>' for place, each in enumerate(ids)]
    nodes = '<nodes><node id="Peru"/><node id="Chile"/></nodes>'
    text = GEXF.format(f'defaultedgetype="{way}"', f"{nodes}<edges>{''.join(edges)}</edges>")
    _, rows = table(tmp_path / "a.gexf", text, "weight", "id")
    assert [row[2:] for row in rows] == [("0", "0"), ("1", "0"), ("2", ""), ("3", ""), ("4", "1")]


def test_parallel_edges_of_gml_need_no_declaration(tmp_path: Path) -> None:
    nodes = 'node [ id 1 label "Peru" ]\nnode [ id 2 label "C&#244;te d&apos;Ivoire" ]\n'
    edges = "edge [ source 1 target 2 year 2001 ]\nedge [ source 1 target 2 year 2002 ]\n"
    _, rows = table(tmp_path / "a.gml", f"graph\n[\ndirected 1\n{nodes}{edges}]\n", "year")
    assert rows == [("Peru", "Côte d'Ivoire", "2001"), ("Peru", "Côte d'Ivoire", "2002")]


def test_defaults_and_attributes_called_like_an_end_are_read(tmp_path: Path) -> None:
    keys = (
        '<key id="y" for="edge" attr.name="year" attr.type="int"><default>1999</default></key>'
        '<key id="s" for="edge" attr.name="source" attr.type="string"/>'
    )
    one = '<edge source="Peru" target="Chile"><data key="s">a list</data></edge>'
    two = '<edge source="Chile" target="Peru"><data key="y">2001</data></edge>'
    text = f'{keys}{DIRECTED}<node id="Peru"/><node id="Chile"/>{one}{two}</graph>'
    _, rows = table(tmp_path / "a.graphml", GRAPHML.format(text), "year", "edge.source")
    assert rows == [("Peru", "Chile", "1999", "a list"), ("Chile", "Peru", "2001", "")]


MIXED = {
    "a.graphml": GRAPHML.format(
        '<graph edgedefault="undirected"><node id="Peru"/><node id="Chile"/><node id="Bolivia"/>'
        '<edge source="Chile" target="Peru" directed="true"/><edge source="Bolivia" target="Chile"/></graph>'
    ),
    "a.gexf": GEXF.format(
        'defaultedgetype="directed"',
        '<nodes><node id="Peru"/><node id="Chile"/><node id="Bolivia"/></nodes><edges>'
        '<edge source="Chile" target="Peru"/><edge source="Bolivia" target="Chile" type="undirected"/></edges>',
    ),
    "a.net": f"{VERTICES}*Edges\n3 2\n*Arcs\n2 1\n",
    "a.json": json.dumps(
        {
            "options": {"type": "mixed"},
            "nodes": [{"key": each} for each in ("Peru", "Chile", "Bolivia")],
            "edges": [
                {"source": "Chile", "target": "Peru", "undirected": False},
                {"source": "Bolivia", "target": "Chile", "undirected": True},
            ],
        }
    ),
}


@pytest.mark.parametrize("name", MIXED)
def test_edges_with_and_without_a_direction_are_told_apart(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    directed, rows = table(path, MIXED[name], "directed")
    assert directed is True
    assert sorted(rows) == [("Bolivia", "Chile", "false"), ("Chile", "Peru", "true")]
    text = draft(path, "SUPPORTS")
    assert [tie["where"]["is"] for tie in tomllib.loads(text)["tie"]] == ["true", "false"]
    assert ties(path, text) == {("chile", "peru"), ("bolivia", "chile"), ("chile", "bolivia")}
    assert ties(path, draft(path, "AGREES_WITH")) == {("chile", "peru"), ("bolivia", "chile")}
    one_way = text.replace("both = true\n", "")
    with pytest.raises(
        BadSource, match=r'no direction, and SUPPORTS has one \(two \[\[tie\]\]: .*is = "false"} and both'
    ):
        ties(path, one_way)
    with pytest.raises(BadSource, match="no direction, and SUPPORTS has one"):
        ties(path, text.replace('is = "false"', 'is_not = "x"'))


@pytest.mark.parametrize("said", ["true", "1"])
def test_edges_that_all_say_the_same_decide_whatever_the_graph_says(tmp_path: Path, said: str) -> None:
    edge = f'<edge source="Peru" target="Chile" directed="{said}"/>'
    text = f'<graph edgedefault="undirected"><node id="Peru"/><node id="Chile"/>{edge}</graph>'
    assert table(tmp_path / "a.graphml", GRAPHML.format(text)) == (True, [("Peru", "Chile")])
    text = GEXF.format("", '<nodes><node id="a"/></nodes><edges><edge source="a" target="a" type="directed"/></edges>')
    assert table(tmp_path / "a.gexf", text)[0] is True


def ties(path: Path, text: str) -> set[tuple[str, str]]:
    folder = path.parent / str(tomllib.loads(text)["id"])
    folder.mkdir(exist_ok=True)
    (folder / "source.toml").write_text(text, "utf-8")
    finish(folder)
    _, batch = read_dataset(str(folder), [path])
    found = [part for part in batch.parts if isinstance(part, Ties)]
    return {pair for each in found for pair in zip(each.sources, each.targets, strict=True)}


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "a.graphml",
            GRAPHML.format("<graph/><graph/>"),
            r"this file holds 2 graphs \(save each in a file of its own\)",
        ),
        ("a.graphml", GRAPHML.format("<graph><hyperedge/></graph>"), r"hyperedge.*write an edge for each pair"),
        ("a.net", f"*Network a\n{VERTICES}*Arcs\n1 2\n*Network b\n", r"line 8 \(\*Network b\): a second network"),
        ("a.net", f"{VERTICES}*Arcs\n1 2\n{VERTICES}", r"line 7 \(\*Vertices 3\): a second list"),
        ("a.net", f"{VERTICES}*Hierarchy\n", r"line 5 .*only networks, partitions and vectors"),
        ("a.net", f"{VERTICES}*Matrix\n0 1\n", r"line 6 .*3 rows of 3 numbers"),
        ("a.net", f"{VERTICES}*Partition p\n*Vertices 2\n", r"line 6 .*2 values for 3 vertices"),
        ("a.net", "*Vertices 1\n2 Peru\n", r"line 2 \(2 Peru\): there are 1 vertices"),
        ("a.net", f"{VERTICES}*Arcs\n1\n", r"line 6 \(1\): a line has two ends"),
        ("a.net", "1 2\n", r"line 1 \(1 2\): a line before the first section"),
        ("a.json", '{"nodes": [{"id": "a"}, {"id": "a"}], "links": []}', "two nodes have the id 'a'"),
    ],
)
def test_what_is_not_read_is_refused(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(BadSource, match=message):
        table(tmp_path / name, text)


def test_pajek_lists_name_several_vertices(tmp_path: Path) -> None:
    _, rows = table(tmp_path / "a.net", f"{VERTICES}*Arcslist\n1 2 3\n*Edgeslist\n2 3\n", "directed")
    assert rows == [("Peru", "Chile", "true"), ("Peru", "Bolivia", "true"), ("Chile", "Bolivia", "false")]


def test_pajek_relations_times_and_partitions_are_columns(tmp_path: Path) -> None:
    lines = '*Arcs :1 "arms"\n1 2 1 [1990-1995]\n% a note\n*Arcs :2\n2 3 -1.5 l "a b"\n7: 3 1\n'
    lines += "*Partition side\n*Vertices 3\n4\n5\n4\n"
    columns = ("relation", "weight", "time", "l", "source.side", "source.id")
    _, rows = table(tmp_path / "a.net", VERTICES + lines, *columns)
    assert rows == [
        ("Peru", "Chile", "arms", "1", "1990-1995", "", "4", "1"),
        ("Chile", "Bolivia", "2", "-1.5", "", "a b", "5", "2"),
        ("Bolivia", "Peru", "7", "", "", "", "4", "3"),
    ]


def test_pajek_vertices_without_a_name_of_one_name_and_of_two_modes(tmp_path: Path) -> None:
    path = tmp_path / "a.net"
    assert table(path, "*Vertices 2\n*Edges\n1 2\n", "source.id") == (False, [("1", "2", "1")])
    text = '*vertices 3 2\n1 "Peru" [1-5]\n2 Peru 0.1 0.2 ellipse ic Red\n3 Cote d\'Ivoire\n*arcs\n1 3\n2 3\n'
    _, rows = table(path, text, "source.id", "source.mode", "target.mode", "source.x", "source.ic", "source.time")
    assert rows == [("Peru", "Cote", "1", "1", "2", "", "", "1-5"), ("Peru", "Cote", "2", "1", "2", "0.1", "Red", "")]


def test_pajek_edges_below_an_empty_list_of_arcs_have_no_direction(tmp_path: Path) -> None:
    assert table(tmp_path / "a.net", f"{VERTICES}*Arcs\n*Edges\n3 1\n") == (False, [("Bolivia", "Peru")])
    assert table(tmp_path / "a.net", f"{VERTICES}*Edges\n") == (False, [])
    _, rows = table(tmp_path / "a.net", f"{VERTICES}*Matrix\n0 1 0\n0 0 0\n.5 0 0\n", "weight")
    assert rows == [("Peru", "Chile", "1"), ("Bolivia", "Peru", "0.5")]


@pytest.mark.parametrize(
    "data",
    [
        {"nodes": [{"id": 1, "label": "Peru"}, {"id": 2, "label": "Chile"}], "edges": [{"source": "1", "target": "2"}]},
        {"nodes": [{"id": 1, "label": "Peru"}, {"id": 2, "label": "Chile"}], "edges": [{"from": 1, "to": 2}]},
        {"nodes": [{"id": "Peru"}, {"id": "Chile"}], "links": [{"source": {"id": "Peru"}, "target": {"id": "Chile"}}]},
        {"nodes": [{"id": "Peru"}, {"id": "Chile"}], "links": [{"source": 0, "target": 1}]},
        {"links": [], "edges": [{"source": "Peru", "target": "Chile"}], "nodes": [{"id": "Peru"}, {"id": "Chile"}]},
        {
            "elements": {
                "nodes": [{"data": {"id": "a", "name": "Peru"}}, {"data": {"id": "b", "name": "Chile"}}],
                "edges": [{"data": {"source": "a", "target": "b"}}],
            }
        },
        {
            "attributes": {},
            "nodes": [
                {"key": "a", "attributes": {"label": "Peru"}},
                {"key": "b", "attributes": {"label": "Chile"}},
            ],
            "edges": [{"key": "e", "source": "a", "target": "b", "attributes": {"kind": "x"}}],
        },
    ],
)
def test_json_of_several_programs_is_read(tmp_path: Path, data: object) -> None:
    assert table(tmp_path / "a.json", json.dumps(data)) == (None, [("Peru", "Chile")])


def test_an_edge_may_name_a_node_that_is_not_declared(tmp_path: Path) -> None:
    data = {"nodes": [{"id": 3}, {"id": 4}], "edges": [{"source": 3, "target": 1}]}
    assert table(tmp_path / "a.json", json.dumps(data))[1] == [("3", "1")]


def test_dynamic_gexf_and_types_that_networkx_does_not_know_are_read(tmp_path: Path) -> None:
    attributes = '<attributes class="edge"><attribute id="0" title="big" type="biginteger"/></attributes>'
    values = '<attvalues><attvalue for="0" value="12345678901234567890"/></attvalues>'
    edge = f'<edge source="Peru" target="Chile" start="2001-02-03">{values}</edge>'
    text = f'{attributes}<nodes><node id="Peru"/><node id="Chile"/></nodes><edges>{edge}</edges>'
    _, rows = table(tmp_path / "a.gexf", GEXF.format('defaultedgetype="directed"', text), "start", "big")
    assert rows == [("Peru", "Chile", "2001-02-03", "12345678901234567890")]


def test_an_edge_of_several_spells_is_an_edge_for_each(tmp_path: Path) -> None:
    nodes = '<nodes><node id="Peru"/><node id="Chile"/></nodes>'
    spells = '<spells><spell start="2001-01-01" end="2002-01-01"/><spell start="2004-05-06"/></spells>'
    plain = '<edge id="2" source="Chile" target="Peru" start="1999-01-01"><spells><spell start="1999-01-01"/></spells></edge>'
    edges = f'<edges><edge id="1" source="Peru" target="Chile" label="pact">{spells}</edge>{plain}</edges>'
    text = GEXF.format('mode="dynamic" defaultedgetype="directed"', nodes + edges)
    _, rows = table(tmp_path / "a.gexf", text, "id", "label", "start", "end")
    assert rows == [
        ("Peru", "Chile", "1", "pact", "2001-01-01", "2002-01-01"),
        ("Peru", "Chile", "1", "pact", "2004-05-06", ""),
        ("Chile", "Peru", "2", "", "1999-01-01", ""),
    ]
