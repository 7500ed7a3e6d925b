"""The campaign in short: choices shrink, graphs and queries are what they say, and users' KGLite has no difference to itself."""

import random

from tests.differential.campaign import Difference, WithoutPasses, campaign
from tests.differential.choices import Choices, shrink
from tests.differential.engines import PATIENT, Embedded
from tests.differential.graphs import draw_graph
from tests.differential.queries import draw_query
from tiebook.engine.guard import check_read_only
from tiebook.engine.kglite.calls import OTHER_PASSES
from tiebook.engine.portability import check_portable

QUERIES = 150


def test_choices_shrink_to_the_least_that_still_does():
    found = shrink([9, 4, 7, 0, 3, 8], lambda given: sum(given) >= 10 and len(given) >= 2)
    assert sorted(found) in ([1, 9], [2, 8], [3, 7], [4, 6], [5, 5])


def test_drawn_choices_draw_the_same_again():
    choices = Choices(rng=random.Random(3))
    query = draw_query(choices)
    assert draw_query(Choices(choices.drawn)) == query
    assert draw_graph(Choices()) == draw_graph(Choices([]))


def test_the_queries_are_ones_that_users_may_ask():
    rng = random.Random(4)
    texts = [draw_query(Choices(rng=rng)) for _ in range(300)]
    for query in texts:
        check_read_only(query.text)
        check_portable(query.text, query.params)
    words = "\n".join(query.text for query in texts)
    for clause in (
        "OPTIONAL MATCH",
        "WITH",
        "UNWIND",
        "CALL (",
        "shortestPath(",
        "UNION",
        "EXISTS {",
        "COUNT {",
        "LIMIT",
        "*1..2",
    ):
        assert clause in words, clause


def test_users_get_what_the_bare_engine_gives():
    users = Embedded(OTHER_PASSES, milliseconds=PATIENT)
    told: list[Difference] = []
    counts = campaign(users, WithoutPasses(users), QUERIES, seed=1, graphs=4, told=told.append)
    assert counts.queries == QUERIES
    assert counts.asked > QUERIES * 3
    assert counts.rows > QUERIES
    assert not counts.different, told


def test_it_finds_nothing_when_they_are_off():
    users = Embedded(OTHER_PASSES, anchors=False, milliseconds=PATIENT)
    told: list[Difference] = []
    campaign(users, WithoutPasses(users), 200, "1/0", graphs=4, told=told.append)
    assert not told
