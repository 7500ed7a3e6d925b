"""Constraints and indexes on a server: created in one transaction beside other people's, and repaired if a server died meanwhile.

Ids are unique among Tiebook's own nodes, whatever else has the same labels: one constraint on the label that they all have.
Ids are looked up under the other labels too, for which there are plain indexes. The names of all begin with `tiebook_`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tiebook.engine.neo4j.ownership import OWN, OWN_META
from tiebook.errors import ForeignGraph
from tiebook.model import schema
from tiebook.model.codebook import codebook

if TYPE_CHECKING:
    from neo4j import ManagedTransaction, Session

_WAY_OUT: Final = "give Tiebook a database of its own: NEO4J_DATABASE names one, NEO4J_URI another server"
_SHOW: Final = "SHOW CONSTRAINTS YIELD name, labelsOrTypes, properties"
Constraint = tuple[str, str]  # the label or type, and the property whose values are unique


def constraints() -> dict[str, str]:
    """Return the statements that make ids unique, by the name of the constraint."""
    nodes = {
        _named(label): f"CREATE CONSTRAINT {_named(label)} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in (OWN, OWN_META)
    }
    ties = {
        _named(tie): f"CREATE CONSTRAINT {_named(tie)} IF NOT EXISTS FOR ()-[t:{tie}]-() REQUIRE t.id IS UNIQUE"
        for tie in codebook().ties
    }
    return nodes | ties


def indexes() -> list[str]:
    """Return the statements that index what is looked up under a label of the model."""
    looked_up = {
        label: ("id", *schema.LOOKED_UP.get(label, ())) for label in schema.first_labels() if label != schema.META
    }
    return [
        f"CREATE INDEX {_named(label, name)} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"
        for label, names in looked_up.items()
        for name in names
    ]


def make_schema(session: Session, place: str) -> None:
    """Create the missing parts of the schema, and wait until they can be used.

    A constraint's index is stored before the constraint: a server that dies between leaves an index that nothing owns and that
    keeps the constraint from being made. Such an index of ours is dropped.

    Raises ForeignGraph, before anything is written, where somebody else's constraint is on nodes or relationships that are
    called like Tiebook's, and where ids of somebody else's relationships are not unique.
    """
    from neo4j.exceptions import ClientError, DatabaseError  # noqa: PLC0415 -- half a second, only for those who use a server

    theirs = session.execute_read(_theirs)
    if theirs is not None:
        name, label = theirs
        raise ForeignGraph(f"{place} has a constraint {name} on {label}, where Tiebook needs its own", hint=_WAY_OUT)
    session.execute_write(_drop_unmarked)  # not together: a relationship's constraint cannot take another's place
    try:
        session.execute_write(_make)
    except (ClientError, DatabaseError) as fault:
        if "ConstraintCreationFailed" in (fault.code or ""):
            raise ForeignGraph(
                f"{place} holds others' relationships: {(fault.message or '').splitlines()[0]}", hint=_WAY_OUT
            ) from None
        if "IndexWithNameAlreadyExists" not in (fault.code or ""):
            raise
        session.execute_write(_drop_orphans)
        session.execute_write(_make)
    session.execute_read(_await)
    lacking = sorted(_made().items() - session.execute_read(_standing).items())
    if lacking:
        raise ForeignGraph(f"{place} has a constraint {lacking[0][0]} that is not Tiebook's", hint=_WAY_OUT)


def _named(label: str, name: str = "id") -> str:
    return f"{OWN.lower()}_{label.lower().removeprefix(OWN.lower())}_{name}".replace("__", "_")


def _made() -> dict[str, Constraint]:
    """Return what each constraint of ours is on, by name."""
    return {_named(label): (label, "id") for label in (OWN, OWN_META, *codebook().ties)}


def _of_unmarked() -> dict[str, Constraint]:
    """Return the same of Tiebook 0.1's: a constraint for each label, as nothing else was expected in a database."""
    return {f"{name.lower()}_id": (name, "id") for name in (*schema.first_labels(), *codebook().ties)}


def _theirs(transaction: ManagedTransaction) -> Constraint | None:
    """Return the name of a constraint that is not ours, and the label or type of ours that it is on."""
    standing = _standing(transaction)
    left = _of_unmarked()
    ours = _made() | (left if left.items() <= standing.items() else {})  # of a graph whose nodes have all been deleted
    names = {OWN, OWN_META, *schema.node_labels(), *schema.edge_types()} - {schema.META}
    return next(
        ((name, on) for name, (on, key) in sorted(standing.items()) if on in names and ours.get(name) != (on, key)),
        None,
    )


def _standing(transaction: ManagedTransaction) -> dict[str, Constraint]:
    """Return what each constraint in the database is on, by name."""
    return {name: (on[0], ",".join(keys)) for name, on, keys in _rows(transaction, _SHOW)}


def _rows(transaction: ManagedTransaction, query: str) -> list[list[Any]]:
    return [record.values() for record in transaction.run(query)]


def _make(transaction: ManagedTransaction) -> None:
    for statement in (*constraints().values(), *indexes()):
        transaction.run(statement).consume()


def _drop_unmarked(transaction: ManagedTransaction) -> None:
    """Drop the constraints and indexes that Tiebook 0.1 made on a server, where all its constraints are there."""
    left = _of_unmarked()
    if not left.items() <= _standing(transaction).items():
        return
    for name in left:
        transaction.run(f"DROP CONSTRAINT {name} IF EXISTS").consume()
    for label, names in schema.LOOKED_UP.items():
        for name in names:
            transaction.run(f"DROP INDEX {label.lower()}_{name} IF EXISTS").consume()


def _await(transaction: ManagedTransaction) -> None:
    transaction.run("CALL db.awaitIndexes(60)").consume()


def _drop_orphans(transaction: ManagedTransaction) -> None:
    """Drop the indexes that have the name of a constraint of ours, and no owner."""
    found = transaction.run("SHOW INDEXES YIELD name, owningConstraint WHERE owningConstraint IS NULL RETURN name")
    for name in sorted(constraints().keys() & set(found.value())):
        transaction.run(f"DROP INDEX {name}").consume()
