"""A real notebook, executed by a real kernel without a window: what stands under its cells."""

from __future__ import annotations

import importlib
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import MINI
from tests.notebooks import run_notebook
from tests.view.browser import launch
from tiebook.ask import Answer
from tiebook.case.text import Text
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import StorageFailed, UsageError
from tiebook.sync.cases import load_case
from tiebook.view.collect import collect
from tiebook.view.notebook import Picture

CELLS = (
    "import tiebook\ngraph = tiebook.open({place!r})\ngraph.view()",
    "graph.ask('who-constrains', target='southport')",
    "graph.view().save('saved.svg')",
)


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Execute the notebook and give what each cell showed, by mime type."""
    folder = tmp_path_factory.mktemp("notebook")
    return executed(folder)


def executed(folder: Path) -> list[dict[str, Any]]:
    nbformat: Any = importlib.import_module("nbformat")  # optional
    engine = KgliteEngine(folder / "t.kgl")
    load_case(engine, MINI, Text.read(MINI.with_suffix(".txt")))
    engine.close()
    cells = [nbformat.v4.new_code_cell(text.format(place=str(folder / "t.kgl"))) for text in CELLS]
    notebook = nbformat.v4.new_notebook(cells=cells)
    run_notebook(notebook, folder)
    assert (folder / "saved.svg").read_text("utf-8").startswith("<svg")
    return [dict(cell.outputs[-1].data) for cell in notebook.cells]


pytestmark = pytest.mark.filterwarnings("ignore")  # those of Jupyter's libraries


def test_a_graph_is_shown(outputs: list[dict[str, Any]]) -> None:
    shown = outputs[0]
    assert {"text/html", "image/svg+xml", "text/plain"} <= set(shown)
    frame = shown["text/html"]
    assert frame.startswith("<iframe ")
    assert 'sandbox="allow-scripts allow-downloads"' in frame
    assert "allow-same-origin" not in frame
    assert "A note on Northland" in frame
    svg = shown["image/svg+xml"]
    ET.fromstring(svg)  # noqa: S314 -- our own
    assert "Northland sells arms to Eastmark" in svg
    assert shown["text/plain"].strip() == "A note on Northland: 3 actors, 6 ties"


def test_the_frame_works_as_the_notebook_shows_it(outputs: list[dict[str, Any]], tmp_path: Path) -> None:
    file = tmp_path / "shown.html"
    file.write_text(f"<!doctype html><meta charset=utf-8>{outputs[0]['text/html']}", "utf-8")
    with launch() as browser:
        tab = browser.new_page()
        wrong: list[str] = []
        tab.on("pageerror", lambda error: wrong.append(str(error)))
        tab.goto(file.as_uri())
        frame = tab.frame_locator("iframe")
        frame.locator(".actor", has_text="Northland").first.click()
        assert "Out (" in frame.locator("#detail").inner_text()
        assert not wrong


@pytest.mark.skipif(not hasattr(Answer, "_repr_html_"), reason="answers are not shown as tables yet")
def test_an_answer_is_shown_as_a_table(outputs: list[dict[str, Any]]) -> None:
    shown = outputs[1]
    assert "text/plain" in shown
    for word in ("<table", "Harbour Act", "1 limit in 1 factor", "keeps Southport from lending"):
        assert word in shown["text/html"]


def test_saving_says_what_is_wrong(mini_engine: KgliteEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    picture = Picture(collect(mini_engine))
    assert picture.save(tmp_path / "x.html").read_text("utf-8").startswith("<!doctype html>")
    with pytest.raises(UsageError, match=r"save as \.html"):
        picture.save(tmp_path / "x.gif")
    with pytest.raises(StorageFailed, match="could not be written"):
        picture.save(tmp_path / "no" / "x.svg")
