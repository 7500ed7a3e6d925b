"""Which kind of source a load means, and which options fit it: the same for the command and for Python."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.field import SAMPLES
from tests.made_up_source import declaration
from tiebook.cli.app import app
from tiebook.crosswalk.missed_names import missed_file, read_missed
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import BadCase, BadSource, UsageError
from tiebook.python.graph import Graph
from tiebook.python.load_request import LoadRequest
from tiebook.sources.trust import check_trust

CASES = SAMPLES / "field" / "gsdb-cases.csv"


@pytest.fixture
def exported(tmp_path: Path) -> str:
    path = tmp_path / "graph.json"
    path.write_text(json.dumps({}), "utf-8")
    return str(path)


def test_what_is_there_says_what_is_meant(exported: str):
    assert LoadRequest("gsdb").check(str) == "data set"
    assert LoadRequest("china-iran").check(str) == "coded article"
    assert LoadRequest(exported).check(str) == "exported graph"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("files", (CASES,)), ("replace", True), ("again", True), ("since", "1990"), ("until", "1990")),
        *(("actors", "Iran"), ("encoding", "cp1251"), ("decisions", Path("d.toml")), ("trust", True)),
    ],
)
def test_an_option_of_data_sets_fits_nothing_else(exported: str, name: str, value: Any):
    LoadRequest("gsdb", **{name: value}).check(str)
    for source, kind in ((exported, "an exported graph"), ("china-iran", "a coded article")):
        with pytest.raises(UsageError) as raised:
            LoadRequest(source, **{name: value}).check(str)
        assert str(raised.value).startswith(f"{name} is for data sets; {source} is {kind}")


def test_a_text_is_for_articles(exported: str):
    for source, kind in ((exported, "an exported graph"), ("gsdb", "a data set")):
        with pytest.raises(UsageError, match=f"^text is for coded articles; {source} is {kind}$"):
            LoadRequest(source, text=Path("x.txt")).check(str)


def test_a_name_of_nothing_is_told_with_the_nearest_of_what_is_meant():
    with pytest.raises(BadSource, match=r"not a data set that Tiebook reads \(did you mean gsdb"):
        LoadRequest("gsdbs", (CASES,)).check(str)
    with pytest.raises(BadSource, match="did you mean china-iran"):
        LoadRequest("china-irann").check(str)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["china-iran", str(CASES)], "FILES is for data sets; china-iran is a coded article"),
        (["china-iran", "--since", "1990"], "--since is for data sets; china-iran is a coded article"),
        (["china-iran", "--import-files", "x"], "--import-files is for data sets; china-iran is a coded article"),
        (["gsdb", str(CASES), "--text", "x.txt"], "--text is for coded articles; gsdb is a data set"),
        (["gsdb", str(CASES), "--import-files", "x", "--dry-run"], "--import-files does not use a graph"),
    ],
)
def test_the_command_says_it_with_its_own_words_before_a_database_is_made(tmp_path: Path, words: list[str], said: str):
    done = CliRunner().invoke(app, ["load", *words], env={"TIEBOOK_DB": str(tmp_path / "t.kgl")})
    shown = str(done.exception) if isinstance(done.exception, UsageError) else done.output
    assert said in shown
    assert not (tmp_path / "t.kgl").exists()


def test_python_loads_one_article_at_a_time():
    with pytest.raises(UsageError) as refused:
        LoadRequest("china-iran", (Path("crink-security"),)).check(str)
    assert refused.value.hint == "load one article at a time"


def test_several_articles_are_several_requests_and_nothing_else_is():
    both = LoadRequest("china-iran", (Path("crink-security"),), dry_run=True)
    assert both.one_by_one() == tuple(LoadRequest(name, dry_run=True) for name in ("china-iran", "crink-security"))
    for alone in (LoadRequest("china-iran"), LoadRequest("china-iran", (CASES,)), LoadRequest("gsdb", (CASES, CASES))):
        assert alone.one_by_one() == (alone,)


def load(place: Path, *words: str) -> Any:
    return CliRunner().invoke(app, ["load", *words], env={"TIEBOOK_DB": str(place)})


def test_the_command_loads_several_articles_one_after_the_other(tmp_path: Path):
    done = load(tmp_path / "t.kgl", "china-iran", "crs-china-primer")
    assert done.exit_code == 0
    assert [line.split(":")[0] for line in done.stderr.splitlines() if "claims" in line] == [
        "China-Iran defence ties",
        "CRS China primer",
    ]
    assert load(tmp_path / "t.kgl", "crs-china-primer", "china-iran").stderr.count("nothing changed") == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["china-iran", "crink-securty"], "'crink-securty' is neither"),
        (["china-iran", "crink-security", "--text", "x.txt"], "--text is for one article"),
    ],
)
def test_a_fault_of_the_second_article_is_told_before_the_first_is_loaded(tmp_path: Path, words: list[str], said: str):
    assert said in str(load(tmp_path / "t.kgl", *words).exception)
    assert not (tmp_path / "t.kgl").exists()


def test_what_was_loaded_before_a_fault_is_told_and_stays(tmp_path: Path):
    broken = tmp_path / "broken"
    broken.mkdir()
    for name, text in (("case.toml", "id = 'broken'\n"), ("coding.toml", "[[claim]]\nid = 'x'\n")):
        (broken / name).write_text(text, "utf-8")
    done = load(tmp_path / "t.kgl", "china-iran", str(broken))
    assert "294 claims" in done.stderr
    assert isinstance(done.exception, BadCase)
    with Graph(KgliteEngine(tmp_path / "t.kgl")) as graph:
        assert [source["id"] for source in graph.sources() if source["loaded"]] == ["china-iran"]


def test_an_exported_graph_is_loaded_by_either_of_its_tables(tmp_path):
    tables = [tmp_path / "x-nodes.csv", tmp_path / "x-edges.csv"]
    for each in tables:
        each.write_text("id\n", "utf-8")
    with pytest.raises(UsageError, match=r"FILES is for data sets; .*x-nodes\.csv is an exported graph") as refused:
        LoadRequest(str(tables[0]), (tables[1],)).check(str.upper)
    assert refused.value.hint == "load it alone: either of x-nodes.csv and x-edges.csv brings the other"


def test_both_give_the_same_account(tmp_path: Path):
    place = tmp_path / "t.kgl"
    done = CliRunner().invoke(app, ["load", "gsdb", str(CASES), "--since", "1990"], env={"TIEBOOK_DB": str(place)})
    with Graph(KgliteEngine(tmp_path / "own.kgl")) as graph:
        loaded = graph.load("gsdb", CASES, since=1990)
        assert done.stderr.strip() == "\n".join(loaded.lines()).replace(graph.engine.place, str(place))


def test_names_that_a_load_misses_are_kept_for_resolve_but_not_those_of_a_trial(tmp_path, monkeypatch):
    decisions = tmp_path / "decisions.toml"
    monkeypatch.setenv("TIEBOOK_DECISIONS", str(decisions))
    request = LoadRequest("gsdb", (SAMPLES / "gsdb" / "cases.csv",))
    engine = KgliteEngine(tmp_path / "t.kgl")
    dataclasses.replace(request, dry_run=True).load(engine)
    assert read_missed(decisions) == {}
    request.load(engine)
    assert [each.text for each in read_missed(decisions)["gsdb"]] == ["Atlantis"]
    missed_file(decisions).unlink()
    request.load(engine)
    assert read_missed(decisions) == {}, "the same load again reads nothing"


@pytest.mark.parametrize("trusted", [False, True])
def test_the_program_of_a_folder_runs_only_where_it_is_trusted(tmp_path, monkeypatch, trusted):
    monkeypatch.setattr("tiebook.sources.trust._trusted", set())
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "source.toml").write_text(declaration("own"), "utf-8")
    (folder / "read.py").write_text("def read(reader):\n    pass\n", "utf-8")
    LoadRequest(str(folder), trust=trusted).let_run()
    if trusted:
        check_trust(folder, folder / "read.py")
    else:
        with pytest.raises(UsageError):
            check_trust(folder, folder / "read.py")
