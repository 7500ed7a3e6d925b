"""Decisions and spells, on tables made here."""

from datetime import date
from pathlib import Path

import pytest

from tiebook.crosswalk.decisions import Decisions, decisions_file
from tiebook.crosswalk.table import crosswalk
from tiebook.crosswalk.unresolved import Resolver
from tiebook.model.dates import Span


def test_which_file_of_decisions_is_meant(tmp_path, monkeypatch):
    own = {"TIEBOOK_DECISIONS": "own.toml"}
    assert decisions_file(Path("given.toml"), own) == Path("given.toml")
    assert decisions_file(None, own) == Path("own.toml")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert decisions_file(None, {"TIEBOOK_DECISIONS": ""}) == tmp_path / "tiebook" / "decisions.toml"


def test_decisions_are_told_in_order_and_a_sources_own_count_before_those_for_all(tmp_path):
    made = Decisions(tmp_path / "new" / "decisions.toml")
    for source, text, actor in [
        ("unga", "Zaire", "dr-congo"),
        ("*", "Burma", "x"),
        ("unga", "Burma", "myanmar"),
        ("*", "Aa", "y"),
    ]:
        made.decide(source, text, actor)
    again = Decisions(tmp_path / "new" / "decisions.toml")
    assert again.all() == [
        ("*", "Aa", "y"),
        ("*", "Burma", "x"),
        ("unga", "Burma", "myanmar"),
        ("unga", "Zaire", "dr-congo"),
    ]
    assert again.of("unga") == {"Aa": "y", "Burma": "myanmar", "Zaire": "dr-congo"}
    assert again.of("sipri") == {"Aa": "y", "Burma": "x"}


def test_a_code_that_means_nobody_is_told_with_whom_it_means_elsewhere():
    resolver = Resolver(crosswalk())
    assert [resolver.code("cow", code) for code in ("omn", "Oman", "512", "xyz")] == [None] * 4
    assert {each.text: each.candidates for each in resolver.unresolved()} == {
        "omn": ("oman",),
        "Oman": ("oman",),
        "512": ("oman",),
        "xyz": (),
    }


@pytest.mark.parametrize(
    ("first", "last", "spells"),
    [
        (date(1990, 10, 2), date(1990, 10, 2), ["germany"]),
        (date(1992, 12, 31), date(1992, 12, 31), ["germany"]),
    ],
)
def test_a_spell_of_one_day_is_one(first, last, spells):
    table = crosswalk()
    found = table.spells("cow", "260" if first.year == 1990 else "255", Span(first, last))
    assert [actor for actor, _ in found] == spells
    assert all(span == Span(first, last) for _, span in found)
