"""Finding analyses, choosing ties, and running them on a graph."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import MINI
from tiebook.analyse.registry import analyse, analyses, analysis_called
from tiebook.analyse.selection import Selection
from tiebook.errors import UnknownName, UsageError
from tiebook.sync.cases import load_case

NAMES = ["balance", "brokers", "centrality", "communities", "constraint"]


def test_every_module_with_an_analysis_is_found():
    assert list(analyses()) == NAMES
    with pytest.raises(UnknownName, match="balance"):
        analysis_called("ballance")


@pytest.mark.parametrize("name", NAMES)
def test_every_part_runs_on_the_sample(mini_engine, name):
    for part in analysis_called(name).parts:
        found = analyse(mini_engine, name, show=part)
        assert all(len(row) == len(found.columns) for row in found.rows)
        assert "between 2 actors" in found.notes[0] or "between 3 actors" in found.notes[0]
    explained = analyse(mini_engine, name, explain="northland")
    assert all(len(row) == len(explained.columns) for row in explained.rows)


def test_names_that_are_not_known(mini_engine):
    with pytest.raises(UnknownName, match="no part"):
        analyse(mini_engine, "balance", show="everything")
    with pytest.raises(UnknownName, match="no option"):
        analyse(mini_engine, "balance", seeds=3)
    with pytest.raises(UnknownName, match="no actor"):
        analyse(mini_engine, "balance", explain="harbour-act")
    with pytest.raises(UnknownName, match="SELLS_ARMS_TO"):
        Selection(types=("SELLS_ARMS",))
    with pytest.raises(UnknownName, match="State"):
        Selection(kinds=("States",))
    with pytest.raises(UsageError, match="day"):
        Selection(certain=True)


@pytest.mark.parametrize(
    ("selection", "ties"),
    [
        (Selection(), ["REFUSES/mini/p4-refuses", "SELLS_ARMS_TO/mini/p2-sells"]),
        (Selection(sign="positive"), ["SELLS_ARMS_TO/mini/p2-sells"]),
        (Selection(sign="negative"), ["REFUSES/mini/p4-refuses"]),
        (Selection(types=("REFUSES",)), ["REFUSES/mini/p4-refuses"]),
        (Selection(source="mini", types=("AIDS",)), []),
        (Selection(source="another"), []),
        (Selection(as_of=date(2014, 12, 31)), ["REFUSES/mini/p4-refuses"]),
        (Selection(as_of=date(2016, 1, 1), certain=True), ["SELLS_ARMS_TO/mini/p2-sells"]),
        (Selection(as_of=date(2015, 6, 1), certain=True), []),
        (Selection(as_seen_by="southport-officials"), []),
        (Selection(as_seen_by="ann-writer"), ["REFUSES/mini/p4-refuses", "SELLS_ARMS_TO/mini/p2-sells"]),
        (Selection(kinds=("Bloc",)), []),
    ],
)
def test_the_choice_of_ties(mini_engine, selection, ties):
    graph = selection.network(mini_engine)
    assert sorted(key for *_, key in graph.edges(keys=True)) == ties
    assert "unspecified" not in graph


def test_what_a_holder_vouches_for_need_not_be_shared_by_the_author(article_engine):
    graph = Selection(as_seen_by="iranian-foreign-ministry").network(article_engine)
    ties = [tie for *_, tie in graph.edges(data=True)]
    assert ties
    assert not any(tie["endorsed"] for tie in ties)


def test_the_choice_is_said_in_words(mini_engine):
    selection = Selection(
        as_of=date(2016, 1, 1), source="mini", sign="positive", types=("SELLS_ARMS_TO",), kinds=("State",)
    )
    assert selection.found(selection.network(mini_engine)) == (
        "1 tie between 2 actors: ties that the author asserts or presupposes, without inferred ones, positive ones only, "
        "of type SELLS_ARMS_TO, between actors of kind State, of mini, possibly in force on 2016-01-01 (1 certainly)"
    )


def test_both_engines_give_the_same(engine):
    load_case(engine, MINI)
    rows = [analyse(engine, "centrality", Selection(as_of=date(2016, 1, 1))).rows, analyse(engine, "brokers").rows]
    assert [row[1] for row in rows[0]] == ["northland", "eastmark", "westhaven"]
    assert rows[1] == []
    narrow = Selection(source="mini", types=("REFUSES", "AIDS"), as_seen_by="ann-writer", inferred=True)
    assert [row[1] for row in analyse(engine, "constraint", narrow).rows] == ["northland", "westhaven"]
