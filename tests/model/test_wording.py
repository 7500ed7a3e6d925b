"""The words of the types: each line has one of the five shapes, and no line says two types of the same ends."""

from collections import defaultdict

import pytest

from tiebook.model.codebook import codebook
from tiebook.model.wording import patterns, read_pattern

BOOK = codebook()
OF_DATA_SETS = ("MEASURED_AS",)  # no text says it in a clause


def test_every_type_has_words_but_those_of_data_sets():
    assert {name for name, tie in BOOK.ties.items() if not tie.wording} == set(OF_DATA_SETS)


def test_every_line_can_be_read_and_all_shapes_are_used():
    assert {pattern.shape for pattern in patterns()} == {"verb", "adjective", "noun", "role", "compound"}
    assert len(patterns()) == sum(len(tie.wording) for tie in BOOK.ties.values())


def test_a_line_of_two_types_needs_ends_that_tell_them_apart():
    types = defaultdict(set)
    for pattern in patterns():
        types[pattern.line].add(pattern.tie)
    for line, those in types.items():
        targets = [set(BOOK.ties[name].targets) for name in sorted(those)]
        both = f"{line!r} is a line of {' and of '.join(sorted(those))}, which can have the same other end"
        assert len(those) == 1 or not set.intersection(*targets), both
        assert len(those) == 1 or not any("any" in each for each in targets), both


def test_no_class_is_unused_and_none_has_a_word_twice():
    used = {
        step.strip("{}") for each in patterns() for step in (each.head, *each.steps, *each.before) if step[0] == "{"
    }
    assert used == set(BOOK.word_classes)
    assert all(len(set(words)) == len(words) for words in BOOK.word_classes.values())


def test_what_a_line_says():
    sale = read_pattern("SELLS_ARMS_TO", "B buy {arms} from A")
    assert (sale.shape, sale.subject, sale.head, sale.steps) == ("verb", "B", "buy", ("{arms}", "from", "A"))
    ties = read_pattern("ECONOMIC_TIE_TO", "A's trade ties with B")
    assert (ties.shape, ties.head, ties.before, ties.steps) == ("noun", "ties", ("trade",), ("with", "B"))
    breach = read_pattern("COMPLIES_WITH", "not A violate B")
    assert (breach.denies, breach.head, breach.weight) == (True, "violate", 1)


@pytest.mark.parametrize(
    "line", ["support", "A support", "A support A", "A sell {nonsense} to B", "A Sell to B", "C hit B", ""]
)
def test_a_line_that_is_none_is_refused(line):
    with pytest.raises(ValueError, match="SUPPORTS"):
        read_pattern("SUPPORTS", line)
