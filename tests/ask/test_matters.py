"""Names of what ties are about, read after the rows: the same rows as where Cypher reads them for each row."""

import pytest

from tests.ask.answers import EXAMPLES, arguments
from tests.bench.made_up import SOURCE, Size, nodes, ties
from tiebook.ask import ask
from tiebook.ask.matters import with_names
from tiebook.engine.base import Table
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.questions import QuestionLibrary
from tiebook.sync import sync
from tiebook.sync.batch import Batch
from tiebook.sync.cases import find_case, load_case

NAMED = [question for question in QuestionLibrary({}).all() if question.named_after]
UNANCHORED = {"in-force": {"day": "2000-01-01"}, "what-changed": {"start": "1999-01-01", "finish": "2001-12-31"}}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """Return the shipped case, with a made-up register beside it."""
    engine = KgliteEngine(tmp_path_factory.mktemp("matters") / "t.kgl")
    load_case(engine, find_case("china-iran"))
    size = Size(ties=400, actors=30)
    sync(engine, Batch(SOURCE, list(nodes(size)), list(ties(size))))
    return engine


@pytest.mark.parametrize("question", NAMED, ids=[question.name for question in NAMED])
def test_rows_are_those_of_the_whole_query(question, loaded):
    given = [arguments(question, example) for each, example in EXAMPLES if each.name == question.name]
    if not any(param for param in question.params if not param.optional) or question.name in UNANCHORED:
        given.append(UNANCHORED.get(question.name, {}))
    about = []
    for parameters in given:
        answer = ask(loaded, question, parameters)
        whole = loaded.read(answer.cypher, {k: v for k, v in answer.parameters.items() if v is not True})
        assert answer.table.rows == whole.rows, parameters
        assert answer.columns == whole.columns
        about += [row for row in answer if row.get("regarding")]
    assert about or question.name not in UNANCHORED


def test_a_reader_is_shown_the_query_with_names():
    question = QuestionLibrary({}).get("in-force")
    assert "OPTIONAL MATCH (matter:" in question.cypher
    run = question.compiled(["day"], names=False)
    assert "matter" not in run
    assert "coalesce(t.regarding, []) AS regarding" in run
    assert not QuestionLibrary({}).get("who-arms").named_after


def test_an_id_without_a_name_stays_and_lists_of_lists_are_named(loaded):
    table = Table(("x", "regarding", "other_regarding"), [("iran", ["iran", "nobody"], [["china"], []]), (1, [], [])])
    assert with_names(loaded, table).rows == [("iran", ["Iran", "nobody"], [["China"], []]), (1, [], [])]


@pytest.mark.parametrize(
    ("name", "days"),
    [("in-force", {"day": "2020-10-19"}), ("what-changed", {"start": "2012-01-01", "finish": "2021-12-31"})],
)
def test_what_is_between_two_is_about_each_of_them(name, days, loaded):
    def found(**given):
        return {row["tie_id"] for row in ask(loaded, QuestionLibrary({}).get(name), days | given)}

    ends = loaded.read(
        "UNWIND $ids AS wanted MATCH (a)-[t]->(b) WHERE t.id = wanted RETURN t.id, a.id, b.id ORDER BY t.id",
        {"ids": sorted(found(actor="iran"))},
    ).rows
    others = {(start if end == "iran" else end): tie for tie, start, end in ends if "iran" in (start, end)}
    assert {"china", "united-states"} < set(others)
    for other, tie in others.items():
        assert tie in found(actor="iran", about=other) & found(actor=other, about="iran") & found(about=other)
        assert found(actor="iran", about=other) <= found(actor="iran") & found(about=other)
    assert found(actor="iran", about="china") < found(actor="iran")
