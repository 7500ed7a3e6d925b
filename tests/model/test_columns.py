"""Ties by column, values as text, and the shapes of lines of words: each on inputs made here."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.conftest import MINI
from tiebook.case import open_case
from tiebook.errors import BadSource
from tiebook.model.dates import is_past, when
from tiebook.model.exchange import column_of, csv_text, guarded, split_column, text_of, unguarded, value_of
from tiebook.model.records import Edge, Value
from tiebook.model.schema import first_label
from tiebook.model.ties import Ties, by_columns
from tiebook.model.wording import read_pattern


def edge(number: int, name: str = "SUPPORTS", **props: object) -> Edge:
    return Edge(name, ("Actor", f"a{number}"), ("Actor", f"b{number}"), {"id": f"{name}/{number}", **props})  # type: ignore[dict-item]


def test_edges_that_are_alike_are_taken_together_and_given_back() -> None:
    edges = [edge(1, gloss="x"), edge(2, "OPPOSES"), edge(3, value=0.5)]
    opposes, supports = by_columns(edges)
    assert (opposes.type, len(opposes), opposes.sources, opposes.targets) == ("OPPOSES", 1, ["a2"], ["b2"])
    assert supports.props == {"gloss": ["x", None], "id": ["SUPPORTS/1", "SUPPORTS/3"], "value": [None, 0.5]}
    assert [*supports.edges()] == [edges[0], edges[2]]
    assert [row["target"] for row in supports.records()] == ["b1", "b3"]


@pytest.mark.parametrize(("most", "sizes"), [(1, [1] * 5), (2, [2, 2, 1]), (4, [4, 1]), (5, [5]), (6, [5])])
def test_pieces_hold_every_row_once(most: int, sizes: list[int]) -> None:
    (ties,) = by_columns(edge(number) for number in range(5))
    pieces = [*ties.pieces(most)]
    assert [len(piece) for piece in pieces] == sizes
    assert [each for piece in pieces for each in piece.ids] == ties.ids


def test_a_digest_tells_each_property_and_end_and_not_the_order_of_the_columns() -> None:
    (one,) = by_columns([edge(1, gloss="x", value=1.0)])
    (same,) = by_columns([edge(1, value=1.0, gloss="x")])
    assert [*one.digests()] == [*same.digests()]
    others = [
        edge(1, gloss="x"),
        edge(1, gloss="y", value=1.0),
        edge(1, gloss="x", value=2.0),
        edge(2, gloss="x", value=1.0),
    ]
    assert not {*one.digests()} & {each for other in others for ties in by_columns([other]) for each in ties.digests()}


@pytest.mark.parametrize(
    ("value", "column", "text"),
    [
        (True, "x:boolean", "true"),
        (False, "x:boolean", "false"),
        (1, "x:long", "1"),
        (1.5, "x:double", "1.5"),
        (date(2020, 1, 2), "x:date", "2020-01-02"),
        (["a", "b"], "x:string[]", '["a", "b"]'),
        ("plain", "x", "plain"),
        ("", "x:json", '""'),
        ("NA", "x:json", '"NA"'),
        ("007", "x:json", '"007"'),
    ],
)
def test_a_value_is_written_and_read_by_its_type(value: object, column: str, text: str) -> None:
    assert (column_of("x", value), text_of(value)) == (column, text)  # type: ignore[arg-type]
    name, kind = split_column(column)
    assert (name, value_of(kind, text)) == ("x", value)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("string[]", '["a", 1]'),
        ("string[]", '"a"'),
        ("json", "[]"),
        ("boolean", "maybe"),
        ("long", "1.5"),
        ("date", "2020"),
        ("color", "red"),
    ],
)
def test_a_text_that_is_no_such_value_is_refused(kind: str, text: str) -> None:
    with pytest.raises(BadSource, match="is not a "):
        value_of(kind, text)


def test_values_as_pandas_writes_them_are_read() -> None:
    assert value_of("long", "12.0") == 12
    assert value_of("date", "2020-01-02 00:00:00") == date(2020, 1, 2)
    assert value_of("boolean", "TRUE") is True


def test_what_a_spreadsheet_would_run_is_guarded_and_given_back() -> None:
    for text in ("=1+1", "+a", "-a", "@a"):
        assert guarded(text) == f"'{text}"
        assert unguarded(guarded(text)) == text
    for text in ("a=1", "'a", ""):
        assert (guarded(text), unguarded(text)) == (text, text)


def test_a_cell_with_a_carriage_return_is_quoted_and_only_its_row() -> None:
    assert csv_text([["a", 1], ["b\r", 2], ["c", None]]) == 'a,1\n"b\r","2"\nc,\n'


@pytest.mark.parametrize(
    ("line", "shape", "subject", "head", "before", "steps"),
    [
        ("A is allied with B", "adjective", "A", "allied", (), ("with", "B")),
        ("B is hostile to A", "adjective", "B", "hostile", (), ("to", "A")),
        ("A's military support for B", "noun", "A", "support", ("military",), ("for", "B")),
        ("A's ties with B", "noun", "A", "ties", (), ("with", "B")),
        ("A, main supplier of B", "role", "A", "supplier", ("main",), ("of", "B")),
        ("A, ally of B", "role", "A", "ally", (), ("of", "B")),
        ("pro-A B", "compound", "A", "pro-", (), ("B",)),
        ("B-backed A", "compound", "B", "-backed", (), ("A",)),
        ("A support B", "verb", "A", "support", (), ("B",)),
    ],
)
def test_a_line_of_words_has_one_of_five_shapes(
    line: str, shape: str, subject: str, head: str, before: tuple[str, ...], steps: tuple[str, ...]
) -> None:
    found = read_pattern("X", line)
    assert (found.shape, found.subject, found.head, found.before, found.steps) == (shape, subject, head, before, steps)
    assert (found.denies, found.weight) == (False, len(before) + len(steps))
    denied = read_pattern("X", f"not {line}")
    assert (denied.denies, denied.shape, denied.head, denied.before) == (True, shape, head, before)


@pytest.mark.parametrize(
    ("since", "until", "event", "said"),
    [
        (None, None, False, None),
        (None, "2020", True, "until 2020"),
        ("2015-10", None, False, "since 2015-10"),
        ("2015-10", None, True, "in 2015-10"),
        ("2015-10-01", None, True, "on 2015-10-01"),
        ("2015", "2015", False, "in 2015"),
        ("2015-10-01", "2015-10-01", False, "on 2015-10-01"),
        ("2015", "2016", True, "2015 to 2016"),
    ],
)
def test_two_dates_in_words(since: str | None, until: str | None, event: bool, said: str | None) -> None:
    assert when(since, until, event=event) == said


def test_a_day_is_past_from_the_next_on() -> None:
    today = date.today()  # noqa: DTZ011 -- as the reader has it
    assert [is_past(day) for day in (None, today, today - timedelta(days=1))] == [False, False, True]


def test_the_first_label_is_the_one_that_the_model_knows() -> None:
    assert first_label(["State", "Actor"]) == first_label(["Actor", "State"]) == "Actor"
    assert first_label(["Other", "More"]) == "Other"


def test_a_claim_has_an_edge_for_each_role_that_is_filled() -> None:
    claims = open_case(MINI).claims
    assert {claim.factor is None for claim in claims} == {True, False}
    for claim in claims:
        roles = [edge.type for edge in claim.edges()]
        assert ("BECAUSE_OF" in roles) is (claim.factor is not None)
        assert (roles.count("FROM"), roles.count("TO"), roles.count("BY")) == (1, 1, len(claim.by))


@pytest.mark.parametrize(
    ("sources", "targets", "glosses", "sound"),
    [
        (["a", "b"], ["c", "d"], ["one", "two"], True),
        (["a", "b"], ["c"], ["one", "two"], False),
        (["a"], ["c", "d"], ["one", "two"], False),
        (["a", "b"], ["c", "d"], ["one"], False),
    ],
)
def test_columns_of_different_lengths_are_no_ties(
    sources: list[str], targets: list[str], glosses: list[Value], sound: bool
) -> None:
    ties = Ties("SUPPORTS", "Actor", "Actor", sources, targets, {"id": ["x/1", "x/2"], "gloss": glosses})
    if sound:
        assert len(list(ties.records())) == 2
    else:
        with pytest.raises(ValueError, match="argument"):
            list(ties.records())
