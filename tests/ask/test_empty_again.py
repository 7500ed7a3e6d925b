"""What an empty answer is told from is worked out once: the next one in the same process is quick."""

from __future__ import annotations

import pytest

from tiebook.ask import ask
from tiebook.ask.document.nearby import elsewhere, related
from tiebook.engine import Engine
from tiebook.questions import QuestionLibrary, question_library


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Count the questions read, the patterns found and the names taken apart."""
    found = {"read": 0, "pattern": 0, "names": 0}

    def count(module: object, name: str, key: str) -> None:
        does = getattr(module, name)

        def counting(*given: object, **named: object) -> object:
            found[key] += 1
            return does(*given, **named)

        monkeypatch.setattr(module, name, counting)

    count(question_library, "read_question", "read")
    count(elsewhere, "tie_pattern", "pattern")
    count(related, "_state", "names")
    for kept in (question_library._read, elsewhere._with_all_ends, related._words):
        kept.cache_clear()
    return found


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("who-arms", {"supplier": "gulf-states", "recipient": "iran"}),
        ("who-opposes", {"actor": "gulf-states", "target": "china"}),
    ],
)
def test_a_second_empty_answer_reads_nothing_again(
    article_engine: Engine, counted: dict[str, int], name: str, given: dict[str, str]
) -> None:
    question = QuestionLibrary({}).get(name)
    first = ask(article_engine, question, given)
    assert not first.rows
    told = [first.document().notes_of("elsewhere"), dict(counted)]
    assert counted["read"]
    assert counted["names"]
    again = ask(article_engine, question, given)
    assert [again.document().notes_of("elsewhere"), dict(counted)] == told
