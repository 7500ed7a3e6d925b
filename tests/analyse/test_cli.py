"""`tiebook analyse`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.conftest import MINI
from tiebook.analyse.registry import Found, analyses
from tiebook.cli.see.analyse import command
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import UnknownName
from tiebook.python.measuring import shown_columns
from tiebook.sync.cases import load_case

DOCS = Path(__file__).parents[2] / "docs" / "analyses.md"


@pytest.fixture
def run(tmp_path):
    place = tmp_path / "mini.kgl"
    engine = KgliteEngine(place)
    load_case(engine, MINI)
    engine.close()

    def invoke(*arguments: str):
        return CliRunner().invoke(command, [arguments[0], "--db", str(place), *arguments[1:]], catch_exceptions=True)

    return invoke


def test_a_table_says_what_it_is_about(run):
    result = run("centrality")
    assert result.exit_code == 0
    assert "2 ties between 3 actors" in " ".join(result.stdout.split())
    assert "Northland" in result.stdout


def test_json_is_only_the_rows(run):
    result = run("balance", "-f", "json")
    rows = json.loads(result.stdout)
    assert {row["measure"]: row["value"] for row in rows}["positive dyads"] == 1
    assert "2 ties between 3 actors" in result.stderr


def test_an_actor_is_named_by_an_alias_and_its_ties_carry_receipts(run):
    rows = json.loads(run("constraint", "--explain", "Norrland", "-f", "json").stdout)
    assert {row["tie_id"] for row in rows} == {"SELLS_ARMS_TO/mini/p2-sells", "REFUSES/mini/p4-refuses"}
    assert all(row["quote"] and row["held_by"] == "Ann Writer" for row in rows)


def test_options_choose_ties(run):
    chosen = ("--types", "sells arms to", "--as-of", "2016-01-01", "--rank-by", "pagerank")
    rows = json.loads(run("centrality", *chosen, "-f", "json").stdout)
    assert [row["id"] for row in rows] == ["eastmark", "northland"]
    assert len(json.loads(run("centrality", "--top", "1", "-f", "json").stdout)) == 1


def test_nothing_found_says_what_was_searched(run):
    result = run("brokers")
    assert result.exit_code == 0
    assert "A note on Northland (7 claims" in " ".join(result.stderr.split())


def test_wrong_names_are_refused(run):
    assert run("balanse").exit_code == 2
    assert "did you mean balance" in run("balanse").output
    assert isinstance(run("balance", "--types", "SELS_ARMS_TO").exception, UnknownName)
    assert run("balance", "--show", "all").exit_code == 2


def test_every_analysis_part_and_option_is_documented():
    text = DOCS.read_text("utf-8")
    for analysis in analyses().values():
        assert f"## {analysis.name}" in text
        missing = [part for part in analysis.parts if f"`{part}`" not in text]
        missing += [option.name for option in analysis.options if f"--{option.name.replace('_', '-')}" not in text]
        assert not missing, analysis.name


def test_a_table_on_a_terminal_counts_ties_and_wide_or_data_lists_their_ids(run):
    tie = "SELLS_ARMS_TO/mini/p2-sells"
    shown = run("balance", "--show", "dyads")
    assert tie not in shown.stdout
    assert "--wide lists the ids" in shown.stderr
    listed = run("balance", "--show", "dyads", "--wide")
    assert tie in listed.stdout
    assert "--wide" not in listed.stderr
    assert tie in run("balance", "--show", "dyads", "-f", "csv").stdout
    assert tie not in run("balance", "--show", "dyads", "-f", "markdown").stdout


def test_a_table_of_actors_has_their_ids_only_where_it_is_wide_or_data(run):
    assert "northland" not in run("centrality").stdout
    assert "northland" in run("centrality", "--wide").stdout
    assert "northland" in run("centrality", "-f", "csv").stdout


def test_two_actors_with_one_name_keep_their_ids():
    columns = ("actor", "id", "degree")
    assert shown_columns(Found(columns, [("Congo", "congo", 1), ("Mali", "mali", 2)])) == ("actor", "degree")
    assert shown_columns(Found(columns, [("Congo", "congo", 1), ("Congo", "dr-congo", 2)])) == ()
    assert shown_columns(Found(("measure", "value"), [("actors", 2)])) == ()


def test_a_group_takes_names_and_aliases_of_actors(run):
    def groups(text: str):
        rows = json.loads(run("brokers", "--sign", "any", "--group", text, "-f", "json").stdout)
        return {row["id"]: row["group"] for row in rows}

    assert groups("north=Norrland") == groups("north=northland") == {"northland": "north"}
    refused = run("brokers", "--sign", "any", "--group", "north=Nowhereland")
    assert isinstance(refused.exception, UnknownName)
    assert "group north" in str(refused.exception)
