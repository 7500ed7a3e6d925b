"""Data sets as such: every declaration holds, ties keep to the codebook, loads are accounted for and change nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.loaders.source_readers import SAMPLES, finish, sample
from tiebook.cli.load.load import command as load
from tiebook.cli.load.map import command as map_
from tiebook.cli.load.resolve import command as resolve
from tiebook.crosswalk.decisions import Decisions
from tiebook.engine.digest import digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import BadDate, BadSource, UnknownName
from tiebook.model.codebook import codebook
from tiebook.model.schema import TIE_PROPERTIES
from tiebook.model.ties import Ties
from tiebook.sources.datasets import load_dataset
from tiebook.sources.declaration import declaration_of, find_dataset, shipped_datasets
from tiebook.sources.row_filter import row_filter
from tiebook.sync import unload

DAYS = "styear,stmonth,stday,endyear,endmonth,endday"
CASES = "case_id,sanctioned_state,sanctioning_state,begin,end,trade,arms,military,financial,travel,other"
FILES = {
    "acled": ["events.csv"],
    "atop": ["members.csv"],
    "archigos": ["leaders.csv"],
    "cow_diplomacy": ["pairs.csv"],
    "polity": ["years.csv"],
    "rivalries": ["pairs.csv"],
    "rivalries_td": ["pairs.csv"],
    "ties": ["cases.csv"],
    "vdem": ["years.csv"],
    "baci": ["BACI_HS92_Y1998_V202401b.csv", "BACI_HS92_Y2010_V202401b.csv"],
    "cow_alliance": ["members.csv"],
    "cow_contiguity": ["pairs.csv"],
    "cow_nmc": ["years.csv"],
    "unga": ["ideal.csv", "calls.csv", "votes.csv"],
    "cow_igo": ["igo.csv", "states.csv"],
    "cow_mid": ["mida.csv", "midb.csv", "dyads.csv"],
    "cow_states": ["states.csv", "codes.csv"],
    "cow_trade": ["pairs.csv", "states.csv"],
    "cow_wars": ["intra-4.csv", "extra.csv", "inter.csv"],
    "dcad": ["main.csv"],
    "eu_sanctions": ["list.csv"],
    "gdelt": ["two.export.CSV", "one.export.CSV"],
    "gml_mid": ["ddy.csv"],
    "gsdb": ["cases.csv"],
    "icews": ["events.tab"],
    "ofac": ["sdn.csv", "add.csv", "alt.csv"],
    "opensanctions": ["entities.ftm.json"],
    "polecat": ["events.txt"],
    "sipri": ["register.csv", "tiv.csv"],
    "ucdp": ["dyads.csv", "conflicts.csv", "actors.csv"],
    "ucdp_ged": ["events.csv", "candidate.csv"],
    "uk_sanctions": ["list.csv", "ConList.csv"],
    "un_sanctions": ["list.xml"],
}


@pytest.mark.parametrize("source", sorted(FILES))
def test_what_a_source_makes_is_declared(source: str) -> None:
    _, batch = sample(source, *FILES[source])
    parts = list(batch.parts)  # of a source that is read by declaration alone
    nodes = [*batch.nodes, *(node for part in parts if not isinstance(part, Ties) for node in part)]
    edges = [*batch.edges, *(edge for part in parts if isinstance(part, Ties) for edge in part.edges())]
    assert edges
    kinds = {node.key: (node.label, node.kind_label or str(node.props["kind"])) for node in nodes}
    for edge in edges:
        tie = codebook().ties[edge.type]
        assert codebook().allows(tie.sources, *kinds[edge.source]), (edge.type, kinds[edge.source])
        assert codebook().allows(tie.targets, *kinds[edge.target]), (edge.type, kinds[edge.target])
        assert set(edge.props) <= TIE_PROPERTIES
        assert edge.props["id"] == f"{edge.type}/{source}/{edge.props['record']}"
        assert "\n" not in str(edge.props["gloss"])


@pytest.mark.parametrize("source", shipped_datasets())
def test_a_declaration_says_how_to_cite_and_under_what_terms(source: str) -> None:
    found = declaration_of(find_dataset(source))
    assert found.citation
    assert found.licence
    assert found.universe


@pytest.mark.parametrize("source", sorted(FILES))
def test_loading_again_changes_nothing_and_unloading_leaves_nothing(source: str, tmp_path: Path) -> None:
    engine = KgliteEngine(tmp_path / "t.kgl")
    files = [SAMPLES / source / name for name in FILES[source]]
    dry = load_dataset(engine, source, files, dry_run=True)
    assert not engine.exists() or not engine.read("MATCH (n:Source) RETURN n.id AS id").rows
    first = load_dataset(engine, source, files)
    assert first.changes == dry.changes
    before = digest(engine)
    again = load_dataset(engine, source, files)
    assert again.changes.nothing
    assert digest(engine) == before
    unload(engine, source)
    assert not engine.read("MATCH (n) WHERE NOT n:Meta RETURN n.id AS id").rows


def test_sources_share_actors(tmp_path: Path) -> None:
    engine = KgliteEngine(tmp_path / "t.kgl")
    for source in ("cow_states", "gsdb", "sipri"):
        load_dataset(engine, source, [SAMPLES / source / name for name in FILES[source]])
    (row,) = engine.read("MATCH (a:State {id: 'china'}) RETURN a.sources AS sources, a.cow AS cow").rows
    assert row == (["cow_states", "gsdb", "sipri"], "710")


def test_a_decision_applies_and_can_be_undone(tmp_path: Path) -> None:
    kept = Decisions(tmp_path / "decisions.toml")
    kept.decide("gsdb", "Atlantis", "iran")
    kept.decide("*", "cow:999", "china")
    assert Decisions(kept.path).of("gsdb") == {"Atlantis": "iran", "cow:999": "china"}
    engine = KgliteEngine(tmp_path / "t.kgl")
    report = load_dataset(engine, "gsdb", [SAMPLES / "gsdb" / "cases.csv"], decisions=kept.path)
    assert not report.unresolved
    kept.undo("gsdb", "Atlantis")
    report = load_dataset(engine, "gsdb", [SAMPLES / "gsdb" / "cases.csv"], decisions=kept.path)
    assert [each.text for each in report.unresolved] == ["Atlantis"]
    with pytest.raises(BadSource, match="no decision"):
        kept.undo("gsdb", "Atlantis")


def test_a_decision_for_nobody_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text('[gsdb]\nAtlantis = {actor = "atlantis"}\n')
    with pytest.raises(BadSource, match="there is no actor 'atlantis'"):
        load_dataset(KgliteEngine(tmp_path / "t.kgl"), "gsdb", [SAMPLES / "gsdb" / "cases.csv"], decisions=path)
    path.write_text("[gsdb]\nAtlantis = 1\n")
    with pytest.raises(BadSource, match="not a file of decisions"):
        Decisions(path)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("<html><body>moved</body></html>", "web page"),
        ("a,b\n1,2\n", "not the COW state system membership list"),
        (f"stateabb,ccode,who,{DAYS},version\nA,2,B,1,1,1,1,1,1,1\n", "missing: statenme"),
        (f"stateabb,ccode,statename,{DAYS},version\n", "no records below"),
        (f"{CASES}\n1,Iran,EU,1,1,1,1,1,1,1,1\n", "looks like"),
    ],
)
def test_a_wrong_file_is_refused_in_one_line(tmp_path: Path, raw: str, message: str) -> None:
    path = tmp_path / "wrong.csv"
    path.write_text(raw)
    with pytest.raises(BadSource, match=message) as fault:
        load_dataset(KgliteEngine(tmp_path / "t.kgl"), "cow_states", [path])
    assert "\n" not in str(fault.value)
    assert not (tmp_path / "t.kgl").exists()


def test_a_bad_cell_names_file_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "states.csv"
    text = (SAMPLES / "cow_states" / "states.csv").read_text()
    path.write_text(text.replace("1860", "eighteen"))
    with pytest.raises(BadSource, match=r"states.csv:2: .*column styear: 'eighteen' is not a whole number"):
        load_dataset(KgliteEngine(tmp_path / "t.kgl"), "cow_states", [path])


def test_no_file_and_no_source() -> None:
    with pytest.raises(BadSource, match="needs a file"):
        sample("gsdb")
    with pytest.raises(BadSource, match="did you mean gsdb"):
        sample("gsbd", "cases.csv")


def test_wanted_is_read_as_users_write_it() -> None:
    found = row_filter("2010", "2015-06", "Tehran, usa, china")
    assert (str(found.since), str(found.until)) == ("2010-01-01", "2015-06-30")
    assert found.actors == {"iran", "united-states", "china"}
    with pytest.raises(UnknownName, match="did you mean"):
        row_filter(actors="Chinna")
    with pytest.raises(BadDate, match="--until 2005 lies before --since 2010"):
        row_filter("2010", "2005")
    assert row_filter("2010-05", "2010").until is not None


def test_the_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIEBOOK_DECISIONS", str(tmp_path / "decisions.toml"))
    run = CliRunner().invoke
    file, db = str(SAMPLES / "gsdb" / "cases.csv"), str(tmp_path / "t.kgl")
    shown = run(resolve, ["gsdb", file])
    assert shown.output.startswith("Atlantis\t1\t")
    assert run(resolve, ["gsdb", "--name", "Atlantis", "--as", "Tehran"]).exit_code == 0
    assert "gsdb\tAtlantis\tiran" in run(resolve, []).output
    loaded = run(load, ["gsdb", file, "--db", db, "--since", "2010"])
    assert loaded.exit_code == 0, loaded.output
    assert "5 records read = 4 loaded + 0 merged + 1 skipped" in loaded.output
    assert run(resolve, ["gsdb", "--name", "Atlantis", "--undo"]).exit_code == 0
    folder = tmp_path / "pacts"
    made = run(map_, [str(SAMPLES / "dcad" / "main.csv"), "--type", "AGREES_WITH", "-o", str(folder)])
    assert made.exit_code == 0, made.output
    finish(folder)
    again = run(load, [str(folder), str(SAMPLES / "dcad" / "main.csv"), "--db", db])
    assert again.exit_code == 0, again.output
    assert "pacts" in again.output or "main" in again.output
