"""One list of options: the command has them all and no others, and no question's parameter can hide one."""

import click
import pytest

from tests.questions.test_question import SOUND
from tiebook.cli.ask.ask import command
from tiebook.errors import BadQuestion
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
    listed = (*options.RESERVED, *options.ASKING, *options.SHOWING)
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
