"""Matching by passage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import MINI
from tiebook.agree.match import Passage, match, overlap, passages
from tiebook.case import Text, open_case
from tiebook.sync.cases import find_case


def at(claim: str, start: int, end: int, paragraph: int = 1) -> Passage:
    return Passage(claim, paragraph, (start, end), ())


def said(claim: str, words: str, paragraph: int = 1) -> Passage:
    return Passage(claim, paragraph, None, tuple(words.split()))


def pairs(ones, others, **options):
    return [(pair.one, pair.other) for pair in match(ones, others, **options)]


def test_overlap_is_shared_over_all_characters():
    assert overlap(at("a", 0, 10), at("b", 5, 15)) == pytest.approx(1 / 3)
    assert overlap(at("a", 0, 10), at("b", 0, 10)) == 1
    assert overlap(at("a", 0, 10), at("b", 10, 20)) == 0
    assert overlap(at("a", 0, 10), at("b", 0, 10, paragraph=2)) == 0


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("the order forces China", "the order forces China", 1),
        ("the order forces China to comply", "forces China", 2 / 6),
        ("the order forces China", "forces China to comply", 2 / 6),
        ("the order forces China", "China to comply", 0),  # one word is chance
        ("forces China", "China forces", 0),
        ("a b", "c d", 0),
    ],
)
def test_without_places_words_are_compared_as_stretches(one, other, share):
    assert overlap(said("a", one), said("b", other)) == pytest.approx(share)
    assert overlap(said("b", other), said("a", one)) == pytest.approx(share)


def test_places_are_those_of_the_case_where_there_is_no_text():
    found = passages(open_case(find_case("china-iran"), None), None)
    assert all(each.place and each.place[0] < each.place[1] for each in found)


def test_the_pairing_is_the_best_as_a_whole_not_one_by_one():
    ones = [at("a", 0, 10), at("b", 8, 20)]
    others = [at("x", 6, 20), at("y", 15, 30)]  # taking b-x first would leave a and y alone
    assert pairs(ones, others) == [("b", "x")] or pairs(ones, others) == [("a", "x"), ("b", "y")]
    total = sum(pair.overlap for pair in match(ones, others))
    assert total == pytest.approx(max(12 / 14, 4 / 20 + 5 / 22), abs=1e-6)


@given(
    st.lists(st.tuples(st.integers(0, 12), st.integers(1, 6)), max_size=4),
    st.lists(st.tuples(st.integers(0, 12), st.integers(1, 6)), max_size=4),
)
def test_the_total_overlap_is_the_greatest(left, right):
    ones = [at(f"a{n}", start, start + size) for n, (start, size) in enumerate(left)]
    others = [at(f"b{n}", start, start + size) for n, (start, size) in enumerate(right)]

    def best(rest: list[Passage], open_ones: frozenset[Passage]) -> float:
        if not rest:
            return 0.0
        first, *more = rest
        choices = [overlap(first, each) + best(more, open_ones - {each}) for each in open_ones]
        return max([best(more, open_ones), *choices])

    found = match(ones, others)
    assert sum(pair.overlap for pair in found) == pytest.approx(best(ones, frozenset(others)), abs=1e-4)
    assert len({pair.one for pair in found}) == len({pair.other for pair in found}) == len(found)


def test_claims_on_one_passage_are_paired_in_order_and_said_to_be_tied():
    ones = [at("a", 0, 10), at("b", 0, 10)]
    found = match(ones, [at("x", 0, 10), at("y", 0, 10)])
    assert [(pair.one, pair.other, pair.tied) for pair in found] == [("a", "x", True), ("b", "y", True)]
    assert not match(ones[:1], [at("x", 0, 10)])[0].tied
    crossed = {("a", "y"): 9, ("b", "x"): 9}
    favoured = match(ones, [at("x", 0, 10), at("y", 0, 10)], favour=lambda one, other: crossed.get((one, other), 0))
    assert [(pair.one, pair.other) for pair in favoured] == [("a", "y"), ("b", "x")]


def test_favour_never_outweighs_a_better_passage():
    ones, others = [at("a", 0, 100)], [at("x", 0, 100), at("y", 1, 100)]
    assert pairs(ones, others, favour=lambda _, other: 1000 * (other == "y")) == [("a", "x")]


def test_least_overlap():
    assert pairs([at("a", 0, 10)], [at("x", 9, 30)]) == [("a", "x")]
    assert pairs([at("a", 0, 10)], [at("x", 9, 30)], least=0.1) == []


def test_places_come_from_the_text_else_from_the_case():
    text = Text.read(MINI.with_suffix(".txt"))
    found = passages(open_case(MINI), text)
    assert all(passage.place for passage in found)
    quote = next(passage for passage in found if passage.claim == "p3-attack")
    assert quote.place is not None
    assert text.content[slice(*quote.place)] == "Eastmark may attack Westhaven"
    assert all(passage.place is None for passage in passages(open_case(MINI), None))
