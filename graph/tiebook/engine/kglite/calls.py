"""Calls to KGLite: a file opened for reading, a query run as users have it, failures in our own words."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import kglite

from tiebook import errors
from tiebook.engine.base import Result, Table
from tiebook.engine.kglite import file as graph_file
from tiebook.engine.kglite.anchors import anchored
from tiebook.engine.kglite.edge_values import edge_values_computed
from tiebook.engine.kglite.existence import paths_counted

if TYPE_CHECKING:
    from kglite import KnowledgeGraph

ROOM: Final = "free some space or allow writing there, then run the same command again"
_NODE: Final = {"id", "labels", "properties"}  # the keys of a whole node, and of a whole edge
_EDGE: Final = {"id", "start", "end", "type", "properties"}
_DEEP: Final = {dict, list}
_ELSE: Final = "restore a backup, or move it aside and load again"
_DAMAGED: Final = ("it is damaged or cut off", _ELSE)
_UNREADABLE: Final = {  # by what KGLite says, in more words
    "does not start with": ("it is no .kgl file", _ELSE),
    "only supports up to version": ("a newer KGLite wrote it", "pip install --upgrade kglite"),
}
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

kglite.set_query_warning_policy("silent")  # a question about a tie type that no source has yet is not a mistake


def without_added_keys(table: Table) -> Table:
    """Return a table with nodes, edges and maps as every engine gives them, without what KGLite adds."""
    rows = [row if _DEEP.isdisjoint(map(type, row)) else tuple(map(_own, row)) for row in table.rows]
    return Table(table.columns, rows, table.truncated)


def _own(value: Any) -> Any:
    """Return a value without internal numbers and the two keys that KGLite adds to properties; none of ours is called so."""
    kind = type(value)
    if kind is list:
        return value if _DEEP.isdisjoint(map(type, value)) else [_own(item) for item in value]
    if kind is not dict:
        return value
    if value.keys() == _NODE:
        return {"labels": sorted(value["labels"]), "properties": _own(value["properties"])}
    if value.keys() == _EDGE:
        return {"type": value["type"], "properties": _own(value["properties"])}
    return {
        key: _own(item) if type(item) in _DEEP else item
        for key, item in value.items()
        if key != "title" and key != "type"  # noqa: PLR1714 -- of every property of every node: a third of the time
    }


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
    return near or "tiebook load china-iran creates one"


def rewritten(cypher: str) -> str:
    """Return a query as users have it: corrected, and begun at the nodes whose ids it states."""
    return anchored(corrected(cypher))


def corrected(cypher: str) -> str:
    """Return a query in the form in which KGLite gives the rows of every engine."""
    return paths_counted(edge_values_computed(cypher))


def ask(graph: Any, cypher: str, params: Mapping[str, Any] | None, **limits: Any) -> Table:
    """Run a read query as users have it: anchored by us, and only with the passes that change no rows."""
    off = list(OTHER_PASSES)
    found = run(graph, rewritten(cypher), params, hide_structural_keys=True, disabled_passes=off, **limits)
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
    """Return whether a value is free of half characters (surrogates), as which a command line passes bytes that are not UTF-8."""
    return not (isinstance(value, str) and any("\ud800" <= character <= "\udfff" for character in value))


def with_schema(graph: KnowledgeGraph) -> None:
    """Make constraints and indexes where the file does not have them yet."""
    from tiebook.model.schema import constraints, indexes  # noqa: PLC0415 -- only writers need them

    for statement in (*constraints(), *indexes()):
        run(graph, statement, None)


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
            "the query was stopped at its time limit", hint="bound its paths or add LIMIT"
        ) from None
    except kglite.ReadOnlyError:
        raise errors.WriteRefused("refused: the query writes", hint="queries may only read") from None
    except kglite.ConstraintError as error:
        raise errors.IdClash(str(error)) from None
    except kglite.FileFormatError as error:
        why, hint = next((said for sign, said in _UNREADABLE.items() if sign in str(error)), _DAMAGED)
        raise errors.DatabaseDamaged(f"this is not a readable Tiebook database: {why}", hint=hint) from None
    except (kglite.FileError, OSError) as error:
        raise errors.StorageFailed(f"the database file could not be used: {_first_line(error)}") from None
    except (kglite.KgError, ValueError, TypeError, OverflowError, RecursionError) as error:
        if "I/O error" in str(error):  # a save that fails comes as a plain KgError
            raise errors.StorageFailed(f"the database could not be written: {_first_line(error)}", hint=ROOM) from None
        if isinstance(error, UnicodeEncodeError):
            raise errors.QueryFailed("this cannot be used: " + errors.NO_TEXT) from None
        raise errors.QueryFailed(f"the query failed: {_first_line(error)}") from None


def _first_line(error: BaseException) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
