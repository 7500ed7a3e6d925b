"""Marks a graph that Tiebook 0.1 made on a server, which did not mark its nodes as its own.

What a source declares is Tiebook's: each entity names its sources, each claim its source, and a source names itself. Other nodes
are left alone. The Meta node comes last: until then the work can be done again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tiebook.engine.neo4j.ownership import OWN, OWN_META
from tiebook.engine.neo4j.schema import make_schema
from tiebook.model.codebook import codebook

if TYPE_CHECKING:
    from neo4j import ManagedTransaction, Session

_META: Final = "MATCH (m:Meta {id: 'model'})"


def is_unmarked(transaction: ManagedTransaction) -> bool:
    """Return whether the database holds such a graph: its Meta node, under the constraint that 0.1 made for that."""
    found = transaction.run(f"{_META} WHERE NOT EXISTS {{ (:{OWN_META}) }} RETURN m.model AS model").value()
    if len(found) != 1 or not isinstance(found[0], int):
        return False
    if transaction.run(f"MATCH (n:{OWN}) RETURN 1 LIMIT 1").value():  # what adopts was killed before its last step
        return True
    constraints = transaction.run(
        "SHOW CONSTRAINTS YIELD name, labelsOrTypes WHERE name = 'meta_id' RETURN labelsOrTypes"
    )
    return constraints.value() == [["Meta"]]


def adopt(session: Session, place: str) -> None:
    """Mark the nodes, and make the constraints of now in the place of those of 0.1. Raises what `make_schema` does."""
    session.execute_write(_mark)
    make_schema(session, place)
    session.execute_write(_mark_meta)


def _mark(transaction: ManagedTransaction) -> None:
    transaction.run(f"{_META} SET m.model = m.model").consume()  # loads of others wait
    sources = transaction.run("MATCH (s:Source) WHERE s.id IN s.sources RETURN s.id").value()
    for label in codebook().labels:
        transaction.run(
            f"MATCH (n:{label}) WHERE any(source IN n.sources WHERE source IN $sources) SET n:{OWN}", sources=sources
        ).consume()
    transaction.run(f"MATCH (c:Claim) WHERE c.source IN $sources SET c:{OWN}", sources=sources).consume()


def _mark_meta(transaction: ManagedTransaction) -> None:
    transaction.run(
        f"{_META} SET m:{OWN_META}, m.revision = m.turn, m.revised = m.turned REMOVE m:Meta, m.turn, m.turned"
    ).consume()
