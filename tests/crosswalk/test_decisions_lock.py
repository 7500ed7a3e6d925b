"""Decisions of several processes: each reads and writes the file while no other does."""

import pytest
from filelock import FileLock, Timeout

from tiebook.crosswalk.decisions import Decisions
from tiebook.errors import StorageFailed
from tiebook.support.atomic_write import write_atomically


def test_the_file_is_locked_while_it_is_written(tmp_path, monkeypatch):
    path = tmp_path / "data" / "decisions.toml"
    written = []

    def locked(target, content):
        with pytest.raises(Timeout):
            FileLock(path.with_suffix(".lock")).acquire(timeout=0)
        written.append(write_atomically(target, content))

    monkeypatch.setattr("tiebook.crosswalk.decisions.write_atomically", locked)
    kept = Decisions(path)
    kept.decide("gsdb", "Ceylon", "sri-lanka")
    kept.undo("gsdb", "Ceylon")
    assert written == [path, path]
    with FileLock(path.with_suffix(".lock"), timeout=0):
        assert Decisions(path).all() == []


def test_a_decision_made_meanwhile_stays(tmp_path):
    path = tmp_path / "decisions.toml"
    one, two = Decisions(path), Decisions(path)
    one.decide("gsdb", "Ceylon", "sri-lanka")
    two.decide("gsdb", "Siam", "thailand")
    assert [text for _, text, _ in Decisions(path).all()] == ["Ceylon", "Siam"]


@pytest.mark.parametrize("fault", [NotImplementedError("no locks here"), PermissionError(13, "Permission denied")])
def test_a_disk_that_gives_no_lock_is_said(tmp_path, monkeypatch, fault):
    def refused(*_, **__):
        raise fault

    monkeypatch.setattr(FileLock, "acquire", refused)
    with pytest.raises(StorageFailed, match=r"could not be kept: (no locks here|Permission denied)"):
        Decisions(tmp_path / "decisions.toml").decide("gsdb", "Ceylon", "sri-lanka")
    assert not (tmp_path / "decisions.toml").exists()
