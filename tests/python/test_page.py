"""The code of docs/python.md runs as it stands, and every member of a graph is named there."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT
from tiebook.python.graph import Graph

PAGE = (ROOT / "docs" / "python.md").read_text("utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


def test_the_code_of_the_page_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in BLOCKS:
        exec(compile(block, "docs/python.md", "exec"), names)  # noqa: S102 -- our own page
    graph = names["graph"]
    assert isinstance(graph, Graph)
    assert {row["id"] for row in graph.sources() if row["loaded"]} == {"china-iran", "visits", "mine", "both"}
    assert (tmp_path / "limits.svg").is_file()
    assert len(graph.ask.judgements()) == 1
    graph.close()


@pytest.mark.parametrize("name", sorted(name for name in dir(Graph) if not name.startswith("_")))
def test_the_page_names_every_member(name):
    assert re.search(rf"\b{name}\b", PAGE), name
