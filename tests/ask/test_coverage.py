"""What an answer says of coverage: only sources that could hold it, none outside their windows, no superseded release twice."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.field import SAMPLES, load_field
from tiebook.ask import ask
from tiebook.ask.coverage import Sought, answerable, searched, sought
from tiebook.ask.named_commands import values_of
from tiebook.cli.app import app
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import UsageError
from tiebook.questions import QuestionLibrary
from tiebook.sources.datasets import load_dataset
from tiebook.sync.cases import find_case, load_case

SHELF = QuestionLibrary({})


@pytest.fixture(scope="module")
def field(tmp_path_factory):
    """Return an embedded graph of several sources."""
    engine = KgliteEngine(tmp_path_factory.mktemp("coverage") / "t.kgl")
    load_field(engine)
    return engine


def asked(engine, name, **given):
    return ask(engine, SHELF.get(name), given)


def reached(answer):
    return {source.id: source.reach for source in answer.searched}


@pytest.mark.parametrize(
    ("name", "given", "types"),
    [
        ("who-arms", {}, {"SELLS_ARMS_TO"}),
        ("who-threatens", {}, {"THREATENS", "PERCEIVES_THREAT_FROM"}),
        ("ties-between", {"tie": "BORDERS"}, {"BORDERS"}),
        ("ties-between", {}, None),
        ("how-connected", {}, None),
        ("what-is-feared", {}, {"FROM", "TO", "BY"}),
    ],
)
def test_what_a_question_looks_for_is_read_from_its_patterns(name, given, types):
    question = SHELF.get(name)
    assert sought(question, question.compiled(list(given)), given).types == types


def test_the_days_of_a_question_are_its_dates_and_whole_years():
    question = SHELF.get("dyad-years")
    values = {"actor": "china", "partner": "iran", "first": 2011, "last": 2013}
    assert sought(question, question.cypher, values).days == (date(2011, 1, 1), date(2013, 12, 31))
    with pytest.raises(UsageError, match="--first: '20x1' is not a year"):
        ask(KgliteEngine(Path("unused.kgl")), SHELF.get("deliveries"), {"first": "20x1"} | _dyad())


def _dyad():
    return {"last": 2014, "supplier": "china", "recipient": "iran"}


def test_only_sources_that_could_hold_it_are_named(field):
    answer = asked(field, "who-arms", recipient="poland")
    assert answer.rows == []
    assert reached(answer) == {"china-iran": "covered", "sipri": "covered"}
    assert "  none identified in SIPRI (18 ties; 1950-2024): Transfers of major conventional arms" in answer.not_found()
    assert "does not mean that there is no such tie" in answer.not_found()
    assert reached(asked(field, "who-arms", recipient="poland", source="sipri")) == {"sipri": "covered"}
    assert set(reached(asked(field, "what-is-feared", actor="poland"))) == {"china-iran"}


def test_a_question_of_data_sets_names_no_text(field):
    answer = asked(field, "deliveries", supplier="poland", recipient="iran", first=2020, last=2021)
    assert set(reached(answer)) == {"sipri"}
    assert (
        reached(asked(field, "dyad-years", actor="poland", partner="iran", first=1700, last=1701))["china-iran"]
        == "covered"
    )


def test_outside_its_window_a_source_says_nothing(field):
    answer = asked(field, "who-arms", recipient="iran", as_of="2030-01-01", source="sipri")
    assert answer.rows, "an order without delivery is open"
    early = asked(field, "who-sanctions", target="iran", as_of="1930-01-01", sender="european-union")
    assert early.rows == []
    assert reached(early) == {
        "china-iran": "covered",
        "gsdb": "outside",
        "icews": "outside",
        "ofac": "unknown",
        "un_sanctions": "covered",
    }
    said = early.not_found()
    assert "  outside its coverage: GSDB (6 ties; 1949-2023): Publicly traceable" in said
    assert "  it states no days, so it says nothing about these: OFAC" in said
    assert "none identified in GSDB" not in said


def test_an_answer_with_rows_names_the_sources_that_its_day_leaves_out(field):
    answer = asked(field, "pacts-between", one="china", other="iran", as_of="2015-11-01")
    assert answer.rows
    assert answer.outside() == (
        "Outside the coverage of COW alliances (1816-2012), DCAD (1980-2010), which say nothing about these days."
    )
    assert asked(field, "pacts-between", one="china", other="iran").searched == ()


def test_coverage_can_be_asked_for(field):
    answer = ask(field, SHELF.get("who-arms"), {"recipient": "iran"}, coverage=True)
    assert answer.rows
    assert "in SIPRI (18 ties; 1950-2024): " in answer.coverage()
    assert "'status' is the state of the equipment" in answer.coverage(), "the limits that its makers state"
    options = ["--recipient", "iran", "--db", str(field.place), "-f", "csv"]
    done = CliRunner().invoke(app, ["ask", "who-arms", *options, "--coverage"])
    assert done.exit_code == 0, done.output
    assert "Searched:\n" in done.stderr
    assert "Searched" not in done.stdout
    assert "Searched" not in CliRunner().invoke(app, ["ask", "who-arms", *options]).stderr
    stamped = CliRunner().invoke(app, ["ask", "who-arms", *options, "--stamp"]).stderr
    assert "Sources: China-Iran defence ties (294 claims and 240 ties; up to 2021-12-31); SIPRI" in stamped


def test_no_zero_outside_the_window(field):
    rows = list(asked(field, "deliveries", supplier="china", recipient="iran", first="2015", last="2025"))
    assert [(row["status"], row["orders"]) for row in rows if row["year"] in (2015, 2016, 2025)] == [
        ("delivered", 1),
        ("none identified", 0),
        ("outside its coverage", None),
    ]


def test_a_data_set_that_holds_no_such_ties_makes_no_zero(field, tmp_path):
    years = {"first": 1980, "last": 1980}
    (row,) = asked(field, "dyad-years", actor="argentina", partner="china", **years)
    assert (row["status"], row["hostile"]) == ("none", 0), "ATOP knows both and has alliances of two"
    engine = KgliteEngine(tmp_path / "t.kgl")
    load_dataset(engine, "cow_states", [SAMPLES / "cow_states" / "states.csv"])
    (row,) = asked(engine, "dyad-years", actor="china", partner="north-yemen", **years)
    assert (row["status"], row["hostile"]) == ("not coded", None), (
        "memberships of the state system are no ties of the two"
    )


def test_where_no_source_could_hold_it_that_is_said(tmp_path):
    engine = KgliteEngine(tmp_path / "t.kgl")
    load_dataset(engine, "cow_states", [SAMPLES / "cow_states" / "states.csv"])
    assert "no loaded source could" in asked(engine, "who-arms", recipient="china").not_found()


def test_a_superseded_release_is_neither_counted_nor_named(tmp_path):
    engine = KgliteEngine(tmp_path / "t.kgl")
    load_case(engine, find_case("china-iran"))
    old = SAMPLES / "cow_states" / "states.csv"
    new = tmp_path / "new.csv"
    new.write_text(old.read_text("utf-8").replace(",2016\n", ",2024\n"), "utf-8")
    load_dataset(engine, "cow_states", [old])
    once = asked(engine, "members-of", group="cow-state-system").rows
    load_dataset(engine, "cow_states", [new])
    assert len(asked(engine, "members-of", group="cow-state-system").rows) == len(once)
    kept = asked(engine, "members-of", group="cow-state-system", source="cow_states@2016")
    assert len(kept.rows) == len(once), "it stays to be asked for"
    assert {source.id for source in searched(engine, wanted=Sought())} == {"china-iran", "cow_states"}
    assert {source.id for source in searched(engine)} == {"china-iran", "cow_states", "cow_states@2016"}
    (china,) = [row for row in asked(engine, "actors") if row["id"] == "china"]
    (alone,) = [row for row in asked(engine, "actors", source="cow_states") if row["id"] == "china"]
    (article,) = [row for row in asked(engine, "actors", source="china-iran") if row["id"] == "china"]
    assert china["ties"] == alone["ties"] + article["ties"]


def test_days_that_the_files_of_a_source_leave_out_are_no_zero(tmp_path):
    engine = KgliteEngine(tmp_path / "t.kgl")
    now = SAMPLES / "gdelt" / "two.export.CSV"
    then = tmp_path / "then.export.CSV"
    then.write_text((SAMPLES / "gdelt" / "one.export.CSV").read_text("utf-8").replace("2019", "2014"), "utf-8")
    load_dataset(engine, "gdelt", [now, then])
    (gdelt,) = searched(engine)
    assert gdelt.window == "2 days between 2014-10-24 and 2019-10-24"
    pair = {"actor": "china", "partner": "iran"}
    (row,) = asked(engine, "dyad-years", first=2016, last=2016, **pair)
    assert (row["status"], row["hostile"]) == ("not coded", None), "a year inside the window, without a file"
    for day, reach in (("2019-10-24", "covered"), ("2016-05-01", "gaps"), ("1970-01-01", "outside")):
        answer = asked(engine, "who-sanctions", target="iran", as_of=day)
        assert reached(answer) == {"gdelt": reach}
        assert ("its files lack these days, so it says nothing about them: GDELT (" in answer.not_found()) is (
            reach == "gaps"
        )


_SOURCE = (
    "MERGE (s:Source {id: 'g'}) SET s.name = 'G', s.kind = 'dataset', s.covers_days = 2, s.parts = $parts,"
    " s.covers_since = date('2016-01-01'), s.covers_until = date('2016-12-31')"
)


def _declare(parts, writer):
    return writer.run(_SOURCE, {"parts": parts})


def test_months_taken_together_are_days_too(tmp_path):
    wanted = Sought(days=(date(2016, 3, 1), date(2016, 3, 31)))
    engine = KgliteEngine(tmp_path / "t.kgl")
    for month, reach in (("2016-03", "covered"), ("2016-02", "gaps")):
        engine.write(partial(_declare, ["2016-01", month]))
        (found,) = searched(engine, wanted=wanted)
        assert found.reach == reach


def test_counts_of_events_are_looked_for_in_sources_of_events(field):
    answer = asked(field, "events-by-month", actor="poland", partner="argentina")
    assert reached(answer) == {"icews": "covered"}


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    """Return an embedded graph of one data set: the arms trade."""
    engine = KgliteEngine(tmp_path_factory.mktemp("register") / "t.kgl")
    load_dataset(engine, "sipri", [SAMPLES / "sipri" / "register.csv"])
    return engine


def test_what_nothing_loaded_can_answer_is_told_before_it_is_asked(register, article_engine):
    every = SHELF.all()
    of_register, of_article = answerable(register, every), answerable(article_engine, every)
    assert {"who-arms", "arms-on-record", "timeline", "actors"} <= of_register
    assert not of_register & {"who-sanctions", "what-is-denied", "what-limits", "events-by-month", "paragraph"}
    assert of_article == {each.name for each in every} - {"capabilities", "deliveries", "events-by-month", "votes"}
    assert answerable(register, [SHELF.get("who-arms"), SHELF.get("votes")]) == {"who-arms"}
    assert answerable(register, []) == frozenset()


def test_events_can_be_counted_where_a_source_of_events_is_loaded(tmp_path):
    engine = KgliteEngine(tmp_path / "events.kgl")
    load_dataset(engine, "gdelt", [SAMPLES / "gdelt" / "one.export.CSV"])
    assert "events-by-month" in answerable(engine, SHELF.all())


@pytest.mark.parametrize("name", ["register", "field"])
def test_what_is_said_to_have_no_answer_of_data_sets_has_none(name, request):
    tried = without_rows(request.getfixturevalue(name))
    assert tried or name == "field"


def test_what_is_said_to_have_no_answer_of_an_article_has_none(article_engine):
    assert without_rows(article_engine)


def without_rows(engine):
    """Ask what nothing loaded can answer, by its examples; return how many could be asked."""
    every = SHELF.all()
    able = answerable(engine, every)
    tried = 0
    for question in (each for each in every if each.name not in able):
        for arguments in question.example_arguments():
            try:
                answer = ask(engine, question, values_of(arguments))
            except UsageError:  # it names who is not in this graph
                continue
            tried += 1
            assert not answer.rows, question.name
    return tried
