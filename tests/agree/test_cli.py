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

    def invoke(*arguments: str, columns: str = "80"):
        given = [str(MINI), str(second), "--draws", "100", *arguments]
        return CliRunner(env={"COLUMNS": columns}).invoke(command, given)

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


def test_what_is_to_settle_is_named_by_paragraph_and_claims_and_not_counted_as_stated(run):
    for width in ("60", "200"):
        said = " ".join(run("--text", TEXT, "--show", "disagreements", columns=width).stdout.split())
        assert "1 disagreement" in said
        assert "stated" not in said
        assert "evidence --claim" not in said
        assert said.count("p3-attack") == 2, said
    assert "p3; first claim: p3-" in " ".join(
        run("--text", TEXT, "--show", "disagreements", columns="60").stdout.split()
    )
    matches = run("--text", TEXT, "--show", "matches", columns="200").stdout
    assert " pairs" in matches
    assert "stated" not in matches


def test_the_text_is_the_one_that_each_case_names(tmp_path):
    folders = []
    for name in ("one", "two"):
        folder = tmp_path / name
        shutil.copytree(MINI, folder)
        head = folder / "case.toml"
        told = head.read_text("utf-8").replace("format = 1", "format = 2")
        head.write_text(told.replace("[source]\n", '[source]\ntext = "../note.txt"\n'), "utf-8")
        coded = folder / "coding.toml"
        kept = [each for each in coded.read_text("utf-8").split("\n") if not each.startswith("paragraph =")]
        coded.write_text("\n".join(kept), "utf-8")
        folders.append(str(folder))
    missing = CliRunner().invoke(command, [*folders, "--draws", "100"], catch_exceptions=True)
    assert "is not known without the text" in str(missing.exception)
    assert "loaded" not in str(missing.exception)
    shutil.copy(TEXT, tmp_path / "note.txt")
    result = CliRunner().invoke(command, [*folders, "--draws", "100", "--show", "unmatched"])
    assert (result.exit_code, "none" in result.stdout) == (0, True)
    assert "guessed" not in result.stderr


@pytest.mark.parametrize("given", [[], ["--text", TEXT]])
def test_a_text_that_is_named_and_is_not_there_is_named_in_a_note(tmp_path, given):
    folders = []
    for name, text in (("one", "../note.txt"), ("two", "../gone.txt")):
        folder = tmp_path / name
        shutil.copytree(MINI, folder)
        head = folder / "case.toml"
        head.write_text(head.read_text("utf-8").replace("[source]\n", f'[source]\ntext = "{text}"\n'), "utf-8")
        folders.append(str(folder))
    shutil.copy(TEXT, tmp_path / "note.txt")
    result = CliRunner().invoke(command, [*folders, "--draws", "100", *given])
    assert result.exit_code == 0
    notes = [line for line in result.stderr.splitlines() if "the text that case.toml names" in line]
    said = f"{tmp_path / 'two'}/../gone.txt, the text that case.toml names, is not there, so quotes were not located in it."
    assert notes == ([] if given else [said])


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
