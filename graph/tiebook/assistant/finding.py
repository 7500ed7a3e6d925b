"""The tool `find_questions`: the stored questions that words may mean, with what each takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from tiebook.ask.words.names.known import read_names
from tiebook.ask.words.understand import search
from tiebook.assistant import results
from tiebook.assistant.about import about
from tiebook.questions import Question
from tiebook.questions.general import in_general
from tiebook.questions.options import RESERVED
from tiebook.questions.question import Param

if TYPE_CHECKING:
    from tiebook.assistant.current_graph import CurrentGraph

_MOST: Final = 6  # an assistant reads each of them


def find_questions(graph: CurrentGraph, words: str = "") -> results.FoundQuestions:
    """Return a question by its name, those that some words may mean, or without words all of them in short."""
    text = words.strip()
    if not text:
        every = [_in_short(each) for each in graph.library.all()]
        said = (
            f"All {len(every)} stored questions. A name or words show what each parameter means; what most take besides "
            f"({', '.join(each.name for each in RESERVED)}) is told with `parameters` of ask."
        )
        said += "".join(f" This question is left out: {fault}." for fault in graph.library.faults)
        return results.FoundQuestions(summary=said, questions=every)
    if text in graph.library.names():
        return results.FoundQuestions(summary="1 of 1 questions.", questions=[described(graph.library.get(text))])
    found, sure = search(read_names(graph.engine, text), text, graph.library)
    shown = [described(graph.library.get(guess.name), guess.params) for guess in found[:_MOST]]
    said = f"{len(shown)} of {len(found)} questions, the nearest first."
    return results.FoundQuestions(summary=said if sure else f'No question has "{text}" in it. {said}', questions=shown)


def described(question: Question, understood: Mapping[str, str] | None = None) -> results.StoredQuestion:
    """Return a question with all that it takes.

    understood -- values for its parameters, as some words name them
    """
    return results.StoredQuestion(
        name=question.name,
        question=in_general(question),
        note=about(question),
        parameters=[
            results.Parameter(
                name=each.name, type=each.type, help=each.help, needed=not _spared(each), default=each.default
            )
            for each in question.params
        ],
        takes=list(question.takes),
        understood=dict(understood or {}),
    )


def _in_short(question: Question) -> results.StoredQuestion:
    said = ", ".join(f"{each.name}{'?' if _spared(each) else ''}: {each.type}" for each in question.params)
    return results.StoredQuestion(name=question.name, question=in_general(question), takes_in_short=said or None)


def _spared(param: Param) -> bool:
    return param.optional or param.default is not None
