"""The record of a data set behind a tie, as its page shows it: both ends, the days, and all else that is on record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from tiebook.ask.document.facts import read_facts
from tiebook.engine import Engine
from tiebook.model.codebook import codebook
from tiebook.serve.content.claims import Said, said_in

_FIELDS: Final = (
    *("since", "until", "value", "unit", "count", "total", "item", "ordered", "years", "obligations", "level", "rank"),
    *("mechanism", "factor", "regarding", "constraint", "held_by", "inferred", "confidence", "record", "records"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Said):
    """A tie of a data set; `fields` are what is on record, by name."""

    source_name: str
    citation: str | None
    fields: tuple[tuple[str, Any], ...]


def read_record(engine: Engine, name: str) -> Record | None:
    """Return the record whose tie has this id; None for what is no such id, and for the tie of a claim."""
    type_ = name.partition("/")[0]
    if type_ not in codebook().ties:
        return None
    values = ", ".join(f"t.{each} AS {each}" for each in _FIELDS)
    table = engine.read(
        f"MATCH (a)-[t:{type_} {{id: $id}}]->(b) WHERE t.claim IS NULL OPTIONAL MATCH (s:Source) WHERE s.id = t.source"
        " RETURN a.id AS from_id, a.name AS from_name, labels(a) AS from_labels, b.id AS to_id,"
        " coalesce(b.gloss, b.name) AS to_name, labels(b) AS to_labels, t.gloss AS gloss, t.quote AS quote, t.source AS source,"
        f" s.name AS source_name, s.citation AS citation, {values}",
        {"id": name},
    )
    for row in table.records():
        fact = read_facts(engine, [name]).get(name)
        event = codebook().ties[type_].aspect == "event" if fact is None else fact.event
        return Record(
            id=name,
            tie=type_,
            **said_in(row, fact, event=event),
            source_name=row["source_name"] or row["source"],
            citation=row["citation"],
            fields=tuple((each.replace("_", " "), row[each]) for each in _FIELDS if row[each] not in (None, [])),
        )
    return None
