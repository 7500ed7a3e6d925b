"""What an answer can do in Python: be drawn, cited, traced to its words, and asked in free words or by attribute."""

from __future__ import annotations

import html
import inspect
import re

import pytest

from tests import shared
from tests.ask.answers import QUESTIONS
from tiebook import ask as asking
from tiebook.errors import UnknownName, UsageError
from tiebook.python.answers.answer import Answer
from tiebook.python.calls import attribute
from tiebook.python.graph import Graph


def test_free_words_say_how_they_were_taken(article_graph: Graph):
    answer = article_graph.ask("what stops China from arming Iran?")
    assert answer.taken_as == "graph.ask.why_not(actor='china', partner='iran', tie='SELLS_ARMS_TO')"
    assert eval(answer.taken_as, {"graph": article_graph}).rows == answer.rows  # noqa: S307 -- made here
    assert "Taken as: graph.ask.why_not(" in repr(answer)
    assert "Taken as: <code>graph.ask.why_not(actor=&#x27;china&#x27;" in answer._repr_html_()
    by_name = article_graph.ask("why-not", "china", "iran", tie="sells-arms-to")
    assert by_name.taken_as is None
    assert by_name.rows == answer.rows


@pytest.mark.parametrize("words", ["who arms Iran", "who-arms-Iran?"])
def test_a_space_or_a_question_mark_makes_a_sentence(article_graph: Graph, words: str):
    assert article_graph.ask(words).taken_as == "graph.ask.who_arms(recipient='iran')"


def test_spaces_around_a_name_make_no_sentence(article_graph: Graph):
    with pytest.raises(UnknownName, match="there is no question ' who-arm '"):
        article_graph.ask(" who-arm ")


def test_words_that_are_not_clear_are_asked_back(article_graph: Graph):
    with pytest.raises(UsageError, match=r"(?s)no stored question fits.*graph\.ask\.\w+\("):
        article_graph.ask("inflation rate iran 2021")
    with pytest.raises(UsageError, match=r"not known here\), and none is near it; graph\.questions\(\) lists all$"):
        article_graph.ask("how is the weather in Atlantis?")
    with pytest.raises(UnknownName, match=r"^recipient: 'JCPOA' is the instrument jcpoa, not an actor"):
        article_graph.ask("who-arms", recipient="JCPOA")
    with pytest.raises(UsageError, match=r"^beliefs needs holder: who believes$"):
        article_graph.ask("beliefs")
    with pytest.raises(UnknownName, match="who-arms"):
        article_graph.ask("who-arm")
    with pytest.raises(UsageError, match="no place for the value 'x'"):
        article_graph.ask("who-arms", "iran", "china", "x")


def test_every_question_is_an_attribute(article_graph: Graph):
    offered = dir(article_graph.ask)
    for question in QUESTIONS:
        name = attribute(question.name)
        assert name in offered
        function = getattr(article_graph.ask, name)
        found = inspect.signature(function)
        assert [*found.parameters][: len(question.params)] == [param.name for param in question.params]
        for param in question.params:
            needed = found.parameters[param.name].default is inspect.Parameter.empty
            assert not (needed and param.optional)
            assert param.help in function.__doc__
    with pytest.raises(AttributeError, match="there is no question 'who_arm'"):
        _ = article_graph.ask.who_arm  # type: ignore[attr-defined]


def test_an_attribute_asks_its_question(article_graph: Graph):
    rows = article_graph.ask("who-constrains", target="china", regarding="iran", no_inferred=True).rows
    assert article_graph.ask.who_constrains("china", "iran", no_inferred=True).rows == rows
    assert article_graph.ask.who_constrains(regarding="iran", target="China", no_inferred=True).rows == rows
    with pytest.raises(TypeError, match="two values for 'target'"):
        article_graph.ask.who_constrains("china", target="iran")  # type: ignore[misc]
    with pytest.raises(TypeError, match="two values for 'regarding'"):  # the first by its name
        article_graph.ask.who_constrains("china", "iran", target="iran", regarding="iran")  # type: ignore[misc]
    with pytest.raises(TypeError, match="takes 3 values, 4 were given"):
        article_graph.ask.who_constrains("china", "iran", "us", "x")  # type: ignore[call-arg]


def test_evidence_of_a_row_is_what_the_document_shows(article_graph: Graph):
    answer = article_graph.ask.who_constrains(target="china", regarding="iran")
    first = answer.evidence(1)
    shown = answer.receipts(1)
    assert [row["claim"] for row in first] == [receipt.id for receipt in shown]
    assert [row["quote"] for row in first] == [receipt.quote for receipt in shown]
    short = answer.evidence(shown[0].short)
    assert short.rows == first.rows[:1]
    letters = [group.letter for group in answer.document().groups if group.letter]
    assert len(answer.evidence(letters[0])) == len(answer.receipts(letters[0]))
    every = answer.evidence()
    assert {row["claim"] for row in every} >= {row["claim"] for row in answer}
    asked = [answer.evidence(row).question for row in (None, 1, "1", letters[0], shown[0].id)]
    assert asked == [f"What does {what} rest on?" for what in ("the answer", "row 1", "row 1", letters[0], shown[0].id)]
    last = len(list(answer.document().rows))
    for wrong in (0, last + 1, "99"):
        with pytest.raises(UnknownName, match=rf"the answer has no row '?{wrong}'? \(it has rows 1 to {last}\)"):
            answer.evidence(wrong)
    with pytest.raises(UnknownName, match=r"no row 1 \(it has no rows\)"):
        article_graph.ask("who-sanctions", sender="iran", target="russia").evidence(1)
    with pytest.raises(UsageError, match="names no claims"):
        article_graph.query("MATCH (a:Actor) RETURN a.name AS name LIMIT 1").evidence(1)


def test_a_tie_that_a_claim_makes_rests_on_that_claim(article_graph: Graph):
    answer = article_graph.query(
        "MATCH (a:Actor)-[t:SELLS_ARMS_TO]->(b:Actor), (c:Claim) WHERE t.id = 'SELLS_ARMS_TO/' + c.id"
        " RETURN t.id AS tie_id, c.id AS claim ORDER BY claim LIMIT 2"
    )
    for row in answer:
        of_claim = answer.evidence(row["claim"])
        assert [each["claim"] for each in of_claim] == [row["claim"]]
        assert answer.evidence(row["tie_id"]).rows == of_claim.rows
    of_first, of_second = ([each["claim"] for each in answer.evidence(number)] for number in (1, 2))
    assert [*of_first, *of_second] == answer.to_pandas()["claim"].tolist()  # named twice, told once
    assert [each["claim"] for each in answer.evidence()] == [*of_first, *of_second]


def test_evidence_of_a_query_of_ones_own_by_its_columns(article_graph: Graph):
    head = "MATCH (c:Claim) WHERE c.negated OPTIONAL MATCH (c)-[:BECAUSE_OF]->(f:Claim)"
    answer = article_graph.query(f"{head} RETURN f.id AS tie_id, c.id AS claim, c.id AS other ORDER BY claim LIMIT 3")
    assert [row["claim"] for row in answer.evidence(2)] == [answer.rows[1][1]]
    assert [row["claim"] for row in answer.evidence()] == [row[1] for row in answer.rows]
    with pytest.raises(UsageError, match="names no claims"):
        article_graph.query(f"{head} RETURN c.id AS other LIMIT 3").evidence()


def test_evidence_of_records(field_graph: Graph):
    answer = field_graph.ask.who_arms(supplier="china", source="sipri")
    found = answer.evidence(1)
    assert len(found) == len(answer.receipts(1))
    row = next(iter(found))
    assert (row["source"], row["claim"], row["tie"]) == ("sipri", None, "SELLS_ARMS_TO")
    assert row["tie_id"] == next(iter(answer))["tie_id"]
    assert row["citation"]


def test_citations_of_an_answer(field_graph: Graph):
    answer = field_graph.ask.who_arms(supplier="china", source="sipri")
    assert answer.cite().startswith("[sipri]")
    assert "[china-iran]" not in answer.cite()
    assert answer.cite(form="bibtex").startswith("@misc{sipri,")
    assert field_graph.cite(answer) == answer.cite()
    for cite in (answer.cite, field_graph.cite):
        with pytest.raises(UsageError, match=r"'apa' is not a form of citations.*text, bibtex, csl"):
            cite(form="apa")  # type: ignore[arg-type]
    assert field_graph.cite(sources="sipri") == answer.cite()
    assert "[china-iran]" in field_graph.cite()


def test_pictures_of_answers(article_graph: Graph, tmp_path):
    answer = article_graph.ask.who_constrains(target="china", regarding="iran")
    picture = answer.view()
    picture.save(tmp_path / "x.svg")
    assert "United States" in (tmp_path / "x.svg").read_text("utf-8")
    again = article_graph.view(question="who-constrains", target="china", regarding="iran")
    assert repr(again) == repr(picture)
    with pytest.raises(UsageError, match="names no ties to draw"):
        article_graph.questions().view()


def test_an_empty_answer_keeps_why(article_graph: Graph):
    answer = article_graph.ask("who-sanctions", sender="iran", target="russia")
    assert "Nothing coded answers this." in repr(answer)
    assert any("China-Iran defence ties" in remark for remark in answer.remarks)
    assert "Nothing coded answers this." in answer._repr_html_()
    denied = article_graph.ask("who arms Iran?")
    assert "denied" in repr(denied)


def test_a_note_on_a_query_is_told_once_whether_or_not_it_finds_rows(article_graph: Graph):
    asked = "MATCH (a:Actor) WHERE a.id = '{}' RETURN a.id AS id, a.colour AS colour"
    for name, rows in (("iran", 1), ("atlantis", 0)):
        answer = article_graph.query(asked.format(name))
        assert len(answer) == rows
        assert "\n".join(answer.remarks).count("Note: nothing has a property colour") == 1


def test_an_answer_without_its_graph_says_so(article_graph: Graph):
    found = asking.query(article_graph.engine, "MATCH (a:Actor) RETURN a.id AS id", {})
    alone = Answer(found.title, found.question, found.cypher, {}, found.table)
    with pytest.raises(UsageError, match="has been closed"):
        alone.cite()


def test_quotes_in_context(article_graph: Graph):
    path = shared.article()
    answer = article_graph.ask("who-constrains", target="china", regarding="iran", text=path)
    contexts = [row["context"] for row in answer]
    assert all("[" in context for context in contexts)
    assert "context" in answer.receipt_columns


def test_repr_shows_the_first_rows(article_graph: Graph):
    shown = repr(article_graph.claims()).splitlines()
    assert shown[0] == "What is said?"
    assert shown[1].startswith("294 claims")
    assert shown[2].startswith("  1  ")
    assert shown[-1] == "     and 289 more rows"


def test_what_an_answer_says_of_other_questions_is_a_call(article_graph: Graph):
    answer = article_graph.ask("who-arms", recipient="iran", supplier="china")
    call = "graph.ask.who_cooperates(actor='iran', partner='china')"
    assert any(call in remark for remark in answer.remarks)
    assert any(call in note for note in answer.to_pandas().attrs["notes"])
    assert call in html.unescape(answer._repr_html_())
    assert "tiebook ask" not in repr(answer) + answer._repr_html_()


def test_a_wide_table_scrolls_and_a_heading_has_its_letter_apart(article_graph: Graph):
    answer = article_graph.ask.who_constrains("china", "iran")
    shown = answer._repr_html_()
    assert '<div style="overflow-x:auto"><table>' in shown
    assert re.search(r"<tr><td>B</td><th colspan=\"4\"[^>]*>China&#x27;s economic interests", shown)
