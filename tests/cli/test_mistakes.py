"""Mistakes that must not hide: a mistyped database, spans that run backward, digits that are text."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from tiebook.ask.parameters import bind
from tiebook.ask.typed_values import parameters
from tiebook.cli.app import app
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import DatabaseMissing, TiebookError, UsageError
from tiebook.questions import QuestionLibrary

NOWHERE = KgliteEngine(Path("nowhere.kgl"))  # these tests look up no name
READING = (
    "ask actors",
    "query RETURN",
    "info",
    "cite",
    "view -o net.html",
    "export net.gexf",
    "export whole.json",
    "analyse balance",
    "backup kept",
)


def run(line):
    """Run a command; return what it raises, or None."""
    done = CliRunner().invoke(app, line.split())
    return done.exception if isinstance(done.exception, TiebookError) else None


@pytest.mark.parametrize("line", READING)
@pytest.mark.parametrize("named_by", ["--db", "TIEBOOK_DB"])
def test_a_mistyped_database_is_not_made(line, named_by, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "graph.kgl").touch()
    if named_by == "--db":
        failed = run(f"--db grpah.kgl {line}")
    else:
        monkeypatch.setenv("TIEBOOK_DB", "grpah.kgl")
        failed = run(line)
    assert isinstance(failed, DatabaseMissing)
    assert f"there is no database at {tmp_path.resolve() / 'grpah.kgl'} (did you mean graph.kgl?)" in str(failed)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.kgl"]


def test_the_default_place_is_filled(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    assert run("ask offices") is None
    assert list((tmp_path / "own").rglob("*.kgl"))


@pytest.mark.parametrize(
    ("question", "given", "said"),
    [
        ("deliveries", {"supplier": "a", "recipient": "b", "first": "2012", "last": "2011"}, "--last 2011 lies before"),
        ("votes", {"one": "a", "other": "b", "first": "1999", "last": "1946"}, "--last 1946 lies before --first 1999"),
        ("then-and-now", {"start": "2020-02-01", "finish": "2020-01-31"}, "--finish 2020-01-31 lies before"),
        ("what-changed", {"start": "2020-02-01", "finish": "0001-01-31"}, "lies before --start"),
        ("action-and-response", {"months": "0"}, "--months: 0 is not a number from 1"),
        ("paragraph", {"number": "-30"}, "--number: -30 is not a number from 1"),
        ("suppliers-of-rivals", {"first": "1980", "last": "1988", "disputes": "-1"}, "--disputes: -1 is not"),
        ("action-and-response", {"months": "99999999999999999999"}, "from 1 to 1,000,000"),
    ],
)
def test_spans_run_forward_and_counts_count(question, given, said, monkeypatch):
    monkeypatch.setattr("tiebook.ask.parameters.resolve", lambda _engine, _kind, text, *_: text)
    actors = {param.name: "x" for param in QuestionLibrary().get(question).params if param.type == "actor"}
    with pytest.raises(UsageError, match=said.replace("(", r"\(")):
        bind(NOWHERE, QuestionLibrary().get(question), actors | given)


def test_one_day_and_one_year_are_spans():
    values = {"start": "2020-01-01", "finish": "2020-01-01"}
    assert bind(NOWHERE, QuestionLibrary().get("what-changed"), values)


@pytest.mark.parametrize(
    ("cypher", "given", "value"),
    [
        ("MATCH (a:Actor) WHERE a.cow = $v RETURN a.id AS id", "v=007", "007"),
        ("MATCH (a:Actor {gw: $v}) RETURN a.id AS id", "v=710", "710"),
        ("MATCH (c:Claim {paragraph: $v}) RETURN c.id AS id", "v=007", 7),
        ("RETURN $v AS v", "v=710", 710),
        ("RETURN $v AS v", 'v="710"', "710"),
        ("RETURN $v AS v", 'v="007"', "007"),
        ("RETURN $v AS v", 'v=""', ""),
        ("RETURN $v AS v", "v=007", "007"),
        ("MATCH (a:Actor) WITH a.cow AS x WHERE x = $v RETURN x", "v=0710", "0710"),
        ("RETURN $v AS v", "v=0", 0),
        ("RETURN $v AS v", "v=0.5", 0.5),
        ("MATCH (c:Claim) WHERE c.paragraph = $v OR c.id = $v RETURN c.id AS id", "v=007", 7),
        ("RETURN $v AS v", 'v="', '"'),
        ("RETURN $v AS v", "v=true", True),
        ("RETURN $v AS v", 'v="true"', "true"),
        ("MATCH (a:Actor) WHERE a.name = $v RETURN a.id AS id", "v=2020-10-19", "2020-10-19"),
    ],
)
def test_digits_can_be_text(cypher, given, value):
    assert parameters(cypher, [given]) == {"v": value}
    assert type(parameters(cypher, [given])["v"]) is type(value)


def test_a_source_that_is_not_there_is_looked_for_among_the_sources(tmp_path):
    place = tmp_path / "x.kgl"
    assert run(f"--db {place} load china-iran") is None
    assert "(tiebook sources)" in str(run(f"--db {place} ask who-arms --recipient iran --source nowhere"))
    assert "(tiebook ask actors)" in str(run(f"--db {place} ask who-arms --recipient zzzzqq"))


@pytest.mark.parametrize("line", ["load china-iran", "add iran SUPPORTS china --source mine --quote x"])
def test_a_first_dry_run_leaves_nothing_behind(tmp_path, line):
    place = tmp_path / "folder" / "x.kgl"
    assert run(f"--db {place} {line} --dry-run") is None
    assert list(tmp_path.iterdir()) == []
    assert run(f"--db {place} {line}") is None
    before = place.read_bytes()
    assert run(f"--db {place} {line} --dry-run") is None
    assert place.read_bytes() == before
