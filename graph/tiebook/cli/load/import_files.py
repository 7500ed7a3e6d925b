"""`tiebook load ... --import-files`: a data set straight into the files of Neo4j's import, without a graph between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tiebook.cli.common import say

if TYPE_CHECKING:
    from tiebook.model.records import Node
    from tiebook.model.ties import Ties
    from tiebook.sync.batch import Batch


def write_import_files(
    source: str,
    files: tuple[Path, ...],
    part: tuple[str | None, str | None, str | None],
    decisions: Path | None,
    out: Path,
    encoding: str | None = None,
) -> None:
    """Write the folder, say what became of the records, and print the import command."""
    from tiebook.cli.load.progress import shown  # noqa: PLC0415
    from tiebook.export.formats.admin import write_parts  # noqa: PLC0415
    from tiebook.sources.datasets import read_dataset  # noqa: PLC0415
    from tiebook.sources.row_filter import row_filter  # noqa: PLC0415

    with shown() as progress:
        reader, batch = read_dataset(
            source, files, row_filter(*part), decisions=decisions, encoding=encoding, progress=progress
        )
        batch.check()
        written, nodes, ties = write_parts(out, _parts(batch))
    for account in reader.accounts:
        say("\n".join(account.lines()))
    lost = len(reader.resolver.unresolved())
    if lost:
        say(f"{lost} names or codes were not resolved; decide with tiebook resolve.")
    say(f"{reader.source.name}: {nodes:,} nodes and {ties:,} edges in {out}")
    for note in written.notes:
        say(note)
    click.echo(written.command)  # data: to be copied or run


def _parts(batch: Batch) -> Iterator[list[Node] | Ties]:
    from tiebook.model.ties import by_columns  # noqa: PLC0415

    yield batch.nodes
    yield from by_columns(batch.edges)
    yield from batch.parts
