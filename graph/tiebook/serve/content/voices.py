"""What other sources say of the same: claims with the same ends and type, beside those of a source."""

from __future__ import annotations

from typing import Final, NamedTuple

from tiebook.ask.document.facts import Fact
from tiebook.ask.document.marks import marks_of_fact
from tiebook.engine import Engine
from tiebook.model.codebook import codebook
from tiebook.serve.content.lookup import Choice

_SAME: Final = (
    "MATCH (c:Claim {source: $id})-[:FROM]->(a) MATCH (c)-[:TO]->(b) MATCH (a)<-[x:FROM|TO]-(d:Claim)-[y:FROM|TO]->(b)"
    " WHERE d.source <> c.source AND d.tie = c.tie AND a.id <> b.id AND type(x) <> type(y)"
    " AND (type(x) = 'FROM' OR c.tie IN $symmetric)"
    " RETURN DISTINCT c.id AS claim, d.source AS source, d.paragraph AS paragraph, d.id AS id, d.gloss AS gloss, d.mode AS mode,"
    " d.negated AS negated, d.stance AS stance ORDER BY claim, source, paragraph, id"
)


class Other(NamedTuple):
    """A claim of another source. `how`: what keeps it from being that source's own fact; empty where nothing does."""

    id: str
    paragraph: int | None
    gloss: str | None
    how: str


def voices(engine: Engine) -> list[Choice]:
    """Return the sources that have claims with words, in the order of their ids, which gives each its colour."""
    table = engine.read(
        "MATCH (s:Source)<-[:IN]-(c:Claim) WHERE c.quote IS NOT NULL RETURN DISTINCT s.id AS id, s.name AS name ORDER BY id"
    )
    return [Choice(row["id"], row["name"]) for row in table.records()]


def elsewhere(engine: Engine, source: str) -> dict[str, list[tuple[int, str, list[Other]]]]:
    """Return, for each claim of a source, what every other source says: its place among all, its id, its claims."""
    places = {each.value: place for place, each in enumerate(voices(engine))}
    symmetric = [name for name, tie in codebook().ties.items() if tie.symmetric]
    found: dict[str, dict[str, list[Other]]] = {}
    for row in engine.read(_SAME, {"id": source, "symmetric": symmetric}).records():
        other = Other(
            row["id"], row["paragraph"], row["gloss"], _how(row["mode"], row["stance"], negated=row["negated"])
        )
        found.setdefault(row["claim"], {}).setdefault(row["source"], []).append(other)
    return {
        claim: [(places.get(name, 0), name, others) for name, others in by_source.items()]
        for claim, by_source in found.items()
    }


def _how(mode: str, stance: str, *, negated: bool) -> str:
    words = [
        *(mark.text for mark in marks_of_fact(Fact("", mode=mode, negated=negated))),
        "disputed" if stance == "disputes" else "reported" if stance == "reports" else "",
    ]
    return ", ".join(word for word in words if word)
