"""What must hold of the stored questions on any graph.

Other names change nothing but names, a way back is as long as the way there, and what all sources say is what each of them says.
"""

import random
from dataclasses import replace

import pytest

from tests.differential.engines import PATIENT, Embedded
from tests.differential.graphs import Graph
from tests.differential.stored import asked, compiled, drawn, field, rows
from tiebook.engine.kglite.calls import OTHER_PASSES
from tiebook.questions import QuestionLibrary

SEEDS = range(2)
# listings of ties, one a row, that join no tie of one source to one of another
LISTINGS = (
    "who-arms",
    "who-sanctions",
    "who-supports",
    "who-opposes",
    "who-threatens",
    "who-funds",
    "members-of",
    "offices",
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return field(tmp_path_factory.mktemp("field"))


def loaded(graph):
    """Return KGLite as users have it, with a graph."""
    side = Embedded(OTHER_PASSES, milliseconds=PATIENT)
    side.load(graph)
    return side


def renamed(graph, mark):
    """Return the graph with a name for each node that is made of its id, in the same order whatever the mark."""
    nodes = [
        replace(node, props={**node.props, "name": f"{mark}{node.props['id']}"}) if "name" in node.props else node
        for node in graph.nodes
    ]
    return Graph(nodes, graph.edges)


@pytest.mark.parametrize("seed", SEEDS)
def test_other_names_change_nothing_but_names(whole, seed):
    graph = drawn(whole, random.Random(seed))
    one, other = loaded(renamed(graph, "<<one>>")), loaded(renamed(graph, "<<two>>"))
    named = 0
    for each in asked(graph, random.Random(seed)):
        if "word" in each.values:
            continue  # a search in names
        first, second = rows(one, each), rows(other, each)
        assert [str(row).replace("<<one>>", "<<two>>") for row in first] == [str(row) for row in second], each
        named += any("<<one>>" in str(row) for row in first)
    assert named > 3


@pytest.mark.parametrize("seed", SEEDS)
def test_a_way_back_is_as_long_as_the_way_there(whole, seed):
    rng = random.Random(f"ways {seed}")
    graph = drawn(whole, rng)
    side, question = loaded(graph), QuestionLibrary({}).get("how-connected")
    step = question.returns.index("step")
    actors = sorted({graph.nodes[end].props["id"] for edge in graph.edges for end in (edge.start, edge.end)
                     if "endorsed" in edge.props and graph.nodes[end].labels[0] == "Actor"})  # fmt: skip
    found = 0
    for _ in range(12):
        one, two = rng.sample(actors, 2)
        ways = [compiled(question, {"one": a, "other": b}) for a, b in ((one, two), (two, one))]
        there, back = (side.run(way.cypher, way.params) for way in ways)
        assert max((row[step] for row in there), default=0) == max((row[step] for row in back), default=0), (one, two)
        found += bool(there)
    assert found


@pytest.mark.parametrize("seed", SEEDS)
def test_what_all_sources_say_is_what_each_of_them_says(whole, seed):
    graph = drawn(whole, random.Random(f"sources {seed}"))
    side = loaded(graph)
    sources = sorted({str(edge.props["source"]) for edge in graph.edges if "source" in edge.props})
    current = {
        edge.props["id"] for edge in graph.edges if "endorsed" in edge.props and "superseded_by" not in edge.props
    }
    ties = 0
    for name in LISTINGS:
        question = QuestionLibrary({}).get(name)
        place = question.columns().index("tie_id") - sum(column == "in_force" for column in question.columns())

        def of(values, question=question, place=place):
            each = compiled(question, values)
            return {row[place] for row in side.run(each.cypher, each.params)}

        everything = of({})
        assert everything == set().union(*(of({"source": source}) for source in sources)) & current, name
        ties += len(everything)
    assert ties > 3
