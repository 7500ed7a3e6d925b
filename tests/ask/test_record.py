"""Questions across sources: golden answers on several small sources (tests/field.py), and the same with no unsound pass."""

import kglite
import pytest

from tests.ask.answers import FIELD_EXAMPLES, arguments, compare
from tests.field import load_field
from tiebook.ask.parameters import bind, compiled
from tiebook.engine.kglite.calls import ALL_PASSES, ask, run
from tiebook.engine.kglite.engine import KgliteEngine

IDS = [f"{question.name} {example}" for question, example in FIELD_EXAMPLES]


@pytest.mark.parametrize(("question", "example"), FIELD_EXAMPLES, ids=IDS)
def test_golden_answer(field_engine, question, example, request):
    compare(field_engine, question, example, update=request.config.getoption("--update-answers"))


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """Return the engine and an open graph of the small sources."""
    engine = KgliteEngine(tmp_path_factory.mktemp("optimizer") / "t.kgl")
    load_field(engine)
    return engine, kglite.load(str(engine.path))


@pytest.mark.parametrize(("question", "example"), FIELD_EXAMPLES, ids=IDS)
def test_the_optimizer_changes_no_answer(loaded, question, example):
    engine, graph = loaded
    given = arguments(question, example)
    taken = {"as_of": "2011-01-01", "no_inferred": True}
    for variant in (given, given | {name: value for name, value in taken.items() if name in question.takes}):
        cypher, values = compiled(question, bind(engine, question, variant))
        users = ask(graph, cypher, values)
        bare = run(graph, cypher, values, hide_structural_keys=True, disabled_passes=list(ALL_PASSES))
        assert users.rows == bare.rows, variant


def test_every_question_across_sources_names_its_receipts():
    for question, _ in FIELD_EXAMPLES:
        assert "source" in question.returns
        assert "tie_id" in question.returns
        assert question.note, "what the answer does not say"
