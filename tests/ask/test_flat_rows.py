"""What the table marks is marked in every form of the rows without a document: CSV, JSON, JSON lines, frames, Python's dicts.

All stored questions are asked their golden examples, of the graph that those were asked of.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner

from tests.ask.answers import EXAMPLES, FIELD_EXAMPLES, JUDGED, VOICE_EXAMPLES, arguments
from tests.graphs import shared_engine
from tiebook.ask import Answer, ask, query
from tiebook.ask.document.structure import SAID_KINDS, Document, Group, Mark, Row
from tiebook.ask.forms.data import as_csv, as_json, flat, json_of
from tiebook.ask.forms.markdown import markdown_lines
from tiebook.ask.forms.values import marks_text
from tiebook.cli.app import app
from tiebook.engine import Engine
from tiebook.python.answers.answer import Answer as PythonAnswer
from tiebook.questions import Question, QuestionLibrary
from tiebook.support.plain import plain_markdown

WITHOUT = {"actors", "entities", "holders"}  # of names, which nothing qualifies
ASKED = [
    *(("article_engine", *each) for each in EXAMPLES),
    *(("field_engine", *each) for each in FIELD_EXAMPLES),
    *(("voices_engine", *each) for each in VOICE_EXAMPLES),
    *(("voices_engine", *each) for each in EXAMPLES),
]


@pytest.fixture(scope="module")
def engine_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Engine]:
    return lambda content: shared_engine("kglite", content, tmp_path_factory.mktemp)


def forms_of(answer: Answer) -> dict[str, list[str | None]]:
    """Return the marks of each row in each form."""
    columns, rows = flat(answer)
    bare, short = flat(answer, evidence=False)
    table = [*csv.reader(io.StringIO(as_csv(columns, rows)))]
    frame = PythonAnswer.of(answer, None).to_pandas()  # type: ignore[arg-type]  # nothing is asked of its graph
    forms: dict[str, list[str | None]] = {
        "csv": [dict(zip(table[0], row, strict=True)).get("marks") for row in table[1:]],
        "jsonl": [
            json.loads(line).get("marks") for line in (as_json(dict(zip(columns, row, strict=True))) for row in rows)
        ],
        "json": [row.get("marks") for row in json.loads(as_json(json_of(answer, answer.document(), {}), 2))["rows"]],
        "without evidence": [dict(zip(bare, row, strict=True)).get("marks") for row in short],
        "python": [row.get("marks") for row in PythonAnswer.of(answer, None)],  # type: ignore[arg-type]
        "pandas": [*frame["marks"]] if "marks" in frame else [None] * len(frame),
    }
    assert frame.empty or "marks" not in frame or str(frame["marks"].dtype) == "string"
    return forms


def check(answer: Answer) -> None:
    """See that each mark of the document is a mark of the rows that it stands for, and that no form says less than another."""
    forms = forms_of(answer)
    marks = forms["csv"]
    assert all(found == marks for found in forms.values())
    shown: list[Group | Row] = []
    for group in answer.document().groups:
        shown += [group, *group.rows]
    for each in shown:
        own = [marks[place] or "" for place in each.at]
        for mark in each.marks if own else ():
            texts = [text.split("; ") for text in own]
            assert any(mark.text in text for text in texts), (mark, own)
            # rows that are shown as one share the kind of each mark, not always its words
            assert all(any(_is(mark.kind, part) for part in text) for text in texts), (mark, own)
    for row in answer.document(wide=True).rows:
        assert [marks_text(row.marks)] == [marks[place] or "" for place in row.at]


def _is(kind: str, text: str) -> bool:
    words = {"conditional": "condition", "hypothetical": "possibl", "denied": "denied"}
    return words.get(kind, kind) in text


@pytest.mark.parametrize(("content", "question", "example"), ASKED, ids=lambda each: getattr(each, "name", str(each)))
def test_what_the_table_marks_is_marked_in_every_form(
    content: str, question: Question, example: str, engine_of: Callable[[str], Engine]
) -> None:
    answer = ask(engine_of(content), question, arguments(question, example))
    columns, _ = flat(answer)
    assert (columns[-1] == "marks") == (question.name not in WITHOUT)
    assert columns.count("marks") == (question.name not in WITHOUT)
    check(answer)


@pytest.fixture
def voices(engine_of: Callable[[str], Engine]) -> Callable[..., Answer]:
    return lambda name, **given: ask(engine_of("voices_engine"), QuestionLibrary({}).get(name), given)


def test_a_denial_is_one_in_each_form(voices: Callable[..., Answer]) -> None:
    answer = voices("what-is-denied", actor="iran")
    check(answer)
    for form, marks in forms_of(answer).items():
        assert len(marks) == len(answer) > 20, form
        assert all(any(kind in str(text) for kind in SAID_KINDS) for text in marks), form
    [rival] = list(PythonAnswer.of(voices("what-is-denied", actor="china", tie="RIVAL_OF"), None))  # type: ignore[arg-type]
    assert (rival["mode"], rival["marks"]) == ("sought", "not sought by China; undated")


def test_a_report_and_an_inference_are_told_from_what_is_stated(voices: Callable[..., Answer]) -> None:
    answer = voices("who-arms", supplier="china", recipient="iran")
    for form, marks in forms_of(answer).items():
        assert sorted(map(str, marks)) == ["", "", "inferred", "reported"], form


def test_markdown_marks_rows_and_headings(voices: Callable[..., Answer]) -> None:
    def lines(document: Document) -> str:
        return "\n".join(markdown_lines(document))

    answer = voices("who-arms", supplier="china", recipient="iran")
    for wide in (False, True):
        text = lines(answer.document(wide=wide))
        assert text.count("| inferred |") == text.count("| reported |") == 1
    limits = voices("who-constrains", target="china", regarding="iran").document()
    first = limits.groups[0]._replace(marks=(Mark("inferred", "inferred"),))
    heading = plain_markdown(f"{first.heading} [inferred]")
    assert f"### {heading}\n" in lines(limits._replace(groups=(first,)))


def test_what_somebody_asks_in_cypher_has_the_columns_that_it_returns(engine_of: Callable[[str], Engine]) -> None:
    cypher = "MATCH (c:Claim {negated: true}) RETURN c.id AS claim, c.negated AS negated"
    answer = query(engine_of("voices_engine"), cypher, {})
    assert len(answer) > 0
    assert flat(answer)[0] == ["claim", "negated"]


def test_the_command_prints_the_marks(engine_of: Callable[[str], Engine]) -> None:
    place = str(engine_of("voices_engine").path)  # type: ignore[attr-defined]

    def said(form: str) -> Any:
        arguments = ["--db", place, "ask", "who-arms", "--supplier", "china", "--recipient", "iran", "-f", form]
        return CliRunner().invoke(app, arguments, catch_exceptions=False).stdout

    assert [row["marks"] for row in csv.DictReader(io.StringIO(said("csv")))] == ["", "", "inferred", "reported"]
    assert [json.loads(line)["marks"] for line in said("jsonl").splitlines()] == ["", "", "inferred", "reported"]
    assert [row["marks"] for row in json.loads(said("json"))["rows"]] == ["", "", "inferred", "reported"]


def test_the_question_of_judgements_is_asked_elsewhere() -> None:
    asked = {question.name for _, question, _ in ASKED}
    assert {question.name for question in QuestionLibrary({}).all()} == asked | {JUDGED}
