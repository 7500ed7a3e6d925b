"""What an assistant is told of a question: in names that its answers have, and with the options that `ask` takes."""

import re

import pytest

from tests.assistant.test_server import tools  # noqa: F401 -- a fixture
from tiebook.assistant.about import about, seen
from tiebook.assistant.finding import find_questions
from tiebook.questions import QuestionLibrary
from tiebook.questions.options import RESERVED
from tiebook.questions.question import parse_question

LIBRARY = QuestionLibrary({})
TEXT = """\
// title: T
// question: Who helps {{target}}?
// note: {note}
// param target: actor -- whom
// takes: as_of
// returns: helper, in_force, holds, names_only, quote, claim
// shows: helper
// example: (none)
MATCH (n) RETURN n.id AS helper ORDER BY helper
"""


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("Lists aid. names_only is for names.", "Lists aid."),
        ("holds is certainly or possibly. An end counts.", "An end counts."),
        ("Lists aid; names_only says so; the rest too. One row each.", "Lists aid. One row each."),
        ("Who holds on says so. helper is the first.", "Who holds on says so. helper is the first."),
        ("Compare with the window (--coverage).", "Compare with the window (the tool sources)."),
        ("Give --as-of for a day; use --format csv.", "Give as_of for a day."),
        ("For all of them, use tiebook analyse balance. Else ask who-arms.", "Else ask who-arms."),
        ("Aims, views as... for all.", "Aims, views as... for all."),
        ("holds is certainly or possibly.", None),
    ],
)
def test_a_note_speaks_of_what_an_answer_has(tmp_path, note, told):
    assert about(parse_question(TEXT.format(note=note), tmp_path / "q.cypher")) == told


@pytest.mark.parametrize("question", LIBRARY.all(), ids=lambda each: each.name)
def test_no_note_names_what_is_not_there(question):
    told = about(question) or ""
    known = seen(question).union((param.name for param in question.params), question.takes)
    assert not {name for name in re.findall(r"\b[a-z]+_[a-z_]+", told) if name not in known}
    assert "--" not in told
    assert "tiebook " not in told


def test_the_options_of_ask_are_told_where_it_is_called(tools, graph):  # noqa: F811
    told = tools["ask"].input_schema["properties"]["parameters"]["description"]
    for option in RESERVED:
        assert re.search(rf"{option.name} \({option.kind}\) leaves out \w", told), option.name
    said = find_questions(graph).summary
    assert all(option.name in said for option in RESERVED)
