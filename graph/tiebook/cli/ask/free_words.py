"""`tiebook ask "who arms Iran?"`: a question in free words is matched to a stored one, which the answer names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tiebook.cli.common import say, say_left_out
from tiebook.engine.base import Engine
from tiebook.errors import UsageError
from tiebook.questions import Question, QuestionLibrary
from tiebook.questions.options import as_option

if TYPE_CHECKING:
    from tiebook.ask.words.match import Guess


def in_free_words(arguments: list[str], known: Iterable[str]) -> tuple[str, list[str]] | None:
    """Return the text and the options after it, where the arguments of `ask` are a sentence and not a question's name."""
    count = next((place for place, each in enumerate(arguments) if each.startswith("-")), len(arguments))
    words = arguments[:count]
    if not words or words[0] in known or (len(words) == 1 and not _is_free(words[0])):
        return None
    return " ".join(words), arguments[count:]


def _is_free(word: str) -> bool:
    """Return whether a single argument is in free words: a sentence, or a name as names are written ("Iran")."""
    return any(mark in word for mark in " ?") or word[:1].isupper()


def taken(engine: Engine, text: str) -> tuple[Question, dict[str, str]]:
    """Return the stored question that a text asks and its parameters, and say how it was taken.

    Raises UsageError with what to type where more than one fits, where something is missing, and where nothing fits.
    """
    from tiebook.ask.words.understand import command, understand  # noqa: PLC0415 -- a question by its name needs none of it

    library = QuestionLibrary()
    found = understand(engine, text, library, others=False)
    say_left_out(library)
    guess = found.taken
    if guess is None:
        _refuse_slip(text, library)
        from tiebook.ask.words.asked_back import asked_back  # noqa: PLC0415 -- only where it is not plain what is asked

        said = asked_back(text, found, written=command, taken=_words, named=as_option, listing="tiebook questions")
        raise UsageError(said)
    say(f"Taken as: {_words(guess)}")
    return library.get(guess.name), dict(guess.params)


def _refuse_slip(text: str, library: QuestionLibrary) -> None:
    """Raise UsageError where a text that says nothing plain begins with a mistyped name of a question: "who-armss china"."""
    from tiebook.support.suggest import nearest  # noqa: PLC0415 -- only where it is not plain what is asked

    first = text.split(maxsplit=1)[0] if text.split() else ""
    near = nearest(first, library.names()) if "-" in first and first.islower() else None
    if near is not None:
        raise UsageError(f"there is no question {first!r}", hint=near)


def _words(guess: Guess) -> str:
    import shlex  # noqa: PLC0415

    return shlex.join(guess.arguments)
