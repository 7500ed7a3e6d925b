"""Names for forms are read once for each revision of a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.serve.content.lookup import actor_links, few_names

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from tiebook.engine import Table


class Counting(KgliteEngine):
    """An engine that counts its reads and says which revision its graph is of."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.reads = 0
        self.number: int | None = 1

    def revision(self, *, settled: bool = False) -> int | None:  # noqa: ARG002
        return self.number

    def read(self, cypher: str, params: Mapping[str, Any] | None = None) -> Table:
        self.reads += 1
        return super().read(cypher, params)


@pytest.fixture
def counting(mini_engine: KgliteEngine) -> Counting:
    """Return the small graph, on an engine that counts."""
    return Counting(mini_engine.path)


def test_names_are_read_once(counting: Counting) -> None:
    first = few_names(counting, "actor")
    assert first
    reads = counting.reads
    assert few_names(counting, "actor") == first
    assert counting.reads == reads
    assert few_names(counting, "source") != first


def test_names_are_read_again_when_the_graph_has_changed(counting: Counting) -> None:
    few_names(counting, "actor")
    reads = counting.reads
    counting.number = 2
    few_names(counting, "actor")
    assert counting.reads > reads


def test_names_of_a_graph_without_a_revision_are_never_kept(counting: Counting) -> None:
    counting.number = None
    few_names(counting, "actor")
    reads = counting.reads
    few_names(counting, "actor")
    assert counting.reads == 2 * reads


def test_two_graphs_have_names_of_their_own(counting: Counting, tmp_path: Path) -> None:
    few_names(counting, "actor")
    other = Counting(tmp_path / "other.kgl")
    other.write(lambda _: None)
    assert few_names(other, "actor") == ()


def test_texts_of_an_answer_that_name_one_actor_lead_to_it(counting: Counting) -> None:
    counting.write(
        lambda writer: writer.run(
            "UNWIND ['one', 'two'] AS id CREATE (:Actor:State {id: id, name: 'Twice', aliases: [], sources: ['mini']})"
        )
    )
    values = ["Northland", "northland", "Twice", "", "x" * 201, 7, None, ["Eastmark", "Nobody"]]
    assert actor_links(counting, values) == {"Eastmark": "eastmark", "Northland": "northland"}
    reads = counting.reads
    assert actor_links(counting, [None, 7, ""]) == {}
    assert counting.reads == reads, "nothing is asked where nothing can be a name"
