"""Stored questions on random graphs, in short: the bare engine's rows, a day's ties among all, a source that nobody asks for."""

import contextlib
import random
from dataclasses import replace
from datetime import date

import pytest

from tests.differential.campaign import WithoutPasses
from tests.differential.engines import PATIENT, Embedded, OnServer
from tests.differential.graphs import Graph
from tests.differential.stored import (
    Form,
    asked,
    beyond_the_plane,
    compared,
    compiled,
    drawn,
    field,
    forms,
    on_a_day,
    rows,
    with_a_stranger,
)
from tests.servers import VERSIONS
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


@pytest.mark.parametrize("version", VERSIONS)
def test_names_beyond_the_basic_plane_are_in_one_order(whole, neo4j_servers, version):
    embedded = Embedded(OTHER_PASSES, milliseconds=PATIENT)
    with contextlib.closing(OnServer(neo4j_servers(version))) as server:
        rng = random.Random(1)
        coalitions: list[Form] = [
            (question, [], []) for question, *_ in forms(rng) if question.name == "discourse-coalitions"
        ]
        for part, chosen in ((drawn(whole, rng), forms(rng)), (claims_of(whole, "china-iran"), coalitions)):
            graph = beyond_the_plane(part, rng)
            embedded.load(graph)
            server.load(graph)
            for each in asked(graph, rng, chosen):
                found = rows(server, each)
                assert rows(embedded, each) == found, each
        assert len(found) > 1


def claims_of(whole, case):
    """Return the claims of a case with what they are from, to and about."""
    edges = [
        edge
        for edge in whole.edges
        if edge.type in ("FROM", "TO", "REGARDING") and str(whole.nodes[edge.start].props["id"]).startswith(f"{case}/")
    ]
    places = {end: None for edge in edges for end in (edge.start, edge.end)}
    at = {old: new for new, old in enumerate(places)}
    return Graph(
        [whole.nodes[old] for old in places],
        [replace(edge, start=at[edge.start], end=at[edge.end]) for edge in edges],
    )
