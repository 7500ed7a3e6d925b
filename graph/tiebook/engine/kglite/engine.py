"""The embedded engine: KGLite, one `.kgl` file, one writer at a time, readers on the last checkpoint.

A write is done in memory and published by one atomic `save()`: visible and safe on disk at its end, or not at all. Readers of
KGLite do not see what is only in a write-ahead log, so a log that is newer than the file (left by another tool, or by a
killed one) is folded in under the writer's lease before anything is read, or its holder is named: never a stale answer.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import kglite

from tiebook import errors
from tiebook.engine.base import Limits, Result, Table, Writer
from tiebook.engine.kglite import file as graph_file
from tiebook.engine.kglite.anchors import anchored
from tiebook.engine.kglite.existence import counted

if TYPE_CHECKING:
    from kglite import KnowledgeGraph

_ROOM: Final = "make room or give the right to write there, then run the same command again"
_NODE: Final = {"id", "labels", "properties"}  # the keys of a whole node, and of a whole edge
_EDGE: Final = {"id", "start", "end", "type", "properties"}
# The passes of KGLite's optimizer that queries run with. The others rewrite queries, and some of them change rows; these order
# the work and look into edges early, and a campaign against Neo4j finds no fault in them (docs/engines.md). Where a query
# begins is decided by `anchors`.
SOUND_PASSES: Final = (
    "fold_or_to_in",
    "extract_pushable_rel_predicates",
    "reorder_match_clauses",
    "optimize_pattern_start_node",
    "reorder_match_patterns",
    "mark_fast_var_length_paths",
)
ALL_PASSES: Final = tuple(kglite.cypher_pass_names())
OTHER_PASSES: Final = tuple(name for name in ALL_PASSES if name not in SOUND_PASSES)

kglite.set_query_warning_policy("silent")  # a question about a tie type that no source has yet is no mistake


class KgliteEngine:
    """A Tiebook graph in a KGLite file."""

    name = "kglite"
    most_ties: int | None = None
    workers: int = 1

    def __init__(self, path: Path) -> None:
        """Take the path of the file; nothing is opened yet."""
        self.path = graph_file.where_it_lies(path)
        self.place = str(path)
        self._reader: KnowledgeGraph | None = None

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
        return ask(self._open_reader(), cypher, params)

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
                f"the query was ended: it needed more than {limits.memory_mib} MiB of memory, or the engine failed",
                hint="ask for less, or use a server (NEO4J_URI)",
            )
        answer = pickle.loads(done.stdout)  # noqa: S301 -- written by our own child
        if isinstance(answer, Exception):
            raise answer
        assert isinstance(answer, Table)  # noqa: S101 -- narrows the type
        return answer

    def prepare(self) -> None:
        """Nothing to do ahead of a write: constraints are made inside it, and all is published at once."""

    def write(self, work: Callable[[Writer], Result]) -> Result:
        """Run `work` on the graph in memory under the writer's lease, then publish it with one atomic save."""
        self._fold_log()
        graph_file.check_one_name(self.path)
        translated(lambda: self.path.parent.mkdir(parents=True, exist_ok=True))
        before = graph_file.seen(self.path)
        graph = self._open_writer("off")
        try:
            with_schema(graph)
            from tiebook.engine.kglite.writer import KgliteWriter  # noqa: PLC0415 -- only writers need it

            writer = KgliteWriter(graph)
            result = work(writer)
            writer.finish()
            self._publish(graph, before)
        finally:
            graph_file.let_go(graph)
            self._reader = None
        return result

    def _publish(self, graph: KnowledgeGraph, before: graph_file.Seen) -> None:
        """Save the file with one atomic rename."""

        def save(path: str) -> None:
            try:
                translated(lambda: graph.save(path))
            except (
                errors.DatabaseLocked
            ):  # the lease is ours; KGLite misses its note of that where there is no room for it
                raise errors.StorageFailed(
                    "the database could not be written: no room left for its lock", where=self.place, hint=_ROOM
                ) from None

        graph_file.tidy(self.path)
        translated(lambda: graph_file.publish(save, self.path, before))

    def close(self) -> None:
        """Let go of the file."""
        self._reader = None

    def _open_reader(self) -> KnowledgeGraph:
        self._fold_log()
        if self._reader is None:
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


def without_added_keys(table: Table) -> Table:
    """Return a table with nodes, edges and maps as every engine gives them, without what KGLite adds."""
    rows = [tuple(map(_own, row)) if {dict, list} & set(map(type, row)) else row for row in table.rows]
    return Table(table.columns, rows, table.truncated)


def _own(value: Any) -> Any:
    """Return a value without internal numbers and the two keys that KGLite adds to properties; none of ours is called so."""
    if isinstance(value, list):
        return [_own(item) for item in value] if any(isinstance(item, (dict, list)) for item in value) else value
    if not isinstance(value, dict):
        return value
    if value.keys() == _NODE:
        return {"labels": sorted(value["labels"]), "properties": _own(value["properties"])}
    if value.keys() == _EDGE:
        return {"type": value["type"], "properties": _own(value["properties"])}
    return {key: _own(item) for key, item in value.items() if key not in ("title", "type")}


def open_read_only(path: Path) -> KnowledgeGraph:
    """Open the file's last checkpoint; the handle refuses writes.

    Raises DatabaseMissing, DatabaseDamaged.
    """
    if not path.exists():
        if any("\ud800" <= char <= "\udfff" for char in str(path)):
            raise errors.DatabaseMissing("there is no such database: " + errors.NO_TEXT)
        raise errors.DatabaseMissing(f"there is no database at {path}", hint=_beside(path))
    graph_file.check_kind(path)

    def loaded() -> KnowledgeGraph:
        with warnings.catch_warnings():
            # the log was looked at just before; one written since then belongs to a writer that is still at work
            warnings.simplefilter("ignore", UserWarning)
            return kglite.load(str(path))

    graph = translated(loaded)
    graph.read_only(True)
    return graph


def _beside(path: Path) -> str:
    """Return what to try where a database is missing: a file with a similar name, or to make it."""
    from tiebook.support.suggest import nearest  # noqa: PLC0415 -- only when a name is wrong

    near = nearest(path.name, (other.name for other in path.parent.glob("*.kgl"))) if path.parent.is_dir() else None
    return near or "tiebook load china-iran makes one"


def ask(graph: Any, cypher: str, params: Mapping[str, Any] | None, **limits: Any) -> Table:
    """Run a read query as users have it: anchored by us, and only with the passes that change no rows."""
    off = list(OTHER_PASSES)
    found = run(graph, anchored(counted(cypher)), params, hide_structural_keys=True, disabled_passes=off, **limits)
    return without_added_keys(found)


def run(graph: Any, cypher: str, params: Mapping[str, Any] | None, **limits: Any) -> Table:
    """Run a query on a KGLite graph or transaction; raises QueryFailed, LimitReached."""

    def asked() -> Any:
        return graph.cypher(cypher, params=dict(params or {}), **limits)

    try:
        view = translated(asked)
    except errors.QueryFailed:
        if all(map(_is_text, (cypher, *(params or {}).values()))):
            raise
        raise errors.QueryFailed("the query failed: " + errors.NO_TEXT) from None
    if view is None:
        return Table((), [])
    try:
        return Table(tuple(view.columns), [tuple(row.values()) for row in view])
    except (ValueError, OverflowError):  # KGLite counts years further than datetime does
        raise errors.QueryFailed("the query failed: " + errors.NO_VALUE) from None


def _is_text(value: object) -> bool:
    """Return whether a value is no text with half characters in it, as bytes that are no UTF-8 come from a command line."""
    return not (isinstance(value, str) and any("\ud800" <= character <= "\udfff" for character in value))


def with_schema(graph: KnowledgeGraph) -> None:
    """Make constraints and indexes where the file does not have them yet."""
    from tiebook.model.schema import constraints, indexes  # noqa: PLC0415 -- only writers need them

    for statement in (*constraints(), *indexes()):
        run(graph, statement, None)


def too_slow(limits: Limits) -> errors.LimitReached:
    """Say that a query ran into its time limit."""
    return errors.LimitReached(
        f"the query was ended after {limits.seconds:g} s", hint="bound its paths, add LIMIT, or raise --timeout"
    )


def translated(work: Callable[[], Result]) -> Result:
    """Run something on KGLite and tell its failures in our own words."""
    try:
        return work()
    except kglite.WriterLeaseHeldError as error:
        holder = getattr(error, "holder", None) or {}
        who = f"process {holder['pid']} since {holder['since']}" if holder.get("pid") else "another process"
        raise errors.DatabaseLocked(
            f"the database is being written by {who}",
            hint="wait for it to end and run the same command again",
        ) from None
    except kglite.CypherTimeoutError:
        raise errors.LimitReached(
            "the query was ended at its time limit", hint="bound its paths or add LIMIT"
        ) from None
    except kglite.ReadOnlyError:
        raise errors.WriteRefused("refused: the query writes", hint="queries may only read") from None
    except kglite.ConstraintError as error:
        raise errors.IdClash(str(error)) from None
    except kglite.FileFormatError as error:
        raise errors.DatabaseDamaged(
            f"this is not a readable Tiebook database: {_first_line(error)}",
            hint="restore a backup, or move it aside and load again",
        ) from None
    except (kglite.FileError, OSError) as error:
        raise errors.StorageFailed(f"the database file could not be used: {_first_line(error)}") from None
    except (kglite.KgError, ValueError, TypeError, OverflowError, RecursionError) as error:
        if "I/O error" in str(error):  # a save that fails comes as a plain KgError
            raise errors.StorageFailed(f"the database could not be written: {_first_line(error)}", hint=_ROOM) from None
        if isinstance(error, UnicodeEncodeError):
            raise errors.QueryFailed("this cannot be used: " + errors.NO_TEXT) from None
        raise errors.QueryFailed(f"the query failed: {_first_line(error)}") from None


def _first_line(error: BaseException) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
