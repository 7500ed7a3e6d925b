"""The shipped case against its text: clean, complete, within the stand-off rule; any changed quote is caught."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from tiebook.case import open_case
from tiebook.case.folding import fold

FOLDER = ROOT / "loaders" / "china-iran"
CASE = open_case(FOLDER)
HEADINGS = {7, 15, 19, 27, 31, 39, 45}  # say nothing by themselves


def test_every_quote_is_where_the_case_says(article):
    assert open_case(FOLDER, article).quotes == {"ok": len(CASE.claims)}
    assert open_case(FOLDER, article).notes == ()


def test_every_paragraph_that_asserts_something_has_claims(article):
    coded = {claim.paragraph for claim in CASE.claims}
    assert {paragraph.number for paragraph in article.paragraphs} - coded <= HEADINGS


def test_quotes_keep_to_the_stand_off_rule():
    lengths = [len(claim.quote.split()) for claim in CASE.claims]
    assert max(lengths) <= 20
    assert sum(length > 12 for length in lengths) <= len(lengths) * 0.05


def test_it_is_a_whole_coding():
    assert len(CASE.claims) >= 100
    modes = Counter(claim.mode for claim in CASE.claims)
    assert set(modes) == {"actual", "conditional", "feared", "sought", "expected", "hypothetical"}
    factors = {entity.id for entity in CASE.entities if entity.label == "Factor" and not entity.part_of}
    assert len(factors) == 5
    actors = {entity.id for entity in CASE.entities}
    assert actors >= {
        "china",
        "iran",
        "united-states",
        "gulf-cooperation-council",
        "israel",
        "shanghai-cooperation-organisation",
    }
    used = {
        r.id
        for c in CASE.claims
        for r in (c.start, c.end, *c.holders, *c.by, *c.regarding, *c.via, *([c.factor] if c.factor else []))
    }
    parents = {entity.part_of for entity in CASE.entities}
    assert {entity.id for entity in CASE.entities} - used - parents <= {"unspecified"}


def _changes(quote):
    """Return every quote with one word dropped, changed, or swapped with the next."""
    words = quote.split()
    for place in range(len(words)):
        if 0 < place < len(words) - 1:
            yield " ".join(words[:place] + words[place + 1 :])
        if place + 1 < len(words):
            yield " ".join([*words[:place], words[place + 1], words[place], *words[place + 2 :]])
        yield " ".join([*words[:place], f"{words[place]}x", *words[place + 1 :]])


@pytest.mark.parametrize("claim", CASE.claims, ids=lambda claim: claim.id)
def test_every_single_change_that_takes_a_quote_out_of_its_paragraph_is_caught(article, claim):
    own = " ".join(article.paragraph(claim.paragraph).text.split())
    tried = [changed for changed in _changes(fold(claim.quote)) if changed not in fold(own)]
    assert tried
    for changed in tried:
        assert article.place(changed, claim.paragraph)[0] == "lost", changed
    for other in article.paragraphs:
        if fold(claim.quote) not in fold(other.text):
            assert article.place(claim.quote, other.number)[0] == "lost"


@given(data=st.data())
def test_any_edit_of_any_quote_that_takes_it_out_of_its_paragraph_is_caught(article, data):
    claim = data.draw(st.sampled_from(CASE.claims))
    start = data.draw(st.integers(0, len(claim.quote)))
    end = data.draw(st.integers(start, len(claim.quote)))
    changed = claim.quote[:start] + data.draw(st.text(max_size=5)) + claim.quote[end:]
    if fold(changed) and fold(changed) not in fold(article.paragraph(claim.paragraph).text):
        assert article.place(changed, claim.paragraph)[0] == "lost"
