"""The short form of `python -m tests.bench same-answers`: 20,000 ties, answered by Tiebook and by networkx from the records."""

import pytest

from tests.bench.by_networkx import ASKED
from tests.bench.made_up import Size, actor_id, nodes, ties
from tests.bench.same_answers import same_answers

SIZE = Size(ties=20_000, actors=200)


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    return {each.question: each for each in same_answers(SIZE, tmp_path_factory.mktemp("same") / "t.kgl")}


@pytest.mark.parametrize("question", ASKED)
def test_both_sides_agree(compared, question):
    assert compared[question].rows
    assert compared[question].agree, compared[question]


def test_the_register_is_the_same_for_the_same_seed():
    small = Size(ties=300, actors=40)
    assert list(ties(small)) == list(ties(small))
    assert list(ties(small)) != list(ties(Size(ties=300, actors=40, seed=8)))
    known = {node.key for node in nodes(small)}
    assert all({edge.source, edge.target} <= known and edge.source != edge.target for edge in ties(small))


def test_the_register_has_everything_that_questions_tell_apart():
    found = list(ties(SIZE))
    assert len({edge.key for edge in found}) == SIZE.ties
    assert {edge.props["sign"] for edge in found} == {-1, 0, 1}
    assert {edge.props["inferred"] for edge in found} == {edge.props["endorsed"] for edge in found} == {True, False}
    assert 0 < sum("superseded_by" in edge.props for edge in found) < SIZE.ties / 20
    assert all(70 <= len(str(edge.props["quote"])) <= 110 for edge in found)
    busy = sum(actor_id(0) in (edge.source[1], edge.target[1]) for edge in found)
    assert busy > 4 * 2 * SIZE.ties / SIZE.actors
