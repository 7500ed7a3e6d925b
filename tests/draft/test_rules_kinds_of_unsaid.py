"""What nobody said, said or declared without content: of that nothing is anybody's claim, and no subject is taken from it."""

from __future__ import annotations

import pytest

from tests.draft.sentences import read, ties

SAID_BY_NOBODY = [
    "Ghana stopped short of claiming that Niger had invaded Benin.",
    "Ghana refrained from arguing that Niger had invaded Benin.",
    "Ghana declined to confirm that Niger had shelled Benin.",
    "Ghana refused to acknowledge that Niger supports Benin.",
    "Ghana avoided claiming that Niger had armed Benin.",
    "Ghana fell short of accusing Niger of arming Benin.",
]
HOLDERS = [
    ("Remarks that Niger had shelled Benin angered Ghana.", "unspecified"),
    ("A comment by Togo that Niger had armed Benin pleased Ghana.", "togo"),
    ("The wire quoted Togo's defence minister as saying that Niger had shelled Benin.", "Togo's defence minister"),
    ("The wire quoted Kofi Mensah as saying that Niger had shelled Benin.", "Kofi Mensah"),
    ("Residents of Accra said that Niger had shelled Benin.", "Residents of Accra"),
    ("The people of Bamako say that Niger shelled Benin.", "people of Bamako"),
    ("Diplomats from Togo and Ghana said that Niger had shelled Benin.", "togo ghana"),
    ("A study published on Monday by the Volta Institute found that Niger had armed Benin.", "Volta Institute"),
    ("The report, by the Volta Institute, says Niger armed Benin.", "Volta Institute"),
    ("A letter seen by Togo said that Niger armed Benin.", "unspecified"),
    ("When Ghana declared war on Togo, Niger invaded Benin.", ""),
    ("After Ghana announced elections, Niger invaded Benin.", ""),
    ("Ghana said Togo, Niger and Benin had left, and that Niger had shelled Mali.", "ghana"),
]
SUBJECTS = [
    ("News that Niger had left Benin alarmed Ghana.", set()),
    ("The fact that Niger armed Benin alarmed Ghana.", {"niger AIDS benin"}),
    ("Togo's remark that Niger armed Benin alarmed Ghana.", {"niger AIDS benin", "ghana PERCEIVES_THREAT_FROM togo"}),
]
ASIDES = [
    ("Ghana accused Niger, too, of shelling Benin.", {"ghana CRITICISES niger", "niger USES_FORCE_AGAINST benin"}),
    ("Ghana, however, shelled Benin.", {"ghana USES_FORCE_AGAINST benin"}),
    ("Niger left; Ghana, meanwhile, shelled Benin.", {"ghana USES_FORCE_AGAINST benin"}),
    ("Once Ghana had shelled Benin, however, Niger left.", {"ghana USES_FORCE_AGAINST benin"}),
]
RECORD = """
The Security Council met this morning.

The representative of Ghana thanked Togo. He denied that Niger had left.

The delegate of Benin, noting that it shared a lake with Togo, said it had left. He criticised Mali.

Abena Owusu briefed the Council. She warned that gangs could seize the port. Several delegates praised Chad.
"""


@pytest.mark.parametrize("text", SAID_BY_NOBODY)
def test_what_somebody_does_not_say_is_not_their_claim(text: str) -> None:
    assert not [each for each in read(text) if each.tie != "CRITICISES"]


@pytest.mark.parametrize(("text", "holders"), HOLDERS)
def test_who_says_it(text: str, holders: str) -> None:
    deeds = [each for each in read(text) if each.start == "niger"]
    assert {" ".join(each.holder) for each in deeds} == {holders}


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_who_stands_in_a_claim_is_not_what_angers_others(text: str, expected: set[str]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(("text", "expected"), ASIDES)
def test_an_adverb_between_commas_is_no_break(text: str, expected: set[str]) -> None:
    assert ties(text) == expected


def test_whose_an_office_is_says_the_author() -> None:
    text = "According to Abena Owusu, a fellow at the Volta Institute, Niger shelled Benin."
    assert {each.tie: each.holder for each in read(text)} == {
        "USES_FORCE_AGAINST": ("Abena Owusu",),
        "HOLDS_OFFICE_IN": (),
    }


def test_in_a_record_he_is_the_last_office_and_several_speak_for_themselves() -> None:
    found = {(each.start, each.tie, each.end): each.holder for each in read(RECORD)}
    assert ("benin", "CRITICISES", "mali") in found
    assert ("ghana", "CRITICISES", "mali") not in found
    assert all(holder != ("Abena Owusu",) for (_, _, end), holder in found.items() if end == "chad")


def test_it_is_the_body_that_spoke_before() -> None:
    text = "Togo's foreign ministry said that Niger had shelled Benin. It added that Niger had armed Mali."
    assert [each.holder for each in read(text)] == [("Togo's foreign ministry",)] * 2
    text = "Togo's foreign ministry said that Niger had shelled Benin. Ghana left. It said that Niger had armed Mali."
    assert [each.holder for each in read(text)] == [("Togo's foreign ministry",), ("ghana",)]


@pytest.mark.parametrize("text", ["War.", "Sanctions on Togo", "War over Togo, war of Ghana."])
def test_few_words_say_nothing(text: str) -> None:
    assert not ties(text)
