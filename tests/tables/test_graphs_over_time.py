"""Attributes of GEXF that change over time: each value holds for its time, and none is lost or taken for all times."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tables.test_graph_parts import table
from tiebook.tables.graphs.edge_table import EdgeTable
from tiebook.tables.graphs.over_time import without_change
from tiebook.tables.xml import xml_of

HEAD = (
    '<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph mode="dynamic" defaultedgetype="directed" timeformat="{form}">'
    '<attributes class="edge" mode="dynamic"><attribute id="w" title="strength" type="double"/>'
    '<attribute id="s" title="stance" type="string"/></attributes>'
    '<attributes class="node" mode="dynamic"><attribute id="p" title="power" type="double"/></attributes>'
    '<nodes><node id="1" label="Peru">{node}</node><node id="2" label="Chile"/></nodes>'
    '<edges><edge id="0" source="1" target="2" {own}>{inside}</edge></edges></graph></gexf>'
)
COLUMNS = ("start", "end", "strength", "stance")


def gexf(inside: str, own: str = "", node: str = "", form: str = "double") -> str:
    return HEAD.format(inside=inside, own=own, node=node, form=form)


def said(*values: tuple[str, str, str]) -> str:
    made = (f'<attvalue for="{name}" value="{value}" {when}/>' for name, value, when in values)
    return f"<attvalues>{''.join(made)}</attvalues>"


@pytest.mark.parametrize(
    ("inside", "own", "rows"),
    [
        (
            said(("w", "1", 'start="2001" end="2003"'), ("w", "3", 'start="2003" end="2005"'), ("s", "close", "")),
            'start="2001" end="2005"',
            [("2001", "2003", "1", "close"), ("2003", "2005", "3", "close")],
        ),
        (  # a time of which nothing is said, and ends that are open
            said(("w", "1", 'end="2002"'), ("w", "3", 'start="2004"')),
            "",
            [("", "2002", "1", ""), ("2004", "", "3", "")],
        ),
        (  # two attributes that change at other times
            said(
                ("w", "1", 'start="2001" end="2004"'),
                ("s", "far", 'start="2001" end="2002"'),
                ("s", "near", 'start="2002"'),
            ),
            'start="2001" end="2005"',
            [("2001", "2002", "1", "far"), ("2002", "2004", "1", "near"), ("2004", "2005", "", "near")],
        ),
        (  # spells of the edge, and a value for one of them
            '<spells><spell start="2001" end="2002"/><spell start="2005"/></spells>' + said(("w", "2", 'start="2004"')),
            "",
            [("2001", "2002", "", ""), ("2005", "", "2", "")],
        ),
        (
            said(("w", "1", 'timestamp="2001"'), ("w", "3", 'timestamps="&lt;[2003, 2004]&gt;"')),
            "",
            [("2001", "2001", "1", ""), ("2003", "2003", "3", ""), ("2004", "2004", "3", "")],
        ),
        (
            said(("w", "1", 'intervals="&lt;[2001, 2002]; [2004, 2005]&gt;"')),
            'start="2001" end="2005"',
            [("2001", "2002", "1", ""), ("2002", "2004", "", ""), ("2004", "2005", "1", "")],
        ),
        (said(("w", "1", ""), ("s", "close", "")), 'start="-Infinity" end="2005"', [("", "2005", "1", "close")]),
    ],
)
def test_an_edge_is_cut_where_what_it_says_changes(
    tmp_path: Path, inside: str, own: str, rows: list[tuple[str, ...]]
) -> None:
    path = tmp_path / "a.gexf"
    path.write_text(gexf(inside, own), "utf-8")
    header, *found = EdgeTable(path).rows()
    read = [dict(zip(header, row, strict=True)) for row in found]
    assert [tuple(each.get(column, "") for column in COLUMNS) for each in read] == rows


def test_days_are_compared_as_dates(tmp_path: Path) -> None:
    inside = said(("w", "1", 'end="2001-12-31"'), ("w", "2", 'start="2001-12-31" end="2010-01-01"'))
    _, found = table(tmp_path / "a.gexf", gexf(inside, form="date"), *COLUMNS[:3])
    assert [row[2:] for row in found] == [
        ("", "2001-12-31", "1"),
        ("2001-12-31", "2010-01-01", "2"),
    ]


def test_what_cannot_be_cut_is_kept_as_words(tmp_path: Path) -> None:
    inside = said(("w", "1", 'timestamp="2001"'), ("w", "3", 'start="2003" end="2004"'))
    _, found = table(tmp_path / "a.gexf", gexf(inside), "strength")
    assert found == [("Peru", "Chile", "1 (2001); 3 (2003 to 2004)")]


def test_what_a_node_says_over_time_is_kept_as_words(tmp_path: Path) -> None:
    node = said(("p", "4.5", 'start="2001" end="2003"'), ("p", "5", 'start="2003"'))
    _, found = table(tmp_path / "a.gexf", gexf("", node=node), "source.power", "target.power")
    assert found == [("Peru", "Chile", "4.5 (2001 to 2003); 5 (from 2003)", "")]


def test_what_networkx_writes_over_time_is_read(tmp_path: Path) -> None:
    graph: nx.DiGraph[str] = nx.DiGraph(mode="dynamic")
    graph.add_edge("Peru", "Chile", strength=[(1.5, 2001, 2003), (2.5, 2003, 2004)])
    nx.write_gexf(graph, tmp_path / "n.gexf")
    _, found = table(tmp_path / "n.gexf", (tmp_path / "n.gexf").read_text("utf-8"), "start", "end", "strength")
    cut = [row[2:] for row in found if row[4]]
    assert cut == [("2001", "2003", "1.5"), ("2003", "2004", "2.5")]


SPELLS = st.tuples(st.integers(0, 12), st.integers(1, 6), st.integers(1, 99))


@given(st.lists(SPELLS, min_size=1, max_size=5), st.integers(0, 6), st.integers(7, 15))
def test_each_part_says_what_held_in_it(values: list[tuple[int, int, int]], first: int, last: int) -> None:
    """At any time within the edge one part of it has just the values that were said of that time."""
    inside = said(
        *(("ws"[n % 2], str(value), f'start="{at}" end="{at + often}"') for n, (at, often, value) in enumerate(values))
    )
    root = xml_of(gexf(inside, f'start="{first}" end="{last}"'), "t")
    graph = root.find("{*}graph")
    assert graph is not None
    assert without_change(graph)
    parts = root.findall(".//{*}edge")
    for time in (half + 0.5 for half in range(first, last)):
        held = {("ws"[n % 2], str(value)) for n, (at, often, value) in enumerate(values) if at < time < at + often}
        (part,) = [each for each in parts if float(each.get("start", 0)) < time < float(each.get("end", 99))]
        told = {(each.get("for"), each.get("value")) for each in part.iterfind("{*}attvalues/{*}attvalue")}
        assert told <= held
        assert {name for name, _ in told} == {name for name, _ in held}
