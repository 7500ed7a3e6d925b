"""The lines that a digest is of, from rows as any engine may give them, and nested values as KGLite has them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from tiebook.engine.base import Table
from tiebook.engine.digest import lines
from tiebook.engine.kglite.calls import without_added_keys
from tiebook.errors import QueryFailed


class Rows:
    """A graph of two actors, one of them also labelled by somebody, and of some edges between them."""

    def __init__(self, *edges: tuple[str, dict[str, Any]]) -> None:
        self.edges = [
            (name, ["Actor", "State"], "iran", ["Actor", "State", "Favourite"], "china", props) for name, props in edges
        ]

    def read(self, cypher: str, params: Mapping[str, Any] | None = None) -> Table:  # noqa: ARG002
        if "type(t)" in cypher:
            return Table((), [*self.edges])
        if "count(*)" in cypher:
            return Table(("total",), [(len(self.edges),)])
        return Table((), [(["State", "Actor"], "iran", {"name": "Īrān", "id": "iran"})])


def test_lines_are_json_in_one_order_without_labels_of_others() -> None:
    found = lines(Rows(("ALLIED_WITH", {"until": date(2020, 1, 2), "since": "2015", "fingerprint": "f"})))
    days = '{"since": "2015", "until": {"date": "2020-01-02"}}'
    assert found == [
        f'["edge", "ALLIED_WITH", [["Actor", "State"], "iran"], [["Actor", "State"], "china"], {days}]',
        '["node", ["Actor", "State"], "iran", {"id": "iran", "name": "Īrān"}]',
    ]


def test_an_edge_of_somebody_else_counts_only_with_a_source() -> None:
    ours, theirs = ("ALLIED_WITH", {"source": "s"}), ("LIKES", {"n": 1})
    assert lines(Rows(ours, theirs)) == lines(Rows(ours))
    assert len(lines(Rows(ours, ("LIKES", {"source": "s"})))) == len(lines(Rows(ours))) + 1


def test_no_line_changes_what_another_is_made_of() -> None:
    edges = [("ALLIED_WITH", {"n": number}) for number in range(3)]
    assert [json.loads(line)[2] for line in lines(Rows(*edges))[:3]] == [[["Actor", "State"], "iran"]] * 3


def test_a_value_that_is_never_written_is_refused() -> None:
    with pytest.raises(QueryFailed, match="a value of type object"):
        lines(Rows(("ALLIED_WITH", {"x": object()})))


def test_keys_that_kglite_adds_go_wherever_they_stand() -> None:
    added = {"title": "t", "type": "Actor", "name": "Iran", "aliases": ["a", "b"]}
    own = {"name": "Iran", "aliases": ["a", "b"]}
    node = {"id": 7, "labels": ["State", "Actor"], "properties": added}
    table = Table(("x",), [(added,), ([added, [node]],), (["a", "b"],), ("title",), ({"in": [added]},)], truncated=True)
    assert without_added_keys(table) == Table(
        ("x",),
        [
            (own,),
            ([own, [{"labels": ["Actor", "State"], "properties": own}]],),
            (["a", "b"],),
            ("title",),
            ({"in": [own]},),
        ],
        truncated=True,
    )
