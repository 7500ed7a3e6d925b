"""Every shipped question is sound: header complete, parameters declared and used, columns, schema and portability."""

import pytest

from tiebook.catalogue import Shelf
from tiebook.catalogue.lint import lint

QUESTIONS = Shelf({}).all()


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_shipped_question_is_sound(question):
    assert lint(question) == []


def test_names_and_titles_are_told_apart():
    assert len({question.title for question in QUESTIONS}) == len(QUESTIONS)
    assert len(QUESTIONS) >= 10
