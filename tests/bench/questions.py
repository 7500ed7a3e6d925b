"""Every stored question on a made-up graph (tests/bench/made_up.py), embedded: its median time beside its budget.

Each question is asked in several forms: with what it must have, and with each optional parameter. With an anchor the budget is
50 ms unless the question's header states another; then also beside the same Cypher typed by hand, which must not be quicker.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import kglite

from tests.bench.made_up import Size, actor_id
from tiebook.ask import ask
from tiebook.ask.parameters import bind, compiled
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.questions import Param, Question, QuestionLibrary

ANCHORS: Final = ("actor", "entity", "claim", "place", "instrument", "event", "factor", "issue")
# anchors that are none: their help says so
LOOKS_AT_ALL: Final = {
    ("in-force", "about"),
    ("what-changed", "about"),
    ("who-balances", "other"),
    ("who-constrains", "regarding"),
}
ANCHORED_MS: Final = 50
_ONCE_S: Final = 3.0  # what takes longer is asked once
_VALUES: Final = {
    "tie": "SANCTIONS",
    "mode": "expected",
    "text": "25",
    "source": "made-up",
    "year": "2010",
    "integer": "5",
    "claim": "china-iran/p30-us-constrains-china",
    "issue": "arms-sales-to-iran",
    "event": "alaska-meeting",
    "place": "bab-al-mandeb-strait",
    "instrument": "belt-and-road-initiative",
    "factor": "chinas-economic-interests",
}
_BY_NAME: Final = {
    "first": "2000",
    "last": "2020",
    "months": "12",
    "number": "30",
    "start": "2010-01-01",
    "finish": "2012-01-01",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """One form of one question: the parameters given, rows, median milliseconds of asking and of the Cypher alone, the budget."""

    question: str
    form: tuple[str, ...]
    rows: int
    ms: float
    by_hand_ms: float
    budget_ms: int | None

    @property
    def within(self) -> bool:
        """Whether the budget holds; what has none is within."""
        return self.budget_ms is None or self.ms <= self.budget_ms


def forms(question: Question) -> Iterator[tuple[str, ...]]:
    """Return the names of the parameters in each form: what it must have, and that with each optional one."""
    needed = tuple(param.name for param in question.params if not param.optional)
    yield needed
    for param in question.params:
        if param.optional:
            yield (*needed, param.name)


def budget(question: Question, form: tuple[str, ...]) -> int | None:
    """Return the milliseconds that a form may take: 50 with an anchor that the question could do without, else what it states."""
    anchors = {param.name: param.optional for param in question.params if param.type in ANCHORS and param.name in form}
    if all((question.name, name) in LOOKS_AT_ALL or not optional for name, optional in anchors.items()):
        return question.budget_ms or (ANCHORED_MS if anchors else None)
    return ANCHORED_MS


def questions(path: Path, size: Size, runs: int = 5) -> Iterator[Measured]:
    """Ask every question of the database at `path`, which holds the made-up graph and the shipped case.

    Anchors are actors with the middle number of ties; each run takes others.
    """
    engine = KgliteEngine(path)
    engine.read("MATCH (m:Meta) RETURN m.id AS id")
    graph = kglite.load(str(path))
    for question in QuestionLibrary({}).all():
        for form in forms(question):
            yield _measure(engine, graph, question, form, size, runs)


def _measure(
    engine: KgliteEngine, graph: kglite.KnowledgeGraph, question: Question, form: tuple[str, ...], size: Size, runs: int
) -> Measured:
    asked, by_hand, rows = [], [], 0
    for run in range(runs):
        given = dict(values(question, form, size, run))
        started = time.perf_counter()
        answer = ask(engine, question, given)
        asked.append(time.perf_counter() - started)
        rows = len(answer.rows)
        cypher, bound = compiled(question, bind(engine, question, given))
        started = time.perf_counter()
        view = graph.cypher(cypher, params=bound)
        assert isinstance(view, kglite.ResultView)
        view.to_dicts()
        by_hand.append(time.perf_counter() - started)
        if asked[-1] > _ONCE_S:
            break
    medians = (statistics.median(asked) * 1000, statistics.median(by_hand) * 1000)
    return Measured(question.name, form, rows, *medians, budget(question, form))


def values(question: Question, form: tuple[str, ...], size: Size, run: int = 0) -> Iterator[tuple[str, Any]]:
    """Return (parameter, value as a user types it) for a form; another `run` takes other actors."""
    middle = size.actors // 2 + run
    for place, param in enumerate(param for param in question.params if param.name in form):
        yield param.name, _value(param, actor_id(middle + 17 * place))


def _value(param: Param, actor: str) -> str:
    if param.type in ("actor", "entity"):
        return actor
    if param.type == "date":
        return _BY_NAME.get(param.name, "2010-06-15")
    return _BY_NAME.get(param.name) or _VALUES[param.type]
