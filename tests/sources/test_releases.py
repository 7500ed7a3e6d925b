"""A newer release supersedes the older one, which stays queryable; what changed is reported."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import kglite
import pytest

from tests.loaders.source_readers import SAMPLES
from tiebook.engine.digest import digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.engine.meta import check_model
from tiebook.errors import DuplicateTie, IdClash
from tiebook.sources.datasets import load_dataset
from tiebook.sync import releases, unload
from tiebook.sync.releases import Superseded


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


def _releases(folder: Path) -> tuple[Path, Path]:
    """Write two releases of one table: the second has other spells, one state less and one more."""
    old = (SAMPLES / "cow_states" / "states.csv").read_text()
    new = old.replace(",2016\n", ",2024\n").replace("CHN,710,China,1860,10,25", "CHN,710,China,1860,10,26")
    lines = [line for line in new.splitlines() if not line.startswith("IRN")] + ["CUB,40,Cuba,1902,5,20,1906,9,25,2024"]
    for name, text in (("r1.csv", old), ("r2.csv", "\n".join(lines) + "\n")):
        (folder / name).write_text(text)
    return folder / "r1.csv", folder / "r2.csv"


def _changed_over(folder: Path) -> tuple[KgliteEngine, str]:
    engine = KgliteEngine(folder / "whole.kgl")
    for path in _releases(folder):
        load_dataset(engine, "cow_states", [path])
    return engine, digest(engine)


def test_the_newer_release_is_as_if_it_were_the_first(tmp_path: Path) -> None:
    engine, _ = _changed_over(tmp_path)
    unload(engine, "cow_states@2016")
    alone = KgliteEngine(tmp_path / "alone.kgl")
    load_dataset(alone, "cow_states", [tmp_path / "r2.csv"])
    assert digest(engine) == digest(alone)


def test_there_and_back_again_keeps_each_release_once(tmp_path: Path) -> None:
    engine, once = _changed_over(tmp_path)
    load_dataset(engine, "cow_states", [tmp_path / "r1.csv"])
    load_dataset(engine, "cow_states", [tmp_path / "r2.csv"])
    unload(engine, "cow_states@2024")
    assert digest(engine) == once


@pytest.mark.parametrize("cut", ["the ties", "the nodes"])
def test_a_change_of_release_that_was_cut_off_goes_on_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: str
) -> None:
    """On a server a large change is many transactions: cut off among those of the ties, or after the one of the nodes."""
    _, whole = _changed_over(tmp_path)
    engine = KgliteEngine(tmp_path / "cut.kgl")
    load_dataset(engine, "cow_states", [tmp_path / "r1.csv"])
    monkeypatch.setattr(releases, "_SOME", 2)
    older = Superseded("cow_states", "2016", "2024")
    ((name, _),) = engine.write(older.types).items()
    assert engine.write(partial(older.rename_some, type_=name))
    if cut == "the nodes":
        while engine.write(partial(older.rename_some, type_=name)):
            pass
        engine.write(older.nodes)
    load_dataset(engine, "cow_states", [tmp_path / "r2.csv"])
    assert digest(engine) == whole


def test_a_change_in_parts_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, whole = _changed_over(tmp_path)
    engine = KgliteEngine(tmp_path / "parts.kgl")
    monkeypatch.setattr(engine, "most_ties", 2)
    monkeypatch.setattr(releases, "_SOME", 2)
    for path in (tmp_path / "r1.csv", tmp_path / "r2.csv"):
        load_dataset(engine, "cow_states", [path])
    assert digest(engine) == whole
    assert check_model(engine) == ()


def test_a_file_is_opened_once_for_a_change_of_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = _releases(tmp_path)
    load_dataset(KgliteEngine(tmp_path / "t.kgl"), "cow_states", [old])
    opened: list[str] = []

    def counted(real: Callable[..., object], path: str, **named: object) -> object:
        opened.append(path)
        return real(path, **named)

    for name in ("open", "load"):
        monkeypatch.setattr(kglite, name, partial(counted, getattr(kglite, name)))
    load_dataset(KgliteEngine(tmp_path / "t.kgl"), "cow_states", [new])
    assert len(opened) == 1


@pytest.mark.parametrize("release", ["2016", "2024"])
def test_ids_are_unique_again_after_a_change_of_release(tmp_path: Path, release: str) -> None:
    engine, _ = _changed_over(tmp_path)
    source = "cow_states" if release == "2024" else "cow_states@2016"
    query = "MATCH (:Actor)-[t:MEMBER_OF {source: $source}]->() RETURN t.id AS id ORDER BY id LIMIT 1"
    ((taken,),) = engine.read(query, {"source": source}).rows
    with pytest.raises(IdClash, match="id"):
        engine.write(
            lambda writer: writer.run(
                "MATCH (a:Actor)-[t:MEMBER_OF {source: $source}]->(b) WITH a, b LIMIT 1 CREATE (a)-[:MEMBER_OF {id: $id}]->(b)",
                {"source": source, "id": taken},
            )
        )


def test_an_older_release_with_an_id_that_is_there_is_refused(tmp_path: Path) -> None:
    old, new = _releases(tmp_path)
    engine = KgliteEngine(tmp_path / "t.kgl")
    load_dataset(engine, "cow_states", [old])
    engine.write(
        lambda writer: writer.run(
            "MATCH (a:Actor)-[t:MEMBER_OF {source: 'cow_states'}]->(b) WITH a, b, t ORDER BY t.id LIMIT 1"
            " CREATE (a)-[:MEMBER_OF {id: 'MEMBER_OF/cow_states@2016/' + t.record, source: 'other', endorsed: true}]->(b)"
        )
    )
    before = digest(engine)
    with pytest.raises(DuplicateTie, match="two MEMBER_OF ties have the same id"):
        load_dataset(engine, "cow_states", [new])
    assert digest(engine) == before
