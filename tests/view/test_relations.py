"""Which ties are shown, and how repeated mentions become one line."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from tests.view.case import read_case, read_cases
from tests.view.sample import article
from tiebook.errors import UnknownName
from tiebook.model.codebook import UNSPECIFIED, codebook
from tiebook.view.drawing.relations import (
    LIMITS,
    TONES,
    Show,
    drawn,
    how_much_is_drawn,
    main_actors,
    pairs,
    relations,
    shown,
    standing_word,
    tone,
    usual,
)
from tiebook.view.network import NetActor, NetTie, Network, TieType
from tiebook.view.style import constants

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


def test_as_of_keeps_what_began_before_and_may_have_ended() -> None:
    begun = dataclasses.replace(TIE, since_earliest=date(2001, 1, 1), since_latest=date(2001, 12, 31))
    network = net(begun)
    assert shown(network, Show(as_of=date(2000, 12, 31))) == []
    assert shown(network, Show(as_of=date(2001, 6, 1))) == [0]
    assert shown(network, Show(as_of=date(2010, 1, 1), undated=False)) == [0]


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


def test_too_many_lines_are_bundled_by_pair() -> None:
    network = article(ties=900)
    lines = drawn(network, dataclasses.replace(ALL, lines="auto"))
    assert sum(len(r.ties) for r in lines) == 900
    assert all(r.bundled for r in lines)
    assert any(r.text == f"{len(r.ties)} cooperative" for r in lines)
    assert not any(r.bundled for r in drawn(network, ALL))


def test_a_pair_has_a_strand_for_each_sign_and_another_for_what_is_no_fact() -> None:
    ties = [
        TIE,
        dataclasses.replace(TIE, type="AIDS"),
        dataclasses.replace(TIE, type="CONSTRAINS", sign=-1),
        dataclasses.replace(TIE, type="OPPOSES", sign=-1),
        dataclasses.replace(TIE, mode="sought"),
        dataclasses.replace(TIE, negated=True),
        dataclasses.replace(TIE, type="OPPOSES", sign=-1, mode="feared"),
    ]
    found = pairs(relations(net(*ties), range(len(ties)), bundle=True))[0, 1]
    assert [(r.text, r.ghost) for r in found] == [
        ("2 cooperative", False),
        ("not facts: supports \N{MULTIPLICATION SIGN}2", True),
        ("opposes", False),
        ("feared: opposes", True),
        ("constrains", False),
    ]


def test_a_strand_has_a_direction_where_all_its_ties_have_the_same() -> None:
    back = dataclasses.replace(TIE, source="b", target="a")
    one, both, mutual = (
        relations(net(*ties), range(len(ties)), bundle=True)[0]
        for ties in ((back, back), (TIE, back), (TIE, dataclasses.replace(TIE, type="MEETS_WITH")))
    )
    assert (one.first, one.second, one.symmetric) == (1, 0, False)
    assert both.symmetric
    assert mutual.symmetric


def test_a_limit_is_not_hostile_and_the_sign_of_an_influence_is_no_valence() -> None:
    assert tone(dataclasses.replace(TIE, type="CONSTRAINS", sign=-1)) == LIMITS
    assert tone(dataclasses.replace(TIE, type="INFLUENCES", sign=-1)) == 0
    assert tone(dataclasses.replace(TIE, type="OPPOSES", sign=-1)) == -1


def test_main_actors_are_those_of_whom_most_is_said() -> None:
    network = read_case()
    names = {network.actors[index].name for index in main_actors(network)}
    assert {"China", "Iran", "United States", "Saudi Arabia", "Iran's rivals in the Middle East"} <= names
    assert len(names) == 14
    assert "Masoud Rezaei" not in names
    assert main_actors(net(TIE)) == (0, 1, 2, 3)


def test_nobody_is_no_main_actor_however_much_is_said() -> None:
    base = net(TIE)
    names = ["unspecified", *(f"n{number}" for number in range(1, 20))]
    actors = tuple(NetActor(name, name, "State") for name in names)
    said = [*((0, number) for number in range(1, 20) for _ in range(5)), (1, 2), (1, 2), (2, 3), (2, 3)]
    ties = tuple(
        dataclasses.replace(TIE, id=str(number), source=names[a], target=names[b]) for number, (a, b) in enumerate(said)
    )
    found = main_actors(dataclasses.replace(base, actors=actors, ties=ties))
    assert found == (1, 2, 3)
    shipped = read_cases()
    assert UNSPECIFIED not in {shipped.actors[index].id for index in main_actors(shipped)}


def test_the_line_of_a_tie_between_several_says_that_there_are_others() -> None:
    """The others are in `regarding`: a line to one of the sides would read as a tie with it alone."""
    for kind, said in (
        ("BALANCES_BETWEEN", "balances it with others"),
        ("MEDIATES", "mediates between it and others"),
    ):
        (line,) = relations(net(dataclasses.replace(TIE, type=kind)), [0])
        assert line.text == said
        assert "regarding" in codebook().ties[kind].definition
    assert set(constants()["names"]) == {
        name for name, each in codebook().ties.items() if "`regarding`" in each.definition and "balancing" in each.sets
    }


def test_places_that_pairs_leave_go_to_whoever_has_several_ties_with_them() -> None:
    base = net(TIE)
    actors = tuple(NetActor(f"n{number}", f"Name {number}", "State") for number in range(20))
    said = [(0, 1), (0, 1), (2, 3), (2, 3), (4, 5), (4, 5), (6, 7), (6, 7)]
    said += [(8, 0), (2, 8), (8, 4), (6, 8), (9, 1), (9, 3), *((number, 0) for number in range(10, 20))]
    ties = tuple(
        dataclasses.replace(TIE, id=str(number), source=f"n{a}", target=f"n{b}") for number, (a, b) in enumerate(said)
    )
    network = dataclasses.replace(base, actors=actors, ties=ties)
    assert main_actors(network) == tuple(range(10))


def test_whoever_has_a_tie_or_two_with_each_of_the_main_actors_takes_the_place_of_one_who_has_few() -> None:
    base = net(TIE)
    actors = tuple(NetActor(f"n{number}", f"Name {number}", "State") for number in range(20))
    said = [pair for first in range(0, 14, 2) for pair in [(first, first + 1)] * 3]
    said += [
        (14, number) for number in (0, 2, 4, 6, 8, 10)
    ]  # 6 ties with them, one with each; 3 of 12 and 13 with each other
    for fewer, kept in ((0, 12), (1, 13)):  # with 5 it takes nobody's place
        ties = tuple(
            dataclasses.replace(TIE, id=str(number), source=f"n{a}", target=f"n{b}")
            for number, (a, b) in enumerate(said[: len(said) - fewer])
        )
        found = main_actors(dataclasses.replace(base, actors=actors, ties=ties))
        assert found == (tuple(range(14)) if fewer else (*range(13), 14))
        assert kept in found


def test_of_all_shipped_cases_the_four_together_are_seen_at_once() -> None:
    network = read_cases()
    assert "crink" in {network.actors[index].id for index in main_actors(network)}


def test_what_is_counted_is_what_is_drawn() -> None:
    network = read_case()
    for show in (usual(network), usual(network, every_actor=True), usual(network, focus="iran"), ALL):
        lines = drawn(network, show)
        ends = {end for r in lines for end in (r.first, r.second)}
        ties = sum(len(r.ties) for r in lines)
        assert (
            how_much_is_drawn(network, show)
            == f"{len(ends)} of {len(network.actors)} actors, {ties} of {len(network.ties)} ties"
        )


def test_lanes_are_sorted_by_direction_then_sign() -> None:
    network = article()
    for group in pairs(relations(network, shown(network, Show()))).values():
        assert [(r.first, TONES.index(r.tone)) for r in group] == sorted((r.first, TONES.index(r.tone)) for r in group)


@pytest.mark.parametrize(
    ("mode", "negated", "word"),
    [
        ("actual", False, ""),
        ("actual", True, "denied"),
        ("sought", False, "sought"),
        ("sought", True, "not sought"),
        ("feared", True, "not feared"),
        ("conditional", True, "denied on a condition"),
        ("several", False, "not facts"),
    ],
)
def test_what_is_not_sought_is_not_denied(mode: str, negated: bool, word: str) -> None:
    assert standing_word(mode, negated=negated) == word
    if mode != "several":  # of a bundle
        (found,) = relations(net(dataclasses.replace(TIE, mode=mode, negated=negated)), [0], bundle=False)
        assert found.text == f"{word}{': ' if word else ''}supports"
        assert found.denied == (word == "denied")
