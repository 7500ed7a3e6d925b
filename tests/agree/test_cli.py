"""`tiebook agree`."""

from __future__ import annotations

import json
import shutil

import pytest
from click.testing import CliRunner

from tests.conftest import MINI
from tiebook.cli.code.agree import command

TEXT = str(MINI.with_suffix(".txt"))


@pytest.fixture
def run(tmp_path):
    second = tmp_path / "second"
    shutil.copytree(MINI, second)
    coded = second / "coding.toml"
    coded.write_text(coded.read_text("utf-8").replace('mode = "feared"', 'mode = "hypothetical"'), "utf-8")

    def invoke(*arguments: str):
        return CliRunner().invoke(command, [str(MINI), str(second), "--draws", "100", *arguments])

    return invoke


def test_unitising_comes_first_then_fields_then_what_to_settle(run):
    result = run("--text", TEXT)
    assert result.exit_code == 0
    places = [
        result.stdout.index(word) for word in ("precision", "alpha, nominal", "Claims that only one", "hypothetical")
    ]
    assert places == sorted(places)


def test_json_is_one_table(run):
    rows = json.loads(run("--text", TEXT, "-f", "json").stdout)
    assert [row["measure"] for row in rows[:3]] == ["precision", "recall", "F1"]
    rows = json.loads(run("--text", TEXT, "-f", "json", "--show", "disagreements").stdout)
    assert [(row["first"], row["second"]) for row in rows] == [("feared", "hypothetical")]
    assert json.loads(run("--text", TEXT, "-f", "json", "--show", "unmatched").stdout) == []


def test_paragraphs(run):
    rows = json.loads(run("--paragraphs", "2,4-9", "-f", "json", "--show", "matches").stdout)
    assert {row["paragraph"] for row in rows} == {2, 4}
    for wrong in ("x", "0", "5-3", "1,,2"):
        assert run("--paragraphs", wrong).exit_code == 2


def test_what_a_reader_should_know_is_said(run):
    assert "guessed from words" in run().stderr
    assert "nothing shows that both code the same text" in run("--text", TEXT).stderr
    assert "guessed" not in run("--text", TEXT).stderr


def test_the_same_seed_gives_the_same_intervals(run):
    assert run("-f", "csv", "--seed", "7").stdout == run("-f", "csv", "--seed", "7").stdout
