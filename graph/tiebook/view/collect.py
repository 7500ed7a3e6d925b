"""Collects a network from a graph: every claim about two actors, drawn as a fact or not, and the ties of data sets."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from tiebook.engine.base import Engine
from tiebook.model.codebook import codebook
from tiebook.view.network import NetActor, NetSource, NetTie, Network, TieType

_SHARED: Final = (
    *("sign", "inferred", "constraint", "mechanism", "gloss", "since", "until"),
    *("since_earliest", "since_latest", "until_earliest", "until_latest", "confidence", "quote", "paragraph"),
)
_CLAIM_ONLY: Final = ("mode", "negated", "condition", "start_char", "end_char")


def collect(engine: Engine, *, source: str | None = None, only: Collection[str] | None = None) -> Network:
    """Give the network of a graph.

    source -- only what the source with this id says
    only -- only the claims and ties with these ids (an answer's `claim` and `tie_id` columns)
    """
    ties = [*_claims(engine), *_records(engine)]
    if source is not None:
        ties = [tie for tie in ties if tie.source_id == source]
    if only is not None:
        ties = [tie for tie in ties if {tie.id, tie.claim} & set(only)]
    sources = [each for each in _sources(engine) if each[0].id in {tie.source_id for tie in ties}]
    ends = {end for tie in ties for end in (tie.source, tie.target)}
    book = codebook()
    return Network(
        title=", ".join(each[0].name for each in sources) or "Nothing to draw",
        caption=tuple(_caption(sources, ties)),
        sources=tuple(each[0] for each in sources),
        actors=tuple(actor for actor in _actors(engine) if actor.id in ends),
        ties=tuple(ties),
        types={name: TieType(tie.definition, tie.sign, tie.symmetric) for name, tie in book.ties.items()},
        kinds=dict(book.actor_kinds),
    )


def _claims(engine: Engine) -> list[NetTie]:
    columns = ", ".join(f"c.{name} AS {name}" for name in (*_SHARED, *_CLAIM_ONLY))
    query = (
        "MATCH (c:Claim)-[:FROM]->(a:Actor) MATCH (c)-[:TO]->(b:Actor) OPTIONAL MATCH (c)-[:BECAUSE_OF]->(f:Factor)"
        " OPTIONAL MATCH (c)-[r:REGARDING]->(x) WITH c, a, b, f, r, x ORDER BY c.id, r.position"
        " WITH c, a, b, f, collect(x.name) AS regarding"
        " RETURN c.id AS id, c.tie AS tie, a.id AS start, b.id AS target, c.stance AS stance, c.held_by AS held_by,"
        f" f.name AS factor, regarding AS regarding, c.source AS source, {columns} ORDER BY id"
    )
    return [
        _tie(row, claim=row["id"], endorsed=row["stance"] in ("asserts", "presupposes"))
        for row in engine.read(query).records()
    ]


def _records(engine: Engine) -> list[NetTie]:
    columns = ", ".join(f"t.{name} AS {name}" for name in _SHARED)
    query = (
        "MATCH (a:Actor)-[t]->(b:Actor) WHERE t.endorsed IS NOT NULL AND t.claim IS NULL"
        " RETURN t.id AS id, type(t) AS tie, a.id AS start, b.id AS target, t.endorsed AS endorsed, t.held_by AS held_by,"
        f" t.factor AS factor, t.regarding AS regarding, t.source AS source, t.record AS record, {columns} ORDER BY id"
    )
    return [_tie(row, claim=None, endorsed=row["endorsed"]) for row in engine.read(query).records()]


def _tie(row: dict[str, Any], *, claim: str | None, endorsed: bool) -> NetTie:
    known = {name: row[name] for name in (*_SHARED, *_CLAIM_ONLY) if row.get(name) is not None}
    return NetTie(
        id=f"{row['tie']}/{claim}" if claim else row["id"],
        type=row["tie"],
        source=row["start"],
        target=row["target"],
        endorsed=endorsed,
        holder=row["held_by"] or "",
        factor=row["factor"],
        regarding=tuple(row["regarding"] or ()),
        source_id=row["source"],
        record=row.get("record"),
        claim=claim,
        **known,
    )


def _actors(engine: Engine) -> list[NetActor]:
    rows = engine.read(
        "MATCH (a:Actor) RETURN a.id AS id, a.name AS name, a.kind AS kind, a.aliases AS aliases ORDER BY id"
    ).rows
    return [NetActor(node_id, name, kind, tuple(aliases or ())) for node_id, name, kind, aliases in rows]


def _sources(engine: Engine) -> list[tuple[NetSource, dict[str, Any]]]:
    rows = engine.read(
        "MATCH (s:Source) OPTIONAL MATCH (a:Actor) WHERE a.id = s.author RETURN s.id AS id, s.name AS name, s.citation AS citation,"
        " s.licence AS licence, s.covers_until AS until, s.coder AS coder, a.name AS author ORDER BY id"
    ).records()
    return [
        (NetSource(row["id"], row["name"], row["citation"] or "", row["licence"] or "", row["until"]), row)
        for row in rows
    ]


def _caption(sources: list[tuple[NetSource, dict[str, Any]]], ties: list[NetTie]) -> list[str]:
    """Say what a picture is: whose account, coded by whom, how many claims; and what it does not mean."""
    lines = []
    for source, row in sources:
        count = sum(tie.source_id == source.id for tie in ties)
        account = f"The account of {row['author']}: " if row["author"] else ""
        coder = f", coded by {row['coder']}" if row["coder"] else ""
        lines.append(f"{account}{source.name}{coder}; {count} claims and ties between actors.")
    lines.append("Position means nothing; what is not drawn is not coded, which does not mean that it does not exist.")
    if len(sources) == 1 and sources[0][1]["author"]:
        lines.append("Who is central in one article reflects its topic.")
    return lines
