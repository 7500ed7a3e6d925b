"""GraphML and GEXF: groups, edges that are told apart by more than their ids, and edges that are mutual."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.tables.test_graph_parts import GEXF, GRAPHML, table, ties
from tiebook.errors import BadSource
from tiebook.sources.draft_declaration import draft
from tiebook.tables.graphs.edge_table import EdgeTable
from tiebook.tables.read import read_table
from tiebook.tables.shape import Shape

NODES = '<nodes><node id="Peru" label="Peru"/><node id="Chile" label="Chile"/></nodes>'


@pytest.mark.parametrize("kind", ["group", "folder"])
def test_edges_in_groups_of_yed_are_read(tmp_path: Path, kind: str) -> None:
    inner = '<graph edgedefault="directed"><node id="a::b"/><edge source="a::b" target="c"/></graph>'
    text = f'<node id="a" yfiles.foldertype="{kind}">{inner}</node><node id="c"/><edge source="c" target="a"/>'
    _, rows = table(tmp_path / "a.graphml", GRAPHML.format(f'<graph edgedefault="directed">{text}</graph>'))
    assert sorted(rows) == [("a::b", "c"), ("c", "a")]


@pytest.mark.parametrize("way", ["directed", "undirected"])
def test_edges_of_one_id_are_two_from_either_end(tmp_path: Path, way: str) -> None:
    edges = '<edge id="0" source="Peru" target="Chile"/><edge id="0" source="Chile" target="Peru"/>'
    text = f'<graph edgedefault="{way}"><node id="Peru"/><node id="Chile"/>{edges}</graph>'
    assert len(table(tmp_path / "a.graphml", GRAPHML.format(text))[1]) == 2
    text = GEXF.format(f'defaultedgetype="{way}"', f"{NODES}<edges>{edges}</edges>")
    assert len(table(tmp_path / "a.gexf", text)[1]) == 2


def test_an_edge_with_a_start_of_its_own_is_one_whatever_spells_it_has(tmp_path: Path) -> None:
    spells = '<spells><spell start="2001-01-01" end="2002-01-01"/><spell start="2004-05-06"/></spells>'
    for own in ('start="2001-01-01"', 'end="2009-01-01"'):
        edge = f'<edge id="1" source="Peru" target="Chile" {own}>{spells}</edge>'
        text = GEXF.format('mode="dynamic" defaultedgetype="directed"', f"{NODES}<edges>{edge}</edges>")
        name = own.partition("=")[0]
        assert table(tmp_path / "a.gexf", text, name)[1] == [("Peru", "Chile", own[-11:-1])]


@pytest.mark.parametrize("default", ["directed", "undirected"])
def test_a_mutual_edge_goes_in_both_directions_whatever_the_others_are(tmp_path: Path, default: str) -> None:
    path = tmp_path / "a.gexf"
    mutual = '<edge id="1" source="Peru" target="Chile" type="mutual" weight="2"/>'
    text = GEXF.format(f'defaultedgetype="{default}"', f"{NODES}<edges>{mutual}</edges>")
    assert table(path, text, "id", "weight") == (True, [("Peru", "Chile", "1", "2"), ("Chile", "Peru", "1", "2")])
    plain = '<edge id="2" source="Chile" target="Peru" type="undirected"/>'
    directed, rows = table(path, text.replace("</edges>", f"{plain}</edges>"), "id", "directed")
    assert directed is True
    assert sorted(rows) == [
        ("Chile", "Peru", "1", "true"),
        ("Chile", "Peru", "2", "false"),
        ("Peru", "Chile", "1", "true"),
    ]
    with pytest.raises(BadSource, match="no direction, and SUPPORTS has one"):
        ties(path, draft(path, "SUPPORTS").replace("both = true\n", ""))


def test_a_hyperedge_in_a_group_is_refused_too(tmp_path: Path) -> None:
    text = (
        '<graph edgedefault="directed"><node id="a"><graph edgedefault="directed"><hyperedge/></graph></node></graph>'
    )
    with pytest.raises(BadSource, match="a hyperedge, between several nodes, is not read"):
        table(tmp_path / "a.graphml", GRAPHML.format(text))


def test_labels_of_yed_are_names_and_its_other_drawing_is_left_out(tmp_path: Path) -> None:
    keys = '<key id="d0" for="node" yfiles.type="nodegraphics"/><key id="d1" for="port" yfiles.type="portgraphics"/>'
    nodes = "".join(
        f'<node id="{key}"><data key="d0"><y:ShapeNode><y:NodeLabel>{name}</y:NodeLabel></y:ShapeNode></data>'
        f'<data key="d1"><y:Port/></data></node>'
        for key, name in (("n0", "Peru"), ("n1", "Chile"))
    )
    text = f'{keys}<graph edgedefault="directed">{nodes}<edge source="n0" target="n1"/></graph>'
    head = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">'
    assert table(tmp_path / "a.graphml", f"{head}{text}</graphml>") == (True, [("Peru", "Chile")])


@pytest.mark.parametrize(("form", "said"), [("double", "2001"), ("date", "2001.0"), ("unknown", "2001.0")])
def test_times_of_gexf_are_read_in_the_form_that_is_declared(tmp_path: Path, form: str, said: str) -> None:
    edge = '<edge id="1" source="Peru" target="Chile" start="2001.0"/>'
    text = GEXF.format(f'timeformat="{form}" defaultedgetype="directed"', f"{NODES}<edges>{edge}</edges>")
    assert table(tmp_path / "a.gexf", text, "start")[1] == [("Peru", "Chile", said)]


def test_a_graph_that_memory_may_not_hold_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.graphml"
    path.touch()
    os.truncate(path, (256 << 20) + 1)  # no byte of it is on the disk
    with pytest.raises(BadSource, match=r"more than 256 MiB \(write its edges as CSV\)"):
        EdgeTable(path)


@pytest.mark.parametrize(
    ("said", "inside", "spells"),
    [
        ('start="2001.0" endopen="2003.0"', "", [("2001", "2003")]),
        ('startopen="2001.0"', "", [("2001", "")]),
        (
            "",
            '<spells><spell start="2005" end="2006"/><spell start="2008"/></spells>',
            [("2005", "2006"), ("2008", "")],
        ),
        ('timestamp="2001"', "", [("2001", "2001")]),
        ('timestamps="&lt;[2001, 2004]&gt;"', "", [("2001", "2001"), ("2004", "2004")]),
        ('intervals="&lt;[2001, 2002]; [2004, 2006]&gt;"', "", [("2001", "2002"), ("2004", "2006")]),
    ],
)
def test_the_times_of_an_edge_are_read_however_gexf_has_them(
    tmp_path: Path, said: str, inside: str, spells: list[tuple[str, str]]
) -> None:
    path = tmp_path / "g.gexf"
    path.write_text(
        '<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph mode="dynamic" defaultedgetype="directed" timeformat="double">'
        '<nodes><node id="0" label="Iran"/><node id="1" label="Oman"/></nodes>'
        f'<edges><edge id="0" source="0" target="1" {said}>{inside}</edge></edges></graph></gexf>'
    )
    rows = list(read_table(path, Shape(what="a graph", required=("source", "target"))).rows)
    assert [(row.get("start"), row.get("end")) for row in rows] == spells


def test_attributes_of_gexf_that_nothing_declares_are_text(tmp_path: Path) -> None:
    nodes = (
        '<attributes class="node"><attribute id="0" title="size" type="integer"/></attributes><nodes>'
        '<node id="Peru" label="Peru"><attvalues><attvalue for="0" value="3"/><attvalue for="url" value="u.pe"/></attvalues></node>'
        '<node id="Chile" label="Chile"/></nodes>'
    )
    own = '<attvalue for="kind" value="pact"/><attvalue for="0" value="x"/>'
    edge = f'<edge source="Peru" target="Chile"><attvalues>{own}</attvalues></edge>'
    text = GEXF.format('defaultedgetype="directed"', f"{nodes}<edges>{edge}</edges>")
    _, rows = table(tmp_path / "a.gexf", text, "kind", "0", "source.url", "source.size", "target.url")
    assert rows == [("Peru", "Chile", "pact", "x", "u.pe", "3", "")]
