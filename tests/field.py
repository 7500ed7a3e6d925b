"""Several sources in one graph, for questions across them: the shipped case, and small files of ours in the published formats.

The files state real facts (who delivered what when, who is bound to whom) in rows of our own.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from tests import shared
from tiebook.engine import Engine
from tiebook.model.records import Props, Value
from tiebook.model.ties import Ties
from tiebook.sources.datasets import load_dataset
from tiebook.sources.report import Report
from tiebook.sync.batch import Batch
from tiebook.sync.cases import find_case, load_case

SAMPLES = Path(__file__).parent / "samples"
FIELD = {
    "atop": ["field/atop-members.csv"],
    "blocs": [],
    "cow_alliance": ["field/cow_alliance-members.csv"],
    "cow_contiguity": ["field/cow_contiguity-pairs.csv"],
    "cow_igo": ["field/cow_igo-igo.csv"],
    "cow_mid": ["field/cow_mid-mida.csv", "field/cow_mid-midb.csv", "field/cow_mid-dyads.csv"],
    "cow_nmc": ["field/cow_nmc-years.csv"],
    "dcad": ["dcad/main.csv"],
    "gsdb": ["field/gsdb-cases.csv"],
    "icews": ["icews/events.tab"],
    "ofac": ["ofac/sdn.csv", "ofac/add.csv", "ofac/alt.csv"],
    "sipri": ["field/sipri-register.csv", "field/sipri-tiv.csv"],
    "ucdp": ["field/ucdp-dyads.csv"],
    "un_sanctions": ["un_sanctions/list.xml"],
    "unga": ["unga/ideal.csv", "unga/calls.csv", "unga/votes.csv"],
}


def load_field(engine: Engine) -> None:
    """Load the shipped case and every sample."""
    load_case(engine, find_case("china-iran"))
    for source, names in FIELD.items():
        load_dataset(engine, source, [SAMPLES / name for name in names])


# the published files, by source
PUBLISHED = {
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


def load_published(engine: Engine, source: str) -> Report:
    """Load a data set from its published files, compared tie by tie; without one the test skips, or fails in CI."""
    return load_dataset(engine, source, [shared.data(source, name) for name in PUBLISHED[source]], again=True)


def read_digest(batch: Batch) -> str:
    """Return a digest of the nodes and edges that were read of a data set's files."""
    nodes, edges = list(batch.nodes), [(each.type, each.source, each.target, each.props) for each in batch.edges]
    for part in batch.parts:
        if isinstance(part, Ties):
            edges += [(each.type, each.source, each.target, each.props) for each in part.edges()]
        else:
            nodes += part
    said = [(each.label, each.id, each.kind_label, _plain(each.props)) for each in nodes]
    whole = sorted(map(repr, said)) + sorted(repr((*ends, _plain(props))) for *ends, props in edges)
    return sha256("\n".join(whole).encode()).hexdigest()


def _plain(props: Props) -> list[tuple[str, Value]]:
    """Return properties in one order, without the fingerprint of the files."""
    return sorted(each for each in props.items() if each[0] != "fingerprint")


def load_all_published(engine: Engine) -> dict[str, Report]:
    """Load the shipped case and every data set, and return what each load said."""
    load_case(engine, find_case("china-iran"))
    load_dataset(engine, "blocs", [])
    return {source: load_published(engine, source) for source in PUBLISHED}
