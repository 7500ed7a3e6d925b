"""What may be imported at start: the command line stays quick because nothing heavy comes in unseen."""

import subprocess
import sys

import pytest

HEAVY = {
    "neo4j",
    "pandas",
    "numpy",
    "networkx",
    "pydantic",
    "tomlkit",
    "rapidfuzz",
    "hypothesis",
    "pytest",
    "rich",
    "asyncio",
    "importlib.resources",
}


def modules_after(code):
    program = f"{code}\nimport sys; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split("\n")[-2].split())


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        ("import tiebook", {"tiebook"}),
        ("import tiebook.cli.app", {"tiebook", "tiebook.cli", "tiebook.cli.app"}),
    ],
)
def test_what_of_ours_is_imported(code, allowed):
    loaded = modules_after(code)
    assert {name for name in loaded if name.split(".")[0] == "tiebook"} == allowed
    assert not loaded & HEAVY


def test_asking_imports_no_heavy_library_and_not_the_codebook(tmp_path):
    code = f"""
import os
os.environ["TIEBOOK_DB"] = {str(tmp_path / "t.kgl")!r}
from tiebook.load.cases import find_case, load_case
from tiebook.engine.kglite_engine import KgliteEngine
from pathlib import Path
load_case(KgliteEngine(Path(os.environ["TIEBOOK_DB"])), find_case("china-iran"))
"""
    subprocess.run([sys.executable, "-c", code], check=True)
    ask = f"""
import os, sys
os.environ["TIEBOOK_DB"] = {str(tmp_path / "t.kgl")!r}
from tiebook.cli.app import app
app.main(["ask", "who-constrains", "--target", "china", "--format", "json"], standalone_mode=False)
"""
    loaded = modules_after(ask)
    assert not loaded & HEAVY
    assert not {
        name for name in loaded if name.startswith(("tiebook.case", "tiebook.load", "tiebook.view", "tiebook.analyse"))
    }
    assert "tiebook.model.codebook" not in loaded
