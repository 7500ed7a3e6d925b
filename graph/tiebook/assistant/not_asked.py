"""What the tool `ask` returns where nothing was asked: what would be right, or which questions may be meant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from tiebook.ask.words.asked_back import nothing_fits, what_lacks
from tiebook.ask.words.names.known import read_names
from tiebook.ask.words.understand import search
from tiebook.assistant import results
from tiebook.assistant.finding import described
from tiebook.assistant.parts import in_calls
from tiebook.errors import UsageError
from tiebook.questions.question import FLAGS, Question
from tiebook.support.suggest import nearest

if TYPE_CHECKING:
    from tiebook.ask.words.match import Guess
    from tiebook.ask.words.understand import Understanding
    from tiebook.assistant.current_graph import CurrentGraph

_TRUE, _FALSE = ("true", "yes", "1"), ("false", "no", "0", "")
_NEAREST: Final = 3


def asked_back(graph: CurrentGraph, text: str, found: Understanding) -> results.Answer:
    """Return the questions that the words may mean."""
    choices = [_choice(guess) for guess in found.offered]
    if found.verdict == "unsure":
        said = f'Nothing was asked: "{text}" may mean more than one question. Choose one of these.'
        return results.Answer(summary=said, outcome="which", choices=choices)
    if found.verdict == "lacking":
        first = found.choices[0]
        said = f'Nothing was asked: "{text}" was taken as {first.name}{what_lacks(first)}.'
        expects = described(graph.library.get(first.name))
        return results.Answer(summary=said, outcome="incomplete", choices=choices, expects=expects)
    nearest_ones = " These are the nearest, and may not fit." if choices else ""
    said = f"Nothing was asked: {nothing_fits(text, found, 'find_questions')}.{nearest_ones}"
    return results.Answer(summary=said, outcome="no_question", choices=choices)


def unknown_question(graph: CurrentGraph, name: str) -> results.Answer:
    """Return what is nearest to a name that no question has, by its spelling, and what its words may mean."""
    words = name.replace("-", " ").replace("_", " ")
    guesses, sure = search(read_names(graph.engine, words), words, graph.library)
    hint = nearest(name, graph.library.names()) or "find_questions lists all"
    said = f'Nothing was asked: there is no question "{name}" ({hint}).'
    choices = [_choice(guess) for guess in guesses[:_NEAREST] if sure]
    return results.Answer(summary=said, outcome="no_question", choices=choices)


def wrong_parameters(question: Question, error: UsageError, taken: results.Choice | None) -> results.Answer:
    """Return what is wrong with the parameters of a question, and what it takes."""
    return results.Answer(
        summary=f"Nothing was asked: {in_calls(str(error))}.",
        outcome="wrong_parameters",
        taken_as=taken,
        expects=described(question),
    )


def flags_read(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters with flags as truth values: they may come as words.

    Raises UsageError for one that is neither true nor false.
    """
    read = dict(given)
    for name in FLAGS:
        if name in read:
            said = str(read[name]).lower()
            if said not in _TRUE + _FALSE:
                raise UsageError(f"{name} is true or false, and not {read[name]!r}")
            read[name] = said in _TRUE
    return read


def _choice(guess: Guess) -> results.Choice:
    return results.Choice(
        question=guess.name, title=guess.title, parameters=dict(guess.params), lacking=list(guess.lacking)
    )
