"""`tiebook ask "who arms Iran?"`: a question in free words is taken as a stored one, and it is said as which."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tiebook.catalogue import Question, QuestionLibrary
from tiebook.cli.common import say
from tiebook.engine.base import Engine
from tiebook.errors import UsageError

if TYPE_CHECKING:
    from tiebook.ask.words.match import Guess
    from tiebook.ask.words.understand import Understanding


def in_free_words(arguments: list[str], known: Iterable[str]) -> tuple[str, list[str]] | None:
    """Return the text and the options after it, where the arguments of `ask` are a sentence and not a question's name."""
    count = next((place for place, each in enumerate(arguments) if each.startswith("-")), len(arguments))
    words = arguments[:count]
    if not words or words[0] in known or (len(words) == 1 and not any(mark in words[0] for mark in " ?")):
        return None
    return " ".join(words), arguments[count:]


def taken(engine: Engine, text: str) -> tuple[Question, dict[str, str]]:
    """Return the stored question that a text asks and its parameters, and say how it was taken.

    Raises UsageError with what to type where more than one fits, where something is missing, and where nothing fits.
    """
    from tiebook.ask.words.understand import understand  # noqa: PLC0415 -- a question by its name needs none of it

    library = QuestionLibrary()
    found = understand(engine, text, library)
    guess = found.taken
    if guess is None:
        raise UsageError(_asked_back(text, found))
    say(f"Taken as: {' '.join(_arguments(guess))}")
    return library.get(guess.name), dict(guess.params)


def _asked_back(text: str, found: Understanding) -> str:
    first = found.choices[0]
    if found.verdict == "unsure":
        return _with_commands(f'"{text}" may mean more than one question. Ask one of these:', found.choices)
    if found.verdict == "lacking":
        needs = [f"--{name.replace('_', '-')}" for name in first.lacking]
        said = f"Taken as: {' '.join(_arguments(first))}"
        if needs:
            said += f", which also needs {' and '.join(needs)}"
        if first.left:
            said += f", which has no place for {' and '.join(first.left)}"
        return _with_commands(f"{said}. Ask:", found.choices[:1])
    unknown = f" ({', '.join(found.unknown)}: not known here)" if found.unknown else ""
    return _with_commands(f'no stored question fits "{text}"{unknown}. The nearest:', found.choices)


def _with_commands(said: str, choices: Iterable[Guess]) -> str:
    from tiebook.ask.words.understand import command  # noqa: PLC0415

    lines = [(command(guess), guess.title) for guess in choices]
    width = max(len(line) for line, _ in lines)
    return "\n".join([said, *(f"  {line.ljust(width)}  # {title}" for line, title in lines)])


def _arguments(guess: Guess) -> list[str]:
    import shlex  # noqa: PLC0415

    return [shlex.quote(word) for word in guess.arguments]
