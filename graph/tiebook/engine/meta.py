"""The Meta node: which version of the model a database was made with. Also the lock under which loads take turns."""

from __future__ import annotations

from tiebook.engine.base import Engine, Writer
from tiebook.model.errors import DatabaseMissing, ModelMismatch
from tiebook.model.version import MODEL_VERSION


def check_model(engine: Engine) -> None:
    """Tell a database of another model version, or none at all, before anything is asked of it.

    Raises DatabaseMissing, ModelMismatch.
    """
    found = engine.read("MATCH (m:Meta {id: 'model'}) RETURN m.model AS model").rows
    if not found:
        raise DatabaseMissing(f"{engine.place} holds no Tiebook graph", hint="tiebook load china-iran fills it")
    _compare(found[0][0], engine.place)


def take_turn(writer: Writer, place: str) -> None:
    """Wait for other loads (a write lock on the Meta node, on a server) and note the model version.

    Raises ModelMismatch.
    """
    found = writer.run(
        "MERGE (m:Meta {id: 'model'}) ON CREATE SET m.model = $version ON MATCH SET m.model = m.model"
        " RETURN m.model AS model",
        {"version": MODEL_VERSION},
    ).rows
    _compare(found[0][0], place)


def _compare(found: object, place: str) -> None:
    if found != MODEL_VERSION:
        raise ModelMismatch(
            f"{place} was made with model version {found}, this Tiebook has {MODEL_VERSION}",
            hint="load its sources again into a new database, or use the Tiebook that made it",
        )
