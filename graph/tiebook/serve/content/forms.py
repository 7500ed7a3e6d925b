"""The form of a question: a field for every parameter, with what can be chosen or completed; and its examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, NamedTuple

from tiebook.ask.named_commands import SET, values_of
from tiebook.ask.parameters import bind
from tiebook.engine import Engine
from tiebook.errors import UsageError
from tiebook.questions import Question, options
from tiebook.serve.content.commands import address_of
from tiebook.serve.content.lookup import Choice, few_names

WORDS: Final = "your-words"  # how it was asked in free words; no parameter has a hyphen in its name
FROM_ROW: Final = "from-row"  # with which row of an answer its page begins
# what an address holds for the page and not for the question
OWN: Final = (WORDS, FROM_ROW, "picture-theme", "picture-slim", "picture-bare")
# what an answer is besides its rows: those options of `ask` that have a meaning on a page
BESIDE: Final = {
    option.name: option
    for option in (*options.ASKING, *options.SHOWING)
    if option in options.ASKING or option.name == "wide"
}
# what a value of a kind is given by; by a text where it is not here
_CONTROLS: Final[dict[str, Literal["check", "choice", "date", "number"]]] = {
    "flag": "check", "tie": "choice", "mode": "choice", "source": "choice", "date": "date", "year": "number", "integer": "number",
}  # fmt: skip
# what a browser shows in an input of a type; of anything else it shows nothing, and sends nothing when the form is sent again
_HELD: Final = {"date": r"\d{4}-\d\d-\d\d", "number": r"-?\d+"}


class Example(NamedTuple):
    """An example of a question. `address` is empty where the graph lacks what it names; `needs` then says what to load."""

    address: str
    words: str
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form.

    control -- "choice" (a list of few), "check", or the type of an input: "text", "date", "number"; "typed" is a text that is not
        completed, for a value that the input of its type would not show
    kind -- the type of the parameter, by which /complete knows what to offer
    choices -- what can be chosen, or completed without a script
    """

    name: str
    label: str
    kind: str
    control: str
    value: str
    help: str
    required: bool = False
    choices: tuple[Choice, ...] = ()


def fields_of(engine: Engine, question: Question, given: Mapping[str, str]) -> tuple[list[Field], list[Field]]:
    """Return the fields of a question's own parameters, and those of the options that it takes."""
    names = cache(lambda kind: few_names(engine, kind))
    own = [
        Field(
            name=param.name,
            label=_label(param.name),
            kind=param.type,
            control=control_for(param.type, given.get(param.name, param.default or "")),
            value=given.get(param.name, param.default or ""),
            help=param.help,
            required=not param.optional and param.default is None,
            choices=names(param.type),
        )
        for param in question.params
    ]
    return own, [*_options(names, question, given)]


def control_for(kind: str, value: str) -> str:
    """Return what a value of a kind is given by: what shows a value that is wrong, too, so that it can be corrected."""
    control = _CONTROLS.get(kind, "text")
    held = _HELD.get(control)
    return "typed" if held and value and not re.fullmatch(held, value, re.ASCII) else control


def _options(
    names: Callable[[str], tuple[Choice, ...]], question: Question, given: Mapping[str, str]
) -> Iterator[Field]:
    grouped = any(param.type in ("actor", "entity") for param in question.params)
    taken = [option for option in options.RESERVED if option.name in question.takes]
    for option in (*taken, *BESIDE.values()):
        if option.name != "members" or grouped:
            yield option_field(option, names, given.get(option.name, ""))


def option_field(option: options.Option, names: Callable[[str], tuple[Choice, ...]], value: str) -> Field:
    """Return the field of an option; `names` are what can be chosen or completed for its kind."""
    control = control_for(option.kind, value)
    choices = names(option.kind) if control in ("choice", "text") else ()
    return Field(option.name, _label(option.name), option.kind, control, value, option.help, choices=choices)


def examples_of(engine: Engine, question: Question) -> list[Example]:
    """Return the question's examples; what needs data that are not loaded has no address, and says which."""
    found = []
    for arguments in question.example_arguments():
        values = values_of(arguments)
        words = ", ".join(
            f"{_label(key).lower()} {value}" if value != SET else _label(key).lower() for key, value in values.items()
        )
        address, needs = address_of(question.name, values), ""
        try:
            bind(engine, question, {name: value for name, value in values.items() if name not in BESIDE})
        except UsageError as error:
            address, needs = "", f"not in what is loaded; {error.hint or error.what}"
        found.append(Example(address, words or "as it stands", needs))
    return found


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()
