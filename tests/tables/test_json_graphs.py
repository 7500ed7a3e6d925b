"""Graphs in JSON: what a node or edge says in two places, edges that do not say their direction, and names of nodes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tables.test_graph_parts import table
from tiebook.tables.graphs.edge_table import EdgeTable, is_graph

TWO = [{"id": "a", "label": "Peru"}, {"id": "b", "label": "Chile"}]


def test_what_a_node_says_of_itself_goes_before_what_is_nested_in_it(tmp_path: Path) -> None:
    nodes = [{"id": "a", "key": "k1", "data": {"id": "z", "label": "Peru"}}, {"id": "b", "label": "Chile"}]
    data = {"nodes": nodes, "edges": [{"source": "a", "target": "b", "year": 2001, "data": {"year": 1999}}]}
    columns = ("year", "source.node", "source.key", "target.key")
    assert table(tmp_path / "a.json", json.dumps(data), *columns)[1] == [("Peru", "Chile", "2001", "a", "k1", "")]


def test_an_edge_that_does_not_say_its_direction_has_one_beside_those_without(tmp_path: Path) -> None:
    edges = [{"source": "a", "target": "b"}, {"source": "b", "target": "a", "undirected": True}]
    text = json.dumps({"nodes": TWO, "edges": edges})
    assert table(tmp_path / "a.json", text, "directed") == (
        True,
        [("Peru", "Chile", "true"), ("Chile", "Peru", "false")],
    )
    text = json.dumps({"directed": False, "nodes": TWO, "edges": edges})
    assert table(tmp_path / "a.json", text) == (False, [("Peru", "Chile"), ("Chile", "Peru")])


@pytest.mark.parametrize(
    ("more", "directed"),
    [
        ({"options": {"type": "undirected"}}, False),
        ({"options": {"type": "directed"}}, True),
        ({"options": {"type": "undirected"}, "directed": True}, True),
        ({"options": {"type": "mixed"}}, None),
    ],
)
def test_a_graph_says_whether_its_edges_have_a_direction(
    tmp_path: Path, more: dict[str, object], directed: bool | None
) -> None:
    text = json.dumps({**more, "nodes": TWO, "edges": [{"source": "a", "target": "b"}]})
    assert table(tmp_path / "a.json", text) == (directed, [("Peru", "Chile")])


def test_a_column_of_a_graph_that_is_called_directed_does_not_make_it_mixed(tmp_path: Path) -> None:
    edges = [{"source": "a", "target": "b", "directed": each} for each in ("true", "false")]
    for said, mixed in ((False, False), (None, False), (True, True)):
        (tmp_path / "a.json").write_text(json.dumps({"directed": said, "nodes": TWO, "edges": edges}), "utf-8")
        assert EdgeTable(tmp_path / "a.json").mixed is mixed


def test_a_place_behind_the_last_node_is_none(tmp_path: Path) -> None:
    data = {"nodes": TWO, "links": [{"source": 1, "target": 0}, {"source": 2, "target": -1}]}
    assert table(tmp_path / "a.json", json.dumps(data), "source.node")[1] == [("b", "a", "b"), ("2", "-1", "2")]


def test_nodes_show_their_ids_where_one_has_no_name(tmp_path: Path) -> None:
    data = {"nodes": [*TWO, {"id": "c", "label": ""}], "edges": [{"source": "a", "target": "c"}]}
    assert table(tmp_path / "a.json", json.dumps(data), "source.label")[1] == [("a", "c", "Peru")]


@pytest.mark.parametrize(
    "first",
    [
        {"data": [], "directed": True, "multigraph": False},
        {"format_version": "1.0", "generated_by": "cytoscape-3.10.1", "data": {"shared_name": "trade", "SUID": 52}},
        {"data": {"name": "elements"}},
    ],
)
def test_a_network_of_cytoscape_is_one_whatever_it_says_first(tmp_path: Path, first: dict[str, object]) -> None:
    nodes = [{"data": {"id": "1", "name": "Peru"}}, {"data": {"id": "2", "name": "Chile"}}]
    edges = [{"data": {"source": "1", "target": "2", "interaction": "arms"}}]
    text = json.dumps({**first, "elements": {"nodes": nodes, "edges": edges}}, indent=1)
    assert table(tmp_path / "a.json", text, "interaction")[1] == [("Peru", "Chile", "arms")]


def test_a_list_of_records_called_data_is_no_network(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"data": [{"a": "Peru", "elements": {"nodes": 3}}], "elements": 1}))
    assert not is_graph(path)


@pytest.mark.parametrize("wrapped", [False, True])
@pytest.mark.parametrize("grouped", [False, True])
def test_a_list_of_nodes_and_edges_of_cytoscape_is_a_graph(tmp_path: Path, *, wrapped: bool, grouped: bool) -> None:
    nodes: list[dict[str, object]] = [
        {"data": {"id": f"n{n}", "name": name}} for n, name in ((1, "Peru"), (2, "Chile"))
    ]
    edges: list[dict[str, object]] = [
        {"data": {"id": "e1", "target": "n1", "kind": "arms", "source": "n2"}, "classes": "x"}
    ]
    listed = [{**({"group": "nodes"} if grouped else {}), **each} for each in (*nodes, *edges)]
    text = json.dumps({"elements": listed} if wrapped else listed)
    assert table(tmp_path / "a.json", text, "kind", "source.node")[1] == [("Chile", "Peru", "arms", "n2")]
    assert is_graph(tmp_path / "a.json")


def test_a_node_of_such_a_list_may_say_its_source(tmp_path: Path) -> None:
    nodes = [{"data": {"id": "a", "source": "UN"}}, {"data": {"id": "b"}}]
    text = json.dumps([*nodes, {"data": {"source": "a", "target": "b"}}])
    assert table(tmp_path / "a.json", text, "source.source")[1] == [("a", "b", "UN")]


@pytest.mark.parametrize("more", [{}, {"source": "n1"}, {"target": "n1"}])
def test_a_list_of_records_without_two_ends_is_no_graph(tmp_path: Path, more: dict[str, str]) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps([{"data": {"id": "n1", **more}}, {"data": {"id": "n2"}}]), "utf-8")
    assert not is_graph(path)
