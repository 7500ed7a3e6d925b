"""The rules and dates of sentences with several clauses: whose a date at the beginning, behind a dash or far behind is."""

from __future__ import annotations

import pytest

from tests.draft.sentences import read
from tiebook.draft.rules.when import counted_from


@pytest.mark.parametrize(
    ("text", "tie", "since", "until", "said_on"),
    [
        # the date that opens a sentence is that of its main clause
        ("In 2016 Peru left when Chile armed Mali.", "AIDS", None, None, None),
        ("In May 2016 Oman left although Chile armed Mali.", "AIDS", None, None, None),
        ("In 2016, Peru, which armed Mali, left.", "AIDS", None, None, None),
        ("In 2016 Chile said that Oman claimed Peru armed Mali.", "AIDS", None, None, None),
        ("On 3 June 2025 Oman came because Chile said that Peru armed Mali.", "AIDS", None, None, None),
        ("In May 2016, Peru said, Chile armed Mali.", "AIDS", "2016-05", None, None),
        # of what is taken for granted it is none
        ("In 2016 Peru's ally Chile bombed Mali.", "ALLIED_WITH", None, None, None),
        ("In 2016 Peru's ally Chile bombed Mali.", "USES_FORCE_AGAINST", "2016", None, None),
        # nor is one behind a dash
        ("Peru armed Mali \u2014 in 2019, Oman left.", "AIDS", None, None, None),
        # some words may stand between, and not many
        ("Peru armed Mali with drones and tanks of the navy in 2016.", "SELLS_ARMS_TO", "2016", None, None),
        ("Peru armed Mali, with drones and tanks and many ships of the navy, in 2016.", "SELLS_ARMS_TO", None, None, None),
        ("Peru armed Mali from 2016 to 2010.", "AIDS", None, None, None),  # a slip
        ("Peru ended its support of Mali in 2010 and in 2012.", "SUPPORTS", None, None, None),  # which of the two?
        ("Peru ended its support of Mali in 2010.", "SUPPORTS", None, "2010", None),
        ("In 1983 Peru invaded Chile, and in May 1984, it armed Mali.", "AIDS", "1984-05", None, None),
        ("In 1983 Peru invaded Chile, and in May 1984, it armed Mali.", "USES_FORCE_AGAINST", "1983", None, None),
        ("Peru invaded Chile in 1990; in 1994, it armed Mali.", "AIDS", "1994", None, None),
    ],
)  # fmt: skip
def test_a_clause_has_its_own_date(text, tie, since, until, said_on):
    found = [each for each in read(text) if each.tie == tie]
    assert [(each.since, each.until, each.said_on) for each in found] == [(since, until, said_on)]


@pytest.mark.parametrize(
    ("published", "said", "meant"),
    [
        ("2025-02-03", "last month", "in January 2025"),
        ("2025-01-03", "this month", "in January 2025"),
        ("2025-01-03", "last month", "in December 2024"),
        ("2025-12", "last month", "in November 2025"),
    ],
)
def test_months_count_within_their_year(published, said, meant):
    assert counted_from(published, said) == meant
