"""Writes what the Python interface knows of the stored questions: a stub for editors, the dtypes of columns without values."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.ask.answers import golden
from tests.conftest import ROOT
from tiebook.python.answers.frames import CATEGORY, TEXT, dtype_of, is_declared
from tiebook.python.calls import attribute
from tiebook.python.stored_questions import docstring, needed, options_of
from tiebook.questions import QuestionLibrary
from tiebook.questions.question import Question

DTYPES = ROOT / "graph" / "tiebook" / "python" / "answers" / "column_dtypes.json"
STUB = ROOT / "graph" / "tiebook" / "python" / "stored_questions.pyi"
_TYPES = {"date": "date | str", "year": "int", "integer": "int"}
_WIDTH = 112
_HEAD = '''\
"""The stored questions, for editors. Made from their headers (python -m tests.docs.reference), not edited by hand."""

from collections.abc import Iterable
from datetime import date
from inspect import Parameter, Signature
from typing import Any, Final

from tiebook.python.answers.answer import Answer
from tiebook.questions import Question, QuestionLibrary
from tiebook.questions.options import Option

TYPES: Final[dict[str, Any]]

def signature(question: Question) -> Signature: ...
def options_of(question: Question) -> list[Option]: ...
def by_name(option: Option) -> Parameter: ...
def needed(question: Question) -> list[tuple[Any, bool]]: ...
def docstring(question: Question) -> str: ...

class StoredQuestions:
    def __init__(self, library: QuestionLibrary) -> None: ...
    def _asked(self, name: str, given: dict[str, Any]) -> Answer: ...
    def __dir__(self) -> Iterable[str]: ...'''


def stub() -> str:
    """Return the stub's text."""
    questions = sorted(QuestionLibrary({}).all(), key=lambda question: question.name)
    return "\n".join([_HEAD, *(line for question in questions for line in _method(question))]) + "\n"


def _method(question: Question) -> Iterator[str]:
    yield f"    def {attribute(question.name)}("
    yield "        self,"
    for param, is_needed in needed(question):
        kind = _TYPES.get(param.type, "str")
        yield f"        {param.name}: {kind}," if is_needed else f"        {param.name}: {kind} | None = None,"
    yield "        *,"
    for option in options_of(question):
        kind = _TYPES.get(option.kind, "str")
        flag = option.kind == "flag"
        yield f"        {option.name}: bool = False," if flag else f"        {option.name}: {kind} | None = None,"
    yield "    ) -> Answer:"
    said = docstring(question).split("\n")
    indent = " " * 8
    lines = [wrapped for line in said for wrapped in (textwrap.wrap(line, _WIDTH) or [""])]
    yield f'{indent}"""{lines[0]}' + ('"""' if len(lines) == 1 else "")
    if len(lines) > 1:
        yield from (f"{indent}{line}".rstrip() for line in lines[1:])
        yield f'{indent}"""'


def dtypes() -> str:
    """Return the dtypes of columns that are not text, by question, as its golden answers have them."""
    found = {}
    for question in QuestionLibrary({}).all():
        columns: dict[str, list[Any]] = {name: [] for name in question.returns}
        for answer in golden(question).values():
            for name, values in zip(answer["columns"], zip(*answer["rows"], strict=True), strict=False):
                columns.setdefault(name, []).extend(map(_value, values))
        kinds = {
            name: CATEGORY if any(values) and is_declared(name, values) else dtype_of(values) or TEXT
            for name, values in sorted(columns.items())
        }
        found[question.name] = {name: kind for name, kind in kinds.items() if kind != TEXT}
    return json.dumps(dict(sorted(found.items())), indent=1) + "\n"


def _value(value: Any) -> Any:
    return date.fromisoformat(value["date"]) if isinstance(value, dict) else value
