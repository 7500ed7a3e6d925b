"""Pajek files: several matrices and partitions, names with apostrophes, and lines that name no vertex."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tables.test_graph_parts import VERTICES, table
from tiebook.errors import BadSource

THREE = "0 1 0\n0 0 0\n0 0 0\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("*Arcs\n1 7\n", r"line 6 \(1 7\): there are 3 vertices"),
        ("*Edges\n0 1\n", r"line 6 \(0 1\): there are 3 vertices"),
        ("*Arcslist\n1 2\n1 2 4\n", r"line 7 \(1 2 4\): there are 3 vertices"),
        (f"*Matrix\n{THREE}1 1 1\n", r"line 9 \(1 1 1\): a matrix of 3 vertices has 3 rows"),
        ("*Partition p\n*Vertices 3\n1\n2\n1\n*Vertices 3\n1\n", r"line 10 \(\*Vertices 3\): a second list"),
    ],
)
def test_a_line_too_many_or_without_its_vertex_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(BadSource, match=message):
        table(tmp_path / "a.net", VERTICES + text)


def test_the_number_of_no_vertex_is_not_the_name_of_another(tmp_path: Path) -> None:
    text = '*Vertices 2\n1 "Peru"\n2 "1990"\n*Arcs\n'
    assert table(tmp_path / "a.net", f"{text}1 2\n") == (True, [("Peru", "1990")])
    with pytest.raises(BadSource, match=r"line 5 \(1 1990\): there are 2 vertices"):
        table(tmp_path / "a.net", f"{text}1 1990\n")


def test_each_matrix_begins_with_its_first_row(tmp_path: Path) -> None:
    text = f'{VERTICES}*Matrix :1 "trade"\n{THREE}*Matrix :2 "arms"\n{THREE}'
    assert table(tmp_path / "a.net", text, "relation")[1] == [("Peru", "Chile", "trade"), ("Peru", "Chile", "arms")]


def test_arcs_of_which_there_are_none_have_a_direction(tmp_path: Path) -> None:
    assert table(tmp_path / "a.net", f"{VERTICES}*Arcs\n") == (True, [])


def test_a_name_in_quotes_is_whole_beside_an_apostrophe(tmp_path: Path) -> None:
    text = '*Vertices 2\n1 "South Peru" 0.1 0.2 box group d\'Or\n2 Chile\n*Arcs\n1 2\n'
    assert table(tmp_path / "a.net", text, "source.group") == (True, [("South Peru", "Chile", "d'Or")])
