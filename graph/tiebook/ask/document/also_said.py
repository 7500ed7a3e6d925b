"""What is said about the ends and types that a question asks for, but not as fact: denied, disputed, sought, feared, expected..."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from tiebook.ask.document.facts import CLAIM_COLUMNS, fact_of, with_judges
from tiebook.ask.document.marks import marks_of_fact, said_kind
from tiebook.ask.document.structure import SAID_KINDS, AlsoSaid, Receipt, Said
from tiebook.ask.document.tie_pattern import ENDS, TiePattern
from tiebook.engine.base import Engine
from tiebook.model.dates import IN_FORCE_FILTER, when

FIRST: Final = 3  # of each kind are shown
_LABELS: Final = "Actor|Instrument|Event|Place|Factor|Issue"
_FILTERS: Final = {
    "source": "c.source = $source",
    "as_seen_by": "$as_seen_by IN c.holder",
    "asserted_only": "NOT c.stance IN ['reports', 'disputes']",
    "no_inferred": "NOT c.inferred",
    "as_of": IN_FORCE_FILTER.replace("{x}", "c"),
}


def read_also_said(
    engine: Engine,
    pattern: TiePattern,
    values: Mapping[str, Any],
    members: Mapping[str, Sequence[str]],
    *,
    most: int | None = FIRST,
    shown: Collection[str] = (),
) -> tuple[AlsoSaid, ...]:
    """Return the claims about the pattern's ends and types that make no tie, by kind.

    values -- of all parameters and flags of the question
    members -- by parameter, the members of a group that it also means
    most -- claims of a kind; None for all of them
    shown -- ids of claims that the answer has in its rows
    """
    query, parameters = _query(pattern, values, members)
    rows = with_judges(engine, engine.read(query, parameters).records())
    known = frozenset(shown)
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        if row["id"] in known or not _as_asked(row, pattern, values, members):
            continue
        kind = said_kind(fact_of(row))
        if kind is not None:
            found.setdefault(kind, []).append(row)
    return tuple(
        AlsoSaid(kind, len(found[kind]), tuple(map(_said, found[kind][:most]))) for kind in SAID_KINDS if kind in found
    )


def filters(values: Mapping[str, Any]) -> tuple[list[str], dict[str, Any]]:
    """Return the conditions on a claim `c` by which a question's flags and reserved parameters limit it, with their parameters."""
    conditions = {name: condition for name, condition in _FILTERS.items() if values.get(name) not in (None, False)}
    needed = {name: values[name] for name, condition in conditions.items() if f"${name}" in condition}
    return list(conditions.values()), needed


def _as_asked(
    row: Mapping[str, Any], pattern: TiePattern, values: Mapping[str, Any], members: Mapping[str, Sequence[str]]
) -> bool:
    """Return whether a claim goes in the direction that was asked for, where that depends on its type."""
    for name in pattern.leads:
        (end,) = pattern.ends_of(name, row["tie"])
        if row["from_id" if end == "FROM" else "to_id"] not in (values[name], *members.get(name, ())):
            return False
    return True


def claims_of(said: Sequence[AlsoSaid]) -> list[str]:
    """Return the ids of the claims that are shown."""
    return [claim.receipt.id for each in said for claim in each.claims]


def _query(
    pattern: TiePattern, values: Mapping[str, Any], members: Mapping[str, Sequence[str]]
) -> tuple[str, dict[str, Any]]:
    """Return the query and its parameters: anchored at an end where one is named, else at the types."""
    ends = {name: [values[name], *members.get(name, ())] for name in pattern.roles}
    parameters: dict[str, Any] = {f"{name}_ids": ids for name, ids in ends.items()}
    anchor = next(iter(sorted(pattern.roles, key=lambda name: not pattern.roles[name] <= ENDS)), None)
    lines, where = [], ["NOT c.makes_tie"]
    if anchor is None:
        lines.append("MATCH (c:Claim)-[:FROM]->(a)")
    else:
        roles = "|".join(sorted(pattern.roles[anchor]))
        lines += [
            f"UNWIND ${anchor}_ids AS wanted MATCH (:{_LABELS} {{id: wanted}})<-[:{roles}]-(c:Claim)",
            "WITH DISTINCT c",
        ]
        lines.append("MATCH (c)-[:FROM]->(a)")
    lines.append("MATCH (c)-[:TO]->(b)")
    for name in pattern.roles:
        if name != anchor:
            roles = "|".join(sorted(pattern.roles[name]))
            where.append(f"EXISTS {{ MATCH (c)-[:{roles}]->(q) WHERE q.id IN ${name}_ids }}")
    if pattern.types is not None:
        where.append("c.tie IN $types")
        parameters["types"] = sorted(pattern.types)
    limits, limiting = filters(values)
    where += limits
    parameters |= limiting
    lines += [
        f"WHERE {' AND '.join(where)}",
        "OPTIONAL MATCH (c)-[w:BY]->(x) WITH c, a, b, w, x ORDER BY c.id, w.position",
        "WITH c, a, b, collect(x.name) AS mode_by",
        f"RETURN {CLAIM_COLUMNS}, mode_by AS mode_by, a.name AS from_name, c.tie AS tie, coalesce(b.gloss, b.name) AS to_name,",
        " a.id AS from_id, b.id AS to_id,",
        " c.gloss AS gloss, c.quote AS quote, c.paragraph AS paragraph, c.source AS source ORDER BY source, paragraph, id",
    ]
    return "\n".join(lines), parameters


def _said(row: Mapping[str, Any]) -> Said:
    receipt = Receipt(
        short=str(row["id"]).partition("/")[2],
        id=row["id"],
        quote=row["quote"],
        paragraph=row["paragraph"],
        holder=row.get("judge") or row["held_by"],
        source=row["source"],
    )
    return Said(
        from_name=row["from_name"],
        tie=row["tie"],
        to_name=row["to_name"],
        text=row["gloss"] or f"{row['from_name']} {str(row['tie']).lower().replace('_', ' ')} {row['to_name']}",
        when=when(row["since"], row["until"], event=row["aspect"] == "event"),
        marks=tuple(marks_of_fact(fact_of(dict(row)))),
        receipt=receipt,
    )
