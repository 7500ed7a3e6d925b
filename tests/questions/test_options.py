"""One list of options: the command has them all and no others, and no question's parameter can hide one."""

import inspect

import click
import pytest

from tests.questions.test_question import SOUND
from tiebook.ask import ask
from tiebook.cli.ask.ask import command
from tiebook.errors import BadQuestion
from tiebook.python.asker import Asker
from tiebook.questions import QuestionLibrary, options
from tiebook.questions.question import parse_question


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
    assert all(option.kind == "flag" for option in options.ASKING)
    for asks in (ask, Asker.__call__):
        flags = [name for name, each in inspect.signature(asks).parameters.items() if each.default is False]
        assert flags == named
