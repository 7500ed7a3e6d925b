"""The text of a source where it lies in the graph, and the quotes of an answer shown in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tiebook.ask import Answer
from tiebook.ask.context import in_context, shipped_texts
from tiebook.ask.texts import text_of_source
from tiebook.engine.base import Table
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.model.records import Node, Props
from tiebook.sync import sync
from tiebook.sync.batch import Batch

TEXT = "A title\n\nChile sold drones to Peru.\n\nIt is so.\n"
MORE: dict[str, Props] = {
    "whole": {"text": TEXT, "sha256": "a" * 64},
    "no-hash": {"text": TEXT},
    "no-text": {"sha256": "b" * 64},
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KgliteEngine]:
    made = KgliteEngine(tmp_path_factory.mktemp("texts") / "x.kgl")
    for name, more in MORE.items():
        props: Props = {"name": name, "kind": "article", "aliases": [], "sources": [name], **more}
        sync(made, Batch(name, [Node("Source", name, props)]))
    yield made
    made.close()


def answered(*rows: tuple[str, str, int]) -> Answer:
    return Answer("t", "q", "", {}, Table(("source", "quote", "paragraph"), list(rows), truncated=False))


def test_a_text_is_that_of_its_source_with_its_hash(engine: KgliteEngine) -> None:
    found = {name: text_of_source(engine, name) for name in (*MORE, "nobody")}
    told = {name: text and (text.content, text.sha256, len(text.paragraphs)) for name, text in found.items()}
    assert told == {"whole": (TEXT, "a" * 64, 3), "no-hash": (TEXT, "", 3), "no-text": None, "nobody": None}


def test_only_the_question_for_the_words_shows_them_in_their_text(engine: KgliteEngine) -> None:
    answer = answered(("whole", "sold drones", 2), ("no-text", "sold drones", 2), ("whole", "It is not", 3))
    assert shipped_texts(engine, "who-arms", answer) == {}
    texts = shipped_texts(engine, "evidence", answer)
    assert [*texts] == ["whole"]
    first, second, third = [row[3] for row in in_context(answer, None, texts).rows]
    assert first == "Chile [sold drones] to Peru."
    assert second is None
    assert third.endswith("the quote is not in paragraph 3 of this text)")


def test_the_text_that_is_named_counts_where_a_source_has_none(engine: KgliteEngine, tmp_path: Path) -> None:
    own = tmp_path / "own.txt"
    own.write_text("A title\n\nMali sold drones to Chad.\n", "utf-8")
    answer = answered(("whole", "sold drones", 2), ("no-text", "sold drones", 2))
    shown = in_context(answer, own, shipped_texts(engine, "evidence", answer))
    assert [row[3] for row in shown.rows] == ["Chile [sold drones] to Peru.", "Mali [sold drones] to Chad."]
    assert shown.receipt_columns[-1] == "context"
