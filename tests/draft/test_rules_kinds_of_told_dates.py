"""The rules and dates of what is only told of: a charge and the deed, an office and a visit, a reason; denials with a remark."""

from __future__ import annotations

import pytest

from tests.draft.sentences import read, ties


def dated(text, tie):
    return [(each.since, each.until, each.said_on) for each in read(text) if each.tie == tie]


@pytest.mark.parametrize(
    ("text", "tie", "since", "said_on"),
    [
        # the date beside a charge is not that of the deed
        ("Peru accused Chile on 3 May 2020 of arming Mali.", "AIDS", None, "2020-05-03"),
        ("On 3 May 2020 Peru accused Chile of arming Mali.", "AIDS", None, "2020-05-03"),
        ("Peru on 4 June 2021 accused Chile of bombing Mali.", "USES_FORCE_AGAINST", None, "2021-06-04"),
        ("Kenya in 2019 blamed Somalia for attacking Chad.", "USES_FORCE_AGAINST", None, "2019"),
        ("Oman suspected Chile in 2020 of arming Mali.", "AIDS", None, "2020"),
        ("In May 2021 Oman charged Chile with bombing Mali.", "USES_FORCE_AGAINST", None, "2021-05"),
        ("In 2020 Peru accused Chile of arming Mali and bombing Oman.", "USES_FORCE_AGAINST", None, "2020"),
        ("Oman condemned Chile in 2021 for bombing Mali.", "USES_FORCE_AGAINST", None, None),
        ("In 2020 Peru denied arming Mali.", "AIDS", None, "2020"),
        ("In 2019 Chile said Peru armed Mali.", "AIDS", None, "2019"),
        ("Peru claimed in 2020 to have armed Mali.", "AIDS", None, "2020"),
        # ... and one behind the deed is its own
        ("Peru accused Chile of arming Mali in 2016.", "AIDS", "2016", None),
        ("Peru accused Chile in 2020 of having armed Mali in 2016.", "AIDS", "2016", "2020"),
        ("Peru admits to have armed Mali in 2016.", "AIDS", "2016", None),
        ("Peru accused Chile on 3 May 2020 of arming Mali.", "CRITICISES", "2020-05-03", None),
        # what begins, or is how something is done, has the date of its verb
        ("In 2020 Peru began arming Mali.", "AIDS", "2020", None),
        ("In 2016 Peru responded by arming Mali.", "AIDS", "2016", None),
        # an apposition dates the office
        ("Maduro, president since 2013, visited Moscow.", "PRESENT_IN", None, None),
        ("Ana Rojas, prime minister since May 2019, condemned Chile.", "CRITICISES", None, None),
        ("Putin, in power since 2000, visited Peru.", "PRESENT_IN", None, None),
        ("Peru met Maduro, president since 2013.", "MEETS_WITH", None, None),
        ("Peru, a member of NATO since 2004, armed Mali.", "AIDS", None, None),
        ("Peru, a member of NATO since 2004, armed Mali.", "MEMBER_OF", "2004", None),
        ("In 2019 Peru, a member of NATO since 2004, armed Mali.", "AIDS", "2019", None),
        ("Oman invited Ana Rojas, the Chilean president, to visit Muscat in May 2021.", "HOLDS_OFFICE_IN", None, None),
        ("Peru, in May 2016, armed Mali.", "AIDS", "2016-05", None),
        # a date at the head is of the main clause, not of a reason or an occasion
        ("In 2016 Peru left the pact because Chile armed Mali.", "AIDS", None, None),
        ("In 2016 Peru withdrew from the treaty since Chile armed Mali.", "AIDS", None, None),
        ("In 2016, as Chile armed Mali, Peru left the pact.", "AIDS", None, None),
        ("In 2016, after Oman armed Kenya, Peru left.", "AIDS", None, None),
        ("In 2016, after a summit, Chile armed Mali.", "AIDS", "2016", None),
        ("Peru armed Mali in 2016 because Chile left.", "AIDS", "2016", None),
        ("Since 2016 Chile has armed Mali.", "AIDS", "2016", None),
        # when somebody is to come
        ("Peru invited Chile's minister to travel to Lima in November 2026.", "PRESENT_IN", "2026-11", None),
        ("Peru invited Chile's envoy in May 2026 to travel to Lima in November 2026.", "PRESENT_IN", "2026-11", None),
        ("Peru has invited Chile's envoy, Ana Rojas, to travel to Lima in May 2026.", "PRESENT_IN", "2026-05", None),
        # a deal dates only what is agreed
        ("Chile sells gas to Peru, under a deal signed in 2019.", "ECONOMIC_TIE_TO", None, None),
        ("Chile sells gas to Peru, under an agreement between the two signed in 2019.", "ECONOMIC_TIE_TO", None, None),
        ("Chile sells gas to Peru, under an agreement between the two signed in 2019.", "AGREES_WITH", "2019", None),
    ],
)  # fmt: skip
def test_a_date_is_of_what_it_stands_with(text, tie, since, said_on):
    assert dated(text, tie) == [(since, None, said_on)]


@pytest.mark.parametrize(
    ("text", "holder", "quote"),
    [
        ("Peru denied, however, arming Mali.", "peru", "denied, however, arming Mali"),
        ("Peru denied, for its part, arming Mali.", "peru", "denied, for its part, arming Mali"),
        ("Peru, for its part, denied arming Mali.", "peru", "denied arming Mali"),
        ("Oman denied, on Friday, arming Mali.", "oman", "denied, on Friday, arming Mali"),
        ("Oman denied in May 2021, for the second time, arming Mali in 2016.", "oman", None),
        ("Peru denies, moreover, that Chile armed Mali.", "peru", "denies, moreover, that Chile armed Mali"),
        ("Peru denied, in a statement, that Chile armed Mali.", "peru", None),
    ],
)
def test_a_denial_with_a_remark_in_it_is_one(text, holder, quote):
    (found,) = read(text)
    assert (found.tie, found.negated, found.holder) == ("AIDS", True, (holder,))
    assert quote is None or found.quote == quote


def test_what_is_denied_is_nothing_done_to_whom_it_names():
    assert ties("Peru has denied supplying Mali.") == set()
    assert ties("Oman, which denied on Friday bombing Chile, left.") <= {"not oman USES_FORCE_AGAINST chile"}


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("In May 2021 Oman charged Chile with bombing Mali.", "chile"),
        ("Oman charged Chile and Peru with bombing Mali.", "chile peru"),
    ],
)
def test_whoever_is_charged_did_it(text, acts):
    assert {each.start for each in read(text) if each.tie == "USES_FORCE_AGAINST"} == set(acts.split())


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the ministers of Peru, Chile and Mali met.",
        "In Lima the presidents of Peru, Chile and Mali met.",
        "On Monday Peru, Chile and Mali met.",
        "In 2016 Peru, Chile and Mali met.",
        "In May, the leaders of Peru, Chile and Mali met.",
    ],
)
def test_a_list_behind_a_day_is_whole(text):
    pairs = {frozenset((each.start, each.end)) for each in read(text) if each.tie == "MEETS_WITH"}
    assert pairs == {frozenset(("peru", "chile")), frozenset(("peru", "mali")), frozenset(("chile", "mali"))}


def test_what_a_sentence_opens_with_is_in_no_list():
    assert ties("In Peru, Chile and Mali met.") == {"chile MEETS_WITH mali"}
