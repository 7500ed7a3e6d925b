"""An empty answer about a group points at related actors of whom the question finds something."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ask.made_up import LIBRARY, load_text
from tiebook.ask import ask
from tiebook.engine import Engine
from tiebook.engine.kglite.engine import KgliteEngine


def told(engine: Engine, name: str, **given: str) -> list[str]:
    document = ask(engine, LIBRARY.get(name), given).document()
    return [text for text in document.notes_of("elsewhere") if text.startswith("Coded about related actors")]


@pytest.mark.parametrize(
    ("name", "parameter", "actor"),
    [
        ("who-threatens", "threatened", "some-arab-countries"),
        ("beliefs", "holder", "irans-rivals-in-the-middle-east"),
    ],
)
def test_a_group_without_claims_points_at_other_groups(
    article_engine: Engine, name: str, parameter: str, actor: str
) -> None:
    (note,) = told(article_engine, name, **{parameter: "gulf-states"})
    assert f"(tiebook ask {name} --{parameter} {actor})" in note
    assert "officials" not in note
    assert len(ask(article_engine, LIBRARY.get(name), {parameter: actor})) >= 1


def test_the_other_parameters_stay(article_engine: Engine) -> None:
    assert not told(article_engine, "beliefs", holder="gulf-states", about="suez-canal")
    (note,) = told(article_engine, "who-threatens", threatened="gulf-states", source="china-iran")
    assert "--source china-iran" in note


def test_a_state_or_a_group_with_an_answer_gets_none(article_engine: Engine) -> None:
    assert not told(article_engine, "who-arms", recipient="pakistan")
    assert not told(article_engine, "who-threatens", threatened="some-arab-countries")
    # a group that is none of states is not likened to groups of states
    assert not told(article_engine, "who-threatens", threatened="road-map-opponents")


GROUPS = {
    "iranian-officials": "Iranian officials",
    "officials-in-iran": "Officials in Iran",  # the same, in other words
    "iranian-exiles": "Iranian exiles",  # they share a state's name
    "chinese-officials": "Chinese officials",  # they share what they are
    "saudi-officials": "Officials of Saudi Arabia and Iran",
    "some-exiles": "Some exiles",
}


def test_groups_are_not_related_by_a_state_that_they_name(tmp_path: Path) -> None:
    actors = [f'[[actor]]\nid = "{key}"\nname = "{name}"\nkind = "Collective"\n' for key, name in GROUPS.items()]
    claims = [{"says": f"{key} CRITICISES china"} for key in list(GROUPS)[1:]]
    engine = KgliteEngine(tmp_path / "x.kgl")
    load_text(engine, tmp_path, "voices", "2024", claims, things="".join(actors))
    (note,) = told(engine, "who-criticises", actor="iranian-officials")
    assert note.endswith(": Officials in Iran, 1 row (tiebook ask who-criticises --actor officials-in-iran)")
    engine.close()


def test_an_empty_answer_points_at_the_same_question_the_other_way_round(article_engine: Engine) -> None:
    found = ask(article_engine, LIBRARY.get("who-arms"), {"recipient": "china", "supplier": "saudi-arabia"})
    notes = [note for note in found.document().notes_of("elsewhere") if "other way round" in note]
    assert notes == [
        "Coded the other way round: 1 row (tiebook ask who-arms --recipient saudi-arabia --supplier china)"
    ]
    assert len(ask(article_engine, LIBRARY.get("who-arms"), {"recipient": "saudi-arabia", "supplier": "china"})) == 1


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("who-arms", {"recipient": "china"}),  # one actor has no other way round
        ("who-arms", {"recipient": "saudi-arabia", "supplier": "china"}),  # there is an answer
        ("who-arms", {"recipient": "saudi-arabia", "supplier": "iran"}),  # neither way
    ],
)
def test_nothing_is_said_of_the_other_way_round_where_there_is_nothing(
    article_engine: Engine, name: str, given: dict[str, str]
) -> None:
    found = ask(article_engine, LIBRARY.get(name), given)
    assert not [note for note in found.document().notes_of("elsewhere") if "other way round" in note]
