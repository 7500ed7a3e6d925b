"""Names: by id, as written, in other letters, in other spelling; what is ambiguous or unknown is said."""

import re

import pytest

from tiebook.ask import completions as module
from tiebook.ask.completions import completions
from tiebook.ask.names import known_names, resolve
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.errors import AmbiguousName, UnknownName
from tiebook.model.records import Node
from tiebook.sync import sync
from tiebook.sync.batch import Batch

ACTORS = [
    {"id": "ivory-coast", "name": "Côte d'Ivoire", "aliases": ["Ivory Coast", "CIV"]},
    {"id": "iran", "name": "Iran", "aliases": ["Tehran", "Islamic Republic"]},
    {"id": "georgia", "name": "Georgia", "aliases": ["Sakartvelo"]},
    {"id": "georgia-us", "name": "Georgia (U.S. state)", "aliases": ["Georgia"]},
    {"id": "irans", "name": "IRAN", "aliases": []},
    {"id": "al-nusra", "name": "Al-Nusra Front", "aliases": ["«Nusra»"]},
]


def test_an_id_of_a_data_set_that_is_not_loaded_says_which(engine):
    with pytest.raises(UnknownName) as caught:
        resolve(engine, "issue", "cow-nmc-milper", "--indicator")
    assert caught.value.hint == "such ids come with cow_nmc: tiebook load cow_nmc FILE..."
    with pytest.raises(UnknownName) as caught:
        resolve(engine, "issue", "cowper", "--indicator")
    assert "tiebook load" not in (caught.value.hint or "")
    source = "CREATE (s:Source {id: 'cow_nmc', kind: 'dataset', name: 'NMC'})"
    engine.write(lambda writer: writer.run(source, {}))
    with pytest.raises(UnknownName) as caught:
        resolve(engine, "issue", "cow-nmc-milper", "--indicator")
    assert "tiebook load" not in (caught.value.hint or "")


@pytest.fixture
def engine(tmp_path):
    made = KgliteEngine(tmp_path / "names.kgl")
    add(made, ACTORS)
    return made


def add(engine, actors):
    rows = [{"id": actor["id"], "props": actor | {"kind": "State", "sources": ["s"]}} for actor in actors]
    query = "UNWIND $rows AS row CREATE (n:Actor:State {id: row.id}) SET n += row.props"
    engine.write(lambda writer: writer.run(query, {"rows": rows}))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("iran", "iran"),
        ("Tehran", "iran"),
        ("tehran", "iran"),
        ("islamic-republic", "iran"),
        ("cote divoire", "ivory-coast"),
        ("Côte D'Ivoire", "ivory-coast"),
        ("IVORY COAST", "ivory-coast"),
        ("alnusra front", "al-nusra"),
        ("nusra", "al-nusra"),
        ("Georgia (US state)", "georgia-us"),
        ("IRAN", "irans"),
        ("Iran", "iran"),
    ],
)
def test_a_name_is_found(engine, typed, found):
    assert resolve(engine, "actor", typed, "--actor") == found


@pytest.mark.parametrize("typed", ["Georgia", "GEORGIA", "IrAn"])
def test_what_several_are_called_is_not_guessed(engine, typed):
    with pytest.raises(AmbiguousName, match="give the id"):
        resolve(engine, "actor", typed, "--actor")


def test_what_nobody_is_called_is_unknown_with_the_nearest(engine):
    with pytest.raises(UnknownName, match="did you mean Tehran"):
        resolve(engine, "actor", "Tehrna", "--actor")


def test_what_differs_in_case_and_hyphens_is_suggested_once(engine):
    with pytest.raises(UnknownName) as raised:
        resolve(engine, "actor", "irann", "--actor")
    assert raised.value.hint == "did you mean IRAN or irans?"  # the names of two; "iran" and "Iran" are one of them


def test_a_name_of_something_else_is_said_to_be_that(engine):
    engine.write(
        lambda writer: writer.run("CREATE (n:Issue {id: 'arms', name: 'Arms sales', sources: ['s'], aliases: []})")
    )
    for typed in ("Arms sales", "ARMS SALES", "arms"):
        with pytest.raises(UnknownName, match=r"--actor: '.*' is the issue arms, not an actor \(tiebook ask actors\)"):
            resolve(engine, "actor", typed, "--actor")


def test_ids_that_begin_so_are_known_with_their_names(engine):
    assert known_names(engine, "actor", "IRAN") == [("iran", "Iran"), ("irans", "IRAN")]
    assert [node_id for node_id, _ in known_names(engine, "actor")] == sorted(str(actor["id"]) for actor in ACTORS)


@pytest.mark.parametrize("large", [0, 10**9])
def test_completions_are_the_same_with_and_without_the_file(engine, tmp_path, monkeypatch, large):
    monkeypatch.setattr(module, "_LARGE", large)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for _ in range(2):
        assert completions(engine, "actor", "G") == [("georgia", "Georgia"), ("georgia-us", "Georgia (U.S. state)")]
        assert completions(engine, "actor", "iv") == [("ivory-coast", "Côte d'Ivoire")]
        assert completions(engine, "actor", "a") == [("al-nusra", "Al-Nusra Front")]
        assert completions(engine, "actor", "zz") == completions(engine, "actor", "!") == []
        assert completions(engine, "actor", "") == known_names(engine, "actor")
    assert bool(list((tmp_path / "cache").rglob("*.names"))) == (large == 0)


def test_the_file_follows_the_database(engine, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_LARGE", 0)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert completions(engine, "actor", "zan") == []
    add(engine, [{"id": "zanzibar", "name": "Zanzibar", "aliases": []}])
    assert completions(engine, "actor", "zan") == [("zanzibar", "Zanzibar")]


@pytest.mark.parametrize("name", ["france", "French", "Saudi Arabia", "saudi-arabia"])
def test_a_nation_that_no_source_has_is_no_slip(tmp_path, name):
    engine = KgliteEngine(tmp_path / "t.kgl")
    add(engine, [{"id": "francine", "name": "Francine", "aliases": ["Saudis"]}])
    for kind in ("actor", "entity"):
        with pytest.raises(UnknownName, match="is not in any loaded source") as told:
            resolve(engine, kind, name, "--target")
        assert "Francine" not in str(told.value)
    with pytest.raises(UnknownName, match="there is no instrument called"):
        resolve(engine, "instrument", name, "--target")


def test_a_name_that_differs_in_vowel_signs_is_another(tmp_path):
    engine = KgliteEngine(tmp_path / "t.kgl")
    actor = Node("Actor", "ram-devi", {"name": "राम देवी", "kind": "Person", "aliases": [], "sources": ["s"]}, "Person")
    sync(engine, Batch("s", [actor]))
    assert resolve(engine, "actor", "राम-देवी", "--actor") == "ram-devi"
    with pytest.raises(UnknownName, match="there is no actor called"):
        resolve(engine, "actor", "रीमा देवी", "--actor")


def test_a_short_id_that_may_be_many_claims_names_some_and_how_to_list_them(article_engine):
    with pytest.raises(AmbiguousName) as caught:
        resolve(article_engine, "claim", "p30", "claim")
    said = str(caught.value)
    assert said.count("china-iran/p30-") == 6
    assert re.search(r" and \d+ more \(tiebook ask paragraph --number 30 lists the claims of a paragraph\)$", said)
    with pytest.raises(AmbiguousName) as caught:
        resolve(article_engine, "claim", "p5-iran", "claim")
    assert "more" not in str(caught.value)
    assert "paragraph" not in str(caught.value)
