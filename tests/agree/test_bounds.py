"""Where agreement changes: overlaps at the least share, ties between passages, samples without a figure, empty codings."""

from __future__ import annotations

import pytest

from tests.agree.test_match import at, said
from tests.agree.test_report import agreement, coding, figures, recode  # noqa: F401 -- a fixture
from tests.conftest import MINI
from tiebook.agree.draws import Draws
from tiebook.agree.fields import FIELDS
from tiebook.agree.masi import masi_distance
from tiebook.agree.match import match, overlap
from tiebook.agree.report import Agreement


def test_an_overlap_of_the_least_share_does_not_count() -> None:
    ones, others = [at("a", 0, 10)], [at("x", 5, 15)]
    assert [pair.overlap for pair in match(ones, others, least=0.33)] == [pytest.approx(1 / 3, abs=1e-6)]
    assert match(ones, [at("x", 5, 10)], least=0.5) == []
    assert match(ones, [at("x", 5, 10)], least=0.49)[0].overlap == 0.5
    assert match(ones, [at("x", 10, 15)]) == []


def test_a_pair_is_tied_where_another_would_have_been_as_good_for_one_of_them() -> None:
    assert [pair.tied for pair in match([at("a", 0, 10)], [at("x", 0, 10)])] == [False]
    both = match([at("a", 0, 10), at("b", 0, 10)], [at("x", 0, 10), at("y", 0, 10)])
    assert [(pair.one, pair.other, pair.tied) for pair in both] == [("a", "x", True), ("b", "y", True)]
    apart = match([at("a", 0, 10), at("b", 20, 30)], [at("x", 0, 10), at("y", 20, 30)])
    assert [pair.tied for pair in apart] == [False, False]
    wanted = match(
        [at("a", 0, 10), at("b", 0, 10)],
        [at("x", 0, 10), at("y", 0, 10)],
        favour=lambda *names: names in {("a", "y"), ("b", "x")},
    )
    assert [(pair.one, pair.other) for pair in wanted] == [("a", "y"), ("b", "x")]


def test_pairs_are_in_the_order_of_the_first_coding_over_all_paragraphs() -> None:
    ones = [at("c", 0, 5, 3), at("a", 0, 5, 1), at("b", 0, 5, 2)]
    others = [at("x", 0, 5, 1), at("y", 0, 5, 2), at("z", 0, 5, 3)]
    assert [(pair.one, pair.paragraph) for pair in match(ones, others)] == [("c", 3), ("a", 1), ("b", 2)]


def test_two_words_at_an_edge_are_an_overlap_and_one_is_not() -> None:
    assert overlap(said("a", "x y z"), said("b", "y z w")) == 2 / 4
    assert overlap(said("a", "x y z"), said("b", "z w")) == 0
    assert overlap(said("a", "x"), said("b", "x")) == 1
    assert overlap(said("a", "x y z"), at("b", 0, 9)) == 0


def test_an_interval_needs_more_than_half_of_the_samples() -> None:
    draws = Draws([1, 1, 2], seed=0, draws=10)
    assert draws.place == {1: 0, 2: 1}
    assert {float(sample.sum()) for sample in draws.samples} == {2.0}
    assert draws.interval([1, 2], lambda times: float(times.sum())) == (2.0, 2.0)
    for have, expected in ((5, (None, None)), (6, (7.0, 7.0))):
        left = [None] * (10 - have) + [7.0] * have
        assert draws.interval([1], lambda _, left=left: left.pop()) == expected  # type: ignore[misc]
    low, high = Draws(list(range(50)), seed=1, draws=400).interval([0], lambda times: float(times[0]))
    assert (low, high) == (0.0, 3.0)
    assert Draws([], 0).interval([], lambda _: 1.0) == (None, None)


def test_sets_that_hold_one_another_are_nearer_than_those_that_overlap() -> None:
    assert masi_distance({1, 2}, {1}) == pytest.approx(1 - 1 / 2 * 2 / 3)
    assert masi_distance({1}, {1, 2}) == pytest.approx(1 - 1 / 2 * 2 / 3)
    assert masi_distance({1, 2}, {2, 3}) == pytest.approx(1 - 1 / 3 * 1 / 3)
    assert [
        masi_distance(one, other)
        for one, other in ((frozenset[int](), frozenset[int]()), (frozenset({1}), frozenset[int]()))
    ] == [0.0, 1.0]


def test_the_tables_say_where_and_how_much(recode) -> None:  # noqa: F811
    found = agreement(
        recode({"p3-attack": None, "p2-sells": {"since": "2014", "until": "2016", "quote": "sold patrol boats"}})
    )
    rows = {row[1]: row for row in found.matches().rows}
    assert set(rows) == {row.one for row in found.pairs}
    assert all(row[3] == 1.0 and row[4] is False for name, row in rows.items() if name != "p2-sells")
    assert [each.name for each in FIELDS if each.derived] == ["actors", "direction", "since, in years"]
    listed = found.disagreements()
    assert listed.columns == ("paragraph", "first_claim", "second_claim", "field", "first", "second", "tied")
    assert [row[3] for row in listed.rows] == ["since", "until"]
    units = {name: row["units"] for name, row in figures(found).items()}
    assert (units["recall"], units["precision"], units["F1"]) == (7, 6, 6)
    lone = found.unmatched().rows
    assert [row[:4] for row in lone] == [(3, "first", "p3-attack", "USES_FORCE_AGAINST")]


def test_a_coding_of_nothing_has_no_figures(recode) -> None:  # noqa: F811
    nothing = Agreement(coding(MINI), coding(recode()), paragraphs=frozenset({99}), draws=10)
    rows = figures(nothing)
    assert {row["note"] for name, row in rows.items() if name not in ("precision", "recall", "F1")} == {
        "no claims to compare"
    }
    assert {row["agreement"] for row in rows.values()} == {None}
    same = figures(agreement(recode()))
    assert same["inferred"]["note"] == "no variation: alpha says nothing"
    assert same["tie"]["note"] is None


def test_a_direction_is_compared_only_between_the_same_actors(recode) -> None:  # noqa: F811
    rows = figures(agreement(recode({"p2-sells": {"to": "westhaven"}})))
    assert (rows["tie"]["units"], rows["actors"]["units"], rows["direction"]["units"]) == (7, 7, 6)
    assert rows["direction"]["agreement"] == 1
    assert rows["actors"]["agreement"] == rows["to"]["agreement"] == round(6 / 7, 3)
