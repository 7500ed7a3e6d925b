"""Every example of every question has its golden answer, on KGLite, Neo4j 5.26 and Neo4j 2026, in value, type and order.

`pytest tests/ask/test_golden.py -k kglite --update-answers` writes the answers anew; read the difference before you commit it.
"""

import pytest

from tests.ask.answers import EXAMPLES, FOLDER, QUESTIONS, compare, golden


@pytest.mark.parametrize(("question", "example"), EXAMPLES, ids=[f"{q.name} {e}" for q, e in EXAMPLES])
def test_golden_answer(article_engine, question, example, request):
    compare(article_engine, question, example, update=request.config.getoption("--update-answers"))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_an_example_shows_something(question):
    assert any(answer["rows"] for answer in golden(question).values())


def test_no_golden_answer_is_left_over():
    assert {path.stem for path in FOLDER.glob("*.json")} == {question.name for question in QUESTIONS}
    for question in QUESTIONS:
        assert set(golden(question)) == set(question.examples)
