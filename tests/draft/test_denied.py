"""No type is affirmed by words that deny it: each line of the codebook's `words`, said plainly and denied."""

import pytest

from tests.draft.test_rules_every_line import STANDS_FOR, plain
from tiebook.draft.cues import contradiction
from tiebook.draft.rules.words.denied import denied
from tiebook.model.codebook import codebook
from tiebook.model.wording import patterns

VIEWS = ("VIEWS_AS", "SEEKS")
TYPES = [name for name, tie in codebook().ties.items() if tie.wording and name not in VIEWS]


def said(pattern):
    """Return the words behind the verb, and the head, of a line's plain sentence."""
    head = STANDS_FOR.get(pattern.head, pattern.head)
    rest = " ".join("Chile" if step in ("A", "B") else STANDS_FOR.get(step, step) for step in pattern.steps)
    before = "".join(f"{STANDS_FOR.get(word, word)} " for word in pattern.before)
    return head, before, rest


def denials(pattern):
    """Yield the denied forms of a line."""
    head, before, rest = said(pattern)
    if pattern.shape == "verb" and head != "be":
        yield from (f"Peru did not {head} {rest}", f"Peru refused to {head} {rest}", f"they can never {head} {rest}")
    elif pattern.shape == "adjective":
        yield from (f"Peru is not {head} {rest}", f"Peru isn't yet {head} {rest}", f"neither is Peru {head} {rest}")
    elif pattern.shape == "noun" and not before:
        yield from (f"Peru has no {head} {rest}", f"Peru does not have a {head} {rest}")
    elif pattern.shape == "role" and not before:
        yield from (f"Peru is no {head} {rest}", f"Peru is not the {head} {rest}")


@pytest.mark.parametrize("tie", TYPES)
def test_what_is_denied_is_not_affirmed(tie):
    passed = [
        words
        for pattern in patterns()
        if pattern.tie == tie and not pattern.denies
        for words in denials(pattern)
        if contradiction(tie, "actual", words, "", negated=False) is None
    ]
    assert passed == []


@pytest.mark.parametrize("tie", TYPES)
def test_what_is_said_plainly_is_not_taken_for_denied(tie):
    lines = [pattern for pattern in patterns() if pattern.tie == tie and not pattern.denies]
    assert [line.line for line in lines if denied(tie, plain(line).lower()) is not None] == []


@pytest.mark.parametrize(
    ("tie", "quote"),
    [
        ("SELLS_ARMS_TO", "Peru has sold no tanks to Chile"),
        ("SELLS_ARMS_TO", "no tanks were ever sold to Chile"),
        ("SANCTIONS", "Peru has imposed no sanctions on Chile"),
        ("SANCTIONS", "Peru has not yet formally sanctioned Chile"),
        ("USES_FORCE_AGAINST", "Peru denied having attacked Chile"),
        ("USES_FORCE_AGAINST", "Peru ruled out an attack on Chile"),
        ("USES_FORCE_AGAINST", "Peru denied the attack on Chile"),
        ("CRITICISES", "Peru hardly ever criticises Chile"),
        ("CRITICISES", "without criticising Chile"),
        ("CRITICISES", "Peru no longer criticises Chile"),
        ("THREATENS", "Peru doesn't threaten Chile"),
        ("SELLS_ARMS_TO", "Peru sold nothing to Chile"),
        ("SELLS_ARMS_TO", "Peru sold zero tanks to Chile"),
        ("SELLS_ARMS_TO", "nobody sold tanks to Chile"),
        ("CRITICISES", "Peru refrained from criticising Chile"),
        ("AIDS", "Peru withheld aid from Chile"),
    ],
)
def test_other_ways_to_deny(tie, quote):
    assert "affirmed, and the quote has" in str(contradiction(tie, "actual", quote, "", negated=False))
    assert contradiction(tie, "actual", quote, "", negated=True) is None


@pytest.mark.parametrize(
    ("tie", "quote"),
    [
        ("USES_FORCE_AGAINST", "Peru did not hesitate to bomb Chile"),
        ("USES_FORCE_AGAINST", "Peru, which has no navy, attacked Chile"),
        ("USES_FORCE_AGAINST", "Peru, no friend of Mali, attacked Chile"),
        ("SANCTIONS", "Peru not only sanctioned Chile but"),
        ("CRITICISES", "Peru never tires of criticising Chile"),
        ("CRITICISES", "Peru is not alone in criticising Chile"),
        ("USES_FORCE_AGAINST", "without warning Peru attacked Chile"),
        ("SUPPORTS", "No state supports Chile as Peru does"),
        ("SANCTIONS", "the sanctions on Chile, which Peru did not join"),
        ("RIVAL_OF", "Peru did not mention rivalry with Chile"),
        ("RIVAL_OF", "Peru did not end its rivalry with Chile"),
        ("CRITICISES", "Peru criticised Chile for not attacking Mali"),
        ("CRITICISES", "Peru denied the criticism of Chile"),
        ("CONFLICTS_WITH", "Peru and Chile, no strangers to dispute"),
        ("VIEWS_AS", "Peru does not see Chile as a friend"),
    ],
)
def test_what_denies_something_else(tie, quote):
    assert contradiction(tie, "actual", quote, "", negated=False) is None
