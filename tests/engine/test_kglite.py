"""The embedded engine alone: log and checkpoint, lock, damaged files, killed children."""

import os
import signal
import subprocess
import sys
import textwrap
import threading

import kglite
import pytest

from tests.conftest import MINI
from tiebook import errors
from tiebook.engine.base import Limits
from tiebook.engine.digest import digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.sync.cases import load_case


def in_another_process(code, *arguments):
    """Run Python and give the finished process."""
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)], capture_output=True, text=True, check=False
    )


COMMITS_AND_DIES = """
    import os, signal, sys, kglite
    graph = kglite.open(sys.argv[1], durable="full")
    graph.cypher("MATCH (n:Actor {id: 'northland'}) SET n.note = 'only in the log'")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_commit_that_is_only_in_the_log_is_seen(mini_engine):
    mini_engine.read("MATCH (n) RETURN count(n) AS n")  # a reader that is open already
    assert in_another_process(COMMITS_AND_DIES, mini_engine.path).returncode == -signal.SIGKILL
    query = "MATCH (n:Actor {id: 'northland'}) RETURN n.note AS note"
    assert mini_engine.read(query).rows == [("only in the log",)]
    assert KgliteEngine(mini_engine.path).read(query).rows == [("only in the log",)]


def test_a_log_whose_writer_is_alive_names_it(mini_engine):
    holder = kglite.open(str(mini_engine.path), durable="full")
    holder.cypher("MATCH (n:Actor {id: 'northland'}) SET n.note = 'in the log'")
    with pytest.raises(errors.DatabaseLocked, match=str(os.getpid())):
        mini_engine.read("MATCH (n) RETURN count(n) AS n")
    holder.close()
    assert mini_engine.read("MATCH (n:Actor {id: 'northland'}) RETURN n.note AS note").rows == [("in the log",)]


def test_readers_go_on_while_somebody_writes_and_a_second_writer_is_told(mini_engine):
    before = digest(mini_engine)
    holder = kglite.open(str(mini_engine.path), durable="off")
    assert digest(KgliteEngine(mini_engine.path)) == before
    with pytest.raises(errors.DatabaseLocked, match=f"process {os.getpid()}"):
        load_case(KgliteEngine(mini_engine.path), MINI)
    holder.close()
    load_case(KgliteEngine(mini_engine.path), MINI)


KILLED_IN_LOAD = """
    import os, signal, sys
    from pathlib import Path
    from tiebook.engine.kglite.engine import KgliteEngine
    from tiebook.sync.sync import _Sync
    create = _Sync.create
    def dying(self, writer, part):
        create(self, writer, part)
        os.kill(os.getpid(), signal.SIGKILL)
    _Sync.create = dying
    from tiebook.sync.cases import load_case
    load_case(KgliteEngine(Path(sys.argv[1])), Path(sys.argv[2]))
"""


def test_a_load_killed_in_the_middle_leaves_the_old_graph_and_is_completed_by_the_same_command(tmp_path, mini_engine):
    fresh = KgliteEngine(tmp_path / "fresh.kgl")
    assert in_another_process(KILLED_IN_LOAD, fresh.path, MINI).returncode == -signal.SIGKILL
    assert not fresh.exists() if fresh.path.exists() else True
    load_case(fresh, MINI)
    assert digest(fresh) == digest(mini_engine)


@pytest.mark.parametrize("content", [b"", b"this is no database", b"\x00" * 4096])
def test_a_file_that_is_no_database_is_said(tmp_path, content):
    path = tmp_path / "broken.kgl"
    path.write_bytes(content)
    with pytest.raises(errors.DatabaseDamaged) as raised:
        KgliteEngine(path).read("MATCH (n) RETURN count(n) AS n")
    why = "it is no .kgl file" if content else "it is damaged or cut off"
    assert raised.value.what == f"this is not a readable Tiebook database: {why}"
    with pytest.raises(errors.TiebookError):
        load_case(KgliteEngine(path), MINI)
    assert path.read_bytes() == content


def test_a_truncated_database_is_said(mini_engine):
    mini_engine.path.write_bytes(mini_engine.path.read_bytes()[:2000])
    with pytest.raises(errors.DatabaseDamaged, match=r"it is damaged or cut off.*restore a backup"):
        KgliteEngine(mini_engine.path).read("MATCH (n) RETURN count(n) AS n")


def test_no_database_is_said(tmp_path):
    with pytest.raises(errors.DatabaseMissing, match="there is no database at"):
        KgliteEngine(tmp_path / "none.kgl").read("MATCH (n) RETURN count(n) AS n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(errors.StorageFailed):
        load_case(KgliteEngine(tmp_path / "x.kgl"), MINI)


def test_a_path_under_a_file_is_said(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(errors.StorageFailed):
        load_case(KgliteEngine(tmp_path / "file" / "x.kgl"), MINI)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is bounded by the system on Linux")
def test_a_query_that_fills_the_memory_is_ended(mini_engine):
    greedy = "UNWIND range(1, 4000000) AS x WITH collect(toString(x) + $pad) AS xs RETURN size(xs) AS n"
    with pytest.raises(errors.LimitReached):
        mini_engine.read_untrusted(greedy, {"pad": "x" * 200}, Limits(seconds=60, memory_mib=512))
    assert mini_engine.read_untrusted("MATCH (n:Actor) RETURN count(n) AS n", {}, Limits()).rows == [(7,)]


def test_what_is_held_is_read_and_written_by_nobody_else_meanwhile(mini_engine):
    before = digest(mini_engine)
    other = KgliteEngine(mini_engine.path)
    with mini_engine.hold():
        assert digest(mini_engine) == before == digest(other)
        with pytest.raises(errors.DatabaseLocked, match=f"process {os.getpid()}"):
            other.write(lambda writer: writer.run("MATCH (n:Claim) DETACH DELETE n"))
        mini_engine.write(lambda writer: writer.run("MATCH (n:Actor {id: 'northland'}) SET n.note = 'held'"))
        other.write(
            lambda writer: writer.run("MATCH (n:Actor {id: 'northland'}) SET n.name = 'N.'")
        )  # not held any more
        query = "MATCH (n:Actor {id: 'northland'}) RETURN n.note AS note, n.name AS name"
        mini_engine.close()
        assert mini_engine.read(query).rows == [("held", "N.")]


def test_the_thread_that_opens_ends_with_the_opening(mini_engine):
    before = set(threading.enumerate())
    with mini_engine.hold():
        assert mini_engine.exists()
        for thread in set(threading.enumerate()) - before:  # the graph's memory is shared out again only then
            thread.join(10)
            assert not thread.is_alive()


def test_holding_alone_changes_nothing_and_lets_go(mini_engine):
    state = mini_engine.path.read_bytes()
    with pytest.raises(ZeroDivisionError), mini_engine.hold():
        _ = 1 // 0
    assert mini_engine.path.read_bytes() == state
    load_case(KgliteEngine(mini_engine.path), MINI)
    missing = KgliteEngine(mini_engine.path.with_name("none.kgl"))
    with missing.hold():
        assert not missing.exists()
    assert not list(mini_engine.path.parent.glob("none.kgl*"))


def test_what_somebody_writes_is_read_as_ever_and_not_written(mini_engine):
    before = digest(mini_engine)
    holder = kglite.open(str(mini_engine.path), durable="off")
    with mini_engine.hold():
        assert digest(mini_engine) == before
        with pytest.raises(errors.DatabaseLocked, match=f"process {os.getpid()}"):
            load_case(mini_engine, MINI)
    holder.close()


def test_what_cannot_be_written_is_read_as_ever(mini_engine, monkeypatch):
    before = digest(mini_engine)

    def refused(path, **_):
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(kglite, "open", refused)
    with mini_engine.hold():
        assert digest(mini_engine) == before
        with pytest.raises(errors.StorageFailed, match=r"could not be used.*Permission denied"):
            mini_engine.write(lambda writer: writer.run("MATCH (n:Claim) DETACH DELETE n"))
    monkeypatch.undo()
    assert digest(mini_engine) == before
