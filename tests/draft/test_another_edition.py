"""A text of the tests' own, on a lake: what an assistant answers for it, and what holds when the text has another edition."""

import json

import pytest
from click.testing import CliRunner

from tiebook.cli.code import check, draft, new, review, text
from tiebook.draft.store import open_proposals, read_proposals

LAKE = """The lake that sank

By Inti Mamani
12 June 2024

It has two owners. The Binational Lake Authority (BLA) has watched the water since.

Lima argued for years that the dam was safe, and in 2016 it sanctioned Bolivia.
Chile, Ecuador, Colombia, Brazil and Guyana signed a pact.

Peru funds the observers of the BLA. Ecuador threatens Chile.
"""
LATER = LAKE.replace("Lima argued", "An earlier edition named another year.\n\nLima argued")
QUOTE = "funds the observers of the BLA"
FUNDS = {"from": "peru", "to": "BLA", "tie": "AIDS", "quote": QUOTE, "new": {"BLA": "Organization"}}
STATES = ("chile", "ecuador", "colombia", "brazil", "guyana")
PACT = [f"{one} AGREES_WITH {other}" for place, one in enumerate(STATES) for other in STATES[place + 1 :]]
FOUND = ["peru SANCTIONS bolivia", *PACT, "peru AIDS binational-lake-authority", "ecuador THREATENS chile"]


def run(command, *words, keys=""):
    return CliRunner().invoke(command, words, input=keys)


@pytest.fixture
def lake(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lake.txt").write_text(LAKE, "utf-8")
    done = run(new.command, "lake", "--text", "lake.txt")
    assert done.exit_code == 0, done.output
    return tmp_path / "lake"


def answer(lake, *answers):
    """Draft from an assistant's answer, an object for each paragraph; return what is told."""
    (lake.parent / "answer.txt").write_text("\n".join(map(json.dumps, answers)), "utf-8")
    return run(draft.command, "lake", "--by", "answer.txt").output


def by_rules(lake):
    """Draft by the rules; return the open proposals."""
    done = run(draft.command, "lake", "--by", "rules")
    assert done.exit_code == 0, done.output
    return [f"{each.claim['from']} {each.claim['tie']} {each.claim['to']}" for each in open_proposals(lake)]


def test_a_body_that_the_text_shortens_is_one_with_its_whole_name(lake):
    assert "1 proposal, 0 dropped" in answer(lake, {"paragraph": 5, "claims": [FUNDS]})
    (found,) = read_proposals(lake)
    assert found.claim["to"] == "binational-lake-authority"
    assert (found.new[0]["name"], found.new[0]["kind"]) == ("Binational Lake Authority", "Organization")


def test_a_body_of_the_case_is_found_by_what_the_text_shortens_it_to(lake):
    (lake / "claims.toml").write_text(
        '[[actor]]\nid = "bla-of-1993"\nname = "Binational Lake Authority"\nkind = "Bloc"\n'
    )
    assert "1 proposal, 0 dropped" in answer(lake, {"paragraph": 5, "claims": [FUNDS]})
    (found,) = read_proposals(lake)
    assert (found.claim["to"], found.new) == ("bla-of-1993", ())


def test_a_year_may_be_a_number(lake):
    answer(lake, {"paragraph": 5, "claims": [{**FUNDS, "since": 1993, "until": 2001}]})
    (found,) = read_proposals(lake)
    assert (found.claim["since"], found.claim["until"]) == ("1993", "2001")


def test_an_answer_about_a_paragraph_that_the_text_does_not_have_is_told(lake):
    beyond: list[dict[str, object]] = [{"paragraph": number, "claims": []} for number in (5, 6, 9)]
    assert "Passed over: the answer is also about paragraph 6, 9, and the text has 5 paragraphs" in answer(
        lake, *beyond
    )
    assert "Passed over" not in answer(lake, beyond[0])


def test_proposals_on_the_same_words_are_in_the_order_of_the_text(lake):
    assert by_rules(lake) == FOUND


def test_what_was_decided_holds_for_another_edition(lake):
    by_rules(lake)
    run(review.command, "lake", keys="x\n" * (len(FOUND) - 2) + "e\nto=ecuador\nx\n")
    assert open_proposals(lake) == []
    (lake.parent / "lake.txt").write_text(LATER, "utf-8")
    assert run(check.command, "lake", "--update").exit_code == 0
    assert by_rules(lake) == []


def test_what_was_decided_about_words_does_not_hold_where_they_stand_again(lake):
    by_rules(lake)
    run(review.command, "lake", keys="x\n" * len(FOUND))
    (lake.parent / "lake.txt").write_text(f"{LAKE}\nAgain Ecuador threatens Chile.\n", "utf-8")
    assert run(check.command, "lake", "--update").exit_code == 0
    assert by_rules(lake) == ["ecuador THREATENS chile"]


def test_another_edition_can_be_read_though_a_quote_is_not_in_it(lake):
    (lake / "claims.toml").write_text(f'[[claim]]\nsays = "peru AIDS chile"\nquote = "{QUOTE}"\n', "utf-8")
    (lake.parent / "lake.txt").write_text(LAKE.replace("funds the", "pays the"), "utf-8")
    for words in (["lake"], ["lake", "5"]):
        done = run(text.command, *words)
        assert "Peru pays the observers of the BLA." in done.output
        assert done.exit_code != 0
        assert "the quote is in no paragraph" in str(done.exception.faults)
