"""Claims as the pages of actors, sources and texts list them: each with its ends, what qualifies it, and its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from tiebook.ask.document.facts import CLAIM_COLUMNS, Fact, fact_of, with_ends, with_judges
from tiebook.ask.document.marks import marks_of_fact, said_kind
from tiebook.ask.document.structure import Mark
from tiebook.engine import Engine
from tiebook.model.dates import when

_MORE: Final = (
    "c.tie AS tie, c.gloss AS gloss, c.quote AS quote, c.paragraph AS paragraph, c.start_char AS start_char, c.source AS source,"
    " c.holder AS holders, a.id AS from_id, a.name AS from_name, labels(a) AS from_labels, b.id AS to_id,"
    " coalesce(b.gloss, b.name) AS to_name, labels(b) AS to_labels"
)
COLUMNS: Final = (
    *(
        "id",
        "from_name",
        "tie",
        "to_name",
        "mode",
        "negated",
        "stance",
        "inferred",
        "held_by",
        "since",
        "until",
        "gloss",
    ),
    *("quote", "paragraph", "source"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What `parts.says` shows of a claim, or of a tie of a data set; `from_actor`, `to_actor`, `to_claim` say what its ends are."""

    id: str
    from_id: str
    from_name: str
    from_actor: bool
    tie: str
    to_id: str
    to_name: str
    to_actor: bool
    to_claim: bool
    when: str | None
    gloss: str | None
    quote: str | None
    source: str
    marks: tuple[Mark, ...]


def said_in(row: Mapping[str, Any], fact: Fact | None, *, event: bool) -> dict[str, Any]:
    """Return the fields of `Said` but for its id and its tie, as a query names its columns.

    fact -- what qualifies it; event -- whether it took place, and did not last
    """
    marks = () if fact is None else tuple(mark for mark in marks_of_fact(fact) if mark.kind != "undated")
    return {
        "from_id": row["from_id"],
        "from_name": row["from_name"],
        "from_actor": "Actor" in row["from_labels"],
        "to_id": row["to_id"],
        "to_name": row["to_name"],
        "to_actor": "Actor" in row["to_labels"],
        "to_claim": "Claim" in row["to_labels"],
        "when": when(row["since"], row["until"], event=event),
        "gloss": row["gloss"],
        "quote": row["quote"],
        "source": row["source"],
        "marks": marks,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Said):
    """One claim. `slug` is its id without the source.

    standing -- in which way it is not a fact, as answers count it; "actual" where it is one
    speaker -- whose words the quote is: the holder, or the author who disputes what the holder says
    """

    slug: str
    since: Any
    until: Any
    mode: str
    negated: bool
    stance: str
    inferred: bool
    held_by: str | None
    speaker: str | None
    holders: tuple[str, ...]
    paragraph: int | None
    standing: str

    def record(self) -> dict[str, Any]:
        """Return it as a row of data."""
        values = asdict(self)
        return {name: values[name] for name in COLUMNS}


def read_claims(
    engine: Engine, match: str, parameters: Mapping[str, Any], *, where: str = "", most: int | None = None
) -> list[Claim]:
    """Return claims in the order of their texts.

    match -- a MATCH that binds `c`; `where` is a condition on it and its ends, `a` and `b`
    most -- only the first so many
    """
    condition = f" WHERE {where}" if where else ""
    limit = "" if most is None else f" LIMIT {int(most)}"
    table = engine.read(
        f"{match} WITH DISTINCT c MATCH (c)-[:FROM]->(a) MATCH (c)-[:TO]->(b){condition}"
        " OPTIONAL MATCH (c)-[w:BY]->(x) WITH c, a, b, w, x ORDER BY c.id, w.position"
        " WITH c, a, b, collect(x.name) AS mode_by"
        f" RETURN {CLAIM_COLUMNS}, {_MORE}, mode_by AS mode_by ORDER BY source, paragraph, start_char, id{limit}",
        parameters,
    )
    rows = with_judges(engine, table.records())
    facts = with_ends(engine, [(row["tie"], fact_of(row)) for row in rows])
    return [_claim(row, fact) for row, fact in zip(rows, facts, strict=True)]


def _claim(row: dict[str, Any], fact: Fact) -> Claim:
    return Claim(
        id=row["id"],
        tie=row["tie"],
        **said_in(row, fact, event=row["aspect"] == "event"),
        slug=str(row["id"]).partition("/")[2] or row["id"],
        since=row["since"],
        until=row["until"],
        mode=row["mode"],
        negated=bool(row["negated"]),
        stance=row["stance"],
        inferred=bool(row["inferred"]),
        held_by=row["held_by"],
        speaker=fact.judge or row["held_by"],
        holders=tuple(row["holders"] or ()),
        paragraph=row["paragraph"],
        standing=said_kind(fact) or "actual",
    )


def by_tie(claims: list[Claim]) -> Iterator[tuple[str, list[Claim]]]:
    """Yield claims by their type of tie, the most frequent first."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.tie, []).append(claim)
    yield from sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
