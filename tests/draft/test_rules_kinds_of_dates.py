"""The rules and dates: of a tie only those of its own clause, of a statement those beside who says it."""

from __future__ import annotations

import pytest

from tests.draft.pact import make_case
from tests.draft.sentences import read, ties
from tiebook.case import Text, open_case
from tiebook.draft.gate import Gate, Kept
from tiebook.draft.names import NameIndex
from tiebook.draft.protocol import read_proposal
from tiebook.draft.rules.when import counted_from, open_since


@pytest.mark.parametrize(
    ("text", "start", "tie", "end", "since", "until"),
    [
        # another clause has its own date
        ("Peru has ties with Oman, which joined the United Nations in 1971.", "peru", "COOPERATES_WITH", "oman", None, None),
        ("Peru has ties with Oman, which joined the United Nations in 1971.", "oman", "MEMBER_OF", "united-nations", "1971", None),
        ("Chile condemned Mali, which had expelled its envoy in 2022.", "chile", "CRITICISES", "mali", None, None),
        ("Chile sold missiles to Peru after Oman left the treaty in 2015.", "chile", "SELLS_ARMS_TO", "peru", None, None),
        ("Chile, which left the pact in 2016, sold drones to Peru.", "chile", "SELLS_ARMS_TO", "peru", None, None),
        ("Chile sold drones to Peru and sanctioned Bolivia in 2018.", "chile", "SELLS_ARMS_TO", "peru", None, None),
        ("Chile sold drones to Peru and sanctioned Bolivia in 2018.", "chile", "SANCTIONS", "bolivia", "2018", None),
        ("Chile has ties with Oman, a member of the United Nations since 1971.", "chile", "COOPERATES_WITH", "oman", None, None),
        ("Chile said in May 2020 that Peru armed Mali.", "peru", "AIDS", "mali", None, None),
        ("Chile finances Peru and, until 2024, paid Mali.", "chile", "AIDS", "peru", None, None),
        ("Chile armed Peru in 2019 and, in 2021, sanctioned Mali.", "chile", "AIDS", "peru", "2019", None),
        ("Chile armed Peru in 2019 and, in 2021, sanctioned Mali.", "chile", "SANCTIONS", "mali", "2021", None),
        ("Chile armed Peru and in 2021 sanctioned Mali.", "chile", "AIDS", "peru", None, None),
        # what somebody is or has is not dated by what they do
        ("Peru's ally Chile bombed Mali in 2016.", "chile", "ALLIED_WITH", "peru", None, None),
        ("Peru's ally Chile bombed Mali in 2016.", "chile", "USES_FORCE_AGAINST", "mali", "2016", None),
        # a sentence may open with its date, also in capitals
        ("In August 2024 Peru and Chile signed a defence pact.", "chile", "ALLIED_WITH", "peru", "2024-08", None),
        ("In August 2024 Peru left, and Chile sold drones to Mali.", "chile", "SELLS_ARMS_TO", "mali", "2024-08", None),
        ("Since 2011 Peru has been at odds with Chile.", "peru", "CONFLICTS_WITH", "chile", "2011", None),
        ("On October 10, 2024, Peru sold drones to Chile.", "peru", "SELLS_ARMS_TO", "chile", "2024-10-10", None),
        ("At a summit in Lima in May 2019, Peru and Chile agreed to trade.", "chile", "AGREES_WITH", "peru", "2019-05", None),
        ("After a summit in May 2019, Peru sold drones to Chile.", "peru", "SELLS_ARMS_TO", "chile", None, None),
        # what is said of a deed that a noun names dates it, also behind a comma or as the sentence itself
        ("The pact between Peru and Chile, signed in 1998, bars attacks.", "chile", "AGREES_WITH", "peru", "1998", None),
        ("The summit between Peru and Chile held in May 2019 failed.", "chile", "MEETS_WITH", "peru", "2019-05", None),
        ("Peru's embargo on Chile, which was imposed in 1998, hurts.", "peru", "SANCTIONS", "chile", "1998", None),
        ("Peru's embargo on Chile was imposed in 1998 and lifted in 2005.", "peru", "SANCTIONS", "chile", "1998", None),
        ("Peru's embargo on Chile has been in force since 1998.", "peru", "SANCTIONS", "chile", "1998", None),
        ("The war between Peru and Chile broke out in 1879.", "chile", "USES_FORCE_AGAINST", "peru", "1879", None),
        ("Peru's war with Chile, fought from 1879 to 1883, ruined it.", "chile", "USES_FORCE_AGAINST", "peru", "1879", "1883"),
        ("In 2005 Mali condemned Peru's invasion of Chile launched in 2003.", "peru", "USES_FORCE_AGAINST", "chile", "2003", None),
        ("Peru's embargo on Chile, which left the pact in 1998, hurts.", "peru", "SANCTIONS", "chile", None, None),
        ("Peru's pact with Chile, which signed it in 1998, matters.", "chile", "AGREES_WITH", "peru", None, None),
        ("Peru's attack on Chile, begun after Mali left in 2003, failed.", "peru", "USES_FORCE_AGAINST", "chile", None, None),
        ("Peru's talks with Chile were not held in 2019.", "chile", "MEETS_WITH", "peru", None, None),
        # what is said with a deed is said when that is done
        ("Chile left the pact in May 2016, blaming Peru.", "chile", "CRITICISES", "peru", "2016-05", None),
        ("In May 2019 Chile left the pact, threatening Peru.", "chile", "THREATENS", "peru", "2019-05", None),
        ("Chile left the pact in 2016, accusing Peru of arming Mali.", "peru", "AIDS", "mali", None, None),
        ("Chile, which left the pact in 2016, armed Mali, blaming Peru.", "chile", "CRITICISES", "peru", None, None),
        ("Chile left the pact signed in 1998, blaming Peru.", "chile", "CRITICISES", "peru", None, None),
        ("Chile left in 2016, having blamed Peru.", "chile", "CRITICISES", "peru", None, None),
        # its own date comes first, wherever it stands
        ("In 2019 Peru sold drones to Chile, and in 2021 Oman sanctioned Mali.", "oman", "SANCTIONS", "mali", "2021", None),
        ("Peru in 2019 sold drones to Chile.", "peru", "SELLS_ARMS_TO", "chile", "2019", None),
        ("Peru has trained Chilean soldiers at its base in Lima since 2017.", "peru", "AIDS", "chile", "2017", None),
        ("In the 1980s Peru sold drones to Chile.", "peru", "SELLS_ARMS_TO", "chile", "198X", None),
        ("Peru armed Chile until the late 1990s.", "peru", "AIDS", "chile", None, "199X"),
    ],
)  # fmt: skip
def test_a_tie_has_the_date_of_its_own_clause(text, start, tie, end, since, until):
    found = [(each.since, each.until) for each in read(text) if (each.start, each.tie, each.end) == (start, tie, end)]
    other = [(each.since, each.until) for each in read(text) if (each.end, each.tie, each.start) == (start, tie, end)]
    assert found + other == [(since, until)]


def test_the_dates_of_a_life_are_none_of_an_office():
    (office,) = [
        each for each in read("President Ana Rojas of Peru fought in Mali from 2001 to 2003.") if "OFFICE" in each.tie
    ]
    assert (office.since, office.until) == (None, None)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Mali met Peru's President Ana Rojas in 2019.", None, None),
        ("Mali met President Ana Rojas of Peru in 2019.", None, None),
        ("Peru's president, Ana Rojas, in 2019 left.", None, None),
        ("Ana Rojas, president of Peru since 2013, left.", "2013", None),
        ("Ana Rojas, Peru's president from 2006 to 2010, left.", "2006", "2010"),
    ],
)
def test_what_stands_behind_a_title_dates_the_deed_and_not_the_office(text, since, until):
    (office,) = [each for each in read(text) if "OFFICE" in each.tie]
    assert (office.since, office.until) == (since, until)


@pytest.mark.parametrize(
    ("text", "said_on"),
    [
        ("Chile said on 3 June 2025 that Peru armed Mali.", "2025-06-03"),
        ("On 3 June 2025 Chile said that Peru armed Mali.", "2025-06-03"),
        ("Peru armed Mali in 2019, Chile said in May 2024.", "2024-05"),
        ("In 2019, Chile claimed, Peru armed Mali.", None),  # that is when it did
        ("Chile said that Peru armed Mali in 2019.", None),
        ("Peru armed Mali in 2019.", None),
    ],
)
def test_a_statement_has_the_date_beside_who_makes_it(text, said_on):
    (found,) = [each for each in read(text) if each.tie == "AIDS"]
    assert found.said_on == said_on


def test_whatever_follows_in_a_list_of_deeds_is_not_what_was_said():
    for text in (
        "Peru called it a crime, recalled its ambassador from Chile and closed the border.",
        "Peru described Oman as a bully, sanctioned Chile and left.",
    ):
        (found,) = [each for each in read(text) if each.end == "chile"]
        assert found.holder == (), text
    (told,) = [
        each for each in read("Peru said that Oman armed Mali, sanctioned Chile and left.") if each.end == "chile"
    ]
    assert (told.start, told.holder) == ("oman", ("peru",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Peru moved soldiers to Chile's border.", set()),
        ("Peru pays the salaries of soldiers in Chile.", set()),
        ("Peru trains soldiers in Chile.", {"peru AIDS chile"}),
        ("Peru keeps soldiers in Chile.", {"peru PRESENT_IN chile"}),
        ("Peruvian warships paid a visit to Chile.", {"peru MEETS_WITH chile", "peru PRESENT_IN chile"}),
        ("Peru opposes any navy of a landlocked state in the Red Sea.", set()),
        (
            "In May, the leaders of Peru, Chile and Mali met.",
            {"peru MEETS_WITH chile", "peru MEETS_WITH mali", "chile MEETS_WITH mali"},
        ),
        ("Despite warnings from Peru, Chile and Mali met.", {"chile MEETS_WITH mali"}),
    ],
)  # fmt: skip
def test_who_is_where_and_who_belongs_to_a_list(text, said):
    assert ties(text) == said


@pytest.mark.parametrize(
    ("quote", "more", "aspect"),
    [
        ("Oman has supplied drones to Peru", {"since": "2021"}, "state"),
        ("Oman has supplied drones to Peru", {"since": "2021", "aspect": "event"}, "event"),
        ("Oman has supplied drones to Peru", {"since": "2020"}, None),  # another date
        ("Oman has supplied drones to Peru", {"since": "2021", "until": "2023"}, None),
        ("Oman has supplied drones to Peru", {}, None),
        ("Oman sold tanks to Peru", {"since": "2015"}, None),  # once; the other sentence has "since"
    ],
)
def test_what_goes_on_since_a_date_does_not_happen_then(tmp_path, quote, more, aspect):
    text = Text.of(
        "Oman sold tanks to Peru in 2015. Oman has supplied drones to Peru since 2021, and more since 2015.", "0" * 64
    )
    case = open_case(make_case(tmp_path / "pact"), text)
    item = {"from": "oman", "tie": "SELLS_ARMS_TO", "to": "peru", "quote": quote, **more}
    kept = Gate(case, text, NameIndex(())).check(read_proposal(item, 1), 1)
    assert isinstance(kept, Kept), kept
    assert kept.values.get("aspect") == aspect


def test_since_is_told_from_in():
    assert open_since("Since May 2011 they met.", "2011-05")
    assert not open_since("They met in May 2011.", "2011-05")


@pytest.mark.parametrize(
    ("published", "said", "meant"),
    [
        ("2025-01-20", "sold it last month", "sold it in December 2024"),
        ("2025-06", "sold it this month", "sold it in June 2025"),
        ("2025-06", "since last year", "since 2024"),
        ("2025", "until early last year", "until 2024"),
        ("2025", "earlier this year they met", "in 2025 they met"),
        ("2025", "sold it last month", "sold it last month"),  # of which month is not known
        ("2025", "in the last year", "in the last year"),  # of something
        ("2025", "last year of the war", "last year of the war"),
        ("2025", "last year's deal", "last year's deal"),
        ("2025~", "last year", "last year"),
        ("", "last year", "last year"),
    ],
)
def test_last_year_counts_from_when_the_text_was_published(published, said, meant):
    assert counted_from(published, said) == meant


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Chile sold drones to Mali last year.", ("2019", None, None)),  # the texts of these tests are of 2020
        ("Earlier this year Chile sold drones to Mali.", ("2020", None, None)),
        ("Chile sold drones to Mali until last year.", (None, "2019", None)),
        ("Chile, which left last year, sold drones to Mali.", (None, None, None)),
        ("Peru said this year that Chile sold drones to Mali last year.", ("2019", None, "2020")),
    ],
)
def test_the_rules_count_last_year_from_the_date_of_the_text(text, dates):
    (found,) = [each for each in read(text) if each.tie == "SELLS_ARMS_TO"]
    assert (found.since, found.until, found.said_on) == dates


def test_what_goes_on_since_last_year_is_a_state(tmp_path):
    text = Text.of("Oman has supplied drones to Peru since last year.", "0" * 64)
    case = open_case(make_case(tmp_path / "pact"), text)  # of 2025
    item = {"from": "oman", "tie": "SELLS_ARMS_TO", "to": "peru", "quote": "supplied drones to Peru", "since": "2024"}
    kept = Gate(case, text, NameIndex(())).check(read_proposal(item, 1), 1)
    assert isinstance(kept, Kept), kept
    assert kept.values["aspect"] == "state"
