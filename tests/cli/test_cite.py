"""`tiebook cite` and `--cite`: what they print, and where."""

import json

import pytest

ARMS = ("ask", "who-arms", "--supplier", "northland")


def test_all_some_and_those_of_an_answer(mini):
    every = mini("cite")
    assert every.returncode == 0
    assert "[mini] Writer, A. (2021)" in every.stdout
    assert "[tiebook] " in every.stdout
    assert mini("cite", "mini").stdout == every.stdout
    assert mini("cite", "A note on Northland").stdout == every.stdout
    assert mini("cite", *ARMS).stdout == every.stdout
    assert mini("cite", *ARMS).stderr == ""
    counted = mini("cite", "query", "MATCH (n:Actor) RETURN count(*) AS n")
    assert counted.stdout == every.stdout
    assert "Its rows name no source" in counted.stderr
    assert mini("cite", "analyse", "balance").stdout == every.stdout


@pytest.mark.parametrize(
    "arguments", [("cite", "-f", "csl"), ("cite", "mini", "-f", "csl"), ("cite", "-f", "csl", *ARMS)]
)
def test_the_form_is_chosen_before_or_after(mini, arguments):
    assert [item["id"] for item in json.loads(mini(*arguments).stdout)] == ["mini", "tiebook"]


def test_bibtex(mini):
    assert mini("cite", "-f", "bibtex", *ARMS).stdout.startswith("@article{mini,")


def test_beside_the_answer(mini):
    table = mini(*ARMS, "--cite").stdout
    assert "Northland" in table
    assert "\n\n[mini] Writer, A. (2021)" in table
    document = json.loads(mini(*ARMS, "--cite", "-f", "json").stdout)
    assert document.keys() >= {"citations", "rows"}
    assert [item["id"] for item in document["citations"]] == ["mini", "tiebook"]
    both = json.loads(mini(*ARMS, "--cite", "--stamp", "-f", "json").stdout)
    assert both.keys() >= {"citations", "rows", "stamp"}
    rows = mini(*ARMS, "--cite", "-f", "csv")
    assert "Writer, A." not in rows.stdout
    assert "[mini] Writer, A. (2021)" in rows.stderr
    assert "citations" not in json.loads(mini(*ARMS, "-f", "json").stdout)
    for command in (("query", "MATCH (c:Claim) RETURN c.id AS claim"), ("analyse", "balance")):
        assert "[mini] " in mini(*command, "--cite").stdout


def test_a_wrong_name_suggests_the_right_one(mini):
    done = mini("cite", "mni")
    assert done.returncode == 2
    assert "did you mean mini" in done.stderr


def test_escape_sequences_do_not_reach_the_terminal(mini, tmp_path):
    case = tmp_path / "evil"
    case.mkdir()
    from tests.conftest import MINI  # noqa: PLC0415

    for path in MINI.iterdir():
        text = path.read_text("utf-8")
        text = text.replace('outlet = "The Tiebook tests"', 'outlet = "\\u001B]0;evil\\u0007 \\u009B31m \\u202E"')
        (case / path.name).write_text(text.replace('citation = "Writer', 'citation = "\\u001B[2J\\u009B1m'), "utf-8")
    assert mini("load", case).returncode == 0
    for arguments in (("cite",), ("cite", "-f", "bibtex"), ("cite", "-f", "csl"), (*ARMS, "--cite")):
        shown = mini(*arguments).stdout
        assert "evil" in shown or "[2J" in shown
        assert not set("\x1b\x07\x9b\u202e") & set(shown)
