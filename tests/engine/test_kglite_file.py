"""The file of the embedded engine: links, logs of other databases, locks that are none, folders that go."""

import os
import shutil
import signal
import subprocess
import sys
import textwrap

import kglite
import pytest

from tests.conftest import MINI
from tiebook import errors
from tiebook.engine.digest import digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.sync.cases import find_case, load_case


def add(engine, name, meanwhile=None):
    """Add an actor; `meanwhile` is called while the write goes on."""

    def work(writer):
        writer.run("CREATE (n:Actor {id: $id, name: $id})", {"id": name})
        if meanwhile:
            meanwhile()

    engine.write(work)


def actors(path):
    return sorted(row[0] for row in KgliteEngine(path).read("MATCH (n:Actor) RETURN n.id AS id").rows)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("relative", [True, False])
def test_a_symbolic_link_stays_one_and_its_file_is_written(tmp_path, relative):
    (tmp_path / "real").mkdir()
    (tmp_path / "links").mkdir()
    file, link = tmp_path / "real" / "x.kgl", tmp_path / "links" / "l.kgl"
    link.symlink_to("../real/x.kgl" if relative else file)
    add(KgliteEngine(link), "one")
    add(KgliteEngine(file), "two")
    add(KgliteEngine(link), "three")
    assert link.is_symlink()
    assert actors(file) == actors(link) == ["one", "three", "two"]
    assert names(tmp_path / "links") == ["l.kgl"]


def test_both_names_of_a_file_have_one_lock(tmp_path):
    file, link = tmp_path / "x.kgl", tmp_path / "l.kgl"
    link.symlink_to(file)
    with pytest.raises(errors.DatabaseLocked, match=str(os.getpid())):
        add(KgliteEngine(link), "one", lambda: add(KgliteEngine(file), "two"))
    assert not file.exists()


def test_links_that_lead_to_one_another_are_said(tmp_path):
    (tmp_path / "a.kgl").symlink_to("b.kgl")
    (tmp_path / "b.kgl").symlink_to("a.kgl")
    with pytest.raises(errors.TiebookError):
        add(KgliteEngine(tmp_path / "a.kgl"), "one")


def test_a_file_with_two_names_is_read_but_not_written(tmp_path):
    file, other = tmp_path / "x.kgl", tmp_path / "y.kgl"
    add(KgliteEngine(file), "one")
    other.hardlink_to(file)
    for path in (file, other):
        with pytest.raises(errors.StorageFailed, match=r"2 names.*symbolic links"):
            add(KgliteEngine(path), "two")
        assert actors(path) == ["one"]
    other.unlink()
    add(KgliteEngine(file), "two")
    assert actors(file) == ["one", "two"]


COMMITS_AND_DIES = """
    import os, signal, sys, kglite
    graph = kglite.open(sys.argv[1], durable="full")
    graph.cypher("CREATE (n:Actor {id: 'in-the-log', name: 'x'})")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_log_of_another_database_is_not_folded_in(tmp_path):
    one, two = tmp_path / "one.kgl", tmp_path / "two.kgl"
    for path in (one, two):
        add(KgliteEngine(path), path.stem)
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(COMMITS_AND_DIES), one], check=False)
    assert done.returncode == -signal.SIGKILL
    shutil.copy(f"{one}-wal", f"{two}-wal")
    before = two.read_bytes()
    for work in (lambda: actors(two), lambda: add(KgliteEngine(two), "more"), lambda: KgliteEngine(two).exists()):
        with pytest.raises(errors.DatabaseDamaged, match=r"two\.kgl-wal holds commits.*move the -wal file aside"):
            work()
    assert two.read_bytes() == before
    assert actors(one) == ["in-the-log", "one"]
    (tmp_path / "two.kgl-wal").unlink()
    assert actors(two) == ["two"]
    (tmp_path / "new.kgl-wal").write_bytes(b"KWAL\r" + bytes(20))
    with pytest.raises(errors.DatabaseDamaged):
        add(KgliteEngine(tmp_path / "new.kgl"), "x")


def test_no_load_is_lost_where_the_lock_is_removed(tmp_path):
    file = tmp_path / "x.kgl"
    add(KgliteEngine(file), "before")

    def other():
        (tmp_path / "x.kgl.lock").unlink()
        add(KgliteEngine(file), "other")

    with pytest.raises(errors.DatabaseLocked, match=r"replaced the database.*run the same command again"):
        add(KgliteEngine(file), "mine", other)
    assert actors(file) == ["before", "other"]
    assert not [name for name in names(tmp_path) if "part" in name]
    add(KgliteEngine(file), "mine")
    assert actors(file) == ["before", "mine", "other"]


def test_no_first_load_is_lost_on_a_disk_without_locks(tmp_path, monkeypatch):
    opened = kglite.open
    monkeypatch.setattr(kglite, "open", lambda path, **options: opened(path, **options, lock=False))
    file = tmp_path / "x.kgl"
    with pytest.raises(errors.DatabaseLocked, match="replaced the database"):
        add(KgliteEngine(file), "mine", lambda: add(KgliteEngine(file), "other"))
    assert actors(file) == ["other"]


def test_a_folder_deleted_during_a_load_is_no_success(tmp_path):
    folder = tmp_path / "db"
    with pytest.raises(errors.TiebookError):
        add(KgliteEngine(folder / "x.kgl"), "one", lambda: shutil.rmtree(folder))
    assert not (folder / "x.kgl").exists()


def test_a_file_deleted_during_a_load_is_said(tmp_path):
    file = tmp_path / "x.kgl"
    add(KgliteEngine(file), "one")
    with pytest.raises(errors.DatabaseLocked, match="was deleted while"):
        add(KgliteEngine(file), "two", file.unlink)
    add(KgliteEngine(file), "three")
    assert actors(file) == ["three"]


def test_rights_stay_and_what_killed_ones_left_is_tidied(tmp_path):
    file = tmp_path / "x.kgl"
    add(KgliteEngine(file), "one")
    file.chmod(0o640)
    ended = 2**22 + 1  # above any process id
    for left in (f".x.kgl.{ended}.part", f".x.kgl.{ended}.part.lock", ".x.kgl.1.part"):
        (tmp_path / left).write_text("half")
    add(KgliteEngine(file), "two")
    assert file.stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == [".x.kgl.1.part", "x.kgl", "x.kgl.lock", "x.kgl.lock-owner"]
    load_case(KgliteEngine(tmp_path / "y.kgl"), find_case("china-iran"))
    load_case(KgliteEngine(tmp_path / "y.kgl"), MINI)
    assert len(digest(KgliteEngine(tmp_path / "y.kgl"))) == 64
