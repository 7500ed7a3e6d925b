"""The tool `find_questions`: the stored questions that words may mean, with what each takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tiebook.ask.words.mentions import read_names
from tiebook.ask.words.understand import search
from tiebook.assistant import results
from tiebook.questions import Question
from tiebook.questions.general import in_general

if TYPE_CHECKING:
    from tiebook.assistant.graph_at_hand import GraphAtHand

_MOST: Final = 6  # an assistant reads each of them


def find_questions(graph: GraphAtHand, words: str = "") -> results.FoundQuestions:
    """Return the questions that some words may mean with their parameters, or without words the names of all."""
    if not words.strip():
        every = [results.StoredQuestion(name=each.name, question=in_general(each)) for each in graph.library.all()]
        return results.FoundQuestions(summary=f"All {len(every)} stored questions.", questions=every)
    found, sure = search(read_names(graph.engine, words), words, graph.library)
    shown = [_described(graph.library.get(guess.name), dict(guess.params)) for guess in found[:_MOST]]
    said = f"{len(shown)} of {len(found)} questions, the nearest first."
    return results.FoundQuestions(summary=said if sure else f'No question has "{words}" in it. {said}', questions=shown)


def _described(question: Question, understood: dict[str, str]) -> results.StoredQuestion:
    return results.StoredQuestion(
        name=question.name,
        question=in_general(question),
        parameters=[
            results.Parameter(name=param.name, type=param.type, help=param.help, needed=not param.optional)
            for param in question.params
        ],
        takes=list(question.takes),
        understood=understood,
    )
