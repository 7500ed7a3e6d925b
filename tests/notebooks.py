"""Runs a notebook with a real kernel, without a window: this very Python, whatever is installed beside."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.view.browser import missing


def run_notebook(notebook: Any, folder: Path) -> None:
    """Execute a notebook in a folder; its cells take what they show.

    Skips where Jupyter's libraries are missing, and fails in CI.
    """
    for package in ("nbclient", "nbformat", "ipykernel"):
        if importlib.util.find_spec(package) is None:
            missing(f"{package} (pip install nbclient ipykernel): the notebook")
    nbformat: Any = importlib.import_module("nbformat")  # optional
    notebook_client: Any = importlib.import_module("nbclient").NotebookClient
    kernels = folder / "jupyter" / "kernels" / "here"
    kernels.mkdir(parents=True)
    command = f'["{sys.executable}", "-m", "ipykernel_launcher", "-f", "{{connection_file}}"]'
    (kernels / "kernel.json").write_text(f'{{"argv": {command}, "display_name": "here", "language": "python"}}')
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        patch.setenv("IPYTHONDIR", str(folder / "ipython"))
        patch.setenv("JUPYTER_DATA_DIR", str(folder / "jupyter"))
        patch.setenv("JUPYTER_PLATFORM_DIRS", "1")
        resources = {"metadata": {"path": str(folder)}}
        notebook_client(notebook, timeout=300, kernel_name="here", resources=resources).execute()
    nbformat.validate(notebook)
