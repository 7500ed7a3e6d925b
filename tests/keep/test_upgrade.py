"""Upgrades: a database of the first release, newer and odd ones, steps in one transaction after a backup."""

import json
import sys

import pytest

from tests.keep.sample import SAMPLE, load_now, made_by_the_first_release
from tiebook.ask import ask
from tiebook.engine.digest import canonical, contents, digest, digest_of
from tiebook.engine.meta import check_model, model_of
from tiebook.errors import DatabaseMissing, ModelMismatch, UsageError
from tiebook.keep import Archive, backup, migrations, restore, upgrade
from tiebook.keep.upgrade import Step, steps
from tiebook.model.version import MODEL_VERSION
from tiebook.questions import QuestionLibrary

ARMS = [("China", "Iran"), ("China", "Pakistan"), ("Northland", "Eastmark")]


def sellers(engine):
    answer = ask(engine, QuestionLibrary({}).get("who-arms"), {})
    return sorted((row["supplier"], row["recipient"]) for row in answer)


def shapes(engine):
    """Return what the nodes and edges of each kind carry, and of which type."""
    found = set()
    for record in contents(engine):
        kind = record[1] if record[0] == "edge" else tuple(record[1])
        found |= {(kind, name, type(value).__name__) for name, value in record[-1].items()}
    return found


def rename_gloss(writer):
    writer.run("MATCH (c:Claim) SET c.summary = c.gloss REMOVE c.gloss")


def count_claims(writer):
    total = writer.run("MATCH (c:Claim) WHERE c.summary IS NOT NULL RETURN count(*) AS total").rows[0][0]
    writer.run("MATCH (s:Source {id: 'mini'}) SET s.total = $total", {"total": total})


TWO = {1: Step("claims have a summary", rename_gloss), 2: Step("sources have a total", count_claims)}


def test_every_shipped_step_is_there():
    assert sorted(steps()) == list(range(1, MODEL_VERSION))
    assert all(step.title for step in steps().values())


def test_a_step_stands_in_a_module_named_by_the_version_that_it_starts_from(tmp_path, monkeypatch):
    for name in ("from_12", "from_3", "from_x", "other_4"):
        (tmp_path / f"{name}.py").write_text(f"TITLE = 'step {name}'\ndef migrate(writer):\n    writer.bump()\n")
    monkeypatch.setattr(migrations, "__path__", [str(tmp_path)])
    try:
        found = steps()
    finally:
        for name in ("from_12", "from_3"):
            sys.modules.pop(f"{migrations.__name__}.{name}", None)
            vars(migrations).pop(name, None)
    assert {version: step.title for version, step in found.items()} == {12: "step from_12", 3: "step from_3"}
    modules = [step.migrate.__module__ for step in found.values()]
    assert modules == [f"{migrations.__name__}.{name}" for name in ("from_12", "from_3")]


def test_a_database_of_the_first_release(engine, tmp_path):
    """It is upgraded by one command and then answers and re-loads like one that was made today."""
    made_by_the_first_release(engine)
    if MODEL_VERSION > 1:
        with pytest.raises(ModelMismatch, match="tiebook upgrade"):
            check_model(engine)
    else:
        sample = [canonical(json.loads(line)) for line in SAMPLE.read_text("utf-8").split("\n")]
        assert digest(engine) == digest_of(sample)
    upgrade(engine, tmp_path / "before.zip")
    check_model(engine)
    assert sellers(engine) == ARMS
    upgraded = shapes(engine)
    load_now(engine)
    assert shapes(engine) == upgraded, "the records have changed: a new version of the model and a step are due"


def test_the_steps_run_in_their_order_after_a_backup(engine, tmp_path):
    made_by_the_first_release(engine)
    before = digest(engine)
    done = upgrade(engine, tmp_path / "b.zip", target=3, known=TWO)
    assert (done.before, done.after, done.titles) == (1, 3, ("claims have a summary", "sources have a total"))
    assert model_of(engine) == 3
    found = engine.read("MATCH (s:Source {id: 'mini'}) RETURN s.total AS total, s.claims AS claims").rows
    assert found == [(7, 7)]
    assert not engine.read("MATCH (c:Claim) WHERE c.gloss IS NOT NULL RETURN c.id AS id").rows
    assert digest(engine) != before
    again = upgrade(engine, tmp_path / "again.zip", target=3, known=TWO)
    assert again.titles == ()
    assert not (tmp_path / "again.zip").exists()
    restore(engine, tmp_path / "b.zip", replace=True)
    assert (model_of(engine), digest(engine)) == (1, before)


def test_a_step_that_fails_leaves_the_database_as_it_was(engine, tmp_path):
    made_by_the_first_release(engine)
    before = digest(engine)

    def fails(writer):
        count_claims(writer)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        upgrade(engine, tmp_path / "b.zip", target=3, known={**TWO, 2: Step("fails", fails)})
    assert (model_of(engine), digest(engine)) == (1, before)
    assert upgrade(engine, None, target=3, known=TWO).after == 3


def test_a_newer_database_is_refused_and_left_alone(engine, tmp_path):
    made_by_the_first_release(engine)
    upgrade(engine, None, target=MODEL_VERSION + 1, known={**steps(), MODEL_VERSION: TWO[1]})
    before = digest(engine)
    for work in (
        lambda: check_model(engine),
        lambda: upgrade(engine, None),
        lambda: backup(engine, tmp_path / "b.zip"),
        lambda: load_now(engine),
    ):
        with pytest.raises(ModelMismatch, match=r"made by a newer Tiebook.*pip install --upgrade tiebook"):
            work()
    assert digest(engine) == before
    assert list(tmp_path.glob("*.zip")) == []


def test_what_has_no_way_here_is_said(mini_engine, tmp_path):
    with pytest.raises(ModelMismatch, match=r"there is no upgrade from version 2 .load its sources again"):
        upgrade(mini_engine, tmp_path / "b.zip", target=4, known={1: TWO[1], 3: TWO[2]})
    assert not (tmp_path / "b.zip").exists()
    mini_engine.write(lambda writer: writer.run("MATCH (m:Meta) SET m.model = 'one'"))
    with pytest.raises(ModelMismatch, match="does not say which version"):
        check_model(mini_engine)


def test_an_upgrade_without_room_for_its_backup_does_not_begin(mini_engine, tmp_path):
    (tmp_path / "b.zip").write_text("mine")
    with pytest.raises(UsageError, match="already exists"):
        upgrade(mini_engine, tmp_path / "b.zip", target=2, known=TWO)
    assert model_of(mini_engine) == 1
    assert (tmp_path / "b.zip").read_text() == "mine"


def test_an_empty_database_has_nothing_to_upgrade(engine, tmp_path):
    with pytest.raises(DatabaseMissing):
        upgrade(engine, tmp_path / "b.zip")


def test_a_backup_of_an_older_model_goes_back_as_what_it_was(engine, tmp_path):
    made_by_the_first_release(engine)
    backup(engine, tmp_path / "b.zip")
    upgrade(engine, None, target=3, known=TWO)
    backup(engine, tmp_path / "newer.zip", known=3)
    with pytest.raises(ModelMismatch, match="newer Tiebook"):
        restore(engine, tmp_path / "newer.zip", replace=True, known=2)
    with Archive(tmp_path / "newer.zip") as archive:
        assert archive.manifest.model == 3
    assert restore(engine, tmp_path / "b.zip", replace=True, known=3).model == 1
    assert model_of(engine) == 1
    assert sellers(engine) == ARMS
