"""What users have of KGLite's optimizer changes no answer: every example, every reserved flag, next to the bare engine."""

import kglite
import pytest

from tests.ask.answers import EXAMPLES, arguments
from tiebook.ask.parameters import bind, compiled
from tiebook.engine.kglite.calls import ALL_PASSES, ask, run
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.sync.cases import find_case, load_case

RESERVED = {
    "as_of": "2020-01-01",
    "source": "china-iran",
    "as_seen_by": "china",
    "asserted_only": True,
    "no_inferred": True,
}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """Return the engine and an open graph of the shipped case."""
    engine = KgliteEngine(tmp_path_factory.mktemp("optimizer") / "t.kgl")
    load_case(engine, find_case("china-iran"))
    return engine, kglite.load(str(engine.path))


@pytest.mark.parametrize(("question", "example"), EXAMPLES, ids=[f"{q.name} {e}" for q, e in EXAMPLES])
def test_the_optimizer_changes_no_answer(loaded, question, example):
    engine, graph = loaded
    given = arguments(question, example)
    taken = {name: value for name, value in RESERVED.items() if name in question.takes}
    variants = [given, *(given | {name: value} for name, value in taken.items()), given | taken]
    for variant in variants:
        cypher, values = compiled(question, bind(engine, question, variant))
        users = ask(graph, cypher, values)
        bare = run(graph, cypher, values, hide_structural_keys=True, disabled_passes=list(ALL_PASSES))
        assert users.rows == bare.rows, variant
