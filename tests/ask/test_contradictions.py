"""What counts as a contradiction of two texts, and as a later word on an earlier one: made-up texts, one thing at a time."""

import pytest

from tests.ask.made_up import asked, load_text
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.python.graph import Graph
from tiebook.questions import QuestionLibrary

DENIED = {"says": "china SELLS_ARMS_TO iran", "aspect": "state", "negated": True, "since": "2020"}
DEAL = {"regarding": "arms-deal"}
HELD = {"says": "china SELLS_ARMS_TO iran"}
UNDATED = HELD | {"negated": True}


@pytest.fixture
def said(tmp_path):
    """Return what makes a graph of an earlier text (2021) and a later one (2025) with one claim each, and asks it."""

    def made(question, one, other, **given):
        engine = KgliteEngine(tmp_path / "x.kgl")
        load_text(engine, tmp_path, "early", "2021", [one])
        load_text(engine, tmp_path, "late", "2025", [other])
        answer = asked(engine, question, **given)
        engine.close()
        return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]

    return made


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        # denied since 2020, by a text of 2021
        (DENIED, HELD | {"since": "2021-05"}, ("denied", "at the same time")),
        (DENIED, HELD | {"since": "2020"}, ("denied", "possibly at the same time")),
        (DENIED, HELD | {"since": "2023"}, None),  # later than the denial reaches
        (DENIED, HELD | {"since": "1985"}, None),
        (DENIED, HELD, ("denied", "time not stated")),
        (UNDATED, HELD, ("denied", "time not stated")),
        (UNDATED, HELD | {"since": "2020"}, ("denied", "time not stated")),
        (UNDATED, HELD | {"since": "2023"}, None),  # later than the text that denies it
        (UNDATED | DEAL, HELD | {"regarding": "other-matter"}, None),
        (DENIED, HELD | {"since": "1980", "until": "2021"}, None),  # of a longer time as a whole, not of each day
        (DENIED, HELD | {"since": "2021-05", "mode": "expected", "by": "iran"}, None),
        (DENIED, HELD | {"says": "iran SELLS_ARMS_TO china", "since": "2021-05"}, None),
        # matters
        (DENIED | DEAL, HELD | DEAL | {"since": "2021-05"}, ("denied", "at the same time")),
        (DENIED | {"regarding": "arms-deal"}, HELD | {"since": "2021-05", "regarding": "other-matter"}, None),
        (DENIED | {"regarding": "arms-deal"}, HELD | {"since": "2021-05"}, None),
        # states, from either end
        (
            {"says": "china ALLIED_WITH iran", "negated": True, "since": "2019"},
            {"says": "iran ALLIED_WITH china", "since": "2018"},
            ("denied", "at the same time"),
        ),
        # a sign against a sign, and a date against a date
        (
            {"says": "china VIEWS_AS iran", "sign": 1, "since": "2020"},
            {"says": "china VIEWS_AS iran", "sign": -1, "since": "2020"},
            ("opposite sign", "at the same time"),
        ),
        (
            {"says": "china MEETS_WITH iran", "via": "summit", "since": "2020-01"},
            {"says": "china MEETS_WITH iran", "via": "summit", "since": "2020-03"},
            ("another date", "at another time"),
        ),
        (
            {"says": "china MEETS_WITH iran", "via": "summit", "since": "2020"},
            {"says": "china MEETS_WITH iran", "via": "summit", "since": "2020-03"},
            None,
        ),
        (
            {"says": "china MEETS_WITH iran", "since": "2020-01"},
            {"says": "china MEETS_WITH iran", "since": "2020-03"},
            None,  # they may have met twice
        ),
    ],
)  # fmt: skip
def test_what_contradicts(said, one, other, found):
    rows = said("who-contradicts-whom", one, other)
    assert [(row["conflict"], row["overlap"]) for row in rows] == ([] if found is None else [found])
    for row in rows:
        assert {row["source"], row["other_source"]} == {"early", "late"}
        assert {row["who"], row["whom"]} == {"Writer of early", "Writer of late"}


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (DENIED, HELD | {"since": "2023"}, "denied first, said to hold later"),
        (DENIED, HELD | {"since": "1985"}, None),
        (DENIED, HELD, "said to hold at a time not stated"),
        (HELD | {"mode": "sought", "by": "iran"}, HELD, "said to hold at a time not stated"),
        (DENIED, DENIED | {"since": "2024"}, "denied first and later"),
        (DENIED, HELD | {"since": "2024", "mode": "expected", "by": "iran"}, "denied first, wanted, feared or expected later"),
        (HELD | {"mode": "sought", "by": "iran"}, HELD | {"since": "2023"}, "said to have come about"),
        (HELD | {"mode": "feared", "by": "iran"}, DENIED | {"since": "2024"}, "said not to have come about"),
        (HELD | {"mode": "expected", "by": "iran"}, HELD | {"mode": "sought", "by": "iran"}, "still open"),
        (HELD | {"since": "2020"}, HELD | {"since": "2023"}, None),  # both as a fact
        (DENIED | {"regarding": "arms-deal"}, HELD | {"since": "2023", "regarding": "other-matter"}, None),
        (DENIED | {"regarding": "arms-deal"}, HELD | {"since": "2023"}, "denied first, said to hold later"),
        (DENIED | {"regarding": "russia"}, HELD | {"since": "2023"}, None),  # it is about a third actor
    ],
)  # fmt: skip
def test_what_a_later_text_says_of_it(said, one, other, found):
    rows = said("what-came-later", one, other, actor="china", partner="iran")
    assert [row["outcome"] for row in rows] == ([] if found is None else [found])
    for row in rows:
        assert (row["source"], row["later_claim"].split("/")[0]) == ("early", "late")
        assert row["later_held_by"] == "Writer of late"


def test_an_earlier_text_is_no_later_word(said):
    assert said("what-came-later", HELD | {"since": "2021"}, HELD | {"mode": "sought", "by": "iran"}) == []


def test_what_one_text_says_alone_is_not_what_both_say_or_one_cannot(said):
    rows = said(
        "only-one-source",
        {"says": "iran SUPPORTS china"},
        {"says": "china SUPPORTS iran"},
        actor="china",
    )
    assert [(row["from_name"], row["text"], row["silent"]) for row in rows] == [
        ("Iran", "early", ["late"]),
        ("China", "late", ["early"]),
    ]


def test_what_one_text_says_alone_stands_under_the_titles_which_no_row_repeats(tmp_path):
    engine = KgliteEngine(tmp_path / "x.kgl")
    load_text(engine, tmp_path, "early", "2021", [{"says": "iran SUPPORTS china"}, {"says": "iran AIDS china"}])
    load_text(engine, tmp_path, "late", "2025", [{"says": "china SUPPORTS iran"}, {"says": "china SUPPORTS russia"}])
    load_text(engine, tmp_path, "third", "2026", [{"says": "china AIDS iran"}, {"says": "russia AIDS china"}])
    document = asked(engine, "only-one-source", actor="china").document()
    engine.close()
    assert [(group.heading, len(group.rows)) for group in document.groups] == [
        ("early, silent: late; third", 2),
        ("late, silent: early; third", 1),
        ("late, silent: third", 1),
        ("third, silent: early; late", 1),
        ("third, silent: late", 1),
    ]
    assert not {"text", "silent"} & {column.name for column in document.columns}


def test_the_judgement_of_an_analyst_is_no_second_text_and_not_silent(tmp_path):
    engine = KgliteEngine(tmp_path / "x.kgl")
    load_text(engine, tmp_path, "early", "2021", [{"says": "iran SUPPORTS china"}])
    load_text(engine, tmp_path, "late", "2025", [{"says": "china AIDS iran"}])
    before = list(asked(engine, "only-one-source", actor="china"))
    graph = Graph(engine, QuestionLibrary({}))
    (theirs,) = (row["claim"] for row in graph.claims(source="early"))
    graph.add_claim(disputes=theirs, quote="not so", source="mine", author="Jane Doe")
    graph.add_claim("china OPPOSES iran", quote="I say so", source="mine", author="Jane Doe")
    assert list(asked(engine, "only-one-source", actor="china")) == before
    engine.close()


def test_what_both_say_from_either_end_is_no_single_word(said):
    one, other = {"says": "iran ALLIED_WITH china"}, {"says": "china ALLIED_WITH iran"}
    assert said("only-one-source", one, other, actor="china") == []


def test_one_is_not_silent_on_whom_it_never_names(said):
    one, other = {"says": "iran SUPPORTS china"}, {"says": "russia SUPPORTS china"}
    assert said("only-one-source", one, other, actor="china") == []


def test_a_relation_is_seen_first_by_the_earlier_text(said):
    rows = said(
        "seen-over-time",
        {"says": "iran OPPOSES china"},
        {"says": "iran OPPOSES china", "negated": True},
        actor="china",
        partner="iran",
    )
    assert [(row["text"], row["seen_as"], row["who"]) for row in rows] == [
        ("2021: early", "hostile", "Writer of early"),
        ("2025: late", "denied", "Writer of late"),
    ]
