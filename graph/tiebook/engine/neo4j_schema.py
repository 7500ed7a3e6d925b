"""Constraints and indexes on a server: made in one transaction, and mended where a server died while it made them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tiebook.model.schema import constraints, indexes

if TYPE_CHECKING:
    from neo4j import ManagedTransaction, Session


def make_schema(session: Session) -> None:
    """Make what of the schema is not there, and wait until it can be used.

    A constraint's index is stored before the constraint: a server that dies between leaves an index that nothing owns and that
    keeps the constraint from being made. Such an index of ours is dropped. Other clients' are not touched: where one covers what
    a constraint of ours has to, the server's refusal is raised.
    """
    from neo4j.exceptions import ClientError  # noqa: PLC0415 -- half a second, only for those who use a server

    try:
        session.execute_write(_make)
    except ClientError as fault:
        if "IndexWithNameAlreadyExists" not in (fault.code or ""):
            raise
        session.execute_write(_drop_orphans)
        session.execute_write(_make)
    session.execute_read(_await)


def _make(transaction: ManagedTransaction) -> None:
    for statement in (*constraints(), *indexes()):
        transaction.run(statement).consume()


def _await(transaction: ManagedTransaction) -> None:
    transaction.run("CALL db.awaitIndexes(60)").consume()


def _drop_orphans(transaction: ManagedTransaction) -> None:
    """Drop the indexes that have the name of a constraint of ours, and no owner."""
    ours = {statement.split()[2] for statement in constraints()}
    found = transaction.run("SHOW INDEXES YIELD name, owningConstraint WHERE owningConstraint IS NULL RETURN name")
    for name in sorted(ours.intersection(found.value())):
        transaction.run(f"DROP INDEX {name}").consume()
