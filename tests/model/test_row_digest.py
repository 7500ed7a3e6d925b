"""Two rows have one digest where they hold the same values of the same types, and only then."""

from datetime import date

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from tiebook.model.row_digest import packed, packed_props, row_digests
from tiebook.model.schema import TIE_PROPERTIES
from tiebook.model.ties import Ties

# by pairs: what Python takes for equal, or hashes alike, and what a careless encoding would run together
DIFFERENT = [
    (-1, -2),
    (-1.0, -2.0),
    (1, 1.0),
    (1, True),
    (0, False),
    (1.0, True),
    (0.0, -0.0),
    (None, ""),
    (None, "None"),
    (None, []),
    (1, "1"),
    ("a", ["a"]),
    ("", [""]),
    ([], [""]),
    (["a", "b"], ["a, b"]),
    (["ab", "c"], ["a", "bc"]),
    (["a", "b"], ["b", "a"]),
    (date(2020, 1, 1), "2020-01-01"),
    (date(2020, 1, 1), date(2020, 1, 2)),
    (date(2020, 1, 1), date(2020, 1, 1).toordinal()),
    ("é", "e\u0301"),
    ("\ud800", "?"),
    (2**53, 2**53 + 1),
    (2**70, -(2**70)),
]
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(),
    st.dates(),
    st.lists(st.text(), max_size=3),
)


@pytest.mark.parametrize(("one", "other"), DIFFERENT, ids=map(str, DIFFERENT))
@pytest.mark.parametrize("days", [(), (1,)])
def test_different_values_have_different_digests(one, other, days):
    assert len(set(row_digests([("id", one, "x"), ("id", other, "x")], days))) == 2
    assert packed_props({"note": one}) != packed_props({"note": other})


@given(st.lists(st.tuples(VALUES, VALUES), min_size=1))
def test_a_row_has_the_same_digest_in_any_company(rows):
    together = list(row_digests(rows, (1,)))
    assert together == [next(row_digests([row])) for row in rows]


@given(VALUES, VALUES)
def test_equal_digests_mean_equal_values_of_one_type(one, other):
    same = type(one) is type(other) and repr(one) == repr(other)
    assert (packed((one,)) == packed((other,))) is same


def test_a_text_of_a_toml_document_is_a_text():
    text = tomlkit.parse('a = "x"')["a"]
    assert packed((text,)) == packed(("x",))
    assert packed((["x", text],)) == packed((["x", "x"],))


def test_the_name_of_a_property_counts():
    assert packed_props({"since": "2020"}) != packed_props({"until": "2020"})
    assert packed_props({"a": 1, "b": 2}) == packed_props({"b": 2, "a": 1})


def ties(**props):
    return Ties("SUPPORTS", "Actor", "Actor", ["a"], ["b"], {name: [value] for name, value in props.items()})


@pytest.mark.parametrize("name", sorted(TIE_PROPERTIES))
def test_every_property_of_a_tie_counts(name):
    assert list(ties(**{name: "x"}).digests()) != list(ties(**{name: "y"}).digests())
    assert list(ties(**{name: "x"}).digests()) != list(ties().digests())


def test_the_ends_of_a_tie_count():
    one = Ties("SUPPORTS", "Actor", "Actor", ["a", "b", "a"], ["b", "a", "c"], {})
    assert len(set(one.digests())) == 3
