"""The tool `ask`: what an assistant reads first, pages, sizes, and words that are asked back."""

import json

import pytest

from tiebook.assistant import asking
from tiebook.assistant.asking import ask
from tiebook.assistant.results import Receipt
from tiebook.assistant.size import Size
from tiebook.errors import UnknownName, UsageError

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
    assert f"NO FACTS among these rows: {answer.total_rows} DENIED" in answer.summary
    assert all(any("denied" in mark or "not " in mark for mark in row.marks) for row in rows_of(answer))


def test_nothing_coded_is_not_told_as_no(graph):
    answer = ask(graph, "who-arms", {"recipient": "Pakistan"})
    assert (answer.outcome, answer.total_rows, answer.groups) == ("nothing_coded", 0, [])
    assert "none identified in" in answer.summary
    assert "Not coded does not mean that there is no such tie." in answer.summary


def test_an_answer_has_its_counts_receipts_and_command(graph):
    answer = ask(graph, "who-constrains", LIMITS)
    assert answer.summary.startswith("12 of 12 rows (12 limits in 5 factors: 3 stated, 7 inferred, 4 reported).")
    assert answer.question == "Who or what limits China's freedom of action, about Iran?"
    assert answer.command == "tiebook ask who-constrains --target china --regarding iran"
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
    few, whole = (ask(graph, "timeline", {"actor": "iran"}, all_said=each).also_said for each in (False, True))
    assert any(said.count > len(said.claims) for said in few)
    assert all(said.count == len(said.claims) for said in whole)
    assert [(said.kind, said.count) for said in few] == [(said.kind, said.count) for said in whole]


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


@pytest.mark.parametrize(
    ("words", "outcome", "said"),
    [
        ("What is the weather in Paris?", "no_question", "no stored question fits"),
        ("China and Iran", "which", "may mean more than one question"),
        ("who constrains", "incomplete", "was taken as who-constrains, which also needs target."),
    ],
)
def test_words_that_fit_no_question_or_several_are_not_answered(graph, words, outcome, said):
    answer = ask(graph, words)
    assert answer.outcome == outcome
    assert "Nothing was asked" in answer.summary
    assert said in answer.summary
    assert answer.choices
    assert (answer.groups, answer.question, answer.command) == ([], None, None)


def test_parameters_may_be_written_as_options_and_flags_as_words(graph):
    every = ask(graph, "who-constrains", LIMITS)
    for value in (True, "true", "Yes"):
        stated = ask(graph, "who-constrains", {"--target": "China", "regarding": "Iran", "--no-inferred": value})
        assert 0 < stated.total_rows < every.total_rows
    assert ask(graph, "who-constrains", LIMITS | {"no_inferred": "false"}).total_rows == every.total_rows
    with pytest.raises(UsageError, match="no_inferred is true or false, and not 'perhaps'"):
        ask(graph, "who-constrains", {"no_inferred": "perhaps"})


def test_parameters_go_before_what_the_words_name(graph):
    answer = ask(graph, "who constrains China?", {"target": "iran"})
    assert answer.taken_as is not None
    assert answer.taken_as.parameters["target"] == "iran"


def test_a_group_may_mean_its_members(graph, wider):
    given = {"recipient": "shanghai-cooperation-organisation"}
    (note, *_) = ask(wider, "who-arms", given, members=True).notes
    assert note.startswith("Members of Shanghai Cooperation Organisation")
    with pytest.raises(UsageError, match="names a group whose members are known"):
        ask(graph, "who-arms", {"recipient": "iran"}, members=True)


@pytest.mark.parametrize("bad", [{"first": 0}, {"rows": 0}, {"rows": 201}])
def test_pages_that_do_not_exist_are_refused(graph, bad):
    with pytest.raises(UsageError, match="from 1 to 200"):
        ask(graph, "who-constrains", **bad)


def test_a_name_that_is_not_known_is_refused_with_the_nearest(graph):
    with pytest.raises(UnknownName, match="who-constrains"):
        ask(graph, "who-const")
    with pytest.raises(UnknownName, match="did you mean China"):
        ask(graph, "who-constrains", {"target": "Chna"})
