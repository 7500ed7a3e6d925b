"""FollowTheMoney JSON lines: links that are entities, properties that are lists, deltas that wrap."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders.source_readers import counts, dyad, real, sample, ties
from tiebook.errors import BadSource
from tiebook.sources.datasets import read_dataset


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
