"""The second case that ships, with its text: clean, complete, and every quote short."""

from tiebook.case import open_case
from tiebook.sync.cases import find_case

CASE = open_case(find_case("crs-china-primer"))
SAY_NOTHING = {1, 2, 5, 10, 11, 12, 17, 19, 21, 23}  # title, date, headings, and "may include the following"


def test_every_paragraph_that_asserts_something_has_claims():
    assert CASE.text is not None
    coded = {claim.paragraph for claim in CASE.claims}
    assert {paragraph.number for paragraph in CASE.text.paragraphs} - coded == SAY_NOTHING


def test_every_quote_stands_in_the_text_word_for_word():
    assert CASE.quotes == {"ok": len(CASE.claims)}
    assert CASE.notes == ()
    lengths = [len(claim.quote.split()) for claim in CASE.claims]
    # the text ships, so that a quote may reach from its verb to its object where that takes more than the usual 12 words
    assert max(lengths) <= 20
    assert sum(lengths) <= len(lengths) * 13


def test_every_entity_is_used():
    used = {
        reference.id
        for claim in CASE.claims
        for reference in (claim.start, claim.end, *claim.holders, *claim.by, *claim.regarding, *claim.via, *claim.about)
    }
    assert {entity.id for entity in CASE.entities} - used <= {"unspecified"}


def test_modes_and_holders_are_told_apart():
    assert {claim.mode for claim in CASE.claims} == {"actual", "conditional", "sought", "expected", "hypothetical"}
    holders = {holder.id for claim in CASE.claims for holder in claim.holders}
    assert holders >= {"congressional-research-service", "reuters", "donald-trump", "xi-jinping", "former-us-officials"}
    assert sum(claim.negated for claim in CASE.claims) >= 10
