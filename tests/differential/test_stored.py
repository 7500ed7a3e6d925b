"""Stored questions on random graphs, in short: the bare engine's rows, a day's ties among all, a source that nobody asks for."""

import random
from datetime import date

import pytest

from tests.differential.campaign import WithoutPasses
from tests.differential.engines import PATIENT, Embedded
from tests.differential.stored import asked, compared, compiled, drawn, field, on_a_day, rows, with_a_stranger
from tiebook.engine.kglite.calls import OTHER_PASSES

DAYS = (date(1990, 1, 1), date(2005, 6, 1), date(2019, 1, 1), date(2021, 5, 1))


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return field(tmp_path_factory.mktemp("field"))


def test_the_stored_questions_have_the_bare_engines_rows(whole):
    users = Embedded(OTHER_PASSES, milliseconds=PATIENT)
    told: list[str] = []
    counted = compared(users, WithoutPasses(users), whole, 150, 1, lambda each, *_: told.append(each.question.name))
    assert counted.rows > 10
    assert counted.different == 0, told


@pytest.mark.parametrize("number", range(2))
def test_ties_on_a_day_are_among_all_and_a_stranger_changes_no_answer_of_another_source(whole, number):
    rng = random.Random(number)
    graph = drawn(whole, rng)
    alone, beside = Embedded(OTHER_PASSES, milliseconds=PATIENT), Embedded(OTHER_PASSES, milliseconds=PATIENT)
    alone.load(graph)
    beside.load(with_a_stranger(graph, rng))
    sources = sorted({edge.props["source"] for edge in graph.edges if "source" in edge.props})
    for each in asked(graph, rng):
        on_the_day, ever = on_a_day(alone, each, rng.choice(DAYS))
        assert on_the_day <= ever, each
        if "source" in each.question.takes:
            one = compiled(each.question, {**each.values, "source": rng.choice(sources)})
            first = rows(alone, one)
            assert first == rows(beside, one), one
