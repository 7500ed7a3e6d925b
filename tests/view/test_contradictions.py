"""The picture of who contradicts whom: both sides are drawn, and the page does not say that nobody disagrees."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.graphs import shared_engine
from tiebook.ask import Answer, ask
from tiebook.engine import Engine
from tiebook.pictures import picture
from tiebook.questions import QuestionLibrary
from tiebook.questions.pictures import NETWORK
from tiebook.view.notebook import Picture


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Return a graph of the three texts that ship."""
    return shared_engine("kglite", "voices_engine", tmp_path_factory.mktemp)


def asked(texts: Engine, name: str, **given: str) -> tuple[Answer, Picture]:
    answer = ask(texts, QuestionLibrary({}).get(name), given)
    found = picture(texts, answer, NETWORK)
    assert isinstance(found, Picture)
    return answer, found


def test_both_sides_of_a_contradiction_are_drawn(texts: Engine) -> None:
    answer, found = asked(texts, "who-contradicts-whom")
    both = {row[name] for row in answer for name in ("claim", "other_claim")}
    assert len(both) == 16
    ties = {tie.claim: tie for tie in found.network.ties}
    assert set(ties) == both
    assert {row["other_claim"] for row in answer} == {name for name, tie in ties.items() if not tie.negated}


@pytest.mark.browser
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("who-contradicts-whom", ("They disagree on 2:", "said and denied")),
        ("what-is-denied", ("No source here denies what another one says.",)),
    ],
)
def test_the_page_says_what_the_drawn_sides_say(
    texts: Engine, go: Any, tmp_path: Path, name: str, words: tuple[str, ...]
) -> None:
    file = tmp_path / "answer.html"
    file.write_text(str(asked(texts, name)[1].content(".html")), "utf-8")
    tab = go(file)
    tab.wait_for_selector("html[data-ready]")
    tab.wait_for_selector("#filters .note", state="attached")
    text = tab.text_content("#filters")
    assert all(each in text for each in words)
