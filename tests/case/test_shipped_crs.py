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


def test_what_the_two_strategies_say_is_dated_as_said():
    strategies = {"nss-2025": "2025-12", "nds-2026": "2026-01"}
    said = [claim for claim in CASE.claims if claim.holders[0].id == "second-trump-administration" and claim.via]
    assert len(said) >= 15
    for claim in said:
        assert claim.said_on == strategies[claim.via[0].id], claim.id
        assert claim.since is None, claim.id


def test_what_is_less_than_plain_says_why():
    for claim in CASE.claims:
        assert claim.note or (claim.confidence >= 0.9 and not claim.inferred), claim.id
        assert claim.confidence == 0.8 or "nearest type" not in (claim.note or ""), claim.id


def test_like_claims_are_coded_alike():
    """What one sentence says of two ends alike differs in these ends only."""
    coded = {claim.id.partition("/")[2]: claim for claim in CASE.claims}
    for one, other in (
        ("p4-united-states-seeks-stability-in-us-china-relations", "p4-china-seeks-stability-in-us-china-relations"),
        ("p7-china-controls-united-states", "p7-anyone-controls-us-allies"),
        ("p14-united-states-party-to-pause-of-trade-measures-2025", "p14-china-party-to-pause-of-trade-measures-2025"),
        ("p20-china-conflicts-with-philippines", "p20-china-conflicts-with-united-states"),
        ("p22-united-states-uses-force-against-iran", "p22-israel-uses-force-against-iran"),
        ("p24-voice-of-america-present-in-china", "p24-radio-free-asia-present-in-china"),
    ):
        first, second = coded[one], coded[other]
        for field in (
            "tie",
            "mode",
            "negated",
            "stance",
            "inferred",
            "confidence",
            "mechanism",
            "via",
            "since",
            "said_on",
            "note",
        ):
            assert getattr(first, field) == getattr(second, field), (one, field)
