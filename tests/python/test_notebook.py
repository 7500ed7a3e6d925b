"""docs/notebook.ipynb runs from its first to its last cell, shows what it says, and its code is typed."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.notebooks import run_notebook

NOTEBOOK = ROOT / "docs" / "notebook.ipynb"
pytestmark = pytest.mark.filterwarnings("ignore")  # those of Jupyter's libraries


def code_cells() -> list[str]:
    """Return the code of the notebook, a text a cell."""
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Execute the notebook, and return what each cell of code shows, by mime type."""
    pytest.importorskip("nbformat")
    nbformat: Any = importlib.import_module("nbformat")
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    run_notebook(notebook, tmp_path_factory.mktemp("notebook"))
    return [
        dict(cell.outputs[-1].get("data", {"text/plain": cell.outputs[-1].get("text", "")})) if cell.outputs else {}
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def of(shown: list[dict[str, Any]], code: str) -> dict[str, Any]:
    """Return what the cell shows that has this code."""
    return next(each for each, text in zip(shown, code_cells(), strict=True) if code in text)


def test_every_cell_shows_what_it_says(shown):
    assert "294 claims" in of(shown, 'graph.load("china-iran")')["text/html"]
    assert "China-Iran defence ties" in of(shown, "graph.load")["text/plain"]
    why = of(shown, "what stops China")
    assert "Taken as" in why["text/html"]
    assert "so far no such exchange has taken place" in of(shown, "why.evidence(1)")["text/html"]
    assert "'kind': 'denied'" in of(shown, "also_said")["text/plain"]
    assert of(shown, "limits.view()")["image/svg+xml"].startswith("<svg")
    assert "<iframe" in of(shown, "graph.view(")["text/html"]
    assert "(3, 'names an actor that is not known')" in of(shown, "added.rows")["text/plain"]
    panel = of(shown, "pd.concat")["text/html"]
    assert "<td>coded</td>" in panel
    assert "&lt;NA&gt;" in panel
    assert "MultiDiGraph" in of(shown, "print(network)")["text/plain"]
    assert "[china-iran]" in of(shown, "limits.cite()")["text/plain"]


def test_no_outputs_are_kept():
    for cell in json.loads(NOTEBOOK.read_text("utf-8"))["cells"]:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None


def test_its_code_is_typed(tmp_path: Path):
    program = tmp_path / "notebook_code.py"
    program.write_text("\n".join(code_cells()) + "\n", "utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml"), str(program)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    program.write_text(program.read_text("utf-8") + 'graph.ask.who_arms(recipent="iran")\n', "utf-8")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert 'Unexpected keyword argument "recipent"' in done.stdout
