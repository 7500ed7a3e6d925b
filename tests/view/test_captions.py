"""Captions of networks: how many claims each account makes."""

from __future__ import annotations

from pathlib import Path

from tests.ask.made_up import load_text
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.view.collect import collect


def test_one_claim_is_told_in_the_singular(tmp_path: Path) -> None:
    engine = KgliteEngine(tmp_path / "x.kgl")
    load_text(engine, tmp_path, "one", "2020", [{"says": "peru SUPPORTS chile"}])
    load_text(engine, tmp_path, "two", "2020", [{"says": "peru SUPPORTS chile"}, {"says": "peru OPPOSES mali"}])
    one, two, *_ = collect(engine).caption
    engine.close()
    assert one == "The account of Writer of one: one, coded by Tests; 1 claim or tie between actors."
    assert two == "The account of Writer of two: two, coded by Tests; 2 claims and ties between actors."
