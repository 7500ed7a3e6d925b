"""The codebook: complete, consistent, and nothing derived from it has drifted."""

from pathlib import Path

import pytest

from tiebook.model import schema
from tiebook.model.codebook import ACTOR, ANY, CLAIM, codebook
from tiebook.model.page import codebook_page
from tiebook.model.records import Claim, Reference
from tiebook.model.roles import PART_OF, ROLES

BOOK = codebook()
ROOT = Path(__file__).parents[2]
OUT_OF_BALANCE = {
    "CONSTRAINS",
    "SEEKS",
    "REFUSES",
    "INFLUENCES",
    "DEPENDS_ON",
    "PARTY_TO",
    "ISSUES",
    "COMPLIES_WITH",
    "VIEWS_AS",
    "RANKS",
}


@pytest.mark.parametrize("tie", BOOK.ties.values(), ids=lambda tie: tie.name)
def test_every_type_is_declared_in_full(tie):
    assert tie.name == tie.name.upper()
    assert tie.definition.endswith(".")
    assert tie.examples
    assert tie.counter_examples
    assert tie.sign in (-1, 0, 1)
    assert tie.aspect in BOOK.values["aspect"]
    assert tie.phrase.split()[0][-1] == "s"  # a verb: "is allied with"
    assert tie.balance in ("in", "out")
    assert (tie.quad == 0) == (tie.cameo == "none") == (tie.plover == "none")
    ends = {ACTOR, ANY, CLAIM, *BOOK.actor_kinds, *BOOK.entities}
    assert {*tie.sources, *tie.targets} <= ends
    if tie.symmetric:
        assert tie.sources == tie.targets


def test_the_codebook_stays_small():
    assert (
        len(BOOK.ties) <= 40
    )  # about 35, so that a coder can keep them in mind; three are for records of data sets only


def test_types_out_of_balance():
    out = {tie.name for tie in BOOK.ties.values() if tie.balance == "out"}
    assert out >= OUT_OF_BALANCE
    assert {name for name in out - OUT_OF_BALANCE if BOOK.ties[name].sign} == set()


def test_no_name_is_used_twice():
    labels = set(schema.node_labels())
    types = {*BOOK.ties, *ROLES, PART_OF}
    assert not {label.upper() for label in labels} & types
    assert len(types) == len(BOOK.ties) + len(ROLES) + 1


def test_no_property_has_a_name_that_an_engine_keeps_for_itself():
    names = frozenset().union(*schema.node_labels().values(), *schema.edge_types().values())
    assert not names & {"title", "type", "end"}


def test_the_page_has_not_drifted():
    assert (ROOT / "docs" / "codebook.md").read_text("utf-8") == codebook_page()


# The table by which a claim makes a tie, row by row.


def _claim(mode, negated, stance):
    actor = Reference("Actor", "a", "A")
    other = Reference("Actor", "b", "B")
    return Claim(
        id="s/c", source="s", tie="SUPPORTS", start=actor, end=other, sign=1, aspect="state", mode=mode, negated=negated,
        stance=stance, holders=(actor,), gloss="g", quote="q", paragraph=1, confidence=1.0,
    )  # fmt: skip


EXPECTED = {
    ("actual", False, "asserts"): (True, True),
    ("actual", False, "presupposes"): (True, True),
    ("actual", False, "reports"): (True, False),
}


@pytest.mark.parametrize("mode", BOOK.values["mode"])
@pytest.mark.parametrize("negated", [False, True])
@pytest.mark.parametrize("stance", BOOK.values["stance"])
def test_when_a_claim_makes_a_tie(mode, negated, stance):
    makes, endorsed = EXPECTED.get((mode, negated, stance), (False, False))
    claim = _claim(mode, negated, stance)
    tie = claim.tie_edge()
    assert (tie is not None) is makes
    assert claim.node().props["makes_tie"] is makes
    if tie:
        assert tie.props["endorsed"] is endorsed
        assert str(tie.props["id"]).startswith("SUPPORTS/")


def test_every_row_of_the_table_is_reached():
    cases = [(m, n, s) for m in BOOK.values["mode"] for n in (False, True) for s in BOOK.values["stance"]]
    reached = {BOOK.verdict(mode, negated=negated, stance=stance) for mode, negated, stance in cases}
    assert reached == set(BOOK.tie_rules)


@pytest.mark.parametrize(
    ("ends", "label", "kind", "allowed"),
    [
        ((ACTOR,), "Actor", "State", True),
        ((ACTOR,), "Issue", "issue", False),
        (("State",), "Actor", "State", True),
        (("State",), "Actor", "Bloc", False),
        (("issue",), "Issue", "issue", False),
        (("Issue",), "Issue", "issue", True),
        ((ANY,), "Issue", "issue", True),
        ((ANY,), "Actor", "State", True),
        ((ANY,), CLAIM, "claim", False),
        ((CLAIM,), CLAIM, "claim", True),
        ((ANY, CLAIM), CLAIM, "claim", True),
        ((), "Actor", "State", False),
    ],
)
def test_who_may_stand_at_an_end(ends, label, kind, allowed):
    assert BOOK.allows(ends, label, kind) is allowed


def test_a_claim_is_stated_and_goes_on_unless_it_says_otherwise():
    claim = _claim("actual", negated=False, stance="asserts")
    assert (claim.inferred, claim.ended) == (False, False)
    assert claim.node().props["inferred"] is False
