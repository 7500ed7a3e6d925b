"""Questions in general words, and what the linter looks at."""

import pytest

from tiebook.questions import QuestionLibrary
from tiebook.questions.general import in_general
from tiebook.questions.lint import _bare

SHELF = QuestionLibrary({})


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("ties-between", "an actor and another"),
        ("what-changed", "one day"),
    ],
)
def test_a_question_in_general_words(name, words):
    text = in_general(SHELF.get(name))
    assert words in text
    assert "{" not in text


@pytest.mark.parametrize(
    ("text", "bare"),
    [("a = 'x, y' // c", "a = '' "), ('a = "it\'s" AND b', "a = '' AND b"), ("'//' + \"//\" // '", "'' + '' ")],
)
def test_strings_and_comments_are_blanked_out(text, bare):
    assert _bare(text) == bare
