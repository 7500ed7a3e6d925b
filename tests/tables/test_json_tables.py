"""JSON that is a table: each form in which programs write it says the same; what is none is refused with what would be right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tiebook.errors import BadSource
from tiebook.model.ties import Ties
from tiebook.sources.datasets import read_dataset
from tiebook.sources.draft_declaration import draft
from tiebook.tables import Shape, Table, read_table
from tiebook.tables.sniff import sniffed

SHAPE = Shape(what="pacts", required=("from", "to"))
ROWS: list[dict[str, Any]] = [
    {"from": "Iran", "to": "China", "year": 2001},
    {"from": "Iran", "to": "Côte d'Ivoire", "year": None},
]
CELLS = [["Iran", "China", "2001"], ["Iran", "Côte d'Ivoire", ""]]


def table(folder: Path, value: object, shape: Shape = SHAPE) -> Table:
    path = folder / "rows.json"
    path.write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")
    return read_table(path, shape)


@pytest.mark.parametrize(
    "value",
    [
        ROWS,
        {"count": 2, "data": ROWS},
        "\n".join(map(json.dumps, ROWS)),
        [["from", "to", "year"], *([row["from"], row["to"], row["year"]] for row in ROWS)],
        {"columns": ["from", "to", "year"], "index": [0, 1], "data": [list(row.values()) for row in ROWS]},
        {"0": ROWS[0], "1": ROWS[1]},
        {name: {str(number): row[name] for number, row in enumerate(ROWS)} for name in ROWS[0]},
        {name: [row[name] for row in ROWS] for name in ROWS[0]},
    ],
    ids=["records", "within", "lines", "lists", "split", "index", "columns", "by column"],
)
def test_every_form_says_the_same(tmp_path: Path, value: object) -> None:
    found = table(tmp_path, value)
    assert found.columns == ("from", "to", "year")
    records = list(found.records)
    assert [cells for _, cells in records] == CELLS
    assert len({line for line, _ in records}) == 2


def test_records_have_the_lines_on_which_they_begin(tmp_path: Path) -> None:
    found = table(tmp_path, json.dumps(ROWS, indent=1))
    assert [line for line, _ in found.records] == [2, 7]


def test_what_stands_beside_the_list_is_told(tmp_path: Path) -> None:
    assert table(tmp_path, {"count": 2, "next": None, "data": ROWS}).notes == [
        "the records are its list 'data'; not read: count, next"
    ]


def test_objects_within_and_lists_are_cells(tmp_path: Path) -> None:
    rows = [
        {
            "from": "Iran",
            "to": "China",
            "when": {"year": 2001.0, "sure": True},
            "also": ["Oman", "Iraq"],
            "note": "a\nb",
        }
    ]
    found = table(tmp_path, rows)
    assert found.columns == ("from", "to", "when.year", "when.sure", "also", "note")
    assert [cells for _, cells in found.records] == [["Iran", "China", "2001", "true", "Oman; Iraq", "a b"]]


def test_a_name_of_a_column_may_be_a_number(tmp_path: Path) -> None:
    (tmp_path / "rows.json").write_text('[{"from": "Iran", "to": "China", "2001": 5}]')
    assert sniffed(tmp_path / "rows.json").table.columns == ("from", "to", "2001")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('{"China": {"Iran": 2}, "Oman": {"Iraq": 1}}', "it has an object for each of China, Oman"),
        ('{"a": [{"x": 1}], "b": [{"y": 1}]}', r"several lists of objects \(a, b\)"),
        ("[]", "an empty list"),
        ("[1, 2]", "a list of other things than objects"),
        ('[["from", "to"], ["Iran"]]', "a record has 1 cells where 2 are expected"),
        ('"Iran"', "neither a list nor an object"),
        (
            '[{"from": "Iran", "to": "China"}\n{"from": "Iran"}]',
            "rows.json:1: not JSON: the list has no end, or a comma",
        ),
        ('[{"from": "Iran", "to": "China"}', "the list has no end"),
        ('[{"from": "Iran",\n"to": }]', "rows.json:2: not JSON"),
        ('[{"from": "Iran", "from": "China"}]', "the key 'from' twice"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(BadSource, match=what):
        list(table(tmp_path, text).records)


def test_json_lines_have_objects_within_and_keys_of_later_records_too(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(
        '{"actor": {"name": "Iran"}, "target": "China", "year": 2001}\n{"actor": {"name": "Iran"}, "target": "Oman", "end": 2005}\n'
    )
    drafted = draft(path, "SUPPORTS")
    assert 'from = {column = "actor.name", system = "name"}' in drafted
    assert 'until = "end"' in drafted
    assert 'required = ["actor.name", "target"]' in drafted, "of which no record lacks one"
    folder = tmp_path / "rows"
    folder.mkdir()
    (folder / "source.toml").write_text(drafted.replace("TO DO: ", ""), "utf-8")
    reader, batch = read_dataset(str(folder), [path])
    assert sum(len(part) for part in batch.parts if isinstance(part, Ties)) == 2
    assert reader.accounts[0].loaded == 2
