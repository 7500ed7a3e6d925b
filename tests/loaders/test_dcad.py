"""Defence cooperation agreements: blank days, an end that is only estimated."""

from __future__ import annotations

from tests.loaders.source_readers import counts, real, sample, ties


def test_sample() -> None:
    reader, batch = sample("dcad", "main.csv")
    assert counts(reader) == [(3, 2, 0, 1)]
    signed = {edge.props["record"]: edge.props["since"] for edge in ties(batch, "AGREES_WITH")}
    assert signed == {"S-1": "2002", "S-2": "2005-07-04"}
    bound = {edge.props["record"]: edge for edge in ties(batch, "PARTY_TO")}
    assert bound["S-2/iraq"].props["since"] == "2005-09-01"
    assert all(edge.props.get("until") is None for edge in bound.values()), "an estimated end is not an end"


def test_published() -> None:
    reader, batch = real("dcad", "DCAD-v1.0-main.csv")
    assert counts(reader) == [(1871, 1868, 0, 3)]
    assert len(ties(batch, "AGREES_WITH")) == 1868
    assert {(each.system, each.text) for each in reader.resolver.unresolved()} == {("cow", "316")}
