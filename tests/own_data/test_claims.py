"""A claim of one's own: what is held, expected, denied or disputed, with its words, in a source of one's own."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime, timedelta

import pandas as pd
import pytest

from tests.conftest import MINI
from tests.sync.test_source_identity import table
from tiebook.case import open_case
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import AmbiguousName, BadCase, BadSource, IdClash, UnknownName, UsageError
from tiebook.own_data import source_draft
from tiebook.python.graph import Graph
from tiebook.questions import QuestionLibrary
from tiebook.sources.datasets import load_dataset
from tiebook.sync.cases import load_case

WORDS = "I hold this overtaken by the agreement of 2023"


@pytest.fixture
def graph(tmp_path):
    engine = KgliteEngine(tmp_path / "own.kgl")
    load_case(engine, MINI)
    with Graph(engine, QuestionLibrary({})) as made:
        yield made


def rows_of(graph, source="mine"):
    return [row for row in graph.claims() if row["source"] == source]


def test_a_claim_makes_a_tie_with_its_words(graph):
    loaded = graph.add_claim(
        "northland COOPERATES_WITH china", quote="both said so", source="mine", author="Jane Doe", since="2001-07"
    )
    (claim,) = rows_of(graph)
    assert (claim["gloss"], claim["held_by"]) == ("Northland cooperates with China", "Jane Doe")
    assert (claim["quote"], claim["stance"], claim["makes_tie"]) == ("both said so", "asserts", True)
    (tie,) = graph.ties(source="mine")
    assert (tie["from_id"], tie["to_id"], tie["since"], tie["endorsed"]) == ("northland", "china", "2001-07", True)
    assert "mine/p1-northland-cooperates-with-china: Northland cooperates with China" in repr(loaded)
    assert "Jane Doe: mine" in graph.cite(sources="mine")
    answer = graph.ask("who-cooperates", actor="northland")
    assert answer.evidence(1).rows


def test_the_same_again_changes_nothing_and_other_words_are_another_claim(graph):
    given = {"says": "northland SUPPORTS eastmark", "source": "mine", "author": "Jane Doe"}
    graph.add_claim(quote="one", **given)
    assert graph.add_claim(quote="one", **given).changes.nothing
    graph.add_claim(quote="two", **given)
    assert [row["claim"] for row in rows_of(graph)] == [
        "mine/p1-northland-supports-eastmark",
        "mine/p1-northland-supports-eastmark-2",
    ]
    (source,) = [row for row in graph.sources() if row["id"] == "mine"]
    assert (source["claims"], source["ties"], source["kind"]) == (2, 2, "article")


def test_a_dispute_is_said_of_the_same_ends_and_is_no_tie(graph):
    theirs = next(iter(graph.claims(source="mini", tie="SELLS_ARMS_TO")))
    graph.add_claim(disputes=theirs["claim"].partition("/")[2], quote=WORDS, source="mine", author="Jane Doe")
    (claim,) = rows_of(graph)
    assert (claim["stance"], claim["makes_tie"], claim["tie"]) == ("disputes", False, theirs["tie"])
    assert (claim["from_id"], claim["to_id"], claim["held_by"]) == (
        theirs["from_id"],
        theirs["to_id"],
        theirs["held_by"],
    )
    about = graph.engine.read("MATCH (c:Claim {id: $id})-[:ABOUT]->(d:Claim) RETURN d.id AS id", {"id": claim["claim"]})
    assert about.rows == [(theirs["claim"],)]
    answer = graph.ask("who-arms", recipient=theirs["to_id"])
    assert {said.kind: said.count for said in answer.document().also_said}["disputed"] == 1
    (judged,) = graph.ask("judgements")
    assert (judged["judge"], judged["judgement"]) == ("Jane Doe", "disputes")
    graph.load(MINI)
    assert about.rows == [(theirs["claim"],)]
    graph.unload("mine")
    assert rows_of(graph) == []
    assert len(graph.claims(source="mini")) == 7


def test_the_words_of_a_dispute_are_those_of_whoever_disputes(graph):
    theirs = next(iter(graph.claims(source="mini", tie="SELLS_ARMS_TO")))
    graph.add_claim(disputes=theirs["claim"], quote=WORDS, source="mine", author="Jane Doe")
    (claim,) = rows_of(graph)
    assert claim["gloss"].endswith(f", according to {theirs['held_by']}; Jane Doe disputes it")
    seller, buyer = theirs["from_id"], theirs["to_id"]
    (said,) = [
        each
        for kind in graph.ask("ties-between", one=seller, other=buyer).document().also_said
        for each in kind.claims
        if each.receipt.quote == WORDS
    ]
    assert (said.receipt.holder, "disputed by Jane Doe" in [mark.text for mark in said.marks]) == ("Jane Doe", True)
    judgements = graph.ask("judgements")
    answers = [judgements, graph.ask("evidence", claim=claim["claim"]), graph.claims(source="mine")]
    answers.append(judgements.evidence(1))
    answers.append(graph.ask("evidence", claim=theirs["claim"]).evidence("mine/" + claim["claim"].partition("/")[2]))
    for answer in answers:
        rows = [row for row in answer.document().rows if any(each.quote == WORDS for each in row.receipts)]
        for row in rows:
            holders = {each.quote: each.holder for each in row.receipts}
            assert holders.pop(WORDS) == "Jane Doe"
            assert set(holders) <= {theirs["quote"]}
            assert set(holders.values()) <= {theirs["held_by"]}
            assert [mark.text for mark in row.marks if mark.kind == "disputed"] == ["disputed by Jane Doe"]
        assert len(rows) == 1
    assert claim["held_by"] == theirs["held_by"]


def test_what_is_expected_denied_or_about_another_claim(graph):
    with graph.draft_source("mine", author="Jane Doe") as draft:
        first = draft.add_claim("northland SELLS_ARMS_TO eastmark", quote="soon", mode="expected", by="westhaven")
        draft.add_claim("northland ALLIED_WITH eastmark", quote="never", negated=True, about=[first], said_on="2020-05")
        group = draft.add_entity("The Friends", "Bloc", aliases=["Friends"])
        draft.add_claim(from_=group, tie="supports", to="northland", quote="they do", regarding=["eastmark"])
    kinds = {row["claim"]: (row["mode"], row["negated"], row["said_on"]) for row in rows_of(graph)}
    assert kinds["mine/p1-northland-allied-with-eastmark"] == ("actual", True, "2020-05")
    assert kinds[first][:2] == ("expected", False)
    assert graph.actors("Friends").rows
    assert draft.written is not None
    assert len(draft.written.claims) == 3


def test_all_or_nothing(graph):
    before = graph.digest()
    draft = graph.draft_source("mine")

    def both():
        with draft:
            draft.add_claim("northland SUPPORTS eastmark", quote="good")
            draft.add_claim("northland SUPPORT eastmark", quote="bad")

    with pytest.raises(BadCase):
        both()
    assert draft.written is None
    assert graph.digest() == before
    graph.add_claim("northland SUPPORTS eastmark", quote="x", source="mine", dry_run=True)
    assert graph.digest() == before
    graph.add_claim("northland SUPPORTS eastmark", quote="x", source="mine")
    graph.unload("mine")
    assert graph.digest() == before


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"says": "northland SUPPORT eastmark"}, "unknown tie type 'SUPPORT': did you mean SUPPORTS"),
        ({"says": "northland SUPPORTS eastmark", "mode": "conditional"}, "condition: a condition belongs to"),
        ({"says": "northland SUPPORTS eastmark", "colour": "red"}, "unknown key 'colour'"),
        ({"says": "northland SUPPORTS eastmark", "since": "2001-13"}, "since: '2001-13' does not exist"),
        ({"says": "northland SUPPORTS eastmark", "stance": "disputes"}, "needs a holder other than the author"),
        ({"tie": "SUPPORTS", "to": "eastmark"}, "from: is missing"),
    ],
)
def test_faults_are_all_told(graph, given, said):
    with pytest.raises(BadCase) as raised:
        graph.add_claim(quote="x", source="mine", **given)
    assert any(said in fault for fault in raised.value.faults), raised.value.faults
    assert rows_of(graph) == []


def test_names_that_nobody_knows(graph):
    with pytest.raises(UnknownName, match="to: there is no entity called 'atlantis'"):
        graph.add_claim("northland SUPPORTS atlantis", quote="x", source="mine")
    with pytest.raises(UnknownName, match="there is no claim 'p9'"):
        graph.add_claim(disputes="p9", quote="x", source="mine")
    with pytest.raises(AmbiguousName):
        graph.add_claim(disputes="p2", quote="x", source="mine")
    with pytest.raises(UsageError, match="write FROM TIE TO"):
        graph.add_claim("northland eastmark", quote="x", source="mine")
    with pytest.raises(UsageError, match="unknown kind 'Club'"), graph.draft_source("mine") as draft:
        draft.add_entity("The Friends", "Club")


def test_another_source_is_not_taken_over(graph):
    with pytest.raises(IdClash):
        graph.add_claim("northland SUPPORTS eastmark", quote="x", source="northland")


def test_what_was_loaded_or_ships_is_not_added_to(graph, tmp_path):
    (tmp_path / "data").mkdir()
    load_dataset(graph.engine, *table(tmp_path / "data"))
    before = graph.digest()
    for source, said in (
        ("mini", r"mini is a coded article, .*code the claim in the case and load it again; or .*another id"),
        ("register", r"register is a data set, 'A register of deliveries'.*another id, such as mine"),
        ("sipri", r"sipri is a data set that ships with Tiebook.*another id, such as mine"),
        ("china-iran", r"china-iran is a coded article that ships with Tiebook.*another id, such as mine"),
    ):
        with pytest.raises(IdClash, match=said):
            graph.add_claim("northland SUPPORTS eastmark", quote="x", source=source)
        with pytest.raises(IdClash, match=said):
            graph.add_claim("northland SUPPORTS eastmark", quote="x", source=source, dry_run=True)
        with pytest.raises(IdClash, match=said):
            graph.add_ties(pd.DataFrame({"a": ["iran"], "b": ["china"]}), "SUPPORTS", source=source, from_="a", to="b")
        with pytest.raises(IdClash, match=said), graph.draft_source(source) as draft:
            draft.add_entity("The Friends", "Bloc")
    assert graph.digest() == before
    done = add(graph.engine.place, *"northland SUPPORTS eastmark --quote x --source mini".split())
    assert (done.returncode, "mini is a coded article" in done.stderr) == (1, True)


def test_what_was_added_is_added_to_again_by_either_way_and_once_read_back(graph, tmp_path):
    frame = pd.DataFrame({"a": ["iran"], "b": ["china"]})
    graph.add_claim("northland SUPPORTS eastmark", quote="one", source="mine")
    graph.add_ties(frame, "SUPPORTS", source="mine", from_="a", to="b")
    graph.add_ties(frame, "SUPPORTS", source="rows_2", from_="a", to="b")
    graph.export(tmp_path / "all.json")
    with Graph(KgliteEngine(tmp_path / "again.kgl")) as again:
        again.load(tmp_path / "all.json")
        for source in ("mine", "rows_2"):
            again.add_claim("northland ALLIED_WITH eastmark", quote="two", source=source)
            assert len(again.ties(source=source)) == {"mine": 3, "rows_2": 2}[source]


def test_the_same_again_on_a_later_day_changes_nothing(graph, monkeypatch):
    given = {"says": "northland SUPPORTS eastmark", "source": "mine", "author": "Jane Doe"}
    theirs = next(iter(graph.claims(source="mini", tie="SELLS_ARMS_TO")))["claim"]
    dispute = {"disputes": theirs, "quote": WORDS, "source": "mine", "author": "Jane Doe"}
    graph.add_claim(quote="one", **given)
    graph.add_claim(quote="two", since="2001-07", **given)
    graph.add_claim(**dispute)
    before = graph.digest()

    class Later(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + timedelta(days=9)

    monkeypatch.setattr(source_draft, "datetime", Later)
    assert graph.add_claim(quote="one", **given).changes.nothing
    assert graph.add_claim(quote="two", since="2001-07", **given).changes.nothing
    assert graph.add_claim(**dispute).changes.nothing
    assert graph.digest() == before
    graph.add_claim(quote="three", **given)
    graph.add_claim(quote="one", said_on="2021", **given)
    graph.add_claim(quote="two", since="2002", **given)
    days = {row["quote"]: row["said_on"] for row in rows_of(graph)}
    assert (days["one"], days["two"]) == ("2021", days["three"])
    ((until,),) = graph.query("MATCH (s:Source {id: 'mine'}) RETURN s.covers_until AS until").rows
    assert days["three"] == until.isoformat()


def test_a_source_has_one_author(graph):
    theirs = next(iter(graph.claims(source="mini", tie="SELLS_ARMS_TO")))["claim"]
    frame = pd.DataFrame({"a": ["iran"], "b": ["china"]})
    graph.add_claim(disputes=theirs, quote=WORDS, source="mine", author="Jane Doe")
    before = graph.digest()
    said = r"mine is a source of Jane Doe, and .*\(give another source id, or the same author: 'Jane Doe'\)"
    ours = {"says": "northland SUPPORTS eastmark", "quote": "x", "source": "mine"}
    for author in ("John Roe", "china", None):  # None: the account's name
        for dry_run in (False, True):
            with pytest.raises(IdClash, match=said):
                graph.add_claim(author=author, dry_run=dry_run, **ours)
        with pytest.raises(IdClash, match=said):
            graph.add_claim(disputes=theirs, quote=WORDS, source="mine", author=author)
        with pytest.raises(IdClash, match=said), graph.draft_source("mine", author=author) as draft:
            draft.add_entity("The Friends", "Bloc")
    with pytest.raises(IdClash, match=said):
        graph.add_ties(frame, "SUPPORTS", source="mine", from_="a", to="b", author="John Roe")
    assert graph.digest() == before
    for author in ("Jane Doe", "jane-doe"):
        assert graph.add_claim(disputes=theirs, quote=WORDS, source="mine", author=author).changes.nothing
    graph.add_ties(frame, "SUPPORTS", source="mine", from_="a", to="b", author="Jane Doe")
    graph.add_claim(author="jane-doe", **ours)
    assert [row["judge"] for row in graph.ask("judgements")] == ["Jane Doe"]
    assert {row["held_by"] for row in rows_of(graph) if row["tie"] == "SUPPORTS"} == {"Jane Doe"}
    assert "Jane Doe: mine" in graph.cite(sources="mine")


def test_a_source_that_is_replaced_may_have_another_author(graph):
    graph.add_claim("northland SUPPORTS eastmark", quote="x", source="mine", author="Jane Doe")
    graph.add_claim("northland SUPPORTS eastmark", quote="x", source="johns", author="John Roe")
    with graph.draft_source("mine", author="John Roe", replace=True) as draft:
        draft.add_claim("northland SUPPORTS eastmark", quote="y")
    assert [(row["held_by"], row["quote"]) for row in rows_of(graph)] == [("John Roe", "y")]
    assert "John Roe" in graph.cite(sources="johns")


def test_the_author_of_ties_of_frames_is_that_of_claims_too(graph):
    frame = pd.DataFrame({"a": ["iran"], "b": ["china"]})
    graph.add_ties(frame, "SUPPORTS", source="rows_2", from_="a", to="b", author="Jane Doe")
    before = graph.digest()
    with pytest.raises(IdClash, match="rows_2 is a source of Jane Doe, and John Roe"):
        graph.add_ties(frame, "SUPPORTS", source="rows_2", from_="b", to="a", author="John Roe")
    with pytest.raises(IdClash, match="rows_2 is a source of Jane Doe, and John Roe"):
        graph.add_claim("northland SUPPORTS eastmark", quote="x", source="rows_2", author="John Roe")
    assert graph.digest() == before
    graph.add_claim("northland SUPPORTS eastmark", quote="x", source="rows_2", author="Jane Doe")
    graph.add_ties(frame, "OPPOSES", source="rows_2", from_="b", to="a")
    assert [row["held_by"] for row in rows_of(graph, "rows_2")] == ["Jane Doe"]
    assert len(graph.ties(source="rows_2")) == 3


def test_a_case_does_not_take_the_place_of_ones_own_claims(graph):
    graph.unload("mini")
    name = open_case(MINI).source.name
    with graph.draft_source("mini", name=name) as draft:
        draft.add_claim("china SUPPORTS iran", quote="x")
    before = graph.digest()
    with pytest.raises(IdClash, match="'mini' is that of a source that `add` made, and not of the text"):
        load_case(graph.engine, MINI)
    assert graph.digest() == before


@pytest.mark.parametrize("source", ["My notes", "a/b", "Mine", "-a", ""])
def test_an_id_that_no_source_can_have(graph, source):
    with pytest.raises(BadSource, match="cannot be a source's id"):
        graph.add_claim("northland SUPPORTS eastmark", quote="x", source=source)


def add(place, *words):
    """Run `tiebook add` in a process of its own."""
    command = [sys.executable, "-m", "tiebook", "add", *words, "--db", str(place)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "USER": "jane"})


def test_the_command(graph, tmp_path):
    place = graph.engine.place
    graph.close()
    words = (
        "northland",
        "SUPPORTS",
        "eastmark",
        "--quote",
        "so I hold",
        "--source",
        "mine",
        "since=2001",
        "inferred=true",
    )
    done = add(place, *words)
    assert (done.returncode, done.stdout) == (0, "")
    assert "mine/p1-northland-supports-eastmark: Northland supports Eastmark" in done.stderr
    assert "nothing changed" in add(place, *words).stderr
    done = add(place, "--disputes", "p2-sells", "--quote", WORDS, "--source", "mine", "--author", "jane")
    assert done.returncode == 0, done.stderr
    other = add(place, "--disputes", "p2-sells", "--quote", "no", "--source", "mine", "--author", "John Roe")
    assert (other.returncode, "same author: 'jane'" in other.stderr) == (1, True)
    wrong = add(place, "northland", "SUPPORTS", "eastmark", "--quote", "x", "--source", "mine", "sinse=2001")
    assert (wrong.returncode, "did you mean since" in wrong.stderr) == (2, True)
    assert add(place, "--quote", "x", "--source", "mine").returncode == 2
    with Graph(KgliteEngine(tmp_path / "own.kgl")) as again:
        claims = {row["tie"]: row for row in again.claims(source="mine")}
        assert claims["SUPPORTS"]["inferred"]
        assert claims["SELLS_ARMS_TO"]["stance"] == "disputes"


@pytest.mark.parametrize("given", [None, date(2019, 5, 4)])
def test_a_source_of_ones_own_says_until_when_it_was_looked(graph, given):
    days = [date.today()]  # noqa: DTZ011 -- the day where the user is
    with graph.draft_source("mine", author="Jane Doe", covers_until=given) as draft:
        draft.add_claim("iran SUPPORTS china", quote="it does")
    days.append(date.today())  # noqa: DTZ011
    ((until,),) = graph.query("MATCH (s:Source {id: 'mine'}) RETURN s.covers_until AS until").rows
    assert until in (days if given is None else [given])
