"""The tool `ask`: what an assistant reads first, pages, sizes, and words that are asked back."""

import json

import pytest

from tests.ask.answers import EXAMPLES, arguments
from tiebook.ask.document import structure
from tiebook.assistant import asking, parts
from tiebook.assistant.asking import ask
from tiebook.assistant.results import Receipt
from tiebook.assistant.size import Size
from tiebook.errors import UsageError

LIMITS = {"target": "China", "regarding": "Iran"}


def rows_of(answer):
    return [row for group in answer.groups for row in group.rows]


def test_a_denial_is_the_first_thing_that_is_read(graph):
    answer = ask(graph, "did China arm Iran?")
    assert answer.outcome == "only_said"
    assert answer.summary.startswith("0 of 0 rows. No such tie is coded as fact.")
    assert "1 DENIED, 1 sought, 1 expected" in answer.summary
    assert answer.taken_as is not None
    assert (answer.taken_as.question, answer.taken_as.parameters) == (
        "who-arms",
        {"recipient": "iran", "supplier": "china"},
    )
    assert [next(iter(answer.sent())), answer.also_said[0].claims[0].marks[0]] == ["summary", "denied"]


def test_what_is_no_fact_comes_before_the_rows(graph):
    answer = ask(graph, "who-sanctions", {"target": "Iran"})
    assert rows_of(answer)
    assert answer.also_said
    fields = list(answer.sent())
    assert fields.index("also_said") < fields.index("groups")
    assert "not as fact" in answer.summary


def test_rows_that_are_no_facts_are_counted_first(graph):
    answer = ask(graph, "what-is-denied", rows=100)
    assert "Rows that are NOT FACTS: 17 DENIED, 4 not sought; see the marks of each." in answer.summary
    marks = [row.marks[0] for row in rows_of(answer)]
    assert [sum(mark.startswith(word) for mark in marks) for word in ("denied", "not sought")] == [17, 4]


def test_nothing_coded_is_not_told_as_no(graph):
    answer = ask(graph, "who-arms", {"recipient": "Pakistan"})
    assert (answer.outcome, answer.total_rows, answer.groups) == ("nothing_coded", 0, [])
    assert "none identified in" in answer.summary
    assert "Not coded does not mean that there is no such tie." in answer.summary


def test_what_speaks_of_it_elsewhere_is_pointed_at(graph):
    answer = ask(graph, "who-threatens", {"threat": "irans-conventional-capabilities"})
    assert (answer.outcome, answer.total_rows) == ("nothing_coded", 0)
    assert answer.summary.endswith("See notes: other questions have something about it.")
    note = answer.notes[0]
    assert note.startswith(
        "3 claims of this kind speak of Iran's conventional military capabilities: p49-china (denied)"
    )
    assert note.endswith('(ask {"question": "matters", "parameters": {"about": "irans-conventional-capabilities"}})')


def test_where_nothing_is_near_what_is_coded_at_all_is_pointed_at(graph):
    note = ask(graph, "who-arms", {"recipient": "Pakistan"}).notes[0]
    assert note.startswith("Coded about them in other answers: ")
    assert note.endswith('about Pakistan (ask {"question": "matters", "parameters": {"about": "pakistan"}})')


def test_what_no_loaded_source_could_hold_is_not_said_to_be_missing(graph):
    answer = ask(graph, "deliveries", {"supplier": "china", "recipient": "iran", "first": 2015, "last": 2026})
    assert answer.summary.startswith("0 of 0 rows. Nothing coded answers this: no loaded source could.")
    assert "No such tie" not in answer.summary


def test_an_answer_has_its_counts_and_receipts(graph):
    answer = ask(graph, "who-constrains", LIMITS)
    assert answer.summary.startswith(
        "12 of 12 rows (12 limits in 5 named factors: 3 stated, 5 inferred, 2 reported, 2 reported and inferred)."
    )
    assert answer.question == "Who or what limits China's freedom of action, about Iran?"
    assert len(answer.groups) == 5
    first = rows_of(answer)[0]
    assert first.values["constrainer"] == "United States"
    assert (first.receipts[0].claim, first.receipts[0].paragraph) == ("p30-us-constrains-china", 30)
    assert answer.groups[1].receipts, "passages that name the factor"


def test_pages_follow_each_other_without_a_gap(graph):
    pages = [ask(graph, "who-constrains", LIMITS, rows=5)]
    while pages[-1].next_first is not None:
        pages.append(ask(graph, "who-constrains", LIMITS, first=pages[-1].next_first, rows=5))
    assert [page.summary.split(" (")[0] for page in pages] == [
        "Rows 1 to 5 of 12",
        "Rows 6 to 10 of 12",
        "Rows 11 to 12 of 12",
    ]
    assert all(group.rows for page in pages for group in page.groups), "a heading comes with its rows"
    numbers = [row.number for page in pages for row in rows_of(page)]
    assert numbers == list(range(1, 13))
    assert "there is no row 13" in ask(graph, "who-constrains", LIMITS, first=13).summary


def test_an_answer_that_is_too_long_ends_at_a_row(graph, monkeypatch):
    whole = rows_of(ask(graph, "timeline", {"actor": "iran"}, rows=200))
    monkeypatch.setattr(asking, "Size", lambda: Size(2_000))
    answer = ask(graph, "timeline", {"actor": "iran"}, rows=200)
    shown = rows_of(answer)
    assert 0 < len(shown) < len(whole)
    assert shown == whole[: len(shown)]
    assert sum(len(json.dumps(row.sent(), ensure_ascii=False)) for row in shown) <= 2_000
    assert (answer.next_first, answer.total_rows) == (len(shown) + 1, len(whole))
    assert answer.summary.startswith(f"Rows 1 to {len(shown)} of {len(whole)}")


def test_a_row_that_is_larger_than_all_comes_alone(graph, monkeypatch):
    monkeypatch.setattr(asking, "Size", lambda: Size(10))
    answer = ask(graph, "who-constrains", LIMITS)
    assert (len(rows_of(answer)), answer.next_first) == (1, 2)


def test_all_that_is_said_is_there_when_it_is_asked_for(graph):
    answers = [ask(graph, "timeline", {"actor": "iran"}, all_said=each) for each in (False, True)]
    few, whole = (answer.also_said for answer in answers)
    assert {len(said.claims) for said in few if said.shown} == {5}
    assert any(said.shown == f"5 of {said.count}: all_said shows all" for said in few)
    assert all(said.count == len(said.claims) <= 5 for said in few if said.shown is None)
    assert all((said.count, said.shown) == (len(said.claims), None) for said in whole)
    assert [(said.kind, said.count) for said in few] == [(said.kind, said.count) for said in whole]
    total, here = (sum(len(said.claims) for said in each) for each in (whole, few))
    assert f"see also_said, {here} of {total} are shown." in answers[0].summary
    assert answers[1].summary.endswith("see also_said.")
    assert "see also_said of the first rows" in ask(graph, "timeline", {"actor": "iran"}, first=2).summary


def test_a_row_that_rests_on_many_records_has_the_first_of_their_receipts():
    receipts = tuple(structure.Receipt(short=f"r{number}", id=f"r{number}") for number in range(100))
    for there, shown, more in ((100, 8, 92), (8, 8, 0), (3, 3, 0)):
        made = parts.row(structure.Row(1, ("x",), receipts=receipts[:there]), [structure.Column("name", "name")])
        assert [each.claim for each in made.receipts] == [f"r{number}" for number in range(shown)]
        assert made.more_receipts == more
        assert ("more_receipts" in made.sent()) == (more > 0)


def test_nothing_comes_after_what_did_not_fit():
    small, large = (Receipt(claim="p1", quote=text) for text in ("few words", "many words " * 20))
    size = Size(100)
    assert [size.takes(each) for each in (small, large, small)] == [True, False, False]
    assert size.takes(small, at_least=True)


def test_claims_that_do_not_fit_are_still_counted(graph, monkeypatch):
    monkeypatch.setattr(asking, "Size", lambda: Size(10))
    answer = ask(graph, "timeline", {"actor": "iran"}, all_said=True)
    assert all(len(said.claims) == 1 for said in answer.also_said)
    assert sum(said.count for said in answer.also_said) > len(answer.also_said)
    assert {said.shown for said in answer.also_said if said.count > 1} == {
        f"1 of {said.count}: no more fit in one answer: ask for less" for said in answer.also_said if said.count > 1
    }


@pytest.mark.parametrize(
    ("words", "outcome", "said"),
    [
        ("inflation rate iran 2021", "no_question", "These are the nearest, and may not fit."),
        ("China and Iran", "which", "may mean more than one question"),
        ("who believes what", "incomplete", "was taken as beliefs, which also needs holder."),
    ],
)
def test_words_that_fit_no_question_or_several_are_not_answered(graph, words, outcome, said):
    answer = ask(graph, words)
    assert answer.outcome == outcome
    assert "Nothing was asked" in answer.summary
    assert said in answer.summary
    assert answer.choices
    assert (answer.groups, answer.question) == ([], None)
    assert (answer.expects is not None) == (outcome == "incomplete")
    if outcome == "incomplete":  # one question was understood, and lacks something
        assert [(each.question, each.lacking) for each in answer.choices] == [("beliefs", ["holder"])]


def test_where_nothing_is_near_nothing_is_offered(graph):
    answer = ask(graph, "What is the weather in Paris?")
    assert (answer.outcome, answer.choices) == ("no_question", [])
    assert answer.summary.endswith(
        'fits "What is the weather in Paris?", and none is near it; find_questions lists all.'
    )


def test_parameters_may_be_written_as_options_and_flags_as_words(graph):
    every = ask(graph, "who-constrains", LIMITS)
    for value in (True, "true", "Yes"):
        stated = ask(graph, "who-constrains", {"--target": "China", "regarding": "Iran", "--no-inferred": value})
        assert 0 < stated.total_rows < every.total_rows
    assert ask(graph, "who-constrains", LIMITS | {"no_inferred": "false"}).total_rows == every.total_rows
    assert "no_inferred is true or false, and not 'perhaps'" in ask(graph, "actors", {"no_inferred": "perhaps"}).summary


def test_parameters_go_before_what_the_words_name(graph):
    answer = ask(graph, "who constrains China?", {"target": "iran"})
    assert answer.taken_as is not None
    assert answer.taken_as.parameters["target"] == "iran"


def test_a_group_may_mean_its_members(graph, wider):
    given = {"recipient": "shanghai-cooperation-organisation"}
    (note, *_) = ask(wider, "who-arms", given, members=True).notes
    assert note.startswith("Members of Shanghai Cooperation Organisation")
    refused = ask(graph, "who-arms", {"recipient": "iran"}, members=True)
    assert "no parameter names a group whose members are known" in refused.summary


@pytest.mark.parametrize("bad", [{"first": 0}, {"rows": 0}, {"rows": 201}])
def test_pages_that_do_not_exist_are_refused(graph, bad):
    with pytest.raises(UsageError, match="from 1 to 200"):
        ask(graph, "who-constrains", **bad)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "beliefs needs holder: who believes."),
        ({"holder": "Chna"}, "holder: there is no actor called 'Chna' (did you mean China"),
        ({"holder": "JCPOA"}, 'holder: \'JCPOA\' is the instrument jcpoa, not an actor (ask {"question": "actors"}).'),
        (
            {"holder": "China", "day": "2020"},
            "beliefs does not take day (it takes holder, about, as_of, source",
        ),
        ({"holder": "China", "as_of": "then"}, "as_of: 'then' is not a day (write it as 2020-10-19)."),
    ],
)
def test_wrong_parameters_are_answered_with_what_would_be_right(graph, given, said):
    answer = ask(graph, "beliefs", given)
    assert (answer.outcome, answer.total_rows) == ("wrong_parameters", 0)
    assert f"Nothing was asked: {said}" in answer.summary
    assert answer.expects is not None
    assert [(each.name, each.type, each.needed) for each in answer.expects.parameters] == [
        ("holder", "actor", True),
        ("about", "entity", False),
    ]
    assert "as_of" in answer.expects.takes


def test_what_words_were_taken_for_is_said_where_a_parameter_is_wrong(graph):
    answer = ask(graph, "who constrains China?", {"as_of": "then"})
    assert answer.outcome == "wrong_parameters"
    assert answer.taken_as is not None
    assert answer.taken_as.question == "who-constrains"


def test_a_question_that_there_is_not_is_answered_with_the_nearest(graph):
    assert "(did you mean who-constrains" in ask(graph, "who-const").summary
    answer = ask(graph, "what-limits-china")
    assert (answer.outcome, answer.choices[0].question) == ("no_question", "what-limits")
    assert (answer.choices[0].parameters, answer.choices[0].lacking) == ({"actor": "china"}, ["partner"])
    assert not ask(graph, "zzzz").choices


def test_what_a_question_leaves_to_others_is_said_and_how_to_ask_them(graph):
    answer = ask(graph, "how-seen", {"target": "China"})
    assert any(note.startswith("About this question: Lists views that no other type") for note in answer.notes)
    (elsewhere,) = [note for note in answer.notes if note.startswith("Coded about them under other questions")]
    assert '5 RANKS (ask {"question": "rankings", "parameters": {"actor": "china"}})' in elsewhere


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("no command", "no command"),
        ("first (tiebook ask actors), then", 'first (ask {"question": "actors"}), then'),
        (
            "(tiebook ask who-arms --recipient iran --no-inferred)",
            '(ask {"question": "who-arms", "parameters": {"recipient": "iran", "no_inferred": "1"}})',
        ),
    ],
)
def test_a_command_in_a_text_becomes_a_call(text, told):
    assert parts.in_calls(text) == told


def test_nothing_that_is_returned_needs_a_command_line(graph):
    for question, example in EXAMPLES[::3]:
        answer = ask(graph, question.name, arguments(question, example))
        kept = [answer.summary, *answer.notes, *(str(each) for each in answer.also_said)]
        assert not [text for text in kept if "tiebook ask" in text or "--" in text]
