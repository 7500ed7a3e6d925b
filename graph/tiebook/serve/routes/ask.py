"""/ask/NAME?target=china: a question's form and its answer; the same address with .json, .csv, .md, .txt, .bib or .svg."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tiebook.ask import Answer, ask
from tiebook.ask.document.facts import ids_in
from tiebook.engine import Engine
from tiebook.errors import UsageError
from tiebook.questions import Question, options
from tiebook.questions.general import in_general
from tiebook.questions.pictures import NETWORK
from tiebook.serve.content.answers import CITED, DATA, citations_of, data_of, split_form
from tiebook.serve.content.commands import address_of, questions_in, values_meant
from tiebook.serve.content.console import console_address
from tiebook.serve.content.documents import page_of
from tiebook.serve.content.forms import BESIDE, FROM_ROW, OWN, WORDS, examples_of, fields_of
from tiebook.serve.content.pictures import picture_of
from tiebook.serve.failures import status_of
from tiebook.serve.page import engine_of, library_of, render, settings_of

_FORMS: Final = (*DATA, *CITED, ".svg")
_DRAWN: Final = 250  # claims and ties of a network that can be read in a page
_DIGITS: Final = 10  # of the number of a row


@dataclass(frozen=True, slots=True)
class _Asked:
    """What an address asks: values as they are typed, options besides, the free words that led here, the first row to show."""

    values: dict[str, str]
    beside: dict[str, Any]
    words: str
    first: int = 1

    @property
    def all(self) -> dict[str, Any]:
        return {**self.values, **self.beside}


def show(request: Request) -> Response:
    """Return the page of a question, or its answer in another form."""
    name, form = split_form(request.path_params["name"], _FORMS)
    question = library_of(request).get(name)
    engine = engine_of(request)
    asked = _read(request.query_params)
    if form:
        answer = _answer(engine, question, asked)
        if form in DATA:
            beside = {key: asked.beside[key] for key in ("coverage", "wide") if key in asked.beside}
            return data_of(answer, form, name, settings_of(request).limits.data_rows, **beside)
        return citations_of(engine, answer, form) if form in CITED else picture_of(request, engine, question, answer)
    lacking = [param.name for param in question.params if not param.optional and param.default is None]
    if not asked.values and lacking:
        return _page(request, engine, question, asked)
    try:
        answer = _answer(engine, question, asked)
    except UsageError as error:
        return _page(request, engine, question, asked, failure=error)
    return _page(request, engine, question, asked, answer=answer)


def _read(query: QueryParams) -> _Asked:
    """Read an address: what is empty comes from a form's empty fields.

    Raises UsageError for a value that is given twice: only one of them would be asked.
    """
    given: dict[str, str] = {}
    for key, value in query.multi_items():
        name = key if key in OWN else key.replace("-", "_")
        if value.strip() and given.setdefault(name, value) != value:
            raise UsageError(f"{key} is given twice: {given[name]!r} and {value!r}", hint="leave one of them out")
    values = {name: value for name, value in given.items() if name not in (*OWN, *BESIDE)}
    beside = {name: option.read(given[name]) for name, option in BESIDE.items() if name in given}
    return _Asked(values, beside, given.get(WORDS, ""), _row(given.get(FROM_ROW, "1")))


def _row(text: str) -> int:
    """Return the number of a row. Raises UsageError if it is none."""
    if not (text.isascii() and text.isdigit() and 0 < len(text) < _DIGITS and int(text)):
        raise UsageError(f"{FROM_ROW}: {text!r} is not the number of a row")
    return int(text)


def _answer(engine: Engine, question: Question, asked: _Asked) -> Answer:
    chosen = {option.name: asked.beside[option.name] for option in options.ASKING if option.name in asked.beside}
    return ask(engine, question, asked.values, **chosen)


def _page(
    request: Request,
    engine: Engine,
    question: Question,
    asked: _Asked,
    *,
    answer: Answer | None = None,
    failure: UsageError | None = None,
) -> Response:
    own, further = fields_of(engine, question, {name: str(value) for name, value in asked.all.items()})
    values: dict[str, Any] = {
        "title": in_general(question) if answer is None else answer.question,
        "question": question,
        "general": in_general(question),
        "theme": question.theme.replace("-", " "),
        "own": own,
        "further": further,
        "further_open": any(field.value for field in further),
        "examples": examples_of(engine, question),
        "words": asked.words,
        "note": [*questions_in(question.note or "", [each.name for each in library_of(request).all()])],
        "failure": failure,
        "meant": values_meant(failure, lambda value: address_of(question.name, {**asked.all, **value})),
        "document": None,
        "page": None,
        "has_picture": False,
        "address": lambda form="", **more: address_of(question.name, {**asked.all, **more}, form),
    }
    if answer is not None:
        document = answer.document(coverage="coverage" in asked.beside, wide="wide" in asked.beside)
        limits = settings_of(request).limits
        values |= {
            "document": document,
            "page": page_of(engine, document, limits, asked.first),
            "rows_of_a_page": limits.rows,
            "cypher": answer.cypher,
            "console": console_address(answer.cypher, answer.parameters),
            "has_picture": question.shape is not None and bool(answer.rows),
            "drawn_inline": question.shape != NETWORK,  # a network has a style sheet of its own, and stays a file
            "too_many": _too_many(question, answer, limits.rows),
            "see": [(name, in_general(library_of(request).get(name))) for name in question.see],
        }
    return render(request, "ask.html", status=200 if failure is None else status_of(failure), **values)


def _too_many(question: Question, answer: Answer, rows: int) -> str:
    """Return what a picture would be of that is too large to be read in a page, counted; "" for any other picture."""
    if question.shape == NETWORK:
        count = len(ids_in(answer.table))
        return f"{count:,} claims and ties" if count > _DRAWN else ""
    return f"{len(answer.rows):,} rows" if len(answer.rows) > rows else ""


ROUTES = [Route("/ask/{name}", show)]
