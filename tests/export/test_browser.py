"""Every favourite for Neo4j Browser, run on a real neo4j-5.26 server: the parameters of its line, then its Cypher."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from neo4j import Result, Session

from tests.export.test_formats import written
from tests.fixtures_neo4j import require_server
from tiebook.engine import Engine
from tiebook.export.formats.browser import example_values
from tiebook.questions import QuestionLibrary

_PARAMETERS = re.compile(r"// :params (\{.*\})")


pytestmark = pytest.mark.parametrize("field_engine", ["neo4j-5.26"], indirect=True)


@pytest.fixture
def session(field_engine: Engine) -> Iterator[Session]:  # noqa: ARG001 -- what the server holds
    """Return a session with a server that holds the shipped case and every sample."""
    with require_server("neo4j-5.26", only_reads=True).driver().session(database="neo4j") as opened:
        yield opened


def favourites(tmp_path: Path) -> dict[str, str]:
    with zipfile.ZipFile(written(None, tmp_path, "browser")[0]) as archive:
        return {Path(name).stem: archive.read(name).decode() for name in archive.namelist()}


def parameters(session: Session, text: str) -> dict[str, Any]:
    """Return what the line of `:params` sets: Browser reads the map as an expression of Cypher."""
    found = _PARAMETERS.search(text)
    if found is None:
        return {}
    given: dict[str, Any] = session.run(f"RETURN {found[1]} AS given").single(strict=True)["given"]
    return given


def run(session: Session, text: str, given: dict[str, Any]) -> Result:
    return session.run(text.rstrip().removesuffix(";"), given)


def test_each_favourite_gives_its_table_on_neo4j(session: Session, tmp_path: Path) -> None:
    texts = favourites(tmp_path)
    for question in QuestionLibrary().all():
        given = parameters(session, texts[question.name])
        assert set(given) == set(example_values(question)), question.name
        columns = tuple(column for column in question.returns if column != "in_force" or "as_of" in given)
        assert tuple(run(session, texts[question.name], given).keys()) == columns, question.name


def test_each_favourite_gives_the_graph_of_what_its_table_names_on_neo4j(session: Session, tmp_path: Path) -> None:
    texts = favourites(tmp_path)
    drawn = 0
    for question in QuestionLibrary().all():
        if f"{question.name}-graph" not in texts:
            continue
        given = parameters(session, texts[question.name])
        column = "claim" if "claim" in question.returns else "tie_id"
        named = [row[column] for row in run(session, texts[question.name], given).data()]
        wanted = {each for value in named for each in (value if isinstance(value, list) else [value]) if each}
        graph = run(session, texts[f"{question.name}-graph"], given).graph()
        parts = {node.get("id") for node in graph.nodes} | {tie.get("id") for tie in graph.relationships}
        assert wanted <= parts, question.name
        assert bool(wanted) == bool(graph.relationships), question.name
        drawn += bool(wanted)
    assert drawn > 40
