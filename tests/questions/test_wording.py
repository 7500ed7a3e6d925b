"""Questions in general words, and what the linter looks at."""

import pytest

from tiebook.questions import QuestionLibrary
from tiebook.questions.general import in_general
from tiebook.questions.lint import _bare
from tiebook.questions.wording import worded

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


@pytest.mark.parametrize(
    ("name", "whose"),
    [("the United States", "the United States' aims"), ("Iran", "Iran's aims"), ("the BRICS", "the BRICS's aims")],
)
def test_what_is_somebody_s(name, whose):
    assert worded("What are {actor}'s aims toward {other}?", {"actor": name, "other": "Mars"}) == (
        f"What are {whose} toward Mars?"
    )


def test_a_verb_agrees_with_the_name_that_follows_it():
    template = "[Does {actor} support {target}|How is {target} seen|Has {actor} left], and was {target} asked?"
    assert (
        worded(template, {"actor": "the Gulf states", "target": "Mali"})
        == "Do the Gulf states support Mali, and was Mali asked?"
    )
    assert worded(template, {"target": "Peru's allies"}) == "How are Peru's allies seen, and were Peru's allies asked?"
    assert worded("Has {actor} left?", {"actor": "Some states"}) == "Have Some states left?"
    assert worded("Does {actor} act?", {}) == "Does any actor act?"
