"""The case crink-security: whole, verbatim and short in its quotes; loaded beside the first case it contradicts it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests import shared
from tests.conftest import ROOT
from tiebook.case import Text, open_case
from tiebook.engine.digest import canonical, contents, digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.model.schema import DECLARATIONS
from tiebook.sources.declaration import shipped_datasets
from tiebook.sync.cases import find_case, load_case, shipped_cases

FOLDER = ROOT / "loaders" / "crink-security"
CASE = open_case(FOLDER)
SAYS_NOTHING = {1, 7, 10, 12, 20, 26, 29, 35, 42, 53, 63}  # headings and a rule
MOST_QUOTED = 0.5  # of the text's characters: the text is not free


@pytest.fixture(scope="module")
def text() -> Text:
    return Text.read(shared.text_of("crink-security"))


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KgliteEngine]:
    """Return a graph with both cases; for tests that only read."""
    engine = KgliteEngine(tmp_path_factory.mktemp("both") / "both.kgl")
    for name in ("china-iran", "crink-security"):
        load_case(engine, find_case(name))
    yield engine
    engine.close()


def test_every_quote_stands_in_its_paragraph(text):
    checked = open_case(FOLDER, text)
    assert checked.quotes == {"ok": len(CASE.claims)}
    assert checked.notes == ()


def test_every_paragraph_that_asserts_something_is_coded(text):
    coded = {claim.paragraph for claim in CASE.claims}
    assert {paragraph.number for paragraph in text.paragraphs} - coded == SAYS_NOTHING


def test_quotes_are_short():
    lengths = [len(claim.quote.split()) for claim in CASE.claims]
    assert max(lengths) <= 20
    assert sum(lengths) / len(lengths) <= 9
    assert sum(length > 12 for length in lengths) <= 50


def test_all_quotes_together_are_a_small_part_of_the_text(text):
    quoted: set[int] = set()
    for claim in CASE.claims:
        place = text.place(claim.quote, claim.paragraph, prefix="", suffix="")[1]
        assert place is not None, claim.id
        quoted |= set(range(*place))
    assert len(quoted) / len(text.content) <= MOST_QUOTED


def test_it_is_a_whole_coding_without_a_spare_entity():
    assert len(CASE.claims) >= 300
    assert {claim.mode for claim in CASE.claims} == {
        *("actual", "sought", "feared", "expected", "conditional", "hypothetical")
    }
    used = {
        reference.id
        for claim in CASE.claims
        for reference in (
            *(claim.start, claim.end, *claim.holders, *claim.by, *claim.regarding, *claim.via),
            *([claim.factor] if claim.factor else []),
        )
    }
    parents = {entity.part_of for entity in CASE.entities if entity.label == "Factor"}
    assert {entity.id for entity in CASE.entities} - used - parents == set()


def test_reports_and_denials_are_not_the_authors():
    by_id = {claim.id.partition("/")[2]: claim for claim in CASE.claims}
    reported, denied = by_id["p47-sam-reported"], by_id["p47-sam-denied-by-authorities"]
    assert (reported.stance, reported.negated) == ("reports", False)
    assert (denied.stance, denied.negated) == ("reports", True)
    assert {holder.id for holder in denied.holders} == {"chinese-authorities"}


def test_what_follows_is_marked_as_inferred():
    follows = [claim for claim in CASE.claims if re.search(r"\bfollows\b", claim.note or "")]
    assert len(follows) > 30
    assert [claim.id for claim in follows if not claim.inferred] == []


def test_arms_for_iran_all_regard_the_same_matter():
    sales = [claim for claim in CASE.claims if (claim.tie, claim.end.id) == ("SELLS_ARMS_TO", "iran")]
    assert len(sales) > 15
    assert [c.id for c in sales if "arms-sales-to-iran" not in {each.id for each in c.regarding}] == []


def test_a_report_or_statement_with_a_day_of_its_own_has_it_apart():
    said = {claim.id.partition("/")[2]: claim for claim in CASE.claims if claim.said_on}
    assert said["p31-submarine-technology"].since is None
    assert said["p44-missile-fuels-ordered"].since is None
    assert said["p47-sam-reported"].since != said["p47-sam-reported"].said_on
    assert {claim.said_on for claim in CASE.claims if claim.holders[0].id == "ali-motahari"} == {"2025"}


@pytest.mark.parametrize("name", shipped_cases())
def test_no_entity_of_a_shipped_case_has_the_id_of_a_source(name):
    own = {entity.id for entity in open_case(ROOT / "loaders" / name).entities}
    assert own & {*shipped_datasets(), *shipped_cases()} == set()


def test_loading_again_changes_nothing(tmp_path):
    engine = KgliteEngine(tmp_path / "graph.kgl")
    _, first = load_case(engine, find_case("crink-security"))
    before = digest(engine)
    _, again = load_case(engine, find_case("crink-security"))
    assert first.created > len(CASE.claims)
    assert (again.created, again.changed, again.removed) == (0, 0, 0)
    assert digest(engine) == before
    engine.close()


def told(engine: KgliteEngine) -> list[str]:
    """Return the graph in canonical lines; of a thing that both declare, what each says in one order."""
    return sorted(
        canonical([*first, props | {DECLARATIONS: sorted(props[DECLARATIONS])} if DECLARATIONS in props else props])
        for *first, props in contents(engine)
    )


def test_the_graph_of_both_is_the_same_in_the_other_order(both, tmp_path):
    engine = KgliteEngine(tmp_path / "graph.kgl")
    for name in ("crink-security", "china-iran"):
        load_case(engine, find_case(name))
    assert told(engine) == told(both)
    engine.close()


def test_it_meets_the_first_case_on_the_same_ends_and_types(both):
    """Each pair: what the first case denies, wants or expects, and what this one says of the same two."""
    found = {
        tuple(row)
        for row in both.read(
            "MATCH (c:Claim {source: 'china-iran'})-[:FROM]->(a)<-[:FROM|TO]-(d:Claim {source: 'crink-security'}) "
            "MATCH (c)-[:TO]->(b)<-[:FROM|TO]-(d) WHERE c.tie = d.tie AND a.id <> b.id "
            "RETURN DISTINCT c.id, d.id"
        ).rows
    }
    for first, other in (
        ("p30-no-sale-china", "p44-propellant-from-china"),
        ("p30-no-sale-china", "p47-sam-reported"),
        ("p29-expected-sale-china", "p47-sam-denied-by-authorities"),
        ("p23-iran-seeks-arms", "p44-missile-fuels-ordered"),
        ("p30-no-sale-russia", "p16-sipri-share-of-iran"),
        ("p29-expected-sale-russia", "p34-iran-buys-from-russia"),
        ("p17-no-comprehensive-cooperation", "p39-yearly-exercises-china-iran"),
        ("p5-no-defence-cooperation", "p39-sco-drills-with-china"),
        ("p17-road-map-completed", "p49-china-agrees-with-iran"),
        ("p5-no-alliance", "p27-no-treaty-china-iran"),
        ("p24-no-alliance-with-russia", "p27-no-treaty-china-russia"),
        ("p55-china-balances", "p56-china-balances-between-iran"),
        ("p29-strategic-partner-russia", "p39-yearly-exercises-russia-iran"),
    ):
        assert (f"china-iran/{first}", f"crink-security/{other}") in found, (first, other)
