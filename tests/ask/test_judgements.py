"""An analyst's own judgement: a source of one's own, whose claims are about claims of other sources, and show as such."""

import shutil
from pathlib import Path

import pytest

from tests.ask.answers import JUDGED_EXAMPLES, compare
from tests.conftest import ENGINES
from tests.graphs import CASES, make_engine
from tiebook.ask import ask
from tiebook.ask.forms.data import flat
from tiebook.case import open_case
from tiebook.engine.digest import digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import BadCase, BadSource
from tiebook.questions import QuestionLibrary
from tiebook.sync.cases import find_case, load_case
from tiebook.sync.sync import unload

NOTES = Path(__file__).parent.parent / "samples" / "judgement"


@pytest.fixture(scope="module", params=ENGINES)
def graph(request, tmp_path_factory):
    """Return each engine in turn with the three cases and an analyst's notes on them."""
    made = make_engine(request.param, tmp_path_factory.mktemp("notes"))
    for case in CASES:
        load_case(made, find_case(case))
    assert load_case(made, NOTES)[0].notes == ()
    yield made
    made.close()


def asked(graph, name, **given):
    """Return the rows of an answer, by column."""
    answer = ask(graph, QuestionLibrary({}).get(name), given)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


@pytest.mark.parametrize(("question", "example"), JUDGED_EXAMPLES, ids=[example for _, example in JUDGED_EXAMPLES])
def test_golden_answer(graph, question, example, request):
    compare(graph, question, example, update=request.config.getoption("--update-answers"))


def test_what_an_analyst_holds_of_the_claims_of_others_is_listed(graph):
    found = {
        (row["claim"], row["judged_claim"]): (row["judge"], row["judgement"]) for row in asked(graph, "judgements")
    }
    assert found == {
        ("my-notes/p2-arms-overtaken", "china-iran/p30-no-sale-china"): ("Ann Analyst", "otherwise"),
        ("my-notes/p2-arms-overtaken", "crink-security/p44-propellant-from-china"): ("Ann Analyst", "likewise"),
        ("my-notes/p3-refusal-disputed", "china-iran/p5-no-defence-cooperation"): ("Ann Analyst", "disputes"),
        ("my-notes/p4-member-of-sco", "china-iran/p25-iran-not-in-sco"): ("Ann Analyst", "otherwise"),
    }
    about_sco = asked(graph, "judgements", actor="shanghai-cooperation-organisation")
    assert [row["claim"] for row in about_sco] == ["my-notes/p4-member-of-sco"]
    assert asked(graph, "judgements", source="china-iran") == []


def test_a_dispute_is_the_analysts_and_no_tie_of_the_disputed(graph):
    rows = asked(graph, "who-contradicts-whom", actor="china")
    pairs = {
        (row["who"], row["whom"])
        for row in rows
        if "my-notes/p3-refusal-disputed" in (row["claim"], row["other_claim"])
    }
    assert pairs == {("Masoud Rezaei", "Ann Analyst")}
    ties = graph.read("MATCH ()-[t]->() WHERE t.source = 'my-notes' RETURN t.claim AS claim ORDER BY claim").rows
    assert [row[0] for row in ties] == ["my-notes/p2-arms-overtaken", "my-notes/p4-member-of-sco"]


def test_the_words_of_a_judgement_are_the_analysts(graph):
    document = ask(graph, QuestionLibrary({}).get("judgements"), {}).document()
    words = {each.short: each.holder for row in document.rows for each in row.receipts if each.source == "my-notes"}
    assert words == dict.fromkeys(words, "Ann Analyst")
    assert "p3-refusal" in words
    judged = {each.source: each.holder for row in document.rows for each in row.receipts if each.side == "judged"}
    assert judged == {"china-iran": "Masoud Rezaei", "crink-security": "Bonny Lin et al."}
    assert "disputed by Ann Analyst" in {mark.text for row in document.rows for mark in row.marks}


def test_what_is_overtaken_is_a_later_word(graph):
    rows = asked(graph, "what-came-later", actor="iran", partner="shanghai-cooperation-organisation")
    assert {(row["outcome"], row["claim"], row["later_held_by"]) for row in rows} == {
        ("denied first, said to hold later", "china-iran/p25-iran-not-in-sco", "Ann Analyst"),
        ("said to have come about", "china-iran/p23-iran-seeks-sco", "Ann Analyst"),
    }


def test_notes_on_what_is_not_loaded_are_refused(tmp_path):
    engine = KgliteEngine(tmp_path / "x.kgl")
    load_case(engine, find_case("china-iran"))
    before = digest(engine)
    with pytest.raises(
        BadSource, match=r"does not have: crink-security/p44-propellant-from-china \(load crink-security first\)"
    ):
        load_case(engine, NOTES)
    assert digest(engine) == before
    engine.close()


def test_notes_can_be_taken_out_again(tmp_path):
    engine = KgliteEngine(tmp_path / "x.kgl")
    for case in CASES[:2]:
        load_case(engine, find_case(case))
    load_case(engine, NOTES)
    assert load_case(engine, NOTES)[1].nothing
    unload(engine, "my-notes")
    assert asked(engine, "judgements") == []
    assert engine.read("MATCH (c:Claim {id: 'china-iran/p30-no-sale-china'}) RETURN count(c) AS claims").rows == [(1,)]
    engine.close()


@pytest.mark.parametrize("about", ["china-iran/", "/p30-no-sale-china", "a/b/c", "China-Iran/p30", "no-such-claim"])
def test_what_names_no_claim_is_a_fault(tmp_path, about):
    folder = shutil.copytree(NOTES, tmp_path / "notes")
    path = folder / "claims.toml"
    path.write_text(path.read_text("utf-8").replace('"china-iran/p25-iran-not-in-sco"', f'"{about}"'), "utf-8")
    with pytest.raises(BadCase) as raised:
        open_case(folder)
    assert "claims.toml:" in raised.value.faults[0]


def test_who_disputes_a_claim_stands_at_its_evidence_with_the_way_to_the_words(graph):
    answer = ask(graph, QuestionLibrary({}).get("evidence"), {"claim": "p5-no-defence"})
    (row,) = answer.document().rows
    assert [(mark.kind, mark.text) for mark in row.marks][-1] == ("contested", "disputed by Ann Analyst")
    told = [note.text for note in answer.document().notes]
    assert told == [
        "p5-no-defence is disputed by Ann Analyst (tiebook ask evidence --claim my-notes/p3-refusal-disputed)"
    ]
    # and what nobody disputes is as it was; nor does a judgement of another kind dispute
    for claim in ("p5-no-alliance", "p30-no-sale-china", "p25-iran"):
        document = ask(graph, QuestionLibrary({}).get("evidence"), {"claim": claim}).document()
        assert all(mark.kind != "contested" for row in document.rows for mark in row.marks)
        assert document.notes == ()


def test_rows_as_data_say_who_disputes_them(graph):
    answer = ask(graph, QuestionLibrary({}).get("what-is-denied"), {"actor": "iran"})
    columns, rows = flat(answer)
    marks = {row[columns.index("claim")]: row[columns.index("marks")] for row in rows}
    assert marks["china-iran/p5-no-defence-cooperation"] == "denied; disputed by Ann Analyst"
    assert marks["china-iran/p5-no-alliance"] == "denied"
    # the words of the dispute are shown beside these rows, and in those of `judgements`: no note says where they are
    shown = ask(graph, QuestionLibrary({}).get("judgements"), {}).document()
    assert all("is disputed by" not in note.text for note in (*answer.document().notes, *shown.notes))


def test_what_is_disputed_counts_as_its_own_source_says_it(graph):
    document = ask(graph, QuestionLibrary({}).get("what-is-denied"), {"actor": "iran"}).document()
    assert dict(document.counts.no_facts)["denied"] >= 10
    assert "disputed" not in dict(document.counts.no_facts)
