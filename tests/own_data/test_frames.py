"""Ties of a data frame go in as those of a CSV file do, and its faults are told by row."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from tests.made_up_source import declaration
from tiebook.engine.digest import digest, lines
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import BadRows, BadSource, UnknownName, UsageError
from tiebook.own_data.frame_table import table_of, texts_of
from tiebook.python.graph import Graph
from tiebook.questions import QuestionLibrary
from tiebook.sources.datasets import load_dataset

ENDS = {"from_": {"column": "a", "system": "iso3"}, "to": {"column": "b", "system": "iso3"}}
ABOUT = {
    "name": "Pacts",
    "title": "A list of pacts",
    "citation": "Doe, Jane. 2024. A list of pacts.",
    "licence": "CC0",
    "universe": "Pacts that Jane Doe found.",
    "covers_since": "2000-01-01",
    "covers_until": date(2023, 12, 31),
}
TIE = {**ENDS, "since": "signed", "until": "ended", "value": "size", "unit": "pages", "gloss": "{kind}: {a} and {b}"}
DECLARED = declaration(
    "pacts",
    """from = {column = "a", system = "iso3"}
to = {column = "b", system = "iso3"}
since = "signed"
until = "ended"
value = "size"
unit = "pages"
gloss = "{kind}: {a} and {b}"
""",
    required=("a", "b", "signed"),
    what="the list of pacts",
    **{key: str(value) for key, value in ABOUT.items()},
)


def pacts(**changed):
    """Return the pacts of the tests, with some columns changed."""
    columns = {
        "a": ["IRN", "RUS", "IRN", "CHN"],
        "b": ["CHN", "IRN", "ATL", "RUS"],
        "signed": ["2016-01", "2001-03-12", "2005", None],
        "ended": pd.array([None, 2021, None, None], dtype="Int64"),
        "size": [12.0, None, 3.5, 7.0],
        "kind": pd.Categorical(["partnership", "friendship", "friendship", "a, b"]),
    }
    return pd.DataFrame({**columns, **changed})


@pytest.fixture
def graph(tmp_path):
    with Graph(KgliteEngine(tmp_path / "frame.kgl"), QuestionLibrary({})) as made:
        yield made


def test_a_frame_makes_the_graph_that_its_csv_makes(graph, tmp_path):
    (tmp_path / "pacts").mkdir()
    (tmp_path / "pacts" / "source.toml").write_text(DECLARED, "utf-8")
    pacts().to_csv(tmp_path / "pacts.csv", index=False)
    engine = KgliteEngine(tmp_path / "csv.kgl")
    report = load_dataset(engine, str(tmp_path / "pacts"), [tmp_path / "pacts.csv"])
    loaded = graph.add_ties(pacts(), "AGREES_WITH", source="pacts", **TIE, **ABOUT)
    assert lines(graph.engine) == lines(engine)
    assert graph.digest() == digest(engine)
    assert loaded.report is not None
    ours, theirs = loaded.report.accounts[0], report.accounts[0]
    assert (ours.read, ours.loaded, ours.skipped, ours.resolved) == (theirs.read, theirs.loaded, theirs.skipped, 3)
    assert loaded.rows == ((2, "names an actor that is not known"),)
    assert "names={...} decides: 'ATL'" in repr(loaded)
    engine.close()


def test_every_fault_is_told_by_row_and_nothing_is_written(graph):
    graph.add_ties(pacts(), "agrees-with", source="pacts", **TIE)
    before = graph.digest()
    wrong = pacts(signed=["2016-13", "2001", "x", "2001-02-30"], size=["1", "many", "3", "4"])
    wrong.index = ["w", "x", "y", "z"]
    with pytest.raises(BadRows) as raised:
        graph.add_ties(wrong, "AGREES_WITH", source="pacts", **TIE)
    assert [row for row, _ in raised.value.rows] == ["w", "x", "y", "z"]
    assert "row x: column size: 'many' is not a number" in str(raised.value)
    assert "row w: '2016-13' does not exist" in str(raised.value)
    assert graph.digest() == before


def test_rows_that_contradict_each_other(graph):
    twice = pacts().assign(key=["k", "k", "l", "m"])
    with pytest.raises(BadRows, match="the record k says two things"):
        graph.add_ties(twice, "AGREES_WITH", source="pacts", record="key", **TIE)


def test_adding_adds_and_the_same_again_changes_nothing(graph):
    first = graph.add_ties(pacts(), "AGREES_WITH", source="pacts", **TIE, **ABOUT)
    assert first.changes.created > 0
    assert graph.add_ties(pacts(), "AGREES_WITH", source="pacts", **TIE).changes.nothing
    more = graph.add_ties(pacts().head(1), "COOPERATES_WITH", source="pacts", **ENDS)
    assert (more.changes.created, more.changes.removed) == (1, 0)
    (source,) = [row for row in graph.sources() if row["loaded"]]
    assert (source["ties"], source["name"], source["covers_until"]) == (4, "Pacts", date(2023, 12, 31))
    assert graph.engine.read("MATCH (s:Source) RETURN s.tie_types AS types").rows == [
        (["AGREES_WITH", "COOPERATES_WITH"],)
    ]
    changed = graph.add_ties(pacts(signed=["2017", "2001-03-12", "2005", None]), "AGREES_WITH", source="pacts", **TIE)
    assert changed.changes.changed >= 1
    assert changed.changes.removed == 0
    less = graph.add_ties(pacts().head(2), "AGREES_WITH", source="pacts", replace=True, **TIE)
    assert less.changes.removed >= 2
    assert len(graph.ties(source="pacts")) == 2
    assert next(row["ties"] for row in graph.sources() if row["loaded"]) == 2


def test_a_dry_run_writes_nothing(graph):
    graph.add_ties(pacts(), "AGREES_WITH", source="pacts", **TIE)
    before = graph.digest()
    told = graph.add_ties(pacts().head(1), "SUPPORTS", source="pacts", dry_run=True, **ENDS)
    assert "would be created" in repr(told)
    assert graph.digest() == before


def test_what_the_arguments_get_wrong(graph):
    with pytest.raises(BadSource, match=r"frame: the column 'start' is not there \(it has a, b"):
        graph.add_ties(pacts(), "AGREES_WITH", source="pacts", **{**TIE, "since": "start"})
    with pytest.raises(BadSource, match="the column 'a' is there twice"):
        graph.add_ties(pd.concat([pacts(), pacts()[["a"]]], axis=1), "AGREES_WITH", source="pacts", **TIE)
    with pytest.raises(UnknownName, match=r"no tie 'AGREE_WITH' \(did you mean AGREES_WITH"):
        graph.add_ties(pacts(), "agree-with", source="pacts", **TIE)
    with pytest.raises(UsageError, match="a sign is -1, 0 or 1"):
        graph.add_ties(pacts(), "AGREES_WITH", source="pacts", sign=3, **TIE)
    with pytest.raises(BadSource, match="cannot be a source's id"):
        graph.add_ties(pacts(), "AGREES_WITH", source="My pacts", **TIE)
    with pytest.raises(BadSource, match="names: there is no actor 'atlantis'"):
        graph.add_ties(pacts(), "AGREES_WITH", source="pacts", names={"iso3:ATL": "atlantis"}, **TIE)
    with pytest.raises(BadSource, match="there is nothing to add"), graph.draft_source("pacts"):
        pass


def test_a_window_that_ends_before_it_begins_is_refused(graph):
    frame = pd.DataFrame({"a": ["iran"], "b": ["china"]})
    with pytest.raises(UsageError, match="covers_until 1990-01-01 lies before covers_since 2000-01-01"):
        graph.add_ties(
            frame, "SUPPORTS", source="mine", from_="a", to="b", covers_since="2000-01-01", covers_until="1990-01-01"
        )


def test_names_signs_and_conditions(graph):
    known = {"names": {"iso3:ATL": "greece"}, "where": {"column": "kind", "is": ["friendship"]}}
    signed = {"column": "b", "values": {"IRN": 1, "ATL": -1}}
    loaded = graph.add_ties(pacts(), "COOPERATES_WITH", source="pacts", sign=signed, **known, **ENDS)
    assert loaded.report is not None
    found = {(row["from_id"], row["to_id"], row["sign"]) for row in graph.ties(source="pacts")}
    assert found == {("russia", "iran", 1), ("iran", "greece", -1)}
    by_type = {"column": "kind", "values": {"friendship": "SUPPORTS", "partnership": "OPPOSES"}}
    graph.add_ties(pacts(), by_type, source="more", **ENDS)
    assert {row["tie"] for row in graph.ties(source="more")} == {"SUPPORTS", "OPPOSES"}


def test_codes_beside_names_are_read_too(graph):
    frame = pd.DataFrame({"a": ["Republic of Somewhere", "Iran"], "code": ["RUS", None], "b": ["China", "China"]})
    start = {"column": "a", "kind": "State", "code": {"column": "code", "system": "iso3"}}
    graph.add_ties(frame, "SUPPORTS", source="pacts", from_=start, to="b")
    assert {(row["from_id"], row["to_id"]) for row in graph.ties(source="pacts")} == {
        ("russia", "china"),
        ("iran", "china"),
    }


def test_two_frames_at_once_tell_which(graph):
    def both(second):
        with graph.draft_source("pacts") as draft:
            draft.add_ties(pacts(), "AGREES_WITH", **TIE)
            draft.add_ties(second, "SUPPORTS", **TIE)

    with pytest.raises(BadRows, match="row 1 of frame 2"):
        both(pacts(signed=["2001", "x", "2002", "2003"]))
    with graph.draft_source("pacts") as draft:
        draft.add_ties(pacts(), "AGREES_WITH", **TIE)
        draft.add_ties(pacts().head(1), "SUPPORTS", **TIE)
        assert repr(draft) == "<draft of pacts: 2 frames and 0 claims, nothing is written yet>"
    assert draft.written is not None
    assert repr(draft) == repr(draft.written)
    assert len(graph.ties(source="pacts")) == 4


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ([1, 2, 2], ["1", "2", "2"]),
        ([1.0, None, 2.5], ["1", "", "2.5"]),
        (["a", None, " b"], ["a", "", " b"]),
        ([date(2001, 2, 3), None, date(2001, 2, 3)], ["2001-02-03", "", "2001-02-03"]),
        (
            [pd.Timestamp(2001, 2, 3), None, pd.Timestamp(2001, 2, 3, 4, 5)],
            ["2001-02-03", "", "2001-02-03T04:05:00"],
        ),
        (pd.Categorical(["x", None, "x"]), ["x", "", "x"]),
        (pd.array([True, None, False], dtype="boolean"), ["True", "", "False"]),
        ([7] * 10 + [None], ["7"] * 10 + [""]),
    ],
)
def test_cells_are_the_texts_that_a_file_would_have(values, texts):
    assert texts_of(pd.Series(values)) == texts


def test_lines_are_those_of_a_file():
    table = table_of(pacts(), ("b", "a"))
    assert next(iter(table.records())) == (2, ["CHN", "IRN"])
    assert [line for line, _ in table.records()] == [2, 3, 4, 5]
    assert table.rows == 4


@pytest.mark.parametrize(
    ("cells", "texts"),
    [
        ([["IRN", "CHN"], ["OMN"]], ["IRN; CHN", "OMN"]),
        ([("IRN", 2.0), None], ["IRN; 2", ""]),
        ([{"b", "a"}, float("nan")], ["a; b", ""]),
        ([b"IRN", "OMN"], ["IRN", "OMN"]),
    ],
)
def test_cells_that_hold_several_values_or_bytes(cells, texts):
    assert texts_of(pd.Series(cells, dtype=object)) == texts


@pytest.mark.parametrize(("frame", "said"), [([{"a": "IRN"}], "a list, and not"), (pacts()["a"], "a Series, and not")])
def test_what_is_no_frame_is_told(graph, frame, said):
    with pytest.raises(UsageError, match=f"the frame is {said} a data frame of pandas .pandas.DataFrame"):
        graph.add_ties(frame, "AGREES_WITH", source="pacts", from_="a", to="b")


def test_moments_are_their_days_and_periods_their_spans(graph):
    frame = pd.DataFrame({"a": ["IRN", "IRN", "IRN"], "b": ["OMN", "IRQ", "CHN"]})
    frame["at"] = pd.to_datetime(pd.Series(["2001-02-03 00:00", "2001-02-03 23:30", None])).dt.tz_localize("US/Eastern")
    frame["to"] = pd.PeriodIndex(["2002Q3", "2003Q1", None], freq="Q")
    graph.add_ties(frame, "AGREES_WITH", source="pacts", since="at", until="to", **ENDS)
    rows = graph.engine.read("MATCH ()-[t:AGREES_WITH]->() RETURN t.since, t.until ORDER BY t.id").rows
    assert [tuple(row) for row in rows] == [("2001-02-03", "2002-Q3"), ("2001-02-03", "2003-Q1"), (None, None)]
