"""Data frames of answers: dtypes that do not depend on the rows, and what an answer says beside them."""

from __future__ import annotations

import pickle
from datetime import date

import pandas as pd
import pytest

from tests.ask.answers import QUESTIONS, golden
from tiebook.python.answers.frames import dtype_without_rows, series_of
from tiebook.python.graph import Graph


def typed(value):
    """Return a value of a golden answer as the engine gives it."""
    return date.fromisoformat(value["date"]) if isinstance(value, dict) else value


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_column_has_its_dtype_without_rows_too(question):
    for answer in golden(question).values():
        for place, name in enumerate(answer["columns"]):
            values = [typed(row[place]) for row in answer["rows"]]
            if all(value is None for value in values):
                continue
            known = dtype_without_rows(question.name, name)
            full, empty = series_of(name, values, known), series_of(name, [], known)
            assert full.dtype == empty.dtype, (question.name, name)
            assert series_of(name, [None, *values], known).dtype == full.dtype, name


def test_dtypes_of_ties(article_graph: Graph):
    frame = article_graph.ties().to_pandas()
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == {
        **dict.fromkeys(
            ["from_name", "to_name", "from_id", "to_id", "gloss", "held_by", "mechanism", "factor"], "string"
        ),
        **dict.fromkeys(["since", "until", "unit", "quote", "source", "record", "claim", "tie_id", "marks"], "string"),
        **dict.fromkeys(["sign", "count", "paragraph"], "Int64"),
        **dict.fromkeys(["endorsed", "inferred"], "boolean"),
        **dict.fromkeys(["confidence", "value"], "Float64"),
        **dict.fromkeys(["since_earliest", "since_latest", "until_earliest", "until_latest"], "datetime64[s]"),
        "tie": "category",
    }
    assert frame.dtypes.equals(article_graph.ties(source="china-iran", tie="AIDS").to_pandas().dtypes)
    assert "SELLS_ARMS_TO" in frame["tie"].cat.categories
    assert frame["since_earliest"].min() < pd.Timestamp("2010-01-01") < frame["since_latest"].max()


def test_the_index_is_the_number_that_the_document_shows(article_graph: Graph):
    answer = article_graph.ask("who-constrains", target="china", regarding="iran")
    frame = answer.to_pandas()
    assert frame.index.name == "row"
    document = answer.document()
    headings = {place for group in document.groups for place in group.at}
    for row in document.rows:
        for place in row.at:
            assert frame.index[place] == row.number
    assert headings
    assert all(frame.index[place] == 0 for place in headings)
    claims = set(frame.loc[frame.index == 1, "claim"])
    assert claims <= {receipt.id for receipt in answer.receipts(1)}


def test_attrs_say_why_an_answer_is_empty(article_graph: Graph):
    frame = article_graph.ask("who-sanctions", sender="iran", target="russia").to_pandas()
    assert frame.empty
    assert any(note.startswith("Nothing coded answers this.") for note in frame.attrs["notes"])
    assert any("China-Iran defence ties" in note for note in frame.attrs["notes"])
    denied = article_graph.ask("who arms Iran?", coverage=True).to_pandas()
    assert denied.attrs["taken_as"].startswith("graph.ask.who_arms(recipient='iran'")
    said = denied.attrs["also_said"]
    assert {"denied", "sought"} <= {each["kind"] for each in said}
    assert said[0]["claim"].startswith("china-iran/")
    assert denied.attrs["also_said_counts"]["denied"] >= 1


def test_frames_last_in_files(article_graph: Graph, tmp_path):
    frame = article_graph.ask("who-constrains", target="china").to_pandas()
    again = pickle.loads(pickle.dumps(frame))  # noqa: S301 -- our own
    assert again.attrs == frame.attrs
    frame.to_parquet(tmp_path / "x.parquet")
    back = pd.read_parquet(tmp_path / "x.parquet")
    assert back.attrs == frame.attrs
    assert back["paragraph"].dtype == frame["paragraph"].dtype
    assert back.index.equals(frame.index)


@pytest.mark.parametrize(
    ("values", "dtype"),
    [
        ([1, None], "Int64"),
        ([1, 2.5], "Float64"),
        ([True, None], "boolean"),
        ([date(1, 1, 1), date(9999, 12, 31)], "datetime64[s]"),
        (["a", None], "string"),
        ([["a"], None], "object"),
        (["a", 1], "object"),
        ([None], "string"),
    ],
)
def test_dtypes_by_value(values, dtype):
    found = series_of("nothing_known", values)
    assert str(found.dtype) == dtype
    assert [None if each is None else each for each in values] == [
        (each.date() if isinstance(each, pd.Timestamp) else each) if isinstance(each, list) or pd.notna(each) else None
        for each in found
    ]


def test_a_value_that_the_codebook_does_not_have_is_a_text():
    assert str(series_of("mode", ["actual", "sought"]).dtype) == "category"
    assert str(series_of("mode", ["actual", "guessed"]).dtype) == "string"
