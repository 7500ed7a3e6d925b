"""The tools `evidence`, `find_questions` and `sources`, and a graph that changes on disk."""

import shutil

import pytest

from tests.ask.answers import EXAMPLES, arguments
from tiebook.ask.document.facts import Fact
from tiebook.ask.document.marks import marks_of_fact
from tiebook.assistant.asking import ask
from tiebook.assistant.current_graph import CurrentGraph
from tiebook.assistant.evidence import evidence, standing_of
from tiebook.assistant.finding import find_questions
from tiebook.assistant.loaded import coverage, sources
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import DatabaseMissing, UsageError
from tiebook.questions import QuestionLibrary
from tiebook.sources.datasets import load_dataset


def one(graph, name):
    return evidence(graph, [name]).evidence[0]


def test_a_claim_says_first_whether_it_is_a_fact(graph):
    standings = {
        "p30-no-sale-china": "DENIED: the source denies this tie, in the words of `says`",
        "p23-iran-seeks-arms": "NOT A FACT: sought by Iran (undated); the source does not say that this is so",
        "p30-us-constrains-china": "stated: the source itself says so",
        "p28-jcpoa": "reported: according to Chinese officials; the source does not vouch for it (undated)",
        "p44-balance": "inferred: it follows from the passage, which does not say it in so many words (undated)",
        "p37-unmet": "reported and inferred: according to China, and not in so many words; "
        "the source does not vouch for it (undated)",
    }
    found = evidence(graph, [*standings])
    assert [each.standing for each in found.evidence] == [*standings.values()]
    assert found.summary == (
        "6 of 6 ids found: 1 DENIED, 1 NOT A FACT, 1 stated, 1 reported, 1 inferred, 1 reported and inferred."
    )
    assert list(found.evidence[0].sent())[:2] == ["standing", "claim"]


@pytest.mark.parametrize(
    ("fact", "standing"),
    [
        (
            Fact("s/a", negated=True, stance="reports", held_by="China"),
            "DENIED: it is denied according to China, and the source does not vouch for it, in the words of `says`",
        ),
        (
            Fact("s/a", negated=True, inferred=True, dated=False),
            (
                "DENIED: the source denies this tie, in the words of `says` (undated); inferred: it follows from the passage, "
                "which does not say it in so many words"
            ),
        ),
        (
            Fact("s/a", mode="expected", stance="reports", held_by="Iran"),
            "NOT A FACT: expected (reported by Iran); the source does not say that this is so",
        ),
        (Fact("s/a", stance="reports"), "reported: according to others; the source does not vouch for it"),
        (Fact("s/a", over=True), "stated: the source itself says so (ended)"),
    ],
)
def test_no_standing_says_that_the_source_says_what_it_only_reports(fact, standing):
    assert standing_of([*marks_of_fact(fact)], makes_tie=not fact.negated and fact.mode == "actual") == standing


def test_inferred_and_reported_are_said(graph):
    answer = ask(graph, "who-constrains", {"target": "China", "regarding": "Iran"}, rows=50)
    for mark in ("inferred", "reported"):
        rows = [row for group in answer.groups for row in group.rows if any(mark in each for each in row.marks)]
        named = {receipt.claim for row in rows for receipt in row.receipts if receipt.side is None}
        assert any(one(graph, claim).standing.startswith(f"{mark}: ") for claim in named)


def test_a_claim_has_its_words_and_where_they_stand(graph):
    found = one(graph, "CONSTRAINS/china-iran/p30-us-constrains-china")
    assert found.claim == "china-iran/p30-us-constrains-china"
    assert (found.quote, found.paragraph) == ("has forced everyone, including China, to comply", 30)
    assert found.values["held_by"] == "Masoud Rezaei"
    assert (found.values["mode"], found.values["negated"]) == ("actual", False)
    assert found.citation is not None
    assert "Rezaei" in found.citation


def test_a_record_of_a_data_set_is_evidence_too(wider):
    answer = ask(wider, "who-arms", {"recipient": "iran", "source": "sipri"})
    (receipt, *_) = [receipt for group in answer.groups for row in group.rows for receipt in row.receipts]
    found = one(wider, receipt.claim)
    assert found.standing.startswith("stated")
    assert (found.values["to_name"], found.values["tie"], found.values["source"]) == ("Iran", "SELLS_ARMS_TO", "sipri")
    assert found.values["record"]
    assert found.citation
    assert "SIPRI" in found.citation
    assert not [name for name in found.values if name.endswith(("_earliest", "_latest"))]


def test_ids_that_are_not_there_are_named_beside_what_is_found(graph):
    found = evidence(graph, ["p29", "p30-us-constrains-chin", "p30-no-sale-china"])
    assert found.summary == ("1 of 3 ids found: 1 DENIED. NOT FOUND, and so no evidence: p29, p30-us-constrains-chin.")
    assert [each.claim for each in found.evidence] == ["china-iran/p30-no-sale-china"]
    several, wrong = found.not_found
    assert several.why.startswith("'p29' may be china-iran/p29-2231-ends-embargo, ")
    assert wrong.why.startswith("there is no claim 'p30-us-constrains-chin' (did you mean china-iran/p30-us-constrains")
    assert evidence(graph, ["p0-nothing"]).summary.startswith("0 of 1 ids found. NOT FOUND")


def test_it_says_who_expects_what_is_expected(graph):
    assert one(graph, "p23-iran-seeks-arms").values["mode_by"] == ["Iran"]
    assert "mode_by" not in one(graph, "p30-no-sale-china").values


def test_a_number_of_ids_that_cannot_be_is_refused(graph):
    for bad in ([], ["p30-no-sale-china"] * 21):
        with pytest.raises(UsageError, match="give 1 to 20"):
            evidence(graph, bad)


def test_every_receipt_is_confirmed(graph):
    ids, denied = set(), set()
    for question, example in EXAMPLES[::3]:
        answer = ask(graph, question.name, arguments(question, example), rows=200)
        receipts = [each for group in answer.groups for each in group.receipts]
        receipts += [each for group in answer.groups for row in group.rows for each in row.receipts]
        said = [claim for kind in answer.also_said for claim in kind.claims]
        denied |= {claim.receipt.claim for claim in said if claim.marks[0] == "denied"}
        ids |= {each.claim for each in receipts} | {claim.receipt.claim for claim in said}
    assert len(ids) > 100
    for start in range(0, len(every := sorted(ids)), 20):
        part = every[start : start + 20]
        found = evidence(graph, part)
        for name, each in zip(part, found.evidence, strict=True):
            assert name in each.claim
            assert each.quote
            assert each.standing.startswith("DENIED") or name not in denied


def test_questions_are_found_with_what_they_take(graph):
    found = find_questions(graph, "who constrains China")
    assert found.summary.endswith("the nearest first.")
    assert 1 <= len(found.questions) <= 6
    first = found.questions[0]
    assert first.name == "who-constrains"
    assert first.understood["target"] == "china"
    assert {param.name: param.needed for param in first.parameters}.keys() == {"target", "regarding", "constrainer"}
    assert "as_of" in first.takes
    assert any(param.needed for each in find_questions(graph, "dyad years").questions for param in each.parameters)
    assert all(param.type and param.help for each in found.questions for param in each.parameters)


def test_a_question_is_found_by_its_name(graph):
    (question,) = find_questions(graph, " how-seen ").questions
    assert (question.name, [param.type for param in question.parameters]) == ("how-seen", ["entity", "actor"])
    assert "who-threatens" in (question.note or "")
    (months,) = [
        param for param in find_questions(graph, "action-and-response").questions[0].parameters if param.default
    ]
    assert (months.name, months.default, months.needed) == ("months", "12", False)


def test_words_that_are_in_no_question_are_told(graph):
    found = find_questions(graph, "zzzz")
    assert 'No question has "zzzz" in it.' in found.summary
    assert found.questions


def test_without_words_every_question_is_named(graph):
    found = find_questions(graph)
    assert [each.name for each in found.questions] == [each.name for each in QuestionLibrary().all()]
    assert found.summary.startswith(f"All {len(found.questions)} stored questions.")
    in_short = {each.name: each.takes_in_short for each in found.questions}
    assert in_short["who-constrains"] == "target?: actor, regarding?: entity, constrainer?: entity"
    assert in_short["action-and-response"] == "actor: actor, partner: actor, months?: integer"


def test_sources_say_what_they_cover_and_how_they_are_cited(wider):
    found = sources(wider)
    assert found.summary.startswith("3 of 3 loaded sources: ")
    article, register = (next(each for each in found.sources if each.id == name) for name in ("china-iran", "sipri"))
    assert (article.id, article.claims > 200, article.covers) == ("china-iran", True, "up to 2021-12-31")
    assert "Rezaei" in (article.cite_as or "")
    assert register.universe
    lines = coverage(wider).splitlines()
    assert lines[-1] == "Not coded does not mean that there is no such tie."
    assert any(article.name in line for line in lines)
    assert any(register.universe in line for line in lines)


def test_a_graph_that_changes_on_disk_is_seen_by_the_next_call(path, tmp_path):
    own = tmp_path / "own.kgl"
    made = CurrentGraph(lambda: KgliteEngine(own))
    with pytest.raises(DatabaseMissing):
        sources(made)
    shutil.copy(path, own)
    assert len(sources(made).sources) == 1
    writer = KgliteEngine(own)
    load_dataset(writer, "blocs", [])
    writer.close()
    assert len(sources(made).sources) == 2
    made.close()
