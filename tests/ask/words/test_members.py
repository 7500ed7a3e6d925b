"""Who belongs to what: groups are told from states and persons, also those that the graph lacks."""

from datetime import date
from pathlib import Path

import pytest

from tests.ask.made_up import load_text
from tiebook.ask import ask
from tiebook.ask.words.index import build
from tiebook.ask.words.names.known import read_names
from tiebook.ask.words.understand import understand_with
from tiebook.engine import Engine
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import UnknownName
from tiebook.questions import QuestionLibrary


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("is Iran a member of the SCO?", "members-of --group shanghai-cooperation-organisation --member iran"),
        ("Does China belong to the SCO?", "members-of --group shanghai-cooperation-organisation --member china"),
        ("Is China part of the SCO", "members-of --group shanghai-cooperation-organisation --member china"),
        ("which organisations does Iran belong to?", "members-of --member iran"),
        ("memberships of China", "members-of --member china"),
        ("who is in the Gulf Cooperation Council", "members-of --group gulf-cooperation-council"),
        ("who is in Iraq", "who-is-where --place iraq"),
        ("who controls Hezbollah", "who-is-where --place hezbollah"),
    ],
)  # fmt: skip
def test_members_of_groups(text, command, understood):
    assert understood.command(text) == command


def test_whoever_is_allied_is_no_office(understood):
    found = understood("who are Iran-backed groups in Iraq, Syria and Lebanon")
    assert "offices" not in [guess.name for guess in found.choices[:2]]


@pytest.fixture
def small(tmp_path):
    engine = KgliteEngine(tmp_path / "small.kgl")
    load_text(engine, tmp_path, "early", "2021", [{"says": "peru SUPPORTS chile"}])
    yield engine
    engine.close()


@pytest.mark.parametrize(
    ("text", "group", "hint"),
    [
        ("who is in BRICS", "brics", "its members come with blocs: tiebook load blocs"),
        ("who are the members of ASEAN?", "asean", "its members come with blocs: tiebook load blocs"),
        ("who is in the Arab League", "arab-league", "tiebook ask actors lists the actors"),
        ("who is in NATO", "nato", "tiebook ask actors lists the actors"),
    ],
)
def test_an_organisation_that_is_not_loaded_is_known_all_the_same(
    small: Engine, text: str, group: str, hint: str
) -> None:
    index = build(QuestionLibrary({}).all())
    found = understand_with(index, read_names(small, text, index.counts), text, date(2026, 11, 28))
    assert found.taken is not None, found.choices
    assert found.taken.arguments == ["members-of", "--group", group]
    with pytest.raises(UnknownName) as caught:
        ask(small, QuestionLibrary({}).get("members-of"), found.taken.params)
    assert caught.value.what == f"--group: '{group}' is not in any loaded source"
    assert caught.value.hint == hint


def test_a_word_in_small_letters_is_no_organisation(small: Engine) -> None:
    assert "brics" in read_names(small, "the BRICS did it").of
    assert "brics" not in read_names(small, "the brics did it").of


def test_one_member_is_asked_about(engine: Engine, tmp_path: Path) -> None:
    claims = [{"says": "peru MEMBER_OF brics"}, {"says": "chile MEMBER_OF brics"}, {"says": "peru MEMBER_OF opec"}]
    load_text(engine, tmp_path, "early", "2021", claims)

    def rows(**given: str) -> list[tuple[str, str]]:
        answer = ask(engine, QuestionLibrary({}).get("members-of"), given)
        return [(row["member"], row["group"]) for row in answer]

    assert rows(member="peru", group="brics") == [("Peru", "BRICS")]
    assert rows(member="peru") == [("Peru", "BRICS"), ("Peru", "OPEC")]
    assert rows(group="brics") == [("Chile", "BRICS"), ("Peru", "BRICS")]
