"""Whom words mean that name nobody: "his office", "it supplies the country", "which condemned its vote", "each of the two"."""

from __future__ import annotations

import pytest

from tests.draft.sentences import read, ties

MEANT = [
    (
        "Kenya is Uganda's closest partner. It supplies the country with steel.",
        "kenya COOPERATES_WITH uganda, kenya ECONOMIC_TIE_TO uganda",
    ),
    (
        "Kenya left the African Union, which had denounced its vote.",
        "not kenya MEMBER_OF african-union, african-union CRITICISES kenya",
    ),
    ("Kenya left the African Union, which denounced its own staff.", "not kenya MEMBER_OF african-union"),
    ("Kenya left the African Union, which had extended its rules.", "not kenya MEMBER_OF african-union"),
    (
        "Kenya and Uganda quarrelled. Rwanda, which has a base in each of the two countries, left.",
        "kenya CONFLICTS_WITH uganda, rwanda PRESENT_IN kenya, rwanda PRESENT_IN uganda",
    ),
]
BESIDE = [
    ("Kenya mediated between Uganda and Rwanda, and Chad left.", "kenya MEDIATES uganda, kenya MEDIATES rwanda"),
    (
        "Kenya left IGAD, which it accuses of backing Chad.",
        "not kenya MEMBER_OF igad, kenya CRITICISES igad, igad SUPPORTS chad",
    ),
    ("Kenya left after police stormed the Ugandan embassy in Chad.", ""),
    ("Kenya granted asylum to a former Ugandan vice president.", ""),
    ("Kenya, for years a rival of Uganda, left.", "kenya RIVAL_OF uganda"),
    ("Kenya, since 1967 a member of the African Union, left.", "kenya MEMBER_OF african-union"),
    ("Kenya, which three years later invaded Uganda, left.", "kenya USES_FORCE_AGAINST uganda"),
    ("Wanjiru Otieno, a deputy head of Kenya's border service, left.", "Wanjiru Otieno HOLDS_OFFICE_IN kenya"),
]
NONE_YET = [
    ("Kenya talked Uganda out of attacking Chad.", ""),
    ("Kenya's denial that it armed Uganda angered Chad.", ""),
    ("Nothing suggests that Kenya armed Uganda.", ""),
    ("It would be naive to think that Kenya supports Uganda.", ""),
    ("Kenya chose talks over sanctions on Uganda.", ""),
    ("Kenya risks alienating Uganda.", "kenya INFLUENCES uganda (hypothetical)"),
    ("Kenya rarely condemns Uganda.", ""),
    ("Kenya, angered by the Ugandan advance, sent a squadron.", "kenya CRITICISES uganda"),
    ("The envoy praised the truce between Uganda and Rwanda and thanked Kenya.", "uganda AGREES_WITH rwanda"),
    ("Kenya's Safirex signed a deal with Chevron.", ""),
    ("Safirex, owned by Kenya's Umojex, closed its plant in Uganda.", ""),
    ("Kenya welcomed a Ugandan helicopter.", "kenya SUPPORTS uganda"),
    ("Kenya's king dreamed of annexing Uganda.", "kenya CONTROLS uganda (sought)"),
    ("Kenya's envoy moved the office back to Uganda.", ""),
    ("Kenya needs Ugandan investment.", "uganda ECONOMIC_TIE_TO kenya (sought)"),
    ("Kenyan firms moved plants south to escape Ugandan duties.", ""),
    ("Kenya launched a training mission to Uganda.", "kenya PRESENT_IN uganda"),
    ("Kenya launched a mission to Uganda.", "kenya MEETS_WITH uganda, kenya PRESENT_IN uganda"),
]


@pytest.mark.parametrize(("text", "expected"), [*MEANT, *BESIDE, *NONE_YET])
def test_who_is_meant(text: str, expected: str) -> None:
    assert ties(text) - {"kenya DEPENDS_ON uganda"} == set(filter(None, expected.split(", ")))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenya and Uganda are at odds again over a lake.", "are at odds"),
        ("Kenya, Uganda and Rwanda held talks on trade.", "held talks"),
    ],
)
def test_the_quote_has_the_words_by_which_several_are_tied(text: str, words: str) -> None:
    assert all(words in each.quote for each in read(text))


@pytest.mark.parametrize("office", ["office", "team", "spokesman"])
def test_who_speaks_for_a_person_speaks_as_that_person(office: str) -> None:
    text = f"Wanjiru Otieno visited Uganda, her {office} said."
    assert {each.holder for each in read(text) if each.end == "uganda"} == {("Wanjiru Otieno",)}


def test_whoever_persuades_wants_it() -> None:
    (found,) = [each for each in read("Kenya was persuaded by Uganda to sanction Chad.") if each.tie == "SANCTIONS"]
    assert (found.mode, found.by) == ("sought", ("uganda",))


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("Kenya lifted the sanctions it had imposed on Chad.", True),
        ("Kenya revoked the sanctions that it had imposed on Chad.", True),
        ("Kenya will lift the sanctions it imposed on Chad.", False),
        ("Kenya kept the sanctions it had imposed on Chad.", False),
    ],
)
def test_what_was_lifted_is_over(text: str, ended: bool) -> None:
    assert [each.ended for each in read(text)] == [ended]


def test_who_declares_war_says_nothing() -> None:
    text = "Kenya demanded that Uganda leave Chad and, when it refused, declared war."
    assert [each.holder for each in read(text) if each.tie == "PRESSURES"] == [()]
