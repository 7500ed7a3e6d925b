"""/: a field for free words, the themes with their questions, and what is loaded and covers what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from tiebook.ask.coverage import answerable, searched
from tiebook.ask.document.heading import NAMED, in_words, names_of
from tiebook.ask.words import LONGEST
from tiebook.engine import Engine
from tiebook.errors import UsageError
from tiebook.questions import Question, QuestionLibrary
from tiebook.questions.general import in_general
from tiebook.questions.wording import placeholders
from tiebook.serve.content.commands import address_of
from tiebook.serve.content.forms import WORDS
from tiebook.serve.content.wording import sentence
from tiebook.serve.page import Entry, engine_of, library_of, render
from tiebook.support.articles import with_article

if TYPE_CHECKING:
    from tiebook.ask.words.match import Guess
    from tiebook.ask.words.understand import Understanding


def show(request: Request) -> Response:
    """Return the page; free words that one stored question fits lead to its answer, others to a choice."""
    engine, library = engine_of(request), library_of(request)
    words = request.query_params.get("q", "").strip()
    found, told = None, None
    try:
        found = _understood(engine, words, library) if words else None
    except UsageError as error:  # the words stay in the field
        told = f"{sentence(str(error))}."
    if found is not None and found.taken is not None and "choose" not in request.query_params:
        return RedirectResponse(_address(found.taken, words), 303)
    sources = searched(engine)
    asked, others = _divided(engine, library.all() if sources else [])
    return render(
        request,
        "home.html",
        status=400 if told else 200,
        title="Questions" if found is None else words,
        words=words,
        longest=LONGEST,
        found=found,
        told=told if found is None else _told(found),
        choices=[]
        if found is None
        else [_choice(engine, library.get(guess.name), guess, words) for guess in _shown(found)],
        themes=_by_theme(asked if sources else library.all()),
        others=_by_theme(others),
        left_out=[str(fault) for fault in library.faults],
        sources=sources,
    )


def _divided(engine: Engine, questions: list[Question]) -> tuple[list[Question], list[Question]]:
    """Return the questions that something loaded may answer, and the others."""
    able = answerable(engine, questions)
    return [each for each in questions if each.name in able], [each for each in questions if each.name not in able]


def _by_theme(questions: list[Question]) -> dict[str, list[tuple[str, str]]]:
    """Return (name, text) of questions by their theme."""
    themes: dict[str, list[tuple[str, str]]] = {}
    for question in questions:
        themes.setdefault(question.theme, []).append((question.name, in_general(question)))
    return themes


def _understood(engine: Engine, words: str, library: QuestionLibrary) -> Understanding:
    from tiebook.ask.words.understand import understand  # noqa: PLC0415 -- a question by its name needs none of it

    return understand(engine, words, library)


def _told(found: Understanding) -> str:
    """Return why the words did not lead to an answer."""
    from tiebook.ask.words.asked_back import no_place  # noqa: PLC0415

    first = found.choices[0]
    if found.verdict in ("unsure", "taken"):
        return "This may mean more than one question. Choose one:"
    if found.verdict == "lacking":
        needs = f"needs {' and '.join(name.replace('_', ' ') for name in first.lacking)}" if first.lacking else ""
        left = no_place(first) if first.left else ""
        return f"The nearest question {' and '.join(filter(None, (needs, left)))}. Fill it in, or choose another:"
    unknown = f" ({', '.join(found.unknown)}: not known here)" if found.unknown else ""
    return f"No stored question fits{unknown}" + (". The nearest:" if _shown(found) else ", and none is near it.")


def _shown(found: Understanding) -> tuple[Guess, ...]:
    return found.offered if found.verdict == "nothing" else found.choices


def _choice(engine: Engine, question: Question, guess: Guess, words: str) -> dict[str, Any]:
    """Return an offered question in words, with what it is about; `named`: what its words have no place for."""
    kinds = {param.name: param.type for param in question.params}
    names = names_of(engine, [value for name, value in guess.params.items() if kinds.get(name) in NAMED])
    said = {
        name: with_article(names[value]) if value in names else in_words(kinds.get(name), value)
        for name, value in guess.params.items()
    }
    places = placeholders(question.template)
    return {
        "address": _address(guess, words),
        "title": in_general(question, {name: value for name, value in said.items() if name in places}),
        "named": ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in said.items() if name not in places),
        "lacking": guess.lacking,
    }


def _address(guess: Guess, words: str) -> str:
    return address_of(guess.name, {**guess.params, WORDS: words})


ROUTES = [Route("/", show)]
MENU = [Entry(10, "Questions", "/", below="/ask/")]
