"""Short form: writers and a reader at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.faults.command import run
from tests.faults.places import Place
from tests.faults.writers import rivals
from tests.fixtures_neo4j import require_server


@pytest.mark.parametrize("writers", [2, 4])
def test_writers_at_once_on_kglite(tmp_path, writers):
    tally = rivals(Place(tmp_path / "place"), tmp_path / "made", writers=writers, ties=300)
    assert len(tally.loads) == 2 * writers
    assert tally.answers


@pytest.mark.parametrize("version", ["neo4j-5.26", "neo4j-2026"])
def test_writers_at_once_on_a_server(tmp_path, version):
    place = Place(tmp_path / "place", require_server(version))
    tally = rivals(place, tmp_path / "made", writers=3, ties=200)
    assert len(tally.loads) == 6
    assert tally.locked == 0
    assert tally.answers


def test_decisions_at_once_are_all_kept(tmp_path):
    place = Place(tmp_path)
    place.empty()
    names = [f"Land {number}" for number in range(6)]
    with ThreadPoolExecutor(6) as pool:
        for done in pool.map(
            lambda name: run(place.environment, "resolve", "gsdb", "--name", name, "--as", "iran"), names
        ):
            done.in_order()
    kept = run(place.environment, "resolve").in_order().out
    assert [name for name in names if name not in kept] == []
