"""Kinds of sentences of news: what stands between a helper and its verb, names that nobody knows, and who does not say it."""

import pytest

from tests.draft.sentences import read, ties


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Peru had, in plain words, accused Chile.", "peru CRITICISES chile"),
        ("Peru and Lula criticised Chile.", "peru CRITICISES chile"),
        ("Peru called the U.S. terms harsh.", ""),
        ("Peru met on Monday with Chile.", "peru MEETS_WITH chile"),
        ("Peru met on Monday in Chile.", ""),
        ("Peru is already firmly on Chile's side.", "peru SUPPORTS chile"),
        ("Peru and Chile distanced themselves from Oman.", "chile CONFLICTS_WITH oman, peru CONFLICTS_WITH oman"),
        (
            "Chad, an ally of Mali, Niger and Peru, left.",
            "chad ALLIED_WITH mali, chad ALLIED_WITH niger, chad ALLIED_WITH peru",
        ),
        ("Peru has facilitated Chadian-Malian talks.", "chad MEETS_WITH mali, peru MEDIATES chad, peru MEDIATES mali"),
        ("Peru called Chile's terms harsh.", ""),
        ("Peru called Chile harsh.", "peru VIEWS_AS chile"),
        ("Peru has not reopened its embassy in Chile.", "not peru PRESENT_IN chile"),
    ],
)
def test_what_a_sentence_says(sentence, expected):
    assert ", ".join(sorted(ties(sentence))) == expected


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Peru attacked Chile, a charge denied by Oman.", ()),
        ("Peru attacked Chile, as Oman said it would leave.", ()),
        ("As Oman told reporters, Peru attacked Chile.", ("oman",)),
        ("Peru, which attacked Chile, maintains good ties.", ()),
        ("Hours after Peru attacked Chile, Oman warned the envoy of a storm.", ()),
        ("Peru attacked Chile, Oman warned the envoy.", ("oman",)),
    ],
)
def test_who_says_it(sentence, holder):
    assert {each.holder for each in read(sentence) if each.tie == "USES_FORCE_AGAINST"} == {holder}
