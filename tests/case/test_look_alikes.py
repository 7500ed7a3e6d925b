"""A quote with a letter that looks like another is refused, and the letter is named: nobody sees the difference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiebook.case.derive.look_alikes import look_alikes
from tiebook.case.derive.where import where_is
from tiebook.case.text import Text

TEXT = Text.of(
    "Oʼzbekiston met.\n\n"
    "Iran sold 10 drones to Peru in all.\n\nРоссия и Иран.\n\nایران و کره\n\n二人の力は八。\n\nThe ﬁfth 𝐦eeting.\n"
)


def fault(quote: str, **more: object) -> str:
    found = where_is({"quote": quote, **more}, TEXT, {})
    return found.fault[1] if found.fault else ""


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("Irаn sold", "it has а (cyrillic small letter a) where the text has a (latin small letter a), in paragraph 2"),
        (
            "Ιran sold",
            "it has Ι (greek capital letter iota) where the text has I (latin capital letter i), in paragraph 2",
        ),
        ("lran sold", "it has l (latin small letter l) where the text has I (latin capital letter i), in paragraph 2"),
        ("1O drones", "it has O (latin capital letter o) where the text has 0 (digit zero), in paragraph 2"),
        (
            "drоnes tо Реru",
            "о (cyrillic small letter o) where the text has o (latin small letter o), Р (cyrillic capital",
        ),
        (
            "Pоссия",
            "it has P (latin capital letter p) where the text has Р (cyrillic capital letter er), in paragraph 3",
        ),
        ("ایران و كره", "it has ك (arabic letter kaf) where the text has ک (arabic letter keheh), in paragraph 4"),
        ("二人のカは八", "it has カ (katakana letter ka) where the text has 力 (cjk unified ideograph-529b)"),
        ("ニ人の", "it has ニ (katakana letter ni) where the text has 二 (cjk unified ideograph-4e8c)"),
        (
            "fifth meeting",
            "it has m (latin small letter m) where the text has 𝐦 (mathematical bold small m), in paragraph 6",
        ),
        ("O'zbekiston", "it has ' (apostrophe) where the text has ʼ (modifier letter apostrophe), in paragraph 1"),
        ("𝐈ran sold", "it has 𝐈 (mathematical bold capital i) where the text has I (latin capital letter i)"),
    ],
)
def test_the_letter_is_named(quote: str, told: str) -> None:
    assert told in fault(quote)
    assert fault(quote).startswith(f"the quote is in no paragraph: {quote!r}; it has ")
    assert "\n" not in fault(quote)


def test_it_is_named_in_the_paragraph_that_the_claim_gives() -> None:
    assert fault("Irаn sold", paragraph=2).startswith(
        "the quote is not in paragraph 2: 'Irаn sold'; it has а (cyrillic"
    )
    assert "cyrillic" not in fault("Irаn sold", paragraph=1)


@pytest.mark.parametrize("quote", ["ran sold", "Iran sold 11 drones", "Iraq sold", "no such words", "Iran sold"])
def test_other_faults_are_told_as_before(quote: str) -> None:
    assert "where the text has" not in fault(quote)


def test_three_letters_are_named_and_the_others_counted() -> None:
    assert fault("Irаn sоld 1O drones tо Реru").endswith(" and 2 more, in paragraph 2")


@given(st.sampled_from(["Iran sold 10 drones", "drones to Peru in all", "ایران و کره"]), st.data())
def test_whatever_is_swapped_is_found(words: str, data: st.DataObject) -> None:
    swaps = {"a": "а", "o": "ο", "e": "е", "I": "l", "0": "О", "P": "Ρ", "ک": "ك", "ی": "ي"}
    places = [number for number, letter in enumerate(words) if letter in swaps]
    chosen = data.draw(st.sets(st.sampled_from(places), min_size=1))
    quote = "".join(swaps[each] if number in chosen else each for number, each in enumerate(words))
    found = look_alikes(quote, {each.number: each.text for each in TEXT.paragraphs})
    assert found is not None
    assert found[1] == words
