"""What the author calls false or made up, what is only talked of, and what is over is no fact of today."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.draft.sentences import article, read, ties
from tiebook.draft.rules.reading import Reader

DISPUTED = [  # what somebody says without being right: by whom, and who else criticises
    "Peru falsely claimed that Chile armed Mali.",
    "Peru has repeatedly and falsely claimed that Chile armed Mali.",
    "Peru has wrongly accused Chile of arming Mali.",
    "Chile was wrongly accused by Peru of arming Mali.",
    "Peru baselessly alleged that Chile had armed Mali.",
    "Peru mistakenly believed that Chile had armed Mali.",
    "Chile armed Mali, Peru falsely claimed.",
    "Without evidence, Peru claimed that Chile had armed Mali.",
    "Peru, without any proof, claimed that Chile had armed Mali.",
    "Peru claimed, without justification, that Chile had armed Mali.",
    "Peru's lie that Chile armed Mali spread.",
    "Peru's untrue story that Chile armed Mali spread.",
]
REPORTED = [  # which the author leaves open
    "Peru claimed that Chile armed Mali.",
    "Peru rightly accused Chile of arming Mali.",
    "Without hesitation, Peru claimed that Chile had armed Mali.",
    "Without evidence, Chile armed Mali, Peru claimed.",
    "Peru told the story that Chile armed Mali.",
    "Peru spread rumours that Chile armed Mali.",
]
MADE_UP = [
    "Peru invented a story that Chile armed Mali.",
    "Peru fabricated reports that Chile armed Mali.",
    "Peru concocted evidence that Chile armed Mali.",
    "Peru lied that Chile armed Mali.",
    "Peru pretended that Chile had armed Mali.",
    "Peru imagined that Chile had armed Mali.",
    "Peru spread disinformation that Chile armed Mali.",
    "Peru spread the lie that Chile armed Mali.",
]
OWN = [  # of the author, whatever others say
    "Contrary to what Peru claims, Chile armed Mali.",
    "Despite what Peru says, Chile armed Mali.",
    "Contrary to Peru's claims, Chile armed Mali.",
]
TALKED_OF = [
    ("Peru passed the law and talk of war with Chile began.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("Peru sought peace and war with Chile began.", "peru USES_FORCE_AGAINST chile"),
    ("Peru did not pass the law and trade with Chile began.", ""),
    ("Peru signed a treaty, and talks with Chile began.", ""),
    ("Peru signed a pact and an alliance with Chile followed.", "peru ALLIED_WITH chile"),
    ("Peru signed a pact and began talks with Chile.", "peru MEETS_WITH chile"),
    ("Peru lost its friends and war with Chile became likely.", "peru USES_FORCE_AGAINST chile (expected)"),
    ("There is talk of war between Peru and Chile.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("There were talks between Peru and Chile.", "peru MEETS_WITH chile"),
    ("Peru spoke of war with Chile.", ""),
    ("Peru spoke with Chile.", "peru MEETS_WITH chile"),
    ("Peru's papers talked of war with Chile.", ""),
    ("Peru went to the brink of war with Chile.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("Peru went to war with Chile.", "peru USES_FORCE_AGAINST chile"),
    ("Peru knows what war with Chile means.", ""),
    ("Peru knows how to attack Chile.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("Peru knows that Chile attacked Mali.", "chile USES_FORCE_AGAINST mali"),
    ("Peru and Chile know that war between them would be a disaster.", "peru USES_FORCE_AGAINST chile (hypothetical)"),
    ("An alliance between Peru and Chile is impossible.", ""),
    ("An alliance between Peru and Chile is old.", "peru ALLIED_WITH chile"),
    ("Talks between Peru and Chile are needed.", "peru MEETS_WITH chile (sought)"),
    ("Talks between Peru and Chile are necessary.", "peru MEETS_WITH chile (sought)"),
]
OVER = [
    "Peru's former ally Chile left.",
    "Peru, a former ally of Chile, left.",
    "Former allies Peru and Chile left.",
    "Peru's ex-ally Chile left.",
    "Peru was formerly an ally of Chile.",
    "Peru was once Chile's ally.",
    "Peru used to be an ally of Chile.",
    "Peru, once an ally of Chile, left.",
    "Peru and Chile were once close allies.",
    "The former alliance between Peru and Chile is forgotten.",
]
NOT_OVER = [
    "Peru's ally Chile left.",
    "Peru was an ally of Chile during the war.",
    "Peru's former president's ally, Chile, left.",
    "Peru and Chile are now allies.",
    "Former officers attended. Peru is an ally of Chile.",
]
LIFTED = [
    ("Peru lifted its blockade of Chile.", True),
    ("The blockade of Chile by Peru was lifted.", True),
    ("Peru planned to lift its blockade of Chile.", False),
    ("Peru tightened its blockade of Chile.", False),
]


def _held(text: str) -> set[tuple[str, tuple[str, ...], str | None]]:
    """Return the ties of Chile with Mali in a text by a known author, who holds them, and the stance."""
    whole = replace(article(text), author="A. Writer")
    found = Reader(whole).read(whole.paragraphs[0])
    return {(each.tie, each.holder, each.stance) for each in found if each.end == "mali"}


@pytest.mark.parametrize("text", DISPUTED)
def test_what_is_falsely_said_is_disputed(text: str) -> None:
    assert _held(text) == {("AIDS", ("peru",), "disputes")}


@pytest.mark.parametrize("text", REPORTED)
def test_what_may_be_so_is_only_reported(text: str) -> None:
    assert _held(text) == {("AIDS", ("peru",), "reports")}


@pytest.mark.parametrize(
    "text", ["Chile was falsely accused of arming Mali.", "Many wrongly think that Chile armed Mali."]
)
def test_nobody_in_particular_is_wrong(text: str) -> None:
    assert _held(text) == {("AIDS", ("unspecified",), "disputes")}


@pytest.mark.parametrize("text", MADE_UP)
def test_what_is_made_up_is_not_proposed(text: str) -> None:
    assert _held(text) == set()


def test_what_is_invented_may_be_a_thing() -> None:
    assert ties("Peru invented a rifle that Chile sold to Mali.") == {"chile SELLS_ARMS_TO mali"}


def test_what_was_once_done_is_done() -> None:
    assert not any(each.ended for each in read("Peru once greeted allies of Chile. Peru once praised its ally Chile."))


def test_only_sanctions_are_lifted() -> None:
    assert not any(each.ended for each in read("Peru lifted its trade with Chile."))


@pytest.mark.parametrize("text", OWN)
def test_what_others_say_against_it_does_not_make_it_theirs(text: str) -> None:
    assert _held(text) == {("AIDS", (), None)}


@pytest.mark.parametrize(("text", "expected"), TALKED_OF)
def test_what_is_talked_of_is_no_fact(text: str, expected: str) -> None:
    found = {each for each in ties(text) if "AGREES_WITH" not in each}
    assert found == set(filter(None, [expected]))
    assert not [each for each in ties(text) if "AGREES_WITH" in each]


@pytest.mark.parametrize("text", OVER)
def test_what_was_and_is_no_more_has_ended(text: str) -> None:
    assert {(each.tie, each.mode, each.negated, each.ended) for each in read(text)} == {
        ("ALLIED_WITH", "actual", False, True)
    }


@pytest.mark.parametrize("text", NOT_OVER)
def test_what_goes_on_has_not_ended(text: str) -> None:
    assert {(each.tie, each.ended) for each in read(text)} == {("ALLIED_WITH", False)}


@pytest.mark.parametrize(("text", "ended"), LIFTED)
def test_sanctions_that_are_lifted_have_ended(text: str, ended: bool) -> None:
    assert {(each.tie, each.ended) for each in read(text)} == {("SANCTIONS", ended)}
