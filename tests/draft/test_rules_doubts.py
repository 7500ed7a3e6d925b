"""What is taken back is not proposed as a fact: allies, endings, disbelief, what nearly was, feints and conditions."""

import pytest

from tests.draft.sentences import read, ties
from tiebook.draft.rules.when import ended_on

NOTHING = [
    # done with somebody, not to them
    "Mali fought beside Chad in the desert.",
    "Mali fought on the side of Chad.",
    "Mali fought for Chad.",
    # believed by nobody, or called false
    "Nobody believes that Peru armed Chile.",
    "No analyst believes that Peru armed Chile.",
    "None of the diplomats said that Peru armed Chile.",
    "Few expect Peru to join NATO.",
    "It is a myth that Peru armed Chile.",
    "It is not true that Peru armed Chile.",
    "It would be wrong to say that Peru armed Chile.",
    "There is no evidence that Peru armed Chile.",
    "The report that Peru armed Chile is false.",
    "The claim that Peru armed Chile is unfounded.",
    "Oman doubts that Peru armed Chile.",
    "Spain questioned the claim that Peru armed Chile.",
    # nearly, and not in earnest
    "Peru almost signed a treaty with Chile in 2016.",
    "Peru nearly attacked Chile.",
    "Peru all but attacked Chile.",
    "Peru hardly supported Chile.",
    "Peru narrowly avoided attacking Chile.",
    "Peru was on the verge of attacking Chile.",
    "Peru came close to attacking Chile.",
    "Peru pretended to support Chile.",
    "Peru feigned to help Chile.",
    # the end of what there is may be wanted, and what there is not
    "Peru plans to suspend cooperation with Chile.",
    # contrary to fact, and denied twice
    "Without Oman, Peru would not have attacked Chile.",
    "Peru did not persuade Chile to sanction Oman.",
    "Peru never ceased supporting Chile.",
]
ENDED = [
    ("Mali ended its alliance with Chad in 2021.", "2021"),
    ("Mali resolved its quarrel with Chad in 2021.", "2021"),
    ("Mali and Chad ended their alliance in 2021.", "2021"),
    ("Mali broke off its alliance with Chad in May 2018.", "2018-05"),
    ("The alliance between Mali and Chad was suspended in 2015.", "2015"),
    ("Mali's cooperation with Chad collapsed in 2012.", "2012"),
    ("The end of the alliance between Mali and Chad came in 2015.", "2015"),
    ("Mali froze its support for Chad.", None),
    ("In 2020 Mali ended its support for Chad.", "2020"),
    ("Mali ended its alliance with Chad and left in 2020.", None),
    ("Mali dropped its support for Chad in 2012.", "2012"),
]
SAID = [
    ("Peru stopped selling arms to Chile in 2019.", "not peru SELLS_ARMS_TO chile"),
    ("Peru stopped short of sanctioning Chile.", "not peru SANCTIONS chile"),
    ("Peru refrained from criticising Chile.", "not peru CRITICISES chile"),
    ("Peru failed to support Chile.", "not peru SUPPORTS chile"),
    ("Peru would have attacked Chile.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("Peru failed to persuade Chile to sanction Oman.", "chile SANCTIONS oman (sought)"),
    ("Peru has almost always supported Chile.", "peru SUPPORTS chile"),
    ("A few analysts believe that Peru armed Chile.", "peru AIDS chile"),
    ("Oman denied the claim that Peru armed Chile.", "not peru AIDS chile"),
    ("Peru affects the willingness of Chile to leave.", "peru INFLUENCES chile"),
    ("Mali fought alongside Chad.", "mali COOPERATES_WITH chad"),
    ("Mali fought against Oman.", "mali USES_FORCE_AGAINST oman"),
    (
        "Peru signed a pact with Chile, under which it would recognise Somaliland if it received a port.",
        "peru AGREES_WITH chile, peru SUPPORTS somaliland (conditional)",
    ),
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_no_fact_is_not_proposed(sentence):
    assert ties(sentence) == set()


@pytest.mark.parametrize(("sentence", "until"), ENDED)
def test_what_ends_does_not_begin(sentence, until):
    (found,) = read(sentence)
    assert (found.since, found.until, found.ended) == (None, until, until is None)
    assert (found.mode, found.negated) == ("actual", False)


@pytest.mark.parametrize(("sentence", "expected"), SAID)
def test_what_else_a_clause_says(sentence, expected):
    assert ", ".join(sorted(ties(sentence))) == expected


def test_an_end_that_only_threatens_has_no_date():
    (found,) = [
        each for each in read("Mali threatened to suspend its alliance with Chad in 2015.") if each.tie == "ALLIED_WITH"
    ]
    assert (found.since, found.until, found.ended) == (None, None, False)


def test_several_dates_do_not_say_when_it_ended():
    assert ended_on("ended in 2021 the alliance of 1999") == "2021"
    assert ended_on("ended the alliance, made in 1999, in 2021") is None
    assert ended_on("ended in 2021 the alliance that held since 1999") == "2021"


def test_who_denies_a_claim_holds_the_denial():
    for sentence, holder in (
        ("Oman denied the claim that Peru armed Chile.", "oman"),
        ("Officials denied reports that Peru had armed Chile.", "Officials"),
        ("Chile\u2019s claim that Peru armed Oman is rejected by Spain.", "chile"),
    ):
        (found,) = [each for each in read(sentence) if each.tie == "AIDS"]
        assert found.holder == (holder,)


def test_who_failed_to_persuade_sought_it():
    (found,) = read("Peru failed to persuade Chile to sanction Oman.")
    assert (found.by, found.negated) == (("peru",), False)


def test_nobody_is_supported_because_of_whom_aid_ended():
    text = "The Tigray Front fought Mali. The European Union froze its budget support in 2020 because of Tigray."
    assert {one for one in ties(text) if "european-union" in one} == set()


def test_a_claim_that_the_text_calls_false_is_disputed():
    for sentence, stance in (
        ("Oman\u2019s claim that Peru armed Chile is false.", "disputes"),
        ("Oman\u2019s false claim that Peru armed Chile spread.", "disputes"),
        ("Oman\u2019s claim that Peru armed Chile is not false.", "reports"),
    ):
        (found,) = [each for each in read(sentence) if each.tie == "AIDS"]
        assert (found.holder, found.stance) == (("oman",), stance)
