"""Copies of the states' sources that a program has saved: whole numbers as decimals, blanks as NA, another delimiter."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tests.loaders.source_readers import SAMPLES
from tiebook.model.ties import Ties
from tiebook.sources.datasets import read_dataset

NAMES = ("since", "until", "value", "unit", "mechanism", "gloss", "count")
FILES = [
    ("archigos", "leaders.csv"),
    ("baci", "BACI_HS92_Y1998_V202401b.csv"),
    ("cow_diplomacy", "pairs.csv"),
    ("cow_trade", "pairs.csv"),
    ("cow_trade", "states.csv"),
    ("cow_wars", "intra-4.csv"),
    ("cow_wars", "intra-5.csv"),
    ("cow_wars", "extra.csv"),
    ("cow_wars", "inter.csv"),
    ("polity", "years.csv"),
    ("rivalries", "pairs.csv"),
    ("rivalries_td", "pairs.csv"),
    ("ties", "cases.csv"),
    ("vdem", "years.csv"),
]


def said(source: str, path: Path) -> set[tuple[object, ...]]:
    """Return what a file says, but for the keys of its records, and numbers in words without their decimals."""
    reader, batch = read_dataset(source, [path])
    edges = [*batch.edges, *(edge for part in batch.parts if isinstance(part, Ties) for edge in part.edges())]
    assert all(account.balanced for account in reader.accounts)
    told = ({**edge.props, "gloss": re.sub(r"\.0\b", "", str(edge.props["gloss"]))} for edge in edges)
    return {
        (edge.type, edge.source[1], edge.target[1], *(props.get(name) for name in NAMES))
        for edge, props in zip(edges, told, strict=True)
    }


@pytest.mark.parametrize(("source", "name"), FILES)
@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_saved_copy_says_the_same(tmp_path: Path, source: str, name: str, delimiter: str) -> None:
    original = SAMPLES / source / name
    text = original.read_text("utf-8")
    with original.open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file, delimiter="\t" if "\t" in text.splitlines()[0] else ","))
    copy = tmp_path / name
    with copy.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(rows[0])
        writer.writerows([_saved(cell) for cell in row] for row in rows[1:])
    assert said(source, copy) == said(source, original) != set()


def _saved(cell: str) -> str:
    text = cell.strip()
    if not text:
        return "NA"
    return f"{int(text)}.0" if re.fullmatch(r"-?\d{1,4}", text) else cell
