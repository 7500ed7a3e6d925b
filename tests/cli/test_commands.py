"""The commands as a user types them: what they print, where, and how they end."""

import csv
import io
import json
import subprocess
import sys

import pytest

from tests.conftest import MINI


def rows(done):
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    return found["rows"] if isinstance(found, dict) and "rows" in found else found


def test_the_first_question_on_a_fresh_machine(tiebook):
    done = tiebook("ask", "who-constrains", "--target", "china", "--regarding", "iran")
    assert done.returncode == 0
    assert done.stderr.startswith("First use: loaded China-Iran defence ties")
    assert done.stderr.count("\n") == 1  # other cases that ship are loaded by name
    assert done.stdout.startswith("Who or what limits China's freedom of action, about Iran?\n")
    for word in (
        "12 limits in 5 named factors",
        "Executive Order 13949",
        "since 2020-09-21",
        "inferred",
        "Receipts",
        "p30",
    ):
        assert word in done.stdout
    again = tiebook("ask", "who-constrains", "--target", "china", "--regarding", "iran")
    assert again.stderr == ""
    assert again.stdout == done.stdout


def test_names_mean_the_same_as_ids(tiebook):
    by_id = tiebook("ask", "who-constrains", "--target", "china", "--regarding", "iran", "-f", "json")
    by_name = tiebook("ask", "who-constrains", "--target", "Beijing", "--regarding", "tehran", "-f", "json")
    assert by_name.stdout == by_id.stdout
    row = next(row for row in rows(by_id) if row["constrainer"] == "United States" and row["via"])
    assert row["via"] == ["Executive Order 13949"]
    assert row["since"] == "2020-09-21"
    assert "has forced everyone, including China, to comply" in row["quote"]


def test_a_wrong_name_suggests_the_right_one(tiebook):
    done = tiebook("ask", "who-constrains", "--target", "Chinna")
    assert done.returncode == 2
    assert "did you mean China" in done.stderr
    assert done.stdout == ""


def test_only_sales_that_take_place_are_ties(tiebook):
    assert tiebook("load", "china-iran").returncode == 0
    found = rows(
        tiebook("query", "MATCH (a:Actor)-[:SELLS_ARMS_TO]->(b:Actor) RETURN a.name AS a, b.name AS b", "-f", "json")
    )
    assert {(row["a"], row["b"]) for row in found} == {("China", "Saudi Arabia"), ("China", "United Arab Emirates")}
    denied = rows(tiebook("ask", "what-is-denied", "--actor", "iran", "--tie", "sells-arms-to", "-f", "json"))
    assert {row["from_name"] for row in denied} == {"China", "Russia"}


def test_formats(mini):
    ask = ("ask", "ties-between", "--one", "northland", "--other", "eastmark")
    records = rows(mini(*ask, "-f", "json"))
    assert [record["tie"] for record in records] == ["SELLS_ARMS_TO"]
    assert [json.loads(line) for line in mini(*ask, "-f", "jsonl").stdout.splitlines()] == records
    table = list(csv.DictReader(io.StringIO(mini(*ask, "-f", "csv").stdout)))
    assert table[0]["quote"] == "sold patrol boats to Eastmark since 2015"
    assert table[0]["sign"] == "1"
    assert "| Northland | SELLS_ARMS_TO | Eastmark |" in mini(*ask, "-f", "markdown").stdout
    assert "Northland" in mini(*ask).stdout
    narrow = mini(*ask, COLUMNS="60").stdout
    assert "1 tie: 1 stated" in narrow
    assert '"sold patrol boats to Eastmark since 2015"' in narrow
    assert "patrol" not in mini(*ask, "--no-evidence").stdout
    assert "patrol" not in mini(*ask, "--no-evidence", "--wide").stdout
    assert "patrol" in mini(*ask, "--wide").stdout


def test_an_empty_answer_says_what_was_searched(mini):
    done = mini("ask", "who-sanctions", "--target", "northland", "-f", "json")
    assert rows(done) == []
    assert "A note on Northland (7 claims and 3 ties; up to 2021-12-31)" in done.stderr
    assert "does not mean that there is no such tie" in done.stderr


def test_reserved_parameters_are_taken_or_refused(mini):
    ask = ("ask", "who-arms", "--supplier", "northland", "-f", "json")
    assert [row["in_force"] for row in rows(mini(*ask, "--as-of", "2016-01-01"))] == ["certainly"]
    assert [row["in_force"] for row in rows(mini(*ask, "--as-of", "2015-06-01"))] == ["possibly"]
    assert [row["in_force"] for row in rows(mini(*ask, "--as-of", "2023-01-01"))] == ["unknown"]
    assert rows(mini(*ask, "--as-of", "2014-12-31")) == []
    assert "in_force" not in rows(mini(*ask))[0]
    assert rows(mini(*ask, "--as-seen-by", "southport")) == []
    assert len(rows(mini(*ask, "--asserted-only", "--no-inferred", "--source", "mini"))) == 1
    refused = mini("ask", "actors", "--as-of", "2020-01-01")
    assert refused.returncode == 2
    assert "actors does not take --as-of" in refused.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ask", "who-arms", "--as-of", "2020"], "'2020' is not a day"),
        (["ask", "who-arms", "--as-of", "2020-02-30"], "is not a day"),
        (["ask", "beliefs"], "needs --holder"),
        (["ask", "who-constrans"], "did you mean who-constrains"),
        (
            ["ask", "ties-between", "--one", "northland", "--other", "eastmark", "--tie", "sels"],
            "there is no tie 'sels'",
        ),
        (["ask", "who-arms", "--colour", "red"], "No such option"),
        (["ask", "who-arms", "--format", "xml"], "'xml' is not one of"),
        (["aks"], "Did you mean ask"),
        (["query"], "the query is empty"),
        (["query", "MATCH (n) RETURN n.id AS id", "-p", "x"], "write NAME=VALUE"),
        (["query", "MATCH (n) RETURN n.id AS id", "--file", "none.cypher"], "does not exist"),
        (["--db", "http://x", "info"], "is not the address of a Neo4j server"),
        (["--db", "bolt://127.0.0.1:1", "info"], "NEO4J_PASSWORD is not set"),
        (["questions", "show", "nothing-like-it"], "there is no question"),
        (["query", "MATCH (n) RETURN n.id AS id LIMIT $x"], "the query has no value for $x (-p x=VALUE)"),
    ],
)
def test_bad_usage(mini, arguments, message):
    done = mini(*arguments)
    assert message in done.stderr
    assert done.returncode == (1 if message == "the query is empty" else 2)
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["load", "nowhere"], "neither a source that ships nor a folder"),
        (["load", "nowhere.csv"], "nowhere.csv: no such file or folder"),
        (["load", "./nowhere/"], "./nowhere/: no such file or folder"),
        (["load", "chinairan"], "did you mean china-iran"),
        (["check", "nowhere"], "neither a source that ships nor a folder"),
        (["load", str(MINI), "--text", "none.txt"], "the text cannot be read"),
        (["unload", "nothing"], "nothing is not loaded"),
        (["query", "CREATE (n)"], "refused: CREATE"),
        (["query", "MATCH (n RETURN n"], "the query failed"),
        (["--db", "x/y.kgl", "sources"], ""),
    ],
)
def test_failures_are_one_line(mini, arguments, message):
    done = mini(*arguments)
    assert message in done.stderr
    assert done.returncode == (1 if message else 0)
    assert "Traceback" not in done.stderr


def test_debug_shows_the_trace(mini):
    done = mini("--debug", "load", "nowhere")
    assert "Traceback" in done.stderr
    assert done.returncode == 1


def test_a_server_that_does_not_answer_is_said(tiebook):
    done = tiebook("info", NEO4J_URI="bolt://127.0.0.1:1", NEO4J_PASSWORD="geheim")
    assert done.returncode == 1
    assert "does not answer" in done.stderr
    assert "geheim" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_in_place_of_a_query_is_told_how_it_is_read(mini, tmp_path):
    file = tmp_path / "q.cypher"
    file.write_text("MATCH (a:Actor) RETURN a.id AS id")
    assert f"tiebook query --file {file}" in mini("query", str(file)).stderr


def test_info_has_a_line_for_each_source(mini):
    assert mini("add", "northland", "OPPOSES", "eastmark", "--source", "own", "--quote", "I count it").returncode == 0
    lines = mini("info").stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("sources "))
    first, second = lines[at : at + 2]
    assert "A note on Northland" in first
    assert second.startswith(f"{'':<12} own")


def test_queries_from_a_file_from_stdin_and_with_parameters(mini, tmp_path):
    query = "MATCH (a:Actor {id: $id}) RETURN a.name AS name, $day AS day, $n AS n"
    (tmp_path / "q.cypher").write_text(query)
    parameters = ("-p", "id=northland", "-p", "day=2020-01-02", "-p", "n=3", "-f", "json")
    expected = [{"name": "Northland", "day": "2020-01-02", "n": 3}]
    assert rows(mini("query", query, *parameters)) == expected
    assert rows(mini("query", "--file", "q.cypher", *parameters)) == expected
    assert rows(mini("query", "-", *parameters, stdin=query)) == expected
    assert rows(mini("query", *parameters, stdin=query)) == expected


def test_an_answer_that_was_cut_says_so(mini):
    done = mini("query", "MATCH (a:Actor) RETURN a.name AS name ORDER BY name", "--rows", "2", "-f", "json")
    assert len(rows(done)) == 2
    assert "Cut: only the first 2 rows" in done.stderr


def test_loading_again_changes_nothing_and_a_dry_run_tells(mini):
    digest = rows(mini("info", "--digest", "-f", "json"))["digest"]
    assert "nothing changed" in mini("load", MINI).stderr
    assert rows(mini("info", "--digest", "-f", "json"))["digest"] == digest
    assert "would be" in mini("load", "china-iran", "--dry-run").stderr
    assert rows(mini("info", "--digest", "-f", "json"))["digest"] == digest
    assert "mini" in mini("sources").stdout
    assert "nodes and edges removed" in mini("unload", "mini").stderr
    told = mini("sources").stderr
    assert "Can be loaded: china-iran" in told
    assert "sipri" in told


def test_check(tiebook):
    done = tiebook("check", MINI, "--text", MINI.with_suffix(".txt"))
    assert done.stdout == "mini: 10 entities, 7 claims, no faults; quotes: 7 ok\n"
    assert "quotes not verified" in tiebook("check", MINI).stdout
    assert tiebook("check", MINI, "--update").returncode == 2


def test_four_faults_are_listed_and_nothing_is_loaded(tiebook, tmp_path):
    case = tmp_path / "case"
    case.mkdir()
    for path in MINI.iterdir():
        (case / path.name).write_text(path.read_text("utf-8"), "utf-8")
    coding = (case / "coding.toml").read_text("utf-8")
    for old, new in (
        ('quote = "but Westhaven refused"', 'quote = "and Westhaven refused"'),
        ('to = "southport"\n', 'to = "southprt"\n'),
        ('since = "2015"', 'since = "2015-13"'),
        ('id = "p4-no-treaty"', 'id = "p4-no-sale"'),
    ):
        coding = coding.replace(old, new, 1)
    (case / "coding.toml").write_text(coding, "utf-8")
    for command in ("check", "load"):
        done = tiebook(command, case, "--text", MINI.with_suffix(".txt"))
        assert done.returncode == 1
        lines = done.stderr.splitlines()
        for message in (
            "not in paragraph 4",
            "unknown id 'southprt'",
            "'2015-13' does not exist",
            "duplicate id 'p4-no-sale'",
        ):
            assert any("coding.toml:" in line and message in line for line in lines), done.stderr
    assert not (tmp_path / "tiebook/tiebook.kgl").exists()


def test_questions(tiebook):
    assert "who-constrains" in tiebook("questions").stdout
    arms = tiebook("questions", "arms").stdout
    assert "who-arms" in arms
    assert "members-of" not in arms
    assert "who-constrains" in tiebook("questions", "constrans").stdout
    shown = tiebook("questions", "show", "who-constrains").stdout
    for part in ("--target (actor?)", "Returns:", "Example: tiebook ask who-constrains", "MATCH (a)-[t:CONSTRAINS]->"):
        assert part in shown
    assert json.loads(tiebook("questions", "-f", "json", "arms").stdout)


def test_own_questions_are_asked_guarded(mini, tmp_path):
    folder = tmp_path / "mine" / "theme"
    folder.mkdir(parents=True)
    header = "// title: T\n// question: Q?\n// returns: name\n// example: (none)\n"
    (folder / "names.cypher").write_text(f"{header}MATCH (a:Actor) RETURN a.name AS name ORDER BY name\n")
    (folder / "evil.cypher").write_text(
        f"{header}MATCH (a:Actor) SET a.name = 'x' RETURN a.name AS name ORDER BY name\n"
    )
    (folder / "broken.cypher").write_text("MATCH (a) RETURN a\n")
    mine = {"TIEBOOK_QUERIES": str(tmp_path / "mine")}
    assert len(rows(mini("ask", "names", "-f", "json", **mine))) == 7
    evil = mini("ask", "evil", **mine)
    assert evil.returncode == 1
    assert "refused: SET" in evil.stderr
    broken = mini("ask", "broken", **mine)
    assert broken.returncode == 1
    assert "broken.cypher:1" in broken.stderr


def test_the_stamp_makes_an_answer_citable(mini):
    done = mini("ask", "who-arms", "--stamp", "-f", "json")
    document = json.loads(done.stdout)
    text = " ".join(document["stamp"])
    assert "Tiebook 0." in text
    assert "A note on Northland" in text
    digest = rows(mini("info", "--digest", "-f", "json"))["digest"]
    assert digest[:16] in text
    assert "graph " in mini("ask", "who-arms", "--stamp").stdout


def test_quotes_in_context(mini):
    found = rows(mini("ask", "who-arms", "--text", MINI.with_suffix(".txt"), "-f", "json"))
    assert found[0]["context"].startswith("Northland has [sold patrol boats to Eastmark since 2015]. The ")


def test_completion(mini):
    assert "_TIEBOOK_COMPLETE" in mini("completion", "bash").stdout
    done = mini(_TIEBOOK_COMPLETE="bash_complete", COMP_WORDS="tiebook ask who-arms --supplier nor", COMP_CWORD="4")
    assert "northland" in done.stdout
    done = mini(_TIEBOOK_COMPLETE="bash_complete", COMP_WORDS="tiebook ask who-ar", COMP_CWORD="2")
    assert "who-arms" in done.stdout


def test_help_is_there_for_everything(tiebook):
    top = tiebook("--help").stdout
    for command in ("ask", "questions", "query", "load", "unload", "sources", "check", "info", "completion"):
        assert command in top
        assert tiebook(command, "--help").returncode == 0
    shown = tiebook("ask", "who-constrains", "--help").stdout
    assert "--target ACTOR" in shown
    assert "--as-of DATE" in shown
    assert "--as-of" not in tiebook("ask", "actors", "--help").stdout


def test_a_reader_that_goes_away_is_no_failure(mini):
    done = mini("query", "UNWIND range(1, 9000) AS x RETURN x", "-f", "jsonl")
    assert done.returncode == 0
    script = f"{sys.executable} -m tiebook query 'UNWIND range(1, 9000) AS x RETURN x' -f jsonl | head -1"
    piped = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, cwd=MINI)
    assert "Traceback" not in piped.stderr
