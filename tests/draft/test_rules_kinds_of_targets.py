"""Whom a deed reaches: not who suffers what is condemned, nor what a dispute is about; a company and not its state."""

from __future__ import annotations

import pytest

from tests.draft.sentences import INDEX, article, read, ties
from tiebook.draft.rules.names.naming import Namer

SUFFERERS = [
    ("Laos condemned the shelling of Nepal.", ""),
    ("Laos deplored the arrest of three Nepali fishermen.", ""),
    ("Laos protested against the expulsion of Nepali teachers.", ""),
    (
        "Laos denounced the murder of Nepali envoys by Bhutan.",
        "laos CRITICISES bhutan, bhutan USES_FORCE_AGAINST nepal",
    ),
    ("Laos condemned Bhutan's killing of Nepali guards.", "laos CRITICISES bhutan, bhutan USES_FORCE_AGAINST nepal"),
    ("Laos condemned the conduct of Nepal.", "laos CRITICISES nepal"),
]
ABOUT = [
    ("The accord settled Lao and Nepali disputes over Bhutan and Fiji.", "laos CONFLICTS_WITH nepal"),
    ("Laos's quarrel with Nepal over Bhutan went on.", "laos CONFLICTS_WITH nepal"),
    ("Sita Rana, special envoy for Bhutan, left.", ""),
    ("Sita Rana, Special Representative of the Secretary-General for Laos, left.", ""),
    ("Sita Rana, the delegate of Laos, left.", "Sita Rana HOLDS_OFFICE_IN laos"),
]
WHERE = [
    ("Laos joined the Nepal-led mission in Fiji.", "nepal PRESENT_IN fiji, laos PRESENT_IN fiji"),
    ("The Nepal-led government of Fiji left.", "nepal CONTROLS fiji"),
    ("Laos, which hosts Nepali combat ships, left.", "nepal PRESENT_IN laos"),
    ("Laos hosts Nepali vessels.", ""),
    ("Laos hosted Nepali envoys.", "laos MEETS_WITH nepal"),
    ("Laos seized a Nepali tanker.", "laos PRESSURES nepal"),
    ("Laos captured two Nepali trucks.", ""),
    ("Laos captured Nepali territory.", "laos CONTROLS nepal"),
]
WANTED = [
    ("Laos applied for membership in ASEAN in May 2021.", "laos MEMBER_OF asean (sought)"),
    ("Laos is a candidate for membership in ASEAN.", "laos MEMBER_OF asean (sought)"),
    ("Laos won membership in ASEAN.", "laos MEMBER_OF asean"),
    ("Laos petitioned for a truce with Nepal.", "laos AGREES_WITH nepal (sought)"),
]
BODIES = [
    ("Nepal's state bank, Himal Bank, sold gold to Fiji.", "Himal Bank ECONOMIC_TIE_TO fiji"),
    ("Laos fined Mekong Grain Traders.", "laos SANCTIONS Mekong Grain Traders"),
    ("Nepal's Annapurna Metals sold gold to Laos.", "Annapurna Metals ECONOMIC_TIE_TO laos"),
    (
        "Laos armed the Karnali Front, a rebel movement that has captured Fiji.",
        "laos AIDS Karnali Front, Karnali Front CONTROLS fiji",
    ),
]
NAMES = [
    ("The Peace and Security Council left.", {"Peace and Security Council"}),
    ("Clerks of the Trade and Security Council left.", {"Trade and Security Council"}),
    ("Clear Water, a watchdog, left.", {"Clear Water"}),
    ("In 1908 Austria-Hungary annexed it. Vienna left after an Austrian defeat.", {"austria-hungary"}),
    ("In 1908 Austria-Hungary annexed it. In 1955 the Austrian state was neutral.", {"austria-hungary", "austria"}),
    ("Congo refused.\n\nKinshasa left.", {"democratic-republic-of-the-congo"}),
    ("Congo refused. Brazzaville left.", {"republic-of-the-congo"}),
]


@pytest.mark.parametrize(("text", "expected"), [*SUFFERERS, *ABOUT, *WHERE, *WANTED, *BODIES])
def test_whom_it_reaches(text: str, expected: str) -> None:
    assert ties(text) == set(filter(None, expected.split(", ")))


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_who_is_named(text: str, expected: set[str]) -> None:
    whole = article(text)
    namer = Namer(whole)
    assert {name.who for paragraph in whole.paragraphs for name in namer.mentions(paragraph)} == expected


def test_a_name_has_its_usual_meaning_in_the_next_text() -> None:
    article("In 1908 Austria-Hungary annexed it.")
    assert [each.id for each in INDEX.mentions("The Austrian army left.")] == ["austria-hungary"]
    article("The army left.")
    assert [each.id for each in INDEX.mentions("The Austrian army left.")] == ["austria"]


def test_the_council_is_not_another_one_that_the_text_named_later() -> None:
    text = "The Security Council met. The delegate of Laos criticised the Human Rights Council. Sita Rana briefed the Council."
    assert not [each for each in read(text) if each.end == "Human Rights Council" and each.tie == "MEETS_WITH"]
