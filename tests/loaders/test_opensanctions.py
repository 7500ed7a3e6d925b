"""FollowTheMoney JSON lines: links that are entities, properties that are lists, deltas that wrap."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.loaders.source_readers import counts, dyad, real, sample, ties
from tiebook.errors import BadSource
from tiebook.sources.datasets import read_dataset
from tiebook.sources.source_reader import SourceReader
from tiebook.sync.batch import Batch


def test_sample() -> None:
    reader, batch = sample("opensanctions", "entities.ftm.json")
    assert counts(reader) == [(9, 5, 0, 4)]
    (sanction,) = ties(batch, "SANCTIONS")
    assert (sanction.source[1], sanction.target[1], sanction.props["since"]) == (
        "united-states",
        "ftm-nk-1",
        "2022-03-01",
    )
    assert dyad(batch, "CONTROLS", "ftm-nk-2", "ftm-nk-1")[0].props["mechanism"] == "51%"
    assert dyad(batch, "HOLDS_OFFICE_IN", "ftm-nk-2", "ftm-nk-1")
    company = next(node for node in batch.nodes if node.id == "ftm-nk-1")
    assert company.props["aliases"] == ["\u041e\u041e\u041e \u041f\u0440\u0438\u043c\u0435\u0440"], (
        "a name in Cyrillic letters"
    )
    assert [(each.system, each.text) for each in reader.resolver.unresolved()] == [("iso2", "ZZ")]


def test_a_delta() -> None:
    reader, batch = sample("opensanctions", "delta.json")
    assert counts(reader) == [(4, 3, 0, 1)]
    assert len(batch.edges) == 1


def _entities(path: Path, *entities: dict[str, object]) -> tuple[SourceReader, Batch]:
    path.write_text("".join(json.dumps(entity) + "\n" for entity in entities))
    return read_dataset("opensanctions", [path])


def test_plain_entities_are_named_by_their_first_name_and_found_by_every_other(tmp_path: Path) -> None:
    names = {
        "name": ["Ana Petrova", "Ана Петрова"],
        "alias": ["Anka", "Ana Petrova"],
        "weakAlias": ["The Aunt"],
        "previousName": ["Ana Ivanova"],
    }
    _, batch = _entities(
        tmp_path / "e.json",
        {"id": "x9", "schema": "Person", "properties": names},
        {"id": "x8", "schema": "Company", "caption": "Shown", "properties": {"name": ["Said"]}},
        {"id": "x6", "schema": "Person", "caption": " ", "properties": {"lastName": ["Sule"], "firstName": ["Ada"]}},
        {"id": "x7", "schema": "Company", "properties": {}},
    )
    found = {node.id: (node.props["name"], node.props.get("aliases")) for node in batch.nodes if node.label == "Actor"}
    assert found == {
        "ftm-x9": ("Ana Petrova", ["Ana Ivanova", "Anka", "The Aunt", "Ана Петрова"]),
        "ftm-x8": ("Shown", ["Said"]),
        "ftm-x7": ("x7", []),
        "ftm-x6": ("Ada Sule", []),
    }


def test_ids_that_differ_in_case_only_are_two_entities(tmp_path: Path) -> None:
    named: dict[str, object] = {"schema": "Person", "properties": {"name": ["A"]}}
    link = {"owner": ["NK-aB"], "asset": ["NK-Ab"]}
    first: list[dict[str, object]] = [{"id": number, **named} for number in ("NK-aB", "NK-Ab", "NK-cd")]
    _, batch = _entities(tmp_path / "e.json", *first, {"id": "l", "schema": "Ownership", "properties": link})
    actors = {node.id for node in batch.nodes if node.label == "Actor"}
    assert len(actors) == 3
    assert "ftm-nk-cd" in actors, "an id that meets no other stays plain"
    (owned,) = ties(batch, "CONTROLS")
    assert owned.source != owned.target


def test_what_is_no_entity(tmp_path: Path) -> None:
    path = tmp_path / "e.json"
    path.write_text('{"id": "1", "schema": "Person", "properties": {}}\n{"schema": "Person"}\n')
    with pytest.raises(BadSource, match=r"e.json:2: not a FollowTheMoney entity"):
        read_dataset("opensanctions", [path])


def test_published() -> None:
    reader, batch = real("opensanctions", "t1_entities.ftm.json", "zala_entities.ftm.json")
    assert [row[0] for row in counts(reader)] == [7, 91]
    assert ties(batch, "SANCTIONS")
    assert not reader.resolver.unresolved()


def test_what_ends_before_it_begins_is_skipped_and_said(tmp_path: Path) -> None:
    path = tmp_path / "e.json"
    path.write_text(
        '{"id": "1", "schema": "Person", "caption": "A", "properties": {}}\n'
        '{"id": "2", "schema": "Sanction", "properties":'
        ' {"entity": ["1"], "country": ["us"], "startDate": ["2020"], "endDate": ["2019"]}}\n'
    )
    reader, _ = read_dataset("opensanctions", [path])
    assert reader.accounts[0].skipped == {"it ends before it begins": 1}


def test_programmes_of_a_list_of_targets_tell_who_sanctions() -> None:
    reader, batch = sample("opensanctions", "targets.programs.csv")
    assert counts(reader) == [(4, 3, 0, 1)]
    made = {(edge.source[1], edge.target[1], edge.props["mechanism"]) for edge in ties(batch, "SANCTIONS")}
    assert made == {
        ("european-union", "ftm-nk-1", "EU-RUS"),
        ("britain", "ftm-nk-1", "GB-RUS"),
        ("switzerland", "ftm-nk-1", "SECO-UKRAINE"),
        ("un-security-council", "ftm-nk-2", "UN-SC1718"),
    }
    assert [(each.system, each.text) for each in reader.resolver.unresolved()] == [("iso2", "ZZ")]
    assert all("since_earliest" not in edge.props for edge in batch.edges), "the list has no dates of listing"
