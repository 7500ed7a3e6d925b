"""A newer release supersedes the older one, which stays queryable; what changed is reported."""

from __future__ import annotations

from pathlib import Path

from tests.loaders.source_readers import SAMPLES
from tiebook.engine.digest import digest
from tiebook.engine.kglite_engine import KgliteEngine
from tiebook.sources.datasets import load_dataset
from tiebook.sync import unload


def test_an_older_release_stays_and_counts_no_more(tmp_path: Path) -> None:
    engine = KgliteEngine(tmp_path / "t.kgl")
    old = SAMPLES / "cow_states" / "states.csv"
    new = tmp_path / "states2024.csv"
    text = old.read_text().replace(",2016\n", ",2024\n").replace("2016,12,31", "2024,12,31")
    new.write_text(text.replace("CHN,710,China,1860,10,25", "CHN,710,China,1860,10,26"))
    first = load_dataset(engine, "cow_states", [old])
    assert first.older is None
    report = load_dataset(engine, "cow_states", [new])
    assert report.older == "2016"
    assert any("Supersedes release 2016" in line for line in report.lines())
    rows = engine.read(
        "MATCH (:Actor {id: 'china'})-[t:MEMBER_OF]->() RETURN t.source AS source, t.endorsed AS endorsed,"
        " t.since AS since, t.superseded_by AS by ORDER BY source"
    ).rows
    assert rows == [
        ("cow_states", True, "1860-10-26", None),
        ("cow_states@2016", False, "1860-10-25", "cow_states"),
    ]
    before = digest(engine)
    again = load_dataset(engine, "cow_states", [new])
    assert again.changes.nothing
    assert (again.older, again.version) == (None, "2024"), "the release in the graph, though nothing was read"
    assert digest(engine) == before
    unload(engine, "cow_states@2016")
    assert len(engine.read("MATCH (:Actor {id: 'china'})-[t:MEMBER_OF]->() RETURN t.id AS id").rows) == 1


def test_a_dry_run_keeps_nothing(tmp_path: Path) -> None:
    engine = KgliteEngine(tmp_path / "t.kgl")
    load_dataset(engine, "cow_states", [SAMPLES / "cow_states" / "states.csv"])
    before = digest(engine)
    new = tmp_path / "new.csv"
    new.write_text((SAMPLES / "cow_states" / "states.csv").read_text().replace(",2016\n", ",2024\n"))
    assert load_dataset(engine, "cow_states", [new], dry_run=True).older == "2016"
    assert digest(engine) == before
