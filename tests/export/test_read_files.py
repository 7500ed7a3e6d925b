"""Node-link JSON that is read back: with edges, with links as older networkx wrote them, and what is neither."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tiebook.errors import BadSource
from tiebook.export.read_files import Row, _is_whole, _json

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
