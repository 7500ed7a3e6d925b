"""Exports the graph to files of other tools. Each format is a module in `formats/`; docs/exports.md says what each holds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tiebook.engine.base import Engine
from tiebook.engine.consistent_read import read_settled
from tiebook.errors import StorageFailed
from tiebook.export.content import Content, Options, read_content
from tiebook.export.registry import Format, Job, Written, format_for, formats

__all__ = ["Content", "Format", "Options", "Written", "export", "format_for", "formats"]


def export(
    engine: Engine | None,
    path: Path,
    form: Format,
    options: Options | None = None,
    colours: Mapping[str, Any] | None = None,
) -> tuple[Written, Content]:
    """Write a file in a format; without an engine only formats that hold nothing of the graph.

    Raises StorageFailed if it cannot be written, UsageError where the format cannot do as asked, and what the engine raises.
    """
    chosen = options or Options(full=form.is_full(None))
    content = Content([], [], chosen) if engine is None else read_settled(engine, lambda: read_content(engine, chosen))
    try:
        return form.write(Job(content, path, colours or {})), content
    except OSError as error:
        raise StorageFailed(f"the export could not be written: {error.strerror}", where=str(path)) from None
