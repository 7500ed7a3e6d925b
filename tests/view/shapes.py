"""The shipped questions with a shape of their own, asked of the shipped article: what the pictures of answers are judged by."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from tiebook.ask import ask
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.pictures import AnswerPicture, picture
from tiebook.questions import Question, QuestionLibrary
from tiebook.questions.options import RESERVED
from tiebook.questions.pictures import NETWORK
from tiebook.sync.cases import find_case, load_case

_FLAGS = {option.name for option in RESERVED if option.kind == "flag"}


def drawn_answers() -> dict[str, AnswerPicture]:
    """Return the picture of the first example of each question that has one in the article, by the question's name."""
    return drawn_from("china-iran")


@cache
def drawn_from(*cases: str) -> dict[str, AnswerPicture]:
    """Return the same of shipped cases together."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        engine = KgliteEngine(Path(folder) / "case.kgl")
        try:
            for case in cases:
                load_case(engine, find_case(case))
            for question in QuestionLibrary().all():
                if question.shape in (None, NETWORK) or question.theme in ("record", "voices"):
                    continue
                answer = ask(engine, question, _given(question))
                made = picture(engine, answer, question.shape)
                assert isinstance(made, AnswerPicture)
                found[question.name] = made
        finally:
            engine.close()
    return found


def _given(question: Question) -> dict[str, object]:
    words = iter(next(question.example_arguments(), []))
    given: dict[str, object] = {}
    for word in words:
        name = word.removeprefix("--").replace("-", "_")
        given[name] = True if name in _FLAGS else next(words)
    return given
