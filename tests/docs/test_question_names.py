"""Every stored question that the documentation, a help text or a page names is there."""

from __future__ import annotations

import re
from typing import Final

from tests.conftest import ROOT
from tiebook.support.resources import resource_folder

NAMED: Final = (
    re.compile(r"\btiebook ask ([a-z][a-z-]*[a-z])(?![\w/-])"),
    re.compile(r"`ask ([a-z][a-z-]*[a-z])"),
    re.compile(r"\btiebook questions show ([a-z][a-z-]*[a-z])"),
    re.compile(r"`((?:who|what|why|how)-[a-z-]+)`"),
)
KNOWN: Final = {path.stem for path in resource_folder("queries").rglob("*.cypher")}
FILES: Final = sorted(
    path
    for folder, endings in (
        (ROOT, ("*.md",)),
        (ROOT / "docs", ("**/*.md",)),
        (ROOT / "graph", ("**/*.py", "**/*.js", "**/*.html", "**/*.txt")),
        (ROOT / "queries", ("**/*.cypher",)),
        (ROOT / "loaders", ("**/*.toml",)),
    )
    for ending in endings
    for path in folder.glob(ending)
)


def named(text: str) -> set[str]:
    """Return the names of questions in a text."""
    return {match[1] for pattern in NAMED for match in pattern.finditer(text)}


def test_a_question_that_is_named_is_there() -> None:
    assert {
        (str(path.relative_to(ROOT)), name) for path in FILES for name in named(path.read_text("utf-8")) - KNOWN
    } == set()


def test_names_are_found_as_they_are_written() -> None:
    assert named("see `who-arms`, `ask why-not`, tiebook ask tie-types.") == {"who-arms", "why-not", "tie-types"}
    assert named("tiebook questions show dyad-years --json") == {"dyad-years"}
