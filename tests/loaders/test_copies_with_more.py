"""Copies in which a program has numbered the rows, written NA for blanks, or repeated a record: nothing doubles or disappears."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.loaders.source_readers import SAMPLES, counts, made, sample, ties
from tiebook.model.records import Edge
from tiebook.sources.datasets import read_dataset

Rows = list[list[str]]


def copied(folder: Path, source: str, name: str, change: Callable[[Rows], Rows], delimiter: str = ",") -> Path:
    """Save a sample again, as a program does that changes its rows."""
    text = (SAMPLES / source / name).read_text("utf-8-sig")
    divided = ";" if text.count(";") > text.count(",") else ","
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(
            change([row for row in csv.reader(io.StringIO(text), delimiter=divided) if row])
        )
    return path


def numbered(rows: Rows) -> Rows:
    """Return rows with their numbers in a column without a name, as R and pandas have it; lines before the header are short."""
    width = max(map(len, rows))
    first = next(place for place, row in enumerate(rows) if len(row) == width)
    return [
        row if place < first else ["" if place == first else str(place - first), *row] for place, row in enumerate(rows)
    ]


def told(edges: list[Edge]) -> Counter[str]:
    return Counter(
        str((edge.type, edge.source, edge.target, sorted((k, str(v)) for k, v in edge.props.items() if k != "id")))
        for edge in edges
    )


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("cow_alliance", "member-years.csv"),
        ("sipri", "deliveries.csv"),
        ("cow_igo", "states.csv"),
        ("atop", "members-5.csv"),
    ],
)
def test_a_copy_with_numbered_rows_says_the_same(tmp_path: Path, source: str, name: str) -> None:
    _, expected = sample(source, name)
    _, batch = read_dataset(source, [copied(tmp_path, source, name, numbered)])
    assert told(batch.edges) == told(expected.edges)


@pytest.mark.parametrize("blank", ["NA", "nan", "."])
@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("cow_alliance", "members.csv"),
        ("dcad", "main.csv"),
        ("ucdp", "conflicts.csv"),
        ("ucdp", "dyads.csv"),
        ("ucdp_ged", "events.csv"),
        ("polity", "years.csv"),
        ("ties", "cases.csv"),
        ("uk_sanctions", "list.csv"),
        ("vdem", "years.csv"),
    ],
)
def test_a_copy_says_the_same_whatever_a_program_writes_for_blanks(
    tmp_path: Path, source: str, name: str, blank: str
) -> None:
    plain, expected = sample(source, name)
    copy = copied(
        tmp_path, source, name, lambda rows: [rows[0], *([each or blank for each in row] for row in rows[1:])]
    )
    reader, batch = read_dataset(source, [copy])
    assert counts(reader) == counts(plain)
    assert (told(batch.edges), made(batch)) == (told(expected.edges), made(expected))


@pytest.mark.parametrize(
    ("source", "name"), [("cow_trade", "pairs.csv"), ("cow_trade", "states.csv"), ("vdem", "years.csv")]
)
def test_a_copy_with_decimal_commas_says_the_same(tmp_path: Path, source: str, name: str) -> None:
    def commas(rows: Rows) -> Rows:
        return [[re.sub(r"^(-?\d+)\.(\d+)$", r"\1,\2", cell) for cell in row] for row in rows]

    _, expected = sample(source, name)
    _, batch = read_dataset(source, [copied(tmp_path, source, name, commas, ";")])
    assert any("." in str(each["gloss"]) for each in made(expected)), "some values have decimals"
    assert made(batch) == made(expected)


@pytest.mark.parametrize(
    ("source", "name"), [("atop", "members-5.csv"), ("cow_alliance", "members.csv"), ("gsdb", "cases.csv")]
)
def test_a_record_that_is_there_twice_is_one(tmp_path: Path, source: str, name: str) -> None:
    reader, expected = sample(source, name)
    again, batch = read_dataset(source, [copied(tmp_path, source, name, lambda rows: [*rows, *rows[1:]])])
    assert told(batch.edges) == told(expected.edges)
    ((read, loaded, _, skipped),) = counts(reader)
    assert counts(again)[0][1] == loaded
    assert counts(again)[0][2] >= read - skipped


def test_a_list_that_r_has_saved_has_no_names_and_no_addresses_of_na(tmp_path: Path) -> None:
    def filled(rows: Rows) -> Rows:
        width = max(map(len, rows))
        return [[cell or "NA" for cell in row] if len(row) == width else row for row in rows]

    for source, name in (("uk_sanctions", "list.csv"), ("uk_sanctions", "ConList.csv"), ("eu_sanctions", "list.csv")):
        delimiter = ";" if source == "eu_sanctions" else ","
        _, expected = sample(source, name)
        _, batch = read_dataset(source, [copied(tmp_path, source, name, filled, delimiter)])
        assert told(batch.edges) == told(expected.edges), name
        now, before = ([node for node in each.nodes if node.label == "Actor"] for each in (batch, expected))
        assert now == before, "the names too"


def test_the_day_of_a_list_is_read_with_any_delimiter(tmp_path: Path) -> None:
    _, expected = sample("uk_sanctions", "ConList.csv")
    for delimiter in (";", "\t"):
        path = copied(tmp_path, "uk_sanctions", "ConList.csv", lambda rows: rows, delimiter)
        assert told(read_dataset("uk_sanctions", [path])[1].edges) == told(expected.edges)


def test_a_tiv_table_of_r_has_years_with_a_letter(tmp_path: Path) -> None:
    path = copied(tmp_path, "sipri", "tiv.csv", lambda rows: rows)
    text = path.read_text()
    path.write_text(text.replace(",2019,2020", ",X2019,X2020"))
    assert told(ties(read_dataset("sipri", [path])[1], "SELLS_ARMS_TO")) == told(sample("sipri", "tiv.csv")[1].edges)


def test_whole_numbers_with_a_decimal_are_told_without_it(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    text = (SAMPLES / "sipri" / "register.csv").read_text("latin-1")
    path.write_text(re.sub(r"(?<=,)(\d+)(?=,)", r"\1.0", text), "latin-1")
    assert told(read_dataset("sipri", [path])[1].edges) == told(sample("sipri", "register.csv")[1].edges)
