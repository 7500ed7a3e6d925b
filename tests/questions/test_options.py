"""One list of options: the command has them all and no others, and no question's parameter can hide one."""

import inspect

import click
import pytest

from tests.questions.test_question import SOUND
from tiebook.ask import ask
from tiebook.cli.ask.ask import command
from tiebook.cli.common import click_option
from tiebook.errors import BadQuestion, UsageError
from tiebook.python.asker import Asker
from tiebook.python.stored_questions import by_name
from tiebook.questions import QuestionLibrary, options
from tiebook.questions.question import parse_question
from tiebook.serve.content.forms import option_field


def built(name):
    """Return the options of a question's command by the name that the command is given, with what is typed."""
    made = command.get_command(click.Context(command), name)
    assert made is not None
    return {each.name: {*each.opts, *each.secondary_opts} for each in made.params if isinstance(each, click.Option)}


def test_the_command_has_the_options_of_the_list_and_those_of_the_question():
    question = QuestionLibrary({}).get("who-arms")
    own = {param.name for param in question.params}
    listed = (*options.RESERVED, *options.FILES, *options.ASKING, *options.SHOWING)
    assert set(built("who-arms")) == own | {option.name for option in listed}


@pytest.mark.parametrize("name", sorted(options.taken_names()))
def test_no_parameter_has_the_name_of_an_option(name, tmp_path):
    if len(name) == 1:  # -f: a parameter is typed with two dashes
        return
    with pytest.raises(BadQuestion, match=f"{name} is an option of every question"):
        parse_question(SOUND.replace("param tie: tie?", f"param {name}: tie?"), tmp_path / "q.cypher")


def test_what_is_typed_is_taken_too():
    typed = {word.lstrip("-").replace("-", "_") for words in built("who-arms").values() for word in words}
    own = {"recipient", "supplier", *(option.name for option in options.RESERVED)}
    assert typed - own <= options.taken_names()
    assert {"text", "view", "format", "form", "no_evidence", "db", "help"} <= options.taken_names()


def test_what_an_answer_is_besides_its_rows_is_an_argument_everywhere():
    named = [option.name for option in options.ASKING]
    empty = {by_name(option).default for option in options.ASKING}
    for asks in (ask, Asker.__call__):
        arguments = inspect.signature(asks).parameters
        assert [name for name in arguments if name in named] == named
        assert {arguments[name].default for name in named} == empty


@pytest.mark.parametrize(
    ("kind", "typed", "value", "control", "annotation"),
    [
        ("flag", "1", True, "check", "bool"),
        ("integer", "12", 12, "number", "int | None"),
        ("text", "a b", "a b", "text", "str | None"),
        ("date", "2020-01-02", "2020-01-02", "date", "datetime.date | str | None"),
    ],
)
def test_an_option_is_what_its_kind_says_in_command_page_and_python(kind, typed, value, control, annotation):
    option = options.Option("most", ("--most",), kind, "At most so many.")
    given = ["--most"] if kind == "flag" else ["--most", typed]
    made = click.Command("x", params=[click_option(option)])
    assert made.make_context("x", given).params == {"most": value}
    assert made.make_context("x", []).params == {"most": by_name(option).default}
    assert option.read(typed) == value
    assert option_field(option, lambda _: (), typed).control == control
    assert inspect.formatannotation(by_name(option).annotation) == annotation


def test_a_number_that_is_none_is_refused():
    option = options.Option("most", ("--most",), "integer", "")
    with pytest.raises(UsageError, match="--most takes a whole number, not 'many'"):
        option.read("many")
