"""What is in a graph, and what can be asked of it, as answers; how a graph looks."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tests.ask.answers import QUESTIONS
from tests.conftest import MINI
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import BadCase, BadSource, UnknownName, UsageError
from tiebook.python.coding import remarks_on
from tiebook.python.graph import Graph
from tiebook.questions import QuestionLibrary


@pytest.fixture
def empty_graph(tmp_path):
    with Graph(KgliteEngine(tmp_path / "own.kgl"), QuestionLibrary({})) as graph:
        yield graph


def test_a_list_that_has_nothing_in_it_does_not_speak_of_coding(empty_graph: Graph):
    found = empty_graph.resolve("gsdb", MINI.parent / "field" / "gsdb-cases.csv")
    assert found.remarks == ("Every name matches an actor.",)


def test_questions(article_graph: Graph):
    every = article_graph.questions()
    assert [row["name"] for row in every] == [question.name for question in QUESTIONS]
    arms = article_graph.questions("arms")
    assert next(iter(arms))["name"] == "who-arms"
    assert next(iter(arms))["parameters"][:2] == ["recipient", "supplier"]
    assert 'No question has "xyzzy" in it' in article_graph.questions("xyzzy").remarks[0]


def test_claims_and_ties(article_graph: Graph):
    assert len(article_graph.claims()) == 294
    sought = article_graph.claims(actor="Beijing", mode="sought")
    assert 0 < len(sought) < len(article_graph.claims(actor="china"))
    assert {row["mode"] for row in sought} == {"sought"}
    third = [row for row in sought if "china" not in (row["from_id"], row["to_id"])]
    assert third, "claims about an actor count too"
    assert {row["tie"] for row in article_graph.claims(tie="sells-arms-to")} == {"SELLS_ARMS_TO"}
    ties = article_graph.ties(actor="china", tie="SELLS_ARMS_TO")
    assert {(row["from_id"], row["tie"]) for row in ties} == {("china", "SELLS_ARMS_TO")}
    assert all(row["endorsed"] for row in article_graph.ties(endorsed=True))
    assert len(article_graph.ties()) > len(article_graph.ties(endorsed=True))
    with pytest.raises(UnknownName, match=r"there is no tie 'SELL_ARMS_TO' \(did you mean SELLS_ARMS_TO"):
        article_graph.claims(tie="SELL_ARMS_TO")
    empty = article_graph.claims(actor="britain", mode="feared")
    assert "Nothing coded answers this." in repr(empty)


def test_lists_say_what_qualifies_a_row(voices_engine):
    graph = Graph(voices_engine, QuestionLibrary({}))
    claims = {row["claim"]: row["marks"] for row in graph.claims()}
    assert claims["china-iran/p30-no-sale-china"] == "denied"
    assert claims["china-iran/p5-iran-seeks-alliance"] == "sought by Iran"
    assert claims["china-iran/p28-jcpoa-failure-limits-china"] == "reported by Chinese officials; undated"
    frame = graph.ties().to_pandas()
    assert list(frame.columns)[-1] == "marks"
    assert (frame["marks"].str.contains("reported") == ~frame["endorsed"]).all()
    assert (frame["marks"].str.contains("inferred") == frame["inferred"]).all()


@pytest.mark.parametrize("read", [5_000, 0])
def test_a_large_list_has_whose_words_dispute_a_claim(empty_graph: Graph, monkeypatch, read):
    monkeypatch.setattr("tiebook.python.listings._READ", read)
    empty_graph.load("china-iran")
    empty_graph.add_claim(disputes="p25-iran", quote="overtaken", source="mine", author="Jane Doe")
    marks = {row["claim"]: row["marks"] for row in empty_graph.claims(tie="MEMBER_OF")}
    assert marks["mine/p1-iran-member-of-shanghai-cooperation-organisation"].startswith("denied; disputed by Jane Doe")
    assert ("disputed by Jane Doe" in marks["china-iran/p25-iran-not-in-sco"]) is bool(read)


def test_lists_of_one_source(field_graph: Graph):
    assert {row["source"] for row in field_graph.ties(source="sipri")} == {"sipri"}
    assert {row["source"] for row in field_graph.claims(source="china-iran")} == {"china-iran"}
    assert field_graph.claims(source="sipri").rows == []
    every = len(field_graph.actors())
    assert 0 < len(field_graph.actors("council")) < len(field_graph.actors(source="sipri")) < every


def test_sources_that_are_loaded_and_that_can_be(article_graph: Graph):
    frame = article_graph.sources().to_pandas().set_index("id")
    assert frame.loc["china-iran", "loaded"]
    assert frame.loc["china-iran", "claims"] == 294
    assert not frame.loc["sipri", "loaded"]
    assert str(frame["covers_until"].dtype) == "datetime64[s]"


def test_how_a_graph_looks(article_graph: Graph, empty_graph: Graph):
    assert repr(article_graph).startswith("<tiebook.Graph ")
    assert "china-iran: China-Iran defence ties (294 claims" in repr(article_graph)
    shown = article_graph._repr_html_()
    assert "<td" in shown
    assert "China-Iran defence ties" in shown
    empty_graph.load(MINI)
    empty_graph.unload("mini")
    assert "Nothing is loaded yet" in empty_graph._repr_html_()


def test_info_names_the_sources(article_graph: Graph):
    found = article_graph.info(digest=True)
    assert found["sources"] == ["China-Iran defence ties (294 claims and 240 ties; up to 2021-12-31)"]
    assert (found["claims"], found["ties"], found["digest"]) == (294, 240, article_graph.digest())


def test_load_gives_its_account(empty_graph: Graph, tmp_path):
    dry = empty_graph.load(MINI, text=MINI.with_suffix(".txt"), dry_run=True)
    assert "would be created" in repr(dry)
    loaded = empty_graph.load(MINI, text=MINI.with_suffix(".txt"))
    assert (loaded.source, loaded.case is not None) == (("mini",), True)
    assert loaded.changes.created > 0
    assert "7 claims (7 quotes verified)" in repr(loaded)
    assert empty_graph.load(MINI).changes.nothing
    empty_graph.export(tmp_path / "x.json", full=True)
    digest = empty_graph.digest()
    assert empty_graph.unload("mini").changes.removed > 0
    back = empty_graph.load(tmp_path / "x.json")
    assert back.source == ("mini",)
    assert empty_graph.digest() == digest
    with pytest.raises(BadSource, match="is not loaded"):
        empty_graph.unload("sipri")


def test_load_of_a_data_set(empty_graph: Graph):
    samples = MINI.parent / "field"
    loaded = empty_graph.load("gsdb", samples / "gsdb-cases.csv", since=1990, actors=["Iran"])
    assert loaded.report is not None
    assert loaded.report.accounts[0].skipped["outside --since, --until or --actors"] > 0
    assert "records read" in loaded._repr_html_()
    unknown = empty_graph.resolve("gsdb", samples / "gsdb-cases.csv")
    assert unknown.columns == ("name", "count", "candidates")
    assert loaded.unresolved() == [row["name"] for row in unknown] or loaded.unresolved() == []
    with pytest.raises(UsageError, match="files is for data sets"):
        empty_graph.load("china-iran", "x.csv")
    with pytest.raises(UsageError, match="text is for coded articles"):
        empty_graph.load("gsdb", samples / "gsdb-cases.csv", text="x.txt")
    with pytest.raises(BadSource, match="did you mean gsdb"):
        empty_graph.load("gsdbs", "x.csv")


def test_cases_and_tables_beside_the_graph(empty_graph: Graph, tmp_path):
    checked = empty_graph.check(MINI, text=MINI.with_suffix(".txt"))
    assert checked.verified
    assert "7 claims, no faults; quotes: 7 ok" in repr(checked)
    (tmp_path / "bad").mkdir()
    for path in MINI.glob("*.toml"):
        (tmp_path / "bad" / path.name).write_text(path.read_text("utf-8").replace("SELLS_ARMS_TO", "SELLS"), "utf-8")
    with pytest.raises(BadCase) as raised:
        empty_graph.check(tmp_path / "bad")
    assert any("unknown tie type 'SELLS'" in fault for fault in raised.value.faults)
    text = empty_graph.text(MINI, 2, text=MINI.with_suffix(".txt"))
    (paragraph,) = text
    assert paragraph["paragraph"] == 2
    assert all(claim.startswith("mini/p2-") for claim in paragraph["claims"])
    agreement = empty_graph.agree(MINI, MINI, text=MINI.with_suffix(".txt"))
    assert len(agreement) > 3
    assert empty_graph.agree(MINI, MINI, show="unmatched").rows == []
    (tmp_path / "pacts.csv").write_text("a,b,when\nIran,China,2001\nIraq,Iran,2003\n")
    assert 'type = "AGREES_WITH"' in empty_graph.map(tmp_path / "pacts.csv", type="agrees-with")
    (tmp_path / "signed.csv").write_text("a,b,sign\nIran,T\u00fcrkiye,1\nIran,Iraq,-1\n", "cp1254")
    signed = empty_graph.map(tmp_path / "signed.csv", type=["1=SUPPORTS", "-1=opposes"], encoding="cp1254")
    assert "OPPOSES" in signed
    assert 'encoding = "cp1254"' in signed


OF_THE_NETWORK: tuple[dict[str, Any], ...] = (
    {"focus": "china"},
    {"depth": 2},
    {"all_actors": True},
    {"each_tie": True},
    {"colour": "source"},
    {"layout": "positions.json"},
)


def test_views_of_the_network(article_graph: Graph, tmp_path):
    near = article_graph.view(focus="Tehran", as_of="2020-10-19").save(tmp_path / "near.svg").read_text("utf-8")
    all_of_it = article_graph.view(all_actors=True).save(tmp_path / "all.svg").read_text("utf-8")
    assert len(near) < len(all_of_it)
    assert "2020-10-19" in near
    by_source = article_graph.view(focus="Tehran", as_of="2020-10-19", colour="source")
    assert by_source.save(tmp_path / "source.svg").read_text("utf-8") != near
    wrongs: tuple[tuple[dict[str, Any], str], ...] = (
        ({"depth": 4}, "depth is 1, 2 or 3"),
        ({"focus": "Atlantis"}, "there is no actor"),
        ({"target": "china"}, "only with a question"),
        *(({"question": "who-arms", **other}, "takes the question's parameters") for other in OF_THE_NETWORK),
    )
    for wrong, said in wrongs:
        with pytest.raises(UsageError, match=said):
            article_graph.view(**wrong)


def test_measures(article_graph: Graph):
    balance = article_graph.analyse("balance", show="triads", top=2)
    assert len(balance) == 2
    assert any("The first 2 of" in remark for remark in balance.remarks)
    every = article_graph.analyse("balance", show="triads")
    assert len(every) > 2
    for top in (len(every), len(every) + 1, None):
        whole = article_graph.analyse("balance", show="triads", top=top)
        assert whole.rows == every.rows
        assert not [remark for remark in whole.remarks if remark.startswith("The first ")]
    assert "ties between" in balance.said[0]
    cooperative = article_graph.analyse("centrality", sign="positive", types=["cooperates-with"], kinds="State")
    assert "of type COOPERATES_WITH" in cooperative.said[0]
    signs = {
        sign: article_graph.analyse("centrality", sign=sign).said[0] for sign in ("positive", "negative", "any", None)
    }
    assert signs[None] == signs["any"]
    assert len(set(signs.values())) == 3
    assert [article_graph.analyse("brokers", sign=sign).said[0] for sign in (None, "any")] == [
        article_graph.analyse("brokers", sign="positive").said[0],
        signs["any"],
    ]
    assert article_graph.analyse("balance", explain="China").rows
    with pytest.raises(UnknownName, match="no analysis"):
        article_graph.analyse("balanced")


def test_names_are_escaped_in_a_notebook(empty_graph: Graph):
    loaded = empty_graph.add_claim(
        "china SUPPORTS russia", quote="<script>alert(1)</script>", source="mine", author="<b>Jane</b>", dry_run=False
    )
    empty_graph.add_claim("china AIDS russia", quote="<i>x</i>", source="mine", author="<b>Jane</b>")
    with empty_graph.draft_source("mine", name="<b>Mine</b>", author="<b>Jane</b>") as draft:
        draft.add_claim("iran SUPPORTS russia", quote="x")
    assert "&lt;b&gt;Mine&lt;/b&gt;" in empty_graph._repr_html_()
    for shown in (empty_graph._repr_html_(), loaded._repr_html_(), empty_graph.claims()._repr_html_()):
        assert "<b>" not in shown
        assert "<script>" not in shown


@pytest.mark.parametrize(
    ("favour", "tied", "said"),
    [
        (False, 2, "2 of 3 pairs share their passage with other claims; they are paired in the order of coding."),
        (
            True,
            1,
            "1 of 3 pairs share their passage with other claims; they are paired so that they agree most: an upper",
        ),
        (True, 0, None),
    ],
)
def test_how_claims_on_one_passage_were_paired_is_said(favour: bool, tied: int, said: str | None):
    coded = SimpleNamespace(case=SimpleNamespace(source=SimpleNamespace(sha256="0" * 64)), missing=None)
    pairs = [SimpleNamespace(tied=place < tied) for place in range(3)]
    found: Any = SimpleNamespace(sides=([], []), one=coded, other=coded, pairs=pairs, favour=favour, names={"a": "a"})
    remarks = list(remarks_on(found))
    assert len(remarks) == (said is not None)
    assert said is None or remarks[0].startswith(said)
