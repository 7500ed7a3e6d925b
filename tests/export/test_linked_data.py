"""JSON-LD of records that are made here: who coded a source, what a tie was quoted or derived from, and from which claim."""

from __future__ import annotations

from datetime import date

from tiebook.export.content import Content
from tiebook.export.formats.jsonld import _claims_roles, _coding, _node, _origin, _props, _tie
from tiebook.model.records import Edge, Node


def test_a_source_is_coded_by_somebody_on_a_day_where_it_says_so() -> None:
    (activity,) = _coding(Node("Source", "s/1", {"name": "S"}))
    assert activity == {
        "@id": "urn:tiebook:coding:s%2F1",
        "@type": "prov:Activity",
        "prov:used": {"@id": "urn:tiebook:s%2F1"},
    }
    coded, agent = _coding(Node("Source", "s", {"coder": "Ann B", "coded_on": date(2020, 1, 2)}))
    assert coded["prov:endedAtTime"] == {"@value": "2020-01-02", "@type": "xsd:date"}
    assert coded["prov:wasAssociatedWith"] == {"@id": "urn:tiebook:coder:Ann%20B"}
    assert agent == {"@id": "urn:tiebook:coder:Ann%20B", "@type": "prov:Agent", "rdfs:label": "Ann B"}


def test_only_actors_are_agents_and_only_claims_have_an_origin() -> None:
    actor = _node(Node("Actor", "iran", {"name": "Iran", "source": "s"}, "State"))
    assert actor["@type"] == ["prov:Entity", "tb:Actor", "tb:State", "prov:Agent"]
    assert "prov:wasDerivedFrom" not in actor
    claim = _node(Node("Claim", "s/1", {"source": "s", "claim": "s/1"}))
    assert claim["@type"] == ["prov:Entity", "tb:Claim"]
    assert claim["prov:wasDerivedFrom"] == {"@id": "urn:tiebook:s"}
    assert "prov:hadPrimarySource" not in claim


def test_a_tie_is_quoted_or_derived_and_attributed_to_its_holders() -> None:
    tie = _tie(
        Edge("AIDS", ("Actor", "a"), ("Actor", "b"), {"id": "AIDS/s/1", "source": "s", "quote": "so", "claim": "s/1"})
    )
    assert (tie["@id"], tie["@type"]) == ("urn:tiebook:tie:AIDS%2Fs%2F1", ["prov:Entity", "tb:Tie", "tb:AIDS"])
    assert (tie["tb:start"], tie["tb:target"]) == ({"@id": "urn:tiebook:a"}, {"@id": "urn:tiebook:b"})
    assert tie["prov:wasQuotedFrom"] == {"@id": "urn:tiebook:s"}
    assert tie["tb:claim"] == tie["prov:hadPrimarySource"] == {"@id": "urn:tiebook:s%2F1"}
    plain = _tie(Edge("PART_OF", ("Factor", "a"), ("Factor", "b"), {"source": "s", "holder": ["x", "y"]}))
    assert plain["@id"] == "urn:tiebook:tie:PART_OF%2Fa%2Fb%2Fs"
    assert plain["prov:wasDerivedFrom"] == {"@id": "urn:tiebook:s"}
    assert plain["prov:wasAttributedTo"] == [{"@id": "urn:tiebook:x"}, {"@id": "urn:tiebook:y"}]
    assert "tb:claim" not in plain
    assert _origin({"holder": [], "source": None, "claim": 3}, "Tie") == {}


def test_roles_have_their_position_and_values_their_type() -> None:
    edges = [
        Edge("BY", ("Claim", "s/1"), ("Actor", "a"), {"position": 2}),
        Edge("FROM", ("Claim", "s/1"), ("Actor", "b"), {}),
        Edge("AIDS", ("Actor", "a"), ("Actor", "b"), {"id": "x"}),
    ]
    assert [(each.get("tb:BY") or each.get("tb:FROM")) for each in _claims_roles(Content([], edges))] == [
        [{"tb:position": 2, "tb:is": {"@id": "urn:tiebook:a"}}],
        [{"tb:position": 0, "tb:is": {"@id": "urn:tiebook:b"}}],
    ]
    assert _props({"value": 0.5, "holder": ["x"], "count": 2, "endorsed": True}) == {
        "tb:count": 2,
        "tb:endorsed": True,
        "tb:holder": {"@list": ["x"]},
        "tb:value": {"@value": "0.5", "@type": "xsd:double"},
    }
