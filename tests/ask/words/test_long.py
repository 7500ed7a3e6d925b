"""Texts that are much too long for a question are refused in plain words, and what is searched does not grow with each comma."""

from __future__ import annotations

import pytest

from tests.ask.words.conftest import TODAY
from tiebook.ask.words import LONGEST, together, two_questions
from tiebook.ask.words.query import take_apart
from tiebook.ask.words.understand import understand
from tiebook.errors import UsageError


def test_a_text_longer_than_a_question_is_refused(mini_engine):
    text = "who arms Iran? ".ljust(LONGEST, "!")
    assert understand(mini_engine, text).verdict
    with pytest.raises(UsageError, match=r"1,001 characters are too long for a question: ask one in at most 1,000"):
        understand(mini_engine, f"{text}!")


def test_a_list_is_cut_at_its_first_commas():
    assert list(two_questions.parts_of("who arms Iran, and who arms Iraq?")) == [("who arms Iran", "who arms Iraq?")]
    assert 2 < len(list(two_questions.parts_of("Iran, China, Russia, " * 40))) < 20


def test_choices_of_many_names_are_counted_and_not_made(understood, monkeypatch):
    pair = take_apart("do China and Russia arm Iran?", understood.index, understood.names, TODAY)[0]
    assert len(together.one_of_each(pair)) == 2
    monkeypatch.setattr(together, "product", lambda *runs: pytest.fail(f"{2 ** len(runs):,} choices were made"))
    many = take_apart("does Iran arm China and " * 12, understood.index, understood.names, TODAY)[0]
    assert together.one_of_each(many) == []
