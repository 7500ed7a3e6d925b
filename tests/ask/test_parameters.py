"""What a user gives becomes the values that a question is asked with."""

from datetime import UTC, date, datetime

import pytest

from tiebook.ask.parameters import bind, compiled, day_of
from tiebook.errors import BadDate, UnknownName, UsageError
from tiebook.questions.question import parse_question

QUESTION = """// title: T
// question: Q?
// param first: year? -- first year
// param last: year? -- last year
// param begin: date? -- first day
// param end: date? -- last day
// param steps: integer = 3 -- steps
// param word: text -- a word
// param tie: tie? -- type of tie
// param mode: mode? -- mode
// takes: no_inferred
// returns: steps
// example: --word x
MATCH (a:Actor) RETURN $steps AS steps, $word AS word, $first AS first // if first
"""


@pytest.fixture(scope="module")
def question(tmp_path_factory):
    """Return a question with a parameter of every kind that needs no graph."""
    return parse_question(QUESTION, tmp_path_factory.mktemp("q") / "t.cypher")


def bound(question, **given):
    return bind(None, question, {"word": "w", **given})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "values"),
    [
        ({}, {"steps": 3}),
        ({"steps": "1"}, {"steps": 1}),
        ({"steps": 1_000_000}, {"steps": 1_000_000}),
        ({"first": "1991"}, {"steps": 3, "first": 1991}),
        ({"first": 1991, "last": "1991"}, {"steps": 3, "first": 1991, "last": 1991}),
        ({"begin": "2020-01-02", "end": date(2020, 1, 2)}, {"steps": 3, "begin": date(2020, 1, 2), "end": date(2020, 1, 2)}),
        ({"tie": "sells arms-to"}, {"steps": 3, "tie": "SELLS_ARMS_TO"}),
        ({"mode": " Sought "}, {"steps": 3, "mode": "sought"}),
        ({"no_inferred": True}, {"steps": 3, "no_inferred": True}),
        ({"no_inferred": False, "first": None}, {"steps": 3}),
        ({"word": ""}, {"steps": 3}),
    ],
)  # fmt: skip
def test_values(question, given, values):
    assert bound(question, **given) == {"word": given.get("word", "w"), **values}


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ({"first": "0000"}, UsageError, "--first: '0000' is not a year"),
        ({"first": "91"}, UsageError, "is not a year"),
        ({"first": "19911"}, UsageError, "is not a year"),
        ({"first": 1992, "last": 1991}, UsageError, "--last 1991 lies before --first 1992"),
        ({"begin": "2020-01-02", "end": "2020-01-01"}, UsageError, "lies before --begin 2020-01-02"),
        ({"begin": "2020"}, BadDate, "'2020' is not a day"),
        ({"steps": "0"}, UsageError, "0 is not a number from 1 to 1,000,000"),
        ({"steps": 1_000_001}, UsageError, "from 1 to"),
        ({"steps": "many"}, UsageError, "'many' is not a whole number"),
        ({"tie": "SELS_ARMS_TO"}, UnknownName, "did you mean SELLS_ARMS_TO"),
        ({"mode": "hoped"}, UnknownName, "there is no mode 'hoped'"),
        ({"as_of": "2020-01-01"}, UsageError, "does not take --as-of (it takes --first"),
        ({"word": None}, UsageError, "needs --word: a word"),
    ],
)
def test_what_is_no_value_is_refused(question, given, error, message):
    with pytest.raises(error) as refused:
        bound(question, **given)
    assert message in str(refused.value)


@pytest.mark.parametrize(
    ("given", "parameter"),
    [
        ({"first": "91"}, "first"),
        ({"begin": "2020"}, "begin"),
        ({"no_inferred": "maybe"}, "no_inferred"),
        ({"first": 1991, "mode": "hoped"}, "mode"),
        ({"first": 1992, "last": 1991}, None),
        ({"as_of": "2020-01-01"}, None),
        ({"word": None}, None),
    ],
)
def test_an_error_tells_whose_value_is_wrong(question, given, parameter):
    with pytest.raises(UsageError) as refused:
        bound(question, **given)
    assert refused.value.parameter == parameter


def test_flags_are_no_parameters_of_cypher(question):
    cypher, values = compiled(question, {"word": "w", "no_inferred": True, "first": 1991})
    assert values == {"word": "w", "first": 1991}
    assert "$first" in cypher


@pytest.mark.parametrize("value", ["2020-01-02", date(2020, 1, 2), datetime(2020, 1, 2, 23, tzinfo=UTC)])
def test_a_day_of_a_day_a_moment_or_a_text(value):
    assert type(day_of(value, "--as-of")) is date
    assert day_of(value, "--as-of") == date(2020, 1, 2)
