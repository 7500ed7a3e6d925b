"""The rules on a coding whose text ships: far better than a lexicon window, without a drop at the gate for form or quote."""

import pytest

from tests.bench.drafting import PROPOSERS, Score, codings, measure

FOUND = {case.id: (case, text) for case, text in codings()}


@pytest.fixture(scope="module")
def figures():
    case, text = FOUND["crs-china-primer"]
    return {name: measure(case, text, name, make) for name, make in PROPOSERS.items()}


def test_a_score_is_what_it_says():
    score = Score(3, 4, 6)
    assert (score.precision, score.recall, score.f1) == (0.75, 0.5, 0.6)
    assert Score(0, 0, 0).f1 == 0.0


def test_ties_between_known_actors_are_found(figures):
    rules = figures["rules"].scores
    assert rules["known ties"].f1 >= 0.6
    assert rules["known ties"].precision >= 0.75
    assert rules["known pairs"].recall >= 0.55
    assert rules["ties"].f1 >= 0.45
    assert rules["mentions"].f1 >= 0.92
    assert rules["voices"].recall >= 0.5
    assert rules["holders"].recall >= 0.5
    assert rules["mode"].recall >= 0.7
    assert rules["negation"].recall >= 0.9


def test_the_baselines_are_far_behind(figures):
    window, together = (figures[name].scores["known ties"].f1 for name in ("lexicon window", "co-occurrence"))
    assert figures["rules"].scores["known ties"].f1 > window + 0.1 > together + 0.1


def test_the_gate_drops_next_to_nothing_of_the_rules(figures):
    assert figures["rules"].dropped <= figures["rules"].kept * 0.05
