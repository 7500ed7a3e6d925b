"""Everything of `tiebook --help` that reads or draws has its Python form, named alike."""

from __future__ import annotations

import inspect
from typing import Final

import pytest

import tiebook
from tiebook.cli import app
from tiebook.python.graph import Graph

# commands that have no Python form, and why
ON_THE_COMMAND_LINE: Final = {
    "new": "writes the files of a case",
    "draft": "writes proposals beside a case",
    "review": "asks a person, one key each",
    "correct": "writes the files of a case",
    "aggregate": "writes files from files, before a load",
    "restore": "puts a backup where there is no graph yet",
    "upgrade": "opens graphs of older models, which tiebook.open refuses",
    "completion": "is for a shell",
    "serve": "is a web server",
    "mcp": "is a server for assistants",
}
# options that have no Python parameter: they say how an answer is printed, where the graph is, or what a method of the answer does
_OTHERS: Final = {
    *("form", "evidence", "wide", "stamp", "cite", "db", "help", "_values", "output", "theme", "size", "debug"),
    *("view", "show_question", "schema", "watch", "update", "import_files", "file", "rows", "timeout", "memory"),
    *("actor", "name", "undo"),  # of resolve: decisions are written
}
# parameters that Python calls otherwise
_RENAMED: Final = {
    ("query", "params"): "parameters",
    ("ask", "words"): "question",
    ("map", "types"): "type",
    ("add", "words"): "says",
}


# commands that Python has under other names
_CALLED: Final = {"add": "add_claim"}


def commands():
    """Return the commands of the help."""
    return app._COMMANDS


def test_every_command_has_its_python_form_or_a_reason():
    missing = {
        name for name in commands() if not hasattr(Graph, _CALLED.get(name, name)) and name not in ON_THE_COMMAND_LINE
    }
    assert missing == set()
    assert {name for name in ON_THE_COMMAND_LINE if hasattr(Graph, name)} == set()


def test_python_forms_have_docstrings_that_say_what_is_returned():
    for name, member in inspect.getmembers(Graph):
        if name.startswith("_"):
            continue
        assert inspect.getdoc(member), name


@pytest.mark.parametrize(
    "name", ["view", "analyse", "load", "export", "check", "text", "agree", "map", "resolve", "info"]
)
def test_options_are_named_alike(name):
    command = app.load_command(name)
    if name == "analyse":
        command = command.get_command(None, "balance")  # type: ignore[attr-defined]
    taken = set(inspect.signature(getattr(Graph, _CALLED.get(name, name))).parameters)
    options = {_RENAMED.get((name, option.name or ""), option.name) for option in command.params}
    assert options - taken - _OTHERS == set()


def test_what_a_console_completes():
    with pytest.raises(tiebook.TiebookError):
        tiebook.open("/nowhere/x.kgl")
    public = {name for name in dir(Graph) if not name.startswith("_")}
    assert {"ask", "questions", "actors", "sources", "claims", "ties", "view", "analyse", "to_networkx"} <= public
    for name in public:
        assert name == name.lower()
