"""The data of a picture: what it refuses, and its way through JSON."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys

import pytest

from tests.view.sample import article
from tiebook.view.network import NetActor, NetTie, Network, from_dict

A, B = NetActor("a", "A", "State"), NetActor("b", "B", "State")


@pytest.mark.parametrize(
    ("actors", "ties", "what"),
    [
        ((A, A), (), "two actors"),
        ((A, B), (NetTie("x", "AIDS", "a", "b"),) * 2, "two ties"),
        ((A,), (NetTie("x", "AIDS", "a", "b"),), "not an actor"),
        ((A, B), (NetTie("x", "AIDS", "a", "b", mode="hoped"),), "unknown"),
        ((A, B), (NetTie("x", "AIDS", "a", "b", sign=2),), "unknown"),
    ],
)
def test_what_does_not_hold_together_is_refused(
    actors: tuple[NetActor, ...], ties: tuple[NetTie, ...], what: str
) -> None:
    with pytest.raises(ValueError, match=what):
        Network("n", actors=actors, ties=ties)


def test_json_round_trip() -> None:
    network = article()
    assert from_dict(json.loads(json.dumps(dataclasses.asdict(network), default=str))) == network


def test_importing_the_view_loads_nothing_heavy() -> None:
    code = "import sys, tiebook.view; print([m for m in ('numpy', 'pandas', 'networkx', 'kglite', 'neo4j') if m in sys.modules])"
    out = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": "graph"}
    )
    assert out.stdout.strip() == "[]"
