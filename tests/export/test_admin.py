"""The files for neo4j-admin, imported offline into a real server of its own: the same graph, the same answers."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests import servers
from tests.ask.answers import EXAMPLES, asked, golden
from tests.bench.made_up import Size
from tests.bench.table import write_folder, write_tables
from tests.shared import lacking
from tiebook.cli.app import app
from tiebook.engine.digest import contents, digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.engine.neo4j.engine import Neo4jEngine
from tiebook.export import Options, export, format_for
from tiebook.model.records import Edge, Node
from tiebook.questions import Question
from tiebook.sources.datasets import load_dataset
from tiebook.sync import sync
from tiebook.sync.batch import Batch
from tiebook.sync.cases import find_case, load_case


def awkward() -> Batch:
    """Values that tables lose easily: no items, empty text, line ends, quotes, both kinds of numbers under one name."""

    def node(label: str, node_id: str, kind: str | None = None, **props) -> Node:
        return Node(
            label,
            node_id,
            {"name": node_id, "kind": kind or "article", "aliases": [], "sources": ["odd"], **props},
            kind,
        )

    def tie(number: int, **props) -> Edge:
        mine = {"id": f"AIDS/odd/{number}", "endorsed": True, "source": "odd", "sign": 1, **props}
        return Edge("AIDS", ("Actor", "odd-a"), ("Actor", "odd-b"), mine)

    nodes = [
        node("Source", "odd", note="", citation='a "b", c;\nd\r\n=1+1', claims=0),
        node("Actor", "odd-a", "State", aliases=["x;y", "", '"', "a\nb", "-1", " s "]),
        node("Actor", "odd-b", "Person", aliases=[""], note="\\u0027 \\ ' \\' \x01 \u2028 \U0001f600 \u0645"),
    ]
    ties = [
        tie(1, value=3),
        tie(2, value=3.0),
        tie(3, value=1e300, quote="a\\"),
        tie(4, regarding=[], holder=["odd-a"]),
    ]
    return Batch("odd", nodes, ties)


def everything(engine):
    return sorted(json.dumps(record, sort_keys=True, default=str) for record in contents(engine))


def one_of_each_theme():
    """Return examples to ask of an import; that every question answers alike on equal graphs, tests/ask/test_golden.py shows."""
    first: dict[str, tuple[Question, str]] = {}
    for question, example in EXAMPLES:
        if golden(question)[example]["rows"]:
            first.setdefault(question.theme, (question, example))
    return first.values()


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    engine = KgliteEngine(tmp_path_factory.mktemp("admin") / "t.kgl")
    load_case(engine, find_case("china-iran"))
    sync(engine, awkward())
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def server():
    """Boot a server that is halted and imported into: not the one that other tests share."""
    try:
        booted = servers.start("neo4j-5.26")
    except servers.ServerUnavailable as reason:
        lacking(f"neo4j-5.26: {reason}")
    yield booted
    booted.stop()


def test_a_real_import_gives_the_same_graph(loaded, server, tmp_path):
    written, _ = export(loaded, tmp_path / "files", format_for(tmp_path, "neo4j-admin"), Options(full=True))
    server.halt()
    servers.admin(server.version, server.home, *shlex.split(written.command)[1:])
    servers.restart(server)
    with server.driver().session() as session:
        for line in (tmp_path / "files" / "after.cypher").read_text("utf-8").splitlines():
            session.run(line.rstrip(";")).consume()
    engine = Neo4jEngine(server.uri, server.user, server.password)
    try:
        assert everything(engine) == everything(loaded)
        assert digest(engine) == digest(loaded)
        for question, example in one_of_each_theme():
            rows = asked(engine, question, example).rows
            assert rows, question.name
            assert rows == asked(loaded, question, example).rows, question.name
    finally:
        engine.close()


def test_files_straight_from_a_data_set_give_the_graph_that_loading_it_gives(server, tmp_path):
    folder = write_folder(tmp_path / "made_up")
    tables = write_tables(tmp_path / "tables", Size(2000, actors=100))
    engine = KgliteEngine(tmp_path / "t.kgl")
    load_dataset(engine, str(folder), tables)
    done = CliRunner().invoke(app, ["load", str(folder), *map(str, tables), "--import-files", str(tmp_path / "files")])
    assert done.exit_code == 0, done.output
    assert "2,000 edges" in done.stderr
    server.halt()
    servers.admin(server.version, server.home, *shlex.split(done.stdout)[1:])
    servers.restart(server)
    with server.driver().session() as session:
        for line in (tmp_path / "files" / "after.cypher").read_text("utf-8").splitlines():
            session.run(line.rstrip(";")).consume()
    imported = Neo4jEngine(server.uri, server.user, server.password)
    try:
        assert everything(imported) == everything(engine)
    finally:
        imported.close()
        engine.close()


def test_the_cypher_script_gives_the_same_graph_on_a_real_server(loaded, server, tmp_path):
    path = tmp_path / "x.cypher"
    export(loaded, path, format_for(path))
    servers.wipe(server)
    with server.driver().session() as session:
        for line in path.read_text("utf-8").splitlines():
            if not line.startswith("//"):
                session.run(line.removesuffix(";")).consume()
    engine = Neo4jEngine(server.uri, server.user, server.password)
    try:
        assert digest(engine) == digest(loaded)
    finally:
        engine.close()


def test_a_command_line_of_its_own_for_every_table(loaded, tmp_path):
    written, _ = export(loaded, tmp_path / "files", format_for(tmp_path, "neo4j-admin"), Options(full=True))
    options = [
        part.rpartition("=")[2] for part in shlex.split(written.command) if part.startswith(("--nodes", "--rel"))
    ]
    tables = {path for option in options for path in option.split(",")}
    assert tables == {str(path) for path in written.paths if path.suffix == ".csv"}
    assert "Cite as" in (tmp_path / "files" / "import.sh").read_text("utf-8")
    assert Path(tables.pop()).exists()
