"""From a graph to a network: what is taken, from which source, and what stands under the picture."""

from __future__ import annotations

import pytest

from tests.conftest import MINI
from tests.view.case import read_cases
from tiebook import view
from tiebook.ask import ask, query
from tiebook.engine import Engine
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.pictures import picture
from tiebook.python.graph import Graph
from tiebook.questions import QuestionLibrary
from tiebook.sync.cases import find_case, load_case
from tiebook.view.collect import _point, collect
from tiebook.view.drawing.picture import draw
from tiebook.view.drawing.relations import Show, usual
from tiebook.view.network import DRAWN
from tiebook.view.notebook import Picture
from tiebook.view.style import ASSETS, constants


def test_the_sample_with_facts_and_what_is_none(mini_engine: KgliteEngine) -> None:
    network = collect(mini_engine)
    ties = {tie.claim: tie for tie in network.ties}
    sells = ties["mini/p2-sells"]
    assert (sells.source, sells.type, sells.target) == ("northland", "SELLS_ARMS_TO", "eastmark")
    assert sells.fact
    assert sells.endorsed
    assert sells.quote == "sold patrol boats to Eastmark since 2015"
    assert (sells.since, str(sells.since_earliest), sells.paragraph) == ("2015", "2015-01-01", 2)
    alliance = ties["mini/p3-alliance"]
    assert (alliance.mode, alliance.holder, alliance.endorsed) == ("sought", "Officials in Southport", False)
    assert ties["mini/p3-attack"].mode == "feared"
    assert ties["mini/p4-no-sale"].negated
    assert not ties["mini/p4-no-sale"].fact
    assert "mini/p2-constrains" not in ties  # it starts at an instrument
    assert all(actor.kind in network.kinds for actor in network.actors)
    northland = next(actor for actor in network.actors if actor.id == "northland")
    assert (northland.name, northland.kind, northland.aliases) == ("Northland", "State", ("Norrland", "the North"))


def test_only_facts_are_drawn_by_default(mini_engine: KgliteEngine) -> None:
    network = collect(mini_engine)
    picture = draw(network, view.place(network), view.usual(network))
    assert "sells arms to" in [line.relation.text for line in picture.lines]
    assert not [line for line in picture.lines if line.relation.ghost]


def test_the_caption_says_whose_account_it_is(mini_engine: KgliteEngine) -> None:
    network = collect(mini_engine)
    text = " ".join(network.caption)
    for words in (
        "The account of Ann Writer",
        "A note on Northland",
        "coded by The Tiebook tests",
        f"{len(network.ties)} claims and ties between actors",
        "Position and distance mean nothing",
        "does not mean that it does not exist",
        "reflects its topic",
    ):
        assert words in text
    assert [(s.id, s.licence) for s in network.sources] == [("mini", "CC0")]


@pytest.mark.parametrize("name", ["CONSTRAINS/mini/p2-constrains", "mini/p2-constrains"])
def test_an_answer_is_drawn_with_ends_that_are_no_actors(mini_engine: KgliteEngine, name: str) -> None:
    network = collect(mini_engine, only=[name])
    (tie,) = network.ties
    assert (tie.source, tie.target, tie.factor, tie.regarding) == (
        "Instrument:harbour-act",
        "southport",
        "Harbour law",
        ("Eastmark",),
    )
    assert [(actor.name, actor.kind) for actor in network.actors] == [
        ("Harbour Act", "Instrument"),
        ("Southport", "State"),
    ]
    assert "Only the ties of one answer." in network.caption
    assert "Instrument" in view.svg(network)


def test_an_answer_is_drawn_in_full(mini_engine: KgliteEngine) -> None:
    network = collect(mini_engine, only=["mini/p3-alliance", "mini/p4-no-sale"])
    assert network.everything
    picture = draw(network, view.place(network), view.usual(network))
    assert sorted(line.relation.text for line in picture.lines) == ["denied: sells arms to", "sought: allied with"]


def test_a_claim_about_a_claim_is_counted_not_drawn(mini_engine: KgliteEngine) -> None:
    rows = mini_engine.read("MATCH (c:Claim)-[:TO]->(b:Claim) RETURN c.id AS id").rows
    network = collect(mini_engine, only=["mini/p2-sells", *(row[0] for row in rows), "no/such"])
    assert [tie.claim for tie in network.ties] == ["mini/p2-sells"]
    assert f"{len(rows) + 1} of its claims" in " ".join(network.caption)


def test_nothing_is_nothing(mini_engine: KgliteEngine) -> None:
    for network in (collect(mini_engine, only=[]), collect(mini_engine, source="no-such")):
        assert (network.title, network.actors, network.ties) == ("Nothing to draw", (), ())
        assert view.svg(network).startswith("<svg")
        assert "<title>Nothing to draw" in view.page(network)


def test_the_question_is_the_title_of_its_network(mini_engine: KgliteEngine) -> None:
    answer = ask(mini_engine, QuestionLibrary().get("who-arms"), {"supplier": "northland"})
    drawn = picture(mini_engine, answer, "network")
    assert isinstance(drawn, Picture)
    assert f">{answer.question}</text>" in view.svg(drawn.network)
    assert f"<title>{answer.question}</title>" in view.page(drawn.network)
    own = query(mini_engine, "MATCH (a:Actor)-[t:SELLS_ARMS_TO]->(b:Actor) RETURN t.id AS tie_id", {})
    drawn = picture(mini_engine, own, "network")
    assert isinstance(drawn, Picture)
    assert drawn.network.title == "A note on Northland"


def test_a_dispute_is_no_report_of_the_tie(mini_engine: KgliteEngine) -> None:
    Graph(mini_engine).add_claim(disputes="mini/p2-sells", quote="not at all", source="mine", author="Jane Doe")
    network = collect(mini_engine)
    (dispute,) = [tie for tie in network.ties if tie.source_id == "mine"]
    assert (dispute.mode, dispute.fact, dispute.holder) == ("disputed", False, "Jane Doe")
    everything = draw(network, view.place(network), Show(facts_only=False, reported=True, inferred=True))
    texts = [line.relation.text for line in everything.lines if line.relation.type == "SELLS_ARMS_TO"]
    assert "disputed: sells arms to" in texts
    assert not any("reported" in text for text in texts)
    assert [tie.claim for tie in network.ties if usual(network).admits(tie) and tie.source_id == "mine"] == []
    assert set(DRAWN) == set(constants()["modes"]) == set(constants()["negated"])
    assert '"disputed"' in (ASSETS / "js" / "data" / "state.js").read_text("utf-8")  # what the page can show and hide


def test_one_source_of_two(mini_engine: KgliteEngine) -> None:
    load_case(mini_engine, find_case("china-iran"))
    both = collect(mini_engine)
    assert [source.id for source in both.sources] == ["china-iran", "mini"]
    assert both.title == "China-Iran defence ties, A note on Northland"
    assert "reflects its topic" not in " ".join(both.caption)
    one = collect(mini_engine, source="mini")
    assert {tie.source_id for tie in one.ties} == {"mini"}
    assert [source.id for source in one.sources] == ["mini"]
    assert len(one.ties) < len(both.ties)
    assert MINI.is_dir()


def test_the_article_on_every_engine(article_engine: Engine) -> None:
    network = collect(article_engine)
    assert len(network.actors) > 40
    assert any(tie.fact and tie.endorsed for tie in network.ties)
    assert {"sought", "feared", "expected"} <= {tie.mode for tie in network.ties}
    assert any(not tie.endorsed for tie in network.ties)
    assert not [actor for actor in network.actors if actor.kind in ("Factor", "Instrument", "Issue")]
    answer = ask(article_engine, QuestionLibrary().get("who-constrains"), {"target": "china", "regarding": "iran"})
    claims = {row["claim"] for row in answer}
    drawn = collect(article_engine, only=claims)
    assert {tie.claim for tie in drawn.ties} == claims
    assert {"Factor", "Instrument", "State"} <= {actor.kind for actor in drawn.actors}


def test_the_first_sentence_says_which_factors_a_coder_infers() -> None:
    (alone,) = read_cases("crink-security").points
    assert alone.startswith("6 factors limit CRINK, about Iran: Differing interests (inferred); ")
    assert "Simultaneity of conflict and fatigue; " in alone, "which is stated too"
    assert read_cases().points == (
        "China-Iran defence ties: 5 factors limit China, about Iran.",
        "CRINK Security Ties: 6 factors limit CRINK, about Iran (5 inferred).",
    )


def test_a_factor_that_is_only_reported_is_not_told_as_stated() -> None:
    told: dict[tuple[str, str | None], dict[str, str]] = {
        ("A", None): {"One": "reported", "Two": "", "Three": "inferred"}
    }
    assert _point(told, None) == "3 factors limit A: One (reported); Two; Three (inferred)."
    assert _point(told, "Text") == "Text: 3 factors limit A (1 inferred, 1 reported)."
