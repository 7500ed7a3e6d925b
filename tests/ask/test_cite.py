"""Citations: of what an answer used, in three forms, with hostile texts kept as data."""

import json
import re
from datetime import date

import pytest

import tiebook
from tests.conftest import ROOT
from tests.keep.sample import load_now
from tiebook.ask import ask, query
from tiebook.ask.cite import FORMS, TIEBOOK, Citation, citations, used
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.python.graph import Graph
from tiebook.questions import QuestionLibrary


@pytest.fixture
def both(tmp_path):
    """Return a graph with the sample case and a small data set."""
    engine = KgliteEngine(tmp_path / "both.kgl")
    load_now(engine)
    return engine


def question(engine, name, **given):
    return used(engine, ask(engine, QuestionLibrary({}).get(name), given))


def test_an_answer_cites_what_its_rows_name(both):
    assert question(both, "who-arms") == (["mini", "register"], True)
    assert question(both, "who-arms", supplier="china", recipient="iran") == (["register"], True)
    assert question(both, "who-arms", supplier="northland") == (["mini"], True)
    assert question(both, "what-is-denied") == (["mini"], True)


def test_an_answer_that_names_none_cites_what_it_looked_through(both):
    assert question(both, "who-sanctions", target="northland")[1] is False
    assert "mini" in question(both, "who-sanctions", target="northland")[0]
    count = query(both, "MATCH (a:Actor) RETURN count(*) AS actors", {})
    assert used(both, count) == (["mini", "register"], False)


def test_own_queries_are_cited_by_what_they_return(both):
    for cypher, expected in (
        ("MATCH ()-[t:SELLS_ARMS_TO]->() RETURN t.source AS source ORDER BY source", ["mini", "register"]),
        ("MATCH ()-[t:SELLS_ARMS_TO]->() WHERE t.record = 'r1' RETURN t.id AS tie_id", ["register"]),
        ("MATCH (c:Claim) RETURN c.id AS claim ORDER BY claim", ["mini"]),
        ("MATCH ()-[t:SELLS_ARMS_TO]->() RETURN collect(t.source) AS sources", ["mini", "register"]),
        ("RETURN 'mini/register' AS claim, null AS source, 7 AS tie", ["mini"]),
    ):
        assert used(both, query(both, cypher, {})) == (expected, True)


def test_an_article_is_cited_with_its_author_and_its_coding(both):
    article, dataset, tool = citations(both)
    assert article == Citation(
        id="mini",
        kind="article",
        title="A note on Northland and its harbours",
        author="Ann Writer",
        person=True,
        outlet="The Tiebook tests",
        issued="2021",
        stated="Writer, A. (2021). A note on Northland and its harbours.",
        licence="CC0",
        coder="The Tiebook tests",
        coded_on=date(2026, 11, 23),
    )
    assert (dataset.id, dataset.version, dataset.licence) == ("register", "2021-03", "CC0")
    assert tool is TIEBOOK
    assert tiebook.__version__ in tool.work


def test_as_text(both):
    text = FORMS["text"](citations(both))
    assert text.split("\n\n")[0].split("\n") == [
        "[mini] Writer, A. (2021). A note on Northland and its harbours.",
        "  Coded for Tiebook by The Tiebook tests, 2026-11-23.",
        "  Terms: CC0.",
    ]
    assert "  Release 2021-03." in text
    bare = Citation(id="x", kind="article", title="On X", author="Ann Writer", outlet="Here", issued="2021-05")
    assert bare.work == "Ann Writer (2021-05). On X. Here."
    assert Citation(id="x", kind="dataset", title="On X").work == "On X."


def test_as_csl(both):
    items = json.loads(FORMS["csl"](citations(both)))
    assert [item["type"] for item in items] == ["article", "dataset", "software"]
    assert items[0]["issued"] == {"date-parts": [[2021]]}
    assert items[1]["version"] == "2021-03"
    assert all(None not in item.values() for item in items)
    approximate = Citation(id="x", kind="article", title="X", issued="198X")
    assert json.loads(FORMS["csl"]([approximate]))[0]["issued"] == {"literal": "198X"}


def test_as_bibtex_with_texts_that_mean_something_to_latex():
    hostile = Citation(
        id="a@b{c},d",
        kind="dataset",
        title="100% of } \\input{secret} & $x_1^2$ ~ #",
        author="A } B\n\n@comment{",
        version="1\n2",
        licence="}",
        issued="2021-05",
    )
    text = FORMS["bibtex"]([hostile, TIEBOOK])
    assert text.startswith("@misc{a-b-c--d,\n")
    plain = re.sub(r"\\(textbackslash|textasciitilde|textasciicircum)\{\}", "?", text)
    plain = re.sub(r"\\[{}&%$#_]", "?", plain)
    assert "\\" not in plain
    assert not set("&%$#~^") & set(plain)
    depth = 0
    for entry in plain.split("\n\n"):
        for character in entry:
            depth += {"{": 1, "}": -1}.get(character, 0)
            assert depth >= 0
        assert depth == 0
    assert text.count("\n@") == 1
    assert "year = {2021}" in text


def test_from_python(both):
    graph = Graph(both)
    answer = graph.ask("who-arms", supplier="china", recipient="iran")
    assert "[register]" in graph.cite(answer)
    assert "[mini]" not in graph.cite(answer)
    assert "[mini]" in graph.cite()
    assert json.loads(graph.cite(answer, form="csl"))[0]["id"] == "register"


def test_a_superseded_release_is_cited_as_itself(both):
    load_now(both, version="2022-03")
    found = query(both, "MATCH ()-[t:SELLS_ARMS_TO {record: 'r1'}]->() RETURN t.id AS tie_id ORDER BY tie_id", {})
    assert used(both, found) == (["register", "register@2021-03"], True)


def test_the_citation_file_is_of_this_version():
    lines = (ROOT / "CITATION.cff").read_text("utf-8").splitlines()
    assert f"version: {tiebook.__version__}" in lines
    assert f'title: "{TIEBOOK.title}"' in lines
    assert f"  - name: {TIEBOOK.author}" in lines
