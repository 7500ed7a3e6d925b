"""The Meta node: which version of the model a database was made with. Also the lock under which loads take turns."""

from __future__ import annotations

from collections.abc import Sequence

from tiebook.engine.base import Engine, Writer
from tiebook.errors import DatabaseMissing, ModelMismatch
from tiebook.model.version import MODEL_VERSION


def model_of(engine: Engine) -> int:
    """Return the version of the model that a database was made with, whichever it is.

    Raises DatabaseMissing.
    """
    found = engine.read("MATCH (m:Meta {id: 'model'}) RETURN m.model AS model").rows
    if not found and engine.unmarked():
        raise unmarked(engine.place)
    if not found:
        raise DatabaseMissing(f"{engine.place} holds no Tiebook graph", hint="tiebook load china-iran fills it")
    return _whole(found[0][0], engine.place)


def check_model(engine: Engine) -> tuple[str, ...]:
    """Refuse a database of another model version, or none at all, before anything is asked of it.

    Gives the sources whose load was cut off in its middle (on a server, a large one): an answer should say so.

    Raises DatabaseMissing, ModelMismatch.
    """
    _compare(model_of(engine), engine.place)
    return tuple(engine.read("MATCH (m:Meta {id: 'model'}) RETURN m.unfinished AS unfinished").rows[0][0] or ())


def set_unfinished(writer: Writer, source: str, *, unfinished: bool) -> None:
    """Note that a source is being loaded in several transactions, or that it is whole again."""
    writer.run(
        "MATCH (m:Meta {id: 'model'})"
        " SET m.unfinished = [each IN coalesce(m.unfinished, []) WHERE each <> $source] + $added",
        {"source": source, "added": [source] if unfinished else []},
    )


def lock_current(writer: Writer, place: str) -> frozenset[str]:
    """Wait for other loads (a write lock on the Meta node, on a server), and return the sources whose load was cut off.

    Notes the model version in an empty database. Raises ModelMismatch.
    """
    model, unfinished = _locked(writer, MODEL_VERSION)
    _compare(_whole(model, place), place)
    return frozenset(unfinished or ())


def take_lock(writer: Writer, place: str, new: int = MODEL_VERSION) -> int:
    """Wait for other loads, and return the database's model version; an empty one becomes one of version `new`."""
    return _whole(_locked(writer, new)[0], place)


def _locked(writer: Writer, new: int) -> tuple[object, Sequence[str] | None]:
    row = writer.run(
        "MERGE (m:Meta {id: 'model'}) ON CREATE SET m.model = $version ON MATCH SET m.model = m.model"
        " RETURN m.model AS model, m.unfinished AS unfinished",
        {"version": new},
    ).rows[0]
    return row[0], row[1]


def unmarked(place: str) -> ModelMismatch:
    """Return the error for a server's graph whose nodes are not marked as Tiebook's."""
    return ModelMismatch(
        f"{place} was filled by Tiebook 0.1, which did not mark its nodes as its own", hint="tiebook upgrade marks them"
    )


def newer(found: int, place: str, known: int = MODEL_VERSION) -> ModelMismatch:
    """Return the error for a database that a newer Tiebook made."""
    return ModelMismatch(
        f"{place} was made by a newer Tiebook: its model has version {found}, this one knows {known}",
        hint="upgrade Tiebook itself: pip install --upgrade tiebook",
    )


def _whole(found: object, place: str) -> int:
    if isinstance(found, bool) or not isinstance(found, int):
        raise ModelMismatch(
            f"{place} does not say which version of the model it has", hint="load its sources again into a new database"
        )
    return found


def _compare(found: int, place: str) -> None:
    if found > MODEL_VERSION:
        raise newer(found, place)
    if found < MODEL_VERSION:
        raise ModelMismatch(
            f"{place} was made with model version {found}, this Tiebook has {MODEL_VERSION}",
            hint="tiebook upgrade brings it up to date, and backs it up first",
        )
