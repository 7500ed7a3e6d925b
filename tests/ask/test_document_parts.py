"""The parts of a document on rows made here: marks, receipts, groups, counts, short ids, the pattern of a question's ties."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.ask.test_document import answer
from tiebook.ask.document.also_said import filters
from tiebook.ask.document.facts import Fact, fact_of, ids_in
from tiebook.ask.document.grouping import grouped
from tiebook.ask.document.heading import in_words
from tiebook.ask.document.marks import marks_of, marks_of_fact
from tiebook.ask.document.receipts import claim_ids, receipt_columns, receipts_of, sides
from tiebook.ask.document.short_ids import short_ids
from tiebook.ask.document.structure import Counts, Mark, Receipt, Row
from tiebook.ask.document.tie_pattern import tie_pattern
from tiebook.engine.base import Table
from tiebook.questions.question import parse_question

INFERRED = Mark("inferred", "inferred")
REPORTED = Mark("reported", "reported")


def test_a_type_of_tie_in_words_and_nothing_else() -> None:
    assert in_words("tie", "SELLS_ARMS_TO") == "sells arms to"
    assert in_words("text", "SELLS_ARMS_TO") == "SELLS_ARMS_TO"


def test_what_a_claim_says_of_itself() -> None:
    row: dict[str, Any] = {
        "id": "s/1",
        "held_by": "author",
        "inferred": None,
        "stance": "reports",
        "mode": "actual",
        "negated": False,
    }
    row |= {"mode_by": ["Iran"], "aspect": "state", "ended": None, "since": None, "until": None, "until_latest": None}
    today = date.today()  # noqa: DTZ011 -- as the reader has it
    assert fact_of(row) == Fact("s/1", "author", stance="reports", by=("Iran",), dated=False)
    assert fact_of(row | {"since": "2020"}).dated
    ended = row | {"until": "2020", "until_latest": today - timedelta(days=1)}
    assert (fact_of(ended).over, fact_of(ended).dated) == (True, True)
    assert not fact_of(ended | {"until_latest": today}).over
    happened = fact_of(ended | {"aspect": "event"})
    assert (happened.over, happened.event, fact_of(ended).event) == (False, True, False)
    assert not fact_of(ended | {"until": None}).over
    assert fact_of(row | {"ended": True}).over


def test_the_ids_of_rows_are_those_of_all_sides_once() -> None:
    table = Table(
        ("claim", "pact_tie_id", "x", "named_claims"), [("s/1", None, "s/9", ["s/2", "s/1"]), ("s/1", "T/s/3", 1, [])]
    )
    assert ids_in(table) == ["s/1", "s/2", "T/s/3"]


@pytest.mark.parametrize(
    ("fact", "texts"),
    [
        (Fact("x", mode="feared", by=("Iran", "unspecified", "China")), ["feared by Iran, China"]),
        (Fact("x", mode="sought", negated=True), ["not sought"]),
        (Fact("x", negated=True, by=("unspecified",)), ["denied"]),
        (Fact("x", mode="conditional", negated=True), ["denied on a condition"]),
        (Fact("x", stance="disputes"), ["disputed by the author"]),
        (Fact("x", mode="expected", stance="disputes"), ["expected", "disputed by the author"]),
        (Fact("x", held_by="Iran", stance="disputes", judge="Jo"), ["disputed by Jo"]),
        (Fact("x", held_by="unspecified", stance="reports"), ["reported"]),
        (Fact("x", held_by="Iran", stance="reports", inferred=True), ["reported by Iran", "inferred"]),
        (Fact("x", held_by="Iran", dated=False, over=True), ["ended", "undated"]),
        (Fact("x", over=True, over_since="2015"), ["ended 2015"]),
        (Fact("x", superseded_by="new"), ["superseded by new"]),
    ],
)
def test_the_marks_of_one_claim(fact: Fact, texts: list[str]) -> None:
    assert [mark.text for mark in marks_of_fact(fact)] == texts


@pytest.mark.parametrize(
    ("row", "facts", "texts"),
    [
        ({}, [Fact("a", inferred=True), Fact("b")], ["partly inferred"]),
        ({}, [Fact("a", inferred=True), Fact("b", inferred=True)], ["inferred"]),
        ({"in_force": "certainly"}, [Fact("a", over=True)], ["ended since"]),
        ({"holds": "certainly"}, [Fact("a", over=True), Fact("b")], ["partly ended"]),
        ({"in_force": "possibly"}, [Fact("a")], ["possibly in force"]),
        ({"holds": "unknown"}, [Fact("a")], ["unknown on this day"]),
        ({"in_force": "undated"}, [Fact("a")], ["undated"]),
        ({"in_force": "undated"}, [Fact("a", dated=False)], ["undated"]),
        ({"endorsed": False, "held_by": "Iran"}, [], ["reported by Iran"]),
        ({"endorsed": False, "held_by": ["Iran"]}, [], ["reported"]),
        ({"stance": "disputes", "endorsed": False}, [], ["disputed by the author"]),
        ({"mode": "feared", "since": None, "until": None}, [], ["feared", "undated"]),
        ({"mode": "odd", "negated": True, "since": None, "until": "2020"}, [], ["denied", "ended"]),
        ({"inferred": True, "in_force": "possibly"}, [], ["inferred", "possibly in force"]),
        ({"since": None, "until": None, "name": "x"}, [], []),
        ({"mode": "actual", "since": "2020", "until": "2020"}, [], []),
        ({"mode": "actual", "since": "2020", "until": "2999"}, [], []),
        ({"mode": "actual", "since": "2020", "until": "soon"}, [], []),
    ],
)
def test_the_marks_of_a_row(row: dict[str, Any], facts: list[Fact], texts: list[str]) -> None:
    assert [mark.text for mark in marks_of(row, facts)] == texts


def test_the_receipts_of_a_row_and_of_its_other_side() -> None:
    row = {
        "claim": "s/p1-a",
        "quote": "so",
        "paragraph": 1,
        "held_by": "author",
        "tie_id": "SUPPORTS/d/7",
        "pact_tie_id": ["ALLIED_WITH/d/1", "ALLIED_WITH/d/2"],
        "pact_record": ["r1", "r2"],
        "pact_quote": ["one", None],
    }
    assert sides(tuple(row)) == ("pact",)
    assert receipt_columns(tuple(row)) == frozenset(row)
    assert receipts_of(row, {"s/p1-a": "p1"}) == (
        Receipt("p1", "s/p1-a", "so", 1, "author", "s"),
        Receipt("7", "SUPPORTS/d/7", source="d", side="record"),
        Receipt("r1", "ALLIED_WITH/d/1", "one", source="d", record="r1", side="pact"),
        Receipt("r2", "ALLIED_WITH/d/2", source="d", record="r2", side="pact"),
    )
    assert receipts_of({"claim": None, "tie_id": "SUPPORTS/d/7", "source": "x"}, {}) == (
        Receipt("7", "SUPPORTS/d/7", source="x"),
    )
    assert receipts_of({"claim": None, "quote": None}, {}) == ()
    assert receipts_of({"response_quote": "no", "claim": None}, {}) == (Receipt("", "", "no", side="response"),)


def test_quotes_in_a_list_are_receipts_and_empty_ones_are_none() -> None:
    row = {"claim": None, "quote": ["one", None, "three"], "paragraph": [1, 2], "source": "s"}
    assert [(each.quote, each.paragraph, each.source) for each in receipts_of(row, {})] == [
        ("one", 1, "s"),
        ("three", None, "s"),
    ]
    ids = {"claim": ["s/a", "s/b"], "quote": ["one"]}
    assert [(each.id, each.quote) for each in receipts_of(ids, {})] == [("s/a", "one"), ("s/b", None)]


def test_an_id_without_its_type_and_source() -> None:
    assert claim_ids(["s/a", "TIE/s/a/b", "alone"]) == {"s/a": "a", "TIE/s/a/b": "a/b", "alone": "alone"}


def test_short_ids_are_two_words_at_least_and_whole_where_another_goes_on() -> None:
    claims = ["s/p1-us-sells", "s/p1-us-buys", "s/p2-iran-sells-oil", "s/p2-iran", "t/p3-x", "s/p3-x", "s/p4"]
    assert short_ids(claims) == {
        "s/p1-us-sells": "p1-us-sells",
        "s/p1-us-buys": "p1-us-buys",
        "s/p2-iran-sells-oil": "p2-iran-sells",
        "s/p2-iran": "s/p2-iran",
        "t/p3-x": "t/p3-x",
        "s/p3-x": "s/p3-x",
        "s/p4": "p4",
    }
    assert short_ids(claims, ["s/p1-us-buys", "s/none"]) == {"s/p1-us-buys": "p1-us-buys"}


def row(number: int, *values: Any, marks: tuple[Mark, ...] = (), named: bool = False) -> Row:
    receipt = Receipt(f"p{number}", f"s/p{number}", "so", side="named" if named else None)
    return Row(number, values, marks, (receipt,), (number - 1,))


def test_rows_that_say_one_thing_are_one_and_only_what_marks_both_marks_it() -> None:
    rows = [
        row(1, "Law", None, "x", marks=(INFERRED, REPORTED)),
        row(2, "Law", "fines", "x", marks=(INFERRED,)),
        row(3, "Law", "bans", "x"),
        row(4, "Habit", [], "x"),
    ]
    (group,) = grouped(rows, ["G"] * 4, {})
    assert [(each.number, each.values, each.at) for each in group.rows] == [
        (1, ("Law", "bans", "x"), (2,)),
        (2, ("Habit", [], "x"), (3,)),
        (3, ("Law", "fines", "x"), (1, 0)),
    ]
    assert [mark.kind for mark in group.rows[2].marks] == ["inferred"]
    assert grouped([], None, {}) == ()


def test_the_strongest_rows_and_groups_come_first() -> None:
    rows = [
        row(1, "a", None, marks=(INFERRED,)),
        row(2, "b", "x", marks=(REPORTED,)),
        row(3, "c", None),
        row(4, "d", "y"),
    ]
    rows += [row(5, "e", None, marks=(Mark("undated", "undated"),)), row(6, "f", "z", marks=(Mark("ended", "ended"),))]
    found = grouped(rows, ["one", "one", "two", "two", "two", None], {}, strongest_first=True)
    assert [(group.heading, [each.values[0] for each in group.rows]) for group in found] == [
        ("two", ["d", "c", "e"]),
        (None, ["f"]),
        ("one", ["b", "a"]),
    ]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (Counts(1), "1 row"),
        (Counts(2, noun="country", stated=1, inferred=1), "2 countries: 1 stated, 1 inferred"),
        (Counts(2, 1, noun="key", group_noun="day"), "2 keys in 1 day"),
        (Counts(2, 2, stated=2, stated_groups=2), "2 rows in 2 named groups: 2 stated"),
        (Counts(2, 2, stated=2, stated_groups=1), "2 rows in 2 groups (1 named): 2 stated"),
        (Counts(1, no_facts=(("denied", 1),)), "1 row, not facts: 1 denied"),
        (Counts(2000, stated=1999, no_facts=(("feared", 1),)), "2,000 rows: 1,999 stated; not facts: 1 feared"),
    ],
)
def test_the_line_of_counts(counts: Counts, said: str) -> None:
    assert str(counts) == said


def test_columns_without_a_value_are_left_out_unless_all_is_wanted() -> None:
    found = answer("who how list claim quote", ("a", None, [], "s/1", "so"), ("b", None, [], "s/2", "so"))
    assert [column.name for column in found.document().columns] == ["who"]
    assert [column.name for column in found.document(wide=True).columns] == ["who", "how", "list", "claim", "quote"]
    assert next(answer("who how", ("a", None)).document().rows).values == ("a",)
    when_said = answer("who since until claim", ("a", "2001", None, "s/1"), shows=("who", "when")).document()
    assert [each.values for each in when_said.rows] == [("a", "since 2001")]


def test_a_column_that_repeats_whom_the_question_was_about_is_left_out_unless_all_is_wanted() -> None:
    def shown(*rows: tuple[str, str, str], said: str = "Who sells arms to Mali?", **given: str) -> list[str]:
        found = answer("seller recipient what", *rows).replaced(question=said, parameters=given)
        assert [column.name for column in found.document(wide=True).columns] == ["seller", "recipient", "what"]
        return [column.name for column in found.document().columns]

    two = (("Peru", "Mali", "guns"), ("Oman", "Mali", "guns"))
    assert shown(*two, recipient="mali") == ["seller", "what"]
    assert shown(*two) == ["seller", "recipient", "what"]  # nobody asked for it
    assert shown(two[0], recipient="mali") == ["seller", "recipient", "what"]  # one row: what is in it
    assert shown(two[0], ("Oman", "Malian army", "guns"), recipient="mali") == ["seller", "recipient", "what"]
    assert shown(*two, said="Who sells arms to Somalia?", recipient="mali") == ["seller", "recipient", "what"]
    assert shown(*two, said="Who sells arms to Malians?", recipient="mali") == ["seller", "recipient", "what"]
    same = (("Peru", "Mali", "guns"), ("Peru", "Oman", "guns"))
    assert shown(*same, said="To whom does Peru sell arms?", seller="peru") == ["seller", "recipient", "what"]


def test_what_is_said_where_nothing_was_found() -> None:
    assert "no loaded source could" in answer("a").not_found()
    assert answer("a", nothing="Nobody.").not_found() == "Nobody."
    noted = answer("a").replaced(notes=("'x' is no id",))
    assert noted.not_found().splitlines() == ["No row: that says nothing about what is coded.", "'x' is no id"]
    kinds = [note.kind for note in answer("a", related="r", elsewhere="e", spoken_of="s").document().notes]
    assert kinds == ["nothing", "elsewhere", "elsewhere", "elsewhere"]
    assert [note.kind for note in answer("a", ("x",)).replaced(unsettled=True).document().notes] == ["unsettled"]


def test_a_cut_says_how_to_see_more() -> None:
    for flat, hint in ((True, "raise --rows"), (False, "name more of")):
        found = answer("a", ("x",), flat=flat)
        cut = found.replaced(table=Table(("a",), [("x",)], truncated=True))
        (said,) = cut.document().notes_of("cut")
        assert hint in said
        assert cut.document().notes_of("nothing", "members") == ()


def test_the_conditions_that_flags_put_on_claims() -> None:
    assert filters({}) == ([], {})
    assert filters({"no_inferred": False, "source": None}) == ([], {})
    conditions, needed = filters({"no_inferred": True, "source": "s", "as_seen_by": "iran", "x": 1})
    assert conditions == ["c.source = $source", "$as_seen_by IN c.holder", "NOT c.inferred"]
    assert needed == {"source": "s", "as_seen_by": "iran"}
    assert list(filters({"as_of": date(2020, 1, 1)})[1]) == ["as_of"]


HEAD = """// title: T
// question: Who?
// param target: actor? -- a
// param source_: actor? -- b
// param tie: tie? -- c
// returns: x
// example: (none)
"""


@pytest.mark.parametrize(
    ("cypher", "values", "types", "roles", "single"),
    [
        ("MATCH (a)-[t:AIDS]->(b {id: $target})", ["target"], {"AIDS"}, {"target": {"TO"}}, True),
        ("MATCH (a)<-[t:AIDS|ARMS]-(b {id: $target})", ["target"], {"AIDS", "ARMS"}, {"target": {"FROM"}}, True),
        ("MATCH (a)-[t]-(b {id: $target})", ["target"], None, {"target": {"FROM", "TO"}}, True),
        ("MATCH (a {id: $source_})-[t:AIDS]->(b) WHERE b.id = $target", ["target", "source_"], {"AIDS"},
         {"target": {"TO"}, "source_": {"FROM"}}, True),
        ("MATCH (a)-[t:AIDS]->(b) WHERE $target IN t.regarding", ["target"], {"AIDS"}, {"target": {"REGARDING"}}, True),
        ("MATCH (a)-[t:AIDS]->(b) WHERE endNode(t).id = $target", ["target"], {"AIDS"}, {"target": {"TO"}}, True),
        ("MATCH (a)-[t:AIDS]->(b) WHERE $target IN [a.id, b.id]", ["target"], {"AIDS"}, {"target": {"FROM", "TO"}}, True),
        ("MATCH (a)-[t:AIDS]->(b)", ["target"], {"AIDS"}, {"target": {"FROM", "TO", "REGARDING", "VIA"}}, True),
        ("MATCH (a)-[t:AIDS]->(b) WITH collect(t) AS ties UNWIND ties AS t", [], {"AIDS"}, {}, False),
    ],
)  # fmt: skip
def test_which_ties_a_question_asks_for(
    cypher: str, values: list[str], types: set[str] | None, roles: dict[str, set[str]], *, single: bool
) -> None:
    question = parse_question(f"{HEAD}{cypher}\nRETURN t.id AS tie_id ORDER BY tie_id\n", Path("x/q.cypher"))
    found = tie_pattern(question, question.cypher, dict.fromkeys(values, "iran"))
    assert found is not None
    assert (found.types and set(found.types), {name: set(own) for name, own in found.roles.items()}) == (types, roles)
    assert found.single is single
    assert found.ends == [name for name in found.roles if found.roles[name] & {"FROM", "TO"}]


def test_a_named_type_counts_before_those_of_the_pattern_and_rows_that_are_no_ties_have_none() -> None:
    text = f"{HEAD}MATCH (a)-[t:AIDS|ARMS]->(b) WHERE type(t) = $tie\nRETURN t.id AS tie_id ORDER BY tie_id\n"
    question = parse_question(text, Path("x/q.cypher"))
    found = tie_pattern(question, question.cypher, {"tie": "ARMS"})
    assert found is not None
    assert found.types == frozenset({"ARMS"})
    other = parse_question(
        f"{HEAD}MATCH (c:Claim)-[:FROM]->(a {{id: $target}})\nRETURN a.id AS x ORDER BY x\n", Path("x/q.cypher")
    )
    assert tie_pattern(other, other.cypher, {"target": "iran"}) is None
