"""`tiebook backup`, `restore` and `upgrade` as a user types them."""

import json

from tests.keep.sample import made_by_the_first_release
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.keep.upgrade import steps
from tiebook.model.version import MODEL_VERSION


def digest(tiebook, *db):
    return json.loads(tiebook(*db, "info", "--digest", "-f", "json").stdout)["digest"]


def test_there_and_back(mini, tmp_path):
    made = mini("backup", "b.zip")
    assert made.returncode == 0, made.stderr
    assert made.stdout == ""
    assert digest(mini) in made.stderr
    told = mini("restore", "b.zip", "--dry-run")
    assert "b.zip is intact" in told.stderr
    assert "sources: mini" in told.stderr
    other = ("--db", str(tmp_path / "other.kgl"))
    assert mini(*other, "restore", "b.zip").returncode == 0
    assert digest(mini, *other) == digest(mini)
    assert mini("--db", "b.zip.kgl", "info").returncode == 1  # reading makes no database


def test_nothing_is_lost_by_mistake(mini, tmp_path):
    (tmp_path / "b.zip").write_text("mine")
    kept = mini("backup", "b.zip")
    assert kept.returncode == 2
    assert "b.zip already exists" in kept.stderr
    assert (tmp_path / "b.zip").read_text() == "mine"
    assert mini("backup", "b.zip", "--force").returncode == 0
    assert mini("load", "china-iran").returncode == 0
    before = digest(mini)
    refused = mini("restore", "b.zip")
    assert refused.returncode == 1
    assert "already holds a graph" in refused.stderr
    assert digest(mini) == before
    assert mini("restore", "b.zip", "--replace").returncode == 0
    assert digest(mini) != before


def test_failures_are_one_line(mini, tmp_path):
    (tmp_path / "bad.zip").write_bytes(b"PK\x03\x04 nothing")
    for arguments in (
        ("restore", "none.zip"),
        ("restore", "bad.zip"),
        ("restore", "bad.zip", "--dry-run"),
        ("backup", "nowhere/b.zip"),
        ("--db", "empty.kgl", "backup", "b.zip"),
        ("--db", "empty.kgl", "upgrade"),
    ):
        done = mini(*arguments)
        assert done.returncode == 1
        assert done.stderr.startswith("tiebook: ")
        assert done.stderr.count("\n") == 1, done.stderr


def test_upgrade_of_the_first_release(tiebook, tmp_path):
    made_by_the_first_release(KgliteEngine(tmp_path / "tiebook/tiebook.kgl"))
    done = tiebook("upgrade")
    assert done.returncode == 0, done.stderr
    if MODEL_VERSION == 1:
        assert "nothing to do" in done.stderr
    else:
        assert all(step.title in done.stderr for step in steps().values())
        assert (tmp_path / "tiebook/tiebook.kgl.model-1.zip").is_file()
    assert len(json.loads(tiebook("ask", "who-arms", "-f", "json").stdout)["rows"]) == 3
    assert "nothing to do" in tiebook("upgrade").stderr


def set_model(engine, model):
    engine.write(lambda writer: writer.run("MATCH (m:Meta) SET m.model = $model", {"model": model}))


def test_an_older_and_a_newer_database_are_told_apart(mini, tmp_path):
    engine = KgliteEngine(tmp_path / "tiebook/tiebook.kgl")
    for model, hint in ((MODEL_VERSION - 1, "tiebook upgrade"), (MODEL_VERSION + 1, "pip install --upgrade tiebook")):
        set_model(engine, model)
        done = mini("ask", "actors")
        assert done.returncode == 1
        assert hint in done.stderr
    assert mini("upgrade").returncode == 1
    assert mini("upgrade", "--backup", "x.zip", "--no-backup").returncode == 2
