"""Nothing is a claim before a person says so: decisions, the terminal, what is loaded, what a kill leaves."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys

import pytest
from click.testing import CliRunner

from tests.conftest import ROOT
from tests.draft.pact import TEXT, make_case, opened
from tests.draft.test_command import PROGRAM
from tiebook.case import Text, open_case
from tiebook.case.upgrade import graph_of, upgrade_case
from tiebook.cli import app
from tiebook.cli.code import check, draft, review
from tiebook.cli.load import load
from tiebook.draft.decide import accept, decline, undo
from tiebook.draft.store import DECISIONS, PROPOSALS, REJECTED, Stored, decisions, open_proposals, read_proposals
from tiebook.errors import BadCase, UsageError

ANSWERS = """
{"paragraph": 2, "claims": [
 {"from": "china", "tie": "SELLS_ARMS_TO", "to": "iran", "quote": "China sold drones to Iran", "since": "2016"},
 {"from": "russia", "tie": "SELLS_ARMS_TO", "to": "yemen", "quote": "Russia did not sell tanks to Yemen", "negated": true},
 {"from": "russia", "tie": "SELLS_ARMS_TO", "to": "yemen", "quote": "sell tanks to Yemen"}]}
{"paragraph": 4, "claims": [
 {"from": "Ministry of Trade", "tie": "OPPOSES", "to": "us", "quote": "rejected Washington's embargo",
  "new": {"Ministry of Trade": "GovernmentBody"}}]}
"""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    """Forbid every connection: drafting by a file or program, and deciding, need none."""

    def refuse(*_):
        raise AssertionError("a byte was about to leave the machine")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def folder(tmp_path):
    made = make_case(tmp_path / "pact", "# mine\n")
    (tmp_path / "answer.txt").write_text(ANSWERS, "utf-8")
    done = run(draft.command, made, "--by", tmp_path / "answer.txt", "--text", tmp_path / "pact.txt")
    assert done.exit_code == 0, done.output
    return made


def run(command, *words, keys=None):
    return CliRunner().invoke(command, [str(word) for word in words], input=keys)


def reviewed(folder, keys):
    return run(review.command, folder, "--text", folder.parent / "pact.txt", keys=keys)


def coding(folder):
    return (folder / "claims.toml").read_text("utf-8")


def test_drafting_writes_proposals_and_reasons_and_no_claim(folder):
    assert coding(folder) == "# mine\n"
    assert [each.claim["tie"] for each in read_proposals(folder)] == ["SELLS_ARMS_TO", "SELLS_ARMS_TO", "OPPOSES"]
    (dropped,) = [json.loads(line) for line in (folder / REJECTED).read_text("utf-8").splitlines()]
    assert (dropped["reason"], dropped["by"]) == ("cue", "answer.txt")
    assert open_case(folder, TEXT).claims == ()


def test_what_was_not_drafted_is_told_by_number(folder, tmp_path):
    done = run(draft.command, folder, "--by", tmp_path / "answer.txt", "--text", tmp_path / "pact.txt")
    assert "Drafted 2 paragraphs: 3 proposals, 1 dropped" in done.stdout
    assert "No answer for paragraphs 1, 3, 5-6: there is none in the file" in done.stderr
    assert "1 dropped: its own words say otherwise" in done.stderr
    assert len(read_proposals(folder)) == 3  # the same again replaces itself
    cut = tmp_path / "cut.txt"
    cut.write_text(ANSWERS[:60], "utf-8")
    done = run(draft.command, folder, "--by", cut, "--text", tmp_path / "pact.txt")
    assert done.exit_code == 1
    assert "Nothing drafted: 0 proposals" in done.stdout
    assert "No answer for paragraph 2: its answer is cut" in done.stderr


def test_what_waits_in_other_paragraphs_stays_when_some_are_drafted_again(folder, tmp_path):
    def redrafted(*more):
        return run(draft.command, folder, "--by", tmp_path / "answer.txt", "--text", tmp_path / "pact.txt", *more)

    assert redrafted("--paragraphs", "4").exit_code == 0
    assert [each.paragraph for each in open_proposals(folder)] == [2, 2, 4]
    (tmp_path / "answer.txt").write_text('{"paragraph": 4, "claims": []}', "utf-8")
    assert redrafted().exit_code == 0  # the answer has only one paragraph now
    assert [each.paragraph for each in open_proposals(folder)] == [2, 2]
    assert len((folder / REJECTED).read_text("utf-8").splitlines()) == 1  # of paragraph 2
    (tmp_path / "answer.txt").write_text('{"paragraph": 2, "claims": []}', "utf-8")
    redrafted()
    assert open_proposals(folder) == []
    assert (folder / REJECTED).read_text("utf-8") == ""


def test_what_differs_about_the_same_words_is_shown_with_who_says_it(folder, tmp_path):
    other = tmp_path / "other.txt"
    claim = '"from": "china", "tie": "AIDS", "to": "iran", "quote": "sold drones to Iran in 2016", "holder": ["russia"]'
    other.write_text(f'{{"paragraph": 2, "claims": [{{{claim}}}]}}', "utf-8")
    run(draft.command, folder, "--by", other, "--text", tmp_path / "pact.txt")
    listed = run(review.command, folder, "--list", "--text", tmp_path / "pact.txt").stdout
    assert "china AIDS iran, according to russia\n" in listed
    said = " ".join(reviewed(folder, "aq").stdout.split())
    assert "also proposed, by other.txt: china AIDS iran, according to russia" in said
    assert "accepted as p2-china-sells-arms-to-iran: china SELLS_ARMS_TO iran" in said
    assert "yemen also proposed" not in said


def test_what_somebody_in_the_text_seems_to_say_is_pointed_at(tmp_path):
    content = "A day\n\nLima says, Chile armed Oman. According to Mali, Oman sanctioned Chile in May. Peru armed Yemen."
    made = make_case(tmp_path / "case")
    text = tmp_path / "text.txt"
    text.write_text(content, "utf-8")
    quotes = {
        ("chile", "AIDS", "oman", "Chile armed Oman"): "perhaps said by Peru, not by the author",
        ("oman", "SANCTIONS", "chile", "Oman sanctioned Chile"): "perhaps said by Mali, not by the author",
        ("peru", "AIDS", "yemen", "Peru armed"): None,
    }
    items = [{"from": a, "tie": tie, "to": b, "quote": quote} for a, tie, b, quote in quotes]
    items.append({**items[0], "holder": "peru"})
    answer = tmp_path / "answer.txt"
    answer.write_text(json.dumps({"paragraph": 2, "claims": items}), "utf-8")
    done = run(draft.command, made, "--by", answer, "--text", text)
    assert "4 proposals, 0 dropped" in done.stdout
    hints = {each.claim["quote"]: each.hint for each in open_proposals(made) if "holder" not in each.claim}
    assert hints == {quote: hint for (*_, quote), hint in quotes.items()}
    assert [each.hint for each in open_proposals(made) if "holder" in each.claim] == [None]
    assert "look: perhaps said by Peru" in run(review.command, made, "--text", text, keys="sssq").stdout


def test_an_id_that_waits_in_an_open_proposal_is_known(folder, tmp_path):
    later = tmp_path / "later.txt"
    claim = '"tie": "OPPOSES", "to": "us", "quote": "of Trade rejected Washington\'s embargo"'
    items = ", ".join(f'{{"from": "{name}", {claim}}}' for name in ("ministry-of-trade", "ministry-of-war"))
    later.write_text(f'{{"paragraph": 4, "claims": [{items}]}}', "utf-8")
    run(review.command, folder, "--text", tmp_path / "pact.txt", keys="xxq")
    done = run(draft.command, folder, "--by", later, "--text", tmp_path / "pact.txt")
    assert "1 proposal, 1 dropped" in done.stdout
    (kept,) = [each for each in open_proposals(folder) if each.by == "later.txt"]
    ministry = {"table": "actor", "id": "ministry-of-trade", "name": "Ministry of Trade", "kind": "GovernmentBody"}
    assert kept.new == (ministry,)
    why = json.loads((folder / REJECTED).read_text("utf-8").splitlines()[-1])["why"]
    assert why.startswith("'ministry-of-war' is not named in paragraph 4, and no id")


def test_one_key_a_decision_and_each_becomes_a_claim(folder):
    done = reviewed(folder, "aax")
    assert done.exit_code == 0, done.output
    assert "2 accepted, 1 rejected, 0 open" in done.stderr
    assert coding(folder) == (
        '# mine\n\n[[claim]]\nsays = "china SELLS_ARMS_TO iran"\nsince = "2016"\nquote = "China sold drones to Iran"\n'
        '\n[[claim]]\nsays = "russia SELLS_ARMS_TO yemen"\nnegated = true\nquote = "Russia did not sell tanks to Yemen"\n'
    )
    assert [(each.decision, each.who, each.claim) for each in decisions(folder).values()] == [
        ("accepted", "Tester", "p2-china-sells-arms-to-iran"),
        ("accepted", "Tester", "p2-russia-sells-arms-to-yemen"),
        ("rejected", "Tester", None),
    ]
    assert open_case(folder).claims[0].paragraph == 2  # known without the text
    assert "No open proposals; 3 decided" in reviewed(folder, "").stderr


def test_an_edit_is_checked_and_noted(folder):
    done = reviewed(folder, 'e\nto=irn\ne\nto=israel mechanism="long range" since=\nqq')
    assert "Not accepted: unknown id 'irn': did you mean" in done.stdout
    (decision,) = decisions(folder).values()
    assert decision.changed == {"to": ["iran", "israel"], "mechanism": [None, "long range"], "since": ["2016", None]}
    (claim,) = open_case(folder).claims
    assert (claim.end.id, claim.mechanism, claim.since) == ("israel", "long range", None)


def test_it_goes_on_where_it_stopped_and_what_was_put_off_stays(folder):
    assert "[1/3]" in reviewed(folder, "aq").stdout
    assert "1 accepted, 0 rejected, 1 open" in reviewed(folder, "sa").stderr
    again = reviewed(folder, "?pq")
    assert "[1/1] paragraph 2" in again.stdout
    assert "a accept" in again.stdout
    assert "Officials in Caf\u00e9-land deny it." in " ".join(again.stdout.split())


def test_a_new_actor_is_declared_once_with_its_claim(folder):
    reviewed(folder, "ssa")
    assert '\n[[actor]]\nname = "Ministry of Trade"\nkind = "GovernmentBody"\n\n[[claim]]' in coding(folder)
    assert open_case(folder).claims[0].start.id == "ministry-of-trade"


def test_the_last_decision_can_be_undone(folder):
    done = reviewed(folder, "auxuaq")
    assert done.exit_code == 0, done.output
    assert "1 accepted, 0 rejected, 2 open" in done.stderr
    assert coding(folder).count("[[claim]]") == 1
    again = reviewed(folder, "uxuq")  # the one before, of another sitting; then the one of this sitting
    assert again.stdout.count("[1/3] paragraph 2") == 2
    assert "[2/3]" in again.stdout
    assert "0 accepted, 0 rejected, 3 open" in again.stderr
    assert "[[claim]]" not in coding(folder)
    assert "nothing to undo" in reviewed(folder, "uq").stdout


@pytest.mark.parametrize("key", ["a", "x"])
def test_what_was_undone_is_open_again(folder, key):
    assert "0 accepted, 0 rejected, 3 open" in reviewed(folder, f"{key}uq").stderr
    assert decisions(folder) == {}
    assert "[[claim]]" not in coding(folder)


def test_an_edited_claim_is_not_undone(folder):
    first = open_proposals(folder)[0]
    accept(folder, TEXT, [first], {}, "me")
    more = '\n[[claim]]\nsays = "oman OPPOSES iran"\nquote = "Oman did not sign"\n'
    (folder / "claims.toml").write_text(coding(folder) + more, "utf-8")
    with pytest.raises(UsageError, match="remove it there"):
        undo(folder, TEXT, first, "me")
    assert first.id in decisions(folder)


def test_only_what_is_decided_is_loaded_and_the_open_are_told(folder, tmp_path):
    reviewed(folder, "aq")
    done = CliRunner().invoke(load.command, [str(folder), "--db", str(tmp_path / "t.kgl")])
    assert done.exit_code == 0, done.output
    assert "1 claim (" in done.stderr
    assert "2 proposals are open and were not loaded: tiebook review" in done.stderr


def test_a_claim_whose_decision_was_lost_is_not_written_twice(folder):
    first = open_proposals(folder)[0]
    accept(folder, TEXT, [first], {}, "me")
    before = coding(folder)
    (folder / DECISIONS).write_text('{"proposal": "cut', "utf-8")  # killed while it wrote
    assert first.id in {each.id for each in open_proposals(folder)}
    (decision,) = accept(folder, TEXT, [first], {}, "me")
    assert decision.claim == "p2-china-sells-arms-to-iran"
    assert coding(folder) == before
    assert set(decisions(folder)) == {first.id}


def test_a_case_that_would_break_is_left_as_it_was(folder):
    first, second = open_proposals(folder)[:2]
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix}
    with pytest.raises(BadCase, match="nothing was changed"):
        accept(folder, TEXT, [first, second], {second.id: {"mode": "conditional"}}, "me")
    with pytest.raises(UsageError, match="sign=7"):
        accept(folder, TEXT, [first], {first.id: {"sign": "7"}}, "me")
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix} == before


def test_a_decision_survives_a_new_draft_of_the_same(folder, tmp_path):
    first = open_proposals(folder)[0]
    decline(folder, first, "me")
    run(draft.command, folder, "--by", tmp_path / "answer.txt", "--text", tmp_path / "pact.txt")
    assert first.id not in {each.id for each in open_proposals(folder)}
    assert len(open_proposals(folder)) == 2


def test_nothing_decided_is_lost_when_it_is_killed(folder, tmp_path):
    """A sitting that is killed after its second decision: both stand, whole, and the next goes on from there."""
    program = (
        "import sys, os, signal\n"
        "from tiebook.cli.code import review\n"
        "keys = iter('ax')\n"
        "review._key = lambda: next(keys, None) or os.kill(os.getpid(), signal.SIGKILL)\n"
        f"review.command.main([{str(folder)!r}, '--text', {str(tmp_path / 'pact.txt')!r}], standalone_mode=False)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, env=os.environ)
    assert done.returncode == -signal.SIGKILL
    assert [each.decision for each in decisions(folder).values()] == ["accepted", "rejected"]
    assert len(open_proposals(folder)) == 1
    assert len(open_case(folder, TEXT).claims) == 1


def test_a_broken_file_is_told_with_its_line(folder):
    with (folder / PROPOSALS).open("a") as file:
        file.write("{\n")
    with pytest.raises(BadCase, match=f"{PROPOSALS}:4: not a line of JSON"):
        read_proposals(folder)


def test_a_case_of_format_1_is_told_to_be_upgraded(folder):
    first = open_proposals(folder)[0]
    head = folder / "case.toml"
    own = 'format = 1\nid = "pact"\n[source]\nname = "n"\nkind = "article"\nlanguage = "en"\n'
    head.write_text(head.read_text().replace("format = 2\n[source]\n", own).replace("Ann Writer", "a"), "utf-8")
    (folder / "claims.toml").write_text('[[actor]]\nid = "a"\nname = "A"\nkind = "Person"\n', "utf-8")
    with pytest.raises(UsageError, match="tiebook upgrade"):
        accept(folder, TEXT, [first], {}, "me")


def test_the_program_and_the_prompt_by_the_command_line(folder, tmp_path):
    text = ("--text", tmp_path / "pact.txt")
    done = run(draft.command, folder, "--by", f"{sys.executable} {PROGRAM} well", *text)
    assert "Drafted 6 paragraphs: 1 proposal, 0 dropped" in done.stdout
    shown = run(draft.command, folder, "--prompt", "--paragraphs", "2-3", *text).stdout
    assert "--- paragraph 3" in shown
    assert "--- paragraph 4" not in shown
    assert "[names: china, iran, russia, yemen]" in shown
    assert "Known actors, by id: china, houthis, iran" in shown
    assert len(shown.split()) < 1900
    assert json.loads(run(draft.command, "--schema").stdout)["required"] == ["paragraph", "claims"]
    for words in ((folder,), (folder, "--by", "x", "--prompt"), (folder, "--by", "no-such-thing", *text)):
        assert run(draft.command, *words).exit_code == 2
    assert "p2-" not in run(check.command, folder, *text).stdout
    assert (
        f"{open_proposals(folder)[0].id}    2  china SELLS_ARMS_TO iran"
        in run(review.command, folder, "--list", *text).stdout
    )


def test_accepting_every_shipped_claim_gives_the_shipped_graph(article, tmp_path):
    shipped = shutil.copytree(ROOT / "loaders" / "china-iran", tmp_path / "whole" / "china-iran")
    upgrade_case(shipped)
    whole = open_case(shipped, article)
    folder = shutil.copytree(shipped, tmp_path / "again" / "china-iran")
    for path in folder.glob("claims-*.toml"):
        path.unlink()
    proposals = []
    for each in whole.coded:
        claim = {key: value for key, value in each.entry.values.items() if key != "at"}
        claim.setdefault("factor", "")
        place = (each.claim.at or [0, 0])[:2]
        proposals.append(Stored(each.claim.id, each.claim.paragraph, (place[0], place[1]), "test", claim))
    done = accept(folder, article, proposals, {}, "me")
    assert [each.claim for each in done] == [each.claim.id for each in whole.coded]
    assert graph_of(open_case(folder)) == graph_of(whole)
    assert len(decisions(folder)) == len(whole.claims)


def test_the_groups_of_the_help_are_short_and_hold_every_command():
    assert all(len(commands) <= 10 for commands in app._GROUPS.values())
    assert {"new", "text", "draft", "review", "check", "ask", "load", "backup"} <= set(app._COMMANDS)
    assert sum(map(len, app._GROUPS.values())) == len(app._COMMANDS)
    shown = run(app.app, "--help").stdout
    assert shown.index("Ask:") < shown.index("Code an article:") < shown.index("Keep:")


def test_a_text_that_names_itself_is_found_without_an_option(folder):
    head = (folder / "case.toml").read_text("utf-8")
    (folder / "case.toml").write_text(head.replace("[coder]", 'text = "../pact.txt"\n[coder]'), "utf-8")
    assert opened(folder)[0].source.text == "../pact.txt"
    assert "1 accepted" in run(review.command, folder, keys="aq").stderr
    assert Text.read(folder.parent / "pact.txt").paragraphs


def test_what_was_rejected_stays_rejected_and_brings_nothing(folder, tmp_path):
    run(review.command, folder, "--text", tmp_path / "pact.txt", keys="xsxq")
    rejected = [each.id for each in read_proposals(folder) if each.id in decisions(folder)]
    assert [each.new != () for each in read_proposals(folder) if each.id in rejected] == [False, True]
    (tmp_path / "answer.txt").write_text('{"paragraph": 2, "claims": []}', "utf-8")
    run(draft.command, folder, "--by", tmp_path / "answer.txt", "--text", tmp_path / "pact.txt", "--paragraphs", "2")
    assert [each.id for each in read_proposals(folder)] == rejected
    claim = (
        '"from": "ministry-of-trade", "tie": "OPPOSES", "to": "us", "quote": "of Trade rejected Washington\'s embargo"'
    )
    (tmp_path / "later.txt").write_text(f'{{"paragraph": 4, "claims": [{{{claim}}}]}}', "utf-8")
    done = run(draft.command, folder, "--by", tmp_path / "later.txt", "--text", tmp_path / "pact.txt")
    assert "0 proposals, 1 dropped" in done.stdout  # nobody waits for who was rejected
