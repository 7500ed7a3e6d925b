"""Which ties are shown, and how repeated mentions become one line."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from tests.view.sample import article
from tiebook.errors import UnknownName
from tiebook.view.network import NetActor, NetTie, Network, TieType
from tiebook.view.relations import Show, drawn, pairs, relations, shown

TIE = NetTie("1", "SUPPORTS", "a", "b", 1)
ALL = Show(facts_only=False, reported=True, inferred=True)


def net(*ties: NetTie) -> Network:
    actors = tuple(NetActor(name, name.upper(), "State") for name in "abcd")
    numbered = tuple(dataclasses.replace(tie, id=str(number)) for number, tie in enumerate(ties))
    return Network("n", actors=actors, ties=numbered, types={"MEETS_WITH": TieType("", 1, symmetric=True)})


@pytest.mark.parametrize(
    ("change", "usual"),
    [
        ({}, True),
        ({"mode": "sought"}, False),
        ({"negated": True}, False),
        ({"endorsed": False}, False),
        ({"inferred": True}, False),
    ],
)
def test_by_default_only_endorsed_facts_are_drawn(change: dict[str, object], usual: bool) -> None:
    network = net(dataclasses.replace(TIE, **change))  # type: ignore[arg-type]
    assert bool(shown(network, Show())) is usual
    assert shown(network, ALL) == [0]


def test_as_of_leaves_out_what_was_certainly_over() -> None:
    over = dataclasses.replace(TIE, since_earliest=date(2001, 1, 1), since_latest=date(2001, 1, 1), until_earliest=date(2005, 1, 1),
                               until_latest=date(2005, 12, 31))  # fmt: skip
    network = net(over, TIE)
    assert shown(network, Show(as_of=date(2005, 6, 1))) == [0, 1]
    assert shown(network, Show(as_of=date(2006, 1, 1))) == [1]
    assert shown(network, Show(as_of=date(2005, 6, 1), undated=False)) == [0]


def test_focus_keeps_the_ties_among_its_neighbours() -> None:
    chain = [NetTie("", "AIDS", a, b) for a, b in ("ab", "bc", "cd", "ca")]
    assert shown(net(*chain[:3]), Show(focus="a")) == [0]
    assert shown(net(*chain[:3]), Show(focus="a", depth=2)) == [0, 1]
    assert shown(net(*chain), Show(focus="a")) == [0, 1, 3]
    with pytest.raises(UnknownName):
        shown(net(), Show(focus="nobody"))


def test_repeated_mentions_are_one_line_with_their_number() -> None:
    meets = NetTie("", "MEETS_WITH", "a", "b", 1)
    back = dataclasses.replace(meets, source="b", target="a")
    found = relations(net(TIE, TIE, dataclasses.replace(TIE, source="b", target="a"), meets, back), range(5))
    assert [(r.text, r.first, r.second) for r in found] == [
        ("supports \N{MULTIPLICATION SIGN}2", 0, 1),
        ("supports", 1, 0),
        ("meets with \N{MULTIPLICATION SIGN}2", 0, 1),
    ]


def test_no_line_hides_that_it_is_no_fact() -> None:
    ties = [
        dataclasses.replace(TIE, mode="feared"),
        dataclasses.replace(TIE, negated=True),
        dataclasses.replace(TIE, inferred=True),
        dataclasses.replace(TIE, endorsed=False, target="c"),
    ]
    texts = [r.text for r in relations(net(*ties), range(4))]
    assert texts == ["feared: supports", "denied: supports", "inferred: supports", "reported: supports"]


def test_too_many_lines_are_bundled_by_direction_and_sign() -> None:
    network = article(ties=900)
    lines = drawn(network, ALL)
    assert sum(len(r.ties) for r in lines) == 900
    assert all(r.type == "ties" or len(r.ties) == 1 for r in lines)
    assert any(r.text == f"{len(r.ties)} ties" for r in lines)


def test_lanes_are_sorted_by_direction_then_sign() -> None:
    network = article()
    for group in pairs(relations(network, shown(network, Show()))).values():
        assert [(r.first, -r.sign) for r in group] == sorted((r.first, -r.sign) for r in group)
