"""Whose claims of one's own are: a person whom a data set lists, as under sanctions, is a namesake and no author."""

from __future__ import annotations

import pytest

from tests.field import FIELD, SAMPLES
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import AmbiguousName
from tiebook.python.graph import Graph
from tiebook.questions import QuestionLibrary
from tiebook.sources.datasets import load_dataset
from tiebook.sync.cases import find_case, load_case

LISTED = "un-gbi-999"  # JANE DOE, also called J. Doe, of the sample of the UN's list


@pytest.fixture
def graph(tmp_path):
    engine = KgliteEngine(tmp_path / "own.kgl")
    load_case(engine, find_case("china-iran"))
    for source in ("un_sanctions", "ofac"):
        load_dataset(engine, source, [SAMPLES / name for name in FIELD[source]])
    with Graph(engine, QuestionLibrary({})) as opened:
        yield opened


def author(graph, source="mine"):
    ((found,),) = graph.query("MATCH (s:Source {id: $id}) RETURN s.author AS author", {"id": source}).rows
    return found


@pytest.mark.parametrize("name", ["Jane Doe", "JANE DOE", "J. Doe"])
def test_a_namesake_on_a_list_is_somebody_else(graph, name):
    for says in ("china SUPPORTS russia", "russia SUPPORTS china"):
        graph.add_claim(says, quote="I count it", source="mine", author=name)
    assert author(graph) != LISTED
    assert {row["held_by"] for row in graph.claims(source="mine")} == {name}
    assert not list(graph.claims(actor=LISTED))
    assert [
        row["sources"] for row in graph.query(f"MATCH (a:Actor {{id: '{LISTED}'}}) RETURN a.sources AS sources")
    ] == [["un_sanctions"]]


def test_somebody_whom_a_text_names_or_an_id_can_be_the_author(graph):
    graph.add_claim("china SUPPORTS russia", quote="x", source="mine", author="Masoud Rezaei")
    assert author(graph) == "masoud-rezaei"
    graph.add_claim("china SUPPORTS russia", quote="x", source="listed", author=LISTED)
    assert author(graph, "listed") == LISTED
    graph.add_claim("china SUPPORTS russia", quote="x", source="state", author="China")
    assert author(graph, "state") == "china"


def test_of_several_of_one_name_those_of_texts_count(graph):
    for own in ("one", "two"):
        with graph.draft_source(own, author="Ana Roth") as draft:
            draft.add_claim(
                from_=draft.add_entity("J. Doe", "Person", id=f"doe-{own}"), tie="SUPPORTS", to="china", quote="x"
            )
        if own == "one":
            graph.add_claim("china SUPPORTS russia", quote="x", source="mine", author="J. Doe")
            assert author(graph) == "doe-one"
    with pytest.raises(AmbiguousName, match="may be doe-one, doe-two, un-gbi-999"):
        graph.add_claim("china SUPPORTS russia", quote="x", source="other", author="J. Doe")
