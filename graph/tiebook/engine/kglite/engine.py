"""The embedded engine: KGLite, one `.kgl` file, one writer at a time, readers on the last checkpoint.

A write is done in memory and published by one atomic `save()`: visible and safe on disk at its end, or not at all. Readers of
KGLite do not see what is only in a write-ahead log, so a log that is newer than the file (left by another tool, or by a
killed one) is folded in under the writer's lease before anything is read, or its holder is named: never a stale answer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import kglite

from tiebook import errors
from tiebook.engine.base import Limits, Result, Table, Writer
from tiebook.engine.kglite import file as graph_file
from tiebook.engine.kglite.calls import ROOM, ask, open_read_only, translated, with_schema

if TYPE_CHECKING:
    from concurrent.futures import Future

    from kglite import KnowledgeGraph

    _Held = tuple[KnowledgeGraph, graph_file.FileState]


class KgliteEngine:
    """A Tiebook graph in a KGLite file."""

    name = "kglite"
    most_ties: int | None = None
    workers: int = 1

    def __init__(self, path: Path) -> None:
        """Set the path of the file; nothing is opened yet.

        `state` is of the file as it is read, once it is opened: while `graph_file.file_state` gives another, there is a newer one.
        """
        self.path = graph_file.real_path(path)
        self.place = str(path)
        self.seconds: float | None = None
        self.state: graph_file.FileState = None
        self._reader: KnowledgeGraph | None = None
        self._held: Future[_Held | None] | None = None

    def version(self) -> str:
        """Return KGLite's version."""
        return str(kglite.__version__)

    def exists(self) -> bool:
        """Return whether the file is there and holds a graph."""
        return (self.path.exists() or graph_file.has_log(self.path)) and bool(
            self.read("MATCH (m:Meta) RETURN m.id AS id").rows
        )

    def notice(self) -> str | None:
        """Return None: there is nothing to say of a file."""
        return None

    def others(self) -> int:
        """Return 0: nobody else writes to a `.kgl` file."""
        return 0

    def unmarked(self) -> bool:
        """Return False: nothing is marked in a file."""
        return False

    def adopt(self) -> bool:
        """Return False: there is nothing to mark."""
        return False

    def revision(self, *, settled: bool = False) -> int | None:  # noqa: ARG002 -- there is nothing to wait for
        """Return 0: a file is read as it was when it was opened."""
        return 0

    def read(self, cypher: str, params: Mapping[str, Any] | None = None) -> Table:
        """Run a trusted read query on the last checkpoint."""
        limits = {} if self.seconds is None else {"timeout_ms": int(self.seconds * 1000)}
        return ask(self._open_reader(), cypher, params, **limits)

    def read_untrusted(self, cypher: str, params: Mapping[str, Any] | None, limits: Limits) -> Table:
        """Run a guarded query in a child process, which is killed at the time limit: KGLite's own limits are soft."""
        import pickle  # noqa: PLC0415 -- questions do not need what follows: 10 ms
        import subprocess  # noqa: PLC0415

        from tiebook.engine.guard import check_read_only  # noqa: PLC0415
        from tiebook.engine.kglite.query_process import SECONDS_TO_START  # noqa: PLC0415
        from tiebook.engine.portability import check_portable  # noqa: PLC0415

        check_read_only(cypher)
        check_portable(cypher, params)
        self._open_reader()  # faults of the file are told here, and a newer log is folded in
        job = pickle.dumps((str(self.path), cypher, dict(params or {}), limits))
        command = [sys.executable, "-P", "-m", "tiebook.engine.kglite.query_process"]
        try:
            done = subprocess.run(  # noqa: S603 -- our own module, no shell
                command, input=job, capture_output=True, timeout=limits.seconds + SECONDS_TO_START, check=False
            )
        except subprocess.TimeoutExpired:
            raise too_slow(limits) from None
        if done.returncode != 0:
            raise errors.LimitReached(
                f"the query was stopped: it needed more than {limits.memory_mib} MiB of memory, or the engine failed",
                hint="ask for less, or use a server (NEO4J_URI)",
            )
        answer = pickle.loads(done.stdout)  # noqa: S301 -- written by our own child
        if isinstance(answer, Exception):
            raise answer
        assert isinstance(answer, Table)  # noqa: S101 -- narrows the type
        return answer

    def prepare(self) -> None:
        """Nothing to do ahead of a write: constraints are made inside it, and all is published at once."""

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Open a file that is there for writing, read from it, and let the first write have it.

        A large file takes seconds to open, so a thread does it: whoever first reads or writes waits for it.
        """
        if not self.path.exists():
            yield
            return
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 -- only loads need it

        pool = ThreadPoolExecutor(1)
        self._held = pool.submit(self._opened_for_writing)
        pool.shutdown(wait=False)  # while the thread lives, the memory of the graph that others free is not used again
        try:
            yield
        finally:
            held = self._taken()
            if held is not None:
                graph_file.release(held[0])

    def _opened_for_writing(self) -> _Held | None:
        with suppress(errors.DatabaseLocked, errors.StorageFailed):
            return self._for_writing()
        return None

    def _taken(self) -> _Held | None:
        """Return what is held, which is the caller's from now on."""
        held, self._held = self._held, None
        return held.result() if held else None

    def write(self, work: Callable[[Writer], Result]) -> Result:
        """Run `work` on the graph in memory under the writer's lease, then publish it with one atomic save."""
        graph, before = self._taken() or self._for_writing()
        try:
            with_schema(graph)
            from tiebook.engine.kglite.writer import KgliteWriter  # noqa: PLC0415 -- only writers need it

            writer = KgliteWriter(graph)
            result = work(writer)
            writer.finish()
            self._publish(graph, before)
        finally:
            graph_file.release(graph)
            self._reader = None
        return result

    def rehearse(self, work: Callable[[Writer], Result]) -> Result:
        """Run `work` as `write` does, where it ends by raising; a file that is not there yet, and its lock, are not begun."""
        if self.path.exists() or graph_file.has_log(self.path):
            return self.write(work)
        import tempfile  # noqa: PLC0415 -- only a first dry run needs it

        with tempfile.TemporaryDirectory(prefix="tiebook-") as scratch:
            return KgliteEngine(Path(scratch) / self.path.name).write(work)

    def _for_writing(self) -> tuple[KnowledgeGraph, graph_file.FileState]:
        """Open the file under the writer's lease; return also the state that it had just before."""
        self._fold_log()
        graph_file.check_one_name(self.path)
        translated(lambda: self.path.parent.mkdir(parents=True, exist_ok=True))
        before = graph_file.file_state(self.path)
        self._reader = None  # or two graphs would be in memory
        return self._open_writer("off"), before

    def _publish(self, graph: KnowledgeGraph, before: graph_file.FileState) -> None:
        """Save the file with one atomic rename."""

        def save(path: str) -> None:
            try:
                translated(lambda: graph.save(path))
            except (
                errors.DatabaseLocked
            ):  # the lease is ours; KGLite misses its note of that where there is no room for it
                raise errors.StorageFailed(
                    "the database could not be written: no room left for its lock", where=self.place, hint=ROOM
                ) from None

        graph_file.remove_leftovers(self.path)
        translated(lambda: graph_file.publish(save, self.path, before))

    def close(self) -> None:
        """Close the file."""
        self._reader = None

    def _open_reader(self) -> KnowledgeGraph:
        held = self._held.result() if self._held else None
        if held is not None:
            return held[0]
        self._fold_log()
        if self._reader is None:
            self.state = graph_file.file_state(self.path)
            self._reader = open_read_only(self.path)
        return self._reader

    def _open_writer(self, durable: str) -> KnowledgeGraph:
        graph_file.check_kind(self.path)

        def opened() -> KnowledgeGraph:
            return kglite.open(str(self.path), durable=durable)  # type: ignore[arg-type]

        return translated(opened)

    def _fold_log(self) -> None:
        """Bring commits that the last writer left in the write-ahead log into the file."""
        if not graph_file.has_log(self.path):
            return
        graph_file.check_kind(self.path)
        graph_file.check_log(self.path)
        graph = self._open_writer("normal")
        self._reader = None
        translated(graph.close)


def too_slow(limits: Limits) -> errors.LimitReached:
    """Return the error for a query that ran into its time limit."""
    return errors.LimitReached(
        f"the query was stopped after {limits.seconds:g} s", hint="bound its paths, add LIMIT, or raise --timeout"
    )
