"""Two states are called allied where a pact of two obliges both to fight, while both are members."""

import pytest

from tests.loaders.source_readers import ties
from tiebook.crosswalk import Resolver, crosswalk
from tiebook.sources.alliances import Membership, allied
from tiebook.sources.declaration import declaration_of, find_dataset
from tiebook.sources.row_filter import RowFilter
from tiebook.sources.source_reader import SourceReader

FIGHT = ("defence", "offence")


def spell(*parties, fighting=FIGHT):
    """Return (since, until) of the tie that a pact makes, or None."""
    reader = SourceReader(declaration_of(find_dataset("atop")), Resolver(crosswalk()), RowFilter(), {})
    allied(reader, "1", "a pact", parties, fighting)
    found = ties(reader.batch(), "ALLIED_WITH")
    return (found[0].props["since"], found[0].props.get("until"), found[0].props["obligations"]) if found else None


def party(actor, since="1950", until=None, obligations=("defence", "consultation")):
    return Membership(actor, since, until, obligations)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("1950", None), ("1960", None), ("1960", None)),
        (("1960", None), ("1950", None), ("1960", None)),
        (("1950", "1970"), ("1950", "1980"), ("1950", "1970")),
        (("1950", None), ("1950", "1980"), ("1950", "1980")),
        (("1950-06", None), ("1950", None), ("1950", None)),
        (("1950", "1960"), ("1961", None), None),
        (("1950", "1960"), ("1960", None), ("1960", "1960")),
        ((None, None), ("1950", None), None),
    ],
)
def test_from_the_later_beginning_to_the_earlier_end(one, other, expected):
    found = spell(party("china", *one), party("iran", *other))
    assert (found and found[:2]) == expected


@pytest.mark.parametrize(("given", "found"), [(None, 1), (-1, -1), (0, 0)])
def test_a_tie_has_the_sign_of_its_type_unless_it_says_its_own(given, found):
    reader = SourceReader(declaration_of(find_dataset("atop")), Resolver(crosswalk()), RowFilter(), {})
    reader.tie("ALLIED_WITH", "china", "iran", "1", gloss="a pact", since="1950", sign=given)
    assert [tie.props["sign"] for tie in ties(reader.batch(), "ALLIED_WITH")] == [found]


def test_who_is_no_ally():
    assert spell(party("china"), party("iran")) is not None
    assert spell(party("china"), party("iran"), party("france")) is None, "three parties"
    assert spell(party("china"), party("china", "1960")) is None, "one member, twice"
    assert spell(party("china"), party("iran", obligations=("consultation",))) is None, "only one has to fight"
    assert spell(party("china"), party("iran"), fighting=("offence",)) is None


def test_the_obligations_are_those_of_both():
    found = spell(party("china", obligations=("offence", "defence")), party("iran"))
    assert found is not None
    assert found[2] == ["defence"]
