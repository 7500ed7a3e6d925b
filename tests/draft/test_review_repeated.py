"""What two proposers propose alike is one claim, and a body that a proposal brings keeps the initials that the text gives it."""

import json

from tests.draft.pact import TEXT, make_case
from tests.draft.test_review import reviewed, run
from tiebook.case import open_case
from tiebook.cli.code import draft, review
from tiebook.draft.decide import accept, undo
from tiebook.draft.store import open_proposals, read_proposals

SALE = {"from": "china", "tie": "SELLS_ARMS_TO", "to": "iran", "quote": "China sold drones to Iran"}
AGAIN = {**SALE, "quote": "sold drones to Iran in 2016", "since": "2016"}


def two_proposers(tmp_path):
    """Return a case for which two files propose the same sale, one with a date."""
    made = make_case(tmp_path / "pact")
    for name, item in (("one.txt", SALE), ("two.txt", AGAIN)):
        (tmp_path / name).write_text(json.dumps({"paragraph": 2, "claims": [item]}), "utf-8")
        run(draft.command, made, "--by", tmp_path / name, "--text", tmp_path / "pact.txt")
    return made


def test_a_proposal_that_repeats_an_accepted_one_makes_no_second_claim(tmp_path):
    made = two_proposers(tmp_path)
    done = reviewed(made, "aaq")
    assert "-> p2-china-sells-arms-to-iran, which says this already" in done.stdout
    assert "2 accepted, 0 rejected, 0 open" in done.stderr
    assert [each.claim.id for each in open_case(made).coded] == ["p2-china-sells-arms-to-iran"]


def test_a_repeated_proposal_that_is_changed_is_a_claim_of_its_own(tmp_path):
    made = two_proposers(tmp_path)
    first, second = open_proposals(made)
    accept(made, TEXT, [first], {}, "me")
    accept(made, TEXT, [second], {second.id: {"mechanism": "drones"}}, "me")
    assert [each.entry.values.get("mechanism") for each in open_case(made).coded] == [None, "drones"]


def test_undoing_one_of_two_keeps_their_claim(tmp_path):
    made = two_proposers(tmp_path)
    reviewed(made, "aaq")
    first, second = read_proposals(made)
    undo(made, TEXT, second, "me")
    assert [each.id for each in open_proposals(made)] == [second.id]
    assert len(open_case(made).claims) == 1
    undo(made, TEXT, first, "me")
    assert open_case(made).claims == ()


def test_the_initials_that_a_text_gives_a_body_are_an_alias_of_it(tmp_path):
    content = "A day\n\nThe Pacific Reef Agency (PRA) sued Fiji. Later the PRA blamed Samoa."
    made = make_case(tmp_path / "case")
    text = tmp_path / "text.txt"
    text.write_text(content, "utf-8")
    item = {
        "from": "PRA",
        "tie": "CRITICISES",
        "to": "samoa",
        "quote": "the PRA blamed Samoa",
        "new": {"PRA": "Organization"},
    }
    (tmp_path / "answer.txt").write_text(json.dumps({"paragraph": 2, "claims": [item]}), "utf-8")
    run(draft.command, made, "--by", tmp_path / "answer.txt", "--text", text)
    run(review.command, made, "--text", text, keys="a")
    agency = next(each for each in open_case(made).entities if each.id == "pacific-reef-agency")
    assert (agency.name, agency.aliases) == ("Pacific Reef Agency", ("PRA",))
