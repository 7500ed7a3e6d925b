"""Short form: one kill of every command that writes; nothing is half done, and the same command completes it."""

import os
import random

import pytest

from tests.faults.command import run
from tests.faults.kills import kill, moments
from tests.faults.large import kill_large
from tests.faults.ledger import Ledger
from tests.faults.places import Place
from tests.faults.trial import scenarios, trial
from tests.fixtures_neo4j import require_server

GRAPH = ["load a case", "load a changed file", "load a new release", "load an export", "unload"]
FILES = ["resolve", "view", "export", "export tables", "backup"]


@pytest.mark.parametrize("name", [*GRAPH, "restore", *FILES])
def test_killed_on_kglite(rehearsed, tmp_path, name):
    trial(Place(tmp_path / "place"), rehearsed(name), kill(random.uniform(0.3, 1)))


@pytest.mark.parametrize("version", ["neo4j-5.26", "neo4j-2026"])
@pytest.mark.parametrize("name", ["load a changed file", "load a new release"])
def test_killed_on_a_server(tmp_path, version, name):
    place = Place(tmp_path / "place", require_server(version))
    scenario = scenarios(tmp_path, 400)[name]
    scenario.rehearse(place)
    trial(place, scenario, kill(random.uniform(0.5, 1)))


def test_a_table_killed_in_its_load_is_completed(tmp_path):
    ledger = Ledger("kglite", 3)
    kill_large(Place(tmp_path / "place"), tmp_path, 3000, 2, moments(3), ledger)
    assert not ledger.faults


def test_what_a_killed_export_left_is_tidied(tmp_path):
    ended = 2**22 + 1  # above any process id
    for number in (ended, os.getpid()):
        (tmp_path / f".net.json.{number}.part").write_text("half")
    run({"XDG_DATA_HOME": str(tmp_path / "data")}, "export", tmp_path / "net.json").in_order()
    assert [path.name for path in tmp_path.glob(".*")] == [f".net.json.{os.getpid()}.part"]
