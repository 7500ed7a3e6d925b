"""Decisions and spells, on tables made here."""

from datetime import date
from pathlib import Path

import pytest

from tiebook.crosswalk.decisions import Decisions, decisions_file
from tiebook.crosswalk.table import crosswalk
from tiebook.crosswalk.unresolved import Resolver
from tiebook.errors import BadSource
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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[gsdb]\nAtlantis = "greece"\n', "gsdb: 'Atlantis' has no `actor`"),
        ('[gsdb]\nAtlantis = {actor = ["greece"]}\n', "gsdb: 'Atlantis' has no `actor`"),
        ('Atlantis = "greece"\n', "Atlantis is not a table of names"),
        ('[[gsdb]]\nname = "Atlantis"\n', "gsdb is not a table of names"),
        ("[gsdb\n", "not a file of decisions"),
    ],
)
def test_what_is_no_decision_is_told_with_how_to_write_one(tmp_path, text, said):
    path = tmp_path / "decisions.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(BadSource) as refused:
        Decisions(path)
    assert said in str(refused.value)
    assert '"NAME" = {actor = "ID"}' in str(refused.value)
    assert "decisions.toml" in str(refused.value)


def test_a_decision_about_a_name_with_a_sign_is_none_about_the_name_without():
    resolver = Resolver(crosswalk(), decisions={"C#": "iran"})
    assert (resolver.known("c#"), resolver.known("C"), resolver.known("C++")) == ("iran", None, None)
    assert resolver.known("OPEC") == "opec"
    assert resolver.known("OPEC+") is None


def test_a_decision_about_a_code_is_none_about_a_name():
    resolver = Resolver(
        crosswalk(), spellings={"Annex: Persia": "iran", "The Annex": "iran"}, decisions={"cow:9999": "greece"}
    )
    assert (resolver.code("cow", "9999"), resolver.known("cow:9999"), resolver.known("9999")) == ("greece", None, None)
    assert resolver.known("annex: Persia") == "iran", "a name may have a colon too"
    assert [resolver.steady("name", text) is None for text in ("cow:9999", "Annex: Persia")] == [False, True]
