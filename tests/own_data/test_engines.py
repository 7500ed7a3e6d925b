"""Putting in makes the same graph on every engine, and takes only its own out."""

from __future__ import annotations

from typing import Any

import pandas as pd

from tests.conftest import MINI
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.python.graph import Graph
from tiebook.questions import QuestionLibrary

DAY = "2024-05-01"


def put_in(engine):
    """Put a frame and two claims in, twice, and return the digest of it all and what the second time changed."""
    graph = Graph(engine, QuestionLibrary({}))
    graph.load(MINI)
    before = graph.digest()
    frame = pd.DataFrame({"a": ["IRN", "RUS"], "b": ["CHN", "IRN"], "day": ["2016-01", "2001"]})
    ends: dict[str, Any] = {"from_": {"column": "a", "system": "iso3"}, "to": {"column": "b", "system": "iso3"}}
    again = []
    for _ in range(2):
        with graph.draft_source("mine", author="Jane Doe", covers_until=DAY) as draft:
            draft.add_ties(frame, "MEETS_WITH", since="day", **ends)
            draft.add_claim("iran SUPPORTS russia", quote="it does", said_on=DAY)
            draft.add_claim(disputes="p2-sells", quote="it did not", said_on=DAY)
        again.append(draft.written)
    found = graph.digest()
    assert graph.unload("mine").changes.removed > 0
    assert graph.digest() == before
    return found, again[1]


def test_every_engine_holds_the_same(engine, tmp_path):
    digest, again = put_in(engine)
    assert again.changes.nothing
    own = KgliteEngine(tmp_path / "other.kgl")
    assert put_in(own)[0] == digest
    own.close()
