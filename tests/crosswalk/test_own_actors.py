"""Ids made of names: they keep apart what a letter or digit keeps apart, in every script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiebook.crosswalk.own_actors import own_ids, slug
from tiebook.support.names import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Рота 7", "Взвод 7"),
        ("第2集团军", "第2舰队"),
        ("Ørn", "Orn"),
        ("Ørn", "Rn"),
        ("Ło", "Lo"),
        ("Al-Hadi (أ)", "Al-Hadi (ب)"),
        ("कि", "का"),
        ("กิน", "กัน"),
        ("Group Ⅷ", "Group Ⅶ"),
        ("٣ Brigade", "٤ Brigade"),
        ("a" * 90, "a" * 91),
        ("C++", "C"),
        ("C#", "C++"),
        ("OPEC+", "OPEC"),
        (".NET", "NET"),
        ("BB-", "BB"),
        ("Unit -1", "Unit 1"),
        ("5%", "5"),
        ("$ Group", "€ Group"),
        ("Voice 🇮🇷", "Voice 🇮🇱"),
        ("@a_b", "@a.b"),
        ("https://a.b/c-d", "https://a.b/c/d"),
    ],
)
def test_a_letter_or_sign_keeps_two_names_apart(one: str, other: str) -> None:
    assert slug(one) != slug(other)


@pytest.mark.parametrize(
    ("one", "other", "made"),
    [
        ("José  García", "jose garcia", "jose-garcia"),
        ("M-23 (Movement)", "m 23 movement", "m-23-movement"),
        ("ØRN", "ørn", None),
        ("C ++ (club)", "c++ club", None),
        ("Взвод 7", "ВЗВОД 7", None),
        ("Yahoo!", "yahoo", "yahoo"),
        ("Acme®", "Acme", "acme"),
        ("F-16 Club", "f 16 club", "f-16-club"),
        ("e\u0301t\u00e9", "\u00e9te\u0301", "ete"),
    ],
)
def test_case_accents_and_punctuation_do_not(one: str, other: str, made: str | None) -> None:
    assert slug(one) == slug(other)
    assert made is None or slug(one) == made


@given(
    st.lists(st.text(alphabet=st.characters(categories=["L", "N", "Zs", "Pd"]), min_size=1, max_size=12), max_size=8)
)
def test_names_with_one_id_have_the_same_letters(names: list[str]) -> None:
    for one in names:
        for other in names:
            if slug(one) == slug(other):
                assert folded(one) == folded(other)


def test_numbers_of_a_source_get_a_mark_only_where_two_would_meet() -> None:
    found = own_ids("x", ["A1", "a1", "b2", "B 2", "c"])
    assert len(set(found.values())) == 5
    assert found["c"] == "x-c"
    assert found == own_ids("x", ["c", "B 2", "b2", "a1", "A1"]), "their order makes no difference"
