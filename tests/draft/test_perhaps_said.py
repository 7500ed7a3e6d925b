"""The gate on whom the rules hear speak: of nested speakers the innermost, of no speaker's words nothing."""

from __future__ import annotations

import pytest

from tests.draft.pact import make_case
from tiebook.case import Text, open_case
from tiebook.draft.gate import Gate, Kept
from tiebook.draft.names import NameIndex
from tiebook.draft.protocol import read_proposal
from tiebook.model.codebook import UNSPECIFIED

CONTENT = "Mali said that Chile said that Oman armed Peru in Lima, and that Peru may arm Oman."
DEED = {"from": "oman", "tie": "AIDS", "to": "peru", "quote": "Oman armed Peru"}


def kept(tmp_path, more, *heard):
    """Return what passes of a proposal where these are heard: the first and the last word that each says, and who."""
    text = Text.of(CONTENT, "0" * 64)
    case = open_case(make_case(tmp_path / "pact"), text)
    places = [
        (CONTENT.index(first), CONTENT.index(last) + len(last), who if isinstance(who, tuple) else (who,))
        for first, last, who in heard
    ]
    places = [
        (one, other, tuple(case.author if each == "author" else each for each in who)) for one, other, who in places
    ]
    found = Gate(case, text, NameIndex(()), heard={1: tuple(places)}).check(read_proposal({**DEED, **more}, 1), 1)
    assert isinstance(found, Kept), found
    return found


@pytest.mark.parametrize(
    ("heard", "who"),
    [
        ([("Chile said", "Lima", "mali"), ("Oman armed", "Lima", "chile")], "Chile"),
        ([("Oman armed", "Lima", "mali"), ("in Lima", "may arm", "chile")], "Mali"),
        ([("Oman armed", "Oman armed Peru", "mali")], "Mali"),  # the very words
        ([("armed Peru", "Lima", "mali")], None),  # without the first of them
        ([("Oman armed", "armed", "mali")], None),
        ([("Oman armed", "Lima", ("mali", "chile"))], "Mali and Chile"),
        ([("Oman armed", "Lima", ("author", "chile"))], "Chile"),
        ([("Oman armed", "Lima", "author")], None),
        ([("Oman armed", "Lima", UNSPECIFIED)], "somebody else"),
    ],
)
def test_the_innermost_speaker_around_the_quote_is_named(tmp_path, heard, who):
    hint = kept(tmp_path, {}, *heard).hint
    assert hint == (who and f"perhaps said by {who}, not by the author")


@pytest.mark.parametrize(
    "more",
    [
        {"holder": "chile"},
        {"mode": "feared", "by": "chile", "quote": "Peru may arm Oman", "from": "peru", "to": "oman"},
        {"stance": "presupposes"},
    ],
)
def test_what_says_whose_it_is_needs_no_hint(tmp_path, more):
    assert kept(tmp_path, more, ("Mali", "arm Oman", "mali")).hint is None


def test_what_may_go_on_or_is_over_is_no_state(tmp_path):
    text = Text.of("Oman has supplied drones to Peru since 2021. Oman has trained Peru since 2019.", "0" * 64)
    case = open_case(make_case(tmp_path / "pact"), text)

    def aspect(**more):
        item = {
            "from": "oman",
            "tie": "SELLS_ARMS_TO",
            "to": "peru",
            "quote": "supplied drones to Peru",
            "since": "2021",
        }
        found = Gate(case, text, NameIndex(())).check(read_proposal({**item, **more}, 1), 1)
        assert isinstance(found, Kept), found
        return found.values.get("aspect")

    assert aspect() == "state"
    assert aspect(mode="hypothetical") is None
    assert aspect(ended=True) is None
    assert aspect(since="2019") is None


def test_a_stop_within_the_quote_does_not_end_its_sentence(tmp_path):
    text = Text.of("Since 2021 Oman has supplied drones to the St. Lima base of Peru.", "0" * 64)
    case = open_case(make_case(tmp_path / "pact"), text)
    item = {
        "from": "oman",
        "tie": "SELLS_ARMS_TO",
        "to": "peru",
        "quote": "drones to the St. Lima base",
        "since": "2021",
    }
    found = Gate(case, text, NameIndex(())).check(read_proposal(item, 1), 1)
    assert isinstance(found, Kept), found
    assert found.values["aspect"] == "state"
