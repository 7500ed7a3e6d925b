"""Reads a data set that needs no code: the [[tie]] tables of its source.toml say which columns make which ties."""

from __future__ import annotations

from tiebook.load.accounts import UNRESOLVED
from tiebook.load.cells import BadCell
from tiebook.load.declared import Column, TieMap
from tiebook.load.desk import Desk, Skip
from tiebook.model.dates import Span, parse
from tiebook.model.errors import BadDate
from tiebook.tables import Row


def read_mapped(desk: Desk) -> None:
    """Make ties of every row of every mapped kind of file."""
    for kind in desk.source.file:
        maps = [each for each in desk.source.tie if each.file == kind.name]

        def take(row: Row, maps: list[TieMap] = maps) -> None:
            for each in maps:
                _ties(desk, each, row)

        desk.each(kind.name, take)


def _ties(desk: Desk, mapping: TieMap, row: Row) -> None:
    for column in (mapping.source.column, mapping.target.column, *mapping.record):
        if column not in row.cells:  # JSON lines have no header
            raise BadCell(column, "", "there in this record")
    since = row.get(mapping.since) or None if mapping.since else None
    until = row.get(mapping.until) or None if mapping.until else None
    on = _span(since or until)
    sources, targets = _actors(desk, mapping.source, row, on), _actors(desk, mapping.target, row, on)
    key = "/".join(row[column] for column in mapping.record) or str(row.line)
    several = len(sources) * len(targets) > 1
    for source in sources:
        for target in targets:
            desk.tie(
                mapping.type,
                source,
                target,
                f"{key}/{source}/{target}" if several else key,
                since=since,
                until=until,
                gloss=_gloss(mapping, row, source, target),
                value=float(row[mapping.value]) if mapping.value and row.get(mapping.value) else None,
                unit=mapping.unit,
                mechanism=row.get(mapping.mechanism) or None if mapping.mechanism else None,
            )


def _actors(desk: Desk, column: Column, row: Row, on: Span | None) -> list[str]:
    cell = row[column.column]
    texts = [part.strip() for part in cell.split(column.split) if part.strip()] if column.split else [cell]
    found = [
        desk.resolver.name(text, on) if column.system == "name" else desk.resolver.code(column.system, text, on)
        for text in texts
    ]
    known = [each for each in found if each is not None]
    if not known:
        raise Skip(UNRESOLVED)
    return known


def _gloss(mapping: TieMap, row: Row, source: str, target: str) -> str:
    text = mapping.gloss or f"{source} {mapping.type.lower().replace('_', ' ')} {target}"
    for column, cell in row.cells.items():
        text = text.replace(f"{{{column}}}", cell.strip())
    return text


def _span(text: str | None) -> Span | None:
    if text is None:
        return None
    try:
        return parse(text)
    except BadDate:
        return None  # the tie itself will tell
