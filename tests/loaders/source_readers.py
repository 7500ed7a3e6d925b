"""Reads samples and real files in tests of data sets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import shared
from tiebook.errors import BadSource
from tiebook.model.records import Edge
from tiebook.model.ties import Ties
from tiebook.sources.datasets import RowFilter, read_dataset
from tiebook.sources.source_reader import SourceReader
from tiebook.sync.batch import Batch

SAMPLES = Path(__file__).parent.parent / "samples"


def sample(source: str, *names: str, wanted: RowFilter | None = None) -> tuple[SourceReader, Batch]:
    """Read our own small files."""
    reader, batch = read_dataset(source, [SAMPLES / source / name for name in names], wanted)
    batch.check()
    return reader, batch


def real(source: str, *names: str, folder: str | None = None) -> tuple[SourceReader, Batch]:
    """Read the published files of the shared data."""
    reader, batch = read_dataset(source, [shared.data(folder or source, name) for name in names])
    batch.check()
    for account in reader.accounts:
        assert account.balanced
    return reader, batch


def mapped(source: str, *names: str) -> tuple[SourceReader, list[dict[str, Any]]]:
    """Read our own small files of a source without code, and return its ties with their ends."""
    return mapped_files(source, *(SAMPLES / source / name for name in names))


def mapped_files(source: str, *paths: Path) -> tuple[SourceReader, list[dict[str, Any]]]:
    """Read files of a source without code, and return its ties with their ends."""
    reader, batch = read_dataset(source, paths)
    tables = [part for part in batch.parts if isinstance(part, Ties)]
    assert all(account.balanced for account in reader.accounts)
    return reader, [
        {"type": table.type, "from": one, "to": two, **row["props"]}
        for table in tables
        for one, two, row in zip(table.sources, table.targets, table.records(), strict=True)
    ]


def counts(reader: SourceReader) -> list[tuple[int, int, int, int]]:
    """Return (read, loaded, merged, skipped) of each file."""
    return [(each.read, each.loaded, each.merged, each.skipped.total()) for each in reader.accounts]


def ties(batch: Batch, type_: str, test: Callable[[Edge], bool] = lambda _: True) -> list[Edge]:
    """Return the ties of a type that pass a test."""
    return [edge for edge in batch.edges if edge.type == type_ and test(edge)]


def made(batch: Batch) -> list[dict[str, Any]]:
    """Return the ties of a source that is read by declaration alone: type, ends and properties."""
    found = []
    for part in batch.parts:
        if isinstance(part, Ties):
            rows = zip(part.sources, part.targets, part.records(), strict=True)
            found += [{"type": part.type, "from": one, "to": two, **row["props"]} for one, two, row in rows]
    return found


def dyad(batch: Batch, type_: str, source: str, target: str) -> list[Edge]:
    """Return the ties of a type from one actor to another."""
    return ties(batch, type_, lambda edge: (edge.source[1], edge.target[1]) == (source, target))


def refused_by_name(folder: Path, source: str, columns: str, message: str) -> None:
    """Demand that a file with these columns is refused in one line that says what it is."""
    path = folder / "relative.csv"
    mark = "\t" if "\t" in columns else ","
    path.write_text(f"{columns}\n{mark.join('1' for _ in columns.split(mark))}\n")
    with pytest.raises(BadSource, match=message) as fault:
        read_dataset(source, [path])
    assert "\n" not in str(fault.value)


def finish(folder: Path) -> None:
    """Fill in what a draft leaves to its user: how to cite the table, and its terms."""
    path = folder / "source.toml"
    text = path.read_text("utf-8")
    assert text.count("TO DO: ") == 2
    path.write_text(text.replace("TO DO: how to cite it", "Doe (2024)").replace("TO DO: its terms", "CC0"), "utf-8")
