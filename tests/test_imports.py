"""What may be imported at start: the command line stays quick because nothing heavy comes in unseen."""

import os
import subprocess
import sys

import pytest

from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.sync.cases import find_case, load_case

HEAVY = {
    "neo4j",
    "pandas",
    "numpy",
    "networkx",
    "pydantic",
    "tomlkit",
    "rapidfuzz",
    "chardet",
    "hypothesis",
    "pytest",
    "rich",
    "asyncio",
    "importlib.resources",
}
OTHER_ROOMS = ("case", "sync", "sources", "events", "view", "analyse", "agree", "crosswalk", "tables", "export")
START = {"tiebook", "tiebook.model", "tiebook.model.version"}
ASK = ["ask", "who-constrains", "--target", "china"]


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """Return the path of a database with the shipped case."""
    engine = KgliteEngine(tmp_path_factory.mktemp("imports") / "t.kgl")
    load_case(engine, find_case("china-iran"))
    return engine.path


def modules_after(code, **environment):
    """Return the modules that a new process has imported after running `code`."""
    program = f"{code}\nimport sys; print('', *sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={**os.environ, **environment}
    )
    return set(done.stdout.split("\n")[-2].split())


def after_command(database, *words, **environment):
    """Return the modules that `tiebook WORDS` imports."""
    code = (
        "from tiebook.cli.app import app\n"
        f"try:\n    app.main({list(words)!r}, prog_name='tiebook', standalone_mode=False)\n"
        "except SystemExit:\n    print()"
    )
    return modules_after(code, TIEBOOK_DB=str(database), **environment)


def rooms(loaded):
    """Return the rooms of ours that do not belong to asking."""
    return {name for name in loaded if name.startswith(tuple(f"tiebook.{room}" for room in OTHER_ROOMS))}


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        ("import tiebook", {"tiebook"}),
        ("import tiebook.cli.app", START | {"tiebook.cli", "tiebook.cli.app"}),
    ],
)
def test_what_of_ours_is_imported(code, allowed):
    loaded = modules_after(code)
    assert {name for name in loaded if name.split(".")[0] == "tiebook"} == allowed
    assert not loaded & HEAVY


def test_help_imports_no_engine_and_no_other_room(database):
    loaded = after_command(database, "--help")
    assert not loaded & (HEAVY | {"kglite"})
    assert {name for name in loaded if name.split(".")[0] == "tiebook"} <= START | {"tiebook.cli", "tiebook.cli.app"}


@pytest.mark.parametrize("form", ["table", "json", "csv", "jsonl", "markdown"])
def test_asking_imports_no_heavy_library(database, form):
    loaded = after_command(database, *ASK, "--format", form)
    assert "kglite" in loaded
    assert not loaded & HEAVY
    assert not rooms(loaded)
    assert ("tiebook.model.codebook" in loaded) <= (
        form == "csv"
    )  # how a list is written in a cell is the exchange's matter


def test_a_command_on_a_server_imports_the_driver_without_data_frames():
    code = (
        "from tiebook.cli.app import app\nfrom tiebook.errors import TiebookError\n"
        "try:\n    app.main(['info', '--db', 'bolt://127.0.0.1:1'], prog_name='tiebook', standalone_mode=False)\n"
        "except TiebookError as error:\n    assert 'does not answer' in str(error)"
    )
    environment = {"NEO4J_PASSWORD": "x", "TIEBOOK_RETRY_SECONDS": "0"}
    loaded = modules_after(code, **environment)
    assert "neo4j" in loaded
    assert not loaded & {"pandas", "numpy", "pyarrow"}
    assert {"pandas", "numpy"} <= modules_after(f"{code}\nimport pandas", **environment), (
        "still there for who asks for it"
    )


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["ana"], "analyse"),
        (["ask", "who-c"], "who-constrains"),
        (["ask", "who-constrains", "--ta"], "--target"),
        (["ask", "who-constrains", "--target", "chi"], "china"),
    ],
)
def test_completion_imports_little_and_answers(database, words, offered):
    environment = {
        "_TIEBOOK_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(["tiebook", *words]),
        "COMP_CWORD": str(len(words)),
    }
    loaded = after_command(database, **environment)
    assert not loaded & HEAVY
    assert not rooms(loaded)
    assert ("kglite" in loaded) == (offered == "china")
    done = subprocess.run(
        [sys.executable, "-m", "tiebook"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **environment, "TIEBOOK_DB": str(database)},
    )
    assert f"plain,{offered}" in done.stdout.splitlines()


def test_the_pages_import_no_room_that_an_answer_does_not_need(tmp_path):
    code = (
        "from tiebook.serve.app import create_app\nfrom tiebook.serve.settings import Settings\n"
        "import tiebook.serve.run\ncreate_app(Settings(), lambda: None)"
    )
    loaded = modules_after(code)
    assert "starlette" in loaded
    assert not loaded & {"neo4j", "pandas", "numpy", "networkx", "pydantic", "tomlkit", "rapidfuzz", "pytest"}
    assert not rooms(loaded)
    with_case = f"from pathlib import Path\n{code.replace('Settings()', f'Settings(case=Path({str(tmp_path)!r}))')}"
    assert "tiebook.serve.routes.code" in modules_after(with_case)
    assert "tiebook.serve.routes.code" not in loaded
