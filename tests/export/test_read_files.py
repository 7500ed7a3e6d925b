"""Node-link JSON that is read back: with edges, with links as older networkx wrote them, and what is neither."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tiebook.errors import BadSource
from tiebook.export.read_files import Row, _is_whole, _json, plain_value, read_rows

NODE: dict[str, Any] = {"id": "a", "labels": "Actor:State", "sources": ["s"]}
EDGE = {"source": "a", "target": "a"}


def read(folder: Path, **document: object) -> tuple[int, int]:
    path = folder / "x.json"
    path.write_text(json.dumps(document), "utf-8")
    found = _json(path)
    return len(found.nodes), len(found.edges)


def test_edges_count_and_links_only_without_them(tmp_path: Path) -> None:
    assert read(tmp_path, nodes=[NODE], edges=[EDGE], links=[]) == (1, 1)
    assert read(tmp_path, nodes=[NODE], links=[EDGE, EDGE]) == (1, 2)
    wrong: list[dict[str, Any]] = [{"nodes": [NODE]}, {"edges": []}, {"nodes": {}, "edges": []}]
    for document in wrong:
        with pytest.raises(BadSource, match="node-link JSON"):
            read(tmp_path, **document)


def test_a_node_of_ours_has_a_label_and_a_source() -> None:
    rows: list[dict[str, Any]] = [
        NODE,
        {"id": "c", "labels": "Claim", "source": "s"},
        {"id": "a", "labels": "Actor"},
        {"id": "a", "labels": "Thing", "source": "s"},
    ]
    assert [_is_whole(Row(each)) for each in rows] == [True, True, False, False]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<gexf xmlns="http://gexf.net/1.3"><graph/></gexf>', r"its root is <gexf> \(name it .gexf\)"),
        ("<graphml><graph/></graphml>", "it has no <graph> in the namespace of GraphML"),
        ("<feed/>", "its root is <feed>$"),
    ],
)
def test_a_file_that_is_no_graphml_is_told_what_it_is(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "net.graphml").write_text(text, "utf-8")
    with pytest.raises(BadSource, match=f"net.graphml: this is not a GraphML file: {said}"):
        read_rows(tmp_path / "net.graphml")


@pytest.mark.parametrize("value", [-(2**63), 2**63 - 1, True, -0.5, "", date(1, 1, 1), [], ["a", ""]])
def test_what_a_graph_can_hold_is_read_as_it_is(value: Any) -> None:
    assert plain_value(value) == value


@pytest.mark.parametrize("value", [-(2**63) - 1, 2**63, float("inf"), float("nan"), None, {}, [1], ["a", None]])
def test_what_a_graph_cannot_hold_is_refused(value: object) -> None:
    with pytest.raises(BadSource, match="is not a value that a graph can hold"):
        plain_value(value)


@pytest.mark.parametrize("value", ["a\ud800", ["a", "\udfff"]])
def test_half_a_character_is_refused(value: object) -> None:
    with pytest.raises(BadSource, match="half a character"):
        plain_value(value)
