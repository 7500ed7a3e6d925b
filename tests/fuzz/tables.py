"""Tables of every form, the drafts made of them, and the readers of the field's data sets on our own samples."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator
from functools import cache, partial
from importlib.util import find_spec
from unittest.mock import patch

from tests.fuzz.scratch import SPLIT, folder, parts, write
from tests.fuzz.target import Target
from tests.loaders.source_readers import SAMPLES
from tests.sources.test_datasets import FILES
from tiebook.crosswalk.decisions import Decisions
from tiebook.model.ties import Ties
from tiebook.sources import datasets, detect
from tiebook.sources.declaration import DECLARATION, TO_DO, declaration_of, find_dataset
from tiebook.sources.draft_declaration import draft
from tiebook.sync.batch import Batch
from tiebook.tables.read import read_table
from tiebook.tables.shape import Shape
from tiebook.tables.sheets import json_rows
from tiebook.tables.sniff import sniffed

_declared = cache(declaration_of)

HEAD = ["state", "other", "year", "value"]
ROWS = [["China", "Iran", "2015", "4.5"], ["Iran", "Iraq", "1980-09", ""], ["Côte d'Ivoire", 'a "b"', "198X", "-9"]]
MAPPED = """id = "mapped"
name = "Mapped"
title = "Mapped"
citation = "Nobody"
licence = "CC0"
universe = "two rows"
ties = ["AGREES_WITH"]

[[file]]
name = "rows"
what = "rows"
required = ["state", "other", "year"]
first = {year = "[0-9-]+"}

[[tie]]
file = "rows"
type = "AGREES_WITH"
from = {column = "state", system = "name"}
to = {column = "other", system = "name", split = ";"}
since = "year"
value = "value"
gloss = "{state} and {other}"
"""
KEPT = '[gsdb]\nAtlantis = {actor = "iran", decided = 2026-01-01}\n"cow:999" = {actor = "china"}\n["*"]\nx = {actor = "iraq"}\n'


def _csv(delimiter: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows([HEAD, *ROWS])
    return out.getvalue().encode()


def _texts() -> Iterator[bytes]:
    yield _csv()
    yield b"Preamble\n\n" + _csv("\t")
    yield _csv(";").replace(b"\n", b"\r")
    yield b"\xef\xbb\xbf" + _csv("|")
    yield _csv().decode().encode("utf-16")
    yield _csv().decode().encode("cp1252")


def _books() -> Iterator[bytes]:
    if find_spec("openpyxl") is None:
        return
    from openpyxl import Workbook  # type: ignore[import-untyped]  # noqa: PLC0415

    book = Workbook()
    for row in [HEAD, *ROWS]:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    yield out.getvalue()


def _parquets() -> Iterator[bytes]:
    if find_spec("pyarrow") is None:
        return
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow import parquet  # noqa: PLC0415

    out = io.BytesIO()
    parquet.write_table(pa.table({name: [row[i] for row in ROWS] for i, name in enumerate(HEAD)}), out)
    yield out.getvalue()


def _lines() -> Iterator[bytes]:
    yield b'{"state": "China", "other": ["Iran", 1.0], "year": 2015}\n{"state": null, "other": {"a": 1}}\n'


def _read(ending: str, data: bytes) -> None:
    """Read a table of which nothing is known, then one of a known shape, and draft a mapping."""
    path = write(f"table{ending}", data)
    if ending == ".jsonl":
        for row in json_rows(path):
            assert all(isinstance(value, str) for value in row.cells.values())
        return
    for row in sniffed(path).table.rows:
        assert all(isinstance(cell, str) for cell in row.cells.values())


def _shaped(data: bytes) -> None:
    table = read_table(
        write("shaped.csv", data), Shape(what="rows", required=("state", "year"), others={"state": ("country",)})
    )
    for row in table.rows:
        assert set(row.cells) == set(table.columns)


def _drafted(ending: str, data: bytes) -> None:
    text = draft(write(f"drafted{ending}", data), "AGREES_WITH").replace(f'"{TO_DO}', '"Doe')
    write("drafted/source.toml", text.replace(text.split("\n")[1], 'id = "drafted"', 1).encode())
    assert declaration_of(folder() / "drafted").tie, "a draft can be read"


def _source(name: str, data: bytes) -> None:
    paths = [
        write(f"{name}/{file}", part) for file, part in zip(FILES[name], parts(data, len(FILES[name])), strict=True)
    ]
    given = [path for path in paths if path.stat().st_size]
    # which other data set a wrong file looks like is not asked each time: that takes ten times as long as all the rest
    with patch.multiple(detect, shipped_datasets=list), patch.object(datasets, "declaration_of", _declared):
        reader, batch = datasets.read_dataset(name, given, decisions=folder() / "none.toml")
    batch.check()
    assert all(account.balanced for account in reader.accounts)
    _sound(batch)


def _sound(batch: Batch) -> None:
    """See that what was read can be stored and compared: numbers that equal themselves, texts that are texts."""
    edges = [edge for part in batch.parts if isinstance(part, Ties) for edge in part.edges()]
    for props in [node.props for node in batch.nodes] + [edge.props for edge in (*batch.edges, *edges)]:
        for value in props.values():
            assert not isinstance(value, float) or math.isfinite(value), "a number that equals nothing"
            assert not isinstance(value, str) or value.encode() is not None


def _source_samples(name: str) -> Iterator[bytes]:
    files = [(SAMPLES / name / file).read_bytes() for file in FILES[name]]
    yield SPLIT.join(files)


def _mapped(data: bytes) -> None:
    """Read a declaration and, with it, a small table."""
    declaration, rows = parts(data, 2)
    write(f"mapped/{DECLARATION}", declaration)
    _, batch = datasets.read_dataset(
        str(folder() / "mapped"), [write("mapped.csv", rows)], decisions=folder() / "none.toml"
    )
    batch.check()
    _sound(batch)


def _decided(data: bytes) -> None:
    kept = Decisions(write("decisions.toml", data))
    assert all(isinstance(part, str) for row in kept.all() for part in row)
    kept.decide("gsdb", "x", "iran")
    again = Decisions(kept.path)
    assert again.of("gsdb")["x"] == "iran"
    again.undo("gsdb", "x")


def targets() -> Iterator[Target]:
    """Return them; Excel and Parquet only where their libraries are."""
    forms = {".csv": _texts, ".xlsx": _books, ".parquet": _parquets, ".jsonl": _lines}
    for ending, samples in forms.items():
        if any(True for _ in samples()):
            yield Target(f"table{ending}", partial(_read, ending), samples)
            yield Target(f"map{ending}", partial(_drafted, ending), samples)
    yield Target("table-shaped", _shaped, _texts)
    for name in sorted(FILES):
        find_dataset(name)
        yield Target(f"source-{name}", partial(_source, name), partial(_source_samples, name))
    yield Target("declaration", _mapped, lambda: iter([SPLIT.join([MAPPED.encode(), _csv()])]))
    yield Target("decisions", _decided, lambda: iter([KEPT.encode()]))
