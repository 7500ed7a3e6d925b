"""Makes the graph hold exactly what a source says: what is new is created, what changed replaced, what is gone removed.

On the embedded engine a load is one transaction, whatever its size. On a server so is one of up to `most_ties` changes; a
larger one is committed in parts: until its last part it stands in Meta as unfinished, which every answer says, and running
the same command again completes it, as what is there already is found first.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from tiebook.engine.base import Engine, Writer
from tiebook.engine.meta import lock_current, set_unfinished
from tiebook.errors import BadSource, DatabaseMissing
from tiebook.model.codebook import codebook
from tiebook.model.records import Node
from tiebook.model.row_digest import packed_props
from tiebook.model.ties import Ties, by_columns
from tiebook.sync import claim_edges, nodes, tie_changes
from tiebook.sync.batch import Batch, Part
from tiebook.sync.nodes import Entities
from tiebook.sync.prefetch import ahead, begun
from tiebook.sync.releases import Superseded, half_renamed
from tiebook.sync.replace_guard import check_ties
from tiebook.sync.schedule import rounds
from tiebook.sync.tie_changes import LoadedTies

_SOURCE: Final = "MATCH (s:Source {id: $id}) RETURN s.id AS id"
_AHEAD: Final = 250_000  # rows that are read while an older release is renamed, and held: about a kilobyte each
Progress = Callable[[int], None]  # is told how many more edges are done


@dataclass(frozen=True, slots=True)
class Changes:
    """How many nodes and edges a load created, changed, removed, and found as they were."""

    created: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0

    @property
    def nothing(self) -> bool:
        """Whether the graph was already as the source says."""
        return not (self.created or self.changed or self.removed)

    def __add__(self, other: Changes) -> Changes:
        """Return both together."""
        return Changes(
            self.created + other.created,
            self.changed + other.changed,
            self.removed + other.removed,
            self.unchanged + other.unchanged,
        )


def sync(engine: Engine, batch: Batch, *, dry_run: bool = False, progress: Progress | None = None) -> Changes:
    """Load a source; loading it again changes nothing.

    Raises IdClash, DuplicateTie and WouldLose, and what the engine and a source in parts raise; then nothing is changed. Only
    where a large load is cut off in its middle on a server, the parts that were committed stay.
    """
    return sync_together(engine, [batch], dry_run=dry_run, progress=progress)[batch.source]


def sync_together(
    engine: Engine,
    batches: Sequence[Batch],
    *,
    older: Superseded | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> dict[str, Changes]:
    """Load several sources, of which nobody may see some without the others, in their order; what changed, by source.

    A source may come twice, the first time with a part of what it adds.

    They are one transaction, unless they are too much for one: then the sources come in whole one after the other, and a
    large one in parts.

    older -- the release that is in the graph of the only source, and is to stay as a source of its own
    """
    for batch in batches:
        batch.check()
    most = engine.most_ties
    with _no_collection():
        if most is None or dry_run:
            return _whole(engine, batches, older=older, dry_run=dry_run, progress=progress)
        if not older:
            for kept in half_renamed(engine, {batch.source for batch in batches}):
                _in_parts(engine, Batch(kept), most, None)
        sizes = [batch.size() if older else max(batch.size(), _held(engine, batch, most)) for batch in batches]
        if sum(sizes) + (older.size(engine) if older else 0) <= most:
            return _whole(engine, batches, older=older, progress=progress)
        if older:
            if engine.read(_SOURCE, {"id": older.kept}).rows:  # of an earlier change to and fro
                sync(engine, Batch(older.kept))
            older.keep_in_parts(engine)
        found: dict[str, Changes] = {}
        for batch, size in zip(batches, sizes, strict=True):
            if size > most:
                changes = _in_parts(engine, batch, most, progress)
            else:
                changes = _whole(engine, [batch], progress=progress)[batch.source]
            found[batch.source] = found.get(batch.source, Changes()) + changes
        return found


@contextmanager
def _no_collection() -> Iterator[None]:
    """Stop Python from looking for cycles among millions of records, which have none: a tenth of the time of a large load."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _whole(
    engine: Engine,
    batches: Sequence[Batch],
    *,
    older: Superseded | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> dict[str, Changes]:
    """Load in one transaction."""

    def one(writer: Writer, batch: Batch) -> Changes:
        job = _Sync(writer, engine.place, batch, dry_run=dry_run)
        changes = job.begin(writer) + job.compare(writer)
        if not dry_run:
            tie_changes.delete(writer, job.outdated())
            for part in ahead(job.missing()):
                changes += job.create(writer, [part])
                job.note(part)
                if progress:
                    progress(len(part))
        return changes + job.end(writer)

    def work(writer: Writer) -> dict[str, Changes]:
        if older and not dry_run:
            if writer.run(_SOURCE, {"id": older.kept}).rows:  # of an earlier change to and fro
                one(writer, Batch(older.kept))
            older.rename(writer)
            older.nodes(writer)
        changes: dict[str, Changes] = {}
        for batch in batches:
            changes[batch.source] = changes.get(batch.source, Changes()) + one(writer, batch)
        cut = lock_current(writer, engine.place) & changes.keys()
        if dry_run or (not cut and all(each.nothing for each in changes.values())):
            raise _Undone(changes)
        for source in sorted(cut):
            set_unfinished(writer, source, unfinished=False)
        return changes

    try:
        if not older or dry_run:
            return (engine.rehearse if dry_run else engine.write)(work)
        (batch,) = batches
        with begun(batch.parts, _AHEAD, len) as coming:  # while the older ties are renamed
            batches = [replace(batch, parts=_Begun(batch.parts, coming))]
            return engine.write(work)
    except _Undone as undone:
        return undone.changes


class _Begun:
    """Parts of which a first reading has begun; each further one starts again."""

    def __init__(self, parts: Iterable[Part], coming: Iterator[Part]) -> None:
        self._parts = parts
        self._coming: Iterator[Part] | None = coming

    def __iter__(self) -> Iterator[Part]:
        coming, self._coming = self._coming, None
        return iter(self._parts) if coming is None else coming


class _Undone(Exception):
    """No failure: it ends a transaction that has nothing to write."""

    def __init__(self, changes: dict[str, Changes]) -> None:
        super().__init__()
        self.changes = changes


def unload(engine: Engine, source: str) -> Changes:
    """Remove a source: its claims, its ties, and the entities that no other source declares or uses.

    Raises BadSource if it is not loaded.
    """
    if not engine.read(_SOURCE, {"id": source}).rows:
        raise BadSource(f"{source} is not loaded", hint="tiebook sources lists those that are")
    return sync(engine, Batch(source))


class _Sync:
    """One load: what the source has in the graph when it begins, and the steps that make it what the source says."""

    def __init__(self, writer: Writer, place: str, batch: Batch, *, dry_run: bool = False) -> None:
        lock_current(writer, place)
        self._place = place
        self._batch = batch
        self._writes = not dry_run
        self._entities = Entities(writer, batch.source)
        self._loaded = LoadedTies(writer, batch.source)
        self._first = not self._loaded
        self._lacks = False  # whether some ties have to be made

    def begin(self, writer: Writer) -> Changes:
        """Bring in the nodes that are known, and the edges that are not ties: few, next to the ties."""
        changes = self._nodes(writer, self._batch.nodes)
        self._entities.note(self._batch.nodes)
        wanted = {edge.key: edge for edge in self._batch.edges if edge.type not in codebook().ties}
        old = claim_edges.read(writer, self._batch.source)
        new = [edge for key, edge in wanted.items() if key not in old]
        changed = [
            edge
            for key, edge in wanted.items()
            if key in old and packed_props(edge.props) != packed_props(old[key].props)
        ]
        gone = [] if self._batch.adds else [edge for key, edge in old.items() if key not in wanted]
        if self._writes:
            claim_edges.delete(writer, [*(old[edge.key] for edge in changed), *gone])
            self._made(writer, by_columns([*new, *changed]))
        return changes + Changes(len(new), len(changed), len(gone), len(wanted) - len(new) - len(changed))

    def compare(self, writer: Writer) -> Changes:
        """Find which ties are new, changed and gone. A first load has only new ones, and counts them as it makes them."""
        changes = Changes()
        if self._first and self._writes:
            return changes
        for part in self._parts():
            if isinstance(part, Ties):
                new, changed = self._loaded.compare(part)
                self._lacks = self._lacks or new + changed > 0
                changes += Changes(new, changed, 0, len(part) - new - changed)
            else:
                changes += self._nodes(writer, part)
                self.note(part)
        if self._batch.keeps:
            check_ties(self._batch.source, self._loaded.kept, len(self._loaded.gone))
        return changes + Changes(removed=len(self._gone()))

    def outdated(self) -> list[str]:
        """Return the ids of the ties to remove: those that are gone, and those to be created again."""
        return [*self._loaded.changed, *self._gone()]

    def missing(self) -> Iterator[Part]:
        """Return the ties that have to be made; in a first load also the nodes that come with them."""
        if not (self._first or self._lacks):
            return
        for part in self._parts():
            if isinstance(part, Ties):
                lacking = self._loaded.missing(part)
                if len(lacking):
                    yield lacking
            elif self._first:
                yield part

    def create(self, writer: Writer, parts: Iterable[Part]) -> Changes:
        """Make what is missing: nodes, and the ties that end at them."""
        given = list(parts)
        return self.create_nodes(writer, given) + self.create_ties(
            writer, [each for each in given if isinstance(each, Ties)]
        )

    def create_nodes(self, writer: Writer, parts: Iterable[Part]) -> Changes:
        """Make the nodes among parts; nothing is noted yet, so that a transaction can run again."""
        lock_current(writer, self._place)
        return sum((self._nodes(writer, part) for part in parts if not isinstance(part, Ties)), Changes())

    def create_ties(self, writer: Writer, parts: Iterable[Ties]) -> Changes:
        """Make ties; they are counted in a first load only, in others they were when they were compared."""
        made = self._made(writer, parts)
        return Changes(created=made) if self._first else Changes()

    def note(self, part: Part) -> None:
        """Note that nodes are in the graph."""
        if not isinstance(part, Ties):
            self._entities.note(part)

    def end(self, writer: Writer) -> Changes:
        """Remove the nodes that the source no longer declares."""
        kept, gone = ([], []) if self._batch.adds else self._entities.given_up()
        if self._writes:
            nodes.update(writer, kept)
            nodes.delete(writer, gone)
            writer.bump()
        return Changes(changed=len(kept), removed=len(gone))

    def _gone(self) -> list[str]:
        return [] if self._batch.adds else self._loaded.gone

    def _made(self, writer: Writer, parts: Iterable[Ties]) -> int:
        """Make edges; raises BadSource where an end of one is not in the graph."""
        given = list(parts)
        asked = sum(map(len, given))
        if writer.create(given) != asked:
            types = " or ".join(sorted({part.type for part in given}))
            ends = sorted({end for part in given for end in (*part.sources, *part.targets)})
            raise BadSource(
                f"{self._batch.source}: an end of a {types} edge is not in the graph", hint=", ".join(ends[:5])
            )
        return asked

    def _parts(self) -> Iterator[Part]:
        yield from by_columns(edge for edge in self._batch.edges if edge.type in codebook().ties)
        yield from self._batch.parts

    def _nodes(self, writer: Writer, nodes: Iterable[Node]) -> Changes:
        planned = self._entities.plan(writer, nodes)
        if self._writes:
            self._entities.write(writer, planned)
        return Changes(len(planned.new), len(planned.changed), 0, planned.unchanged)


def _in_parts(engine: Engine, batch: Batch, most: int, progress: Progress | None) -> Changes:
    """Load in several transactions, about `most` ties each."""

    def first(writer: Writer) -> tuple[_Sync, Changes]:
        job = _Sync(writer, engine.place, batch)
        set_unfinished(writer, batch.source, unfinished=True)
        changes = job.begin(writer) + job.compare(writer)
        writer.bump()
        return job, changes

    job, changes = engine.write(first)
    for ids in tie_changes.removed_at_once(job.outdated()):
        engine.write(partial(tie_changes.delete, ids=ids))
    with ThreadPoolExecutor(engine.workers) as pool:
        for group in ahead(_groups(job.missing(), most)):
            if not all(isinstance(part, Ties) for part in group):
                changes += engine.write(partial(job.create_nodes, parts=group))
            for pieces in rounds((part for part in group if isinstance(part, Ties)), engine.workers):
                works = [partial(job.create_ties, parts=piece) for piece in pieces]
                changes = sum(pool.map(engine.write, works), changes)
            for part in group:
                job.note(part)
                if progress:
                    progress(len(part))

    def last(writer: Writer) -> Changes:
        lock_current(writer, engine.place)
        set_unfinished(writer, batch.source, unfinished=False)
        return job.end(writer)

    return changes + engine.write(last)


def _held(engine: Engine, batch: Batch, most: int) -> int:
    """Return how many ties a source has in the graph, all of which may have to go, counted up to one more than `most`."""
    try:
        if batch.adds or not engine.read(_SOURCE, {"id": batch.source}).rows:
            return 0
    except DatabaseMissing:
        return 0
    query = "MATCH ()-[t]->() WHERE t.source = $source WITH t LIMIT $counted RETURN count(t) AS ties"
    found: int = engine.read(query, {"source": batch.source, "counted": most + 1}).rows[0][0]
    return found


def _groups(parts: Iterable[Part], most: int) -> Iterator[list[Part]]:
    """Join parts, up to about `most` rows; one with more ties is divided."""
    group: list[Part] = []
    held = 0
    for part in parts:
        for piece in part.pieces(most) if isinstance(part, Ties) else [part]:
            group.append(piece)
            held += len(piece)
            if held >= most:
                yield group
                group, held = [], 0
    if group:
        yield group
