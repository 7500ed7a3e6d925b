"""What the header of a question declares about the words that find it: `unlike`, `negates`, "in the eyes of" in a phrase."""

import pytest

from tests.ask.words.conftest import TODAY
from tiebook.ask.words.index import build, load_index
from tiebook.ask.words.understand import understand_with
from tiebook.questions import QuestionLibrary


@pytest.fixture(scope="module")
def questions():
    return QuestionLibrary().all()


def understood_with(understood, questions, name, text, **declared):
    """Return what a text is taken for if the header of one question declares something else."""
    changed = [each._replace(**declared) if each.name == name else each for each in questions]
    return understand_with(build(changed), understood.names, text, TODAY)


def test_a_question_negates_one_that_there_is(questions):
    names = {each.name for each in questions}
    assert {each.negates for each in questions} - {None} == {"reasons"}
    assert "reasons" in names


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("Which organisations has Russia left?", "members-of", "left"),
        ("who violates the JCPOA?", "who-is-bound", "violates"),
        ("Did Russia leave the Shanghai Cooperation Organisation?", "members-of", "leave"),
    ],
)
def test_a_word_that_a_question_is_unlike_is_passed_over_by_no_answer(text, name, left, understood, questions):
    found = understood(text)
    assert found.taken is None
    (guess,) = (each for each in found.choices if each.name == name)
    assert guess.left == (left,)
    assert understood_with(understood, questions, name, text, unlike=()).taken is not None


def test_what_may_be_is_not_unlike(understood, questions):
    for verb, taken in (("could mediate", True), ("mediates", False)):
        found = understood_with(understood, questions, "who-balances", f"who {verb} between Egypt and Israel?", also=())
        assert (found.taken is not None) == taken


def test_persons_are_no_side_of_a_question_that_is_unlike_them(understood, questions):
    text = "which treaties bind Xi Jinping and Russia?"
    assert understood(text).taken is None
    taken = understood_with(understood, questions, "pacts-between", text, unlike=()).taken
    assert taken is not None
    assert taken.params == {"one": "xi-jinping", "other": "russia"}


def test_why_is_not_why_not_where_a_header_says_so(understood, questions):
    text = "why does China sell weapons to Iran?"
    assert understood(text).choices[0].name == "reasons"
    assert "why-not" not in [guess.name for guess in understood(text).choices]
    found = understood_with(understood, questions, "why-not", text, negates=None)
    assert "why-not" in [guess.name for guess in found.choices]


def test_the_cache_keeps_what_a_header_declares(tmp_path, monkeypatch):
    monkeypatch.setattr("tiebook.ask.words.index._place", lambda: tmp_path / "questions")
    library = QuestionLibrary()
    made, kept = load_index(library), load_index(library)
    assert kept.entries == made.entries
    assert kept.negated == made.negated == {"reasons"}
    assert next(each.unlike for each in kept.entries if each.name == "brokers")[0] == "mediate"
