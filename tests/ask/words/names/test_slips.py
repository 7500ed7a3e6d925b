"""Slips of the fingers are mended, and common words of English are none."""

from datetime import date

import pytest

from tiebook.ask.words.names.slips import is_english, meant, near_to, swapped
from tiebook.ask.words.names.tokens import tokens
from tiebook.ask.words.query import take_apart

TODAY = date(2026, 11, 28)


def test_a_slip_is_one_slip():
    assert near_to("isreal", "israel")
    assert not near_to("iran", "iraq") or near_to("iraq", "iran")
    assert not near_to("china", "chain-store")
    assert not near_to("russia", "prussia")


def test_two_letters_that_changed_places():
    assert swapped("irna", "iran")
    assert not swapped("iraq", "iran")
    assert not swapped("iran", "iran")
    assert not swapped("rian", "iran")


def test_what_is_meant_is_near_and_of_many_questions():
    counts = {"think": 1, "thank": 3, "cooper": 1}
    assert meant(tokens("thenk")[0], counts, counts) == "thank"
    assert meant(tokens("cooperatoin")[0], counts, counts) == "cooper"
    assert meant(tokens("thin")[0], counts, counts) is None


@pytest.mark.parametrize("word", "thanked writing winter march public children movies library always weather".split())
def test_a_common_word_is_no_slip_of_another(word, understood):
    token = tokens(word)[0]
    assert is_english(token)
    assert meant(token, understood.index.vocabulary, understood.index.counts) is None


@pytest.mark.parametrize("word", ["sactions", "suplies", "wepons", "cooperatoin"])
def test_a_slip_is_no_word(word):
    assert not is_english(tokens(word)[0])


def test_who_thanked_is_not_who_thinks(understood):
    assert understood("who thanked China").taken is None


def test_a_child_is_not_chile(understood):
    assert take_apart("help for every child in Iran", understood.index, understood.names, TODAY)[0].mentions[
        0
    ].readings == (("Actor", "iran"),)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("Wich states threaten Israel?", "who-threatens --threatened israel"),
        ("waht does China want", "who-seeks-what --actor china"),
        ("who suplies wepons to Irna", "who-arms --recipient iran"),
        ("Wath limits Chinas ties wiht Iran", "what-limits --actor china --partner iran"),
        ("relations betwen Chine and Iran", "ties-between --one china --other iran"),
    ],
)
def test_slips_in_words_of_grammar_and_names(text, command, understood):
    assert understood.command(text) == command


def test_a_name_is_no_slip_of_a_word_of_grammar(understood):
    query = take_apart("thai arms", understood.index, understood.names, TODAY)[0]
    assert [mention.readings[0][1] for mention in query.mentions] == ["thailand"]
