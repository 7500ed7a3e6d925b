"""Ten and more questions on a made-up graph, answered a second time by networkx from the records alone, and compared.

The second side (tests/bench/by_networkx.py) never sees the database, the Cypher or the answers: it reads the records that
made_up.py yields, keeps them in a networkx graph, and works out what the question's own words ask for.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.by_networkx import ASKED, Register
from tests.bench.made_up import Size, actor_id, load
from tiebook.ask import ask
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.questions import QuestionLibrary


@dataclass(frozen=True, slots=True)
class Same:
    """One question asked of both: whether they agree, how many rows, and milliseconds of each."""

    question: str
    given: dict[str, Any]
    agree: bool
    rows: int
    ours_ms: float
    networkx_ms: float


def same_answers(size: Size, path: Path) -> Iterator[Same]:
    """Ask every question of ASKED of the database at `path` (loaded if it is not there) and of networkx."""
    engine = KgliteEngine(path)
    if not path.exists():
        load(engine, size)
    engine.read("MATCH (m:Meta) RETURN m.id AS id")
    register = Register(size)
    actors = tuple(actor_id(size.actors // 2 + step) for step in range(3))
    for question, (given, answer, ours) in ASKED.items():
        values = given(*actors)
        started = time.perf_counter()
        rows = list(ask(engine, QuestionLibrary({}).get(question), values).table.records())
        asked = time.perf_counter()
        expected = answer(register, **values)
        ended = time.perf_counter()
        found = sorted((ours(row) for row in rows), key=repr)
        agree = found == sorted(expected, key=repr)
        yield Same(question, values, agree, len(rows), (asked - started) * 1000, (ended - asked) * 1000)
