"""Collects a network from a graph: every claim about two actors, drawn as a fact or not, and the ties of data sets.

The picture of a whole graph holds ties between actors alone, as the measures do. The picture of an answer holds every tie of
the answer: a factor or an instrument at its end is drawn too, as a box of its own kind.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from tiebook.engine.base import Engine
from tiebook.engine.consistent_read import read_settled
from tiebook.model.codebook import Codebook, codebook
from tiebook.support.numbers import counted
from tiebook.view.network import DISPUTED, NetActor, NetSource, NetTie, Network, TieType

_SHARED: Final = (
    *("sign", "inferred", "constraint", "mechanism", "gloss", "since", "until"),
    *("since_earliest", "since_latest", "until_earliest", "until_latest", "confidence", "quote", "paragraph"),
)
_CLAIM_ONLY: Final = ("mode", "negated", "condition", "start_char", "end_char")


def collect(engine: Engine, *, source: str | None = None, only: Collection[str] | None = None) -> Network:
    """Return the network of a graph.

    source -- only what the source with this id says
    only -- only the claims and ties with these ids (an answer's `claim` and `tie_id` columns)

    Raises LimitReached where loads never cease, on a server.
    """
    return read_settled(engine, lambda: _collected(engine, source, only))


def _collected(engine: Engine, source: str | None, only: Collection[str] | None) -> Network:
    book = codebook()
    wanted = None if only is None else {name for name in only if name is not None}
    rows = [*_claims(engine, wanted), *_records(engine, wanted)]
    if source is not None:
        rows = [row for row in rows if row["source"] == source]
    read = _sources(engine)
    authors = {source.id: row["author"] for source, row in read}
    ties = [_tie(row, book, authors) for row in rows]
    sources = [each for each in read if each[0].id in {tie.source_id for tie in ties}]
    boxes = {end: _actor(end, row[side], book) for row in rows for side, end in _ends(row, book).items()}
    return Network(
        title=", ".join(each[0].name for each in sources) or "Nothing to draw",
        caption=tuple(_caption(sources, ties, wanted)),
        points=tuple(_points(engine, source)) if only is None else (),
        sources=tuple(each[0] for each in sources),
        actors=tuple(boxes[end] for end in sorted(boxes)),
        ties=tuple(ties),
        types={name: TieType(tie.definition, tie.sign, tie.symmetric) for name, tie in book.ties.items()},
        kinds={**book.actor_kinds, **{name: entity.definition for name, entity in book.entities.items()}},
        everything=only is not None,
    )


def _node(name: str) -> str:
    return f"{{id: {name}.id, name: {name}.name, kind: {name}.kind, aliases: {name}.aliases, labels: labels({name})}}"


def _claims(engine: Engine, only: set[str] | None) -> Iterable[dict[str, Any]]:
    columns = ", ".join(f"c.{name} AS {name}" for name in (*_SHARED, *_CLAIM_ONLY))
    label, condition = (":Actor", "") if only is None else ("", " WHERE c.id IN $only AND NOT b:Claim")
    claims = [*only, *(name.partition("/")[2] for name in only)] if only else []  # a claim's tie is TYPE/claim
    query = (
        f"MATCH (c:Claim)-[:FROM]->(a{label}) MATCH (c)-[:TO]->(b{label}){condition}"
        " OPTIONAL MATCH (c)-[:BECAUSE_OF]->(f:Factor)"
        " OPTIONAL MATCH (c)-[r:REGARDING]->(x) WITH c, a, b, f, r, x ORDER BY c.id, r.position"
        " WITH c, a, b, f, collect(x.name) AS regarding"
        f" RETURN c.id AS claim, c.tie AS tie, {_node('a')} AS a, {_node('b')} AS b, c.stance AS stance,"
        f" c.held_by AS held_by, f.name AS factor, regarding AS regarding, c.source AS source, {columns} ORDER BY claim"
    )
    for row in engine.read(query, {"only": claims}).records():
        yield {
            **row,
            "id": f"{row['tie']}/{row['claim']}",
            "record": None,
            "endorsed": row["stance"] in ("asserts", "presupposes"),
        }


def _records(engine: Engine, only: set[str] | None) -> Iterable[dict[str, Any]]:
    columns = ", ".join(f"t.{name} AS {name}" for name in _SHARED)
    label, condition = (":Actor", "") if only is None else ("", " AND t.id IN $only")
    query = (
        f"MATCH (a{label})-[t]->(b{label}) WHERE t.endorsed IS NOT NULL AND t.claim IS NULL{condition}"
        f" RETURN t.id AS id, type(t) AS tie, {_node('a')} AS a, {_node('b')} AS b, t.endorsed AS endorsed,"
        " t.held_by AS held_by, t.factor AS factor, t.regarding AS regarding, t.source AS source, t.record AS record,"
        f" {columns} ORDER BY id"
    )
    for row in engine.read(query, {"only": [*(only or ())]}).records():
        yield {**row, "claim": None}


def _points(engine: Engine, source: str | None) -> list[str]:
    """Return which factors are said to limit whom, about whom, with several sources by each: ties of actors do not show it."""
    wanted = "" if source is None else " AND c.source = $source"
    rows = engine.read(
        "MATCH (c:Claim)-[:FROM]->(f:Factor) MATCH (c)-[:TO]->(a:Actor) MATCH (c)-[:IN]->(s:Source)"
        f" WHERE c.tie = 'CONSTRAINS' AND c.mode = 'actual' AND NOT c.negated AND c.stance <> 'disputes'{wanted}"
        " OPTIONAL MATCH (c)-[:REGARDING]->(x:Actor) OPTIONAL MATCH (f)-[:PART_OF]->(w:Factor)"
        " RETURN s.id AS id, s.name AS source, a.name AS whom, x.name AS about, coalesce(w.name, f.name) AS factor,"
        " c.inferred AS inferred, c.stance AS stance ORDER BY id, whom, about, factor, inferred, stance",
        {} if source is None else {"source": source},
    ).records()
    by_source: dict[str, dict[tuple[str, str | None], dict[str, str]]] = {}
    for row in rows:
        how = "inferred" if row["inferred"] else "reported" if row["stance"] == "reports" else ""
        factors = by_source.setdefault(row["source"], {}).setdefault((row["whom"], row["about"]), {})
        factors[row["factor"]] = min(factors.get(row["factor"], how), how)  # stated once is stated
    return [_point(found, name if len(by_source) > 1 else None) for name, found in by_source.items()]


def _point(found: dict[tuple[str, str | None], dict[str, str]], source: str | None) -> str:
    """Describe the actor that most factors limit, and which are not stated; with several sources, whose word it is and no list."""
    (whom, about), factors = max(found.items(), key=lambda item: (len(item[1]), item[0][1] is not None, item[0][0]))
    subject = f"{len(factors)} factors limit" if len(factors) > 1 else "One factor limits"
    said = f"{subject} {whom}{f', about {about}' if about else ''}"
    if source is None:
        return f"{said}: {'; '.join(f'{name} ({how})' if how else name for name, how in factors.items())}."
    counts = ((how, [*factors.values()].count(how)) for how in ("inferred", "reported"))
    beside = ", ".join(f"{count} {how}" for how, count in counts if count)
    return f"{source}: {said[0].lower()}{said[1:]}{f' ({beside})' if beside else ''}."


def _label(node: dict[str, Any], book: Codebook) -> str:
    return next(label for label in book.labels if label in node["labels"])


def _ends(row: dict[str, Any], book: Codebook) -> dict[str, str]:
    """Return the id in the picture of both ends: ids are unique for one label, so what is not an actor is named with its own."""
    labels = {side: _label(row[side], book) for side in ("a", "b")}
    return {
        side: row[side]["id"] if labels[side] == "Actor" else f"{labels[side]}:{row[side]['id']}" for side in labels
    }


def _actor(end: str, node: dict[str, Any], book: Codebook) -> NetActor:
    label = _label(node, book)
    kind = node["kind"] if label == "Actor" else label
    return NetActor(end, node["name"], kind, tuple(node["aliases"] or ()))


def _tie(row: dict[str, Any], book: Codebook, authors: Mapping[str, str | None]) -> NetTie:
    """Return a tie; of a claim that disputes another one the words are the author's, whoever holds what is disputed."""
    known = {name: row[name] for name in (*_SHARED, *_CLAIM_ONLY) if row.get(name) is not None}
    holder = row["held_by"]
    if row.get("stance") == "disputes":
        known["mode"] = DISPUTED
        holder = authors.get(row["source"]) or holder
    ends = _ends(row, book)
    return NetTie(
        id=row["id"],
        type=row["tie"],
        source=ends["a"],
        target=ends["b"],
        endorsed=row["endorsed"],
        holder=holder or "",
        factor=row["factor"],
        regarding=tuple(row["regarding"] or ()),
        source_id=row["source"],
        record=row["record"],
        claim=row["claim"],
        **known,
    )


def _sources(engine: Engine) -> list[tuple[NetSource, dict[str, Any]]]:
    rows = engine.read(
        "MATCH (s:Source) OPTIONAL MATCH (a:Actor) WHERE a.id = s.author RETURN s.id AS id, s.name AS name, s.citation AS citation,"
        " s.licence AS licence, s.covers_until AS until, s.coder AS coder, a.name AS author ORDER BY id"
    ).records()
    return [
        (NetSource(row["id"], row["name"], row["citation"] or "", row["licence"] or "", row["until"]), row)
        for row in rows
    ]


def _caption(sources: list[tuple[NetSource, dict[str, Any]]], ties: list[NetTie], only: set[str] | None) -> list[str]:
    """Describe what a picture is: whose account, coded by whom, how many claims; and what it does not mean."""
    lines = []
    for source, row in sources:
        count = sum(tie.source_id == source.id for tie in ties)
        account = f"The account of {row['author']}: " if row["author"] else ""
        coder = f", coded by {row['coder']}" if row["coder"] else ""
        between = " between actors" if only is None else ""
        said = "1 claim or tie" if count == 1 else f"{counted(count, 'claim')} and ties"
        lines.append(f"{account}{source.name}{coder}; {said}{between}.")
    if only is not None:
        missing = len(only - {name for tie in ties for name in (tie.id, tie.claim)})
        more = f" {missing} of its claims are about another claim and cannot be drawn." if missing else ""
        lines.append(f"Only the ties of one answer.{more}")
    lines.append(
        "Position and distance mean nothing; what is not drawn is not coded, which does not mean that it does not exist."
    )
    if len(sources) == 1 and sources[0][1]["author"]:
        lines.append("Who is central in one article reflects its topic.")
    return lines
