"""Ties in columns: pieces of them, and the places of days in a row that is compared."""

from datetime import date

import pytest

from tiebook.errors import BadSource
from tiebook.model.dates import Bounds
from tiebook.model.exchange import column_of, text_of, value_of
from tiebook.model.records import Edge
from tiebook.model.ties import DAYS, ORDER, Ties, by_columns


def ties(count):
    return Ties(
        "AIDS",
        "Actor",
        "Actor",
        [f"a{n}" for n in range(count)],
        [f"b{n}" for n in range(count)],
        {"id": list(range(count))},
    )


@pytest.mark.parametrize(("count", "sizes"), [(0, [0]), (2, [2]), (3, [3]), (4, [3, 1]), (7, [3, 3, 1])])
def test_pieces_hold_every_row_once_and_in_order(count, sizes):
    pieces = list(ties(count).pieces(3))
    assert [len(piece) for piece in pieces] == sizes
    assert [name for piece in pieces for name in piece.sources] == [f"a{n}" for n in range(count)]
    assert [name for piece in pieces for name in piece.targets] == [f"b{n}" for n in range(count)]


def test_days_stand_behind_the_two_ends():
    assert [("", "", *ORDER)[place] for place in DAYS] == list(Bounds._fields)


def test_ties_of_edges_keep_their_direction():
    edge = Edge("AIDS", ("Actor", "one"), ("Actor", "other"), {"id": "x"})
    (found,) = by_columns([edge])
    assert (list(found.sources), list(found.targets)) == (["one"], ["other"])


@pytest.mark.parametrize(
    ("value", "column", "text"),
    [
        (True, "x:boolean", "true"),
        (False, "x:boolean", "false"),
        (3, "x:long", "3"),
        (0.5, "x:double", "0.5"),
        (date(2020, 1, 2), "x:date", "2020-01-02"),
        (["a", "b"], "x:string[]", '["a", "b"]'),
        ("a", "x", "a"),
        ("a\x07", "x:json", '"a\\u0007"'),
    ],
)
def test_a_value_as_text_and_back(value, column, text):
    assert column_of("x", value) == column
    assert text_of(value) == text
    back = value_of(column.partition(":")[2], text)
    assert (type(back), back) == (type(value), value)


@pytest.mark.parametrize(
    ("kind", "text", "value"), [("long", "3.0", 3), ("boolean", "TRUE", True), ("boolean", "0", False)]
)
def test_what_other_tools_write(kind, text, value):
    assert value_of(kind, text) == value


@pytest.mark.parametrize(("kind", "text"), [("long", "3.5"), ("boolean", "yes"), ("date", "2020"), ("double", "x")])
def test_what_is_no_such_value(kind, text):
    with pytest.raises(BadSource, match=f"is not a {kind}"):
        value_of(kind, text)
