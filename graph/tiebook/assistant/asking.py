"""The tool `ask`: a stored question by its name or in free words, answered within a size that an assistant can read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from tiebook.ask import ask as ask_stored
from tiebook.ask.words.asked_back import what_lacks
from tiebook.ask.words.understand import understand
from tiebook.assistant import parts, results
from tiebook.assistant.size import Size
from tiebook.assistant.summary import summary
from tiebook.errors import UsageError
from tiebook.questions.question import FLAGS

if TYPE_CHECKING:
    from tiebook.ask.document.structure import Document
    from tiebook.ask.words.match import Guess
    from tiebook.ask.words.understand import Understanding
    from tiebook.assistant.graph_at_hand import GraphAtHand

Value = str | int | bool
_MOST_ROWS: Final = 200
_TRUE, _FALSE = ("true", "yes", "1"), ("false", "no", "0", "")


def ask(
    graph: GraphAtHand,
    question: str,
    parameters: Mapping[str, Value] | None = None,
    *,
    first: int = 1,
    rows: int = 20,
    members: bool = False,
    all_said: bool = False,
) -> results.Answer:
    """Answer a stored question, or say which one the words may mean.

    first, rows -- which rows of the answer to return
    members -- a group means each of its members
    all_said -- every claim that is no fact, and not only the first few of each kind

    Raises UsageError and its kinds for names and parameters, and what the engine raises.
    """
    if first < 1 or not 1 <= rows <= _MOST_ROWS:
        raise UsageError(f"first counts from 1, and rows is a number from 1 to {_MOST_ROWS}")
    text, given = question.strip(), _typed(parameters or {})
    engine, taken = graph.engine, None
    if text in graph.library.names() or not any(mark in text for mark in " ?"):
        stored = graph.library.get(text)
    else:
        found = understand(engine, text, graph.library)
        if found.taken is None:
            return _asked_back(text, found)
        stored, given = graph.library.get(found.taken.name), {**found.taken.params, **given}
        taken = results.Choice(question=stored.name, title=stored.title, parameters=_shown(given))
    answer = ask_stored(engine, stored, given, members=members, also_said=all_said)
    return _answer(answer.document(), taken, first, rows)


def _answer(document: Document, taken: results.Choice | None, first: int, rows: int) -> results.Answer:
    size = Size()
    also_said = [parts.said(each) for each in document.also_said] if first == 1 else []
    also_said = [size.shortened(each) for each in also_said]
    last, groups = first - 1, []
    for group in document.groups:
        chosen = []
        for each in group.rows:
            made = parts.row(each, document.columns)
            if first <= each.number < first + rows and size.takes(made, at_least=last < first):
                chosen.append(made)
                last = each.number
        if chosen or (not group.rows and first == 1):
            receipts = [parts.receipt(each) for each in group.receipts]
            groups.append(
                results.Group(heading=group.heading, marks=parts.texts(group.marks), receipts=receipts, rows=chosen)
            )
    total = document.counts.rows
    return results.Answer(
        summary=summary(document, first, last),
        outcome="answered" if total else "only_said" if document.also_said else "nothing_coded",
        question=document.heading,
        taken_as=taken,
        also_said=also_said,
        groups=groups,
        total_rows=total,
        next_first=last + 1 if first <= last < total else None,
        notes=[note.text for note in document.notes if note.kind != "nothing"],
        command=document.command,
    )


def _asked_back(text: str, found: Understanding) -> results.Answer:
    """Return the questions that the words may mean; none of them was asked."""
    choices = [_choice(guess) for guess in found.choices]
    if found.verdict == "unsure":
        said = f'Nothing was asked: "{text}" may mean more than one question. Choose one of these.'
        return results.Answer(summary=said, outcome="which", choices=choices)
    if found.verdict == "lacking":
        first = found.choices[0]
        said = f'Nothing was asked: "{text}" was taken as {first.name}{what_lacks(first)}.'
        return results.Answer(summary=said, outcome="incomplete", choices=choices[:1])
    unknown = f" ({', '.join(found.unknown)}: not known here)" if found.unknown else ""
    said = f'Nothing was asked: no stored question fits "{text}"{unknown}. These are the nearest, and may not fit.'
    return results.Answer(summary=said, outcome="no_question", choices=choices)


def _choice(guess: Guess) -> results.Choice:
    return results.Choice(
        question=guess.name, title=guess.title, parameters=dict(guess.params), lacking=list(guess.lacking)
    )


def _typed(parameters: Mapping[str, Value]) -> dict[str, Value]:
    """Return the parameters by the names that questions have; a flag may come as a word.

    Raises UsageError for a flag that is neither true nor false.
    """
    given = {name.lstrip("-").replace("-", "_"): value for name, value in parameters.items()}
    for name in FLAGS:
        if name in given:
            said = str(given[name]).lower()
            if said not in _TRUE + _FALSE:
                raise UsageError(f"{name} is true or false, and not {given[name]!r}")
            given[name] = said in _TRUE
    return given


def _shown(given: Mapping[str, Value]) -> dict[str, str]:
    return {name: str(value) for name, value in given.items()}
