"""Finds the actors that the cells of a mapped table name. A cell that always means the same is asked about once."""

from __future__ import annotations

from datetime import date

from tiebook.crosswalk import Resolver
from tiebook.load.declared import Column
from tiebook.load.groups import slug
from tiebook.model.dates import Span
from tiebook.model.records import Entity

# what a cell means to whom it always means the same: ids, and the first and last day on which it does
Steady = dict[str, tuple[list[str], date, date]]


class Ends:
    """The ends of one reading. `missed` counts the texts that could not be resolved."""

    def __init__(self, resolver: Resolver, source: str) -> None:
        """Start with nothing asked."""
        self.missed = 0
        self._resolver = resolver
        self._source = source
        self._steady: dict[tuple[str, str | None], Steady] = {}
        self._asked: set[tuple[str, str | None, str]] = set()  # whether a text is steady
        self._own: dict[str, Entity] = {}  # actors that nobody else knows, by id

    def steady(self, column: Column) -> Steady:
        """Give what is known of a column's cells so far; empty for cells that name several."""
        return {} if column.split else self._steady.setdefault((column.system, column.kind), {})

    def of(self, column: Column, cell: str, on: Span | None) -> list[str]:
        """Give the ids of those whom a cell names at a time; texts that mean nobody are left out and noted."""
        if column.split is None:
            found = self._one(column, cell, on)
            return [] if found is None else [found]
        parts = [part.strip() for part in cell.split(column.split)]
        ids = [self._one(column, part, on) for part in parts if part]
        return list(dict.fromkeys(each for each in ids if each is not None))

    def entity(self, actor: str) -> Entity:
        """Give an actor that was found."""
        return self._own.get(actor) or self._resolver.crosswalk.entity(actor)

    def _one(self, column: Column, text: str, on: Span | None) -> str | None:
        if (column.system, column.kind, text) not in self._asked:
            self._learn(column, text)
        resolver = self._resolver
        if column.system != "name":
            found = resolver.code(column.system, text, on)
        elif column.kind is None:
            found = resolver.name(text, on)
        else:
            found = resolver.known(text, on) or self._declared(column.kind, text)
        self.missed += found is None
        return found

    def _learn(self, column: Column, text: str) -> None:
        """Remember what a text means where this hardly depends on the time; what means nobody is asked each time, to be noted."""
        self._asked.add((column.system, column.kind, text))
        steady = self._resolver.steady(column.system, text)
        if steady is None:
            return
        found, since, until = steady
        if found is None and column.kind is not None:
            found = self._declared(column.kind, text)
        if found is not None:
            self._steady.setdefault((column.system, column.kind), {})[text] = ([found], since, until)

    def _declared(self, kind: str, text: str) -> str | None:
        """Give an actor that only this source knows: two sources that spell a name alike need not mean the same."""
        if not text:
            return None
        made = Entity("Actor", f"{self._source}-{slug(text)}", text, kind)
        return self._own.setdefault(made.id, made).id
