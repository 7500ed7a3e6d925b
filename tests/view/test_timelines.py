"""Timelines, plans of layers and headlines: made-up answers of a few rows, and networks of a few ties."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tiebook.ask import ask
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.pictures import picture
from tiebook.questions import QuestionLibrary
from tiebook.view.diagrams import lay_out
from tiebook.view.diagrams.layers import layers
from tiebook.view.diagrams.ledger import _statement
from tiebook.view.diagrams.plans import plan_of
from tiebook.view.diagrams.sheet import Sheet
from tiebook.view.diagrams.story import Entry, Story
from tiebook.view.diagrams.timeline import Moment, _bar, _Scale, _spell, _text, _when
from tiebook.view.drawing.relations import Show
from tiebook.view.headline import headline, title_of
from tiebook.view.network import NetActor, NetTie, Network

WENT = "how it went, and why"


def entry(number: int = 1, marks: tuple[tuple[str, str], ...] = (), **record: Any) -> Entry:
    return Entry(number, {"from_name": "A", "tie": "AIDS", "to_name": "B", **record}, marks)


def story(*rows: Entry) -> Story:
    return Story("When?", "some rows", rows, {"actor": "X"})


@pytest.mark.parametrize(
    ("record", "text"),
    [
        ({}, ""),
        ({"since": "2001"}, "2001"),
        ({"since": "2001", "until": "2001"}, "2001"),
        ({"since": "2001", "until": "2002"}, "2001 to 2002"),
        ({"until": "2002"}, "until 2002"),
        ({"day": "2001-02-03"}, "2001-02-03"),
        ({"since": "2001", "change": "begins"}, "2001 begins"),
        ({"change": "begins"}, "begins"),
    ],
)
def test_when_a_row_was_in_words(record: Any, text: str) -> None:
    assert _when(entry(**record)) == text


def test_what_goes_on_since_a_day_is_not_told_as_a_day() -> None:
    def lasting(**record: Any) -> Entry:
        return replace(entry(**record), lasts=True)

    assert _when(lasting(since="2001")) == "since 2001"
    assert _when(lasting(since="2001", until="2002")) == "2001 to 2002"
    assert _when(lasting(since="2001", change="begins")) == "2001 begins", "a change is of that day"
    assert _statement(lasting(since="2001", gloss="A aids B"), (0, 0), 300).words[1].text == "A aids B (since 2001)"


def test_rows_go_on_of_which_the_table_says_since(article_engine: KgliteEngine) -> None:
    answer = ask(article_engine, QuestionLibrary().get("timeline"), {"actor": "china", "other": "iran"})
    drawn = picture(article_engine, answer, "timeline").story.entries  # type: ignore[union-attr]
    document = answer.document()
    at = [column.name for column in document.columns].index("when")
    since = {row.number: str(row.values[at]).startswith("since ") for group in document.groups for row in group.rows}
    assert {entry.number: entry.lasts for entry in drawn} == since
    assert {entry.lasts for entry in drawn} == {True, False}


def test_a_row_says_when_who_and_what() -> None:
    card, below = _text(entry(7, since="2001", gloss="A aids B"), 30, 400)
    assert [words.text for words in card.words] == ["2001: A aids B"], "and no second time"
    assert (card.x, card.y, card.wide, card.entry, card.ghost) == (0, 30, 400, 7, False)
    assert below == pytest.approx(card.y + card.high)
    act = _text(Entry(1, {"action": "It acts", "gloss": "More"}), 0, 400)[0]
    assert [words.text for words in act.words] == ["It acts", "More"]
    same = _text(Entry(1, {"gloss": "Only this"}), 0, 400)[0]
    assert [words.text for words in same.words] == ["Only this"]
    marked, under = _text(entry(1, (("reported", "reported by X"),)), 30, 400)
    plain, over = _text(entry(1), 30, 400)
    assert (marked.ghost, plain.ghost) == (True, False)
    assert under - over == pytest.approx(2 + 18)
    assert marked.words[0].y == pytest.approx(30 + 4 + 12.5 * 0.95)


@pytest.mark.parametrize(
    ("record", "first", "last"),
    [
        ({"since": "2001"}, date(2001, 1, 1), date(2001, 12, 31)),
        ({"since": "2001-02-03", "until": "2004"}, date(2001, 2, 3), date(2004, 12, 31)),
        ({"until": "2004-05-06"}, date(2004, 5, 6), date(2004, 5, 6)),
        ({"day": "2001-02-03"}, date(2001, 2, 3), date(2001, 2, 3)),
        ({}, None, None),
        ({"since": "long ago"}, None, None),
    ],
)
def test_the_first_and_the_last_day_of_a_row(record: Any, first: date | None, last: date | None) -> None:
    moment = Moment(entry(**record), _spell(entry(**record)))
    assert (moment.first, moment.last) == (first, last)


def test_a_scale_runs_from_edge_to_edge_and_names_round_years() -> None:
    scale = _Scale(date(2000, 1, 1), date(2010, 1, 1), 100, 473.5)
    assert scale.at(date(2000, 1, 1)) == 100
    assert scale.at(date(2010, 1, 1)) == pytest.approx(473.5)
    assert scale.at(date(2005, 1, 1)) == pytest.approx(286.75, abs=0.2)
    assert [year for _, year in scale.marks] == [2000, 2002, 2004, 2006, 2008, 2010]
    assert scale.marks[1][0] == scale.at(date(2002, 1, 1))
    wide = _Scale(date(2000, 1, 1), date(2010, 1, 1), 0, 690)
    assert [year for _, year in wide.marks] == list(range(2000, 2011))
    narrow = _Scale(date(2000, 1, 1), date(2009, 1, 1), 0, 60)
    assert [year for _, year in narrow.marks] == [2000, 2005]
    old = _Scale(date(1816, 5, 1), date(2010, 1, 1), 0, 500)
    assert [year for _, year in old.marks] == [1850, 1900, 1950, 2000]
    short = _Scale(date(2000, 3, 1), date(2000, 3, 2), 50, 350)
    assert short.each == 1, "a day is no wider than in ten months"
    assert short.marks == [(64, 2000)]


def bars(**record: Any) -> list[tuple[str, float, bool]]:
    scale = _Scale(date(2000, 1, 1), date(2000, 1, 1), 0, 300)  # a px a day
    row = entry(**record)
    return [(wire.path, wire.width, bool(wire.dash)) for wire in _bar(Moment(row, _spell(row)), scale, 9)]


@pytest.mark.parametrize(
    ("record", "drawn"),
    [
        ({"since": "2000-01-11", "until": "2000-01-31"}, [("M10 9H30", 7, False)]),
        ({"since": "2000-01-11", "until": "2000-01-12"}, [("M10 9H16", 7, False)]),
        ({"since": "2000-01-11", "until": "2000-01-11"}, [("M6 9H14", 9, False)]),
        ({"since": "2000-01-11"}, [("M6 9H14", 9, False)]),
        ({"since": "2000-01"}, [("M26 9H34", 9, False), ("M0 9H30", 2, True)]),
        ({"since": "2000-01", "until": "2000-03"}, [("M30 9H60", 7, False), ("M0 9H30", 2, True), ("M60 9H90", 2, True)]),
        ({}, []),
    ],
)  # fmt: skip
def test_a_bar_is_solid_where_it_certainly_held_and_dotted_where_it_may_have(record: Any, drawn: Any) -> None:
    assert bars(**record) == drawn


def texts(sheet: Sheet) -> list[str]:
    return [words.text for card in sheet.cards for words in card.words]


def test_rows_stand_in_order_of_time_and_undated_ones_last() -> None:
    rows = [entry(1), entry(2, since="2005"), entry(3, since="2001"), entry(4, until="2003")]
    sheet = lay_out(story(*rows), "timeline", 960)
    assert [card.entry for card in sheet.cards] == [3, 4, 2, 1]
    assert sheet.cards[0].y == 26
    for above, below in zip(sheet.cards[:2], sheet.cards[1:3], strict=True):
        assert below.y == pytest.approx(above.y + above.high + 10)
    assert sheet.cards[3].y == pytest.approx(sheet.cards[2].y + sheet.cards[2].high + 10 + 24)
    assert [words.text for words in sheet.words if not words.text.isdecimal()] == ["Undated"]
    solid = [wire for wire in sheet.wires if wire.width >= 7]
    assert [float(re.findall(r"[\d.]+", wire.path)[1]) for wire in solid] == pytest.approx(
        [card.middle for card in sheet.cards[:3]], abs=0.01
    )
    assert [text for _, text in sheet.key] == [
        *("begins; no end is stated", "from beginning to end", "the date is not exact", "cooperative"),
    ]
    assert sheet.high == pytest.approx(sheet.cards[3].y + sheet.cards[3].high + 10)
    assert lay_out(story(entry(1)), "timeline", 960).key == ()


def test_on_a_narrow_page_the_bar_of_a_row_stands_below_it() -> None:
    sheet = lay_out(story(entry(1, since="2001"), entry(2, since="2005")), "timeline", 360)
    first, second = sheet.cards
    assert first.wide == 352
    assert second.y == pytest.approx(first.y + first.high + 18 + 10)
    bar = next(wire for wire in sheet.wires if wire.width >= 7)
    assert float(re.findall(r"[\d.]+", bar.path)[1]) == pytest.approx(first.y + first.high + 9, abs=0.01)


@pytest.mark.parametrize(
    ("record", "item", "target", "verb"),
    [
        (
            {"depends_on": "Oil", "mechanism": "m", "controlled_by": "C", "dependent": "D"},
            ("Oil", "m; controlled by C"),
            *("D", "holds up"),
        ),
        ({"depends_on": "Oil", "gloss": "g", "dependent": "D"}, ("Oil", "g"), "D", "holds up"),
        ({"cause": "c", "gloss": "g", "effect": "e", "what": "w"}, ("c", "g"), "e w", "brings about"),
        ({"cause": "c", "effect": "e"}, ("c", ""), "e", "brings about"),
        ({"condition": "if", "what": "w", "part": "p"}, ("if", "w"), "p", "bears on"),
        ({"condition": None, "from_name": "F", "part": "p"}, ("F", ""), "p", "bears on"),
        ({"denial_group": "d", "link": "l", "who_or_what": "w", "gloss": "g"}, ("l: w", "g"), "d", WENT),
        ({"denial_group": "d", "step": "wanted", "who_or_what": "w", "gloss": "g"}, ("wanted: w", "g"), "d", WENT),
    ],
)  # fmt: skip
def test_what_is_drawn_in_which_column_goes_by_the_columns_of_the_answer(
    record: Any, item: tuple[str, str], target: str, verb: str
) -> None:
    plan = plan_of(story(Entry(1, record)))
    (strand,) = plan.strands
    assert [(title, text) for title, text, _ in strand.items] == [item]
    assert (strand.target, strand.head, plan.verb, plan.tone) == (target, "", verb, "0")
    assert plan.denied == (verb == WENT)


def test_limits_stand_under_their_factors() -> None:
    rows = [
        Entry("A", {"factor": "F", "constrainer": "F", "gloss": "bare"}),
        Entry(1, {"factor": "F", "constrainer": "P", "gloss": "part", "sub_factor": "S"}),
        Entry(2, {"factor": "F", "constrainer": "F", "gloss": "again"}),
        Entry(3, {"factor": "G", "constrainer": "G", "mechanism": "how"}),
        Entry(4, {"factor": "H", "constrainer": "H"}),
        Entry(5, {"factor": "I", "constrainer": "I", "gloss": "guess"}, (("inferred", "inferred"),)),
    ]
    plan = plan_of(Story("What?", "", tuple(rows), {"target": "T", "actor": "X", "partner": "P", "regarding": "R"}))
    found = [(s.head, s.bare and s.bare.number, [(title, text) for title, text, _ in s.items]) for s in plan.strands]
    assert found == [
        ("F", "A", [("P", "part"), ("", "again")]),
        ("G", 3, [("", "how")]),
        ("H", 4, []),
        ("I", None, [("", "guess")]),
    ]
    assert ({strand.target for strand in plan.strands}, plan.beyond, plan.verb, plan.tone) == (
        {"T"},
        "P",
        "limits",
        "2",
    )
    assert plan_of(Story("What?", "", tuple(rows[:1]), {"regarding": "R"})).beyond == "R"
    assert plan_of(Story("What?", "", tuple(rows[:1]))).strands[0].target == "The actor"


def test_each_limit_ends_at_whom_it_limits_where_nobody_was_named() -> None:
    limits = [("Law", "United States", "China"), ("Law", "Iran", "Russia"), ("Interests", "Trade", "China")]
    rows = [
        Entry(n, {"constrainer": who, "target": whom, "factor": factor})
        for n, (factor, who, whom) in enumerate(limits, start=1)
    ]
    strands = plan_of(Story("Who limits whom?", "", tuple(rows))).strands
    assert [(each.head, each.items[0][0], each.target) for each in strands] == [
        ("Law", "United States", "China"),
        ("Interests", "Trade", "China"),
        ("Law", "Iran", "Russia"),
    ]
    named = plan_of(Story("Who limits China?", "", tuple(rows[::2]), {"target": "People's Republic of China"})).strands
    assert {each.target for each in named} == {"People's Republic of China"}


def test_no_word_of_whom_is_limited_is_broken() -> None:
    row = Entry(1, {"constrainer": "Trade", "target": "Mediterranean neighbours, everyone", "factor": "Interests"})
    cards = layers(Story("Who limits whom?", "", (row,)), 1180).cards
    (whom,) = (card for card in cards if card.look == "actor")
    assert " ".join(words.text for words in whom.words) == "Mediterranean neighbours, everyone"
    assert all(words.box[0] > whom.x and words.box[2] < whom.right for words in whom.words)
    assert next(words.text for words in whom.words) == "Mediterranean", "a word is a line of its own, no part of one"


def test_a_very_long_word_leaves_room_for_the_limits() -> None:
    row = Entry(1, {"constrainer": "Trade", "target": "Llanfairpwllgwyngyll" * 4, "factor": "Interests"})
    cards = layers(Story("Who limits whom?", "", (row,)), 1180).cards
    (whom,) = (card for card in cards if card.look == "actor")
    assert whom.right - whom.x <= 1180 * 0.26
    assert len(whom.words) > 1


def test_a_factor_of_one_source_alone_names_it_once() -> None:
    rows = [Entry(n, {"factor": "F", "constrainer": f"P{n}", "source": "s"}, place=0) for n in (1, 2)]
    (one,) = plan_of(story(*rows)).strands
    assert one.source is not None
    assert (one.source.text, one.source.place) == ("s", 0)
    assert [part.place for *_, part in one.items] == [None, None]
    other = dataclasses.replace(rows[1], place=1)
    (two,) = plan_of(story(rows[0], other)).strands
    assert (two.source, [part.place for *_, part in two.items]) == (None, [0, 1])


def net(*ties: tuple[str, str, int], points: tuple[str, ...] = (), everything: bool = False) -> Network:
    actors = tuple(NetActor(name, name.upper(), "State") for name in "abcd")
    made = tuple(NetTie(str(n), "AIDS", one, two, sign, source_id="s") for n, (one, two, sign) in enumerate(ties))
    return Network("N", actors=actors, ties=made, points=points, everything=everything)


def test_a_headline_names_the_pair_of_which_most_is_said_and_the_most_hostile_one() -> None:
    network = net(("a", "b", 1), ("b", "a", 1), ("a", "b", -1), ("c", "d", -1), ("c", "d", -1), ("c", "d", 1))
    assert headline(network) == [
        "Most is said of A and B: 3 statements, 2 cooperative, 1 hostile.",
        "Most hostile: C and D, 2 of 3 statements.",
    ]
    half = net(("a", "b", 1), ("b", "a", 1), ("a", "b", 1), ("c", "d", -1), ("c", "d", 1))
    assert headline(half) == ["Most is said of A and B: 3 statements, 3 cooperative."], "half is not most"
    once = net(("a", "b", 1), ("c", "c", 1), ("c", "c", 1), points=("A point.",))
    assert headline(once) == ["A point."], "nothing is said twice of two actors"
    assert headline(net(("a", "b", 1), ("a", "b", 0), points=("P.",)))[0] == "P."
    assert headline(net(("a", "b", 1), ("a", "b", 1), everything=True)) == []
    several = dataclasses.replace(
        network, ties=(dataclasses.replace(network.ties[0], source_id="t"), *network.ties[1:])
    )
    assert "3 statements in 2 sources, " in headline(several)[0]


def test_a_title_says_what_of_a_network_is_seen() -> None:
    network = net(("a", "b", 1))
    assert title_of(network, Show()) == "N"
    assert title_of(network, Show(focus="a")) == "N: A and its neighbours"
    assert title_of(network, Show(focus="z", depth=2)) == "N: within 2 steps of z"
    both = Show(focus="a", depth=3, as_of=date(2020, 1, 2))
    assert title_of(network, both) == "N: within 3 steps of A, as of 2020-01-02"


def test_a_headline_is_never_of_nobody() -> None:
    actors = tuple(NetActor(name, name.capitalize(), "State") for name in ("arland", "borland", "unspecified"))
    said = [("arland", "unspecified")] * 4 + [("arland", "borland")] * 2
    ties = tuple(NetTie(str(number), "OPPOSES", a, b, -1) for number, (a, b) in enumerate(said))
    assert headline(Network("n", actors=actors, ties=ties)) == [
        "Most is said of Arland and Borland: 2 statements, 2 hostile."
    ]
