"""Short form: full disks, folders that cannot be written, clocks that are wrong."""

import pytest

from tests.faults import clocks, storage
from tests.faults.places import Place
from tests.faults.trial import trial
from tiebook.support.atomic_write import write_atomically


@pytest.fixture
def small(tmp_path):
    """Return a place on a small file system of its own."""
    reason = storage.lacking()
    if reason is not None:
        pytest.skip(reason)
    try:
        with storage.small_disk(tmp_path / "disk") as folder:
            yield Place(folder)
    except OSError as error:
        pytest.skip(f"may not mount here: {error}")


NAMES = ["load a case", "load a new release", "load an export", "unload", "resolve", "view", "export", "export tables"]


@pytest.mark.parametrize("name", [*NAMES, "backup", "restore"])
def test_no_room_and_no_right_to_write(rehearsed, small, name):
    scenario = rehearsed(name)
    for room in (0, 30_000):
        done, left = trial(small, scenario, storage.full(room))
        if done.code:
            done.refused(*storage.WORDS)
        assert (left == "new") == (done.code == 0)
    done, left = trial(small, scenario, storage.read_only)
    done.refused(*storage.WORDS)
    assert left == "old"


@pytest.mark.skipif(clocks.lacking() is not None, reason=str(clocks.lacking()))
@pytest.mark.parametrize("day", clocks.DAYS)
def test_a_clock_that_is_wrong(rehearsed, tmp_path, day):
    place = Place(tmp_path / "place")
    scenario = rehearsed("load a changed file")
    done, left = trial(place, scenario, clocks.clock_at(day))
    assert (done.in_order().code, left) == (0, "new")


def test_a_lock_of_another_time_is_no_lock(rehearsed, tmp_path):
    place = Place(tmp_path / "place")
    scenario = rehearsed("load a changed file")
    scenario.set_up(place)
    place.file.with_name("graph.kgl.lock-owner").write_text("pid=1\nsince=2999-01-01T00:00:00Z\n")
    assert scenario.aftermath(place) == "old"


def test_a_file_is_written_whole_or_not(tmp_path):
    target, link = tmp_path / "a.txt", tmp_path / "b.txt"
    write_atomically(target, "old")
    target.chmod(0o600)
    link.symlink_to(target)
    write_atomically(link, "new")
    assert (target.read_text(), target.stat().st_mode & 0o777, link.is_symlink()) == ("new", 0o600, True)
    with pytest.raises(OSError, match="No such file"):
        write_atomically(tmp_path / "none" / "a.txt", "x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="Is a directory"):
        write_atomically(tmp_path / "folder", "x")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "folder"]
