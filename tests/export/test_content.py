"""What is exported, of a graph that is made here."""

from datetime import date

import pytest

from tiebook.export.content import Content, Link, Options, _part, citations, plain, spell
from tiebook.export.formats.cypher import literal
from tiebook.export.formats.stix import _relationship
from tiebook.model.records import Edge, Node, Props


def node(label, name, **props):
    return Node(label, name, {"name": name, "sources": ["s"], **props})


def tie(name, start="a", end="b", label="Actor", **props):
    own = {"id": name, "source": "s", "endorsed": True, "inferred": False}
    return Edge("AIDS", (label, start), ("Actor", end), {**own, **props})


NODES = [
    node("Actor", "a", sources=["s", "t"]),
    node("Actor", "b"),
    node("Actor", "c", sources=["t"]),
    node("Issue", "i"),
    node("Source", "s"),
    node("Claim", "c1", source="s", tie="AIDS", makes_tie=False, sources=None),
    node("Claim", "c2", source="t", tie="AIDS", makes_tie=False, sources=None),
]
EDGES = [
    tie("1"),
    tie("2", endorsed=False),
    tie("3", inferred=True),
    tie("4", start="i", label="Issue"),
    tie("5", end="c", source="t"),
    Edge("FROM", ("Claim", "c1"), ("Actor", "a"), {"position": 0}),
    Edge("TO", ("Claim", "c1"), ("Actor", "b"), {"position": 0}),
    Edge("FROM", ("Claim", "c2"), ("Actor", "a"), {"position": 0}),
    Edge("TO", ("Claim", "c2"), ("Issue", "i"), {"position": 0}),
]


def content(**options):
    return Content(NODES, EDGES, Options(**options))


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ({}, ["1", "5"]),
        ({"reported": True}, ["1", "2", "5"]),
        ({"inferred": True}, ["1", "3", "5"]),
        ({"claims": True}, ["1", "5", "AIDS/c1"]),
    ],
)
def test_links(options, ids):
    assert [link.id for link in content(**options).links()] == ids


def test_what_is_left_out_is_counted():
    assert content().left_out() == [
        "4 nodes that are not actors",
        "1 tie that does not join two actors",
        "2 ties that are only reported or inferred",
        "1 claim that is not a tie",
    ]
    assert content(claims=True, reported=True, inferred=True).left_out() == [
        "4 nodes that are not actors",
        "1 tie that does not join two actors",
    ]


def test_of_one_source_only_that_source_is_named():
    part = _part(content(), "s")
    assert [(each.id, each.props["sources"]) for each in part.nodes if each.label != "Claim"] == [
        ("a", ["s"]),
        ("b", ["s"]),
        ("i", ["s"]),
        ("s", ["s"]),
    ]
    assert [each.id for each in part.nodes if each.label == "Claim"] == ["c1"]
    assert [each.props.get("id", each.type) for each in part.edges] == ["1", "2", "3", "4", "FROM", "TO"]


def test_attributes_are_plain():
    said: Props = {"id": "1", "source": "s", "tie": "AIDS", "holder": ["x", "y"], "since_earliest": date(2020, 1, 2)}
    link = Link("1", "AIDS", "tie", "a", "b", said)
    assert link.attributes() == {
        "tie_kind": "tie",
        "source_id": "s",
        "holder": "x; y",
        "since_earliest": "2020-01-02",
    }
    assert [plain(value) for value in ("a\x07", None, 1.5, True)] == ["a\ufffd", "", 1.5, True]


def test_spells_and_citations():
    assert spell({"since_earliest": date(2020, 1, 2), "until_latest": date(2021, 1, 2)}) == ("2020-01-02", "2021-01-02")
    assert spell({"since_latest": date(2020, 1, 2)}) == (None, None)
    assert citations([node("Source", "s", citation="A\nB", version="2")]) == ["s: s | Cite as: A B | Version: 2"]


@pytest.mark.parametrize(("confidence", "percent"), [(0.29, 29), (0.999, 100), (0.0, 0), (1.4, 100), (-0.2, 0)])
def test_confidence_in_stix_is_the_nearest_percent(confidence, percent):
    link = Link("1", "AIDS", "tie", "a", "b", {"confidence": confidence})
    assert _relationship(link, "2020-01-01", [])["confidence"] == percent


@pytest.mark.parametrize(
    ("text", "written"), [("\\u0041", "'\\\\' + 'u0041'"), ("\\Users", "'\\\\' + 'Users'"), ("U", "'U'")]
)
def test_no_backslash_stands_before_a_u_in_cypher(text, written):
    """Neo4j resolves both before it reads strings."""
    assert literal(text) == written
