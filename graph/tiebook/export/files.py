"""Writing files: text as UTF-8 with plain line ends, and the citations that travel beside formats without comments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from tiebook.export.content import Content, citations
from tiebook.model.exchange import csv_text
from tiebook.support.atomic_write import write_atomically


def write_text(path: Path, lines: Iterable[str]) -> Path:
    """Write lines."""
    return write_atomically(path, "".join(f"{line}\n" for line in lines))


def write_citations(content: Content, path: Path) -> Path:
    """Write the licence and citation of every source into a file of their own beside the export."""
    return write_text(
        path.with_name(f"{path.stem}-sources.txt"),
        ["Sources and their terms:", "", *citations(content.sources)],
    )


def csv_lines(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as CSV text."""
    return csv_text(rows)
