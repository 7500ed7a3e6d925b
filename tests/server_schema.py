"""What a server's database has beside its data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from neo4j import Session


def drop_schema(session: Session) -> None:
    """Drop constraints and indexes, but for the two token lookups that every new database has."""
    with session.begin_transaction() as schema:  # one for all: each costs a commit
        for name in schema.run("SHOW CONSTRAINTS YIELD name").value():
            schema.run("DROP CONSTRAINT $name", name=name).consume()
        for name in schema.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name").value():
            schema.run("DROP INDEX $name", name=name).consume()
        schema.commit()
