"""The tool `ask`: a stored question by its name or in free words, answered within a size that an assistant can read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from tiebook.ask import ask as ask_stored
from tiebook.ask.words.understand import understand
from tiebook.assistant import parts, results
from tiebook.assistant.about import about
from tiebook.assistant.not_asked import asked_back, flags_read, unknown_question, wrong_parameters
from tiebook.assistant.size import Size
from tiebook.assistant.summary import summary
from tiebook.errors import UsageError

if TYPE_CHECKING:
    from tiebook.ask.document.structure import Document
    from tiebook.assistant.current_graph import CurrentGraph

Value = str | int | bool
_MOST_ROWS: Final = 200
_FEW: Final = 5  # claims of a kind that are not facts; of more, this many are shown


def ask(
    graph: CurrentGraph,
    question: str,
    parameters: Mapping[str, Value] | None = None,
    *,
    first: int = 1,
    rows: int = 20,
    members: bool = False,
    all_said: bool = False,
) -> results.Answer:
    """Answer a stored question, or say what is wrong with its parameters, or which one the words may mean.

    first, rows -- which rows of the answer to return
    members -- a group means each of its members
    all_said -- every claim that is not a fact, also where there are many of a kind

    Raises UsageError for rows that there cannot be, and what the engine raises.
    """
    if first < 1 or not 1 <= rows <= _MOST_ROWS:
        raise UsageError(f"first counts from 1, and rows is a number from 1 to {_MOST_ROWS}")
    text, engine, taken = question.strip(), graph.engine, None
    given: dict[str, Any] = {name.lstrip("-").replace("-", "_"): value for name, value in (parameters or {}).items()}
    if text in graph.library.names():
        stored = graph.library.get(text)
    elif any(mark in text for mark in " ?"):
        found = understand(engine, text, graph.library)
        if found.taken is None:
            return asked_back(graph, text, found)
        stored, given = graph.library.get(found.taken.name), {**found.taken.params, **given}
        taken = results.Choice(question=stored.name, title=stored.title, parameters=_shown(given))
    else:
        return unknown_question(graph, text)
    try:
        answer = ask_stored(engine, stored, flags_read(given), members=members, also_said=True, named=str)
    except UsageError as error:
        return wrong_parameters(stored, error, taken)
    document = answer.document()
    note = about(stored)
    return _answer(document, taken, [f"About this question: {note}"] if note else [], first, rows, all_said=all_said)


def _answer(
    document: Document, taken: results.Choice | None, about: list[str], first: int, rows: int, *, all_said: bool
) -> results.Answer:
    size = Size()
    also_said = [parts.said(each) for each in document.also_said] if first == 1 else []
    also_said = [size.shortened(each, None if all_said else _FEW) for each in also_said]
    last, groups = first - 1, []
    for group in document.groups:
        chosen = []
        for each in (each for each in group.rows if first <= each.number < first + rows):
            made = parts.row(each, document.columns)
            if size.takes(made, at_least=last < first):
                chosen.append(made)
                last = each.number
        if chosen or (not group.rows and first == 1):
            receipts = [parts.receipt(each) for each in group.receipts]
            groups.append(
                results.Group(heading=group.heading, marks=parts.texts(group.marks), receipts=receipts, rows=chosen)
            )
    total = document.counts.rows
    return results.Answer(
        summary=summary(document, first, last, also_said),
        outcome="answered" if total else "only_said" if document.also_said else "nothing_coded",
        question=document.heading,
        taken_as=taken,
        also_said=also_said,
        groups=groups,
        total_rows=total,
        next_first=last + 1 if first <= last < total else None,
        notes=[parts.in_calls(note.text) for note in document.notes if note.kind != "nothing"] + about,
    )


def _shown(given: Mapping[str, Value]) -> dict[str, str]:
    return {name: str(value) for name, value in given.items()}
