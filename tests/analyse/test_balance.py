"""The balance analysis as a whole."""

from __future__ import annotations

import pytest

from tests import shared
from tests.analyse.networks import signed, ties
from tiebook.analyse.balance import ANALYSIS
from tiebook.analyse.registry import Request

MIXED = [
    *[("a", "b", 1), ("b", "c", 1), ("a", "c", -1)],
    *[("c", "d", 1), ("d", "c", -1), ("a", "d", 1)],
    *[("x", "y", -1)],
]


def summary(graph):
    return {row[0]: row[1] for row in ANALYSIS.parts["summary"].run(Request(graph)).rows}


def test_the_tribes_of_read():
    found = summary(signed(shared.data("signed_networks", "tribes_edges.from_rda.csv")))
    assert (found["triads +++"], found["triads +--"], found["triads ++-"], found["triads ---"]) == (19, 40, 2, 7)
    assert found["balanced triads, share"] == pytest.approx(0.8676)
    assert found["frustration index"] == 7
    assert found["line balance"] == pytest.approx(0.7586)
    assert found["algebraic conflict"] == pytest.approx(1.0403, abs=1e-4)


def test_ambiguous_dyads_are_shown_and_enter_no_figure():
    found = summary(ties(MIXED))
    assert (found["positive dyads"], found["negative dyads"], found["ambiguous dyads"]) == (3, 2, 1)
    assert (found["triads ++-"], found["triads undecided"]) == (1, 1)
    assert found["frustration index"] == 1
    rows = ANALYSIS.parts["dyads"].run(Request(ties(MIXED))).rows
    assert rows[0] == ("C", "D", "ambiguous", 2, None, ["SUPPORTS/0003"], ["OPPOSES/0004"])


def test_triads_name_their_ties_the_unbalanced_first():
    rows = ANALYSIS.parts["triads"].run(Request(ties(MIXED))).rows
    sign = ("positive", "negative", "ambiguous")
    assert rows == [
        (*"ABC", "(++-)", False, *(sign[0], sign[1], sign[0]), ["SUPPORTS/0000", "OPPOSES/0002", "SUPPORTS/0001"]),
        (
            *"ACD",
            "(+-±)",
            None,
            *(sign[1], sign[0], sign[2]),
            ["OPPOSES/0002", "SUPPORTS/0005", "OPPOSES/0004", "SUPPORTS/0003"],
        ),
    ]
    assert [row[2] for row in ANALYSIS.explain.run(Request(ties(MIXED), {}, "d")).rows] == ["D"]


def test_camps_by_component():
    found = ANALYSIS.parts["camps"].run(Request(ties(MIXED)))
    assert [row[0] for row in found.rows][-2:] == ["2A", "2B"]
    assert sum(row[-1] for row in found.rows) == 2  # one dyad against, two ends
    assert "exact" in found.notes[0]


def test_squares_are_the_unbalanced_ones():
    square = [("a", "b", 1), ("b", "c", 1), ("c", "d", 1), ("d", "a", -1)]
    (row,) = ANALYSIS.parts["squares"].run(Request(ties(square))).rows
    assert row[:4] == ("A", "B", "C", "D")
    assert row[4:8] == ("positive", "positive", "positive", "negative")
    assert row[8][-1] == "OPPOSES/0003"
    assert summary(ties(square))["balanced cycles of 3 and 4, share"] == 0


@pytest.mark.parametrize("part", list(ANALYSIS.parts))
def test_nothing_gives_nothing(part):
    assert ANALYSIS.parts[part].run(Request(ties([]))).rows == []
