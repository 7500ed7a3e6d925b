"""How an answer looks in a console: the first rows, what is also said, long lines cut."""

from typing import Any

import pytest

from tiebook.ask.document.structure import AlsoSaid, Column, Counts, Document, Group, Mark, Row
from tiebook.python.answers.shown import _cut, _value, answer_text
from tiebook.python.graph import Graph


class Answered:
    """An answer with so many rows."""

    def __init__(self, rows: int, also: tuple[AlsoSaid, ...] = ()) -> None:
        self.rows = tuple(Row(n, (f"x{n}", None, [], "", ["a", 2])) for n in range(1, rows + 1))
        self.also = also
        self.columns = 5

    def document(self) -> Document:
        return Document(
            "Who?",
            Counts(len(self.rows)),
            tuple(Column(name, name) for name in "abcde"[: self.columns]),
            (Group(None, self.rows),),
            self.also,
        )


def lines(rows: int, most: int, also: tuple[AlsoSaid, ...] = ()) -> list[str]:
    answer: Any = Answered(rows, also)
    return answer_text(answer, most, lambda _: ["A remark."]).split("\n")


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (0, []),
        (1, ["  1  x1; a, 2"]),
        (2, ["  1  x1; a, 2", "  2  x2; a, 2"]),
        (3, ["  1  x1; a, 2", "  2  x2; a, 2", "     and 1 more rows"]),
        (1002, ["  1  x1; a, 2", "  2  x2; a, 2", "     and 1,000 more rows"]),
    ],
)
def test_the_first_rows_are_shown_and_the_others_counted(rows, told):
    head, counts, *rest = lines(rows, 2)
    assert head == "Who?"
    assert counts == f"{rows:,} row{'' if rows == 1 else 's'}"
    assert rest == [*told, "A remark."]


def test_what_is_also_said_is_counted():
    also = (AlsoSaid("denied", 1200, ()), AlsoSaid("sought", 1, ()))
    assert lines(0, 2, also)[2] == "Also said, but not as fact: 1,200 denied, 1 sought"


def test_marks_stand_behind_a_row():
    answer: Any = Answered(0)
    answer.columns = 1
    answer.rows = (Row(1, ("x",), (Mark("inferred", "inferred"), Mark("denied", "denied"))),)
    assert answer_text(answer, 2, lambda _: []).split("\n")[2] == "  1  x (inferred; denied)"


def test_a_long_line_is_cut():
    assert _cut("x" * 100) == "x" * 100
    assert _cut("x" * 101) == "x" * 97 + "..."
    assert _cut("x" * 96 + " " + "y" * 9) == "x" * 96 + "..."
    assert (_value(["a", 2]), _value(3)) == ("a, 2", "3")


def test_what_was_written_is_told_with_data_and_without(article_graph: Graph, tmp_path):
    for name in ("style.grass", "network.graphml"):
        assert article_graph.export(tmp_path / name).paths == (tmp_path / name,)
        assert (tmp_path / name).stat().st_size


def test_what_says_nothing_by_itself_has_the_name_of_its_column():
    answer: Any = Answered(0)
    answer.rows = (Row(1, ("x", 1, True, False, 0.5)),)
    assert answer_text(answer, 2, lambda _: []).split("\n")[2] == "  1  x; b: 1; c: yes; d: no; e: 0.5"
