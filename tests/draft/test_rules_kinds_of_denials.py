"""The rules and denials, claims and comments as agencies write them: what is denied, by whom, and where a voice ends."""

import pytest

from tests.draft.sentences import read, ties


@pytest.mark.parametrize(
    ("text", "tie", "negated", "holder"),
    [
        # when, where or how stands before what is denied
        ("The Kremlin denied on Tuesday that Putin had met Prigozhin.", "MEETS_WITH", True, "russia"),
        ("Oman denied in a statement that Chile had bombed Mali.", "USES_FORCE_AGAINST", True, "oman"),
        ("Kenya denied in Nairobi on 3 May 2020 that Chad armed Mali.", "AIDS", True, "kenya"),
        # a charge of an act, rejected
        ("Kenya rejected the accusation of arming Somalia.", "AIDS", True, "kenya"),
        ("Nairobi denied accusations of arming Somalia.", "AIDS", True, "kenya"),
        ("Peru dismissed allegations of bombing Mali.", "USES_FORCE_AGAINST", True, "peru"),
        # a claim "by" somebody is theirs, whoever rejects it
        ("A claim by Peru that Chile armed Mali was rejected by Santiago.", "AIDS", False, "peru"),
        ("Allegations by Oman that Kenya attacked Chad were dismissed.", "USES_FORCE_AGAINST", False, "oman"),
        # whoever comments on reports does not say it
        ("Kenya declined to comment on reports that it sent troops to Chad.", "PRESENT_IN", False, "unspecified"),
        # the words for people are whole
        (
            "According to a spokesman for the Peruvian foreign ministry, Chile armed Mali.",
            "AIDS",
            False,
            "spokesman for the Peruvian foreign ministry",
        ),
        (
            "A spokeswoman for the Chilean army said Peru had attacked Mali.",
            "USES_FORCE_AGAINST",
            False,
            "spokeswoman for the Chilean army",
        ),
        ("As reported by Reuters, Chile armed Mali.", "AIDS", False, "Reuters"),
        ("As noted by officials in Lima, Chile armed Mali.", "AIDS", False, "officials in Lima"),
        # whoever is quoted says it, not who quotes them
        ("Reuters quoted a diplomat as saying Chile armed Mali.", "AIDS", False, "diplomat"),
        ("Reuters quoted Ana Rojas as saying that Chile armed Mali.", "AIDS", False, "Ana Rojas"),
        ("Ana Rojas was quoted as saying that Chile armed Mali.", "AIDS", False, "Ana Rojas"),
        # whom somebody tells is no speaker
        ("Chile armed Mali in 2015, Ana Rojas, a former minister, told the newspaper.", "AIDS", False, "Ana Rojas"),
        # "reports" after its first word is a noun
        ("Unconfirmed reports said Chile had attacked Peru.", "USES_FORCE_AGAINST", False, "unspecified"),
    ],
)
def test_who_denies_or_says_it(text, tie, negated, holder):
    (found,) = [each for each in read(text) if each.tie == tie]
    assert (found.negated, found.holder) == (negated, (holder,))


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Rwanda, which denies backing rebels, signed a deal with Congo.", "AGREES_WITH"),
        ("Peru, which denied arming Mali, attacked Chile.", "USES_FORCE_AGAINST"),
    ],
)
def test_a_denial_in_a_relative_clause_ends_with_it(text, tie):
    (found,) = [each for each in read(text) if each.tie == tie]
    assert (found.negated, found.holder) == (False, ())


def test_nobody_opposes_whom_a_rejected_claim_is_about():
    assert not [
        each
        for each in read("A claim by Peru that Chile armed Mali was rejected by Santiago.")
        if each.end == "mali" and each.tie != "AIDS"
    ]


def test_neither_of_two_does_it():
    assert ties("Neither Kenya nor Mali supports Libya.") == {"not kenya SUPPORTS libya", "not mali SUPPORTS libya"}
