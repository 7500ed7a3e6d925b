"""The made-up ties as an analyst would have them: a CSV file for each type, and the folder that tells Tiebook how to read it.

python -m tests.bench.table FOLDER TIES
"""

from __future__ import annotations

import csv
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from tests.bench.made_up import COVERS, NAME, Size, ties, types
from tests.bench.peers.same import BOUNDS

COLUMNS: Final = ("type", "source", "target", "record", "since", "until", "quote", "sign", *BOUNDS)
DECLARATION: Final = """\
id = "{source}"
name = "{name}"
title = "{name}"
citation = "Made up for tests."
licence = "CC0"
universe = "Ties drawn from a seed; a missing one says nothing."
covers_since = {since}
covers_until = {until}
ties = [{types}]
"""
KIND: Final = """
[[file]]
name = "{kind}"
what = "a table of ties of the type {type}"
required = [{columns}]
first = {{ type = "{type}" }}

[[tie]]
file = "{kind}"
type = "{type}"
from = {{ column = "source", kind = "State" }}
to = {{ column = "target", kind = "State" }}
record = ["record"]
since = "since"
until = "until"
quote = "quote"
"""


def write_tables(folder: Path, size: Size) -> list[Path]:
    """Write the tables row by row, each with a header; what is not known is empty, records are unique."""
    folder.mkdir(parents=True)
    tables: dict[str, Any] = {}
    with ExitStack() as opened:
        for edge in ties(size):
            if edge.type not in tables:
                out = opened.enter_context((folder / f"{edge.type}.csv").open("w", encoding="utf-8", newline=""))
                tables[edge.type] = csv.writer(out, lineterminator="\n")
                tables[edge.type].writerow(COLUMNS)
            said = (edge.props.get(name, "") for name in COLUMNS[3:])
            tables[edge.type].writerow((edge.type, edge.source[1], edge.target[1], *said))
    return sorted(folder.glob("*.csv"))


def write_folder(folder: Path) -> Path:
    """Write the data set's folder, and give it."""
    folder.mkdir(parents=True, exist_ok=True)
    names = [name for name, _ in types()]
    listed = ", ".join(f'"{name}"' for name in names)
    columns = ", ".join(f'"{column}"' for column in COLUMNS)
    said = [DECLARATION.format(source=folder.name, name=NAME, since=COVERS[0], until=COVERS[1], types=listed)]
    said += [KIND.format(kind=name.lower(), type=name, columns=columns) for name in names]
    (folder / "source.toml").write_text("".join(said), "utf-8")
    return folder


if __name__ == "__main__":
    here = Path(sys.argv[1])
    write_folder(here / "made_up")
    write_tables(here / f"ties-{sys.argv[2]}", Size(int(sys.argv[2])))
