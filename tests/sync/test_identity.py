"""Who is who across cases: what two declare differently is told, names of one do not take over names of another."""

import pytest

from tests.sync.case_head import HEAD
from tiebook.ask.names import resolve
from tiebook.ask.parameters import bind
from tiebook.engine.digest import digest
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import AmbiguousName, IdClash
from tiebook.questions import QuestionLibrary
from tiebook.sync.cases import find_case, load_case
from tiebook.sync.sync import unload

CLAIM = """
[[claim]]
says = "{0} SUPPORTS {1}"
quote = "supports it"
paragraph = 1
"""


@pytest.fixture
def graph(tmp_path):
    """Return an empty embedded graph."""
    made = KgliteEngine(tmp_path / "x.kgl")
    yield made
    made.close()


@pytest.fixture
def loaded(graph, tmp_path):
    """Return what loads a case made of entities, and gives its notes."""

    def load(name, entities, start="china", end="iran"):
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        (folder / "case.toml").write_text(HEAD.format(name), "utf-8")
        (folder / "claims.toml").write_text(entities + CLAIM.format(start, end), "utf-8")
        return load_case(graph, folder)[0].notes

    return load


def actor(name, kind="Person", more="", **ids):
    """Return an entry."""
    lines = [f'{key} = "{value}"' for key, value in {"name": name, "kind": kind, **ids}.items()]
    return "\n".join(["[[actor]]", *lines, more, ""])


def test_nothing_is_told_of_what_is_declared_alike(loaded):
    assert loaded("one", actor("Ann", id="ann")) == ()
    assert loaded("two", actor("Ann", id="ann", more='aliases = ["Annie"]')) == ()
    assert loaded("two", actor("Ann", id="ann", more='aliases = ["Annie"]')) == ()


def test_one_actor_with_two_names_or_codes_is_told(loaded):
    loaded("one", actor("Ann", id="ann") + '[[actor]]\nid = "china"\ncow = "710"\n')
    assert loaded("two", actor("Ann Other", id="ann") + '[[actor]]\nid = "china"\ncow = "711"\n') == (
        "ann: name 'Ann Other' here, 'Ann' in one. What was loaded first stays",
        "china: cow '711' here, '710' in one. What was loaded first stays",
    )


def test_an_instrument_with_another_kind_or_date_is_told(loaded):
    entry = '[[instrument]]\nid = "pact"\nname = "Pact"\nkind = "{}"\ndate = "{}"\n'
    loaded("one", entry.format("agreement", "2020"))
    (told,) = loaded("two", entry.format("resolution", "2021"))
    assert (
        told
        == "pact: kind 'resolution' here, 'agreement' in one; date '2021' here, '2020' in one. What was loaded first stays"
    )


def test_differences_are_told_by_label_in_order(loaded):
    kinds = {"event": "war", "instrument": "agreement", "issue": "issue", "factor": "factor", "place": "strait"}
    for name, word in (("one", "First"), ("two", "Second")):
        entries = [actor(f"{word} actor", id="x-actor")]
        for key, kind in kinds.items():
            entries.append(f'[[{key}]]\nid = "x-{key}"\nname = "{word} {key}"\nkind = "{kind}"\n')
        told = loaded(name, "".join(reversed(entries)))
    expected = ["x-actor", "x-event", "x-factor", "x-instrument", "x-issue", "x-place"]
    assert [line.partition(":")[0] for line in told] == expected


def test_an_actor_of_two_kinds_is_refused(graph, loaded):
    loaded("one", actor("Guard", "Military", id="guard"))
    before = digest(graph)
    with pytest.raises(IdClash, match="'guard' is a ArmedGroup here and a Military in one"):
        loaded("two", actor("Guard", "ArmedGroup", id="guard"))
    assert digest(graph) == before


def test_sets_of_one_name_in_two_texts_are_not_merged_unsaid(graph, loaded):
    loaded("one", actor("Experts", "Collective"), start="experts")
    assert loaded("two", actor("Experts", "Collective"), start="experts") == (
        "experts ('Experts') is described in one too and taken for the same set; if it is not, give it another id",
    )
    (told,) = loaded("two", actor("Experts", "Collective", id="other-experts"), start="other-experts")
    assert told == "'Experts' is other-experts here and experts in one: ask for it by id, or with --source"
    rows = graph.read("MATCH (n:Actor {name: 'Experts'}) RETURN n.id AS id, n.sources AS sources ORDER BY id").rows
    assert rows == [("experts", ["one"]), ("other-experts", ["two"])]


def test_a_name_that_means_another_in_another_case_is_told_and_not_taken_over(graph, loaded):
    loaded("one", actor("Ann", id="ann", more='aliases = ["The Minister"]'), start="ann")
    assert resolve(graph, "actor", "The Minister", "--target") == "ann"
    assert loaded("two", actor("Bob", id="bob", more='aliases = ["The Minister"]'), start="bob") == (
        "'The Minister' is bob here and ann in one: ask for it by id, or with --source",
    )
    with pytest.raises(AmbiguousName, match="may be ann, bob"):
        resolve(graph, "actor", "The Minister", "--target")
    assert resolve(graph, "actor", "the minister", "--target", "one") == "ann"
    assert resolve(graph, "actor", "The Minister", "--target", "two") == "bob"
    question = QuestionLibrary().get("who-supports")
    assert bind(graph, question, {"target": "The Minister", "source": "On one"}) == {"target": "ann", "source": "one"}
    with pytest.raises(AmbiguousName):
        bind(graph, question, {"target": "The Minister"})
    unload(graph, "two")
    assert resolve(graph, "actor", "The Minister", "--target") == "ann"


def test_a_second_case_leaves_the_claims_of_the_first_as_they_were(graph):
    said = "MATCH (c:Claim {source: 'china-iran'})-[r]->(x) RETURN c.id AS claim, type(r) AS role, x.id AS id, c.gloss AS gloss"
    load_case(graph, find_case("china-iran"))
    before = sorted(graph.read(said).rows)
    assert load_case(graph, find_case("crs-china-primer"))[0].notes == ()
    assert sorted(graph.read(said).rows) == before
    for name, meant in (("Beijing", "china"), ("Washington", "united-states"), ("CCP", "communist-party-of-china")):
        assert resolve(graph, "actor", name, "--target") == meant
