"""The plan of the house: rooms of at most 15 modules, modules of at most 400 lines, no circles of imports, plain docstrings."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from tiebook.analyse.explain import RECEIPT
from tiebook.ask.document.receipts import receipt_columns
from tiebook.questions.question import EVIDENCE, is_evidence

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "graph" / "tiebook"
CODE = sorted({*PACKAGE.rglob("*.py"), *(ROOT / "loaders").rglob("*.py")})
TESTS = sorted((ROOT / "tests").rglob("*.py"))
MOST_FILES, MOST_LINES = 15, 400


def name_of(path):
    """Return the dotted name of a module of the package."""
    return ".".join(("tiebook", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")


MODULES = {name_of(path): path for path in PACKAGE.rglob("*.py")}


def imports(text, known):
    """Return the modules that a text imports, at its top, in a function or for types only."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= inner & known or {node.module}
    return found & known


def circles(graph):
    """Return the groups of modules that import each other in a loop (strongly connected, by Tarjan)."""
    seen: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []
    found: list[list[str]] = []

    def visit(name):
        seen[name] = low[name] = len(seen)
        path.append(name)
        for other in sorted(graph[name]):
            if other not in seen:
                visit(other)
            if other in path:
                low[name] = min(low[name], low[other])
        if low[name] == seen[name]:
            loop = path[path.index(name) :]
            del path[path.index(name) :]
            if len(loop) > 1:
                found.append(sorted(loop))

    for name in sorted(graph):
        if name not in seen:
            visit(name)
    return found


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        ({"a": {"b"}, "b": {"c"}, "c": set()}, []),
        ({"a": {"b"}, "b": {"a"}}, [["a", "b"]]),
        ({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}, [["a", "b", "c"]]),
        ({"a": {"b", "c"}, "b": {"a"}, "c": {"d"}, "d": {"c"}}, [["c", "d"], ["a", "b"]]),
    ],
)
def test_circles_are_found(graph, expected):
    assert circles(graph) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import a.b", {"a.b"}),
        ("from a import b", {"a.b"}),
        ("from a import name", {"a"}),
        ("from a.b import name", {"a.b"}),
        ("def f():\n    from a import b, name", {"a.b"}),
        ("if TYPE_CHECKING:\n    from a.b import name", {"a.b"}),
        ("import json", set()),
    ],
)
def test_imports_are_found(text, expected):
    assert imports(text, {"a", "a.b"}) == expected


def test_no_modules_import_each_other_in_a_circle():
    graph = {name: imports(path.read_text("utf-8"), set(MODULES)) - {name} for name, path in MODULES.items()}
    assert circles(graph) == []


def test_a_room_has_at_most_fifteen_modules():
    counts = Counter(path.parent.relative_to(ROOT).as_posix() for path in CODE)
    assert {room: count for room, count in counts.items() if count > MOST_FILES} == {}


@pytest.mark.parametrize("files", [CODE, TESTS], ids=["code", "tests"])
def test_a_module_has_at_most_400_lines(files):
    lines = {path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in files}
    assert {path: count for path, count in lines.items() if count > MOST_LINES} == {}


def test_docstrings_speak_plainly():
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    found = [
        f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"
        for path in [*CODE, *TESTS]
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, documented) and re.match(r"(Give|Tell)s?\b", ast.get_docstring(node) or "")
    ]
    assert found == []


def test_receipts_are_made_of_evidence_columns():
    shown = receipt_columns([*EVIDENCE, "pact_tie_id", "pact_quote", "actor", "since"])
    assert shown == {*EVIDENCE, "pact_tie_id", "pact_quote"} - {"stance"}
    assert all(map(is_evidence, RECEIPT))
    assert not any(map(is_evidence, ("actor", "since", "claims", "sources")))
