"""All published files of the shared data in one graph: accounts, names that resolve, known counts, and loading twice."""

from __future__ import annotations

from typing import Any

import pytest

from tests.field import PUBLISHED, load_published
from tests.graphs import Published
from tiebook.engine.digest import digest

LEAST = 0.98  # of the rows that name states


@pytest.mark.parametrize("source", sorted(PUBLISHED))
def test_accounts_balance_and_names_resolve(published: Published, source: str) -> None:
    report = published.reports[source]
    assert len(report.accounts) == len(PUBLISHED[source])
    for account in report.accounts:
        assert account.balanced
        assert account.read > 0
        assert account.resolved >= LEAST * account.named, "\n".join(account.lines())


def test_known_counts(published: Published) -> None:
    def system(on: str) -> Any:
        query = "MATCH (a)-[t:MEMBER_OF {source: 'cow_states'}]->(:Actor {id: 'cow-state-system'}) WHERE t.since_latest"
        return published.one(
            f"{query} <= date('{on}') AND (t.until IS NULL OR t.until >= '{on}') RETURN count(DISTINCT a.id)"
        )

    assert (system("2016-12-31"), system("1946-12-31"), system("1816-12-31")) == (195, 66, 23)
    party = "MATCH (a)-[t:PARTY_TO]->(i:Instrument) WHERE t.source = "
    assert published.one(f"{party}'cow_alliance' RETURN count(DISTINCT i.id)") == 414
    assert published.one(f"{party}'cow_alliance' AND t.until IS NULL RETURN count(t.id)") == 359
    assert published.one(f"{party}'atop' AND t.until IS NULL RETURN count(DISTINCT i.id)") == 334
    assert published.one("MATCH (e:Event) WHERE 'cow_mid' IN e.sources RETURN count(e.id)") == 2436
    both = published.engine.read(
        "MATCH (:Actor {id: 'china'})-[t:PARTY_TO {source: 'cow_alliance'}]->(i:Instrument) WHERE t.until IS NULL"
        " WITH i MATCH (:Actor {id: 'iran'})-[u:PARTY_TO {source: 'cow_alliance'}]->(i) WHERE u.until IS NULL RETURN i.id AS id"
    ).rows
    assert both == [("cow-alliance-402",)]
    orders = "MATCH (:Actor {id: 'china'})-[t:SELLS_ARMS_TO]->(:Actor {id: 'iran'}) WHERE t.item IS NOT NULL"
    assert published.one(f"{orders} RETURN count(t.id)") == 45
    assert published.one(f"{orders} RETURN sum(t.value)") == pytest.approx(4136.6, abs=0.05)
    assert str(published.one(f"{orders} AND t.until IS NOT NULL RETURN max(t.until)"))[:4] == "2015"


@pytest.mark.parametrize(("organisation", "number"), [("shanghai-cooperation-organisation", 6), ("nato", 28)])
def test_members_in_2014(published: Published, organisation: str, number: int) -> None:
    query = (
        f"MATCH (a)-[t:MEMBER_OF {{source: 'cow_igo'}}]->(:Actor {{id: '{organisation}'}})"
        " WHERE t.since_latest <= date('2014-12-31') AND (t.until IS NULL OR t.until >= '2014') RETURN count(DISTINCT a.id)"
    )
    assert published.one(query) == number


def test_no_contiguity_goes_one_way(published: Published) -> None:
    notes = [note for account in published.reports["cow_contiguity"].accounts for note in account.notes]
    assert not [note for note in notes if "one direction" in note]


def test_loading_all_again_changes_nothing(published: Published) -> None:
    before = digest(published.engine)
    for source in PUBLISHED:
        again = load_published(published.engine, source)
        assert again.changes.nothing, source
        assert again.accounts == published.reports[source].accounts
    assert digest(published.engine) == before
