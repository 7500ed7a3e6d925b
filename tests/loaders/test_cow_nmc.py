"""National material capabilities: -9 is missing, a year is a year."""

from __future__ import annotations

import pytest

from tests.loaders.source_readers import counts, real, sample


def test_sample() -> None:
    reader, batch = sample("cow_nmc", "years.csv")
    assert counts(reader) == [(2, 1, 0, 1)]
    assert {edge.target[1]: edge.props["value"] for edge in batch.edges} == {
        "cow-nmc-milex": 145832000.0,
        "cow-nmc-milper": 2333.0,
        "cow-nmc-tpop": 1371220.0,
        "cow-nmc-cinc": 0.23,
    }


def test_published() -> None:
    reader, batch = real("cow_nmc", "NMC-60-abridged.csv")
    assert counts(reader)[0][0] == 15951
    assert not reader.resolver.unresolved()
    of_2016 = [edge.props for edge in batch.edges if edge.target[1] == "cow-nmc-cinc" and edge.props["since"] == "2016"]
    assert len(of_2016) == 195
    assert sum(float(str(props["value"])) for props in of_2016) == pytest.approx(1.0068, abs=0.0001)
