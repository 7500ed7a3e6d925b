"""ATOP and COW alliances: members, obligations, open spells, and when two states are called allied."""

from __future__ import annotations

import csv
from datetime import date

from tests import shared
from tests.loaders.source_readers import counts, dyad, real, sample, ties


def test_atop_sample() -> None:
    reader, batch = sample("atop", "members.csv")
    assert counts(reader) == [(6, 5, 0, 1)]
    assert [each.text for each in reader.resolver.unresolved()] == ["8152"]
    (pact,) = ties(batch, "ALLIED_WITH")
    assert {pact.source[1], pact.target[1]} == {"china", "north-korea"}
    assert pact.props["obligations"] == ["defence", "consultation"]
    assert pact.props.get("until") is None, "0 is in force, not the year 0"
    assert len(ties(batch, "PARTY_TO", lambda edge: edge.target[1] == "atop-2")) == 3


def test_cow_sample() -> None:
    reader, batch = sample("cow_alliance", "members.csv")
    assert counts(reader) == [(5, 5, 0, 0)]
    assert [edge.props["record"] for edge in ties(batch, "ALLIED_WITH")] == ["1"], "non-aggression is no alliance"
    third = ties(batch, "PARTY_TO", lambda edge: edge.target[1] == "cow-alliance-3")
    assert [(edge.source[1], edge.props["since"], edge.props["until"]) for edge in third] == [
        ("yugoslavia", "2000-01-01", "2006-06-04"),
        ("serbia", "2006-06-05", "2010-01-01"),
    ]


def test_atop_published() -> None:
    reader, batch = real("atop", "atop-member-level.csv", "atop-alliance-level.csv")
    assert counts(reader) == [(2398, 2397, 0, 1), (745, 0, 745, 0)]
    in_force = {edge.target[1] for edge in ties(batch, "PARTY_TO") if edge.props.get("until") is None}
    assert len(in_force) == 334
    assert reader.version == "4.01"


def test_cow_published() -> None:
    reader, batch = real("cow_alliance", "alliance_v4.1_by_member.csv")
    assert counts(reader) == [(1221, 1221, 0, 0)]
    alliances = {node.id for node in batch.nodes if node.label == "Instrument"}
    assert len(alliances) == 414
    still = [edge for edge in ties(batch, "PARTY_TO") if edge.props.get("until") is None]
    assert len(still) == 359
    assert {edge.props["until_earliest"] for edge in still} == {date(2012, 12, 31)}, "censored, not known to last"
    china, iran = ({edge.target[1] for edge in still if edge.source[1] == state} for state in ("china", "iran"))
    assert china & iran == {"cow-alliance-402"}
    assert not dyad(batch, "ALLIED_WITH", "china", "iran")
    assert not dyad(batch, "ALLIED_WITH", "iran", "china")


def test_pairs_called_allied_by_a_second_computation() -> None:
    """Rule: exactly two members in the alliance's rows, both with defence, spells that meet."""
    _, batch = real("cow_alliance", "alliance_v4.1_by_member.csv")
    with shared.data("cow_alliance", "alliance_v4.1_by_member.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    expected = set()
    for alliance in {row["version4id"] for row in rows}:
        members = [row for row in rows if row["version4id"] == alliance]
        if len(members) == 2 and all(row["defense"] == "1" for row in members):
            starts = [int(row["mem_st_year"]) for row in members]
            ends = [int(row["mem_end_year"] or 9999) for row in members]
            if len({row["ccode"] for row in members}) == 2 and max(starts) <= min(ends):
                expected.add(alliance)
    assert {str(edge.props["record"]) for edge in ties(batch, "ALLIED_WITH")} == expected
