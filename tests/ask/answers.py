"""Golden answers: one file a question in tests/answers, each example with its columns and rows, types told apart."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from tiebook.ask import Answer, ask
from tiebook.engine import Engine
from tiebook.questions import Question, QuestionLibrary

FOLDER = Path(__file__).parent.parent / "answers"
QUESTIONS = QuestionLibrary({}).all()
# questions that hold sources against each other are asked of several sources (tests/field.py), those that hold texts against
# each other of the three cases that ship, the others of the first case
ACROSS = "record"
VOICES = "voices"
EXAMPLES = [
    (question, example)
    for question in QUESTIONS
    if question.theme not in (ACROSS, VOICES)
    for example in question.examples
]
JUDGED = "judgements"  # asked of the three cases and an analyst's notes on them
VOICE_EXAMPLES = [
    (question, example)
    for question in QUESTIONS
    if question.theme == VOICES and question.name != JUDGED
    for example in question.examples
]
JUDGED_EXAMPLES = [
    (question, example) for question in QUESTIONS if question.name == JUDGED for example in question.examples
]
FIELD_EXAMPLES = [
    (question, example) for question in QUESTIONS if question.theme == ACROSS for example in question.examples
]


def arguments(question: Question, example: str) -> dict[str, Any]:
    """Return an example's command-line arguments as parameters."""
    words = next(
        words for text, words in zip(question.examples, question.example_arguments(), strict=True) if text == example
    )
    given: dict[str, Any] = {}
    while words:
        name = words.pop(0).removeprefix("--").replace("-", "_")
        given[name] = True if not words or words[0].startswith("--") else words.pop(0)
    return given


def asked(engine: Engine, question: Question, example: str) -> Answer:
    """Ask an example."""
    return ask(engine, question, arguments(question, example))


def compare(engine: Engine, question: Question, example: str, *, update: bool) -> None:
    """See that an example gives its golden answer, in value, type and order; or write it anew."""
    found = plain(asked(engine, question, example))
    if update:
        kept = {old: answer for old, answer in golden(question).items() if old in question.examples}
        write(question, kept | {example: found})
    expected = golden(question).get(example)
    assert expected is not None, "no golden answer: run with --update-answers and read what it wrote"
    assert json.dumps(found, ensure_ascii=False) == json.dumps(expected, ensure_ascii=False)


def plain(answer: Answer) -> dict[str, Any]:
    """Return an answer as JSON holds it: dates marked, floats kept apart from integers."""
    return {"columns": list(answer.columns), "rows": [[_plain(value) for value in row] for row in answer.rows]}


def golden(question: Question) -> dict[str, Any]:
    """Read a question's golden answers, by example."""
    path = FOLDER / f"{question.name}.json"
    answers: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return answers


def write(question: Question, answers: dict[str, Any]) -> None:
    """Write a question's golden answers: a row a line, so that a change reads well."""
    parts = []
    for example, answer in answers.items():
        rows = ",\n".join(f"   {json.dumps(row, ensure_ascii=False)}" for row in answer["rows"])
        columns = json.dumps(answer["columns"])
        parts.append(f' {json.dumps(example)}: {{"columns": {columns}, "rows": [\n{rows}\n ]}}')
    (FOLDER / f"{question.name}.json").write_text("{\n" + ",\n".join(parts) + "\n}\n", "utf-8")


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value
