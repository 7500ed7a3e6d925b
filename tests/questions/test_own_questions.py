"""A user's own questions: one that is at fault stops no other, and each fault is told with the line of its file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tiebook.ask import ask
from tiebook.ask.words.index import load_index
from tiebook.engine import Engine
from tiebook.errors import BadQuestion, TiebookError
from tiebook.questions import QuestionLibrary

HEADER = (
    "// title: Mine\n// question: Who is here[, like {like}]?\n// param like: text? -- a name\n"
    "// returns: id\n// example: (none)\n"
)
SOUND = "MATCH (a:Actor)\nWHERE a.name = $like // if like\nRETURN a.id AS id ORDER BY id\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own" / "mine"
    folder.mkdir(parents=True)
    (folder / "sound-one.cypher").write_text(HEADER + SOUND, "utf-8")
    return folder


def library(own: Path) -> QuestionLibrary:
    return QuestionLibrary({"TIEBOOK_QUERIES": str(own.parent)})


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("half", "// title: Half\nMATCH (a) RETURN a\n", r"half.cypher:1: // question: is missing"),
        ("empty", "", r"empty.cypher:1: // title: is missing"),
        ("no-cypher", HEADER, r"no-cypher.cypher:6: there is no Cypher"),
        ("who-arms", HEADER + SOUND, r"who-arms.cypher: two questions are called 'who-arms'"),
        ("odd", HEADER + "RETURN '\u202e' AS id\n", r"odd.cypher:6: the character"),
        ("macro", HEADER + "MATCH (a)-[t]->(b) WHERE {{filtres t}} RETURN a.id AS id\n", r"macro.cypher:6: "),
    ],
)
def test_a_question_at_fault_is_left_out_and_told(own: Path, name: str, text: str, said: str) -> None:
    (own / f"{name}.cypher").write_text(text, "utf-8")
    found = library(own)
    names = [question.name for question in found.all()]
    assert "sound-one" in names
    assert names.count("who-arms") == 1
    (fault,) = found.faults
    assert re.search(said, str(fault))
    for _ in range(2):  # not only the first time: an index without it is not kept
        again = library(own)
        assert "sound-one" in {entry.name for entry in load_index(again).entries}
        assert len(again.faults) == 1


def test_a_shipped_question_at_fault_is_no_small_thing(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (own / "half.cypher").write_text("// title: Half\nMATCH (a) RETURN a\n", "utf-8")
    found = library(own)
    monkeypatch.setattr(found, "_folders", [(own.parent, True)])
    with pytest.raises(BadQuestion, match=r"half\.cypher:1"):
        found.all()


@pytest.mark.parametrize(
    ("cypher", "said"),
    [
        ("MATCH (a:Actor)\nRETRUN a.id AS id", ":7: refused: RETRUN"),
        ("MATCH (a:Actor)\n\n\nSET a.x = 1 RETURN a.id AS id", ":9: refused: SET"),
        ("MATCH (a:Actor)\nWHERE (a.id = 'x'\nRETURN a.id AS id", ":8: the query failed: .*line 8"),
        ("MATCH (a:Actor)\nWHERE a.name = $like // if like\nRETURN b.id AS id", ":8: the query failed: .*['`]b['`]"),
        ("MATCH (a:Actor)\nMATCH (b:Aktor)\nRETURN a.id AS id", ":7: there is no label Aktor .did you mean Actor"),
        ("MATCH (a)\n-[:COPERATES_WITH]->(b)\nRETURN a.id AS id", ":7: there is no relationship type COPERATES_WITH"),
        ("MATCH (a:Actor) RETURN a.id AS ident", ":4: it returns ident, and // returns: says id"),
        ("MATCH (a:Actor) RETURN a.id AS id, a.name AS name", ":4: it returns id, name, and // returns: says id"),
    ],
)
def test_a_fault_of_the_cypher_is_told_with_its_line(own: Path, article_engine: Engine, cypher: str, said: str) -> None:
    (own / "wrong.cypher").write_text(HEADER + cypher + "\n", "utf-8")
    with pytest.raises(TiebookError, match=rf"wrong\.cypher{said}"):
        ask(article_engine, library(own).get("wrong"), {})


def test_a_sound_one_answers_with_and_without_its_optional_line(own: Path, article_engine: Engine) -> None:
    sound = library(own).get("sound-one")
    assert len(ask(article_engine, sound, {}).table.rows) > 1
    assert [row[0] for row in ask(article_engine, sound, {"like": "China"}).table.rows] == ["china"]


def test_a_question_is_read_again_only_where_its_file_has_changed(own: Path) -> None:
    first = library(own).get("sound-one")
    assert library(own).get("sound-one") is first
    assert next(question for question in library(own).all() if question.name == "sound-one") is first
    (own / "sound-one.cypher").write_text(HEADER.replace("Mine", "Ours") + SOUND, "utf-8")
    assert library(own).get("sound-one").title == "Ours"
    (own / "sound-one.cypher").unlink()
    with pytest.raises(TiebookError, match="sound-one"):
        library(own).get("sound-one")
