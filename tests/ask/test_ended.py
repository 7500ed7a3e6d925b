"""What has ended is marked, on every question: ties with an end, records with one, and agreements that no longer bind a side."""

import pytest

from tests.ask.answers import EXAMPLES, FIELD_EXAMPLES, QUESTIONS, arguments
from tests.ask.made_up import asked, load_text
from tiebook.ask import ask
from tiebook.ask.document.facts import ids_in
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.serve.content.claims import read_claims

PACTS = """
[[instrument]]
id = "old-pact"
name = "Old pact"
kind = "agreement"
[[instrument]]
id = "new-pact"
name = "New pact"
kind = "agreement"
"""


def claim(says, **more):
    return {"says": says, **more}


@pytest.fixture
def marks(tmp_path):
    """Return what loads claims and returns the marks about an end of the first row of who-cooperates, of Iran and China."""

    def found(*claims):
        engine = KgliteEngine(tmp_path / "x.kgl")
        load_text(engine, tmp_path, "treaties", "2024", claims, things=PACTS)
        answer = asked(engine, "who-cooperates", actor="iran", partner="china")
        engine.close()
        (row,) = answer.document().rows
        return [mark.text for mark in row.marks if mark.kind == "ended"]

    return found


def agreed(*via):
    return claim("iran AGREES_WITH china", since="2001", via=list(via))


def bound(who, pact="old-pact", **more):
    return claim(f"{who} PARTY_TO {pact}", **{"since": "2001"} | more)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([bound("iran", until="2005-03"), bound("china", until="2005-03")], ["ended 2005-03"]),
        ([bound("iran"), bound("china", until="2007")], ["ended 2007"]),  # one side left it
        ([bound("iran", until="2009-02"), bound("china", until="2007")], ["ended 2007"]),
        ([bound("iran", until="2005"), bound("iran", since="2010"), bound("china")], []),  # it came back
        ([bound("iran", until="2005"), claim("iran PARTY_TO old-pact", since="2010", until="2012")], ["ended 2012"]),
        ([bound("russia", until="2005")], []),  # somebody else's end
        ([bound("iran"), bound("china")], []),
        ([bound("iran", until="2999")], []),
        ([bound("iran", "new-pact", until="2005")], []),  # of another agreement
        ([claim("iran PARTY_TO old-pact", ended=True, aspect="state")], ["ended"]),
        ([claim("iran PARTY_TO old-pact", since="2002", until="2004", aspect="event")], ["ended 2004"]),
    ],
)
def test_an_agreement_ends_when_it_no_longer_binds_a_side(marks, claims, expected):
    assert marks(agreed("old-pact"), *claims) == expected


def test_of_two_instruments_both_must_have_ended(marks):
    over = [bound("iran", until="2005"), bound("iran", "new-pact", until="2008")]
    assert marks(agreed("old-pact", "new-pact"), *over) == ["ended 2008"]


def test_of_two_instruments_one_goes_on(marks):
    assert marks(agreed("old-pact", "new-pact"), bound("iran", until="2005"), bound("china", "new-pact")) == []


def test_of_two_instruments_one_is_not_known_to_bind_anybody(marks):
    assert marks(agreed("old-pact", "new-pact"), bound("iran", until="2005")) == []


def test_a_tie_with_an_end_needs_no_second_date(marks):
    assert marks(claim("iran COOPERATES_WITH china", since="2001", until="2004")) == ["ended"]


def test_the_replaced_memorandum_says_so_on_every_question_that_shows_it(article_engine):
    shown = 0
    for question, example in EXAMPLES:
        answer = ask(article_engine, question, arguments(question, example))
        for row in answer.document().rows:
            if [receipt.id.split("/")[-1] for receipt in row.receipts] == ["p12-memorandum-drafted"]:
                shown += 1
                assert "ended 2016-11" in [mark.text for mark in row.marks], question.name
    assert shown > 2


def test_the_page_of_an_actor_marks_it_too(article_engine):
    claims = read_claims(article_engine, "MATCH (c:Claim)-[:FROM]->({id: 'china'})", {}, where="c.tie = 'AGREES_WITH'")
    ended = {claim.slug: [mark.text for mark in claim.marks if mark.kind == "ended"] for claim in claims}
    assert ended["p12-memorandum-drafted"] == ["ended 2016-11"]
    assert ended["p12-military-agreement"] == []


@pytest.mark.parametrize("name", sorted({question.name for question, _ in FIELD_EXAMPLES}))
def test_records_with_an_end_are_marked(field_engine, name):
    (question,) = [each for each in QUESTIONS if each.name == name]
    seen = 0
    for example in question.examples:
        answer = ask(field_engine, question, arguments(question, example))
        ends = {
            row[0]: row[1:]
            for row in field_engine.read(
                "UNWIND $ids AS wanted MATCH ()-[t]->() WHERE t.id = wanted AND t.record IS NOT NULL"
                " RETURN DISTINCT t.id, t.since, t.until",
                {"ids": ids_in(answer.table)},
            ).rows
        }
        flat = list(answer)
        for row in answer.document().rows:
            own = flat[row.at[0]].get("tie_id")
            ids = own if isinstance(own, list) else [own]
            if not set(ids) <= set(ends) or "claim" in answer.columns:
                continue  # it is a claim that is marked
            known = [ends[each] for each in ids]
            over = [until is not None and since != until and until < "2026" for since, until in known]
            seen += any(over)
            assert any(mark.kind == "ended" for mark in row.marks) == any(over), (row, known)
    assert seen or name not in ("pacts-between", "conflicts", "sanctions-on", "allies-under-sanctions")
