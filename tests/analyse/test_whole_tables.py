"""Each table of an analysis as a whole, on one network with triads of every kind and two components, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.analyse.networks import ties
from tiebook.analyse import balance, brokers, centrality, communities, constraint
from tiebook.analyse.registry import Found, Request

# abc are friends, d is their foe, e a friend of d and both of b; f sits between d and e; xyz are all foes
ARCS = [
    *[("a", "b", 1), ("b", "c", 1), ("a", "c", 1), ("c", "a", 1), ("c", "d", -1), ("d", "a", -1), ("d", "e", 1)],
    *[("e", "a", -1), ("e", "f", 1), ("f", "d", -1), ("b", "e", 1), ("e", "b", -1)],
    *[("x", "y", -1), ("y", "z", -1), ("z", "x", -1)],
]


def found(module: Any, part: str, actor: str | None = None, **options: Any) -> Found:
    analysis = module.ANALYSIS
    given = {option.name: option.default for option in analysis.options} | options
    run = analysis.explain.run if actor else analysis.parts[part].run
    answer: Found = run(Request(ties(ARCS), given, actor))
    return answer


def test_the_summary_of_balance() -> None:
    rows = found(balance, "summary").rows
    assert {row[0]: row[1] for row in rows} == {
        "ties": 15,
        "actors": 9,
        "positive dyads": 5,
        "negative dyads": 7,
        "ambiguous dyads": 1,
        "triads +++": 1,
        "triads +--": 2,
        "triads ++-": 1,
        "triads ---": 1,
        "triads undecided": 1,
        "balanced triads, share": 0.6,
        "balanced triads, weak, share": 0.8,
        "4-cycles balanced": 2,
        "4-cycles unbalanced": 1,
        "balanced cycles of 3 and 4, share": 0.625,
        "frustration index": 2,
        "line balance": 0.6667,
        "components": 2,
        "algebraic conflict": 0.2919,
    }
    said = [row[2] for row in rows if row[0].startswith("triads ")]
    assert said == ["balanced", "balanced", "unbalanced", "unbalanced", "over an ambiguous dyad"]


def test_the_triads_of_balance_and_of_one_actor() -> None:
    assert [("".join(row[:3]), row[3], row[4]) for row in found(balance, "triads").rows] == [
        ("DEF", "(++-)", False),
        ("XYZ", "(---)", False),
        ("ABC", "(+++)", True),
        ("ACD", "(+--)", True),
        ("ADE", "(+--)", True),
        ("ABE", "(+-±)", None),
    ]
    assert ["".join(row[:3]) for row in found(balance, "", "e").rows] == ["DEF", "ADE", "ABE"]


def test_the_dyads_and_camps_of_balance() -> None:
    dyads = [("".join(row[:2]), row[2], row[3], row[4]) for row in found(balance, "dyads").rows]
    assert dyads[0] == ("BE", "ambiguous", 2, None)
    assert [row[0] for row in dyads[1:]] == ["AD", "AE", "CD", "DF", "XY", "XZ", "YZ", "AB", "AC", "BC", "DE", "EF"]
    assert [row[0] for row in dyads if row[3]] == ["XY", "EF"]
    assert ("AC", "positive", 2, False) in dyads
    camps = found(balance, "camps")
    assert [row[:1] + row[2:] for row in camps.rows] == [
        ("1A", "a", 4, 0),
        ("1A", "b", 2, 0),
        ("1A", "c", 3, 0),
        ("1A", "f", 2, 1),
        ("1B", "d", 4, 0),
        ("1B", "e", 3, 1),
        ("2A", "x", 2, 1),
        ("2A", "y", 2, 1),
        ("2B", "z", 2, 0),
    ]
    assert camps.notes == ("Frustration 2: exact. Other partitions may be as good.",)


def test_brokers_by_count_and_by_role() -> None:
    by_hand = found(brokers, "roles", group=["one=a,b", "two=d"])
    assert by_hand.columns[3:] == ("coordinator", "consultant", "representative", "gatekeeper", "liaison", "total")
    assert {row[1]: row[2:] for row in by_hand.rows if row[1] in "abd"} == {
        "a": ("one", 0, 1, 0, 2, 1, 4),
        "b": ("one", 0, 1, 1, 0, 0, 2),
        "d": ("two", 0, 2, 0, 0, 1, 3),
    }
    assert [row[1] for row in by_hand.rows] == ["a", "e", "c", "d", "b", "f", "x", "y", "z"]
    chains = found(brokers, "", "a", group=["one=a,b", "two=d"]).rows
    assert [(row[0], row[1], row[4]) for row in chains] == [
        ("consultant", "E", "C"),
        ("gatekeeper", "C", "B"),
        ("gatekeeper", "D", "B"),
        ("liaison", "D", "C"),
    ]
    # each tie of both steps, in the order of their ids
    graph = ties([("b", "a", 1), ("b", "a", -1), ("a", "c", 1), ("a", "c", -1)])
    (row,) = brokers.ANALYSIS.explain.run(Request(graph, {"by": "kind", "group": None}, "a")).rows
    assert row[6:] == (["OPPOSES/0001", "SUPPORTS/0000"], ["OPPOSES/0003", "SUPPORTS/0002"])


def test_centralities_by_degree_and_by_another_measure() -> None:
    rows = {row[1]: row[2:] for row in found(centrality, "actors").rows}
    assert rows["a"] == (4, 3, 2, 0.0238, 0.5208, 0.4806, 0.1512, 5)
    assert rows["e"] == (4, 2, 3, 0.0655, 0.5208, 0.4545, 0.1125, 5)
    assert rows["x"] == (2, 1, 1, 0.0, 0.25, None, 0.1111, 2)
    assert list(rows) == ["a", "d", "e", "b", "c", "f", "x", "y", "z"]
    between = [row[1] for row in found(centrality, "actors", rank_by="betweenness").rows]
    assert between == ["d", "e", "a", "b", "c", "f", "x", "y", "z"]
    eigen = [row[1] for row in found(centrality, "actors", rank_by="eigenvector").rows]
    assert eigen[-3:] == ["x", "y", "z"]


def test_communities_count_friends_inside_and_outside_and_foes_inside() -> None:
    answer = found(communities, "actors")
    assert [row[:1] + row[2:] for row in answer.rows] == [
        (1, "a", 2, 0, 0),
        (1, "b", 2, 1, 0),
        (1, "c", 2, 0, 0),
        (2, "d", 1, 0, 1),
        (2, "e", 2, 1, 0),
        (2, "f", 1, 0, 1),
    ]
    assert answer.notes[0].startswith("Modularity 0.3194 with 2 communities.")


def test_constraint_of_actors_and_by_contact() -> None:
    assert [row[1:] for row in found(constraint, "actors").rows] == [
        ("d", 4, 2.5, 0.625, 0.5434),
        ("e", 4, 2.5, 0.625, 0.5434),
        ("b", 3, 1.6667, 0.5556, 0.6258),
        ("c", 3, 1.6667, 0.5556, 0.6258),
        ("a", 4, 2.0, 0.5, 0.6267),
        ("f", 2, 1.0, 0.5, 0.7812),
        *[(each, 2, 1.0, 0.5, 1.125) for each in "xyz"],
    ]
    contacts = {row[:2]: row[2:] for row in found(constraint, "contacts").rows}
    assert contacts["A", "C"] == (0.1567, ["B", "D"], ["SUPPORTS/0002", "SUPPORTS/0003"])
    assert contacts["E", "F"] == (0.0977, ["D"], ["SUPPORTS/0008"])
    assert len(contacts) == 26


@pytest.mark.parametrize("text", ["one", "=a", "one=", "one=nobody", "one=a=b"])
def test_a_group_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Exception, match=r"is not a group|has no tie among"):
        found(brokers, "roles", group=[text])
