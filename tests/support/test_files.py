"""Files written whole or not at all, small files read, and the folders that ship beside the code."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tiebook.support import atomic_write, small_files
from tiebook.support.atomic_write import opened_whole, sync_folder, write_atomically
from tiebook.support.resources import is_installed, resource_folder, text_file
from tiebook.support.small_files import read_small


def parts(folder):
    """Return the files half written that stand in a folder."""
    return sorted(path.name for path in folder.glob(".*.part"))


@pytest.mark.parametrize(("content", "expected"), [("é\r\n", b"\xc3\xa9\r\n"), (b"\xff\x00", b"\xff\x00")])
def test_a_file_is_written_as_it_is(tmp_path, content, expected):
    path = tmp_path / "x.txt"
    assert write_atomically(path, content) == path
    assert path.read_bytes() == expected
    assert parts(tmp_path) == []


def test_a_file_keeps_its_mode(tmp_path):
    path = tmp_path / "x.txt"
    path.write_text("old")
    path.chmod(0o640)
    write_atomically(path, "new")
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_failure_leaves_the_old_content_and_no_part(tmp_path):
    path = tmp_path / "x.txt"
    path.write_text("old")

    def fail():
        with opened_whole(path) as file:
            file.write(b"new")
            assert path.read_text() == "old"
            assert parts(tmp_path) == [f".x.txt.{os.getpid()}.part"]
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert path.read_text() == "old"
    assert parts(tmp_path) == []


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_atomically(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_links_in_a_circle_are_an_error(tmp_path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError, match="links") as failure, opened_whole(tmp_path / "a"):
        pass
    assert failure.value.errno == errno.ELOOP


def test_what_is_no_plain_file_is_written_to(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE)
    assert write_atomically(pipe, "through") == pipe
    assert reader.communicate()[0] == b"through"
    assert pipe.is_fifo()


def test_parts_of_killed_processes_are_taken_away_and_no_others(tmp_path):
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    dead = int(ended.stdout)
    kept = [".x.txt.1.part", f".y.txt.{dead}.part", ".x.txt.own.part", f".x.txt.{os.getppid()}.part"]
    for name in [f".x.txt.{dead}.part", *kept]:
        (tmp_path / name).write_text("part")
    write_atomically(tmp_path / "x.txt", "new")
    assert parts(tmp_path) == sorted(kept)


def test_the_file_and_its_folder_come_to_disk(tmp_path, monkeypatch):
    synced: list[str] = []
    handles = Path("/proc/self/fd")
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(str((handles / str(handle)).readlink())))
    write_atomically(tmp_path / "x.txt", "new")
    assert synced == [str(tmp_path / f".x.txt.{os.getpid()}.part"), str(tmp_path)]
    opened = len(list(handles.iterdir()))
    sync_folder(tmp_path)
    assert len(list(handles.iterdir())) == opened


def test_elsewhere_no_process_is_asked_for_and_no_folder_synced(tmp_path, monkeypatch):
    (tmp_path / ".x.txt.99999999.part").write_text("part")
    monkeypatch.setattr(atomic_write, "os", SimpleNamespace(name="nt"))  # it has neither kill nor open
    atomic_write._tidy(tmp_path / "x.txt")
    sync_folder(tmp_path)
    assert parts(tmp_path) == [".x.txt.99999999.part"]


@pytest.mark.parametrize(("size", "fits"), [(4, True), (5, False)])
def test_small_files_have_a_limit(tmp_path, monkeypatch, size, fits):
    monkeypatch.setattr(small_files, "LARGEST", 4)
    (tmp_path / "x").write_bytes(b"x" * size)
    if fits:
        assert read_small(tmp_path / "x") == b"xxxx"
        return
    with pytest.raises(OSError, match="larger than 0 MiB") as failure:
        read_small(tmp_path / "x")
    assert failure.value.errno == errno.EFBIG


def test_the_limit_is_64_mebibytes():
    assert small_files.LARGEST == 64 * 1024 * 1024


def test_a_pipe_is_no_small_file(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="not a regular file") as failure:
        read_small(tmp_path / "pipe")
    assert failure.value.errno == errno.EINVAL


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_small(tmp_path / "none")


def test_folders_beside_the_code(tmp_path, monkeypatch):
    assert (resource_folder("queries") / "record").is_dir()
    assert (resource_folder("loaders") / "blocs").is_dir()
    package = tmp_path / "site" / "tiebook"
    (package / "queries").mkdir(parents=True)
    monkeypatch.setattr("tiebook.support.resources.__file__", str(package / "support" / "resources.py"))
    assert resource_folder("queries") == package / "queries"
    assert resource_folder("loaders") == tmp_path / "loaders"
    assert is_installed(package / "queries" / "x.cypher")
    assert not is_installed(tmp_path / "loaders")


@pytest.mark.parametrize(
    ("given", "environment", "expected"),
    [
        (None, {}, None),
        (None, {"TIEBOOK_TEXT": ""}, None),
        (None, {"TIEBOOK_TEXT": "a.txt"}, Path("a.txt")),
        (Path("b.txt"), {"TIEBOOK_TEXT": "a.txt"}, Path("b.txt")),
    ],
)
def test_the_users_text(given, environment, expected):
    assert text_file(given, environment) == expected


def test_a_part_that_another_process_takes_away_first_is_no_fault(tmp_path, monkeypatch):
    part = tmp_path / ".x.txt.99999999.part"
    part.write_text("part")

    def ended(number, signal):
        assert (number, signal) == (99999999, 0)
        part.unlink()
        raise ProcessLookupError

    monkeypatch.setattr(os, "kill", ended)
    assert write_atomically(tmp_path / "x.txt", "new").read_text() == "new"
