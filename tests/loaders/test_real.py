"""All published files of the shared data in one graph: accounts, names that resolve, known counts, and loading twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests import shared
from tiebook.engine.digest import digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.sources.datasets import load_dataset
from tiebook.sources.report import Report

FILES = {
    "cow_states": ["states2016.csv", "majors2016.csv", "system2016.csv", "COW-country-codes.csv"],
    "cow_contiguity": ["contdird.csv"],
    "cow_nmc": ["NMC-60-abridged.csv"],
    "atop": ["atop-member-level.csv", "atop-alliance-level.csv"],
    "cow_alliance": ["alliance_v4.1_by_member.csv"],
    "sipri": [
        "trade-register.csv",
        *(f"TIV-Export-{each}-1950-2021.csv" for each in ("CHI", "IRA", "ISR", "RUS")),
    ],
    "gsdb": ["GSDB_V4.csv"],
    "ofac": ["sdn.csv", "add.csv", "alt.csv", "cons_prim.csv", "sdn_comments.csv"],
    "un_sanctions": ["UN_consolidated.xml"],
    "opensanctions": ["t1_entities.ftm.json", "zala_entities.ftm.json"],
    "ucdp": ["Dyadic_v24_1.csv", "UcdpPrioConflict_v24_1.csv", "ucdp-actor-221.csv"],
    "gdelt": ["20191024143000.export.CSV", "20141124.export.CSV.zip"],
    "icews": ["events.2018.sample.tab"],
    "cow_mid": ["MIDA 5.0.csv", "MIDB 5.0.csv", "dyadic_mid_4.02.csv"],
    "dcad": ["DCAD-v1.0-main.csv"],
    "cow_igo": ["igo_year_formatv3.reconstructed.csv", "state_year_formatv3.1980plus.reconstructed.csv"],
    "unga": [
        "IdealpointestimatesAll_Jun2024.csv",
        "un_roll_calls.csv",
        "un_votes.20states.from_rda.csv",
        "un_roll_call_issues.csv",
    ],
}
LEAST = 0.98  # of the rows that name states


class Loaded:
    """The graph with everything in it, and what each load said."""

    def __init__(self, engine: KgliteEngine) -> None:
        self.engine = engine
        self.reports = {source: self.load(source) for source in FILES}

    def load(self, source: str) -> Report:
        paths = [shared.data(source, name) for name in FILES[source]]
        return load_dataset(self.engine, source, paths, again=True)

    def one(self, query: str) -> Any:
        ((value,),) = self.engine.read(query).rows
        return value


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    engine = KgliteEngine(tmp_path_factory.mktemp("real") / "t.kgl")
    yield Loaded(engine)
    engine.close()


@pytest.mark.parametrize("source", sorted(FILES))
def test_accounts_balance_and_names_resolve(loaded: Loaded, source: str) -> None:
    report = loaded.reports[source]
    assert len(report.accounts) == len(FILES[source])
    for account in report.accounts:
        assert account.balanced
        assert account.read > 0
        assert account.resolved >= LEAST * account.named, "\n".join(account.lines())


def test_known_counts(loaded: Loaded) -> None:
    def system(on: str) -> Any:
        query = "MATCH (a)-[t:MEMBER_OF {source: 'cow_states'}]->(:Actor {id: 'cow-state-system'}) WHERE t.since_latest"
        return loaded.one(
            f"{query} <= date('{on}') AND (t.until IS NULL OR t.until >= '{on}') RETURN count(DISTINCT a.id)"
        )

    assert (system("2016-12-31"), system("1946-12-31"), system("1816-12-31")) == (195, 66, 23)
    party = "MATCH (a)-[t:PARTY_TO]->(i:Instrument) WHERE t.source = "
    assert loaded.one(f"{party}'cow_alliance' RETURN count(DISTINCT i.id)") == 414
    assert loaded.one(f"{party}'cow_alliance' AND t.until IS NULL RETURN count(t.id)") == 359
    assert loaded.one(f"{party}'atop' AND t.until IS NULL RETURN count(DISTINCT i.id)") == 334
    assert loaded.one("MATCH (e:Event) WHERE 'cow_mid' IN e.sources RETURN count(e.id)") == 2436
    both = loaded.engine.read(
        "MATCH (:Actor {id: 'china'})-[t:PARTY_TO {source: 'cow_alliance'}]->(i:Instrument) WHERE t.until IS NULL"
        " WITH i MATCH (:Actor {id: 'iran'})-[u:PARTY_TO {source: 'cow_alliance'}]->(i) WHERE u.until IS NULL RETURN i.id AS id"
    ).rows
    assert both == [("cow-alliance-402",)]
    orders = "MATCH (:Actor {id: 'china'})-[t:SELLS_ARMS_TO]->(:Actor {id: 'iran'}) WHERE t.item IS NOT NULL"
    assert loaded.one(f"{orders} RETURN count(t.id)") == 45
    assert loaded.one(f"{orders} RETURN sum(t.value)") == pytest.approx(4136.6, abs=0.05)
    assert str(loaded.one(f"{orders} AND t.until IS NOT NULL RETURN max(t.until)"))[:4] == "2015"


@pytest.mark.parametrize(("organisation", "number"), [("shanghai-cooperation-organisation", 6), ("nato", 28)])
def test_members_in_2014(loaded: Loaded, organisation: str, number: int) -> None:
    query = (
        f"MATCH (a)-[t:MEMBER_OF {{source: 'cow_igo'}}]->(:Actor {{id: '{organisation}'}})"
        " WHERE t.since_latest <= date('2014-12-31') AND (t.until IS NULL OR t.until >= '2014') RETURN count(DISTINCT a.id)"
    )
    assert loaded.one(query) == number


def test_no_contiguity_goes_one_way(loaded: Loaded) -> None:
    notes = [note for account in loaded.reports["cow_contiguity"].accounts for note in account.notes]
    assert not [note for note in notes if "one direction" in note]


def test_loading_all_again_changes_nothing(loaded: Loaded) -> None:
    before = digest(loaded.engine)
    for source in FILES:
        again = loaded.load(source)
        assert again.changes.nothing, source
        assert again.accounts == loaded.reports[source].accounts
    assert digest(loaded.engine) == before
