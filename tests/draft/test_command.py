"""Programs and pasted answers: whole, slow, cut, wrong, ended, or with ten thousand items."""

import sys
from pathlib import Path

import pytest

from tests.draft.pact import make_case, opened
from tiebook.draft.proposers.command import Program
from tiebook.draft.proposers.pasted import Pasted
from tiebook.draft.run import Outcome, run
from tiebook.errors import BadSource

PROGRAM = Path(__file__).with_name("program.py")
ITEM = '{"from":"china","tie":"SELLS_ARMS_TO","to":"iran","quote":"China sold drones to Iran"}'


@pytest.fixture
def pact(tmp_path):
    return opened(make_case(tmp_path / "pact"))


def drafted(pact, how, *, timeout=20.0, only=None):
    _, gate, article = pact
    outcome = Outcome()
    with Program([sys.executable, str(PROGRAM), how], timeout=timeout) as program:
        run(article, program, gate, outcome, only=only)
    return outcome


def test_a_program_answers_line_by_line(pact):
    outcome = drafted(pact, "well")
    assert [kept.proposal.quote for kept in outcome.kept] == ["China sold drones to Iran"]
    assert outcome.answered == [1, 2, 3, 4, 5, 6]
    assert outcome.failed == {}
    assert drafted(pact, "well", only={3}).answered == [3]


@pytest.mark.parametrize(
    ("how", "answered", "failed"),
    [
        ("cut", [1, 2], {3: "the program ended", 4: "the program ended at paragraph 3"}),
        ("slow", [1, 2], {3: "no answer within 5 s", 4: "the program gave no answer to paragraph 3 within 5 s"}),
        ("wrong", [1, 2, 4, 5, 6], {3: "the answer is not JSON: no JSON here"}),
        ("late", [1, 2, 4, 5, 6], {3: "the answer is about paragraph 2"}),
        ("deaf", [], {1: "the program ended"}),
    ],
)
def test_a_paragraph_without_a_whole_answer_is_told_by_number(pact, how, answered, failed):
    outcome = drafted(pact, how, timeout=5.0 if how == "slow" else 60.0)
    assert outcome.answered == answered
    assert failed.items() <= outcome.failed.items()
    assert sorted([*outcome.answered, *outcome.failed]) == [1, 2, 3, 4, 5, 6]


def test_ten_thousand_items_of_a_program_are_dropped_one_by_one(pact):
    outcome = drafted(pact, "many", only={2})
    assert len(outcome.dropped) == 10_000
    assert outcome.kept == []


def test_a_program_that_is_none_is_told(tmp_path):
    with pytest.raises(BadSource, match="does not start"):
        Program([str(tmp_path / "none")], timeout=1)


def pasted(pact, tmp_path, content):
    _, gate, article = pact
    path = tmp_path / "answer.txt"
    path.write_text(content, "utf-8-sig")
    outcome = Outcome()
    run(article, Pasted(path), gate, outcome)
    return outcome


@pytest.mark.parametrize(
    ("content", "answered", "kept"),
    [
        (f'Sure!\n```json\n{{"paragraph": 2, "claims": [{ITEM}]}}\n{{"paragraph": 3, "claims": []}}\n```', [2, 3], 1),
        (f'[{{"paragraph": 2, "claims": [{ITEM}]}}, {{"paragraph": 5, "claims": []}}]', [2, 5], 1),
        (f'{{"paragraph": "2", "claims": [{ITEM}]}} {{"paragraph": "5", "claims": [', [2], 1),  # numbers as texts
        (f'{{"answers": [{{"paragraph": 2, "claims": [{ITEM}]}}]}}', [2], 1),
        (f'[{{"paragraph": 2, "claims": [{ITEM}]}}, {{"paragraph": 3, "claims": [{ITEM}, {ITEM[:30]}', [2], 1),
        (f'{{"paragraph": 2, "claims": [{ITEM}, {ITEM[:30]}', [], 0),
        (f'{{"paragraph": 2, "claims": [{ITEM}]}} {{"paragraph": 2, "claims": [{ITEM}]}}', [2], 1),
        (f'[{{"paragraph": 2, {ITEM[1:]}]', [2], 1),
    ],
)
def test_an_answer_is_found_among_other_words_and_a_cut_one_is_none(pact, tmp_path, content, answered, kept):
    outcome = pasted(pact, tmp_path, content)
    assert outcome.answered == answered
    assert len(outcome.kept) == kept
    assert set(outcome.failed) == {1, 2, 3, 4, 5, 6} - set(answered)


def test_a_cut_answer_is_told_from_a_missing_one(pact, tmp_path):
    failed = pasted(pact, tmp_path, f'{{"paragraph": 2, "claims": [{ITEM}').failed
    assert failed[2] == "its answer is cut or broken JSON"
    assert failed[3] == "there is none in the file"


@pytest.mark.parametrize("content", ["", "I am sorry.", '{"a": 1}', "[[[["])
def test_a_file_without_any_answer_is_refused(pact, tmp_path, content):
    with pytest.raises(BadSource, match="no answer for any paragraph"):
        pasted(pact, tmp_path, content)
