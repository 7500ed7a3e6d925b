"""Writes the graph of the first released model as its own statements: `python -m tests.keep.sample`.

Only before the first release: afterwards the sample stays as it is, and a change of the records is a new version of the model
with a step in keep/migrations.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tests.conftest import MINI
from tiebook.engine.base import Engine, Writer
from tiebook.engine.digest import lines
from tiebook.engine.kglite.engine import KgliteEngine
from tiebook.sources.datasets import load_dataset
from tiebook.sync.cases import load_case

SAMPLE = Path(__file__).parent.parent / "samples" / "model-1.jsonl"
DECLARATION = """
id = "register"
name = "Register"
title = "A register of deliveries"
citation = "The Tiebook tests (2026). A register of deliveries"
licence = "CC0"
version = "2021-03"
universe = "Deliveries of boats."
covers_since = 1950-01-01
covers_until = 2020-12-31
ties = ["SELLS_ARMS_TO"]

[[file]]
name = "deliveries"
what = "the register of deliveries"
required = ["number", "seller", "buyer", "since", "worth"]

[[tie]]
file = "deliveries"
type = "SELLS_ARMS_TO"
from = { column = "seller" }
to = { column = "buyer" }
record = ["number"]
since = "since"
value = "worth"
unit = "TIV"
gloss = "{seller} delivers boats to {buyer}"
"""
ROWS = "number,seller,buyer,since,worth\nr1,China,Iran,2015,1.5\nr2,China,Pakistan,2016-03,2\n"


def load_now(engine: Engine, rows: str = ROWS, version: str = "2021-03") -> None:
    """Load the sample case and a small data set with the code of now."""
    load_case(engine, MINI)
    with tempfile.TemporaryDirectory() as scratch:
        folder, table = Path(scratch) / "register", Path(scratch) / "deliveries.csv"
        folder.mkdir()
        (folder / "source.toml").write_text(DECLARATION.replace("2021-03", version), "utf-8")
        table.write_text(rows, "utf-8")
        load_dataset(engine, str(folder), [table])


def made_by_the_first_release(engine: Engine) -> None:
    """Make the sample's graph with statements that use nothing of the code of now."""

    def work(writer: Writer) -> None:
        writer.run("MERGE (m:Meta {id: 'model'}) SET m.model = 1")
        for kind, *record in _records():
            if kind == "node":
                labels, node_id, props = record
                writer.run(
                    f"CREATE (n:{':'.join(labels)} {{id: $id}}) SET n += $props",
                    {"id": node_id, "props": {name: value for name, value in props.items() if name != "id"}},
                )
        for kind, *record in _records():
            if kind == "edge":
                name, (one, source), (other, target), props = record
                writer.run(
                    f"MATCH (a:{one[0]} {{id: $source}}), (b:{other[0]} {{id: $target}})"
                    f" CREATE (a)-[t:{name}]->(b) SET t += $props",
                    {"source": source, "target": target, "props": props},
                )

    engine.write(work)


def _records() -> Iterator[list[Any]]:
    for line in SAMPLE.read_text("utf-8").split("\n"):
        kind, *rest, props = json.loads(line)
        yield [kind, *rest, {name: _value(value) for name, value in props.items()}]


def _value(value: Any) -> Any:
    return date.fromisoformat(value["date"]) if isinstance(value, dict) else value


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        fresh = KgliteEngine(Path(folder) / "sample.kgl")
        load_now(fresh)
        SAMPLE.write_text("\n".join(lines(fresh)), "utf-8")
