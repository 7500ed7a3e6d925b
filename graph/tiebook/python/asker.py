"""Asking: in free words, by a question's name, or as an attribute that editors and consoles complete."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tiebook import ask as asking
from tiebook.errors import UsageError
from tiebook.python.calls import call, checked
from tiebook.python.stored_questions import StoredQuestions

if TYPE_CHECKING:
    from tiebook.ask.words.match import Guess
    from tiebook.python.answers.answer import Answer
    from tiebook.python.connected import Connected


class Asker(StoredQuestions):
    """`graph.ask`: call it, or call a question as `graph.ask.who_constrains(target="china")`."""

    def __init__(self, graph: Connected) -> None:
        """Wrap the graph."""
        super().__init__(graph.library)
        self._graph = graph

    @checked
    def __call__(
        self,
        question: str,
        /,
        *values: Any,
        members: bool = False,
        coverage: bool = False,
        also_said: bool = False,
        text: str | Path | None = None,
        **parameters: Any,
    ) -> Answer:
        """Ask in free words, `graph.ask("who arms Iran?")`, or by name, `graph.ask("who-constrains", target="china")`.

        question -- a question's name, or words: they are taken as a stored question, and `answer.taken_as` says as which
        values -- parameters in their order: `graph.ask("what-limits", "china", "iran")`
        members -- a parameter that names a group means each of its members on the day `as_of` (else the last day known);
            `answer.groups` says who was counted, and by which records
        coverage -- fill `answer.searched`, the sources that could hold the answer, also where something was found
        also_said -- in the document, every claim about the same ends that is not a fact, and not only the first few of a kind
        text -- the file of the source's text: a column `context` shows each quote in its paragraph
        parameters -- of the question; dates as `datetime.date` or text, actors by id, name or alias

        Raises UnknownName for a question, an actor or a parameter that is not known, UsageError where words may mean more than
        one question or none (with the calls to choose from), and what the engine raises.
        """
        taken_as = None
        if question not in self._graph.library.names() and _is_sentence(question):
            guess = self._taken(question)
            taken_as = _call(guess)
            question, parameters = guess.name, {**guess.params, **parameters}
        stored = self._graph.library.get(question)
        free = [param.name for param in stored.params if param.name not in parameters]
        if len(values) > len(free):
            raise UsageError(f"{question} has no place for the value {values[len(free)]!r}")
        given = parameters | dict(zip(free, values, strict=False))
        found = asking.ask(
            self._graph.engine, stored, given, members=members, coverage=coverage, also_said=also_said, named=str
        )
        if text is not None:
            from tiebook.ask.context import in_context  # noqa: PLC0415

            found = in_context(found, Path(text))
        return self._graph._answer(found, taken_as)  # noqa: SLF001 -- the same room

    def __repr__(self) -> str:
        """Return how to ask."""
        return 'graph.ask("what stops China from arming Iran?"), or graph.ask.NAME(...): graph.questions() lists them'

    def _asked(self, name: str, given: dict[str, Any]) -> Answer:
        return self(name, **given)

    def _taken(self, text: str) -> Guess:
        from tiebook.ask.words.asked_back import asked_back  # noqa: PLC0415 -- a name needs none of it
        from tiebook.ask.words.understand import understand  # noqa: PLC0415

        found = understand(self._graph.engine, text, self._graph.library)
        if found.taken is None:
            said = asked_back(text, found, written=_call, taken=_call, named=str, listing="graph.questions()")
            raise UsageError(said)
        return found.taken


def _is_sentence(text: str) -> bool:
    return any(mark in text.strip() for mark in " ?")


def _call(guess: Guess) -> str:
    """Return the call that asks a question, ready to copy; what it still needs stands in capitals."""
    return call(guess.name, guess.params, guess.lacking)
