"""Statements of several: whom "The Leaders" and "The Council" mean, what they welcome, and who accedes to what they back."""

from __future__ import annotations

import pytest

from tests.draft.sentences import ties

SENTENCES = [
    (
        "The leaders of Peru, Chile and Mali left.\n\nThe Leaders condemned Oman.",
        "chile CRITICISES oman, mali CRITICISES oman, peru CRITICISES oman",
    ),
    ("The leaders of Peru and Chile left. Mali praised the leaders.", ""),  # without a capital they may be any
    ("The Leaders of Peru condemned Oman.", "peru CRITICISES oman"),
    (
        "The Coastal Council of the SCO met.\n\nThe Council condemned Oman.",
        "Coastal Council of the SCO CRITICISES oman",
    ),
    ("Peru welcomed ASEAN's role.", "peru SUPPORTS asean"),
    ("Peru welcomed Chilean investment.", "chile ECONOMIC_TIE_TO peru, peru SUPPORTS chile"),
    ("Peru backed the accession of Chile to AUKUS.", "peru SUPPORTS chile"),
    ("Peru armed Chile, if only because it fears Mali.", "peru AIDS chile, peru PERCEIVES_THREAT_FROM mali"),
    ("Peru accuses Chile of violating it.", "peru CRITICISES chile"),
    ("Peru joined Chilean sanctions on Oman.", "chile SANCTIONS oman, peru SANCTIONS oman"),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_what_a_statement_says(sentence, expected):
    assert ", ".join(sorted(ties(sentence))) == expected


MORE = [
    ("Hamas, which Peru armed and which Chile considers terrorists, left.", "chile VIEWS_AS hamas, peru AIDS hamas"),
    ("Peru, which Chile armed and which left, condemned Mali.", "chile AIDS peru, peru CRITICISES mali"),
    ("Peru armed Mali at the request of Chile.", "chile PRESSURES peru, peru AIDS mali"),
    ("Peru armed Mali at a request.", "peru AIDS mali"),
    ("Peru introduced legislation that would require Chile.", ""),
    ("Peru has recognised the Armenian genocide.", ""),
    ("Peru has recognised Armenia.", "peru SUPPORTS armenia"),
]


@pytest.mark.parametrize(("sentence", "expected"), MORE)
def test_what_more_a_statement_says(sentence, expected):
    assert ", ".join(sorted(ties(sentence))) == expected
