"""An answer as a document: heading, counts, groups, marks and receipts, from the shipped case and from plain tables."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ask.answers import EXAMPLES, arguments
from tiebook.ask import Answer, ask
from tiebook.ask.document.answered import Parts
from tiebook.ask.document.facts import Fact
from tiebook.ask.document.marks import marks_of_fact, said_kind
from tiebook.ask.document.short_ids import read_short_ids, short_ids
from tiebook.ask.document.structure import Counts, Group, Row
from tiebook.ask.names import resolve
from tiebook.engine import Engine
from tiebook.engine.base import Table
from tiebook.errors import AmbiguousName
from tiebook.questions import Question, QuestionLibrary
from tiebook.questions.wording import worded


def answer(columns: str, *rows: tuple[Any, ...], **parts: Any) -> Answer:
    return Answer("t", "Who?", "", {}, Table(tuple(columns.split()), list(rows)), parts=Parts(**parts))


def test_answers_are_equal_by_what_they_hold() -> None:
    one, other = (answer("claim quote", ("china-iran/p1", "so")) for _ in range(2))
    assert one == other
    assert one.replaced(unsettled=True) != other
    assert one.replaced(unsettled=True).replaced(unsettled=False) == other
    assert one.replaced(title="another").rows == other.rows


def marks(found: Answer) -> list[list[str]]:
    return [[mark.text for mark in row.marks] for row in found.document().rows]


def test_heading_counts_and_groups(article_engine: Engine) -> None:
    document = ask(
        article_engine, QuestionLibrary({}).get("who-constrains"), {"target": "china", "regarding": "iran"}
    ).document()
    assert document.heading == "Who or what limits China's freedom of action, about Iran?"
    assert len({group.heading for group in document.groups}) == document.counts.groups == 5
    assert [row.number for row in document.rows] == list(range(1, document.counts.rows + 1))
    for group in document.groups:
        inferred = [any(mark.kind == "inferred" for mark in row.marks) for row in group.rows]
        assert inferred == sorted(inferred)
    order = next(row for row in document.rows if row.values[0] == "United States")
    assert "Executive Order 13949" in order.values[1]
    assert {receipt.id for receipt in order.receipts} >= {"china-iran/p30-us-constrains-china"}
    assert json.loads(json.dumps(document.to_dict()))["counts"]["groups"] == 5


def test_each_flat_row_stands_somewhere(article_engine: Engine) -> None:
    found = ask(article_engine, QuestionLibrary({}).get("who-constrains"), {"target": "china", "regarding": "iran"})
    document = found.document()
    parts: list[Group | Row] = [*document.groups, *document.rows]
    assert sorted(place for part in parts for place in part.at) == list(range(len(found)))
    shown = {receipt.id for part in parts for receipt in part.receipts}
    assert shown == {row["claim"] for row in found} | {claim for row in found for claim in row["named_claim"]}


def test_a_passage_that_only_names_a_limit_is_joined_to_the_one_that_explains_it() -> None:
    found = answer(
        "limit how factor claim quote inferred",
        ("Law", None, "Law", "s/p1-law", "law counts", False),
        ("Law", "fines", "Law", "s/p2-law", "fines deter", False),
        ("Law", "bans", "Law", "s/p3-law", "bans deter", False),
        ("Habit", None, "Custom", "s/p4-habit", "habit counts", True),
        ("Habit", "slowness", "Custom", "s/p5-habit", "slow by habit", False),
        ("Custom", None, "Custom", "s/p6-custom", "custom counts", False),
        shows=("limit", "how"),
        group="factor",
    ).document()
    law, custom = found.groups
    assert [row.values for row in law.rows] == [("Law", "fines"), ("Law", "bans")]
    assert [[receipt.short for receipt in row.receipts] for row in law.rows] == [["p2-law", "p1-law"], ["p3-law"]]
    assert (custom.letter, [receipt.short for receipt in custom.receipts], custom.at) == ("A", ["p6-custom"], (5,))
    assert [row.values for row in custom.rows] == [("Habit", "slowness")]
    assert custom.rows[0].marks == ()
    assert [row.number for row in found.rows] == [1, 2, 3]
    assert str(found.counts) == "3 rows in 2 factors: 3 stated"


def test_a_row_is_not_stated_because_its_heading_is() -> None:
    facts = {
        "s/p1-law": Fact("s/p1-law", dated=False),
        "s/p2-fines": Fact("s/p2-fines", inferred=True),
        "s/p3-bans": Fact("s/p3-bans", stance="reports", inferred=True),
        "s/p4-habit": Fact("s/p4-habit", stance="reports"),
        "s/p5-habit": Fact("s/p5-habit", inferred=True),
    }
    found = answer(
        "limit how factor claim quote named_claim named_quote",
        ("Fines", "fines deter", "Law", "s/p2-fines", "fines", ["s/p1-law"], ["law counts"]),
        ("Bans", "bans deter", "Law", "s/p3-bans", "bans", [], []),
        ("Habit", "habit counts", "Habit", "s/p4-habit", "habit", ["s/p5-habit"], ["by habit"]),
        shows=("limit", "how"),
        group="factor",
        facts=facts,
    ).document()
    law, habit = found.groups
    assert [(group.letter, [mark.text for mark in group.marks]) for group in (law, habit)] == [
        ("A", ["undated"]),
        ("B", ["inferred"]),
    ]
    assert [[(each.short, each.side) for each in group.receipts] for group in (law, habit)] == [
        [("p1-law", None)],
        [("p5-habit", None)],
    ]
    assert [[each.short for each in row.receipts] for row in found.rows] == [["p2-fines"], ["p3-bans"], ["p4-habit"]]
    assert str(found.counts) == ("3 rows in 2 factors (1 named): 1 inferred, 1 reported, 1 reported and inferred")


@pytest.mark.parametrize(("question", "example"), EXAMPLES, ids=lambda part: getattr(part, "name", None))
def test_each_row_is_counted_once(article_engine: Engine, question: Question, example: Any) -> None:
    answer = ask(article_engine, question, arguments(question, example))
    document = answer.document()
    counts = document.counts
    facts = (counts.stated, counts.inferred, counts.reported, counts.reported_and_inferred)
    no_facts = dict(counts.no_facts)
    flat = list(answer)
    own = [[flat[at].get("claim") or flat[at].get("tie_id") for at in row.at] for row in document.rows]
    single = [row for row, ids in zip(document.rows, own, strict=True) if any(isinstance(each, str) for each in ids)]
    if any(row.receipts for row in document.rows):
        assert sum(facts) + sum(no_facts.values()) == len(single)
    denied = [row for row in single if any(mark.kind == "denied" for mark in row.marks)]
    assert no_facts.get("denied", 0) == len(denied)
    assert counts.stated_groups <= counts.groups
    assert document.to_dict()["counts"]["no_facts"] == no_facts


def test_the_strongest_come_first_where_the_header_says_so() -> None:
    rows = [
        ("a", None, "F", "s/a", True),
        ("b", None, "F", "s/b", False),
        ("c", None, "G", "s/c", False),
        ("d", "by law", "G", "s/d", False),
    ]
    found = [
        [
            row.values[0]
            for row in answer(
                "limit how factor claim inferred",
                *rows,
                shows=("limit", "how"),
                group="factor",
                strongest_first=strongest,
            )
            .document()
            .rows
        ]
        for strongest in (False, True)
    ]
    assert found == [["b", "a", "c", "d"], ["d", "c", "b", "a"]]


def test_marks_come_from_the_claim_where_the_columns_do_not_say() -> None:
    facts = {
        "T/s/a": Fact("s/a", held_by="Beijing", inferred=True, stance="reports", dated=False),
        "T/s/b": Fact("s/b", mode="sought", negated=True, by=("China",)),
        "T/s/c": Fact("s/c", stance="disputes", over=True),
        "T/s/d": Fact("T/s/d", superseded_by="s-2"),
        "T/s/e": Fact("s/e"),
    }
    rows = [("x", name) for name in facts]
    assert marks(answer("who tie_id", *rows, facts=facts)) == [
        ["reported by Beijing", "inferred", "undated"],
        ["not sought by China"],
        ["disputed by the author", "ended"],
        ["superseded by s-2"],
        [],
    ]
    assert marks(answer("who tie_id", ("x", ["T/s/a", "T/s/e"]), facts=facts)) == [
        ["partly reported by Beijing", "partly inferred", "partly undated"]
    ]


@pytest.mark.parametrize(
    ("mode", "kind", "text"),
    [
        ("actual", "denied", "denied"),
        ("sought", "not sought", "not sought by China"),
        ("feared", "not feared", "not feared by China"),
        ("expected", "not expected", "not expected by China"),
        ("conditional", "conditional", "denied on a condition by China"),
        ("hypothetical", "hypothetical", "possibly not by China"),
    ],
)
def test_only_what_is_said_not_to_hold_is_denied(mode: str, kind: str, text: str) -> None:
    fact = Fact("s/a", mode=mode, negated=True, by=() if mode == "actual" else ("China",))
    assert said_kind(fact) == kind
    assert [(mark.kind, mark.text) for mark in marks_of_fact(fact)] == [(kind, text)]


def test_marks_come_from_the_columns_where_there_is_no_claim() -> None:
    assert marks(answer("who inferred since until in_force", ("x", True, None, None, "undated"))) == [
        ["inferred", "undated"]
    ]
    assert marks(answer("who endorsed held_by", ("x", False, "Beijing"), ("y", True, "me"))) == [
        ["reported by Beijing"],
        [],
    ]
    assert marks(answer("who holds", ("x", "possibly"), ("y", "unknown"))) == [
        ["possibly in force"],
        ["unknown on this day"],
    ]
    assert marks(answer("who n", ("x", 1))) == [[]]
    over = {"T/s/a": Fact("s/a", over=True)}
    assert marks(answer("who tie_id holds", ("x", "T/s/a", "certainly"), ("y", "T/s/a", "possibly"), facts=over)) == [
        ["ended since"],
        ["possibly in force", "ended"],
    ]


@pytest.mark.parametrize("name", ["who-sanctions", "who-arms"])
def test_inferred_is_told_where_no_column_does(article_engine: Engine, name: str) -> None:
    found = ask(article_engine, QuestionLibrary({}).get(name), {})
    assert "inferred" not in found.columns
    ids = [row["tie_id"].partition("/")[2] for row in found]
    inferred = {
        row[0]
        for row in article_engine.read(
            "MATCH (c:Claim) WHERE c.inferred AND c.id IN $ids RETURN c.id AS id", {"ids": ids}
        ).rows
    }
    told = {
        row.receipts[0].id.partition("/")[2]
        for row in found.document().rows
        if any(mark.kind == "inferred" for mark in row.marks)
    }
    assert told == inferred


def test_receipts_of_both_sides() -> None:
    found = answer(
        "who claim quote paragraph source pact_source pact_tie_id",
        ("x", "s/p1-a", "so", 1, "s", "atop", ["P/atop/1", "P/atop/2"]),
    ).document()
    (row,) = found.rows
    assert [(each.side, each.source, each.short, each.id) for each in row.receipts] == [
        (None, "s", "p1-a", "s/p1-a"),
        ("pact", "atop", "1", "P/atop/1"),
        ("pact", "atop", "2", "P/atop/2"),
    ]
    assert [column.name for column in found.columns] == ["who"]


def test_dates_are_one_column() -> None:
    found = answer(
        "who since until claim",
        ("a", "2015", None, "s/a"),
        ("b", None, "2016", "s/b"),
        ("c", "2015", "2016", "s/c"),
        ("d", "2015", "2015", "s/d"),
        ("e", None, None, "s/e"),
        ("f", "2015-10-03", "2015-10-03", "s/f"),
        ("g", "2015-10-03", None, "s/event"),
        ("h", "2015-10", None, ["s/event", "s/other"]),
        ("i", "2015-10?", None, ["s/event", "s/too"]),
        ("j", "2015", "2016", "s/event"),
        ("k", None, "2016", "s/event"),
        ("l", "198X", None, "s/event"),
        ("m", "2015-10-03~", None, "s/event"),
        shows=("who", "when"),
        facts={"s/event": Fact("s/event", event=True), "s/too": Fact("s/too", event=True), "s/other": Fact("s/other")},
    ).document()
    assert [row.values[1] for row in found.rows] == [
        *("since 2015", "until 2016", "2015 to 2016", "in 2015", None, "on 2015-10-03"),
        *("on 2015-10-03", "since 2015-10", "in 2015-10?", "2015 to 2016", "until 2016", "in 198X", "on 2015-10-03~"),
    ]


def test_every_column_on_demand() -> None:
    found = answer("who factor claim", ("a", "f", "s/a"), shows=("who",), group="factor").document(wide=True)
    assert [column.name for column in found.columns] == ["who", "factor", "claim"]
    assert [group.heading for group in found.groups] == [None]


def test_short_ids() -> None:
    assert short_ids(["s/p1-us-sells-arms", "s/p1-us-buys", "s/p2-iran", "s/p2-iran-too", "t/p1-us-buys"]) == {
        "s/p1-us-sells-arms": "p1-us-sells",
        "s/p1-us-buys": "s/p1-us-buys",
        "s/p2-iran": "s/p2-iran",
        "s/p2-iran-too": "p2-iran-too",
        "t/p1-us-buys": "t/p1-us-buys",
    }


def test_wording() -> None:
    template = "[{a}|who] sells arms to [{b}|whom][, about {c}] in {d_e}?"
    assert (
        worded(template, {"a": "China", "b": "Iran", "c": "oil", "d_e": "May"})
        == "China sells arms to Iran, about oil in May?"
    )
    assert worded(template, {"b": "Iran"}) == "Who sells arms to Iran in any d e?"


def test_counts_read_as_a_sentence() -> None:
    assert str(Counts(1)) == "1 row"
    assert (
        str(Counts(1200, 2, 3, 4, 5, group_noun="country"))
        == "1,200 rows in 2 countries: 3 stated, 4 inferred, 5 reported"
    )
    assert str(Counts(4, 2, 1, reported_and_inferred=3, stated_groups=1)) == (
        "4 rows in 2 groups (1 named): 1 stated, 3 reported and inferred"
    )
    assert str(Counts(3, stated=1, noun="aim", no_facts=(("sought", 2),))) == "3 aims: 1 stated; not facts: 2 sought"
    assert str(Counts(3, no_facts=(("denied", 2), ("sought", 1)))) == "3 rows, not facts: 2 denied, 1 sought"


def test_a_header_shows_only_what_is_returned(tmp_path: Path) -> None:
    from tiebook.errors import BadQuestion  # noqa: PLC0415
    from tiebook.questions.question import parse_question  # noqa: PLC0415

    text = "// title: T\n// question: Q?\n// returns: a\n// shows: {}\n// example: (none)\nMATCH (n) RETURN n.id AS a ORDER BY a\n"
    assert parse_question(text.format("a"), tmp_path / "q.cypher").shows == ("a",)
    with pytest.raises(BadQuestion, match=r"q\.cypher:4: .*'b' is not a column"):
        parse_question(text.format("a, b"), tmp_path / "q.cypher")
    with pytest.raises(BadQuestion, match="'when' is not a column"):
        parse_question(text.format("when"), tmp_path / "q.cypher")


def test_every_short_id_is_taken_for_its_claim(article_engine: Engine) -> None:
    ids = [row[0] for row in article_engine.read("MATCH (c:Claim) RETURN c.id AS id").rows]
    shorts = read_short_ids(article_engine, ids)
    assert shorts.keys() == set(ids)
    assert len(set(shorts.values())) == len(ids)
    assert sum(map(len, shorts.values())) < 0.7 * sum(len(name.partition("/")[2]) for name in ids)
    for name in ids[::7]:
        assert resolve(article_engine, "claim", shorts[name], "--claim") == name
        assert resolve(article_engine, "claim", f"china-iran/{shorts[name]}", "--claim") == name
    with pytest.raises(AmbiguousName, match="p30-china-complies"):
        resolve(article_engine, "claim", "p30", "--claim")


def test_a_notebook_shows_the_document_escaped(article_engine: Engine) -> None:
    html = ask(
        article_engine, QuestionLibrary({}).get("who-constrains"), {"target": "china", "regarding": "iran"}
    )._repr_html_()
    for part in (
        "<strong>Who or what limits China&#x27;s freedom",
        '<tr><td>B</td><th colspan="4" style="text-align:left">China&#x27;s economic interests',
        "Executive Order 13949",
        "<i>inferred; undated</i>",
    ):
        assert part in html
    assert "has forced everyone, including China, to comply" in html
    shown = answer("who claim quote", ("<b>", "s/<i>", "<script>"))._repr_html_()
    assert "<script>" not in shown
    assert "&lt;b&gt;" in shown
    empty = ask(article_engine, QuestionLibrary({}).get("who-arms"), {"recipient": "iran"})._repr_html_()
    assert "China has not sold arms to Iran since the embargo ended" in empty
