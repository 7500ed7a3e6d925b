"""The published figures of agreement are those of the shipped codings."""

import dataclasses

import pytest

from tests.docs.agreement import MISSING, PAGE, TWICE, figures, page


@pytest.mark.parametrize("twice", TWICE, ids=lambda twice: twice.case)
def test_the_figures_of_the_page_are_those_of_the_codings(twice):
    assert PAGE.read_text("utf-8") == page(twice.case), "run: python -m tests.docs.agreement"


def test_where_a_second_coding_is_missing_the_page_says_so():
    assert figures(dataclasses.replace(TWICE[0], case="nowhere")) == MISSING


def test_without_a_list_the_paragraphs_are_those_of_the_second_coding():
    given = TWICE[0]
    derived = dataclasses.replace(given, paragraphs="").sampled()
    assert set(derived.split(",")) <= set(given.paragraphs.split(","))
    assert figures(given).startswith("| field |")
