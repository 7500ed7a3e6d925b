"""The page "Your own article in an hour", replayed to the letter; what is typed by hand is counted."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.conftest import ROOT
from tiebook.case import open_case
from tiebook.cli.app import app
from tiebook.draft.proposers import names
from tiebook.draft.store import decisions, open_proposals, read_proposals

PAGE = (ROOT / "docs" / "your-own-article.md").read_text("utf-8")
COMMANDS = [
    line.removeprefix("$ ")
    for block in re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("$ ")
]
TYPED = "\n".join(re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL))


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Go to a folder with the article and an assistant's answer, as the page has them."""
    for name in ("article.txt", "answer.txt"):
        shutil.copyfile(ROOT / "tests" / "samples" / "own" / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TIEBOOK_DB", str(tmp_path / "own.kgl"))
    return tmp_path


def run(command, keys=None):
    """Run a command of the page, as a shell would."""
    words = shlex.split(command)
    target = words.pop() if ">" in words else None
    words = words[1 : -1 if target else None]
    done = CliRunner().invoke(app, words, input=keys)
    assert done.exit_code == 0, f"{command}\n{done.output}"
    if target:
        Path(target).write_text(done.stdout, "utf-8")
    return done


def known(command):
    """Return whether a command names a proposer of ours that is not there."""
    wanted = re.search(r"--by (\w+)$", command)
    return wanted is None or wanted[1] in names()


def lines(text):
    """Count lines that somebody has typed."""
    return sum(bool(line.strip()) for line in text.splitlines())


def test_the_article_is_one_of_six_hundred_words():
    words = len((ROOT / "tests" / "samples" / "own" / "article.txt").read_text("utf-8").split())
    assert 550 <= words <= 650


def test_the_page_is_followed_to_the_letter(place):
    told = {}
    for command in filter(known, COMMANDS):
        if command.startswith("tiebook check"):
            with (place / "grain" / "claims.toml").open("a", encoding="utf-8") as file:
                file.write("\n" + TYPED)
        told[command] = run(command, "a" * 99 if command.startswith("tiebook review") else None)
    assert told[COMMANDS[0]].stdout == "grain: 16 paragraphs, 'The grain that had to pass'\n"
    case = open_case(place / "grain")
    proposals = read_proposals(place / "grain")
    assert len(decisions(place / "grain")) == len(proposals) >= 25
    became = {
        each.claim for each in decisions(place / "grain").values()
    }  # the rules and the assistant propose some alike
    assert len(case.claims) == len(became) + TYPED.count("[[claim]]") < len(proposals) + TYPED.count("[[claim]]")
    assert "Drafted 16 paragraphs" in told["tiebook draft grain --by answer.txt"].stdout
    assert "0 open" in told["tiebook review grain"].stderr
    assert "claims (" in told["tiebook load grain"].stderr
    assert (place / "grain.html").stat().st_size > 1000


def test_with_an_assistant_a_claim_costs_less_than_a_line_and_one_key(place):
    typed = ["tiebook new grain --text article.txt", "tiebook draft grain --prompt > ask.txt"]
    typed += ["tiebook draft grain --by answer.txt", "tiebook review grain"]
    for command in typed[:-1]:
        run(command)
    keys = "a" * len(read_proposals(place / "grain"))
    run(typed[-1], keys)
    claims = len(open_case(place / "grain").claims)
    assert claims == len(keys)
    assert len(typed) <= claims * 1


def tie(claim):
    """Return what a claim says, without its fields."""
    return claim.start.id, claim.tie, claim.end.id


def test_with_the_rules_a_claim_costs_at_most_four_lines(place):
    """Code the article as the assistant's answer has it: what the rules propose of it by a key, the rest by hand."""
    for command in ("tiebook new whole --text article.txt", "tiebook draft whole --by answer.txt"):
        run(command)
    run("tiebook review whole", "a" * 99)
    wanted = open_case(place / "whole")
    blocks = re.split(r"\n(?=\[\[)", (place / "whole" / "claims.toml").read_text("utf-8"))
    typed = ["tiebook new grain --text article.txt", "tiebook draft grain --by rules", "tiebook review grain"]
    for command in typed[:-1]:
        run(command)
    ties = {tie(claim) for claim in wanted.claims}
    found = [(each.claim["from"], each.claim["tie"], each.claim["to"]) for each in open_proposals(place / "grain")]
    run(typed[-1], "".join("a" if each in ties else "x" for each in found))
    coding = place / "grain" / "claims.toml"
    accepted = coding.read_text("utf-8")
    by_rules = [tie(claim) for claim in open_case(place / "grain").claims]
    rest = [
        block
        for block in blocks
        if (says := re.search(r'^says = "(.+)"$', block, re.MULTILINE)) is None
        or tuple(says[1].split()) not in by_rules
    ]
    by_hand = "\n\n".join(each for each in rest if each.startswith("[[") and each not in accepted)
    coding.write_text(f"{accepted}\n{by_hand}\n", "utf-8")
    run("tiebook check grain --update")
    coded = open_case(place / "grain").claims
    assert {tie(claim) for claim in coded} == ties
    assert len(by_rules) >= 10
    assert (len(typed) + 1 + lines(by_hand)) / len(coded) <= 4


def test_by_hand_a_claim_costs_at_most_four_lines(place):
    typed = ["tiebook new grain --text article.txt", "tiebook check grain --update"]
    run(typed[0])
    (place / "grain" / "claims.toml").write_text(TYPED, "utf-8")
    run(typed[1])
    claims = len(open_case(place / "grain").claims)
    assert claims == TYPED.count("[[claim]]") >= 4
    assert lines(TYPED.split("[[actor]]")[0]) / claims <= 4
