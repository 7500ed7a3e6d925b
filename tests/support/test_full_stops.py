"""Where a full stop ends a sentence, and where it only ends an abbreviation."""

from __future__ import annotations

import pytest

from tiebook.case import Text

SAME = [  # one sentence each
    "Peru was armed by the U.S. in 2019",
    "Peru met Mr. Marcos in Lima",
    "Peru met Gen. Ana Rojas at 5 p.m. on Monday",
    "Altamar Inc. sold Peru boats",
    "The U.N. Security Council condemned Peru",
    "Chile (the ally of the U.S.) left",
    "Ana M. Rojas left",
    "Chile, e.g. its navy, left",
]
TWO = [
    ("Peru was armed by the U.S.", "It denied that."),
    ("Peru joined the U.N.", "The council met."),
    ("Peru bought Altamar Inc.", "However, Chile sold it."),
    ("Peru left.", "Chile stayed."),
    ("Did Peru leave the U.N.?", "Chile stayed."),
]


def sentences(text: str) -> list[str]:
    """Return the sentences of the one paragraph of a text."""
    return [each for each in Text.of(text).paragraphs[0].sentences() if each]


@pytest.mark.parametrize("sentence", SAME)
def test_an_abbreviation_ends_no_sentence(sentence):
    assert sentences(f"{sentence}.") == [sentence]


@pytest.mark.parametrize(("first", "second"), TWO)
def test_a_sentence_ends_where_another_one_opens(first, second):
    assert sentences(f"{first} {second}") == [first[:-1], second[:-1]]


def test_before_a_name_an_abbreviation_may_end_a_sentence_or_not_and_ends_none():
    assert len(sentences("The talks began at 5 a.m. Chile did not come.")) == 1


def test_the_last_sentence_ends_with_its_paragraph():
    assert sentences("Peru left. It was armed by the U.S.") == ["Peru left", "It was armed by the U.S"]
